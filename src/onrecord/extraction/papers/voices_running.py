"""Follows voices through a paper: pronouns, speech that goes on, lists behind a colon, quotations, the publisher.

The publisher's own name, "we" and its quoted staff are the publisher.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.papers.units import Paper, Unit
from onrecord.extraction.papers.voices import told_in
from onrecord.extraction.papers.voices_asides import told_behind_verb
from onrecord.extraction.papers.voices_phrases import without_phrases
from onrecord.extraction.papers.voices_speaker import Told
from onrecord.extraction.papers.voices_turns import turns_of
from onrecord.extraction.sieve import Sieve, small
from onrecord.model import PUBLISHER, Kind, Named, NamedKind, Proposal, Quotation, Voice
from onrecord.vocabulary import verbs
from onrecord.vocabulary.fold import fold

_WE = re.compile(
    r"^(?:we|our|us|this (?:report|submission|paper|briefing|coalition|organi[sz]ation)|"
    r"(?:the )?(?:authors|submitters|undersigned))\b",
    re.IGNORECASE,
)

_COMMENDS = re.compile(
    r"\b(?:commend|welcome|applaud|praise|congratulate|thank)s?\s+(?P<who>[^,.;]{3,80}?)\s+for\s+(?:having\s+)?"
    r"(?:address|rais|highlight|draw|question|mention|ask|speak|point|denounc|condemn|criticis)\w*",
    re.I,
)
_NEEDS_COMMENDS = Sieve("commend|welcome|applaud|praise|congratulate|thank")
_MARKS = (Part.QUOTE, Part.COMMA, Part.STOP, Part.DASH, Part.COLON)
_ENDS_TELLING = (Part.COMMA, Part.STOP, Part.SEMICOLON)
_BEFORE = 4  # things that begin before a stretch and may reach into it
_SUMMARIES = (Kind.STAKEHOLDERS_SUMMARY, Kind.COMPILATION)
_ROLE = re.compile(r"[\s*]*,[\s*]*(?P<role>[^”\".;]{3,160})")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a claim. ``cue``: offset in the text where the claim's own words begin behind "X said that", or 0."""

    source: str = PUBLISHER
    voice: Voice = Voice.PUBLISHER
    manner: str = ""
    reason: str = ""
    cue: int = 0
    begin: int = 0  # where the telling begins, so that its date counts for the claim


