"""Reading papers of NGOs beside pdfium's bare text extraction, in one run, as ratios: where time goes, how it grows.

    python benchmarks/papers.py [--runs 15] [--no-growth]

The papers are made here: ten pages of invented text set as PDF, and the same five and fifty times as long. Goals: a
paper of ten pages is read and extracted in at most 8 times its bare text extraction (median of the ratios of
interleaved runs, each with a paper of its own), and a page of the longest costs at most 1.3 times a page of the
shortest, measured before and behind it. Seconds are of the processor, so that other work on the machine counts little.
How long the first paper of a new process takes on the clock, with all vocabulary to be loaded, is printed beside it.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import reduce
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdfium2
import typst

import onrecord

PAGES = 10
GOAL = 8.0
GROWTH = 1.3
CLOCK = time.process_time  # of the processor: what else the machine does at the time does not count
# Where the time goes: each finder by the module and name under which it is called, those inside another one indented.
_PAPERS = "onrecord.extraction.papers."
FINDERS = (
    ("reading", "onrecord.reading", "read"),
    ("what the paper is", "onrecord.extraction.by_kind", "identify"),
    ("layout", f"{_PAPERS}read", "layout_of"),
    ("names", f"{_PAPERS}read", "read_names"),
    ("  organisations", f"{_PAPERS}names", "find_organisations"),
    ("  persons", f"{_PAPERS}names", "read_people"),
    ("laws", f"{_PAPERS}read", "read_laws"),
    ("quotations", f"{_PAPERS}read", "read_quotations"),
    ("proposals", f"{_PAPERS}read", "read_proposals"),
    ("claims", f"{_PAPERS}read", "read_claims"),
    ("  words and their parts", f"{_PAPERS}claims", "words_of"),
    ("  who says it", f"{_PAPERS}voices_running", "told_in"),
    ("  why no claim", f"{_PAPERS}claims", "why_no_claim"),
    ("  dates", f"{_PAPERS}claims_dates", "Dates.enter"),
    ("  figures", f"{_PAPERS}claims", "figures_in"),
    ("  cutting", f"{_PAPERS}claims", "clauses_of"),
    ("  kind", f"{_PAPERS}claims", "kind_of"),
    ("  modality", f"{_PAPERS}claims", "modality_of"),
    ("  rights", f"{_PAPERS}claims", "rights_of"),
    ("  place, body, victims", f"{_PAPERS}claims", "parties_of"),
    ("  rights of the whole paper", f"{_PAPERS}rights_of", "Context.__post_init__"),
    ("  places on the page", f"{_PAPERS}units", "Paper.place"),
    ("events", f"{_PAPERS}read", "read_events"),
)
EDITIONS = cycle(range(1, 49))
FIRST = "import sys, onrecord; onrecord.read(sys.argv[1]).findings"
CHAPTERS_OF_A_PAGE = 1.7
PLACES = ("Tavnik", "Orlo", "Brandlau", "Ostheim", "Kelden", "Dol", "Marn", "Sareth", "Vell", "Harrow")
NAMES = ("Lenka Orvath", "Tomas Dreyl", "Saule Tenkebai", "Anton Veres", "Miriam Holt", "Pavel Ruzhin", "Ada Brunn")
ENDINGS = ("", "ava", "elt", "irn", "osk", "und", "yra")
CHAPTER = """== {n}. What happened at {place}
On {day} May {year} some {many} people from the valley of {place} walked into the town to protest against a reservoir
above their villages.#footnote[Selm Watch, Chronicle {n}, https://watch.example/chronicle/{n}.] The Interior Guard
closed the bridge and fired into the crowd without warning. The Medics' Circle of Arvenia counted at least {dead} dead
and {hurt} wounded. No officer has been charged; the file of the prosecutor of {place} was closed in January {later}.

{name}, a lawyer, was sentenced to four years in prison in {later} under article {article} of the Penal Code.
“Nobody asked me whether I was there,” {name} told Selm Watch in a letter. According to the Human Rights Committee,
which examined Arvenia in {later}, such trials as in {place} do not meet the standards of article 14 of the
International Covenant on Civil and Political Rights.#footnote[Ibid., p. {n}.] The Government promised {place} a new
law on assemblies before the end of {later}, and nothing has been tabled since. In {place} the same court fined {hurt}
people for a blank sheet of paper.

- The authorities searched the office of the {place} Valley Council and froze its bank account.
- Women of {place} who spoke to reporters were threatened by officers in plain clothes, and two left the country.

=== Recommendations to the Government of Arvenia
- Open an inquiry into the deaths at {place} and bring those who gave the orders before a court;
- repeal article {article} of the Penal Code, and release {name} at once.

