"""Goes through the workbench as a browser would and tells which pages answer."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

from onrecord.web.serving import Running

_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)"')
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Checked:
    """How many pages answered, and those that did not, as ``(address, status)``."""

    answered: int
    failed: tuple[tuple[str, int], ...]


def check_pages(server: Running, *, most: int = 60) -> Checked:
    """Enter by the one-time link and follow the links of every page, at most ``most`` pages."""
    with _answering(server):
        # No proxy: the pages are on this machine, whatever the environment says.
        browser = build_opener(HTTPCookieProcessor(CookieJar()), ProxyHandler({}))
        waiting, seen = [server.link], {server.link}
        failed: list[tuple[str, int]] = []
        answered = 0
        while waiting and answered + len(failed) < most:
            address = waiting.pop(0)
            try:
                with browser.open(address, timeout=_SECONDS) as answer:
                    page, here = answer.read().decode("utf-8", "replace"), answer.url
            except HTTPError as error:
                failed.append((urlsplit(address).path, error.code))
                continue
            answered += 1
            for link in _links(page, here):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
    return Checked(answered, tuple(failed))


@contextmanager
def _answering(server: Running) -> Iterator[None]:
    thread = threading.Thread(target=server.until_stopped)
    thread.start()
    try:
        yield
    finally:
        server.stop()
        thread.join()


def _links(page: str, here: str) -> Iterator[str]:
    for target in _LINK.findall(page):
        link = urljoin(here, target.replace("&amp;", "&"))
        if urlsplit(link).netloc == urlsplit(here).netloc:
            yield link
