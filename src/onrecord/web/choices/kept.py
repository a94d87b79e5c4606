"""What a reader chose, kept in cookies that outlive a restart; none of it is secret."""

from urllib.parse import quote, unquote

from django.http import HttpRequest, HttpResponse

THEMES = ("light", "dark")
_THEME, _NAME = "onrecord-theme", "onrecord-name"
_YEAR = 365 * 24 * 3600
LONGEST_NAME = 80


def theme_of(request: HttpRequest) -> str:
    """ "light", "dark", or "" for what the machine says."""
    theme = request.COOKIES.get(_THEME, "")
    return theme if theme in THEMES else ""


def name_of(request: HttpRequest) -> str:
    """The name under which this reader judges; "" while nobody has said it."""
    return unquote(request.COOKIES.get(_NAME, "")).strip()[:LONGEST_NAME]


def keep_theme(response: HttpResponse, theme: str) -> None:
    """Remember light or dark; anything else forgets it."""
    if theme in THEMES:
        _keep(response, _THEME, theme)
    else:
        response.delete_cookie(_THEME, samesite="Strict")


def keep_name(response: HttpResponse, name: str) -> None:
    """Remember the reader's name."""
    _keep(response, _NAME, quote(name.strip()[:LONGEST_NAME]))


def keep_language(response: HttpResponse, language: str, *, cookie: str) -> None:
    """Remember the reader's language."""
    _keep(response, cookie, language)


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_YEAR, samesite="Strict", httponly=True)
