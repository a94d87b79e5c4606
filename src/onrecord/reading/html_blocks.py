"""Walks a web page and gives its visible text with the blocks that a browser would show."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from lxml import etree

from onrecord.reading.docx_numbers import formatted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHOWN_AS_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul"
)
_NOT_SHOWN = (
    "script style noscript template head iframe object embed svg canvas audio video select option datalist textarea "
    "button input map area frame frameset applet"
)
_BLOCKS = frozenset(_SHOWN_AS_BLOCKS.split())
_UNSEEN = frozenset(_NOT_SHOWN.split())
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "form", "dialog", "menu"))
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"))
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|share|sharing|social|sidebar|related|"
    r"newsletter|subscribe|skip|masthead|toolbar|pager|pagination|advert|ads|banner|footer|comments?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LISTS = ("ul", "ol", "dir", "menu")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXT_ITSELF = ("html", "body", "main", "article")
_WIDEST = 1_000  # HTML Standard, 4.9.11: no cell spans more columns


class Furniture(IntEnum):
    """How sure we are that a block is no text of the document but furniture of the page around it."""

    NO = 0
    BY_NAME = 1  # its class or identifier speaks of menus, sharing, cookies …
    BY_TAG = 2  # nav, footer, aside, or a role that says the same


@dataclass(slots=True)
class Block:
    """One block: a stretch of found and what part it plays."""

    start: int
    end: int
    tag: str  # of the element that made it: "p", "h2", "li", "td"
    number: str = ""
    level: int = 0
    cell: tuple[int, int] | None = None
    furniture: Furniture = Furniture.NO
    linked: int = 0  # how many of its characters are links
    breaks: list[int] = field(default_factory=list)  # where lines begin after <br>


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place in the same page, and where its words stand in found."""

    target: str
    start: int
    end: int


@dataclass(slots=True)
class _Context:
    """What an open element means for the text inside it."""

    tag: str
    furniture: Furniture = Furniture.NO
    level: int = 0
    cell: tuple[int, int] | None = None
    in_text: bool = False  # inside main or article, where a header is the text's own


@dataclass(slots=True)
class _List:
    form: str  # "" for bullets
    following: int


@dataclass(slots=True)
class _Table:
    """An open table, and which columns cells from rows above still fill."""

    is_data: bool
    column: int = 0
    filled: dict[int, int] = field(default_factory=dict)  # column → rows to go

    def next_row(self) -> None:
        self.column = 0
        self.filled = {column: rows - 1 for column, rows in self.filled.items() if rows > 1}

    def next_cell(self, element: Element) -> int:
        while self.column in self.filled:
            self.column += 1
        column = self.column
        wide, high = _span(element, "colspan"), _span(element, "rowspan")
        if high > 1:
            self.filled.update(dict.fromkeys(range(column, column + wide), high))
        self.column += wide
        return column


