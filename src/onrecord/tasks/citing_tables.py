"""Tables of written papers: what their directives ask for, looked up in the archive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from onrecord.model import Position
from onrecord.model.written import Cited, Cites, Mark, marks_of
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.tasks.cited_rows import cited_proposal
from onrecord.tasks.citing import recommendations, sides_of
from onrecord.tasks.comparing import CONFLICT, shown
from onrecord.tasks.drafting_subjects import saved_subject, speaks_of
from onrecord.tasks.followed_up import made_for, taken_up
from onrecord.tasks.narrowing import matching, narrowed
from onrecord.tasks.recommendations import finished
from onrecord.tasks.rows import RecommendationFilter
from onrecord.tasks.subjects import members_of
from onrecord.vocabulary import published

_MOST_ROWS = 1_000  # of one table in a paper


def tables_of(
    archive: Archive, marks: Sequence[Mark], *, before: str = "", language: str = "en"
) -> tuple[tuple[tuple[Cited, ...], ...], dict[str, Cited]]:
    """The rows of every table of a paper, and what those rows cite beside themselves (answers)."""
    rows, beside = [], {}
    for mark in marks:
        if mark.table:
            found = _TABLES[mark.table](archive, dict(mark.wanted), _For(before, language))
            rows.append(tuple(one for one in found if one.kind is not Cites.ANSWER))
            beside.update({one.id: one for one in found})
    return tuple(rows), beside


def marked(text: str) -> tuple[Mark, ...]:
    """The notes, tables and gaps of a text that can be understood."""
    return marks_of(text)[0]


@dataclass(frozen=True, slots=True)
class _For:
    """For which paper a table is: nothing of that day or later; the language in which levels and links are told."""

    before: str
    language: str

    def is_early(self, date: str) -> bool:
        """Whether something of this date may stand in it."""
        return not self.before or published.before(date, self.before)


def _recommendation_table(archive: Archive, wanted: Mapping[str, str], paper: _For) -> list[Cited]:
    cycle = wanted.get("cycle", "")
    position = wanted.get("position", "")
    asked = RecommendationFilter(
        state=wanted.get("state", ""),
        cycle=int(cycle) if cycle.isdecimal() and len(cycle) < 3 else None,
        by=wanted.get("by", ""),
        document=wanted.get("document", ""),
        number=wanted.get("number", ""),
        position=Position(position) if position in list(Position) else None,
    )
    anyone = Q(pk__in=())
    for way in wanted.get("words", "").split(","):  # any of the words, in one query
        anyone |= Q(pk__in=narrowed(archive, replace(asked, words=way.strip())).values("pk"))
    fitting = matching(archive, asked).filter(anyone)
    if known := saved_subject(archive, wanted.get("subject", "")):
        fitting = fitting.filter(pk__in=members_of(archive, known))
    rows = finished(archive, fitting[:_MOST_ROWS])
    found = recommendations(archive, rows, before=paper.before, language=paper.language)
    made = {one.id.partition(":")[2]: one.paper.date for one in found if one.kind is Cites.RECOMMENDATION}
    return [one for one in found if paper.is_early(made[one.id.partition(":")[2]])]


def _proposal_table(archive: Archive, wanted: Mapping[str, str], paper: _For) -> list[Cited]:
    rows = tables.Proposal.objects.using(archive.alias).filter(document__leads=True)
    if state := wanted.get("state", ""):
        rows = rows.filter(document__state=state)
    if wanted.get("own", "") == "yes":
        rows = rows.filter(voice="publisher")
    if about := wanted.get("subject", "") or wanted.get("words", ""):
        rows = rows.filter(_about(archive, rows, about))
    ordered = list(rows.select_related("document").order_by("document__date", "document", "order")[:_MOST_ROWS])
    if wanted.get("cycle", "").isdecimal():
        ordered = made_for(archive, ordered, int(wanted["cycle"]))
    became = taken_up(archive, ordered, before=paper.before, language=paper.language)
    return [
        replace(cited_proposal(row), followed=became.get(row.key, ()))
        for row in ordered
        if paper.is_early(row.document.date)
    ]


def _about(archive: Archive, rows: QuerySet[tables.Proposal], about: str) -> Q:
    """Rows on a subject by their own words, or by the title of their paper."""
    speaks = speaks_of(archive, about)
    titles = tables.Document.objects.using(archive.alias).filter(leads=True).values_list("pk", "title")
    own = [key for key, text in rows.values_list("pk", "folded") if speaks(text)]
    return Q(pk__in=own) | Q(document__in=[key for key, title in titles if speaks(fold(title))])


def _conflict_table(archive: Archive, wanted: Mapping[str, str], paper: _For) -> list[Cited]:
    rows = tables.Comparison.objects.using(archive.alias).filter(kind=CONFLICT)
    if state := wanted.get("state", ""):
        rows = rows.filter(state=state)
    compared = shown(archive, rows.order_by("order")[:_MOST_ROWS])
    sides = {side.id: side for one in sides_of(archive, compared) for side in one}.values()
    return [side for side in sides if paper.is_early(side.paper.date)]


_TABLES = {
    "recommendations": _recommendation_table,
    "proposals": _proposal_table,
    "conflicts": _conflict_table,
}
