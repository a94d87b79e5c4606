"""What an assessment rests on: a claim, a recommendation or a passage of the archive, or a source outside it."""

import re

from onrecord.errors import NotFound
from onrecord.model import Evidence, EvidenceKind, Place
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.papers_said import paper_ref

_OUTSIDE = "source:"
_CLAIM = "claim-"
_SPAN = re.compile(r"(?P<paper>\S.*):(?P<start>\d+)-(?P<end>\d+)")
_PARAGRAPH = re.compile(r"(?P<paper>\S.*?),\s*para(?:graph|\.)?\s*(?P<number>\d[\w.() -]*?)(?:,\s*p\.\s*\d+)?")
_ADDRESS = re.compile(r"https?://\S+")
_LONGEST = 2_000


def evidence_from(archive: Archive, given: str) -> Evidence:
    """The evidence that somebody named in one line.

    Args:
        archive: open.
        given: the id of a claim ("claim-…"); a recommendation ("A/HRC/28/10#126.44"); a passage, by its paper and
            paragraph ("A/HRC/28/2, para. 602") or by its paper and letters ("A/HRC/28/2:1200-1480"), the paper by
            symbol, file name or sha256; anything else, or what begins with "source:", is a source outside the archive.

    Raises:
        NotFound: it names a claim, recommendation or passage that the archive does not hold.
        NotAllowed: nothing is said, or far too much.
    """
    text = " ".join(given.split())
    if not text or len(text) > _LONGEST:
        raise NotAllowed(
            "This is no evidence: it says nothing, or far too much.", advice="Name a passage, a claim or a source."
        )
    if text.startswith(_OUTSIDE):
        return outside(text.removeprefix(_OUTSIDE).strip())
    if text.startswith(_CLAIM):
        return _claim(archive, text)
    if "#" in text and not _ADDRESS.search(text):
        return _recommendation(archive, text)
    if match := _SPAN.fullmatch(text):
        paper = _paper(archive, match["paper"])
        if paper is not None:
            return _passage(paper, int(match["start"]), int(match["end"]))
    if match := _PARAGRAPH.fullmatch(text):
        paper = _paper(archive, match["paper"])
        if paper is not None:
            return _numbered(archive, paper, match["number"].strip())
    return outside(text)


def outside(text: str) -> Evidence:
    """A source that the archive does not hold, as it is cited; its address is taken out where one is given.

    Raises:
        NotAllowed: nothing is said.
    """
    if not text:
        raise NotAllowed("This source has no name.", advice="Say how it is cited, with its address if it has one.")
    address = _ADDRESS.search(text)
    return Evidence(EvidenceKind.OUTSIDE, address.group().rstrip(".,;)") if address else "", text)


def _claim(archive: Archive, key: str) -> Evidence:
    row = tables.Claim.objects.using(archive.alias).filter(key=key).select_related("document").first()
    if row is None:
        raise NotFound(
            f"The archive holds no claim {key[:60]}.", advice="List them with: onrecord claims ARCHIVE --json"
        )
    place = unpack_place(row.place, row.document.sha256, row.document.symbol)
    return Evidence(EvidenceKind.CLAIM, key, row.text, place, paper_ref(row.document).label)


def _recommendation(archive: Archive, key: str) -> Evidence:
    rows = tables.Recommendation.objects.using(archive.alias).filter(key=key, document__leads=True)
    row = rows.select_related("document").first()
    if row is None:
        raise NotFound(f"The archive holds no recommendation {key[:60]}.", advice="Check report and number.")
    place = unpack_place(row.place, row.document.sha256, row.document.symbol)
    return Evidence(EvidenceKind.RECOMMENDATION, key, row.text, place, paper_ref(row.document).label)


def _paper(archive: Archive, name: str) -> tables.Document | None:
    rows = tables.Document.objects.using(archive.alias)
    found = None
    for asked in ({"symbol": name, "leads": True}, {"sha256": name}, {"name": name}):
        found = found or rows.filter(**asked).order_by("pk").first()
    return found


def _numbered(archive: Archive, paper: tables.Document, number: str) -> Evidence:
    rows = tables.Passage.objects.using(archive.alias).filter(document=paper, number=number.rstrip("."))
    row = rows.order_by("start").first()
    if row is None:
        raise NotFound(
            f"{paper_ref(paper).label} has no paragraph {number}.",
            advice="Check its number, or name the letters: PAPER:START-END",
        )
    return _passage(paper, row.start, row.end)


def _passage(paper: tables.Document, start: int, end: int) -> Evidence:
    read = documents.load(paper)
    words = read.text[start:end]
    if not words.strip():
        raise NotFound(
            f"{paper_ref(paper).label} has no letters {start} to {end}.", advice="Search for the passage again."
        )
    about = next((part for part in read.paragraphs if part.start <= start < part.end), None)
    boxes = read.boxes(start, end)
    page = boxes[0].page if boxes else None
    place = Place(read.sha256, paper.symbol, page, about.number if about else "", start, end, boxes)
    return Evidence(EvidenceKind.PASSAGE, paper.sha256, words, place, paper_ref(paper).label)