class PageWalk:
    """Walks a parsed page once; ``found``, ``blocks``, ``links`` and ``anchors`` hold what it saw.

    Walks without recursion: pages may be nested as deep as the parser allows.
    """

    def __init__(self, root: Element) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.anchors: dict[str, tuple[int, int]] = {}  # identifier → stretch of found
        self.elements = 0
        self._parts: list[str] = []
        self._length = 0
        self._last_ink = 0  # where the last word ended
        self._last_break = -1  # where the last <br> stood
        self._breaks: list[int] = []
        self._block_start = 0
        self._linked = 0
        self._contexts = [_Context("html")]
        self._lists: list[_List] = []
        self._items: list[str] = []  # for each open list item its number, until its first block takes it
        self._tables: list[_Table] = []
        self._row = -1
        self._walk(root)
        self.found = "".join(self._parts)

    def _walk(self, root: Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        starts: list[int] = []  # one for each open element; -1 for unseen ones
        for event, element in walker:
            tag = str(element.tag)
            self.elements += event == "start"
            if event == "end":
                start = starts.pop()
                if start >= 0:
                    self._leave(element, tag, start)
                self._say(element.tail)
            elif tag in _UNSEEN or _is_hidden(element):
                walker.skip_subtree()
                starts.append(-1)
            else:
                self._enter(element, tag)
                starts.append(self._length)
                self._say(element.text)
        self._flush()

    def _say(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            ink = len(text.rstrip())
            if ink:
                self._last_ink = self._length + ink
            self._length += len(text)

    def _enter(self, element: Element, tag: str) -> None:
        if tag == "br":
            if self._last_break >= self._last_ink:  # an empty line
                self._flush()
            self._last_break = self._length
            self._say("\n")
            self._breaks.append(self._length)
        elif tag in _BLOCKS:
            self._flush()
            self._contexts.append(self._context(element, tag))

    def _leave(self, element: Element, tag: str, start: int) -> None:
        identity = element.get("id") or (element.get("name") if tag == "a" else None)
        if identity:
            self.anchors.setdefault(identity, (start, self._length))
        if tag == "a" and element.get("href"):
            self._linked += max(self._last_ink - start, 0)
            _, hash_sign, target = str(element.get("href")).partition("#")
            if hash_sign and target:
                self.links.append(Link(target, start, self._length))
        elif tag in _BLOCKS:
            self._flush()
            self._contexts.pop()
            self._close(tag)

    def _close(self, tag: str) -> None:
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._items.pop()
        elif tag == "table" and self._tables:
            self._tables.pop()

    def _flush(self) -> None:
        """End the block before this place, if it has words."""
        if self._last_ink > self._block_start:
            context = self._contexts[-1]
            block = Block(self._block_start, self._last_ink, context.tag, level=context.level, cell=context.cell)
            block.number, block.furniture, block.linked = self._pending_number(), context.furniture, self._linked
            block.breaks = [at for at in self._breaks if block.start < at < block.end]
            self.blocks.append(block)
            self._say("\n")
        self._breaks.clear()
        self._block_start = self._length
        self._linked = 0

    def _pending_number(self) -> str:
        if not self._items:
            return ""
        number, self._items[-1] = self._items[-1], ""
        return number

    def _context(self, element: Element, tag: str) -> _Context:
        outer = self._contexts[-1]
        context = replace(outer, tag=outer.tag if outer.tag in _HEADINGS else tag)
        context.in_text = outer.in_text or tag in ("main", "article")
        context.furniture = _furniture(element, tag, outer)
        if tag in _LISTS:
            form = _LIST_FORMS.get(element.get("type", ""), "decimal") if tag == "ol" else ""
            self._lists.append(_List(form, _whole(element.get("start"), 1)))
        elif tag == "li":
            self._item(element, context)
        elif tag == "table":
            self._tables.append(_Table(_is_data(element)))
        elif tag in ("tr", "td", "th"):
            self._place_in_table(element, tag, context)
        return context

    def _item(self, element: Element, context: _Context) -> None:
        self._items.append("")
        if not self._lists:
            return
        own = self._lists[-1]
        number = _whole(element.get("value"), own.following)
        own.following = number + 1
        self._items[-1] = formatted(number, own.form) if own.form else ""
        context.level = len(self._lists) - (1 if own.form else 0)

    def _place_in_table(self, element: Element, tag: str, context: _Context) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None or not table.is_data:
            return
        if tag == "tr":
            table.next_row()
            self._row += 1
        else:
            context.cell = (self._row, table.next_cell(element))


def _furniture(element: Element, tag: str, outer: _Context) -> Furniture:
    if outer.furniture is Furniture.BY_TAG:
        return outer.furniture
    if tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES or (tag == "header" and not outer.in_text):
        return Furniture.BY_TAG
    if tag in _TEXT_ITSELF:
        return Furniture.NO
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return Furniture.BY_NAME if _FURNITURE_NAMES.search(names) else outer.furniture


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def _is_data(table: Element) -> bool:
    """Whether a table holds data. Older pages lay out their columns with tables: those hold tables, or one row only."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    if next(table.iterdescendants("th"), None) is not None:
        return True
    rows = [len(row) for row in table.iterdescendants("tr")]
    return len(rows) > 1 and max(rows) > 1


def _span(element: Element, name: str) -> int:
    return min(max(_whole(element.get(name), 1), 1), _WIDEST)


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise
