"""What an address asks of a list of recommendations."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from onrecord.model import Position
from onrecord.tasks import GROUPINGS, RecommendationFilter
from onrecord.tasks.rows import SORTS
from onrecord.web.frame.words import GROUPS
from onrecord.web.recommendations.columns import Column, chosen

PER_PAGE = 50
_LONGEST = 500  # signs of a question; more is no question
ACTIONS = ("1", "2", "3", "4", "5")
_MOST = 60  # labels of one question
OWN = ("state", "cycle", "document", "by")  # what a page can be about
_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown: which recommendations, from which on, and how; no ``columns``: as a list to read."""

    wanted: RecommendationFilter
    offset: int
    compact: bool
    columns: tuple[Column, ...] = ()


def asked(given: QueryDict, within: RecommendationFilter | None = None) -> Asked:
    """Read an address. What makes no sense narrows nothing.

    Args:
        given: the parts of the address.
        within: what the page is about; the address cannot change it.
    """
    read = RecommendationFilter(
        states=_codes(given, "state"),
        cycle=_number(given, "cycle"),
        session=_number(given, "session"),
        bys=_codes(given, "by"),
        groups=tuple(name for name in given.getlist("group") if name in GROUPS and name),
        positions=tuple(Position(name) for name in given.getlist("position") if name in set(Position)),
        changed=_YES_NO.get(given.get("changed", "")),
        judged=_YES_NO.get(given.get("judged", "")),
        actions=tuple(name for name in given.getlist("action") if name in ACTIONS),
        issues=_names(given, "issue"),
        themes=_names(given, "theme"),
        persons=_names(given, "persons"),
        goals=_names(given, "goal"),
        number=_words(given, "number"),
        words=_words(given, "words"),
        document=_words(given, "document"),
        sort=_sort(given.get("sort", "")),
        group_by=given.get("group_by", "") if given.get("group_by") in GROUPINGS else "",
    )
    if within:
        read = replace(read, **{n: v for n in OWN if (v := getattr(within, n)) not in ("", None)})
    return Asked(read, _number(given, "offset") or 0, given.get("view") == "compact", chosen(given.getlist("column")))


def _words(given: QueryDict, name: str) -> str:
    return given.get(name, "").replace("\x00", "")[:_LONGEST].strip()


def _names(given: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one[:_LONGEST] for one in given.getlist(name) if one))[:_MOST]


def _codes(given: QueryDict, name: str) -> tuple[str, ...]:
    codes = (code.upper() for code in given.getlist(name))
    return tuple(dict.fromkeys(code for code in codes if len(code) == 3 and code.isascii() and code.isalpha()))


def _sort(text: str) -> str:
    return text if text.removeprefix("-") in SORTS else ""


def _number(given: QueryDict, name: str) -> int | None:
    text = given.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else None
