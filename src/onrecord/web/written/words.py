"""What outlines and remarks are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OUTLINES: dict[str, Promise] = {
    "briefing": _("Briefing paper"),
    "submission": _("Submission"),
    "joint-submission": _("Joint submission"),
    "alternative": _("Alternative report"),
    "statement": _("Statement after the review"),
    "matrix": _("Matrix of recommendations"),
    "mid-term": _("Mid-term report"),
    "case-list": _("Updated case list"),
}
REMARKS: dict[str, Promise] = {
    "unreadable": _("Cannot be understood"),
    "nowhere": _("A note leads nowhere"),
    "no source": _("No source"),
    "not there": _("Not the words of the source"),
    "outdated": _("Out of date"),
    "contradicted": _("Another source contradicts"),
    "name": _("A name that is not cleared"),
    "too long": _("Too long"),
    "no addressee": _("Addressed to nobody"),
    "gap": _("A gap"),
}
CHANGES: dict[str, Promise] = {
    "added": _("Added"),
    "taken out": _("Taken out"),
    "changed": _("Changed"),
}
