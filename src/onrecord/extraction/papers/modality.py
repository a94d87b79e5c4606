"""How firmly a claim is made."""

import re

from onrecord.extraction.sieve import Sieve, small
from onrecord.model import Modality

_POSSIBLE = re.compile(
    r"\b(?:may|might|risks?|(?:could|can)(?= (?:also |easily |still |potentially )?"
    r"(?:be|lead|result|have|become|cause)\b))\b(?!\s+\d)"
    r"(?:\s+(?:also|be|still|only|easily|have been|potentially))*\s+\w+",
    re.IGNORECASE,
)
_MAY_MONTH = re.compile(r"\bMay\b")
_PLANNED = re.compile(
    r"\b(?:will|shall|is (?:scheduled|due|expected|set|going) to|are (?:scheduled|due|expected|set|going) to|plans? to|"
    r"intends? to)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:ied|ies|y|ying) (?:that|any|all|having|involvement|responsibility|the (?:allegation|claim|report)s?)|"
    r"(?:rejected|dismissed) (?:the )?(?:allegation|claim|accusation|report)s?)\b",
    re.IGNORECASE,
)
_NEEDS_POSSIBLE = Sieve("may|might|risk|could|can")
_NEEDS_PLANNED = Sieve("will|shall|scheduled|due|expected|set|going|plan|intend")
_NEEDS_DENIED = Sieve("denied|denies|deny|rejected|dismissed")
_PASSING = frozenset({"cause", "list"})


def modality_of(words: str, *, opener: str, manner: str) -> tuple[Modality, str]:
    """The modality of a claim and the reason for it.

    Args:
        words: the claim.
        opener: the rule that began it in its sentence.
        manner: how it is told if somebody else says it ("voice": as a worry).
    """
    if manner == "voice":
        return Modality.CONCERN, "told as a worry"
    low = small(words)
    if _NEEDS_DENIED.lets_pass(low) and (denied := _DENIED.search(words)):
        return Modality.DENIED, denied.group()
    if _NEEDS_PLANNED.lets_pass(low) and (planned := _PLANNED.search(words)):
        return Modality.PLANNED, planned.group()
    possible = _POSSIBLE.search(_MAY_MONTH.sub("", words)) if _NEEDS_POSSIBLE.lets_pass(low) else None
    if possible and not possible.group().lower().startswith(("can be seen", "risks ")):
        return Modality.POSSIBLE, possible.group()
    if opener in _PASSING:
        return Modality.PRESUPPOSED, "said in passing as a cause or occasion"
    return Modality.ASSERTED, ""
