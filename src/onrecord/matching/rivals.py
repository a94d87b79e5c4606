"""Where one paper tells two versions side by side: other counts, denials, and whether somebody is free.

"130 were dismissed; the employers speak of 90." The second count has no noun of its own: it counts what stands before.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from onrecord.matching.actors import actors_in
from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import DISAGREE, SCOPE, counts, is_part
from onrecord.matching.matter import same_matter
from onrecord.matching.statements import Statement, stems_of
from onrecord.model import Comparison
from onrecord.vocabulary.counting import concepts
from onrecord.vocabulary.numerals import NUMBER, value_of

_BARE = re.compile(
    r"\b(?:count(?:s|ed)|speaks?\s+of|spoke\s+of|puts?\s+(?:it|this|the\s+(?P<noun>\w+)[\w\s]{0,30}?)\s+at|recorded|gave|gives|cites?|cited|admits?(?:\s+to)?"
    r"|admitted(?:\s+to)?|acknowledged|says?|said|claims?|reported|told\s+us\s+of|list\s+has|has\s+a\s+list\s+of)\s+[“\"]?"
    rf"(?:only\s+|just\s+|no\s+more\s+than\s+|at\s+least\s+|about\s+|some\s+)?(?P<number>{NUMBER})\b(?P<share>\s*(?:%|per\s?cent))?",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|minister|government|authorit\w+|police|prosecutor\w*|prisons?(?:\s+(?:service|administration))?|administration|army|military|regulator|colony|hospital|guards?|officials?|spokes\w+|employers?|company|court|mayor|governor|State)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not\s+a\s+single|has\s+denied|no\s+(?:case|cases|evidence|one|complaints?|violations?)\b|denie[sd]|denying|rejected\s+(?:the\s+)?(?:claims?|allegations?|reports?)|nobody\s+(?:was|has))",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:behind\s+bars|in\s+(?:custody|detention|prison|jail)|remains?\s+(?:in|detained|imprisoned)|still\s+(?:held|detained|in)|is\s+(?:being\s+)?held|release)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:freed|released|acquitted)|set\s+free|walked\s+free|freed\s+(?:in|on|after))\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b(?:fired|opened\s+fire|shot|shootings?|beat|beaten|killed)\b", re.IGNORECASE)
_ANY_NOUN = frozenset(("number", "numbers", "figure", "total", "count"))
_TIMES = (["times"], ["years"], ["months"], ["days"], ["hours"], ["weeks"])
_LEAST = {"dozens": 20, "scores": 40, "hundreds": 200, "thousands": 2000}  # what such a word says at least
_REFERS = re.compile(
    r"\b(?:denie[sd]|rejected|dismissed|disputes?d?)\s+(?:this|these|it|them|that|all\s+of\s+this"
    r"|the\s+(?:claims?|allegations?|accusations?|reports?))\b",
    re.IGNORECASE,
)
_NAMES_ALIKE = 85
_RIGHT_BEFORE = 3  # statements
_NO_OBJECT = re.compile(r"\b(?:not\s+a\s+single|no)\s+(?:such\s+)?cases?\b", re.IGNORECASE)


def rivals(papers: Sequence[Sequence[Statement]], people: frozenset[str]) -> Iterator[Comparison]:
    """All pairs of versions; counts and denials within one paper, the others between any two.

    Args:
        papers: the statements of each.
        people: surnames of the persons that the papers name.
    """
    for statements in papers:
        yield from _other_counts(statements)
        yield from _denials(statements)
    every = [one for statements in papers for one in statements]
    yield from _free_or_not(every, people)
    yield from _who_did_it(every)


def _other_counts(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """A count, and right behind it another one by somebody else, without a noun of its own."""
    for place, one in enumerate(statements):
        match = _BARE.search(one.text)
        other = _counted_before(match, statements[max(0, place - 4) : place]) if match else None
        if match and other and _others(one, other):
            before = other.figures[0]
            number = before.comparator if before.value is None else f"{before.value:g}"
            why = f"Two counts of one thing: {number} and {match['number']}."
            yield comparison("conflict", DISAGREE, (other.member, one.member), why)


def _counted_before(match: re.Match[str], before: Sequence[Statement]) -> Statement | None:
    """The statement with the count that a bare number rivals: of the same noun, or else the one right before."""
    word = (match["noun"] or "").lower()
    noun = "" if word in _ANY_NOUN else concepts().get(word, "")
    for distance, other in enumerate(reversed(before)):
        figure = next(iter(other.figures), None)
        if figure is None or is_part(other, figure) or figure.what.split()[:1] in _TIMES:
            continue
        least = figure.value or _LEAST.get(figure.comparator.split()[0], 0)
        share = figure.what.startswith("%") == bool(match["share"])
        fits = noun in counts(other, figure) if word and word not in _ANY_NOUN else distance < _RIGHT_BEFORE
        told = value_of(match["number"])
        if share and fits and least and (told != least if figure.value else told < least):
            return other
    return None


def _others(one: Statement, other: Statement) -> bool:
    """Whether two parties speak: by their sources, or since the words name an office or "our own" count."""
    own = re.search(r"\bour\s+own\b", one.text, re.IGNORECASE)
    return one.source != other.source or bool(_OFFICIAL.search(one.text)) or bool(own)


def _denials(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """What a paper says, and right behind it an office that knows nothing of it."""
    for place, one in enumerate(statements):
        official = _OFFICIAL.search(f"{one.source} {one.text}")
        if not official or not _DENIES.search(one.text):
            continue
        for other in reversed(statements[max(0, place - 3) : place]):
            about = (
                _NO_OBJECT.search(one.text)
                or _REFERS.search(one.text)
                or (one.stems & other.stems) - stems_of(one.source)
            )
            if about and not _OFFICIAL.search(other.source) and other.kind in ("situation", "fulfilment"):
                why = f"{official.group()} denies what is told before."
                yield comparison("conflict", DISAGREE, (other.member, one.member), why)
                break
        yield from _contradicted(one, official.group(), statements[place + 1 : place + 3])


def _contradicted(denial: Statement, official: str, behind: Sequence[Statement]) -> Iterator[Comparison]:
    """ "Not a single case was known to her ministry. … Women told us that they were given injections.": told behind."""
    for other in behind:
        told = not other.publisher_says and other.source != denial.source and not _OFFICIAL.search(other.source)
        if told and other.kind == "situation" and _NO_OBJECT.search(denial.text):
            why = f"{official} denies what is told behind."
            yield comparison("conflict", DISAGREE, (denial.member, other.member), why)


def _free_or_not(statements: Sequence[Statement], people: frozenset[str]) -> Iterator[Comparison]:
    """Somebody is held here, and free there."""
    held = [s for s in statements if _HELD.search(s.text) and not _FREE.search(s.text)]
    free = [s for s in statements if _FREE.search(s.text)]
    for one in held:
        for other in free:
            if one.sha256 != other.sha256 and (name := _one_name(one, other, people)):
                yield comparison(
                    "conflict", DISAGREE, (one.member, other.member), f"{name} is held here, and free there."
                )


def _one_name(one: Statement, other: Statement, people: frozenset[str]) -> str:
    """A surname that stands around both, a letter or two apart at most; "" if there is none."""
    pairs = [(a, b) for a in one.around_names & people for b in other.around_names & people]
    return next((a for a, b in pairs if fuzz.ratio(a.casefold(), b.casefold()) >= _NAMES_ALIKE), "")


def _who_did_it(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """Police here, soldiers there, at one event."""
    told = [(s, actors_in(s.text)) for s in statements if _FORCE.search(s.text)]
    for (one, by), (other, by_others) in combinations([pair for pair in told if pair[1]], 2):
        if not by & by_others and same_matter(one, other):
            why = f"One event, other actors: {', '.join(sorted(by))} and {', '.join(sorted(by_others))}."
            yield comparison("conflict", SCOPE, (one.member, other.member), why)
