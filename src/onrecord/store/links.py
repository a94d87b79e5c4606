"""Suggested links ↔ rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from onrecord.model.link import Chance, LinkKind, Reason
from onrecord.store import tables
from onrecord.store.archive import Archive

UPTAKE, REPEAT, ALIKE, RAISED = "uptake", "repeat", "alike", "raised"
TARGET = "link:"
# Targets with "#" are recommendations: a link is judged as a whole, and is none.
_NUMBER, _STAND_IN, _BETWEEN = "#", "§", " ~ "


@dataclass(frozen=True, slots=True)
class Suggested:
    """A link as it was worked out. ``one`` is a proposal or an earlier recommendation, by its key."""

    relation: str
    one: str
    other: str
    kind: LinkKind
    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def target(self) -> str:
        """What a person's decision on it is recorded of: made of both keys, so that it outlives every reading."""
        return target_of(self.one, self.other)


def target_of(one: str, other: str) -> str:
    """The target of decisions on two texts; recommendations in either order are one target."""
    first, second = sorted((one, other), key=lambda key: (_NUMBER in key, key))
    return TARGET + _BETWEEN.join(key.replace(_NUMBER, _STAND_IN) for key in (first, second))


def texts_of(target: str) -> tuple[str, str] | None:
    """The keys of the two texts; None for targets that are no link."""
    if not target.startswith(TARGET):
        return None
    first, between, second = target.removeprefix(TARGET).partition(_BETWEEN)
    return (first.replace(_STAND_IN, _NUMBER), second.replace(_STAND_IN, _NUMBER)) if between else None


def save(
    archive: Archive, state: str, found: Iterable[Suggested], *, chances: Iterable[Chance] = (), stamp: str
) -> None:
    """Inside a transaction: put these links of a State, and the chances of its proposals, in place of earlier ones."""
    told = tables.ProposalChance.objects.using(archive.alias)
    told.filter(state=state).delete()
    told.bulk_create(
        tables.ProposalChance(
            state=state,
            proposal=one.id,
            before=list(one.before),
            before_known=one.before_known,
            states=list(one.states),
            of_states=one.of_states,
        )
        for one in chances
    )
    rows = tables.TextLink.objects.using(archive.alias)
    rows.filter(state=state).delete()
    rows.bulk_create(
        tables.TextLink(
            state=state,
            relation=one.relation,
            one=one.one,
            other=one.other,
            kind=one.kind.value,
            score=one.score,
            reasons=[[reason.what, reason.words, reason.against] for reason in one.reasons],
        )
        for one in found
    )
    tables.LinkedState.objects.using(archive.alias).bulk_create(
        [tables.LinkedState(state=state, stamp=stamp)],
        update_conflicts=True,
        unique_fields=["state"],
        update_fields=["stamp"],
    )


def chances_of(archive: Archive, proposals: Sequence[str]) -> dict[str, Chance]:
    """By the key of the proposal, who was asked the same without it."""
    rows = tables.ProposalChance.objects.using(archive.alias).filter(proposal__in=list(proposals))
    return {
        row.proposal: Chance(row.proposal, tuple(row.before), row.before_known, tuple(row.states), row.of_states)
        for row in rows
    }


def load(row: tables.TextLink) -> Suggested:
    """The link of a row."""
    reasons = tuple(Reason(*reason) for reason in row.reasons)
    return Suggested(row.relation, row.one, row.other, LinkKind(row.kind), row.score, reasons)


def of_proposals(archive: Archive, keys: Sequence[str]) -> tuple[Suggested, ...]:
    """Recommendations that take these proposals up, and passages that raise them, nearest first."""
    rows = tables.TextLink.objects.using(archive.alias).filter(relation__in=(UPTAKE, RAISED), one__in=list(keys))
    return tuple(load(row) for row in rows.order_by("-score", "other", "one"))


def of_texts(archive: Archive, relation: str, keys: Sequence[str]) -> tuple[Suggested, ...]:
    """Links of one relation that begin at these texts, nearest first."""
    rows = tables.TextLink.objects.using(archive.alias).filter(relation=relation, one__in=list(keys))
    return tuple(load(row) for row in rows.order_by("-score", "other", "one"))


def of_text(archive: Archive, relation: str, key: str) -> tuple[Suggested, ...]:
    """Links of one relation that begin or end at this text, nearest first."""
    rows = tables.TextLink.objects.using(archive.alias).filter(Q(one=key) | Q(other=key), relation=relation)
    return tuple(load(row) for row in rows.order_by("-score", "other", "one"))
