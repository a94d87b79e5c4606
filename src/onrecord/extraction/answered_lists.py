"""Ties lists of numbers to the predicate that answers them, inside one sentence or across neighbours."""

import re
from dataclasses import dataclass

from onrecord.extraction.answers import Stance, decide, stances
from onrecord.extraction.numbers import NumberList, find_lists, parse_list
from onrecord.extraction.sentences import sentences

_COLON = re.compile(r":\s*(?=\d)")
_ANAPHOR = re.compile(r"[\s,]+(?:of\s+)?(?:th(?:is|at|ese|ose)\b|them\b|it\b|all\s+of\s+(?:them|these)\b|both\b)", re.I)
_SPEAKS_OF_THEM = re.compile(
    r"\b(?:th(?:is|at|ese|ose)|both|said)\s+(?:[a-z]+\s+){0,2}recommendations?\b|\bthe\s+recommendations?\b", re.I
)
_ITS_PART = re.compile(
    r"\W+(?:its\b|(?:the|this|that)\s+(?:(?:first|second|third|last|other|latter)\s+)?(?:part|element|half)\b)", re.I
)
_GOES_ON = re.compile(
    r"\W*(?:they|these|those|the\s+latter|it|this)\s+(?:\w+\s+)?(?:include[sd]?|(?:are|were|was|is|concern(?:s|ed))\b)"
    r"|\W*(?:namely|i\.e\.|including)\b",
    re.I,
)
_ONE_OF_SEVERAL = re.compile(
    r"\W+the\s+(?:\w+\s+)?recommendation\s+(?:regarding|on|to|concerning|about|of|for|that)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Answered:
    """One list with the answer to it. ``start``/``end``: the sentence (or two) that holds both.

    ``stance`` is None where the text speaks of these numbers without answering them; ``unclear`` is True where it
    answers one of them without saying which.
    """

    numbers: NumberList
    stance: Stance | None
    start: int
    end: int
    unclear: bool = False


def answered_lists(text: str, start: int, end: int, *, paragraph: str = "") -> list[Answered]:
    """All lists of recommendations in one paragraph with the answer to each.

    Args:
        text: the text of the document.
        start: of the paragraph.
        end: of the paragraph.
        paragraph: of the report to which plain numbers belong, "" if not known.
    """
    found: list[Answered] = []
    last_stance: tuple[Stance, int] | None = None
    spoken_of = False
    for low, high in sentences(text, start, end):
        spoken_of = spoken_of or "recommendation" in text[low:high].lower()
        lists = _lists(text, low, high, paragraph, spoken_of)
        said = stances(text, low, high)
        if lists and not said and last_stance and _GOES_ON.match(text, low):
            found.extend(Answered(one, last_stance[0], last_stance[1], high) for one in lists)
        elif lists:
            found.extend(_bound(text, lists, said, low, high))
        elif said:
            _answer_earlier(text, found, said, low, high)
        last_stance = (said[-1], low) if said and not lists else None
        if lists and lists[-1].paragraph:
            paragraph = lists[-1].paragraph
    return found


def _lists(text: str, low: int, high: int, paragraph: str, spoken_of: bool) -> list[NumberList]:
    if not any(c.isdigit() for c in text[low:high]):
        return []
    lists = find_lists(text, low, high, paragraph=paragraph)
    for colon in _COLON.finditer(text, low, high) if spoken_of else ():
        if any(one.start <= colon.end() < one.end for one in lists):
            continue
        behind = parse_list(text[:high], colon.end(), paragraph=paragraph)
        if behind is not None:
            lists = [*(one for one in lists if one.start > behind.end or one.end < behind.start), behind]
    return sorted(lists, key=lambda one: one.start)


def _bound(text: str, lists: list[NumberList], said: list[Stance], low: int, high: int) -> list[Answered]:
    """Each list with its stance: an active one ("accepts 1 and 2") looks ahead, a passive one ("… are noted") back."""
    bound: dict[int, Stance] = {}
    for i, stance in enumerate(said):
        before = said[i - 1].end if i else low
        after = said[i + 1].start if i + 1 < len(said) else high
        back = [n for n, one in enumerate(lists) if before <= one.start < stance.start and n not in bound]
        ahead = [n for n, one in enumerate(lists) if stance.end <= one.start < after]
        looks_back = stance.passive or _ANAPHOR.match(text, stance.end)
        for n in (back or ahead) if looks_back else (ahead or back):
            bound.setdefault(n, stance)
        if not (back or ahead) and bound and _ITS_PART.match(text, stance.end):
            last = max(bound)  # "supports the spirit of 51.9 but cannot accept its wording"
            bound[last] = decide([bound[last], stance]) or stance
    if said and len({(s.value, s.rule) for s in said}) == 1:
        for n in range(len(lists)):
            bound.setdefault(n, said[0])
    return [
        Answered(one, bound.get(n), low, high, unclear=_unclear(text, one, bound.get(n))) for n, one in enumerate(lists)
    ]


def _answer_earlier(text: str, found: list[Answered], said: list[Stance], low: int, high: int) -> None:
    """ "That recommendation … had now been accepted": answers the list of the sentences before."""
    stance = said[-1]
    speaks_of_them = _SPEAKS_OF_THEM.search(text, low, high) or _ANAPHOR.match(text, stance.end)
    if not found or found[-1].stance is not None or not speaks_of_them:
        return
    earlier = found[-1]
    found[-1] = Answered(earlier.numbers, stance, earlier.start, high, unclear=_unclear(text, earlier.numbers, stance))


def _unclear(text: str, one: NumberList, stance: Stance | None) -> bool:
    return stance is not None and len(one.mentions) > 1 and bool(_ONE_OF_SEVERAL.match(text, stance.end))
