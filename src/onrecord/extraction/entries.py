"""Entries of an addendum: a number, or several, and what the State replies below or beside it.

Layouts seen: "Rec. 18 We consider …", "115.3: Arvenia accepts …", "5., 6., 7. The Government accepts these …" (numbers
in a narrow left column, so that their tail may stand inside the reply), a line that is nothing but "122.14– 15" above
the reply, the recommendation written out with its States and the reply behind it, and rows of tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from onrecord.extraction.answers import Stance, decide, stances
from onrecord.extraction.numbers import NumberList, Problem, parse_list
from onrecord.extraction.sentences import sentences
from onrecord.extraction.states_named import state_brackets
from onrecord.model import Paragraph, ParagraphKind

_LEAD = re.compile(
    r"\W*(?:(?:response|reply|answer)s?\s+to\s+)?(?P<word>recommendations?|recs?\b\.?)?\s*(?:nos?\.?|numbers?|n°|#)?\s*(?=\d)",
    re.I,
)
_BEHIND = re.compile(r"[.,\s]*(?:\)|:|[-–—])?\s*")
_NUMBERED_LINE = re.compile(r"\d{1,3}\.(?:,\s*\d{1,3}\.)+")
_TAIL_OF_NUMBERS = re.compile(r"(?<!\S)\d{1,3}\.(?:,\s*\d{1,3}\.)*(?!\S)")
_SPEAKS_OF_IT = re.compile(
    r"\brecommendations?\b|\b(?:this|that|first|second|third|other|latter|remaining|last)\s+(?:part|element|aspect|half|point)\b",
    re.I,
)
_LABEL = re.compile(
    r"\W*(?:response|reply|answer|position|status|comments?|decision)(?:\s+of\s+[^:]{2,40})?\s*:\s*", re.I
)
_SHORT = 80  # letters of a cell that holds a position and nothing else


@dataclass(slots=True)
class Entry:
    """Numbers and the spans of text that reply to them."""

    numbers: tuple[str, ...]
    paragraph: Paragraph
    replies: list[tuple[int, int]] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()  # spans relative to the paragraph
    position: tuple[int, int] | None = None  # span of a cell that holds the position alone

    @property
    def reply(self) -> tuple[int, int] | None:
        """From the first letter of the reply to its last; None if there is none."""
        return (self.replies[0][0], self.replies[-1][1]) if self.replies else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What an entry answers and the words, as a span, that say so. ``sure``: they speak of the recommendation."""

    stance: Stance
    words: tuple[int, int]
    sure: bool = True


def opening(paragraph: Paragraph, *, report_paragraph: str, plain: bool) -> Entry | None:
    """The entry that a paragraph opens, None if it opens none.

    Args:
        paragraph: any paragraph of the body.
        report_paragraph: paragraph of the report whose items are numbered 1, 2, 3; "" if not known.
        plain: whether paragraph numbers of this addendum are numbers of recommendations.
    """
    if "." in paragraph.number or (plain and paragraph.number.isdigit()):
        prefix = f"{report_paragraph}." if report_paragraph and "." not in paragraph.number else ""
        return _entry(paragraph, (f"{prefix}{paragraph.number}",), 0)
    lead = _LEAD.match(paragraph.text)
    if lead is None or (paragraph.number and not lead["word"]):
        return None
    listed = parse_list(paragraph.text, lead.end(), paragraph=report_paragraph)
    if listed is None or not _opens(paragraph.text, listed, bool(lead["word"])):
        return None
    behind = _BEHIND.match(paragraph.text, listed.end)
    entry = _entry(paragraph, listed.numbers, behind.end() if behind else listed.end, tuple(listed.problems))
    if paragraph.text[listed.end : listed.end + 2].rstrip().endswith(","):
        entry.numbers += tuple(_tail(paragraph.text, listed, report_paragraph))
    return entry


