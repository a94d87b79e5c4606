"""Where what a paper refers to does not fit: its own note, a numbered review, a set, a place, an article."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import AMBIGUOUS, SCOPE, WRONG, counts
from onrecord.matching.statements import Statement
from onrecord.model import Comparison, Member, SourceNote
from onrecord.vocabulary.covenant import protects
from onrecord.vocabulary.dates import to_edtf

_URL_DATE = re.compile(r"(?:^|[/_=-])((?:19|20)\d\d)[/_-](0[1-9]|1[0-2])(?:[/_-]([0-3]\d))?(?=[/_.-]|$)")
# Of a source that was published on a day; a year alone may be that of an edition.
_DAY_IN_TEXT = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\s+(?:19|20)\d\d\b")
_URL_PERSON = re.compile(r"[/_-](?:mr|ms|mrs|dr)[/_-]([a-z]+[/_-][a-z]+)(?:[/_.-]|$)", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s+(?:\w+\s+){0,2}(?:review|report|cycle|upr|examination)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\b(?:of|among|amongst|out\s+of)\s+(?:these|those|them|which|whom)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|near|from|of)\s+([A-ZÀ-Þ][\w’-]{5,})\b")
_ARTICLE = re.compile(
    r"\b[Aa]rticles?\s+(\d+)\s+(?:of|in|to)\s+(?:the\s+)?([^,.;()]{3,60}?\b(?:Code|Law|Act|Constitution|ICCPR|Covenant))",
    re.UNICODE,
)
_PARTS = re.compile(
    r"\b(\w{3,}s)\s+of\s+(?:the\s+)?([\w\s]{4,80}?)\s+and\s+([\w\s]{4,80}?)(?=,|;|$|\s+(?:are|is|were|was|have|has|to|which|that|in)\b)"
)
_PART = re.compile(
    r"\b(\w{3,}s)\s+of\s+(?:the\s+)?([\w\s]{4,80}?)(?=,|;|$|\s+(?:are|is|were|was|have|has|to|which|that|in)\b)"
)


def own_notes(statements: Sequence[Statement], notes: Mapping[tuple[str, str], SourceNote]) -> Iterator[Comparison]:
    """A claim against its own note: a source older than what it is cited for; one person where many are told of.

    Args:
        statements: of all papers.
        notes: by sha256 and number.
    """
    for one in statements:
        for number in one.notes:
            note = notes.get((one.sha256, number))
            if note:
                yield from _too_old(one, note)
                yield from _only_one(one, note)


def _too_old(one: Statement, note: SourceNote) -> Iterator[Comparison]:
    dated = _URL_DATE.search(note.url) or _DAY_IN_TEXT.search(note.text)
    if not dated or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", one.date):
        return
    day = "-".join(part for part in dated.groups() if part) if dated.re is _URL_DATE else to_edtf(dated.group())
    if day[: len(one.date)] < one.date[: len(day)]:
        why = f"It is told of {one.date}, and its own note is of {day}."
        yield comparison("conflict", WRONG, (one.member, Member(one.sha256, note.definition)), why)


def _only_one(one: Statement, note: SourceNote) -> Iterator[Comparison]:
    person = _URL_PERSON.search(note.url)
    if person and one.several:
        name = re.sub(r"[-_]", " ", person[1])
        why = f"It tells of several; the address of its note names one person ({name})."
        yield comparison("conflict", SCOPE, (one.member, Member(one.sha256, note.definition)), why)


def numbered_reviews(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """The same number of review, years apart."""
    told: dict[tuple[str, int], list[tuple[Statement, int]]] = defaultdict(list)
    for one in statements:
        match = _ORDINAL.search(one.text)
        years = {int(date[:4]) for date in one.dates_around if date[:4].isdigit()}
        if match and years:
            told[_mechanism(one), _rank(match[1])].append((one, min(years)))
    for (mechanism, number), rows in told.items():
        for (one, year), (other, then) in combinations(rows, 2):
            if mechanism and abs(year - then) >= 2 and one.sha256 != other.sha256:
                why = f"Both speak of number {number} under the {mechanism}, one in {year}, one in {then}."
                yield comparison("conflict", WRONG, (one.member, other.member), why)


def _rank(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else _ORDINALS.index(word.lower()) + 1


def _mechanism(one: Statement) -> str:
    if one.around & {"upr", "univers", "universal"}:
        return "UPR"
    return "Committee" if one.around & {"committee", "iccpr", "covenant"} else ""


def unclear_sets(papers: Sequence[Sequence[Statement]]) -> Iterator[Comparison]:
    """ "Of these, over 30": of which, where several numbers of the same thing stand before."""
    for statements in papers:
        for place, one in enumerate(statements):
            figures = [f for f in one.figures if f.value is not None]
            if not figures or not _OF_THESE.search(one.text):
                continue
            what = counts(one, figures[0])
            before = [s for s in statements[max(0, place - 5) : place] if any(counts(s, f) & what for f in s.figures)]
            values = {f.value for s in before for f in s.figures}
            if len(values) >= 2:
                why = f"“{_OF_THESE.search(one.text).group()}” may mean any of the {len(values)} numbers before."  # type: ignore[union-attr]
                yield comparison("conflict", AMBIGUOUS, (one.member, *(s.member for s in before)), why)


def misspelt_places(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """One place, spelt in two ways, a letter or two apart, in statements on the same matter."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        for match in _PLACE.finditer(one.text):
            told[match[1].rstrip("’'s")].append(one)
    for a, b in combinations(sorted(told), 2):
        if not _one_spelling(a, b):
            continue
        near = [(x, y) for x in told[a] for y in told[b] if len(x.stems & y.stems) >= 2]
        members = {side.id: side.member for pair in near for side in pair}
        if members:
            yield comparison("conflict", WRONG, tuple(members.values()), f"One place, spelt “{a}” and “{b}”.")


def _one_spelling(a: str, b: str) -> bool:
    close = a[0] == b[0] and 0 < Levenshtein.distance(a, b, score_cutoff=2) <= 2
    return close and not (a.startswith(b) or b.startswith(a))


def mixed_up_articles(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """An article of a national law with the number that the Covenant gives to the same right."""
    told = [(s, m[1], m[2]) for s in statements for m in _ARTICLE.finditer(s.text)]
    for one, number, instrument in told:
        if re.search(r"ICCPR|Covenant", instrument) or not protects(number, one.text):
            continue
        others = [s for s, n, other in told if n == number and s.id != one.id]
        if others:
            why = f"Article {number} is also that of the Covenant on this right: the number may have been mixed up."
            yield comparison("conflict", WRONG, (one.member, *(s.member for s in others[:3])), why)


def parts_of_sets(papers: Sequence[Sequence[Statement]]) -> Iterator[Comparison]:
    """ "the decisions of the courts and the council" here, "the decisions of the council" there, in one paper."""
    for statements in papers:
        for one, other in combinations(statements, 2):
            whole, part = _PARTS.search(one.text), _PART.search(other.text)
            if not whole or not part or _PARTS.search(other.text) or whole[1].lower() != part[1].lower():
                continue
            names = set(part[2].lower().split())
            if names <= set(f"{whole[2]} {whole[3]}".lower().split()) | {"the"} and len(one.stems & other.stems) >= 4:
                why = f"Much the same is said of “{whole.group()}” and of “{part.group()}”."
                yield comparison("conflict", SCOPE, (one.member, other.member), why)
