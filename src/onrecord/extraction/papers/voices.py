"""Who says it: "according to X", "X reported that …", "with X expressing concern that …", "as documented by X".

Gives every place of a sentence where words of somebody else begin, with the name as worded. Sentences that go on
("It said …") and quotations are followed in ``voices_running``.
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.papers.voices_asides import EXPLAINS, explained, told_behind, told_by, with_telling
from onrecord.extraction.papers.voices_manner import clause_follows, manner_of, that_far_behind
from onrecord.extraction.papers.voices_phrases import AROUND_WORDS, PHRASE_WORDS, told_around, told_in_phrases
from onrecord.extraction.papers.voices_speaker import ENDS, Told, is_name, is_of_state, names_a_rule, speaker, worded
from onrecord.vocabulary import verbs
from onrecord.vocabulary.claim_words import listed

_PRONOUNS = frozenset(("it", "they", "he", "she"))
_NAMED_BEFORE = listed("named before")
_WORRIED = ("concerned", "alarmed", "worried", "troubled", "disturbed", "dismayed", "appalled")
_LONGEST_NAME = 5  # words, and the comma
# Only people and bodies do this, so any subject will do.
_HUMAN = frozenset(
    (
        "say",
        "tell",
        "claim",
        "allege",
        "believe",
        "fear",
        "complain",
        "insist",
        "argue",
        "deny",
        "admit",
        "reply",
        "answer",
        "testify",
        "recount",
        "explain",
        "swear",
        "maintain",
        "assure",
    )
)
_FINDS = frozenset(
    (
        "evidence",
        "signs",
        "sign",
        "traces",
        "marks",
        "violations",
        "cases",
        "breaches",
        "indications",
        "proof",
        "patterns",
    )
)
_CALLED_UP = frozenset(("police", "ambulance", "doctor", "hotline", "guards", "helpline", "firefighters", "number"))
_CALLED_SO = listed("called so")
_TURNS = ("but", "although", "though", "whereas", "while", "yet")


def told_in(text: str, words: list[Word]) -> list[Told]:
    """Every place of the sentence where words of somebody else begin, in order of the words."""
    lows = {word.low for word in words}
    told = not verbs.reporting().keys().isdisjoint(lows)  # most sentences have no word that tells
    found = [
        *(_according(text, words) if "according" in lows else ()),
        *(_as_noted(text, words) if told and "as" in lows else ()),
        *(_subjects(text, words) if told or not lows.isdisjoint(_WORRIED) else ()),
        *(with_telling(text, words) if told and "with" in lows else ()),
        *(told_by(text, words) if told and "by" in lows else ()),
        *(told_behind(text, words) if told else ()),
        *(told_in_phrases(text, words) if not PHRASE_WORDS.isdisjoint(lows) else ()),
        *(told_around(text, words) if not AROUND_WORDS.isdisjoint(lows) else ()),
        *(explained(text, words) if not EXPLAINS.keys().isdisjoint(lows) else ()),
    ]
    found = [replace(one, last=_scope_end(words, one)) for one in found]
    return sorted(found, key=lambda one: (one.first, one.cue))


def _scope_end(words: list[Word], told: Told) -> int:
    """Where the publisher takes over again: "…, but the ministry denies it", "…; others were freed"."""
    for j in range(max(told.first, told.cue) + 3, len(words)):
        if words[j].part is Part.SEMICOLON and j + 4 < len(words) and words[j + 1].low not in ("that", "and"):
            return j
        if words[j].low in _CALLED_SO and words[j - 1].low in ("a", "an") and words[j - 2].part is Part.COMMA:
            return j - 2  # ", an allegation that the judge refused to hear"
        if words[j].low in _TURNS and words[j - 1].part is Part.COMMA and clause_follows(words, j + 1):
            return j
    return told.last


def _according(text: str, words: list[Word]) -> Iterator[Told]:
    for i in range(len(words) - 2):
        if (words[i].low, words[i + 1].low) != ("according", "to"):
            continue
        end = next((j for j in range(i + 2, len(words)) if words[j].part in ENDS), len(words))
        if i == 0 and any(word.part in FINITE for word in words[i + 3 : end]):
            end = next(j for j in range(i + 3, len(words)) if words[j].part in FINITE or _opens_subject(words, j))
        end = _behind_name(words, end)
        first = _behind_by(words, i + 2, end)
        source = worded(text, words, first, end)
        if source and not names_a_rule(words[first:end]):
            cue = end if i == 0 else 0
            aside = (end, _end_of_aside(words, end)) if i == 0 else (0, 0)
            yield Told(source, "say", 0, len(words), cue, f'"according to {source}"', aside=aside)


def _end_of_aside(words: list[Word], end: int) -> int:
    """ "According to the League, which sent a mission, …": what is said of the League is not told by it."""
    if end + 1 >= len(words) or words[end + 1].part is not Part.RELATIVE:
        return end
    return next((j for j in range(end + 2, len(words)) if words[j].part is Part.COMMA), end)


def _behind_by(words: list[Word], first: int, end: int) -> int:
    """ "According to figures compiled by the League": whose figures they are."""
    by = next((j for j in range(first, end) if words[j].low in ("by", "from")), end)
    return by + 1 if by + 1 < end and names_a_rule(words[first:by]) else first


def _opens_subject(words: list[Word], j: int) -> bool:
    """ "According to the League 130 members left": where the one told of ends without a comma."""
    return words[j].part in (Part.NUMBER, Part.DETERMINER) and words[j - 1].part is Part.NOUN


def _behind_name(words: list[Word], end: int) -> int:
    """ "According to her brother, Dan Okell, she …": the end of the name that tells who is meant; else ``end``."""
    if end + 2 >= len(words) or words[end].part is not Part.COMMA:
        return end
    behind = next((j for j in range(end + 1, len(words)) if words[j].part in ENDS), end)
    return behind if behind - end <= _LONGEST_NAME and is_name(words[end + 1 : behind]) else end


def _as_noted(text: str, words: list[Word]) -> Iterator[Told]:
    """ "As X noted, …" and "…, as X has reported"."""
    for i, word in enumerate(words):
        if word.low != "as":
            continue
        verb = next((j for j in range(i + 2, min(i + 12, len(words))) if words[j].low in verbs.reporting()), None)
        if verb is None or any(other.part in ENDS for other in words[i:verb]):
            continue
        if verb + 1 < len(words) and words[verb + 1].part not in ENDS:
            continue
        end = next((j for j in range(i + 1, verb) if words[j].part in (*FINITE, Part.ADVERB)), verb)
        source = speaker(text, words, i + 1, end)
        if source:
            yield Told(source, "say", 0, len(words), verb + 1 if i == 0 else 0, f'"as {source} {words[verb].low}"')


def _subjects(text: str, words: list[Word]) -> Iterator[Told]:
    reporting = verbs.reporting()
    for i, word in enumerate(words):
        report = reporting.get(word.low)
        if word.low in _WORRIED and words[i - 1].part in (Part.ADVERB, Part.AUXILIARY) and i:
            yield from _worried(text, words, i)
        if report is None or not _is_predicate(words, i):
            continue
        begin, end = _behind_time(words, *subject_before(words, i))
        manner = manner_of(words, i, report)
        if begin == end or not manner or _is_silence(words[end:i], report) or not _finds(words, i, report, manner):
            continue
        subject = words[begin:end]
        pronoun = _stands_for_another(subject)
        says = manner == "say"
        if report.base == "call" and words[min(i + 2, len(words) - 1)].low in _CALLED_UP:
            continue  # "she called the police"
        if report.kind == "call" and words[i - 1].part is Part.RELATIVE:
            continue  # "lawyers who asked to see her were turned away" tells nobody's words
        human = says and report.base in _HUMAN
        source = "" if pronoun else speaker(text, words, begin, end, surely=says, human=human)
        counted = any(word.part is Part.NUMBER for word in words[i + 1 : i + 3])
        strict = manner == "thing" and is_of_state(subject) and report.base != "deny" and not counted
        if (pronoun or source) and not strict:
            relative = i > 0 and words[i - 1].part is Part.RELATIVE  # what stands before "who told us" is not told
            first = 0 if words[begin - 1].low == "as" and begin else i if relative else begin
            manner = "say" if manner == "thing" else manner
            who = source or subject[-1].low
            yield Told(
                source,
                manner,
                first,
                len(words),
                _behind_cue(words, i, manner),
                f'"{who} {word.low} …"',
                who if pronoun else "",
                aside=(end, i) if end < len(words) and words[end].part is Part.COMMA else (0, 0),
            )


def _is_silence(between: list[Word], report: verbs.Reporting) -> bool:
    """ "has not said why": what somebody did not say is nobody's words."""
    return report.base != "deny" and any(word.part is Part.NOT for word in between)


