"""Symbols of United Nations documents: ``A/HRC/28/10/Add.1``, ``CCPR/C/KAZ/CO/2``, ``UA KAZ 2/2012``.

How symbols are built: organ, then body or series, session or State, number, and what was added later (``/Add.1``
addendum, ``/Corr.1`` correction, ``/Rev.1`` new version), parted by slashes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 200  # characters, line breaks included; longer texts are no symbol

_GAP = r"[ \t\u00a0]?\r?\n?[ \t\u00a0]?"  # a blank or a line break may stand beside a slash
_SUFFIX = re.compile(r"(Add|Corr|Rev|Amend)\.(\d+)", re.IGNORECASE)
_PART = (
    rf"(?:(?:Add|Corr|Rev|Amend|ADD|CORR|REV)\.{_GAP}\d{{1,4}}"
    r"|[A-Z]{1,6}\.[ ]?\d{1,5}"
    r"|S[-\u2010\u2011]\d{1,3}"
    r"|[A-Z]{1,6}(?![A-Za-z.])"
    r"|\d{1,6}(?:[-\u2010\u2011\u2013]\d{1,4})?(?![\d]))"
)
_TREATY_BODIES = "CCPR|CEDAW|CERD|CAT|CRC|CRPD|CED|CMW"
_ORGAN = rf"(?<![\w/])(?:{_TREATY_BODIES}|HRI|A|E|S){_GAP}"
_LETTER = r"(?<!\w)(?:UA|AL|OL|JUA|JAL|JOL)\s{1,2}[A-Z]{3}\s{1,2}\d{1,3}"
_SYMBOL = re.compile(rf"{_ORGAN}/{_GAP}{_PART}(?:{_GAP}/{_GAP}{_PART})*|{_LETTER}/\d{{4}}(?!\d)")
# What stands before the first slash. Looking back from slashes is ten times faster than trying every letter.
_BEFORE_SLASH = re.compile(rf"(?:{_ORGAN}|{_LETTER})\Z")
_LONGEST_BEFORE_SLASH = 16
_SECOND = {  # what may follow the first part; keeps "A/B" and "E/2" out
    "A": re.compile(r"HRC|RES|DEC|CONF\.\d+|C\.\d|\d{2}|S-\d+|CN\.\d+|ES-\d+"),
    "E": re.compile(r"C\.\d+|CN\.\d+|RES|DEC|\d{4}"),
    "S": re.compile(r"RES|PRST|\d{4}"),
    "HRI": re.compile(r"CORE|GEN|MC|ICM"),
}
_TREATY_SECOND = re.compile(r"CO?|OP|SP")
_STATE = re.compile(r"[A-Z]{3}")
# Three capital letters that stand where a State's code could and mean something else.
_NO_STATE = frozenset({"DEC", "RES", "NGO", "SUB", "INF", "CRP", "QPR"})


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol, taken apart. What a symbol does not tell is "" or None."""

    text: str  # as it should be written, without blanks
    body: str  # "HRC", "UPR" (Working Group of the Council), "CCPR", "CESCR" …, "GA", "ECOSOC", "SC", "HRI"
    series: str = ""  # "WG.6", "DEC", "RES", "L", "CO", "Q", "D", "SR", "GC" …; "UA", "AL", "OL" for letters
    session: int | None = None
    state: str = ""  # three letters as printed, ISO 3166-1 alpha-3 as a rule
    number: str = ""  # "10", "3-4", "2920"
    year: int | None = None
    suffixes: tuple[str, ...] = ()  # ("Add.1", "Corr.1")

    @property
    def base(self) -> str:
        """The symbol without ``/Add.1`` and the like."""
        return self.text.removesuffix("".join(f"/{s}" for s in self.suffixes))

    @property
    def is_addendum(self) -> bool:
        """Whether it is an addendum (or a correction of one)."""
        return any(s.startswith("Add") for s in self.suffixes)


def parse(text: str) -> Symbol | None:
    """The symbol that ``text`` is; blanks and line breaks beside slashes, and marks at its ends, do not count.

    Returns:
        None if the text is no symbol or holds anything else.
    """
    if len(text) > LONGEST:
        return None
    stripped = text.strip().strip("*.,;:()[]").strip()
    match = _SYMBOL.fullmatch(stripped)
    return _parsed(match.group()) if match else None


def find_all(text: str) -> list[tuple[int, int, Symbol]]:
    """All symbols in ``text``, from left to right, each with its span."""
    found = []
    slash = text.find("/")
    while slash >= 0:
        behind = slash + 1
        before = _BEFORE_SLASH.search(text, max(slash - _LONGEST_BEFORE_SLASH, 0), slash)
        match = _SYMBOL.match(text, before.start()) if before else None
        symbol = _parsed(match.group()) if match else None
        if match and symbol:
            found.append((match.start(), match.end(), symbol))
            behind = match.end()
        slash = text.find("/", behind)
    return found


