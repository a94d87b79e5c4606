"""Keeping what a reader chooses."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from onrecord.web.choices import kept


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep what was sent (language, theme, name) and go back."""
    response = HttpResponseRedirect(_back(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        kept.keep_language(response, language, cookie=settings.LANGUAGE_COOKIE_NAME)
    if "theme" in request.POST:
        kept.keep_theme(response, request.POST["theme"])
    if request.POST.get("name", "").strip():
        kept.keep_name(response, request.POST["name"])
    return response


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The same choices as a page."""
    return render(request, "choices/choices.html", {"back": _back(request)})


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("back") or request.GET.get("back", "")
    # A path of ours; "//elsewhere" and "/\\elsewhere" are none.
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if safe and wanted.startswith("/") else "/"
