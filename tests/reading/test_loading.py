"""What is loaded, and what never: each format loads its own libraries only."""

import subprocess
import sys
from pathlib import Path

import pytest

from reading.made import docx, p, pdf

_HEAVY = ("pypdfium2", "lxml", "trafilatura", "pytesseract", "PIL", "docx", "numpy", "django", "sqlite3", "sqlcipher3")
_CODE = """
import sys
from onrecord.reading import read
read(sys.argv[1])
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


@pytest.mark.parametrize(
    ("name", "data", "loaded"),
    [
        ("a.txt", b"The delegation of Arvenia took the floor.", set()),
        ("a.docx", docx(p("The delegation of Arvenia took the floor.")), {"lxml"}),
        ("a.pdf", pdf(["The delegation of Arvenia took the floor."]), {"pypdfium2"}),
    ],
)
def test_each_format_loads_its_own_libraries_only(tmp_path: Path, name: str, data: bytes, loaded: set[str]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    run = subprocess.run([sys.executable, "-c", _CODE, path, *_HEAVY], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) - {"PIL"} == loaded
