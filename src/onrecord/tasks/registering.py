"""The register of laws: a person says which law is meant, and what became of it or of its articles.

Decisions like all others: with name, day and reason, withdrawn by :func:`onrecord.tasks.withdraw` and never deleted,
made of content, so that they outlive every new reading. What comes with Onrecord (``law_successors.csv``) stands
beside them and is said to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.errors import NotFound
from onrecord.model.judgement import Judgement
from onrecord.model.law_register import InstrumentKind, RegisteredLaw, Succession
from onrecord.store import judgements
from onrecord.store import law_register as kept
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.register_rows import NewLaw, NewSuccession
from onrecord.vocabulary import laws as known
from onrecord.vocabulary import states
from onrecord.vocabulary.dates import is_edtf
from onrecord.vocabulary.successors import successors

_LONGEST = 1_000
_MOST_ALIASES = 50
_KEY = re.compile(r"law:[A-Z]{3}:[^\s:#/][^\s#/]{0,200}")
_ARTICLE = re.compile(r"\w[\w().-]{0,30}")
_NO_NAMES = frozenset(("law", "draft", "amendment", "offence", "provision", "instrument"))  # kinds within ids


@dataclass(frozen=True, slots=True)
class Entry:
    """A law of the register and who put it there; ``decision`` is None for what comes with Onrecord."""

    law: RegisteredLaw
    decision: Judgement | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the register and who said so."""

    change: Succession
    decision: Judgement | None


@dataclass(frozen=True, slots=True)
class Register:
    """What stands in the register: entries by the id of the law, changes, and all decisions, oldest first."""

    laws: dict[str, Entry]
    changes: tuple[Change, ...]
    decisions: tuple[Judgement, ...]

    @property
    def successions(self) -> tuple[Succession, ...]:
        """The changes without who said so."""
        return tuple(one.change for one in self.changes)


def register_law(archive: Archive, law: NewLaw, *, reason: str, who: str, based_on: str = "") -> Judgement:
    """Put a law into the register, or change its entry.

    Args:
        archive: open.
        law: name, State, kind, aliases, source.
        reason: why; may be empty.
        who: the name of the person.
        based_on: id of the decision on this entry that the person saw; "" for a law that is not there yet.

    Raises:
        NotAllowed: nobody's name is given, something cannot be so, or the law is there already.
    """
    entry = _entry(law)
    with archive.whole_or_nothing():
        judgements.lock(archive)
        standing = read_register(archive).laws.get(entry.id)
        decision = standing.decision if standing else None
        if based_on != (decision.id if decision else ""):
            told = f"{entry.id} stands in the register already." if decision else "Somebody changed this meanwhile."
            raise NotAllowed(told, advice="Look at its entry and change that, or give another key.")
        value = kept.law_value(entry)
        return _keep(archive, _decided(entry.id, kept.LAW, value, reason=reason, who=who, based_on=based_on))


def law_became(archive: Archive, change: NewSuccession, *, reason: str, who: str) -> Judgement:
    """Say that an article became another one, or that a law was replaced by another.

    Args:
        archive: open.
        change: both ids ("law:KAZ:criminal-code:164"), since when, by which source.
        reason: why; may be empty.
        who: the name of the person.

    Raises:
        NotFound: the register has no such law.
        NotAllowed: nobody's name is given, something cannot be so, or it was said already.
    """
    with archive.whole_or_nothing():
        judgements.lock(archive)
        register = read_register(archive)
        old, new = (split_id(one.strip(), register.laws) for one in (change.old, change.new))
        said = Succession(*old, *new, *(text.strip() for text in (change.since, change.source, change.verified_on)))
        _require_change(said)
        told = [one.change for one in register.changes if one.decision]
        if any((one.old, one.new) == (said.old, said.new) for one in told):
            raise NotAllowed(f"The register has it that {said.old} became {said.new}.", advice="Withdraw that first.")
        return _keep(archive, _decided(said.law, kept.BECAME, kept.change_value(said), reason=reason, who=who))


def read_register(archive: Archive) -> Register:
    """All that stands, what comes with Onrecord included; one query."""
    decided = kept.decisions(archive)
    standing = [one for one in decided if one.stands]
    shipped = [_shipped(row.law, row.became, row.since, row.source, row.verified_on) for row in successors()]
    laws = {key: Entry(_shipped_law(key), None) for change in shipped for key in (change.law, change.became_law)}
    laws |= {law.id: Entry(law, one) for one in standing if one.field == kept.LAW for law in [kept.law_of(one)]}
    changes = {(one.old, one.new): Change(one, None) for one in shipped}
    for one in standing:
        if one.field == kept.BECAME:
            change = kept.change_of(one)
            changes[change.old, change.new] = Change(change, one)
    return Register(laws, tuple(sorted(changes.values(), key=lambda one: one.change.since)), decided)


def split_id(given: str, laws: dict[str, Entry]) -> tuple[str, str]:
    """The law and the article of an id: the longest law of the register with which it begins.

    Raises:
        NotFound: the register has no such law.
    """
    fits = [law for law in laws if given == law or given.startswith(f"{law}:")]
    if not fits:
        raise NotFound(f"The register has no law {given[:80]}.", advice="Put the law into the register first.")
    law = max(fits, key=len)
    return law, given[len(law) + 1 :]


