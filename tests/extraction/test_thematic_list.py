"""Thematic lists of two forms: one cell for everything, or a column each."""

from extraction.written import found_again, written
from onrecord.extraction.thematic_list import list_rows, read_listed_recommendations, read_thematic_list
from onrecord.model import Identity, Kind, Position, Speaker, Stage

IDENTITY = Identity(kind=Kind.THEMATIC_LIST, state="XAV", cycle=4)
CROWDED = (
    "UPR of Arvenia (4th Cycle - 41st Session) Thematic list of recommendations",
    "| Recommendation | Position | Full list of themes | Assessment",
    "| Theme: Detention",
    "| 48.1 Publish the report (France, Iran (Islamic Republic of)); / Source of position: A/HRC/52/97 - Para. 48 "
    "| Supported | - Detention / SDGs: / - 16 / Affected persons: / - Detainees |",
    "| Theme: Children",
    "| 51.4 Raise the age (Chile); lower the fee (Peru); / Source of position: A/HRC/52/97/Add.1 - Para. 6 "
    "| Noted | - Children |",
    "| 48.1 Publish the report (France, Iran (Islamic Republic of)); / Source of position: A/HRC/52/97 - Para. 48 "
    "| Supported | - Detention |",
)


def test_rows() -> None:
    document = written(*CROWDED)
    first, second, _ = list_rows(document)
    assert (first.number, first.states, first.list_theme) == ("48.1", ("FRA", "IRN"), "Detention")
    assert (first.themes, first.sdgs, first.groups) == (["Detention"], ["16"], ["Detainees"])
    assert second.states == ("CHL", "PER")
    assert second.source is not None and document.text[slice(*second.source)] == "A/HRC/52/97/Add.1 - Para. 6"


def test_positions_once_each_with_the_report_that_the_sources_name() -> None:
    document = written(*CROWDED)
    findings = read_thematic_list(document, IDENTITY)
    found_again(document, findings)
    assert [(s.target, s.number, s.value, s.stage) for s in findings.positions] == [
        ("A/HRC/52/97", "48.1", Position.SUPPORTED, Stage.LIST),
        ("A/HRC/52/97", "51.4", Position.NOTED, Stage.LIST),
    ]
    (tally,) = findings.tallies
    assert (tally.speaker, tally.received, tally.supported, tally.noted) == (Speaker.OHCHR, 2, 1, 1)


def test_recommendations_of_a_list() -> None:
    document = written(*CROWDED)
    findings = read_listed_recommendations(document, IDENTITY)
    found_again(document, findings)
    first, second = findings.recommendations
    assert (first.text, first.states, first.position) == ("Publish the report", ("FRA", "IRN"), Position.SUPPORTED)
    assert second.item == "Raise the age (Chile); lower the fee (Peru);"


def test_a_column_each() -> None:
    document = written(
        "| Paragraph | Recommendation | Recommending State | Position | Source of position",
        "| 48.1 | Publish the report | France, Chile | Accepted | A/HRC/52/97",
        "| 48.2 | Join the Court | Peru | Pending | A/HRC/52/97",
        "| 48.3 | Close the camps | Peru | Unheard of | A/HRC/52/97",
    )
    findings = read_thematic_list(document, IDENTITY)
    assert [r.states for r in list_rows(document)] == [("FRA", "CHL"), ("PER",), ("PER",)]
    assert [s.value.value for s in findings.positions] == ["supported", "pending"]
    assert "48.3" in findings.doubts[0].what


def test_a_document_without_such_a_table_gives_nothing() -> None:
    document = written("1. Arvenia accepts recommendation 48.1.", "| a | b")
    assert list_rows(document) == ()
    assert read_thematic_list(document, IDENTITY).tallies == ()
