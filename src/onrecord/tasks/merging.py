"""Names that may be the same and wait for a person's word, and what people decided about names."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from onrecord.model.judgement import Judgement
from onrecord.store import judgements, tables
from onrecord.store.archive import Archive
from onrecord.tasks.comparing import LINK
from onrecord.tasks.naming import NOT_SAME, SAME, SAME_PERHAPS, TARGET, name_rows, standing_pairs
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import NamedRow


@dataclass(frozen=True, slots=True)
class Offer:
    """Two names that may be one, and why a person should look."""

    one: NamedRow
    other: NamedRow
    reason: str


def list_offers(archive: Archive, *, kind: str = "", limit: int | None = None, offset: int = 0) -> PageOf[Offer]:
    """Pairs of names that nobody has joined or kept apart yet, by kind and name; a constant number of queries.

    Args:
        archive: open.
        kind: only of this kind ("person", "law", "organisation").
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        rows = tables.Named.objects.using(archive.alias).filter(document__leads=True).exclude(kind="event")
        rows = rows.filter(kind=kind) if kind else rows
        groups: dict[str, tuple[str, str]] = {}  # by key: its group and kind
        pairs: dict[tuple[str, str], str] = {}
        for key, group, of, said in rows.values_list("key", "group", "kind", "said"):
            groups[key] = (group, of)
            pairs.update(((key, other), "") for other in said["perhaps"])
        pairs.update(_linked(archive))
        apart = standing_pairs(archive, NOT_SAME)
        open_ = _open(pairs, groups, {frozenset(groups[key][0] for key in pair if key in groups) for pair in apart})
        chosen = open_[offset : None if limit is None else offset + limit]
        named = name_rows(archive, {group for pair, _ in chosen for group in pair})
        shown = tuple(Offer(named[one], named[other], reason) for (one, other), reason in chosen)
        return PageOf(shown, len(open_), offset)


def name_decisions(archive: Archive, keys: Iterable[str]) -> tuple[Judgement, ...]:
    """What people decided about these names, withdrawn decisions too, oldest first."""
    wanted = list(keys)
    with archive.told_plainly():
        rows = tables.Judgement.objects.using(archive.alias).filter(field__in=(SAME, NOT_SAME))
        mine = Q(target__in=[TARGET + key for key in wanted]) | Q(value__in=wanted)
        return tuple(judgements.load(row) for row in rows.filter(mine).order_by("pk"))


def _linked(archive: Archive) -> dict[tuple[str, str], str]:
    """Pairs of keys that stand in one link between papers, with its reason."""
    members = tables.ComparisonMember.objects.using(archive.alias).filter(
        comparison__kind=LINK, comparison__verdict__in=SAME_PERHAPS
    )
    by_link: dict[int, tuple[str, list[str]]] = {}
    for link, reason, key in members.order_by("order").values_list("comparison", "comparison__reason", "claim"):
        by_link.setdefault(link, (reason, []))[1].append(key)
    return {(keys[0], other): reason for reason, keys in by_link.values() for other in keys[1:]}


def _open(
    pairs: dict[tuple[str, str], str], groups: dict[str, tuple[str, str]], apart: set[frozenset[str]]
) -> list[tuple[tuple[str, str], str]]:
    """The pairs by group, each once, of one kind, neither joined nor kept apart; with the first reason that is told."""
    found: dict[tuple[str, str, str], str] = {}
    for (one, other), reason in pairs.items():
        if one in groups and other in groups and groups[one][1] == groups[other][1]:
            low, high = sorted((groups[one][0], groups[other][0]))
            if low != high and frozenset((low, high)) not in apart:
                at = (groups[one][1], low, high)
                found[at] = found.get(at) or reason
    return [((low, high), reason) for (_, low, high), reason in sorted(found.items())]
