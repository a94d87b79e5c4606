"""Search: the same hits on every kind of archive, every operator, and no text that breaks it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Position
from onrecord.store.archive import Archive
from onrecord.tasks import QueryError, backup, judge, open_archive, search
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.query import Node, parse, tell
from store.papers import REPORT, answers, report

ITEMS = {
    "75.1": ("Ratify the Convention on Harbours, and let women vote", ("FRA", "BRA")),
    "75.2": ("Let a woman’s voice be heard in law-enforcement matters", ("DEU",)),
    "75.3": ("Protéger les défenseurs et défenseuses", ("FRA",)),
    "75.4": ("Улучшить учёт и права женщин", ("KAZ",)),
    "76.1": ("Train judges and children's policemen; review policies", ("JPN",)),
}


@pytest.fixture
def filled(archive: Archive) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}).prepared())
    return archive


def numbers(archive: Archive, query: str) -> list[str]:
    found = search(archive, query, kinds=("recommendation",))
    assert found.error is None, found.error
    return [hit.number for hit in found.hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("women", ["75.1", "75.2"]),
        ("WOMAN", ["75.1", "75.2"]),
        ("harbour", ["75.1"]),
        ("women harbours", ["75.1"]),
        ("women AND harbours", ["75.1"]),
        ("women NOT harbours", ["75.2"]),
        ("harbour OR judge", ["75.1", "76.1"]),
        ("(harbour OR judge) AND women", ["75.1"]),
        ("harbour OR judge women", ["75.1"]),
        ('"law enforcement"', ["75.2"]),
        ("law-enforcement", ["75.2"]),
        ('"enforcement law"', []),
        ("enforce*", ["75.2"]),
        ("women*", ["75.1", "75.2"]),
        ("childr*", ["76.1"]),
        ("polici*", ["76.1"]),
        ("child policeman policy", ["76.1"]),
        ("proteger defenseur", ["75.3"]),
        ("PROTÉGER", ["75.3"]),
        ("учет", ["75.4"]),
        ("учёт", ["75.4"]),
        ("state:XAV women", ["75.1", "75.2"]),
        ("state:Arvenia judges", ["76.1"]),
        ("state:KAZ", []),
        ("by:FRA", ["75.1", "75.3"]),
        ('by:"France" NOT women', ["75.3"]),
        ("position:noted", ["75.2"]),
        ("NOT position:pending", ["75.1", "75.2"]),
        ("cycle:4 number:75 judge*", []),
        ("number:76", ["76.1"]),
        ("paper:A/HRC/90 kind:recommendation voice", ["75.2"]),
        ("date:2031 voice", ["75.2"]),
        ("date:2030..2031-06 voice", ["75.2"]),
        ("date:2032 voice", []),
        ("kind:working judges", ["76.1"]),
    ],
)
def test_every_operator(filled: Archive, query: str, expected: list[str]) -> None:
    assert numbers(filled, query) == expected


def test_a_hit_shows_its_sentence_and_place(filled: Archive) -> None:
    found = search(filled, "freedonia")
    (hit,) = found.hits
    assert (found.total, found.understood, hit.kind, hit.number) == (1, "freedonia", "paragraph", "12")
    assert (hit.sentence, hit.marks, hit.place.page) == ("Freedonia asked.", ((0, 9),), 1)
    assert report(ITEMS).document.text[hit.place.start : hit.place.end] == hit.sentence
    assert [(one.value, one.count) for one in found.kinds] == [("paragraph", 1)]
    women = search(filled, "women", kinds=("recommendation",))
    assert [hit.sentence[slice(*hit.marks[0])] for hit in women.hits] == ["women", "woman’s"]
    assert search(filled, "women", limit=1, offset=1).hits == search(filled, "women").hits[1:2]


def test_a_corrected_text_is_found_and_a_new_reading_replaces(filled: Archive) -> None:
    judge(filled, f"{REPORT}#76.1", "text", "Build lighthouses", reason="", who="Ada")
    assert numbers(filled, "lighthouse") == ["76.1"]
    assert numbers(filled, "judges") == []
    put_on_record(filled, report(ITEMS).prepared())
    assert (numbers(filled, "lighthouse"), numbers(filled, "harbours")) == (["76.1"], ["75.1"])
    assert search(filled, "freedonia").total == 1


def test_a_copy_is_searched_like_the_first(filled: Archive, tmp_path: object, passphrase: str) -> None:
    backup(filled, f"{tmp_path}/copy", passphrase=None)
    with open_archive(f"{tmp_path}/copy", passphrase=passphrase) as copy:
        assert search(copy, "women* OR учёт") == search(filled, "women* OR учёт")


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ('"torn', "quotation mark"),
        ("(a", "not closed"),
        ("a)", "too many"),
        ("a AND", "missing"),
        ("OR a", "missing"),
        ("NOT", "missing"),
        ("()", "missing"),
        ("colour:red", "no field"),
        ("state:Nowhere", "no State"),
        ("position:rejected", "no position"),
        ("cycle:two", "no cycle"),
        ("date:soon", "no date"),
        ("kind:song", "no kind"),
        ("state:", "says nothing"),
        ("***", "no letter"),
        ("(" * 30 + "a" + ")" * 30, "too many brackets"),
        ("a " * 200, "200 words"),
        ("a" * 10_000_000, "10000000 letters"),
    ],
)
def test_errors_are_explained(tmp_path: object, query: str, error: str) -> None:
    with open_archive(f"{tmp_path}/archive", passphrase="", create=True) as archive:
        found = search(archive, query)
    assert found.error is not None
    assert error in found.error.what
    assert found.error.advice


def test_nothing_finds_nothing(filled: Archive) -> None:
    assert search(filled, "  ").hits == ()


WORDS = st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "*", "state:", "women", "state:FRA", "a-b", "\0", "'", "ё"])


@given(query=st.one_of(st.text(), st.lists(st.one_of(WORDS, st.text(max_size=5))).map(" ".join)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_text_breaks_it(filled: Archive, query: str) -> None:
    search(filled, query)


@given(query=st.lists(WORDS).map(" ".join))
def test_what_was_understood_means_the_same(query: str) -> None:
    def read(text: str) -> Node | None:
        try:
            return parse(text)
        except QueryError:
            return None

    tree = read(query)
    assert read(tell(tree)) == tree
