import pytest

from onrecord.labelling.pieces import END, START, UNKNOWN, Pieces

PIECES = Pieces([UNKNOWN, START, END, "ratify", "##ing", "the", "women", "'", "s", "rights", "-", "non", "e", "##tat"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ratify the rights", ["Ratify", "the", "rights"]),
        ("ratifying", ["ratify", "ing"]),
        ("Women's rights", ["Women", "'", "s", "rights"]),
        ("non-rights", ["non", "-", "rights"]),
        ("État", ["É", "tat"]),
        ("E\u0301tat", ["E\u0301"[:1], "tat"]),
        ("", []),
        (" \n\t ", []),
        ("soft\u00adhyphen", ["soft\u00adhyphen"]),
    ],
)
def test_each_piece_covers_its_letters(text: str, words: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in PIECES.cut(text, 50)] == words


def test_what_is_not_known_is_one_unknown_piece() -> None:
    assert [piece.id for piece in PIECES.cut("закон ratify " + "x" * 200, 50)] == [0, 3, 0]


def test_no_more_than_asked() -> None:
    assert len(PIECES.cut("ratify the rights " * 100, 7)) == 7


def test_whole_words() -> None:
    assert PIECES.whole("Rights")
    assert not PIECES.whole("ratifying")
    assert not PIECES.whole("droits")
