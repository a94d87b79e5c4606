"""``onrecord backup``: a copy of an archive, while it may be in use."""

import click

from onrecord.cli import words
from onrecord.cli.opening import is_database, may_ask, new_passphrase, opened, passphrase_from
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    ("A copy that is an archive itself, with the same passphrase", "onrecord backup kaz.onrecord kaz-june.onrecord"),
    ("A PostgreSQL database into an encrypted file", "onrecord backup postgresql://user@host/onrecord copy.onrecord"),
)


@verb("backup", EXAMPLES)
@archive_argument
@click.argument("target", metavar="FILE")
@passphrase_option
@json_option
def command(archive: str, target: str, passphrase_file: str | None, as_lines: bool) -> None:
    """Copy an archive to a new file.

    It may be in use meanwhile. The copy of a file has its passphrase; for the copy of a database a passphrase is
    asked for.
    """
    from onrecord import settings, tasks

    if is_database(archive):
        passphrase = passphrase_from(passphrase_file)
        if passphrase is None:
            passphrase = new_passphrase(target) if may_ask() else settings.passphrase()
        with tasks.open_archive(archive) as record:
            report = tasks.backup(record, target, passphrase=passphrase)
    else:
        with opened(archive, passphrase_file) as record:
            report = tasks.backup(record, target)
    if as_lines:
        print_json(report)
    else:
        how = "encrypted" if report.encrypted else "not encrypted"
        line(f"{report.target} holds {words.count(report.documents, 'document')}, {how}.")
