"""The numbers that Word gives to paragraphs by itself, counted as Word counts them.

Source of the rules: ECMA-376 Part 1, 17.9 (numbering): a paragraph names a list (``numId``) and a level (``ilvl``);
the list points to an abstract list, whose levels say how they count and look. Lists that share an abstract list
share its counters, unless they restart a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.reading.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_DEEPEST = 9
_LONGEST_LABEL = 60  # longer ones serve only to fill the memory


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False  # all numbers in it are printed as decimals
    style: str = ""  # paragraphs of this style are of this level
    restart: int | None = None  # 0: never; n: after level n - 1


@dataclass(slots=True)
class _List:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)  # level → overridden start
    levels: dict[int, _Level] = field(default_factory=dict)  # overridden as a whole


class Numbering:
    """Counts the automatic numbers of one document; ask for every paragraph in document order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def label(self, list_id: str, level: int) -> str | None:
        """Label of the next paragraph of this list and level: "126.", "(a)", "" for a bullet; None if it has none."""
        which = self._lists.get(list_id)
        if which is None or not 0 <= level < _DEEPEST:
            return None
        own = self._level(which, level)
        if own is None or own.form == "none":
            return None
        counters = self._counters.setdefault(which.abstract, {})
        self._count(which, list_id, level, counters)
        return "" if own.form == "bullet" else self._printed(which, own, counters)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that a list reserves for paragraphs of a style."""
        which = self._lists.get(list_id)
        levels = self._abstract.get(which.abstract, {}) if which else {}
        return next((number for number, level in levels.items() if style and level.style == style), None)

    def _count(self, which: _List, list_id: str, level: int, counters: dict[int, int]) -> None:
        if level in which.starts and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counters.pop(level, None)
        own = self._level(which, level) or _Level()
        start = which.starts.get(level, own.start)
        counters[level] = counters[level] + 1 if level in counters else start
        for above in range(level):
            counters.setdefault(above, which.starts.get(above, (self._level(which, above) or _Level()).start))
        for below in [number for number in counters if number > level]:
            restart = (self._level(which, below) or _Level()).restart
            if restart is None or level < restart:
                del counters[below]

    def _printed(self, which: _List, own: _Level, counters: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = self._level(which, at) or _Level()
            return formatted(counters.get(at, level.start), "decimal" if own.legal else level.form)

        return _PLACEHOLDER.sub(number, own.text).strip()

    def _level(self, which: _List, level: int) -> _Level | None:
        return which.levels.get(level) or self._abstract.get(which.abstract, {}).get(level)

    def _load(self, root: Element) -> None:
        by_style: dict[str, str] = {}
        linked: dict[str, str] = {}
        for abstract in root.findall(f"{W}abstractNum"):
            identity = abstract.get(f"{W}abstractNumId", "")
            self._abstract[identity] = _levels(abstract.findall(f"{W}lvl"))
            if style := _value(abstract, "styleLink"):
                by_style[style] = identity
            if style := _value(abstract, "numStyleLink"):
                linked[identity] = style
        for identity, style in linked.items():
            self._abstract[identity] = self._abstract.get(by_style.get(style, ""), {})
        for number in root.findall(f"{W}num"):
            which = _List(_value(number, "abstractNumId"))
            which.abstract = by_style.get(linked.get(which.abstract, ""), which.abstract)
            for override in number.findall(f"{W}lvlOverride"):
                at = _whole(override.get(f"{W}ilvl"), 0)
                if (start := _value(override, "startOverride")) != "":
                    which.starts[at] = _whole(start, 1)
                which.levels.update(_levels(override.findall(f"{W}lvl")))
            self._lists[number.get(f"{W}numId", "")] = which


def formatted(number: int, form: str) -> str:
    """A number in one of Word's forms (ST_NumberFormat): decimal, lowerLetter, upperRoman …"""
    if form in ("lowerRoman", "upperRoman"):
        return _cased(_roman(number), form)
    if form in ("lowerLetter", "upperLetter"):
        return _cased(_letters(number, "abcdefghijklmnopqrstuvwxyz"), form)
    if form in ("russianLower", "russianUpper"):
        return _cased(_letters(number, _RUSSIAN), "upper" if form == "russianUpper" else "lower")
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _letters(number: int, alphabet: str) -> str:
    # Word goes on behind z with aa, bb, cc: the letter is repeated.
    if number < 1:
        return str(number)
    rounds, letter = divmod(number - 1, len(alphabet))
    return alphabet[letter] * min(rounds + 1, 10)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def _levels(elements: Iterable[Element]) -> dict[int, _Level]:
    return {_whole(element.get(f"{W}ilvl"), 0): _read_level(element) for element in elements}


def _read_level(element: Element) -> _Level:
    legal = element.find(f"{W}isLgl")
    restart = _value(element, "lvlRestart")
    return _Level(
        start=_whole(_value(element, "start"), 0),
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText")[:_LONGEST_LABEL],
        legal=legal is not None and legal.get(f"{W}val", "1") not in ("0", "false", "off"),
        style=_value(element, "pStyle"),
        restart=_whole(restart, 0) if restart else None,
    )


def _value(element: Element, tag: str) -> str:
    child = element.find(W + tag)
    return "" if child is None else str(child.get(f"{W}val", ""))


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
