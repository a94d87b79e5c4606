"""What several papers name: persons, laws, organisations and events that may be the same, offered to a person.

Nothing here joins anything. Two mentions are the same without a person's word only by their id, which follows from an
exact rule (``Named.reasons``); what is less than exact comes out of here with its reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.matching.compared import comparison
from onrecord.model import Comparison, Event, Findings, Member, Named
from onrecord.vocabulary import name_forms, organisations
from onrecord.vocabulary.successors import successors

Papers = Sequence[Findings]
_COMMON = 8  # more laws about one matter than this say nothing about one another


@dataclass(frozen=True, slots=True)
class Offer:
    """Two ids that may be one, and why a person should look."""

    one: str
    other: str
    reason: str


def offered_people(people: Iterable[Named]) -> tuple[Offer, ...]:
    """Persons whose names may be spellings of one name, in Latin, Cyrillic or Kazakh letters; sorted by id."""
    names = {person.id: person.name for person in people}
    pairs = {tuple(sorted((key, other))) for key, others in name_forms.offered(names).items() for other in others}
    return tuple(
        Offer(one, other, f"“{names[one]}” and “{names[other]}” may be two spellings of one name")
        for one, other in sorted(pairs)
    )


def links(papers: Papers) -> tuple[Comparison, ...]:
    """What stands in two papers and may be the same; and events with the same id, which are.

    An id of a person, law or organisation shared by two papers needs no link: it is the same already.
    """
    found = [*_people(papers), *_laws(papers), *_succeeded(papers), *_organisations(papers), *_events(papers)]
    return tuple(sorted(found, key=lambda link: link.id))


def _people(papers: Papers) -> Iterator[Comparison]:
    at = _by_id(papers, "people")
    for offer in offered_people(named for named, _ in at.values()):
        one, other = at[offer.one][1], at[offer.other][1]
        if one.sha256 != other.sha256:
            yield _link("probably same", (one, other), offer.reason)


def _laws(papers: Papers) -> Iterator[Comparison]:
    """Laws of one State about one matter."""
    at = _by_id(papers, "laws")
    about: dict[tuple[str, str], list[tuple[Named, Member]]] = {}
    for law, member in at.values():
        for topic in filter(None, dict(law.reasons).get("about", "").split(", ")):
            about.setdefault((_state(law.id), topic), []).append((law, member))
    told = set()
    for (_, topic), laws in sorted(about.items()):
        for (one, first), (other, second) in combinations(laws[:_COMMON], 2):
            pair = (first.sha256, one.id, second.sha256, other.id)
            if first.sha256 != second.sha256 and pair not in told:
                told.add(pair)
                yield _link(_strength(one, other), (first, second), f"laws of one State about {topic}")


def _succeeded(papers: Papers) -> Iterator[Comparison]:
    """An article, and the one that took its place by the register of laws: related, and not the same law."""
    at = _by_id(papers, "laws")
    for row in successors():
        if row.law in at and row.became in at:
            checked = f"compared with it on {row.verified_on}" if row.verified_on else "not compared with it yet"
            why = f"By the register of laws the one became the other on {row.since} ({row.source}; {checked})."
            yield _link("related", (at[row.law][1], at[row.became][1]), why)


def _state(key: str) -> str:
    parts = key.split(":")
    return parts[1] if len(parts) > 2 and len(parts[1]) == 3 else ""


def _strength(one: Named, other: Named) -> str:
    """A law that is still to be made is not the one in force; different years are not the same law."""
    years = [_years(law.id) for law in (one, other)]
    drafts = ["draft" in law.id.split(":") for law in (one, other)]
    if drafts[0] != drafts[1] or (all(years) and years[0] != years[1]):
        return "related"
    return "probably same"


def _years(key: str) -> set[str]:
    return {part for part in key.split(":") if len(part) == 4 and part.isdigit() and part[:2] in ("19", "20")}


def _organisations(papers: Papers) -> Iterator[Comparison]:
    """A name and a longer one that begins with it: "Open Selm" and "Open Selm Foundation"."""
    at = _by_id(papers, "organisations")
    names = {organisations.spelling(named.name): (named, member) for named, member in at.values()}
    for spelt, (named, member) in names.items():
        words = spelt.split()
        for size in range(2, len(words)):
            short = names.get(" ".join(words[:size]))
            if short and short[1].sha256 != member.sha256 and short[0].id != named.id:
                yield _link("probably same", (short[1], member), f"“{named.name}” begins with “{short[0].name}”")


def _events(papers: Papers) -> Iterator[Comparison]:
    """Events with the same id; and those of one kind at one place whose dates do not speak against it."""
    by_id: dict[str, list[tuple[Event, Member]]] = {}
    by_place: dict[tuple[str, str], list[tuple[Event, Member]]] = {}
    by_month: dict[tuple[str, str], list[tuple[Event, Member]]] = {}
    for event in (event for findings in papers for event in findings.events if event.mentions):
        entry = (event, Member(event.mentions[0].sha256, event.mentions[0], event.id))
        by_id.setdefault(event.id, []).append(entry)
        family = ":".join(event.id.split(":")[:3])
        if event.where:
            by_place.setdefault((family, event.where), []).append(entry)
        if len(event.date) >= 7:
            by_month.setdefault((family, event.date[:7]), []).append(entry)
    yield from _groups(by_id.items(), "same", "the same kind, date and place")
    yield from _groups(by_place.items(), "probably same", "the same kind of event at the same place")
    yield from _groups(by_month.items(), "probably same", "the same kind of event in the same month")


def _groups(
    groups: Iterable[tuple[object, list[tuple[Event, Member]]]], verdict: str, reason: str
) -> Iterator[Comparison]:
    for _, entries in groups:
        if len({member.sha256 for _, member in entries}) < 2:
            continue
        events = {event.id for event, _ in entries}
        if verdict == "same" or (len(events) > 1 and _agree([event for event, _ in entries])):
            yield _link(verdict, tuple(member for _, member in entries), reason)


def _agree(events: list[Event]) -> bool:
    """Whether no date and no place of one speaks against another's."""
    dates = sorted({event.date for event in events if event.date}, key=len)
    places = {event.where for event in events if event.where}
    return len(places) < 2 and all(date.startswith(dates[0]) for date in dates)


def _by_id(papers: Papers, kind: str) -> dict[str, tuple[Named, Member]]:
    """The first mention of everything named, by id."""
    found: dict[str, tuple[Named, Member]] = {}
    for findings in papers:
        for named in getattr(findings, kind):
            if named.mentions:
                first = named.mentions[0]
                found.setdefault(named.id, (named, Member(first.sha256, first, named.id)))
    return found


def _link(verdict: str, members: tuple[Member, ...], reason: str) -> Comparison:
    return comparison("link", verdict, members, reason)
