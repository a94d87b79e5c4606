"""What a State says it does with a recommendation: accepts, supports, notes, rejects, in part, in principle.

Source of the normalising rules: Council resolution 5/1 (a State supports or notes, nothing is "rejected") and UPR
Info's method of 2014 (a clear "accept" is support; acceptance in part or in principle is not; no answer is "noted"
once the outcome is adopted). The words are those of addenda and of the Council's reports on its sessions.
"""

import re
from dataclasses import dataclass

from onrecord.model import Position


@dataclass(frozen=True, slots=True)
class Stance:
    """One predicate that answers. ``start``/``end``: its span in the text searched."""

    value: Position
    rule: str
    start: int
    end: int
    partly: bool = False
    passive: bool = False  # "are accepted": speaks of what was named before it


_VERB = r"(?:accept\w*|support(?:s|ed|ing)?|agree\w*|endors\w*|approv\w*|enjoy\w*)"
_BREAKS = r"(?:but|however|therefore|while|thus|only|and|ha[sd]|have|is|are|was|were)\b"
_GAP = rf"(?:\W+(?!{_BREAKS})[\w’'-]+){{0,6}}?\W+"
_ITS = r"(?:(?:the|this|these|those|that|all|both|its|such|following|above|said|other|first|second|last|remaining)\s+)*"
_OBJECT = rf"{_ITS}(?:[\w’'-]+\s+){{0,3}}?recommendations?\b"

# In this order: what is found first hides what stands inside it ("partially accepted" is not "accepted").
_RULES: tuple[tuple[str, Position, bool, re.Pattern[str]], ...] = tuple(
    (rule, value, partly, re.compile(pattern, re.I))
    for rule, value, partly, pattern in (
        (
            "in principle: noted",
            Position.NOTED,
            False,
            rf"\b{_VERB}[^.;,]{{0,60}}?\bin\s+principle\b|\bin\s+principle\b[^.;]{{0,40}}?\b{_VERB}",
        ),
        (
            "in part: noted",
            Position.NOTED,
            True,
            rf"\b(?:partial(?:ly)?|partly)\b(?!,?\s*(?:or|and)\s+(?:entire|full))[^.;,]{{0,30}}?\b(?:{_VERB}|acceptance)\b"
            rf"|\b{_VERB}\b[^.;,]{{0,40}}?\b(?:partial(?:ly)?|partly|in\s+part)\b(?!,?\s*(?:or|and)\s+(?:entire|full)|\s+implement)"
            rf"|\b{_VERB}\W+(?:only\W+)?(?:the|a|one|some)\W+(?:(?:first|second|third|last|other)\W+)?(?:parts?|half|sentence)\b"
            r"|\b(?:difficult|impossible)\s+to\s+accept\s+(?:the|a|one)\s+(?:\w+\s+)?part\b",
        ),
        (
            "no definite answer: noted",
            Position.NOTED,
            False,
            r"\b(?:not|cannot|unable)\b[^.;]{0,60}?\b(?:definit(?:iv)?e|clear|firm|final)\s+(?:statement|position|answer|reply"
            r"|response|commitment)|\breserv(?:es|ed)\s+its\s+position\b",
        ),
        (
            "refuses: noted",
            Position.NOTED,
            False,
            rf"\b(?:not|cannot|unable|never)\b{_GAP}(?:accept\w*|support\w*|agree\w*|endors\w*|approv\w*|favou?r\w*"
            r"|appropriate|implement(?:ed|able))\b(?:\s+(?:the\s+)?support\b)?"
            r"|\b(?:did|does|do)\s+not\s+(?:\w+\s+)?(?:enjoy|have|meet|receive|find|gain)\w*\s+(?:\w+\s+){0,2}?support\b"
            r"|\bnot\s+(?:\w+\s+)?in\s+a\s+position\s+to\b|\bnot\s+(?:considered\s+)?(?:acceptable|appropriate)\b|\bunacceptable\b|\breject(?:s|ed|ing)?\b|\bdisagree[sd]?\b"
            r"|\bdeclin(?:es|ed)\b|\bdifficult\s+to\s+accept\b|\breservations?\s+(?:with\s+regard\s+to|about|on|concerning)\b"
            r"|\brefus(?:es|ed)\b",
        ),
        (
            "answer to come: pending",
            Position.PENDING,
            False,
            r"\bwill\s+(?:be\s+)?(?:further\s+)?(?:examined|considered|studied)\b|\bin\s+due\s+(?:time|course)\b"
            r"|\b(?:are|is|remains?|were|was)\s+(?:still\s+)?(?:pending|under\s+(?:consideration|examination))\b|\bdeferred\b"
            r"|^\W*(?:pending|under\s+(?:consideration|examination|study))\b",
        ),
        (
            "takes note: noted",
            Position.NOTED,
            False,
            r"\b(?:take[sn]?|took|taking)\s+(?:due\s+)?note\s+of\b"
            r"|\b(?:is|are|was|were|be|been|being|hereby)\s+(?:\w+ly\s+|also\s+|therefore\s+)?noted\b"
            rf"|\bnote[sd]?\b(?=\W+{_OBJECT}|\s+(?:it|them)\b|\s+\d|\s+(?:the\s+following|nos?\.)|\s+all\s+of\b)"
            r"|\brecommendations?\b(?:(?!accept|support|recommend|was |were |is |are |been )[^.;:]){0,50}?"
            r"\bnote[sd]?(?=\W*$)"
            r"|^\W*noted\b(?!\s+(?:that|with|by|how|in\s+this)\b)|\bdeemed\s+noted\b",
        ),
        (
            "accepts: supported",
            Position.SUPPORTED,
            False,
            r"\benjoy(?:s|ed|ing)?\b[^.;,]{0,25}?\bsupport\b|\b(?:has|have|had)\s+the\s+support\s+of\b"
            r"|(?:(?<!previously )\baccept(?:s|ed)|(?<=\w )accept)\b"
            r"(?!\s+recommendations?\s+(?:of|by|from|are|were|is|will|and)\b)"
            r"|\bsupport(?:s|ed)\b(?!\s+by\b)|\bendorse[sd]?\b|\bapprove[sd]?\s+(?:of\s+)?(?=the|this|these|all|recomm)"
            rf"|\bsupport(?:ing)?\s+(?={_OBJECT}|it\b|them\b)|\bsupport\b[^.;,]{{0,20}}?\bfor\s+(?={_OBJECT})"
            rf"|\bagree[sd]?\s+(?:to|with)\s+(?={_OBJECT}|it\b|them\b)|\bacceptance\s+of\s+(?={_OBJECT})|\bin\s+favou?r\s+of\s+(?={_OBJECT})",
        ),
    )
)
_ANY = re.compile(
    r"accept|support|agree|endors|approv|enjoy|note|reject|declin|refus|favou?r|appropriate|reserv|pending|defer|due "
    r"|definit|clear|final|firm|under |implement|difficult|examined|considered|studied|impossible",
    re.I,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:not|\w+ly|also|now|both|considered|therefore)\s+)*[\w’'-]+$"
    r"|enjoy[^.;]*$|^(?:is|are)\b.*$",
    re.I,
)
_PAST = re.compile(
    r"(?:,|\b(?:which|that|although|while|though)\b)[^,;]*\b(?:initially|originally|previously|at\s+first)\b[^,;]*",
    re.I,
)
_IMPLEMENTED = re.compile(
    r"\b(?:been|is|are|was|were|being|considers?|considered|has|have|had)\b(?:(?!\bnot\b)[^.;,]){0,50}?"
    r"(?P<claim>\b(?:(?:already|fully|largely|partially|partly|being)\s+)*implemented\b)"
    r"|\balready\s+implemented\b|\bin\s+(?:the\s+)?process\s+of\s+(?:being\s+)?implement\w*"
    r"|\bimplementation\b[^.;]{0,50}?\b(?:already\s+)?(?:ongoing|on-going|under\s*way|started)\b"
    r"|\b(?:always|already)\s+act(?:s|ed)\s+accordingly\b|\bbeing\s+implemented\b",
    re.I,
)


