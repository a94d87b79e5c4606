"""Killed in the middle of adding, an archive holds whole documents, and the same command goes on."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.tasks import list_documents, open_archive

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "examples" / "arvenia" / "papers"


def test_kill_9() -> None:
    command = (sys.executable, str(ROOT / "benchmarks" / "faults.py"), "--papers", str(PAPERS), "--kills", "2")
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("(-9)") == 2


def test_ctrl_c_leaves_whole_documents_and_no_process(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    open_archive(path, create=True).close()
    command = (sys.executable, "-m", "onrecord.cli", "add", str(path), str(PAPERS))
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    # The output ends only when every process that holds it has ended.
    output, _ = process.communicate(timeout=20)
    assert process.returncode != 0 or b"added" in output, output
    assert b"Traceback" not in output
    with open_archive(path) as archive:
        for document in list_documents(archive):
            assert document.pages or document.format != "pdf"
    assert [p.name for p in tmp_path.iterdir()] == ["archive"]