def _finds(words: list[Word], i: int, report: verbs.Reporting, manner: str) -> bool:
    """ "found 12 graves", "found no evidence" tell a finding; "has found no post since" does not."""
    if report.base != "find" or manner != "thing":
        return True
    return any(word.part is Part.NUMBER or word.low in _FINDS for word in words[i + 1 : i + 6])


def _behind_time(words: list[Word], begin: int, end: int) -> tuple[int, int]:
    """The subject without "In April" or "In its own report" before it."""
    if begin >= end or words[begin].part is not Part.PREPOSITION:
        return begin, end
    after = next((j for j in range(begin + 2, end) if words[j].low in ("the", "a", "an")), begin)
    return after, end


def _worried(text: str, words: list[Word], i: int) -> Iterator[Told]:
    """ "X is gravely concerned about …"."""
    begin, end = subject_before(words, i)
    source = speaker(text, words, begin, end) if begin < end else ""
    if source and i + 1 < len(words) and words[i + 1].low in ("that", "about", "at", "by", "over", "with"):
        cue = i + 2 if words[i + 1].low == "that" else 0
        yield Told(source, "voice", begin, len(words), cue, f'"{source} is {words[i].low}"')


def _stands_for_another(subject: list[Word]) -> bool:
    """ "it", "they", "the report", "the organisation": named before."""
    if len(subject) == 1:
        return subject[0].low in _PRONOUNS
    named = subject[-1].low in _NAMED_BEFORE and not subject[-1].capital
    plain = len(subject) == 2 or (len(subject) == 3 and subject[1].low == "same")
    return named and plain and subject[0].low in ("the", "that", "this")


