"""Who says it: "according to X", "X reported that …", "with X expressing concern that …", "as documented by X".

Gives every place of a sentence where words of somebody else begin, with the name as worded. Sentences that go on
("It said …") and quotations are followed in ``voices_running``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extraction.papers.clauses_neighbours import skip_adverbs
from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.vocabulary import verbs
from onrecord.vocabulary.claim_words import listed

_ACTORS = listed("actors")
_NO_SPEAKER = listed("no speaker")
_WRITINGS = listed("writings")
_PRONOUNS = frozenset(("it", "they", "he", "she"))
_NAMED_BEFORE = listed("named before")
_TELLS_A_THING = listed("tells a thing")
_WORRIES = listed("worries")
_WORRIED = ("concerned", "alarmed", "worried", "troubled", "disturbed", "dismayed", "appalled")
_TURNS = ("but", "although", "though", "whereas", "while", "yet")
_VOICES_WORRY = ("express", "raise", "voice", "reiterate", "question")
_ENDS = (Part.COMMA, Part.SEMICOLON, Part.COLON, Part.STOP, Part.QUOTE, Part.OPEN, Part.DASH)


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


def told_in(text: str, words: list[Word]) -> list[Told]:
    """Every place of the sentence where words of somebody else begin, in order of the words."""
    found = [
        *_according(text, words),
        *_as_noted(text, words),
        *_subjects(text, words),
        *_with(text, words),
        *_passive(text, words),
    ]
    found = [replace(told, last=_scope_end(words, told)) for told in found]
    return sorted(found, key=lambda told: (told.first, told.cue))


def _scope_end(words: list[Word], told: Told) -> int:
    """Where the publisher takes over again: "…, but the ministry denies it", "…; others were freed"."""
    for j in range(max(told.first, told.cue) + 3, len(words)):
        turns = words[j].part is Part.SEMICOLON or (words[j].low in _TURNS and words[j - 1].part is Part.COMMA)
        if turns and _clause_follows(words, j + 1):
            return j
    return told.last


def _according(text: str, words: list[Word]) -> Iterator[Told]:
    for i in range(len(words) - 2):
        if (words[i].low, words[i + 1].low) != ("according", "to"):
            continue
        end = next((j for j in range(i + 2, len(words)) if words[j].part in _ENDS), len(words))
        if i == 0 and end == len(words):
            end = next((j for j in range(i + 3, len(words)) if words[j].part in FINITE), end)
        source = _worded(text, words, i + 2, end)
        if source and not _names_a_rule(words[i + 2 : end]):
            cue = end if i == 0 else 0
            yield Told(source, "say", 0, len(words), cue, f'"according to {source}"')


def _as_noted(text: str, words: list[Word]) -> Iterator[Told]:
    """ "As X noted, …" and "…, as X has reported"."""
    for i, word in enumerate(words):
        verb = next((j for j in range(i + 2, min(i + 12, len(words))) if words[j].low in verbs.reporting()), None)
        if word.low != "as" or verb is None or any(other.part in _ENDS for other in words[i:verb]):
            continue
        if verb + 1 < len(words) and words[verb + 1].part not in _ENDS:
            continue
        end = next((j for j in range(i + 1, verb) if words[j].part in (*FINITE, Part.ADVERB)), verb)
        source = _speaker(text, words, i + 1, end)
        if source:
            yield Told(source, "say", 0, len(words), verb + 1 if i == 0 else 0, f'"as {source} {words[verb].low}"')


def _subjects(text: str, words: list[Word]) -> Iterator[Told]:
    for i, word in enumerate(words):
        report = verbs.reporting().get(word.low)
        if word.low in _WORRIED and words[i - 1].part in (Part.ADVERB, Part.AUXILIARY) and i:
            yield from _worried(text, words, i)
        if report is None or not _is_predicate(words, i):
            continue
        begin, end = subject_before(words, i)
        manner = _manner(words, i, report)
        if begin == end or not manner:
            continue
        subject = words[begin:end]
        pronoun = _stands_for_another(subject)
        source = "" if pronoun else _speaker(text, words, begin, end, surely=manner == "say")
        strict = manner == "thing" and _is_of_state(subject)
        if (pronoun or source) and not strict:
            first = 0 if words[begin - 1].low == "as" and begin else begin
            manner = "say" if manner == "thing" else manner
            who = source or subject[-1].low
            yield Told(source, manner, first, len(words), _behind_cue(words, i, manner), f'"{who} {word.low} …"')


def _worried(text: str, words: list[Word], i: int) -> Iterator[Told]:
    """ "X is gravely concerned about …"."""
    begin, end = subject_before(words, i)
    source = _speaker(text, words, begin, end) if begin < end else ""
    if source and i + 1 < len(words) and words[i + 1].low in ("that", "about", "at", "by", "over", "with"):
        cue = i + 2 if words[i + 1].low == "that" else 0
        yield Told(source, "voice", begin, len(words), cue, f'"{source} is {words[i].low}"')


def _stands_for_another(subject: list[Word]) -> bool:
    """ "it", "they", "the report", "the organisation": named before."""
    if len(subject) == 1:
        return subject[0].low in _PRONOUNS
    return len(subject) == 2 and subject[0].low == "the" and subject[1].low in _NAMED_BEFORE and not subject[1].capital


def _is_predicate(words: list[Word], i: int) -> bool:
    """Whether the reporting verb is the verb of a clause: finite, or behind "has"."""
    if words[i].part is Part.FINITE:
        return True
    if words[i].part not in (Part.PARTICIPLE, Part.INFINITIVE):
        return False
    j = i - 1
    while j > 0 and words[j].part in (Part.ADVERB, Part.NOT):
        j -= 1
    return j >= 0 and words[j].low in ("has", "have", "had", "did", "does", "do")


def subject_before(words: list[Word], i: int) -> tuple[int, int]:
    """Where the subject of the verb at ``i`` stands: from its clause's beginning to the verb, as word indexes."""
    end = i
    while end > 0 and words[end - 1].part in (Part.ADVERB, Part.NOT, Part.AUXILIARY, Part.COMMA, Part.AND):
        if words[end - 1].part is Part.AND and words[end - 1].low not in ("and", "but"):
            break
        end -= 1
    if (
        end > 1
        and any(word.part is Part.AND for word in words[end:i])
        and any(word.part in FINITE for word in words[:end])
    ):
        return _shared_subject(words, end)
    begin = end
    while begin > 0 and not _before_subject(words, begin - 1):
        if words[begin - 1].part is Part.AND and _has_finite_before(words, begin - 1):
            break  # "The draft held … and civil society requested"
        begin -= 1
    while begin < end and words[begin].part in (Part.ADVERB, Part.AND):
        begin += 1
    if words[begin].part is Part.PARTICIPLE:  # ", also analysed in …, raised"
        return end, end
    return begin, end


