"""``onrecord new``: an empty archive."""

import click

from onrecord.cli.opening import is_database, may_ask, new_passphrase, passphrase_from
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    ("An archive in one file; asks for a passphrase", "onrecord new kaz.onrecord"),
    ("Encrypted, with nobody at a terminal", "onrecord new kaz.onrecord --passphrase-file secret.txt"),
    ("In a PostgreSQL database", "onrecord new postgresql://user@host/onrecord"),
)


@verb("new", EXAMPLES)
@archive_argument
@click.option("--no-passphrase", is_flag=True, help="Do not encrypt and do not ask.")
@passphrase_option
@json_option
def command(archive: str, no_passphrase: bool, passphrase_file: str | None, as_lines: bool) -> None:
    """Make an empty archive.

    ARCHIVE is a file that does not exist yet, or the URL of an empty PostgreSQL database.
    """
    from onrecord import tasks

    passphrase = "" if no_passphrase else passphrase_from(passphrase_file)
    if passphrase is None and may_ask() and not is_database(archive):
        passphrase = new_passphrase(archive)
    with tasks.open_archive(archive, passphrase=passphrase, create=True) as made:
        location, encrypted = made.location, made.encrypted
    if as_lines:
        print_json({"archive": location, "encrypted": encrypted})
    else:
        line(f"{location} is made, {'encrypted' if encrypted else 'not encrypted'}. It holds nothing yet.")
        line(f"Next: onrecord add {location} FILE…")
