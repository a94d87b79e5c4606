"""Only a browser of this machine that came in by the one-time link is answered."""

import pytest
from django.test import Client

from onrecord.web import served

from .conftest import HOST, PORT

PAGES = ("/", "/reviews/", "/recommendations/", "/papers/", "/states/", "/add/", "/api/reviews", "/api/openapi.json")


@pytest.mark.parametrize("path", PAGES)
def test_without_the_link_nothing_is_shown(outside: Client, path: str) -> None:
    answer = outside.get(path)
    assert answer.status_code == 403
    assert "Arvenia" not in answer.content.decode()


def test_the_link_works_once(archive: object) -> None:
    link = served.current().link.partition(HOST)[2]
    first, second = Client(HTTP_HOST=HOST), Client(HTTP_HOST=HOST)
    assert first.get(link).status_code == 200
    assert second.get(link).status_code == 403
    assert second.get("/").status_code == 403
    assert first.get("/").status_code == 200


def test_a_wrong_key_opens_nothing_and_leaves_the_right_one(outside: Client) -> None:
    assert outside.get("/enter?token=guess").status_code == 403
    assert outside.get("/enter?token=").status_code == 403
    assert outside.get(served.current().link.partition(HOST)[2]).status_code == 200


def test_the_cookie_is_for_our_pages_only(outside: Client) -> None:
    answer = outside.get(served.current().link.partition(HOST)[2])
    cookie = answer.cookies[f"onrecord-entered-{PORT}"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


def test_a_cookie_made_up_opens_nothing(outside: Client) -> None:
    outside.cookies[f"onrecord-entered-{PORT}"] = "yes"
    assert outside.get("/").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", ""])
def test_a_foreign_host_is_refused(client: Client, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Arvenia" not in answer.content.decode()


@pytest.mark.parametrize("origin", ["http://evil.example", f"http://127.0.0.1:{PORT + 1}", f"https://{HOST}", "null"])
def test_a_foreign_origin_is_refused(client: Client, origin: str) -> None:
    assert client.post("/choices/keep", {"theme": "dark"}, headers={"origin": origin}).status_code == 403
    assert client.get("/", headers={"origin": origin}).status_code == 403


def test_what_another_site_makes_the_browser_send_is_refused(client: Client) -> None:
    assert client.post("/choices/keep", {}, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_a_form_without_its_mark_is_refused(archive: object) -> None:
    browser = Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
    browser.get(served.current().link.partition(HOST)[2])
    answer = browser.post("/choices/keep", {"theme": "dark"}, headers={"origin": f"http://{HOST}"})
    assert answer.status_code == 403
    assert "onrecord-theme" not in browser.cookies


@pytest.mark.parametrize("path", ["/", "/recommendations/", "/no-such-page", "/api/reviews"])
def test_every_answer_forbids_what_is_not_ours(client: Client, path: str) -> None:
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_going_back_never_leads_elsewhere(client: Client, back: str) -> None:
    answer = client.post("/choices/keep", {"theme": "dark", "back": back})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("referer", ["http://evil.example/", f"http://127.0.0.1:{PORT + 1}/", f"https://{HOST}/", "x"])
def test_a_form_of_another_page_is_refused(client: Client, referer: str) -> None:
    answer = client.post("/choices/keep", {"theme": "dark"}, headers={"referer": referer})
    assert answer.status_code == 403
    assert "onrecord-theme" not in client.cookies
    assert client.post("/choices/keep", {"theme": "dark"}, headers={"referer": f"http://{HOST}/"}).status_code == 302


@pytest.mark.parametrize("key", ["", "guess", "a" * 10_000, "%00", "%ff", "\u202e", "'; DROP TABLE"])
def test_a_forged_key_is_refused(outside: Client, key: str) -> None:
    assert outside.get(f"/enter?token={key}").status_code in (400, 403)
    assert outside.get("/").status_code == 403
    right = served.current().link.partition("token=")[2]
    assert outside.get(f"/enter?token={right}&token=guess").status_code == 403
    assert outside.get(f"/enter?token={right}").status_code == 200


def test_refusals_of_the_api_have_its_form(client: Client, outside: Client) -> None:
    for answer, status in (
        (client.get("/api/reviews", headers={"host": "evil.example"}), 421),
        (client.get("/api/reviews", headers={"origin": "http://evil.example"}), 403),
        (client.get("/api/reviews?state=%00"), 400),
        (Client(HTTP_HOST=HOST).get("/api/reviews"), 403),
    ):
        assert answer.status_code == status
        assert set(answer.json()) == {"kind", "what", "where", "advice"}


@pytest.mark.parametrize("size", ["-1", "many", "9" * 40, "1e3"])
def test_a_size_that_makes_no_sense_is_refused(client: Client, size: str) -> None:
    answer = client.generic("POST", "/choices/keep", b"", CONTENT_LENGTH=size)
    assert answer.status_code in (400, 413)