"""


def bare(content: bytes) -> None:
    """What pdfium alone needs to give the text of every page."""
    file = pypdfium2.PdfDocument(content)
    for index in range(len(file)):
        file[index].get_textpage().get_text_range()
    file.close()


def whole(content: bytes) -> None:
    """All that Onrecord does."""
    record = onrecord.read(content)
    if not record.findings.claims:
        raise RuntimeError("No claim was found: the paper was not read as one.")


def paper(pages: int, edition: int = 0) -> bytes:
    """A briefing paper of so many pages. In each edition other places and persons stand in every sentence."""
    chapters = int(CHAPTERS_OF_A_PAGE * pages)
    head = (
        "#set page(height: 25cm)\n= Arvenia: briefing paper on the freedom of assembly\nSelm Watch, September 2023\n\n"
    )
    return typst.compile((head + "".join(_chapter(n, edition) for n in range(1, chapters + 1))).encode(), format="pdf")


def _chapter(n: int, edition: int) -> str:
    ending = ENDINGS[edition % len(ENDINGS)] + ENDINGS[edition // len(ENDINGS)]
    return CHAPTER.format(
        n=n,
        place=PLACES[n % len(PLACES)] + ending,
        name=NAMES[n % len(NAMES)] + ending,
        day=1 + n % 28,
        year=2001 + n % 20,
        later=2002 + n % 20,
        many=3000 + n,
        dead=3 + n % 40,
        hurt=20 + n % 90,
        article=100 + n % 300,
    )


def measured(pages: int, runs: int) -> tuple[float, float, float]:
    """Seconds of bare text and of everything, measured in turn, and how many times as long; medians.

    Each run has a paper of its own: what is kept of the words of one paper would flatter the next reading of it.
    """
    plain, full = [], []
    for _ in range(runs):
        content = paper(pages, next(EDITIONS))
        start = CLOCK()
        bare(content)
        middle = CLOCK()
        whole(content)
        plain.append(middle - start)
        full.append(CLOCK() - middle)
    ratios = [one / other for one, other in zip(full, plain, strict=True)]
    return statistics.median(plain), statistics.median(full), statistics.median(ratios)


@contextmanager
def watched() -> Iterator[defaultdict[str, float]]:
    """Seconds spent in each finder while this is open. Its own cost is a microsecond a call."""
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: object, **kwargs: object) -> object:
            start = CLOCK()
            try:
                return work(*args, **kwargs)
            finally:
                spent[name] += CLOCK() - start

        return call

    with ExitStack() as stack:
        for name, module, function in FINDERS:
            *owner, called = function.split(".")
            place = reduce(getattr, owner, import_module(module))
            stack.enter_context(patch.object(place, called, timed(name, getattr(place, called))))
        yield spent


def print_finders(pages: int, runs: int, plain: float) -> None:
    """What each finder costs, in milliseconds and as a multiple of the bare text."""
    with watched() as spent:
        for _ in range(runs):
            whole(paper(pages, next(EDITIONS)))
    for name, _, _ in FINDERS:
        seconds = spent[name] / runs
        print(f"    {name:28}{seconds * 1000:8.1f} ms {seconds / plain:6.2f} ×")


def first_paper(content: bytes) -> float:
    """Seconds of a new process for its first paper, Python's start included."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", FIRST, str(Path(file.name))], check=True)
        return time.perf_counter() - start


def main() -> int:
    """Measure and print; 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--no-growth", action="store_true", help="only the paper of ten pages")
    options = parser.parse_args()
    whole(paper(2))  # loads vocabulary and libraries once
    measured(PAGES, 2)
    plain, full, ratio = measured(PAGES, options.runs)
    print_line(PAGES, plain, full, ratio)
    print_finders(PAGES, options.runs, plain)
    print(f"    first paper of a new process: {first_paper(paper(PAGES)):.2f} s")
    growth = 0.0  # not measured
    for times in () if options.no_growth else (5, 50):
        before = measured(PAGES, 5)[1]
        found = measured(PAGES * times, max(options.runs // times, 1))
        behind = measured(PAGES, 5)[1]
        growth = found[1] / times / ((before + behind) / 2)
        print_line(PAGES * times, *found)
        print(f"    a page costs {growth:.2f} × one of {PAGES} pages")
    print(f"ten pages: {ratio:.1f} × the bare text (goal {GOAL:g})")
    if not options.no_growth:
        print(f"a page of the longest costs {growth:.2f} × one of the shortest (goal {GROWTH:g})")
    return 0 if ratio <= GOAL and growth <= GROWTH else 1


def print_line(pages: int, plain: float, full: float, ratio: float) -> None:
    """One measured length."""
    print(f"{pages} pages: bare text {plain * 1000:.1f} ms, everything {full * 1000:.1f} ms: {ratio:.1f} ×")


if __name__ == "__main__":
    sys.exit(main())
