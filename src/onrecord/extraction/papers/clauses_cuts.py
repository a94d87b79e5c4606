"""The rules that find where a new statement begins in a sentence; each answers for one word whether it begins one."""

from collections.abc import Iterator, Sequence

from onrecord.extraction.papers import clauses_items as items
from onrecord.extraction.papers.clauses_causes import CAUSE_WORDS, behind_cause, cause, cause_at, cause_list
from onrecord.extraction.papers.clauses_rules import Rules, at, behind
from onrecord.extraction.papers.clauses_sentence import (
    ENDS,
    FINITE,
    VERBS,
    Sentence,
    has_own_verb,
    has_verb,
    subject_and_verb,
)
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.model import Figure
from onrecord.vocabulary.claim_words import listed

_CONCESSIVE = listed("opens a clause")
_ACTORS = listed("actors")
_NO_AGENT_WITH = listed("no agent behind with")
_NO_STATEMENT = listed("no statement in -ing")
_CALLED_SO = listed("called so")
_FEWEST_WORDS = 3  # of a relative clause


_OPEN, _CLOSE = Part.OPEN, Part.CLOSE
_OPEN_NEXT = frozenset((Part.COMMA, Part.SEMICOLON, Part.COLON))
_OPENERS = frozenset((Part.AND, Part.RELATIVE, Part.THAT, Part.SUBORDINATOR))
_FIRST_WORDS = CAUSE_WORDS | {"with"}


def find_cuts(words: list[Word], figures: Sequence[Figure], marks: Sequence[int]) -> dict[int, str]:
    """Indexes of the words with which a new statement begins, each with the name of the rule."""
    sentence = Sentence(words, _by_word(words, figures), _behind_marks(words, marks))
    sentence.cause = 0 if cause_at(sentence, 0) else None
    found: dict[int, str] = {}
    parts = sentence.parts
    for i in _may_open(sentence):
        for rule in _RULES.asked(parts[i - 1], parts[i]):
            if opener := rule(sentence, i):
                found[i] = opener
                sentence.piece = i
                break
    return found


def _may_open(s: Sentence) -> Iterator[int]:
    """The words outside brackets at which a rule can apply at all: spares nine words of ten the rules."""
    depth, brackets, marks = 0, _OPEN in s.parts, s.marks
    for i, (before, part, word) in enumerate(zip(s.parts, s.parts[1:], s.words[1:], strict=False), start=1):
        if brackets:
            depth += (part == _OPEN) - (before == _CLOSE)
            if depth > 0:
                continue
        if before in _OPEN_NEXT or part in _OPENERS or word.low in _FIRST_WORDS or i in marks:
            yield i


def _by_word(words: list[Word], figures: Sequence[Figure]) -> dict[int, Figure]:
    found = {}
    for figure in figures:
        first = next((i for i, word in enumerate(words) if word.start <= figure.start < word.end), None)
        if first is not None:
            found[first] = figure
    return found


def _behind_marks(words: list[Word], marks: Sequence[int]) -> set[int]:
    """The word behind each mark that is no mere comma; none where only a stop follows."""
    found = set()
    for mark in marks:
        for i, word in enumerate(words):
            if word.start >= mark and word.part not in (Part.COMMA, Part.SEMICOLON, Part.QUOTE, Part.CLOSE):
                if word.part is not Part.STOP:
                    found.add(i)
                break
    return found


@behind(Part.SEMICOLON)
def _semicolon(s: Sentence, i: int) -> str:
    if s.part(i - 1) is not Part.SEMICOLON:
        return ""
    first = s.behind(i + 1 if s.part(i) is Part.AND else i)
    verb = s.finite_in(first, ends=(Part.SEMICOLON, Part.STOP), far=60)
    return "semicolon" if verb is not None or s.part(first) is Part.GERUND else ""


@behind(Part.COLON)
def _colon(s: Sentence, i: int) -> str:
    if s.part(i - 1) is not Part.COLON or s.finite_before(i - 1) is None:
        return ""
    return "colon" if s.finite_in(i) is not None else ""