def plain_numbering(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the numbers of paragraphs in this addendum are those of recommendations.

    They are where most numbered paragraphs answer "the recommendation" without naming a number of their own.
    """
    numbered = [p for p in paragraphs if p.number.isdigit() and p.kind is ParagraphKind.BODY]
    if len(numbered) < 3:
        return False
    answering = sum(bool(_first_stances(p)) and not _names_number(p.text) for p in numbered)
    return answering * 2 > len(numbered)


def rows(paragraphs: Sequence[Paragraph], *, report_paragraph: str) -> Iterator[Entry]:
    """The entries in the rows of tables: one cell begins with numbers, another holds the position."""
    for _row, cells in groupby((p for p in paragraphs if p.row is not None), key=lambda p: p.row):
        entry: Entry | None = None
        for cell in cells:
            opened = opening(cell, report_paragraph=report_paragraph, plain=cell.column == 0)
            if entry is None and opened is not None:
                entry = opened
            elif entry is not None:
                _add_cell(entry, cell)
        if entry is not None:
            yield entry


def decision(text: str, entry: Entry) -> Decision | None:
    """What the entry answers.

    The first sentence counts whatever it speaks of, later ones if they speak of "the recommendation" or a part of it.
    Acceptance of one part and refusal of another, in whatever sentences, come out as acceptance in part.
    """
    if entry.position is not None:
        said = decide(stances(text, *entry.position))
        return Decision(said, entry.position) if said else None
    found = list(_relevant(text, entry.replies))
    sure = bool(found)
    if not found and entry.replies:
        low, high = entry.replies[0]
        found = [(s, span) for span in sentences(text, low, high) for s in stances(text, *span)]
    said = decide([s for s, _ in found])
    if said is None:
        return None
    spans = [span for s, span in found if said.start <= s.start < max(said.end, said.start + 1)] or [found[0][1]]
    return Decision(said, (spans[0][0], spans[-1][1]), sure)


def _relevant(text: str, replies: list[tuple[int, int]]) -> Iterator[tuple[Stance, tuple[int, int]]]:
    for i, (low, high) in enumerate(replies):
        label = _LABEL.match(text, low, high)
        for j, span in enumerate(sentences(text, label.end() if label else low, high)):
            if i == j == 0 or _SPEAKS_OF_IT.search(text, *span):
                yield from ((s, span) for s in stances(text, *span))


def _entry(paragraph: Paragraph, numbers: tuple[str, ...], behind: int, problems: tuple[Problem, ...] = ()) -> Entry:
    """The entry with the part of its paragraph that replies: all of it, or what follows the States that recommended."""
    entry = Entry(numbers, paragraph, problems=problems)
    brackets = state_brackets(paragraph.text)
    if brackets:
        behind = max(behind, brackets[-1].end)
        while behind < len(paragraph.text) and paragraph.text[behind] in " ;.,:–-—":
            behind += 1
    if paragraph.text[behind:].strip(" .,;:"):
        entry.replies.append((paragraph.start + behind, paragraph.end))
    return entry


def _opens(text: str, listed: NumberList, word: bool) -> bool:
    """A sentence about recommendations goes on in small letters; an entry begins anew, or holds nothing but numbers."""
    behind = _BEHIND.match(text, listed.end)
    rest = text[behind.end() if behind else listed.end :]
    dotted = any("." in m.number for m in listed.mentions) and "." in text[listed.start : listed.end]
    if not (word or dotted or _NUMBERED_LINE.match(text, listed.start)):
        return False
    return (
        not rest
        or rest[0].isupper()
        or rest[0] in '“"('
        or text[listed.end : listed.end + 2].strip() in (":", "–", "-", "—")
    )


def _tail(text: str, listed: NumberList, report_paragraph: str) -> Iterator[str]:
    """Numbers of the left column that came to stand inside the reply: the run that goes on where the list broke off."""
    last = listed.mentions[-1].number.rpartition(".")[2] if listed.mentions else ""
    for run in _TAIL_OF_NUMBERS.finditer(text, listed.end):
        more = parse_list(text, run.start(), paragraph=report_paragraph)
        if more is None or not last.isdigit():
            continue
        items = [int(n.rpartition(".")[2]) for n in more.numbers if n.rpartition(".")[2].isdigit()]
        if items and items == sorted(items) and int(last) < items[0] <= int(last) + 10:
            yield from more.numbers
            return


def _first_stances(paragraph: Paragraph) -> list[Stance]:
    spans = sentences(paragraph.text)
    return stances(paragraph.text, *spans[0]) if spans else []


def _names_number(text: str) -> bool:
    return bool(re.search(r"\brecommendations?\s+(?:nos?\.?\s*|\()?\d", text, re.I))


def _add_cell(entry: Entry, cell: Paragraph) -> None:
    if entry.position is None and len(cell.text) <= _SHORT and stances(cell.text):
        entry.position = (cell.start, cell.end)
    else:
        entry.replies.append((cell.start, cell.end))
