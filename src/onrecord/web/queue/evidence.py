"""What speaks for a question and against it, each with its letter on the page."""

from dataclasses import dataclass
from string import ascii_uppercase

from onrecord.tasks import Question, Quote
from onrecord.web.papers.leaf import Lit

_MOST = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage; ``against``: it speaks against."""

    letter: str
    quote: Quote
    against: bool

    @property
    def lit(self) -> Lit:
        """The passage with its letter on the tag."""
        return Lit(self.quote.place, self.letter)


def evidence_of(question: Question) -> tuple[Evidence, ...]:
    """The passages of one question, those that speak for it first."""
    both = [(quote, False) for quote in question.evidence_for] + [(quote, True) for quote in question.evidence_against]
    return tuple(Evidence(letter, *pair) for letter, pair in zip(ascii_uppercase[:_MOST], both, strict=False))
