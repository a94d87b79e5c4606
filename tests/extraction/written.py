"""Makes small documents for tests: one line a paragraph, the way the readers would give them."""

from onrecord.model import Document, Findings, Identity, Kind, Metadata, ParagraphKind
from onrecord.reading.compose import Composer
from onrecord.reading.numbering import leading_number


def written(*lines: str) -> Document:
    """A document of these lines: ``# …`` a heading, ``^1 …`` a note, ``| a | b`` a table row; numbers are read off."""
    found = "\n".join(lines)
    composer = Composer(found)
    at = row = 0
    notes = []
    paragraph = ""
    for line in lines:
        start, end = at, at + len(line)
        at = end + 1
        if line.startswith("# "):
            composer.paragraph([(start + 2, end)], kind=ParagraphKind.HEADING, page=1)
        elif line.startswith("^"):
            notes.append((line[1:2], start + 2, end))
        elif line.startswith("|"):
            _row(composer, line, start, row)
            row += 1
        else:
            numbered = leading_number(line, paragraph)
            if numbered and numbered.length == len(line):
                numbered = None
            if numbered and numbered.arabic:
                paragraph = numbered.number.partition(".")[0]
            composer.paragraph(
                [(start + (numbered.length if numbered else 0), end)],
                number=numbered.number if numbered else "",
                level=numbered.level if numbered else 0,
                page=1,
            )
    for mark, start, end in notes:
        composer.note(mark, [(start, end)], page=1, mark_found=None)
    return composer.finish(sha256="0" * 64, metadata=Metadata("text"), language="en", pages=[], lines=[])


def _row(composer: Composer, line: str, start: int, row: int) -> None:
    """Cells are parted by ``|``, paragraphs inside a cell by ``/``."""
    at = start + 1
    for column, cell in enumerate(line[1:].split("|")):
        for part in cell.split(" / "):
            composer.paragraph([(at, at + len(part))], cell=(row, column), kind=ParagraphKind.CELL)
            at += len(part) + 3
        at -= 2


ADDENDUM = Identity(kind=Kind.ADDENDUM, symbol="A/HRC/52/97/Add.1", state="XAV", date="2023-02-27")
REPORT = Identity(kind=Kind.WORKING_GROUP_REPORT, symbol="A/HRC/52/97", state="XAV", date="2023-01-06")
COUNCIL = Identity(kind=Kind.COUNCIL_REPORT, symbol="A/HRC/52/2", date="2023-06-01")


def found_again(document: Document, findings: Findings) -> None:
    """Everything that is quoted stands, to the letter, at its place."""
    text = document.text
    for said in findings.positions:
        assert text[said.place.start : said.place.end] == said.words
        if said.comment_place is not None:
            assert text[said.comment_place.start : said.comment_place.end] == said.comment
    for tally in findings.tallies:
        assert text[tally.place.start : tally.place.end] == tally.words
    for one in (*findings.dialogue, *findings.questions):
        assert text[one.place.start : one.place.end] == one.text
    for answer in findings.answers:
        assert text[answer.place.start : answer.place.end] == answer.words
        assert text[answer.text_place.start : answer.text_place.end] == answer.text
    for item in findings.recommendations:
        assert text[item.place.start : item.place.end] == item.text
        assert text[item.item_place.start : item.item_place.end] == item.item
