"""Settles what is left over: the verb of a stretch in which none was sure, and what goes with it."""

from onrecord.extraction.papers.clauses_neighbours import (
    is_plural,
    object_follows,
    skip_adverbs,
    subject_may_stand_before,
    word_before,
)
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.vocabulary import verbs

_INTRANSITIVE = frozenset(
    ("stand", "rest", "remain", "live", "last", "work", "stay", "stem", "date", "continue", "exist", "lie", "sit")
)
_BOUNDS = frozenset((("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than")))
_AFTER_VERB = frozenset((Part.NOUN, Part.ADJECTIVE, Part.DETERMINER, Part.NUMBER))
_FINITE = frozenset((Part.AUXILIARY, Part.FINITE))
_OPENS = frozenset((Part.RELATIVE, Part.THAT))
_ENDS = frozenset((Part.SEMICOLON, Part.COLON, Part.STOP))
_PLAIN = frozenset((Part.NOUN, Part.ADJECTIVE, Part.ADVERB, Part.DETERMINER, Part.PREPOSITION, Part.NUMBER))
_MAY_BECOME_VERB = frozenset((Part.PARTICIPLE, Part.NOUN))


def settle_left_over(words: list[Word]) -> None:
    """ "security forces fired on them": where a clause has no finite verb, its first past form behind a noun is it.

    What is said of a subject between commas is passed: "The circle, whose members met, counted nine dead".
    """
    stretch: list[int] = []
    outer: list[int] = []  # the clause that goes on behind what is said in between
    led = False  # by a word that opens a clause, which then ends at a comma
    for i, word in enumerate(words):
        part = word.part
        if part in _PLAIN and word.low != "but":  # most words
            stretch.append(i)
            continue
        opens = part in _OPENS or (part is Part.SUBORDINATOR and word.low != "what")
        ends = part in _ENDS or word.low == "but"
        closes = led and word.part is Part.COMMA
        if opens or ends or closes:
            if word.part is Part.RELATIVE and not led and i and words[i - 1].part is Part.COMMA:
                outer = stretch
            else:
                _find_verb(words, stretch, led=led)
            stretch, led = (outer if closes else []), opens
            if not opens and not closes:
                _find_verb(words, outer, led=False)
            outer = outer if opens else []
        else:
            stretch.append(i)
    _find_verb(words, stretch, led=led)
    _find_verb(words, outer, led=False)


def _find_verb(words: list[Word], stretch: list[int], *, led: bool) -> None:
    first = None
    for i in stretch:  # most stretches have a verb that is sure, and end here
        if words[i].part in _FINITE:
            first = i
            break
    if first is not None and not _before_is_and(words, first):
        _behind_comma_and(words, stretch, first)
        _follow_finite(words, stretch)
        return
    stretch = [i for i in stretch if first is None or i < first]  # "relied on … and refused to"
    forms = [i for i in stretch if words[i].part in _MAY_BECOME_VERB]
    likely = [i for i in forms if _may_be_verb(words, stretch, i, led=led)]
    likely = likely or [i for i in forms if _looks_present(words, i)]
    best = next((i for i in likely if object_follows(words, i)), likely[0] if likely else None)
    if best is not None:
        words[best].part = Part.FINITE
        _behind_comma_and(words, stretch, best)
    _follow_finite(words, stretch)


def _behind_comma_and(words: list[Word], stretch: list[int], found: int) -> None:
    """ "None of them names a breach, and 49 carry the same name": the clause behind ", and" has its verb too."""
    joint = next(
        (i for i in stretch if i > found and words[i].part is Part.AND and words[i - 1].part is Part.COMMA), None
    )
    if joint is None:
        return
    behind = [i for i in stretch if i > joint]
    if any(words[i].part in (Part.FINITE, Part.AUXILIARY) for i in behind):
        return
    verb = next((i for i in behind[1:] if _looks_present(words, i) or _counted_do(words, i)), None)
    if verb is not None:
        words[verb].part = Part.FINITE


def _may_be_verb(words: list[Word], stretch: list[int], i: int, *, led: bool) -> bool:
    kinds = verbs.kinds_of(words[i].low)
    past = words[i].part is Part.PARTICIPLE and verbs.PAST in kinds
    if not (past or _may_be_present(words, i, kinds)):
        return False
    first = i == stretch[0]
    subject = led if first else subject_may_stand_before(words, i)
    return subject and not _by_follows(words, i) and not _hangs_on_preposition(words, stretch, i)


