import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest

from onrecord.errors import RunError
from onrecord.model import Ask
from onrecord.writing import FORMATS, pair_rows, write_csv, write_xlsx, xlsx
from onrecord.writing.columns import Cell
from onrecord.writing.csv import safe

from .invented import Row, place

TWO_ASKS = replace(
    Row(),
    text="Consider planting (Switzerland), plant (Norway) a tree",
    asks=(
        Ask(("CHE",), "Consider planting a tree", (place(),)),
        Ask(("NOR",), "plant a tree", (place(),)),
    ),
)


def written(name: str, *rows: Row, pairs: bool = False) -> bytes:
    target = io.BytesIO()
    FORMATS[name](rows, target, pairs)
    assert not target.closed
    return target.getvalue()


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data: bytes) -> list[dict[str, object]]:
    head, *rows = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_csv_has_one_row_an_item_with_the_whole_history() -> None:
    (row,) = read_csv(written("csv", Row()))
    assert row["id"] == "A/HRC/52/97#90.1"
    assert (row["states"], row["states_named"]) == ("CHE; NOR", "Switzerland; Norway")
    assert (row["position"], row["changed"]) == ("supported", "yes")
    assert row["history"] == "2023-01-27 report: noted; 2023-06-30 plenary: supported"
    assert (row["date"], row["comment"]) == ("2023-06-30", "Trees are welcome.")


def test_pairs_have_one_row_a_state_with_what_that_state_asks() -> None:
    rows = read_csv(written("csv", TWO_ASKS, pairs=True))
    assert [(r["by"], r["ask"]) for r in rows] == [("CHE", "Consider planting a tree"), ("NOR", "plant a tree")]
    assert {r["text"] for r in rows} == {TWO_ASKS.text}


def test_without_asks_every_state_asks_the_whole_text() -> None:
    assert {row["ask"] for row in pair_rows([Row()])} == {Row().text}


def test_an_item_of_unknown_states_is_not_lost_among_pairs() -> None:
    (row,) = pair_rows([replace(Row(), states=(), unknown=("Atlantis",))])
    assert (row["by"], row["unknown"]) == ("", "Atlantis")


def test_csv_begins_with_a_byte_order_mark_for_files_and_can_do_without() -> None:
    assert written("csv", Row()).startswith(b"\xef\xbb\xbf")
    target = io.BytesIO()
    write_csv([{"a": 1}], target, columns=["a"], for_spreadsheets=False)
    assert target.getvalue() == b"a\r\n1\r\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1 tree", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"])
def test_a_cell_that_looks_like_a_formula_is_guarded(cell: Cell) -> None:
    assert safe(cell) == "'" + cell
    (row,) = read_csv(written("csv", replace(Row(), text=cell)))
    assert row["text"] == "'" + cell


@pytest.mark.parametrize("cell", ["a=b", "", "Plant", -4, 3.5, None])
def test_other_cells_stay_as_they_are(cell: Cell) -> None:
    assert safe(cell) == cell


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "@x", "https://example.org/", "007", "Қазақстан"])
def test_xlsx_holds_words_as_words(text: str) -> None:
    data = written("xlsx", replace(Row(), text=text))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    cell = next(c for c in sheet[2] if sheet.cell(1, c.column).value == "text")
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_xlsx_keeps_numbers_and_truth_values() -> None:
    (row,) = read_xlsx(written("xlsx", Row()))
    assert (row["cycle"], row["page"], row["changed"], row["unknown"]) == (4, 14, True, None)


def test_xlsx_refuses_what_it_would_have_to_cut() -> None:
    with pytest.raises(RunError, match="32,767") as caught:
        written("xlsx", replace(Row(), text="x" * 32_768))
    assert "CSV" in caught.value.advice


def test_xlsx_refuses_more_rows_than_a_sheet_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    with pytest.raises(RunError, match="there are more"):
        write_xlsx([{"a": 1}] * 3, io.BytesIO(), columns=["a"])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("pairs", [False, True])
def test_an_empty_list_gives_a_file_with_a_head_only(name: str, pairs: bool) -> None:
    data = written(name, pairs=pairs)
    rows = {"csv": read_csv, "xlsx": read_xlsx, "jsonl": bytes.splitlines}[name](data)
    assert rows == []


def test_json_lines_of_pairs_hold_the_whole_item_and_who_asks() -> None:
    lines = [json.loads(line) for line in written("jsonl", TWO_ASKS, pairs=True).splitlines()]
    assert [(line["by"], line["ask"], line["states"]) for line in lines] == [
        ("CHE", "Consider planting a tree", ["CHE", "NOR"]),
        ("NOR", "plant a tree", ["CHE", "NOR"]),
    ]


def test_rows_are_taken_one_by_one() -> None:
    taken = []

    def rows() -> Iterator[Row]:
        for number in range(3):
            taken.append(number)
            yield Row()

    target = io.BytesIO()
    assert FORMATS["jsonl"](rows(), target, False) == 3
    assert taken == [0, 1, 2]
