"""Which notes cover a claim: those at its end, at the end of its sentence, and later in its paragraph."""

from collections.abc import Sequence

from onrecord.extraction.papers.units import Unit


def notes_of(
    units: Sequence[Unit], at: int, spans: Sequence[tuple[int, int]], which: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The notes at the end of the claim or its sentence, and those that stand later in the same paragraph.

    Args:
        units: all units of the paper.
        at: index of the claim's unit.
        spans: the claims of this unit, in order.
        which: index of the claim among them.
    """
    unit = units[at]
    own = _marks_up_to_next(unit, spans, which)
    if own or unit.marks:
        return own, ()
    later = [mark for other in _later(units, at) for mark in other.marks]
    return (), _numbers(later)


def _marks_up_to_next(unit: Unit, spans: Sequence[tuple[int, int]], which: int) -> tuple[str, ...]:
    """Marks behind this claim and before the end of the next one; else the next marks of the sentence."""
    begin = spans[which][0]
    behind = [mark for mark in unit.marks if mark[0] > begin]
    if not behind:
        return ()
    nearest = behind[0][0]
    last = max((end for _, end in spans if end <= nearest + 1), default=nearest)
    return _numbers([mark for mark in behind if mark[0] <= max(nearest, last) + 1 or _adjacent(mark[0], nearest)])


def _adjacent(offset: int, other: int) -> bool:
    return abs(offset - other) <= 1  # "¹ ²", both cut out of the text


def _later(units: Sequence[Unit], at: int) -> Sequence[Unit]:
    paragraph = units[at].paragraph
    end = at + 1
    while end < len(units) and units[end].paragraph == paragraph:
        end += 1
    return units[at + 1 : end]


def _numbers(marks: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for _, number in marks))
