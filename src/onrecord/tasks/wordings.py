"""Help with the wording of what is to be recommended: its own words, who made it before, what States accepted of it.

Nothing is rewritten and nothing is stored. What comes from the record comes with its number, State and answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from onrecord import labelling, settings
from onrecord.matching.asks import understand
from onrecord.matching.narrower import ACT, narrower
from onrecord.matching.repeats import find_repeats
from onrecord.model import Position
from onrecord.model.label import Label
from onrecord.model.link import AskText, Link, LinkKind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.tasks.papers_written import show_written
from onrecord.tasks.speaking import speaking_of
from onrecord.tasks.veil import current
from onrecord.vocabulary import ask_words
from onrecord.writing.asked_in_papers import recommendations_in
from onrecord.writing.wording import Wording, names_addressee, wording_of

_LONGEST = 4_000  # letters of a recommendation; none on record is longer
_COMPARED = 600  # recommendations that are compared in full, nearest by words: one takes half a millisecond
_SHOWN = 8
_TELLING = 3  # of an ask without known subjects, so many of its rarest words are looked for
_COLUMNS = ("text", "position", "session", "cycle", "state")


@dataclass(frozen=True, slots=True)
class MadeBefore:
    """A recommendation on record that asks the same or a part of it."""

    id: str  # "A/HRC/28/10#126.44", "" for an imported row that is tied to no report
    number: str
    document: str  # symbol of the report, else the imported file's own name for the row
    state: str  # to which it was made
    states: tuple[str, ...]  # that made it
    cycle: int | None
    session: int | None
    position: Position | None  # None where nobody told
    text: str
    kind: LinkKind
    score: float
    narrower: tuple[str, ...] = ()  # in what: "act", "law", "part", "date"


@dataclass(frozen=True, slots=True)
class WordingHelp:
    """Help with one recommendation. ``line``: where it stands in its paper, 0 where it stands in none."""

    line: int
    text: str
    wording: Wording
    made_before: tuple[MadeBefore, ...]  # to the same State: the same ask, most alike first
    accepted: tuple[MadeBefore, ...]  # of those, what was supported
    narrower: tuple[MadeBefore, ...]  # narrower ones that States supported, those of the same State first
    suggested: Label | None = None  # the kind of action, by the model, where the first verb tells none
    because: tuple[str, ...] = ()  # the words that carried it


def help_sentence(archive: Archive, text: str, *, state: str = "", addressed: bool = False) -> WordingHelp:
    """Help with the wording of one recommendation.

    Args:
        archive: open.
        text: what States shall be asked to recommend, in English; of other languages only the record can tell.
        state: ISO 3166-1 alpha-3 code of the State to which it shall be made; "" if that is not said.
        addressed: what stands around it names whom it is for.
    """
    with archive.told_plainly():
        return _helped(archive, text, state, addressed=addressed)


def help_wording(archive: Archive, paper: str, *, from_record: bool = True) -> tuple[WordingHelp, ...]:
    """Help with the wording of the recommendations of a paper.

    Args:
        archive: open.
        paper: its id.
        from_record: also what was made and accepted before; without it only their own words are looked at.

    Raises:
        NotFound: there is no such paper.
    """
    shown = show_written(archive, paper)
    asked = recommendations_in(shown.current.text, shown.language)
    if not from_record:
        return tuple(
            WordingHelp(line, text, wording_of(text, addressed=names_addressee(heading)), (), (), ())
            for line, text, heading in asked
        )
    with archive.told_plainly():
        return tuple(
            _helped(archive, text, shown.state, addressed=names_addressee(heading), line=line)
            for line, text, heading in asked
        )


def _helped(archive: Archive, text: str, state: str, *, addressed: bool, line: int = 0) -> WordingHelp:
    plain = text.strip()[:_LONGEST]
    here = _alike(plain, _on_record(archive, plain, state)) if state else []
    made = tuple(one for one in here if one.kind is LinkKind.SAME_ASK)[:_SHOWN]
    wide = _alike(plain, _on_record(archive, plain, "", accepted=True))
    narrow = sorted(_narrower(plain, wide), key=lambda one: (one.state != state, -one.score))
    accepted = tuple(one for one in made if one.position is Position.SUPPORTED)
    wording = wording_of(plain, addressed=addressed)
    suggested = None if wording.action else _suggested(plain)
    because = tuple(plain[span.start : span.end] for span in suggested.words) if suggested else ()
    distinct = tuple(_distinct(narrow))[:_SHOWN]
    return WordingHelp(line, plain, wording, made, accepted, distinct, suggested, because)


def _suggested(text: str) -> Label | None:
    """The kind of action that the model suggests, None where it says that it cannot be trusted."""
    given = settings.value(settings.LABELS)
    (labels,) = labelling.label([text], model=Path(given) if given else None)
    return None if labels.doubt else labels.action


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What could be alike: concepts that a text is about; where it is about none, its rarest words."""

    matters: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Wanted":
        asked = understand(text)
        matters = frozenset(term[1:] for clause in asked.clauses for matter in clause.matters for term in matter)
        rare = sorted((term for term in asked.whole.terms if term[0] != "="), key=ask_words.weight, reverse=True)
        return cls(matters, frozenset() if matters else frozenset(fold(term) for term in rare[:_TELLING]))

    def shared(self, text: str) -> int:
        """How much of it a text speaks of."""
        if self.words:
            return sum(word in fold(text) for word in self.words)
        return len(self.matters & {span.key for span in ask_words.concepts_in(ask_words.words_of(text))})


