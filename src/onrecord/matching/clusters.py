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
    known = {one: {one} for one in ids}
    for pair, _ in sorted(alike.items(), key=lambda item: (-item[1], sorted(item[0]))):
        groups = _groups(pair, known)
        if groups and _may_join(*groups, alike, apart):
            _join(*groups, known)
    for pair in sorted(together, key=sorted):  # what persons put together brings all that belongs to it
        if groups := _groups(pair, known):
            _join(*groups, known)
    unique = {id(group): group for group in known.values() if len(group) > 1}
    found = [Cluster(_id(group), tuple(sorted(group))) for group in unique.values()]
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.members)))


def _groups(pair: Pair, known: Mapping[str, set[str]]) -> tuple[set[str], set[str]] | None:
    """The two groups that a pair connects; None if they are one, or a text is gone."""
    found = [known[one] for one in sorted(pair) if one in known]
    if len(found) < 2 or found[0] is found[1]:
        return None
    return found[0], found[1]


def _join(first: set[str], second: set[str], known: dict[str, set[str]]) -> None:
    first |= second
    known.update(dict.fromkeys(second, first))


def _may_join(first: set[str], second: set[str], alike: Mapping[Pair, float], apart: Collection[Pair]) -> bool:
    pairs = [frozenset((a, b)) for a in first for b in second]
    if any(pair in apart for pair in pairs):
        return False
    return 2 * sum(pair in alike for pair in pairs) >= len(pairs)


def _id(members: Iterable[str]) -> str:
    """An id of content: the same members give the same id."""
    return "cluster-" + hashlib.sha256("\n".join(sorted(members)).encode()).hexdigest()[:16]
