"""``onrecord papers-written``: papers that were written here, their versions, and what changed."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.papers_named import paper_id
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.model.written import WrittenPaper, WrittenVersion
    from onrecord.tasks import BlockChange

EXAMPLES = (
    ("All of them", "onrecord papers-written kaz.onrecord"),
    ("The versions of one", "onrecord papers-written kaz.onrecord --versions 1f2e3d4c5b6a"),
    ("What changed from one to another", "onrecord papers-written kaz.onrecord --compare 1f2e3d4c5b6a 1 3"),
    ("Let version 1 hold again", "onrecord papers-written kaz.onrecord --restore 1f2e3d4c5b6a 1 --who Ana"),
)
COLUMNS = (
    Column("paper", whole=True),
    Column("outline", widest=16),
    Column("State", whole=True),
    Column("version", right=True),
    Column("by", widest=16),
    Column("title", takes_rest=True),
)
VERSIONS = (
    Column("version", right=True),
    Column("when", whole=True),
    Column("who", widest=20),
    Column("", widest=12),
    Column("reason", takes_rest=True),
)


@verb("papers-written", EXAMPLES)
@archive_argument
@click.option("--versions", "of", default="", metavar="PAPER", help="List the versions of this paper.")
@click.option("--compare", nargs=3, default=None, metavar="PAPER N N", help="What changed between two versions.")
@click.option("--restore", nargs=2, default=None, metavar="PAPER N", help="Let an earlier version hold again.")
@click.option("--who", default="", help="With --restore: your name.")
@passphrase_option
@json_option
def command(  # noqa: PLR0913  # one for each option
    archive: str,
    *,
    of: str,
    compare: tuple[str, str, str] | None,
    restore: tuple[str, str] | None,
    who: str,
    passphrase_file: str | None,
    as_lines: bool,
) -> None:
    """List the papers that were written here.

    Every version of a paper is kept; none is ever changed.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        if restore:
            name = paper_id(record, restore[0])
            saved = tasks.restore_version(record, name, _number(restore[1]), who=who)
            print_json(saved) if as_lines else line(f"Version {saved.number} holds, by {saved.who}: {saved.reason}.")
        elif compare:
            name, first, second = paper_id(record, compare[0]), _number(compare[1]), _number(compare[2])
            _compared(tasks.compare_versions(record, name, first, second), as_lines)
        elif of:
            _versions(tasks.paper_versions(record, paper_id(record, of)), as_lines)
        else:
            _list(tasks.list_written(record), as_lines)


def _list(papers: "tuple[WrittenPaper, ...]", as_lines: bool) -> None:
    if as_lines:
        for paper in papers:
            print_json(paper)
        return
    cells = ((p.id, p.outline, p.state, p.current.number, p.current.who, p.current.title) for p in papers)
    if papers:
        table(COLUMNS, cells)
        line()
    line(f"{words.count(len(papers), 'paper')}.")


def _versions(versions: "tuple[WrittenVersion, ...]", as_lines: bool) -> None:
    if as_lines:
        for version in versions:
            print_json(version)
        return
    cells = ((one.number, one.when[:16], one.who, "kept beside" if one.aside else "", one.reason) for one in versions)
    table(VERSIONS, cells)


def _compared(changes: "tuple[BlockChange, ...]", as_lines: bool) -> None:
    for change in changes:
        if as_lines:
            print_json(change)
        elif change.what != "same":
            _tell(change.before, change.after)


def _tell(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    for text in before:
        paragraph(f"- {text}")
    for text in after:
        paragraph(f"+ {text}")


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise click.BadParameter(f"{text!r} is no number of a version.")
    return int(text)
