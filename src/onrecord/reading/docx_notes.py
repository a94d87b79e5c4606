"""Footnotes and endnotes of a Word file, numbered in the order in which they are cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.docx_numbers import formatted
from onrecord.reading.docx_package import Package, W
from onrecord.reading.docx_text import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_USUAL_FORM = {"footnote": "decimal", "endnote": "lowerRoman"}  # ECMA-376 Part 1, 17.11.17 and 17.11.18
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class CitedNote:
    """A note with the mark Word prints for it and the place in found where the mark stands."""

    mark: str
    mark_found: int
    blocks: list[Element]


class Notes:
    """Looks up notes by kind and identifier; gives each its mark when it is cited."""

    def __init__(self, package: Package) -> None:
        self.cited: list[CitedNote] = []
        self._notes: dict[tuple[str, str], list[Element]] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._count = dict.fromkeys(_USUAL_FORM, 0)
        settings = package.first("/settings")
        self._form = {kind: _form(settings, kind) for kind in _USUAL_FORM}
        for kind in _USUAL_FORM:
            self._load(package.first(f"/{kind}s"), kind)

    def cite(self, kind: str, identity: str, *, at: int) -> str:
        """The mark of a note cited at offset ``at`` of found; "" if there is none. Cited twice it counts once."""
        blocks = self._notes.get((kind, identity))
        if blocks is None or (kind, identity) in self._marks:
            return self._marks.get((kind, identity), "")
        self._count[kind] += 1
        mark = formatted(self._count[kind], self._form[kind])
        self._marks[kind, identity] = mark
        self.cited.append(CitedNote(mark, at, blocks))
        return mark

    def _load(self, root: Element | None, kind: str) -> None:
        if root is None:
            return
        tidy(root)
        for note in root.iter(f"{W}{kind}"):
            if note.get(f"{W}type") not in _SEPARATORS:
                self._notes[kind, note.get(f"{W}id", "")] = list(note.iter(f"{W}p"))


def _form(settings: Element | None, kind: str) -> str:
    element = None if settings is None else settings.find(f"{W}{kind}Pr/{W}numFmt")
    return _USUAL_FORM[kind] if element is None else element.get(f"{W}val", _USUAL_FORM[kind])
