"""``onrecord passphrase``: set, change or take off the passphrase of an archive."""

import click

from onrecord.cli.opening import new_passphrase, passphrase_from, somebody_there, with_passphrase
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    ("At a terminal: asks for the old one if there is one, and for the new", "onrecord passphrase kaz.onrecord"),
    ("With nobody at a terminal", "onrecord passphrase kaz.onrecord --passphrase-file old --new-passphrase-file new"),
    ("Take it off", "onrecord passphrase kaz.onrecord --remove"),
)


@verb("passphrase", EXAMPLES)
@archive_argument
@click.option("--new-passphrase-file", type=click.Path(exists=True, dir_okay=False), help="Its first line is the new.")
@click.option("--remove", is_flag=True, help="Store the archive without encryption from now on.")
@passphrase_option
@json_option
def command(
    archive: str, new_passphrase_file: str | None, remove: bool, passphrase_file: str | None, as_lines: bool
) -> None:
    """Set, change or take off a passphrase.

    Nobody else may have the archive open. One that has none is encrypted.
    """
    from onrecord import tasks

    if remove and new_passphrase_file:
        raise click.UsageError("--remove and --new-passphrase-file cannot both be.")
    new = "" if remove else passphrase_from(new_passphrase_file)
    if new is None and not somebody_there():
        raise click.UsageError("Nobody is there to ask for the new passphrase: say --new-passphrase-file or --remove.")
    old = with_passphrase(lambda old: _that_opens(archive, old), archive, passphrase_file)
    if new is None:
        new = new_passphrase(archive)
    tasks.set_passphrase(archive, old=old, new=new)
    if as_lines:
        print_json({"archive": archive, "encrypted": bool(new)})
    else:
        line(f"{archive} is {'encrypted with the new passphrase' if new else 'not encrypted any more'}.")


def _that_opens(archive: str, passphrase: str | None) -> str | None:
    """The same passphrase, if it opens the archive: the old one is asked for before the new."""
    from onrecord import tasks

    with tasks.open_archive(archive, passphrase=passphrase):
        return passphrase