def stances(text: str, start: int = 0, end: int | None = None) -> list[Stance]:
    """Everything in ``text[start:end]`` that answers a recommendation, from left to right.

    Clauses about an earlier answer ("…, which had not initially been supported, …") are left out where the sentence
    also gives a later one.
    """
    stop = len(text) if end is None else end
    sentence = text[start:stop]
    if not _ANY.search(sentence):
        return []
    now = _PAST.sub(lambda m: " " * len(m.group()), sentence)
    found = _scan(now) or _scan(sentence)
    return [
        Stance(s.value, s.rule, s.start + start, s.end + start, s.partly, s.passive)
        for s in sorted(found, key=lambda s: s.start)
    ]


def decide(found: list[Stance]) -> Stance | None:
    """The one answer that several stances about the same recommendation make.

    Acceptance of one thing beside refusal of another is acceptance in part, and by UPR Info's rule noted.
    """
    if not found:
        return None
    values = {s.value for s in found}
    first, last = found[0], found[-1]
    if len(values) == 1:
        partly = next((s for s in found if s.partly), None)
        return partly or first
    if Position.SUPPORTED in values:
        return Stance(Position.NOTED, "one part accepted, another not: noted", first.start, last.end, partly=True)
    return Stance(Position.NOTED, "takes note: noted", first.start, last.end)


def claims_implemented(text: str) -> str:
    """The words in which the State claims that it has implemented, or is implementing; "" if it does not."""
    claim = _IMPLEMENTED.search(text)
    return " ".join((claim["claim"] or claim.group()).split()) if claim else ""


def _scan(sentence: str) -> list[Stance]:
    left = sentence
    found: list[Stance] = []
    for rule, value, partly, pattern in _RULES:
        for match in pattern.finditer(left):
            passive = bool(_PASSIVE.search(sentence, max(0, match.start() - 40), match.end()))
            found.append(Stance(value, rule, match.start(), match.end(), partly, passive))
            blank = " " * (match.end() - match.start())
            left = left[: match.start()] + blank + left[match.end() :]
    return found
