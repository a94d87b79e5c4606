"""English numerals in words, up to ninety-nine."""

import re

_UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS, start=1)} | {
    word: value * 10 for value, word in enumerate(_TENS, start=2)
}
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+"
_IN_WORDS = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[:9])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))}"
NUMBER = rf"(?:{_DIGITS}|{_IN_WORDS})"  # in digits or words, for use inside other patterns


def value_of(words: str) -> float:
    """The value of digits ("2,340") or of a numeral in words ("twenty-one").

    Raises:
        KeyError: a word that is no numeral.
    """
    if words[0].isdigit():
        return float(re.sub(r"[,\s]", "", words))
    return float(sum(_VALUES[part] for part in words.lower().split("-")))