def _has_finite_before(words: list[Word], i: int) -> bool:
    """Whether the clause that reaches to ``i`` has its verb already."""
    for word in reversed(words[:i]):
        if word.part in FINITE:
            return True
        if word.part in (Part.COMMA, Part.SEMICOLON, Part.THAT, Part.SUBORDINATOR, Part.RELATIVE, Part.COLON):
            return False
    return False


def _shared_subject(words: list[Word], end: int) -> tuple[int, int]:
    """ "X visited … and called for": the subject of the first verb."""
    verb = next((j for j in range(end) if words[j].part in FINITE), 0)
    return subject_before(words, verb) if verb else (end, end)


def _before_subject(words: list[Word], j: int) -> bool:
    part = words[j].part
    if part in (Part.THAT, Part.SUBORDINATOR, Part.RELATIVE, *FINITE, Part.INFINITIVE):
        return True
    if part is Part.AND and words[j].low == "but":
        return True
    return part in (Part.COMMA, Part.SEMICOLON, Part.COLON, Part.DASH, Part.QUOTE)


def _manner(words: list[Word], i: int, report: verbs.Reporting) -> str:
    """How the words that follow are told: "say", "thing" (said of a mere object), "voice", "call"; "" if nothing is."""
    j = _behind_aside(words, skip_adverbs(words, i + 1))
    after = words[j] if j > i else None
    if after is None:
        return ""
    if report.base in _VOICES_WORRY and any(word.low in _WORRIES for word in words[i + 1 : i + 5]):
        return "voice"
    if report.kind == "call":
        return "call"
    if _opens_speech(words, i, j, report):
        return "say"
    if report.kind == "voice":
        return "" if report.base in _VOICES_WORRY else "voice"
    return "thing" if report.base in _TELLS_A_THING and after.part not in _ENDS else ""


def _behind_aside(words: list[Word], j: int) -> int:
    """ "noted, however, that": the word behind the aside."""
    aside = words[j : j + 3]
    commas = len(aside) == 3 and aside[0].part is aside[2].part is Part.COMMA and aside[1].part is Part.ADVERB
    return min(j + 3, len(words) - 1) if commas else j


def _opens_speech(words: list[Word], i: int, j: int, report: verbs.Reporting) -> bool:
    """Whether the verb at ``i``, behind which ``j`` stands, opens what is said: "noted that", "told us that"."""
    if words[j].part in (Part.THAT, Part.QUOTE, Part.COLON) or words[j].low in ("how", "whether"):
        return True
    if report.base in ("tell", "inform", "remind") and any(word.part is Part.THAT for word in words[i : i + 8]):
        return True
    return report.base in ("say", "claim", "allege", "believe", "state") and _clause_follows(words, j)


