"""Links in the archive: uptake, repeats, clusters, champions. A person's word wins, and outlives every reading."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.model import Identity, Kind, Mechanism, Position
from onrecord.model.judgement import VERDICT
from onrecord.model.link import LinkKind
from onrecord.store import links, tables
from onrecord.store.archive import Archive
from onrecord.store.links import target_of, texts_of
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.linking import refresh_links
from store.papers import REPORT, report

OLDER = "A/HRC/70/7"
OLD = {
    "60.1": ("Abolish the death penalty", ("FRA",)),
    "60.2": ("Reduce overcrowding in prisons", ("DEU", "XLS")),
    "60.3": ("Open a museum of lace", ("BRA",)),
}
NEW = {
    "75.1": ("Take steps to abolish capital punishment", ("FRA", "BRA")),
    "75.2": ("Continue efforts to reduce overcrowding in prisons", ("DEU",)),
    "75.3": ("Abolish the death penalty in law", ("KAZ",)),
    "75.4": ("Decriminalize defamation", ("JPN",)),
}
PAPER = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: what the review should ask",
        "(Geneva, 3 May 2030) – In April 2029, at least 14 workers died in the fire at the mill of Selmgrad, Arvenia, "
        "Selm Watch said. The Government of Arvenia has opened no inquiry.",
        "Recommendations to the Government of Arvenia",
        "- The State should abolish the death penalty.",
        "- The State should no longer treat insult as a criminal offence.",
        "- The State should plant trees along the Selm.",
    )
)


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    own = Identity(
        kind=Kind.WORKING_GROUP_REPORT,
        symbol=OLDER,
        state="XAV",
        mechanism=Mechanism.UPR,
        cycle=3,
        session=35,
        council_session=70,
        date="2026-03-01",
    )
    put_on_record(archive, report(OLD, Position.SUPPORTED, identity=own).prepared())
    put_on_record(archive, report(NEW).prepared())
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    assert not tasks.add_documents(archive, [tmp_path / "paper.txt"], workers=1).failed
    return archive


def paper(archive: Archive) -> str:
    return next(row.sha256 for row in tasks.list_documents(archive) if row.kind is not Kind.WORKING_GROUP_REPORT)


def test_what_became_of_the_proposals_of_a_paper(filled: Archive) -> None:
    found = tasks.uptake_of(filled, paper(filled))
    assert (found.report, found.cycle) == (REPORT, 4)
    penalty, insult, trees = found.rows
    assert penalty.decision is LinkKind.SAME_ASK
    assert {link.other.number for link in penalty.links} == {"75.1", "75.3"}
    assert penalty.links[0].reasons
    assert insult.links[0].other.number == "75.4"
    assert (trees.decision, trees.links) == (LinkKind.NONE, ())
    assert {one.state for one in found.states} == {"FRA", "BRA", "KAZ", "JPN"}
    assert penalty.chance is not None
    assert penalty.chance.before == (f"{OLDER}#60.1",)
    with pytest.raises(NotFound):
        tasks.uptake_of(filled, "0" * 64)


def test_how_many_other_states_were_asked_the_same_in_the_same_session(filled: Archive) -> None:
    before = tasks.uptake_of(filled, paper(filled)).rows[0].chance
    assert before is not None
    assert before.of_states == 0
    for code, symbol, text in (
        ("XLS", "A/HRC/90/8", "Abolish the death penalty"),
        ("FRA", "A/HRC/90/9", "Build schools"),
    ):
        own = Identity(
            kind=Kind.WORKING_GROUP_REPORT,
            symbol=symbol,
            state=code,
            mechanism=Mechanism.UPR,
            cycle=4,
            session=49,
            date="2031-01-21",
        )
        put_on_record(filled, report({"20.1": (text, ("DEU",))}, identity=own).prepared())
    after = tasks.uptake_of(filled, paper(filled)).rows[0].chance
    assert after is not None
    assert (after.states, after.of_states, after.share) == (("XLS",), 2, 0.5)


def test_a_recommendation_with_earlier_and_later_ones(filled: Archive) -> None:
    found = tasks.links_of(filled, REPORT, "75.1")
    assert [link.other.number for link in found.earlier] == ["60.1"]
    assert found.later == ()
    assert {text.number for text in found.together} == {"60.1", "75.3"}
    older = tasks.links_of(filled, OLDER, "60.1")
    assert {link.other.number for link in older.later} == {"75.1", "75.3"}
    assert tasks.links_of(filled, OLDER, "60.3").later == ()
    listed = tasks.list_links(filled, "XAV", relation="repeat")
    assert listed.total == len(listed.rows) >= 3


def test_clusters_are_split_and_joined_by_a_person(filled: Archive) -> None:
    penalty = next(row for row in tasks.list_clusters(filled, "XAV") if len(row.members) == 3)
    keys = {text.number: text.key for text in penalty.members}
    split = [target_of(keys["60.1"], keys["75.1"]), target_of(keys["60.1"], keys["75.3"])]
    decided = [tasks.judge(filled, target, VERDICT, "wrong", reason="Other.", who="Ada") for target in split]
    assert not [row for row in tasks.list_clusters(filled, "XAV") if keys["60.1"] in {m.key for m in row.members}]
    for one in decided:
        tasks.withdraw(filled, one.id, who="Ben")
    assert penalty in tasks.list_clusters(filled, "XAV").rows
    tasks.judge(filled, target_of(f"{OLDER}#60.3", keys["75.1"]), VERDICT, "right", reason="Lace.", who="Ada")
    assert max(len(row.members) for row in tasks.list_clusters(filled, "XAV")) == 4


def test_what_a_person_refuses_counts_no_longer(filled: Archive) -> None:
    before = tasks.uptake_of(filled, paper(filled))
    link = before.rows[1].links[0]
    judged = tasks.judge(filled, link.target, VERDICT, "wrong", reason="Not ours.", who="Ada")
    assert judged.seen == f"{link.kind}, {link.score:.2f}"
    after = tasks.uptake_of(filled, paper(filled))
    assert after.rows[1].decision is LinkKind.NONE
    assert after.rows[1].links[0].verdict == "wrong"
    assert "JPN" not in {one.state for one in after.states}
    tasks.judge(filled, link.target, VERDICT, "right", reason="It is.", who="Ada", based_on=judged.id)
    assert tasks.uptake_of(filled, paper(filled)).rows[1].links[0].verdict == "right"


def test_links_take_verdicts_on_texts_that_are_there(filled: Archive) -> None:
    with pytest.raises(NotFound):
        tasks.judge(filled, target_of(f"{REPORT}#75.1", f"{REPORT}#99.9"), VERDICT, "right", reason="", who="Ada")
    with pytest.raises(tasks.NotAllowed):
        tasks.judge(filled, target_of(f"{REPORT}#75.1", f"{REPORT}#75.2"), "text", "x", reason="", who="Ada")


def test_decisions_outlive_a_new_reading_and_the_way_to_another_archive(filled: Archive, tmp_path: Path) -> None:
    target = target_of(f"{REPORT}#75.1", f"{REPORT}#75.2")
    kept = tasks.judge(filled, target, VERDICT, "right", reason="One thing.", who="Ada")
    put_on_record(filled, report({**NEW, "75.5": ("Build schools", ("FRA",))}).prepared())
    assert tasks.judgements_of(filled, target) == (kept,)
    tasks.export_judgements(filled, tmp_path / "decisions.jsonl")
    with tasks.open_archive(tmp_path / "other.onrecord", passphrase="", create=True) as other:
        assert tasks.import_judgements(other, tmp_path / "decisions.jsonl").waiting == (target,)
        put_on_record(other, report(NEW).prepared())
        assert tasks.import_judgements(other, tmp_path / "decisions.jsonl").waiting == ()
        assert tasks.judgements_of(other, target) == (kept,)
        joined = next(row for row in tasks.list_clusters(other, "XAV") if len(row.members) > 2)
        assert {"75.1", "75.2", "75.3"} == {text.number for text in joined.members}


def test_links_are_worked_out_once_and_again_when_something_has_changed(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[str] = []
    whole = links.save

    def save(archive: Archive, state: str, *rest: object, **named: object) -> None:
        worked.append(state)
        whole(archive, state, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(links, "save", save)
    refresh_links(filled, "XAV")
    refresh_links(filled, "XAV")
    assert worked == ["XAV"]
    tasks.judge(filled, f"{REPORT}#75.4", "text", "Open a museum of lace", reason="Misread.", who="Ada")
    assert tasks.links_of(filled, OLDER, "60.3").later[0].other.number == "75.4"
    assert worked == ["XAV", "XAV"]
    tables.LinkedState.objects.using(filled.alias).update(stamp="older")
    refresh_links(filled, "XAV")
    assert len(worked) == 3


def test_champions(filled: Archive) -> None:
    found = tasks.champions_of(filled, "death penalty", "XAV")
    assert found.items == 3
    first = found.champions[0]
    assert (first.state, len(first.here), first.specific_here) == ("FRA", 2, 2)
    assert first.here[0].id == f"{REPORT}#75.1"
    assert tasks.champions_of(filled, "museum", "XAV").champions[0].state == "BRA"
    assert tasks.champions_of(filled, "no such words", "XAV").champions == ()
    with pytest.raises(NotFound):
        tasks.champions_of(filled, "  ", "XAV")
    assert "death penalty" in tasks.subjects()


def test_targets_name_two_texts_in_either_order() -> None:
    one, other = "A/HRC/1/2#3.4", "A/HRC/1/2#3.5"
    assert target_of(one, other) == target_of(other, one)
    assert texts_of(target_of(one, other)) == (one, other)
    assert texts_of(target_of("proposal-1", one)) == ("proposal-1", one)
    assert texts_of("doubt:1") is None


def test_what_bears_on_a_recommendation_and_what_a_person_takes_as_evidence(filled: Archive, tmp_path: Path) -> None:
    said = PAPER.replace("Selm Watch", "Harbour Watch", 1).replace(
        "- The State should plant", "- In Arvenia three men were sentenced to death in 2029.\n- The State should plant"
    )
    told = "In March 2029 the courts of Arvenia carried out the death penalty on three men, the first in ten years."
    (tmp_path / "more.txt").write_text(f"{said}\n\n{told}", encoding="utf-8")
    assert not tasks.add_documents(filled, [tmp_path / "more.txt"], workers=1).failed
    found = tasks.bearing_on(filled, REPORT, "75.3")
    claim = next(one for one in found if one.key)
    assert "death" in claim.text
    assert any(reason.what == "subject" for reason in claim.reasons)
    target = target_of(claim.key, f"{REPORT}#75.3")
    kept = tasks.judge(filled, target, VERDICT, "right", reason="A case.", who="Ada")
    assert tasks.bearing_on(filled, REPORT, "75.3")[0].verdict == "right"
    tasks.judge(filled, target, VERDICT, "wrong", reason="Not here.", who="Ada", based_on=kept.id)
    assert claim.key not in {one.key for one in tasks.bearing_on(filled, REPORT, "75.3")}
