"""Finds many known names in a text at once: the text is cut into words, then names are looked up by first word."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

_WORD = re.compile(r"([^\W_]+)")
_GAP = re.compile(r"[\s\-‐-―,.'’&()/]{1,4}")
_SKIPPED = frozenset({"the"})


def small_words(text: str) -> list[str]:
    """The words of a short text in small letters: what ``Words(text).lowers`` gives, without places and gaps."""
    return list(map(str.casefold, _WORD.findall(text)))


class Words:
    """A text cut into words: what names are made of. Apostrophes and hyphens part words."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Words and gaps in turn, a gap at both ends; where each begins follows from the lengths of those before it.
        # To ask for one match after the other would take three times as long.
        parts = _WORD.split(text)
        borders = list(accumulate(map(len, parts)))
        self.words: list[str] = parts[1::2]
        self.starts: list[int] = borders[:-1:2]
        self.ends: list[int] = borders[1::2]
        self.lowers = list(map(str.casefold, self.words))
        self._gaps: list[str] = [*parts[2:-1:2], "\n"]  # behind each word
        self._capitals: list[int] | None = None
        self._places: dict[str, list[int]] | None = None

    def found(self, pattern: re.Pattern[str], first: Collection[str]) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer`` gives in the whole text, without trying it at every letter.

        Args:
            pattern: begins with ``\\b`` and a word.
            first: every word, in small letters, with which it may begin.
        """
        behind = 0
        for index in self.places_of(first):
            match = pattern.match(self.text, self.starts[index]) if self.starts[index] >= behind else None
            if match:
                behind = match.end()
                yield match

    def places_of(self, some: Collection[str]) -> list[int]:
        """The indexes of all these words, in order."""
        return sorted(at for word in some for at in self.places.get(word, ()))

    def __len__(self) -> int:
        return len(self.words)

    @property
    def capitals(self) -> list[int]:
        """The indexes of the words that begin with a capital."""
        if self._capitals is None:
            self._capitals = [index for index, word in enumerate(self.words) if word[0].isupper()]
        return self._capitals

    @property
    def places(self) -> dict[str, list[int]]:
        """The indexes of each word, by the word in small letters."""
        if self._places is None:
            self._places = {}
            for index, word in enumerate(self.lowers):
                self._places.setdefault(word, []).append(index)
        return self._places

    def gap(self, index: int) -> str:
        """What stands between this word and the next; a line feed at both ends of the text."""
        return self._gaps[index] if 0 <= index < len(self._gaps) else "\n"

    def joined(self, index: int) -> bool:
        """Whether only blanks part this word from the next one."""
        gap = self.gap(index)
        return gap == " " or (gap.isspace() and "\n" not in gap)

    def from_offset(self, offset: int) -> int:
        """The index of the first word that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset)


class Phrases:
    """Names to look for. A name in capitals is found only so; other names need their first and last capital."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._last: tuple[Words, tuple[tuple[int, int, str], ...]] | None = None
        for spelt, key in names:
            words = _content(small_words(spelt))
            self._by_first.setdefault(words[0], []).append((words, spelt, key))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """``(first word, behind the last word, key)`` of names, longest first wherever several begin together.

        A name may stand inside another one ("Human Rights Council" in "Working Group of the Human Rights Council").
        Who asks for the words of the same text again gets what was found in it.
        """
        last = self._last
        if last is None or last[0] is not words:
            last = self._last = (words, tuple(self._find(words)))
        return iter(last[1])

    def _find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        for index in words.places_of(self._by_first.keys() & words.places.keys()):
            for names, spelt, key in self._by_first[words.lowers[index]]:
                behind = _matches(words, index, names)
                if behind and _same_capitals(words, index, behind, spelt):
                    yield index, behind, key
                    break


def _content(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SKIPPED)


def _matches(words: Words, index: int, names: tuple[str, ...]) -> int:
    """The index behind the last word if all words of the name follow one another, else 0."""
    lowers = words.lowers
    for wanted in names[1:]:
        if wanted == "and" and "&" in words.gap(index):
            continue
        index += 1
        while index < len(lowers) and lowers[index] in _SKIPPED and _near(words, index - 1):
            index += 1
        if index >= len(lowers) or lowers[index] != wanted or not _near(words, index - 1):
            return 0
    return index + 1


def _near(words: Words, index: int) -> bool:
    gap = words.gap(index)
    return gap == " " or ("\n" not in gap and _GAP.fullmatch(gap) is not None)


def _same_capitals(words: Words, first: int, behind: int, spelt: str) -> bool:
    if spelt[0].islower():
        return True
    written = words.words[first]
    if spelt.isupper():
        return all(word.isupper() or word.isdigit() for word in words.words[first:behind])
    if behind - first == 1:
        return written == spelt
    ends_small = spelt.rstrip(")").rsplit(None, 1)[-1][0].islower()
    return written[0].isupper() and (ends_small or not words.words[behind - 1][0].islower())
