"""Template filters for what papers say; every page knows them."""

from django import template
from django.urls import reverse
from django.utils.formats import number_format

from onrecord.model import Claim, Figure
from onrecord.model.claim import PUBLISHER
from onrecord.tasks import MentionRow, PaperRef
from onrecord.web.claims import words

register = template.Library()


@register.filter
def said(key: str, table: str) -> str:
    """The word for a key of one of the tables: ``{{ claim.kind|said:"kind" }}``."""
    return words.said(table, str(key))


@register.filter
def publisher(paper: PaperRef) -> str:
    """Whose paper it is: its publishers, else the shortest name it has."""
    return ", ".join(paper.publishers) or paper.label


@register.filter
def said_by(claim: Claim, paper: PaperRef) -> str:
    """Who says a claim."""
    return publisher(paper) if claim.source == PUBLISHER else claim.source


@register.filter
def figures(claim: Claim) -> tuple[str, ...]:
    """The quantities of a claim as they are worded: "at least 17 people"."""
    whole = len(claim.text) == claim.place.end - claim.place.start  # else something in it is not shown as it stands
    start = claim.place.start
    return tuple(claim.text[f.start - start : f.end - start] if whole else figure(f) for f in claim.figures)


def figure(one: Figure) -> str:
    """A quantity by what was read of it."""
    digits = "" if one.value is None else number_format(f"{one.value:g}", force_grouping=True)
    return " ".join(part for part in (one.comparator, digits, one.what) if part)


@register.filter
def name_address(key: str) -> str:
    """Where a name has its page."""
    return reverse("name", args=[key])


@register.filter
def parts(mention: MentionRow) -> tuple[str, str, str]:
    """The words before a mention, the mention, and those behind; whole words only."""
    at = mention.around.find(mention.name)
    if at < 0:
        return mention.around, "", ""
    before, after = mention.around[:at], mention.around[at + len(mention.name) :]
    return before.partition(" ")[2] or before, mention.name, after.rpartition(" ")[0] or after
