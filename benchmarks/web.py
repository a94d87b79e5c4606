"""The workbench on an archive of a whole database beside the bundled example, in one run, as ratios.

    python benchmarks/web.py [--data ../shared/data] [--keep FOLDER] [--runs 20] [--labels]

Every kind of page with every filter, order and operator is asked for in turn from both archives, each time over a
fresh connection, as the server does it. Goals: at most 15 queries a page; at most 2 × the time of the same page of the
example (medians); and a server whose memory stays flat over 500 requests.

The example holds 55 recommendations, so that most narrowed lists of it are nearly empty where the same list of the
database fills its page. Such a page is held against the example's full list, which shows as many rows ("full"); the
ratio to the same page of the example is printed beside it.

Downloads of whole lists and of papers are not pages: they are as long as what they hold.
"""

import argparse
import csv
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, build_opener

os.environ["DJANGO_SETTINGS_MODULE"] = "onrecord.web.django_settings"  # before anything asks for the tables

import psutil
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onrecord.store.archive import Archive
from onrecord.tasks import (
    add_documents,
    import_coded,
    iterate_recommendations,
    label_documents,
    open_archive,
)
from onrecord.vocabulary import states
from onrecord.web import served
from web_pages import pages_of

MOST_QUERIES, RATIO, GROWTH_MB = 15, 2.0, 12
REQUESTS = 500
PORT = 8423
HOST = f"127.0.0.1:{PORT}"
EXAMPLES = Path(__file__).parents[1] / "examples"
BUNDLED = ("arvenia/papers", "arvenia-ngos/papers", "arvenia-since", "lower-selm/papers")
# Of each kind of list, the one that fills its page in the example too.
FULL = {
    "list": "list, all",
    "state": "list, all",
    "search": "search, very common word",
    "api": "api, recommendations",
    "coded": "coded, all",
    "going on, what asks the same": "list, all",  # the example has no two that do
}


