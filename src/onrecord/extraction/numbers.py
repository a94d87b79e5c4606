"""Numbers of recommendations in running text: single ones, lists and ranges, misprints included.

Forms seen in addenda, reports of the Council and national reports: ``140.34, 140.35. 140.36``, ``122.62- 66``,
``150 – 152``, ``140.82-85, 87``, ``115.20 to 115.25``, ``Nos. 7, 8, 9 and 12``, ``Rec. 18``, ``33., 34., 35.``,
``1, 2 (b)``, ``(1–4, 10, 12 and 19) in paragraph 97``.
"""

import re
from dataclasses import dataclass, field

MOST_IN_A_RANGE = 350  # no review has had as many in one paragraph; more is a misprint

_NUMBER = re.compile(
    r"""(?x)
    (?:(?P<paragraph>\d{1,3})\s?[.]\s?)? (?P<item>\d{1,3})
    (?! \d | [/%] | :\d | \s*per\s?cent | [.]\d | ,\d{3}(?![\d.]) )
    (?P<part> \s?\( (?:[a-z]|[ivx]{1,4}) \) | [a-z](?![a-z]) )?
    """
)
_COMMA_FOR_DOT = re.compile(r",(\d{1,3})(?!\d)")
_RANGE = re.compile(r"\.?\s*(?:[-–—‐‑‒−\ufffe]+|\bto\b|\bthrough\b|\buntil\b)\s*(?=\d)")
_SEPARATOR = re.compile(
    r"(?:\s*(?:[,;&./]|\band\b|\bor\b|\bas well as\b|\brecommendations?\b|\bnos?\b\.?))+\s*(?=\d)|\s+(?=\d{1,3}\.\d)",
    re.I,
)
_CUE = re.compile(r"(?<!general )\brecommendations?\b|\brecs?\b\.?|\bnos\.(?=\s?\d)", re.I)
_FILLER = re.compile(
    r"(?:[\s(:]|[-–]\s|\b(?:contained|included|listed|appearing|set\s+out|made|in|under|of|the|with|numbers?|numbered|nos?"
    r"|number|paragraphs?|paras?|sub-?paragraphs?)\b|\.|#|№|n°){0,12}",
    re.I,
)
_OTHER_NUMBERS = re.compile(
    r"\b(?:conventions?|laws?|acts?|decrees?|resolutions?|protocols?|ILO|decisions?)\b[^.;]*$", re.I
)
_MERELY_NAMED = re.compile(r"\b(?:under|see|paragraphs?|paras?\.|item)\s*$", re.I)  # "see 51.3"
_SAYS_PARAGRAPH = re.compile(r"\b(?:paragraphs?|paras?)\b", re.I)
_DOTTED = re.compile(
    r"(?<![\d./A-Za-z$€£-])(?<!article )(?<!section )(?<!rule )(?<!chapter )(?<!table )\d{2,3}\.\d{1,3}(?![\d%])"
)
# In small letters: "5 of which" is a count, "Rec. 5 Of 40 schools …" is an entry.
_COUNTED = re.compile(
    r"\s*(?:(?:out\s+)?of\s+(?:the\s+)?(?:\d|which)|other\b|more\b"
    r"|(?:(?!and\b|or\b|to\b)[a-z]+\s+){0,2}recommendations?\b"
    r"|per\s?cent|%|million|billion|thousand|countries|[Ss]tates\b|times|years?|months?|days?|January|February|March|April"
    r"|May\b|June|July|August|September|October|November|December)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One number. ``start``/``end``: span of the number, or of the whole range, as written."""

    number: str  # "140.34"; "34" where the paragraph is not known; "2 (b)"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A stretch that looks like a range and cannot be one; nothing is made of it."""

    what: str
    start: int
    end: int


@dataclass(slots=True)
class NumberList:
    """Numbers that stand together. ``start``/``end``: span of the list in the text searched."""

    start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    paragraph: str = ""  # that a further plain number would belong to
    cue: int | None = None  # where the word "recommendations" before it stands; None if there is none

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers, each once, in the order written."""
        return tuple(dict.fromkeys(m.number for m in self.mentions))


@dataclass(frozen=True, slots=True)
class _End:
    """One written number: ``18``, ``140.18`` or ``2 (b)``."""

    paragraph: str
    item: str
    part: str
    start: int
    end: int

    def within(self, paragraph: str) -> str:
        own = self.paragraph or paragraph
        return f"{own}.{self.item}{self.part}" if own else f"{self.item}{self.part}"


def parse_list(text: str, at: int = 0, *, paragraph: str = "") -> NumberList | None:
    """The list of numbers that begins exactly at ``at``; None if no number stands there.

    Args:
        text: any text.
        at: offset of the first digit.
        paragraph: of the report, to which plain numbers belong until a dotted one names another; "" if not known.

    Returns:
        The list. A range that falls, runs over two paragraphs or is longer than any report becomes a problem.
    """
    first = _number(text, at, paragraph)
    if first is None or _COUNTED.match(text, first.end):
        return None
    found = NumberList(first.start, first.end, paragraph=paragraph)
    current: _End | None = first
    while current is not None:
        current = _take(text, current, found)
    return found


def find_lists(text: str, start: int = 0, end: int | None = None, *, paragraph: str = "") -> list[NumberList]:
    """All lists in ``text[start:end]``: behind "recommendation(s)", "Rec.", "Nos.", and dotted numbers anywhere.

    Args:
        text: any text.
        start: where to begin.
        end: where to stop; None for the end of the text.
        paragraph: as for :func:`parse_list`.
    """
    stop = len(text) if end is None else end
    text = text[:stop]
    found: list[NumberList] = []
    behind = start
    for at, cue in sorted(_beginnings(text, start).items()):
        if at < behind:
            continue
        listed = parse_list(text, at, paragraph=paragraph)
        if listed is not None and (listed.mentions or listed.problems):
            listed.cue = cue
            found.append(listed)
            behind = listed.end
            paragraph = listed.paragraph or paragraph
    return found


def _beginnings(text: str, start: int) -> dict[int, int | None]:
    """Where lists may begin, each with the place of the word that announces it."""
    found: dict[int, int | None] = {
        dotted.start(): None
        for dotted in _DOTTED.finditer(text, start)
        if not _MERELY_NAMED.search(text, max(start, dotted.start() - 20), dotted.start())
    }
    for cue in _CUE.finditer(text, start):
        if cue.group()[0] in "nN" and _OTHER_NUMBERS.search(text, max(start, cue.start() - 60), cue.start()):
            continue
        filler = _FILLER.match(text, cue.end())
        at = filler.end() if filler else cue.end()
        if at >= len(text) or not text[at].isdigit():
            continue
        if not _SAYS_PARAGRAPH.search(text, cue.end(), at) or _names_items(text, at):
            found[at] = cue.start()
    return found


def _names_items(text: str, at: int) -> bool:
    """Behind "recommendations in paragraphs" only ``98.1`` and ``23 (b)`` are items; 97 is a paragraph."""
    number = _NUMBER.match(text, at)
    return bool(number and (number["paragraph"] or number["part"]))


def _number(text: str, at: int, paragraph: str) -> _End | None:
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    own, item = match["paragraph"] or "", match["item"]
    if own and own != paragraph and text[match.end("paragraph") : match.start("item")] != ".":
        return _End("", own, "", at, match.end("paragraph"))  # "33. 34": two numbers, unless 33 is the paragraph
    if not own and item == paragraph and (misprint := _COMMA_FOR_DOT.match(text, match.end("item"))):
        return _End(item, misprint[1], "", at, misprint.end())  # "126,27" below paragraph 126
    part = (match["part"] or "").strip()
    part = f" {part}" if part.startswith("(") else part
    return _End(own, item, part, at, match.end())


def _take(text: str, first: _End, found: NumberList) -> _End | None:
    """Add a number or range to the list; the next number behind it, if the list goes on."""
    paragraph = first.paragraph or found.paragraph
    dash = _RANGE.match(text, first.end)
    last = _number(text, dash.end(), paragraph) if dash else None
    if last is not None:
        _add_range(text, first, last, found)
    else:
        last = first
        found.mentions.append(Mention(first.within(found.paragraph), first.start, first.end))
        found.paragraph = paragraph
    found.end = last.end
    return _next(text, last.end, found.paragraph)


def _next(text: str, at: int, paragraph: str) -> _End | None:
    separator = _SEPARATOR.match(text, at)
    if separator is None:
        return None
    following = _number(text, separator.end(), paragraph)
    if following is None or _COUNTED.match(text, following.end):
        return None
    return following


def _add_range(text: str, first: _End, last: _End, found: NumberList) -> None:
    own = first.paragraph or found.paragraph
    found.paragraph = last.paragraph or own
    low, high = int(first.item), int(last.item)
    if last.paragraph and last.paragraph != own:
        what = "runs over two paragraphs"
    elif first.part or last.part:
        what = "has parts at its ends"
    elif high < low:
        what = "falls"
    elif high - low >= MOST_IN_A_RANGE:
        what = f"has more than {MOST_IN_A_RANGE} numbers"
    else:
        prefix = f"{own}." if own else ""
        found.mentions.extend(Mention(f"{prefix}{n}", first.start, last.end) for n in range(low, high + 1))
        return
    written = text[first.start : last.end]
    found.problems.append(Problem(f"The range “{written}” {what}.", first.start, last.end))
