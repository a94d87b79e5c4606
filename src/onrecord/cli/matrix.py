"""``onrecord matrix``: assessments in OHCHR's list of recommendations, or as a workbook or page."""

from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import MatrixReport

KINDS = ("State", "national institution", "NGO", "UN body", "ourselves")
EXAMPLES = (
    ("Into OHCHR's list; all else in it stays as it is", "onrecord matrix svn.onrecord list.docx filled.docx"),
    ("Only our own views", "onrecord matrix svn.onrecord list.docx filled.docx --only ourselves"),
    ("The same as a workbook", "onrecord matrix svn.onrecord list.docx matrix.xlsx"),
    ("Without a list, as one page", "onrecord matrix svn.onrecord matrix.html --report A/HRC/43/15"),
)


@verb("matrix", EXAMPLES)
@archive_argument
@click.argument("files", nargs=-1, required=True, metavar="[LIST.docx] OUT")
@click.option("--report", default="", metavar="SYMBOL", help="Of which report; by default the one that the list names.")
@click.option("--only", "by", multiple=True, type=click.Choice(KINDS, case_sensitive=False), help="Only these voices.")
@click.option("--add-column", is_flag=True, help="Add a column where the list has none for assessments or comments.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@passphrase_option
@json_option
def command(
    archive: str,
    *,
    files: tuple[str, ...],
    passphrase_file: str | None,
    as_lines: bool,
    **asked: Any,  # noqa: ANN401  # options
) -> None:
    """Write the matrix with our assessments.

    LIST is OHCHR's thematic list in Word. OUT ends with .docx (the same list with its column for assessments filled),
    .xlsx or .html. What stands in the column stays, and ours comes behind it. The file is for others: names that are
    withheld stay out of it.
    """
    from onrecord import tasks

    if len(files) > 2:
        raise click.UsageError("Name a list and a new file, or a new file alone.")
    kinds = tuple(one for one in tasks.Assessor if one.value in asked["by"])
    wish = tasks.MatrixWish(asked["report"].strip(), kinds, asked["add_column"], asked["overwrite"])
    source = files[0] if len(files) == 2 else None
    with opened(archive, passphrase_file) as record, tasks.seen_by(tasks.Audience.OTHERS):
        done = tasks.write_matrix(record, files[-1], wish, source=source)
    if as_lines:
        print_json(done)
    else:
        _tell(done)


def _tell(done: "MatrixReport") -> None:
    filled = f"{words.count(done.filled, 'row')} of {done.rows:,} filled"
    line(f"{done.target}: {filled}, under “{done.column}”, {done.report}.")
    if done.added:
        line("The list had no column for assessments: one was added at its end.")
    if done.not_there:
        line(f"Assessed, and not in the list: {', '.join(done.not_there)}")
