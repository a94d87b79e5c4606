import pytest

from onrecord.cli import words
from onrecord.cli.output import cell, plain
from onrecord.model import Identity, Kind, Place, Position, PositionStatement, Stage
from onrecord.tasks import PaperRef

NOTED, SUPPORTED, PENDING = Position.NOTED, Position.SUPPORTED, Position.PENDING


def said(
    *values: Position, partly: bool = False, tentative: bool = False, stage: Stage = Stage.REPORT
) -> list[PositionStatement]:
    where = Place("ab", "A/HRC/52/97", 7, "52", 0, 1)
    return [
        PositionStatement(
            target="",
            number="1",
            value=value,
            stage=stage,
            words="",
            rule="",
            date="",
            place=where,
            partly=partly,
            tentative=tentative,
        )
        for value in values
    ]


@pytest.mark.parametrize(
    ("history", "told"),
    [
        ([], "no answer found"),
        (said(PENDING), "left open"),
        (said(PENDING, SUPPORTED), "supported"),
        (said(NOTED), "noted"),
        (said(NOTED, NOTED), "noted"),
        (said(NOTED, SUPPORTED), "noted, then supported"),
        (said(SUPPORTED, PENDING), "supported, then left open"),
        (said(SUPPORTED, NOTED, SUPPORTED), "supported, then noted, then supported"),
        (said(NOTED, partly=True), "noted (accepted in part)"),
        (said(SUPPORTED, tentative=True), "no answer found"),
        (said(NOTED) + said(SUPPORTED, tentative=True), "noted"),
        (said(SUPPORTED, stage=Stage.LIST) + said(NOTED, SUPPORTED), "noted, then supported"),
        (said(SUPPORTED, stage=Stage.LIST), "supported"),
    ],
)
def test_a_position_in_words(history: list[PositionStatement], told: str) -> None:
    assert words.position(history) == told


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2023-01-27", "27 January 2023"),
        ("2014-06", "June 2014"),
        ("2014", "2014"),
        ("", ""),
        ("2023-01-24/2023-01-27", "24 January 2023 to 27 January 2023"),
        ("2009/2012", "2009 to 2012"),
        ("2019-05/..", "since May 2019"),
        ("../2016", "until 2016"),
        ("2023-13-01", "2023-13-01"),
        ("2014-06~", "2014-06~"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(edtf: str, told: str) -> None:
    assert words.date(edtf) == told


def test_counts() -> None:
    assert [words.count(n, "item") for n in (0, 1, 2, 1204)] == ["0 items", "1 item", "2 items", "1,204 items"]
    assert words.counts([NOTED, SUPPORTED, SUPPORTED]) == "2 supported, 1 noted"


def test_states_known_and_unknown() -> None:
    assert words.states(["CHE", "QQQ"], ["Atlantis"]) == "Switzerland, QQQ, Atlantis (?)"


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (Place("ab", "A/HRC/52/97", 7, "52.3", 0, 1), "A/HRC/52/97, para. 52.3, p. 7"),
        (Place("ab", "", None, "4", 0, 1), "para. 4"),
        (Place("ab", "A/HRC/52/2", 4, "", 0, 1), "A/HRC/52/2, p. 4"),
    ],
)
def test_places(where: Place, told: str) -> None:
    assert words.place(where) == told


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        (Identity(), "Paper of another kind"),
        (
            Identity(Kind.COUNCIL_REPORT, "A/HRC/52/2", council_session=52),
            "Report of the Council A/HRC/52/2, session 52 of the Council",
        ),
        (Identity(Kind.ADDENDUM, state="XAV", cycle=4, date="2023"), "Addendum, Arvenia, cycle 4, 2023"),
    ],
)
def test_papers(identity: Identity, told: str) -> None:
    assert words.paper(identity) == told


def test_cells() -> None:
    assert [cell(value) for value in (None, 1234, "a\x1b[2Jb\tc", "")] == ["", "1,234", "a [2Jb c", ""]
    assert plain("a\u202eb\u2066c") == "a b c"


def test_how_many_of_how_many() -> None:
    assert words.of_total(2, 2, "claim") == "2 claims."
    assert words.of_total(1, 1204, "copy", "copies") == "1 of 1,204 copies."
    assert words.of_total(0, 0, "claim") == ""


def test_a_paper_is_told_by_what_is_known_of_it() -> None:
    known = PaperRef("0f", "", "in/briefing.pdf", "", "briefing paper", "XAV", ("Selm Watch", "Open Selm"), "2019-05")
    assert words.told_paper(known) == "briefing.pdf: briefing paper, Arvenia, May 2019, Selm Watch, Open Selm"
    assert words.told_paper(PaperRef("0f", "A/1", "a.pdf", "", "other", "", (), "")) == "A/1: paper of another kind"
