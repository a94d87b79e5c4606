"""What a number beside recommendations counts: those received, supported, noted, left open, supported in part, unclear.

Each number is judged by the words on its left ("had accepted 121 recommendations") and right ("30 were rejected").
"""

import re

from onrecord.extraction.number_words import Count

RECEIVED, SUPPORTED, NOTED = "received", "supported", "noted"
PENDING, PARTLY, UNCLEAR = "pending", "partly", "unclear"
_OF = "of"  # "of the 120 recommendations": mostly the total

_SMALL = (
    r"(?:\s+(?:only|all|both|of|the|these|those|its|remaining|other|a|total|number|and|further|additional|another|about"
    r"|some))*\s*$"
)
_SO_MANY = (
    r"\s*(?:\([^)]*\)\s*)?(?:(?:\w+\s+)?recommendations?(?:\s+(?:made|received))?"
    r"|of\s+(?:which|whom|them|these(?:\s+recommendations)?)"
    r"|of\s+(?:the\s+|its\s+)?\d+\s+recommendations(?:\s+(?:made|received))?|others?)?"
)
_AUX = (
    r"(?:[\s,]+(?:had|have|has|were|are|was|is|be|been|being|fully|immediately|already|now|also|could|would|that|which|it"
    r"|the|\w+’s))*\s+"
)
_RELATIVE = r"\s+(?:that|which)\s+(?:(?!not\b|cannot\b)\w+\s+){1,5}?"
_ACCEPTED = r"(?:accepted|supported|enjoy\w*)\b"
_PART = r"(?:partial(?:ly)?|partly)"
_REFUSED = (
    r"(?:noted|rejected|(?:not|never)\s+(?:been\s+|be\s+)?(?:accepted|supported)"
    r"|(?:did|do|does)\s+not\b(?!\s+(?!enjoy|have)\w))"
)

