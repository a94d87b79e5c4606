"""Labels and subjects in a browser: accept, refuse, add by hand, undo; adjust a subject and save it."""

import subprocess
from pathlib import Path

from playwright.sync_api import Browser, expect

from ..live import bench, go, onrecord, settled, visit

ITEM = "/recommendations/A/HRC/52/97/52.3/"


def test_labels_are_decided_with_a_name(browser: Browser, own: Path) -> None:
    subprocess.run(onrecord("label", own), check=True, capture_output=True)
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, ITEM)
        about = page.locator("#about")
        expect(about.locator(".chip.guess").first).to_be_visible()
        page.get_by_role("link", name="Add a label by hand").click()
        settled(page)
        page.get_by_label("Label", exact=True).select_option("issue:Right to water")
        page.get_by_label("Why does it belong here?").fill("to try it")
        page.get_by_label("Your name").fill("Aigerim S.")
        page.get_by_role("button", name="Add the label").click()
        settled(page)
        expect(about.get_by_text("Right to water", exact=True).first).to_be_visible()
        expect(about.locator(".seal")).to_have_count(1)
        about.get_by_role("button", name="is wrong").first.click()
        settled(page)
        expect(about.locator(".seal")).to_have_count(2)
        about.get_by_role("button", name="Undo the decision on Right to water").click()
        settled(page)
        expect(about.locator(".seal")).to_have_count(1)


def test_a_subject_is_adjusted_and_saved(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/subjects/")
        page.get_by_role("link", name="Human rights defenders (wide)").click()
        settled(page)
        page.get_by_label("Words").fill("police")
        page.get_by_role("button", name="See what enters and leaves").click()
        settled(page)
        expect(page.get_by_text("enters", exact=True).first).to_be_visible()
        page.get_by_label("Why do you change it?").fill("to try it")
        page.get_by_label("Your name").fill("Aigerim S.")
        page.get_by_role("button", name="Save the definition").click()
        settled(page)
        expect(page.get_by_text("version 1").first).to_be_visible()


def test_several_labels_are_decided_as_one_and_undone(browser: Browser, own: Path) -> None:
    subprocess.run(onrecord("label", own), check=True, capture_output=True)
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/labels/")
        boxes = page.locator(".ticks input")
        boxes.nth(0).check()
        boxes.nth(1).check()
        page.get_by_label("Reason").fill("read both")
        page.get_by_label("Your name").fill("Aigerim S.")
        page.get_by_role("button", name="Right", exact=True).click()
        settled(page)
        expect(page.get_by_text("2 labels are right").first).to_be_visible()
        page.get_by_role("button", name="Undo", exact=True).first.click()
        settled(page)
        expect(page.get_by_text("2 labels are right")).to_have_count(0)


def test_the_threshold_is_tried_and_chosen(browser: Browser, own: Path) -> None:
    subprocess.run(onrecord("label", own), check=True, capture_output=True)
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/labels/")
        page.get_by_label("Try").fill("0.5")
        page.get_by_role("button", name="See what would change").click()
        settled(page)
        expect(page.get_by_text("From 0.5 on")).to_be_visible()
        expect(page.get_by_text("Nothing is changed yet")).to_be_visible()
        page.locator("#th-who").fill("Aigerim S.")
        page.get_by_role("button", name="Use it from now on").click()
        settled(page)
        expect(page.get_by_text("Sure is what reaches 0.5.")).to_be_visible()
        page.get_by_role("button", name="Undo the choice").click()
        settled(page)
        expect(page.get_by_text("nobody has chosen another one")).to_be_visible()
