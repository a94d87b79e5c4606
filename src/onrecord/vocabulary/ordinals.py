"""English ordinal numbers up to 99, in words or figures: "thirty-fourth", "34th"."""

import re

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_NUMBERS = {word: n for n, word in enumerate([*_UNITS, *_TEENS], start=1)}
for _n, _ten in enumerate(_TENS, start=2):
    _NUMBERS[_ten.removesuffix("y") + "ieth"] = _n * 10
    for _m, _unit in enumerate(_UNITS, start=1):
        _NUMBERS[f"{_ten}-{_unit}"] = _n * 10 + _m

_TENS_ONE_OF = "|".join(_TENS)
# Matches an ordinal inside other text; :func:`ordinal` reads what it matched.
ORDINAL = (
    rf"(?:\d{{1,3}}\s?(?:st|nd|rd|th)|(?:{_TENS_ONE_OF})[\s\-\u2010-\u2013\ufffe]+(?:{'|'.join(_UNITS)})"
    rf"|{'|'.join([*_UNITS, *_TEENS])}|(?:{'|'.join(t.removesuffix('y') for t in _TENS)})ieth)"
)


def ordinal(text: str) -> int | None:
    """The number that an ordinal names, whatever its case; None if ``text`` is no ordinal."""
    word = text.strip().lower()
    figures = re.fullmatch(r"(\d{1,3})\s?(?:st|nd|rd|th)", word)
    if figures:
        return int(figures[1])
    return _NUMBERS.get(re.sub(r"[\s\-\u2010-\u2013\ufffe]+", "-", word))
