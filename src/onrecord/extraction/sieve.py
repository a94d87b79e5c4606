"""Spares a pattern the texts in which it cannot be found, because none of the words it needs stands there.

To look for a few plain words costs a twentieth of trying a long pattern at every letter, and most patterns are found in
few sentences. A sieve never decides anything: what passes it is still for the pattern to find.
"""


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
