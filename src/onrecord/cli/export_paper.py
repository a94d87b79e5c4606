"""``onrecord export-paper``: a written paper as a file."""

import click

from onrecord.cli.edge import say
from onrecord.cli.opening import opened
from onrecord.cli.output import line, print_json
from onrecord.cli.papers_named import paper_id
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    ("Word, with real footnotes", "onrecord export-paper kaz.onrecord 1f2e3d4c5b6a paper.docx"),
    ("PDF, tagged for readers for the blind", "onrecord export-paper kaz.onrecord 1f2e3d4c5b6a paper.pdf"),
    ("As version 3 had it", "onrecord export-paper kaz.onrecord 1f2e3d4c5b6a old.html --version 3"),
)


@verb("export-paper", EXAMPLES)
@archive_argument
@click.argument("paper")
@click.argument("target", metavar="FILE")
@click.option("--version", type=click.IntRange(1), help="An earlier version; by default the current one.")
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
@click.option("--open", "opening", is_flag=True, help="Open the file afterwards, where somebody is at a terminal.")
@passphrase_option
@json_option
def command(  # noqa: PLR0913  # one for each option
    archive: str,
    paper: str,
    target: str,
    *,
    version: int | None,
    overwrite: bool,
    opening: bool,
    passphrase_file: str | None,
    as_lines: bool,
) -> None:
    """Write a paper into a file.

    FILE ends in .docx, .pdf, .html or .md. PAPER is its id; "last" is the one that was started last. Names that are not
    cleared for publication are withheld.
    """
    import sys

    from onrecord import tasks
    from onrecord.writing.target import new_file

    form = tasks.form_of(target)
    with opened(archive, passphrase_file) as record:
        shown = tasks.show_written(record, paper_id(record, paper))
        names = [one for one in tasks.check_paper(record, shown.id, version=version) if one.kind == "name"]
        with tasks.seen_by(tasks.Audience.OTHERS):
            content = tasks.export_paper(record, shown.id, form, version=version)
    with new_file(target, overwrite=overwrite) as file:
        file.write(content)
    if names:
        say(f"Names are withheld at {len(names)} places. See: onrecord check-paper {archive} {shown.id}")
    if as_lines:
        print_json({"file": target, "format": form, "paper": shown.id, "withheld": len(names)})
    else:
        line(f"{target}: {shown.current.title}")
    if opening and sys.stdout.isatty():
        click.launch(target)
