"""Which recommendation stands before and after one in its report."""

from dataclasses import dataclass

from onrecord import tasks
from onrecord.tasks import RecommendationFilter
from onrecord.web import served


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Its place in the report's list, from 1, and the numbers beside it ("" at the ends)."""

    at: int
    total: int
    before: str
    after: str


def neighbours(symbol: str, number: str) -> Neighbours | None:
    """Where the recommendation stands in its report; None if it is not there."""
    numbers = [
        row.number for row in tasks.list_recommendations(served.archive(), RecommendationFilter(document=symbol))
    ]
    if number not in numbers:
        return None
    at = numbers.index(number)
    before = numbers[at - 1] if at else ""
    after = numbers[at + 1] if at + 1 < len(numbers) else ""
    return Neighbours(at + 1, len(numbers), before, after)