@dataclass(slots=True)
class Voices:
    """Who speaks in a paper, unit after unit in order."""

    paper: Paper
    own: tuple[str, ...]
    quotations: "Ordered[Quotation]"
    people: Sequence[tuple[int, str]] = ()  # where persons are named, in order, and as what
    bodies: Sequence[tuple[int, str]] = ()  # the same of organisations
    _last: tuple[int, Told] | None = None  # paragraph, who was told of last
    _list: tuple[int, Told] | None = None  # behind "X documented …:", the list that follows
    _spoke: tuple[int, Speaker] | None = None  # paragraph, who was quoted last
    _told: list[Told] = field(default_factory=list)
    _words: list[Word] = field(default_factory=list)
    _unit: Unit | None = None
    _before: Unit | None = None
    _turns: dict[int, tuple[str, int]] | None = None  # of an interview: who answers in a paragraph
    _known: dict[str, bool] = field(default_factory=dict)  # whether who speaks is the publisher, or one of its own
    same_as_before: bool = False  # whether this unit goes on with the speaker of the one before

    def enter(self, unit: Unit, words: list[Word]) -> None:
        """Go on to the next unit."""
        self._before, self._unit, self._words = self._unit, unit, words
        self.same_as_before = False
        self._told = [told for told in map(self._named, told_in(self.paper.document.text, words)) if told]
        self._follow_list(unit)
        if self._told:
            first = self._told[0]
            self.same_as_before = self.same_as_before or self._is_last(first.source)
            self._last = (unit.paragraph, self._told[-1])

    @property
    def tells(self) -> bool:
        """Whether the unit tells words of somebody else."""
        return any(not self._is_own(told.source) for told in self._told)

    def at(self, start: int, end: int) -> Speaker:
        """Who says ``text[start:end]`` of the unit at hand."""
        if quoted := self._quoted(start, end):
            self._spoke = (self._unit.paragraph, quoted) if self._unit else None
            return quoted
        if mixed := self._commended(start, end):
            return mixed
        told = self._covering(start, end) or self._told_on()
        if told is None and (turn := self._turn(start)):
            return turn
        if told is None or self._is_own(told.source):
            return Speaker(begin=start, cue=self._cue(told))
        begin = self._words[told.first].start if self._words else start
        if self._unit and any(word.part is Part.QUOTE for word in self._words):
            goes_on = Speaker(told.source, Voice.OTHER, "say", f"goes on: {told.source}")
            self._spoke = (self._unit.paragraph, goes_on)
        return Speaker(told.source, Voice.OTHER, told.manner, told.reason, self._cue(told), min(begin, start))

    def _turn(self, start: int) -> Speaker | None:
        """In an interview: whose answer the paragraph at hand is ("Ada Lorn: They came at night.")."""
        if self._turns is None:
            self._turns = turns_of(self.paper)
        turn = self._turns.get(self._unit.paragraph) if self._unit else None
        if turn is None or self._is_own(turn[0]):
            return None
        return Speaker(turn[0], Voice.OTHER, "say", f'"{turn[0]}:" opens the paragraph', turn[1], start)

    def is_own(self, source: str) -> bool:
        """Whether the publisher is meant."""
        return self._is_own(source)

    def quoted(self, start: int, end: int) -> Speaker | None:
        """Who says ``text[start:end]`` if most of it is quoted speech of somebody named; None elsewhere."""
        return self._quoted(start, end)

    def without_cues(self, words: list[Word]) -> list[Word]:
        """The words of the sentence at hand without ", said X, lawyer of Y" around a quotation, ", according to X"."""
        words = without_phrases(_without_according(words))
        for quotation in self.quotations.around(words[0].start, words[-1].end) if words else ():
            start, end = quotation.place.start, quotation.place.end
            if quotation.kind == "speech" and words and start < words[-1].end and words[0].start < end:
                before = [word for word in words if word.end <= start]
                behind = [word for word in words if word.start >= end]
                dropped = [*_cue_words(before), *(_cue_words(_without_who(behind)) if _tells_first(behind) else [])]
                begins = {word.start for word in dropped}
                words = [word for word in words if word.start not in begins]
        return words

    def _told_on(self) -> Told | None:
        """In summaries of the United Nations all is somebody's: what names nobody goes on with the one before."""
        if self.paper.identity.kind not in _SUMMARIES or self._last is None or self._unit is None:
            return None
        paragraph, told = self._last
        return (
            Told(told.source, "say", 0, len(self._words), 0, told.reason) if paragraph == self._unit.paragraph else None
        )

    def _cue(self, told: Told | None) -> int:
        return self._words[told.cue].start if told and 0 < told.cue < len(self._words) else 0

    def _named(self, told: Told) -> Told | None:
        """A pronoun is whoever was told of last, here or in the paragraph before; else the publisher."""
        if told.source:
            return told
        alone = not self._told_here() or self._last_is_plural()
        if told.pronoun in ("he", "she") and alone and (person := self._person_before()):
            return replace(told, source=person)
        if told.pronoun == "it" and not self._told_here() and (body := self._body_before()):
            return replace(told, source=body)
        if self._last is None or self._unit is None or self._unit.paragraph - self._last[0] > 1:
            return None
        self.same_as_before = True
        return Told(self._last[1].source, told.manner, told.first, told.last, told.cue, told.reason)

    def _last_is_plural(self) -> bool:
        """Whether several were told of last: "Prosecutors said …"; "he" is none of them."""
        source = self._last[1].source if self._last else ""
        return len(source.split()) == 1 and source.endswith("s")

    def _told_here(self) -> bool:
        """Whether somebody was told of in the paragraph at hand."""
        return self._last is not None and self._unit is not None and self._last[0] == self._unit.paragraph

    def _person_before(self) -> str:
        """The person named last before the unit at hand, in its paragraph or the one before."""
        if self._unit is None:
            return ""
        at = bisect_left(self.people, (self._unit.start, ""))
        first = self.paper.document.paragraphs[max(0, self._unit.paragraph - 1)].start
        return self.people[at - 1][1] if at and self.people[at - 1][0] >= first else ""

    def _body_before(self) -> str:
        """The first organisation named in the sentence before the unit at hand, in its paragraph, for "it"."""
        if self._unit is None or self._before is None or self._before.paragraph != self._unit.paragraph:
            return ""
        at = bisect_left(self.bodies, (self._before.start, ""))
        return self.bodies[at][1] if at < len(self.bodies) and self.bodies[at][0] < self._before.end else ""

    def _is_last(self, source: str) -> bool:
        if self._last is None or self._unit is None or self._last[0] != self._unit.paragraph:
            return False
        last, now = fold(self._last[1].source), fold(source)
        return last.endswith(now) or now.endswith(last)

    def _follow_list(self, unit: Unit) -> None:
        text = self.paper.text(unit.start, unit.end).rstrip(" *")
        if text.endswith(":"):
            self._list = (unit.paragraph, self._told[-1]) if self._told else None
        elif self._list and not self._told:
            level = self.paper.document.paragraphs[unit.paragraph]
            if _is_item(text, level.level) and unit.paragraph > self._list[0]:
                told = self._list[1]
                self._told = [Told(told.source, told.manner, 0, len(self._words), 0, told.reason + " before the list")]
            else:
                self._list = None

    def _covering(self, start: int, end: int) -> Told | None:
        """The telling that covers a clause: the last that began before it, else the first that begins in it."""
        inside = []
        covering = None
        for told in self._told:
            first = self._words[told.first].start if told.first < len(self._words) else start
            last = self._words[min(told.last, len(self._words)) - 1].end
            if self._in_aside(told, start, end):
                continue
            if first <= start and end <= last + 1:
                covering = told
            elif start < first < end:
                inside.append(told)
        return covering or (inside[0] if inside else None)

    def _in_aside(self, told: Told, start: int, end: int) -> bool:
        low, high = told.aside
        if not low < high <= len(self._words):
            return False
        begins = min(told.first, low)
        return self._words[begins].start <= start and self._words[low].start < end <= self._words[high - 1].end

    def _quoted(self, start: int, end: int) -> Speaker | None:
        for quotation in self.quotations.around(start, end):
            place = quotation.place
            shared = min(end, place.end) - max(start, place.start)
            if quotation.kind == "speech" and quotation.speaker and shared * 2 > end - start:
                if self._is_staff(quotation.speaker):
                    return Speaker(reason=f"{quotation.speaker} speaks for the publisher", begin=start)
                return Speaker(quotation.speaker, Voice.OTHER, "say", f"quoted: {quotation.speaker}", begin=start)
            if shared * 2 > end - start and self._unit and self._is_whole(place.start, place.end) and self._spoke:
                paragraph, speaker = self._spoke
                return replace(speaker, begin=start) if paragraph == self._unit.paragraph else None
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether quotation marks stand around the whole sentence: then it goes on with the speech before it."""
        assert self._unit is not None
        rest = self.paper.text(self._unit.start, start) + self.paper.text(end, self._unit.end)
        return not any(sign.isalnum() for sign in rest)

    def _is_staff(self, speaker: str) -> bool:
        """Whether the paper calls the person one of the publisher's own."""
        if speaker not in self._known:
            roles = _roles_behind(speaker, self.paper.document.text)
            self._known[speaker] = self._is_own(speaker) or any(map(self._names_own, roles))
        return self._known[speaker]

    def _commended(self, start: int, end: int) -> Speaker | None:
        """ "we commend the Committee for having addressed …": whose words the rest is cannot be told."""
        words = self.paper.text(start, end)
        match = _COMMENDS.search(words.replace("*", " ")) if _NEEDS_COMMENDS.lets_pass(small(words)) else None
        if match is None:
            return None
        who = re.sub(r"^the ", "", " ".join(match["who"].split()))
        return Speaker(who, Voice.MIXED, "mixed", " ".join(match.group().split()), begin=start)

    def _is_own(self, source: str) -> bool:
        return bool(_WE.match(source)) or self._names_own(source)

    def _names_own(self, words: str) -> bool:
        folded = f" {fold(words)} "
        return any(f" {own} " in folded for own in self.own)


