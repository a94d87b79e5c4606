"""``onrecord read``: what papers say, without an archive."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from onrecord.cli.edge import Exit, tell
from onrecord.cli.output import print_json
from onrecord.cli.verb import json_option, verb
from onrecord.errors import DocumentError

if TYPE_CHECKING:
    from onrecord.record import Record

STDIN = "-"

EXAMPLES = (
    ("What a report is, and every recommendation in it", "onrecord read report.pdf"),
    (
        "A report with its addendum and the report of the Council: the last word on every item",
        "onrecord read --together report.pdf addendum.pdf plenary.pdf",
    ),
    ("For a program: one object a line", "onrecord read --json *.pdf > found.jsonl"),
    ("The same, counted as coders do: each text with its States", "onrecord read --json --pairs *.pdf > pairs.jsonl"),
    ("From standard input", "onrecord read - < report.pdf"),
)


@verb("read", EXAMPLES)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--together",
    is_flag=True,
    help="The files are papers of one review: join what addenda and the Council's reports answer to the items.",
)
@click.option(
    "--pairs",
    is_flag=True,
    help="List each text of an item with the States that ask for it, instead of the item as a whole.",
)
@json_option
def command(files: Sequence[str], together: bool, pairs: bool, as_lines: bool) -> int:
    """Print what papers say. Nothing is stored.

    FILE is a PDF, Word, HTML or text file, or - for standard input. What it is comes from its content.
    """
    papers = (_read(name) for name in files)
    failed = False
    for name, result in _joined(papers) if together else papers:
        if isinstance(result, DocumentError):
            failed = True
            _print_failed(name, result, as_lines)
        else:
            _print(name, result.by_ask() if pairs else result, as_lines)
    return Exit.SOME_FAILED if failed else Exit.DONE


def _read(name: str) -> "tuple[str, Record | DocumentError]":
    import onrecord

    try:
        source = sys.stdin.buffer.read() if name == STDIN else name
        record = onrecord.read(source, name="standard input" if name == STDIN else "")
        _ = record.findings  # so that all that can go wrong goes wrong here
    except DocumentError as error:
        return name, error  # one bad file never stops the others
    return name, record


def _joined(papers: "Iterable[tuple[str, Record | DocumentError]]") -> "Iterator[tuple[str, Record | DocumentError]]":
    from onrecord.record import join

    read = list(papers)
    joined = iter(join([result for _, result in read if not isinstance(result, DocumentError)]))
    for name, result in read:
        yield name, result if isinstance(result, DocumentError) else next(joined)


def _print(name: str, record: "Record", as_lines: bool) -> None:
    if as_lines:
        from onrecord.writing.json_form import paper_form

        print_json({"file": name, **paper_form(record.document, record.findings)})
    else:
        from onrecord.cli.paper import print_paper

        print_paper(name, record)


def _print_failed(name: str, error: DocumentError, as_lines: bool) -> None:
    tell(error, where=name)
    if as_lines:
        print_json({"file": name, "error": error, "recommendations": []})
