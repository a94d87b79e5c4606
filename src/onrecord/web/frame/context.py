"""What the frame of every page shows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from onrecord import tasks
from onrecord.tasks.queue import LISTED
from onrecord.web import guard, served
from onrecord.web.choices.kept import name_of, theme_of

NAVIGATION = ("reviews", "recommendations", "queue", "papers", "claims", "states")
# Parts of an address that belong to "Claims": all that shows what papers say.
SAID = (
    "claims",
    "proposals",
    "conflicts",
    "copies",
    "contradictions",
    "sources",
    "people",
    "laws",
    "organisations",
    "chronology",
    "names",
)


def frame(request: HttpRequest) -> dict[str, object]:
    """Names for the base template."""
    entered = guard.has_entered(request)
    match = request.resolver_match
    return {
        "language": get_language() or "en",
        "reading_direction": "rtl" if get_language_bidi() else "ltr",
        "languages": settings.LANGUAGES,
        "theme": theme_of(request),
        "reader": name_of(request),
        "entered": entered,
        "archive_name": served.current().name if entered else "",
        "archive_locked": served.current().archive.encrypted if entered else False,
        "waiting": _waiting if entered else 0,
        "said_parts": SAID,
        "part": _part(match.namespace or match.route.split("/")[0]) if match else "",
    }


def _part(first: str) -> str:
    """Which part of the bar an address belongs to: papers of one's own stand beside those that were added."""
    return "papers" if first in ("written", "wording") else first


def _waiting() -> int:
    """How many questions of the queue wait, without labels; asked for only where the bar is shown."""
    counts = tasks.count_questions(served.archive())
    return sum(count for kind, count in counts.items() if kind not in LISTED)
