"""A command with examples in its help, and the options that many verbs share."""

from collections.abc import Callable, Iterable
from typing import Any

import click

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
Example = tuple[str, str]  # what it does, the command line


class Verb(click.Command):
    """A click command whose help ends with examples."""

    def __init__(self, *given: Any, examples: Iterable[Example] = (), **named: Any) -> None:  # noqa: ANN401  # click's
        super().__init__(*given, **named)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples below the options."""
        show_examples(self.examples, formatter)


def verb(name: str, examples: Iterable[Example]) -> Callable[[Callable[..., int | None]], Verb]:
    """Make a function a verb of that name, with these examples."""
    return click.command(name, cls=Verb, context_settings=HELP, examples=examples)


def show_examples(examples: Iterable[Example], formatter: click.HelpFormatter) -> None:
    """Write the examples, each as what it does and the line to type."""
    with formatter.section("Examples"):
        for what, line in examples:
            formatter.write(f"{'':{formatter.current_indent}}{what}\n")
            formatter.write(f"{'':{formatter.current_indent}}  {line}\n")


def examples_of(command: click.Command) -> tuple[Example, ...]:
    """The examples in a command's help."""
    return command.examples if isinstance(command, Verb) else ()


archive_argument = click.argument("archive")
json_option = click.option("--json", "as_lines", is_flag=True, help="Print JSON Lines: one object a line.")
passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(exists=True, dir_okay=False),
    help="File whose first line is the passphrase. Else ONRECORD_PASSPHRASE, ONRECORD_PASSPHRASE_FILE, or asked for "
    "at a terminal.",
)
