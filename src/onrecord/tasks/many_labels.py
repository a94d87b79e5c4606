"""Many labels at once: a list by recommendation, narrowed, and one decision of a person on all that it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet

from onrecord.errors import NotFound
from onrecord.model.judgement import VERDICT, Judgement
from onrecord.model.label import FOLLOWED, LEARNED
from onrecord.store import judgements, labels, tables
from onrecord.store.archive import Archive
from onrecord.store.labels import RIGHT, SIGN, WRONG, LabelTarget, target_of
from onrecord.tasks.counting import FacetCount
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.label_rows import LabelRow
from onrecord.tasks.labels import labels_of, renew_labels
from onrecord.tasks.rows import PageOf

UNSURE, SURE, BY_RULE = "unsure", "sure", "rule"
WHICH = (UNSURE, SURE, BY_RULE)
_OPEN = ("", "later")  # of verdicts: nobody has decided
_MOST = 5_000  # labels of one decision: a review has some hundreds, and ten times as many take a minute
_AT_ONCE = 500
_LAST = 5


@dataclass(frozen=True, slots=True)
class LabelFilter:
    """Which suggested labels that nobody has decided; what is left empty does not narrow."""

    which: str = UNSURE  # one of WHICH
    document: str = ""  # symbol of the report
    scheme: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class LabelGroup:
    """The labels of one recommendation that a list holds."""

    recommendation: str  # its id
    document: str
    number: str
    text: str
    state: str
    cycle: int | None
    labels: tuple[LabelRow, ...]


@dataclass(frozen=True, slots=True)
class PaperLabels:
    """How many labels of a list are of one report."""

    document: str
    state: str
    cycle: int | None
    count: int


@dataclass(frozen=True, slots=True)
class LabelList:
    """A stretch of a list by recommendation; ``total``: all labels that it holds, on all pages."""

    groups: PageOf[LabelGroup]
    total: int
    papers: tuple[PaperLabels, ...]  # counted as if the list were not narrowed to one
    names: tuple[FacetCount, ...]  # the same; "issue:Detention"


@dataclass(frozen=True, slots=True)
class TogetherRow:
    """One decision on several labels. ``count``: how many of its verdicts stand."""

    id: str
    verdict: str
    who: str
    when: str
    reason: str
    count: int


def list_many_labels(archive: Archive, wanted: LabelFilter, *, limit: int | None = None, offset: int = 0) -> LabelList:
    """Suggested labels that nobody has decided, by recommendation, in the order of the reports; nine queries.

    Args:
        archive: open.
        wanted: which of them.
        limit: at most so many recommendations; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        rows = _narrowed(archive, wanted)
        items = tables.Recommendation.objects.using(archive.alias).filter(pk__in=rows.values("recommendation"))
        order = ("document__state", "document__symbol", "document__sha256", "order", "pk")
        stop = None if limit is None else offset + limit
        shown = list(items.order_by(*order).select_related("document")[offset:stop])
        counted = rows.aggregate(labels=Count("pk"), items=Count("recommendation", distinct=True))
        meant = set(rows.filter(recommendation__in=[item.pk for item in shown]).values_list(*_TARGET))
        said = labels_of(archive, [item.key for item in shown])
        groups = tuple(_group(item, said.get(item.key, ()), meant) for item in shown)
        page = PageOf(groups, counted["items"], offset)
        return LabelList(page, counted["labels"], _papers(archive, wanted), _names(archive, wanted))


def judge_labels(archive: Archive, targets: Iterable[str], verdict: str, *, reason: str, who: str) -> TogetherRow:
    """One decision on several suggested labels. Labels that somebody has decided meanwhile stay as they are.

    Args:
        archive: open.
        targets: labels ("A/HRC/28/10#126.44#label:issue:Detention") that are suggested.
        verdict: "right" or "wrong".
        reason: why, in the person's words; may be empty.
        who: the name of the person.

    Raises:
        NotAllowed: no name, no such verdict, none of the labels is open, or more than 5,000 are given.
    """
    wanted = list(dict.fromkeys(targets))
    if not who.strip():
        raise NotAllowed("A decision needs a name.", advice="Say who decides.")
    if verdict not in (RIGHT, WRONG) or len(wanted) > _MOST:
        advice = f"Say right or wrong, of at most {_MOST:,} labels: narrow the list, by review or label."
        raise NotAllowed(f"{len(wanted):,} labels cannot be decided together as “{verdict[:20]}”.", advice=advice)
    with archive.whole_or_nothing():
        judgements.lock(archive)
        decided = [
            Judgement("", target, VERDICT, verdict, reason.strip(), who.strip(), "", seen, based_on)
            for target, seen, based_on in _open(archive, wanted)
        ]
        if not decided:
            raise NotAllowed("None of these labels is open.", advice="Load the page again, and choose labels.")
        decision = judgements.new_together(archive, decided)
        renew_labels(archive, [one.target for one in decided])
        return _told(judgements.standing_together(archive, decision), decision)


