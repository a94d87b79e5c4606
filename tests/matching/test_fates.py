"""A person's fate told otherwise: on other days, of other causes, held here and free there."""

from dataclasses import replace

import pytest

from matching.said import claim, paper
from onrecord.matching.papers import compare_papers
from onrecord.model import Comparison, Findings, Named, NamedKind, Place


def _with_person(findings: Findings, *names: str) -> Findings:
    place = Place(findings.claims[0].place.sha256, "", None, "", 0, 1)
    people = tuple(Named(f"person:{name}", NamedKind.PERSON, name, (place,)) for name in names)
    return replace(findings, people=people)


def _conflicts(*papers: Findings) -> list[Comparison]:
    return [one for one in compare_papers(papers) if one.kind == "conflict"]


@pytest.mark.parametrize(
    ("first", "day", "second", "other_day", "verdicts"),
    [
        (
            "The lawyer Zora Pekk was disbarred",
            "2022-05-04",
            "The lawyer Zora Pekk lost her licence",
            "2022-04",
            ["disagree"],
        ),
        ("The lawyer Zora Pekk was disbarred", "2022-05-04", "The lawyer Zora Pekk lost her licence", "2022-05", []),
        ("The lawyer Zora Pekk was arrested", "2021-05-04", "The lawyer Zora Pekk was arrested", "2023-04", []),
        ("The lawyer Zora Pekk was disbarred", "2022-05-04", "The lawyer Ilo Brandt lost his licence", "2022-04", []),
    ],
    ids=["other months", "less exactly", "two arrests", "two persons"],
)
def test_dates_of_what_befell_somebody(first: str, day: str, second: str, other_day: str, verdicts: list[str]) -> None:
    one = _with_person(paper("a", claim("a:0", first, date=day)), "Zora Pekk")
    other = _with_person(paper("b", claim("b:0", second, date=other_day)), "Zora Pekk", "Ilo Brandt")
    assert [found.verdict for found in _conflicts(one, other)] == verdicts


def test_two_causes_of_one_death() -> None:
    told = paper(
        "a",
        claim("a:0", "The colony gave heart failure as the cause", source="colony"),
        claim("a:100", "a second examination found six broken ribs"),
        claim("a:200", "31 others showed marks of beating"),
    )
    (found,) = _conflicts(told)
    assert "heart failure" in found.reason and "broken ribs" in found.reason


def test_held_here_and_free_there_by_a_name_spelt_otherwise() -> None:
    one = _with_person(paper("a", claim("a:0", "The nurse Lena Orvat has been behind bars since May")), "Lena Orvat")
    other = _with_person(paper("b", claim("b:0", "The nurse Lena Horvat was freed in June")), "Lena Horvat")
    assert [found.verdict for found in _conflicts(one, other)] == ["disagree"]
