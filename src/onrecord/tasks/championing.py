"""Who to talk to: the States that recommended on a subject, in the reports of the archive and in imported rows."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet

from onrecord.errors import NotFound
from onrecord.matching.champions import rank_champions
from onrecord.model.link import Champion, Recommended
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.link_rows import ChampionsOf
from onrecord.tasks.speaking import Row, speaking_of
from onrecord.vocabulary import ask_words

_SPECIFIC = 5  # UPR Info's category of a concrete act, given by a coder


def named_subjects() -> tuple[str, ...]:
    """The subjects that can be asked for by name, in the order of letters."""
    named = (ask_words.TOPIC, ask_words.PERSONS, ask_words.PEOPLE)
    return tuple(sorted(one.key for one in ask_words.concepts().values() if one.kind in named))


def champions_of(archive: Archive, subject: str, state: str) -> ChampionsOf:
    """The States that recommended on a subject, those first that told this State most often.

    Args:
        archive: open.
        subject: one of :func:`named_subjects`; other words are looked for as they are.
        state: ISO 3166-1 alpha-3 code of the State under review.

    Raises:
        NotFound: no subject is given.
    """
    wanted = " ".join(subject.split())
    if not wanted:
        raise NotFound("No subject is named.", advice=f"Name one, such as: {', '.join(named_subjects()[:5])} …")
    with archive.told_plainly():
        found = [*_of_reports(archive, wanted), *_of_coded(archive, wanted)]
        champions = _with_texts(archive, rank_champions(found, state))
    return ChampionsOf(wanted, state, champions, len({one.id for one in found}))


def _of_reports(archive: Archive, subject: str) -> Iterator[Recommended]:
    rows = _speaking(tables.Recommendation.objects.using(archive.alias).filter(document__leads=True), subject)
    columns = ("key", "states", "position", "specific", "document__state", "document__session")
    for key, states, position, specific, to, session in rows.order_by("document", "order").values_list(*columns):
        for by in states:
            yield Recommended(key, by, to, session or 0, "", position, specific)


def _of_coded(archive: Archive, subject: str) -> Iterator[Recommended]:
    """Imported rows that are tied to no item of a report in the archive: those stand there themselves."""
    rows = _speaking(tables.CodedRow.objects.using(archive.alias).filter(tied="").exclude(by=""), subject)
    columns = ("key", "by", "state", "session", "position", "action", "specific")
    for key, by, to, session, position, action, specific in rows.order_by("pk").values_list(*columns):
        yield Recommended(key, by, to, session or 0, "", position, action == _SPECIFIC if action else specific)


def _speaking(rows: QuerySet[Row], subject: str) -> QuerySet[Row]:
    """Those that speak of a concept by any of its words; of other words, those in which they stand as they are."""
    known = subject in ask_words.concepts()
    return speaking_of(rows, matters=(subject,)) if known else speaking_of(rows, words=(subject,))


def _with_texts(archive: Archive, champions: tuple[Champion, ...]) -> tuple[Champion, ...]:
    """The same with the words of what each State said here, and of what it said last: few of all that are counted."""
    told = {one.id for champion in champions for one in (*champion.here, champion.last)}
    texts: dict[str, str] = {}
    for table in (tables.Recommendation, tables.CodedRow):
        texts.update(table.objects.using(archive.alias).filter(key__in=told).values_list("key", "text"))
    return tuple(
        replace(
            champion,
            here=tuple(replace(one, text=texts[one.id]) for one in champion.here),
            last=replace(champion.last, text=texts[champion.last.id]),
        )
        for champion in champions
    )