@at(Part.AND)
def _and_verb(s: Sentence, i: int) -> str:
    """ "visited … and issued …": a second verb with its own object or circumstances."""
    if s.part(i) is not Part.AND:
        return ""
    j = s.behind(i + 1)
    first = s.finite_before(i)
    if first is None:  # "have closed …, placed reporters …, and tried lawyers …"
        listed = s.part(i - 1) is Part.COMMA and s.part(s.piece) is s.part(j) is Part.PARTICIPLE
        return "and verb" if listed else ""
    return _second_verb(s, i, j, first) if _something_between(s, first, i) else ""


def _second_verb(s: Sentence, i: int, j: int, first: int) -> str:
    """What begins behind "and" at ``i``, where ``first`` is the verb before it and ``j`` the next word."""
    if s.part(j) in FINITE or (s.part(j) is Part.PARTICIPLE and _participle_with_more(s, first, i, j)):
        return "and verb"
    if s.part(j) in (Part.INFINITIVE, Part.GERUND, Part.TO, Part.PARTICIPLE, Part.RELATIVE):
        return ""
    return "and clause" if subject_and_verb(s, j, joined=s.part(i - 1) is Part.COMMA) else ""


def _something_between(s: Sentence, verb: int, i: int) -> bool:
    """Whether the first verb has more than itself: "received and accepted" has not."""
    passed = False
    for j in range(verb, i):
        if s.part(j) in (Part.NOUN, Part.NUMBER, Part.PRONOUN, Part.ADJECTIVE):
            passed = True
        if s.part(j) in VERBS and s.part(j) is not Part.GERUND and j > verb and j == i - 1:
            return passed and s.part(verb) is Part.FINITE
    return passed or s.part(i - 1) is Part.COMMA


@behind(Part.COMMA)
def _listed_verbs(s: Sentence, i: int) -> str:
    """ "have blocked …, placed reporters …, and tried …": each with its own object."""
    if s.part(i - 1) is not Part.COMMA or s.part(i) is not Part.PARTICIPLE:
        return ""
    first = s.finite_before(i)
    if first is None or s.part(first) is not Part.AUXILIARY or s.part(i + 1) is Part.TO:
        return ""
    return "and verb" if _participle_with_more(s, first, i, i) else ""


@behind(Part.COMMA)
def _listed_clause(s: Sentence, i: int) -> str:
    """ "Homes were burnt, wells were poisoned, and nobody was tried": the clauses of a list."""
    if s.part(i - 1) is not Part.COMMA or s.part(i) not in (Part.DETERMINER, Part.NOUN) or s.finite_before(i) is None:
        return ""
    verb = s.finite_in(i, ends=(*ENDS, Part.RELATIVE, Part.THAT, Part.SUBORDINATOR))
    end = s.end_of_phrase(i)
    listed = s.part(end) is Part.COMMA and s.part(end + 1) is Part.AND and subject_and_verb(s, end + 2, joined=True)
    return "and clause" if verb is not None and verb > i and listed else ""


def _participle_with_more(s: Sentence, first: int, i: int, j: int) -> bool:
    """ "was arrested on 3 May and sentenced to five years": both participles have something of their own."""
    earlier = [k for k in range(first, i) if s.part(k) is Part.PARTICIPLE]
    others = (Part.INFINITIVE, Part.GERUND, Part.FINITE)
    if not earlier or s.part(first) is not Part.AUXILIARY or any(s.part(k) in others for k in range(earlier[0], i)):
        return False
    if s.part(j + 1) in (Part.NOUN, Part.ADJECTIVE) and s.low(first) not in ("has", "have", "had"):
        return False  # "were beaten and perceived critics"
    own = [k for k in range(earlier[0] + 1, i) if s.part(k) in (Part.NOUN, Part.NUMBER)]
    more = [k for k in range(j + 1, s.end_of_phrase(j)) if s.part(k) in (Part.NOUN, Part.NUMBER)]
    return bool(own and more)


@at(Part.AND)
def _and_that(s: Sentence, i: int) -> str:
    """ "denounce that … and that …"."""
    told = s.part(i + 1) is Part.THAT or s.low(i + 1) in ("how", "whether")
    return "and that" if s.part(i) is Part.AND and told and s.finite_in(i + 2) is not None else ""


