"""A sentence while it is cut into statements: its words, figures and note marks, and where a statement began."""

from dataclasses import dataclass

from onrecord.extraction.papers.clauses_neighbours import skip_adverbs
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.model import Figure

FINITE = (Part.FINITE, Part.AUXILIARY)
VERBS = (*FINITE, Part.GERUND, Part.INFINITIVE, Part.PARTICIPLE)
ENDS = (Part.COMMA, Part.SEMICOLON, Part.COLON, Part.STOP)
_OPENS_CLAUSE = (Part.THAT, Part.RELATIVE, Part.SUBORDINATOR, Part.SEMICOLON, Part.COLON)


@dataclass(slots=True)
class Sentence:
    """A sentence while it is cut. ``piece``: where the statement at hand began."""

    words: list[Word]
    figures: dict[int, Figure]  # by the index of the word with which they begin
    marks: set[int]  # indexes of the words behind a note mark
    piece: int = 0
    depth: int = 0  # of brackets
    main_seen: bool = False  # the main clause behind an opening cause
    cause: int | None = None  # where the last cause began, while no finite verb has followed

    def part(self, i: int) -> Part | None:
        """The part of the word at ``i``; None outside the sentence."""
        return self.words[i].part if 0 <= i < len(self.words) else None

    def low(self, i: int) -> str:
        """The word at ``i`` in small letters; "" outside the sentence."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def behind(self, i: int) -> int:
        """The first word from ``i`` on that is no adverb."""
        return skip_adverbs(self.words, i)

    def finite_before(self, i: int) -> int | None:
        """Index of the first finite verb of the clause that reaches to ``i``, within the statement at hand."""
        found = None
        for j in range(self.piece, i):
            if self.part(j) in _OPENS_CLAUSE and not (self.part(j) is Part.SUBORDINATOR and self.low(j) == "as"):
                found = None
            elif self.part(j) in FINITE and found is None:
                found = j
        return found

    def finite_in(self, start: int, *, ends: tuple[Part, ...] = ENDS, far: int = 30) -> int | None:
        """Index of the first finite verb from ``start`` on, before one of ``ends``."""
        for j in range(start, min(start + far, len(self.words))):
            if self.part(j) in ends:
                return None
            if self.part(j) in FINITE:
                return j
        return None

    def end_of_phrase(self, start: int) -> int:
        """Index of the next comma, semicolon, colon or stop, or the length."""
        return next((j for j in range(start, len(self.words)) if self.part(j) in ENDS), len(self.words))


def subject_and_verb(s: Sentence, j: int, *, joined: bool) -> bool:
    """Whether a noun phrase and a finite verb follow; ``joined``: the phrase may be "A and B"."""
    for k in range(j, min(j + 16, len(s.words))):
        if s.part(k) in FINITE:
            return k > j
        if s.part(k) in (*ENDS, Part.RELATIVE, Part.THAT, Part.INFINITIVE, Part.SUBORDINATOR):
            return False
        if s.part(k) is Part.AND and not joined:
            return False
    return False


def has_own_verb(s: Sentence, i: int) -> bool:
    """Whether the clause that reaches to ``i`` has its verb, so that what follows is no part of its subject."""
    verbal = any(s.part(j) in (Part.GERUND, Part.INFINITIVE) for j in range(s.piece, i))
    return s.finite_before(i) is not None or verbal or s.piece == s.cause


def has_verb(s: Sentence, i: int) -> bool:
    """Whether the statement at hand has a verb before ``i``; a mere participle is none."""
    return any(s.part(j) in (*FINITE, Part.GERUND, Part.INFINITIVE) for j in range(s.piece, i))