_RIGHT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.I))
    for role, pattern in (
        (PENDING, r"\s+pending\b"),
        (
            PARTLY,
            rf"{_SO_MANY}{_AUX}?{_PART}\s+(?:accepted|supported|enjoy\w*)"
            rf"|{_SO_MANY}{_AUX}(?:accepted|supported)\s+in\s+part|\s+(?:in\s+part|{_PART})\b",
        ),
        (UNCLEAR, rf"{_SO_MANY}{_AUX}(?:clarified|without\s+a\s+clear\s+position)\b"),
        (NOTED, rf"{_SO_MANY}{_AUX}?{_REFUSED}(?!\s+(?:that|with|by)\b)"),
        (SUPPORTED, rf"{_SO_MANY}(?:{_AUX}|{_RELATIVE}){_ACCEPTED}"),
        (
            PENDING,
            rf"{_SO_MANY}{_AUX}?(?:pending|deferred|postponed|left\s+(?:for|pending|open)|under\s+consideration)\b",
        ),
        (
            RECEIVED,
            rf"{_SO_MANY}(?<=recommendations){_AUX}?(?:received|made|formulated|put\s+forward|presented|addressed)\b"
            r"|\s+(?:recommendations\s+)?(?:made|received)\b",
        ),
    )
)
_LEFT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(f"(?:{pattern}){_SMALL}", re.I))
    for role, pattern in (
        (PARTLY, rf"\b{_PART}\s+(?:support\w*|accept\w*|support\s+for)"),
        (
            UNCLEAR,
            r"\b(?:clarifications?|additional\s+information)\b[^.;,]{0,40}\bon|\bno\s+clear\s+position\b[^.;,]{0,30}\bon",
        ),
        (
            NOTED,
            r"\b(?:not|unable|cannot|could\s+not)\b[^.;,]{0,40}?\b(?:accept|support)(?:ed)?|\bnote[sd]?|\breject(?:s|ed)?"
            r"|\b(?:took|takes|taken)\s+note\s+of|\bdeclined",
        ),
        (
            SUPPORTED,
            r"\btotal\b[^.;]{0,40}\b(?:accepted|supported)\b[^.;]{0,12}\bto|\baccept(?:s|ed|ance\s+of)?"
            r"|\bsupport(?:s|ed|\s+(?:for|of|to))?"
            r"|\b(?:accepted|supported|enjoy\w*\b[^.;,]{0,25}\bsupport\b[^.;,]{0,25})\s+(?:was|is|stood\s+at|amounted\s+to)",
        ),
        (
            PENDING,
            r"\b(?:postponed|deferred|left|reserved\s+its\s+position\s+on|time\s+was\s+needed\s+for"
            r"|w(?:ill|ould)\s+(?:further\s+)?(?:examine|consider))",
        ),
        (
            RECEIVED,
            r"\b(?:received|presented\s+with|contains?|contained|result(?:ed|ing)\s+in"
            r"|positions?\s+(?:on|with\s+regard\s+to|regarding))",
        ),
        (_OF, r"\b(?:out\s+of|of)\s+(?:a\s+total\s+of\s+|the\s+|these\s+|its\s+)*"),
    )
)
_ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|its\s+|these\s+)?$", re.I)
_TOTAL_BEHIND_OF = re.compile(r"\s*recommendations?\b|\s*[,;.]|\s*$|\s+received\b", re.I)
_MADE = re.compile(r"\s*recommendations?\s+(?:that\s+)?(?:it\s+had\s+|had\s+been\s+|were\s+)?(?:received|made)\b", re.I)
_NOT_COUNTED = re.compile(
    r"\b(?:paragraphs?|paras?|articles?|sessions?|resolutions?|recommendations?|nos?|cycles?)\.?\s*(?:\(\s*)?$", re.I
)
_OTHER_THINGS = re.compile(
    r"\s*(?:per\s?cent|%|countries|delegations|States|years?|months?|days|recommendations\s+(?:of|by|from)\s+(?:the\s+)?"
    r"(?:Committee|Special|Sub|treaty|Office|Ombud|National|Commission|stakeholders)"
    r"|recommendations\s+(?:(?:included|contained|listed)\s+in\s+paragraph|on|concerning|regarding|relating\s+to|related\s+to|about)\b)",
    re.I,
)
_REMAINING = re.compile(r"\bremaining\s+$", re.I)
_CONSULTED = re.compile(r"\s*recommendations\b[^.;,]{0,50}\b(?:consultations?|examination|consideration)\b", re.I)
_NO_LONGER_PENDING = re.compile(rf"\s+pending\s+recommendations?{_AUX}{_ACCEPTED}", re.I)
_WINDOW = 90  # letters to either side


def roles(sentence: str, count: Count) -> tuple[str, ...]:
    """What ``count`` counts in ``sentence``: () nothing that is counted here, two roles for "noted all 167"."""
    left = sentence[max(0, count.start - _WINDOW) : count.start]
    right = sentence[count.end : count.end + _WINDOW]
    if _NOT_COUNTED.search(left) or _OTHER_THINGS.match(right) or _NO_LONGER_PENDING.match(right):
        return ()
    if _REMAINING.search(left) and _CONSULTED.match(right):
        return (PENDING,)
    said = next((role for role, pattern in _LEFT if pattern.search(left)), "")
    if said == _OF and _MADE.match(right):
        return (RECEIVED,)
    for role, pattern in _RIGHT:
        if pattern.match(right) and not (role == RECEIVED and said not in ("", _OF, RECEIVED)):
            return (role,)
    return _said_before(said, left, right)


def _said_before(said: str, left: str, right: str) -> tuple[str, ...]:
    """The roles by the words before the number alone."""
    if said in (NOTED, SUPPORTED) and _ALL.search(left) and re.match(r"\s*recommendations?\b", right, re.I):
        return (said, RECEIVED)
    if said == _OF:
        return (RECEIVED,) if _TOTAL_BEHIND_OF.match(right) else ()
    return (said,) if said else ()
