"""The list of defenders at risk, and the updated list: what was written since a day. For keepers only.

Private notes and contacts stay out of it: a list is made to be shown to somebody who is entitled to it.
"""

from dataclasses import dataclass

from onrecord.model.case import Case, CaseEntry, CaseField, Consent, Publication
from onrecord.store.archive import Archive
from onrecord.tasks.cases import list_cases
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.veil import CaseRights
from onrecord.vocabulary.dates import is_edtf

_PRIVATE = frozenset({CaseField.NOTE, CaseField.CONTACT})


@dataclass(frozen=True, slots=True)
class CaseTold:
    """One thing that is told of a case, when it happened, and who says so."""

    text: str
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One person of the list. ``since``: the earliest dated fact, "" where none has a date."""

    id: str
    name: str
    since: str
    why: str  # the reason for which the case was opened; else what happened first
    facts: tuple[CaseTold, ...]  # by date
    last_known: CaseTold | None
    questions: tuple[str, ...]
    sources: tuple[str, ...]
    publication: Publication  # what may be told
    publication_reason: str
    consent: Consent
    opened: str  # day on which the case was opened
    is_new: bool = False  # opened since the day that was asked for
    changes: tuple[CaseEntry, ...] = ()  # written since then; what was undone since then is among them


@dataclass(frozen=True, slots=True)
class CaseList:
    """The list. ``unchanged``: how many cases nothing was written in since the day that was asked for."""

    lines: tuple[CaseLine, ...]
    since: str
    unchanged: int


def list_defenders(archive: Archive, *, since: str = "", rights: CaseRights | None = None) -> CaseList:
    """Who is at risk, since when, why, what was last known, who says so, and what may be told.

    Args:
        archive: open.
        since: a day ("2016-06-22"), month or year: only cases in which something was written then or later, with what.
        rights: of a keeper; None takes those of :func:`onrecord.tasks.seen_by`.

    Raises:
        NotAllowed: without the right to cases, or ``since`` is no date.
    """
    if since and not is_edtf(since):
        raise NotAllowed(f"“{since[:40]}” is no date.", advice="Write 2016-06-22, 2016-06 or 2016.")
    cases = list_cases(archive, rights=rights)
    lines = [_line(case, since) for case in cases]
    shown = tuple(line for line in lines if line.changes or not since)
    return CaseList(shown, since, len(lines) - len(shown))


def _line(case: Case, since: str) -> CaseLine:
    facts = tuple(_told(entry) for entry in case.all(CaseField.FACT))
    last = case.last(CaseField.LAST_KNOWN)
    cleared = case.last(CaseField.PUBLICATION)
    opened = case.entries[0]
    told = [entry for entry in case.entries if entry.stands and entry.field not in _PRIVATE]
    return CaseLine(
        id=case.id,
        name=case.name,
        since=min((fact.date for fact in facts if fact.date), default=""),
        why=opened.reason or (facts[0].text if facts else ""),
        facts=facts,
        last_known=_told(last) if last else None,
        questions=tuple(entry.text for entry in case.all(CaseField.QUESTION)),
        sources=tuple(dict.fromkeys(entry.source for entry in told if entry.source)),
        publication=case.publication,
        publication_reason=cleared.reason if cleared else "",
        consent=case.consent,
        opened=opened.when[:10],
        is_new=bool(since) and opened.when >= since,
        changes=tuple(entry for entry in case.entries if _is_change(case, entry, since)),
    )


def _is_change(case: Case, entry: CaseEntry, since: str) -> bool:
    """Whether an entry was written since then; undoing a private note is private, too."""
    if not since or entry.when < since or entry.field in _PRIVATE:
        return False
    if entry.field is CaseField.UNDONE:
        undone = next((one for one in case.entries if str(one.number) == entry.text), None)
        return undone is None or undone.field not in _PRIVATE
    return True


def _told(entry: CaseEntry) -> CaseTold:
    return CaseTold(entry.text, entry.date, entry.source)