def own_names(paper: Paper, names: Sequence[Named]) -> tuple[str, ...]:
    """How the publisher is named in the paper, folded: as stated, and what the paper joins with that."""
    stated = {fold(name).removeprefix("the ") for name in paper.identity.publishers}
    found = set(stated)
    for name in names:
        forms = {fold(paper.text(place.start, place.end)) for place in name.mentions} | {fold(name.name)}
        forms = {form.removeprefix("the ") for form in forms}
        if forms & stated:
            found |= forms
    return tuple(sorted(form for form in found if len(form) > 1))


def people_named(paper: Paper, names: Sequence[Named]) -> tuple[tuple[int, str], ...]:
    """Where persons are named, in order of the text, and as what."""
    return _named_at(paper, names, NamedKind.PERSON)


def bodies_named(paper: Paper, names: Sequence[Named]) -> tuple[tuple[int, str], ...]:
    """Where organisations are named, in order of the text, and as what."""
    return _named_at(paper, names, NamedKind.ORGANISATION)


def _named_at(paper: Paper, names: Sequence[Named], kind: NamedKind) -> tuple[tuple[int, str], ...]:
    some = (name for name in names if name.kind is kind)
    return tuple(sorted((place.start, paper.text(place.start, place.end)) for name in some for place in name.mentions))


