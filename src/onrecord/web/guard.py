"""Who may ask: only a browser on this machine that came in by the one-time link, and only from our own pages.

A page on another site can make a browser send requests to 127.0.0.1, and can give 127.0.0.1 a name of its own (DNS
rebinding). Host and Origin are therefore compared letter by letter, before anything else happens.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from onrecord.web import served

Answer = Callable[[HttpRequest], HttpResponse]
ENTERED = "onrecord-entered"
_OPEN_TO_ALL = ("/enter", "/static/")
_API_ADVICE = "Open the link that `onrecord serve` prints once, and send the cookie it sets."
_HARMLESS = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Refuses a foreign Host, a foreign Origin, and what another site makes the browser send."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or a plain refusal that says nothing of the archive."""
        if request.META.get("HTTP_HOST", "") not in served.current().hosts:
            return _refusal("This address is not served here.", 421)
        if _comes_from_elsewhere(request):
            return _refusal("This request comes from another site and is not answered.", 403)
        return self._answer(request)


class OnlyEntered:
    """Asks for the cookie that entering by the one-time link has set."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page asked for, or the one that says how to come in."""
        if request.path.startswith(_OPEN_TO_ALL) or has_entered(request):
            response = self._answer(request)
            if not request.path.startswith("/static/") and not response.has_header("Cache-Control"):
                response["Cache-Control"] = "no-store"
            return response
        if request.path.startswith("/api/"):
            words = {"kind": "NotEntered", "what": "This client has not come in.", "where": "", "advice": _API_ADVICE}
            return JsonResponse(words, status=403)
        return render(request, "entering/outside.html", status=403)


def let_in(response: HttpResponse) -> None:
    """Set the cookie that opens all pages while this server runs."""
    response.set_signed_cookie(_cookie(), "yes", salt=ENTERED, httponly=True, samesite="Strict")


def has_entered(request: HttpRequest) -> bool:
    """Whether the browser shows that cookie."""
    return bool(request.get_signed_cookie(_cookie(), default="", salt=ENTERED) == "yes")


def _cookie() -> str:
    # Cookies do not know ports: two archives served at once must not share one.
    return f"{ENTERED}-{served.current().port}"


def _comes_from_elsewhere(request: HttpRequest) -> bool:
    origin = request.META.get("HTTP_ORIGIN")
    if origin is not None and origin.removeprefix("http://") not in served.current().hosts:
        # A form of our own sends "null" under no-referrer in some browsers; Sec-Fetch-Site then tells the truth.
        return not (origin == "null" and request.META.get("HTTP_SEC_FETCH_SITE") == "same-origin")
    if request.method in _HARMLESS:
        return False
    return request.META.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none")


def _refusal(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
