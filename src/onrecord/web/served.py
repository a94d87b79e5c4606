"""Which archive this process serves, and where. There is one; views ask :func:`archive` for it."""

from dataclasses import dataclass, field
from hmac import compare_digest
from pathlib import PurePath
from secrets import token_urlsafe
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.tasks import Archive


@dataclass(slots=True)
class Served:
    """One archive at one port of this machine, and the one-time key that lets a browser in."""

    archive: "Archive"
    port: int
    _key: str = field(default_factory=lambda: token_urlsafe(32))
    _lock: Lock = field(default_factory=Lock)

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser may call this server."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))

    @property
    def link(self) -> str:
        """The link that lets one browser in, once."""
        return f"http://127.0.0.1:{self.port}/enter?token={self._key}"

    @property
    def name(self) -> str:
        """What the archive is called in the bar."""
        return PurePath(self.archive.location.split("?")[0]).name

    def take_key(self, given: str) -> bool:
        """Whether this is the one-time key; from now on it is not."""
        with self._lock:
            fits = bool(self._key) and compare_digest(self._key.encode(), given.encode("utf-8", "replace"))
            if fits:
                self._key = ""
            return fits


_now: list[Served] = []


def start(archive: "Archive", port: int) -> Served:
    """From now on this process serves that archive."""
    _now[:] = [Served(archive, port)]
    return _now[0]


def stop() -> None:
    """Serve nothing any more."""
    _now.clear()


def current() -> Served:
    """What is served. Raises a LookupError if nothing is (a programming error)."""
    if not _now:
        raise LookupError("no archive is served")
    return _now[0]


def archive() -> "Archive":
    """The archive that is served."""
    return current().archive