@at(Part.AND)
def _and_which(s: Sentence, i: int) -> str:
    """ ", which was passed in May and which parliament opposes"."""
    if s.part(i) is not Part.AND or s.part(i + 1) is not Part.RELATIVE:
        return ""
    return "relative" if s.finite_in(i + 2, ends=(Part.SEMICOLON, Part.STOP), far=14) is not None else ""


@behind(Part.COMMA)
def _comma_clause(s: Sentence, i: int) -> str:
    """A comma between two full clauses, or behind an opening clause ("While …, authorities began …")."""
    if s.part(i - 1) is not Part.COMMA or s.part(i) in (Part.AND, Part.RELATIVE, Part.GERUND, Part.PARTICIPLE):
        return ""
    first = _behind_told(s, i)
    if s.part(first) is not Part.SUBORDINATOR and s.part(s.behind(first)) is not Part.GERUND:
        return ""
    opened = s.part(first) is Part.GERUND or s.finite_in(first, ends=(Part.COMMA,)) is not None
    return "main clause" if s.piece == 0 and opened and i - first > 4 and subject_and_verb(s, i, joined=True) else ""


def _behind_told(s: Sentence, i: int) -> int:
    """Where the sentence begins, or what is told in it: "X noted that while …"."""
    return next((j + 1 for j in range(1, i) if s.part(j) is Part.THAT and s.part(j + 1) is Part.SUBORDINATOR), 0)


@behind(Part.COMMA)
def _participle(s: Sentence, i: int) -> str:
    """ ", imprisoning critics", ", and tightening controls", ", thereby allowing …"."""
    if s.part(i - 1) is not Part.COMMA:
        return ""
    j = s.behind(i + 1 if s.part(i) is Part.AND else i)
    if s.part(j) is not Part.GERUND or s.low(j) in _NO_STATEMENT or not has_verb(s, i) or _in_enumeration(s, i):
        return ""
    k = s.behind(j + 1)
    if s.part(k) is Part.AND:
        if s.part(s.behind(k + 1)) is not Part.GERUND:
            return ""  # a mere list: "lobbying and training"
        k = s.behind(k + 1)
    return "participle" if s.part(k) not in (*ENDS, Part.AND, None) else ""


def _in_enumeration(s: Sentence, i: int) -> bool:
    """Whether it only goes on with examples: "including beatings, hanging by the wrists"."""
    for j in range(i - 1, s.piece, -1):
        if s.part(j) in FINITE:
            return False
        if s.low(j) == "including" or (s.low(j - 1), s.low(j)) == ("such", "as"):
            return True
    return False


def _with(s: Sentence, i: int) -> str:
    """ ", with harsh penalties", " with police beating protesters"."""
    if s.low(i) != "with" or s.low(i + 1) in _NO_AGENT_WITH or s.low(i + 2) in _NO_AGENT_WITH:
        return ""
    end = s.end_of_phrase(i)
    nouns = sum(s.part(j) in (Part.NOUN, Part.NUMBER) for j in range(i, end))
    if s.part(i - 1) is Part.COMMA:
        return "with" if nouns > 1 and has_own_verb(s, i) else ""
    within = next((j for j in range(i + 1, end) if s.part(j) in (*FINITE, Part.PREPOSITION, Part.AND)), end)
    gerund = next((j for j in range(i + 2, min(i + 9, within)) if s.part(j) is Part.GERUND), None)
    agent = gerund is not None and any(s.low(j) in _ACTORS or s.words[j].capital for j in range(i + 1, gerund))
    return "with" if agent and s.finite_before(i) is not None and nouns > 1 else ""


@behind(Part.COMMA)
def _relative(s: Sentence, i: int) -> str:
    """ ", which left 14 dead": a relative clause behind a comma."""
    if s.part(i - 1) is not Part.COMMA or not has_own_verb(s, i):
        return ""  # "the law, which is of 2016, bans": what is said of a subject before its verb
    j = next((k for k in range(i, min(i + 5, len(s.words))) if s.part(k) is Part.RELATIVE), None)
    if j is None or any(s.part(k) in (*ENDS, *FINITE) for k in range(i, j)):
        return ""
    return "relative" if s.finite_in(j + 1, ends=(Part.SEMICOLON, Part.STOP), far=14) is not None else ""


