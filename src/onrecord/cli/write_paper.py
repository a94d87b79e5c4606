"""``onrecord write-paper``: a new paper, or a new version of one, from a Markdown file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.draft import LANGUAGES, OUTLINES
from onrecord.cli.edge import Exit, tell
from onrecord.cli.opening import opened
from onrecord.cli.output import line, print_json
from onrecord.cli.papers_named import paper_id
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import Archive

EXAMPLES = (
    ("The text of a paper, to edit", "onrecord write-paper kaz.onrecord --paper 1f2e3d4c5b6a --print"),
    (
        "Brought back; 3 is the version that was edited",
        "onrecord write-paper kaz.onrecord paper.md --paper 1f2e3d4c5b6a --based-on 3 --who Ana",
    ),
    ("A new one", "onrecord write-paper kaz.onrecord mine.md --title Mine --who Ana"),
)
STDIN = "-"


@verb("write-paper", EXAMPLES)
@archive_argument
@click.argument("source", metavar="[FILE]", required=False, default=STDIN)
@click.option("--paper", default="", metavar="PAPER", help="Which; without it a new one is started.")
@click.option("--based-on", type=int, help="Number of the version that was edited; by default the current one.")
@click.option("--print", "printing", is_flag=True, help="Print the text of the paper and change nothing.")
@click.option("--title", default="", help="Of a new paper, or a new title.")
@click.option("--outline", type=click.Choice(OUTLINES), default="briefing", help="Of a new paper.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Of a new paper.")
@click.option("--state", default="", help="Of a new paper: ISO 3166-1 alpha-3 code.")
@click.option("--reason", default="", help="Why, in a few words.")
@click.option("--who", default="", help="Your name; it stays with the version.")
@passphrase_option
@json_option
def command(  # noqa: PLR0913  # one for each option
    archive: str,
    source: str,
    *,
    paper: str,
    based_on: int | None,
    printing: bool,
    title: str,
    outline: str,
    language: str,
    state: str,
    reason: str,
    who: str,
    passphrase_file: str | None,
    as_lines: bool,
) -> int | None:
    """Write a paper, or a new version of one.

    FILE is Markdown, or - for standard input. References in square brackets lead into the record. If somebody saved
    meanwhile, your text is kept beside as a version of its own.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        paper = paper_id(record, paper)
        if printing:
            _print(record, paper, as_lines)
            return None
        text = sys.stdin.read() if source == STDIN else _read(source)
        if not paper:
            made = tasks.new_paper(record, title, text, outline=outline, language=language, state=state, who=who)
            print_json(made) if as_lines else line(f"{made.id}  {made.current.title}")
            return None
        before = based_on or tasks.show_written(record, paper).current.number
        try:
            saved = tasks.save_paper(record, paper, text, title=title, based_on=before, who=who, reason=reason)
        except tasks.WrittenConflict as conflict:
            tell(conflict)
            return Exit.SOME_FAILED
        print_json(saved) if as_lines else line(f"Version {saved.number} holds.")
    return None


def _print(archive: "Archive", paper: str, as_lines: bool) -> None:
    from onrecord import tasks

    shown = tasks.show_written(archive, paper)
    if as_lines:
        print_json(shown)
    else:
        sys.stdout.write(shown.current.text)


def _read(source: str) -> str:
    try:
        return Path(source).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.BadParameter(f"{source} cannot be read as text: {error}.", param_hint="FILE") from error
