"""What the tasks on labels give back."""

from dataclasses import dataclass

from onrecord.model.judgement import Judgement
from onrecord.model.label import FOLLOWED


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One label of one recommendation.

    ``probability`` is None where no model suggests it: then a person gave it. ``stands`` is what lists go by: sure and
    not refused, or found right by a person. Themes, persons affected and goals follow by rule from the issues that
    stand and from words: they are never sure, and stand as suggestions until somebody refuses them.
    """

    id: str  # what a judgement on it is made on
    scheme: str  # "action", "issue", "theme", "persons", "goal", or a taxonomy of one's own
    name: str
    probability: float | None
    sure: bool
    because: tuple[str, ...]  # words of the recommendation that carried the suggestion
    stands: bool
    model: str  # "onrecord-labels 1"; "" where no model suggests it
    fingerprint: str
    judged: Judgement | None

    @property
    def by_rule(self) -> bool:
        """Whether it follows from other labels and words."""
        return self.scheme in FOLLOWED


@dataclass(frozen=True, slots=True)
class LabelReport:
    """What labelling an archive did."""

    documents: int  # labelled now
    recommendations: int  # in them
    known: int  # documents that this model had labelled already
    labels: int
    sure: int
    unsure: int  # of these, asked about in the queue
    model: str
    fingerprint: str
