"""Says, around every answer, who sees it; and looks once more over the text that goes out."""

import json
import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from onrecord import tasks
from onrecord.tasks import Audience
from onrecord.web import served
from onrecord.web.cases import unlocked

Answer = Callable[[HttpRequest], HttpResponse]
_TEXT = ("text/", "application/json", "application/x-ndjson", "image/svg")
_HEADERS = ("Location", "Content-Disposition")


def _without_address(record: logging.LogRecord) -> bool:
    """Addresses can hold words of a search, and names: no log tells them; mistakes are told without."""
    record.msg, record.args = "A page could not be made.", ()
    return record.levelno >= logging.ERROR


logging.getLogger("django.request").addFilter(_without_address)


class Veiled:
    """The API and every address with ``/export`` in it answer as to others; pages as to the owner or a keeper."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer without names that are withheld from who is asking."""
        if request.path.startswith(("/static/", "/enter")):
            return self._answer(request)
        with tasks.seen_by(audience_of(request.path), rights=unlocked.rights_of(request), once=True):
            return _looked_over(self._answer(request))


def audience_of(path: str) -> Audience:
    """Who will see what this address gives."""
    given_out = path.startswith("/api/") or "/export" in path
    return Audience.OTHERS if given_out else Audience.OWNER


def _json(text: str) -> str:
    """In JSON letters can be written as numbers: it is read before it is looked over."""
    try:
        said = json.loads(text)
    except ValueError:
        return tasks.without_names(served.archive(), text)
    shown = tasks.without_names(served.archive(), said)
    return text if shown == said else json.dumps(shown, ensure_ascii=False)


def _looked_over(response: HttpResponse) -> HttpResponse:
    """What is echoed from an address or a form never went through the tasks."""
    if response.streaming or not str(response.get("Content-Type", "")).startswith(_TEXT):
        return response
    text = response.content.decode(response.charset)
    shown = _json(text) if "json" in response["Content-Type"] else tasks.without_names(served.archive(), text)
    if shown != text:
        response.content = shown.encode(response.charset)
        if response.has_header("Content-Length"):
            response["Content-Length"] = str(len(response.content))
    for name in _HEADERS:
        if response.has_header(name):
            response[name] = tasks.without_names(served.archive(), response[name])
    return response
