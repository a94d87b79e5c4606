"""What was given to a verb that asks what papers say: one archive, or papers that are read on the spot."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord import tasks
from onrecord.cli import words
from onrecord.cli.edge import Exit, tell
from onrecord.cli.opening import is_database, opened
from onrecord.errors import DocumentError, UnknownFormat
from onrecord.model import NamedKind, Place

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.tasks import (
        Archive,
        ClaimFilter,
        ClaimRow,
        ComparisonRow,
        EventRow,
        NamedRow,
        PageOf,
        PaperRef,
        ProposalRow,
        SourceRow,
    )
    from onrecord.tasks.unfiled import Unfiled

STDIN = "-"
_LOOKED_AT = 8_192
sources_argument = click.argument("sources", nargs=-1, required=True, metavar="ARCHIVE|FILE...")
limit_option = click.option("--limit", type=click.IntRange(1), help="Show so many at most.")
paper_option = click.option("--paper", default="", metavar="NAME", help="One paper: its symbol, file or sha256.")


@contextmanager
def given(sources: Sequence[str], passphrase_file: str | None) -> "Iterator[Given]":
    """The archive, opened, or the papers, read; papers that cannot be used are told on standard error."""
    if len(sources) == 1 and _is_archive(sources[0]):
        with opened(sources[0], passphrase_file) as archive:
            yield Given(archive, None)
    else:
        yield _papers(sources)


@dataclass(frozen=True, slots=True)
class Given:
    """Rows of what papers say: those of an archive, or papers that were read on the spot."""

    archive: "Archive | None"
    papers: "Unfiled | None"
    exit: Exit = Exit.DONE

    def claims(self, wanted: "ClaimFilter", *, limit: int | None) -> "PageOf[ClaimRow]":
        """Claims that fit."""
        if self.papers:
            return self.papers.claims(wanted, limit=limit)
        return tasks.list_claims(self._archive, wanted, limit=limit)

    def who_claims(self) -> Mapping[str, int]:
        """Who says how many claims, those who say most first."""
        if not self.papers:
            return tasks.claim_facets(self._archive)["source"]
        said = (claim.source for record in self.papers.records.values() for claim in record.claims)
        return dict(Counter(said).most_common())

    def proposals(self, *, state: str, document: str, own: bool | None, limit: int | None) -> "PageOf[ProposalRow]":
        """What papers ask."""
        if self.papers:
            return self.papers.proposals(state=state, document=document, own=own, limit=limit)
        return tasks.list_proposals(self._archive, state=state, document=document, own=own, limit=limit)

    def sources(self, *, state: str, limit: int | None) -> "PageOf[SourceRow]":
        """What notes name."""
        if self.papers:
            return self.papers.sources(state=state, limit=limit)
        return tasks.list_sources(self._archive, state=state, limit=limit)

    def named(self, kind: NamedKind, *, state: str, words: str, at_risk: bool, limit: int | None) -> "PageOf[NamedRow]":
        """Laws, persons or organisations."""
        if self.papers:
            return self.papers.named(kind, state=state, words=words, at_risk=at_risk, limit=limit)
        wanted = tasks.NamedFilter(kind, state=state, words=words, at_risk=at_risk)
        return tasks.list_named(self._archive, wanted, limit=limit)

    def events(self, *, state: str, kind: str, limit: int | None) -> "PageOf[EventRow]":
        """What happened when."""
        if self.papers:
            return self.papers.events(state=state, kind=kind, limit=limit)
        return tasks.chronology(self._archive, state=state, kind=kind, limit=limit)

    def comparisons(self, kind: str, *, state: str, verdict: str, limit: int | None) -> "PageOf[ComparisonRow]":
        """Conflicts, copies or links."""
        if self.papers:
            return self.papers.comparisons(state=state, kind=kind, verdict=verdict, limit=limit)
        return tasks.list_comparisons(self._archive, state=state, kind=kind, verdict=verdict, limit=limit)

    def sha256(self, paper: str) -> str:
        """Of the paper of that symbol, file name or beginning of its sha256; "" for ""."""
        if not paper:
            return ""
        if self.papers:
            return _one_paper(paper, [(row.sha256, row.symbol, row.name) for row in self.papers.papers.values()])
        rows = tasks.list_documents(self._archive)
        return _one_paper(paper, [(row.sha256, row.document, row.name) for row in rows])

    def spans(self, place: Place | None, paper: "PaperRef") -> dict[str, object]:
        """Of papers read on the spot: file, and start and end in its own characters; nothing for archives."""
        if not self.papers:
            return {}
        found = self.papers.found(place) if place else None
        return {"file": paper.name, **({"start": found[0], "end": found[1]} if found else {})}

    def mentions(self, row: "NamedRow") -> dict[str, object]:
        """Of papers read on the spot: where they name it; nothing for archives, which tell it with the one name."""
        if not self.papers:
            return {}
        places = self.papers.mentions(row.kind, row.key)
        return {"mentions": [self.spans(place, self.papers.papers[place.sha256]) for place in places]}

    @property
    def _archive(self) -> "Archive":
        assert self.archive is not None
        return self.archive


def _papers(names: Sequence[str]) -> Given:
    """Read papers; one that cannot be used is told on standard error and never stops the others."""
    from onrecord.tasks.unfiled import Unfiled

    read, end = [], Exit.DONE
    for name in names:
        try:
            read.append((name, _read(name)))
        except DocumentError as error:
            tell(error, where=name)
            end = Exit.SOME_FAILED
    return Given(None, Unfiled(read), end)


def _read(name: str) -> "Record":
    import onrecord

    label = "standard input" if name == STDIN else ""
    record = onrecord.read(sys.stdin.buffer.read() if name == STDIN else name, name=label)
    _ = record.findings  # so that all that can go wrong goes wrong here
    return record


def _is_archive(source: str) -> bool:
    """Whether it is to be opened as an archive: a database, or a file that is no paper by its content."""
    from onrecord.reading.sniff import format_of

    if is_database(source):
        return True
    if source == STDIN:
        return False
    try:
        with Path(source).open("rb") as file:
            format_of(file.read(_LOOKED_AT))
    except UnknownFormat:
        return True
    except OSError:
        return not Path(source).suffix or source.endswith(".onrecord")  # the error names what was meant
    except DocumentError:
        pass
    return False


def _one_paper(wanted: str, papers: Sequence[tuple[str, str, str]]) -> str:
    """The sha256 of the paper that is called so; ``papers``: sha256, symbol and file name of each."""
    low = wanted.strip().casefold()
    found = {
        sha256
        for sha256, symbol, name in papers
        if low in (symbol.casefold(), name.casefold(), words.file(name).casefold())
        or (len(low) > 5 and sha256.startswith(low))
    }
    if len(found) != 1:
        what = "No paper is" if not found else f"{words.count(len(found), 'paper')} are"
        raise click.BadParameter(
            f"{what} called {wanted!r}. Give the symbol, the name of the file, or the first letters of its sha256.",
            param_hint="--paper",
        )
    return found.pop()
