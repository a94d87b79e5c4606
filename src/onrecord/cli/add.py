"""``onrecord add``: papers into an archive."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.edge import Exit, Run, tell
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import AddedDocument, AddEvent, AddReport

EXAMPLES = (
    ("Two papers", "onrecord add kaz.onrecord report.pdf addendum.pdf"),
    ("All papers in a folder, and those in a ZIP file", "onrecord add kaz.onrecord papers/ more.zip"),
)
COLUMNS = (
    Column("paper", whole=True),
    Column("kind", widest=22),
    Column("State", widest=22),
    Column("items", right=True, whole=True),
    Column("answers", right=True, whole=True),
    Column("file", takes_rest=True, from_width=90),
)


@verb("add", EXAMPLES)
@archive_argument
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|ZIP...")
@click.option("--workers", type=click.IntRange(1), help="How many files to read at the same time.")
@click.option("--label", "labels", is_flag=True, help="Also suggest what the recommendations are about.")
@passphrase_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one for each option
    ctx: click.Context,
    archive: str,
    paths: Sequence[str],
    *,
    workers: int | None,
    labels: bool,
    passphrase_file: str | None,
    as_lines: bool,
) -> int:
    """Put papers on record.

    They are files, folders with all that is below them, and ZIP files.

    Each paper is added whole or not at all. What the archive holds already stays as it is, so that a run that was
    stopped is completed by running it again.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record, _progress(ctx.ensure_object(Run)) as progress:
        report = tasks.add_documents(record, paths, workers=workers, progress=progress)
        if labels:
            tasks.label_documents(record)
    _print_lines(report) if as_lines else _print_summary(report, archive)
    for failed in report.failed:
        tell(failed.error, where=failed.name)
    return Exit.SOME_FAILED if report.failed else Exit.DONE


@contextmanager
def _progress(state: Run) -> "Iterator[Callable[[AddEvent], None]]":
    """A bar on standard error, if that is a terminal; and what to say should Ctrl-C come."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    bar = Progress(
        TextColumn("Reading"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    whole = 0
    state.stopped = _stopped(whole)
    with bar:
        row = bar.add_task("Reading", total=None)

        def progress(event: "AddEvent") -> None:
            nonlocal whole
            whole += event.error is None
            state.stopped = _stopped(whole)
            bar.update(row, completed=event.done, total=event.total)

        yield progress


def _stopped(whole: int) -> str:
    are = "is" if whole == 1 else "are"
    return f"Stopped; {words.count(whole, 'document')} {are} whole. Run the same command again to go on."


def _print_lines(report: "AddReport") -> None:
    for outcome, documents in (("added", report.added), ("replaced", report.replaced)):
        for document in _by_name(documents):
            print_json({"file": document.name, "outcome": outcome, **_keys(document)})
    for name in report.unchanged:
        print_json({"file": name, "outcome": "unchanged"})
    for failed in report.failed:
        print_json({"file": failed.name, "outcome": "failed", "error": failed.error})


def _keys(document: "AddedDocument") -> dict[str, object]:
    return {
        "document": document.symbol,
        "sha256": document.sha256,
        "kind": document.kind,
        "state": document.state,
        "recommendations": document.recommendations,
        "positions": document.positions,
        "tallies": document.tallies,
        "doubts": document.doubts,
    }


def _print_summary(report: "AddReport", archive: str) -> None:
    documents = report.added + report.replaced
    if documents:
        table(COLUMNS, map(_row, _by_name(documents)))
        line()
    parts = [
        f"{words.count(len(report.added), 'document')} added",
        f"{len(report.replaced):,} read anew" if report.replaced else "",
        f"{len(report.unchanged):,} known already" if report.unchanged else "",
        f"{len(report.failed):,} not added" if report.failed else "",
    ]
    line(f"{', '.join(part for part in parts if part)}.")
    doubts = sum(document.doubts for document in documents)
    if doubts:
        line(f"Unsure of {words.count(doubts, 'passage')}; `onrecord read FILE` names them.")


def _by_name(documents: "Iterable[AddedDocument]") -> "list[AddedDocument]":
    # They come as their reading ends; several are read at the same time.
    return sorted(documents, key=lambda document: document.name)


def _row(document: "AddedDocument") -> tuple[object, ...]:
    return (
        document.symbol or "(no symbol)",
        document.kind.value,
        words.state(document.state) if document.state else "",
        document.recommendations,
        document.positions,
        words.file(document.name),
    )
