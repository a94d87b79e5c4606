"""Cases of defenders at risk: the lock, opening a case, writing in it, undoing, clearing for publication."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.errors import NotFound, WrongPassphrase
from onrecord.model import NamedKind
from onrecord.model.case import Case, CaseEntry, CaseField, Consent, Publication
from onrecord.store import cases, judgements, sealing, tables
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.veil import CaseRights, forget, rights_of

_SHORTEST = 8  # signs of a passphrase
_LONGEST = 20_000
_ASK = "Unlock the cases first."
_CHOICES: dict[CaseField, tuple[str, ...]] = {
    CaseField.CONSENT: tuple(Consent),
    CaseField.PUBLICATION: tuple(Publication),
}


@dataclass(frozen=True, slots=True)
class CaseLock:
    """Whether an archive has a lock on its cases, who holds a key, and whether it is open for who is asking."""

    keepers: tuple[str, ...]
    open: bool

    @property
    def locked(self) -> bool:
        """Whether there is a lock at all."""
        return bool(self.keepers)


def case_lock(archive: Archive) -> CaseLock:
    """The state of the lock; names of keepers only for a keeper, for others their number as blanks."""
    with archive.told_plainly():
        names = cases.keepers(archive)
    opened = rights_of(archive) is not None
    return CaseLock(names if opened else ("",) * len(names), opened)


def set_case_lock(archive: Archive, passphrase: str, *, who: str) -> CaseRights:
    """Put a lock on the cases of an archive; from now on names are withheld from everybody else.

    Args:
        archive: open.
        passphrase: of the first keeper; there is no way in without it.
        who: the keeper's name.

    Raises:
        NotAllowed: there is a lock already, nobody's name is given, or the passphrase is too short.
    """
    _require(who, passphrase)
    with archive.whole_or_nothing():
        judgements.lock(archive)
        if cases.keepers(archive):
            raise NotAllowed("The cases are locked already.", advice="Ask a keeper to let you in.")
        key = sealing.new_key()
        cases.add_keeper(archive, who.strip(), passphrase, key)
        cases.say_changed(archive)
    forget(archive)
    return CaseRights(archive.alias, who.strip(), key)


def unlock_cases(archive: Archive, passphrase: str) -> CaseRights:
    """The right to the cases of an archive, to be given to :func:`onrecord.tasks.seen_by`.

    Raises:
        NotFound: there is no lock yet.
        WrongPassphrase: it is no keeper's passphrase.
    """
    with archive.told_plainly():
        if not cases.keepers(archive):
            raise NotFound("This archive has no lock on its cases yet.", advice="Set one: choose a passphrase.")
        found = cases.unlock(archive, passphrase)
    if found is None:
        raise WrongPassphrase("That passphrase does not open the cases.", advice="Check capitals and keyboard.")
    return CaseRights(archive.alias, *found)


def add_keeper(archive: Archive, name: str, passphrase: str, *, rights: CaseRights | None = None) -> None:
    """Let one more person in, or give a keeper another passphrase."""
    own = _own(archive, rights)
    _require(name, passphrase)
    with archive.whole_or_nothing():
        cases.add_keeper(archive, name.strip(), passphrase, own.key)


def remove_keeper(archive: Archive, name: str, *, rights: CaseRights | None = None) -> None:
    """Let somebody in no longer. What that person has seen, or copied with the archive, stays seen.

    Raises:
        NotAllowed: it is the last keeper.
        NotFound: there is no such keeper.
    """
    _own(archive, rights)
    with archive.whole_or_nothing():
        if cases.keepers(archive) == (name,):
            raise NotAllowed("The last keeper cannot go: nobody could open the cases.", advice="Add another first.")
        if not cases.remove_keeper(archive, name):
            raise NotFound("There is no such keeper.", advice="Look at the list of keepers.")


def list_cases(archive: Archive, *, rights: CaseRights | None = None) -> tuple[Case, ...]:
    """All cases, in the order in which they were opened.

    Raises:
        NotAllowed: asked for without the right to cases.
    """
    own = _own(archive, rights)
    with archive.told_plainly():
        return cases.every(archive, own.key)


def show_case(archive: Archive, case: str, *, rights: CaseRights | None = None) -> Case:
    """One case with all its entries, also those that were undone.

    Raises:
        NotAllowed: asked for without the right to cases.
        NotFound: no such case.
    """
    own = _own(archive, rights)
    with archive.told_plainly():
        found = cases.find(archive, case, own.key)
    if found is None:
        raise NotFound("There is no such case.", advice="List the cases again.")
    return found


def open_case(
    archive: Archive, name: str, *, key: str = "", reason: str = "", rights: CaseRights | None = None
) -> Case:
    """Open a case: closed to everybody but the keepers, its name withheld from now on.

    Args:
        archive: open.
        name: of the person; "" takes the one in the papers.
        key: of the name in the papers, "" for somebody whom none of them names.
        reason: why.
        rights: of a keeper; None takes those of :func:`onrecord.tasks.seen_by`.

    Raises:
        NotAllowed: without the right to cases, without a name, or there is a case of this name already.
        NotFound: no paper names a person of this key.
    """
    own = _own(archive, rights)
    with archive.whole_or_nothing():
        judgements.lock(archive)
        keys, found = _person(archive, key) if key else ((), "")
        shown = name.strip() or found
        if not shown:
            raise NotAllowed("A case needs a name.", advice="Write the person's name.")
        if cases.of_key(archive, keys):
            raise NotAllowed("This person has a case already.", advice="Look at the list of cases.")
        uid = cases.new(archive, key)
        case = _write(archive, own, uid, CaseEntry(0, CaseField.NAME, shown, own.keeper, "", reason=reason.strip()))
    forget(archive)
    return case


def add_to_case(  # noqa: PLR0913  # one for each thing that an entry says
    archive: Archive,
    case: str,
    field: CaseField | str,
    text: str,
    *,
    date: str = "",
    source: str = "",
    reason: str = "",
    rights: CaseRights | None = None,
) -> Case:
    """Write one more entry; what was written before stays. Clearing for publication is an entry, too.

    Args:
        archive: open.
        case: its id.
        field: what is said.
        text: the words; for consent and publication one of their values.
        date: EDTF: when it happened, or was said.
        source: who says so.
        reason: why; publishing needs one.
        rights: of a keeper; None takes those of :func:`onrecord.tasks.seen_by`.

    Raises:
        NotAllowed: without the right to cases; or nothing is said, the value is unknown or a reason is missing.
    """
    own = _own(archive, rights)
    entry = CaseEntry(0, CaseField(field), text.strip(), own.keeper, "", date.strip(), source.strip(), reason.strip())
    _check(show_case(archive, case, rights=own), entry)
    with archive.whole_or_nothing():
        written = _write(archive, own, case, entry)
    forget(archive)
    return written


def undo_in_case(
    archive: Archive, case: str, number: int, *, reason: str = "", rights: CaseRights | None = None
) -> Case:
    """Say that an entry holds no longer; it stays readable, with who undid it and when."""
    return add_to_case(archive, case, CaseField.UNDONE, str(number), reason=reason, rights=rights)


def _check(case: Case, entry: CaseEntry) -> None:
    if not entry.text or len(entry.text) > _LONGEST:
        raise NotAllowed("Nothing is said, or far too much.", advice="Write what is to be kept.")
    if entry.field in _CHOICES and entry.text not in _CHOICES[entry.field]:
        raise NotAllowed("There is no such choice.", advice=f"Choose one of: {', '.join(_CHOICES[entry.field])}.")
    opens = entry.field is CaseField.PUBLICATION and entry.text != Publication.CLOSED.value
    if opens and not entry.reason:
        raise NotAllowed("Publishing needs a reason.", advice="Write why the case may be told.")
    if opens and entry.text == Publication.NAMED.value and case.consent is Consent.WITHDRAWN:
        raise NotAllowed(
            "The person withdrew the consent.", advice="Publish without the name, or record a new consent."
        )
    if entry.field is CaseField.UNDONE:
        _check_undoing(case, entry)


def _check_undoing(case: Case, entry: CaseEntry) -> None:
    known = {str(one.number): one for one in case.entries if one.stands}
    undone = known.get(entry.text)
    if undone is None:
        raise NotAllowed("There is no such entry, or it was undone already.", advice="Load the case again.")
    if undone.field is CaseField.NAME and len(case.all(CaseField.NAME)) == 1:
        raise NotAllowed("A case needs a name.", advice="Write the right name first.")


def _write(archive: Archive, rights: CaseRights, case: str, entry: CaseEntry) -> Case:
    return cases.write(archive, case, entry, rights.key)


def _own(archive: Archive, rights: CaseRights | None) -> CaseRights:
    own = rights_of(archive)
    if own is None or (rights is not None and rights.alias != archive.alias):
        raise NotAllowed("Cases are closed to everybody but their keepers.", advice=_ASK)
    return own


def _require(who: str, passphrase: str) -> None:
    if not who.strip():
        raise NotAllowed("A keeper needs a name.", advice="Say who you are.")
    if len(passphrase) < _SHORTEST:
        raise NotAllowed(
            "This passphrase is too short.", advice=f"Take at least {_SHORTEST} signs; several words are best."
        )


def _person(archive: Archive, key: str) -> tuple[Sequence[str], str]:
    """All keys of the person and the name, as the papers have it."""
    people = tables.Named.objects.using(archive.alias).filter(kind=NamedKind.PERSON.value)
    first = people.filter(key=key).first() or people.filter(group=key).first()
    if first is None:
        raise NotFound("No paper of the archive names this person.", advice="List the names again.")
    keys = people.filter(group=first.group).values_list("key", flat=True).distinct()
    return (*keys, first.group), first.name
