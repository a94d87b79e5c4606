"""Two texts side by side: which words of each the other does not have."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*")
Stretch = tuple[str, bool]  # words, and whether they stand only on this side


def beside(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches; capitals and signs at the ends of words are no difference."""
    ours, theirs = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, [_plain(word) for word in ours], [_plain(word) for word in theirs], autojunk=False)
    codes = matcher.get_opcodes()
    left = tuple(_stretches(ours, [(tag != "equal", i, j) for tag, i, j, _, _ in codes]))
    right = tuple(_stretches(theirs, [(tag != "equal", i, j) for tag, _, _, i, j in codes]))
    return left, right


def _stretches(words: list[str], spans: list[tuple[bool, int, int]]) -> Iterator[Stretch]:
    for differs, start, end in spans:
        if start < end:
            yield "".join(words[start:end]), differs


def _plain(word: str) -> str:
    return re.sub(r"\W+", "", word).casefold()
