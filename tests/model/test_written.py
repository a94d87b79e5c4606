"""References of written papers: what is understood, what is told to be wrong, and how drafted blocks are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Position
from onrecord.model.written import Cites, Reference, blocks_of, drafted, marks_of, references_in, text_of


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("A/HRC/90/7#75.3", Reference(Cites.RECOMMENDATION, "A/HRC/90/7#75.3")),
        ("a/hrc/90/7#75.3.", Reference(Cites.RECOMMENDATION, "A/HRC/90/7#75.3")),
        ("A/HRC/90/7#75.3 noted", Reference(Cites.RECOMMENDATION, "A/HRC/90/7#75.3", Position.NOTED)),
        ("A/HRC/8/31#23 (b)", Reference(Cites.RECOMMENDATION, "A/HRC/8/31#23 (b)")),
        ("answer:A/HRC/90/7#75.3", Reference(Cites.ANSWER, "A/HRC/90/7#75.3")),
        ("claim:0a1b", Reference(Cites.CLAIM, "0a1b")),
        ("proposal:0a1b", Reference(Cites.PROPOSAL, "0a1b")),
        ("passage:0a1b2c3d#10-20", Reference(Cites.PASSAGE, "0a1b2c3d#10-20")),
        ("assessment:7", Reference(Cites.ASSESSMENT, "7")),
    ],
)
def test_a_reference(written: str, reference: Reference) -> None:
    assert list(references_in(f"It was said.[@{written}] More.")) == [reference]


def test_several_in_one_note_and_a_table_and_a_gap() -> None:
    text = 'One.[@claim:a; @claim:b]\n\n[@table: recommendations state=XAV words="police custody"]\n\n[gap: Nothing.]'
    (note, table, gap), problems = marks_of(text)
    assert not problems
    assert [one.key for one in note.references] == ["a", "b"]
    assert (table.table, table.wanted, table.line) == (
        "recommendations",
        (("state", "XAV"), ("words", "police custody")),
        3,
    )
    assert gap.gap == "Nothing."


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("[@A/HRC/90/7]", "SYMBOL#NUMBER"),
        ("[@claim:]", "claim:KEY"),
        ("[@passage:zz#1-2]", "passage:SHA256#START-END"),
        ("[@table: everything]", "KIND is one of"),
        ("[@claim:a", "Write ]"),
        ("[@]", "SYMBOL#NUMBER"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_advice(written: str, advice: str) -> None:
    marks, (problem,) = marks_of(f"One.\n\nTwo {written}\n")
    assert not marks
    assert problem.line == 3
    assert advice in problem.advice


def test_ordinary_brackets_are_no_references() -> None:
    assert marks_of(r"a [link](https://x.example) \[@not] [1] mail@x.example") == ((), ())


def test_a_drafted_block_is_known_and_so_is_an_edited_one() -> None:
    block = drafted("risks/claim:a", "Bridge: “one”.[@claim:a]")
    (same,) = blocks_of(text_of([block]))
    assert (same.id, same.edited) == ("risks/claim:a", False)
    (wrapped,) = blocks_of(block.marked.replace(" “one", "\n“one"))
    assert not wrapped.edited
    (edited,) = blocks_of(block.marked.replace("one", "two"))
    assert edited.edited


@given(st.text(max_size=300))
def test_any_text_is_read_and_its_blocks_lose_no_word(text: str) -> None:
    marks_of(text)
    assert "".join(text_of(blocks_of(text)).split()) == "".join(text.split())
