"""Which right words speak of: the keys of the vocabulary of rights, found by words that have weights.

Data: ``data/rights.csv``. A word that ends with ``*`` stands for every word that begins so; a lone ``*`` for one word.
Phrases of ``data/rights_none.csv`` hold such words without speaking of a right: "in force", "Ministry of Labour".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.vocabulary.tables import read_table, several

OTHER = "other"
_WEIGHTS = {"strong": 3.0, "plain": 1.5, "weak": 0.5}


_NONE = ""  # key of the phrases that speak of no right
_BEGINNING = 3  # letters by which words are looked up
_WORD = re.compile(r"\w[\w'-]*")
_INSIDE = frozenset("_'’-")  # signs that may stand inside a word


@dataclass(frozen=True, slots=True, eq=False)  # each stands once in the table: to compare identities is enough
class _Phrase:
    key: str
    begins: str  # the letters with which its words begin
    then: str  # the letter that must stand behind the first word and a blank; "" where the first word is left open
    pattern: str
    weight: float


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Phrases by the first letters of their first word, longer ones first."""
    found: dict[str, list[_Phrase]] = {}
    for key, phrase, weight in _rows():
        first, *others = phrase.casefold().split()
        begins = first.rstrip("*")
        then = others[0][0] if others and "*" not in (*first, others[0][0]) and _WORD.fullmatch(first) else ""
        found.setdefault(begins[:_BEGINNING], []).append(_Phrase(key, begins, then, _pattern(phrase), weight))
    return {first: tuple(sorted(some, key=_first_tried)) for first, some in found.items()}


@lru_cache(maxsize=8192)  # papers use few words again and again
def _beginning_like(word: str) -> tuple[_Phrase, ...]:
    """The phrases that may begin with a word."""
    some = _phrases().get(word[:_BEGINNING], ())
    return tuple(phrase for phrase in some if _may_begin(phrase, word))


def _may_begin(phrase: _Phrase, word: str) -> bool:
    if phrase.then:
        return word == phrase.begins
    return word.startswith(phrase.begins) or phrase.begins.startswith(word)  # "e-mail/" goes on behind the word


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Only when a text has the beginning of the phrase: compiling all of them takes longer than reading a paper."""
    return re.compile(pattern)


def _rows() -> Iterator[tuple[str, str, float]]:
    """Key, phrase and weight."""
    for row in read_table("rights_none.csv"):
        yield from ((_NONE, phrase, 0.0) for phrase in several(row["words"]))
    for row in read_table("rights.csv"):
        for column, weight in _WEIGHTS.items():
            yield from ((row["key"], phrase, weight) for phrase in several(row[column]))


def _first_tried(phrase: _Phrase) -> tuple[bool, int]:
    """What speaks of no right before what does, longer phrases before shorter ones."""
    return phrase.key != _NONE, -len(phrase.pattern)


@cache
def _notes() -> dict[str, str]:
    return {row["key"]: row["note"] for row in read_table("rights.csv")}


def keys() -> tuple[str, ...]:
    """All keys, in the order of the table."""
    return tuple(_notes())


@cache
def _order() -> dict[str, int]:
    return {key: number for number, key in enumerate(_notes())}


def note(key: str) -> str:
    """What a key covers, in a neutral sentence.

    Raises:
        KeyError: there is no such key.
    """
    return _notes()[key]


def weigh(text: str, *, within: str = "") -> Mapping[str, float]:
    """How much the words of ``text`` speak of each right; rights that it does not speak of are left out.

    A stretch of text counts once for each right, with the longest phrase there; a phrase that comes again counts once.

    Args:
        text: a paragraph, a sentence or a part of one.
        within: the paragraph in which it stands, if any; its words are looked through once for all that stands in it.
    """
    return _weighed(text, within or text)


@lru_cache(maxsize=512)  # a sentence is weighed again for each claim in it
def _weighed(text: str, within: str) -> dict[str, float]:
    found: dict[str, float] = {}
    seen: set[_Phrase] = set()
    for phrase, _ in _found(text, within):
        if phrase not in seen:
            seen.add(phrase)
            found[phrase.key] = found.get(phrase.key, 0.0) + phrase.weight
    return found


def words_for(key: str, text: str, *, within: str = "") -> tuple[str, ...]:
    """The words of ``text`` that speak of the right: the reason for a label. ``within``: as for :func:`weigh`."""
    return tuple(dict.fromkeys(words for phrase, words in _found(text, within or text) if phrase.key == key))


@lru_cache(maxsize=512)  # its sentence is asked about again for each claim
def _found(text: str, within: str) -> tuple[tuple[_Phrase, str], ...]:
    at = within.find(text)
    if at >= 0 and _stands_apart(within, at, at + len(text)):
        low, phrases = _phrases_in(within)
        if len(low) == len(within):  # else a letter has two small ones, and offsets would not fit
            return tuple(_counted(low, phrases, at, at + len(text)))
    low, phrases = _phrases_in(text)
    return tuple(_counted(low, phrases, 0, len(low)))


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether no word goes on across the ends of a stretch: the phrases in it are then those of the text around it."""
    return not (_of_a_word(text[end : end + 1]) or (start and _of_a_word(text[start - 1])))


