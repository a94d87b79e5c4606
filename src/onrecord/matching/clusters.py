"""Recommendations that ask the same, gathered; what a person put together or apart stays so."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.model.link import Cluster

Pair = frozenset[str]


def cluster(
    ids: Sequence[str],
    alike: Mapping[Pair, float],
    *,
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> tuple[Cluster, ...]:
    """Gather what asks the same.

    A text joins a cluster only if it is alike to most of its members, so that chains (a like b, b like c) do not
    gather what has nothing to do with each other.

    Args:
        ids: of all texts.
        alike: pairs that ask the same, with their scores.
        together: pairs that a person put together; they hold whatever the words say.
        apart: pairs that a person put apart; nothing brings them together.

    Returns:
        Clusters of two and more, the largest first.
    """
    groups = _joined_by_persons(ids, together)
    known = {one: group for group in groups for one in group}
    for pair, _ in sorted(alike.items(), key=lambda item: (-item[1], sorted(item[0]))):
        one, other = sorted(pair)
        first, second = known.get(one), known.get(other)
        if first is None or second is None or first is second:
            continue
        if _may_join(first, second, alike, apart):
            first |= second
            known |= dict.fromkeys(second, first)
    unique = {id(group): group for group in known.values() if len(group) > 1}
    found = [Cluster(_id(group), tuple(sorted(group))) for group in unique.values()]
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.members)))


def _joined_by_persons(ids: Iterable[str], together: Collection[Pair]) -> list[set[str]]:
    known = {one: {one} for one in ids}
    for pair in together:
        if len(pair) == 2 and all(one in known for one in pair):
            one, other = sorted(pair)
            merged = known[one] | known[other]
            known |= dict.fromkeys(merged, merged)
    return list({id(group): group for group in known.values()}.values())


def _may_join(first: set[str], second: set[str], alike: Mapping[Pair, float], apart: Collection[Pair]) -> bool:
    pairs = [frozenset((a, b)) for a in first for b in second]
    if any(pair in apart for pair in pairs):
        return False
    return 2 * sum(pair in alike for pair in pairs) >= len(pairs)


def _id(members: Iterable[str]) -> str:
    """An id of content: the same members give the same id."""
    return "cluster-" + hashlib.sha256("\n".join(sorted(members)).encode()).hexdigest()[:16]
