"""What papers say that are in no archive: the same rows as of an archive, worked out from the files. Nothing is kept.

Loads no database. Papers come in the order in which they were given; a paper that is given twice counts once.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from onrecord.model import Claim, Comparison, Event, Member, Named, NamedKind, Place
from onrecord.record import Record, compare
from onrecord.store.words import without_accents
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import (
    ClaimFilter,
    ClaimRow,
    ComparisonRow,
    EventRow,
    NamedRow,
    PaperRef,
    ProposalRow,
    Side,
    SourceRow,
)
from onrecord.vocabulary.addresses import address_key

Row = TypeVar("Row")
_NAMED: dict[NamedKind, Callable[[Record], tuple[Named, ...]]] = {
    NamedKind.LAW: lambda record: record.laws,
    NamedKind.PERSON: lambda record: record.people,
    NamedKind.ORGANISATION: lambda record: record.organisations,
}


class Unfiled:
    """Papers that were read, and rows of what they say.

    Args:
        papers: the name of each file with what was read from it.
    """

    def __init__(self, papers: Iterable[tuple[str, Record]]) -> None:
        self.records: dict[str, Record] = {}
        self.papers: dict[str, PaperRef] = {}
        for name, record in papers:
            if record.document.sha256 not in self.records:
                self.records[record.document.sha256] = record
                self.papers[record.document.sha256] = _paper_ref(name, record)

    def claims(self, wanted: ClaimFilter, *, limit: int | None = None) -> PageOf[ClaimRow]:
        """Claims that fit."""
        rows = [
            ClaimRow(claim, paper, self._compared[claim.id]["conflict"], self._compared[claim.id]["copy"])
            for paper, record in self._about(wanted.state, wanted.document)
            for claim in record.claims
            if _fits(claim, wanted) and (not wanted.compared or self._compared[claim.id][wanted.compared])
        ]
        return _page(rows, limit)

    def proposals(
        self, *, state: str = "", document: str = "", own: bool | None = None, limit: int | None = None
    ) -> PageOf[ProposalRow]:
        """What the papers ask; ``own``: only the publishers' own ones, or only those they report."""
        rows = [
            ProposalRow(proposal, paper)
            for paper, record in self._about(state, document)
            for proposal in record.proposals
            if own is None or own == (proposal.voice.value == "publisher")
        ]
        return _page(rows, limit)

    def sources(self, *, state: str = "", limit: int | None = None) -> PageOf[SourceRow]:
        """Sources that notes give an address of, those on which most papers rest first."""
        urls: dict[str, list[str]] = defaultdict(list)
        resting: dict[str, list[PaperRef]] = defaultdict(list)
        for paper, record in self._about(state):
            for note in record.sources:
                if source := address_key(note.url):
                    urls[source].append(note.url)
                    resting[source].append(paper)
        rows = [
            SourceRow(source, max(urls[source]), len(urls[source]), tuple(dict.fromkeys(resting[source])))
            for source in urls
        ]
        return _page(sorted(rows, key=lambda row: (-len(row.papers), -row.notes, row.source)), limit)

    def named(
        self, kind: NamedKind, *, state: str = "", words: str = "", at_risk: bool = False, limit: int | None = None
    ) -> PageOf[NamedRow]:
        """Laws, persons or organisations, those in most papers first; nothing is joined but what has the same id."""
        by_key: dict[str, list[Named]] = defaultdict(list)
        for _, record in self._about(state):
            for thing in _NAMED[kind](record):
                if (thing.at_risk or not at_risk) and _holds(thing.name, words):
                    by_key[thing.id].append(thing)
        rows = [_named_row(key, things) for key, things in by_key.items()]
        return _page(sorted(rows, key=lambda row: (-row.papers, row.name, row.key)), limit)

    def mentions(self, kind: NamedKind, key: str) -> tuple[Place, ...]:
        """Where the papers name it."""
        things = (thing for record in self.records.values() for thing in _NAMED[kind](record) if thing.id == key)
        return tuple(place for thing in things for place in thing.mentions)

    def events(self, *, state: str = "", kind: str = "", limit: int | None = None) -> PageOf[EventRow]:
        """Events in the order of their dates, oldest first; those without a date last."""
        rows = [
            _event_row(event, paper, record)
            for paper, record in self._about(state)
            for event in record.events
            if event.mentions and (not kind or event.kind == kind)
        ]
        return _page(sorted(rows, key=lambda row: (not row.date, row.date)), limit)

    def comparisons(
        self, *, state: str = "", kind: str = "", verdict: str = "", limit: int | None = None
    ) -> PageOf[ComparisonRow]:
        """Conflicts, copies and links between all the papers, with all their sides. ``kind``: "" for all kinds."""
        chosen = (one for one in self._comparisons if kind in ("", one.kind) and verdict in ("", one.verdict))
        rows = [self._comparison_row(one) for one in chosen]
        return _page([row for row in rows if state in ("", row.state)], limit)

    def found(self, place: Place) -> tuple[int, int] | None:
        """From where to where it stands in the characters of the file as it gave them (``Document.found``)."""
        stretches = self.records[place.sha256].document.to_found(place.start, place.end)
        return (stretches[0][0], stretches[-1][1]) if stretches else None

    def _about(self, state: str, document: str = "") -> Iterator[tuple[PaperRef, Record]]:
        for sha256, paper in self.papers.items():
            if state in ("", paper.state) and document in ("", sha256):
                yield paper, self.records[sha256]

    @cached_property
    def _comparisons(self) -> tuple[Comparison, ...]:
        return compare(self.records.values())

    @cached_property
    def _compared(self) -> dict[str, Counter[str]]:
        """By claim, in how many conflicts and copies it stands."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self._comparisons:
            for member in one.members:
                counted[member.claim][one.kind] += 1
        return counted

    def _comparison_row(self, one: Comparison) -> ComparisonRow:
        sides = tuple(self._side(member) for member in one.members)
        return ComparisonRow(one.id, one.kind, one.verdict, one.reason, sides[0].paper.state if sides else "", sides)

    def _side(self, member: Member) -> Side:
        place = member.place
        quote = self.records[member.sha256].document.text[place.start : place.end] if place else ""
        return Side(self.papers[member.sha256], place, quote, member.claim)


def _page(rows: Sequence[Row], limit: int | None) -> PageOf[Row]:
    return PageOf(tuple(rows[:limit]), len(rows))


def _paper_ref(name: str, record: Record) -> PaperRef:
    identity = record.identity
    return PaperRef(
        sha256=record.document.sha256,
        symbol=identity.symbol,
        name=name,
        title=identity.title,
        kind=identity.kind.value,
        state=identity.state,
        publishers=identity.publishers,
        date=identity.date,
    )


def _fits(claim: Claim, wanted: ClaimFilter) -> bool:
    equal = (
        (wanted.kind, claim.kind.value),
        (wanted.right, claim.rights[0] if claim.rights else ""),
        (wanted.source, claim.source),
        (wanted.voice, claim.voice.value),
    )
    return (
        all(asked in ("", has) for asked, has in equal)
        and claim.date.startswith(wanted.date)
        and (not wanted.figures or any(figure.value is not None for figure in claim.figures))
        and _holds(claim.text, wanted.words)
    )


def _holds(text: str, words: str) -> bool:
    folded = without_accents(text.casefold())
    return all(word in folded for word in without_accents(words.casefold()).split())


def _named_row(key: str, things: Sequence[Named]) -> NamedRow:
    return NamedRow(
        key=key,
        kind=things[0].kind,
        name=min(thing.name for thing in things),
        papers=len(things),
        at_risk=any(thing.at_risk for thing in things),
        public_role=any(thing.public_role for thing in things),
        joined=1,
    )


def _event_row(event: Event, paper: PaperRef, record: Record) -> EventRow:
    texts = {claim.id: claim.text for claim in record.claims}
    return EventRow(
        key=event.id,
        name=event.name,
        kind=event.kind,
        date=event.date,
        where=event.where,
        paper=paper,
        place=event.mentions[0],
        claims=tuple(texts[key] for key in event.claims if key in texts),
    )
