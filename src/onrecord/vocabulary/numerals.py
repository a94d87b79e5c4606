"""English numerals in words, up to ninety-nine: "eleven", "twenty-one"."""

import re

_BELOW_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_BELOW_TWENTY, start=1)} | {
    word: value * 10 for value, word in enumerate(_TENS, start=2)
}
SIMPLE = "|".join(sorted(_VALUES, key=len, reverse=True))  # one word, for use inside other patterns
IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_BELOW_TWENTY[:9])}))?|{SIMPLE})"
NUMBER = rf"(?:\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+|\d+|{IN_WORDS})"  # in digits or words


def simple_value(word: str) -> int:
    """The value of one word in small letters ("twelve", "forty"); 0 for a word that is no numeral."""
    return _VALUES.get(word, 0)


def value_of(words: str) -> float:
    """The value of digits ("2,340") or of a numeral in words ("twenty-one").

    Raises:
        KeyError: a word that is no numeral.
    """
    if words[0].isdigit():
        return float(re.sub(r"[,\s]", "", words))
    return float(sum(_VALUES[part] for part in words.lower().split("-")))