def _on_record(archive: Archive, text: str, state: str, *, accepted: bool = False) -> list[MadeBefore]:
    """What could be alike: those that share most of what the text is about, at most ``_COMPARED``."""
    wanted = _Wanted.of(text)
    about = {"matters": wanted.matters, "words": wanted.words}
    items = speaking_of(tables.Recommendation.objects.using(archive.alias).filter(document__leads=True), **about)
    coded = speaking_of(tables.CodedRow.objects.using(archive.alias).filter(tied=""), **about)
    if state:
        items, coded = items.filter(document__state=state), coded.filter(state=state)
    if accepted:
        supported = Position.SUPPORTED.value
        items, coded = items.filter(position=supported), coded.filter(position=supported)
    withheld = current(archive).forms  # that a name stands in a text would tell that it is on record
    found = [*_items(items), *_coded(coded)]
    told = [one for one in found if not withheld or not any(form in fold(one.text) for form in withheld)]
    told.sort(key=lambda one: -wanted.shared(one.text))
    return told[:_COMPARED]


def _items(rows: QuerySet[tables.Recommendation]) -> Iterator[MadeBefore]:
    columns = ("text", "position", "document__session", "document__cycle", "document__state")
    more = ("key", "number", "document__symbol", "states", "history")
    for row in rows.order_by("document", "order").values_list(*columns, *more):
        text, position, *review = row[:5]
        told = "" if position == Position.PENDING and not row[9] else position  # nobody has said anything on it
        yield _made((text, told, *review), key=row[5], number=row[6], document=row[7], states=row[8])


def _coded(rows: QuerySet[tables.CodedRow]) -> Iterator[MadeBefore]:
    """Rows that several States made in the same words are one."""
    together: dict[tuple[Any, ...], tuple[str, list[str]]] = {}
    for row in rows.order_by("pk").values_list(*_COLUMNS, "name", "by"):
        together.setdefault(row[:5], (row[5], []))[1].append(row[6])
    for row, (name, states) in together.items():
        yield _made(row, key="", number="", document=name, states=states)


def _made(row: tuple[Any, ...], *, key: str, number: str, document: str, states: Iterable[str]) -> MadeBefore:
    text, position, session, cycle, state = row
    told = Position(position) if position else None
    made_by = tuple(state for state in states if state)
    return MadeBefore(key, number, document, state, made_by, cycle, session, told, text, kind=LinkKind.NONE, score=0.0)


def _alike(text: str, found: Sequence[MadeBefore]) -> list[MadeBefore]:
    """Those that ask the same or speak of the same subject, most alike first."""
    if not found:
        return []
    texts = [AskText(str(place), one.text) for place, one in enumerate(found)]
    (followed,) = find_repeats([AskText("", text)], texts, listed=len(texts), candidates=len(texts)).followed
    return [_linked(found[int(link.id)], link) for link in followed.links if link.kind is not LinkKind.NONE]


def _linked(one: MadeBefore, link: Link) -> MadeBefore:
    return replace(one, kind=link.kind, score=link.score)


def _narrower(text: str, alike: Iterable[MadeBefore]) -> Iterator[MadeBefore]:
    ours = wording_of(text)
    for one in alike:
        theirs = wording_of(one.text)
        vague = theirs.action is not None and theirs.action.vague
        ways = [way for way in narrower(text, one.text) if not (way == ACT and vague)]
        if ways and "date" in ours.missing and "date" not in theirs.missing:
            ways.append("date")
        if ways:
            yield replace(one, narrower=tuple(ways))


def _distinct(found: Iterable[MadeBefore]) -> Iterator[MadeBefore]:
    """Without those that say the same in the same words to another State, but for words that say nothing."""
    seen: set[tuple[str, ...]] = set()
    idle = ask_words.stop_words()
    for one in found:
        if (words := tuple(word for word in ask_words.words_of(one.text) if word not in idle)) not in seen:
            seen.add(words)
            yield one
