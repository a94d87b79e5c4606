"""Who may ask: only a browser on this machine that came in by the one-time link, and only from our own pages.

A page on another site can make a browser send requests to 127.0.0.1, and can give 127.0.0.1 a name of its own (DNS
rebinding). Host and Origin are therefore compared letter by letter, before anything else happens.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from onrecord.web import served

Answer = Callable[[HttpRequest], HttpResponse]
ENTERED = "onrecord-entered"
_OPEN_TO_ALL = ("/enter", "/static/")
_NUL = "\0"
_NUL_WORDS = "This holds a sign that no text has (NUL)."
_API_ADVICE = "Open the link that `onrecord serve` prints once, and send the cookie it sets."
_HARMLESS = ("GET", "HEAD", "OPTIONS")
_LONGEST_ADDRESS = 16_000  # signs; the longest of our own, a list with every filter set, has a tenth of it
_LARGEST_FORM = 2 * 1024 * 1024
_TAKES_FILES = ("/add/", "/coded/import")


class Guard:
    """Refuses a foreign Host, a foreign Origin, what another site makes the browser send, and what is too large."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or a plain refusal that says nothing of the archive."""
        if request.META.get("HTTP_HOST", "") not in served.current().hosts:
            return _refusal(request, "This address is not served here.", 421)
        if _comes_from_elsewhere(request):
            return _refusal(request, "This request comes from another site and is not answered.", 403)
        wrong = _wrong_in(request)
        return _refusal(request, *wrong) if wrong else self._answer(request)


class OnlyEntered:
    """Asks for the cookie that entering by the one-time link has set."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page asked for, or the one that says how to come in."""
        if request.path.startswith(_OPEN_TO_ALL) or has_entered(request):
            if request.method == "POST" and _NUL in "".join(
                value for _, some in request.POST.lists() for value in some
            ):
                return _refusal(request, _NUL_WORDS, 400)
            response = self._answer(request)
            if not request.path.startswith("/static/") and not response.has_header("Cache-Control"):
                response["Cache-Control"] = "no-store"
            return response
        if request.path.startswith("/api/") and request.path != "/api/docs":
            return _refusal(request, "This client has not come in.", 403, advice=_API_ADVICE)
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
    referer = request.META.get("HTTP_REFERER")
    if referer and urlsplit(referer)[:2] not in {("http", host) for host in served.current().hosts}:
        return True
    return request.META.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none")


def _wrong_in(request: HttpRequest) -> tuple[str, int] | None:
    """What makes a request one that no page of ours sends: too long, too large, with signs that no text has."""
    question = request.META.get("QUERY_STRING", "")
    if len(request.path) + len(question) > _LONGEST_ADDRESS:
        return "This address is too long. Search for fewer words.", 414
    if _NUL in request.path or "%00" in question or _NUL in question:
        return _NUL_WORDS, 400
    size = request.META.get("CONTENT_LENGTH") or "0"
    if not (size.isascii() and size.isdecimal() and len(size) < 16):
        return "The size of what was sent is no number.", 400
    if int(size) > _LARGEST_FORM and request.path not in _TAKES_FILES:
        return "What was sent is too large. Write fewer words.", 413
    return None


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What a browser never sends: a torn form, signs without meaning, far too much at once."""
    return _refusal(request, "What was sent cannot be read. Go back and send it again.", 400)


def _refusal(request: HttpRequest, words: str, status: int, *, advice: str = "") -> HttpResponse:
    """A few plain words; the API has its own form for them."""
    if request.path.startswith("/api/"):
        return JsonResponse({"kind": "Refused", "what": words, "where": "", "advice": advice}, status=status)
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
