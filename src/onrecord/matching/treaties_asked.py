"""Which treaties a text names: optional protocols by the treaty they belong to, conventions of the ILO by number."""

import re
from functools import cache

from onrecord.vocabulary import laws
from onrecord.vocabulary.phrases import Phrases, Words
from onrecord.vocabulary.tables import read_table, several

_MAY_NAME = re.compile(
    r"[Cc]onvention|[Cc]ovenant|[Pp]rotocol|[A-Z]{3,}|Statute|Charter|Declaration|Treaty|[Aa]mendment"
)
_PROTOCOL = re.compile(r"\b(first|second|third|1st|2nd|3rd)?\s*\bOptional\s+Protocols?\b", re.IGNORECASE)
_REACH = 14  # words from "Optional Protocol" to the name of its treaty
_AROUND = 220  # letters behind that name in which the words of a protocol stand
_SECOND = re.compile(r"death\s+penalty", re.IGNORECASE)
_OF_CHILD = (
    (re.compile(r"armed\s+conflict", re.IGNORECASE), "OP-CRC-AC"),
    (re.compile(r"sale\s+of\s+children|pornography|prostitution", re.IGNORECASE), "OP-CRC-SC"),
    (re.compile(r"communications?\s+procedure|\bthird\b|individual\s+compl", re.IGNORECASE), "OP-CRC-IC"),
)
_PROTOCOLS = {"CAT": "OPCAT", "CEDAW": "OP-CEDAW", "ICESCR": "OP-ICESCR", "CRPD": "OP-CRPD"}
_ILO = re.compile(
    r"\bILO\b[^.;]{0,40}?Conventions?\W+(?:\(?Nos?\.?\s*)?(\d{2,3})\b"
    r"|Conventions?\s+\(?(?:Nos?\.?\s*)?(\d{2,3})\b[^.;]{0,60}?\b(?:ILO|International Labour)"
    r"|Conventions?\s+\(?Nos?\.?\s*(\d{2,3})\b",
    re.IGNORECASE,
)
# "the recommendations of CERD": the committee, not its treaty.
_BODY_BEFORE = re.compile(
    r"(?:committee|recommend\w*\s+(?:\w+\s+)?(?:of|by|from)|bod(?:y|ies))\W+(?:the\s+)?(?:on\s+the\s+)?$", re.IGNORECASE
)


def treaties_in(text: str) -> frozenset[str]:
    """The codes of treaties named in ``text``; a treaty that is named only as that of a protocol does not count."""
    if not _MAY_NAME.search(text):
        return frozenset()
    named = sorted(_named(text))
    found: set[str] = set()
    taken: set[int] = set()
    for match in _PROTOCOL.finditer(text):
        for start, code in named:
            if match.start() <= start and len(text[match.end() : start].split()) <= _REACH and start not in taken:
                found |= _protocols(code, (match[1] or "").casefold(), text[match.start() : start + _AROUND])
                taken.add(start)
                break
    found |= {code for start, code in named if start not in taken}
    found |= {f"ILO {number}" for match in _ILO.finditer(text) for number in match.groups() if number}
    return frozenset(found - _named_again(text, found))


@cache
def _names() -> Phrases:
    rows = read_table("ask_treaties.csv")
    return Phrases((spelt, row["code"]) for row in rows for spelt in (*several(row["names"]), *several(row["short"])))


def _named(text: str) -> set[tuple[int, str]]:
    words = Words(text)
    spans = [span for span in laws.instruments().find(words) if laws.kind(span[2]) in ("treaty", "declaration")]
    spans += _names().find(words)
    outer = [one for one in spans if not any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in spans)]
    found = {(words.starts[first], key) for first, _, key in outer}
    # Not the CAT of OP-CAT, nor a committee.
    return {
        (at, key)
        for at, key in found
        if text[max(0, at - 1) : at] != "-" and not _BODY_BEFORE.search(text[max(0, at - 40) : at])
    }


def _protocols(code: str, which: str, around: str) -> set[str]:
    """The protocol that is meant. Of the Covenant the first one, unless it is called the second or abolishes."""
    if code in ("ICCPR", "ICCPR-OP1", "ICCPR-OP2"):
        second = which in ("second", "2nd") or (not which and bool(_SECOND.search(around)))
        return {"ICCPR-OP2" if second else "ICCPR-OP1"}
    if code == "CRC" or code.startswith("OP-CRC"):
        named = {key for pattern, key in _OF_CHILD if pattern.search(around)}
        return named or {code if code.startswith("OP-") else "OP-CRC"}
    return {_PROTOCOLS.get(code, code)}


def _named_again(text: str, found: set[str]) -> set[str]:
    """Abbreviations in brackets behind a protocol's name ("… on Civil and Political Rights (ICCPR)") name it again."""
    of_protocol = {"ICCPR": ("ICCPR-OP1", "ICCPR-OP2"), "CRC": ("OP-CRC", "OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC")}
    of_protocol |= {code: (protocol,) for code, protocol in _PROTOCOLS.items()}
    return {
        code
        for code, protocols in of_protocol.items()
        if f"({code})" in text and text.count(code) == 1 and found & set(protocols)
    }
