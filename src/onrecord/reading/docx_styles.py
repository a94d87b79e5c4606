"""What the paragraph styles of a Word file tell: depth of headings, and lists that a style belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
# The template of United Nations documents has styles of its own: "_ H _Ch_G" for chapters, "_ H_2/3_G" … and no
# outline levels in them.
_UN_HEADING = re.compile(r"_?\s*H\s*_*\s*(M|Ch|1|2/3|4|5/6)_G$")
_UN_DEPTH = {"M": 1, "Ch": 1, "1": 2, "2/3": 3, "4": 4, "5/6": 5}
_BODY_TEXT = 9  # outline level 10 of 10: "body text"
_LONGEST_CHAIN = 20  # styles based on styles; Word allows about ten


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style. ``depth``: 0 if it is no heading."""

    depth: int = 0
    list_id: str = ""
    list_level: int | None = None
    bold: bool = False


class Styles:
    """The paragraph styles of one document, by their identifiers."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {"": Style()}
        if root is not None:
            for element in root.findall(f"{W}style"):
                if element.get(f"{W}type") == "paragraph":
                    self._elements[element.get(f"{W}styleId", "")] = element

    def get(self, identity: str) -> Style:
        """The style, what it inherits included."""
        if identity not in self._known:
            self._known[identity] = self._resolved(identity)
        return self._known[identity]

    def _resolved(self, identity: str) -> Style:
        depth: int | None = None
        list_id, list_level, bold = "", None, None
        for element in self._chain(identity):
            properties = element.find(f"{W}pPr")
            if depth is None:
                depth = _depth(element, properties)
            if not list_id and properties is not None:
                list_id, list_level = list_of(properties)
            if bold is None:
                bold = is_on(element.find(f"{W}rPr/{W}b"))
        return Style(depth or 0, list_id, list_level, bool(bold))

    def _chain(self, identity: str) -> list[Element]:
        chain: list[Element] = []
        while identity in self._elements and len(chain) < _LONGEST_CHAIN:
            element = self._elements[identity]
            chain.append(element)
            base = element.find(f"{W}basedOn")
            identity = "" if base is None else base.get(f"{W}val", "")
        return chain


def _depth(style: Element, properties: Element | None) -> int | None:
    outline = outline_depth(properties)
    if outline is not None:
        return outline
    element = style.find(f"{W}name")
    name = "" if element is None else element.get(f"{W}val", "")
    if match := _HEADING.match(name):
        return int(match[1])
    if match := _UN_HEADING.match(name):
        return _UN_DEPTH[match[1]]
    return 1 if name.lower() == "title" else None


def outline_depth(properties: Element | None) -> int | None:
    """Depth of a heading by the outline level of ``w:pPr``: 0 for body text, None if it states none."""
    element = None if properties is None else properties.find(f"{W}outlineLvl")
    value = "" if element is None else element.get(f"{W}val", "")
    if not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < _BODY_TEXT else 0


def list_of(properties: Element) -> tuple[str, int | None]:
    """List and level that ``w:pPr`` names: ``("", None)`` if it names none, ``("0", …)`` if it takes numbers away."""
    number = properties.find(f"{W}numPr/{W}numId")
    level = properties.find(f"{W}numPr/{W}ilvl")
    stated = "" if level is None else level.get(f"{W}val", "")
    return ("" if number is None else number.get(f"{W}val", "")), (int(stated) if stated.isdecimal() else None)


def is_on(element: Element | None) -> bool | None:
    """Value of a switch such as ``w:b``; None if it is not there."""
    if element is None:
        return None
    return element.get(f"{W}val", "1") not in ("0", "false", "off", "none")
