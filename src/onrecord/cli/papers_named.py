"""How papers that were written here are named on the command line: by their id, or "last"."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.tasks import Archive

LAST = "last"


def paper_id(archive: "Archive", given: str) -> str:
    """The id of a paper; "last" is the one that was started last."""
    from onrecord import tasks

    if given != LAST:
        return given
    papers = tasks.list_written(archive)
    if not papers:
        raise click.BadParameter("No paper was written here yet. Start one with: onrecord draft", param_hint="PAPER")
    return papers[0].id
