"""Labels on the page of a recommendation: suggested, accepted, refused, given by hand, undone; in lists and the API."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from django.test import Client

from onrecord import labelling, tasks
from onrecord.model.label import ACTION, ISSUE, Label, Labeller, Labels, Span
from onrecord.store.archive import Archive

PAGE = "/recommendations/A/HRC/52/97/52.3/"
ITEM = "A/HRC/52/97#52.3"


class Model:
    """Suggests the same for every text: an action and one issue surely, one issue not."""

    sure_from = 0.9
    model = SimpleNamespace(labeller=Labeller("made-up", "1", "f" * 64), fingerprint="f" * 64)

    def meaning(self, texts: Sequence[str]) -> np.ndarray:
        return np.eye(len(texts), 8, dtype=np.float32)

    def doubt(self, text: str) -> str:
        return ""

    def label(self, texts: Sequence[str], *, threshold: float) -> Iterator[Labels]:
        for _ in texts:
            issues = tuple(
                Label(ISSUE, n, p, p >= threshold, (Span(0, 6),)) for n, p in (("Justice", 0.97), ("Detention", 0.58))
            )
            yield Labels(Label(ACTION, "5", 0.95, True), issues, (), self.model.labeller)


@pytest.fixture
def labelled(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr(labelling, "labeller", lambda path=None: Model())
    monkeypatch.setattr(labelling, "reader", lambda path=None: Model())
    tasks.label_documents(archive)
    return archive


def page(client: Client) -> str:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def decide(client: Client, label: str, verdict: str, **more: str) -> int:
    sent = {"label": label, "verdict": verdict, "name": "Aigerim S.", **more}
    return client.post("/label/A/HRC/52/97/52.3/", sent).status_code


def test_without_suggestions_the_page_says_how_to_get_them(client: Client, archive: Archive) -> None:
    assert "Nothing is suggested yet" in page(client)


def test_the_workbench_suggests_labels_and_says_how_far_it_is(
    client: Client, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labelling, "labeller", lambda path=None: Model())
    monkeypatch.setattr(labelling, "reader", lambda path=None: Model())
    items = tasks.list_recommendations(archive, limit=1).total
    for said in (f"{items} recommendations were labelled.", "Every recommendation has its labels already."):
        answer = client.post("/labels/suggest")
        assert answer.status_code == 302
        assert said in finished(client, answer.headers["Location"])
    assert "Suggested, sure" in page(client)
    assert client.get("/labels/suggest").status_code == 405
    assert client.get("/labels/suggest/99999/").status_code == 404


def test_a_model_that_cannot_be_read_is_told(
    client: Client, archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "torn.npz").write_bytes(b"no model")
    monkeypatch.setenv("ONRECORD_LABELS", str(tmp_path / "torn.npz"))
    shown = finished(client, client.post("/labels/suggest").headers["Location"], status=400)
    assert 'role="alert"' in shown
    assert "Nothing is suggested yet" in page(client)


def finished(client: Client, path: str, *, status: int = 200) -> str:
    """The page of a run that has ended."""
    while "hx-get" in (answer := client.get(path)).content.decode():
        time.sleep(0.05)
    assert answer.status_code == status
    return answer.content.decode()


def test_suggestions_with_score_reason_and_model(client: Client, labelled: Archive) -> None:
    shown = page(client)
    for words in (
        "Justice",
        "0.97",
        "Suggested, sure",
        "Detention",
        "0.58",
        "Suggested, unsure",
        "because of",
        "made-up 1",
    ):
        assert words in shown
    assert "“Record”" in shown
    assert shown.count('class="chip guess"') >= 3


def test_accepted_and_refused_labels_carry_a_seal(client: Client, labelled: Archive) -> None:
    assert decide(client, "issue:Detention", "right") == 302
    assert decide(client, "issue:Justice", "wrong", reason="nothing on courts") == 302
    shown = page(client)
    assert "<b>Detention</b>" in shown
    assert "<del>Justice</del>" in shown
    assert "nothing on courts" in shown
    row = next(r for r in tasks.list_recommendations(labelled) if r.id == ITEM)
    assert (row.action, row.issues) == (5, ("Detention",))


def test_a_label_by_hand_and_its_undo(client: Client, archive: Archive) -> None:
    decide(client, "issue:Right to water", "right", reason="wells")
    assert "<b>Right to water</b>" in page(client)
    (kept,) = tasks.judgements_of(archive, f"{ITEM}#label:issue:Right to water")
    client.post("/judge/undo", {"judgement": kept.id, "back": PAGE, "name": "Aigerim S."})
    assert "<b>Right to water</b>" not in page(client)


def test_the_form_offers_what_is_not_there_and_terms_of_ones_own(
    client: Client, labelled: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "tools.csv"
    file.write_text(
        "key,parent,name,name_fr\nz,,Tripods,\na,,Cameras,Caméras\nb,a,Lenses,Objectifs\n", encoding="utf-8"
    )
    tasks.import_taxonomy(labelled, file, key="tools", title="Our tools")
    shown = client.get("/label/A/HRC/52/97/52.3/").content.decode()
    assert 'value="issue:Right to water"' in shown
    assert 'value="issue:Justice"' not in shown
    assert 'value="persons:women"' in shown
    assert shown.index("Cameras › Lenses") < shown.index(">Tripods")  # in the order of the tree
    client.cookies["onrecord-language"] = "fr"
    assert 'value="tools:Lenses">Caméras › Objectifs' in client.get("/label/A/HRC/52/97/52.3/").content.decode()
    client.cookies["onrecord-language"] = "en"
    decide(client, "tools:Lenses", "right", reason="films")
    assert "<b>Lenses</b>" in page(client)
    with pytest.raises(tasks.NotAllowed):
        tasks.judge(labelled, f"{ITEM}#label:tools:Hammers", "verdict", "right", reason="", who="Aigerim S.")


def test_two_persons_at_once(client: Client, labelled: Archive) -> None:
    decide(client, "issue:Justice", "wrong")
    assert decide(client, "issue:Justice", "right") == 409


@pytest.mark.parametrize(("label", "verdict"), [("issue", "right"), ("issue:Justice", "perhaps"), ("", "")])
def test_what_makes_no_sense_changes_nothing(client: Client, labelled: Archive, label: str, verdict: str) -> None:
    assert decide(client, label, verdict) == 302
    assert list(tasks.judgements_of(labelled, f"{ITEM}#label:{label}")) == []


def test_lists_are_narrowed_by_labels(client: Client, labelled: Archive) -> None:
    decide(client, "issue:Detention", "right")
    shown = client.get("/recommendations/?issue=Detention").content.decode()
    assert shown.count("data-row") == 1
    assert 'name="issue" value="Justice"' in shown


def test_the_api_knows_labels(client: Client, labelled: Archive) -> None:
    decide(client, "issue:Detention", "right")
    listed = client.get("/api/recommendations?issue=Detention").json()
    assert [(row["id"], row["action"], row["issues"]) for row in listed["rows"]] == [
        (ITEM, 5, ["Justice", "Detention"])
    ]
    one = client.get("/api/recommendations/A/HRC/52/97/52.3").json()
    said = {(label["name"], label["stands"]) for label in one["labels"] if label["scheme"] in ("action", "issue")}
    assert said == {
        ("5", True),
        ("Justice", True),
        ("Detention", True),
    }
    counted = client.get("/api/facets").json()
    assert {"value": "Detention", "count": 1} in counted["issue"]


def test_themes_persons_and_goals_in_lists_exports_and_the_api(client: Client, labelled: Archive) -> None:
    theme, goal = "Administration of justice & fair trial", "16 - PEACE JUSTICE AND STRONG INSTITUTIONS"
    shown = client.get("/recommendations/", {"goal": goal, "words": "questioning"}).content.decode()
    assert shown.count("data-row") >= 1
    assert 'name="persons"' in shown
    assert f"Take away: {goal}" in shown
    page_ = page(client)
    assert "by a rule" in page_
    for address in ("/recommendations/export.csv", "/recommendations/export.csv?column=number&column=themes"):
        exported = b"".join(client.get(address).streaming_content).decode("utf-8-sig")
        assert theme in exported
    row = client.get("/api/recommendations", {"theme": theme, "goal": goal, "limit": 1}).json()["rows"][0]
    assert theme in row["themes"]
    assert {one["value"] for one in client.get("/api/facets").json()["goal"]} >= {goal}
    assert decide(client, f"theme:{theme}", "wrong") == 302
    assert f"<del>{theme.replace('&', '&amp;')}</del>" in page(client)


def test_unsure_labels_are_asked_in_the_queue(client: Client, labelled: Archive) -> None:
    shown = client.get("/queue/?kind=label").content.decode()
    assert "Suggested: Detention, 0.58, because of" in shown


def test_search_by_meaning_marks_what_words_do_not_say(client: Client, labelled: Archive) -> None:
    shown = client.get("/search/?q=police&meaning=yes").content.decode()
    assert "near in meaning" in shown
    assert client.get("/search/?q=%22torn&meaning=yes").status_code in (200, 400)
