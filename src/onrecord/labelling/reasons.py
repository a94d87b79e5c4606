"""From what each word piece brought to a label to the words to show."""

import re
from collections.abc import Sequence

from onrecord.labelling.model_file import Floats
from onrecord.labelling.pieces import Piece
from onrecord.model.label import Span

MOST = 3
# A word is shown if it brought at least this share of what the strongest word brought.
SHARE = 0.4
# They carry sentences, not subjects.
_EMPTY = re.compile(
    r"(?:a|an|the|of|and|or|to|in|for|with|on|at|by|from|as|its|their|this|that|these|those|all)", re.IGNORECASE
)


def carried(text: str, pieces: Sequence[Piece], brought: Floats) -> tuple[Span, ...]:
    """The words that brought most, strongest first.

    Args:
        text: the whole text.
        pieces: the pieces of the part that the network saw.
        brought: what each row of its vectors brought: start, pieces, end.
    """
    words = _words(text, pieces, brought)
    strongest = max((gain for _, gain in words), default=0.0)
    if strongest <= 0:
        return ()
    kept = sorted((word for word in words if word[1] >= SHARE * strongest), key=lambda word: -word[1])
    return tuple(span for span, _ in kept[:MOST])


def _words(text: str, pieces: Sequence[Piece], brought: Floats) -> list[tuple[Span, float]]:
    found: list[tuple[Span, float]] = []
    for piece, gain in zip(pieces, brought[1:-1], strict=True):
        if found and found[-1][0].end == piece.start and text[piece.start].isalnum():
            last, before = found[-1]
            if text[last.end - 1].isalnum():
                found[-1] = (Span(last.start, piece.end), before + float(gain))
                continue
        found.append((Span(piece.start, piece.end), float(gain)))
    return [(span, gain) for span, gain in found if _tells(text[span.start : span.end])]


def _tells(word: str) -> bool:
    return not _EMPTY.fullmatch(word) and any(letter.isalnum() for letter in word)
