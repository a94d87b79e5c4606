"""Where things have their page."""

from django.urls import reverse

from onrecord.model import Place
from onrecord.tasks import DocumentRow, RecommendationRow


def of(row: RecommendationRow | DocumentRow) -> str:
    """The page of a recommendation or a paper."""
    if isinstance(row, DocumentRow):
        return reverse("paper", args=[row.sha256])
    return recommendation(row.document, row.number) if row.document else reverse("paper", args=[row.place.sha256])


def recommendation(symbol: str, number: str) -> str:
    """The page of one recommendation."""
    return reverse("recommendation", args=[symbol, number])


def of_id(target: str) -> str:
    """The page of the recommendation with that id ("A/HRC/28/10#126.44"); "" for what is none."""
    symbol, _, number = target.rpartition("#")
    return recommendation(symbol, number) if symbol and number and not target.startswith("doubt:") else ""


def assessing(target: str) -> str:
    """The page with the voices on something that is no recommendation of a review."""
    return reverse("assess-target", args=[target])


def finding(kind: str, target: str, place: Place) -> str:
    """The page of a finding on a paper's page; where it has none of its own, its passage lit."""
    if kind == "claim":
        return reverse("claim", args=[target])
    if kind == "goal":
        return assessing(target)
    return of_id(target) or passage(place)


def passage(place: Place) -> str:
    """The page of a paper with a passage lit."""
    where = reverse("paper", args=[place.sha256])
    return f"{where}?page={place.page or 1}&start={place.start}&end={place.end}"


def review(state: str, cycle: int | None) -> str:
    """The page of one review, or the list where it belongs to none."""
    return reverse("review", args=[state, cycle]) if state and cycle is not None else reverse("reviews")
