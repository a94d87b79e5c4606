"""Taxonomies of one's own: from CSV, hierarchical, in versions; what is wrong with a file is told with its line."""

from pathlib import Path

import pytest

from onrecord.errors import NotFound
from onrecord.store.archive import Archive
from onrecord.tasks import NotAllowed, import_taxonomy, judge, list_labels, list_taxonomies
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, report

GOOD = "key,parent,name,note\nw,,Water,\nw1,w,Wells,dug or drilled\nw2,w,Rivers,\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "terms.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_versions(archive: Archive, tmp_path: Path) -> None:
    one = import_taxonomy(archive, written(tmp_path, GOOD), key="water", title="Water works", who="Aigerim")
    assert (one.taxonomy.version, one.new, one.gone) == (1, ("Rivers", "Water", "Wells"), ())
    assert import_taxonomy(archive, tmp_path / "terms.csv", key="water").unchanged
    two = import_taxonomy(archive, written(tmp_path, GOOD.replace("Rivers", "Lakes")), key="water")
    assert (two.taxonomy.version, two.new, two.gone) == (2, ("Lakes",), ("Rivers",))
    (latest,) = list_taxonomies(archive)
    assert (latest.title, latest.version, latest.terms[1].parent) == ("Water works", 2, "w")


def test_a_label_stays_when_its_term_is_gone(archive: Archive, tmp_path: Path) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    import_taxonomy(archive, written(tmp_path, GOOD), key="water")
    judge(archive, f"{REPORT}#75.1#label:water:Rivers", "verdict", "right", reason="", who="Aigerim")
    import_taxonomy(archive, written(tmp_path, GOOD.replace("Rivers", "Lakes")), key="water")
    (row,) = list_labels(archive, f"{REPORT}#75.1")
    assert (row.scheme, row.name, row.stands) == ("water", "Rivers", True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no taxonomy"),
        ("a,b\n1,2\n", "no taxonomy"),
        ("key,parent,name\n", "0 terms"),
        ("key,parent,name\na,,One\na,,Two\n", "line 3: The key a stands twice"),
        ("key,parent,name\na,,One\nb,,One\n", "line 3: The name One stands twice"),
        ("key,parent,name\na,z,One\n", "line 2: There is no term z"),
        ("key,parent,name\na,b,One\nb,a,Two\n", "line 2: The term a stands above itself"),
        ("key,parent,name\na,,\n", "line 2: A term needs a key and a name"),
    ],
)
def test_what_is_wrong_is_told(archive: Archive, tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        import_taxonomy(archive, written(tmp_path, text), key="water")
    assert told in str(refused.value)
    assert list_taxonomies(archive) == ()


@pytest.mark.parametrize("key", ["", "issue", "Water", "x" * 50, "a:b"])
def test_keys_that_cannot_be(archive: Archive, tmp_path: Path, key: str) -> None:
    with pytest.raises(NotAllowed):
        import_taxonomy(archive, written(tmp_path, GOOD), key=key)


def test_a_missing_file(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        import_taxonomy(archive, tmp_path / "none.csv", key="water")
