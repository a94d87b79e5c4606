"""Who answers in an interview: paragraphs that open with the name of whoever speaks, in turn."""

import re
from collections import Counter

from onrecord.extraction.papers.units import Paper

_NAME = r"(?:The\s+)?[A-Z][\w’'.-]*(?:[ \u00a0](?:[a-z]{2,3}[ \u00a0])?[A-Z][\w’'.-]*){0,4}"
_TURN = re.compile(rf"[\s*_]*(?P<who>{_NAME})[\s*_]*:[\s*_]+(?=\S)")
_FEWEST_TURNS = 2  # of each of the two who talk
_FEWEST_TALK = 2


def turns_of(paper: Paper) -> dict[int, tuple[str, int]]:
    """Index of each paragraph that is a turn: who speaks, and where the words begin. Empty for other papers.

    Two at least take turns, each twice: a list with labels ("Kyiv: …", "Source: …") names each of them once.
    """
    found: dict[int, tuple[str, int]] = {}
    for index, paragraph in enumerate(paper.document.paragraphs):
        match = _TURN.match(paper.document.text, paragraph.start, paragraph.end)
        if match:
            found[index] = match["who"], match.end()
    times = Counter(who for who, _ in found.values())
    talk = {who for who, often in times.items() if often >= _FEWEST_TURNS}
    return {index: turn for index, turn in found.items() if turn[0] in talk} if len(talk) >= _FEWEST_TALK else {}
