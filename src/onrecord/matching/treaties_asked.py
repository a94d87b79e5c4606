"""Which treaties a text names: optional protocols by the treaty they belong to, conventions of the ILO by number."""

import re

from onrecord.vocabulary import laws
from onrecord.vocabulary.phrases import Words

_PROTOCOL = re.compile(r"\b(first|second|third|1st|2nd|3rd)?\s*\bOptional\s+Protocols?\b", re.IGNORECASE)
_REACH = 14  # words from "Optional Protocol" to the name of its treaty
_SECOND = re.compile(r"abolition\s+of\s+the\s+death\s+penalty|death\s+penalty", re.IGNORECASE)
_OF_CHILD = (
    (re.compile(r"armed\s+conflict", re.IGNORECASE), "OP-CRC-AC"),
    (re.compile(r"sale\s+of\s+children|pornography|prostitution", re.IGNORECASE), "OP-CRC-SC"),
    (re.compile(r"communications?\s+procedure|\bthird\b|individual\s+compl", re.IGNORECASE), "OP-CRC-IC"),
)
_PROTOCOLS = {"CAT": "OPCAT", "CEDAW": "OP-CEDAW", "ICESCR": "OP-ICESCR", "CRPD": "OP-CRPD"}
_SHORT = {"CEDAW": "CEDAW", "CERD": "ICERD", "CED": "ICPPED", "CPED": "ICPPED", "CMW": "ICRMW", "ICCPR": "ICCPR"}
_SHORT |= {"ICESCR": "ICESCR", "CPRD": "CRPD", "OPCAT": "OPCAT", "OP-CAT": "OPCAT", "CRPD": "CRPD", "CRC": "CRC", "CAT": "CAT"}
_SHORT |= {"ICRMW": "ICRMW", "ICERD": "ICERD", "ICPPED": "ICPPED"}
_CAPITALS = re.compile(r"(?<![\w-])(?:[A-Z]{2,4}-)?[A-Z]{3,6}(?:-[A-Z]{2})?(?:[ -]?OP[ -]?[12]?)?(?![\w-])")
_ILO = re.compile(
    r"\bILO\b[^.;]{0,40}?Conventions?\W+(?:\(?Nos?\.?\s*)?(\d{2,3})|Conventions?\s+(?:Nos?\.?\s*)?(\d{2,3})[^.;]{0,60}?\b(?:ILO|International Labour)"
    r"|Conventions?\s+Nos?\.?\s*(\d{2,3})",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(r"(?:committee|recommend\w*\s+(?:of|by|from)|bod(?:y|ies))\W+(?:the\s+)?(?:on\s+the\s+)?$", re.IGNORECASE)
_NOT_TREATIES = frozenset({"code", "constitution"})


def treaties_in(text: str) -> frozenset[str]:
    """The codes of treaties named in ``text``; a treaty named only as that of a protocol does not count."""
    if not _MAY_NAME.search(text):
        return frozenset()
    named = sorted(_named(text))
    found: set[str] = set()
    taken: set[int] = set()
    for match in _PROTOCOL.finditer(text):
        for start, code in named:
            if match.start() <= start and len(text[match.end() : start].split()) <= _REACH and start not in taken:
                found |= _protocols(code, (match[1] or "").casefold(), text[match.start() : start + 220])
                taken.add(start)
                break
    found |= {code for start, code in named if start not in taken}
    found |= {f"ILO {number}" for match in _ILO.finditer(text) for number in match.groups() if number}
    return frozenset(found - _codes_of_protocols_only(text, found))


_MAY_NAME = re.compile(r"[Cc]onvention|[Cc]ovenant|[Pp]rotocol|[A-Z]{3,}|Statute|Charter|Declaration|Treaty")


def _named(text: str) -> set[tuple[int, str]]:
    words = Words(text)
    spans = [span for span in laws.instruments().find(words) if _is_treaty(span[2])]
    outer = [one for one in spans if not any(o[0] < one[0] and one[1] <= o[1] for o in spans)]
    found = {(words.starts[first], key) for first, _, key in outer}
    found = {(start, key) for start, key in found if text[max(0, start - 1) : start] != "-"}  # not the CAT of OP-CAT
    starts = {start for start, _ in found}
    for match in _CAPITALS.finditer(text):
        code = _SHORT.get(match.group())
        if code and match.start() not in starts:
            found.add((match.start(), code))
    return {(start, code) for start, code in found if not _BODY_BEFORE.search(text[max(0, start - 40) : start])}


def _is_treaty(key: str) -> bool:
    return laws.kind(key) in ("treaty", "declaration")


def _protocols(code: str, which: str, around: str) -> set[str]:
    """The protocol that is meant. Of the Covenant the first one, unless it is called the second or abolishes."""
    if code in ("ICCPR", "ICCPR-OP1", "ICCPR-OP2"):
        second = which in ("second", "2nd") or (not which and bool(_SECOND.search(around)))
        return {"ICCPR-OP2" if second else "ICCPR-OP1"}
    if code == "CRC" or code.startswith("OP-CRC"):
        named = {key for pattern, key in _OF_CHILD if pattern.search(around)}
        return named or {code if code.startswith("OP-") else "OP-CRC"}
    return {_PROTOCOLS.get(code, code)}


def _codes_of_protocols_only(text: str, found: set[str]) -> set[str]:
    """Abbreviations in brackets behind a protocol's name ("… on Civil and Political Rights (ICCPR)") name it again."""
    again = {"ICCPR": ("ICCPR-OP1", "ICCPR-OP2"), "CAT": ("OPCAT",), "CEDAW": ("OP-CEDAW",), "ICESCR": ("OP-ICESCR",)}
    again |= {"CRPD": ("OP-CRPD",), "CRC": ("OP-CRC", "OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC")}
    first = {code: text.find(f"({code})") for code in again}
    return {code for code, protocols in again.items() if first[code] >= 0 and found & set(protocols) and text.count(code) == 1}
