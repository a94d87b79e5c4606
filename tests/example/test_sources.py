"""The sources of the example agree with each other, with the answers set down by hand and with the built papers."""

import re
from collections import Counter
from pathlib import Path

import docx
import pypdfium2

from example.bundled import EXAMPLES, REPORT, build_script, document, expected, source
from onrecord.model import ParagraphKind

ANSWERS = expected("arvenia")
RECOMMENDATIONS = ANSWERS["recommendations"]
# Names under which the sources mention each recommending State.
NAMES = {
    "AUT": "Austria", "BEL": "Belgium", "BOL": "Bolivia (Plurinational State of)", "CAN": "Canada",
    "CHE": "Switzerland", "CHL": "Chile",
    "CHN": "China", "CIV": "Côte d’Ivoire", "CRI": "Costa Rica", "CZE": "Czechia", "DEU": "Germany",
    "DZA": "Algeria", "EGY": "Egypt", "EST": "Estonia", "FRA": "France", "IND": "India", "IRL": "Ireland",
    "GBR": "United Kingdom of Great Britain and Northern Ireland", "KOR": "Republic of Korea", "MEX": "Mexico",
    "IRN": "Iran (Islamic Republic of)|Islamic Republic of Iran", "NLD": "Netherlands",
    "PHL": "Philippines|Phillipines",
    "TUR": "Türkiye", "URY": "Uruguay", "XLS": "Lower Selm", "XUS": "Upper Selm",
}  # fmt: skip


def text_of(path: Path) -> str:
    """The words of a paper as its own library gives them, without Onrecord's readers."""
    if path.suffix == ".pdf":
        return "\f".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    if path.suffix == ".html":
        return path.read_text(encoding="utf-8")
    paper = docx.Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in paper.paragraphs] + cells)


def test_building_again_gives_the_papers_that_are_kept(tmp_path: Path) -> None:
    built = build_script().build(tmp_path)
    kept = sorted(EXAMPLES.glob("*/papers/*"))
    assert [path.relative_to(tmp_path) for path in built] == [path.relative_to(EXAMPLES) for path in kept]
    for new, old in zip(built, kept, strict=True):
        assert text_of(new) == text_of(old), f"{old.name} is older than its source: run examples/build.py"


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    build = build_script().build
    first, second = build(tmp_path / "a"), build(tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_every_recommendation_of_the_source_has_its_answer() -> None:
    items = build_script().items(EXAMPLES / "arvenia/sources/A-HRC-52-97.typ")
    assert list(items) == [r["number"] for r in RECOMMENDATIONS]
    for r in RECOMMENDATIONS:
        item = items[r["number"]]
        for state in r["states"]:
            assert re.search(NAMES[state].replace("(", r"\(").replace(")", r"\)"), item), (r["number"], state)
        assert item.endswith((";", "."))


def test_the_counts_are_those_of_the_answers() -> None:
    counts = ANSWERS["counts"]
    assert counts["items"] == len(RECOMMENDATIONS)
    assert counts["pairs"] == sum(len(r["states"]) for r in RECOMMENDATIONS)
    after = {
        "report": Counter(r["report"] for r in RECOMMENDATIONS),
        "addendum": Counter(r["addendum"] or r["report"] for r in RECOMMENDATIONS),
        "plenary": Counter(r["position"] for r in RECOMMENDATIONS),
    }
    for stage, found in after.items():
        assert {value: found[value] for value in ("supported", "noted", "pending")} == counts[stage]


def test_only_the_open_recommendations_are_answered_and_one_answer_changes() -> None:
    assert all((r["report"] == "pending") == (r["addendum"] is not None) for r in RECOMMENDATIONS)
    assert [r["number"] for r in RECOMMENDATIONS if r["plenary"]] == ["52.3"]
    assert all(r["position"] == (r["plenary"] or r["addendum"] or r["report"]) for r in RECOMMENDATIONS)


def test_exactly_one_count_differs_and_it_is_the_documented_one() -> None:
    last = ANSWERS["counts"]["plenary"]
    ours = [t for t in ANSWERS["tallies"] if t["state"] == "XAV"]
    differing = [t for t in ours if (t["supported"], t["noted"]) != (last["supported"], last["noted"])]
    told = ANSWERS["discrepancy"]
    assert [(t["document"], t["paragraph"]) for t in differing] == [(told["document"], told["paragraph"])]
    assert told["stated"]["supported"] - told["read"]["supported"] == len(told["recommendations"])
    assert set(told["recommendations"]) == set(ANSWERS["partly"] + ANSWERS["in_principle"])
    assert all(t["received"] == sum(t[k] or 0 for k in ("supported", "noted", "unclear")) for t in ANSWERS["tallies"])


def test_the_thematic_list_gives_each_recommendation_once_with_its_last_position() -> None:
    rows = [row for row in build_script().list_rows(EXAMPLES / "arvenia/sources/thematic-list.txt") if not row.theme]
    assert sorted(row.number for row in rows) == sorted(r["number"] for r in RECOMMENDATIONS)
    last = {r["number"]: r["position"] for r in RECOMMENDATIONS}
    assert {row.number: row.position.lower() for row in rows} == last


def test_each_speaker_says_in_the_room_how_many_recommendations_it_made() -> None:
    made = Counter(state for r in RECOMMENDATIONS for state in r["states"])
    for number, states in ANSWERS["dialogue"].items():
        words = re.search(rf"^#p\({number}\)\[(.*)\]$", source("A-HRC-52-97.typ"), re.MULTILINE)
        assert words
        if states != ["XAV"]:
            assert (words[1].endswith("made a recommendation.")) == (made[states[0]] == 1), number
    assert set(made) == {states[0] for states in ANSWERS["dialogue"].values()} - {"XAV"}


def test_paragraphs_of_every_paper_are_numbered_without_a_gap() -> None:
    for path in EXAMPLES.glob("*/sources/*.typ"):
        numbers = [int(n) for n in re.findall(r"^#p\((\d+)", path.read_text(encoding="utf-8"), re.MULTILINE)]
        assert numbers == list(range(1, len(numbers) + 1)), path.name


def test_the_report_holds_what_makes_reading_hard() -> None:
    pages = text_of(EXAMPLES / "arvenia/papers" / REPORT).split("\f")
    assert "(Austria1" in pages[4] and "\n1 The recommendation as read out" in pages[4]
    assert "non\ufffegovernmental" in pages[5]
    assert "51.8 Set up" in pages[5]
    assert "(United Kingdom of Great Britain and Northern Ireland);\r\n51.9" in pages[6]
    assert "51.5-\r\n8, 51.10" in text_of(EXAMPLES / "arvenia/papers/A-HRC-52-97-Add.1.pdf")


def test_the_reader_finds_every_recommendation_whole_under_its_number() -> None:
    items = build_script().items(EXAMPLES / "arvenia/sources/A-HRC-52-97.typ")
    read = {p.number: p for p in document("arvenia", REPORT).paragraphs if p.kind is ParagraphKind.BODY}
    for r in RECOMMENDATIONS:
        # White space apart: where the mark of a footnote was taken out, its gap stays.
        assert "".join(read[r["number"]].text.split()) == "".join(items[r["number"]].split())
        assert read[r["number"]].page == r["page"]


def test_the_reader_ties_the_footnote_to_the_item_that_carries_its_mark() -> None:
    paper = document("arvenia", REPORT)
    notes = {paper.paragraphs[n.paragraph].number: n.text for n in paper.notes if n.mark == "1" and n.paragraph}
    assert notes == ANSWERS["footnotes"]
