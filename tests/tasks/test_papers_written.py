"""Written papers in the archive: every version kept, two authors lose nothing, copies take them along."""

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import NotFound
from onrecord.model.written import WrittenPaper
from onrecord.store.archive import Archive
from onrecord.tasks import backup, open_archive, restore
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.papers_written import (
    WrittenConflict,
    compare_versions,
    list_written,
    new_paper,
    paper_versions,
    restore_version,
    save_paper,
    show_written,
)


@pytest.fixture
def paper(archive: Archive) -> WrittenPaper:
    return new_paper(archive, "Arvenia: lawyers", "One.\n\nTwo.", state="XAV", cycle=4, who="Ann")


def test_every_version_is_kept(archive: Archive, paper: WrittenPaper) -> None:
    saved = save_paper(archive, paper.id, "One.\n\nTwo and a half.", based_on=1, who="Ben", reason="clearer")
    assert saved.number == 2
    assert [one.text for one in paper_versions(archive, paper.id)] == ["One.\n\nTwo.\n", "One.\n\nTwo and a half.\n"]
    changes = compare_versions(archive, paper.id, 1, 2)
    assert [(one.what, one.before, one.after) for one in changes] == [
        ("same", ("One.",), ("One.",)),
        ("changed", ("Two.",), ("Two and a half.",)),
    ]
    back = restore_version(archive, paper.id, 1, who="Ann")
    assert (back.number, back.text) == (3, "One.\n\nTwo.\n")
    assert len(paper_versions(archive, paper.id)) == 3


def test_saving_the_same_adds_nothing(archive: Archive, paper: WrittenPaper) -> None:
    assert save_paper(archive, paper.id, "One.\r\n\r\nTwo.\n", based_on=1, who="Ben").number == 1


def test_two_authors_lose_nothing(archive: Archive, paper: WrittenPaper) -> None:
    save_paper(archive, paper.id, "Ann's.", based_on=1, who="Ann")
    with pytest.raises(WrittenConflict) as caught:
        save_paper(archive, paper.id, "Ben's.", based_on=1, who="Ben")
    assert (caught.value.theirs.text, caught.value.mine.text) == ("Ann's.\n", "Ben's.\n")
    assert show_written(archive, paper.id).current.text == "Ann's.\n"
    kept = paper_versions(archive, paper.id)
    assert [(one.text, one.aside) for one in kept[1:]] == [("Ann's.\n", False), ("Ben's.\n", True)]
    save_paper(archive, paper.id, "Both.", based_on=2, who="Ben")
    assert show_written(archive, paper.id).current.number == 4


def test_what_cannot_be_recorded_is_refused(archive: Archive, paper: WrittenPaper) -> None:
    with pytest.raises(NotAllowed, match="needs a name"):
        save_paper(archive, paper.id, "x", based_on=1, who=" ")
    with pytest.raises(NotFound, match="no version 9"):
        save_paper(archive, paper.id, "x", based_on=9, who="Ann")
    with pytest.raises(NotAllowed, match="briefing"):
        new_paper(archive, "T", outline="poem", who="Ann")
    with pytest.raises(NotAllowed, match="no State"):
        new_paper(archive, "T", state="QQQ", who="Ann")
    with pytest.raises(NotFound, match="papers-written"):
        show_written(archive, "nothing")


def test_copies_take_papers_along(
    archive: Archive, paper: WrittenPaper, passphrase: str, tmp_path: Path, new_database: Callable[[], str]
) -> None:
    save_paper(archive, paper.id, "Two.", based_on=1, who="Ben")
    backup(archive, tmp_path / "copy")
    for target in (tmp_path / "back", new_database()):
        restore(tmp_path / "copy", target, passphrase=passphrase)
        with open_archive(target, passphrase="" if isinstance(target, str) else passphrase) as back:
            assert list_written(back) == list_written(archive) != ()
            assert paper_versions(back, paper.id) == paper_versions(archive, paper.id)
