"""Progress of a State over its reviews: what was supported, what is said to be done by whom, what nobody has assessed.

A constant number of queries, and only this State's short columns are read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, Value

from onrecord.assessment import progress_in, side_by_side
from onrecord.matching.contradicted import BEFORE, LATER, REFUSED, TWO_WAYS
from onrecord.model import NO_INFORMATION, Assessment, Kind, Position, Progress, Stage
from onrecord.model.label import ISSUE, PERSONS
from onrecord.store import assessments, tables
from onrecord.store.archive import Archive
from onrecord.tasks.comparing import CONTRADICTION
from onrecord.tasks.links import asked_again
from onrecord.tasks.plans import goals_by_plan, with_voices
from onrecord.tasks.progress_rows import CycleProgress, StateProgress, SubjectProgress
from onrecord.tasks.progress_time import claims_on_progress, stated_shares, timeline
from onrecord.vocabulary.crosswalk import led_to

_MOST_MARKS = 200
_STRONGEST_FIRST = (Progress.DONE, Progress.PARTLY, Progress.UNDER_WAY, Progress.ANSWERED)
NOTHING = "nothing"  # what a State says of a recommendation of which it says nothing
CODED = "UPR Info's issues"
LABELS = "labels: given by persons, or suggested and sure"


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    number: str
    position: str
    report: str  # its symbol
    date: str
    cycle: int
    document: int
    said: tuple[int, ...]  # keys of the statements on it
    text: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is on record about the items of one State, by the item's key."""

    says: Mapping[str, Progress]
    known: Mapping[str, tuple[Assessment, ...]]
    compared: Mapping[str, frozenset[str]]  # verdicts of contradictions
    again: frozenset[str]  # what the next review asked again

    def assessed(self, item: _Item) -> bool:
        """Whether anybody has said what became of it."""
        return any(one.level != NO_INFORMATION for one in self.known.get(item.key, ()) if one.stands)

    def is_in(self, item: _Item, *verdicts: str) -> bool:
        """Whether one of these was found about it."""
        return not self.compared.get(item.key, frozenset()).isdisjoint(verdicts)


def state_progress(archive: Archive, state: str, *, marks: int = _MOST_MARKS) -> StateProgress:
    """What became of what a State was asked, review by review.

    Args:
        archive: open.
        state: ISO 3166-1 alpha-3 code of the State.
        marks: at most so many on the time line, the latest.
    """
    again = asked_again(archive, state)
    with archive.told_plainly():
        items = _items(archive, state)
        compared, contradictions = _compared(archive, state)
        plans = goals_by_plan(archive, state)
        known = _known(archive, state, [goal.id for _, goals in plans for goal in goals])
        facts = _Facts(_says(archive, state, items), known, compared, again)
        claims = claims_on_progress(archive, state)
        line, more = timeline(archive, state, claims, marks)
        issues, source = _issues(archive, state)
        return StateProgress(
            state=state,
            cycles=_cycles(items, facts),
            subjects=_over(issues, items, facts),
            subject_source=source if issues else "",
            shares=stated_shares(claims),
            timeline=line,
            contradictions=contradictions,
            more_marks=more,
            populations=_over(_persons(items, issues), items, facts),
            plans=with_voices(plans, known),
        )


def states_with_progress(archive: Archive) -> tuple[tuple[str, int], ...]:
    """States with reviews or action plans on record, and how many reviews each; one query."""
    wanted = (Kind.WORKING_GROUP_REPORT, Kind.NATIONAL_PLAN)
    with archive.told_plainly():
        papers = tables.Document.objects.using(archive.alias).filter(kind__in=wanted, leads=True).exclude(state="")
        states: Counter[str] = Counter()
        for state, kind in papers.values_list("state", "kind"):
            states[state] += kind == Kind.WORKING_GROUP_REPORT
    return tuple(sorted(states.items()))


def _items(archive: Archive, state: str) -> list[_Item]:
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    report = ("document__symbol", "document__date", "document__cycle", "document_id")
    columns = ("key", "number", "position", *report, "history", "text")
    return [
        _Item(key, number, position, symbol, date, cycle or 0, document, tuple(entry[0] for entry in history), text)
        for key, number, position, symbol, date, cycle, document, history, text in rows.order_by().values_list(*columns)
    ]


def _says(archive: Archive, state: str, items: Iterable[_Item]) -> dict[str, Progress]:
    """By item, the most that the State says of it."""
    own = tables.Recommendation.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    tied = own.order_by().values("document__symbol").distinct()
    statements = tables.PositionStatement.objects.using(archive.alias).filter(tied__in=tied).exclude(stage=Stage.LIST)
    told = statements.exclude(claims_implemented="", comment="").values_list("pk", "claims_implemented", "comment")
    said = {key: progress_in(words, comment) if words else Progress.ANSWERED for key, words, comment in told}
    answers = tables.FollowUpAnswer.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    answered = {
        (number, cycle)
        for numbers, paper in answers.values_list("numbers", "document__cycle")
        for number in numbers
        for cycle in ((paper, paper - 1) if paper is not None else ())
    }
    found = {}
    for item in items:
        words = {said[key] for key in item.said if key in said}
        if (item.number, item.cycle) in answered:
            words.add(Progress.ANSWERED)
        if words:
            found[item.key] = min(words, key=_STRONGEST_FIRST.index)
    return found


