"""Tells kinds of documents apart, first by symbol, then by the words of the first page."""

import re
from dataclasses import dataclass

from onrecord.extraction.front_page import Front
from onrecord.model import Kind
from onrecord.vocabulary.symbols import Symbol

# The three papers before a review end in /1, /2 and /3 by the practice of the Working Group's secretariat.
_UPR_PAPERS = {"1": Kind.NATIONAL_REPORT, "2": Kind.COMPILATION, "3": Kind.STAKEHOLDERS_SUMMARY}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind, the sentence that says why, and the wording of the title by which its heading is found."""

    kind: Kind
    reason: str
    pattern: re.Pattern[str] | None = None


def _words(expression: str) -> re.Pattern[str]:
    return re.compile(expression.replace(" ", r"\s+"), re.IGNORECASE | re.MULTILINE)


# In this order: a decision names the report it adopts, an addendum bears the title of its report.
_WORDING: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.DECISION, _words(r"Decision adopted by the Human Rights Council")),
    (Kind.COUNCIL_REPORT, _words(r"Report of the Human Rights Council on its [\w\s-]{3,25}session")),
    (Kind.ADVANCE_QUESTIONS, _words(r"^\W*(?:Addendum to )?Advance questions? (?:to|for) ")),
    (Kind.THEMATIC_LIST, _words(r"^\W*(?:UPR of [^\n]{2,80}\) )?(?:Thematic list|Matrix) of recommendations")),
    (Kind.NATIONAL_REPORT, _words(r"^\W*National report submitted in accordance with")),
    (Kind.COMPILATION, _words(r"^\W*Compilation (?:prepared by the Office|of (?:UN|United Nations) information|on )")),
    (
        Kind.STAKEHOLDERS_SUMMARY,
        _words(r"^\W*Summary (?:prepared by the Office|of (?:other )?stakeholders|of information)"),
    ),
    (Kind.CONCLUDING_OBSERVATIONS, _words(r"\bConcluding observations (?:on|of) ")),
    (
        Kind.REPLIES,
        _words(r"^\W*(?:Replies|Responses|Information received from|Written replies) [^\n]{2,90}\blist of issues\b"),
    ),
    (
        Kind.LIST_OF_ISSUES,
        _words(r"^\W*Lists? of issues(?: and questions)? (?:prior to|in relation to|to be taken up)"),
    ),
    (Kind.VIEWS, _words(r"\b(?:Views|Decision) adopted by the (?:Human Rights )?Committee")),
    (
        Kind.VIEWS,
        _words(
            r"\bThe (?:authors?|complainants?|petitioners?) of the (?:communication|complaint|petition) (?:is|are)\b"
        ),
    ),
    (Kind.WORKING_GROUP_REPORT, _words(r"^\W*(?:Draft )?Report of the Working Group on the Universal Periodic Review")),
)
# Some title pages leave the title out or misprint it; the first paragraph of the report is always the same.
_INTRODUCTION = _words(r"The Working Group on the Universal Periodic Review[^.]{0,80}established in accordance with")
_ADDENDUM = _words(r"^\W*Addendum\b|Views on conclusions and/or recommendations")
_UPR = _words(r"Universal Periodic Review")
_OUTCOME_TITLE = _words(r"Outcome of the Universal Periodic Review")
_LONGEST_TITLE = 300
_TABLE_HEAD = _words(r"^Recommendations? Position (?:Full list of )?themes")


def kind_of(symbol: Symbol | None, front: Front) -> Evidence:
    """What kind of document this is and why; :attr:`Kind.OTHER` where nothing tells."""
    return _by_symbol(symbol) or _by_wording(symbol, front) or Evidence(Kind.OTHER, _nothing(symbol))


def _by_symbol(symbol: Symbol | None) -> Evidence | None:
    if symbol is None:
        return None
    if symbol.body == "UPR" and symbol.state and symbol.number in _UPR_PAPERS:
        kind = _UPR_PAPERS[symbol.number]
        reason = (
            f"In the symbol {symbol.text} the State's code is followed by /{symbol.number}, as in every {kind.value}."
        )
        return Evidence(kind, reason, _pattern(kind))
    if symbol.body == "UPR" and symbol.series == "L":
        reason = f"{symbol.text} is the symbol of a draft report of the Working Group."
        return Evidence(Kind.WORKING_GROUP_REPORT, reason, _pattern(Kind.WORKING_GROUP_REPORT))
    if symbol.body == "HRC" and symbol.series == "DEC":
        return Evidence(Kind.DECISION, f"{symbol.text} is the symbol of a decision of the Council.", _OUTCOME_TITLE)
    if symbol.series in ("CO", "D"):
        kind = Kind.CONCLUDING_OBSERVATIONS if symbol.series == "CO" else Kind.VIEWS
        return Evidence(kind, f"/{symbol.series}/ in the symbol {symbol.text} stands for {kind.value}.", _pattern(kind))
    return None


def _by_wording(symbol: Symbol | None, front: Front) -> Evidence | None:
    page = front.blocks
    if _is_addendum(symbol, page):
        pattern = _pattern(Kind.WORKING_GROUP_REPORT)
        return Evidence(
            Kind.ADDENDUM, "The title page calls it an addendum to a report on a Universal Periodic Review.", pattern
        )
    for kind, pattern in _WORDING:
        match = pattern.search(page)
        if match and _begins_like_a_title(match.group()) and (symbol or kind is Kind.VIEWS or _is_title(page, match)):
            words = " ".join(match.group().split())
            title = _OUTCOME_TITLE if kind is Kind.DECISION else pattern
            return Evidence(kind, f'The first page says "{words}".', title)
    if _UPR.search(page) and (match := _INTRODUCTION.search(front.opening)):
        words = " ".join(match.group().split())
        return Evidence(Kind.WORKING_GROUP_REPORT, f'The introduction says "{words}".', _UPR)
    if _TABLE_HEAD.search(page):
        return Evidence(Kind.THEMATIC_LIST, "Its table is headed by recommendation, position and themes.")
    return None


def _is_title(page: str, match: re.Match[str]) -> bool:
    """Whether the words open their line or stand on a short one: others speak of such papers in their sentences."""
    start = page.rfind("\n", 0, match.start()) + 1
    end = page.find("\n", match.end())
    line = page[start : end if end >= 0 else len(page)]
    opens = not any(map(str.isalpha, page[start : match.start()]))
    return len(line) <= _LONGEST_TITLE and (opens or not line.rstrip().endswith((".", ";", ",")))


def _begins_like_a_title(words: str) -> bool:
    first = next((c for c in words if c.isalpha()), "")
    return first.isupper()


def _is_addendum(symbol: Symbol | None, page: str) -> bool:
    if symbol is not None and not (symbol.is_addendum and symbol.body == "HRC"):
        return False
    return _UPR.search(page) is not None and (symbol is not None or _ADDENDUM.search(page) is not None)


def _pattern(kind: Kind) -> re.Pattern[str]:
    return next(pattern for k, pattern in _WORDING if k is kind)


def _nothing(symbol: Symbol | None) -> str:
    if symbol:
        return f"Neither the symbol {symbol.text} nor the words of the first page name a kind that is known."
    return "It has no symbol, and the words of the first page name no kind that is known."
