"""Names over all papers: laws, persons, organisations. Two names are joined only by a person's decision, with undo.

A decision is a judgement on ``name:<key>`` with the field ``same_as``; its value is the other key. The field
``not_same`` says that two names are not the same, so that they are not offered again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet

from onrecord.errors import NotFound
from onrecord.model import NamedKind
from onrecord.model.judgement import Judgement
from onrecord.store import cases, documents, judgements, tables
from onrecord.store.archive import Archive
from onrecord.store.said import load_named
from onrecord.tasks.claims import claim_rows
from onrecord.tasks.comparing import LINK
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import MentionRow, NamedDetail, NamedRow
from onrecord.tasks.veil import current, found_by

TARGET = "name:"
SAME, NOT_SAME = "same_as", "not_same"
DECIDED = (SAME, NOT_SAME)
SAME_PERHAPS = ("same", "probably same")  # verdicts of links; what is only related is never offered
_AROUND = 90  # characters of the text on each side of a mention


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """Which names are wanted; empty fields ask for nothing."""

    kind: NamedKind
    state: str = ""  # that the papers are about
    words: str = ""
    at_risk: bool = False


def list_named(archive: Archive, wanted: NamedFilter, *, limit: int | None = None, offset: int = 0) -> PageOf[NamedRow]:
    """Laws, persons or organisations over all papers, those in most papers first; a constant number of queries."""
    with archive.told_plainly():
        rows = tables.Named.objects.using(archive.alias).filter(kind=wanted.kind.value, document__leads=True)
        rows = rows.filter(document__state=wanted.state) if wanted.state else rows
        rows = rows.filter(at_risk=True) if wanted.at_risk else rows
        rows = found_by(rows, wanted.words)
        stop = None if limit is None else offset + limit
        grouped = _grouped(rows)
        page = tuple(_row(wanted.kind, one) for one in grouped.order_by("-papers", "shown", "group")[offset:stop])
        return PageOf(page, grouped.count(), offset)


def show_named(archive: Archive, key: str) -> NamedDetail:
    """One name with its forms, mentions, claims in which it stands, and names that may be the same.

    Raises:
        NotFound: no paper names it.
    """
    with archive.told_plainly():
        every = tables.Named.objects.using(archive.alias).filter(document__leads=True)
        first = every.filter(key=key).first() or every.filter(group=key).first()
        if first is None:
            raise NotFound(f"No paper of the archive names {key[:80]}.", advice="List the names again.")
        together = every.filter(group=first.group).select_related("document__reading")
        rows = list(together.order_by("document__date", "document"))
        kind = NamedKind(first.kind)
        (one,) = _grouped(every.filter(group=first.group))
        things = [load_named(row, (row.document.sha256, row.document.symbol)) for row in rows]
        return NamedDetail(
            _row(kind, one),
            tuple(dict.fromkeys(row.key for row in rows)),
            tuple(dict.fromkeys(row.name for row in rows)),
            tuple(dict.fromkeys(role for thing in things for role in thing.roles)),
            tuple(mention for row in rows for mention in mentions_of(row)),
            claim_rows(archive, _claims_with(archive, rows)),
            _perhaps(archive, rows, kind),
            tuple(dict.fromkeys(reason for thing in things for reason in thing.reasons)),
        )


def join_names(archive: Archive, key: str, other: str, *, reason: str, who: str) -> Judgement:
    """A person says that two names are the same. Undone by :func:`onrecord.tasks.withdraw`.

    Raises:
        NotFound: no paper names one of them.
        NotAllowed: nobody's name is given, or both are joined already.
    """
    return _decide(archive, key, other, field=SAME, reason=reason, who=who)


def keep_apart(archive: Archive, key: str, other: str, *, reason: str, who: str) -> Judgement:
    """A person says that two names are not the same: they are not offered again."""
    return _decide(archive, key, other, field=NOT_SAME, reason=reason, who=who)


def regroup(archive: Archive, document: tables.Document | None = None) -> None:
    """Inside a transaction: set anew under which key names stand, by the decisions that hold.

    Args:
        archive: open.
        document: only the names of this document; None for all.
    """
    decided = _decisions(archive, SAME)
    groups = _groups(decided)
    rows = tables.Named.objects.using(archive.alias)
    chosen = rows.filter(document=document) if document else rows.all()
    if document is None:
        chosen.exclude(group=F("key")).update(group=F("key"))
    for key, group in groups.items():
        chosen.filter(key=key).update(group=group)
    cases.say_changed(archive)  # other names may have to be withheld


def name_rows(archive: Archive, groups: Iterable[str]) -> dict[str, NamedRow]:
    """By group, its row; two queries."""
    rows = tables.Named.objects.using(archive.alias).filter(group__in=set(groups), document__leads=True)
    kinds = rows.order_by().values("group").annotate(of=Min("kind"))
    of = {row["group"]: NamedKind(row["of"]) for row in kinds}
    return {str(one["group"]): _row(of[one["group"]], one) for one in _grouped(rows)}


def standing_pairs(archive: Archive, field: str) -> list[tuple[str, str]]:
    """Pairs of keys that a person joined (``SAME``) or kept apart (``NOT_SAME``), without withdrawn decisions."""
    return _decisions(archive, field)


def _decide(archive: Archive, key: str, other: str, *, field: str, reason: str, who: str) -> Judgement:
    if not who.strip():
        raise NotAllowed("A decision needs a name.", advice="Say who decides.")
    with archive.whole_or_nothing():
        judgements.lock(archive)
        known = set(
            tables.Named.objects.using(archive.alias).filter(key__in=[key, other]).values_list("key", flat=True)
        )
        if known != {key, other} or key == other:
            missing = key if key not in known else other
            raise NotFound(f"No paper of the archive names {missing[:80]}.", advice="Load the page again.")
        groups = _groups(_decisions(archive, SAME))
        if field == SAME and groups.get(key, key) == groups.get(other, other):
            raise NotAllowed("These two are joined already.", advice="Load the page again.")
        saved = judgements.new(
            archive, Judgement("", TARGET + key, field, other, reason.strip(), who.strip(), "", None, "")
        )
        regroup(archive)
    return saved


def _decisions(archive: Archive, field: str) -> list[tuple[str, str]]:
    rows = tables.Judgement.objects.using(archive.alias).filter(
        field=field, target__startswith=TARGET, withdrawn_when=None
    )
    return [(target.removeprefix(TARGET), str(value)) for target, value in rows.values_list("target", "value")]


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By key, the smallest key of all that are joined with it, over any number of steps."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.get(key, key) != key:
            key = parent[key]
        return key

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
        parent.setdefault(low, low)
    return {key: root(key) for key in parent}


def _grouped(rows: QuerySet[tables.Named]) -> QuerySet[Any, Any]:
    """One row for each group of joined names."""
    return (
        rows.order_by()
        .values("group")
        .annotate(
            shown=Min("name"),
            papers=Count("document", distinct=True),
            joined=Count("key", distinct=True),
            risk=Count("pk", filter=Q(at_risk=True)),
            public=Count("pk", filter=Q(public_role=True)),
        )
    )


def _row(kind: NamedKind, one: Mapping[str, object]) -> NamedRow:
    return NamedRow(
        key=str(one["group"]),
        kind=kind,
        name=str(one["shown"]),
        papers=int(str(one["papers"])),
        at_risk=bool(one["risk"]),
        public_role=bool(one["public"]),
        joined=int(str(one["joined"])),
    )


def mentions_of(row: tables.Named) -> list[MentionRow]:
    """The mentions of a name in its paper, each with the words around it."""
    document = row.document
    # Before it is cut: half a name could not be told any more.
    text = current(Archive("", row._state.db or "")).same_length(documents.load(document).text)
    found = []
    for place in load_named(row, (document.sha256, document.symbol)).mentions:
        around = text[max(place.start - _AROUND, 0) : place.end + _AROUND]
        found.append(MentionRow(paper_ref(document), place, text[place.start : place.end], row.key, around))
    return found


def _claims_with(archive: Archive, rows: list[tables.Named]) -> list[tables.Claim]:
    """Claims in whose sentence one of the mentions stands."""
    spots = {row.document_id: [(place[2], place[3]) for place in row.mentions] for row in rows}
    claims = tables.Claim.objects.using(archive.alias).filter(document__in=list(spots)).select_related("document")
    return [
        claim
        for claim in claims.order_by("document__date", "document", "order")
        if any(claim.place[2] < end and start < claim.place[3] for start, end in spots[claim.document_id])
    ]


def _perhaps(archive: Archive, rows: list[tables.Named], kind: NamedKind) -> tuple[NamedRow, ...]:
    """Names that may be the same: offered in their own paper or between papers, and not kept apart by a person."""
    keys = {row.key for row in rows}
    offered = {str(key) for row in rows for key in row.said["perhaps"]} | _linked(archive, keys)
    apart = {b if a in keys else a for a, b in _decisions(archive, NOT_SAME) if a in keys or b in keys}
    others = tables.Named.objects.using(archive.alias).filter(key__in=offered - keys - apart, kind=kind.value)
    return tuple(_row(kind, one) for one in _grouped(others.filter(document__leads=True)))


def _linked(archive: Archive, keys: set[str]) -> set[str]:
    """Keys of names that may be the same as one of these by a link; an article's successor is only related to it."""
    members = tables.ComparisonMember.objects.using(archive.alias).filter(
        comparison__kind=LINK, comparison__verdict__in=SAME_PERHAPS
    )
    links = members.filter(claim__in=keys).values("comparison")
    return set(members.filter(comparison__in=links).values_list("claim", flat=True))
