"""Words of an English sentence with the part each plays: enough grammar to see where a clause has its verb.

No dictionary of English is needed: function words are listed, verbs come from ``vocabulary/data/verbs.csv``, and what
is neither is taken for a noun. Forms that may be two things ("charges", "arrested") are settled by what stands beside
them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from onrecord.vocabulary import claim_words, verbs


class Part(int):
    """What part a word plays.

    Not an ``Enum``: parts are compared some thirty thousand times in ten pages, and to look up a member of an ``Enum``
    takes four times as long as that of a plain class, to find one in a set eight times as long.
    """

    NOUN: ClassVar["Part"]  # also everything unknown
    ADJECTIVE: ClassVar["Part"]
    ADVERB: ClassVar["Part"]
    DETERMINER: ClassVar["Part"]
    PREPOSITION: ClassVar["Part"]
    AND: ClassVar["Part"]  # and, or, but, nor, as well as
    SUBORDINATOR: ClassVar["Part"]  # while, because, when …
    RELATIVE: ClassVar["Part"]  # which, who, whom, whose
    THAT: ClassVar["Part"]
    PRONOUN: ClassVar["Part"]
    NUMBER: ClassVar["Part"]
    TO: ClassVar["Part"]  # before an infinitive
    AUXILIARY: ClassVar["Part"]  # finite: is, has, did, may …
    FINITE: ClassVar["Part"]  # another finite verb
    INFINITIVE: ClassVar["Part"]
    GERUND: ClassVar["Part"]  # a form in -ing with verbal force
    PARTICIPLE: ClassVar["Part"]  # arrested, written
    NOT: ClassVar["Part"]
    COMMA: ClassVar["Part"]
    SEMICOLON: ClassVar["Part"]
    COLON: ClassVar["Part"]
    DASH: ClassVar["Part"]
    OPEN: ClassVar["Part"]  # bracket
    CLOSE: ClassVar["Part"]
    QUOTE: ClassVar["Part"]
    STOP: ClassVar["Part"]

    def __repr__(self) -> str:
        return _PARTS[self - 1]


_PARTS = tuple(Part.__annotations__)
for _number, _name in enumerate(_PARTS, start=1):
    setattr(Part, _name, Part(_number))


@dataclass(slots=True)
class Word:
    """One word or mark. ``start``/``end``: characters in the text it was cut from."""

    start: int
    end: int
    low: str  # in small letters
    capital: bool
    part: Part


_LISTED: dict[str, Part] = {word: getattr(Part, part.upper()) for word, part in claim_words.parts().items()}
_MARKS = {",": Part.COMMA, ";": Part.SEMICOLON, ":": Part.COLON, "(": Part.OPEN, "[": Part.OPEN, ")": Part.CLOSE}
_MARKS |= {
    "]": Part.CLOSE,
    ".": Part.STOP,
    "?": Part.STOP,
    "!": Part.STOP,
    "–": Part.DASH,
    "—": Part.DASH,
    "-": Part.DASH,
}
_ADJECTIVE = re.compile(r"\w{2,}(?:ous|ful|less|able|ible|ical|ional)$")
_CLOSING = frozenset((Part.STOP, Part.QUOTE, Part.CLOSE))
_WORD = re.compile(
    r"(?P<number>\d[\d.,]*\d%?|\d%?)(?:st|nd|rd|th)?(?!\w)|(?P<word>[^\W\d_](?:[\w'’.&/-]*\w)?(?:(?<=s)['’](?=\s))?)|(?P<mark>[^\s\w*])|\w+"
)
_ABBREVIATION = re.compile(r"[^\W\d_](?:[^\W\d_]|[.](?=[^\W\d_]))*")


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` with the parts they have by themselves."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        begin = match.start()
        low, capital, part = _by_itself(word, match.lastgroup)
        found.append(Word(begin, begin + len(word), low, capital, part))
    last = len(found) - 1
    while last > 0 and found[last].part in _CLOSING:
        last -= 1
    said = [word for word in found[: last + 1] if word.low != "."]  # a stop inside ends "U.N."
    return [*said, *found[last + 1 :]]


@lru_cache(maxsize=8192)  # papers use few words again and again
def _by_itself(text: str, what: str | None) -> tuple[str, bool, Part]:
    """A word in small letters, whether it begins with a capital, its part; ``what``: the group of ``_WORD``."""
    low = text.casefold().replace("’", "'")
    if what == "number":
        part = Part.NUMBER
    elif what == "mark":
        part = _MARKS.get(text, Part.QUOTE)
    else:
        part = _first_guess(low, text)
    return low, text[0].isupper(), part


def _first_guess(low: str, text: str) -> Part:
    if low == "that":
        return Part.THAT
    if low == "to":
        return Part.PREPOSITION
    if low in _LISTED and not (_LISTED[low] is Part.ADJECTIVE and text[0].isupper()):
        return _LISTED[low]
    if low.endswith("ly") and len(low) > 4 and low not in ("family", "assembly", "supply", "italy", "anomaly", "july"):
        return Part.ADVERB
    if not verbs.kinds_of(low) and _ADJECTIVE.fullmatch(low) and text.islower():
        return Part.ADJECTIVE
    return Part.NOUN
