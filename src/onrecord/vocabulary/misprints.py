"""Names with a misprint: which known name can they only mean?"""

from rapidfuzz.distance import OSA

SHORTEST = 4  # letters; below that one slip turns a name into another
CLEAR = 2  # slips by which the second-best State must be worse


def nearest(folded: str, index: dict[str, str]) -> str | None:
    """The State whose name is a slip or two away from ``folded``, if no other State comes near.

    A slip is a letter too many, missing, wrong, or two changed about. Beginnings of longer names count as near, so
    that a name cut short ("guinee" before "bissau") is left to a person, as are Niger and Nigeria and their like.

    Args:
        folded: the name as :func:`onrecord.vocabulary.fold.fold` gives it.
        index: folded names of all States with their codes.
    """
    if len(folded) < SHORTEST or folded.isdigit():
        return None
    best: dict[str, int] = {}
    limit = _slips_allowed(folded)
    for spelt, iso3 in index.items():
        slips = _slips(folded, spelt, limit + CLEAR)
        if slips < best.get(iso3, limit + CLEAR):
            best[iso3] = slips
    ranked = sorted(best.items(), key=lambda pair: pair[1])
    if not ranked or ranked[0][1] > limit or not _same_words(folded, ranked[0][0], index):
        return None
    if len(ranked) > 1 and ranked[1][1] - ranked[0][1] < CLEAR:
        return None
    return ranked[0][0]


def _slips(folded: str, spelt: str, cutoff: int) -> int:
    whole: int = OSA.distance(folded, spelt, score_cutoff=cutoff)
    if len(spelt) <= len(folded) + 1:
        return whole
    # One slip worse than the whole name would be: a beginning is never itself the best candidate by accident.
    return min(whole, 1 + int(OSA.distance(folded, spelt[: len(folded)], score_cutoff=cutoff)))


def _slips_allowed(folded: str) -> int:
    return 1 if len(folded) < 7 else 2 if len(folded) < 14 else 3


def _same_words(folded: str, iso3: str, index: dict[str, str]) -> bool:
    """Whether some name of the State has, word by word, no more slips than a word of that length may have.

    Long names share most of their words ("republic of …"); without this "republic of kosovo" would be near many.
    """
    words = folded.split()
    for spelt, code in index.items():
        if code != iso3:
            continue
        theirs = spelt.split()
        if len(theirs) == len(words):
            if all(OSA.distance(a, b) <= _slips_allowed(b) for a, b in zip(words, theirs, strict=True)):
                return True
        elif OSA.distance(folded.replace(" ", ""), spelt.replace(" ", "")) <= 1:
            return True
    return False
