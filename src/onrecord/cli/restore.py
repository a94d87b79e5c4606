"""``onrecord restore``: an archive from a backup."""

import click

from onrecord.cli import words
from onrecord.cli.opening import with_passphrase
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import json_option, passphrase_option, verb

EXAMPLES = (
    ("Into a file", "onrecord restore kaz-june.onrecord kaz.onrecord"),
    ("Into an empty PostgreSQL database", "onrecord restore kaz-june.onrecord postgresql://user@host/onrecord"),
)


@verb("restore", EXAMPLES)
@click.argument("backup")
@click.argument("archive")
@passphrase_option
@json_option
def command(backup: str, archive: str, passphrase_file: str | None, as_lines: bool) -> None:
    """Make an archive from a backup.

    ARCHIVE is a file that does not exist yet, or an empty database. Nothing is ever overwritten.
    """
    from onrecord import tasks

    report = with_passphrase(
        lambda passphrase: tasks.restore(backup, archive, passphrase=passphrase), backup, passphrase_file
    )
    if as_lines:
        print_json(report)
    else:
        how = "encrypted" if report.encrypted else "not encrypted"
        line(f"{report.target} holds {words.count(report.documents, 'document')}, {how}.")