def _defining(s: Sentence, i: int) -> str:
    """ "trials that did not meet …": a relative clause without a comma that says something of its own of a thing."""
    if s.part(i - 1) is Part.COMMA or not has_own_verb(s, i):
        return ""
    if s.low(i) == "who" and s.part(i) is Part.RELATIVE:
        return "defining" if Part.NOT in (s.part(i + 1), s.part(i + 2), s.part(i + 3)) else ""
    subject = s.part(s.behind(i + 1)) in FINITE and s.part(i - 1) in (Part.NOUN, Part.NUMBER, Part.CLOSE, Part.QUOTE)
    defining = s.part(i) is Part.THAT or s.low(i) == "which"
    return "defining" if defining and subject and not _intended(s, i) and len(s.words) - i > _FEWEST_WORDS else ""


def _intended(s: Sentence, i: int) -> bool:
    """Whether the thing is only wished for: "to create an environment that fosters …"."""
    for j in range(i - 1, max(s.piece, i - 8) - 1, -1):
        if s.part(j) is Part.INFINITIVE:
            return True
        if s.part(j) in FINITE:
            return False
    return False


@at(Part.SUBORDINATOR)
def _subordinate(s: Sentence, i: int) -> str:
    """ "… when police killed 12 people", "…, while others were released"."""
    if s.part(i) is not Part.SUBORDINATOR or s.finite_before(i) is None:
        return ""
    comma = s.part(i - 1) is Part.COMMA
    if s.low(i) not in _CONCESSIVE and not (comma and s.low(i) in ("as", "where")):
        return ""
    return "subordinate" if s.finite_in(i + 1) is not None else ""


@behind(Part.COMMA)
def _passive(s: Sentence, i: int) -> str:
    """ ", officially motivated by minor infractions": what was done, and by whom."""
    if s.part(i - 1) is not Part.COMMA or not has_verb(s, i):
        return ""
    j = i
    while s.part(j) in (Part.ADVERB, Part.DETERMINER, Part.NOT):
        j += 1
    if s.part(j) is not Part.PARTICIPLE or not any(s.low(k) == "by" for k in (j + 1, j + 2)):
        return ""
    return "passive"


@behind(Part.COMMA)
def _called_so(s: Sentence, i: int) -> str:
    """ "…, an allegation that the judge refused to hear": what became of what was told before it."""
    if s.part(i - 1) is not Part.COMMA or s.low(i) not in ("a", "an") or s.low(i + 1) not in _CALLED_SO:
        return ""
    opens = s.part(i + 2) in (Part.THAT, Part.RELATIVE, Part.PARTICIPLE)
    return "apposition" if opens and has_verb(s, i) else ""


@behind(Part.COMMA)
def _behind_parenthesis(s: Sentence, i: int) -> str:
    """ "The plan, drafted by …, aimed to …": the verb behind what was said in between of the subject."""
    if s.part(i - 1) is not Part.COMMA or s.part(s.behind(i)) not in FINITE or s.main_seen:
        return ""
    begin = next((j + 1 for j in range(1, i) if s.part(j) is Part.THAT), 0)
    commas = [j for j in range(begin, i - 1) if s.part(j) is Part.COMMA]
    if not commas or any(s.part(j) in FINITE for j in range(begin, commas[0])):
        return ""
    s.main_seen = any(s.part(s.behind(j + 1)) in (Part.PARTICIPLE, Part.RELATIVE) for j in commas)
    return "behind" if s.main_seen else ""


_RULES = Rules(
    items.note,
    items.list_with_notes,
    _semicolon,
    _colon,
    _and_that,
    _and_which,
    _and_verb,
    _listed_verbs,
    _listed_clause,
    items.to_and_to,
    items.action_of,
    items.articles,
    items.figure,
    _participle,
    _with,
    _relative,
    _defining,
    _subordinate,
    cause,
    behind_cause,
    _comma_clause,
    _behind_parenthesis,
    _passive,
    _called_so,
    items.as_well_as,
    cause_list,
    items.in_some_cases,
)
