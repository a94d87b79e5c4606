"""What articles became when a code was made anew: the register that a person keeps (``data/law_successors.csv``)."""

from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.tables import read_table


@dataclass(frozen=True, slots=True)
class Successor:
    """An article, by the ids that findings give laws, and what took its place.

    ``since``: the day, as precise as known. ``source``: the law that made the change. ``verified_on``: the day on which
    somebody compared the row with that law; "" if nobody did.
    """

    law: str  # "law:KAZ:criminal-code:164"
    became: str  # "law:KAZ:criminal-code:174"
    since: str
    source: str
    verified_on: str = ""


@cache
def successors() -> tuple[Successor, ...]:
    """Every row of the register, in its order."""
    return tuple(
        Successor(
            _id(row["state"], row["instrument"], row["article"]),
            _id(row["state"], row["became_instrument"], row["became_article"]),
            row["since"],
            row["source"],
            row["verified_on"],
        )
        for row in read_table("law_successors.csv")
    )


def _id(state: str, instrument: str, article: str) -> str:
    return ":".join(filter(None, ("law", state, instrument.replace(" ", "-"), article)))
