"""Histories over several papers: order, ties by number, what is left out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessment.made import item, place, said
from onrecord.assessment import join_histories, untied
from onrecord.model import Position, PositionStatement, Stage


def positions(*statements: PositionStatement, numbers: tuple[str, ...] = ("51.1",)) -> dict[str, str]:
    return {r.number: r.position.value for r in join_histories([item(n) for n in numbers], statements)}


def test_the_last_word_counts_whatever_order_the_papers_come_in() -> None:
    later, earlier = said("51.1", "supported", Stage.PLENARY), said("51.1", "noted")
    (joined,) = join_histories([item("51.1")], [later, earlier])
    assert [s.stage for s in joined.history] == [Stage.REPORT, Stage.ADDENDUM, Stage.PLENARY]
    assert joined.position is Position.SUPPORTED


def test_a_list_never_outranks_the_states_own_word_but_outranks_silence() -> None:
    listed = said("51.1", "supported", Stage.LIST)
    assert positions(listed) == {"51.1": "supported"}
    assert positions(listed, said("51.1", "noted")) == {"51.1": "noted"}


def test_a_remark_leaves_the_answer_as_it_was() -> None:
    remark = replace(said("51.1", "pending", Stage.PLENARY), tentative=True)
    assert positions(said("51.1", "noted"), remark) == {"51.1": "noted"}


def test_a_statement_without_a_target_or_about_another_report_is_left_out() -> None:
    assert positions(said("51.1", "noted", target=""), said("51.1", "noted", target="A/HRC/52/98")) == {
        "51.1": "pending"
    }


def test_the_same_words_of_the_same_paper_stand_there_once() -> None:
    pdf = said("51.1", "noted")
    word = replace(pdf, place=replace(pdf.place, sha256="1" * 64))
    (joined,) = join_histories([item("51.1")], [pdf, word, pdf])
    assert len(joined.history) == 2


def test_a_short_number_is_tied_where_one_item_can_be_meant() -> None:
    assert positions(said("2", "noted"), numbers=("51.1", "51.2")) == {"51.1": "pending", "51.2": "noted"}
    (joined,) = join_histories([item("51.2")], [said("2", "noted")])
    assert joined.history[-1].number == "51.2"


def test_of_several_items_with_that_number_the_one_left_open_is_meant() -> None:
    items = [item("50.2", "supported"), item("51.2", "pending")]
    joined = join_histories(items, [said("2", "noted")])
    assert [r.position.value for r in joined] == ["supported", "noted"]


def test_a_short_number_that_two_open_items_bear_is_not_guessed() -> None:
    statement = said("2", "noted")
    items = [item("50.2"), item("51.2")]
    assert [r.position.value for r in join_histories(items, [statement])] == ["pending", "pending"]
    assert untied(items, [statement]) == (statement,)


def test_an_answer_to_a_part_is_noted() -> None:
    (joined,) = join_histories([item("51.2")], [said("51.2 (b)", "supported")])
    assert (joined.position, joined.history[-1].partly) == (Position.NOTED, True)


def test_lettered_items_of_early_reports_keep_their_letter() -> None:
    assert positions(said("23 (b)", "noted"), numbers=("23 (b)",)) == {"23 (b)": "noted"}


def test_recommendations_of_two_reports_do_not_mix() -> None:
    other = replace(item("51.1"), place=place("A/HRC/30/5"), history=())
    ours, theirs = join_histories([item("51.1"), other], [said("51.1", "noted", target="A/HRC/30/5")])
    assert (ours.position, theirs.position) == (Position.PENDING, Position.NOTED)


_STATEMENTS = st.lists(
    st.builds(
        said,
        st.sampled_from(["51.1", "51.2", "1", "2", "51.1 (a)", "9", ""]),
        st.sampled_from(["supported", "noted", "pending"]),
        st.sampled_from(list(Stage)),
        target=st.sampled_from(["A/HRC/52/97", "", "A/HRC/1/1"]),
    ),
    max_size=12,
)


@given(_STATEMENTS, st.randoms())
def test_order_of_arrival_never_matters(statements: list[PositionStatement], random: object) -> None:
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    items = [item("51.1"), item("51.2", "supported"), item("52.2", "noted")]
    one, other = join_histories(items, statements), join_histories(items, shuffled)
    assert [[(s.stage, s.value) for s in r.history] for r in one] == [
        [(s.stage, s.value) for s in r.history] for r in other
    ]
