"""The tables are clean, and the check sees what is not."""

import shutil
from pathlib import Path

import pytest

from onrecord.errors import RunError
from onrecord.vocabulary.check import check, main
from onrecord.vocabulary.tables import DATA


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    return folder


def test_the_tables_of_onrecord_are_clean() -> None:
    assert check() == []
    assert main([]) == 0


@pytest.mark.parametrize(
    ("table", "old", "new", "complaint"),
    [
        ("states.csv", "Republic of Arvenia", "Republic of Kazakhstan", "cannot be told from"),
        ("states.csv", "XAV,XA,invented", "XAV,XA,imaginary", 'status "imaginary"'),
        ("states.csv", "XAV,XA,", "XAVA,XA,", "codes are three and two capital letters"),
        ("states.csv", "Арвения,", ",", "XAV: ru is empty"),
        ("states.csv", "XLS,XL", "XAV,XL", "XAV stands twice"),
        ("not_states.csv", "Northern Ireland,", "Ireland,", '"Ireland" is the name of a State'),
        ("bodies.csv", "Human Rights Committee", "Committee against Torture", "cannot be told from"),
        ("treaties.csv", "1989-11-20", "1989-11-31", "is no date"),
        ("upr_sessions.csv", "2014-10-27,2014-11-07", "2014-11-27,2014-11-07", "the last day is before the first"),
        ("upr_sessions.csv", "2014-11-07,28", "2014-11-07,280", "council_session 280 is not known"),
        ("reviews.csv", "20,SVN", "20,ZZZ", "state ZZZ is not known"),
        ("limits.csv", "2815", "", "words is empty"),
        (
            "scales.csv",
            "implementation,partially,2,0.5",
            "implementation,partially,2,half",
            'value "half" is no number',
        ),
        ("scales.csv", "implementation,partially,2", "implementation,partially,1", "implementation 1 stands twice"),
        (
            "scales.csv",
            "implementation,none,5,,",
            "implementation,nothing,5,,",
            'implementation: it has no level "none"',
        ),
        ("vague_phrases.csv", "over time | in the long term | eventually,time", "over time,day", 'kind "day" is none'),
        ("ask_verbs.csv", "abide\n", "abolish\n", "abolish stands twice"),
        ("counted.csv", "injured|injuries|", "injured|injured|", "words holds an entry twice"),
    ],
)
def test_a_mistake_is_named(tables: Path, table: str, old: str, new: str, complaint: str) -> None:
    path = tables / table
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check(tables)
    assert any(problem.startswith(table) and complaint in problem for problem in found), found
    assert main([str(tables)]) == 1


def test_a_table_that_cannot_be_read_is_a_clear_error(tables: Path) -> None:
    (tables / "limits.csv").write_bytes(b"paper,words\n\xff\xfe,1\n")
    with pytest.raises(RunError, match="not UTF-8"):
        check(tables)
    (tables / "limits.csv").unlink()
    with pytest.raises(RunError, match="cannot be read"):
        check(tables)
