"""Which recommendations repeat earlier ones: the same ask, the same subject; what is new, what was dropped."""

from collections.abc import Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from onrecord.matching.ask_vectors import Meaning, rows_alike, rows_meant
from onrecord.matching.asks import Asked, understand
from onrecord.matching.asks_compared import compare_asks
from onrecord.model.link import AskText, Link, LinkKind, Reason, Repeat, Repeats

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# "Same ask" and "same subject" from here on. Drawn on repeats.json (24 queries); meaning lifts what is alike.
_LINES = (0.50, 0.28)
_LINES_WITH_MEANING = (0.54, 0.34)
_RULES, _WORDS, _MEANING = 0.55, 0.25, 0.20
_FAR = 5.0  # standard deviations that count as the full weight of meaning
_CANDIDATES = 60  # nearest by words, and by meaning, that are compared in full
_LISTED = 10


def find_repeats(
    old: Sequence[AskText],
    new: Sequence[AskText],
    *,
    meaning: Meaning | None = None,
    candidates: int = _CANDIDATES,
    listed: int = _LISTED,
) -> Repeats:
    """What became of earlier recommendations in a later list, of the same State or of others.

    Args:
        old: earlier recommendations.
        new: later ones.
        meaning: turns texts into rows of numbers; without it words and rules decide alone.
        candidates: how many of ``new``, the nearest by words and by meaning, are compared in full with each.
        listed: how many links are told for each, at most.

    Returns:
        For each of ``old``, in order, the later ones that repeat it, nearest first; and the ids of those of ``new``
        that repeat none.
    """
    ours, theirs = [understand(one.text) for one in old], [understand(one.text) for one in new]
    if not ours or not theirs:
        return Repeats(tuple(Repeat(one.id, LinkKind.NONE, 0.0, ()) for one in old), tuple(one.id for one in new))
    meant = rows_meant(ours, theirs, meaning) if meaning else repeat(None)
    followed, repeated = [], set()
    for earlier, asked, alike, row in zip(old, ours, rows_alike(ours, theirs), meant, strict=False):
        places = _nearest(alike, row, candidates)
        links = _links(asked, [(place, theirs[place], new[place].id) for place in places], alike, row)
        best = links[0]
        followed.append(Repeat(earlier.id, best.kind, best.score, links[:listed]))
        repeated |= {link.id for link in links if link.kind is not LinkKind.NONE}
    return Repeats(tuple(followed), tuple(one.id for one in new if one.id not in repeated))


def _links(
    asked: Asked,
    theirs: Sequence[tuple[int, Asked, str]],
    alike: "NDArray[np.float32]",
    meant: "NDArray[np.float32] | None",
) -> tuple[Link, ...]:
    links = []
    for place, other, key in theirs:
        score, reasons = _score(asked, other, float(alike[place]), None if meant is None else float(meant[place]))
        kind = _kind(score, _LINES if meant is None else _LINES_WITH_MEANING)
        links.append(Link(key, kind, round(score, 3), reasons))
    return tuple(sorted(links, key=lambda link: -link.score))


def _kind(score: float, lines: tuple[float, float]) -> LinkKind:
    if score >= lines[0]:
        return LinkKind.SAME_ASK
    return LinkKind.SAME_SUBJECT if score >= lines[1] else LinkKind.NONE


def _nearest(alike: "NDArray[np.float32]", meant: "NDArray[np.float32] | None", number: int) -> list[int]:
    import numpy as np

    if len(alike) <= number:
        return list(range(len(alike)))
    rows = [alike] if meant is None else [alike, meant]
    return sorted({int(place) for row in rows for place in np.argpartition(-row, number)[:number]})


def _score(one: Asked, other: Asked, alike: float, meant: float | None) -> tuple[float, tuple[Reason, ...]]:
    """Both ways, since a long recommendation may hold a short one; what speaks against counts half."""
    there, back = compare_asks(one, other, meaning=meant or 0.0), compare_asks(other, one, meaning=meant or 0.0)
    rules = (there.score + there.alike + back.score + back.alike) / 4
    better = there if there.score >= back.score else back
    if meant is None:
        return (_RULES * rules + _WORDS * alike) / (_RULES + _WORDS), better.reasons
    far = max(0.0, min(1.0, meant / _FAR))
    return _RULES * rules + _WORDS * alike + _MEANING * far, better.reasons
