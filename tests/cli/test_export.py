import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from .conftest import Call


def test_csv(call: Call, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.csv"
    said = call("export", archive, target, "--document", "A/HRC/52/97")
    assert (said.code, said.out) == (0, f"{target}: 41 items, 61 pairs of item and State.\n")
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 41
    (changed,) = [row for row in rows if row["number"] == "52.3"]
    assert (changed["states"], changed["position"], changed["source"]) == ("AUT; MEX", "supported", "A/HRC/52/2")


def test_xlsx_of_pairs(call: Call, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "pairs.xlsx"
    said = call("export", archive, target, "--pairs", "--document", "A/HRC/52/97", "--json")
    assert said.lines == [{"file": str(target), "format": "xlsx", "items": 41, "pairs": 61}]
    sheet = openpyxl.load_workbook(target)["pairs"]
    assert sheet.max_row == 62


def test_json_lines_are_those_of_the_list(call: Call, archive: Path, tmp_path: Path) -> None:
    call("export", archive, tmp_path / "all.jsonl", "--position", "noted")
    listed = call("recommendations", archive, "--json", "--position", "noted").out
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == listed


def test_to_standard_output(archive: Path) -> None:
    line = [sys.executable, "-m", "onrecord.cli", "export", str(archive), "-", "--format", "jsonl", "--number", "52.3"]
    done = subprocess.run(line, capture_output=True, check=True)
    assert json.loads(done.stdout)["number"] == "52.3"
    assert done.stderr == b""


def test_a_file_that_is_there_stays_unless_told(call: Call, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.csv"
    target.write_text("mine")
    said = call("export", archive, target)
    assert (said.code, target.read_text()) == (3, "mine")
    assert "--overwrite" in said.err
    assert call("export", archive, target, "--overwrite").code == 0
    assert target.read_text() != "mine"


@pytest.mark.parametrize("name", ["all", "all.xls", "all.pdf"])
def test_a_name_that_says_no_format_is_a_usage_error(call: Call, archive: Path, tmp_path: Path, name: str) -> None:
    said = call("export", archive, tmp_path / name)
    assert (said.code, list(tmp_path.glob("all*"))) == (2, [])
    assert "--format" in said.err


def test_nothing_is_left_behind_when_the_archive_cannot_be_opened(call: Call, tmp_path: Path) -> None:
    assert call("export", tmp_path / "none.onrecord", tmp_path / "all.csv").code == 3
    assert list(tmp_path.iterdir()) == []
