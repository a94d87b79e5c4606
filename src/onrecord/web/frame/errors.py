"""Errors as pages: what, where, what to try. The only place that turns them into HTTP."""

import logging
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from onrecord.errors import NotFound, OnrecordError
from onrecord.tasks import Conflict, NotAllowed

Answer = Callable[[HttpRequest], HttpResponse]


class ErrorPages:
    """Shows an error of ours as a page."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand on."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for an error raised on purpose; Django handles all others with ``unforeseen``."""
        if isinstance(error, OnrecordError):
            return page(request, error.what, error.advice, status=status_of(error))
        if isinstance(error, Http404):
            return nothing_here(request, error)
        logging.getLogger(__name__).error("unforeseen", exc_info=error)
        return None


def status_of(error: OnrecordError) -> int:
    """The HTTP status of an error raised on purpose."""
    for kind, status in ((NotFound, 404), (NotAllowed, 400), (Conflict, 409)):
        if isinstance(error, kind):
            return status
    return 500


def page(request: HttpRequest, what: str, advice: str, *, status: int) -> HttpResponse:
    """The page of one error."""
    return render(request, "frame/error.html", {"what": what, "advice": advice, "ours": True}, status=status)


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere."""
    words = {"what": _("There is no such page."), "advice": _("Go back, or start at the first page.")}
    return render(request, "frame/error.html", words, status=404)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its mark: sent from elsewhere, or kept open over a new start."""
    words = {
        "what": _("This form was opened before the workbench was started anew. Nothing was changed."),
        "advice": _("Open the page again and send it once more."),
    }
    return render(request, "frame/error.html", words, status=403)


def unforeseen(request: HttpRequest) -> HttpResponse:
    """A mistake of Onrecord itself."""
    words = {
        "what": _("Onrecord met something it does not know how to handle."),
        "advice": _("What is in the archive is whole. The terminal shows what happened."),
    }
    return render(request, "frame/error.html", words, status=500)
