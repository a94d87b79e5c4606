"""What of a document can be searched. Knows no database: workers cut the words, so that the writer need not."""

from dataclasses import dataclass

from onrecord.model import Document, Findings, ParagraphKind
from onrecord.store.words import words_of

_LONGEST = 16_000  # words of a passage that PostgreSQL can tell the position of


@dataclass(frozen=True, slots=True)
class PreparedPassage:
    """A passage and its words; ``item`` is the order of the recommendation whose text it is, None for a paragraph."""

    item: int | None
    number: str
    page: int | None
    start: int
    end: int
    text: str
    words: str


def prepare_passages(document: Document, findings: Findings) -> tuple[PreparedPassage, ...]:
    """What can be searched in a document: recommendations, and all paragraphs that are none."""
    found = []
    spans = set()
    for order, item in enumerate(findings.recommendations):
        spans.add((item.item_place.start, item.item_place.end))
        at = item.place
        text = item.text
        found.append(PreparedPassage(order, item.number, at.page, at.start, at.end, text, joined(text)))
    for p in document.paragraphs:
        if (p.start, p.end) not in spans and (p.kind is not ParagraphKind.CELL or len(p.text) > 1):
            found.append(PreparedPassage(None, p.number, p.page, p.start, p.end, p.text, joined(p.text)))
    return tuple(found)


def joined(text: str) -> str:
    """The words of a text as the index takes them."""
    return " ".join(words_of(text)[:_LONGEST])
