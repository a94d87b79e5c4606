"""A test is the beginning of a paper and what the paper is. The States are invented; figures for real papers below."""

import csv
from pathlib import Path

import pytest

from onrecord.errors import DocumentError
from onrecord.extraction.identity import identify
from onrecord.model import Document, Identity, Kind, Mechanism, Metadata, Page
from onrecord.reading import read
from onrecord.reading.compose import Composer

SHARED = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not SHARED.exists(), reason="../shared/data is not here")


def paper(*pages: str) -> Document:
    """A document with these pages; each line is a paragraph."""
    composer = Composer("\f".join(pages))
    made = []
    at = 0
    for number, page in enumerate(pages, start=1):
        start = at
        for line in page.split("\n"):
            composer.paragraph([(at, at + len(line))], page=number)
            at += len(line) + 1
        made.append(Page(number, start, at - 1, 595.0, 842.0))
    return composer.finish(
        sha256="0" * 64, metadata=Metadata("pdf", "misleading-A-HRC-1-1.pdf"), language="en", pages=made
    )


REPORT = (
    "United Nations A/HRC/52/97*\nGeneral Assembly Distr.: General\n6 January 2023\nOriginal: English\n"
    "Human Rights Council\nFifty-second session\nUniversal periodic review\n"
    "Report of the Working Group on the Universal Periodic Review\nArvenia\n"
    "* Reissued for technical reasons on 9 February 2023",
    "A/HRC/52/97\nIntroduction\nThe Working Group on the Universal Periodic Review held its forty-first session from 7 "
    "to 18 November 2022. The review of Arvenia was held at the 5th meeting, on 9 November 2022. At its 9th meeting, "
    "held on 11 November 2022, the Working Group adopted the report on Arvenia.\n"
    "Its papers: A/HRC/WG.6/41/XAV/1, A/HRC/WG.6/41/XAV/2 and A/HRC/\nWG.6/41/XAV/3. See resolution A/HRC/RES/5/1.",
)


def test_a_working_group_report() -> None:
    identity = identify(paper(*REPORT))
    assert identity.kind is Kind.WORKING_GROUP_REPORT
    assert (identity.symbol, identity.state, identity.mechanism) == ("A/HRC/52/97", "XAV", Mechanism.UPR)
    assert (identity.cycle, identity.session, identity.council_session) == (4, 41, 52)
    assert identity.date == "2023-01-06"
    assert dict(identity.dates) == {
        "session": "2022-11-07/2022-11-18",
        "review": "2022-11-09",
        "adoption of the report": "2022-11-11",
        "reissue": "2023-02-09",
    }
    assert identity.related == ("A/HRC/WG.6/41/XAV/1", "A/HRC/WG.6/41/XAV/2", "A/HRC/WG.6/41/XAV/3")
    assert identity.title == "Report of the Working Group on the Universal Periodic Review"


def test_every_decided_field_has_its_reason() -> None:
    reasons = dict(identify(paper(*REPORT)).reasons)
    assert set(reasons) == {"symbol", "kind", "state", "session", "council_session", "cycle", "date"}
    assert all(reason.endswith(".") for reason in reasons.values())


def test_a_symbol_that_is_only_named_is_not_its_own() -> None:
    front = (
        "UNITED NATIONS A\nGeneral Assembly Distr.\nGENERAL\nA/HRC/8/97\n28 May 2008\nUNIVERSAL PERIODIC REVIEW\n"
        "Lower Selm *\n"
        "* Previously issued under the document symbol A/HRC/WG.6/2/L.3.",
        "A/HRC/8/97\nPage 2\nThe Working Group on the Universal Periodic Review (UPR), established in accordance with "
        "resolution 5/1, held its second session from 5 to 19 May 2008. The review of Lower Selm was held at the 9th "
        "meeting on 9 May 2008.",
    )
    identity = identify(paper(*front))
    assert identity.symbol == "A/HRC/8/97"
    assert identity.kind is Kind.WORKING_GROUP_REPORT  # the title page left the title out; the introduction says it
    assert (identity.state, identity.session, identity.cycle, identity.council_session) == ("XLS", 2, 1, 8)
    assert identity.related == ("A/HRC/WG.6/2/L.3",)