@dataclass(slots=True)
class Side:
    """One archive, its pages by name, and what was measured of each."""

    archive: Archive
    pages: dict[str, str]
    seconds: dict[str, list[float]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    full: dict[str, list[float]] = field(default_factory=dict)  # the example's full list, asked for at the same time

    def get(self, client: Client, name: str) -> float:
        """Ask for a page; gives the seconds it took."""
        served.start(self.archive, PORT)
        connections[self.archive.alias].close()
        start = time.perf_counter()
        response = client.get(self.pages[name])
        taken = time.perf_counter() - start
        assert response.status_code == 200, f"{self.pages[name]} answers {response.status_code}"
        # Counted in what the page shows: rows that can be stepped through, of an answer to a program, or of a table.
        rows = response.content.count(b"data-row") + response.content.count(b'"history":')
        self.rows[name] = rows or response.content.count(b"<tr")
        return taken

    def count(self, client: Client, name: str) -> None:
        """Ask for a page and count its queries; before, once for what is worked out when papers have changed."""
        self.get(client, name)
        with CaptureQueriesContext(connections[self.archive.alias]) as captured:
            self.get(client, name)
        self.queries[name] = len(captured)


@contextmanager
def archives(folder: Path, data: Path, *, labels: bool) -> Iterator[tuple[Archive, Archive]]:
    """The example and the whole database, made in the folder unless they are there; ``labels``: suggested for both."""
    example, whole = folder / "example.onrecord", folder / "whole.onrecord"
    if not example.exists():
        with open_archive(example, passphrase="", create=True) as archive:
            add_documents(archive, [EXAMPLES / one for one in BUNDLED])
            import_coded(archive, coded_rows_of(archive, folder / "coded.csv"))
    if not whole.exists():
        with open_archive(whole, passphrase="", create=True) as archive:
            add_documents(archive, [data / "upr" / "reports"])
            import_coded(archive, data / "upr" / "recommendations.csv")
    with open_archive(example, passphrase="") as small, open_archive(whole, passphrase="") as large:
        for archive in (small, large) if labels else ():
            label_documents(archive)
        yield small, large


def coded_rows_of(archive: Archive, path: Path) -> Path:
    """The recommendations of an archive as rows of a coded database, one for each recommending State."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("To", "From", "Text", "Response", "Action", "Issue", "Session"))
        for row in iterate_recommendations(archive):
            for by in row.states:
                names = states.name(row.state), states.name(by)
                table.writerow((*names, row.text, row.position.value, "4", "Women's rights", row.session))
    return path


def measure(small: Side, large: Side, client: Client, name: str, runs: int) -> None:
    """A page of both in turn, so that what else the machine does falls on both alike."""
    for side in (small, large):
        side.count(client, name)
        side.seconds[name] = []
    beside = _full(name)
    if beside in small.pages and small.rows[name] < large.rows[name]:
        small.full[name] = []
    for _ in range(runs):
        for side in (small, large):
            side.seconds[name].append(side.get(client, name))
        if name in small.full:
            small.full[name].append(small.get(client, beside))


def _full(name: str) -> str:
    return FULL.get(name, FULL.get(name.partition(",")[0], ""))


def tell(small: Side, large: Side, name: str) -> tuple[bool, bool]:
    """Print the line of a page; whether it reaches its goals, and whether it does beside the same page alone."""
    first, second = (statistics.median(side.seconds[name]) for side in (small, large))
    queries = max(small.queries[name], large.queries[name])
    beside = statistics.median(small.full[name]) if name in small.full else first
    fits = queries <= MOST_QUERIES and second <= RATIO * beside
    rows = f"{small.rows[name]}/{large.rows[name]}"
    times = f"{first * 1e3:6.1f} ms {second * 1e3:6.1f} ms {second / first:6.2f}"
    full = f" {second / beside:6.2f}" if name in small.full else ""
    print(f"{name:44} {queries:7} {rows:>9} {times}{full:7}{'' if fits else '  <-'}", flush=True)
    return fits, second <= RATIO * first


def memory(location: Path, pages: list[str]) -> list[float]:
    """Resident memory of a server, in MB, once every page was asked for twice, and after each hundred of 500 more.

    The first time works out what is kept in the archive, the second fills what is kept in memory: pictures, words,
    templates, and the model of meaning.
    """
    command = [sys.executable, "-m", "onrecord.cli", "serve", str(location), "--no-browser", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            link = next(found[0] for line in server.stdout if (found := re.search(r'http://[^\s"]+', line)))
            browser = build_opener(HTTPCookieProcessor(CookieJar()), ProxyHandler({}))
            browser.open(link).close()
            return list(_sizes(browser, f"http://{urlsplit(link).netloc}", pages, psutil.Process(server.pid)))
        finally:
            server.terminate()


def _sizes(browser: OpenerDirector, host: str, pages: list[str], server: psutil.Process) -> Iterator[float]:
    for number in range(-2 * len(pages), REQUESTS):
        with browser.open(host + pages[number % len(pages)]) as answer:
            answer.read()
        if number >= -1 and (number + 1) % 100 == 0:
            yield server.memory_info().rss / 2**20


def run(folder: Path, options: argparse.Namespace) -> int:
    """Measure both archives; 1 if a goal is not reached."""
    with archives(folder, options.data, labels=options.labels) as (small, large):
        sides = Side(small, pages_of(small)), Side(large, pages_of(large))
        client = Client(HTTP_HOST=HOST)
        client.get(served.start(small, PORT).link.partition(HOST)[2])
        names = [name for name in sides[0].pages if options.only in name]
        print(f"{'page':44} {'queries':>7} {'rows':>9} {'example':>9} {'whole':>9} {'ratio':>6} {'full':>6}")
        missed, over = [], 0
        for name in names:
            measure(*sides, client, name, options.runs)
            fits, alone = tell(*sides, name)
            over += not alone
            missed += [] if fits else [name]
        print(f"{len(missed)} of {len(names)} pages miss a goal" + "".join(f"\n  {name}" for name in missed))
        print(
            f"{over} take more than {RATIO:g} × the same page of the example, however few rows that shows", flush=True
        )
        pages = list(sides[1].pages.values())
        served.stop()
    if options.only:
        return bool(missed)
    sizes = memory(folder / "whole.onrecord", pages)
    growth = sizes[-1] - sizes[0]
    told = ", ".join(f"{size:.0f}" for size in sizes)
    print(f"server, MB after each page twice, and after each hundred of {REQUESTS} requests more: {told}")
    print(f"grown by {growth:.1f} MB over these (goal: at most {GROWTH_MB})")
    return bool(missed) or growth > GROWTH_MB


def main() -> int:
    """Measure and print; 1 if a goal is not reached, 2 if the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--keep", type=Path, help="folder in which the archives stay for the next run")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--labels", action="store_true", help="suggest labels for all recommendations before")
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    options = parser.parse_args()
    if not (options.data / "upr" / "recommendations.csv").exists():
        print(f"benchmark: no coded database below {options.data}; nothing measured.")
        return 2
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        return run(options.keep, options)
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder), options)


if __name__ == "__main__":
    sys.exit(main())
