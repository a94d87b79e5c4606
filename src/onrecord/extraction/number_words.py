"""Numbers in running text, in figures or in English words: ``142``, ``twenty-one``, ``one hundred and ten``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.vocabulary.numerals import SIMPLE, simple_value

_COUNT = re.compile(
    rf"(?<![\w./:–-])(?:(?P<figures>\d{{1,3}})(?![\w/%]|[.,:–-]\d)"
    rf"|(?P<words>(?:(?:one|two|three|a)\s+hundred(?:\s+and)?(?:[\s-]+(?:{SIMPLE}))*|(?:{SIMPLE})(?:-(?:{SIMPLE}))?)(?!\w)))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the span it stands in."""

    value: int
    start: int
    end: int


def counts(text: str, start: int = 0, end: int | None = None) -> Iterator[Count]:
    """All whole numbers below a thousand in ``text[start:end]``; dates, symbols, decimals and ranges are left out."""
    for match in _COUNT.finditer(text, start, len(text) if end is None else end):
        value = int(match["figures"]) if match["figures"] else _value(match["words"])
        yield Count(value, match.start(), match.end())


def _value(words: str) -> int:
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += simple_value(word)
    return total
