from pathlib import Path

from .conftest import PAPERS, Call


def test_words_for_people_and_programs(call: Call, archive: Path) -> None:
    said = call("search", archive, "questioning AND police")
    assert said.code == 0
    assert "52.3" in said.out
    (first, *_) = call("search", "--json", archive, "questioning AND police").lines
    assert (first["id"], first["near"]) == ("A/HRC/52/97#52.3", None)


def test_a_torn_query_is_told(call: Call, archive: Path) -> None:
    said = call("search", archive, '"torn')
    assert said.code == 3
    assert "quotation mark" in said.err


def test_by_meaning_after_labelling(call: Call, archive: Path) -> None:
    labelled = call("label", "--json", archive)
    assert labelled.code == 0
    (report,) = labelled.lines
    assert (report["documents"], report["recommendations"]) == (1, 41)
    assert len(report["fingerprint"]) == 64
    hits = call("search", "--json", "--meaning", archive, "safe houses for battered wives").lines
    # The words of the question stand nowhere in it.
    assert "shelters that take in women who have left a violent home" in hits[0]["sentence"]
    assert hits[0]["near"] > 0.3
    assert call("label", archive).out.startswith("0 recommendations in 0 papers labelled, 1 paper labelled already.")


def test_lists_and_exports_by_label(call: Call, archive: Path) -> None:
    call("label", archive)
    rows = call("recommendations", "--json", archive, "--issue", "Right to water").lines
    assert {row["number"] for row in rows} >= {"48.9"}
    said = call("export", archive, "-", "--format", "csv", "--issue", "Right to water")
    assert "Right to water" in said.out
    assert call("recommendations", archive, "--issue", "No such issue").code == 2


def test_subjects(call: Call, archive: Path) -> None:
    said = call("subjects", archive)
    assert said.code == 0
    assert "human-rights-defenders-wide" in said.out
    call("label", archive)
    members = call("subjects", "--json", archive, "violence-against-women-wide").lines
    assert all(one["labels"] or one["words"] or one["near"] for one in members)
    assert call("subjects", archive, "nothing").code == 3


def test_adding_can_label_at_once(call: Call, tmp_path: Path) -> None:
    archive = tmp_path / "new.onrecord"
    call("new", archive, "--no-passphrase")
    assert call("add", "--label", archive, PAPERS / "A-HRC-52-97.pdf").code == 0
    assert call("label", archive).out.startswith("0 recommendations")
    assert call("recommendations", "--json", archive, "--issue", "Right to water").lines
