"""Finds what stands between quotation marks, of every style, inside one paragraph."""

import re
from dataclasses import dataclass

_MARKS = re.compile("[“”„«»\"‘’'‹›]")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’'", "'": "'’", "‹": "›"}
_SINGLE = frozenset("‘’'")
_BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-/*_“\"«„‘'")
_PUNCTUATION = frozenset(',.;:!?…)]}*_”"»—–')

# What follows the apostrophe of a plural is a noun or an adjective.
_NO_NOUN = re.compile(
    r"\s+(?:and|or|of|in|on|at|to|for|by|with|from|as|is|are|was|were|has|have|had|that|which|who|the|an?|but|under|"
    r"against|after|before|because|should|must|may|can|will|would|if|when|while|than|into|through|within|without)\b"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks. ``closed``: its closing mark stands in the same paragraph."""

    start: int
    end: int
    depth: int = 0
    closed: bool = True


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """What stands between quotation marks in ``text[start:end]``, in order; quotations inside quotations too.

    Apostrophes ("the workers' strike") are no marks. A quotation that is never closed reaches to the end of the
    paragraph if it opens with a double mark.
    """
    found: list[Quoted] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text, start, end):
        sign, at = match.group(), match.start()
        level = _closed_by(open_marks, sign) if _may_close(text, at, end, open_marks) else None
        if level is not None:
            if at > open_marks[level][1]:
                found.append(Quoted(open_marks[level][1], at, level))
            del open_marks[level:]
        elif sign in _CLOSES and _may_open(text, at, start, end):
            open_marks.append((sign, at + 1))
    if open_marks and open_marks[0][0] not in _SINGLE and end - open_marks[0][1] > 20:
        found.append(Quoted(open_marks[0][1], end, 0, closed=False))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _closed_by(open_marks: list[tuple[str, int]], sign: str) -> int | None:
    """Which of the open quotations this sign closes."""
    for level in range(len(open_marks) - 1, -1, -1):
        if sign in _CLOSES[open_marks[level][0]]:
            return level
    return None


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in _SINGLE and (after.isdigit() or not (after.isalnum() or after in '[(“"…')):  # '90s
        return False
    return before in _BEFORE_OPENING and not after.isspace()


def _may_close(text: str, at: int, end: int, open_marks: list[tuple[str, int]]) -> bool:
    sign = text[at]
    if not open_marks or at == 0 or (text[at - 1].isspace() and sign != "»"):
        return False
    after = text[at + 1] if at + 1 < end else " "
    if sign not in _SINGLE:
        return sign != '"' or not after.isalpha()
    if after.isalnum():  # don't, the State's
        return False
    plural = text[at - 1] == "s" and after not in _PUNCTUATION and not _NO_NOUN.match(text, at + 1)
    return not (plural and _closes_later(text, at, end))


def _closes_later(text: str, at: int, end: int) -> bool:
    """Whether a better closing mark comes: then this one is the apostrophe of a plural ("the workers' rights")."""
    for other in range(at + 1, min(end, at + 400)):
        if text[other] in "‘'" and text[other - 1].isspace():  # another quotation opens before
            return False
        if text[other] in "’'" and (other + 1 == end or not text[other + 1].isalnum()) and text[other - 1].isalnum():
            after = text[other + 1] if other + 1 < end else " "
            return text[other - 1] != "s" or after in _PUNCTUATION or _NO_NOUN.match(text, other + 1) is not None
        if text[other] in ".!?" and text[other + 1 : other + 2] in (" ", ""):
            return False
    return False
