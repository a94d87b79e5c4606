"""Settles which part each word of a sentence plays, by the words beside it: what is its verb, which form is a noun."""

from onrecord.extraction.papers.clauses_neighbours import (
    is_plural,
    is_pronoun_like,
    object_follows,
    skip_adverbs,
    subject_may_stand_before,
    subject_of,
    word_before,
)
from onrecord.extraction.papers.clauses_words import Part, Word, split_words
from onrecord.vocabulary import verbs

_BE = frozenset(("is", "are", "was", "were", "am", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"))
_HAVE = frozenset(("has", "have", "had", "having", "hasn't", "haven't", "hadn't"))
_AFTER_VERB = (Part.NOUN, Part.ADJECTIVE, Part.DETERMINER, Part.NUMBER)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` with their parts."""
    words = split_words(text, start, end)
    _settle(words)
    return words


def _settle(words: list[Word]) -> None:
    _join_phrases(words)
    for i, word in enumerate(words):
        if word.low == "to" and word.part is Part.PREPOSITION:
            _settle_to(words, i)
        elif word.part is Part.NOUN and (kinds := verbs.kinds_of(word.low)):
            word.part = _verb(words, i, kinds) or Part.NOUN
        elif word.low == "that":
            word.part = _that(words, i)
        elif word.low in ("may", "will") and word.capital and i:
            word.part = Part.NOUN
        elif word.low in _MAYBE_PREPOSITION and word.part is Part.SUBORDINATOR and not _clause_follows(words, i):
            word.part = Part.PREPOSITION
    _settle_left_over(words)


def _join_phrases(words: list[Word]) -> None:
    """ "as well as" joins, "such as", "as of" and "due to" are prepositions."""
    lows = [word.low for word in words]
    for i, low in enumerate(lows):
        if lows[i : i + 3] == ["as", "well", "as"]:
            for word in words[i : i + 3]:
                word.part = Part.AND
        elif lows[i : i + 2] in (["such", "as"], ["as", "of"], ["as", "to"], ["rather", "than"], ["because", "of"]):
            words[i].part = words[i + 1].part = Part.PREPOSITION
        elif low == "as" and words[i].part is Part.SUBORDINATOR and not _clause_follows(words, i):
            words[i].part = Part.PREPOSITION


_MAYBE_PREPOSITION = frozenset(("since", "after", "before", "until", "till", "as", "once"))


def _clause_follows(words: list[Word], i: int) -> bool:
    """Whether a subject and a finite verb stand behind the word before the next comma, as far as can be told now."""
    for j in range(i + 1, min(i + 14, len(words))):
        word = words[j]
        if word.part in (Part.COMMA, Part.SEMICOLON, Part.STOP, Part.RELATIVE, Part.THAT, Part.COLON):
            return False
        if word.part is Part.AUXILIARY and not (word.low == "may" and word.capital):
            return True
        if j == i + 1 and word.part is Part.PRONOUN and not is_pronoun_like(word):
            return True
        kinds = verbs.kinds_of(word.low)
        if (
            j > i + 1
            and verbs.PAST in kinds
            and words[j - 1].part in (Part.NOUN, Part.CLOSE)
            and object_follows(words, j)
        ):
            return True
    return False


def _settle_to(words: list[Word], i: int) -> None:
    j = skip_adverbs(words, i + 1)
    if j < len(words) and (words[j].low in ("be", "have", "do") or verbs.BASE in verbs.kinds_of(words[j].low)):
        if words[j].capital and i:
            return  # "the Campaign to Abolish Slavery"
        verbal = i and words[i - 1].part in (Part.FINITE, Part.PARTICIPLE, Part.GERUND, Part.AUXILIARY)
        if verbs.OTHER in verbs.kinds_of(words[j].low) and not verbal and not object_follows(words, j):
            return
        words[i].part = Part.TO
        words[j].part = Part.INFINITIVE


def _that(words: list[Word], i: int) -> Part:
    """ "that" before a noun in the singular is a determiner ("that day"), else it opens a clause."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after and after.low in ("day", "year", "month", "time", "week", "date", "end", "same", "law", "night", "period"):
        return Part.DETERMINER
    if i and words[i - 1].part is Part.PREPOSITION and words[i - 1].low not in ("in", "except"):
        return Part.PRONOUN
    return Part.THAT


def _verb(words: list[Word], i: int, kinds: frozenset[str]) -> Part | None:
    word, before = words[i], word_before(words, i)
    if word.part is Part.INFINITIVE:
        return Part.INFINITIVE
    if _is_no_verb(word, i, before):
        return None
    if verbs.GERUND in kinds:
        return _gerund(words, i)
    if before and (before.part is Part.AUXILIARY or before.low in ("be", "been", "being", "having")):
        return _after_auxiliary(before.low, kinds)
    if before and before.part in (Part.DETERMINER, Part.PREPOSITION, Part.NUMBER) and not is_pronoun_like(before):
        return Part.PARTICIPLE if _past_like(kinds) else None
    return _past(words, i, kinds) if _past_like(kinds) else _present(words, i, kinds)


def _is_no_verb(word: Word, i: int, before: Word | None) -> bool:
    """Behind an adjective stands a noun; a word with a capital inside the sentence is a name: "Front Line"."""
    if before is None:
        return False
    if before.part is Part.ADJECTIVE and not before.low.endswith(("ed", "ing")):
        return True
    return word.capital and i > 0 and before.part is not Part.QUOTE


def _after_auxiliary(before: str, kinds: frozenset[str]) -> Part | None:
    if before in _BE or before in _HAVE:
        return Part.PARTICIPLE if verbs.PARTICIPLE in kinds or verbs.PAST in kinds else None
    return Part.INFINITIVE if verbs.BASE in kinds else None


def _gerund(words: list[Word], i: int) -> Part | None:
    """ "beating journalists" has verbal force, "the beating" and "beating, torture" have not."""
    before, after = word_before(words, i), words[i + 1] if i + 1 < len(words) else None
    return None if after is None or (before and before.part is Part.DETERMINER) else Part.GERUND


def _past(words: list[Word], i: int, kinds: frozenset[str]) -> Part | None:
    if verbs.PARTICIPLE not in kinds and verbs.BASE not in kinds:
        return Part.FINITE  # began, took
    if verbs.PAST not in kinds or not subject_may_stand_before(words, i):
        return Part.PARTICIPLE  # taken, begun
    if not object_follows(words, i) and not (words[i - 1].part is Part.AND and _is_copula(_verb_before(words, i))):
        return Part.PARTICIPLE  # "arrested by"
    before = words[i - 1]
    if before.part is Part.COMMA and _verb_before(words, i):
        return Part.PARTICIPLE  # "attackers, staged accidents"
    if before.part is Part.AND and (verb := _verb_before(words, i)) is not None:
        finite = verb.part is Part.FINITE or (verb.part is Part.AUXILIARY and verb.low in _BE)  # "was wrong and called"
        return Part.FINITE if finite and not _describes(words, i) else Part.PARTICIPLE
    return Part.FINITE


def _describes(words: list[Word], i: int) -> bool:
    """Whether the past form behind "and" only describes a noun: "an ongoing and heightened campaign"."""
    follows = i + 1 < len(words) and words[i + 1].part in (Part.NOUN, Part.ADJECTIVE)
    return follows and i > 2 and words[i - 3].part is Part.DETERMINER


def _is_copula(verb: Word | None) -> bool:
    return verb is not None and verb.low in _BE


def _verb_before(words: list[Word], i: int) -> Word | None:
    """The last verb before ``i`` in its clause; a participle before a noun only describes it."""
    for j in range(i - 1, -1, -1):
        word = words[j]
        if word.part in (Part.SEMICOLON, Part.RELATIVE, Part.THAT, Part.SUBORDINATOR, Part.COLON):
            return None
        describes = word.part is Part.PARTICIPLE and (
            words[j + 1].part in (Part.NOUN, Part.ADJECTIVE) or _is_reduced(words, i, j)
        )
        if word.part in (Part.FINITE, Part.PARTICIPLE, Part.AUXILIARY) and not describes:
            return word
    return None


def _is_reduced(words: list[Word], i: int, j: int) -> bool:
    """Whether the participle at ``j`` hangs on a noun, and the form at ``i`` has its own object: "and refused to"."""
    before = word_before(words, j)
    return j < i - 2 and before is not None and before.part is Part.NOUN and object_follows(words, i)


def _present(words: list[Word], i: int, kinds: frozenset[str]) -> Part | None:
    before = word_before(words, i)
    if before is None or not subject_may_stand_before(words, i):
        return None
    surely = verbs.OTHER not in kinds
    if before.part is Part.COMMA:  # "The law, which is of 2016, requires"
        return Part.FINITE if verbs.THIRD in kinds and surely else None
    if before.part is Part.AND:
        verb = _verb_before(words, i)
        follows = surely or _goes_with(words, i, kinds, verb)
        return Part.FINITE if verb and follows and (verb.part is Part.FINITE or not surely) else None
    if not surely and not object_follows(words, i, strict=True):
        return None
    return Part.FINITE if _agrees(words, i, kinds, surely=surely) else None


def _goes_with(words: list[Word], i: int, kinds: frozenset[str], verb: Word | None) -> bool:
    """ "condemn … and demand their release", "were tried and face up to": a form that may be a noun as second verb."""
    if [word.low for word in words[i + 1 : i + 3]] == ["up", "to"]:
        return True
    same = verb is not None and verb.part is Part.FINITE and verbs.BASE in verbs.kinds_of(verb.low) & kinds
    return same and i + 1 < len(words) and words[i + 1].part is Part.DETERMINER


def _agrees(words: list[Word], i: int, kinds: frozenset[str], *, surely: bool) -> bool:
    """Whether the form at ``i`` goes with its subject: "police detain", "the law bans"."""
    subject = subject_of(words, i)
    if subject is None or subject.part in (Part.RELATIVE, Part.THAT):
        return True
    plural = is_plural(subject) or (_is_joined(words, i) and surely)
    if verbs.THIRD not in kinds:
        return plural
    return surely or not plural or subject.capital or words[i + 1].part is Part.THAT  # "Defenders Abroad reports"


def _is_joined(words: list[Word], i: int) -> bool:
    """Whether the subject before ``i`` is made of several: "A and B"."""
    for word in reversed(words[:i]):
        if word.part in (Part.COMMA, Part.SEMICOLON, Part.FINITE, Part.AUXILIARY, Part.THAT, Part.INFINITIVE):
            return False
        if word.part is Part.AND:
            return True
    return False


def _settle_left_over(words: list[Word]) -> None:
    """ "security forces fired on them": where a clause has no finite verb, its first past form behind a noun is it."""
    stretch: list[int] = []
    led = False  # by a word that opens a clause, which then ends at a comma
    for i, word in enumerate(words):
        opens = word.part in (Part.RELATIVE, Part.THAT) or (word.part is Part.SUBORDINATOR and word.low != "what")
        ends = word.part in (Part.SEMICOLON, Part.COLON, Part.STOP) or word.low == "but"
        if opens or ends or (led and word.part is Part.COMMA):
            _find_verb(words, stretch, led=led)
            stretch, led = [], opens
        else:
            stretch.append(i)
    _find_verb(words, stretch, led=led)


def _find_verb(words: list[Word], stretch: list[int], *, led: bool) -> None:
    first = next((i for i in stretch if words[i].part in (Part.AUXILIARY, Part.FINITE)), None)
    if first is not None and not _before_is_and(words, first):
        _follow_finite(words, stretch)
        return
    stretch = [i for i in stretch if first is None or i < first]  # "relied on … and refused to"
    likely = [i for i in stretch if _may_be_verb(words, stretch, i, led=led)]
    likely = likely or [i for i in stretch if _looks_present(words, i)]
    best = next((i for i in likely if object_follows(words, i)), likely[0] if likely else None)
    if best is not None:
        words[best].part = Part.FINITE
    _follow_finite(words, stretch)


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
    if before.part not in (Part.NOUN, Part.PRONOUN) or after.part not in _AFTER_VERB:
        return False
    return verbs.BASE in kinds if is_plural(before) else verbs.THIRD in kinds


def _follow_finite(words: list[Word], stretch: list[int]) -> None:
    """ "visited … and called for": a past form behind "and" is finite if the verb before it is, and the other way."""
    for i in stretch:
        word = words[i]
        if word.part is not Part.PARTICIPLE or verbs.PAST not in verbs.kinds_of(word.low):
            continue
        verb = _verb_before(words, i) if _before_is_and(words, i) else None
        joined = i + 2 < len(words) and words[i + 1].part is Part.AND and words[i + 2].part is Part.FINITE
        if joined or (verb and verb.part is Part.FINITE and not _describes(words, i)):
            word.part = Part.FINITE


def _before_is_and(words: list[Word], i: int) -> bool:
    before = word_before(words, i)
    return before is not None and before.part is Part.AND


def _by_follows(words: list[Word], i: int) -> bool:
    return any(word.low == "by" for word in words[i + 1 : i + 3])


def _hangs_on_preposition(words: list[Word], stretch: list[int], i: int) -> bool:
    """Whether all nouns before it hang on a preposition, with no comma since: "In addition to fear provoked by"."""
    first = skip_adverbs(words, stretch[0])
    return words[first].part is Part.PREPOSITION and not any(words[j].part is Part.COMMA for j in range(first, i))


def _past_like(kinds: frozenset[str]) -> bool:
    return bool(kinds & {verbs.PAST, verbs.PARTICIPLE}) and verbs.BASE not in kinds
