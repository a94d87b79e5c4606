"""Who to talk to: the States that recommended on a subject, to one State and to others."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.model.link import Champion, Recommended


def rank_champions(recommended: Iterable[Recommended], state: str) -> tuple[Champion, ...]:
    """The States that spoke of the subject, those first that told ``state`` about it most often.

    Args:
        recommended: all recommendations on the subject that are at hand, one for each recommending State.
        state: code of the State under review that it is about.
    """
    by_state: dict[str, list[Recommended]] = defaultdict(list)
    for one in recommended:
        by_state[one.by].append(one)
    found = [_champion(by, rows, state) for by, rows in by_state.items() if by != state]
    return tuple(sorted(found, key=lambda one: (-len(one.here), -one.specific_here, -one.elsewhere, one.state)))


def _champion(by: str, rows: list[Recommended], state: str) -> Champion:
    here = tuple(sorted((row for row in rows if row.to == state), key=lambda row: (row.session, row.id), reverse=True))
    others = [row for row in rows if row.to != state]
    return Champion(
        state=by,
        here=here,
        specific_here=sum(row.specific for row in here),
        answers=tuple(
            (word, sum(row.position == word for row in here)) for word in dict.fromkeys(r.position for r in here)
        ),
        elsewhere=len(others),
        states_elsewhere=len({row.to for row in others}),
        specific_elsewhere=sum(row.specific for row in others),
        last=max(rows, key=lambda row: (row.session, row.to == state, row.id)),
    )
