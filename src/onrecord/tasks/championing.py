"""Who to talk to: the States that recommended on a subject, in the reports of the archive and in imported rows."""

from collections.abc import Iterator

from django.db.models import Q

from onrecord.errors import NotFound
from onrecord.matching.asks import understand
from onrecord.matching.champions import rank_champions
from onrecord.model.link import Recommended
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.recommendations import fold
from onrecord.tasks.link_rows import ChampionsOf
from onrecord.vocabulary import ask_words


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
    return ChampionsOf(wanted, state, rank_champions(found, state), len({one.id for one in found}))


def _of_reports(archive: Archive, subject: str) -> Iterator[Recommended]:
    rows = tables.Recommendation.objects.using(archive.alias).filter(_speaking(subject), document__leads=True)
    columns = ("key", "text", "states", "position", "document__state", "document__session")
    for key, text, states, position, to, session in rows.order_by("document", "order").values_list(*columns):
        if _speaks(text, subject):
            specific = _is_specific(text)
            for by in states:
                yield Recommended(key, by, to, session or 0, text, position, specific)


def _of_coded(archive: Archive, subject: str) -> Iterator[Recommended]:
    """Imported rows that are tied to no item of a report in the archive: those stand there themselves."""
    rows = tables.CodedRow.objects.using(archive.alias).filter(_speaking(subject), tied="").exclude(by="")
    columns = ("key", "text", "by", "state", "session", "position", "action")
    for key, text, by, to, session, position, action in rows.order_by("pk").values_list(*columns):
        if _speaks(text, subject):
            specific = action == 5 if action else _is_specific(text)
            yield Recommended(key, by, to, session or 0, text, position, specific)


def _speaking(subject: str) -> Q:
    """What the database can tell: one of the beginnings of words stands in the text."""
    wanted = Q()
    for beginning in ask_words.beginnings_of(subject) or (fold(subject),):
        wanted |= Q(folded__contains=fold(beginning))
    return wanted


def _speaks(text: str, subject: str) -> bool:
    if subject not in ask_words.concepts():
        return fold(subject) in fold(text)
    return any(span.key == subject for span in ask_words.concepts_in(ask_words.words_of(text)))


def _is_specific(text: str) -> bool:
    known = ask_words.actions()
    return any(known[key].specific for clause in understand(text).clauses for key in clause.actions)
