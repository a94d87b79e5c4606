"""Themes, persons affected and goals: suggested by a crosswalk from issues, and by words. Rules, not learned.

Their number is the probability of the issue that leads to them, or ``BY_WORDS`` where words do: how often words were
right on the list of the second cycle with which the table was made, not a calibrated probability.
"""

from onrecord.model.label import Label, Labels, Span
from onrecord.vocabulary.crosswalk import Crossing, crossings

BY_WORDS = 0.7
MOST_WORDS = 3


def crossed(text: str, labels: Labels) -> tuple[Label, ...]:
    """What follows from the issues of `labels` and from the words of `text`; nothing here is ever sure."""
    issues = {issue.name: issue for issue in labels.issues}
    found = (_followed(crossing, text, issues) for crossing in crossings())
    return tuple(label for label in found if label is not None)


def _followed(crossing: Crossing, text: str, issues: dict[str, Label]) -> Label | None:
    said = list(crossing.words.finditer(text)) if crossing.words else []
    led = [issues[name] for name in crossing.issues if name in issues]
    if not said and not led:
        return None
    chance = max([issue.probability for issue in led] + ([BY_WORDS] if said else []))
    spans = tuple(Span(*match.span()) for match in said[:MOST_WORDS]) or led[0].words
    return Label(crossing.scheme, crossing.name, chance, sure=False, words=spans)
