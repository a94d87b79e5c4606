"""Regional groups of the States that made a recommendation together."""

from collections.abc import Sequence

from onrecord.vocabulary import states


def first_of_group(named: Sequence[str]) -> list[bool]:
    """For each State, whether none before it is of the same regional group: so items are counted by group."""
    groups = [states.group(state) if state in states.codes() else "" for state in named]
    return [group not in groups[:at] for at, group in enumerate(groups)]
