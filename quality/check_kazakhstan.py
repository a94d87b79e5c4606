"""Checks on real papers that a draft, uptake, contradictions and progress hold: one line for each statement.

Needs the papers beside this repository (``../shared``); prints what was counted and nothing of what they say. Ends with
1 where a statement does not hold.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord import tasks
from onrecord.model.written import Block, Cited, Mark, blocks_of, marks_of
from onrecord.store import documents, tables
from onrecord.tasks.finishing import finish_paper
from onrecord.vocabulary import published

DAY = "2014-10-30"
STATE = "KAZ"
DENIED = "A/HRC/28/10#124.47"
_QUOTED = re.compile(r"“((?:(?!\.\[@).)+)”\.(\[@[^\]]+\])")
_DEAD = re.compile(r"\b(\d+|[a-z]+)\s+(?:people|persons|civilians|demonstrators|workers|deaths)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that has to hold, and what was counted."""

    holds: bool
    what: str
    counted: str

    def __str__(self) -> str:
        return f"{'pass' if self.holds else 'FAIL'}  {self.what}: {self.counted}"


def papers(shared: Path) -> list[Path]:
    """What goes into the archive."""
    reports = shared / "data" / "upr" / "reports"
    council = shared / "data" / "slovenia"
    return [
        shared / "seeds",
        *(reports / f"kazakhstan{year}.pdf" for year in (2010, 2014)),
        *(council / name for name in ("A-HRC-14-37.pdf", "A-HRC-28-2.pdf")),
        shared / "data" / "treaty-bodies",
    ]


def statements(archive: tasks.Archive) -> Iterator[Statement]:
    """All statements, in the order of the issue that asks for them."""
    draft = tasks.draft_paper(archive, STATE, cycle=2, subject="defender", before=DAY, who="check")
    yield from about_draft(archive, draft)
    yield conflict_of_figures(draft)
    yield from about_uptake(archive)
    yield from about_contradiction(archive)
    yield from about_progress(archive)


def about_draft(archive: tasks.Archive, draft: tasks.Drafted) -> Iterator[Statement]:
    """Nothing too late, and each sentence with its note whose place holds the words."""
    cited = finish_paper(archive, draft.paper.id).cited
    late = [one for one in cited.values() if one.paper.date and not published.before(one.paper.date, DAY)]
    counted = f"{len(cited)} references, {len(late)} of that day or later; {draft.later} later papers left out"
    yield Statement(bool(cited) and not late, f"the briefing uses only what was published before {DAY}", counted)
    bare = [block for block in blocks_of(draft.paper.current.text) if not _is_sourced(block)]
    found = _QUOTED.findall(draft.paper.current.text)
    yield Statement(bool(found) and not bare, "every sentence has a note", f"{len(found)} quotations, {len(bare)} bare")
    absent = sum(not _stands(archive, quote, cited, marks_of(target)[0]) for quote, target in found)
    yield Statement(bool(found) and not absent, "the place of each note holds the words", f"{absent} do not")
    remarks = [one for one in tasks.check_paper(archive, draft.paper.id) if one.kind not in ("gap", "no addressee")]
    kinds = ", ".join(sorted({one.kind for one in remarks})) or "none"
    bad = [one for one in remarks if one.kind in ("unreadable", "nowhere", "not there", "no source")]
    yield Statement(not bad, "the check of the paper finds no sentence without its words", f"other remarks: {kinds}")


def _is_sourced(block: Block) -> bool:
    return block.text.startswith(("## ", "[gap:", "[@table:")) or block.text.endswith("]")


def _stands(archive: tasks.Archive, quote: str, cited: Mapping[str, Cited], marks: tuple[Mark, ...]) -> bool:
    """Whether a quotation is in the document at the place of its note, or in the sentence around it."""
    one = cited[marks[0].references[0].id]
    row = tables.Document.objects.using(archive.alias).get(sha256=one.place.sha256)
    start, end = one.sentence or (one.place.start, one.place.end)
    text = documents.load(row).text[min(start, one.place.start) : max(end, one.place.end)]
    return _plain(quote) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def conflict_of_figures(draft: tasks.Drafted) -> Statement:
    """The dead of Zhanaozen: two figures of different sources stand in one block as a conflict."""
    about = [block.text for block in blocks_of(draft.paper.current.text) if "Zhanaozen" in block.text]
    told = [block for block in about if block.startswith("Sources differ.")]
    figures = {match[1].lower() for block in told for match in _DEAD.finditer(block)}
    counted = f"{len(told)} blocks with sources that differ, {len(figures)} figures"
    return Statement(bool(told) and len(figures) > 1, "the figures of Zhanaozen come with their conflict", counted)


def about_uptake(archive: tasks.Archive) -> Iterator[Statement]:
    """The statement after the review lists what took each proposal up."""
    done = tasks.draft_paper(archive, STATE, cycle=2, outline="statement", subject="defender", who="check")
    rows = [row for table in finish_paper(archive, done.paper.id).tables for row in table if row.kind == "proposal"]
    told = [row for row in rows if row.followed]
    linked = [row for row in rows if any(cited for _, cited in row.followed)]
    same = [row for row in linked if any(said.startswith("same ask") for said, _ in row.followed)]
    counted = (
        f"{len(rows)} proposals; same ask {len(same)}, same subject {len(linked) - len(same)}, "
        f"none {len(told) - len(linked)}, not compared {len(rows) - len(told)}"
    )
    holds = bool(rows) and len(told) == len(rows) and bool(same)
    yield Statement(holds, "the statement after the review lists uptake for each proposal", counted)
    numbers = [one for row in linked for _, some in row.followed for one in some]
    right = all(one.paper.symbol == "A/HRC/28/10" and one.number for one in numbers)
    what = "each that was taken up has notes to numbers of that review"
    yield Statement(bool(numbers) and right, what, f"{len(numbers)} notes")


def about_contradiction(archive: tasks.Archive) -> Iterator[Statement]:
    """124.47, said to be implemented, and told otherwise later."""
    found = tasks.comparisons_about(archive, DENIED)
    later = [one for one in found if one.verdict == "said done, told otherwise later"]
    counted = f"{len(later)} later papers tell otherwise; {len(found) - len(later)} other contradictions"
    yield Statement(bool(later), f"the contradiction about {DENIED.rpartition('#')[2]} is found", counted)


def about_progress(archive: tasks.Archive) -> Iterator[Statement]:
    """What was supported, asked again, and assessed by nobody."""
    cycles = tasks.state_progress(archive, STATE).cycles
    counted = "; ".join(
        f"cycle {one.cycle}: {one.items} items, {one.supported} supported, {one.repeated} asked again, "
        f"{one.unassessed} unassessed"
        for one in cycles
    )
    holds = len(cycles) == 2 and all(one.supported and one.unassessed for one in cycles) and cycles[0].repeated > 0
    yield Statement(holds, "progress from 2010 to 2014 shows supported, repeated, unassessed", counted)


def main() -> int:
    """Make an archive aside, add the papers, print the statements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    wanted = papers(parser.parse_args().shared)
    if missing := [path for path in wanted if not path.exists()]:
        print(f"{missing[0]} is not there. Say where the papers are: --shared FOLDER", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kazakhstan.onrecord"
        with tasks.open_archive(path, passphrase="", create=True) as archive:
            added = tasks.add_documents(archive, wanted)
            first = Statement(
                not added.failed, "all papers are read", f"{len(added.added)} added, {len(added.failed)} not"
            )
            print(first, flush=True)
            missed = not first.holds
            for one in statements(archive):
                print(one, flush=True)
                missed |= not one.holds
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
