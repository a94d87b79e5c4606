"""What was said around the recommendations: the dialogue, advance questions, answers in national reports."""

from dataclasses import dataclass

from onrecord.model.place import Place


@dataclass(frozen=True, slots=True)
class DialogueStatement:
    """What one delegation said in one paragraph of the interactive dialogue. ``text`` stands at ``place``."""

    states: tuple[str, ...]  # who spoke; the State under review when it answered
    text: str
    place: Place
    speaker: str = ""  # as written, for speakers that are no State ("Amnesty International")


@dataclass(frozen=True, slots=True)
class AdvanceQuestion:
    """A question that a State sent before the review."""

    state: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class FollowUpAnswer:
    """A passage of a national report that says which earlier recommendations it answers: the State's own claim."""

    numbers: tuple[str, ...]  # "95.5", "95.15"; ranges are spelt out
    words: str  # the reference as written: "Recommendations 95.5, 95.6, 95.15-95.20"
    place: Place  # of the words
    text: str  # the passage that answers
    text_place: Place
