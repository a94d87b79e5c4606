"""What a paper by an NGO is: its kind, publishers, date, and the State and review it is about."""

import re
from dataclasses import replace

from onrecord.extraction.papers.furniture import KIND_LABEL
from onrecord.extraction.papers.layout_roles import is_item
from onrecord.extraction.papers.paper_identity_date import paper_date
from onrecord.extraction.papers.paper_identity_front import PaperFront, paper_front
from onrecord.extraction.papers.paper_identity_kind import paper_kind, plan_line
from onrecord.extraction.papers.paper_identity_publishers import publishers_of
from onrecord.extraction.papers.paper_identity_review import review_of
from onrecord.extraction.papers.word_count import count_words
from onrecord.model import Document, Identity, Kind, ParagraphKind

_LETTER = re.compile(
    r"^\W*(?:your excellenc|excellenc(?:y|ies)\b|dear (?:mr|ms|mrs|madam|sir|minister|ambassador|president|"
    r"colleague|excellency|"
    r"dr|prof)|i have the honour)",
    re.IGNORECASE,
)
# A letter that is meant to be read by everybody is a statement.
_OPEN_LETTER = re.compile(
    r"^\W*(?:(?:joint|public|ngo|civil society|coalition)\s+)*(?:open|joint|public)\s+letter\b"
    r"|\bwe,?\s+the\s+under-?signed\b|\bwe,?\s+\w+\s+(?:[\w-]+\s+)*(?:organi[sz]ations|ngos|groups),?\s+(?:are\s+)?writ",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:{KIND_LABEL.pattern})|for immediate release|urgent action"
    r"|[a-z][\w’'/ -]{2,40},?\s+\d{1,2}\s+[a-z]+\s+(?:19|20)\d\d",  # "Brussels, 11 March 2024"
    re.IGNORECASE,
)
_LETTER_ENDS = re.compile(
    r"please accept,? (?:your )?excellenc\w+|assurances? of (?:my|our) (?:highest|high) \w+|yours (?:sincerely|"
    r"faithfully)",
    re.I,
)
_SENTENCE = re.compile(r"\b[\w’'-]+(?:[ ,]+[\w’'(\"“-]+){6,}[^.!?\n]*[.!?]")
_FEWEST = 3  # sentences
_SHORT_STATEMENT = 0.6  # of a text of one or two full sentences that stands in them
_POSTER = 0.6  # of a text that stands in full sentences: a poster or infographic has less …
_SHORT_LINES = 0.75  # … and more than this part of its paragraphs are short lines
_SHORT_LINE = 60
_HEAD = 4_000  # characters looked at
_OPENING = 30  # paragraphs: above the words with which a letter opens stand addresses


def identify_paper(document: Document, identity: Identity) -> Identity:
    """``identity`` with what a paper of an NGO says of itself; unchanged where ``document`` is no such paper.

    Args:
        document: a paper without a symbol whose first page names no kind of the United Nations' papers.
        identity: what is known of it so far.
    """
    front = paper_front(document)
    why_not = _is_no_paper(front)
    if why_not:
        return replace(identity, reasons=(*_others(identity, {"kind"}), ("kind", why_not)))
    kind, reason = paper_kind(front)
    publishers, why = publishers_of(front, kind)
    if kind is Kind.SUBMISSION and len(publishers) > 1:
        kind, reason = Kind.JOINT_SUBMISSION, f"{reason} Several organisations make it."
    date, when = paper_date(front)
    review = review_of(front)
    reasons = {"kind": reason, "publishers": why, "date": when, **review.reasons}
    if review.state or identity.state:
        reasons.setdefault("state", dict(identity.reasons).get("state", ""))
    return replace(
        identity,
        kind=kind,
        state=review.state or identity.state,
        mechanism=review.mechanism,
        cycle=review.cycle,
        session=review.session,
        date=date,
        dates=tuple(review.dates.items()),
        title=plan_line(front) if kind is Kind.NATIONAL_PLAN else _title(front, publishers),
        publishers=publishers,
        words=count_words(document, _no_text(front)),
        reasons=(*_others(identity, set(reasons)), *reasons.items()),
    )


def _title(front: PaperFront, publishers: tuple[str, ...]) -> str:
    """The first line on top that is neither a kind of paper nor a dateline nor a publisher; a heading if none is."""
    lines = (*front.titles, *(title for number, title in front.headings[:1] if not number))
    return next((line for line in lines if line not in publishers and not _LABEL.fullmatch(line)), front.title)


def _others(identity: Identity, names: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, reason) for name, reason in identity.reasons if name not in names)


def _no_text(front: PaperFront) -> frozenset[int]:
    return frozenset(range(len(front.document.paragraphs))) - front.parts.keys()


def _is_no_paper(front: PaperFront) -> str:
    """Why a document without a known kind is not read as a paper of an NGO; "" if it is."""
    opening = (*front.titles[:4], *front.labels, *front.running[:3])
    letter = any(_LETTER.match(text) for text in (*front.titles[:4], *front.running[:3]))
    if letter and not any(_OPEN_LETTER.search(text) for text in opening):
        return "It is a letter, and letters are not read as papers."
    if plan_line(front):  # may be one table from the first page to the last
        return ""
    text = front.head
    sentences = [match.group() for match in _SENTENCE.finditer(text)]
    share = sum(map(len, sentences)) / max(len(text), 1)
    if len(sentences) < _FEWEST and share < _SHORT_STATEMENT:
        return (
            f"It holds {len(sentences) or 'no'} full sentences on its first pages; an image, a form or a list, "
            "not a paper."
        )
    if _is_poster(front, sum(map(len, sentences))):
        return "It is made of short lines and captions with few full sentences: a poster or infographic, not a paper."
    return ""


def _is_poster(front: PaperFront, in_sentences: int) -> bool:
    """Whether the page is set as a picture with captions. Tables and lists do not count."""
    kinds = (ParagraphKind.BODY, ParagraphKind.HEADING)
    lines = [len(p.text) for p in front.document.paragraphs[:80] if p.kind in kinds and not is_item(p)]
    short = sum(length < _SHORT_LINE for length in lines)
    few = in_sentences < _POSTER * min(sum(lines), _HEAD)
    return few and len(lines) > 10 and short > _SHORT_LINES * len(lines) and bool(front.document.pages)
