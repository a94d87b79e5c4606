"""A person corrects, undoes, and meets somebody who was quicker."""

import re

from django.test import Client

from onrecord.store.archive import Archive
from onrecord.tasks import judge, judgements_of, show_recommendation

SYMBOL, NUMBER = "A/HRC/52/97", "52.3"
PAGE = f"/recommendations/{SYMBOL}/{NUMBER}/"
FORM = f"/judge/{SYMBOL}/{NUMBER}/"
ID = f"{SYMBOL}#{NUMBER}"


def sent(field: str, value: str, **more: str) -> dict[str, str]:
    return {"field": field, f"value_{field}": value, "reason": "Misprint in the report", "name": "Ada Example", **more}


def read(archive: Archive, field: str) -> object:
    return getattr(show_recommendation(archive, SYMBOL, NUMBER).recommendation, field)


def test_a_state_is_corrected_and_what_was_read_stays_visible(client: Client, archive: Archive) -> None:
    answer = client.post(FORM, sent("states", "Austria; Chile"))
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert read(archive, "states") == ("AUT", "CHL")
    page = client.get(PAGE).content.decode()
    assert re.search(r"<del[^>]*>Austria, Mexico</del>", page)
    assert "Ada Example" in page
    assert "Misprint in the report" in page
    assert "Chile" in page


def test_a_decision_is_undone_and_stays_in_the_history(client: Client, archive: Archive) -> None:
    client.post(FORM, sent("position", "noted"))
    assert read(archive, "position") == "noted"
    (decision,) = judgements_of(archive, ID)
    answer = client.post("/judge/undo", {"judgement": decision.id, "back": PAGE})
    assert answer["Location"] == PAGE
    assert read(archive, "position") == "supported"
    assert "Withdrawn by Ada Example" in client.get(PAGE).content.decode()


def test_the_name_is_asked_once(client: Client) -> None:
    assert 'name="name"' in client.get(FORM).content.decode()
    client.post(FORM, sent("text", "Record every questioning"))
    assert 'name="name"' not in client.get(FORM).content.decode()
    assert "You judge as Ada Example" in client.get("/").content.decode()


def test_without_reason_or_name_nothing_is_written(client: Client, archive: Archive) -> None:
    answer = client.post(FORM, sent("text", "Something else", reason="", name=""))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Say in one line why." in page
    assert "Say who corrects this." in page
    assert "Something else" in page
    assert judgements_of(archive, ID) == ()


def test_a_name_that_is_no_state_is_told_with_what_to_try(client: Client, archive: Archive) -> None:
    answer = client.post(FORM, sent("states", "Austria; Mexcio"))
    assert answer.status_code == 400
    assert "Did you mean Mexico?" in answer.content.decode()
    assert judgements_of(archive, ID) == ()


def test_the_second_of_two_sees_what_the_first_wrote_and_chooses(client: Client, archive: Archive) -> None:
    first = judge(archive, ID, "states", ("AUT", "PER"), reason="List of speakers", who="Bo Example")
    answer = client.post(FORM, sent("states", "Austria; Chile", based_on_states=""))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Bo Example changed this" in page
    assert "Austria, Peru" in page
    assert read(archive, "states") == ("AUT", "PER")
    kept = client.post(FORM, sent("states", "Austria; Chile", based_on_states=first.id))
    assert kept.status_code == 302
    assert read(archive, "states") == ("AUT", "CHL")
    assert len(judgements_of(archive, ID)) == 2


def test_a_corrected_number_has_its_own_address(client: Client) -> None:
    answer = client.post(FORM, sent("number", "52.30"))
    assert client.get(answer["Location"]).status_code == 200
    page = client.get(answer["Location"]).content.decode()
    judgement = re.search(r'name="judgement" value="([^"]+)"', page)
    assert judgement
    back = client.post("/judge/undo", {"judgement": judgement[1], "back": answer["Location"]})
    assert back["Location"] == PAGE
    assert client.get(PAGE).status_code == 200


def test_script_in_a_reason_is_shown_not_run(client: Client) -> None:
    client.post(FORM, sent("text", "<script>alert(1)</script>", reason="<img src=x onerror=alert(1)>"))
    page = client.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
