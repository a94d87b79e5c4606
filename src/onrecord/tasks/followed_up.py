"""What became of what was recommended and proposed, as written papers and the public site tell it.

The one place where assessments and uptake enter them. This archive keeps neither yet, so each function knows nothing
and papers say so ("no assessment yet"). Whoever adds them answers here, for all keys in a constant number of queries.
"""

from collections.abc import Collection, Sequence

from onrecord.model.written import Cited
from onrecord.store.archive import Archive

# Words to be shown, each with what is cited for them: "Partially implemented, says Selm Watch, 2024" → its evidence.
Told = tuple[str, tuple[Cited, ...]]


def assessed(archive: Archive, keys: Collection[str]) -> dict[str, tuple[Told, ...]]:
    """For each recommendation ("A/HRC/28/10#126.44") what voices say of its fulfilment, side by side.

    Args:
        archive: open.
        keys: of recommendations.
    """
    del archive, keys
    return {}


def taken_up(archive: Archive, keys: Collection[str]) -> dict[str, tuple[Told, ...]]:
    """For each proposal of a paper which recommendations of States took it up, and how closely.

    Args:
        archive: open.
        keys: of proposals.
    """
    del archive, keys
    return {}


def cited_assessments(archive: Archive, keys: Sequence[str]) -> list[Cited]:
    """What references of the form ``[@assessment:ID]`` lead to; those that lead nowhere are missing."""
    del archive, keys
    return []
