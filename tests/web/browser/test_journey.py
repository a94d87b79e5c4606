"""A person's way through the workbench: read, correct, undo, read again, restart; and two people at once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.extraction import extract
from onrecord.reading import read
from onrecord.store.prepared import prepare
from onrecord.tasks import open_archive
from onrecord.tasks.adding import put_on_record

from ..live import PAPERS, bench, go, settled, visit

SYMBOL = "A/HRC/52/97"
ITEM = f"/recommendations/{SYMBOL}/52.3/"  # noted in the report, supported before the Council
REPORT = PAPERS / "A-HRC-52-97.pdf"
REPORT_PAGE = f"/papers/{hashlib.sha256(REPORT.read_bytes()).hexdigest()}/"


def correct_states(page: Page, names: str, reason: str, *, who: str = "") -> None:
    """Correct the States of the recommendation that is open."""
    page.get_by_role("link", name="Correct").click()
    dialog = page.get_by_role("dialog", name="Correct 52.3")
    dialog.get_by_role("radio", name="States").check()
    dialog.get_by_role("textbox", name="States").fill(names)
    dialog.get_by_label("Why do you correct this?").fill(reason)
    if who:
        dialog.get_by_label("Your name").fill(who)
    with page.expect_navigation():
        dialog.get_by_role("button", name="Save correction").click()
    settled(page)


def states(page: Page) -> list[str]:
    """The recommending States that the page shows."""
    return page.locator(".by a").all_inner_texts()


def test_a_changed_answer_is_found_its_history_read_and_its_place_lit(page: Page) -> None:
    go(page, "/recommendations/?state=XAV&changed=yes&words=questioning")
    page.get_by_role("link", name="Record on video every questioning by the police").click()
    page.wait_for_url(f"**{ITEM}")
    history = page.locator("ol.hist li")
    said = history.locator(".hd").all_inner_texts()
    assert said == ["Noted\n6 January 2023, report", "Supported\n24 March 2023, in plenary"]
    expect(history.last).to_contain_text("24 March 2023")
    history.last.get_by_role("link", name="Report of the Council").first.click()
    expect(page.locator("#viewer .tools")).to_contain_text("A/HRC/52/2")
    # It is lit where the eye falls: inside the part of the page that is seen.
    settled(page)
    lit, desk = page.locator("g.lit .glow").first.bounding_box(), page.locator(".desk").bounding_box()
    assert lit and desk
    assert desk["y"] < lit["y"] < desk["y"] + desk["height"]
    assert lit["width"] > 100


def test_a_correction_is_undone_made_again_read_again_and_outlives_a_restart(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, ITEM)
        correct_states(page, "Austria; Chile", "Mexico withdrew it in the room.", who="Aigerim S.")
        assert states(page) == ["Austria", "Chile"]
        expect(page.locator("main")).to_contain_text("Aigerim S.")
        expect(page.locator(".corrected")).to_contain_text("Austria, Mexico")  # the reading stays beside it
        with page.expect_navigation():
            page.keyboard.press("u")
        assert states(page) == ["Austria", "Mexico"]
        expect(page.locator(".dec.gone")).to_contain_text("Withdrawn by Aigerim S.")
        correct_states(page, "Austria; Peru", "So the minutes say.")
        go(page, REPORT_PAGE)
        with page.expect_navigation(timeout=30_000):
            page.get_by_role("button", name="Read again").click()
        go(page, ITEM)
        assert states(page) == ["Austria", "Peru"]
        expect(page.locator(".corrected")).not_to_contain_text("The new reading differs")
        judged = page.locator(".dec").all_inner_texts()
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, ITEM)
        assert states(page) == ["Austria", "Peru"]
        assert page.locator(".dec").all_inner_texts() == judged
        go(page, "/papers/")
        expect(page.locator("main tbody tr")).to_have_count(13)


@pytest.fixture
def misread(own: Path) -> Path:
    """The example as a version would have left it that read one State of 52.3 too few."""
    with ThreadPoolExecutor(1) as pool:  # Playwright's loop runs in this thread
        pool.submit(_misread, own).result()
    return own


def _misread(path: Path) -> None:
    document = read(REPORT)
    found = extract(document)
    items = tuple(replace(r, states=("AUT",)) if r.number == "52.3" else r for r in found.recommendations)
    prepared = prepare(document, replace(found, recommendations=items), REPORT.read_bytes(), REPORT.name)
    with open_archive(path, passphrase="") as archive:
        put_on_record(archive, prepared)


def test_a_new_reading_that_differs_is_shown_and_asked_about(browser: Browser, misread: Path) -> None:
    with bench(browser, misread) as at, visit(browser, at) as page:
        go(page, ITEM)
        assert states(page) == ["Austria"]
        correct_states(page, "Austria; Peru", "So the minutes say.", who="Aigerim S.")
        go(page, REPORT_PAGE)
        with page.expect_navigation(timeout=30_000):
            page.get_by_role("button", name="Read again").click()
        go(page, ITEM)
        assert states(page) == ["Austria", "Peru"]
        expect(page.locator(".corrected")).to_contain_text("Austria, Mexico")
        expect(page.locator(".corrected")).to_contain_text("The new reading differs from your decision.")
        go(page, "/queue/?kind=differs")
        expect(page.get_by_role("heading", level=1)).to_contain_text("52.3 was corrected; a new reading says something")


def test_two_people_at_once_lose_nothing(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as first, visit(browser, at) as second:
        go(first, ITEM)
        go(second, ITEM)
        correct_states(first, "Austria; Chile", "First.", who="Aigerim S.")
        correct_states(second, "Austria; Peru", "Second.", who="Jonas M.")
        # The second sees what the first decided, and that nothing was written over it.
        expect(second.get_by_role("heading", level=1)).to_have_text("Two people at once")
        for words in ("Aigerim S.", "Austria, Chile", "First.", "Austria; Peru"):
            expect(second.locator("main")).to_contain_text(words)
        go(first, ITEM)
        assert states(first) == ["Austria", "Chile"]
        with second.expect_navigation():
            second.get_by_role("button", name="Keep mine").click()
        go(first, ITEM)
        assert states(first) == ["Austria", "Peru"]
        decided = first.locator(".dec").all_inner_texts()
        assert [("Second." in words, "First." in words) for words in decided] == [(True, False), (False, True)]


def test_the_second_can_leave_it_to_the_first(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as first, visit(browser, at) as second:
        go(first, ITEM)
        go(second, ITEM)
        correct_states(first, "Austria; Chile", "First.", who="Aigerim S.")
        correct_states(second, "Austria; Peru", "Second.", who="Jonas M.")
        with second.expect_navigation():
            second.get_by_role("link", name="Keep the other").click()
        assert states(second) == ["Austria", "Chile"]
        assert second.locator(".dec").count() == 1


@pytest.mark.parametrize(("code", "direction", "word"), [("ar", "rtl", "أرفينيا"), ("kk", "ltr", "Арвения")])
def test_the_language_is_chosen_in_the_menu(page: Page, code: str, direction: str, word: str) -> None:
    go(page, "/reviews/")
    page.locator("header details.menu summary").click()
    with page.expect_navigation():
        page.locator(f'button[name="language"][value="{code}"]').click()
    assert page.url.endswith("/reviews/")
    for path in ("/reviews/", ITEM, "/recommendations/?state=XAV"):
        go(page, path)
        assert page.locator("html").get_attribute("dir") == direction
        assert page.locator("html").get_attribute("lang") == code
        expect(page.locator("main")).to_contain_text(word)
    if direction == "rtl":  # mirrored: the word mark stands at the right, the words of a source stay as they are
        mark = page.locator("a.word").bounding_box()
        assert mark and mark["x"] > 640
        assert page.locator(".it .src").first.get_attribute("dir") == "ltr"
