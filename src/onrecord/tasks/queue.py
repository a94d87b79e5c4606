"""The queue: what the machine is unsure of, one question after another, with its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from onrecord.errors import NotFound
from onrecord.model import Kind, Place
from onrecord.model.judgement import VERDICT, VERDICTS, Judgement
from onrecord.store import judgements, tables
from onrecord.store.archive import Archive
from onrecord.store.labels import target_of as label_of
from onrecord.store.places import unpack_optional, unpack_place
from onrecord.tasks.rows import PageOf, Quote

# In the order in which they are asked: what persons decided first, then what changes most.
KINDS = ("differs", "tally", "no_states", "unknown_name", "rule", "doubt", "label")
LISTED = ("label",)  # hundreds in a review: they have a list of their own, and stay out of the queue unless asked for
_OPEN = ("", "later")


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be judged. ``id`` is what a verdict is given on, ``target`` what a correction is made to."""

    id: str  # "doubt:…", made of content
    kind: str  # one of KINDS
    sentence: str
    target: str  # id of a recommendation, "" where the question is about none
    document: str  # symbol of the paper in which it arose
    sha256: str
    place: Place | None
    quote: str
    evidence_for: tuple[Quote, ...]
    evidence_against: tuple[Quote, ...]
    choices: tuple[str, ...]
    judged: Judgement | None


def list_questions(
    archive: Archive,
    *,
    kind: str = "",
    judged: bool | None = False,
    without: tuple[str, ...] = (),
    limit: int | None = None,
    offset: int = 0,
) -> PageOf[Question]:
    """Questions of the queue, sorted by kind and by the paper in which they arose; put off ones come last.

    Args:
        archive: open.
        kind: only of this kind (see KINDS).
        without: not of these kinds, such as LISTED.
        judged: False for those that wait (put off with "later", too), True for those with a verdict, None for all.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        rows = _chosen(archive, kind, judged).exclude(kind__in=without)
        stop = None if limit is None else offset + limit
        return PageOf(_shown(archive, _ordered(rows)[offset:stop]), rows.count(), offset)


def show_question(archive: Archive, question_id: str) -> Question:
    """One question.

    Raises:
        NotFound: the queue holds no such question.
    """
    with archive.told_plainly():
        found = _shown(archive, tables.Question.objects.using(archive.alias).filter(key=question_id))
    if not found:
        raise NotFound(f"The queue holds no question {question_id[:80]}.", advice="Load the page again.")
    return found[0]


def count_questions(archive: Archive, *, judged: bool | None = False) -> dict[str, int]:
    """How many questions of each kind wait (or have a verdict, or there are); kinds without any are left out."""
    with archive.told_plainly():
        rows = _chosen(archive, "", judged).order_by().values_list("kind").annotate(count=Count("pk"))
        counts = dict(rows)
    return {kind: counts[kind] for kind in KINDS if kind in counts}


def _chosen(archive: Archive, kind: str, judged: bool | None) -> QuerySet[tables.Question]:
    rows = tables.Question.objects.using(archive.alias).filter(document__leads=True)
    if kind:
        rows = rows.filter(kind=kind)
    if judged is not None:
        rows = rows.exclude(verdict__in=_OPEN) if judged else rows.filter(verdict__in=_OPEN)
    return rows


def _ordered(rows: QuerySet[tables.Question]) -> QuerySet[tables.Question]:
    rank = Case(*(When(kind=kind, then=Value(n)) for n, kind in enumerate(KINDS)), output_field=IntegerField())
    return rows.order_by("verdict", rank, "document__state", "document__symbol", "scope", "order", "pk")


def _shown(archive: Archive, rows: Iterable[tables.Question]) -> tuple[Question, ...]:
    """Questions as tasks give them back; so many queries, however many there are."""
    chosen = list(rows)
    named = {one[2] for row in chosen for side in row.evidence.values() for one in side}
    keys = named | {row.document_id for row in chosen}
    files = tables.Document.objects.using(archive.alias).filter(pk__in=keys).only("sha256", "symbol", "name", "kind")
    papers = {file.pk: file for file in files}
    standing = judgements.standing_on(archive, [_judged_on(row) for row in chosen])
    return tuple(_question(row, papers, standing.get(_judged_on(row), {}).get(VERDICT)) for row in chosen)


def _judged_on(row: tables.Question) -> str:
    """What a verdict on the question is recorded of: of the label it asks for, else of the question itself."""
    return row.target if label_of(row.target) else row.key


def _question(row: tables.Question, papers: dict[int, tables.Document], judged: Judgement | None) -> Question:
    own = papers[row.document_id]

    def quotes(side: str) -> tuple[Quote, ...]:
        found = []
        for text, place, key in row.evidence.get(side, ()):
            if paper := papers.get(key):
                where = unpack_place(place, paper.sha256, paper.symbol)
                found.append(Quote(text, where, paper.name, Kind(paper.kind)))
        return tuple(found)

    return Question(
        id=row.key,
        kind=row.kind,
        sentence=row.sentence,
        target=label.key if (label := label_of(row.target)) else row.target,
        document=own.symbol,
        sha256=own.sha256,
        place=unpack_optional(row.place, own.sha256, own.symbol),
        quote=row.quote,
        evidence_for=quotes("for"),
        evidence_against=quotes("against"),
        choices=tuple(row.choices) or VERDICTS,
        judged=judged,
    )
