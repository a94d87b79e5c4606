"""What the machine suggests that a text is about: labels, each with its probability and the words that carried it."""

from dataclasses import dataclass

ACTION = "action"  # UPR Info's five categories, "1" to "5"
ISSUE = "issue"  # UPR Info's 54 issues
THEME = "theme"  # OHCHR's themes, by the crosswalk
PERSONS = "persons"  # persons affected, by the crosswalk
GOAL = "goal"  # Sustainable Development Goals, by the crosswalk
LEARNED = (ACTION, ISSUE)  # suggested by a model, with a probability that was measured
FOLLOWED = (THEME, PERSONS, GOAL)  # follow by rule from issues and words, and are never sure

ACTION_WORDS = {
    1: "asks for help or addresses others",
    2: "continue",
    3: "consider",
    4: "general action",
    5: "specific action",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of the text, from ``start`` up to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Labeller:
    """Which model suggested it: its name, version and the sha256 of its file."""

    name: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Label:
    """One suggestion. ``sure``: its probability reaches the threshold that the user set."""

    scheme: str  # ACTION, ISSUE …
    name: str  # "5", "Human rights defenders"
    probability: float
    sure: bool
    words: tuple[Span, ...] = ()  # the words that carried it, strongest first


@dataclass(frozen=True, slots=True)
class Labels:
    """All that is suggested for one text.

    ``doubt`` says in words why the suggestions cannot be trusted ("" if nothing speaks against them); no label is then
    ``sure``. ``scores`` holds the probability of every label the model knows, in its order.
    """

    action: Label | None  # None where the text holds no words
    issues: tuple[Label, ...]  # likeliest first
    scores: tuple[tuple[str, str, float], ...]  # scheme, name, probability
    labeller: Labeller
    doubt: str = ""

    def score(self, scheme: str, name: str) -> float:
        """The probability of one label.

        Raises:
            KeyError: the model knows no such label.
        """
        for of, known, probability in self.scores:
            if (of, known) == (scheme, name):
                return probability
        raise KeyError(f"{scheme}: {name}")
