"""Reading papers of NGOs beside pdfium's bare text extraction, in one run, as ratios; and how the cost grows.

    python benchmarks/papers.py [--runs 5] [--no-growth]

The papers are made here: ten pages of invented text set as PDF, and the same five and fifty times as long. Goals: a
paper of ten pages is read and extracted in at most 8 times its bare text extraction (median of interleaved runs), and
a page of the longest costs at most 1.5 times a page of the shortest.
"""

import argparse
import statistics
import sys
import time

import pypdfium2
import typst

import onrecord

PAGES = 10
GOAL = 8.0
GROWTH = 1.5
CHAPTERS_OF_A_PAGE = 1.8
PLACES = ("Tavnik", "Orlo", "Brandlau", "Ostheim", "Kelden", "Dol", "Marn", "Sareth", "Vell", "Harrow")
NAMES = ("Lenka Orvath", "Tomas Dreyl", "Saule Tenkebai", "Anton Veres", "Miriam Holt", "Pavel Ruzhin", "Ada Brunn")
CHAPTER = """== {n}. What happened at {place}
On {day} May {year} some {many} people from the valley of {place} walked into the town to protest against a reservoir
above their villages.#footnote[Selm Watch, Chronicle {n}, https://watch.example/chronicle/{n}.] The Interior Guard
closed the bridge and fired into the crowd without warning. The Medics' Circle of Arvenia counted at least {dead} dead
and {hurt} wounded. No officer has been charged; the file of the prosecutor was closed in January {later}.

{name}, a lawyer, was sentenced to four years in prison in {later} under article {article} of the Penal Code.
“Nobody asked me whether I was there,” {name} told Selm Watch in a letter. According to the Human Rights Committee,
which examined Arvenia in {later}, such trials do not meet the standards of article 14 of the International Covenant on
Civil and Political Rights.#footnote[Ibid., p. {n}.] The Government promised a new law on assemblies before the end of
{later}, and nothing has been tabled since. In {place} the same court fined {hurt} people for a blank sheet of paper.

- The authorities searched the office of the {place} Valley Council and froze its bank account.
- Women who spoke to reporters were threatened by officers in plain clothes, and two of them left the country.

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


def paper(pages: int) -> bytes:
    """A briefing paper of so many pages."""
    chapters = int(CHAPTERS_OF_A_PAGE * pages)
    head = (
        "#set page(height: 25cm)\n= Arvenia: briefing paper on the freedom of assembly\nSelm Watch, September 2023\n\n"
    )
    return typst.compile((head + "".join(_chapter(n) for n in range(1, chapters + 1))).encode(), format="pdf")


def _chapter(n: int) -> str:
    return CHAPTER.format(
        n=n,
        place=PLACES[n % len(PLACES)],
        name=NAMES[n % len(NAMES)],
        day=1 + n % 28,
        year=2001 + n % 20,
        later=2002 + n % 20,
        many=3000 + n,
        dead=3 + n % 40,
        hurt=20 + n % 90,
        article=100 + n % 300,
    )


def medians(content: bytes, runs: int) -> tuple[float, float]:
    """Seconds of bare text and of everything, measured in turn."""
    plain, full = [], []
    for _ in range(runs):
        start = time.perf_counter()
        bare(content)
        middle = time.perf_counter()
        whole(content)
        plain.append(middle - start)
        full.append(time.perf_counter() - middle)
    return statistics.median(plain), statistics.median(full)


def main() -> int:
    """Measure and print; 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-growth", action="store_true", help="only the paper of ten pages")
    options = parser.parse_args()
    whole(paper(2))  # loads vocabulary and libraries once
    per_page, ratios = [], []
    for times in (1,) if options.no_growth else (1, 5, 50):
        content = paper(PAGES * times)
        count = len(pypdfium2.PdfDocument(content))
        plain, full = medians(content, options.runs if times == 1 else max(options.runs // times, 1))
        per_page.append(full / count)
        print(f"{count} pages: bare text {plain * 1000:.1f} ms, everything {full * 1000:.1f} ms: {full / plain:.1f} ×")
        ratios.append(full / plain)
    growth = per_page[-1] / per_page[0]
    print(f"ten pages: {ratios[0]:.1f} × the bare text (goal {GOAL:g})")
    print(f"a page of the longest costs {growth:.2f} × one of the shortest (goal {GROWTH:g})")
    return 0 if ratios[0] <= GOAL and growth <= GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