def judge_many_labels(archive: Archive, wanted: LabelFilter, verdict: str, *, reason: str, who: str) -> TogetherRow:
    """One decision on all labels of a list; otherwise as :func:`judge_labels`."""
    with archive.told_plainly():
        rows = list(_narrowed(archive, wanted).values_list(*_TARGET))
    return judge_labels(archive, [str(LabelTarget(*row)) for row in rows], verdict, reason=reason, who=who)


def withdraw_labels(archive: Archive, decision: str, *, who: str) -> int:
    """Take one decision on several labels back; returns on how many it stood.

    Raises:
        NotFound: no such decision, or nothing of it stands.
        NotAllowed: nobody's name is given.
    """
    if not who.strip():
        raise NotAllowed("A decision needs a name.", advice="Say who withdraws it.")
    with archive.whole_or_nothing():
        judgements.lock(archive)
        standing = [one for one in judgements.standing_together(archive, decision) if target_of(one.target)]
        if not standing:
            raise NotFound("The archive holds no such decision that stands.", advice="Load the page again.")
        judgements.withdraw_all(archive, standing, who=who.strip())
        renew_labels(archive, [one.target for one in standing])
        return len(standing)


def last_label_decisions(archive: Archive) -> tuple[TogetherRow, ...]:
    """The latest decisions on several labels that stand, the latest first."""
    with archive.told_plainly():
        found = judgements.last_together(archive, sign=SIGN, most=_LAST)
        return tuple(replace(_told([first], decision), count=count) for decision, count, first in found)


_TARGET = ("recommendation__key", "scheme", "name")


def _narrowed(archive: Archive, wanted: LabelFilter) -> QuerySet[tables.RecommendationLabel]:
    table = tables.RecommendationLabel.objects.using(archive.alias)
    rows = table.filter(judged__in=_OPEN, document__leads=True, probability__isnull=False)
    if wanted.which == BY_RULE:
        rows = rows.filter(scheme__in=FOLLOWED)
    else:
        rows = rows.filter(scheme__in=LEARNED, sure=wanted.which == SURE)
    given = {"document__symbol": wanted.document, "scheme": wanted.scheme, "name": wanted.name}
    return rows.filter(**{name: value for name, value in given.items() if value})


def _group(
    item: tables.Recommendation, rows: Iterable[LabelRow], meant: set[tuple[str, str, str]]
) -> LabelGroup:  # only those of the list
    some = tuple(row for row in rows if (item.key, row.scheme, row.name) in meant)
    paper = item.document
    return LabelGroup(item.key, paper.symbol, item.number, item.text, paper.state, paper.cycle, some)


def _papers(archive: Archive, wanted: LabelFilter) -> tuple[PaperLabels, ...]:
    rows = _narrowed(archive, replace(wanted, document="")).order_by("document__state", "document__symbol")
    parts = rows.values_list("document__symbol", "document__state", "document__cycle")
    return tuple(PaperLabels(*found) for found in parts.annotate(count=Count("pk")))


def _names(archive: Archive, wanted: LabelFilter) -> tuple[FacetCount, ...]:
    rows = _narrowed(archive, replace(wanted, scheme="", name="")).order_by("scheme", "name")
    counted = rows.values_list("scheme", "name").annotate(count=Count("pk"))
    return tuple(FacetCount(f"{scheme}:{name}", count) for scheme, name, count in counted)


def _open(archive: Archive, targets: Sequence[str]) -> Iterable[tuple[str, object, str]]:
    """Of these labels those that are suggested and that nobody has decided, with what was suggested and put off."""
    table = tables.RecommendationLabel.objects.using(archive.alias)
    for first in range(0, len(targets), _AT_ONCE):
        some = set(targets[first : first + _AT_ONCE])
        keys = {found.key for target in some if (found := target_of(target))}
        rows = table.filter(recommendation__key__in=keys, judged__in=_OPEN, document__leads=True)
        standing = judgements.standing_on(archive, some)
        models = rows.exclude(probability=None).select_related("recommendation", "document__labelled__model")
        for row in models:
            target = str(LabelTarget(row.recommendation.key, row.scheme, row.name))
            if target in some:
                put_off = standing.get(target, {}).get(VERDICT)
                yield target, labels.seen(row), put_off.id if put_off else ""


def _told(several: Sequence[Judgement], decision: str) -> TogetherRow:
    one = several[0]
    return TogetherRow(decision, str(one.value), one.who, one.when, one.reason, len(several))
