"""Reads web pages, saved with or without the furniture around their text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree, html

from onrecord.errors import DamagedFile, HostileFile
from onrecord.model import Document, Metadata, ParagraphKind
from onrecord.reading.compose import Composer
from onrecord.reading.encoding import decoded
from onrecord.reading.html_blocks import Block, PageWalk
from onrecord.reading.html_main import main_blocks
from onrecord.reading.html_notes import PageNote, notes_of
from onrecord.reading.language import language_of
from onrecord.reading.limits import Limits, check_characters, check_tags
from onrecord.reading.numbering import Numbered
from onrecord.reading.typed_numbers import typed_bullet, typed_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# Possessive, because a page may hold a thousand comments: no way back into what was passed over.
_DOCTYPE_WITH_ENTITIES = re.compile(
    r"(?>\s+|<\?xml[^>]*>|<!--(?:(?!-->).)*+-->)*+<!DOCTYPE[^>\[]*+(?:\[|<!ENTITY)", re.IGNORECASE | re.DOTALL
)
_LOOKED_AT = 4_096
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DATES = ("article:published_time", "dcterms.date", "dcterms.created", "dc.date", "date", "datepublished", "pubdate")


def read_html(data: bytes, name: str, limits: Limits) -> Document:
    """Read a web page. Nothing it refers to is ever fetched.

    ``found`` is the visible text of the whole page; ``text`` leaves out menus, footers and the like. Notes are found
    by the links between marks and notes.

    Raises:
        HostileFile: it declares entities.
        DamagedFile: it is nested deeper than any browser would show, or is text in no encoding.
        TooLarge: it goes beyond the limits on tags or characters.
    """
    declared = _CHARSET.search(data[:_LOOKED_AT])
    markup = decoded(data, name, declared=declared[1].decode("ascii") if declared else "")
    check_characters(len(markup), limits, name)
    root = _parsed(markup, name, limits)
    page = PageWalk(root)
    notes = notes_of(page)
    kept = main_blocks(root, page)
    composer = _composed(page, kept, notes)
    return composer.finish(
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=_metadata(root, name),
        language=language_of(composer.text) or (root.get("lang") or "")[:2].lower(),
    )


def _parsed(markup: str, name: str, limits: Limits) -> Element:
    if _DOCTYPE_WITH_ENTITIES.match(markup[:_LOOKED_AT]):
        raise HostileFile(
            "The page declares entities, which no web page does.",
            advice="Do not open it; save the page again from where it came from.",
            where=name,
        )
    encoded = markup.replace("\0", "").encode("utf-8", errors="replace")
    check_tags(encoded, limits, name)
    parser = html.HTMLParser(  # its elements are what trafilatura expects
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(encoded, parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise DamagedFile(
            "The page is nested deeper than any browser would show.",
            advice="Save it again, or copy its text into a plain text file.",
            where=name,
        )
    if root is None:
        raise DamagedFile("The page holds nothing.", advice="Save it again.", where=name)
    return root


def _composed(page: PageWalk, kept: list[Block], notes: list[PageNote]) -> Composer:
    composer = Composer(page.found)
    of_notes = {id(block) for note in notes for block in note.blocks}
    cuts = sorted(cut for note in notes for cut in note.cuts)
    for block in kept:
        if id(block) not in of_notes:
            _add(composer, block, cuts)
    for note in notes:
        stretches = [stretch for block in note.blocks for stretch in _without(block.start, block.end, cuts)]
        composer.note(note.mark, stretches, page=None, mark_found=note.mark_found)
    return composer


def _add(composer: Composer, block: Block, cuts: list[tuple[int, int]]) -> None:
    kind = _kind(block)
    for start, end, opening in _items(composer.found, block):
        number, level = opening.number or block.number, max(block.level, opening.level)
        if kind is ParagraphKind.HEADING:
            level = int(block.tag[1])
        stretches = _without(start + opening.length, end, cuts)
        composer.paragraph(stretches, number=number, level=level, kind=kind, cell=block.cell)
        block.number = ""


def _items(found: str, block: Block) -> list[tuple[int, int, Numbered]]:
    """The block, divided at those of its line breaks behind which a number or a list mark stands."""
    items: list[tuple[int, int, Numbered]] = []
    starts = [block.start, *block.breaks]
    for start, end in zip(starts, [*block.breaks, block.end], strict=True):
        opening = _opening(found[start:end], block)
        if items and not opening.length:
            items[-1] = (items[-1][0], end, items[-1][2])
        else:
            items.append((start, end, opening))
    return items


def _opening(text: str, block: Block) -> Numbered:
    indent = len(text) - len(text.lstrip())
    found = None if block.number else typed_number(text[indent:])
    if found:
        return replace(found, length=indent + found.length)
    bullet = 0 if block.cell else typed_bullet(text[indent:])
    return Numbered("", indent + bullet, 1) if bullet else Numbered("", 0, 0)


def _kind(block: Block) -> ParagraphKind:
    if block.cell is not None:
        return ParagraphKind.CELL
    return ParagraphKind.HEADING if re.fullmatch("h[1-6]", block.tag) else ParagraphKind.BODY


def _without(start: int, end: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``start … end`` without the marks of notes."""
    inside = cuts[bisect_left(cuts, (start, start)) : bisect_left(cuts, (end, end))]
    starts = [start, *(high for _, high in inside)]
    ends = [*(low for low, _ in inside), end]
    return list(zip(starts, ends, strict=True))


def _metadata(root: Element, name: str) -> Metadata:
    stated: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        stated.setdefault(key, (meta.get("content") or "").strip())
    title = next((" ".join("".join(map(str, t.itertext())).split()) for t in root.iter("title")), "")
    dates = (_DATE.match(stated.get(key, "")) for key in _DATES)
    created = next((date.group() for date in dates if date), "")
    return Metadata("html", name, title=title, author=stated.get("author", ""), created=created)
