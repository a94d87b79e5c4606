"""The calendar and a user's corrections to it."""

import csv
from pathlib import Path

import pytest

from onrecord.errors import RunError
from onrecord.vocabulary import sessions

SHARED = Path(__file__).parents[3] / "shared" / "data" / "upr" / "reports.csv"


def test_a_session_its_cycle_and_the_council_session_that_adopts_it() -> None:
    session = sessions.upr_session(20)
    assert session is not None
    assert (session.cycle, session.first_day, session.last_day) == (2, "2014-10-27", "2014-11-07")
    assert session.council_session == 28
    council = sessions.council_session(28)
    assert council is not None
    assert (council.first_day, council.last_day) == ("2015-03-02", "2015-03-27")


@pytest.mark.parametrize(("number", "cycle"), [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (40, 3), (41, 4), (54, 4)])
def test_cycles(number: int, cycle: int) -> None:
    session = sessions.upr_session(number)
    assert session is not None
    assert session.cycle == cycle


def test_look_ups_back_and_forth() -> None:
    calendar = sessions.calendar()
    assert calendar.adopted_at(8) == (1, 2)
    assert calendar.adopted_at(20) == ()
    assert 20 in calendar.sessions_of("SVN")
    assert "SVN" in calendar.states_in(20)
    assert calendar.sessions_of("XAV") == ()
    on = calendar.upr_session_on("2014-11-04")
    assert on is not None
    assert on.number == 20
    assert calendar.upr_session_on("2014-12-24") is None
    assert calendar.upr_session_on("2014-11") is None  # a month is not a day
    assert sessions.upr_session(99) is None


def test_what_was_not_compared_with_a_document_says_so() -> None:
    calendar = sessions.calendar()
    assert all(not limit.verified_on for limit in calendar.limits)
    assert all(s.source for s in calendar.upr.values() if s.first_day)


def test_a_user_corrects_and_completes(tmp_path: Path) -> None:
    head = "number,cycle,first_day,last_day,council_session,source,verified_on,note\n"
    (tmp_path / "upr_sessions.csv").write_text(head + "54,4,2027-11-01,2027-11-12,65,my own note,2026-12-01,\n")
    calendar = sessions.load(tmp_path)
    assert calendar.upr[54].first_day == "2027-11-01"
    assert calendar.adopted_at(65) == (54,)
    assert calendar.upr[20] == sessions.upr_session(20)


@pytest.mark.parametrize("row", ["x,4,,,,,,", ",4,,,,,,", "54,4"])
def test_a_wrong_correction_is_a_clear_error(tmp_path: Path, row: str) -> None:
    head = "number,cycle,first_day,last_day,council_session,source,verified_on,note\n"
    (tmp_path / "upr_sessions.csv").write_text(head + row + "\n")
    with pytest.raises(RunError) as error:
        sessions.load(tmp_path)
    assert error.value.advice


@pytest.mark.data
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data is not here")
def test_council_sessions_agree_with_the_symbols_of_real_reports() -> None:
    with SHARED.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            session = sessions.upr_session(int(row["session"]))
            assert session is not None
            assert session.council_session == int(row["symbol"].split("/")[2])
            assert session.cycle == int(row["cycle"])
