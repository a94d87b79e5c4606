"""``onrecord draft``: a first draft of a paper from the record, or an older one brought up to date."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import line, paragraph, print_json
from onrecord.cli.papers_named import paper_id
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import Archive, Drafted, Redrafted

EXAMPLES = (
    (
        "A briefing paper from what was published before a review",
        "onrecord draft kaz.onrecord --state Kazakhstan --cycle 2 --subject defender --before 2014-10-30 --who Ana",
    ),
    (
        "A submission in Russian, made by two",
        "onrecord draft kaz.onrecord --state KAZ --outline joint-submission --language ru --by A --by B --who Ana",
    ),
    ("An older draft brought up to date", "onrecord draft kaz.onrecord --again 1f2e3d4c5b6a --who Ana"),
)
OUTLINES = (
    *("briefing", "submission", "joint-submission", "alternative", "statement", "matrix", "mid-term", "case-list"),
)
LANGUAGES = ("en", "fr", "es", "ru", "kk", "ar")


@verb("draft", EXAMPLES)
@archive_argument
@click.option("--state", default="", help="State under review: its name or ISO 3166-1 alpha-3 code.")
@click.option("--cycle", type=click.IntRange(1, 99), help="Cycle of the review.")
@click.option("--outline", type=click.Choice(OUTLINES), default="briefing", show_default=True, help="Kind of paper.")
@click.option(
    "--subject",
    default="",
    help="Words with commas between, any of which must stand there; a right; or a saved subject.",
)
@click.option("--before", default="", metavar="DAY", help="Use only what was published before this day.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Of headings and notes."
)
@click.option("--title", default="", help="By default the State and the subject.")
@click.option("--by", "authors", multiple=True, metavar="NAME", help="Whose paper it is; several for a joint one.")
@click.option("--again", default="", metavar="PAPER", help="Bring this paper up to date; what people wrote stays.")
@click.option("--take", multiple=True, metavar="BLOCK", help="With --again: put in what was offered under this id.")
@click.option("--who", required=True, help="Your name; it stays with the version.")
@passphrase_option
@json_option
def command(  # noqa: PLR0913  # one for each option
    archive: str,
    *,
    state: str,
    cycle: int | None,
    outline: str,
    subject: str,
    before: str,
    language: str,
    title: str,
    authors: tuple[str, ...],
    again: str,
    take: tuple[str, ...],
    who: str,
    passphrase_file: str | None,
    as_lines: bool,
) -> None:
    """Draft a paper from the record.

    Every sentence is somebody's words with their note; conflicts are told as conflicts, and what is missing is marked.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        if again:
            _tell_again(tasks.redraft_paper(record, paper_id(record, again), who=who, take=take), as_lines)
            return
        done = tasks.draft_paper(
            record,
            _code(state),
            outline=outline,
            cycle=cycle,
            subject=subject,
            before=before,
            language=language,
            title=title,
            authors=authors,
            who=who,
        )
        _tell(record, done, before, as_lines)


def _code(state: str) -> str:
    from onrecord.vocabulary import states

    code = states.find(state)
    if not code:
        raise click.BadParameter(f"No State is called {state!r}. Give its name or code.", param_hint="--state")
    return code


def _tell(archive: "Archive", done: "Drafted", before: str, as_lines: bool) -> None:
    from onrecord import tasks

    shown = tasks.preview_paper(archive, done.paper.id)
    if as_lines:
        print_json(
            {
                "paper": done.paper,
                "sources": done.sources,
                "later": done.later,
                "undated": done.undated,
                "inferred": done.inferred,
            }
        )
        return
    notes, count = len(shown.assembled.notes), shown.assembled.words
    paragraph(f"{done.paper.id}  {done.paper.current.title}", bold=True)
    line(f"{words.count(count, 'word')}, {words.count(notes, 'note')}, from {words.count(done.sources, 'paper')}.")
    if before:
        line(f"{words.count(done.later, 'paper')} left out, published on {before} or later.")
    for label, reason in done.inferred:
        line(f"Used without a date of its own: {label}. {reason}")
    for label in done.undated:
        line(f"Left out, because it has no date: {label}")


def _tell_again(done: "Redrafted", as_lines: bool) -> None:
    if as_lines:
        print_json(done)
        return
    paragraph(f"{done.paper.id}  version {done.paper.current.number}", bold=True)
    line(f"{words.count(len(done.renewed), 'block')} brought up to date; {len(done.edited)} that were edited stay.")
    for name in done.gone:
        line(f"No longer on record, left where it is: {name}")
    for block in done.offered:
        line(f"Offered: --take {block.id}")
        paragraph(block.text, indent=2)