def _is_predicate(words: list[Word], i: int) -> bool:
    """Whether the reporting verb is the verb of a clause: finite, or behind "has"."""
    if words[i].part is Part.FINITE:
        return True
    if words[i].low == "said" and i and words[i - 1].part is not Part.AUXILIARY and words[i - 1].low != "is":
        return i + 1 < len(words) and words[i + 1].part is not Part.TO
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
    comma = next((j for j in range(end, i) if words[j].part is Part.COMMA), end)
    if (opened := _aside_before(words, comma)) and end < i:
        return subject_before(words, opened)
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
    if begin > 1 and words[begin - 1].part in FINITE and words[begin - 2].low in ("who", "which"):
        return _antecedent(words, begin - 2)  # "Women who are active in the league reported …"
    if 1 < begin == end and words[begin - 1].low in ("who", "which"):  # "women in the home, who told us"
        return _antecedent(words, begin - 2 if words[begin - 2].part is Part.COMMA else begin - 1)
    while begin < end and words[begin].part in (Part.ADVERB, Part.AND):
        begin += 1
    if words[begin].part is Part.PARTICIPLE:  # ", also analysed in …, raised"
        return end, end
    return begin, end


def _antecedent(words: list[Word], end: int) -> tuple[int, int]:
    """The phrase before "who": back to the verb or comma before it."""
    begin = end
    while begin > 0 and not _before_subject(words, begin - 1):
        begin -= 1
    if begin < end and words[begin].part is Part.PREPOSITION:
        begin += 1
    return begin, end


def _aside_before(words: list[Word], end: int) -> int:
    """ "The circle, whose members met, counted", "The envoy, by contrast, said": the comma that opens it; 0 if none."""
    if end >= len(words) or words[end].part is not Part.COMMA:
        return 0
    for j in range(end - 1, 0, -1):
        if words[j].part in (Part.SEMICOLON, Part.COLON, Part.THAT):
            return 0
        if words[j].part is Part.COMMA:
            aside = (Part.RELATIVE, Part.PREPOSITION, Part.ADVERB, Part.DETERMINER, Part.GERUND)
            title = words[j + 1].part is Part.NOUN and is_name(words[:j])  # "Ida Voss, director of a clinic, said"
            opens = (words[j + 1].part in aside or title) and words[0].part is not Part.PREPOSITION
            return j if opens and not any(word.part in FINITE for word in words[:j]) else 0
    return 0


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


def _behind_cue(words: list[Word], i: int, manner: str) -> int:
    """Index of the first word behind "X reported that"; 0 where the cue cannot be taken off."""
    if manner != "say":
        return 0
    for j in range(i + 1, min(i + 8, len(words))):
        if words[j].part is Part.THAT:
            return j + 1
        if words[j].part in FINITE:
            return 0
    return (
        that_far_behind(words, i + 1) + 1 if words[i].low in verbs.reporting() and that_far_behind(words, i + 1) else 0
    )
