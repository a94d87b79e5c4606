"""Conflicts and copies between papers, and what only looks like one."""

import pytest

from matching.said import claim, note, paper
from onrecord.matching.papers import compare_papers
from onrecord.model import ClaimKind, Comparison, Findings

FIRE = "the fire in the textile mill of Selmgrad"


def _found(*papers: Findings) -> list[tuple[str, str]]:
    return [(one.kind, one.verdict) for one in compare_papers(papers)]


def _conflicts(*papers: Findings) -> list[Comparison]:
    return [one for one in compare_papers(papers) if one.kind == "conflict"]


def test_other_numbers_of_one_thing_disagree() -> None:
    one = paper("a", claim("a:0", f"At least 14 workers died in {FIRE} in Selmgrad", date="2019-04"))
    other = paper("b", claim("b:0", f"9 people were killed in {FIRE} near Selmgrad", date="2019-04-12"))
    (found,) = _conflicts(one, other)
    assert found.verdict == "disagree"
    assert "at least 14" in found.reason
    assert {member.sha256 for member in found.members} == {"a", "b"}


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("At least 9 workers died in {}", "14 people were killed in {}", "the bound allows it"),
        ("14 workers died in {}", "9 workers were injured in {}", "other things are counted"),
        ("14 workers died in {}", "about 14 workers died in {}", "it is the same number"),
    ],
)
def test_numbers_that_go_together_are_no_conflict(first: str, second: str, why: str) -> None:
    one = paper("a", claim("a:0", first.format(FIRE), date="2019-04"))
    other = paper("b", claim("b:0", second.format(FIRE), date="2019-04"))
    assert not _conflicts(one, other), why


def test_other_events_are_no_conflict() -> None:
    one = paper("a", claim("a:0", f"14 workers died in {FIRE}", date="2019-04"))
    other = paper("b", claim("b:0", "3 workers died in the flood of the Orlet valley in Camp Nord", date="2021-08"))
    assert not _found(one, other)


def test_numbers_of_one_actor_differ_in_scope() -> None:
    one = paper("a", claim("a:0", "At least 20 deaths at the harbour blockade in Selmport", date="2017-06"))
    other = paper("b", claim("b:0", "police shot dead 12 people at the harbour blockade in Selmport", date="2017-06"))
    assert [found.verdict for found in _conflicts(one, other)] == ["differ in scope"]


def test_a_source_older_than_what_it_is_cited_for() -> None:
    one = paper(
        "a",
        claim("a:0", "In 2015, Parliament passed a law on strikes", date="2015", notes=("3",)),
        notes=(note("a", "3", "https://example.org/2014/07/02/strike-bill"),),
    )
    (found,) = _conflicts(one)
    assert found.verdict == "one is likely wrong"
    assert "2014-07-02" in found.reason


def test_a_set_that_may_be_any_of_several() -> None:
    one = paper(
        "a",
        claim("a:0", "The Council made 180 recommendations", date="2018"),
        claim("a:60", "Arvenia accepted 150 recommendations", date="2018"),
        claim("a:120", "Of these, over 20 recommendations were about prisons"),
    )
    (found,) = _conflicts(one)
    assert found.verdict == "ambiguous"
    assert len(found.members) == 3


def test_a_place_in_two_spellings() -> None:
    one = paper("a", claim("a:0", "Miners struck for unpaid wages in Zharobel"))
    other = paper("b", claim("b:0", "Striking miners without wages were beaten in Zhaorobel"))
    assert [found.verdict for found in _conflicts(one, other)] == ["one is likely wrong"]


def test_the_same_words_in_one_paper_and_by_one_publisher() -> None:
    words = "courts may close any newspaper without hearing its editors"
    one = paper("a", claim("a:0", words), claim("a:500", words + " at all"), publishers=("Selm Watch",))
    other = paper("b", claim("b:0", words), publishers=("Selm Watch",))
    verdicts = {verdict for kind, verdict in _found(one, other) if kind == "copy"}
    assert verdicts == {"repeat in document", "restated"}


def test_a_paper_that_rests_on_the_publisher_of_another() -> None:
    one = paper("a", claim("a:0", "guards beat inmates every week", source="Open Voice"))
    other = paper("b", claim("b:0", "radio licences were withdrawn"), publishers=("Open Voice Foundation",))
    (found,) = compare_papers((one, other))
    assert (found.kind, found.verdict) == ("copy", "cited")
    assert found.members[1].place is None


def test_the_same_number_of_review_years_apart() -> None:
    one = paper(
        "a", claim("a:0", "Its second Universal Periodic Review took place", date="2014", kind=ClaimKind.PROCEDURE)
    )
    other = paper("b", claim("b:0", "The second report under the UPR was discussed", date="2019"))
    assert [found.verdict for found in _conflicts(one, other)] == ["one is likely wrong"]


