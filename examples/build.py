"""Builds the example papers from their readable sources: ``python examples/build.py [FOLDER]``.

``<name>/sources/*.typ`` becomes ``<name>/papers/*.pdf``, saved web pages stay as they are; the two text sources of
Arvenia become DOCX. The same sources give the same bytes on every run: dates are those of the papers, never of the
clock, and only fonts that come with the typesetter are used. Needs the packages ``typst`` and ``python-docx``, which
`make setup` installs.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import docx
import typst
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
NOTICE = "Written for the Onrecord example. Arvenia does not exist; this is no document of the United Nations."
COLUMNS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_ITEM = re.compile(r'^#item\("([\d.]+)"\)\[(.*)\]$', re.MULTILINE)
_FOOTNOTE = re.compile(r"#footnote\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of ``thematic-list.txt``; a line that begins a theme has only ``theme``."""

    theme: str = ""
    number: str = ""
    position: str = ""
    source: str = ""
    themes: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


def build(target: Path) -> list[Path]:
    """Build every paper of every example into ``target/<example>/papers``; gives the files written."""
    written = []
    for folder in sorted(path for path in HERE.glob("*/sources")):
        papers = target / folder.parent.name / "papers"
        papers.mkdir(parents=True, exist_ok=True)
        for source in sorted(folder.iterdir()):
            paper = _build_one(source)
            if paper:
                name, content = paper
                (papers / name).write_bytes(content)
                written.append(papers / name)
    return written


def _build_one(source: Path) -> tuple[str, bytes] | None:
    if source.suffix == ".typ":
        content = typst.compile(source, root=HERE, ignore_system_fonts=True, format="pdf", pdf_tags=False)
        return f"{source.stem}.pdf", content
    if source.suffix == ".html":
        return source.name, source.read_bytes()  # a web page as it was saved
    if source.name == "thematic-list.txt":
        return "thematic-list.docx", _docx_bytes(_thematic_list(source))
    if source.name == "advance-questions.txt":
        return "advance-questions.docx", _docx_bytes(_advance_questions(source))
    return None


def items(report: Path) -> dict[str, str]:
    """Number -> words of every recommendation in a report's source, brackets and closing mark included."""
    return {number: _FOOTNOTE.sub("", body) for number, body in _ITEM.findall(report.read_text(encoding="utf-8"))}


def list_rows(source: Path) -> Iterator[ListRow]:
    """The lines of ``thematic-list.txt``."""
    for line in source.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if line.startswith("#") or not line.strip():
            continue
        if len(cells) == 1:
            yield ListRow(theme=cells[0])
            continue
        number, position, place, themes, goals, persons = cells
        yield ListRow("", number, position, place, _parts(themes), _parts(goals), _parts(persons))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _thematic_list(source: Path) -> Document:
    words = items(source.with_name("A-HRC-52-97.typ"))
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[
        0
    ].text = "UPR of Arvenia (4th Cycle - 41st Session)\t\tThematic list of recommendations\t\tPage "
    _page_number(section.header.paragraphs[0])
    section.footer.paragraphs[0].text = NOTICE
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = title
    for row in list_rows(source):
        cells = table.add_row().cells
        if row.theme:
            cells[0].merge(cells[-1]).text = f"Theme: {row.theme}"
        else:
            cells[0].text = f"{row.number} {words[row.number]}\nSource of Position: {row.source}"
            cells[1].text, cells[2].text = row.position, _themes(row)
    return document


def _themes(row: ListRow) -> str:
    lines = [f"- {theme}" for theme in row.themes]
    for title, entries in (("SDGs:", row.goals), ("Affected persons:", row.persons)):
        if entries:
            lines += [title, *(f"- {entry}" for entry in entries)]
    return "\n".join(lines)


def _page_number(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _advance_questions(source: Path) -> Document:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = NOTICE
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line:
            document.add_paragraph().add_run(line).bold = True
    return document


def _docx_bytes(document: Document) -> bytes:
    """The file, with one fixed date on it and on every part inside it."""
    properties = document.core_properties
    properties.author, properties.comments = "Onrecord example", NOTICE
    properties.created = properties.modified = datetime(2023, 6, 1)
    document.styles["Normal"].font.size = Pt(10)
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, ZIP_DATE), before.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def main() -> None:
    """Build into the folder named on the command line, by default beside the sources."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for path in build(target):
        print(f"{path.stat().st_size:>8} {path}")


if __name__ == "__main__":
    main()
