"""Names with a misprint: which known name can they only mean?"""

from collections import defaultdict

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # letters; below that one slip turns a name into another
CLEAR = 2  # slips by which the second-best State must be worse


class Speller:
    """Knows all names and finds the one that a misprint can only mean.

    A slip is a letter too many, missing, wrong, or two changed about. The first words of longer names count as near
    too ("dominican" begins "dominican republic"), so that a name cut short is left to a person, as are Niger and
    Nigeria and their like.

    Args:
        index: names of all States as :func:`onrecord.vocabulary.fold.fold` gives them, with the States' codes.
    """

    def __init__(self, index: dict[str, str]) -> None:
        self._index = index
        self._names = list(index)
        beginnings: dict[str, set[str]] = defaultdict(set)
        for spelt, iso3 in index.items():
            words = spelt.split()
            for n in range(1, len(words)):
                beginnings[" ".join(words[:n])].add(iso3)
        self._beginnings = dict(beginnings)
        self._first_words = list(beginnings)

    def nearest(self, folded: str) -> str | None:
        """The State whose name is a slip or two away from ``folded``, if no other State comes near; else None."""
        if len(folded) < SHORTEST or folded.isdigit():
            return None
        limit = slips_allowed(folded)
        ranked = sorted(self._slips_by_state(folded, limit + CLEAR - 1).items(), key=lambda pair: pair[1])
        if not ranked or ranked[0][1] > limit:
            return None
        if len(ranked) > 1 and ranked[1][1] - ranked[0][1] < CLEAR:
            return None
        best = ranked[0][0]
        return best if self._same_words(folded, best) else None

    def _slips_by_state(self, folded: str, cutoff: int) -> dict[str, int]:
        best: dict[str, int] = {}
        for spelt, slips, _ in _near(folded, self._names, cutoff):
            iso3 = self._index[spelt]
            best[iso3] = min(slips, best.get(iso3, slips))
        for spelt, slips, _ in _near(folded, self._first_words, cutoff - 1):
            for iso3 in self._beginnings[spelt]:  # one worse than the whole name would be
                best[iso3] = min(slips + 1, best.get(iso3, slips + 1))
        return best

    def _same_words(self, folded: str, iso3: str) -> bool:
        """Whether some name of the State has, word by word, no more slips than a word of that length may have.

        Long names share most of their words ("republic of …"): without this an unknown republic would be near many.
        """
        words = folded.split()
        joined = "".join(words)
        for spelt, code in self._index.items():
            if code != iso3:
                continue
            theirs = spelt.split()
            if len(theirs) != len(words):
                if OSA.distance(joined, "".join(theirs)) <= 1:
                    return True
            elif all(OSA.distance(a, b) <= slips_allowed(b) for a, b in zip(words, theirs, strict=True)):
                return True
        return False


def slips_allowed(word: str) -> int:
    """How many slips a name of that length may have: one below 7 letters, two below 14, three above."""
    return 1 if len(word) < 7 else 2 if len(word) < 14 else 3


def _near(folded: str, choices: list[str], cutoff: int) -> list[tuple[str, int, int]]:
    return process.extract(folded, choices, scorer=OSA.distance, score_cutoff=cutoff, limit=None)
