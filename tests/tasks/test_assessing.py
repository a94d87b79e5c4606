"""Assessments: on evidence, by anybody, side by side, never overwritten, on every kind of archive."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.model import (
    CommitteeRecommendation,
    Findings,
    Identity,
    Kind,
    Mechanism,
    Position,
    Progress,
)
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, answers, report
from tasks.test_survives import Journey, Road, backed_up, papers, road

__all__ = ["road"]  # a fixture
ITEM = f"{REPORT}#75.1"
PAPER = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: Fire at the Selmgrad mill",
        "(Geneva) – In April 2019, at least 14 workers died in the fire at the textile mill of Selmgrad, Selm Watch "
        "said. Nadia Orletova, a labour lawyer, was arrested on 3 May 2019 under Article 77 of the Penal Code.",
    )
)


def said(level: str = "partially", **more: object) -> tasks.NewAssessment:
    given = {
        "assessor": "NGO",
        "name": "Selm Watch",
        "reasons": "The law is there.",
        "evidence": (f"{REPORT}, para. 12",),
    }
    return tasks.NewAssessment(level, **{**given, **more})  # type: ignore[arg-type]


def test_voices_stand_side_by_side_and_old_ones_stay(archive: Archive) -> None:
    papers(archive)
    tasks.assess(archive, ITEM, said("not", date="2021-05"), who="Ada")
    tasks.assess(archive, ITEM, said("partially", date="2022"), who="Ada")
    tasks.assess(archive, ITEM, said("B", scale="human-rights-committee", assessor="UN body", name="HRC"), who="Ben")
    shown = tasks.assessments_of(archive, ITEM)
    assert [(voice.name, voice.last.level, [b.level for b in voice.before]) for voice in shown.voices] == [
        ("Selm Watch", "partially", ["not"]),
        ("HRC", "B", []),
    ]
    assert shown.index is None
    index = tasks.assessments_of(archive, ITEM, with_index=True).index
    assert index is not None
    assert (index.value, index.left_out) == (0.5, 1)
    assert set(tasks.assessments_on(archive, [ITEM, f"{REPORT}#75.2"])) == {ITEM}


def test_evidence_is_a_passage_at_its_place_a_recommendation_or_a_source_outside(archive: Archive) -> None:
    papers(archive)
    outside = "Selm Watch, Ports of silence, 2031, p. 7, https://example.org/ports."
    kept = tasks.assess(archive, ITEM, said(evidence=(f"{REPORT}, para. 12", f"{REPORT}#75.2", outside)), who="Ada")
    passage, other, source = kept.evidence
    assert (passage.kind, passage.name) == (tasks.EvidenceKind.PASSAGE, REPORT)
    assert passage.place is not None
    read = tasks.document_text(archive, passage.place.sha256)
    assert read.text[passage.place.start : passage.place.end] == passage.text
    assert (other.kind, other.ref) == (tasks.EvidenceKind.RECOMMENDATION, f"{REPORT}#75.2")
    assert (source.kind, source.ref, source.text) == (tasks.EvidenceKind.OUTSIDE, "https://example.org/ports", outside)
    letters = f"{REPORT}:{passage.place.start}-{passage.place.end}"
    assert tasks.assess(archive, ITEM, said(evidence=(letters,)), who="Ada").evidence[0].text == passage.text


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"evidence": ()}, "evidence"),
        ({"level": "halfway"}, "no level"),
        ({"scale": "stars"}, "no scale"),
        ({"assessor": "neighbour"}, "kind of assessor"),
        ({"name": " "}, "Nobody"),
        ({"date": "May 2031"}, "no date"),
        ({"date": "9031"}, "not come yet"),
        ({"evidence": ("source: ",)}, "no name"),
    ],
)
def test_what_cannot_stand_is_refused_with_advice_and_nothing_is_kept(
    archive: Archive, change: dict[str, object], word: str
) -> None:
    papers(archive)
    with pytest.raises(tasks.NotAllowed, match=word) as refused:
        tasks.assess(archive, ITEM, dataclasses.replace(said(), **change), who="Ada")
    assert refused.value.advice
    assert tasks.assessments_of(archive, ITEM).history == ()


def test_without_evidence_nothing_is_known_and_that_may_be_said(archive: Archive) -> None:
    papers(archive)
    kept = tasks.assess(archive, ITEM, tasks.NewAssessment("none", "ourselves"), who="Ada")
    assert (kept.level, kept.name, kept.evidence) == ("none", "Ada", ())


@pytest.mark.parametrize("evidence", ["claim-0000", f"{REPORT}#99.9", f"{REPORT}, para. 999", f"{REPORT}:9000-9001"])
def test_evidence_that_the_archive_does_not_hold_is_an_error(archive: Archive, evidence: str) -> None:
    papers(archive)
    with pytest.raises(NotFound):
        tasks.assess(archive, ITEM, said(evidence=(evidence,)), who="Ada")


def test_only_what_is_there_can_be_assessed(archive: Archive) -> None:
    papers(archive)
    with pytest.raises(NotFound):
        tasks.assess(archive, f"{REPORT}#99.9", said(), who="Ada")


def test_withdrawn_ones_stay_readable_and_cannot_be_withdrawn_twice(archive: Archive) -> None:
    papers(archive)
    kept = tasks.assess(archive, ITEM, said(), who="Ada")
    gone = tasks.withdraw_assessment(archive, kept.id, who="Ben", reason="The wrong item.")
    shown = tasks.assessments_of(archive, ITEM)
    assert (shown.voices, shown.history) == ((), (gone,))
    assert (gone.withdrawn_by, gone.withdrawn_why, gone.level) == ("Ben", "The wrong item.", "partially")
    with pytest.raises(tasks.NotAllowed):
        tasks.withdraw_assessment(archive, kept.id, who="Ben")


def test_the_states_own_word_enters_by_itself_and_is_no_level(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    paper = answers({"75.1": Position.SUPPORTED})
    claimed = tuple(dataclasses.replace(one, claims_implemented="has supported") for one in paper.findings.positions)
    findings = dataclasses.replace(paper.findings, positions=claimed)
    put_on_record(archive, dataclasses.replace(paper, findings=findings).prepared())
    shown = tasks.assessments_of(archive, ITEM)
    assert shown.voices == ()
    (word,) = [one for one in shown.state_words if one.says is Progress.DONE]
    assert (word.source, word.date) == ("addendum", "2031-03-02")
    read = tasks.document_text(archive, word.place.sha256)
    assert read.text[word.place.start : word.place.end] == word.words


@contextmanager
def read_again(archive: Archive, _: Road) -> Iterator[Archive]:
    papers(archive)
    yield archive


@contextmanager
def taken_along(archive: Archive, road: Road) -> Iterator[Archive]:
    assert tasks.export_assessments(archive, road.folder / "voices.jsonl") == 2
    with tasks.open_archive(road.target, passphrase=road.secret, create=True) as other:
        papers(other)
        first = tasks.import_assessments(other, road.folder / "voices.jsonl")
        assert (first.added, first.known, first.waiting) == (2, 0, ())
        again = tasks.import_assessments(other, road.folder / "voices.jsonl")
        assert (again.added, again.known) == (0, 2)
        yield other


@pytest.mark.parametrize("journey", [read_again, backed_up, taken_along], ids=["read-again", "backup", "export"])
def test_assessments_survive(archive: Archive, road: Road, journey: Journey) -> None:
    papers(archive)
    tasks.assess(archive, ITEM, said(), who="Ada")
    gone = tasks.assess(archive, ITEM, said("not"), who="Ada")
    tasks.withdraw_assessment(archive, gone.id, who="Ben")
    before = tasks.assessments_of(archive, ITEM)
    with journey(archive, road) as after:
        assert tasks.assessments_of(after, ITEM) == before


@pytest.mark.parametrize("line", ["nothing", "{}", '{"id": 1}', "[]"])
def test_a_file_with_something_else_is_refused_whole(archive: Archive, tmp_path: Path, line: str) -> None:
    papers(archive)
    tasks.assess(archive, ITEM, said(), who="Ada")
    tasks.export_assessments(archive, tmp_path / "voices.jsonl")
    whole = (tmp_path / "voices.jsonl").read_text(encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text(f"{whole}{line}\n", encoding="utf-8")
    with pytest.raises(tasks.NotAllowed, match=r"no assessment"):
        tasks.import_assessments(archive, tmp_path / "bad.jsonl")
    changed = whole.replace("The law is there.", "The law is gone.")
    (tmp_path / "changed.jsonl").write_text(changed, encoding="utf-8")
    with pytest.raises(tasks.NotAllowed, match="other content"):
        tasks.import_assessments(archive, tmp_path / "changed.jsonl")


def test_reasons_and_evidence_hang_behind_the_veil(archive: Archive, tmp_path: Path) -> None:
    papers(archive)
    paper = tmp_path / "orletova.txt"
    paper.write_text(PAPER, encoding="utf-8")
    assert not tasks.add_documents(archive, [paper], workers=1).failed
    claim = next(row.claim for row in tasks.list_claims(archive) if "Orletova" in row.claim.text)
    tasks.assess(archive, ITEM, said(reasons="Nadia Orletova is held.", evidence=(claim.id,)), who="Ada")
    assert "Orletova" in str(tasks.assessments_of(archive, ITEM))
    with tasks.seen_by(tasks.Audience.OTHERS):
        assert "Orletova" not in str(tasks.assessments_of(archive, ITEM))
        assert "Orletova" not in str(tasks.assessments_on(archive, [ITEM]))
    assert tasks.export_assessments(archive, tmp_path / "voices.jsonl") == 0
    rights = tasks.set_case_lock(archive, "four brown otters", who="Ilva")
    assert "Orletova" not in str(tasks.assessments_of(archive, ITEM))
    with tasks.seen_by(rights=rights):
        assert "Orletova" in str(tasks.assessments_of(archive, ITEM))


def test_committee_recommendations_and_promises_can_be_assessed(archive: Archive, tmp_path: Path) -> None:
    given = answers({"15": Position.SUPPORTED})
    where = given.findings.positions[0].place
    own = Identity(Kind.CONCLUDING_OBSERVATIONS, "CCPR/C/XAV/CO/2", "XAV", Mechanism.TREATY_BODY, date="2021-03-01")
    asked = (CommitteeRecommendation("15", "Prisons", "Open them.", where),)
    found = Findings(own, committee_recommendations=asked)
    put_on_record(archive, dataclasses.replace(given, findings=found).prepared())
    grade = said("B", scale="human-rights-committee", assessor="UN body", name="HRC", evidence=("Letter of 2022",))
    tasks.assess(archive, "CCPR/C/XAV/CO/2#15", grade, who="Ada")
    assert tasks.assessments_of(archive, "CCPR/C/XAV/CO/2#15").voices[0].last.level == "B"
    assert tasks.assessments_of(archive, "CCPR/C/XAV/CO/2#15").state_words == ()
    with pytest.raises(NotFound):
        tasks.assess(archive, "CCPR/C/XAV/CO/2#16", grade, who="Ada")
    paper = tmp_path / "promise.txt"
    paper.write_text(PAPER, encoding="utf-8")
    assert not tasks.add_documents(archive, [paper], workers=1).failed
    claim = next(iter(tasks.list_claims(archive))).claim
    tasks.assess(archive, claim.id, said("none", evidence=()), who="Ada")
    assert tasks.assessments_of(archive, claim.id).voices[0].last.level == "none"
