"""Numbers in running text, in figures or in English words: ``142``, ``twenty-one``, ``one hundred and ten``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ),
        start=1,
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_WORD = "|".join([*sorted(_UNITS, key=len, reverse=True), *_TENS])
_COUNT = re.compile(
    rf"(?<![\w./:–-])(?:(?P<figures>\d{{1,3}})(?![\w/%]|[.,:–-]\d)"
    rf"|(?P<words>(?:(?:one|two|three|a)\s+hundred(?:\s+and)?(?:[\s-]+(?:{_WORD}))*|(?:{_WORD})(?:-(?:{_WORD}))?)(?!\w)))",
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
            total += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return total
