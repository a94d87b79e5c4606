"""Finds events in papers: what happened when and where, with every mention and the claims that speak of it.

An event needs a date or a place of its own. Within a paper, mentions are one event if kind and place agree and no date
speaks against it, or kind and month agree and no place does. A State has one review by the UPR Working Group a year.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.extraction.papers.dates_told import ToldDate, dates_in
from onrecord.extraction.papers.name_paper import Places, state_of
from onrecord.extraction.papers.units import Paper, Unit
from onrecord.extraction.papers.words_of_paper import words_of_paper
from onrecord.model import Claim, Event, Named
from onrecord.vocabulary import event_kinds, mentions, name_forms
from onrecord.vocabulary.event_kinds import EventKind
from onrecord.vocabulary.fold import fold

_IN_PLACE = re.compile(
    r"\b(?:in|at|near)\s+(?:the\s+(?:city|town|village|region)\s+of\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
_PLACE_BEFORE = re.compile(r"\b(?:[Tt]he\s+)?([A-Z][a-z’'-]{3,})\s+(?:[a-z]+\s+)?$")
_PARTED = re.compile(r"[,;:]")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_VIOLENT = ("unrest", "attack", "arrests", "trial")  # families of events that happen at a place, to somebody
_NEAR = 70  # characters between an event's word and its date or place


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    kind: EventKind
    date: str
    where: str


@dataclass
class _Happening:
    kind: EventKind
    date: str = ""
    where: str = ""
    mentions: list[_Mention] = field(default_factory=list)

    def takes(self, mention: _Mention) -> bool:
        """Whether nothing speaks against it."""
        dates = sorted((self.date, mention.date), key=len)
        return dates[1].startswith(dates[0]) and not (self.where and mention.where and self.where != mention.where)

    def add(self, mention: _Mention) -> None:
        """One mention more; one inside another is not told twice."""
        if not any(m.start <= mention.start and mention.end <= m.end for m in self.mentions[-3:]):
            self.mentions.append(mention)
        self.date = max(self.date, mention.date, key=len)
        self.where = self.where or mention.where


def read_events(paper: Paper, claims: Sequence[Claim], laws: Sequence[Named]) -> tuple[Event, ...]:
    """The events that a paper dates or places, laws that were made in a stated year among them."""
    state, _ = state_of(paper)
    happenings = _joined(list(_mentions(paper)))
    places = Places(paper)
    starts, ordered = _ordered(claims)
    found = [_event(paper, places, happening, state, (starts, ordered)) for happening in happenings]
    return (*found, *_laws_made(laws, (starts, ordered)))


def _mentions(paper: Paper) -> Iterator[_Mention]:
    begins = event_kinds.begins(words_of_paper(paper.document))
    for unit in paper.layout.units:
        if unit.says_something:
            yield from _in_sentence(paper, unit, begins)


def _in_sentence(paper: Paper, unit: Unit, begins: Sequence[int]) -> Iterator[_Mention]:
    text = paper.document.text
    words = list(event_kinds.find(text, begins, unit.start, unit.end))
    dates = list(dates_in(text, unit.start, unit.end)) if words else []
    first = event_kinds.by_words()[words[0].group().casefold()].family if words else ""
    for word in words:
        kind = event_kinds.by_words()[word.group().casefold()]
        date = _date_of(text, unit, word, dates, opening=kind.family == first)
        where, place_end = _place_of(text, unit, word) if kind.family in _VIOLENT else ("", 0)
        if not where and not (date and (len(date.value) >= 7 or kind.family not in ("attack", "trial", "unrest"))):
            continue
        end = max(word.end(), place_end, date.end if date and date.end > word.end() else 0)
        yield _Mention(_begin(text, unit, word), end, kind, _value(kind, date), where)


def _date_of(text: str, unit: Unit, word: re.Match[str], dates: list[ToldDate], *, opening: bool) -> ToldDate | None:
    """The date right behind the word, right before it, or (for what is told first) the one that opens the sentence."""
    behind = (d for d in dates if _stands_behind(text, word.end(), d))
    before = (d for d in dates if 0 <= word.start() - d.end <= 25)
    start = (d for d in dates if opening and d.start - unit.start <= 12)
    return next(behind, None) or next(before, None) or next(start, None)


def _stands_behind(text: str, end: int, date: ToldDate) -> bool:
    """An open date may begin before the word: "since the last review in 2010"."""
    if date.start < end:
        return date.start < end < date.end <= end + _NEAR and ".." in date.value
    return date.start - end <= _NEAR and not _PARTED.search(text[end : date.start])


def _value(kind: EventKind, date: ToldDate | None) -> str:
    if date is None:
        return ""
    value = date.value.strip("./") if "/" in date.value and ".." in date.value else date.value
    return value[:4] if kind.key == "upr" else value


def _place_of(text: str, unit: Unit, word: re.Match[str]) -> tuple[str, int]:
    """A place behind the word ("in Tarask") or before it ("the Tarask massacre"); States are no places here."""
    for match in _IN_PLACE.finditer(text, word.end(), min(word.end() + _NEAR, unit.end)):
        if _is_place(match[1], text, match.start(1)):
            return match[1], match.end(1)
    before = _PLACE_BEFORE.search(text, max(word.start() - 40, unit.start), word.start())
    if before and _is_place(before[1], text, before.start(1)) and before.start(1) > unit.start:
        return before[1], word.end()
    return "", 0


def _is_place(name: str, text: str, at: int) -> bool:
    first = name.split(maxsplit=1)[0].casefold().rstrip("’'s")
    return first not in name_forms.words("no name") and mentions.match_at(text, at) is None


def _begin(text: str, unit: Unit, word: re.Match[str]) -> int:
    """Where the noun phrase begins: at "the", "an" or "its", if one stands within five words before."""
    before = text[max(word.start() - 60, unit.start) : word.start()]
    found = list(re.finditer(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his)\s+(?:[\w’'-]+\s+){0,5}$", before))
    return word.start() - len(before) + found[-1].start() if found else word.start()


def _joined(found: list[_Mention]) -> list[_Happening]:
    """Dated and placed ones first, so that others find them."""
    happenings: list[_Happening] = []
    by_key: dict[tuple[str, str], list[_Happening]] = {}
    for mention in sorted(found, key=lambda m: (not (m.date and m.where), m.start)):
        keys = [(mention.kind.family, part) for part in (fold(mention.where), mention.date[:7]) if part]
        known = (happening for key in keys for happening in by_key.get(key, ()))
        happening = next((h for h in known if h.takes(mention)), None)
        if happening is None:
            happening = _Happening(mention.kind)
            happenings.append(happening)
        happening.add(mention)
        for key in keys:
            if happening not in by_key.setdefault(key, []):
                by_key[key].append(happening)
    return happenings


def _ordered(claims: Sequence[Claim]) -> tuple[list[int], list[Claim]]:
    ordered = sorted(claims, key=lambda claim: claim.sentence.start)
    return [claim.sentence.start for claim in ordered], ordered


def _claims_at(claims: tuple[list[int], list[Claim]], start: int) -> Iterator[str]:
    """Ids of claims in the sentence around an offset."""
    starts, ordered = claims
    at = bisect_right(starts, start) - 1
    while at >= 0 and ordered[at].sentence.start <= start < ordered[at].sentence.end:
        yield ordered[at].id
        at -= 1


def _event(
    paper: Paper, places: Places, happening: _Happening, state: str, claims: tuple[list[int], list[Claim]]
) -> Event:
    text = paper.document.text
    # A place alone is no exact rule: there may be another protest there in another year.
    date = happening.date or paper.document.sha256[:12]
    key = (state or "state", happening.kind.family, date, fold(happening.where).replace(" ", "-"))
    first = min(happening.mentions, key=lambda m: m.start)
    told = " ".join(_sentence(text, m) for m in happening.mentions)
    reasons = [("id", "kind, date and place as far as stated")]
    for part in ("act", "perpetrator", "victim"):
        words = event_kinds.told_in(told, part) if happening.kind.family in _VIOLENT else ()
        reasons += [(part, ", ".join(words))] if words else []
    name = " ".join(text[first.start : first.end].split())
    return Event(
        "event:" + ":".join(key),
        name,
        happening.kind.key,
        happening.date,
        happening.where,
        places.of((m.start, m.end) for m in happening.mentions),
        tuple(sorted({claim for m in happening.mentions for claim in _claims_at(claims, m.start)})),
        tuple(reasons),
    )


def _sentence(text: str, mention: _Mention) -> str:
    low = max(text.rfind(". ", 0, mention.start), text.rfind("\n", 0, mention.start)) + 1
    ends = [at for at in (text.find(". ", mention.end), text.find("\n", mention.end)) if at >= 0]
    return text[low : min(ends, default=len(text))]


def _laws_made(laws: Sequence[Named], claims: tuple[list[int], list[Claim]]) -> Iterator[Event]:
    """Laws and amendments whose year is stated."""
    for law in laws:
        parts = law.id.split(":")
        year = next((part for part in parts[2:] if _YEAR.fullmatch(part)), "")
        if year and parts[2] in ("law", "amendment"):
            told = {claim for place in law.mentions for claim in _claims_at(claims, place.start)}
            yield Event(
                "event:" + law.id,
                law.name,
                "law passed",
                year,
                "",
                law.mentions,
                tuple(sorted(told)),
                (("id", "the law and its year"),),
            )
