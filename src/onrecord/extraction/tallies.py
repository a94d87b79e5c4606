"""Counts as somebody states them: how many recommendations were received, supported, noted, left open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.extraction import count_roles
from onrecord.extraction.number_words import counts
from onrecord.extraction.numbers import find_lists
from onrecord.extraction.section import sections
from onrecord.extraction.sentences import sentences
from onrecord.extraction.statements import Placing
from onrecord.model import Document, Findings, Identity, Paragraph, Speaker, Tally

_NEAR = 400  # letters between sentences that speak of one count
_LEAST_ALONE = 10  # a smaller number that stands alone speaks of some recommendations only
_EARLIER_REVIEW = re.compile(
    r"\bimplemented\s+\d+\s+(?:out\s+)?of\s+(?:the\s+)?\d+\s+recommendations(?:\s+(?:that|which)[^,;.]*)?"
    r"|\b(?:in|during|from|at|of)\s+(?:the|its|their)\s+(?:first|previous|second)\s+(?:review|cycle)\b[^,;.]*"
    r"(?<!\brecommendations)",
    re.I,
)
_NUMBERED = re.compile(r"(?<!\w)\d{1,3}\.,|(?:,|;|:)\s\d{1,3}\.(?=\s|$)(?!\s*$)|;\s*\d{1,2}\.$|^\W*\d{1,3}\.")
_OTHER_BODY = re.compile(
    r"\b(?:Committee\s+(?:against|on)|Human\s+Rights\s+Committee|Sub-?[Cc]ommittee|Rapporteur)\b[^.;]{0,80}"
    r"\b(?:made|issued|adopted|addressed)\b[^.;]{0,30}\brecommendations\b"
)


@dataclass(slots=True)
class _Draft:
    """A tally in the making: one number for each role, and the span of the sentences they stand in."""

    start: int
    end: int
    paragraph: str
    roles: dict[str, int] = field(default_factory=dict)


def read_report_tallies(document: Document, identity: Identity) -> Findings:
    """Counts that a Working Group report states itself, in its chapeaux or remarks. Few do.

    Returns:
        Findings with ``tallies``. A lone number is left out: lists of paragraphs look much the same.
    """
    said = [p for s in sections(document) for p in ([s.chapeau] if s.chapeau else []) + s.remarks]
    placing = Placing(document, identity.symbol)
    found = stated_tallies(said, placing, state=identity.state, speaker=Speaker.REPORT, target=identity.symbol)
    whole = tuple(t for t in found if t.received is not None and (t.supported is not None or t.noted is not None))
    return Findings(identity, tallies=whole)


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
    for paragraph in paragraphs:
        if "recommendation" not in paragraph.text.lower():
            continue
        for span, roles in _stated(placing.document.text, paragraph):
            _merge(drafts, _Draft(*span, paragraph.number, roles))
    kept: list[_Draft] = []
    for draft in drafts:
        if _worth(draft) and not any(draft.roles.items() <= earlier.roles.items() for earlier in kept):
            kept.append(draft)
    return tuple(_tally(draft, placing, state, speaker, target) for draft in kept)


def _stated(text: str, paragraph: Paragraph) -> Iterable[tuple[tuple[int, int], dict[str, int]]]:
    goes_on = False
    for low, high in sentences(text, paragraph.start, paragraph.end):
        if _OTHER_BODY.search(text, low, high) or (not goes_on and "recommendation" not in text[low:high].lower()):
            continue
        sentence = _without_lists(_EARLIER_REVIEW.sub(lambda m: "~" * len(m.group()), text[low:high]))
        roles: dict[str, int] = {}
        for count in counts(sentence):
            for role in count_roles.roles(sentence, count):
                roles.setdefault(role, count.value)
        goes_on = bool(roles)
        if roles:
            yield (low, high), roles


def _without_lists(sentence: str) -> str:
    """The sentence with numbers of recommendations blotted out: "accepts 5, 7 and 9" states no count."""
    for listed in find_lists(sentence):
        sentence = sentence[: listed.start] + "~" * (listed.end - listed.start) + sentence[listed.end :]
    return _NUMBERED.sub(lambda m: "~" * len(m.group()), sentence)


def _merge(drafts: list[_Draft], new: _Draft) -> None:
    """Add to the last tally what completes it; start another where the same role has another number."""
    last = drafts[-1] if drafts else None
    if (
        last is not None
        and new.start - last.end < _NEAR
        and all(last.roles.get(r, v) == v for r, v in new.roles.items())
    ):
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
