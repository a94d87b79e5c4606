"""What a law or an article was before and became later: a time line out of the changes that a register holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.law_register import Succession


@dataclass(frozen=True, slots=True)
class Step:
    """One law or article in a line. ``since`` and ``until`` are EDTF, "" where the register tells none."""

    key: str  # the id that findings give it
    law: str
    article: str
    since: str = ""
    until: str = ""


def line_of(keys: Iterable[str], changes: Sequence[Succession]) -> tuple[Step, ...]:
    """Everything that these ids came from and became, over any number of steps, oldest first; () where nothing is.

    Args:
        keys: ids of laws or articles.
        changes: of the register; circles do no harm.
    """
    near = _connected(set(keys), changes)
    steps: dict[str, Step] = {}
    for change in near:
        steps.setdefault(change.old, Step(change.old, change.law, change.article))
        steps.setdefault(change.new, Step(change.new, change.became_law, change.became_article))
    dated = [
        Step(step.key, step.law, step.article, _first(near, new=step.key), _last(near, old=step.key))
        for step in steps.values()
    ]
    return tuple(sorted(dated, key=lambda step: (step.since, step.until or "9", step.key)))


def is_older(date: str, than: str) -> bool:
    """Whether one EDTF date is surely before another: "2014" is before "2015-01-01", and not before "2014-06"."""
    size = min(len(date), len(than))
    return bool(size) and date[:size] < than[:size]


def _connected(keys: set[str], changes: Sequence[Succession]) -> list[Succession]:
    """The changes that lead to these ids, and those that lead on from them; not those of their neighbours."""
    found = [*_followed(keys, changes, back=True), *_followed(keys, changes, back=False)]
    return [change for change in changes if change in found]


def _followed(keys: set[str], changes: Sequence[Succession], *, back: bool) -> list[Succession]:
    known, found = set(keys), list[Succession]()
    while True:
        step = [c for c in changes if c not in found and (c.new if back else c.old) in known]
        if not step:
            return found
        found += step
        known |= {c.old if back else c.new for c in step}


def _first(changes: Iterable[Succession], *, new: str) -> str:
    return min((change.since for change in changes if change.new == new), default="")


def _last(changes: Iterable[Succession], *, old: str) -> str:
    return max((change.since for change in changes if change.old == old), default="")