def test_nothing_depends_on_the_order_of_papers() -> None:
    one = paper("a", claim("a:0", f"At least 14 workers died in {FIRE}", date="2019-04"))
    other = paper("b", claim("b:0", f"9 people were killed in {FIRE}", date="2019-04"))
    assert {c.id for c in compare_papers((one, other))} == {c.id for c in compare_papers((other, one))}


def test_two_counts_side_by_side_and_a_part_of_a_count() -> None:
    one = paper(
        "a",
        claim("a:0", "130 seamstresses were dismissed"),
        claim("a:60", "the employers speak of ninety", source="the employers"),
        claim("a:120", "Two of the seamstresses were dismissed by letter"),
    )
    (found,) = _conflicts(one)
    assert found.verdict == "disagree"
    assert "130 and ninety" in found.reason


def test_an_office_that_knows_nothing_of_it() -> None:
    one = paper(
        "a",
        claim("a:0", "inmates are beaten on arrival"),
        claim("a:60", "not a single case was known to the ministry", source="the Deputy Minister"),
    )
    assert [found.verdict for found in _conflicts(one)] == ["disagree"]


def test_a_law_made_on_other_days() -> None:
    one = paper("a", claim("a:0", "The Law on Public Gatherings, adopted on 3 May 2020", date="2020-05-03"))
    other = paper("b", claim("b:0", "The Law on Public Gatherings was adopted in June 2020", date="2020-06"))
    assert [found.verdict for found in _conflicts(one, other)] == ["disagree"]


def test_a_promise_and_what_became_of_it_are_no_conflict() -> None:
    one = paper(
        "a",
        claim(
            "a:0", "the Government of Selmgrad pledged to move 600 families", kind=ClaimKind.COMMITMENT, date="2019-04"
        ),
        claim("a:90", "it moved 83 families out of Selmgrad", date="2019-04"),
    )
    assert not _conflicts(one)


def test_a_word_such_as_dozens_and_a_number_below_it() -> None:
    told = paper(
        "a",
        claim("a:0", "Press groups say that dozens of websites are blocked", source="Press groups"),
        claim("a:100", "the ministry of roads puts the number at eight", source="ministry of roads"),
    )
    assert [found.verdict for found in _conflicts(told)] == ["disagree"]


def test_what_is_denied_without_being_named() -> None:
    told = paper(
        "a",
        claim("a:0", "she was kept in a cold cell for weeks", source="her husband"),
        claim("a:100", "The prison administration has denied this", source="prison administration"),
    )
    assert [found.verdict for found in _conflicts(told)] == ["disagree"]


def test_two_counts_of_one_period_and_two_crowds_of_one_day() -> None:
    period = "2022-03/2023-12"
    courts = paper(
        "a",
        claim("a:0", "military courts convicted 318 objectors", date=period, source="Supreme Court"),
        claim("a:100", "Our lawyers documented 402 convictions", date=period),
    )
    assert [found.verdict for found in _conflicts(courts)] == ["disagree"]
    march = paper("a", claim("a:0", "some 3,000 people from the valley walked onto the bridge", date="2021-05-09"))
    mayor = paper("b", claim("b:0", "the mayor put the crowd at no more than 800", date="2021-05-10", source="mayor"))
    assert "disagree" in [found.verdict for found in _conflicts(march, mayor)]


def test_the_dead_of_a_march_and_of_march_are_counted_as_deaths() -> None:
    for behind in ("during the harbour strike in Selmport in March 2017", "as they marched to the harbour of Selmport"):
        one = paper("a", claim("a:0", f"At least 17 people were killed {behind}", date="2017-03"))
        other = paper("b", claim("b:0", f"12 people were killed {behind}", date="2017-03"))
        (found,) = _conflicts(one, other)
        assert "deaths" in found.reason


def test_a_number_hardly_given_twice_by_chance_is_said_again() -> None:
    one = paper("a", claim("a:0", "the ministry had struck 214 groups off its register"), publishers=("Selm Watch",))
    other = paper("b", claim("b:0", "a court closed 214 groups within weeks"), publishers=("Harbour Forum",))
    round_number = paper("c", claim("c:0", "a court closed 200 groups within weeks"), publishers=("Open Door",))
    assert _found(one, other) == [("copy", "restated")]
    assert ("copy", "restated") not in _found(one, round_number)


def test_a_paper_that_names_another_as_its_source_in_its_words() -> None:
    one = paper("a", claim("a:0", "three wardens were killed", date="2020/.."), publishers=("River Line",))
    other = paper("b", claim("b:0", "River Line gives three since 2020", date="2020/.."), publishers=("Selm Watch",))
    assert set(_found(one, other)) == {("copy", "cited")}


def test_a_month_shared_is_no_copy() -> None:
    one = paper("a", claim("a:0", "The prosecutor closed it in January for want of evidence", date="2022-01"))
    other = paper("b", claim("b:0", "the prosecutor's file was closed in January 2022", date="2022-01"))
    assert _found(one, other) == []
