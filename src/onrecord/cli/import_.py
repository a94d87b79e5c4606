"""``onrecord import``: a coded database, tied to the reports of an archive."""

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    ("The export of UPR Info's database", "onrecord import kaz.onrecord export.csv"),
    ("What was tied, as JSON", "onrecord import kaz.onrecord export.csv --json"),
)
_REASONS = {
    "tied": "tied to an item of a report",
    "no_report": "not tied: the report of the review is not in the archive",
    "no_state": "not tied: no item of the report names the State",
    "no_text": "not tied: no item of the State has such a text",
    "several": "not tied: several items fit equally well",
}


@verb("import", EXAMPLES)
@archive_argument
@click.argument("file", metavar="FILE.csv")
@passphrase_option
@json_option
def command(archive: str, file: str, passphrase_file: str | None, as_lines: bool) -> None:
    """Import coded recommendations.

    As UPR Info exports them, with the columns To, From, Text, Response, Action, Issue, Session. Every row is kept
    with its origin; rows of reports that are in the archive are tied to their items, others when the report is
    added. Importing again adds nothing.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        report = tasks.import_coded(record, file)
    if as_lines:
        print_json(report)
        return
    line(f"{report.name}: {words.count(report.rows, 'row')}, {report.added:,} of them new.")
    for outcome, count in report.outcomes.items():
        line(f"{count:>8}  {_REASONS[outcome]}")
    if report.unknown_names:
        line(f"Names of no State that we know: {', '.join(report.unknown_names[:10])}")
