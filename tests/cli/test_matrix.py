"""The matrix on the command line: into a list, as a workbook, as a page."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from onrecord import tasks

from .conftest import PAPERS, Call

ITEM = "A/HRC/52/97#52.3"
LIST = PAPERS / "thematic-list.docx"


@pytest.fixture
def assessed(call: Call, archive: Path) -> Path:
    for level, by in (("not", "ourselves"), ("partially", "NGO: Selm Watch")):
        call(
            "assess",
            archive,
            ITEM,
            "--level",
            level,
            "--by",
            by,
            "--who",
            "Ilva",
            "--date",
            "2025",
            "--evidence",
            "Our visit",
        )
    return archive


def test_into_the_list(call: Call, assessed: Path, tmp_path: Path) -> None:
    out = tmp_path / "filled.docx"
    said = call("matrix", assessed, LIST, out, "--add-column", "--json")
    (line,) = said.lines
    assert (line["report"], line["filled"] > 0, line["not_there"]) == ("A/HRC/52/97", True, [])
    words = "\n".join(cell.text for row in docx.Document(str(out)).tables[0].rows for cell in row.cells)
    assert "Selm Watch (NGO), 2025: partially implemented. [Our visit]" in words
    assert "Ilva (ourselves), 2025: not implemented. [Our visit]" in words
    assert call("matrix", assessed, LIST, out, "--add-column").code == 3  # it is there already


def test_only_our_own(call: Call, assessed: Path, tmp_path: Path) -> None:
    out = tmp_path / "ours.html"
    call("matrix", assessed, out, "--report", "A/HRC/52/97", "--only", "ourselves")
    page = out.read_text(encoding="utf-8")
    assert "Ilva (ourselves)" in page
    assert "Selm Watch" not in page


def test_as_a_workbook_with_the_rows_of_the_list(call: Call, assessed: Path, tmp_path: Path) -> None:
    out = tmp_path / "matrix.xlsx"
    assert call("matrix", assessed, LIST, out).code == 0
    sheet = openpyxl.load_workbook(io.BytesIO(out.read_bytes())).active
    cells = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "Selm Watch (NGO), 2025: partially implemented." in cells


@pytest.mark.parametrize("content", [b"", b"no list", LIST.read_bytes()[:3000]])
def test_a_damaged_list_is_an_error_and_no_file(call: Call, assessed: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.docx").write_bytes(content)
    said = call("matrix", assessed, tmp_path / "bad.docx", tmp_path / "out.docx")
    assert said.code != 0
    assert "  Try: " in said.err
    assert not (tmp_path / "out.docx").exists()


def test_what_cannot_be_done_is_told(call: Call, assessed: Path, tmp_path: Path) -> None:
    assert "Of which report" in call("matrix", assessed, tmp_path / "out.html").err
    assert "Into which list" in call("matrix", assessed, tmp_path / "out.docx", "--report", "A/HRC/52/97").err
    assert "ends with none of" in call("matrix", assessed, LIST, tmp_path / "out.odt").err
    assert "no report A/HRC/1/1" in call("matrix", assessed, LIST, tmp_path / "out.html", "--report", "A/HRC/1/1").err
    assert "There is no file" in call("matrix", assessed, tmp_path / "none.docx", tmp_path / "out.html").err
    assert list(tmp_path.glob("out.*")) == []


def test_withheld_names_stay_out(call: Call, assessed: Path, tmp_path: Path) -> None:
    with tasks.open_archive(assessed, passphrase="") as archive:
        rights = tasks.set_case_lock(archive, "four brown otters", who="Ilva")
        tasks.open_case(archive, "Tomas Veld", rights=rights)
        said = tasks.NewAssessment(
            "not", "NGO", "Selm Watch", "Tomas Veld is held.", ("Letter of Tomas Veld",), date="2026"
        )
        tasks.assess(archive, ITEM, said, who="Ilva")
        with tasks.seen_by(rights=rights):
            for name in ("out.html", "out.xlsx"):
                tasks.write_matrix(archive, tmp_path / name, tasks.MatrixWish(report="A/HRC/52/97"))
            tasks.write_matrix(archive, tmp_path / "out.docx", tasks.MatrixWish(add_column=True), source=LIST)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    words = (
        (tmp_path / "out.html").read_text(encoding="utf-8"),
        "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row),
        "\n".join(c.text for row in docx.Document(str(tmp_path / "out.docx")).tables[0].rows for c in row.cells),
    )
    for text in words:
        assert "Veld" not in text
        assert "[name withheld] is held." in text
