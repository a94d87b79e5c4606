"""What can be assessed beside recommendations of reviews: committees' recommendations, promises, goals of plans."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from onrecord.assessment import VoiceOn
from onrecord.errors import NotFound
from onrecord.model import ClaimKind, Kind, Place
from onrecord.store import committee, tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.tasks.assessing import assessments_on
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.plans import GOAL as OF_PLAN
from onrecord.tasks.plans import GoalRow, list_plans, show_goal
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import PaperRef

RECOMMENDATION, COMMITTEE, PROMISE, GOAL = "recommendation", "committee", "promise", "goal"
CLAIM, PROPOSAL = "claim", "proposal"
# The kinds that :func:`list_assessable` gives; the others are found where they stand.
LISTED = (COMMITTEE, PROMISE, GOAL)


@dataclass(frozen=True, slots=True)
class Assessable:
    """One thing that somebody can say of what became of it. ``target``: as :func:`onrecord.tasks.assess` takes it."""

    target: str
    kind: str  # one of the words above
    number: str  # of a recommendation or of a goal, "" for others
    text: str
    state: str
    paper: PaperRef
    place: Place
    voices: tuple[VoiceOn, ...] = ()  # those that stand, side by side


def show_assessable(archive: Archive, target: str) -> Assessable:
    """What an assessment of this target would be about.

    Raises:
        NotFound: the archive holds no such target.
    """
    with archive.told_plainly():
        if target.startswith(OF_PLAN):
            return _of_plan(show_goal(archive, target))
        found = (
            _claim_or_proposal(archive, target) or _recommendation(archive, target) or _of_committee(archive, target)
        )
    if found is None:
        raise NotFound(
            f"The archive holds no {target[:80]}.", advice="Check report and number, or the id of the claim."
        )
    return found


def list_assessable(
    archive: Archive, state: str, *, kind: str = "", limit: int | None = None, offset: int = 0
) -> PageOf[Assessable]:
    """What committees recommended to a State, what it promised, and the goals of its plans, with the voices on each.

    Args:
        archive: open.
        state: ISO 3166-1 alpha-3 code.
        kind: one of ``LISTED``; "" for all, in this order.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        found: list[Assessable] = []
        if kind in ("", COMMITTEE):
            parts = tables.PaperParts.objects.using(archive.alias).filter(document__state=state, document__leads=True)
            found += [one for row in _by_paper(parts) for one in _recommended(row)]
        if kind != COMMITTEE:
            told = [_of_claim(row) for row in _promises(archive, state)]
            told += [_of_plan(row) for plan in list_plans(archive, state=state) for row in plan.goals]
            order = LISTED.index
            found += sorted((one for one in told if kind in ("", one.kind)), key=lambda one: order(one.kind))
        stop = None if limit is None else offset + limit
        shown = found[offset:stop]
        voices = assessments_on(archive, [one.target for one in shown])
        rows = tuple(replace(one, voices=voices.get(one.target, ())) for one in shown)
        return PageOf(rows, len(found), offset)


def _promises(archive: Archive, state: str) -> QuerySet[tables.Claim]:
    rows = tables.Claim.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    wanted = rows.filter(Q(kind=ClaimKind.COMMITMENT.value) | Q(document__kind=Kind.NATIONAL_PLAN.value))
    return wanted.select_related("document").order_by("document__date", "document", "order")


def _by_paper(parts: QuerySet[tables.PaperParts]) -> QuerySet[tables.PaperParts]:
    return parts.select_related("document").order_by("document__date", "document")


def _of_claim(row: tables.Claim) -> Assessable:
    kind = PROMISE if row.kind == ClaimKind.COMMITMENT else GOAL if row.document.kind == Kind.NATIONAL_PLAN else CLAIM
    return _said(row, kind)


def _of_plan(row: GoalRow) -> Assessable:
    goal = row.goal
    return Assessable(goal.id, GOAL, goal.number, goal.text, row.paper.state, row.paper, goal.place)


def _said(row: tables.Claim | tables.Proposal, kind: str) -> Assessable:
    place = unpack_place(row.place, row.document.sha256, row.document.symbol)
    return Assessable(row.key, kind, "", row.text, row.document.state, paper_ref(row.document), place)


def _recommended(row: tables.PaperParts) -> Iterator[Assessable]:
    document = row.document
    found = committee.unpack(row.said, (document.sha256, document.symbol))["committee_recommendations"]
    paper = paper_ref(document)
    for one in found:
        key = f"{document.symbol}#{one.number}"
        yield Assessable(key, COMMITTEE, one.number, one.text, document.state, paper, one.place)


def _claim_or_proposal(archive: Archive, target: str) -> Assessable | None:
    if target.startswith("claim-"):
        claims = tables.Claim.objects.using(archive.alias).filter(key=target, document__leads=True)
        claim = claims.select_related("document").first()
        return _of_claim(claim) if claim else None
    if target.startswith("proposal-"):
        asked = tables.Proposal.objects.using(archive.alias).filter(key=target, document__leads=True)
        proposal = asked.select_related("document").first()
        return _said(proposal, PROPOSAL) if proposal else None
    return None


def _recommendation(archive: Archive, target: str) -> Assessable | None:
    rows = tables.Recommendation.objects.using(archive.alias).filter(key=target, document__leads=True)
    row = rows.select_related("document").first()
    if row is None:
        return None
    place = unpack_place(row.place, row.document.sha256, row.document.symbol)
    paper = paper_ref(row.document)
    return Assessable(target, RECOMMENDATION, row.number, row.text, row.document.state, paper, place)


def _of_committee(archive: Archive, target: str) -> Assessable | None:
    symbol = target.rpartition("#")[0]
    if not symbol:
        return None
    parts = tables.PaperParts.objects.using(archive.alias).filter(document__symbol=symbol, document__leads=True)
    found = (one for row in _by_paper(parts) for one in _recommended(row))
    return next((one for one in found if one.target == target), None)
