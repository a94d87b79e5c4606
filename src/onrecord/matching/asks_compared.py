"""How near two asks are: what is shared and what speaks against, weighed into one score from 0 to 1.

Words alone cannot say "none": two recommendations on detention share most of their words and ask opposite things. So
what is to be done, the treaty or law with its article, and the persons are compared each by itself; what speaks against
caps the score below the line of "same ask".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.matching.ask_reasons import ACTION_NEAR, ACTION_SHARED, reasons_against, reasons_for, spoken_of
from onrecord.matching.asks import BY_HARM, Asked, Clause
from onrecord.model.link import LinkKind, Reason
from onrecord.vocabulary import ask_words
from onrecord.vocabulary.ask_words import PERSONS, TOPIC

# From here on. The lines were drawn on the proposals of a briefing paper and on proposals of our own (quality/links):
# pairs whose parts agree but for wording score .6 to .9, those of one subject .35 to .55, strangers below .2.
SAME_ASK, SAME_SUBJECT = 0.58, 0.34
_COVERED, _COVERS, _ACTION, _CONTEXT = 0.45, 0.20, 0.20, 0.15
_ELSEWHERE, _KIN, _NEAR, _NEAR_ELSEWHERE = 0.8, 0.6, 0.45, 0.3  # a term in another clause; a concept near it
_ACTION_OPEN, _ACTION_OTHER = 0.5, 0.1
_UNDER = 0.01  # below a line
_MISSING_WORD = 2.0  # the most that a word counts which the other side does not have
_BY_PLACE = (1.0, 0.7, 0.5)  # what is asked about stands first; places and examples follow
_RARE, _RARE_SHARE = 5.2, 0.2  # a word, or its name, that few recommendations hold
_MEANING = 0.12
_MATTERS, _MATTERS_BY_HARM = 0.6, 0.45  # shares of what it is about; harm may be told in many ways


@dataclass(frozen=True, slots=True)
class Compared:
    """The nearest clauses of two texts."""

    kind: LinkKind
    score: float
    reasons: tuple[Reason, ...]
    alike: float = 0.0  # before anything that speaks against it


def compare_asks(one: Asked, other: Asked, *, meaning: float = 0.0) -> Compared:
    """The best of all pairs of clauses.

    Args:
        one: what was asked first: a proposal, an earlier recommendation.
        other: what may take it up.
        meaning: how near the whole texts are in meaning beside other pairs, in standard deviations; 0 if not known.
    """
    context = _context(one, other)
    pairs = [(a, b) for a in one.clauses for b in other.clauses]
    compared = [_compare(a, b, other, context=context, meaning=meaning) for a, b in pairs]
    best = max(range(len(pairs)), key=lambda place: compared[place].score)
    a, b = pairs[best]
    action = action_fit(a.actions, b.actions)
    shared = reasons_for(a, b, other, action=action, meaning=meaning)  # told of the best pair alone: takes its time
    return replace(compared[best], reasons=(*shared, *compared[best].reasons))


def _context(one: Asked, other: Asked) -> float:
    """Shares of the weight of all words of both texts, the geometric mean."""
    a, b = one.whole, other.whole
    if not a.total or not b.total:
        return 0.0
    shared = sum(min(value, b.terms[term]) for term, value in a.terms.items() if term in b.terms)
    return float(shared / (a.total * b.total) ** 0.5)


def _compare(a: Clause, b: Clause, other: Asked, *, context: float, meaning: float) -> Compared:
    covered = _cover(_lists_relaxed(a, other), b.terms, other.whole.terms)
    covers = _cover(b.terms, a.terms, a.terms)
    action = action_fit(a.actions, b.actions)
    score = _COVERED * covered + _COVERS * covers + _ACTION * action * min(1.0, 2 * covered) + _CONTEXT * context
    score += _MEANING * max(-1.0, min(1.0, meaning / 3))
    enough = _matters_covered(a, other) >= (_MATTERS_BY_HARM if a.role == BY_HARM else _MATTERS)
    against = tuple(reasons_against(a, b, other, action=action, covered=enough))
    alike = score
    if not _one_subject(a, b, other):
        score = _below(score, SAME_SUBJECT, 0.0)
    elif against:
        score = _below(score, SAME_ASK, SAME_SUBJECT)
    score = max(0.0, min(1.0, score))
    kind = LinkKind.SAME_ASK if score >= SAME_ASK else LinkKind.SAME_SUBJECT if score >= SAME_SUBJECT else LinkKind.NONE
    return Compared(kind, score, against, alike)


def _below(score: float, line: float, floor: float) -> float:
    """The score pressed below a line, so that what was higher stays higher."""
    return score if score <= floor else floor + (score - floor) / (1 - floor) * (line - floor - _UNDER)


def _matters_covered(a: Clause, other: Asked) -> float:
    """The share of the weight of what it is about that the other side speaks of; of a list one is enough."""
    there = other.whole.terms
    total = found = 0.0
    for place, matter in enumerate(a.matters):
        first = _BY_PLACE[min(place, len(_BY_PLACE) - 1)]
        total += first * max(a.terms.get(term, 0.0) for term in matter)
        found += first * max(a.terms.get(term, 0.0) * spoken_of(term, there) for term in matter)
    return found / total if total else 1.0


def _lists_relaxed(a: Clause, other: Asked) -> dict[str, float]:
    """Terms of ``a``; of a list of which something is found, what is missing counts half."""
    there = other.whole.terms.keys()
    halved = {term for matter in a.matters if len(matter) > 1 and matter & there for term in matter - there}
    return {term: value / 2 if term in halved else value for term, value in a.terms.items()}


def _cover(wanted: Mapping[str, float], there: Mapping[str, float], elsewhere: Mapping[str, float]) -> float:
    """The share of the weight of ``wanted`` that the other side has."""
    total = found = 0.0
    for term, value in wanted.items():
        share = _found(term, there, elsewhere)
        # A rare word that is shared tells much; one that is missing may only be put otherwise.
        total += value if share or term[0] == "=" else min(value, _MISSING_WORD)
        found += value * share
    return found / total if total else 0.0


def _found(term: str, there: Mapping[str, float], elsewhere: Mapping[str, float]) -> float:
    if term in there:
        return 1.0
    if term in elsewhere:
        return _ELSEWHERE
    concept = ask_words.concepts().get(term[1:]) if term[0] == "=" else None
    if concept is None:
        return 0.0
    if any("=" + key in there for key in concept.kin):
        return _KIN
    if any("=" + key in there for key in concept.near):
        return _NEAR
    return _NEAR_ELSEWHERE if any("=" + key in elsewhere for key in concept.near) else 0.0


def action_fit(one: frozenset[str], other: frozenset[str]) -> float:
    """How well what is to be done agrees, 0 to 1; general wishes ("strengthen") go with everything a little."""
    known = ask_words.actions()
    if not one or not other:
        return _ACTION_OPEN
    specific = [frozenset(key for key in side if known[key].specific) for side in (one, other)]
    if specific[0] & specific[1]:
        return 1.0
    if any(known[a].near & other for a in specific[0]):
        return ACTION_NEAR
    if all(specific):
        return _ACTION_OTHER
    if one & other:
        return ACTION_SHARED
    return _ACTION_OPEN


def _one_subject(a: Clause, b: Clause, other: Asked) -> bool:
    """Whether both speak of one thing: a topic, a treaty or a code shared, or persons who are rarely spoken of."""
    known = ask_words.concepts()
    for term in a.terms:
        if term not in other.whole.terms:
            if _kin_found(term, b):
                return True
            continue
        if term[0] != "=":
            if a.terms[term] >= _RARE and a.terms[term] >= _RARE_SHARE * a.total:
                return True
            continue
        concept = known.get(term[1:])
        if concept is None or concept.kind in (TOPIC, PERSONS):
            return True
    return False


def _kin_found(term: str, b: Clause) -> bool:
    concept = ask_words.concepts().get(term[1:]) if term[0] == "=" else None
    return concept is not None and any("=" + key in b.terms for key in concept.kin)
