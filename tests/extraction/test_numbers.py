"""Lists and ranges of numbers: (text, numbers)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.numbers import find_lists, parse_list


def numbers(text: str, paragraph: str = "") -> list[str]:
    return [n for one in find_lists(text, paragraph=paragraph) for n in one.numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accepts recommendations 140.34, 140.35. 140.36 and no others", "140.34 140.35 140.36"),
        ("122.62-\n66, 122.70", "122.62 122.63 122.64 122.65 122.66 122.70"),
        ("recommendations 150 – 152.", "150 151 152"),
        ("140.82-85, 87 are accepted", "140.82 140.83 140.84 140.85 140.87"),
        ("115.20 to 115.22", "115.20 115.21 115.22"),
        ("recommendations Nos. 7, 8, 9 and 12", "7 8 9 12"),
        ("95.15-95.17", "95.15 95.16 95.17"),
        ("Rec. 18 is accepted", "18"),
        ("recommendations 1, 2 (b)", "1|2 (b)"),
        ("seven recommendations (1–3, 10 and 12) in paragraph 97", "1 2 3 10 12"),
        ("recommendations in paragraphs 23 (b), 32 (d)", "23 (b)|32 (d)"),
        ("recommendation No.7", "7"),
        ("126.1, 126,27 and 126. 28", "126.1 126.27 126.28"),
        ("recommendations 33., 34., 35. Arvenia", "33 34 35"),
        ("recommendations 122.141-144,122.146", "122.141 122.142 122.143 122.144 122.146"),
        ("Recommendations 20, 21 and 22: accepted", "20 21 22"),
        ("recommendations 51.1; 51.2; 51.3", "51.1 51.2 51.3"),
        ("accepts 1, 2 and takes note of recommendations 3 and 4", "3 4"),
    ],
)
def test_lists(text: str, expected: str) -> None:
    assert numbers(text) == (expected.split("|") if "|" in expected else expected.split())


@pytest.mark.parametrize(
    "text",
    [
        "accepted 46 recommendations out of 74",
        "the recommendations in paragraph 97 of the report",
        "general recommendation No. 19 of the Committee",
        "ratified ILO Conventions Nos. 87 and 98",
        "the 194 recommendations made in 2014",
        "0.7 per cent of the budget",
        "see 51.3",
        "on 30.12.2008",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("118.20-5", "falls"),
        ("recommendations 2-900", "more than 350"),
        ("96.2 to 97.4", "two paragraphs"),
        ("recommendations 2 (a)-4", "parts"),
    ],
)
def test_a_range_that_cannot_be_gives_a_problem_and_no_number(text: str, why: str) -> None:
    (listed,) = find_lists(text)
    assert not listed.mentions
    assert why in listed.problems[0].what
    assert (
        listed.problems[0].what.split("“")[1].split("”")[0] == text[listed.problems[0].start : listed.problems[0].end]
    )


def test_plain_numbers_belong_to_the_paragraph_that_is_known() -> None:
    assert numbers("recommendations 1–3 and 18", paragraph="115") == ["115.1", "115.2", "115.3", "115.18"]


def test_every_number_stands_at_its_span() -> None:
    text = "Arvenia accepts recommendations 51.1, 51.5-\n8 and 51.10."
    (listed,) = find_lists(text)
    spans = {m.number: text[m.start : m.end] for m in listed.mentions}
    assert spans["51.1"] == "51.1"
    assert spans["51.6"] == "51.5-\n8"
    assert spans["51.10"] == "51.10"


_SCRAPS = st.lists(
    st.sampled_from(
        [
            "51.",
            "1",
            "22",
            "-",
            "–",
            ",",
            ".",
            " ",
            "\n",
            "and",
            "to",
            "(",
            "b",
            ")",
            "recommendations ",
            "999",
            "Nos. ",
            ";",
            "–\n",
            "%",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(st.text(max_size=200), _SCRAPS), st.sampled_from(["", "51", "115"]))
def test_no_text_breaks_it_and_no_number_is_invented(text: str, paragraph: str) -> None:
    for listed in find_lists(text, paragraph=paragraph):
        for mention in listed.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            digits = text[mention.start : mention.end]
            item = mention.number.partition(" (")[0].rpartition(".")[2].rstrip("abcdefghijklmnopqrstuvwxyz")
            written = [int(n) for n in __import__("re").findall(r"\d+", digits)]
            assert min(written) <= int(item) <= max(written)
    if text[:1].isdigit():
        parse_list(text, 0, paragraph=paragraph)
