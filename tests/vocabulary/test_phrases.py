"""Words of a text and the names that are found among them."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary import laws, name_forms
from onrecord.vocabulary.phrases import Phrases, Words

TEXT = "The Tavnik Court and the court of Orlo met; a Tavnik  court did not."


def test_words_are_found_by_themselves_and_by_their_capitals() -> None:
    words = Words(TEXT)
    assert [words.words[i] for i in words.capitals] == ["The", "Tavnik", "Court", "Orlo", "Tavnik"]
    assert [words.words[i] for i in words.places_of({"court", "orlo", "nowhere"})] == [
        "Court",
        "court",
        "Orlo",
        "court",
    ]


@given(st.text(alphabet="ab_ÉßАя7 .'-\n") | st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words = Words(text)
    expected = [match.span() for match in re.finditer(r"[^\W_]+", text)]
    assert list(zip(words.starts, words.ends, strict=True)) == expected
    assert words.words == [text[start:end] for start, end in expected]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(expected)]
    assert [words.gap(i) for i in range(-1, len(expected) + 1)] == ["\n", *gaps, "\n", "\n"][: len(expected) + 2]


def test_a_pattern_is_found_from_the_words_with_which_it_begins() -> None:
    pattern = re.compile(r"\b[Tt]he\s+(?:[A-Z]\w+\s+)?[Cc]ourt\b")
    found = Words(TEXT).found(pattern, ("the",))
    assert [match.group() for match in found] == ["The Tavnik Court", "the court"]


def test_who_asks_again_for_the_same_words_gets_the_same_names() -> None:
    phrases, words = Phrases([("Tavnik Court", "court")]), Words(TEXT)
    first = list(phrases.find(words))
    assert first == list(phrases.find(words)) == [(1, 3, "court")]
    assert list(phrases.find(Words("Tavnik Court"))) == [(0, 2, "court")]


def test_lists_of_words_come_joined() -> None:
    assert name_forms.words("title", "role") == name_forms.words("title") | name_forms.words("role")
    assert laws.words("stop") <= laws.words("stop", "determiner")