def allowed_in_register(decision: Judgement) -> None:
    """Whether a decision that comes from a file can stand in the register.

    Raises:
        NotAllowed, KeyError, ValueError, TypeError: it cannot.
    """
    if not decision.target.startswith(kept.TARGET):
        raise ValueError(decision.target)
    if decision.field == kept.LAW:
        _require_law(kept.law_of(decision))
    else:
        _require_change(kept.change_of(decision))


def id_of(name: str, state: str) -> str:
    """The id of a law by its name: the one that mentions in papers get where its instrument is known."""
    bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    slug = known.key_of(bare).replace(" ", "-") or "-".join(re.findall(r"[^\W_]+", bare.casefold()))
    return f"law:{state}:{slug}"


def _entry(law: NewLaw) -> RegisteredLaw:
    name, state = " ".join(law.name.split()), law.state.strip().upper()
    aliases = dict.fromkeys(filter(None, (" ".join(alias.split()) for alias in law.aliases)))
    aliases.pop(name, None)
    try:
        kind = InstrumentKind(str(law.kind).strip().casefold())
    except ValueError:
        raise NotAllowed(f"“{law.kind}” is no kind of law.", advice=f"Choose: {', '.join(InstrumentKind)}.") from None
    words = (law.year.strip(), tuple(aliases), law.source.strip(), law.verified_on.strip())
    entry = RegisteredLaw(law.key.strip() or id_of(name, state), state, name, kind, *words)
    _require_law(entry)
    return entry


def _require_law(law: RegisteredLaw) -> None:
    if max(map(len, (law.name, law.source, *law.aliases))) > _LONGEST or len(law.aliases) > _MOST_ALIASES:
        raise NotAllowed("That is far too much.", advice="Write shorter names, or fewer of them.")
    if not law.name or law.id.rpartition(":")[2] in _NO_NAMES | {""}:
        raise NotAllowed("A law needs a name of its own.", advice="Write it as papers do: Law on Public Gatherings.")
    if law.state not in states.codes():
        raise NotAllowed(f"“{law.state[:40]}” is no State that we know.", advice="Give its name or ISO code.")
    if not _KEY.fullmatch(law.id) or law.id.split(":")[1] != law.state:
        raise NotAllowed(f"“{law.id[:80]}” is no key.", advice=f"Write law:{law.state}: and a name without blanks.")
    if law.year and not re.fullmatch(r"[12]\d{3}", law.year):
        raise NotAllowed(f"“{law.year[:40]}” is no year.", advice="Give four digits, or nothing.")
    _require_verified(law.verified_on, law.source)


def _require_change(change: Succession) -> None:
    if change.old == change.new:
        raise NotAllowed("Nothing becomes itself.", advice="Give the new article, or the law that took its place.")
    if bool(change.article) != bool(change.became_article):
        raise NotAllowed("An article becomes an article, a law a law.", advice="Give the number on both sides.")
    for article in filter(None, (change.article, change.became_article)):
        if not _ARTICLE.fullmatch(article):
            raise NotAllowed(f"“{article[:40]}” is no number of an article.", advice="Write it so: 164, 317-1.")
    if not is_edtf(change.since):
        raise NotAllowed(f"“{change.since[:40]}” is no date.", advice="Write 2015-01-01, 2015-01 or 2015.")
    if not all(_KEY.fullmatch(law) for law in (change.law, change.became_law)) or len(change.source) > _LONGEST:
        raise NotAllowed("That cannot stand in the register.", advice="Give ids of laws, and a shorter source.")
    _require_verified(change.verified_on, change.source)


def _require_verified(day: str, source: str) -> None:
    if day and (not is_edtf(day) or len(day) != len("2015-01-01") or day > date.today().isoformat()):
        raise NotAllowed(f"“{day[:40]}” is no day on which it was verified.", advice="Write 2015-01-01, or nothing.")
    if day and not source:
        raise NotAllowed("Verified with what?", advice="Name the source, or leave the day out.")


def _keep(archive: Archive, decided: Judgement) -> Judgement:
    if not decided.who:
        raise NotAllowed("A decision needs a name.", advice="Say who decides.")
    return judgements.new(archive, decided)


def _decided(target: str, field: str, value: object, *, reason: str, who: str, based_on: str = "") -> Judgement:
    return Judgement("", kept.TARGET + target, field, value, reason.strip(), who.strip(), "", None, based_on)


def _shipped(law: str, became: str, since: str, source: str, verified_on: str) -> Succession:
    return Succession(*_cut(law), *_cut(became), since, source, verified_on)


def _cut(key: str) -> tuple[str, str]:
    """The law and the article of an id of the table that comes with Onrecord."""
    law, _, article = key.rpartition(":")
    return (law, article) if article[:1].isdigit() else (key, "")


def _shipped_law(law: str) -> RegisteredLaw:
    _, state, slug = law.split(":", 2)
    return RegisteredLaw(law, state, slug.replace("-", " ").title(), InstrumentKind.CODE)


def unregistered(law: str, decisions: Sequence[Judgement]) -> Entry:
    """A law whose entry was withdrawn, or that only a change names: as it was last told, else by its id.

    Raises:
        NotFound: nobody ever decided anything on it.
    """
    told = [one for one in decisions if one.target == kept.TARGET + law or _names(one, law)]
    if not told:
        raise NotFound(f"The register has no law {law[:80]}.", advice="List the register again.")
    entries = [kept.law_of(one) for one in told if one.field == kept.LAW]
    return Entry(replace(entries[-1]) if entries else _shipped_law(law), None)


def _names(decision: Judgement, law: str) -> bool:
    return decision.field == kept.BECAME and kept.change_of(decision).became_law == law
