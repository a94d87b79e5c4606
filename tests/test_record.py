"""The front door for Python users."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import extraction
from onrecord.errors import DocumentError, UnknownFormat
from onrecord.model import Document, Findings, Identity, Kind
from onrecord.record import Record

PAPERS = Path(__file__).parents[1] / "examples" / "arvenia" / "papers"
REPORT = PAPERS / "A-HRC-52-97.pdf"
EXPECTED = json.loads((PAPERS.parent / "expected.json").read_text(encoding="utf-8"))

FIRE = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: Fire at the Selmgrad mill",
        "(Geneva) – In April 2019, {} workers died in the fire at the textile mill of Selmgrad, Selm Watch said.",
        "The State labour inspectorate of Arvenia had closed its office there in 2017. No inspector has come since.",
        "The authorities of Arvenia should reopen the inquiry into the fire. Nobody has been charged.",
    )
)


def test_a_path_its_text_and_its_bytes_give_the_same_record() -> None:
    by_path, by_text, by_bytes = (onrecord.read(source) for source in (REPORT, str(REPORT), REPORT.read_bytes()))
    assert by_path.findings == by_text.findings == by_bytes.findings
    assert by_path.document.sha256 == by_bytes.document.sha256


def test_what_is_quoted_stands_at_its_place() -> None:
    report = onrecord.read(REPORT)
    assert len(report.recommendations) == len(EXPECTED["recommendations"])
    for item in report.recommendations:
        assert report.document.text[item.item_place.start : item.item_place.end] == item.item
        assert item.place.page is not None


def test_every_property_is_a_part_of_findings_or_document() -> None:
    record = onrecord.read(REPORT)
    for name in ("identity", "recommendations", "positions", "tallies", "dialogue", "questions", "answers", "doubts"):
        assert getattr(record, name) is getattr(record.findings, name)
    assert record.paragraphs is record.document.paragraphs
    assert record.notes is record.document.notes
    assert record.identity.kind is Kind.WORKING_GROUP_REPORT


def test_nothing_is_worked_out_before_it_is_asked_for_and_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Document] = []

    def extract(document: Document) -> Findings:
        asked.append(document)
        return Findings(Identity())

    monkeypatch.setattr(extraction, "extract", extract)
    record = onrecord.read(REPORT)
    assert (len(record.paragraphs) > 100, asked) == (True, [])
    assert record.recommendations == record.positions == ()
    assert asked == [record.document]


def test_a_record_of_bytes_may_be_named() -> None:
    assert repr(onrecord.read(REPORT.read_bytes(), name="mine.pdf")) == "<Record mine.pdf>"
    nameless = onrecord.read(REPORT.read_bytes())
    assert repr(nameless) == f"<Record {nameless.document.sha256[:12]}>"


def test_papers_of_one_review_are_joined_in_any_order() -> None:
    papers = [onrecord.read(PAPERS / f"{name}.pdf") for name in ("A-HRC-52-2", "A-HRC-52-97-Add.1", "A-HRC-52-97")]
    joined = onrecord.join(papers)
    assert [record.document for record in joined] == [record.document for record in papers]
    assert {i.number: i.position.value for i in joined[2].recommendations} == {
        item["number"]: item["position"] for item in EXPECTED["recommendations"]
    }
    assert onrecord.join(reversed(papers))[0].recommendations == joined[2].recommendations
    # The records that were given stay as they are.
    assert {i.number: i.position.value for i in papers[2].recommendations} == {
        item["number"]: item["report"] for item in EXPECTED["recommendations"]
    }


def test_papers_are_compared_as_the_matching_room_does_and_a_paper_given_twice_counts_once() -> None:
    first, second = (onrecord.read(FIRE.format(number).encode()) for number in (14, 9))
    (conflict,) = (one for one in onrecord.compare([first, second, first]) if one.kind == "conflict")
    assert conflict.verdict == "disagree"
    texts = {record.document.sha256: record.document.text for record in (first, second)}
    quoted = {texts[m.sha256][m.place.start : m.place.end].split()[3] for m in conflict.members if m.place}
    assert quoted == {"14", "9"}
    assert onrecord.compare([]) == ()


def test_errors_say_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat) as caught:
        onrecord.read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert caught.value.advice
    with pytest.raises(DocumentError):
        onrecord.read(tmp_path / "none.pdf")


def test_open_archive(tmp_path: Path) -> None:
    with onrecord.open_archive(tmp_path / "a.onrecord", passphrase="", create=True) as archive:
        assert archive.encrypted is False


def test_reading_loads_no_database_no_web_framework_and_no_network() -> None:
    program = f"""
import sys, onrecord
assert not [name for name in sys.modules if name.startswith("onrecord.")], "import onrecord loads its rooms"
record = onrecord.read({str(REPORT)!r})
assert len(record.recommendations) == 41
unwanted = {{"django", "sqlite3", "sqlcipher3", "psycopg", "onrecord.store", "onrecord.tasks", "onrecord.web",
            "requests", "urllib3", "httpx"}}
print(sorted(unwanted & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_record_takes_a_document() -> None:
    document = onrecord.read(REPORT).document
    assert Record(document).recommendations == onrecord.read(REPORT).recommendations