def _may_be_present(words: list[Word], i: int, kinds: frozenset[str]) -> bool:
    word = words[i]
    if word.part is not Part.NOUN or word.capital or not kinds & {verbs.BASE, verbs.THIRD} or i + 1 >= len(words):
        return False
    return verbs.OTHER not in kinds and words[i - 1].part in (Part.NOUN, Part.PRONOUN, Part.ADVERB, Part.RELATIVE)


def _looks_present(words: list[Word], i: int) -> bool:
    """A form that may be a noun, where no other verb is in sight: "the Charter guarantees freedom"."""
    kinds = verbs.kinds_of(words[i].low)
    if words[i].part is not Part.NOUN or words[i].capital or i == 0 or i + 1 >= len(words) or verbs.OTHER not in kinds:
        return False
    before, after = words[i - 1], words[i + 1]
    alone = word_is_intransitive(words[i].low) and after.part in (Part.PREPOSITION, Part.STOP, Part.COMMA, Part.ADVERB)
    if before.part not in (Part.NOUN, Part.PRONOUN, Part.NUMBER) or not (alone or after.part in _AFTER_VERB):
        return False
    if before.part is Part.NUMBER:  # "49 carry the same name"
        return verbs.BASE in kinds and verbs.THIRD not in kinds
    return verbs.BASE in kinds if is_plural(before) else verbs.THIRD in kinds


def _counted_do(words: list[Word], i: int) -> bool:
    kinds = verbs.kinds_of(words[i].low)
    if words[i - 1].part is Part.NUMBER:  # "49 carry"
        return verbs.BASE in kinds
    return _may_be_present(words, i, kinds)


def word_is_intransitive(low: str) -> bool:
    """Whether the form may be a noun, but as a verb needs no object: "the conviction stands"."""
    return low in _INTRANSITIVE or low.removesuffix("s") in _INTRANSITIVE


def _follow_finite(words: list[Word], stretch: list[int]) -> None:
    """ "visited … and called for": a past form behind "and" is finite if the verb before it is, and the other way."""
    participle = Part.PARTICIPLE
    for i in stretch:
        word = words[i]
        if word.part is not participle or verbs.PAST not in verbs.kinds_of(word.low):
            continue
        verb = verb_before(words, i) if _before_is_and(words, i) else None
        joined = i + 2 < len(words) and words[i + 1].part is Part.AND and words[i + 2].part is Part.FINITE
        if joined or (verb and verb.part is Part.FINITE and not describes(words, i)):
            word.part = Part.FINITE


def _before_is_and(words: list[Word], i: int) -> bool:
    before = word_before(words, i)
    return before is not None and before.part is Part.AND


def _by_follows(words: list[Word], i: int) -> bool:
    return any(word.low == "by" for word in words[i + 1 : i + 3])


def _hangs_on_preposition(words: list[Word], stretch: list[int], i: int) -> bool:
    """Whether all nouns before it hang on a preposition, with no comma since: "In addition to fear provoked by"."""
    first = skip_adverbs(words, stretch[0])
    if first + 1 < len(words) and (words[first].low, words[first + 1].low) in _BOUNDS:
        return False  # "at least nine people died"
    return words[first].part is Part.PREPOSITION and not any(words[j].part is Part.COMMA for j in range(first, i))


def verb_before(words: list[Word], i: int) -> Word | None:
    """The last verb before ``i`` in its clause; a participle before a noun only describes it."""
    for j in range(i - 1, -1, -1):
        word = words[j]
        if word.part in (Part.SEMICOLON, Part.RELATIVE, Part.THAT, Part.SUBORDINATOR, Part.COLON):
            return None
        only_describes = word.part is Part.PARTICIPLE and (
            words[j + 1].part in (Part.NOUN, Part.ADJECTIVE) or _is_reduced(words, i, j)
        )
        if word.part in (Part.FINITE, Part.PARTICIPLE, Part.AUXILIARY) and not only_describes:
            return word
    return None


def _is_reduced(words: list[Word], i: int, j: int) -> bool:
    """Whether the participle at ``j`` hangs on a noun, and the form at ``i`` has its own object: "and refused to"."""
    before = word_before(words, j)
    return j < i - 2 and before is not None and before.part is Part.NOUN and object_follows(words, i)


def describes(words: list[Word], i: int) -> bool:
    """Whether the past form behind "and" only describes a noun: "an ongoing and heightened campaign"."""
    follows = i + 1 < len(words) and words[i + 1].part in (Part.NOUN, Part.ADJECTIVE)
    return follows and i > 2 and words[i - 3].part is Part.DETERMINER
