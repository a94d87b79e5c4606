"""Notes of papers: marks, definitions, addresses, and which of them are one source."""

import pytest

from onrecord.extraction.papers.notes import sources_of, url_in
from onrecord.extraction.papers.notes_same import same_sources
from onrecord.model import SourceNote
from onrecord.reading import read


def notes(text: str) -> tuple[str, tuple[SourceNote, ...]]:
    document = read(text.encode(), name="paper.txt")
    return document.found, sources_of(document)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("<http://selm.example/a>", "http://selm.example/a"),
        ("Selm Watch, https://selm.example/a/, p. 3.", "https://selm.example/a/"),
        ("(see www.selm.example/b_(c)).", "www.selm.example/b_(c)"),
        ("Selm Watch, 2013.", ""),
        ("At http://selm.example/a?b=1&c=2#d.", "http://selm.example/a?b=1&c=2#d"),
    ],
)
def test_the_address_comes_without_the_punctuation_around_it(text: str, url: str) -> None:
    assert url_in(text) == url


def test_superscripts_in_the_middle_of_a_sentence_with_a_block_of_notes_in_the_middle() -> None:
    found, sources = notes(
        "Lawyers were beaten,¹ followed,² and fined.\n\n¹ <http://selm.example/a>\n\n² "
        "http://selm.example/b\n\nA judge left.³\n\n³ http://selm.example/a"
    )
    assert [(n.number, found[slice(*(n.mark_found or (0, 0)))], n.url, n.same_as) for n in sources] == [
        ("1", "¹", "http://selm.example/a", ""),
        ("2", "²", "http://selm.example/b", ""),
        ("3", "³", "http://selm.example/a", "1"),
    ]
    assert found[slice(*(sources[0].definition_found or (0, 0)))] == "¹ <http://selm.example/a>"


def test_numbers_in_brackets() -> None:
    found, sources = notes("A lawyer was fined [1]. A judge left.[2]\n\n[1] Selm Watch, May 2021.\n\n[2] Ibid., p. 4.")
    assert [(n.number, found[slice(*(n.mark_found or (0, 0)))], n.same_as) for n in sources] == [
        ("1", "[1]", ""),
        ("2", "[2]", "1"),
    ]


def test_plain_numbers_below_a_line_that_says_notes() -> None:
    found, sources = notes(
        "A lawyer was fined.1 In 2021, 12 judges left (2).\n\nNotes\n\n1. Selm Watch, May "
        "2021.\n\n2. Harbour Post, 3 May."
    )
    assert [(n.number, found[slice(*(n.mark_found or (0, 0)))]) for n in sources] == [("1", "1"), ("2", "(2)")]


def test_numbers_that_begin_again_are_kept_apart() -> None:
    found, sources = notes(
        "A lawyer was fined.¹\n\n¹ Selm Watch, May 2021.\n\nA judge left the court.¹\n\n¹ Harbour Post, 3 May 2021."
    )
    assert [n.number for n in sources] == ["1", "1"]
    assert [
        found[: (n.mark_found or (0, 0))[0]].endswith(words)
        for n, words in zip(sources, ("fined.", "court."), strict=True)
    ] == [True, True]
    assert all("stands for 2 notes" in n.reason for n in sources)


@pytest.mark.parametrize(
    ("last", "same_as"),
    [
        ("Ibid.", "3"),
        ("Id., p. 7.", "3"),
        ("Supra note 1, p. 9.", "1"),
        ("See note 2 above.", "2"),
        ("Lorn, op. cit., p. 12.", "2"),
        ("SWR report, p. 4", "1"),
        ("Harbour Post, 3 May 2021.", "3"),
        ("Selm Watch Arvenia, A new report, June 2022.", ""),
    ],
)
def test_short_forms_mean_an_earlier_note(last: str, same_as: str) -> None:
    texts = [
        "Selm Watch Reporters, Annual report, 2021.",
        "Ada Lorn, The Bar of Arvenia, Selm 2019.",
        "Harbour Post, 3 May 2021.",
        last,
    ]
    assert same_sources(["1", "2", "3", "4"], texts, [""] * 4)[3][0] == same_as


def test_a_short_form_that_may_mean_two_notes_is_left_open() -> None:
    texts = ["Ada Lorn, The Bar of Arvenia, 2019.", "Ada Lorn, The Courts of Arvenia, 2020.", "Lorn, op. cit., p. 4."]
    assert same_sources(["1", "2", "3"], texts, [""] * 3)[2] == ("", "It may be a short form of note 1 or 2.")


def test_the_same_address_in_two_spellings_is_one_source() -> None:
    urls = ["http://www.selm.example/a/", "https://selm.example/a", "https://selm.example/A"]
    assert [same for same, _ in same_sources(["1", "2", "3"], urls, urls)] == ["", "1", ""]
