"""Finds persons in papers: full names, later short forms, roles, and what is said to have happened to them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extraction.papers.name_paper import Places, furniture_of
from onrecord.extraction.papers.organisations_mention import OrgMention
from onrecord.extraction.papers.people_found import candidates, evidence, listed
from onrecord.extraction.papers.people_said import Said, said_of
from onrecord.extraction.papers.units import Paper
from onrecord.model import Named, NamedKind
from onrecord.vocabulary import laws, name_forms, organisations
from onrecord.vocabulary.phrases import Phrases, Words

Span = tuple[int, int]
_SLUG = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)-([A-Z][a-z]+(?:-[A-Z][a-z]+){1,2})\b")
_IN_ADDRESS = "a title and a name in the address of a page"
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|President|Judge|Minister|Professor)\.?\s+$")


def read_people(paper: Paper, words: Words, organisations_found: list[OrgMention]) -> tuple[Named, ...]:
    """The persons of a paper. ``organisations_found``: where no person's name stands.

    A surname alone belongs to the one person of this paper who bears it; where two do, it stays apart.
    """
    taken = {at for m in organisations_found for at in range(m.start, m.end)} | _laws(words)
    offices = {m.end for m in organisations_found if _is_office(m)}
    reasons = _reasons(words, taken, offices)
    people: dict[str, list[Span]] = {}
    why: dict[str, str] = {}
    for start, end, reason in _full(paper, words, reasons):
        key = "person:" + name_forms.same_name(words.text[start:end]).replace(" ", "-")
        people.setdefault(key, []).append((start, end))
        why.setdefault(key, reason)
    alone = _surnames(paper, words, people, taken)
    places = Places(paper)
    everybody = {**people, **alone}
    names = {key: _fullest(words.text, spans, why.get(key, "")) for key, spans in everybody.items()}
    perhaps = name_forms.offered(names)
    return tuple(
        replace(_named(places, key, spans, why.get(key, ""), said_of(paper, spans)), name=names[key], perhaps=near)
        for key, spans in everybody.items()
        for near in (perhaps[key],)
    )


def _is_office(mention: OrgMention) -> bool:
    key = mention.id.removeprefix("org:")
    try:
        return organisations.kind(key) == "UN office"
    except KeyError:
        return False


def _laws(words: Words) -> set[int]:
    spans = ((words.starts[first], words.ends[last - 1]) for first, last, _ in laws.instruments().find(words))
    return {at for start, end in spans for at in range(start, end)}


def _reasons(words: Words, taken: set[int], offices: set[int]) -> dict[str, str]:
    """Full names as written, each with the reason it was taken for a person's."""
    runs = list(candidates(words, taken))
    found = {run: reason for run in runs if (reason := evidence(words, *run, offices))}
    listed(words, runs, found)
    return {
        words.text[words.starts[first] : words.ends[last - 1]]: why for (first, last), why in reversed(found.items())
    }


def _full(paper: Paper, words: Words, reasons: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Every place where a full name stands, and names in the addresses of notes."""
    furniture = furniture_of(paper)
    for first, last, name in Phrases((name, name) for name in reasons).find(words) if reasons else ():
        start, end = words.starts[first], words.ends[last - 1]
        if not furniture(start):
            yield start, end, reasons[name]
    for match in _SLUG.finditer(words.text):
        yield match.start(1), match.end(1), _IN_ADDRESS


def _surnames(paper: Paper, words: Words, people: dict[str, list[Span]], taken: set[int]) -> dict[str, list[Span]]:
    """Adds surnames alone to the one person who bears them; returns those that may be several persons'."""
    bearers = _bearers(words, people)
    inside = {at for spans in people.values() for start, end in spans for at in range(start, end)} | taken
    alone: dict[str, list[Span]] = {}
    furniture = furniture_of(paper)
    for index in sorted({*words.capitals, *words.places_of({name.casefold() for name in bearers})}):
        word = words.words[index]
        keys = bearers.get(word)
        if not keys and not (word[0].isupper() and len(word) > 2):
            continue
        start = words.starts[index]
        if start in inside or furniture(start):
            continue
        if keys and len(keys) == 1:
            key = next(iter(keys))
            people[key].append((_with_particle(words, index, words.text[slice(*people[key][0])]), words.ends[index]))
        elif keys or _bare_title(words, index):
            own = f"person:{paper.document.sha256[:12]}:{name_forms.same_name(word)}"
            alone.setdefault(own, []).append((start, words.ends[index]))
    return alone


def _with_particle(words: Words, index: int, name: str) -> int:
    """Where the surname begins with what belongs to it in the full name: "al-Tarin", "von Selm"."""
    start = words.starts[index]
    if not index or words.lowers[index - 1] not in name_forms.words("particle"):
        return start
    before = words.starts[index - 1]
    written = words.text[before : words.ends[index]].casefold()
    return before if name.casefold().endswith(written) else start


def _bearers(words: Words, people: dict[str, list[Span]]) -> dict[str, set[str]]:
    """Who may be meant by one name alone: by the surname, or by a given name that is known as one ("Saule")."""
    bearers: dict[str, set[str]] = {}
    for key, spans in people.items():
        parts = words.text[slice(*spans[0])].replace("-", " ").split()
        given = parts[:1] if len(parts) > 1 and parts[0].casefold() in name_forms.given_names() else []
        for name in {parts[-1], *given}:
            bearers.setdefault(name, set()).add(key)
    return bearers


def _bare_title(words: Words, index: int) -> bool:
    """ "Mr Selm" where no Selm is named in full; "President of" is no name."""
    if words.lowers[index] in name_forms.words("no name", "title"):
        return False
    following = words.words[index + 1][0].isupper() if index + 1 < len(words) and words.joined(index) else False
    start = words.starts[index]
    return not following and _TITLED.search(words.text[max(start - 14, 0) : start]) is not None


def _fullest(text: str, spans: Iterable[Span], why: str) -> str:
    start, end = max(spans, key=lambda span: span[1] - span[0])
    written = text[start:end]
    if why == _IN_ADDRESS or not any(map(str.isspace, written)):  # "Ada-Lorn" stands so in addresses only
        written = written.replace("-", " ")
    return " ".join(written.split())


def _named(places: Places, key: str, spans: Iterable[Span], why: str, said: Said) -> Named:
    reasons = [("id", "the same full name" if why else "a surname that cannot be given to one person of this paper")]
    if why:
        reasons.append(("person", why))
    if said.risk:
        reasons.append(("at risk", said.risk))
    return Named(
        key,
        NamedKind.PERSON,
        key,
        places.of(spans),
        roles=said.roles,
        at_risk=bool(said.risk),
        public_role=said.public,
        reasons=tuple(reasons),
    )
