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
        subject = (match.group().split()[0].casefold(), match[1].casefold())
        yield LawMention(match.start(), end, LawKind.LAW, year=year, subject=subject)