def _clause_follows(words: list[Word], j: int) -> bool:
    for word in words[j : j + 12]:
        if word.part in FINITE:
            return True
        if word.part in (Part.COMMA, Part.SEMICOLON, Part.STOP):
            return False
    return False


def _behind_cue(words: list[Word], i: int, manner: str) -> int:
    """Index of the first word behind "X reported that"; 0 where the cue cannot be taken off."""
    if manner != "say":
        return 0
    for j in range(i + 1, min(i + 8, len(words))):
        if words[j].part is Part.THAT:
            return j + 1
        if words[j].part in FINITE:
            return 0
    return 0


def _speaker(text: str, words: list[Word], begin: int, end: int, *, surely: bool = False) -> str:
    """The subject as a name, if it is one who can say something; ``surely``: what follows shows that it can."""
    subject = words[begin:end]
    if _names_a_rule(subject):
        return ""
    for j in range(begin, end - 1):  # "many of the comments of the members"
        if words[j].low in _WRITINGS and words[j + 1].low in ("of", "by", "from"):
            return _worded(text, words, j + 2, end)
    name = surely and end - begin == 1 and subject[0].capital and subject[0].part is Part.NOUN  # "Reuters said that"
    if not name and not any(_can_speak(text, word, first=begin + k == 0) for k, word in enumerate(subject)):
        return ""
    return _worded(text, words, begin, end)


def _can_speak(text: str, word: Word, *, first: bool) -> bool:
    """Whether the word is a body or a name; the first of a sentence has its capital anyway, unless more follow."""
    if first and word.capital and sum(sign.isupper() for sign in text[word.start : word.end]) > 1:
        return True
    if word.low in _ACTORS or word.low.removesuffix("'s") in _ACTORS:
        return True
    return word.part in (Part.NOUN, Part.NUMBER) and word.capital and not first


def _names_a_rule(subject: list[Word]) -> bool:
    """Whether the head of the phrase is a law, a record or the like, which says nothing on its own account."""
    head = ""
    for word in subject:
        if word.part in (Part.PREPOSITION, Part.OPEN, Part.QUOTE) or (word.part in FINITE):
            break
        if word.part in (Part.NOUN, Part.PRONOUN):
            head = word.low
    return head in _NO_SPEAKER


_OF_STATE = listed("of the State")


def _is_of_state(subject: list[Word]) -> bool:
    return any(word.low in _OF_STATE for word in subject)


def _with(text: str, words: list[Word]) -> Iterator[Told]:
    """ "with the High Commissioner recently expressing concern that …"."""
    for i, word in enumerate(words):
        if word.low != "with":
            continue
        for j in range(i + 2, min(i + 16, len(words))):
            report = verbs.reporting().get(words[j].low)
            if words[j].part in (Part.COMMA, *FINITE):
                break
            if report and words[j].part is Part.GERUND and (manner := _manner(words, j, report)):
                source = _speaker(text, words, i + 1, j)
                if source:
                    that = next((k for k in range(j, min(j + 4, len(words))) if words[k].part is Part.THAT), None)
                    yield Told(
                        source, manner, i, len(words), that + 1 if that else 0, f'"with {source} {words[j].low}"'
                    )
                break


def _passive(text: str, words: list[Word]) -> Iterator[Told]:
    """ "were documented by X", "as reported by X"."""
    for i in range(1, len(words) - 2):
        report = verbs.reporting().get(words[i].low)
        if report is None or words[i].part is not Part.PARTICIPLE or words[i + 1].low != "by":
            continue
        if report.kind == "call" or words[skip_adverbs(words, i - 1)].part in (Part.DETERMINER,):
            continue
        end = next((j for j in range(i + 2, len(words)) if words[j].part in (*_ENDS, *FINITE, Part.AND)), len(words))
        source = _speaker(text, words, i + 2, end)
        if source and not _is_of_state(words[i + 2 : end]):
            yield Told(source, "say", 0, len(words), 0, f'"{words[i].low} by {source}"')


def _worded(text: str, words: list[Word], begin: int, end: int) -> str:
    """The words as they stand, without "the", a stop at the end or bold marks; cut where a relative clause begins."""
    while begin < end and (words[begin].low in ("the", "a", "an") or words[begin].part is Part.QUOTE):
        begin += 1
    while end > begin and words[end - 1].part is Part.ADVERB:
        end -= 1
    stop = next((j for j in range(begin, end) if words[j].part in (Part.COMMA, Part.RELATIVE, Part.SEMICOLON)), end)
    if begin >= stop:
        return ""
    return re.sub(r"[*_\s]+", " ", text[words[begin].start : words[stop - 1].end]).strip()
