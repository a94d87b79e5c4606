"""Uptake beside chance: had the same been asked before, or is it asked of many States anyway?

That a recommendation says what a proposal says does not show that anybody read the proposal. Where the same had been
recommended in the cycle before, or where many other States were told the same in the same sessions, it would perhaps
have been said anyway.
"""

from collections.abc import Mapping, Sequence

from onrecord.matching.ask_vectors import rows_alike
from onrecord.matching.asks import understand
from onrecord.matching.asks_compared import compare_asks
from onrecord.model.link import AskText, Chance, LinkKind

_NEAREST = 200  # by words, of all that was recommended to others: what shares fewer words is no same ask


def compare_with_chance(
    proposals: Sequence[AskText],
    *,
    before: Sequence[AskText] = (),
    others: Mapping[str, Sequence[AskText]] | None = None,
) -> tuple[Chance, ...]:
    """For each proposal who was asked the same without it.

    Args:
        proposals: as given to :func:`~onrecord.matching.uptake.find_uptake`.
        before: recommendations to the same State in the cycle before; none if they are not known.
        others: recommendations to other States in the same sessions, by State.

    Returns:
        One for each proposal, in order.
    """
    theirs = others or {}
    rows = [(state, understand(one.text)) for state, some in theirs.items() for one in some]
    ours = [understand(one.text) for one in proposals]
    earlier = [(one.id, understand(one.text)) for one in before]
    alike = list(rows_alike(ours, [asked for _, asked in rows])) if rows and ours else [None] * len(ours)
    found = []
    for proposal, asked, row in zip(proposals, ours, alike, strict=True):
        same = tuple(key for key, other in earlier if compare_asks(asked, other).kind is LinkKind.SAME_ASK)
        nearest: list[int] = [] if row is None else row.argsort()[::-1][:_NEAREST].tolist()
        states = {rows[place][0] for place in nearest if compare_asks(asked, rows[place][1]).kind is LinkKind.SAME_ASK}
        found.append(Chance(proposal.id, same, bool(before), tuple(sorted(states)), len(theirs)))
    return tuple(found)
