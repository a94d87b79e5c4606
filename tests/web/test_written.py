"""Papers that are written in the workbench: list, draft, edit, preview, versions, two authors, export, leaks."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.model.written import WrittenPaper
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.web import served
from tasks.written import whole_example  # noqa: F401  fixture

from .conftest import PORT

MOST = 15
DRAFT = {
    "review": "XAV/4",
    "outline": "briefing",
    "subject": "lawyer, killed",
    "before": "",
    "language": "en",
    "title": "Lawyers at risk",
    "authors": "Bridge\n",
    "who": "Ann",
}


@pytest.fixture
def archive(whole_example: Path, tmp_path: Path) -> Iterator[Archive]:  # noqa: F811
    """The example with the papers of its NGOs, served."""
    with tasks.open_archive(Path(shutil.copy(whole_example, tmp_path / "copy.onrecord")), passphrase="") as opened:
        served.start(opened, PORT)
        yield opened
        served.stop()


@pytest.fixture
def paper(archive: Archive) -> WrittenPaper:
    return tasks.draft_paper(archive, "XAV", cycle=4, subject="lawyer, killed", title="Lawyers", who="Ann").paper


def test_a_draft_from_the_form(client: Client, archive: Archive) -> None:
    answer = client.post("/written/draft", DRAFT)
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert "<h1><bdi>Lawyers at risk</bdi></h1>" in page
    assert "Lawyers at risk" in client.get("/written/").content.decode()
    (made,) = tasks.list_written(archive)
    assert (made.authors, made.cycle) == (("Bridge",), 4)


def test_a_form_that_cannot_be_followed_says_why(client: Client) -> None:
    answer = client.post("/written/draft", {**DRAFT, "before": "soon"})
    assert answer.status_code == 400
    assert "is no day" in answer.content.decode()


def pages_of(paper: WrittenPaper) -> tuple[str, ...]:
    own = f"/written/{paper.id}/"
    return ("/written/", own, f"{own}look", f"{own}find?q=counsel", f"{own}versions/?first=1&second=2")


def test_pages_have_one_heading_nothing_inline_and_few_queries(
    client: Client, archive: Archive, paper: WrittenPaper
) -> None:
    tasks.look_through(archive, paper.id)  # what is withheld is worked out once for many pages
    for path in pages_of(paper):
        with tasks.seen_by(once=True), CaptureQueriesContext(connections[archive.alias]) as captured:
            answer = client.get(path)
        text = answer.content.decode()
        assert answer.status_code == 200, path
        assert len(captured) <= MOST, (path, len(captured))
        assert text.count("<h1") == 1
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text), path


def test_the_preview_shows_notes_that_lead_to_their_pages(client: Client, paper: WrittenPaper) -> None:
    text = client.get(f"/written/{paper.id}/look").content.decode()
    links = re.findall(r'<li id="note\d+">.*?</li>', text, re.DOTALL)
    assert len(links) > 5
    for link in links:
        for address in re.findall(r'href="([^"]+)"', link):
            assert client.get(address.replace("&amp;", "&")).status_code == 200
    assert text.count('<sup><a href="#note') == len(links)


def test_the_preview_of_what_is_typed_counts_and_complains_but_saves_nothing(
    client: Client, archive: Archive, paper: WrittenPaper
) -> None:
    typed = {"text": "Two words. [@A/HRC/52/97#999.9] <script>x</script>", "title": "T"}
    text = client.post(f"/written/{paper.id}/look", typed, headers={"HX-Request": "true"}).content.decode()
    assert "A note leads nowhere" in text
    assert "<script>" not in text
    assert "<html" not in text
    assert tasks.show_written(archive, paper.id).current == paper.current


def test_two_authors_in_the_workbench(client: Client, archive: Archive, paper: WrittenPaper) -> None:
    own = f"/written/{paper.id}/save"
    given = {"title": "Lawyers", "based_on": paper.current.number, "reason": ""}
    assert client.post(own, {**given, "text": "Ann's.", "who": "Ann"}).status_code == 302
    answer = client.post(own, {**given, "text": "Ben's.", "who": "Ben"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ann saved version 3 meanwhile. Your text is kept as version 4" in page
    assert "Ben&#x27;s." in page
    assert tasks.show_written(archive, paper.id).current.text == "Ann's.\n"
    compared = client.get(f"/written/{paper.id}/versions/?first=3&second=4").content.decode()
    assert ">Ann&#x27;s.</del>" in compared
    assert ">Ben&#x27;s.</ins>" in compared
    assert client.post(f"/written/{paper.id}/restore", {"number": 4, "who": "Ben"}).status_code == 302
    assert tasks.show_written(archive, paper.id).current.text == "Ben's.\n"


def test_found_references_can_be_cited(client: Client, paper: WrittenPaper) -> None:
    text = client.get(f"/written/{paper.id}/find?q=questioning", headers={"HX-Request": "true"}).content.decode()
    assert "[@A/HRC/52/97#52.3 supported]" in text
    assert "<html" not in text


def test_drafting_again_offers_and_takes(client: Client, archive: Archive) -> None:
    paper = tasks.draft_paper(
        archive, "XAV", cycle=4, subject="lawyer", title="L", before="2022-07-01", who="Ann"
    ).paper
    tables.WrittenPaper.objects.using(archive.alias).update(before="")
    page = client.post(f"/written/{paper.id}/again", {"who": "Ann"}).content.decode()
    (first, *_) = re.findall(r'name="take" value="([^"]+)"', page)
    assert client.post(f"/written/{paper.id}/again", {"who": "Ann", "take": first}).status_code == 302
    assert first in tasks.show_written(archive, paper.id).current.text


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_a_file_that_leaves_holds_no_name_that_is_not_cleared(client: Client, paper: WrittenPaper, form: str) -> None:
    answer = client.get(f"/written/{paper.id}/paper.{form}")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    if form in ("html", "md"):
        assert "Tuvarova" not in answer.content.decode()
        assert "name withheld" in answer.content.decode()


def test_with_a_lock_pages_withhold_and_saving_is_refused(
    client: Client, archive: Archive, paper: WrittenPaper
) -> None:
    assert "Tuvarova" in client.get(f"/written/{paper.id}/").content.decode()
    tasks.set_case_lock(archive, "seven grey herons", who="Ilva")
    for path in pages_of(paper):
        assert "Tuvarova" not in client.get(path).content.decode(), path
    given = {"title": "L", "text": "Other words.", "who": "Ben", "based_on": paper.current.number, "reason": ""}
    answer = client.post(f"/written/{paper.id}/save", given)
    assert answer.status_code == 400
    assert "Unlock the cases first" in answer.content.decode()
    assert len(tasks.paper_versions(archive, paper.id)) == 2


@pytest.mark.parametrize("path", ["/written/nothing/", "/written/nothing/look", "/written/nothing/paper.docx"])
def test_a_paper_that_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_numbers_that_make_no_sense(client: Client, paper: WrittenPaper, archive: Archive) -> None:
    assert client.get(f"/written/{paper.id}/versions/?first=x&second=2").status_code == 404
    assert client.post(
        f"/written/{paper.id}/save", {"text": "a", "title": "b", "who": "c", "based_on": "x"}
    ).status_code
    assert len(tasks.paper_versions(archive, paper.id)) == 2
