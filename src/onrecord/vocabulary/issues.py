"""The 54 issues under which UPR Info files recommendations. Data: ``data/issues.csv``."""

from functools import cache

from onrecord.vocabulary.tables import read_table


@cache
def issues() -> tuple[str, ...]:
    """Their names, as UPR Info writes them, by alphabet."""
    return tuple(row["name"] for row in read_table("issues.csv"))
