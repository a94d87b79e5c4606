"""Who is named as a speaker: the phrase before "said", as a name, if it is one who can say something."""

import re
from dataclasses import dataclass

from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.vocabulary.claim_words import listed

_ACTORS = listed("actors")
_NO_SPEAKER = listed("no speaker")
_WRITINGS = listed("writings")
_OF_STATE = listed("of the State")
ENDS = frozenset((Part.COMMA, Part.SEMICOLON, Part.COLON, Part.STOP, Part.QUOTE, Part.OPEN, Part.DASH))


@dataclass(frozen=True, slots=True)
class Told:
    """Words of somebody else begin here.

    ``source``: as worded, without "the" ("" for a pronoun). ``first``/``last``: stretch of words it covers. ``cue``:
    index of the first word behind the cue ("X reported that"). ``manner``: "say", "voice" (a worry), "call", "mixed".
    """

    source: str
    manner: str
    first: int
    last: int
    cue: int
    reason: str
    pronoun: str = ""  # "she", where it stands for somebody named before
    aside: tuple[int, int] = (0, 0)  # words between subject and verb, which the publisher says: ", who is paid by it,"


def speaker(text: str, words: list[Word], begin: int, end: int, *, surely: bool = False, human: bool = False) -> str:
    """The subject as a name, if it is one who can say something.

    ``surely``: what follows shows that a name can; ``human``: it shows that only people or bodies do this.
    """
    subject = words[begin:end]
    if names_a_rule(subject):
        return ""
    for j in range(begin, end - 1):  # "many of the comments of the members"
        if words[j].low in _WRITINGS and words[j + 1].low in ("of", "by", "from"):
            return worded(text, words, j + 2, end)
    if human and any(word.part is Part.NOUN for word in subject) and subject[0].part is not Part.PREPOSITION:
        return worded(text, words, begin, end)
    name = surely and end - begin == 1 and subject[0].capital and subject[0].part is Part.NOUN  # "Reuters said that"
    if not name and not any(_can_speak(text, word, first=begin + k == 0) for k, word in enumerate(subject)):
        return ""
    return worded(text, words, begin, end)


def _can_speak(text: str, word: Word, *, first: bool) -> bool:
    """Whether the word is a body or a name; the first of a sentence has its capital anyway, unless more follow."""
    if first and word.capital and sum(sign.isupper() for sign in text[word.start : word.end]) > 1:
        return True
    if word.low in _ACTORS or word.low.removesuffix("'s") in _ACTORS:
        return True
    return word.part in (Part.NOUN, Part.NUMBER) and word.capital and not first


def names_a_rule(subject: list[Word]) -> bool:
    """Whether the head of the phrase is a law, a record or the like, which says nothing on its own account."""
    head = ""
    for word in subject:
        if word.part in (Part.PREPOSITION, Part.OPEN, Part.QUOTE) or (word.part in FINITE):
            break
        if word.part in (Part.NOUN, Part.PRONOUN):
            head = word.low
    return head in _NO_SPEAKER


def is_of_state(subject: list[Word]) -> bool:
    """Whether a body or office of the State is among the words."""
    return any(word.low in _OF_STATE for word in subject)


def worded(text: str, words: list[Word], begin: int, end: int) -> str:
    """The words as they stand, without "the", a stop at the end or bold marks; cut where a relative clause begins."""
    while begin < end and (words[begin].low in ("the", "a", "an") or words[begin].part is Part.QUOTE):
        begin += 1
    while end > begin and words[end - 1].part is Part.ADVERB:
        end -= 1
    stop = next((j for j in range(begin, end) if words[j].part in (Part.COMMA, Part.RELATIVE, Part.SEMICOLON)), end)
    if begin >= stop:
        return ""
    if stop < end and words[stop].part is Part.COMMA and is_name(words[stop + 1 : end]):
        stop = next((j for j in range(stop + 1, end) if words[j].part is Part.COMMA), end)  # "Its head, Anna Ruhl"
    return re.sub(r"[*_\s]+", " ", text[words[begin].start : words[stop - 1].end]).strip()


def is_name(words: list[Word]) -> bool:
    """Whether a phrase is nothing but words with a capital: "Anna Ruhl"."""
    named = [word for word in words if word.part is not Part.COMMA]
    return bool(named) and all(word.capital and word.part is Part.NOUN for word in named)
