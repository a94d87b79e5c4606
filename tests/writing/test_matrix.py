"""Our column of OHCHR's list is filled; everything else in the file is what it was."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from lxml import etree

from onrecord.errors import DamagedFile, RunError
from onrecord.writing.matrix import fill_list
from onrecord.writing.matrix_html import MatrixRow, write_html
from onrecord.writing.matrix_list import DOCUMENT, read_list

DATA = Path(__file__).parents[3] / "shared" / "data" / "slovenia"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
ROWS = (
    ("Theme: A1 Harbours",),
    (
        "75.1 Ratify the Convention on Harbours (France, Brazil);\nSource of position: A/HRC/90/7/Add.1",
        "Supported",
        "A1",
        "",
    ),
    ("75.2 Let the press of Lower Selm work & write (Germany);", "Noted", "A1\n- press", "Seen in 2031."),
    ("Theme: B2 Judges",),
    ("76.1 Train judges (Kazakhstan, Japan);", "Supported", "B2", ""),
    ("75.1 Ratify the Convention on Harbours (France, Brazil);", "Supported", "B2", ""),
)
OURS = {
    "75.1": ("Selm Watch (NGO), 2031: <partially> & late.", "Ilva: not."),
    "75.2": ("Odd: fully.",),
    "99.9": ("Lost.",),
}


def made(heads: Sequence[str] = HEADS, rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """A list in the form in which OHCHR publishes them."""
    file = docx.Document()
    file.add_paragraph("Thematic list of recommendations: Arvenia")
    table = file.add_table(rows=1, cols=len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).paragraphs[0].add_run(row[0]).italic = True
            continue
        for cell, text in zip(cells, row, strict=True):
            for number, line in enumerate(text.split("\n")):
                paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
                if line:
                    run = paragraph.add_run(line)
                    run.font.size = Pt(10)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {part.filename: file.read(part) for part in file.infolist()}


def without_column(content: bytes, column: int) -> bytes:
    """The document as canonical XML, what stands in one column taken out."""
    root = etree.fromstring(parts(content)[DOCUMENT])
    for row in root.iter(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if len(cells) > column and cells[0].find(f"{W}tcPr/{W}gridSpan") is None:
            for paragraph in cells[column].findall(f"{W}p"):
                cells[column].remove(paragraph)
    return etree.tostring(root, method="c14n")


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(content)).tables[0].rows]


def same_but_for(column: int, before: bytes, after: bytes) -> None:
    """Nothing else has changed: parts, their order, every byte of them, and every other cell with its styles."""
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] in ([], [DOCUMENT])
    assert without_column(before, column) == without_column(after, column)


def test_our_column_is_filled_and_nothing_else_changes() -> None:
    content = made()
    done = fill_list(content, OURS)
    same_but_for(3, content, done.content)
    assert (done.column, done.rows, done.filled, done.not_there, done.added) == (HEADS[3], 4, 3, ("99.9",), False)
    before, after = texts(content), texts(done.content)
    assert [row[:3] for row in before] == [row[:3] for row in after]
    assert [row[3] for row in after][2:] == [
        "Selm Watch (NGO), 2031: <partially> & late.\nIlva: not.",
        "Seen in 2031.\nOdd: fully.",  # what stood there stays before ours
        "Theme: B2 Judges",
        "",
        "Selm Watch (NGO), 2031: <partially> & late.\nIlva: not.",
    ]


def test_what_is_written_has_the_letters_of_the_row() -> None:
    cell = docx.Document(io.BytesIO(fill_list(made(), OURS).content)).tables[0].rows[2].cells[3]
    assert cell.paragraphs[0].runs[0].font.size == Pt(10)


def test_nothing_to_write_leaves_every_byte() -> None:
    content = made()
    assert parts(fill_list(content, {}).content) == parts(content)


@pytest.mark.parametrize(
    ("heads", "column"),
    [
        (("No.", "Recommendation", "Recommending State", "Position", "Comments"), 4),
        (("Level of implementation", "Recommendation", "Position"), 0),
        (("Recommendation", "Status of implementation", "Assessment"), 2),
    ],
)
def test_the_column_is_known_by_its_head(heads: tuple[str, ...], column: int) -> None:
    row = ["75.1" if head == "No." else "" for head in heads]
    at = heads.index("Recommendation")
    row[at] = "Ratify it (France);" if "No." in heads else "75.1 Ratify it (France);"
    content = made(heads, (row,))
    done = fill_list(content, OURS)
    same_but_for(column, content, done.content)
    assert (done.column, done.filled) == (heads[column], 1)
    assert texts(done.content)[1][column].startswith("Selm Watch")


def test_without_a_column_it_says_so_and_adds_one_only_when_asked() -> None:
    content = made(HEADS[:3], tuple(row[:3] for row in ROWS))
    with pytest.raises(RunError, match="no column for assessments") as refused:
        fill_list(content, OURS)
    assert "--add-column" in refused.value.advice
    done = fill_list(content, OURS, add_column=True)
    assert done.added
    assert [row[:3] for row in texts(done.content)] == texts(content)
    assert texts(done.content)[0][3] == "Assessment"
    assert texts(done.content)[2][3].startswith("Selm Watch")
    assert read_list(done.content).ours == 3


def damaged() -> dict[str, bytes]:
    content = made()
    whole = parts(content)

    def packed(document: bytes | None) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as file:
            for name, part in whole.items():
                if name != DOCUMENT or document is not None:
                    file.writestr(name, document if name == DOCUMENT and document is not None else part)
        return target.getvalue()

    xml = whole[DOCUMENT]
    middle = bytearray(content)
    at = content.index(b"PK\x01\x02") // 2
    middle[at : at + 40] = b"\x00" * 40
    return {
        "cut short": content[: len(content) // 2],
        "bytes overwritten": bytes(middle),
        "no document": packed(None),
        "torn XML": packed(xml[: len(xml) // 2]),
        "a type of its own": packed(xml.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)),
        "no ZIP": b"A list of recommendations",
        "nothing": b"",
    }


@pytest.mark.parametrize("how", damaged())
def test_a_damaged_list_is_an_error(how: str) -> None:
    with pytest.raises(DamagedFile) as refused:
        fill_list(damaged()[how], OURS)
    assert refused.value.advice


def test_a_word_file_without_such_a_table_is_an_error() -> None:
    with pytest.raises(RunError, match="names recommendations"):
        fill_list(made(("Name", "Place"), (("Ada", "Selm"),)), OURS)


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    done = fill_list(made(), {"75.1": ("Bell\x07, end\ufffe, tab\t.",)})
    assert texts(done.content)[2][3] == "Bell, end, tab\t."


def test_as_one_page_nothing_is_run_or_fetched() -> None:
    target = io.BytesIO()
    rows = [MatrixRow(("Theme: <b>",)), MatrixRow(("75.1 <script>alert(1)</script>", "ours"), "75.1")]
    assert write_html(rows, target, heads=("Recommendation", "Assessments"), title="A & B") == 1
    page = target.getvalue().decode()
    assert "<script" not in page
    assert "http" not in page
    assert "&lt;script&gt;" in page
    assert '<th scope="rowgroup" colspan="2">Theme: &lt;b&gt;</th>' in page


@pytest.mark.data
@pytest.mark.parametrize("cycle", [2, 3])
def test_real_lists_keep_everything_else(cycle: int) -> None:
    path = DATA / f"thematic-list-cycle{cycle}.docx"
    if not path.exists():
        pytest.skip("needs ../shared/data")
    content = path.read_bytes()
    numbers = [row.number for row in read_list(content).rows if row.number]
    done = fill_list(content, {number: (f"Ours on {number}.",) for number in numbers})
    same_but_for(3, content, done.content)
    assert done.rows == done.filled == len(numbers) == {2: 163, 3: 215}[cycle]
    written = {row[0].split()[0].rstrip("."): row[3] for row in texts(done.content) if row[0][:1].isdigit()}
    assert {number: text.strip() for number, text in written.items()} == {n: f"Ours on {n}." for n in numbers}
