"""What papers say: every page answers within its queries, lists narrow and turn, names are joined and parted."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils.html import escape

from onrecord import tasks
from onrecord.model import NamedKind
from onrecord.store.archive import Archive
from onrecord.tasks import ClaimFilter, NamedFilter
from onrecord.web.chronology.views import years
from onrecord.web.claims import words

from .conftest import EXAMPLES

QUERIES = 15
NAMES = ("person:viktor-selianov", "person:viktor-selyanov")
PAGES = (
    "/claims/",
    "/claims/?state=XAV&words=people+killed&figures=yes&compared=conflict",
    "/claims/?kind=law&right=fair+trial&voice=publisher&source=publisher&date=2022",
    "/claims/?state=1&compared=no-such&kind=no-such&offset=x",
    "/proposals/",
    "/proposals/?whose=reported&state=XAV",
    "/conflicts/",
    "/conflicts/?verdict=disagree&state=XAV",
    "/copies/",
    "/sources/",
    "/sources/?state=XLS",
    "/people/",
    "/people/?words=selyanov",
    "/laws/",
    "/organisations/",
    f"/names/{NAMES[0]}/",
    "/names/law:XAV:criminal-code:214/",
    "/laws/register/",
    "/laws/register/?state=XAV&name=Law&key=law:XAV:press",
    "/laws/register/law:XAV:criminal-code/",
    "/names/",
    "/names/?kind=law",
    "/chronology/",
    "/chronology/?state=XAV&kind=strike",
)


@pytest.fixture(scope="module")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only the papers of the three organisations."""
    path = tmp_path_factory.mktemp("said") / "said.onrecord"
    with tasks.open_archive(path, passphrase="", create=True) as archive:
        assert not tasks.add_documents(archive, [EXAMPLES / "arvenia-ngos" / "papers"]).failed
    return path


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def deaths(archive: Archive) -> Any:
    """The conflict about how many people were killed."""
    return next(one for one in tasks.list_comparisons(archive) if "deaths" in one.reason)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_within_its_queries_with_nothing_inline(
    client: Client, archive: Archive, path: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
        text = page(client, path)
    assert re.search(r"<title>[^<]{3,} · Onrecord</title>", text)
    assert text.count("<h1") == 1
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text)


def test_pages_of_one_thing_answer_within_their_queries(
    client: Client, archive: Archive, django_assert_max_num_queries: Any
) -> None:
    for row in tasks.list_claims(archive):
        with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
            assert row.paper.publishers[0] in page(client, f"/claims/{row.claim.id}/")
    for kind in ("conflict", "copy"):
        for compared in tasks.list_comparisons(archive, kind=kind):
            with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
                page(client, f"/conflicts/{compared.id}/")


def test_what_is_not_there_is_said(client: Client) -> None:
    for path in ("/claims/claim-none/", "/conflicts/none/", "/names/person:nobody/", "/claims/export.pdf"):
        page(client, path, 404)


def test_the_ledger_is_narrowed_by_its_address(client: Client, archive: Archive) -> None:
    text = page(client, "/claims/?words=killed&compared=conflict")
    ids = re.findall(r'<p class="src"[^>]*><a href="/claims/([^/"]+)/"', text)
    assert ids == [row.claim.id for row in tasks.list_claims(archive, ClaimFilter(words="killed", compared="conflict"))]
    assert "In a conflict" in text and "with “killed”" in text
    assert "No claim fits all of this." in page(client, "/claims/?words=zebra")


def test_a_claim_told_by_another_names_both(client: Client, archive: Archive) -> None:
    (row,) = tasks.list_claims(archive, ClaimFilter(words="12 people killed"))
    text = page(client, f"/claims/{row.claim.id}/")
    assert "Office of the Prosecutor-General" in text and "as told by" in text and "Bridge for Defenders" in text
    assert "https://prosecutor.example/press/1" in text  # the note it rests on
    assert text.count("data-lit") == 1 and "underline" in text  # the claim lit, its sentence underlined
    noted = page(client, f"/claims/{row.claim.id}/?at=n1")
    assert '<text class="tag"' in noted and ">1</text>" in noted
    for _, reason in row.claim.reasons:
        assert escape(reason) in text


def test_both_sides_of_a_conflict_are_lit(client: Client, archive: Archive) -> None:
    text = page(client, f"/conflicts/{deaths(archive).id}/")
    assert text.count("data-lit") == 2
    assert "They disagree" in text and "chooses none" in text


def test_a_side_without_pages_is_shown_as_text(client: Client, archive: Archive) -> None:
    compared = next(
        one for one in tasks.list_comparisons(archive) if any(s.paper.name.endswith(".html") for s in one.sides)
    )
    text = page(client, f"/conflicts/{compared.id}/")
    assert text.count("data-lit") == 2
    quote = next(side.quote for side in compared.sides if side.paper.name.endswith(".html"))
    assert f"<mark data-lit>{quote}</mark>" in text


