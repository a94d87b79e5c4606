"""Walks the section "Conclusions and/or recommendations" of a Working Group report: chapeaux and the items below them.

Source of the layouts: reports of the Working Group on the UPR, sessions 1 to 34. Sessions 1 to 7 number items "1., 2."
below a paragraph, later ones "83.1"; single items stand without a number right below their chapeau.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.extraction.chapeau import Reading, read_chapeau
from onrecord.extraction.states_named import state_brackets
from onrecord.model import Document, Paragraph, ParagraphKind

_HEADING = re.compile(
    r"(?:[IVX]+\s*\.?\s*)?conclusions?\s*(?:and\s*/?\s*(?:or)?\s*/?\s*)?recommendations?\W*\d*\W*$", re.I
)
_END = re.compile(
    r"should\s+not\s+be\s+construed\s+as\s+endorsed|^(?:[IVX]+\s*\.\s*)?voluntary\s+(?:pledges|commitments|undertakings)"
    r"|^annex(?:es|e)?\b|^composition\s+(?:of|de)\s+(?:the|la)\s+d[eé]l[eé]gation",
    re.I,
)
_CLOSED = re.compile(r"[;.]\s*(?:and)?\s*$")
# Below a paragraph that answers by reference, items explain the answer: they repeat no recommendation.
_EXPLAINS = re.compile(
    r"(?:with\s+(?:regard|respect|reference)\s+to|regarding|concerning|as\s+(?:for|to|regards)|in\s+relation\s+to|on)\s+"
    r"(?:the\s+)?recommendations?\b",
    re.I,
)


@dataclass(slots=True)
class Item:
    """One item of the list: its number and the paragraphs it is made of (mostly one)."""

    number: str
    paragraphs: list[Paragraph]


@dataclass(slots=True)
class Section:
    """One numbered paragraph of the section, what it says of the items below it, and these items."""

    number: str
    chapeau: Paragraph | None
    reading: Reading | None
    items: list[Item] = field(default_factory=list)
    remarks: list[Paragraph] = field(default_factory=list)  # paragraphs below it that are no items

    @property
    def said(self) -> list[Paragraph]:
        """Its chapeau and remarks: all in which the State may speak of items by number."""
        return [*([self.chapeau] if self.chapeau else []), *self.remarks]


def sections(document: Document) -> list[Section]:
    """The sections in order; empty if the document has no such list."""
    walk = _Walk()
    for paragraph in _body(document):
        walk.step(paragraph)
    return walk.sections


def _body(document: Document) -> Iterator[Paragraph]:
    paragraphs = [p for p in document.paragraphs if p.kind is not ParagraphKind.NOTE]
    start = _first(paragraphs)
    for paragraph in paragraphs[start:]:
        if _END.search(paragraph.text):
            return
        yield paragraph


def _first(paragraphs: list[Paragraph]) -> int:
    """Index behind the heading; the last such heading, since the table of contents has one as well."""
    at = [i for i, p in enumerate(paragraphs) if not p.number and len(p.text) < 90 and _HEADING.match(p.text)]
    if at:
        return at[-1] + 1
    for i, paragraph in enumerate(paragraphs):
        if _opens_list(paragraph) and any(_dotted_under(p, paragraph.number) for p in paragraphs[i + 1 : i + 3]):
            return i
    return len(paragraphs)


def _opens_list(paragraph: Paragraph) -> bool:
    return (
        paragraph.number.isdigit() and "recommendation" in paragraph.text and read_chapeau(paragraph.text) is not None
    )


def _dotted_under(paragraph: Paragraph, number: str) -> bool:
    return paragraph.number.startswith(f"{number}.") or (paragraph.number == "1" and paragraph.level > 0)


class _Walk:
    """Takes paragraphs one by one and decides: a new section, a new item, or more of the last item."""

    def __init__(self) -> None:
        self.sections: list[Section] = []

    def step(self, paragraph: Paragraph) -> None:
        number = paragraph.number
        if "." in number:
            self._dotted(paragraph)
        elif number.isdigit():
            if self._is_item(paragraph):
                self._add(Item(f"{self.sections[-1].number}.{number}", [paragraph]))
            else:
                self._open(paragraph)
        elif number:
            self._lettered(paragraph)
        else:
            self._unnumbered(paragraph)

    def _is_item(self, paragraph: Paragraph) -> bool:
        """Items 95, 96, 97 of paragraph 95 look like paragraphs; they are indented, and follow the item before."""
        if not self.sections:
            return False
        section, number = self.sections[-1], int(paragraph.number)
        if section.number.isdigit() and number == int(section.number) + 1 and paragraph.level == 0:
            return False
        last = int(section.items[-1].number.rpartition(".")[2]) if section.items and _numeric(section.items[-1]) else 0
        if paragraph.level == 0 and (section.number.isdigit() and number > int(section.number)) and number != last + 1:
            return False
        return (
            number in (last + 1, last + 2)
            or paragraph.level > 0
            or (number == 1 and bool(state_brackets(paragraph.text)))
        )

    def _dotted(self, paragraph: Paragraph) -> None:
        if not self.sections:
            self.sections.append(Section(paragraph.number.partition(".")[0], None, None))
        self._add(Item(paragraph.number, [paragraph]))

    def _open(self, paragraph: Paragraph) -> None:
        self.sections.append(Section(paragraph.number, paragraph, read_chapeau(paragraph.text)))

    def _add(self, item: Item) -> None:
        section = self.sections[-1]
        if _EXPLAINS.match(item.paragraphs[0].text):
            section.remarks.extend(item.paragraphs)
        else:
            section.items.append(item)

    def _lettered(self, paragraph: Paragraph) -> None:
        if not self.sections:
            return
        section = self.sections[-1]
        if section.items:
            section.items[-1].paragraphs.append(paragraph)
        elif state_brackets(paragraph.text):
            self._add(Item(f"{section.number} {paragraph.number}", [paragraph]))
        else:
            section.remarks.append(paragraph)

    def _unnumbered(self, paragraph: Paragraph) -> None:
        if not self.sections:
            return
        section = self.sections[-1]
        if section.items and _goes_on(section.items[-1]):
            section.items[-1].paragraphs.append(paragraph)
        elif _names_states(paragraph.text):
            self._states_below(section, paragraph)
        elif not section.items and section.chapeau is not None and section.reading is None:
            section.reading = read_chapeau(paragraph.text)
            section.remarks.append(paragraph)
        else:
            section.remarks.append(paragraph)

    def _states_below(self, section: Section, paragraph: Paragraph) -> None:
        if not section.items:
            self._add(Item(section.number, [paragraph]))
        elif paragraph.text[0].islower() or not section.items[-1].number.startswith(section.number):
            section.items[-1].paragraphs.append(paragraph)
        else:
            self._add(Item(f"{section.items[-1].number}+", [paragraph]))


def _numeric(item: Item) -> bool:
    return item.number.rpartition(".")[2].isdigit()


def _goes_on(item: Item) -> bool:
    """Whether an item goes on: it has not yet named a State, or stops in mid-sentence."""
    text = item.paragraphs[-1].text
    return not _names_states(text) or not (_CLOSED.search(text) or text.rstrip().endswith(")"))


def _names_states(text: str) -> bool:
    brackets = state_brackets(text)
    return bool(brackets) and len(text) - brackets[-1].end < 60
