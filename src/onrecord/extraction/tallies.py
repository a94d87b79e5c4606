"""Counts as somebody states them: how many recommendations were received, supported, noted, left open.

Each number is judged by the words on its left ("had accepted 121 recommendations") and right ("30 were rejected").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.extraction.number_words import Count, counts
from onrecord.extraction.numbers import find_lists
from onrecord.extraction.sentences import sentences
from onrecord.extraction.statements import Placing
from onrecord.model import Paragraph, Speaker, Tally

_LEAST_ALONE = 10
_SMALL = (
    r"(?:\s+(?:only|all|both|of|the|these|those|its|remaining|other|a|total|number|and|further|additional|about|some))*"
    r"\s*$"
)
_SO_MANY = (
    r"\s*(?:\([^)]*\)\s*)?(?:(?:\w+\s+)?recommendations?(?:\s+(?:made|received))?|of\s+(?:which|whom|them|these(?:\s+recommendations)?)"
    r"|others?)?"
)
_AUX = (
    r"(?:[\s,]+(?:had|have|has|were|are|was|is|be|been|being|fully|immediately|already|now|also|could|would|that|which|it"
    r"|the|\w+’s))*\s+"
)
_RELATIVE = r"\s+(?:that|which)\s+(?:(?!not\b|cannot\b)\w+\s+){1,5}?"
_ACCEPTED = r"(?:accepted|supported|enjoy\w*)\b"
_REFUSED = (
    r"(?:noted|rejected|(?:not|never)\s+(?:been\s+|be\s+)?(?:accepted|supported)"
    r"|(?:did|do|does)\s+not\s+(?:enjoy|have)\b)"
)

_RIGHT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.I))
    for role, pattern in (
        ("pending", r"\s+pending\b"),
        (
            "partly",
            rf"{_SO_MANY}{_AUX}?(?:partial(?:ly)?|partly)\s+(?:accepted|supported|enjoy\w*)|{_SO_MANY}{_AUX}(?:accepted|supported)\s+in\s+part",
        ),
        ("unclear", rf"{_SO_MANY}[^.;]{{0,60}}?\b(?:clarified|no\s+clear\s+position)\b"),
        ("noted", rf"{_SO_MANY}{_AUX}?{_REFUSED}(?!\s+(?:that|with|by)\b)"),
        ("supported", rf"{_SO_MANY}(?:{_AUX}|{_RELATIVE}){_ACCEPTED}"),
        (
            "pending",
            rf"{_SO_MANY}{_AUX}?(?:pending|deferred|postponed|left\s+(?:for|pending|open)|under\s+consideration)\b",
        ),
        (
            "received",
            rf"{_SO_MANY}(?<=recommendations){_AUX}?(?:received|made|formulated|put\s+forward|presented|addressed)\b"
            r"|\s+recommendations\s+(?:made|received)\b",
        ),
    )
)
_LEFT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(f"(?:{pattern}){_SMALL}", re.I))
    for role, pattern in (
        ("partly", r"\b(?:partial(?:ly)?|partly)\s+(?:support\w*|accept\w*|support\s+for)"),
        ("unclear", r"\b(?:clarifications?|additional\s+information)\b[^.;,]{0,40}\bon"),
        (
            "noted",
            r"\b(?:not|unable|cannot|could\s+not)\b[^.;,]{0,40}?\b(?:accept|support)(?:ed)?|\bnote[sd]?|\breject(?:s|ed)?"
            r"|\b(?:took|takes|taken)\s+note\s+of|\bdeclined",
        ),
        (
            "supported",
            r"\btotal\b[^.;]{0,40}\b(?:accepted|supported)\b[^.;]{0,12}\bto|\baccept(?:s|ed|ance\s+of)?|\bsupport(?:s|ed|\s+(?:for|of|to))?",
        ),
        ("pending", r"\b(?:postponed|deferred|left|reserved\s+its\s+position\s+on|time\s+was\s+needed\s+for)"),
        (
            "received",
            r"\b(?:received|presented\s+with|contains?|contained|result(?:ed|ing)\s+in"
            r"|positions?\s+(?:on|with\s+regard\s+to|regarding))",
        ),
        ("of", r"\b(?:out\s+of|of)\s+(?:a\s+total\s+of\s+|the\s+|these\s+|its\s+)*"),
    )
)
_NOT_COUNTED = re.compile(
    r"\b(?:paragraphs?|paras?|articles?|sessions?|resolutions?|recommendations?|nos?|cycles?)\.?\s*(?:\(\s*)?$", re.I
)
_OTHER_THINGS = re.compile(
    r"\s*(?:per\s?cent|%|countries|delegations|States|years?|months?|days|recommendations\s+(?:of|by|from)\s+(?:the\s+)?"
    r"(?:Committee|Special|Sub|treaty|Office|Ombud|National|Commission|stakeholders)"
    r"|recommendations\s+(?:on|concerning|regarding|relating\s+to|related\s+to|about)\b)",
    re.I,
)
_EARLIER_REVIEW = re.compile(
    r"\bimplemented\s+\d+\s+(?:out\s+)?of\s+(?:the\s+)?\d+\s+recommendations(?:\s+(?:that|which)[^,;.]*)?"
    r"|\b(?:in|during|from|at|of)\s+(?:the|its|their)\s+(?:first|previous|second)\s+(?:review|cycle)\b[^,;.]*"
    r"(?<!\brecommendations)",
    re.I,
)
_NUMBERED = re.compile(r"(?<!\w)\d{1,3}\.,|(?:,|;|:)\s\d{1,3}\.(?=\s|$)(?!\s*$)|;\s*\d{1,2}\.$|^\W*\d{1,3}\.")
_NO_LONGER_PENDING = re.compile(rf"\s+pending\s+recommendations?{_AUX}{_ACCEPTED}", re.I)
_PART_OF_EACH = re.compile(r"[^.]{0,60}\bwhich\s+parts?\b", re.I)


@dataclass(slots=True)
class _Draft:
    """A tally in the making: one number for each role, and the span of the sentences they stand in."""

    start: int
    end: int
    paragraph: str
    roles: dict[str, int] = field(default_factory=dict)


def stated_tallies(
    paragraphs: Iterable[Paragraph], placing: Placing, *, state: str, speaker: Speaker, target: str = ""
) -> tuple[Tally, ...]:
    """The counts stated in these paragraphs; counts that complete each other in neighbouring sentences are one tally.

    Args:
        paragraphs: in order, all in the voice of one speaker.
        placing: of the document.
        state: under review.
        speaker: who says it.
        target: symbol of the Working Group report, if known.
    """
    drafts: list[_Draft] = []
    for index, paragraph in enumerate(paragraphs):
        if "recommendation" not in paragraph.text.lower():
            continue
        for span, roles in _stated(placing.document.text, paragraph):
            _merge(drafts, _Draft(*span, paragraph.number, roles), near=index)
    kept: list[_Draft] = []
    for draft in drafts:
        if _worth(draft) and not any(draft.roles.items() <= earlier.roles.items() for earlier in kept):
            kept.append(draft)
    return tuple(_tally(draft, placing, state, speaker, target) for draft in kept)


def _stated(text: str, paragraph: Paragraph) -> Iterable[tuple[tuple[int, int], dict[str, int]]]:
    goes_on = False
    for low, high in sentences(text, paragraph.start, paragraph.end):
        if not goes_on and "recommendation" not in text[low:high].lower():
            continue
        sentence = _without_lists(_EARLIER_REVIEW.sub(lambda m: "~" * len(m.group()), text[low:high]))
        roles: dict[str, int] = {}
        for count in counts(sentence):
            for role in _roles(sentence, count):
                roles.setdefault(role, count.value)
        goes_on = bool(roles)
        if roles:
            yield (low, high), roles


def _without_lists(sentence: str) -> str:
    """The sentence with numbers of recommendations blotted out: "accepts 5, 7 and 9" states no count."""
    for listed in find_lists(sentence):
        sentence = sentence[: listed.start] + "~" * (listed.end - listed.start) + sentence[listed.end :]
    return _NUMBERED.sub(lambda m: "~" * len(m.group()), sentence)


def _roles(sentence: str, count: Count) -> tuple[str, ...]:
    left, right = sentence[max(0, count.start - 90) : count.start], sentence[count.end : count.end + 120]
    if _NOT_COUNTED.search(left) or _OTHER_THINGS.match(right) or _NO_LONGER_PENDING.match(right):
        return ()
    said = next((role for role, pattern in _LEFT if pattern.search(left)), "")
    for role, pattern in _RIGHT:
        if pattern.match(right) and not (role == "received" and said not in ("", "of", "received")):
            return (role,)
    if said == "unclear" and _PART_OF_EACH.match(right):
        return ("partly",)
    if said == "noted" and re.search(r"\ball\s+(?:of\s+)?(?:the\s+)?$", left, re.I):
        return ("noted", "received")
    if said == "of":
        return ("received",) if re.match(r"\s*recommendations?\b|\s*[,;.]|\s*$", right) else ()
    return (said,) if said else ()


def _merge(drafts: list[_Draft], new: _Draft, *, near: int) -> None:
    """Add to the last tally what completes it; start another where the same role has another number."""
    last = drafts[-1] if drafts else None
    if last is not None and new.start - last.end < 400 and all(last.roles.get(r, v) == v for r, v in new.roles.items()):
        last.roles.update(new.roles)
        last.end = new.end
    else:
        drafts.append(new)


def _worth(draft: _Draft) -> bool:
    """A lone small number ("one recommendation was not accepted") speaks of some of them, and is no tally."""
    if draft.roles.keys() == {"pending"}:
        return False
    return "received" in draft.roles or len(draft.roles) > 1 or max(draft.roles.values(), default=0) >= _LEAST_ALONE


def _tally(draft: _Draft, placing: Placing, state: str, speaker: Speaker, target: str) -> Tally:
    number = draft.roles.get
    tally = Tally(
        state=state,
        speaker=speaker,
        received=number("received"),
        supported=number("supported"),
        noted=number("noted"),
        pending=number("pending"),
        words=placing.document.text[draft.start : draft.end],
        place=placing.place((draft.start, draft.end), draft.paragraph),
        target=target,
    )
    return replace(tally, partly=number("partly"), unclear=number("unclear"))
