"""Every damaged or hostile file ends in its own error with advice, quickly and within bounded memory."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import DocumentError, ToolMissing
from onrecord.reading import read
from reading.hostile import BadFile, bad_files, good_files
from reading.invariants import check

_SECONDS = 2.0
_MEGABYTES = 350
_MEASURE = """
import sys
from pathlib import Path
from onrecord.errors import DocumentError
from onrecord.reading import read
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read(path)
    except DocumentError:
        pass
# Not getrusage: its peak is inherited from the process that started this one.
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.parametrize("bad", bad_files(), ids=lambda bad: bad.name)
def test_a_bad_file_ends_in_its_own_error(bad: BadFile) -> None:
    start = time.process_time()  # of this process: a busy machine does not count
    with pytest.raises(DocumentError) as caught:
        read(bad.data, name=bad.name)
    took = time.process_time() - start
    if isinstance(caught.value, ToolMissing):
        pytest.skip(str(caught.value))
    assert type(caught.value) is bad.error
    assert bad.name in str(caught.value)
    assert caught.value.advice
    assert took < _SECONDS


def test_memory_stays_bounded(tmp_path: Path) -> None:
    for bad in bad_files():
        (tmp_path / bad.name).write_bytes(bad.data)
    run = subprocess.run([sys.executable, "-c", _MEASURE, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(run.stdout) < _MEGABYTES


def test_there_are_twenty_and_no_two_alike() -> None:
    assert len({bad.data for bad in bad_files()}) == len(bad_files()) >= 20


def test_good_files_read_and_differ() -> None:
    documents = [read(data, name=name) for name, data in good_files(15)]
    assert len({document.sha256 for document in documents}) == 15
    assert {document.metadata.format for document in documents} == {"pdf", "docx", "html", "text"}
    for number, document in enumerate(documents, start=1):
        check(document)
        assert f"question {number} that had been sent" in document.text
        assert document.language == "en"
