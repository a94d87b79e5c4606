"""Which browsers have unlocked the cases. Kept in memory: a restart, a pause or the lock forgets it."""

from dataclasses import dataclass
from secrets import token_urlsafe
from threading import Lock
from time import monotonic

from django.http import HttpRequest, HttpResponse

from onrecord.tasks import CaseRights
from onrecord.web import served

PAUSE = 15 * 60  # seconds without a page, after which the cases are locked again
_SALT = "onrecord-cases"


@dataclass(slots=True)
class _Open:
    rights: CaseRights
    last: float


_open: dict[str, _Open] = {}
_lock = Lock()


def keep(response: HttpResponse, rights: CaseRights) -> None:
    """This browser may see cases from now on."""
    token = token_urlsafe(32)
    with _lock:
        _open[token] = _Open(rights, monotonic())
    response.set_signed_cookie(_cookie(), token, salt=_SALT, httponly=True, samesite="Strict")


def rights_of(request: HttpRequest) -> CaseRights | None:
    """What this browser may see; every page asked for begins the pause anew."""
    token = request.get_signed_cookie(_cookie(), default="", salt=_SALT)
    now = monotonic()
    with _lock:
        for old in [one for one, kept in _open.items() if now - kept.last > PAUSE]:
            del _open[old]
        kept = _open.get(str(token))
        if kept is None or kept.rights.alias != served.archive().alias:
            return None
        kept.last = now
        return kept.rights


def lock(request: HttpRequest, response: HttpResponse) -> None:
    """Forget that this browser may see cases."""
    with _lock:
        _open.pop(str(request.get_signed_cookie(_cookie(), default="", salt=_SALT)), None)
    response.delete_cookie(_cookie(), samesite="Strict")


def _cookie() -> str:
    return f"onrecord-cases-{served.current().port}"
