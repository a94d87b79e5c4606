"""Spares a pattern the texts in which it cannot be found, because none of the words it needs stands there.

To look for a few plain words costs a twentieth of trying a long pattern at every letter, and most patterns are found in
few sentences. A sieve never decides anything: what passes it is still for the pattern to find.
"""

import re
from collections.abc import Collection, Iterator


def small(text: str) -> str:
    """``text`` in small letters, as patterns that ignore case compare it."""
    low = text.casefold()
    return low if low.isascii() else low.replace("i\u0307", "i").replace("\u0131", "i")


class Sieve:
    """The words that a pattern needs.

    Args:
        groups: words parted by "|", in small letters; a text passes if it holds one word of each group, anywhere, even
            inside another word.
    """

    def __init__(self, *groups: str) -> None:
        self._groups = tuple(tuple(group.split("|")) for group in groups)

    def lets_pass(self, low: str) -> bool:
        """Whether the pattern may be found in a text. ``low``: the text as :func:`small` gives it."""
        for group in self._groups:
            for word in group:
                if word in low:
                    break
            else:
                return False
        return True


def found(pattern: re.Pattern[str], text: str, first: Collection[str]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, tried only where one of the words stands with which it begins.

    Args:
        pattern: begins with ``\\b`` and a word.
        first: every word, in small letters, with which it may begin; the beginning of a word will do.
    """
    low = small(text)
    if len(low) != len(text):  # a letter that has two small ones: offsets would not fit
        yield from pattern.finditer(text)
        return
    behind = 0
    for start in sorted({at for word in first for at in _places(low, word)}):
        match = pattern.match(text, start) if start >= behind else None
        if match:
            behind = match.end()
            yield match


def _places(low: str, word: str) -> Iterator[int]:
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + 1)
