"""Reads Word files (DOCX): paragraphs, headings, lists with their automatic numbers, tables, notes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.errors import DamagedFile
from onrecord.model import Document, Metadata, ParagraphKind
from onrecord.reading.compose import Composer
from onrecord.reading.docx_notes import Notes
from onrecord.reading.docx_numbers import Numbering
from onrecord.reading.docx_package import Package, W
from onrecord.reading.docx_styles import Style, Styles, is_on, list_of, outline_depth
from onrecord.reading.docx_text import Words, tidy, words_of
from onrecord.reading.language import language_of
from onrecord.reading.limits import Limits, check_characters
from onrecord.reading.typed_numbers import typed_bullet, typed_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WRAPPERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag")
_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = "{http://purl.org/dc/terms/}created"
_LONGEST_HEADING = 150
_NO_HEADING = (".", ",", ";", ":", "?", "!")


@dataclass(slots=True)
class _Draft:
    """One paragraph on its way to the Composer; offsets are in found."""

    stretches: list[tuple[int, int]]
    number: str = ""
    level: int = 0
    kind: ParagraphKind = ParagraphKind.BODY
    cell: tuple[int, int] | None = None


@dataclass(slots=True)
class _Found:
    """The text as found, growing."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append ``text``; gives its stretch."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """Read a Word file.

    Its running heads come first, once each, since lists of the OHCHR say only there which review they are of. Numbers
    that Word gives by itself become numbers of paragraphs; they do not stand in ``found``, the marks of notes do.

    Raises:
        DamagedFile: the package or one of its parts is cut off or malformed.
        HostileFile: bombs, entities, paths that lead outside.
        LockedFile: it is protected by a password.
        TooLarge: it goes beyond a limit.
    """
    package = Package(data, name, limits)
    root = package.tree(package.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise DamagedFile(
            "The Word file holds no document.", advice="Open it in Word or LibreOffice and save it again.", where=name
        )
    writer = _Writer(package)
    for header in package.related("/header"):
        writer.header(header)
    tidy(body)
    writer.blocks(body)
    found, composer = writer.composed()
    check_characters(len(found), limits, name)
    return composer.finish(
        sha256=hashlib.sha256(data).hexdigest(), metadata=_metadata(package, name), language=language_of(found)
    )


class _Writer:
    """Walks the blocks of a Word file in order and drafts paragraphs."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.first("/styles"))
        self._numbering = Numbering(package.first("/numbering"))
        self._notes = Notes(package)
        self._found = _Found()
        self._drafts: list[_Draft] = []
        self._paragraph = ""  # number of the last numbered paragraph
        self._depth = 0  # of the last heading made by a style
        self._row = -1
        self._heads: set[str] = set()

    def header(self, root: Element) -> None:
        """Add a running head, unless its words stood in one before."""
        tidy(root)
        text = " ".join("".join(words_of(p).pieces) for p in root.iter(f"{W}p"))
        if text.strip() and text not in self._heads:
            self._heads.add(text)
            self._drafts.append(_Draft([self._found.add(text)]))
            self._found.add("\n")

    def blocks(self, parent: Element, cell: tuple[int, int] | None = None) -> None:
        """Add the paragraphs and tables below ``parent``."""
        for child in parent:
            if child.tag == f"{W}p":
                self._add(child, cell)
            elif child.tag == f"{W}tbl":
                self._table(child, cell)
            elif child.tag in _WRAPPERS:
                self.blocks(child, cell)

    def composed(self) -> tuple[str, Composer]:
        """The text as found, and a Composer that holds all paragraphs and notes."""
        notes = [(note, self._note_text(note.blocks)) for note in self._notes.cited]
        found = "".join(self._found.parts)
        composer = Composer(found)
        for draft in self._drafts:
            composer.paragraph(
                draft.stretches, number=draft.number, level=draft.level, kind=draft.kind, cell=draft.cell
            )
        for note, stretches in notes:
            composer.note(note.mark, stretches, page=None, mark_found=note.mark_found)
        return found, composer

    def _note_text(self, blocks: list[Element]) -> list[tuple[int, int]]:
        stretches = []
        for block in blocks:
            stretches.append(self._found.add("".join(words_of(block).pieces)))
            self._found.add("\n")
        return stretches

    def _table(self, table: Element, cell: tuple[int, int] | None) -> None:
        for row in _children(table, f"{W}tr"):
            if cell is None:
                self._row += 1
            column = _whole(row.find(f"{W}trPr/{W}gridBefore"))
            for box in _children(row, f"{W}tc"):
                if not _continues(box):
                    # A table inside a cell belongs to that cell.
                    self.blocks(box, cell or (self._row, column))
                column += _whole(box.find(f"{W}tcPr/{W}gridSpan"), 1)

    def _add(self, element: Element, cell: tuple[int, int] | None) -> None:
        words = words_of(element)
        stretches = self._stretches(words)
        properties = element.find(f"{W}pPr")
        style_id = _value(None if properties is None else properties.find(f"{W}pStyle"))
        style = self._styles.get(style_id)
        text = "".join(words.pieces)
        label = self._label(properties, style, style_id) if text.strip() else None
        self._found.add("\n")
        if not text.strip():
            return
        draft = _Draft(stretches, cell=cell, kind=ParagraphKind.BODY if cell is None else ParagraphKind.CELL)
        if cell is None:
            self._judge_heading(draft, element, properties, style, text)
        if label is None:
            self._typed(draft, text)
        else:
            self._numbered(draft, *label)
        if draft.level == 0 and draft.number:
            self._paragraph = draft.number
        self._drafts.append(draft)

    def _stretches(self, words: Words) -> list[tuple[int, int]]:
        """Write the paragraph into found, marks of notes included; give the stretches without them."""
        cited = {index: (kind, identity) for index, kind, identity in words.notes}
        stretches: list[tuple[int, int]] = []
        start = self._found.length
        for index, piece in enumerate(words.pieces):
            if index in cited:
                stretches.append((start, self._found.length))
                mark = self._notes.cite(*cited[index], at=self._found.length)
                start = self._found.add(mark)[1]
            else:
                self._found.add(piece)
        return [*stretches, (start, self._found.length)]

    def _label(self, properties: Element | None, style: Style, style_id: str) -> tuple[str, int] | None:
        """The automatic number of a paragraph and its level in the list; None if it has none."""
        list_id, level = ("", None) if properties is None else list_of(properties)
        if not list_id:
            list_id, level = style.list_id, style.list_level if level is None else level
        if not list_id:
            return None
        if level is None:
            level = self._numbering.level_of_style(list_id, style_id) or 0
        label = self._numbering.label(list_id, level)
        return None if label is None else (label, level)

    def _judge_heading(
        self, draft: _Draft, element: Element, properties: Element | None, style: Style, text: str
    ) -> None:
        outline = outline_depth(properties)
        depth = style.depth if outline is None else outline
        if depth:
            draft.kind, draft.level, self._depth = ParagraphKind.HEADING, depth, depth
        elif len(text) <= _LONGEST_HEADING and not text.rstrip().endswith(_NO_HEADING) and _all_bold(element, style):
            draft.kind, draft.level = ParagraphKind.HEADING, self._depth + 1

    def _numbered(self, draft: _Draft, label: str, level: int) -> None:
        draft.number = label.rstrip(".:")
        if draft.kind is not ParagraphKind.HEADING:
            known = typed_number(label + " x", self._paragraph)
            draft.level = max(level, known.level if known else 0, 0 if label else 1)

    def _typed(self, draft: _Draft, text: str) -> None:
        """Split off a number or list mark that was typed."""
        indent = len(text) - len(text.lstrip())
        numbered = typed_number(text[indent:], self._paragraph)
        bullet = 0 if draft.cell else typed_bullet(text[indent:])
        length = numbered.length if numbered else bullet
        if not length or indent + length > draft.stretches[0][1] - draft.stretches[0][0]:
            return
        draft.stretches[0] = (draft.stretches[0][0] + indent + length, draft.stretches[0][1])
        draft.number = numbered.number if numbered else ""
        if draft.kind is not ParagraphKind.HEADING:
            draft.level = numbered.level if numbered else 1


def _children(parent: Element, tag: str) -> list[Element]:
    """Children of a tag, those inside content controls included."""
    found: list[Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found.extend(_children(child, tag))
    return found


def _continues(cell: Element) -> bool:
    """Whether a cell is the lower part of a merged one."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") != "restart"


def _all_bold(paragraph: Element, style: Style) -> bool:
    for run in paragraph.iter(f"{W}r"):
        if any((text.text or "").strip() for text in run.iter(f"{W}t")):
            bold = is_on(run.find(f"{W}rPr/{W}b"))
            if not (style.bold if bold is None else bold):
                return False
    return True


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _whole(element: Element | None, otherwise: int = 0) -> int:
    value = _value(element)
    return min(int(value), 1_000) if value.isdecimal() else otherwise


def _metadata(package: Package, name: str) -> Metadata:
    core = package.properties()
    if core is None:
        return Metadata("docx", name)
    return Metadata(
        "docx",
        name,
        title=(core.findtext(f"{_DC}title") or "").strip(),
        author=(core.findtext(f"{_DC}creator") or "").strip(),
        created=(core.findtext(_CREATED) or "").strip()[:10],
    )
