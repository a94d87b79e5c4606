"""Patterns that are tried only where they can begin find what they would find at every letter."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction import sieve
from onrecord.extraction.papers import (
    calls,
    dates_told,
    figures,
    laws,
    laws_articles,
    laws_offences,
    laws_orders,
    organisations_short,
    organisations_state,
    organisations_told,
)
from onrecord.extraction.papers.clauses import clauses_of
from onrecord.extraction.papers.clauses_cuts import _RULES
from onrecord.extraction.papers.clauses_parts import words_of
from onrecord.extraction.papers.clauses_words import Part
from onrecord.extraction.sieve import small
from onrecord.reading import pdf_lines
from onrecord.vocabulary import event_kinds
from onrecord.vocabulary.phrases import Words

PAPERS = Path(__file__).parents[3] / "quality" / "papers" / "sources"
DATES = (
    *("3", "31", "2012", "20145", "1999/3", "2014-05-03", "05/06/2019", "3rd", "mid-2014", "2010-11", "2012, 300"),
    *(
        "May",
        "may",
        "Sept.",
        "OCT",
        "December",
        "from",
        "between",
        "in",
        "and",
        "to",
        "of",
        "-",
        "–",
        ",",
        ".",
        "/",
        "since",
    ),
)
NUMBERS = (
    *("at least", "no fewer than", "no less than", "a total of", "all", "some", "an estimated", "another", "one of"),
    *(
        "3",
        "1,200",
        "45 000",
        "3.5",
        "twenty-one",
        "ten",
        "one",
        "a hundred",
        "million",
        "per cent",
        "%",
        "dead",
        "people",
    ),
    *("tens of", "dozens", ".", ",", "(", "-", "–", "§", "No.", "5th", "5:30", "2014"),
)
ARTICLES = (
    "Article",
    "article",
    "Arts.",
    "art.",
    "Section",
    "ARTICLES",
    "§",
    "§§",
    "19",
    "317-1",
    "(a)",
    "and",
    ",",
    "of",
)
CALLS = (
    "We",
    "the council",
    "calls on",
    "urged",
    "asks",
    "recommends that",
    "demand",
    ",",
    ";",
    ":",
    ".",
    "to act",
    "who",
)


def mixed(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    """These pieces in any order, with and without blanks between."""
    glued = st.tuples(st.sampled_from(pieces), st.sampled_from((" ", " ", "", "\n", "  ")))
    return st.lists(glued, max_size=14).map(lambda found: "".join(piece + blank for piece, blank in found))


def spans(matches: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@given(mixed(DATES))
def test_dates(text: str) -> None:
    assert spans(dates_told._matches(text, 0, len(text))) == spans(dates_told._DATES.finditer(text))


@given(mixed(NUMBERS))
def test_figures(text: str) -> None:
    found = figures._values(text, 0, len(text), small(text))
    assert spans(found) == spans(figures._EXACT.finditer(text))


@given(
    mixed(("article", "Arts.", "no.", "No", "session", "and", "or", "to", "12", ",", "(", "law", "$", "aged", "word"))
)
def test_numbers_that_name_something(before: str) -> None:
    named = figures._NAMES_BEFORE.search(before) or figures._LIST_OF_NAMES.search(before)
    assert figures._is_name(before) == bool(named)


@given(mixed(CALLS))
def test_who_calls_stands_before_the_verb(text: str) -> None:
    """As one pattern would tell it that tries every beginning."""
    whole = re.compile(rf"(?P<who>[^,;:.]{{0,100}}?){calls._CALL.pattern}", re.IGNORECASE)
    expected = [(match.start(), match.start("verb"), match.end()) for match in whole.finditer(text)]
    assert [(who.start(), call.start(), call.end()) for who, call in calls._calls(text)] == expected


@given(mixed(("word", "12", "1999", "2012", "3", "*", "**", "x2", "JS384", "”", ")", ".", "-", "5.1")))
def test_marks_of_notes_in_printed_lines(text: str) -> None:
    for pattern in (pdf_lines._MARK_GLUED, pdf_lines._MARK_APART):
        assert spans(pdf_lines._found(pattern, text, 0, len(text))) == spans(pattern.finditer(text))


BEGINS: dict[str, tuple[re.Pattern[str], Collection[str]]] = {
    "stations": (organisations_told._STATION, organisations_told._STATION_BEGINS),
    "media": (organisations_told._MEDIA, organisations_told._MEDIA_BEGINS),
    "ministries": (organisations_told._MINISTRY, organisations_told._MINISTRY_BEGINS),
    "companies": (organisations_told._CALLED, organisations_told._CALLED_BEGINS),
    "newspapers": (organisations_told._PRINTED, organisations_told._PRINTED_BEGINS),
    "pointers": (organisations_short._POINTER, ("the", "this")),
    "treaties": (laws._SHORT, ("the", "this")),
    "offences": (laws_offences._NAMED, laws_offences._NAMED_BEGINS),
    "charges": (laws_offences._CHARGED, laws_offences._CHARGED_BEGINS),
    "orders": (laws_orders._ORDER, laws_orders._ORDER_BEGINS),
}


@pytest.mark.parametrize("name", BEGINS)
@given(data=st.data())
def test_patterns_that_begin_with_certain_words(name: str, data: st.DataObject) -> None:
    pattern, begins = BEGINS[name]
    text = data.draw(st.from_regex(pattern))
    assert spans(Words(text).found(pattern, begins)) == spans(pattern.finditer(text))


@given(mixed(ARTICLES))
def test_articles(text: str) -> None:
    found = sieve.found(laws_articles._ARTICLES, text, laws_articles._ARTICLES_BEGIN)
    assert spans(found) == spans(laws_articles._ARTICLES.finditer(text))


@pytest.mark.parametrize("path", sorted(PAPERS.iterdir()), ids=lambda path: path.stem)
def test_whole_papers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    words = Words(text)
    organs = organisations_state._organs(words)
    assert spans(organs) == spans(organisations_state._ORGAN.finditer(text))
    kinds = event_kinds.find(text, event_kinds.begins(words), 0, len(text))
    assert spans(kinds) == spans(event_kinds._pattern().finditer(text))
    assert spans(dates_told._matches(text, 0, len(text))) == spans(dates_told._DATES.finditer(text))
    if organisations_told._NUMBERED.search(text):
        assert organisations_told._SOME_NUMBER.search(text)


def test_rules_that_are_not_asked_would_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sentence is cut as it would be if every rule were asked at every word."""
    sentences = [sentence for path in sorted(PAPERS.iterdir()) for sentence in _sentences(path)]
    cut = [clauses_of(words_of(text, 0, len(text))) for text in sentences]
    monkeypatch.setattr(_RULES, "asked", lambda before, part: _RULES._rules)
    assert cut == [clauses_of(words_of(text, 0, len(text))) for text in sentences]


def _sentences(path: Path) -> list[str]:
    return [text for text in re.split(r"(?<=[.!?])\s+|\n", path.read_text(encoding="utf-8")) if text.strip()]


def test_parts_of_words_have_names() -> None:
    assert (repr(Part.NOUN), repr(Part.STOP)) == ("NOUN", "STOP")
    assert len({Part.NOUN, Part.ADJECTIVE, Part.NOUN}) == 2
