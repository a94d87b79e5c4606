"""Which recommendations take up which proposal: the same ask, the same subject, or none of them."""

from collections.abc import Sequence
from itertools import repeat

from onrecord.matching.ask_vectors import Meaning, rows_meant
from onrecord.matching.asks import understand
from onrecord.matching.asks_compared import Compared, compare_asks
from onrecord.model.link import AskText, Link, LinkKind, Uptake

FEWEST = 10  # recommendations told for each proposal, whatever the decision
_AT_MOST = 50


def find_uptake(
    proposals: Sequence[AskText], recommendations: Sequence[AskText], *, meaning: Meaning | None = None
) -> tuple[Uptake, ...]:
    """For each proposal the decision as a whole, and the recommendations that come near it, nearest first.

    Args:
        proposals: what was asked of the States that recommend; one with several asks is compared ask by ask.
        recommendations: all that were made, whether they have to do with the proposals or not.
        meaning: turns texts into rows of numbers; without it words and rules decide alone.

    Returns:
        One for each proposal, in order. At least ten recommendations are listed, if there are as many, each with its
        own kind: those of kind "none" are only the nearest.
    """
    ours = [understand(one.text) for one in proposals]
    theirs = [understand(one.text) for one in recommendations]
    meant = rows_meant(ours, theirs, meaning) if meaning and ours and theirs else repeat(None)
    found = []
    for proposal, asked, row in zip(proposals, ours, meant, strict=False):
        compared = [
            compare_asks(asked, other, meaning=float(row[place]) if row is not None else 0.0)
            for place, other in enumerate(theirs)
        ]
        found.append(_uptake(proposal.id, recommendations, compared))
    return tuple(found)


def _uptake(proposal: str, recommendations: Sequence[AskText], compared: Sequence[Compared]) -> Uptake:
    ranked = sorted(range(len(compared)), key=lambda place: -compared[place].score)
    if not ranked:
        return Uptake(proposal, LinkKind.NONE, 0.0, (), ())
    best = compared[ranked[0]]
    related = sum(one.kind is not LinkKind.NONE for one in compared)
    listed = ranked[: min(max(related, FEWEST), _AT_MOST)]
    links = tuple(
        Link(recommendations[place].id, compared[place].kind, round(compared[place].score, 3), compared[place].reasons)
        for place in listed
    )
    return Uptake(proposal, best.kind, round(best.score, 3), best.reasons, links)
