"""Subjects: what a definition of labels, words and meaning takes in, and what a change would add and take out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.errors import NotFound
from onrecord.model.label import ISSUE
from onrecord.model.subject import Subject
from onrecord.store import meanings, subjects, tables
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.meanings import current_reader
from onrecord.tasks.narrowing import labelled
from onrecord.tasks.query import QueryError, parse
from onrecord.tasks.recommendations import finished
from onrecord.tasks.rows import RecommendationRow
from onrecord.tasks.searching import condition
from onrecord.tasks.veil import current
from onrecord.vocabulary import subjects as bundled
from onrecord.vocabulary.issues import issues

MOST_NEAR = 2_000  # recommendations that one sentence of a definition can bring by its meaning
_LONGEST, _MOST_SENTENCES = 2_000, 20


@dataclass(frozen=True, slots=True)
class Member:
    """A recommendation that belongs to a subject, and which ways lead there."""

    key: int
    labels: tuple[str, ...] = ()
    words: bool = False
    near: float | None = None


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject with how many recommendations it takes in, and how many by each way."""

    subject: Subject
    total: int
    by_label: int
    by_words: int
    by_meaning: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A recommendation of a subject as it is shown. ``change``: "enters", "leaves" or ""."""

    recommendation: RecommendationRow
    labels: tuple[str, ...]
    words: bool
    near: float | None
    change: str = ""


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A subject, or a changed definition of it beside the saved one."""

    row: SubjectRow
    enters: int  # against the saved definition
    leaves: int
    members: tuple[MemberRow, ...]  # a stretch: what enters and leaves first
    total: int
    offset: int


def list_subjects(archive: Archive) -> tuple[Subject, ...]:
    """All subjects: those that come with Onrecord, as changed here, and those of this archive."""
    with archive.told_plainly():
        own = subjects.latest(archive)
    every = {one.key: one for one in bundled.subjects()} | own
    return tuple(sorted(every.values(), key=lambda one: one.title))


def find_subject(archive: Archive, key: str) -> Subject:
    """One subject as it is defined now.

    Raises:
        NotFound: there is none of that key.
    """
    found = next((one for one in list_subjects(archive) if one.key == key), None)
    if found is None:
        raise NotFound(f"There is no subject {key[:60]}.", advice="List them with: onrecord subjects ARCHIVE")
    return found


def view_subject(
    archive: Archive, key: str, *, changed: Subject | None = None, limit: int | None = 50, offset: int = 0
) -> SubjectView:
    """What a subject takes in; with a changed definition, what would enter and what would leave.

    Args:
        archive: open.
        key: of the subject.
        changed: a definition that is tried out; nothing is saved.
        limit: at most so many members; None for all.
        offset: without the first so many.

    Raises:
        NotFound: there is no such subject.
        NotAllowed: a definition cannot be understood.
    """
    saved = find_subject(archive, key)
    with archive.told_plainly():
        before = {one.key: one for one in _members(archive, saved)}
        tried = {one.key: one for one in _members(archive, changed)} if changed else before
        enters, leaves = tried.keys() - before.keys(), before.keys() - tried.keys()
        ordered = [*_sorted(enters), *_sorted(leaves), *_sorted(tried.keys() - enters)]
        stop = None if limit is None else offset + limit
        shown = [tried.get(one) or before[one] for one in ordered[offset:stop]]
        words = dict.fromkeys(enters, "enters") | dict.fromkeys(leaves, "leaves")
        members = _rows(archive, shown, words)
    return SubjectView(
        _counted(changed or saved, tried.values()), len(enters), len(leaves), members, len(ordered), offset
    )


def count_subject(archive: Archive, subject: Subject) -> SubjectRow:
    """How many recommendations a definition takes in.

    Raises:
        NotAllowed: it cannot be understood.
    """
    with archive.told_plainly():
        return _counted(subject, _members(archive, subject))


def save_subject(archive: Archive, subject: Subject, *, who: str, reason: str, based_on: int) -> Subject:
    """Save a changed definition, or a new one, as a new version.

    Args:
        archive: open.
        subject: the definition.
        who: the name of the person.
        reason: why.
        based_on: number of the version that the person saw.

    Raises:
        NotAllowed: nobody's name is given, the definition cannot be understood, or somebody saved another meanwhile.
    """
    if not who.strip():
        raise NotAllowed("A decision needs a name.", advice="Say who decides.")
    _require(subject)
    with archive.whole_or_nothing():
        known = {one.key: one.version for one in list_subjects(archive)}
        if known.get(subject.key, 0) != based_on:
            raise NotAllowed("Somebody changed this subject meanwhile.", advice="Load the page again, look, then save.")
        new = replace(subject, version=based_on + 1, who=who.strip(), reason=reason.strip())
        return subjects.save(archive, new)


