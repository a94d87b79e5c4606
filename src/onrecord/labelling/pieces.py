"""Cuts a text into the word pieces that the model knows, and remembers where each piece stands.

The rules are those of the uncased BERT vocabulary: letters are folded to lower case without accents, punctuation
stands alone, and a word is cut into the longest pieces that the list holds, from the left.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
# A longer run of letters is no word: the base model was trained with the same limit.
LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its number in the vocabulary and the letters of the text that it covers."""

    id: int
    start: int
    end: int


class Pieces:
    """A vocabulary of word pieces, with the cutting."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.words = tuple(vocabulary)
        self._ids = {word: number for number, word in enumerate(self.words)}
        self.unknown, self.start, self.end = (self._ids[mark] for mark in (UNKNOWN, START, END))
        self._cut = lru_cache(maxsize=50_000)(self._cut_word)

    def cut(self, text: str, longest: int) -> list[Piece]:
        """The pieces of `text`, at most `longest`, without the marks of start and end.

        >>> pieces = Pieces([UNKNOWN, START, END, "ratify", "##ing"])
        >>> [(p.id, p.start, p.end) for p in pieces.cut("Ratifying!", 10)]
        [(3, 0, 6), (4, 6, 9), (0, 9, 10)]
        """
        found: list[Piece] = []
        for word, places in _words(text):
            for number, first, last in self._cut(word):
                found.append(Piece(number, places[first], places[last - 1] + 1))
            if len(found) >= longest:
                return found[:longest]
        return found

    def whole(self, word: str) -> bool:
        """Whether the vocabulary holds this word in one piece."""
        return all(len(cuts := self._cut(part)) == 1 and cuts[0][0] != self.unknown for part, _ in _words(word))

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        whole = ((self.unknown, 0, len(word)),)
        if len(word) > LONGEST_WORD:
            return whole
        cuts: list[tuple[int, int, int]] = []
        first = 0
        while first < len(word):
            last = len(word)
            mark = "##" if first else ""
            while last > first and mark + word[first:last] not in self._ids:
                last -= 1
            if last == first:
                return whole
            cuts.append((self._ids[mark + word[first:last]], first, last))
            first = last
        return tuple(cuts)


def _words(text: str) -> list[tuple[str, list[int]]]:
    """The folded words of `text`, each with the place of every letter in `text`."""
    words: list[tuple[str, list[int]]] = []
    letters: list[str] = []
    places: list[int] = []

    def close() -> None:
        if letters:
            words.append(("".join(letters), places.copy()))
            letters.clear()
            places.clear()

    for place, letter in enumerate(text):
        if letter.isalnum() and letter.isascii():
            letters.append(letter.lower())
            places.append(place)
            continue
        for folded in _fold(letter):
            if folded.isspace():
                close()
            elif _stands_alone(folded):
                close()
                words.append((folded, [place]))
            else:
                letters.append(folded)
                places.append(place)
    close()
    return words


@lru_cache(maxsize=10_000)
def _fold(letter: str) -> str:
    """The letter in lower case without accents; a space for what separates; nothing for what isn't seen."""
    kind = unicodedata.category(letter)
    if letter.isspace() or kind == "Zs":
        return " "
    if kind.startswith("C") or letter == "\ufffd":
        return ""
    return "".join(c for c in unicodedata.normalize("NFD", letter.lower()) if unicodedata.category(c) != "Mn")


@lru_cache(maxsize=10_000)
def _stands_alone(letter: str) -> bool:
    code = ord(letter)
    ascii_sign = 33 <= code <= 126 and not letter.isalnum()
    chinese = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
    return ascii_sign or chinese or unicodedata.category(letter).startswith("P")
