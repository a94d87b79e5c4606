"""What is kept beside the text of a recommendation, so that it is found without being read."""

from typing import TypedDict

from onrecord.store.words import without_accents
from onrecord.vocabulary import ask_words

_BETWEEN = "|"


class BesideText(TypedDict):
    """Columns that follow from the text of a recommendation, of a report or of an imported row alike."""

    folded: str  # without case and accents, to search in
    matters: str  # keys of the concepts it speaks of, each between two bars; "" for none
    specific: bool  # whether it asks for something that can be told to be done


def beside_text(text: str) -> BesideText:
    """The columns for a text. They follow from ``data/ask_*.csv``: who changes these raises ``versions.DERIVED``."""
    words = ask_words.words_of(text)
    keys = sorted({span.key for span in ask_words.concepts_in(words)})
    known = ask_words.actions()
    return BesideText(
        folded=fold(text),
        matters=f"{_BETWEEN}{_BETWEEN.join(keys)}{_BETWEEN}" if keys else "",
        specific=any(known[span.key].specific for span in ask_words.actions_in(words)),
    )


def as_matter(key: str) -> str:
    """The letters by which a concept is found in the column ``matters``."""
    return f"{_BETWEEN}{key}{_BETWEEN}"


def fold(text: str) -> str:
    """Text to search in: small letters without accents, so that every database finds the same."""
    return without_accents(text.casefold())
