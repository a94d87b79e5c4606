"""Causes and occasions that say something in passing: "due to the shutdown of …", "in the aftermath of …"."""

from onrecord.extraction.papers.clauses_rules import behind
from onrecord.extraction.papers.clauses_sentence import ENDS, FINITE, VERBS, Sentence, subject_and_verb
from onrecord.extraction.papers.clauses_words import Part
from onrecord.vocabulary.claim_words import listed

HAPPENINGS = listed("happenings")
_CAUSES = {("due", "to"), ("because", "of"), ("owing", "to"), ("despite",), ("notwithstanding",), ("amid",)}
_CAUSES |= {("as", "a", "result", "of"), ("in", "the", "aftermath", "of"), ("in", "spite", "of"), ("thanks", "to")}
_CAUSES |= {("in", "the", "wake", "of"), ("on", "the", "grounds", "of"), ("as", "a", "consequence", "of")}
_WEAK_CAUSES = {("following",), ("in", "response", "to"), ("in", "addition", "to"), ("after",)}


_BY_FIRST_WORD = {
    first: [phrase for phrase in (*_CAUSES, *_WEAK_CAUSES) if phrase[0] == first]
    for first in {phrase[0] for phrase in (*_CAUSES, *_WEAK_CAUSES)}
}
CAUSE_WORDS = frozenset(_BY_FIRST_WORD)


def cause(s: Sentence, i: int) -> str:
    """ "due to the shutdown of …", "despite …": a fact said in passing."""
    if not cause_at(s, i) or s.part(i - 1) in (Part.THAT, Part.ADVERB):  # "solely due to" is part of the verb
        return ""
    s.cause = i
    return "cause"


def cause_at(s: Sentence, i: int) -> int:
    """Length of the words of cause at ``i`` if what they name says something, else 0."""
    for phrase in _BY_FIRST_WORD.get(s.low(i), ()):
        if any(s.low(i + k) != word for k, word in enumerate(phrase)):
            continue
        if s.words[i].part is Part.SUBORDINATOR:
            return 0
        end = s.end_of_phrase(i)
        named = range(i + len(phrase), end)
        nouns = sum(s.part(j) is Part.NOUN for j in named)
        happens = any(s.part(j) in VERBS or s.low(j) in HAPPENINGS for j in named)
        enough = nouns > 1 and (happens or phrase in _CAUSES) if phrase not in _WEAK_CAUSES else nouns > 1 and happens
        return len(phrase) if enough else 0
    return 0


@behind(Part.COMMA)
def behind_cause(s: Sentence, i: int) -> str:
    """The main clause behind an opening cause: "Due to …, these decisions are not implemented"."""
    if s.part(i - 1) is not Part.COMMA or s.part(i) in (Part.AND, Part.RELATIVE) or s.main_seen or s.cause is None:
        return ""
    if s.cause and not (s.part(s.cause - 1) is Part.COMMA and s.part(0) is Part.PREPOSITION):
        return ""
    s.main_seen = subject_and_verb(s, i, joined=True)
    return "main clause" if s.main_seen else ""


def cause_list(s: Sentence, i: int) -> str:
    """Several happenings named as causes: "the shutdown of …, as well as mass detentions and torture in detention"."""
    comma = s.part(i - 1) is Part.COMMA
    if s.cause is None or not (comma or s.part(i) is Part.AND) or (s.part(i - 1) is Part.AND):
        return ""
    if not comma and s.part(i - 1) not in (Part.NOUN, Part.CLOSE):  # "criminal and administrative charges"
        return ""
    j = next(k for k in range(i, len(s.words) + 1) if s.part(k) is not Part.AND)
    end = next((k for k in range(j, len(s.words)) if s.part(k) in (*ENDS, Part.AND)), len(s.words))
    if not any(s.low(k) in HAPPENINGS for k in range(j, end)) or not _happening_before(s, i):
        return ""
    own = comma or s.part(j) is Part.DETERMINER or _item_length(s, i) > 1
    return "list" if own and not any(s.part(k) in FINITE for k in (*range(s.cause, i), *range(j, end))) else ""


def _happening_before(s: Sentence, i: int) -> bool:
    return any(s.low(k) in HAPPENINGS for k in range(s.piece, i))


def _item_length(s: Sentence, i: int) -> int:
    """How many words of its own the item before ``i`` has: "the suppression" one, "mass detentions" two."""
    length = 0
    for k in range(i - 1, s.piece - 1, -1):
        if s.part(k) in (*ENDS, Part.AND, Part.DETERMINER) or (s.low(k - 1), s.low(k)) == ("due", "to"):
            break
        length += 1
    return length