def _of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign in _INSIDE


def _counted(
    low: str, phrases: Sequence[tuple[int, int, _Phrase]], start: int, end: int
) -> Iterator[tuple[_Phrase, str]]:
    """Those of the phrases that count in ``low[start:end]``, each with its words."""
    taken: dict[str, int] = {}  # how far the words of each right were counted
    for begin, behind, phrase in phrases[bisect_left(phrases, start, key=_begin) :]:
        if begin >= end:
            break
        if begin <= taken.get(_NONE, -1) or begin <= taken.get(phrase.key, -1):
            continue
        last = behind
        if behind > end:  # it goes on behind the stretch; there may be a shorter one inside
            match = _compiled(phrase.pattern).match(low, begin, end)
            if not match:
                continue
            last = match.end()
        taken[phrase.key] = last - 1
        if phrase.key != _NONE:
            yield phrase, low[begin:last]


def _begin(found: tuple[int, int, _Phrase]) -> int:
    return found[0]


@lru_cache(maxsize=512)  # a paragraph is asked about again for each sentence and claim in it
def _phrases_in(text: str) -> tuple[str, tuple[tuple[int, int, _Phrase], ...]]:
    """The text in small letters, and every phrase in it with its begin and end, whether it counts or not."""
    low = text.casefold().replace("’", "'")
    return low, tuple(_all_phrases(low))


def _all_phrases(low: str) -> Iterator[tuple[int, int, _Phrase]]:
    for word in _WORD.finditer(low):
        written = word.group()
        phrases = _beginning_like(written)
        if not phrases:  # most words
            continue
        start = word.start()
        letter = low[start + len(written) + 1 : start + len(written) + 2]  # of the next word, behind one blank
        for phrase in phrases:
            if phrase.then and phrase.then != letter and not letter.isspace():
                continue
            if low.startswith(phrase.begins, start) and (match := _compiled(phrase.pattern).match(low, start)):
                yield start, match.end(), phrase


def chosen(weights: Mapping[str, float], *, share: float = 0.5) -> tuple[str, ...]:
    """The keys that weigh most, main one first: those with at least ``share`` of the heaviest; "other" if none."""
    if not weights:
        return (OTHER,)
    most = max(weights.values())
    heavy = [key for key, weight in weights.items() if weight >= share * most]
    return tuple(sorted(heavy, key=lambda key: (-weights[key], _order()[key])))


def _pattern(word: str) -> str:
    parts = [r"\S+" if part == "*" else re.escape(part).replace(r"\*", r"\w*") for part in word.casefold().split()]
    return r"\s+".join(parts) + r"(?!\w)"
