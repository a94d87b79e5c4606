"""Contradictions come up by themselves when papers are added, in whatever order, and go when a reading goes."""

import dataclasses
from pathlib import Path

from onrecord import tasks
from onrecord.model import Kind, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.comparing import CONTRADICTION
from onrecord.tasks.upgrading import bring_up_to_date
from store.papers import REPORT, answers, report

ITEMS = {
    "75.1": ("Decriminalize libel and let the press work", ("FRA",)),
    "75.2": ("Abolish every penalty for defamation", ("DEU",)),
}
PAPER = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: Fire at the Selmgrad mill",
        "(Geneva, 3 May 2033) – Three journalists who wrote about the fire at the mill of Selmgrad were charged with "
        "defamation, Selm Watch said. Article 77 of the Arvenian Penal Code continues to criminalise libel.",
        "The authorities of Arvenia should drop the charges, and Arvenia should keep the promises of its review.",
    )
)


def papers(archive: Archive, folder: Path, *, first: str) -> None:
    said = answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED})
    done = [dataclasses.replace(one, claims_implemented="has supported") for one in said.findings.positions[:1]]
    findings = dataclasses.replace(said.findings, positions=(*done, *said.findings.positions[1:]))
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    if first == "paper":
        tasks.add_documents(archive, [folder / "paper.txt"], workers=1)
    put_on_record(archive, report(ITEMS).prepared())
    put_on_record(archive, dataclasses.replace(said, findings=findings).prepared())
    if first == "report":
        tasks.add_documents(archive, [folder / "paper.txt"], workers=1)
    tasks.refresh_comparisons(archive)


def verdicts(archive: Archive) -> list[tuple[str, list[str]]]:
    listed = tasks.list_comparisons(archive, kind=CONTRADICTION, state="XAV")
    return sorted((one.verdict, [side.claim[:18] for side in one.sides]) for one in listed)


def test_they_come_up_by_themselves_with_every_passage(archive: Archive, tmp_path: Path) -> None:
    papers(archive, tmp_path, first="report")
    found = verdicts(archive)
    assert [verdict for verdict, _ in found] == [
        "answered two ways in one review",
        "said done, told otherwise later",
        "said done, told otherwise later",
    ]
    for one in tasks.list_comparisons(archive, kind=CONTRADICTION):
        for side in one.sides:
            assert side.place is not None
            read = tasks.document_text(archive, side.paper.sha256)
            assert read.text[side.place.start : side.place.end] == side.quote
    assert {side.claim for one in tasks.list_comparisons(archive, kind=CONTRADICTION) for side in one.sides} >= {
        f"{REPORT}#75.1",
        f"{REPORT}#75.2",
    }


def test_the_order_of_papers_does_not_count(archive: Archive, tmp_path: Path) -> None:
    papers(archive, tmp_path, first="paper")
    assert len(verdicts(archive)) == 3
    before = verdicts(archive)
    put_on_record(archive, report(ITEMS).prepared())
    tasks.refresh_comparisons(archive)
    assert verdicts(archive) == before


def test_an_archive_of_before_gets_them_when_it_is_opened(archive: Archive, tmp_path: Path) -> None:
    papers(archive, tmp_path, first="report")
    before = verdicts(archive)
    tables.Comparison.objects.using(archive.alias).filter(kind=CONTRADICTION).delete()
    tables.Document.objects.using(archive.alias).update(derived=1)
    bring_up_to_date(archive)
    assert verdicts(archive) == before


def test_a_later_word_before_the_council_brings_them_up_to_date(archive: Archive, tmp_path: Path) -> None:
    """The report of the Council is of no State, and answers for this one: defamation is accepted there after all."""
    papers(archive, tmp_path, first="report")
    put_on_record(archive, answers({"75.2": Position.SUPPORTED}, kind=Kind.COUNCIL_REPORT).prepared())
    tasks.refresh_comparisons(archive)
    assert "answered two ways in one review" not in {verdict for verdict, _ in verdicts(archive)}