def subject_versions(archive: Archive, key: str) -> tuple[Subject, ...]:
    """All saved versions of a subject, oldest first."""
    with archive.told_plainly():
        return subjects.versions(archive, key)


def members_of(archive: Archive, subject: Subject) -> list[int]:
    """Primary keys of the recommendations that belong to a subject.

    Raises:
        NotAllowed: its definition cannot be understood.
    """
    return [one.key for one in _members(archive, subject)]


def _require(subject: Subject) -> None:
    if not re.fullmatch(r"[a-z0-9-]{2,60}", subject.key) or not 0 < len(subject.title.strip()) <= 200:
        raise NotAllowed("A subject needs a title.", advice="Give it a few words.")
    unknown = sorted(set(subject.issues) - set(issues()))
    if unknown:
        raise NotAllowed(f"“{unknown[0][:60]}” is no issue.", advice="Choose from the list.")
    if not (subject.issues or subject.words.strip() or subject.meaning):
        raise NotAllowed("A subject needs labels, words or a sentence.", advice="Give at least one of them.")
    if max(len(subject.note), len(subject.words), *map(len, subject.meaning or ("",))) > _LONGEST:
        raise NotAllowed("The definition is too long.", advice=f"Use at most {_LONGEST} letters in each part.")
    if len(subject.meaning) > _MOST_SENTENCES or not 0 < subject.near <= 1:
        raise NotAllowed("Nearness is a number between 0 and 1.", advice="0.66 is a good begin; higher takes in less.")
    _tree(subject)


def _tree(subject: Subject) -> object:
    try:
        return parse(subject.words)
    except QueryError as error:
        raise NotAllowed(f"The words cannot be understood: {error.what}", advice=error.advice) from error


def _members(archive: Archive, subject: Subject) -> list[Member]:
    _require(subject)
    found: dict[int, Member] = {}
    if subject.issues:
        rows = labelled(archive, ISSUE, subject.issues).filter(document__leads=True)
        for key, name in rows.values_list("recommendation", "name"):
            before = found.get(key, Member(key))
            found[key] = replace(before, labels=(*before.labels, name))
    tree = parse(subject.words)
    if tree is not None:
        passages = tables.Passage.objects.using(archive.alias).filter(document__leads=True)
        hits = passages.filter(recommendation__isnull=False).filter(condition(archive, tree))
        for key in hits.values_list("recommendation", flat=True):
            found[key] = replace(found.get(key, Member(key)), words=True)
    for key, near in _near(archive, subject).items():
        found[key] = replace(found.get(key, Member(key)), near=near)
    return list(found.values())


def _near(archive: Archive, subject: Subject) -> dict[int, float]:
    found: dict[int, float] = {}
    # Who is withheld could be given away by what is near to a sentence.
    if not subject.meaning or current(archive):
        return found
    one = current_reader()
    for vector in one.meaning(subject.meaning):
        for key, near in meanings.nearest(archive, vector, one.model.fingerprint, MOST_NEAR):
            if near < subject.near:
                break
            found[key] = max(near, found.get(key, 0.0))
    return found


def _sorted(keys: Iterable[int]) -> list[int]:
    return sorted(keys)


def _rows(archive: Archive, members: list[Member], words: dict[int, str]) -> tuple[MemberRow, ...]:
    table = tables.Recommendation.objects.using(archive.alias).select_related("document")
    rows = table.in_bulk([one.key for one in members])
    there = [one for one in members if one.key in rows]
    shown = finished(archive, [rows[one.key] for one in there])
    return tuple(
        MemberRow(row, one.labels, one.words, None if one.near is None else round(one.near, 3), words.get(one.key, ""))
        for one, row in zip(there, shown, strict=True)
    )


def _counted(subject: Subject, members: Iterable[Member]) -> SubjectRow:
    every = list(members)
    return SubjectRow(
        subject,
        total=len(every),
        by_label=sum(bool(one.labels) for one in every),
        by_words=sum(one.words for one in every),
        by_meaning=sum(one.near is not None for one in every),
    )
