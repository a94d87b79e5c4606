"""Who publishes a paper and when, as a line on top of it tells: "Selm Watch – Briefing – May 2021"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.papers.dates_told import ToldDate, date_of
from onrecord.extraction.papers.furniture import DATE_LINE, KIND_LABEL
from onrecord.extraction.papers.other_dates import dates_in_language
from onrecord.extraction.papers.paper_identity_front import PaperFront
from onrecord.extraction.papers.paper_identity_names import fits, is_organisation, names_in
from onrecord.vocabulary.dates import MONTHS
from onrecord.vocabulary.other_languages import LANGUAGES

_MONTH = "|".join(MONTHS)
_DAY_OR_MONTH = re.compile(
    rf"(?:^|[,(\s])(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+(?:19|20)\d\d)"
    r"(?P<behind>[\s).]*$|[\s,)]+\d{1,2}[:.]\d\d.*$)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=\d)\s+by\s+(?=[A-Z])|\s+[–—|·•-]\s+|\s*[|·•]\s*|\.\s+(?=[A-Z])")
# Words of a kind of paper: what stands from there on is no name.
_KIND_WORDS = re.compile(
    r"[\s,]+(?:(?:annual|monthly|weekly|country|media|press|public|joint|urgent|policy|special|legal|short)\s+)*"
    r"(?:alert|report|briefing|statement|submission|newsletter|bulletin|release|update|note|issue|factsheet|fact\s+sheet"
    r"|paper|letter|appeal|dispatch|communiqu[eé]|action|index|survey|review)\b(?!\s+of\b).*$",
    re.IGNORECASE,
)
_ACTS = (
    r"(?:['’]s?)?,?(?:\s+(?:has|have|had|also|then|today|now))*\s+(?:said|says|documented|found|finds|concluded|called|calls"
    r"|urged|urges|researched|interviewed|visited|spoke|speaks|knows?|made|recorded|counted|recommends?|asks?|believes?"
    r"|considers?|welcomes?|condemns?|regrets?|received|sent|wrote|collected|monitor(?:s|ed)?|gathered|read|works?)\b"
)
_TOLD = r"\b(?:told|informed|contacted|approached|by|with|of|at|for)\s+(?:the\s+)?"
_NOT_ITS_OWN = re.compile(
    r"\b(?:to|and|until|till|from|between|since|in|of|by|cycle|covering),?\s*$|[-–]\s*$|\bsession\b", re.IGNORECASE
)
_LONGEST = 200
_MOST_LINES = 8
_LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class TopLine:
    """A line on top with the organisations and the date (EDTF) that it names."""

    line: str
    names: tuple[str, ...]
    date: str
    only: bool  # whether it holds nothing else but a kind of paper or one more word


def top_lines(front: PaperFront) -> Iterator[TopLine]:
    """Every line on top that names a date or organisations, in order."""
    for line in _lines(front):
        if len(line) > _LONGEST:
            continue
        pieces = [piece.strip(" .*_()") for piece in _BREAK.split(line)]
        dates = [date for piece in pieces if (date := _date(piece))]
        names = tuple(name for piece in pieces for name in _named(piece))
        if dates or names:
            rest = [piece for piece in pieces if not _date(piece) and not _named(piece)]
            yield TopLine(line, names, dates[0] if dates else "", len(rest) <= 1)


def publishers_on_top(front: PaperFront) -> tuple[tuple[str, ...], str]:
    """The publishers that a line on top names, and why; none where no line does.

    Beside a date a name must be that of an organisation, act in the text, or stand alone; without a date it must stand
    in the text again. A title may look like a name, but is not said again.
    """
    text = "\n".join((*front.running, *front.contacts))
    for top in top_lines(front):
        if top.date:
            known = any(is_organisation(name) or _acts(name, text) for name in top.names)
            alone = top.only and len(top.names) == 1 and "|" not in top.line
            names = top.names if known or alone else ()
        else:
            names = top.names if any(_acts(name, text) or _signed(name, front) for name in top.names) else ()
        if names:
            return names, f'A line on top names it: "{" ".join(top.line.split())}".'
    return (), ""


def _lines(front: PaperFront) -> tuple[str, ...]:
    unnumbered = [title for number, title in front.headings[:2] if not number]
    short = [text for text in front.running[:1] if len(text) < _LONGEST]
    labels = [" · ".join(front.labels)] if front.labels else []
    return (*front.titles[:_MOST_LINES], *unnumbered, *short, *labels)


def _date(piece: str) -> str:
    if DATE_LINE.fullmatch(piece):
        return _first(piece)
    match = _DAY_OR_MONTH.search(piece)
    if match is None:
        found = _in_another_language(piece)
        return found.value if found else ""
    if _NOT_ITS_OWN.search(piece[: match.start("date")]):
        return ""
    return _first(match["date"])


def _first(words: str) -> str:
    found = date_of(words)
    return found.value if found else ""


def _in_another_language(piece: str) -> ToldDate | None:
    """A day or month in French or Russian at the end of the piece: "Veille Selm, 14 mars 2023"."""
    for language in LANGUAGES:
        for found in dates_in_language(piece, 0, len(piece), language=language, paper=""):
            if "-" in found.value and not piece[found.end :].strip(" ."):
                return found
    return None


def _start(found: re.Match[str] | ToldDate) -> int:
    return found.start() if isinstance(found, re.Match) else found.start


def _named(piece: str) -> tuple[str, ...]:
    """The organisations that make up a piece of a line once its date and kind are gone."""
    match = _DAY_OR_MONTH.search(piece) or _in_another_language(piece)
    rest = (piece[: _start(match)] if match else piece).strip(" ,.()")
    rest = _KIND_WORDS.sub("", rest).strip(" ,")
    if not rest or KIND_LABEL.fullmatch(rest) or DATE_LINE.fullmatch(rest) or rest.isupper():
        return ()
    if isinstance(match, ToldDate) and len(rest.split()) <= _LONGEST_NAME and rest[0].isupper():
        return (rest,)  # names in other languages have small letters inside
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if len(word) > 3]
    if not words or not all(word[0].isupper() for word in words) or re.search(r"[:;?!]|\d", rest):
        return ()
    names = tuple(name for name in names_in(rest) if fits(name) and (len(name.split()) > 1 or is_organisation(name)))
    covered = sum(map(len, names)) + 6 * len(names) + 4
    return names if covered >= len(rest) else ()


def _acts(name: str, text: str) -> bool:
    """Whether the text tells what ``name`` did, or what it was told."""
    known = re.escape(name.removeprefix("The "))
    return re.search(rf"\b{known}{_ACTS}|{_TOLD}{known}\b", text, re.IGNORECASE) is not None


def _signed(name: str, front: PaperFront) -> bool:
    """Whether the paper ends with the name."""
    return any(name in text for text in (*front.running[-3:], *front.contacts)) and is_organisation(name)
