"""Words of written papers as we count them, beside LibreOffice and pandoc: ``python benchmarks/word_counts.py``.

Twelve drafts of the bundled example, each exported to Word; both other programs get that file, notes taken out, and
words are what stands between blanks. Ours leaves out marks alone: what holds neither a letter nor a figure, such as the
signs of quotation in French; they are counted apart. Needs LibreOffice (Debian: libreoffice-writer). Ends with 1 if,
marks apart, any paper differs by more than one in two hundred.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onrecord.web.django_settings")

import pypandoc
from lxml import etree

from onrecord import tasks
from onrecord.tasks.finishing import finish_paper
from onrecord.writing.assembled import assemble
from onrecord.writing.paper_docx import paper_docx

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
BODY = ".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
OUTLINES = ("briefing", "submission", "joint-submission", "alternative", "matrix", "mid-term")
MOST = 0.005


def main() -> int:
    """Print one line a paper."""
    worst = 0.0
    with (
        tempfile.TemporaryDirectory() as folder,
        tasks.open_archive(Path(folder, "a.onrecord"), passphrase="", create=True) as archive,
    ):
        tasks.add_documents(archive, [EXAMPLES / "arvenia/papers", EXAMPLES / "arvenia-ngos/papers"])
        for outline, language in product(OUTLINES, ("en", "fr")):
            given = {"cycle": 4, "outline": outline, "language": language, "who": "benchmark"}
            finished = finish_paper(archive, tasks.draft_paper(archive, "XAV", **given).paper.id)  # type: ignore[arg-type]
            ours, content = assemble(finished).words, paper_docx(finished)
            for name, words in (("LibreOffice", _libreoffice(content, Path(folder))), ("pandoc", _pandoc(content))):
                marks = sum(not any(map(str.isalnum, word)) for word in words)
                worst = max(worst, abs(ours - len(words) + marks) / ours)
                print(f"{outline:17} {language}  ours {ours:5}  {name:11} {len(words):5}, of them {marks} marks alone")
    print(f"marks apart, at most {worst:.2%} apart")
    return int(worst > MOST)


def _libreoffice(content: bytes, folder: Path) -> list[str]:
    (folder / "p.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    line = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder), str(folder / "p.docx")]
    subprocess.run(line, check=True, capture_output=True, timeout=120)
    tree = etree.parse(io.BytesIO((folder / "p.fodt").read_bytes()))
    for note in list(tree.iter(f"{TEXT}note")):
        before, parent = note.getprevious(), note.getparent()
        at = before if before is not None else parent
        if before is not None:
            at.tail = (at.tail or "") + (note.tail or "")
        else:
            at.text = (at.text or "") + (note.tail or "")
        parent.remove(note)
    return [word for one in tree.find(BODY).iter(f"{TEXT}p", f"{TEXT}h") for word in "".join(one.itertext()).split()]


def _pandoc(content: bytes) -> list[str]:
    line = [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "json"]
    tree = json.loads(subprocess.run(line, input=content, check=True, capture_output=True).stdout)
    heads = [tree["meta"][name] for name in ("title", "subtitle", "author") if name in tree["meta"]]
    return _words([*heads, *tree["blocks"]]).split()


def _words(value: Any) -> str:  # noqa: ANN401  # pandoc's own form
    if isinstance(value, list):
        return "".join(map(_words, value))
    if not isinstance(value, dict) or value.get("t") == "Note":
        return ""
    if value.get("t") == "Str":
        return str(value["c"])
    if value.get("t") in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return _words(value.get("c")) + ("\n" if value.get("t") in ("Para", "Plain", "Header", "MetaInlines") else "")


if __name__ == "__main__":
    sys.exit(main())
