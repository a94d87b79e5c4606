"""Numbers stated beside numbers read: what agrees, what differs and why."""

from assessment.made import item, said, tally
from onrecord.assessment import reconcile
from onrecord.model import Recommendation, Speaker, Stage


def review() -> list[Recommendation]:
    """Ten recommendations, twelve by State: six supported, four noted."""
    supported = [item(f"50.{n}", "supported") for n in range(1, 5)]
    answered = [item("51.1", "pending", ("FRA", "PER", "CHL"), said("51.1", "supported"))]
    changed = [item("52.1", "noted", ("FRA",), said("52.1", "supported", Stage.PLENARY))]
    in_part = [item("51.2", "pending", ("FRA",), said("51.2", "noted", rule="in part: noted", partly=True))]
    noted = [item(f"52.{n}", "noted") for n in range(2, 5)]
    return supported + answered + changed + in_part + noted


def test_items_and_pairs_are_both_true_counts() -> None:
    result = reconcile(review(), [tally(10, 6, 4), tally(12, 8, 4)])
    assert (result.items.received, result.items.supported, result.items.noted) == (10, 6, 4)
    assert (result.pairs.received, result.pairs.supported, result.pairs.noted) == (12, 8, 4)
    assert result.agrees


def test_without_a_tally_nothing_agrees() -> None:
    assert not reconcile(review(), []).agrees


def test_a_count_from_before_the_plenary_names_what_changed() -> None:
    supported, noted = reconcile(review(), [tally(10, 5, 5)]).differences
    assert (supported.counted, supported.stated, supported.items) == ("supported", 5, 6)
    assert supported.recommendations == noted.recommendations == ("52.1",)
    assert "changed in plenary" in supported.reason


def test_a_total_of_items_keeps_pairs_from_agreeing_by_chance() -> None:
    (difference,) = reconcile(review(), [tally(10, 8, None)]).differences
    assert (difference.stated, difference.items, difference.pairs) == (8, 6, 8)


def test_what_is_accepted_in_part_may_be_counted_as_supported() -> None:
    supported, noted = reconcile(review(), [tally(10, 7, 3, speaker=Speaker.PRESIDENT)]).differences
    assert supported.recommendations == noted.recommendations == ("51.2",)
    assert "in part" in supported.reason


def test_a_count_of_those_left_open() -> None:
    (difference,) = reconcile(review(), [tally(None, 1, 1)]).differences[:1]
    assert "left open" in difference.reason


def test_answers_that_stand_in_no_paper_are_named() -> None:
    items = [item("51.1"), item("51.2"), item("50.1", "supported")]
    supported, pending = reconcile(items, [tally(3, 3, None, 0)]).differences
    assert supported.recommendations == pending.recommendations == ("51.1", "51.2")
    assert "in no paper at hand" in supported.reason


def test_what_nothing_explains_says_so_and_lists_what_was_read() -> None:
    result = reconcile(review(), [tally(None, None, 1)])
    assert result.unexplained == result.differences
    assert result.differences[0].recommendations == ("51.2", "52.2", "52.3", "52.4")


def test_a_tally_about_another_report_is_not_heard() -> None:
    other = tally(1, 1, 0)
    import dataclasses

    assert not reconcile(review(), [dataclasses.replace(other, target="A/HRC/1/1")]).tallies


def test_nothing_read_and_nothing_stated() -> None:
    result = reconcile([], [])
    assert (result.items.received, result.differences) == (0, ())
