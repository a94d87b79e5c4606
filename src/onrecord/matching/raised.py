"""What was raised: the matter of a proposal spoken of in the dialogue or by a committee. Weaker than a recommendation.

A State that asks about a matter, regrets it or is concerned about it has taken it up in a way, though it recommends
nothing. Such a passage is compared sentence by sentence: statements speak of several things. Praise alone raises
nothing.
"""

import re
from collections.abc import Sequence
from itertools import repeat

from onrecord.matching.ask_vectors import Meaning, rows_alike, rows_meant
from onrecord.matching.asks import understand
from onrecord.matching.bearing import speaks_of
from onrecord.model.link import AskText, Bearing, Passage

# From here on something counts as raised. Drawn on a set of our own (quality/links/raised-own.json).
RAISED = 0.30
_FAR = 5.0  # standard deviations that count as the full weight of meaning
_LISTED = 10
_STRONG = ("instrument", "article", "subject", "words")  # persons alone are shared by many matters
# Who shall act says nothing of the matter: "Parliament should repeal …" is not about Parliament.
_ASKED_OF = re.compile(r"^[^,;:.]{0,100}?\b(?:should|must|shall|ought to)\s+")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“\"(])")
# As the summaries of dialogues are written: "Selm welcomed …", "Selm commended …, but was concerned …".
_PRAISE = re.compile(
    r"\b(?:appreciated|applauded|commended|congratulated|hailed|lauded|praised|thanked|welcomed|spoke highly"
    r"|(?:was|were) (?:pleased|encouraged)|(?:noted|took note)[^.]{0,40} (?:appreciation|satisfaction)"
    r"|underlined the value|recogni[sz]ed)\b"
)
_TURN = re.compile(
    r"\b(?:although|but|however|nevertheless|nonetheless|yet|while|asked|concern\w*|encouraged [A-Z]|hoped|inquired"
    r"|regretted|troubled|urged|worried|called (?:for|on|upon))\b"
)
_FORMULA = re.compile(r"^[\w\s’'(),.-]{2,80} made (?:a |\w+ )?recommendations?\.?$")


def find_raised(
    proposals: Sequence[AskText], passages: Sequence[Passage], *, meaning: Meaning | None = None
) -> tuple[tuple[Bearing, ...], ...]:
    """For each proposal the passages that raise its matter, nearest first.

    Args:
        proposals: what was asked.
        passages: statements of the dialogue by others than the State under review, concerns of committees.
        meaning: turns texts into rows of numbers; without it words and rules decide alone.

    Returns:
        One tuple for each proposal, in order; empty where nothing raises it.
    """
    said = [(passage, sentence) for passage in passages for sentence in concerns_in(passage.text)]
    ours = [understand(_ASKED_OF.sub("", one.text) or one.text) for one in proposals]
    theirs = [understand(sentence) for _, sentence in said]
    if not ours or not theirs:
        return tuple(() for _ in proposals)
    meant = rows_meant(ours, theirs, meaning) if meaning else repeat(None)
    found = []
    for asked, alike, row in zip(ours, rows_alike(ours, theirs), meant, strict=False):
        best: dict[str, Bearing] = {}
        for place, (passage, _) in enumerate(said):
            far = None if row is None else max(0.0, min(1.0, float(row[place]) / _FAR))
            score, reasons = speaks_of(asked, theirs[place], float(alike[place]), far)
            strong = any(reason.what in _STRONG for reason in reasons)
            if score >= RAISED and strong and score > getattr(best.get(passage.id), "score", 0.0):
                best[passage.id] = Bearing(passage.id, passage.kind, round(score, 3), reasons)
        found.append(tuple(sorted(best.values(), key=lambda one: -one.score)[:_LISTED]))
    return tuple(found)


def concerns_in(text: str) -> tuple[str, ...]:
    """The sentences of a statement that may raise something: without praise alone and without formulas.

    >>> concerns_in("Selm praised the shelters. It regretted that they were few. Selm made recommendations.")
    ('It regretted that they were few.',)
    """
    sentences = _SENTENCE.split(" ".join(text.split()))
    told = (one for one in sentences if one and not _FORMULA.match(one))
    return tuple(one for one in told if not _PRAISE.search(one) or _TURN.search(one))
