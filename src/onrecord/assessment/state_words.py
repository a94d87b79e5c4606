"""What a State itself says became of a recommendation: told as its word, with its place, never as a level.

Rules come from how reports and addenda are written: "considers that they are already implemented", "in the process of
implementation", "has been implemented to a great extent", "implementation … already ongoing".
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.model import PositionStatement, Progress, Stage, StateWord

_PARTLY = re.compile(
    r"\b(?:part(?:ly|ially)|in\s+part|to\s+(?:a|some)\s+(?:\w+\s+)?extent|largely|mostly)\b", re.IGNORECASE
)
_UNDER_WAY = re.compile(
    r"\b(?:being\s+implemented|being\s+carried|in\s+the\s+process|process\s+of|ongoing|on-going|under\s+way|underway|started|begun)\b",
    re.IGNORECASE,
)
_SOURCES = {Stage.REPORT: "Working Group report", Stage.ROOM: "dialogue", Stage.LIST: "thematic list"}


def progress_in(words: str, comment: str = "") -> Progress:
    """What "already implemented" and its like claim; a qualification beside the words in the comment counts."""
    at = comment.find(words) if words else -1
    around = _sentence(comment, at) if at >= 0 else words
    if _PARTLY.search(around):
        return Progress.PARTLY
    return Progress.UNDER_WAY if _UNDER_WAY.search(words) else Progress.DONE


def _sentence(text: str, at: int) -> str:
    """The sentence of ``text`` in which ``at`` stands."""
    start = max((text.rfind(sign, 0, at) for sign in (". ", "; ", "\n")), default=-1)
    ends = [end for sign in (". ", "; ", "\n") if (end := text.find(sign, at)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def words_in_answers(target: str, history: Iterable[PositionStatement]) -> Iterator[StateWord]:
    """What the State said in its answers to one recommendation. Lists made by others are not its word."""
    for said in history:
        if said.stage is Stage.LIST:
            continue
        source = _SOURCES.get(said.stage, said.stage.value)
        if said.claims_implemented:
            says = progress_in(said.claims_implemented, said.comment)
            yield StateWord(target, says, said.words, said.place, said.date, source, said.comment, said.comment_place)
        elif said.comment and said.comment_place:
            yield StateWord(target, Progress.ANSWERED, said.comment, said.comment_place, said.date, source)