def masthead(symbol: str, *lines: str) -> str:
    return "\n".join([f"United Nations {symbol}", "General Assembly Distr.: General", "3 March 2023", *lines])


ADDENDUM = masthead(
    "A/HRC/52/97/Add.1", "Report of the Working Group on the Universal Periodic Review", "Arvenia", "Addendum"
)
COUNCIL = masthead("A/HRC/52/2", "Report of the Human Rights Council on its fifty-second", "session", "Arvenia")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (ADDENDUM, Identity(Kind.ADDENDUM, "A/HRC/52/97/Add.1", "XAV", Mechanism.UPR, 4, 41, 52)),
        (COUNCIL, Identity(Kind.COUNCIL_REPORT, "A/HRC/52/2", "", Mechanism.NONE, None, None, 52)),
        (
            masthead(
                "A/HRC/DEC/52/102",
                "Decision adopted by the Council",
                "Outcome of the universal periodic review: Arvenia",
            ),
            Identity(Kind.DECISION, "A/HRC/DEC/52/102", "XAV", Mechanism.UPR, 4, 41, 52),
        ),
        (
            masthead("A/HRC/WG.6/41/XAV/1", "National report submitted in accordance with the rules", "Arvenia"),
            Identity(Kind.NATIONAL_REPORT, "A/HRC/WG.6/41/XAV/1", "XAV", Mechanism.UPR, 4, 41),
        ),
        (
            masthead("A/HRC/WG.6/41/XAV/2/Corr.1", "Compilation on Arvenia", "Corrigendum"),
            Identity(Kind.COMPILATION, "A/HRC/WG.6/41/XAV/2/Corr.1", "XAV", Mechanism.UPR, 4, 41),
        ),
        (
            masthead("A/HRC/WG.6/41/XAV/3", "Summary of stakeholders’ submissions on Arvenia"),
            Identity(Kind.STAKEHOLDERS_SUMMARY, "A/HRC/WG.6/41/XAV/3", "XAV", Mechanism.UPR, 4, 41),
        ),
        (
            "ADVANCE QUESTIONS TO ARVENIA – ADD.1\nDENMARK\nWhy?",
            Identity(Kind.ADVANCE_QUESTIONS, "", "XAV", Mechanism.UPR),
        ),
        (
            "UPR of Arvenia (4th Cycle – 41st session) Thematic list of recommendations",
            Identity(Kind.THEMATIC_LIST, "", "XAV", Mechanism.UPR, 4, 41),
        ),
        (
            masthead("CCPR/C/XAV/CO/2", "Concluding observations on the second periodic report of Arvenia"),
            Identity(Kind.CONCLUDING_OBSERVATIONS, "CCPR/C/XAV/CO/2", "XAV", Mechanism.TREATY_BODY),
        ),
        (
            masthead("CCPR/C/127/D/9999/2016", "Views adopted by the Committee under the Optional Protocol"),
            Identity(Kind.VIEWS, "CCPR/C/127/D/9999/2016", "", Mechanism.TREATY_BODY, None, 127),
        ),
        (
            "The author of the communication is A. B., a national of Upper Selm. He complains of Arvenia. Arvenia did "
            "not answer. Arvenia held him. Arvenia let him go.",
            Identity(Kind.VIEWS, "", "XAV", Mechanism.TREATY_BODY),
        ),
        (
            "Open letter\nExcellency,\nthe report and the\nsummary of stakeholders’ submissions\nare before you.",
            Identity(),
        ),
        (
            masthead("A/HRC/52/40", "Report of the Special Rapporteur on the right to food"),
            Identity(Kind.OTHER, "A/HRC/52/40", council_session=52),
        ),
        ("", Identity()),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Identity) else None,
)
def test_kind_and_review(front: str, expected: Identity) -> None:
    identity = identify(paper(front))
    for name in ("kind", "symbol", "state", "mechanism", "cycle", "session", "council_session"):
        assert getattr(identity, name) == getattr(expected, name), (name, identity)


