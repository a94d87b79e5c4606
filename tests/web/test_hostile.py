"""What a hostile paper says and a hostile program asks: nothing runs, nothing is told, errors are clear."""

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.web import served
from onrecord.web.adding import jobs

from .conftest import HOST
from .hostile import EVIL, NAME, Read, crawl, evil_report, insides
from .live import bench, chromium, go, serving, visit

MEGABYTES = "a" * 10_000_000
PAGES = (
    "/",
    "/reviews/",
    "/recommendations/",
    "/papers/",
    "/search/?q=prisons",
    "/queue/",
    "/states/",
    "/add/",
    "/coded/",
)


@pytest.fixture(scope="module")
def evil_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that holds nothing but a hostile report under a hostile name, and a coded row as hostile."""
    folder = tmp_path_factory.mktemp("evil")
    paper = folder / NAME
    paper.write_bytes(evil_report())
    coded = folder / "<b onclick=alert(8)>.csv"
    quoted = EVIL[1].replace('"', '""')
    coded.write_text(
        f'To,From,Text,Response,Action,Issue,Session\nUpper Selm,France,"{quoted}",Accepted,5,"{quoted}",20\n'
    )
    with tasks.open_archive(folder / "evil.onrecord", passphrase="", create=True) as archive:
        report = tasks.add_documents(archive, [paper])
        assert not report.failed
        assert report.added[0].recommendations == 7
        tasks.import_coded(archive, coded)
        item = "A/HRC/28/96#126.1"
        tasks.judge(archive, item, "text", f"No {EVIL[0]} any more", reason=EVIL[1], who=EVIL[3])
    return folder / "evil.onrecord"


@pytest.fixture
def evil(evil_archive: Path) -> Iterator[Client]:
    """A browser before that archive."""
    from .conftest import PORT

    with tasks.open_archive(evil_archive, passphrase="") as archive:
        here = served.start(archive, PORT)
        browser = Client(HTTP_HOST=HOST)
        browser.get(here.link.partition(HOST)[2])
        yield browser
        jobs.stop_all()
        served.stop()


def test_words_of_a_paper_are_shown_on_every_page_and_never_run(evil: Client) -> None:
    shown: set[str] = set()
    paths = []
    for path, page in crawl(evil, PAGES, most=100):
        assert page.could_run == [], path
        assert not insides(page.words), path
        shown |= {words for words in EVIL if words in page.words}
        paths.append(path)
    assert shown == set(EVIL)
    kinds = {path.split("/")[1] for path in paths}
    assert kinds >= {"", "reviews", "recommendations", "papers", "search", "queue", "states", "add", "coded"}


@pytest.mark.parametrize("words", EVIL)
def test_what_is_searched_is_given_back_as_words(evil: Client, words: str) -> None:
    for path, name in (("/search/", "q"), ("/recommendations/", "words"), ("/recommendations/", "sort")):
        page = Read(evil.get(path, {name: words}).content.decode())
        assert page.could_run == [], path


def test_the_answers_of_the_api_are_no_pages(evil: Client) -> None:
    answer = evil.get("/api/recommendations")
    assert answer["Content-Type"].startswith("application/json")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert EVIL[1] in [row["text"] for row in answer.json()["rows"]][1]


def test_an_export_holds_no_formula(evil: Client) -> None:
    answer = evil.get("/recommendations/export.csv")
    assert "attachment" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_nothing_runs_in_a_real_browser(evil_archive: Path) -> None:
    told: list[str] = []
    with chromium() as browser, bench(browser, evil_archive) as at, visit(browser, at) as page:
        page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        for path in _seen(page):
            go(page, path)
            assert page.evaluate("window.ran") is None, path
            assert told == [], path
        # The same page without our escaping would be stopped by the policy: a script put into it does not run.
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran=9\">')")
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert any("Content Security Policy" in words for words in told)


def _seen(page: Page) -> list[str]:
    go(page, "/papers/")
    paper = page.locator("main a[href^='/papers/']").first.get_attribute("href")
    item = "/recommendations/A/HRC/28/96"
    return ["/", "/recommendations/", *(f"{item}/126.{n}/" for n in (1, 2, 4, 6)), f"{item}/127.1/", str(paper),
            "/reviews/XUS/2/", "/search/?q=prisons", "/queue/", "/states/FRA/", "/coded/", "/api/docs"]  # fmt: skip


def test_ten_megabytes_in_an_address_are_refused_at_once(client: Client) -> None:
    for path in (
        *(f"{page.split('?')[0]}?q={MEGABYTES}" for page in PAGES),
        f"/api/search?q={MEGABYTES}",
        f"/papers/{MEGABYTES}/",
    ):
        began = time.monotonic()
        answer = client.get(path)
        assert answer.status_code == 414, path[:40]
        assert len(answer.content) < 1000
        assert time.monotonic() - began < 1


def test_ten_megabytes_in_an_address_are_cut_off_by_the_server(whole_archive: Path) -> None:
    with serving(whole_archive) as link:
        port = urlsplit(link).port or 0
        began = time.monotonic()
        assert b" 200 " not in _asked(port, f"/?q={MEGABYTES}")
        assert time.monotonic() - began < 5
        assert _asked(port, "/").split()[1] == b"403"  # it goes on


def _asked(port: int, path: str) -> bytes:
    """The beginning of what the server answers; empty if it hangs up before."""
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        try:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            return line.recv(100)
        except ConnectionError:
            return b""


@pytest.mark.parametrize("path", ["/choices/keep", "/queue/judge", "/judge/A/HRC/52/97/52.3/"])
def test_ten_megabytes_in_a_form_are_refused_at_once(client: Client, path: str) -> None:
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "application/json"):
        began = time.monotonic()
        answer = client.generic("POST", path, f"name={MEGABYTES}", content_type=kind)
        assert answer.status_code == 413
        assert len(answer.content) < 1000
        assert time.monotonic() - began < 1


def test_ten_megabytes_in_a_field_beside_files_are_refused(client: Client) -> None:
    answer = client.post("/add/", {"files": SimpleUploadedFile("a.txt", b"words"), "note": MEGABYTES})
    assert answer.status_code == 400
    assert len(answer.content) < 10_000
    assert not insides(answer.content.decode())


BROKEN = (
    "/recommendations/%ff%fe/%c3/",
    "/recommendations/?words=%ff%fe&state=%c3%28&position=%80",
    "/search/?q=%ff%fe%00%f0%28",
    "/papers/%ff/",
    "/states/%ff/",
    "/reviews/%ff/1/",
    "/queue/?kind=%ff&at=%ff&offset=%ff",
    "/enter?token=%ff",
    "/coded/?words=%ff",
    "/api/recommendations?words=%ff",
    "/api/recommendations/%ff/%ff",
    "/api/search?q=%ff",
    "/api/%ff",
    "/%ff",
    "/static/%ff",
    "/static/..%2f..%2fdjango_settings.py",
    "/static/../django_settings.py",
    "/recommendations/export.%ff",
    "/recommendations/%00/1/",
    "/recommendations/?words=%00",
    "/api/recommendations?words=%00",
    "/recommendations/..%2f..%2fetc/passwd/",
)


@pytest.mark.parametrize("path", BROKEN)
def test_broken_signs_in_an_address_are_no_mistake_of_ours(client: Client, path: str) -> None:
    answer = client.get(path)
    text = answer.getvalue().decode() if answer.streaming else answer.content.decode()
    assert answer.status_code in (200, 400, 403, 404, 422)
    assert not insides(text)
    assert "SECRET_KEY" not in text


UNKNOWN = (
    "/recommendations/A/HRC/99/99/1.1/",
    "/recommendations/A/HRC/52/97/999.9/",
    f"/papers/{'0' * 64}/",
    f"/papers/{'0' * 64}/original",
    f"/papers/{'0' * 64}/page/1",
    "/papers/none/",
    "/reviews/QQQ/1/",
    "/reviews/XAV/99999999/",
    "/add/999999/",
    "/coded/import/999999/",
    "/recommendations/export.exe",
    "/nothing/here",
)


@pytest.mark.parametrize("path", UNKNOWN)
def test_what_is_not_there_is_told_as_such(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert not insides(answer.content.decode())


@pytest.mark.parametrize("number", ["-1", "0", "99999999", "9" * 30, "1e9", "٣", "1.5", "", "x"])
def test_numbers_that_make_no_sense(client: Client, number: str) -> None:
    (paper,) = tasks.list_documents(served.archive(), kind="addendum").rows
    for path in (
        f"/recommendations/?offset={number}&cycle={number}&session={number}",
        f"/search/?q=police&offset={number}",
        f"/queue/?offset={number}",
        f"/papers/{paper.sha256}/?page={number}&start={number}&end={number}&zoom={number}",
        f"/papers/{paper.sha256}/page/{number}",
        f"/coded/?offset={number}&session={number}",
        f"/recommendations/A/HRC/52/97/52.3/?at={number}&page={number}",
        f"/reviews/XAV/{number}/",
        f"/api/recommendations?offset={number}",
        f"/api/papers/{paper.sha256}/pages/{number}",
    ):
        answer = client.get(path)
        assert answer.status_code in (200, 404, 422), path
        assert not insides(b"".join(answer).decode("utf-8", "replace")), path


def test_a_form_with_signs_that_no_text_has(client: Client, archive: Archive) -> None:
    path = "/judge/A/HRC/52/97/52.3/"
    for sent in ("reason=a%00b&field=text&value_text=%00", "field=%ff&reason=%ff%00"):
        answer = client.generic("POST", path, sent, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 400
        assert not insides(answer.content.decode())
    odd = client.generic("POST", path, "a=b", content_type="application/x-www-form-urlencoded; charset=nonsense")
    assert odd.status_code in (400, 403)
    assert tasks.judgements_of(archive, "A/HRC/52/97#52.3") == ()


def test_an_answer_in_json_cannot_be_made_a_page_by_its_question(client: Client) -> None:
    answer = client.get("/api/recommendations", {"stat<script>": "1"})
    assert answer["Content-Type"].startswith("application/json")
    assert json.loads(answer.content)["where"] == "stat<script>"