def _parsed(written: str) -> Symbol | None:
    if "/" in written and written[:3].strip() in ("UA", "AL", "OL", "JUA", "JAL", "JOL"):
        return _letter(written)
    joined = re.sub(r"\s+", "", written).translate(_HYPHENS)
    parts = joined.split("/")
    if not _may_begin(parts):
        return None
    body_parts = list(parts)
    suffixes: list[str] = []
    while len(body_parts) > 2 and (match := _SUFFIX.fullmatch(body_parts[-1])):
        suffixes.insert(0, f"{match[1].capitalize()}.{match[2]}")
        body_parts.pop()
    text = "/".join([*body_parts, *suffixes])
    if parts[0] == "A" and parts[1] == "HRC":
        return _council(text, body_parts[2:], tuple(suffixes))
    if parts[0] in _TREATY_BODIES.split("|") or parts[:2] == ["E", "C.12"]:
        body = "CESCR" if parts[0] == "E" else parts[0]
        return _treaty_body(text, body, body_parts[2:], tuple(suffixes))
    body = {"A": "GA", "E": "ECOSOC", "S": "SC"}.get(parts[0], parts[0])
    return _plain(text, body, body_parts[1:], tuple(suffixes))


_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2013": "-"})


def _may_begin(parts: Sequence[str]) -> bool:
    if not any(c.isdigit() for c in "".join(parts[1:])):
        return False
    second = _SECOND.get(parts[0], _TREATY_SECOND)
    return second.fullmatch(parts[1]) is not None and (len(parts) > 2 or parts[0] in ("E", "S"))


def _letter(written: str) -> Symbol:
    series, state, number = written.split()
    case, year = number.split("/")
    return Symbol(f"{series} {state} {number}", "SP", series, None, state, case, int(year))


def _council(text: str, parts: list[str], suffixes: tuple[str, ...]) -> Symbol | None:
    """``28/10``, ``WG.6/20/KAZ/1``, ``WG.6/7/L.9``, ``DEC/28/111``, ``28/NGO/5``, ``S-12/1``, ``WGAD/2014/5``."""
    body, series = "HRC", ""
    if parts and parts[0] == "WG.6":
        body, series, parts = "UPR", "WG.6", parts[1:]
    elif parts and parts[0].isalpha():
        series, parts = parts[0], parts[1:]
    session, state, year = None, "", None
    if parts and parts[0].isdigit():
        if series.startswith("WG") and body == "HRC":
            year = int(parts[0])
        else:
            session = int(parts[0])
        parts = parts[1:]
    elif parts and parts[0].startswith("S-"):
        series, parts = parts[0], parts[1:]
    if parts and _is_state(parts[0]):
        state, parts = parts[0], parts[1:]
    series, number = _series_and_number(series, parts)
    return Symbol(text, body, series, session, state, number, year, suffixes)


def _treaty_body(text: str, body: str, parts: list[str], suffixes: tuple[str, ...]) -> Symbol:
    """``KAZ/CO/2``, ``KAZ/Q/2``, ``127/D/2920/2016``, ``SR.3000``, ``GC/34``, ``OPAC/KAZ/CO/1``, ``KAZ/2``."""
    session, state, year, series = None, "", None, ""
    if len(parts) > 1 and parts[0].isdigit():
        session, parts = int(parts[0]), parts[1:]
    while parts and not state and parts[0].isalpha():
        if _is_state(parts[0]):
            state = parts[0]
        else:
            series = parts[0]
        parts = parts[1:]
    if series == "D" and len(parts) == 2 and parts[1].isdigit():
        return Symbol(text, body, series, session, state, parts[0], int(parts[1]), suffixes)
    series, number = _series_and_number(series, parts)
    return Symbol(text, body, series, session, state, number, year, suffixes)


def _plain(text: str, body: str, parts: list[str], suffixes: tuple[str, ...]) -> Symbol:
    """Other organs: the first word is the series, the first number the session or year, the last the number."""
    series = parts[0] if not parts[0].isdigit() else ""
    numbers = [p for p in parts if p[0].isdigit()]
    first = int(numbers[0].split("-")[0]) if len(numbers) > 1 else None
    state = next((p for p in parts[1:] if _is_state(p)), "")
    number = numbers[-1] if numbers else parts[-1].rpartition(".")[2]
    is_year = first is not None and first >= 1900
    return Symbol(
        text, body, series, None if is_year else first, state, number, first if is_year else None, suffixes=suffixes
    )


def _is_state(part: str) -> bool:
    return _STATE.fullmatch(part) is not None and part not in _NO_STATE


def _series_and_number(series: str, parts: list[str]) -> tuple[str, str]:
    """Folds what is left (``CO/2``, ``L.9``, ``NGO/5``, ``10``) into a series and a number."""
    number = ""
    for part in parts:
        if part[0].isdigit():
            number = part
        elif "." in part:
            series, number = part.split(".", 1)
        else:
            series = part
    return series, number
