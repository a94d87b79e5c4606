"""``onrecord check-paper``: what to look at before a paper leaves."""

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import line, paragraph, print_json
from onrecord.cli.papers_named import paper_id
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.cli.wording import print_help

EXAMPLES = (
    ("What to look at before it leaves", "onrecord check-paper kaz.onrecord 1f2e3d4c5b6a"),
    ("And help with the wording of what it asks", "onrecord check-paper kaz.onrecord 1f2e3d4c5b6a --wording"),
)


@verb("check-paper", EXAMPLES)
@archive_argument
@click.argument("paper")
@click.option("--wording", is_flag=True, help="Say of each recommendation what it asks, lacks, and who made it before.")
@passphrase_option
@json_option
def command(archive: str, paper: str, *, wording: bool, passphrase_file: str | None, as_lines: bool) -> None:
    """Look a paper through before it leaves.

    Sources that are missing, notes that lead nowhere, answers out of date, contradicted figures, names that are not
    cleared, length, recommendations to nobody. Nothing is changed.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        name = paper_id(record, paper)
        remarks = tasks.check_paper(record, name)
        preview = tasks.preview_paper(record, name)
        helps = tasks.help_wording(record, name) if wording else ()
    for remark in remarks:
        if as_lines:
            print_json(remark)
        else:
            paragraph(f"line {remark.line}, {remark.kind}: {remark.what} {remark.advice}")
    for one in helps:
        if as_lines:
            print_json(one)
            continue
        print_help(one)
    if not as_lines:
        limit = f" of {preview.limit:,}" if preview.limit else ""
        line(f"{preview.assembled.words:,}{limit} words; {words.count(len(remarks), 'thing')} to look at.")