def test_two_states_named_alike_often_leave_views_without_a_state() -> None:
    text = "The author of the communication is A. B. Arvenia and Lower Selm disagree. Arvenia and Lower Selm wait."
    assert identify(paper(text)).state == ""


def test_the_session_is_left_open_where_the_calendar_knows_two() -> None:
    text = ADDENDUM.replace("A/HRC/52/97", "A/HRC/8/97")  # session 8 of the Council adopted sessions 1 and 2
    identity = identify(paper(text))
    assert (identity.council_session, identity.session, identity.cycle) == (8, None, None)


@pytest.mark.data
@needs_data
def test_all_real_reports_are_identified() -> None:
    with (SHARED / "upr" / "reports.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    wrong = []
    for row in rows:
        document = read(SHARED / "upr" / "reports" / row["file"])
        identity = identify(document)
        said = (
            identity.kind.value,
            identity.symbol,
            identity.state,
            identity.session,
            identity.cycle,
            bool(identity.date),
        )
        true = ("Working Group report", row["symbol"], row["sur_iso3"], int(row["session"]), int(row["cycle"]), True)
        happened = {what for what, _ in identity.dates}
        if said != true or not {"session", "review", "adoption of the report"} <= happened:
            wrong.append((row["file"], said, happened))
    assert len(rows) == 60
    assert wrong == []


KINDS_IN_MANIFEST = {
    "addendum (position of the State)": Kind.ADDENDUM,
    "decision of the Council (outcome)": Kind.DECISION,
    "UN compilation": Kind.COMPILATION,
    "UN compilation, corrigendum": Kind.COMPILATION,
    "OHCHR thematic list of recommendations": Kind.THEMATIC_LIST,
    "report of the Council on its 14th session": Kind.COUNCIL_REPORT,
    "report of the Council on its 28th session": Kind.COUNCIL_REPORT,
    "letter of the High Commissioner (scanned, no text layer)": Kind.OTHER,
    "OHCHR infographic": Kind.OTHER,
}


def manifest() -> list[dict[str, str]]:
    path = SHARED / "slovenia" / "manifest.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


SCAN = pytest.mark.slow  # its words are recognised from pictures


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row["file"], marks=SCAN if "scanned" in row["document_type"] else ()) for row in manifest()],
)
def test_a_real_paper_of_one_state_is_identified(row: dict[str, str]) -> None:
    try:
        identity = identify(read(SHARED / "slovenia" / row["file"]))
    except DocumentError as error:  # a scan, or an old format, where the program for it is not installed
        pytest.skip(str(error))
    kind = KINDS_IN_MANIFEST.get(row["document_type"]) or Kind(row["document_type"])
    assert (identity.kind, identity.symbol) == (kind, row["symbol"])
    assert identity.cycle in (int(row["cycle"]), None)
    if row["symbol"]:
        assert identity.date == row["date"]
    if kind is Kind.COUNCIL_REPORT:
        assert identity.state == ""
    elif kind is not Kind.OTHER:
        assert identity.state == "SVN"


@pytest.mark.data
@needs_data
def test_views_without_a_symbol_are_known_by_their_wording() -> None:
    papers = sorted((SHARED / "treaty-bodies").glob("*.txt"))
    assert len(papers) == 2
    for path in papers:
        identity = identify(read(path))
        assert (identity.kind, identity.state, identity.mechanism) == (Kind.VIEWS, "KAZ", Mechanism.TREATY_BODY)
