"""A sentence while it is cut into statements: its words, figures and note marks, and where a statement began."""

from collections.abc import Collection
from dataclasses import dataclass, field

from onrecord.extraction.papers.clauses_neighbours import skip_adverbs
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.model import Figure

FINITE = frozenset((Part.FINITE, Part.AUXILIARY))
VERBS = FINITE | {Part.GERUND, Part.INFINITIVE, Part.PARTICIPLE}
ENDS = frozenset((Part.COMMA, Part.SEMICOLON, Part.COLON, Part.STOP))
_OPENS_CLAUSE = frozenset((Part.THAT, Part.RELATIVE, Part.SUBORDINATOR, Part.SEMICOLON, Part.COLON))
_ENDS_SUBJECT = ENDS | {Part.RELATIVE, Part.THAT, Part.INFINITIVE, Part.SUBORDINATOR}
_HAS_FORCE = FINITE | {Part.GERUND, Part.INFINITIVE}
_VERBAL = frozenset((Part.GERUND, Part.INFINITIVE))


@dataclass(slots=True)
class Sentence:
    """A sentence while it is cut. ``piece``: where the statement at hand began."""

    words: list[Word]
    figures: dict[int, Figure]  # by the index of the word with which they begin
    marks: set[int]  # indexes of the words behind a note mark
    piece: int = 0
    main_seen: bool = False  # the main clause behind an opening cause
    cause: int | None = None  # where the last cause began, while no finite verb has followed
    parts: list[Part] = field(init=False)  # of the words

    def __post_init__(self) -> None:
        """Nothing changes the parts any more when a sentence is cut."""
        self.parts = [word.part for word in self.words]

    def part(self, i: int) -> Part | None:
        """The part of the word at ``i``; None outside the sentence."""
        return self.parts[i] if 0 <= i < len(self.parts) else None

    def low(self, i: int) -> str:
        """The word at ``i`` in small letters; "" outside the sentence."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def behind(self, i: int) -> int:
        """The first word from ``i`` on that is no adverb."""
        return skip_adverbs(self.words, i)

    def finite_before(self, i: int) -> int | None:
        """Index of the first finite verb of the clause that reaches to ``i``, within the statement at hand."""
        found = None
        for j, part in enumerate(self.parts[self.piece : i], start=self.piece):
            if part in _OPENS_CLAUSE and not (part is Part.SUBORDINATOR and self.low(j) == "as"):
                found = None
            elif found is None and part in FINITE:
                found = j
        return found

    def finite_in(self, start: int, *, ends: Collection[Part] = ENDS, far: int = 30) -> int | None:
        """Index of the first finite verb from ``start`` on, before one of ``ends``."""
        for j, part in enumerate(self.parts[start : start + far], start=start):
            if part in ends:
                return None
            if part in FINITE:
                return j
        return None

    def end_of_phrase(self, start: int) -> int:
        """Index of the next comma, semicolon, colon or stop, or the length."""
        for j in range(start, len(self.parts)):
            if self.parts[j] in ENDS:
                return j
        return len(self.parts)


def subject_and_verb(s: Sentence, j: int, *, joined: bool) -> bool:
    """Whether a noun phrase and a finite verb follow; ``joined``: the phrase may be "A and B"."""
    for k, part in enumerate(s.parts[j : j + 16], start=j):
        if part in FINITE:
            return k > j
        if part in _ENDS_SUBJECT:
            return False
        if part is Part.AND and not joined:
            return False
    return False


def has_own_verb(s: Sentence, i: int) -> bool:
    """Whether the clause that reaches to ``i`` has its verb, so that what follows is no part of its subject."""
    return s.finite_before(i) is not None or not _VERBAL.isdisjoint(s.parts[s.piece : i]) or s.piece == s.cause


def has_verb(s: Sentence, i: int) -> bool:
    """Whether the statement at hand has a verb before ``i``; a mere participle is none."""
    return not _HAS_FORCE.isdisjoint(s.parts[s.piece : i])