def _known(archive: Archive, state: str, goals: list[str]) -> dict[str, tuple[Assessment, ...]]:
    """What stands of what anybody said of a State's recommendations, and of these goals."""
    own = tables.Recommendation.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    rows = tables.Assessment.objects.using(archive.alias).filter(
        Q(target__in=own.order_by().values("key")) | Q(target__in=goals)
    )
    found: dict[str, tuple[Assessment, ...]] = {}
    for row in rows.filter(withdrawn_when=None).order_by("date", "when"):
        found[row.target] = (*found.get(row.target, ()), assessments.load(row))
    return found


def _compared(archive: Archive, state: str) -> tuple[dict[str, frozenset[str]], int]:
    """The verdicts of contradictions by what they are about, and how many contradictions there are."""
    members = tables.ComparisonMember.objects.using(archive.alias).filter(
        comparison__state=state, comparison__kind=CONTRADICTION
    )
    found: defaultdict[str, set[str]] = defaultdict(set)
    every = set()
    for claim, verdict, key in members.order_by().values_list("claim", "comparison__verdict", "comparison"):
        found[claim].add(verdict)
        every.add(key)
    return {claim: frozenset(verdicts) for claim, verdicts in found.items()}, len(every)


def _cycles(items: Iterable[_Item], facts: _Facts) -> tuple[CycleProgress, ...]:
    by_report: defaultdict[int, list[_Item]] = defaultdict(list)
    for item in items:
        by_report[item.document].append(item)
    return tuple(
        _cycle(some, facts) for some in sorted(by_report.values(), key=lambda one: (one[0].cycle, one[0].date))
    )


def _cycle(items: list[_Item], facts: _Facts) -> CycleProgress:
    positions = Counter(item.position for item in items)
    supported = [item for item in items if item.position == Position.SUPPORTED]
    said = Counter(facts.says[item.key].value if item.key in facts.says else NOTHING for item in supported)
    return CycleProgress(
        cycle=items[0].cycle,
        report=items[0].report,
        date=items[0].date,
        items=len(items),
        supported=len(supported),
        noted=positions[Position.NOTED],
        pending=positions[Position.PENDING],
        unassessed=sum(not facts.assessed(item) for item in supported),
        said={word: said[word] for word in (*(one.value for one in _STRONGEST_FIRST), NOTHING)},
        assessed=_levels(supported, facts),
        repeated=sum(item.key in facts.again for item in supported),
        contradicted=sum(facts.is_in(item, LATER, BEFORE) for item in supported),
        refused=sum(facts.is_in(item, REFUSED, TWO_WAYS) for item in supported),
        noted_assessed=sum(facts.assessed(item) for item in items if item.position == Position.NOTED),
    )


def _levels(items: Iterable[_Item], facts: _Facts) -> dict[str, dict[str, int]]:
    """By kind of assessor, how many items have each level; two voices of one kind and level on an item count once."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        voices = side_by_side(facts.known.get(item.key, ()))
        for kind, level in {(v.assessor.value, f"{v.last.scale} {v.last.level}") for v in voices}:
            found[kind][level] += 1
    return {kind: dict(sorted(levels.items())) for kind, levels in sorted(found.items())}


def _issues(archive: Archive, state: str) -> tuple[Mapping[str, set[str]], str]:
    """Keys of recommendations by issue, and whose labels these are; one query.

    Issues of the coded rows that are tied to this State's recommendations; where none are tied, the labels that stand.
    """
    own = tables.Recommendation.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    coded = tables.CodedIssue.objects.using(archive.alias).filter(row__tied__in=own.order_by().values("key"))
    labels = tables.RecommendationLabel.objects.using(archive.alias).filter(scheme=ISSUE, stands=True)
    labels = labels.filter(document__state=state, document__leads=True)
    columns = (
        coded.order_by().values_list("issue", "row__tied", Value(CODED)),
        labels.order_by().values_list("name", "recommendation__key", Value(LABELS)),
    )
    found = list(columns[0].union(columns[1], all=True))
    source = CODED if any(one == CODED for _, _, one in found) else LABELS
    return _gathered((issue, key) for issue, key, one in found if one == source), source


def _persons(items: Iterable[_Item], issues: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    """Keys of recommendations by the persons they affect."""
    carried: defaultdict[str, set[str]] = defaultdict(set)
    for issue, keys in issues.items():
        for key in keys:
            carried[key].add(issue)
    return _gathered((name, item.key) for item in items for name in led_to(PERSONS, item.text, carried[item.key]))


def _over(gathered: Mapping[str, set[str]], items: Iterable[_Item], facts: _Facts) -> tuple[SubjectProgress, ...]:
    """By subject or group of persons: where most of what was supported is assessed by nobody comes first."""
    by_key = {item.key: item for item in items}
    found = [_subject(name, [by_key[key] for key in keys if key in by_key], facts) for name, keys in gathered.items()]
    return tuple(sorted(found, key=lambda one: (-one.unassessed, -one.items, one.subject)))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for issue, key in pairs:
        found[issue].add(key)
    return found


def _subject(issue: str, items: list[_Item], facts: _Facts) -> SubjectProgress:
    supported = [item for item in items if item.position == Position.SUPPORTED]
    return SubjectProgress(
        subject=issue,
        items=len(items),
        supported=len(supported),
        unassessed=sum(not facts.assessed(item) for item in supported),
        done=sum(facts.says.get(item.key) is Progress.DONE for item in supported),
        contradicted=sum(facts.is_in(item, LATER, BEFORE) for item in supported),
        repeated=sum(item.key in facts.again for item in supported),
    )
