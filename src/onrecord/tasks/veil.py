"""The veil: names of private persons are taken out of everything that leaves the tasks without the right to cases.

It hangs at one place, the edge of this package: whoever calls ``tasks.anything(archive, …)`` gets what the veil lets
through, so that no list, page or export can forget it. Who is asking is said once, around the calls::

    with tasks.seen_by(tasks.Audience.OTHERS):  # an export, an answer of the API
        ...
    with tasks.seen_by(rights=rights):  # a keeper, on the own machine
        ...

Without any of this the owner of the archive is asking, on the own machine, without the right to cases.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from functools import wraps
from inspect import signature
from threading import Lock
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from onrecord.store import cases
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.store.stands_in import StandsIn
from onrecord.tasks import veil_over
from onrecord.tasks.veil_names import veil_of
from onrecord.tasks.veil_over import laid_over
from onrecord.tasks.veil_text import NOTHING, Veil

Row = TypeVar("Row", bound=Model)
Said = TypeVar("Said")
# What no longer fits any name, put in place of a withheld one that is asked for as an exact value.
_NOBODY = "\u2060"
# These see the archive as it is: they give no text away, or have a lock of their own.
BARE = frozenset({"open_archive", "restore", "backup", "set_passphrase", "without_names"})


class Audience(StrEnum):
    """Who will see what is asked for."""

    OWNER = "owner"  # the person at this machine
    OTHERS = "others"  # whoever gets a file or asks the API


@dataclass(frozen=True, slots=True)
class CaseRights:
    """The right to cases of one archive: given by a keeper's passphrase, kept in memory only."""

    alias: str
    keeper: str
    key: bytes = field(repr=False)


@dataclass(slots=True)
class _Seen:
    audience: Audience = Audience.OWNER
    rights: CaseRights | None = None
    once: bool = False  # what is withheld is looked up once, as for one page
    looked_up: dict[str, tuple[int, bool]] = field(default_factory=dict)


_seen: ContextVar[_Seen | None] = ContextVar("onrecord_seen", default=None)
_made: dict[str, tuple[int, Veil]] = {}
_making = Lock()


@contextmanager
def seen_by(
    audience: Audience = Audience.OWNER, *, rights: CaseRights | None = None, once: bool = False
) -> Iterator[None]:
    """Say who sees what is asked for inside.

    Args:
        audience: others never see withheld names, whatever the rights.
        rights: of a keeper, from :func:`onrecord.tasks.unlock_cases`.
        once: look up only once what is withheld; for one page or one answer.
    """
    before = _seen.set(_Seen(audience, rights, once))
    try:
        yield
    finally:
        _seen.reset(before)


def rights_of(archive: Archive) -> CaseRights | None:
    """The right to this archive's cases with which the present question is asked."""
    seen = _seen.get()
    if seen is None or seen.audience is Audience.OTHERS:
        return None
    return seen.rights if seen.rights and seen.rights.alias == archive.alias else None


def current(archive: Archive, audience: Audience | None = None) -> Veil:
    """What is withheld from who is asking now, or from that audience; one query of one row."""
    seen = _seen.get() or _Seen()
    others = Audience.OTHERS in (audience, seen.audience)
    if audience is None and rights_of(archive):
        return NOTHING
    number, locked = _state(archive, seen)
    if not (others or locked):
        return NOTHING
    return _veil(archive, number)


def withheld(archive: Archive) -> bool:
    """Whether names are withheld from who is asking now."""
    return bool(current(archive))


def without_names(archive: Archive, said: Said) -> Said:
    """What did not come from a task, without what is withheld from who is asking: an echo, a header."""
    shown: Said = laid_over(current(archive), said)
    return shown


def found_by(rows: QuerySet[Row], words: str) -> QuerySet[Row]:
    """Rows in whose column ``folded`` all words stand, but for those that a withheld name alone could give away."""
    wanted = fold(words).split()
    for word in wanted:
        rows = rows.filter(StandsIn("folded", word))
    veil = current(Archive("", rows.db)) if wanted else NOTHING
    for form in touched(veil, wanted):
        rows = rows.exclude(StandsIn("folded", form))
    return rows


def touched(veil: Veil, words: Iterable[str]) -> tuple[str, ...]:
    """The withheld names of which one of these words could be a part."""
    wanted = tuple(words)
    return tuple(form for form in veil.forms if any(word in form or form in word for word in wanted))


def forget(archive: Archive) -> None:
    """What is withheld has changed within the present question."""
    if seen := _seen.get():
        seen.looked_up.pop(archive.alias, None)


def hung(task: Callable[..., Any]) -> Callable[..., Any]:
    """A task behind the veil. With the keyword ``rights`` it is a keeper who asks."""
    takes_rights = "rights" in signature(task).parameters

    @wraps(task)
    def with_rights(*given: Any, rights: CaseRights | None = None, **named: Any) -> Any:  # noqa: ANN401  # as the task
        own = {"rights": rights} if takes_rights and rights else {}
        seen = _seen.get() or _Seen()
        if seen.once and rights is None:
            return asked(*given, **named)
        with seen_by(seen.audience, rights=rights or seen.rights, once=True):
            return asked(*given, **own, **named)

    def asked(*given: Any, **named: Any) -> Any:  # noqa: ANN401  # as the task
        archive = given[0] if given else named.get("archive")
        if not isinstance(archive, Archive):
            return task(*given, **named)
        veil = current(archive)
        if not veil:
            return task(*given, **named)
        try:
            answer = task(archive, *(_asked(veil, one) for one in given[1:]), **_named(veil, named))
        except Exception as error:
            veil_over.without_names(veil, error)
            raise
        if isinstance(answer, Iterator):
            return _one_by_one(veil, answer)
        return laid_over(veil, answer)

    return with_rights


def _one_by_one(veil: Veil, rows: Iterator[Any]) -> Iterator[Any]:
    try:
        for row in rows:
            yield laid_over(veil, row)
    except Exception as error:
        veil_over.without_names(veil, error)
        raise


def _named(veil: Veil, named: dict[str, Any]) -> dict[str, Any]:
    return {name: _asked(veil, value) for name, value in named.items()}


def _asked(veil: Veil, value: Any) -> Any:  # noqa: ANN401
    """What is asked for: ids that say nothing become those behind them; a filter cannot name who is withheld."""
    if isinstance(value, str):
        return _NOBODY if value in veil.away else veil.back(value)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__name__.endswith("Filter"):
        hidden = {
            part.name: _NOBODY
            for part in fields(value)
            if part.name != "words" and isinstance(text := getattr(value, part.name), str) and veil.hides(text)
        }
        return replace(value, **hidden) if hidden else value
    return value


def _state(archive: Archive, seen: _Seen) -> tuple[int, bool]:
    """The number of the present veil, and whether cases are locked."""
    if seen.once and archive.alias in seen.looked_up:
        return seen.looked_up[archive.alias]
    with archive.told_plainly():
        state = cases.state(archive)
    seen.looked_up[archive.alias] = state
    return state


def _veil(archive: Archive, number: int) -> Veil:
    with _making:
        known = _made.get(archive.alias)
        if known is None or known[0] != number:
            with archive.told_plainly():
                known = _made[archive.alias] = (number, veil_of(archive))
        return known[1]
