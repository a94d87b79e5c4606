"""The first page of a document: its own symbol, its date, its lines and its title."""

import re
from dataclasses import dataclass

from onrecord.model import Document, ParagraphKind
from onrecord.vocabulary import symbols
from onrecord.vocabulary.dates import to_edtf

PAGE = 4_000  # characters of the first page that are looked at; title pages hold about 700
LONGEST_TITLE = 300
BLOCKS = 30  # paragraphs in which a title may stand
OPENING = 16_000  # characters of running text: contents, introduction, list of documents

_MASTHEAD_BEFORE = re.compile(r"(?:United\s+Nations|Nations\s+A|Distr\.?:?|General)\s*$", re.IGNORECASE)
_MASTHEAD_AFTER = re.compile(r"\s*\*{0,3}\s*(?:General\s+Assembly|Distr|Economic\s+and\s+Social)", re.IGNORECASE)
_NOT_OWN = re.compile(r"(?:issued\s+(?:under|as)|symbol|resolution|decision|see|also|contained\s+in|[(\[,])\s*$", re.I)
_DISTRIBUTION = re.compile(r"\bDistr\b\.?:?\s*\w+", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡]+|(?<=[^\W\d])\d$")


@dataclass(frozen=True, slots=True)
class Front:
    """What stands at the beginning of a document."""

    page: str  # the first page as found, line breaks kept
    lines: tuple[str, ...]  # its lines without note marks and outer blanks
    blocks: str  # its paragraphs as read, one a line, so that "^" is the beginning of a paragraph
    opening: str  # the first stretch of the text as read
    running_head: str  # the first line of the second page


def front_of(document: Document) -> Front:
    """Cut out what :mod:`onrecord.extraction.identity` looks at."""
    end = min(document.pages[0].end if document.pages else PAGE, PAGE)
    page = document.found[:end]
    lines = tuple(line for raw in page.splitlines() if (line := _MARKS.sub("", raw.strip()).strip()))
    head = ""
    if len(document.pages) > 1:
        second = document.pages[1].start
        head = next((s for line in document.found[second : second + 200].splitlines() if (s := line.strip())), "")
    blocks = "\n".join(p.text for p in document.paragraphs[:BLOCKS] if p.page in (1, None))[:PAGE]
    return Front(page, lines, blocks, document.text[:OPENING], head)


def own_symbol(front: Front) -> tuple[symbols.Symbol | None, str]:
    """The document's own symbol and the sentence that says why it is its own.

    It stands in the masthead beside "United Nations" or "Distr."; failing that, at the head of the second page;
    failing that, alone on one of the first lines. Symbols that are only named ("previously issued under …") are not.
    """
    for start, end, symbol in symbols.find_all(front.page):
        before = front.page[max(start - 40, 0) : start]
        if _MASTHEAD_BEFORE.search(before) or _MASTHEAD_AFTER.match(front.page, end):
            return symbol, f"The masthead carries the symbol {symbol.text}."
    head = symbols.parse(front.running_head.split(" ")[0]) if front.running_head else None
    if head is not None:
        return head, f"The second page is headed {head.text}."
    for line in front.lines[:30]:
        alone = symbols.parse(line)
        if alone is not None:
            return alone, f"The symbol {alone.text} stands alone on a line of the first page."
    return None, ""


def named_symbols(text: str, own: symbols.Symbol | None) -> list[symbols.Symbol]:
    """Other symbols named in ``text``, each once, in order."""
    seen = {own.text} if own else set()
    named = []
    for _, _, symbol in symbols.find_all(text):
        if symbol.text not in seen:
            seen.add(symbol.text)
            named.append(symbol)
    return named


def own_date(front: Front) -> str:
    """The date in the masthead, which follows "Distr."; "" if there is none."""
    distribution = _DISTRIBUTION.search(front.page)
    if distribution is None:
        return ""
    return to_edtf(front.page[distribution.end() : distribution.end() + 120])


def heading(document: Document, pattern: re.Pattern[str] | None) -> str:
    """The heading on the first pages that ``pattern`` finds; with None the first heading of three words or more."""
    for paragraph in document.paragraphs[:30]:
        text = paragraph.text
        if len(text) > LONGEST_TITLE:
            continue
        if pattern is None:
            words = re.findall(r"[^\W\d_]{2,}", text)
            suits = paragraph.kind is ParagraphKind.HEADING and len(words) >= 3
        else:
            suits = pattern.search(text) is not None
        if suits:
            return text.rstrip(" *")
    return ""
