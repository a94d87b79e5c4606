"""A keeper's way: the lock, a case on a name of the papers, one more keeper, and what everybody else sees meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import Bench, bench, go, settled, visit

NAME = "Lena Tuvarova"
PERSON = "/names/person:lena-tuvarova/"
PASS, OTHER = "seven green herons", "two tall quiet poplars"


@pytest.fixture
def workbench(browser: Browser, own: Path) -> Iterator[Bench]:
    with bench(browser, own) as found:
        yield found


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    settled(page)


def let_in(page: Page, name: str, passphrase: str, again: str) -> None:
    form = page.locator("form", has=page.get_by_role("button", name="Let one more in"))
    form.get_by_label("Name").fill(name)
    form.get_by_label("Passphrase of the cases").fill(passphrase)
    form.get_by_label("The same again").fill(again)
    press(page, "Let one more in")


def test_a_case_is_opened_written_cleared_and_closed_to_others(browser: Browser, workbench: Bench) -> None:
    with visit(browser, workbench) as page, visit(browser, workbench) as other:
        go(page, "/")
        page.locator("header details.menu summary").click()
        page.get_by_role("link", name="Cases of defenders at risk").click()
        page.get_by_label("Your name").fill("Ilva")
        page.get_by_label("Passphrase of the cases").fill(PASS)
        page.get_by_label("The same again").fill(PASS)
        press(page, "Set the lock")
        expect(page.get_by_text("No case is open yet.")).to_be_visible()

        go(other, PERSON)
        assert NAME not in other.content()  # withheld as soon as there is a lock
        go(page, PERSON)
        expect(page.locator("h1")).to_contain_text(NAME)

        go(page, "/cases/")
        page.get_by_label("A name from the papers").select_option(label=NAME)
        form = page.locator("form", has=page.get_by_role("button", name="Open the case"))
        form.get_by_label("Reason").fill("in prison")
        press(page, "Open the case")
        expect(page.locator("h1")).to_have_text(NAME)
        expect(page.get_by_text("Unknown.")).to_be_visible()  # nobody said anything of a release
        page.get_by_label("Words").fill("Seen by his lawyer")
        page.get_by_label("Date").fill("2023-02")
        page.get_by_label("Who says so").first.fill("the lawyer")
        page.get_by_label("What it is").select_option(label="Last known")
        press(page, "Keep")
        expect(page.get_by_role("region", name="Last known")).to_contain_text("Seen by his lawyer")

        page.get_by_label("What may be told to others").select_option(label="May be told with the name")
        page.locator("#why").fill("his family agreed")
        press(page, "Keep what may be told")
        go(other, PERSON)
        expect(other.locator("h1")).to_contain_text(NAME)


def test_keepers_let_each_other_in_and_go(browser: Browser, workbench: Bench) -> None:
    with visit(browser, workbench) as page, visit(browser, workbench) as other:
        go(page, "/cases/")
        page.get_by_label("Your name").fill("Ilva")
        page.get_by_label("Passphrase of the cases").fill(PASS)
        page.get_by_label("The same again").fill(PASS)
        press(page, "Set the lock")

        press(page, "Let Ilva go")
        expect(page.get_by_role("alert")).to_contain_text("The last keeper cannot go")
        let_in(page, "Sanne", OTHER, "something else")
        expect(page.get_by_role("alert")).to_contain_text("not the same")
        let_in(page, "Sanne", OTHER, OTHER)
        expect(page.get_by_role("region", name="Keepers")).to_contain_text("Sanne")

        go(other, "/cases/")
        other.get_by_label("Passphrase of the cases").fill(OTHER)
        press(other, "Unlock the cases")
        press(other, "Let Ilva go")
        expect(other.get_by_role("region", name="Keepers")).not_to_contain_text("Ilva")
        press(other, "Lock now")
        other.get_by_label("Passphrase of the cases").fill(PASS)
        press(other, "Unlock the cases")
        expect(other.get_by_role("alert")).to_contain_text("does not open the cases")
