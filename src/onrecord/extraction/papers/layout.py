"""How a paper is built: units, sections, web furniture, repeated summaries, notes."""

from bisect import bisect_right

from onrecord.extraction.papers.furniture import Found, find_furniture
from onrecord.extraction.papers.furniture_left_out import left_out
from onrecord.extraction.papers.layout_repeats import find_repeats
from onrecord.extraction.papers.layout_roles import Part, paragraphs_of
from onrecord.extraction.papers.layout_sections import note_blocks, sections_of
from onrecord.extraction.papers.layout_sentences import sentences
from onrecord.extraction.papers.notes import sources_of
from onrecord.extraction.papers.units import Layout, Role, Unit
from onrecord.model import Aside, AsideKind, Document, Identity, Section

_CUT = (Role.SENTENCE, Role.BULLET, Role.CONTACT)
_Piece = tuple[int, int, int, Role]  # paragraph, start, end, role


def layout_of(document: Document, identity: Identity) -> Layout:
    """The layout of a paper. What stands in no unit, such as the notes, is no text of the paper.

    Each sentence, list item, heading and line is one unit, once. Furniture and what is said twice are asides.
    """
    furniture = find_furniture(document)
    kept, parts = paragraphs_of(document)
    pieces = [piece for index in kept for piece in _pieces(document, index, parts[index])]
    pieces, repeated = _without_repeats(document, pieces)
    sections = sections_of(document, kept, parts)
    sections = tuple(sorted((*sections, *(note_blocks(document) if sections else ())), key=lambda s: s.place.start))
    lines = [(i, document.paragraphs[i].start, document.paragraphs[i].end, Role.FURNITURE) for i in furniture.lines]
    units = _units(document, sorted([*pieces, *lines], key=lambda piece: piece[1]), sections)
    asides = (*_furniture_asides(document, furniture), *left_out(document), *repeated)
    return Layout(units, sections, tuple(sorted(asides, key=lambda a: a.place.start)), sources_of(document))


def _pieces(document: Document, index: int, part: Part) -> list[_Piece]:
    paragraph = document.paragraphs[index]
    if part.role not in _CUT:
        return [(index, paragraph.start, paragraph.end, part.role)]
    spans = sentences(document.text, paragraph.start, paragraph.end)
    return [(index, start, end, part.role) for start, end in spans]


def _without_repeats(document: Document, pieces: list[_Piece]) -> tuple[list[_Piece], list[Aside]]:
    """The pieces with the role of those changed that are said again, and an aside for each run of them."""
    running = [at for at, piece in enumerate(pieces) if piece[3] in (Role.SENTENCE, Role.BULLET)]
    repeats = find_repeats(document, [(pieces[at][0], pieces[at][1:3]) for at in running])
    changed = list(pieces)
    runs: list[tuple[int, int, int, int]] = []  # start, end, and the same of where it is said again
    for position, again in sorted(repeats.items()):
        paragraph, start, end, _ = pieces[running[position]]
        changed[running[position]] = (paragraph, start, end, Role.REPEATED)
        if runs and pieces[running[position - 1]][0] == paragraph and runs[-1][1] == pieces[running[position - 1]][2]:
            runs[-1] = (runs[-1][0], end, runs[-1][2], pieces[running[again]][2])
        else:
            runs.append((start, end, *pieces[running[again]][1:3]))
    asides = [
        Aside(
            AsideKind.REPEATED,
            document.place(start, end),
            f'It is said again: "{_opening(document, again)}".',
            document.place(again, again_end),
        )
        for start, end, again, again_end in runs
    ]
    return changed, asides


def _opening(document: Document, start: int) -> str:
    return " ".join(document.text[start : start + 80].split()[:8]) + " …"


def _furniture_asides(document: Document, furniture: Found) -> list[Aside]:
    asides = []
    for index, reason in furniture.lines.items():
        paragraph = document.paragraphs[index]
        asides.append(Aside(AsideKind.FURNITURE, document.place(paragraph.start, paragraph.end), reason))
    for start, end, reason in furniture.stretches:
        asides.append(Aside(AsideKind.FURNITURE, document.place(start, end), reason))
    return asides


def _units(document: Document, pieces: list[_Piece], sections: tuple[Section, ...]) -> tuple[Unit, ...]:
    marks = _marks_by_piece(document, pieces)
    starts = [section.place.start for section in sections]
    units = []
    for at, (paragraph, start, end, role) in enumerate(pieces):
        section = bisect_right(starts, start) - 1
        units.append(Unit(start, end, role, paragraph, section, tuple(marks.get(at, ()))))
    return tuple(units)


def _marks_by_piece(document: Document, pieces: list[_Piece]) -> dict[int, list[tuple[int, str]]]:
    """The marks of notes inside each piece or right behind it."""
    starts = [piece[1] for piece in pieces]
    marks: dict[int, list[tuple[int, str]]] = {}
    for note in document.notes:
        if note.mark_at is not None:
            # A mark stands behind its words: one at the very beginning of a sentence belongs to the sentence before.
            at = max(bisect_right(starts, note.mark_at - 1) - 1, 0)
            marks.setdefault(at, []).append((note.mark_at, note.mark))
    return {at: sorted(own) for at, own in marks.items()}
