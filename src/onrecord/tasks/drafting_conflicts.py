"""Which conflicts and copies between papers touch a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.matching.contradicted import BEFORE, LATER
from onrecord.model.written import Cited, Cites, WrittenPaper
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.tasks.citing import sides_of, with_sentences
from onrecord.tasks.comparing import CONFLICT, CONTRADICTION, COPY, shown
from onrecord.tasks.drafting_papers import Chosen
from onrecord.tasks.drafting_subjects import speaks_of

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


def contradictions_of(
    archive: Archive, paper: WrittenPaper, chosen: Chosen, claims: Sequence[Cited]
) -> tuple[tuple[Cited, ...], ...]:
    """Where the State says that a recommendation is implemented and a paper tells otherwise.

    Only what was published in time, and only what the draft's claims or the words of its subject touch.

    Returns:
        For each the recommendation, the State's words, and the claim.
    """
    used = set(tables.Document.objects.using(archive.alias).filter(pk__in=chosen.used).values_list("sha256", flat=True))
    rows = tables.Comparison.objects.using(archive.alias)
    rows = rows.filter(kind=CONTRADICTION, state=paper.state, verdict__in=(LATER, BEFORE))
    compared = shown(archive, rows.order_by("order"))
    own, speaks = {one.id for one in claims}, speaks_of(archive, paper.subject)
    found = []
    for comparison, sides in zip(compared, sides_of(archive, compared), strict=True):
        said = [one for one in sides if one.kind is Cites.CLAIM]
        passages = [one for one in sides if one.kind is Cites.PASSAGE]
        if len(said) != 1 or len(passages) != 2 or not all(one.paper.sha256 in used for one in sides):
            continue
        item, done = passages
        if said[0].id in own or not paper.subject or speaks(fold(item.text)):
            number = next(side.claim for side in comparison.sides if side.place == item.place)
            named = replace(item, id=f"{Cites.RECOMMENDATION.value}:{number}", kind=Cites.RECOMMENDATION)
            found.append((replace(named, number=number.partition("#")[2]), done, said[0]))
    whole = {one.id: one for one in with_sentences(archive, [sides[2] for sides in found])}
    return tuple((item, done, whole[told.id]) for item, done, told in found)


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
