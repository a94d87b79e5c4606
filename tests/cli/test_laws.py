"""The register of laws from the command line: put in, change, say what became of an article, take it back."""

from pathlib import Path

import pytest

from tasks.test_register import KEY, NEW, OLD

from .conftest import Call

WHO = ("--who", "Ana", "--reason", "compared article by article")
ADD = ("--add", "Labour Code", "--state", "Arvenia", "--kind", "code", "--year", "2018")
BECAME = ("--became", f"{KEY}:31", f"{KEY}:140", "--since", "2019-01-01", "--source", "Annex 2")


@pytest.fixture
def filed(tmp_path: Path, call: Call) -> Path:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    archive = tmp_path / "laws.onrecord"
    assert call("new", archive, "--no-passphrase").code == 0
    assert call("add", archive, tmp_path / "old.txt", tmp_path / "new.txt").code == 0
    return archive


def test_a_law_is_put_in_and_shown_with_its_articles(call: Call, filed: Path) -> None:
    put = call("laws", filed, *ADD, "--alias", "LC", "--alias", "Act on Work", *WHO)
    assert (put.code, put.err) == (0, "")
    assert f"Labour Code ({KEY}) stands in the register, says Ana" in put.out
    said = call("laws", filed, *BECAME, *WHO)
    assert f"{KEY}:31 became {KEY}:140 on 1 January 2019, by Annex 2, says Ana" in said.out
    shown = call("laws", filed, "--law", KEY).out
    for what in (
        "Labour Code: Arvenia, code, 2018",
        "Other names: LC; Act on Work",
        "Article 31 of the Labour Code until 1 January 2019, then Article 140",
        "“punishes calls to strike with three years in prison”",
        "(compared article by article)",
    ):
        assert what in shown
    (row,) = [row for row in call("laws", filed, "--register", "--json").lines if row["law"]["id"] == KEY]
    assert (row["papers"], row["changes"], row["decision"]["who"]) == (2, 1, "Ana")
    assert "Labour Code" in call("laws", filed, "--register", "--state", "XAV").out
    assert call("laws", filed, "--register", "--state", "Lower Selm").out == "The register has no law like this.\n"


def test_the_old_article_stands_beside_the_new_one(call: Call, filed: Path) -> None:
    call("laws", filed, *ADD, *WHO)
    assert "In the register: Labour Code" in call("laws", filed, "--show", f"{KEY}:140").out
    call("laws", filed, *BECAME, *WHO)
    shown = call("laws", filed, "--show", f"{KEY}:140").out
    own, _, beside = shown.partition("Mentions as Article 31 until 1 January 2019")
    assert "new.txt" in own and "old.txt" not in own
    assert "old.txt" in beside
    (line,) = call("laws", filed, "--show", f"{KEY}:140", "--json").lines
    assert [other["step"]["article"] for other in line["register"]["beside"]] == ["31"]
    call("laws", filed, "--became", f"{KEY}:140", f"{KEY}:7", "--since", "2024", *WHO)
    assert "No paper names Article 7.\n" in call("laws", filed, "--show", f"{KEY}:140").out


def test_an_entry_is_changed_and_decisions_are_taken_back(call: Call, filed: Path) -> None:
    call("laws", filed, *ADD, *WHO)
    (changed,) = call("laws", filed, "--change", KEY, "--source", "Gazette 44", *WHO, "--json").lines
    assert (changed["value"]["source"], changed["value"]["year"]) == ("Gazette 44", "2018")
    undone = call("laws", filed, "--undo", changed["id"], "--who", "Ben")
    assert "taken back by Ben" in undone.out
    assert "Gazette 44" not in call("laws", filed, "--law", KEY).out
    assert "; taken back by Ben" in call("laws", filed, "--law", KEY).out


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (ADD, 2, "--who"),
        (("--add", "Labour Code", "--who", "Ana"), 2, "--state"),
        ((*ADD, "--verified-on", "soon", "--who", "Ana"), 3, "verified"),
        ((*BECAME, "--who", "Ana"), 3, KEY),
        (("--law", "law:XAV:none"), 3, "law:XAV:none"),
    ],
)
def test_what_cannot_be_is_refused_with_a_word(
    call: Call, filed: Path, asked: tuple[str, ...], code: int, told: str
) -> None:
    said = call("laws", filed, *asked)
    assert (said.code, told in said.err) == (code, True)


def test_papers_read_on_the_spot_have_no_register(call: Call, filed: Path) -> None:
    assert call("laws", filed.parent / "old.txt", "--register").code == 2
