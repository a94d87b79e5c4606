"""Where something stands: document, page, paragraph, characters and the rectangles on the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points (1/72 inch), origin at the lower left corner of the page."""

    page: int  # 1-based
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands.

    ``document.text[start:end]`` is, to the letter, what the finding quotes.
    """

    sha256: str  # of the document's bytes
    symbol: str  # UN symbol such as "A/HRC/28/10", "" where the document has none
    page: int | None  # 1-based page of the first character; None for formats without pages
    paragraph: str  # number of the paragraph or item, such as "126.44" or "23 (b)"; "" if unnumbered
    start: int  # character span in Document.text, start inclusive, end exclusive
    end: int
    boxes: tuple[Box, ...] = ()  # one per line; () for formats without pages
