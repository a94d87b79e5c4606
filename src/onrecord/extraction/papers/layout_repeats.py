"""Finds what stands twice: a summary on top that the body says again, a passage set once more in large type."""

import re
from collections.abc import Sequence
from itertools import repeat

from onrecord.model import Document

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_GRAM = 4  # words; runs of four seldom stand twice by chance
_FEWEST = 8  # words of a sentence that is looked at
_SHARE = 0.85  # of its runs that must stand again
_TOP = 0.35  # of the text: where a summary may stand


def find_repeats(document: Document, sentences: Sequence[tuple[int, Span]]) -> dict[int, int]:
    """Which sentences are said again further down, nearly word for word and with the same figures.

    Args:
        document: the paper.
        sentences: ``(paragraph, span)`` of the running text, in order, furniture left out.

    Returns:
        Index into ``sentences`` → index of the first sentence of the passage that says it again.
    """
    words = [_WORD.findall(document.text[start:end].casefold()) for _, (start, end) in sentences]
    grams = [_grams(own) for own in words]
    lasts: dict[tuple[str, ...], int] = {}
    for index, own in enumerate(grams):
        lasts.update(zip(own, repeat(index)))
    top = len(document.text) * _TOP
    repeats: dict[int, int] = {}
    for index, (paragraph, (start, _)) in enumerate(sentences):
        again = _said_again(grams[index], index, lasts) if len(words[index]) >= _FEWEST else None
        if again is None or sentences[again][0] == paragraph:
            continue
        if start < top or _whole_paragraph_shorter(document, paragraph, sentences[again][0]):
            repeats[index] = again
    return repeats


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[i:] for i in range(_GRAM)), strict=False))  # quicker than slices


def _said_again(grams: list[tuple[str, ...]], index: int, lasts: dict[tuple[str, ...], int]) -> int | None:
    """The first later sentence with runs of these words, if nearly all of them and every figure stand there."""
    missing, first = 0, None
    for gram in grams:
        at = lasts[gram]
        if at > index:
            first = at if first is None else min(first, at)
            continue
        missing += 1
        if len(grams) - missing < _SHARE * len(grams) or any(word.isdigit() for word in gram):
            return None  # known after a few runs of most sentences
    return first


def _whole_paragraph_shorter(document: Document, one: int, other: int) -> bool:
    """Whether the passage is a pull quote: a paragraph of its own, shorter than the one that holds the same words."""
    paragraphs = document.paragraphs
    return len(paragraphs[one].text) < 0.8 * len(paragraphs[other].text) and paragraphs[one].level == 0
