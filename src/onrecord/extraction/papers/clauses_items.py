"""Items told apart by what is theirs alone: a note, a figure, an article of a law, an action with its object."""

from onrecord.extraction.papers.clauses_rules import at, behind
from onrecord.extraction.papers.clauses_sentence import VERBS, Sentence
from onrecord.extraction.papers.clauses_words import Part
from onrecord.model import Figure
from onrecord.vocabulary.claim_words import listed

_ALLOWS = listed("allows")
_DURATIONS = tuple(listed("durations"))


def note(s: Sentence, i: int) -> str:
    """Behind a note mark: what follows has another source, or none."""
    if i not in s.marks or not any(s.part(j) in (Part.NOUN, *VERBS) for j in range(s.piece, i)):
        return ""
    j = i + 1 if s.part(i) is Part.AND else i
    joined = j > i or s.part(i - 1) in (Part.COMMA, Part.SEMICOLON)
    goes_on = s.part(j) in (Part.PREPOSITION, Part.TO, Part.OPEN) or not joined
    return "" if goes_on and s.finite_in(j) is None else "note"


@behind(Part.COMMA)
def list_with_notes(s: Sentence, i: int) -> str:
    """The items behind a noted item are told apart too."""
    if s.part(i - 1) is not Part.COMMA or s.piece not in s.marks or s.finite_in(s.piece, ends=(Part.STOP,)) is not None:
        return ""
    return "note"


@at(Part.AND)
def to_and_to(s: Sentence, i: int) -> str:
    """ "allows courts to block …, and to restrict …"."""
    if s.part(i) is not Part.AND or s.part(i + 1) is not Part.TO:
        return ""
    governs = any(s.low(j) in _ALLOWS for j in range(s.piece, i))
    return "and verb" if governs and any(s.part(j) is Part.TO for j in range(s.piece, i)) else ""


@at(Part.AND)
def action_of(s: Sentence, i: int) -> str:
    """ "enabling the blocking of … and the restriction of …": two actions, each with its object."""
    if s.part(i) is not Part.AND or s.low(i + 1) != "the" or s.low(i + 3) != "of":
        return ""
    lows = [word.low for word in s.words[s.piece : i]]
    first = next((k for k in range(len(lows) - 2) if lows[k] == "the" and lows[k + 2] == "of"), None)
    return "and verb" if first is not None and any(low in _ALLOWS for low in lows[:first]) else ""


def figure(s: Sentence, i: int) -> str:
    """A figure of its own: "at least 17 deaths, 86 casualties", ", including 12 children"."""
    j = i + 1 if s.part(i) is Part.AND or s.low(i) == "including" else i
    figure = s.figures.get(j) or (s.figures.get(j + 1) if s.part(j) is Part.DETERMINER else None)
    if figure is None or not _counts(figure) or not (s.part(i - 1) is Part.COMMA or s.part(i) is Part.AND):
        return ""
    earlier = [k for k, other in s.figures.items() if s.piece <= k < i and _counts(other)]
    told = earlier and any(
        s.part(k) in VERBS for k in range(_clause_start(s, i), i)
    )  # else one subject: "3 men and 2 women"
    return "figure" if told else ""


def _clause_start(s: Sentence, i: int) -> int:
    opens = (Part.THAT, Part.RELATIVE, Part.SUBORDINATOR)
    return next((j for j in range(i - 1, 0, -1) if s.part(j) in opens), 0)


def _counts(figure: Figure) -> bool:
    if figure.value is None and figure.comparator.split()[0] not in ("dozens", "hundreds", "thousands", "scores"):
        return False
    return not any(word.startswith(_DURATIONS) for word in figure.what.split()[:1])


@at(Part.AND)
def articles(s: Sentence, i: int) -> str:
    """ "violates both Article 21 of … and Article 32 of …"."""
    if s.part(i) is not Part.AND or s.low(i + 1) not in ("article", "articles", "section"):
        return ""
    named = any(s.low(j) in ("article", "articles", "section") for j in range(s.piece, i))
    return "article" if named and s.low(i - 1) not in ("article",) and s.part(i + 2) is Part.NUMBER else ""


@behind(Part.COMMA)
def in_some_cases(s: Sentence, i: int) -> str:
    """ ", in some cases only online"."""
    if s.part(i - 1) is not Part.COMMA or s.low(i) != "in" or s.low(i + 2) not in ("case", "cases", "instances"):
        return ""
    return "figure" if s.end_of_phrase(i) - i > 4 else ""


def as_well_as(s: Sentence, i: int) -> str:
    """ "referred to the closure of …, as well as to the sanctions …"."""
    if s.low(i) != "as" or s.part(i) is not Part.AND or s.low(i + 1) != "well":
        return ""
    return (
        "as well as"
        if s.part(i + 3) in (Part.PREPOSITION, Part.TO, Part.GERUND) and s.part(i - 1) is Part.COMMA
        else ""
    )
