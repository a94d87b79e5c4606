"""Settles which part each word of a sentence plays, by the words beside it: what is its verb, which form is a noun."""

from onrecord.extraction.papers.clauses_left_over import describes, settle_left_over, verb_before
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
from onrecord.vocabulary import claim_words, verbs

_BE = frozenset(("is", "are", "was", "were", "am", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"))
_HAVE = frozenset(("has", "have", "had", "having", "hasn't", "haven't", "hadn't"))


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` with their parts."""
    words = split_words(text, start, end)
    _settle(words)
    return words


def _settle(words: list[Word]) -> None:
    _join_phrases(words)
    kinds_of, noun, subordinator = verbs.kinds_of, Part.NOUN, Part.SUBORDINATOR
    for i, word in enumerate(words):
        low, part = word.low, word.part
        if part is noun:
            if kinds := kinds_of(low):
                word.part = _verb(words, i, kinds) or noun
                continue
        elif low == "to" and part is Part.PREPOSITION:
            _settle_to(words, i)
            continue
        if low == "that":
            word.part = _that(words, i)
        elif word.capital and i and low in ("may", "will"):
            word.part = noun
        elif part is subordinator and low in _MAYBE_PREPOSITION and not _clause_follows(words, i):
            word.part = Part.PREPOSITION
    settle_left_over(words)


_PHRASES_BEGIN = frozenset(("as", "such", "rather", "because"))


def _join_phrases(words: list[Word]) -> None:
    """ "as well as" joins, "such as", "as of" and "due to" are prepositions."""
    lows = [word.low for word in words]
    for i, low in enumerate(lows):
        if low not in _PHRASES_BEGIN:
            continue
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
    if (verbs.PARTICIPLE not in kinds and verbs.BASE not in kinds) or _never_passive(words, i):
        return Part.FINITE  # began, took
    if verbs.PAST not in kinds or not subject_may_stand_before(words, i):
        return Part.PARTICIPLE  # taken, begun
    if not object_follows(words, i) and not (words[i - 1].part is Part.AND and _is_copula(verb_before(words, i))):
        return Part.PARTICIPLE  # "arrested by"
    before = words[i - 1]
    if before.part is Part.COMMA and verb_before(words, i):
        return Part.PARTICIPLE  # "attackers, staged accidents"
    if before.part is Part.AND and (verb := verb_before(words, i)) is not None:
        finite = verb.part is Part.FINITE or (verb.part is Part.AUXILIARY and verb.low in _BE)  # "was wrong and called"
        return Part.FINITE if finite and not describes(words, i) else Part.PARTICIPLE
    return Part.FINITE


# Verbs that take no object: "lived" behind a noun is no "who were lived".
_NEVER_PASSIVE = claim_words.listed("never passive")


def _never_passive(words: list[Word], i: int) -> bool:
    """ "hundreds of participants ended up behind bars": a past that needs no object, behind its subject."""
    return words[i].low in _NEVER_PASSIVE and words[i - 1].part in (Part.NOUN, Part.NUMBER, Part.ADVERB)


def _is_copula(verb: Word | None) -> bool:
    return verb is not None and verb.low in _BE


def _present(words: list[Word], i: int, kinds: frozenset[str]) -> Part | None:
    before = word_before(words, i)
    if before is None or not subject_may_stand_before(words, i):
        return None
    surely = verbs.OTHER not in kinds
    if before.part is Part.COMMA:  # "The law, which is of 2016, requires"
        if words[i].low in verbs.reporting() and i + 1 < len(words) and words[i + 1].part is Part.THAT:
            return Part.FINITE  # "Its authors, citing abuses, maintain that"
        return Part.FINITE if (verbs.THIRD in kinds and surely) or _behind_aside(words, i, kinds) else None
    if before.part is Part.AND:
        verb = verb_before(words, i)
        follows = surely or _goes_with(words, i, kinds, verb)
        return Part.FINITE if verb and follows and (verb.part is Part.FINITE or not surely) else None
    if not surely and not object_follows(words, i, strict=True):
        return None
    return Part.FINITE if _agrees(words, i, kinds, surely=surely) else None


def _behind_aside(words: list[Word], i: int, kinds: frozenset[str]) -> bool:
    """ "A second doctor, paid by the family, found six …": a past like the plain form, first verb of its clause."""
    if verbs.PAST not in kinds or i + 1 >= len(words) or words[i + 1].part not in (Part.NUMBER, Part.DETERMINER):
        return False
    for word in reversed(words[:i]):
        if word.part in (Part.SEMICOLON, Part.COLON, Part.STOP):
            break
        if word.part in (Part.FINITE, Part.AUXILIARY):
            return False
    return True


def _goes_with(words: list[Word], i: int, kinds: frozenset[str], verb: Word | None) -> bool:
    """ "condemn … and demand their release", "were tried and face up to": a form that may be a noun as second verb."""
    if [word.low for word in words[i + 1 : i + 3]] == ["up", "to"]:
        return True
    after = words[i + 1].part if i + 1 < len(words) else None
    if verbs.THIRD in kinds and verb is not None and after in (Part.DETERMINER, Part.NUMBER):
        return verb.part is not Part.FINITE or verbs.THIRD in verbs.kinds_of(
            verb.low
        )  # "was passed … and carries a fine"
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


def _past_like(kinds: frozenset[str]) -> bool:
    return bool(kinds & {verbs.PAST, verbs.PARTICIPLE}) and verbs.BASE not in kinds
