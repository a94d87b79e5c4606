"""Short forms of laws that a paper introduces in brackets: "the Road Law (the “Draft Law”)", "… (hereinafter CAV)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.vocabulary.phrases import Words

_INTRODUCED = re.compile(
    r"\s*,?\s*\((?P<cue>(?:hereinafter|hereafter|henceforth|further|or|also|referred\s+to\s+as|“the|\"the|the|[:,\s])*?)\s*"
    r"(?P<open>[“\"‘'«])?(?:the\s+)?(?P<name>[A-Z][\w-]*(?:\s+(?:of\s+|on\s+)?[A-Z][\w-]*){0,3})(?P<close>[”\"’'»])?\)"
)
_LAW_WORD = re.compile(
    r"\b(?:Act|Law|Code|Convention|Covenant|Charter|Protocol|Decree|Order|Draft|Bill|Regulations?|Rules|Statute|Amendments?)\b"
)
_HERE = re.compile(r"here(?:in)?after|henceforth|referred|further", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z]{2,8}(?:-?\d+)?")


def short_forms(words: Words, laws: Sequence[LawMention]) -> list[LawMention]:
    """Every mention of a law by a short form that stands in brackets behind its name, the brackets' own included."""
    meant: dict[str, LawMention] = {}
    for law in laws:
        match = (
            _INTRODUCED.match(words.text, law.end)
            if words.text[law.end : law.end + 3].lstrip(" ,")[:1] == "("
            else None
        )
        if match and law.kind is not LawKind.POINTER and _is_short_form(match, words.text[law.start : law.end]):
            meant.setdefault(match["name"], law)
    return [mention for name, law in meant.items() for mention in _standing(words, name, law)]


def _is_short_form(match: re.Match[str], law: str) -> bool:
    name = match["name"]
    said = _HERE.search(match["cue"]) or match["open"]
    initials = "".join(word[0] for word in law.split() if word[0].isupper())
    spelled = _ABBREVIATION.fullmatch(name) is not None and (bool(said) or name[:2] in initials)
    return spelled or (bool(said or match["cue"]) and _LAW_WORD.search(name) is not None)


def _standing(words: Words, name: str, law: LawMention) -> Iterator[LawMention]:
    """Wherever the short form stands as whole words, behind its law."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words.text):
        if match.start() >= law.end and not _goes_on(words.text, match.end()):
            yield replace(law, start=match.start(), end=match.end(), article="", date_implied=False)


def _goes_on(text: str, end: int) -> bool:
    """ "the Draft Law on Guilds": another one, with its own name."""
    return re.match(r"\s+(?:on|for|against|concerning)\s+[A-Z“\"]", text[end : end + 14]) is not None
