"""Runs the workbench: one process, a thread for each connection, on this machine only."""

import ctypes
import logging
import os
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import SettingError

if TYPE_CHECKING:
    from django.core.servers.basehttp import ThreadedWSGIServer

    from onrecord.tasks import Archive

SETTINGS = "onrecord.web.django_settings"
_ARENAS = -8  # M_ARENA_MAX of mallopt(3)


def prepare() -> None:
    """Tell Django whose settings to use. To be called before anything opens an archive."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS


@dataclass(slots=True)
class Running:
    """A server that listens. ``link`` lets one browser in."""

    link: str
    server: "ThreadedWSGIServer"

    def until_stopped(self) -> None:
        """Answer until Ctrl-C or :meth:`stop`."""
        self.server.serve_forever(poll_interval=0.2)

    def stop(self) -> None:
        """End :meth:`until_stopped`, from another thread."""
        self.server.shutdown()


@contextmanager
def running(archive: "Archive", *, host: str = "127.0.0.1", port: int = 0) -> Iterator[Running]:
    """Listen and be ready to answer.

    Args:
        archive: open.
        host: 127.0.0.1 or localhost; nothing else is served.
        port: 0 takes a free one.

    Raises:
        SettingError: another host was asked for, or the port is taken.
    """
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from onrecord.web import served
    from onrecord.web.adding.jobs import stop_all

    _keep_memory_together()
    server = _listen(host, port)
    here = served.start(archive, server.server_port)
    settings.CSRF_COOKIE_NAME = f"onrecord-csrf-{here.port}"
    server.set_app(get_wsgi_application())
    try:
        yield Running(here.link, server)
    finally:
        server.server_close()
        stop_all()
        served.stop()


def _keep_memory_together() -> None:
    """At most two stretches of memory for all threads.

    Each request has a thread of its own, and glibc keeps up to eight stretches for each core apart: what one thread
    gave back stays with it, and the server grows for hours. Other C libraries do not know the word and need none.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENAS, 2)


def open_browser(link: str) -> None:
    """Open the user's browser, without waiting for it."""
    threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()


def _listen(host: str, port: int) -> "ThreadedWSGIServer":
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    if host not in ("127.0.0.1", "localhost"):
        raise SettingError(
            f"The workbench is not served on {host}.", advice="It is for this machine only: leave --host out."
        )

    class Handler(WSGIRequestHandler):
        """Says nothing of what was asked for: addresses can hold words of a search."""

        def log_message(self, format: str, *args: object) -> None:
            logging.getLogger(__name__).debug(format, *args)

    class Server(ThreadedWSGIServer):
        """Stays silent when a browser goes away in the middle of an answer."""

        def handle_error(self, request: object, client_address: object) -> None:
            if not isinstance(sys.exc_info()[1], ConnectionError):
                logging.getLogger(__name__).exception("a connection failed")

    try:
        return Server(("127.0.0.1", port), Handler)
    except OSError as error:
        raise SettingError(
            f"Port {port} cannot be used ({error.strerror}).", advice="Leave --port out, or choose another."
        ) from error
