"""Finds the words of an annotation in a paper as read, blind to line breaks, soft hyphens and bold marks."""

from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import fuzz

ELLIPSIS = " … "
ENOUGH = 88  # of 100: likeness from which a passage of a scan counts as found
SLACK = 40  # letters that a passage of a scan may be longer than the words looked for

_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\ufb01": "fi", "\ufb02": "fl"})
_BLIND = frozenset("\u00ad\ufffe\u200b*")

Span = tuple[int, int]


class NotThere(ValueError):
    """The words stand nowhere, or more than once where one place is meant."""


def ink(text: str) -> str:
    """What is left to compare: no white space, no soft hyphens, no bold marks, straight quotation marks."""
    return "".join(piece for piece, _ in _ink(text))


def _ink(text: str) -> list[tuple[str, int]]:
    kept = ((char, i) for i, char in enumerate(text) if not char.isspace() and char not in _BLIND)
    return [(letter, i) for char, i in kept for letter in char.translate(_FOLDED)]


class Paper:
    """The text of one paper; spans are offsets into it, end not included.

    Args:
        text: as the reader found it.
        recognised: whether it comes from character recognition, so that single letters may be wrong.
    """

    def __init__(self, text: str, *, recognised: bool = False) -> None:
        self.text = text
        pairs = _ink(text)
        self._letters = "".join(letter for letter, _ in pairs)
        self._at = [i for _, i in pairs]
        self._recognised = recognised

    def all(self, words: str, within: Span | None = None) -> list[Span]:
        """Every place where the words stand as whole words."""
        needle = ink(words)
        low, high = self._bounds(within)
        found, start = [], self._letters.find(needle, low, high)
        while start >= 0:
            span = self._span(start, start + len(needle))
            if self._whole(span):
                found.append(span)
            start = self._letters.find(needle, start + 1, high)
        return found

    def one(self, words: str, within: Span, occurrence: int | None = None) -> Span:
        """The place of the words; of ``head … tail`` the stretch from the one to the other.

        Raises:
            NotThere: if they stand nowhere, or more than once and no occurrence (from 1) is named.
        """
        if ELLIPSIS in words:
            head, tail = words.split(ELLIPSIS)
            first = self.one(head, within, occurrence)
            return first[0], self.one(tail, (first[1], within[1]), 1)[1]
        places = self.all(words, within)
        if not places and self._recognised:
            places = self._nearly(words, within)
        if not places or (occurrence or 1) > len(places):
            raise NotThere(f"stands nowhere: {words[:70]!r}")
        if occurrence is None and len(places) > 1:
            raise NotThere(f"stands {len(places)} times, say which: {words[:70]!r}")
        return places[(occurrence or 1) - 1]

    def next(self, words: str, after: int, taken: Sequence[Span]) -> Span:
        """The first place behind ``after`` that nothing has taken yet, else the first such place anywhere."""
        end = len(self.text)
        places = self.all(words, (after, end)) + self.all(words, (0, end))
        if not places and self._recognised:
            places = self._nearly(words, (after, min(end, after + 2 * len(words) + SLACK)))
        for place in places:
            if not any(place[0] < high and low < place[1] for low, high in taken):
                return place
        raise NotThere(f"unit stands nowhere: {words[:70]!r}")

    def letters(self, span: Span, first: int, last: int) -> Span:
        """Where letters number ``first`` to ``last`` (not included) of a span stand; blank letters are not counted."""
        low, _ = self._bounds(span)
        return self._span(low + first, low + last)

    def _bounds(self, within: Span | None) -> Span:
        if within is None:
            return 0, len(self._letters)
        return bisect_left(self._at, within[0]), bisect_left(self._at, within[1])

    def _span(self, start: int, end: int) -> Span:
        return self._at[start], self._at[end - 1] + 1

    def _whole(self, span: Span) -> bool:
        """No letter goes on before or behind; a figure may follow a letter, for it may be the mark of a note."""
        before, after = self.text[span[0] - 1 : span[0]], self.text[span[1] : span[1] + 1]
        first, last = self.text[span[0]], self.text[span[1] - 1]
        goes_on = after.isalpha() or (after.isdecimal() and last.isdecimal())
        return not (first.isalnum() and before.isalnum()) and not (last.isalnum() and goes_on)

    def _nearly(self, words: str, within: Span) -> list[Span]:
        needle, (low, high) = ink(words), self._bounds(within)
        best = fuzz.partial_ratio_alignment(needle, self._letters[low:high], score_cutoff=ENOUGH)
        if best is None or best.dest_end <= best.dest_start or high - low < len(needle) // 2:
            return []
        return [self._span(low + best.dest_start, low + best.dest_end)]
