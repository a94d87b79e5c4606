"""What was raised of a paper's proposals: spoken of in the dialogue of the next review, or asked by a committee since.

Weaker than a recommendation of a review, and never mixed with one: a passage has a relation of its own, ``raised``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256 as digest

from django.db.models import Q

from onrecord.matching.ask_vectors import Meaning
from onrecord.matching.raised import find_raised
from onrecord.model import Kind, Place
from onrecord.model.judgement import Judgement
from onrecord.model.link import AskText, LinkKind, Passage
from onrecord.store import committee, tables
from onrecord.store.archive import Archive
from onrecord.store.links import RAISED, Suggested
from onrecord.store.places import unpack_place
from onrecord.tasks.link_rows import RaisedRow
from onrecord.tasks.papers_said import paper_ref

DIALOGUE, COMMITTEE = "dialogue", "committee"
_SHORT = 12  # digits of a sum that are enough to tell papers apart


@dataclass(frozen=True, slots=True)
class _Said:
    """A passage that may raise something; ``key`` is made of content."""

    key: str
    kind: str  # DIALOGUE or COMMITTEE
    text: str
    states: tuple[str, ...]  # who spoke
    document: tables.Document
    place: Place


def suggest_raised(
    archive: Archive, state: str, asked: Sequence[tuple[AskText, str, int | None]], *, meaning: Meaning
) -> Iterator[Suggested]:
    """Which passages raise which proposals.

    A committee's paper counts if it is known to be no older than the paper that asks.

    Args:
        archive: open.
        state: under review.
        asked: proposals, the dates of their papers, and the primary key of the report that followed, if there is one.
        meaning: turns texts into rows of numbers.
    """
    groups: dict[tuple[str, int | None], list[AskText]] = {}
    for text, date, report in asked:
        groups.setdefault((date, report), []).append(text)
    for (date, report), proposals in groups.items():
        since = Q(document__state=state, document__leads=True, document__date__gte=date)
        of_committees = since & Q(document__kind=Kind.CONCLUDING_OBSERVATIONS.value) if date else Q(pk=None)
        rows = [*_spoken(archive, Q(document=report)), *_recommended(archive, of_committees)]
        passages = [Passage(one.key, one.text, one.kind) for one in rows]
        for proposal, found in zip(proposals, find_raised(proposals, passages, meaning=meaning), strict=True):
            for near in found:
                yield Suggested(RAISED, proposal.id, near.passage, LinkKind.SAME_SUBJECT, near.score, near.reasons)


def raised_rows(
    archive: Archive, suggested: Sequence[Suggested], decided: Mapping[str, Judgement]
) -> dict[str, tuple[RaisedRow, ...]]:
    """By the key of the proposal, the passages that raise it; two queries.

    Args:
        archive: open.
        suggested: links of the relation ``raised``, nearest first.
        decided: by target, what persons said of them.
    """
    wanted: dict[str, set[str]] = {DIALOGUE: set(), COMMITTEE: set()}
    for one in suggested:
        kind, _, rest = one.other.partition(":")
        wanted.get(kind, set()).add(rest.partition(":")[0])
    said = {one.key: one for kind, some in wanted.items() if some for one in _OF_KIND[kind](archive, _papers(some))}
    found: dict[str, list[RaisedRow]] = {}
    for one in suggested:
        if there := said.get(one.other):
            row = _row(one, there, decided.get(one.target))
            found.setdefault(one.one, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _row(one: Suggested, there: _Said, decision: Judgement | None) -> RaisedRow:
    return RaisedRow(
        target=one.target,
        key=there.key,
        kind=there.kind,
        text=there.text,
        states=there.states,
        paper=paper_ref(there.document),
        place=there.place,
        score=one.score,
        reasons=one.reasons,
        decision=decision,
    )


def _papers(sums: Collection[str]) -> Q:
    """The papers whose sums begin like this."""
    wanted = Q()
    for start in sums:
        wanted |= Q(document__sha256__startswith=start)
    return wanted


def _spoken(archive: Archive, papers: Q) -> Iterator[_Said]:
    """What others than the State under review said in the dialogue."""
    rows = tables.DialogueStatement.objects.using(archive.alias).filter(papers).select_related("document")
    for row in rows.order_by("document", "order"):
        paper = row.document
        if row.states and paper.state not in row.states:
            place = unpack_place(row.place, paper.sha256, paper.symbol)
            yield _Said(_key(DIALOGUE, paper, row.text), DIALOGUE, row.text, tuple(row.states), paper, place)


def _recommended(archive: Archive, papers: Q) -> Iterator[_Said]:
    """What committees recommended."""
    rows = tables.PaperParts.objects.using(archive.alias).filter(papers).select_related("document")
    for parts in rows.order_by("pk"):
        paper = parts.document
        for one in committee.unpack(parts.said, (paper.sha256, paper.symbol))["committee_recommendations"]:
            yield _Said(_key(COMMITTEE, paper, one.text), COMMITTEE, one.text, (), paper, one.place)


_OF_KIND = {DIALOGUE: _spoken, COMMITTEE: _recommended}


def _key(kind: str, paper: tables.Document, text: str) -> str:
    return f"{kind}:{paper.sha256[:_SHORT]}:{digest(text.encode()).hexdigest()[:_SHORT]}"
