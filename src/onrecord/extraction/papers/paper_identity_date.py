"""The date of a paper, as precise as it is stated."""

import re

from onrecord.extraction.papers.dates_told import ToldDate, date_of, dates_in
from onrecord.extraction.papers.furniture import DATE_LINE
from onrecord.extraction.papers.paper_identity_front import PaperFront
from onrecord.extraction.papers.paper_identity_top import top_lines

_DATELINE_END = re.compile(r"\s*\)?\s*[-–—:/]|\s*\)|\.(?=\s)")
_LONGEST_DATELINE = 70
_PLACE = re.compile(r"[\s(\[*]*(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:[\s,/]+|$)){0,6}[(\s]*$")
_SUBMITTED = re.compile(
    r"\b(?:submitted|published|released|issued|dated|date|updated|adopted)\b[^.\n]{0,30}$", re.IGNORECASE
)
_SHORT_LINE = 60


def paper_date(front: PaperFront) -> tuple[str, str]:
    """The date (EDTF) and the sentence that says why; "" and why not, where the paper states none.

    Days and months in figures are told apart only where one of them is above twelve; else the year alone is given.
    """
    for label in front.labels:
        if found := _whole_line(label):
            return found.value, f'The line on top of the page says "{label.strip()}".'
    for line in front.titles:
        if found := _of_title_line(line):
            return found.value, f'The title page says "{line[found.start : found.end]}".'
    for top in top_lines(front):
        if top.date:
            return top.date, f'A line on top says "{" ".join(top.line.split())}".'
    return _date_below(front)


def _date_below(front: PaperFront) -> tuple[str, str]:
    for text in front.running[:3]:
        if found := _dateline(text):
            return found.value, f'The dateline says "{text[: found.end].strip(" (*")}".'
    for text in (*front.running[-4:], *front.contacts[-4:]):
        place = found = date_of(text) if len(text) <= _SHORT_LINE else None
        if found and place and _PLACE.fullmatch(text[: found.start]) and not text[found.end :].strip(" .)"):
            return found.value, f'It is dated at its end: "{text.strip()}".'
    metadata = front.document.metadata
    if metadata.format == "html" and metadata.created:
        return metadata.created, "The page states this day as that of publication."
    return "", "Not stated."


def _whole_line(label: str) -> ToldDate | None:
    return date_of(label) if DATE_LINE.fullmatch(label.strip()) else None


def _of_title_line(line: str) -> ToldDate | None:
    """A date that is the whole line but for a place or "Submitted on"; years inside titles are no dates."""
    for found in dates_in(line):
        if "/" in found.value:
            continue  # "The World's Rights 2022/23": what it reports on
        rest = line[: found.start]
        alone = _PLACE.fullmatch(rest) and not line[found.end :].strip(" .)") and len(line) <= _SHORT_LINE
        if (alone and len(found.value) >= len("2014-01")) or _SUBMITTED.search(rest):
            return found
    return None


def _dateline(text: str) -> ToldDate | None:
    """ "Geneva 23 June 2016 - …", "(Selm, May 5, 2016) – …"."""
    found = date_of(text, 0, _LONGEST_DATELINE)
    if found is None or "/" in found.value or not _PLACE.fullmatch(text[: found.start]):
        return None
    return found if _DATELINE_END.match(text, found.end) else None
