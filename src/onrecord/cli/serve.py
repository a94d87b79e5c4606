"""``onrecord serve``: the workbench in the browser."""

from importlib import import_module
from typing import TYPE_CHECKING

import click

from onrecord.cli.edge import Run, say
from onrecord.cli.opening import opened, somebody_there
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.errors import ArchiveError

if TYPE_CHECKING:
    from types import ModuleType

EXAMPLES = (
    ("See that every page answers, without a browser", "onrecord serve kaz.onrecord --check"),
    ("Read and judge in the browser", "onrecord serve kaz.onrecord"),
    ("Always at the same address, no browser opened", "onrecord serve kaz.onrecord --port 8421 --no-browser"),
)


@verb("serve", EXAMPLES)
@archive_argument
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to listen on; by default a free one.")
@click.option("--host", default="127.0.0.1", help="127.0.0.1 or localhost; the workbench is for this machine only.")
@click.option("--browser/--no-browser", default=None, help="Open the browser; by default at a terminal only.")
@click.option("--check", is_flag=True, help="Follow the links of all pages, say how many answer, and end.")
@passphrase_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one for each option
    ctx: click.Context,
    archive: str,
    *,
    port: int,
    host: str,
    browser: bool | None,
    check: bool,
    passphrase_file: str | None,
    as_lines: bool,
) -> None:
    """Open an archive in the browser.

    Prints a link that lets one browser in, once. It goes on until Ctrl-C.
    """
    serving = _serving()
    serving.prepare()
    state = ctx.find_object(Run)
    assert state
    state.stopped = "Stopped. Everything is on record."
    with opened(archive, passphrase_file) as record, serving.running(record, host=host, port=port) as server:
        if check:
            _check(server, as_lines)
            return
        if as_lines:
            print_json({"link": server.link})
        else:
            say(f"{archive} is open at {server.link}")
            say("The link works once, for one browser. Ctrl-C stops.")
        if browser if browser is not None else somebody_there():
            serving.open_browser(server.link)
        server.until_stopped()


def _check(server: "object", as_lines: bool) -> None:
    """Say which pages answer.

    Raises:
        ArchiveError: one does not.
    """
    checked = import_module("onrecord.web.checking").check_pages(server)
    if as_lines:
        print_json({"answered": checked.answered, "failed": [list(page) for page in checked.failed]})
    else:
        line(f"The workbench answers: {checked.answered} pages looked at.")
    if checked.failed:
        pages = ", ".join(f"{address} ({status})" for address, status in checked.failed)
        raise ArchiveError(f"Some pages of the workbench do not answer: {pages}.", advice="Please report this.")


def _serving() -> "ModuleType":
    # By name: the two faces do not know each other's insides; this verb only starts the other one.
    return import_module("onrecord.web.serving")
