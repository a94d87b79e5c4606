"""What the frame of every page shows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from onrecord.web import guard, served
from onrecord.web.choices.kept import name_of, theme_of

NAVIGATION = ("reviews", "recommendations", "queue", "papers", "states")


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
        "part": match.namespace or match.route.split("/")[0] if match else "",
    }
