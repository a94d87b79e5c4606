"""How long a written paper takes: one of 20 pages with 400 references beside one with 40, in the same run.

``python benchmarks/written.py`` builds an archive of the bundled example, writes both papers and times from the stored
text to the finished PDF and Word file, each the best of three. Ends with 1 if the long one takes more than five times
as long.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onrecord.web.django_settings")

from onrecord import tasks
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.finishing import export_paper
from onrecord.tasks.papers_written import new_paper

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
FEW, MANY, MOST = 40, 400, 5.0
_SENTENCE = "The same was said again, in other words and by somebody else, so that the page is filled"


def main() -> int:
    """Print one line a paper and the ratio."""
    with (
        tempfile.TemporaryDirectory() as folder,
        tasks.open_archive(Path(folder, "a.onrecord"), passphrase="", create=True) as archive,
    ):
        tasks.add_documents(archive, [EXAMPLES / "arvenia/papers", EXAMPLES / "arvenia-ngos/papers"])
        export_paper(archive, _paper(archive, 4), "docx")  # loads what is loaded once
        seconds = {many: _timed(archive, many) for many in (FEW, MANY)}
    ratio = seconds[MANY] / seconds[FEW]
    print(f"ratio {ratio:.2f} (at most {MOST:.0f})")
    return int(ratio > MOST)


def _timed(archive: Archive, many: int) -> float:
    paper = _paper(archive, many)
    best, pages = float("inf"), 0
    for _ in range(3):
        start = time.perf_counter()
        pdf = export_paper(archive, paper, "pdf")
        export_paper(archive, paper, "docx")
        best = min(best, time.perf_counter() - start)
        pages = _pages(pdf)
    print(f"{many} references, {pages} pages: {best:.2f} s to PDF and Word")
    return best


def _paper(archive: Archive, many: int) -> str:
    items = list(tables.Recommendation.objects.using(archive.alias).values_list("key", flat=True))
    claims = list(tables.Claim.objects.using(archive.alias).values_list("key", flat=True))
    targets = [f"@{items[n % len(items)]}" if n % 2 else f"@claim:{claims[n % len(claims)]}" for n in range(many)]
    text = "\n\n".join(f"{_SENTENCE}.[{target}]" for target in targets)
    return new_paper(archive, "Arvenia", f"## One\n\n{text}", state="XAV", who="benchmark").id


def _pages(pdf: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))


if __name__ == "__main__":
    sys.exit(main())
