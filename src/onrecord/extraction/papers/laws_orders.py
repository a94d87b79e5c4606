"""Orders of ministers, decisions and the like, which are known by their numbers: "Order No. 12 of 2018"."""

import re
from collections.abc import Iterator

from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.extraction.papers.laws_noun import dated
from onrecord.vocabulary.phrases import Words

_ORDER = re.compile(
    r"\b(?:(?:Joint|Ministerial|Presidential|Government|Governor['’]s)\s+)?"
    r"(?:[Oo]rder|[Rr]esolution|[Ii]nstruction|[Dd]irective|[Dd]ecision|[Cc]ircular|[Rr]uling|[Ee]dict)\s+(?:No\.?|№|Nr\.?)\s*(\d[\w/-]*)"
)

_ISSUER = re.compile(
    r"\s+(?:of|by|issued\s+by)\s+(?:the\s+)?[A-Z]\w+(?:['’]s)?(?:\s+(?:(?:of|for|and|the)\s+){0,2}[A-Z]\w+){0,7}"
)
_SAID = re.compile(
    r"\b[Tt]h(?:e|is)\s+(?:said|aforementioned|above-mentioned|abovementioned|same)\s+"
    r"(?:Order|Resolution|Instruction|Directive|Decision|Circular|Edict|Law|Act|Decree|Code)\b(?!\s+[A-Z])"
)
_ORDER_BEGINS = frozenset(
    (
        *("joint", "ministerial", "presidential", "government", "governor"),
        *("order", "resolution", "instruction", "directive", "decision", "circular", "ruling", "edict"),
    )
)


def orders(words: Words) -> Iterator[LawMention]:
    """Every order that is named with its number."""
    for match in words.found(_ORDER, _ORDER_BEGINS):
        year, end = dated(words.text, match.end())
        if not year and (issuer := _ISSUER.match(words.text, match.end())):
            year, last = dated(words.text, issuer.end())
            end = last if year else end
        subject = (match.group().split()[0].casefold(), match[1].casefold())
        yield LawMention(match.start(), end, LawKind.LAW, year=year, subject=subject)
    for match in words.found(_SAID, ("the", "this")):
        yield LawMention(match.start(), match.end(), LawKind.POINTER, instrument=LawKind.LAW.value)
