"""The one form of every error of the API: what is wrong, where, and what to try."""

import logging
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation

from onrecord.errors import NotFound, OnrecordError, RunError
from onrecord.web.api.schemas import ADVICE
from onrecord.writing import as_json

_SHOWN = 80  # signs of what was given
_HELP = "See /api/docs for what can be asked."
Answer = Callable[..., HttpResponseBase]


class BadQuestion(RunError):
    """A part of the question has no sense here."""


def say(error: OnrecordError) -> HttpResponse:
    """An error raised on purpose as JSON, with its status."""
    status = next((status for kind, status in ((NotFound, 404), (BadQuestion, 422)) if isinstance(error, kind)), 500)
    return JsonResponse(as_json(error), status=status)


def handle_errors(api: NinjaAPI) -> None:
    """Give every error that an address of this API raises its form."""
    for kind in (OnrecordError, ValidationError, Exception):
        api.add_exception_handler(kind, _told)
    api.add_decorator(only_known, mode="view")


def only_known(run: Answer) -> Answer:
    """Refuse filters that there are not: one that is misspelt would otherwise be passed over in silence."""
    operation: Operation = run.__self__  # type: ignore[attr-defined]  # a method of the operation
    known = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in getattr(model, "__ninja_flatten_map__", {})
    }

    @wraps(run)
    def checked(request: HttpRequest, **given: Any) -> HttpResponseBase:  # noqa: ANN401  parts of the address
        for name in request.GET:
            if name not in known:
                advice = f"Use one of: {', '.join(sorted(known))}." if known else "Leave it out."
                return say(BadQuestion(f"There is no filter “{_short(name)}” here.", where=_short(name), advice=advice))
        return run(request, **given)

    return checked


def in_one_form(view: Answer) -> Answer:
    """A view of the API whose refusal of a method is said in the one form, too."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401  as the view takes
        answer = view(request, *args, **kwargs)
        if answer.status_code != 405:
            return answer
        error = BadQuestion(
            f"{(request.method or '')[:20]} is not answered here.", advice="The API only reads: use GET."
        )
        return JsonResponse(as_json(error), status=405, headers={"Allow": "GET"})

    told.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is ever written
    return told


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address below /api/ that leads nowhere."""
    return say(NotFound("There is nothing at this address.", where=_short(request.path), advice=_HELP))


def _bad(request: HttpRequest, found: dict[str, Any]) -> BadQuestion:
    """The first thing that is wrong with a question, as pydantic tells it."""
    name = next(part for part in reversed(found["loc"]) if isinstance(part, str))
    if found["type"] == "missing":
        return BadQuestion(f"“{name}” is missing.", where=name, advice=_HELP)
    pattern = (found.get("ctx") or {}).get("pattern", "")
    advice = ADVICE.get(pattern) or f"{str(found['msg']).replace('Input', 'It', 1).rstrip('.')}."
    return BadQuestion(
        f"“{_short(_given(request, found['loc']))}” cannot be used as “{name}”.", where=name, advice=advice
    )


def _given(request: HttpRequest, where: Sequence[str | int]) -> str:
    """What stands in the address at the place of an error."""
    match = request.resolver_match
    *_, name, last = ("", *where)
    if isinstance(last, int):
        return request.GET.getlist(str(name))[last]
    return str((match.kwargs if match else {}).get(str(last), request.GET.get(str(last), "")))


def _told(request: HttpRequest, error: object) -> HttpResponse:
    """The outermost edge: of what nobody foresaw only the terminal is told."""
    if isinstance(error, OnrecordError):
        return say(error)
    if isinstance(error, ValidationError):
        return say(_bad(request, error.errors[0]))
    logging.getLogger(__name__).error("unforeseen", exc_info=error if isinstance(error, Exception) else None)
    what = "Onrecord met something it does not know how to handle."
    return say(RunError(what, advice="What is in the archive is whole. The terminal shows what happened."))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