def test_papers_that_share_a_source_are_named(client: Client) -> None:
    text = page(client, "/sources/")
    first = text.split("<article")[1]
    assert "hospital.example/lists/42" in first and "3 papers" in first and "one source" in first
    assert all(name in first for name in ("Lantern Watch", "Bridge for Defenders", "Quay Press Freedom"))


def test_events_told_by_several_papers_stand_together(client: Client, archive: Archive) -> None:
    found = years(tasks.chronology(archive, state="XAV").rows)
    assert [year.year for year in found] == sorted(year.year for year in found if year.year)
    (strike,) = [one for year in found for one in year.happenings if one.first.kind == "strike" and one.first.date]
    assert len({row.paper.sha256 for row in strike.told}) == 3
    assert "told by 3 papers" in page(client, "/chronology/?state=XAV")


def test_proposals_own_and_reported(client: Client, archive: Archive) -> None:
    own, reported = page(client, "/proposals/?whose=own"), page(client, "/proposals/?whose=reported")
    assert f"{tasks.list_proposals(archive, own=True).total} proposals" in own
    assert "Committee against Torture" in reported and "Committee against Torture" not in own


def test_the_ledger_goes_out_as_it_is_narrowed(client: Client, archive: Archive) -> None:
    asked = "?words=killed&figures=yes"
    wanted = tasks.list_claims(archive, ClaimFilter(words="killed", figures=True)).total
    rows = list(csv.DictReader(io.StringIO(read(client, f"/claims/export.csv{asked}").decode("utf-8-sig"))))
    assert len(rows) == wanted and {row["figures"] for row in rows} >= {"12 people", "At least 17 people"}
    told = json.loads(read(client, f"/claims/export.json{asked}"))
    assert [one["id"] for one in told] == [row["id"] for row in rows]
    assert read(client, f"/claims/export.xlsx{asked}").startswith(b"PK")


def test_the_chronology_is_a_task_also_when_it_was_asked_for_before(archive: Archive) -> None:
    assert tasks.chronology(archive).total == tasks.chronology(archive).total > 0


def read(client: Client, path: str) -> bytes:
    answer: Any = client.get(path)
    return b"".join(answer.streaming_content)


def test_two_names_are_joined_undone_and_kept_apart(client: Client, archive: Archive) -> None:
    def people() -> set[str]:
        return {row.name for row in tasks.list_named(archive, NamedFilter(NamedKind.PERSON, words="viktor"))}

    sent = {"key": NAMES[0], "other": NAMES[1], "reason": "One minister.", "name": "Aigerim S.", "back": "/names/"}
    assert people() == {"Viktor Selianov", "Viktor Selyanov"}
    assert "Viktor Selyanov" in page(client, "/names/") and "1 pair" in page(client, "/people/")
    assert client.post("/names/decide", {**sent, "decision": "same"})["Location"] == "/names/"
    assert people() == {"Viktor Selianov"}
    joined = page(client, f"/names/{NAMES[0]}/")
    assert "Viktor Selyanov" in joined and "One minister." in joined and "Aigerim S." in joined
    (decision,) = tasks.name_decisions(archive, NAMES)
    client.post("/judge/undo", {"judgement": decision.id, "back": "/names/"})
    assert people() == {"Viktor Selianov", "Viktor Selyanov"}
    client.post("/names/decide", {**sent, "decision": "apart"})
    assert "No names wait." in page(client, "/names/?kind=person")


def test_a_decision_needs_a_name_and_a_reason(client: Client, archive: Archive) -> None:
    answer = client.post("/names/decide", {"key": NAMES[0], "other": NAMES[1], "decision": "same", "reason": " "})
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "Say in one line why." in text and "Say who decides." in text
    assert tasks.name_decisions(archive, NAMES) == ()


def test_an_address_elsewhere_is_not_gone_back_to(client: Client) -> None:
    sent = {"key": NAMES[0], "other": NAMES[1], "reason": "One.", "name": "A. S.", "back": "https://elsewhere.example/"}
    assert client.post("/names/decide", {**sent, "decision": "same"})["Location"] == f"/names/{NAMES[0]}/"


def test_a_paper_shows_its_claims_and_proposals_and_links_them(client: Client, archive: Archive) -> None:
    row = next(iter(tasks.list_claims(archive, ClaimFilter(words="17 people killed"))))
    text = page(client, f"/papers/{row.paper.sha256}/")
    assert f'href="/claims/{row.claim.id}/"' in text
    others = page(client, f"/papers/{row.paper.sha256}/pages/1/others")
    assert f'href="/claims/{row.claim.id}/"' in others


def test_every_key_of_the_rights_has_its_word() -> None:
    table = Path(words.__file__).parents[2] / "vocabulary" / "data" / "rights.csv"
    keys = {row["key"] for row in csv.DictReader(table.open(encoding="utf-8"))}
    assert keys <= set(words.RIGHTS)
    table = table.with_name("event_kinds.csv")
    kinds = {row["key"] for row in csv.DictReader(table.open(encoding="utf-8")) if row.get("family")}
    assert kinds - set(words.EVENTS) == set()
