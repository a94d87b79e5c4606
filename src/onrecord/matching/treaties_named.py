"""Which treaties a text names, so that "ratify" of one is never taken for "ratify" of another."""

import re
from functools import cache

from onrecord.vocabulary import bodies

_PROTOCOL = re.compile(r"\b(?P<second>second\s+)?optional\s+protocols?\b[^.;]{0,30}$", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*(?:on|concerning|establishing)\W+(?:the|a)?\W*(?P<about>\w+)", re.IGNORECASE)
_LABOUR = re.compile(
    r"\b(?:ILO|International\s+Labour\s+Organi[sz]ation)\b[^.;]{0,80}?\b(?:No\.?\s*)?(?P<number>\d{2,3})\b"
)
_OTHERS = {
    "Rome Statute": re.compile(r"\bRome\s+Statute\b"),
    "statelessness 1954": re.compile(r"\bStatus\s+of\s+Stateless\b"),
    "statelessness 1961": re.compile(r"\bReduction\s+of\s+Statelessness\b"),
    "refugees": re.compile(r"\bStatus\s+of\s+Refugees\b"),
    "genocide": re.compile(r"\bCrime\s+of\s+Genocide\b"),
    "Istanbul Convention": re.compile(r"\bIstanbul\s+Convention\b|\bViolence\s+against\s+Women\s+and\s+Domestic\b"),
}
# Of several protocols to one treaty, as :func:`_protocol` names them.
_PROTOCOLS = {
    "ICCPR-OP2": "ICCPR protocol 2",
    "OP-CRC-AC": "CRC protocol involvement",
    "OP-CRC-SC": "CRC protocol sale",
    "OP-CRC-IC": "CRC protocol communications",
}


def treaties_named(text: str) -> frozenset[str]:
    """Codes of the treaties that are named ("CRPD"), protocols told apart ("CRPD protocol"), others by a plain name."""
    found = {name for name, pattern in _OTHERS.items() if pattern.search(text)}
    found |= {f"ILO {match['number']}" for match in _LABOUR.finditer(text)}
    for match in _names().finditer(text):
        code = _codes()[_plain(match.group())]
        protocol = _PROTOCOL.search(text[: match.start()])
        found.add(_protocol(code, protocol, text[match.end() :]) if protocol else code)
    return frozenset(found)


def _protocol(code: str, protocol: re.Match[str], behind: str) -> str:
    about = _ABOUT.match(behind)
    number = " 2" if protocol["second"] else ""
    return f"{code} protocol{number}{' ' + about['about'].lower() if about else ''}"


@cache
def _codes() -> dict[str, str]:
    # Named with "on", "for", "on the": the words behind tell it apart.
    found = {"protection of all persons from enforced disappearance": "ICPPED"}
    for treaty in bodies.treaties().values():
        if not treaty.protocol_to:
            name = treaty.names["en"]
            short = name.removeprefix("International ")
            spelt = (
                treaty.code,
                *treaty.abbreviations,
                name,
                short,
                short.replace(" on the Protection", " on Protection"),
            )
            found |= {_plain(one): treaty.code for one in spelt}
        else:
            name = _PROTOCOLS.get(treaty.code, f"{treaty.protocol_to} protocol")
            found |= {_plain(one): name for one in (treaty.code, *treaty.abbreviations)}
    return found


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(_codes(), key=len, reverse=True)
    words = (r"\s+".join(re.escape(word) for word in name.split()) for name in longest_first)
    # Short forms are capitals: "CAT" is a treaty, "cat" is none.
    return re.compile(
        "|".join(
            rf"\b(?:{w})\b" if " " not in n else rf"(?i:\b{w}\b)" for w, n in zip(words, longest_first, strict=True)
        )
    )


def _plain(name: str) -> str:
    return " ".join(name.split()) if " " not in name.strip() else " ".join(name.casefold().split())
