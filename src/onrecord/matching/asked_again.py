"""Which recommendations of one review ask again what an earlier review of the State asked.

A simple likeness, told in the reason: one matter to end, one treaty to ratify, or rare words shared. Against 20
recommendations of one State judged by hand (35 later ones ask the same): 17 of these are found, beside 3 on the same
subject and 1 on another; half are missed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.matching.compared import comparison
from onrecord.matching.contradicted import Answered, one_ask, weights
from onrecord.model import Comparison

KIND = "repeat"
AGAIN = "asked again"
_ALIKE = 0.35  # from 0.3 to 0.35 the wrong ones fell from 5 to 1, above 0.35 only right ones were lost


def asked_again(items: Sequence[Answered]) -> Iterator[Comparison]:
    """For each recommendation, the ones of the State's next review on record that ask the same; all of them."""
    weigh = weights([item.rare for item in items])
    cycles = sorted({item.cycle for item in items})
    for earlier, later in pairwise(cycles):
        after = [item for item in items if item.cycle == later]
        for item in (item for item in items if item.cycle == earlier):
            for other in after:
                said = one_ask(item, other, weigh, alike=_ALIKE)
                if said:
                    yield comparison(KIND, AGAIN, (item.member, other.member), said[1])
