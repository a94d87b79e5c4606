"""Which conflicts and copies between papers touch a draft."""

from collections.abc import Mapping, Sequence

from onrecord.model.written import Cited, WrittenPaper
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.citing import sides_of, with_sentences
from onrecord.tasks.comparing import CONFLICT, COPY, shown
from onrecord.tasks.drafting_papers import Chosen

# Verdicts by which sources tell one thing differently; "attribution" and the like are no difference in what is told.
_DIFFER = ("disagree", "differ in scope", "one is likely wrong")


def copies_of(archive: Archive, state: str) -> dict[str, str]:
    """For each claim that is a copy of others, one key for all of them."""
    rows = tables.ComparisonMember.objects.using(archive.alias).filter(comparison__kind=COPY, comparison__state=state)
    together: dict[int, list[str]] = {}
    for comparison, claim in rows.order_by("comparison__order", "order").values_list("comparison", "claim"):
        together.setdefault(comparison, []).extend([claim] if claim else [])
    found: dict[str, str] = {}
    for claims in together.values():
        known = {found[claim] for claim in claims if claim in found}
        key = min([*known, *claims[:1]], default="")
        found.update(dict.fromkeys(claims, key))
        found.update({claim: key for claim, other in found.items() if other in known})
    return found


def conflicts_of(
    archive: Archive, paper: WrittenPaper, chosen: Chosen, claims: Sequence[Cited]
) -> tuple[tuple[Cited, ...], ...]:
    """Conflicts that touch the draft's claims; only sides that were published in time, and only where two are left."""
    used = set(tables.Document.objects.using(archive.alias).filter(pk__in=chosen.used).values_list("sha256", flat=True))
    rows = tables.Comparison.objects.using(archive.alias)
    rows = rows.filter(kind=CONFLICT, state=paper.state, verdict__in=_DIFFER)
    every = sides_of(archive, shown(archive, rows.order_by("order")))
    in_time = [tuple(side for side in sides if side.paper.sha256 in used) for sides in every]
    copied = copies_of(archive, paper.state)
    own = {copied.get(_bare(one), _bare(one)): one for one in claims}
    joined = _joined([sides for sides in in_time if len(sides) > 1], copied, own)
    ids = {one.id for one in claims}
    touched = [sides for sides in joined if ids.intersection(side.id for side in sides)]
    whole = {one.id: one for one in with_sentences(archive, [side for sides in touched for side in sides])}
    return tuple(tuple(whole[side.id] for side in sides) for sides in touched)


def _joined(
    conflicts: Sequence[tuple[Cited, ...]], copied: Mapping[str, str], own: Mapping[str, Cited]
) -> list[tuple[Cited, ...]]:
    """Conflicts that share a passage, or a copy of it, as one: three papers, two figures, one sentence.

    Of copies one side stands for all: that of ``own``, the draft's claims by their key, where it is among them.
    """
    groups: list[dict[str, Cited]] = []
    for sides in conflicts:
        keyed = {copied.get(_bare(side), _bare(side)): side for side in sides}
        near = [group for group in groups if group.keys() & keyed.keys()]
        joined = {**keyed, **{key: side for group in near for key, side in group.items()}}
        groups = [group for group in groups if group not in near] + [joined]
    return [tuple(own.get(key, side) for key, side in group.items()) for group in groups if len(group) > 1]


def _bare(cited: Cited) -> str:
    return cited.id.partition(":")[2]
