"""Papers on the command line: drafted, written, checked, exported."""

import io
from pathlib import Path

import docx
import pytest

from onrecord.cli import onrecord_command, run
from onrecord.cli.draft import LANGUAGES, OUTLINES
from onrecord.vocabulary import outlines, paper_words

from .conftest import PAPERS, Call

NGOS = PAPERS.parents[1] / "arvenia-ngos" / "papers"


@pytest.fixture
def drafted(call: Call, archive: Path) -> Path:
    assert run(onrecord_command, ["add", str(archive), str(NGOS)]) == 0
    said = call("draft", archive, "--state", "Arvenia", "--cycle", "4", "--subject", "lawyer", "--who", "Ana")
    assert said.code == 0, said.err
    return archive


def test_the_choices_are_those_of_the_tables() -> None:
    assert outlines.names() == OUTLINES
    assert paper_words.LANGUAGES == LANGUAGES


def test_draft_list_check_export(call: Call, drafted: Path, tmp_path: Path) -> None:
    (listed,) = call("papers-written", drafted, "--json").lines
    assert (listed["state"], listed["outline"], listed["current"]["who"]) == ("XAV", "briefing", "Ana")
    kinds = {remark["kind"] for remark in call("check-paper", drafted, "last", "--json").lines}
    assert kinds == {"gap", "name"}
    said = call("export-paper", drafted, "last", tmp_path / "p.docx", "--json")
    assert said.lines[0]["withheld"] > 0
    text = "\n".join(p.text for p in docx.Document(io.BytesIO((tmp_path / "p.docx").read_bytes())).paragraphs)
    assert "name withheld" in text
    assert "Tuvarova" not in text
    assert call("export-paper", drafted, listed["id"], tmp_path / "p.pdf").code == 0
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")


def test_two_authors_on_the_command_line(call: Call, drafted: Path, tmp_path: Path) -> None:
    text = call("write-paper", drafted, "--paper", "last", "--print").out
    (tmp_path / "a.md").write_text(text + "\nMore of Ana.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(text + "\nMore of Ben.\n", encoding="utf-8")
    options = ("--paper", "last", "--based-on", "2")
    assert call("write-paper", drafted, tmp_path / "a.md", *options, "--who", "Ana").out == "Version 3 holds.\n"
    said = call("write-paper", drafted, tmp_path / "b.md", *options, "--who", "Ben")
    assert said.code == 1
    assert "Ana saved version 3 meanwhile" in said.err
    assert "kept as version 4" in said.err
    assert "- More of Ana.\n+ More of Ben.\n" in call("papers-written", drafted, "--compare", "last", "3", "4").out
    assert call("papers-written", drafted, "--restore", "last", "4", "--who", "Ben").out.startswith("Version 5 holds")
    rows = call("papers-written", drafted, "--versions", "last", "--json").lines
    assert [row["aside"] for row in rows] == [False, False, False, True, False]


def test_drafting_again_offers_what_is_new(call: Call, drafted: Path) -> None:
    said = call("draft", drafted, "--again", "last", "--who", "Ana")
    assert (said.code, said.out.splitlines()[-1]) == (0, "0 blocks brought up to date; 0 that were edited stay.")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("draft", "--state", "Nowhere", "--who", "A"), "No State is called"),
        (("export-paper", "last", "paper.odt"), "End the name in one of"),
        (("check-paper", "nothing"), "no written paper"),
    ],
)
def test_what_is_wrong_is_told(call: Call, archive: Path, line: tuple[str, ...], words: str) -> None:
    said = call(line[0], archive, *line[1:])
    assert said.code in (2, 3)
    assert words in " ".join(said.err.split())


def test_help_with_the_wording_of_one_recommendation(call: Call, archive: Path) -> None:
    asked = b"Ensure that every questioning by the police is recorded on video\n"
    said = call("wording", archive, "-", "--state", "Arvenia", stdin=asked)
    assert said.code == 0
    assert "category 4. It begins with “ensure”." in said.out
    assert "Vague: “Ensure” says no act." in said.out
    assert "Made before: A/HRC/52/97 52.3 to Arvenia (Austria, Mexico), supported." in said.out
    (line,) = call("wording", archive, "Heed the lawyers", "--json").lines
    assert line["wording"]["action"] is None
    assert line["suggested"]["scheme"] == "action"
    assert line["made_before"] == []
    assert "Nothing on record asks the same" in call("wording", archive, "Heed the lawyers").out


def test_publish_the_chosen_voice_in_the_chosen_languages(call: Call, archive: Path, tmp_path: Path) -> None:
    for voice, reason in {
        "NGO: Selm Watch": "Two of five stations.",
        "NGO: Quiet Quay": "Nobody may read this.",
    }.items():
        given = (
            "--level",
            "partially",
            "--by",
            voice,
            "--who",
            "Ilva",
            "--date",
            "2025-03",
            "--evidence",
            f"{voice} 2025",
        )
        assert call("assess", archive, "A/HRC/52/97#52.3", *given, "--reason", reason).code == 0
    options = (
        "--review",
        "Arvenia/4",
        "--title",
        "Arvenia",
        "--voice",
        "selm watch",
        "--language",
        "es",
        "--language",
        "ru",
    )
    said = call("publish", archive, tmp_path / "site", *options, "--json")
    assert said.code == 0, said.err
    spanish, russian = (
        (tmp_path / "site" / f"{language}item-A-HRC-52-97-52.3.html").read_text(encoding="utf-8")
        for language in ("", "ru-")
    )
    assert "parcialmente aplicada, según Selm Watch" in spanish
    assert "выполнена частично, говорит Selm Watch" in russian
    assert "Two of five stations" in spanish
    assert "Quiet Quay" not in spanish + russian
    every = call(
        "publish", archive, tmp_path / "all", "--review", "Arvenia/4", "--title", "Arvenia", "--language", "all"
    )
    assert every.code == 0
    assert (tmp_path / "all" / "ar-index.html").is_file()
    nobody = call(
        "publish", archive, tmp_path / "no", "--review", "Arvenia/4", "--title", "A", "--voice", "Nobody Known"
    )
    assert nobody.code == 3
    assert "Nobody of the name" in nobody.err
    assert not (tmp_path / "no").exists()