def _roles_behind(name: str, text: str) -> Iterator[str]:
    """What stands behind a comma behind each place of a name. No pattern is made of the name: that takes longer."""
    at = text.find(name)
    while at >= 0:
        role = _ROLE.match(text, at + len(name))
        if role:
            yield role["role"]
        at = text.find(name, role.end() if role else at + 1)


def _is_item(text: str, level: int) -> bool:
    return (
        level > 0
        or text.endswith(";")
        or text[:1] in "•-–*"
        or text[:1].islower()
        or re.match(r"\w+ing\b", text) is not None
    )


def _cue_words(words: list[Word]) -> list[Word]:
    """All of them if they tell who speaks."""
    tells = any(word.low in verbs.reporting() and word.part is not Part.NOUN for word in words)
    return words if tells or is_empty(words) else []


def _without_according(words: list[Word]) -> list[Word]:
    """Without ", according to X" and ", X said" behind what is told."""
    for i in range(2, len(words) - 1):
        if words[i].low == "according" and words[i + 1].low == "to" and words[i - 1].part is Part.COMMA:
            end = next((j for j in range(i, len(words)) if words[j].part in (Part.COMMA, Part.SEMICOLON)), len(words))
            return [*words[: i - 1], *words[end:]]
    if verbs.reporting().keys().isdisjoint([word.low for word in words]):
        return words
    for comma in range(3, len(words) - 1):
        if words[comma].part is Part.COMMA and (verb := told_behind_verb(words, comma)):
            end = next((j for j in range(verb, len(words)) if words[j].part in _ENDS_TELLING), len(words))
            return [*words[:comma], *words[end:]]
    return words


def _without_who(words: list[Word]) -> list[Word]:
    """What stands before ", who was freed in May": that is said of the speaker, and is a claim of its own."""
    for j in range(1, len(words)):
        finite = any(word.part in FINITE for word in words[j + 1 : j + 4])
        if words[j].low in ("who", "whose") and words[j - 1].part is Part.COMMA and finite:
            return words[: j - 1]
    return words


def _tells_first(words: list[Word]) -> bool:
    """Whether the words behind a quotation begin with who said it."""
    spoken = [word for word in words if word.part not in _MARKS][:5]
    return any(word.low in verbs.reporting() for word in spoken)


_Placed = TypeVar("_Placed", Quotation, Proposal)


class Ordered(Generic[_Placed]):
    """Things in the order of the text."""

    def __init__(self, things: Iterable[_Placed]) -> None:
        self._things: list[_Placed] = sorted(things, key=lambda thing: thing.place.start)
        self._starts: list[int] = [thing.place.start for thing in self._things]

    def around(self, start: int, end: int) -> Sequence[_Placed]:
        """Those that may share words with a stretch: keeps long papers fast."""
        first = bisect_left(self._starts, start)
        return self._things[max(0, first - _BEFORE) : bisect_right(self._starts, end)]


def paragraph_text(paper: Paper, unit: Unit) -> str:
    """The whole paragraph around a unit."""
    return paper.document.paragraphs[unit.paragraph].text


def is_empty(words: Sequence[Word]) -> bool:
    """Whether there is no word but marks."""
    return all(word.part in _MARKS for word in words)
