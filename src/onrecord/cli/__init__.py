"""The command line: one file a verb, the table ``VERBS`` names them. Parse, one task (or ``onrecord.read``), print."""

import sys
from importlib import import_module
from typing import NoReturn, cast

import click

import onrecord
from onrecord.cli.edge import Run, run
from onrecord.cli.verb import HELP, examples_of, show_examples

# In the order in which somebody meets them; the module of each holds a command of the same name.
VERBS = (
    "read",
    "new",
    "add",
    "import",
    "documents",
    "reviews",
    "recommendations",
    "show",
    "check",
    "claims",
    "proposals",
    "conflicts",
    "uptake",
    "links",
    "champions",
    "sources",
    "events",
    "people",
    "organisations",
    "laws",
    "assess",
    "progress",
    "matrix",
    "search",
    "label",
    "subjects",
    "taxonomies",
    "export",
    "draft",
    "papers-written",
    "write-paper",
    "check-paper",
    "wording",
    "export-paper",
    "publish",
    "cases",
    "serve",
    "backup",
    "restore",
    "passphrase",
)
EXAMPLES = (
    ("What one paper says, without an archive", "onrecord read report.pdf"),
    ("Papers put on record, and asked", "onrecord new kaz.onrecord && onrecord add kaz.onrecord papers/"),
    ("Where two papers disagree or copy each other", "onrecord conflicts briefing.pdf statement.docx"),
    ("One recommendation with the history of its answer", "onrecord show kaz.onrecord A/HRC/28/10#126.27"),
)


class Verbs(click.Group):
    """Loads the module of a verb when the verb is called or helped with."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order of ``VERBS``."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None if there is none."""
        if cmd_name not in VERBS:
            return None
        module = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")  # a word of Python's own
        return cast(click.Command, import_module(f"onrecord.cli.{module}").command)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples below the list of verbs."""
        show_examples(EXAMPLES, formatter)


@click.group(cls=Verbs, context_settings=HELP, invoke_without_command=True)
@click.version_option(onrecord.__version__, prog_name="onrecord", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the lines of code an error passed through (also ONRECORD_DEBUG=1).")
@click.pass_context
def onrecord_command(ctx: click.Context, debug: bool) -> None:
    """Puts what was said about a State's human rights on record, every line with its place in the source."""
    state = ctx.find_object(Run)
    if state and debug:
        state.debug = True
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """Entry point of the command ``onrecord``."""
    sys.exit(run(onrecord_command, sys.argv[1:]))


__all__ = ["VERBS", "examples_of", "main", "onrecord_command", "run"]
