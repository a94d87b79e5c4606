"""What a chapeau, the sentence above a list, says the State did with the recommendations below it."""

import re
from dataclasses import dataclass

from onrecord.model import Position


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says: value, the name of the rule that says so, and the State's own claim, if any."""

    value: Position
    rule: str
    claims_implemented: str = ""


_IMPLEMENTED = re.compile(
    r"already\s+(?:been\s+)?(?:being\s+)?implemented|(?:being|been)\s+implemented|in\s+the\s+process\s+of\s+(?:being\s+)?"
    r"implement\w*|under\s+implementation|or\s+the\s+in\s+process\s+of\s+implementation|are\s+implemented",
    re.I,
)

# In this order: a refusal names the support it denies, an answer to come may name the support of others.
_RULES: tuple[tuple[str, Position, re.Pattern[str]], ...] = (
    (
        "does not enjoy the support of",
        Position.NOTED,
        re.compile(
            r"(?:did|do|does|could|can)\s*(?:not|n.t)\s+(?:\w+\s+)?(?:enjoy|have|meet|gain|receive|find|command)\b"
            r"|not\s+enjoy(?:ed|ing)?\b",
            re.I,
        ),
    ),
    (
        "rejects",
        Position.NOTED,
        re.compile(
            r"\breject(?:s|ed|ing)?\b|(?:cannot|can\s+not|could\s+not|not|unable\s+to)\s+(?:be\s+|in\s+a\s+position\s+to\s+)?"
            r"(?:accept|support|agree)|not\s+accept(?:able|ed)?|unacceptable|is\s+opposed\s+to",
            re.I,
        ),
    ),
    (
        "will be examined",
        Position.PENDING,
        re.compile(
            r"will\s+(?:be\s+)?(?:further\s+)?(?:examin|consider|study|studied|review|respond|provide|give|be\s+given)"
            r"|would\s+(?:be\s+)?(?:examin|stud|consider|provide|respond)|(?:responses?|answers?|repl(?:y|ies))\s+[^.]{0,90}?"
            r"(?:will|would|shall)\s+be\s+(?:included|provided|given|submitted|presented)|in\s+due\s+(?:time|course)"
            r"|(?:recommendations?|suggestions?)\s+(?:were|have\s+been|was)\s+(?:made|put\s+forward|addressed)\s+to"
            r"|have\s+been\s+clustered|needs?\s+further\s+(?:study|examination|consideration)|remain\s+under\s+consideration",
            re.I,
        ),
    ),
    (
        "enjoys the support of",
        Position.SUPPORTED,
        re.compile(
            r"enjoy(?:s|ed|ing)?\s+(?:the\s+|its\s+|their\s+|full\s+|broad\s+)*support|(?:has|have|had)\s+the\s+support\s+of"
            r"|\bsupport(?:s|ed)?\b|\baccept(?:s|ed|able)?\b|\bagree(?:s|d)?\b|\bendorse[sd]?\b|\bapprove[sd]?\b|\bwelcomes\b",
            re.I,
        ),
    ),
    (
        "takes note of",
        Position.NOTED,
        re.compile(
            r"\b(?:are|is|were|was|been)\s+noted\b|\btakes?\s+note\b|\btook\s+note\b|\bnotes?\b|\bnoted\b", re.I
        ),
    ),
)


def read_chapeau(sentence: str) -> Reading | None:
    """The position that a sentence states on what it speaks of; None if it states none.

    A claim that recommendations are implemented already, with no word of support or refusal, counts as supported: by
    Council resolution 5/1 a State either supports or notes, and UPR Info's method (2014) reads the claim as acceptance.
    """
    claim = _IMPLEMENTED.search(sentence)
    claims = " ".join(claim.group().split()) if claim else ""
    for name, value, pattern in _RULES:
        if pattern.search(sentence):
            return Reading(value, f"chapeau: {name}", claims)
    if claim:
        return Reading(Position.SUPPORTED, "chapeau: considered already implemented", claims)
    return None
