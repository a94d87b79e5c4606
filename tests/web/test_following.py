"""Assessments in the workbench: voices side by side, the form, evidence that is ticked, withdrawing, progress."""

import re

import pytest
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive

SYMBOL, NUMBER = "A/HRC/52/97", "52.3"
ID = f"{SYMBOL}#{NUMBER}"
FORM = f"/following/{SYMBOL}/{NUMBER}/"
PART = f"{FORM}voices"


def sent(**more: object) -> dict[str, object]:
    given = {
        "level": "implementation partially",
        "assessor": "NGO",
        "assessor_name": "Selm Watch",
        "name": "Ada Example",
    }
    return {**given, "reasons": "Two of five stations record.", "outside": "Our visit, 2025", "date": "2025-03", **more}


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_an_assessment_is_put_on_record_and_stands_beside_others(client: Client, archive: Archive) -> None:
    assert "Nobody has assessed it." in text(client, PART)
    answer = client.post(FORM, sent())
    assert (answer.status_code, answer["Location"]) == (302, f"/recommendations/{SYMBOL}/{NUMBER}/#voices")
    client.post(FORM, sent(level="implementation fully", assessor="State", assessor_name="Arvenia"))
    page = text(client, PART)
    assert re.search(r"Arvenia</bdi> \(State\): fully implemented.*Selm Watch</bdi> \(NGO\): partially", page, re.S)
    assert "Our visit, 2025" in page
    # The average only where it is opened, and never without its weakness.
    assert page.index("<details") < page.index("0.75") < page.index("plain average") < page.index("</details>")
    (state, ngo) = tasks.assessments_of(archive, ID).voices
    assert (state.last.who, ngo.last.date) == ("Ada Example", "2025-03")


def test_passages_that_are_found_can_be_ticked(client: Client, archive: Archive) -> None:
    page = text(client, f"{FORM}?q=questioning")
    values = re.findall(r'name="evidence" value="([^"]+)"', page)
    assert values
    client.post(FORM, sent(outside="", evidence=values[0]))
    (evidence,) = tasks.assessments_of(archive, ID).voices[0].last.evidence
    assert evidence.place is not None
    assert f"{evidence.place.sha256}:{evidence.place.start}-{evidence.place.end}" == values[0]
    read = tasks.document_text(archive, evidence.place.sha256)
    assert read.text[evidence.place.start : evidence.place.end] == evidence.text
    assert "No paragraph on record" in text(client, f"{FORM}?q=nothing+says+this")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"level": ""}, "Choose a level."),
        ({"outside": ""}, "Without evidence nothing is known"),
        ({"assessor_name": ""}, "Say who assesses."),
        ({"name": ""}, "Say who puts this on record."),
        ({"date": "soon"}, "is no date"),
        ({"level": "stars 5"}, "no scale"),
        ({"evidence": "claim-0000"}, "holds no claim"),
    ],
)
def test_what_is_missing_is_told_and_what_was_written_stays(
    client: Client, archive: Archive, change: dict[str, object], word: str
) -> None:
    answer = client.post(FORM, sent(**change))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert word in page
    assert "Two of five stations record." in page
    assert tasks.assessments_of(archive, ID).history == ()


def test_no_information_needs_no_evidence(client: Client, archive: Archive) -> None:
    answer = client.post(FORM, sent(level="implementation none", assessor="ourselves", assessor_name="", outside=""))
    assert answer.status_code == 302
    assert tasks.assessments_of(archive, ID).voices[0].name == "Ada Example"


def test_withdrawn_ones_stay_in_the_history(client: Client, archive: Archive) -> None:
    client.post(FORM, sent())
    (one,) = tasks.assessments_of(archive, ID).history
    answer = client.post("/following/withdraw", {"assessment": one.id})
    assert answer["Location"].endswith("#voices")
    page = text(client, PART)
    assert "<del>partially implemented</del>" in page
    assert "Withdrawn by Ada Example" in page
    assert "Nobody has assessed it." in page


def test_the_page_of_the_recommendation_asks_for_the_voices(client: Client) -> None:
    page = text(client, f"/recommendations/{SYMBOL}/{NUMBER}/")
    assert f'hx-get="{PART}"' in page
    assert f'href="{FORM}"' in page  # without script


def test_what_is_not_there(client: Client) -> None:
    assert client.get(f"/following/{SYMBOL}/999.9/").status_code == 404


def test_progress_tells_first_what_nobody_has_assessed(client: Client) -> None:
    assert "of 30 supported items, 30 are assessed by nobody" in text(client, "/progress/XAV/")
    client.post(FORM, sent())
    page = text(client, "/progress/xav/")
    assert "of 30 supported items, 29 are assessed by nobody" in page
    assert page.count("<figure") == page.count('class="astable"') == 3
    assert "By persons affected" in page
    assert page.index("nobody has assessed it</th>") < page.index("share that nobody has assessed</th>")
    assert "partially implemented" in page
    assert 'href="/progress/XAV/"' in text(client, "/progress/")
    assert "No recommendation to this State" in text(client, "/progress/FRA/")
