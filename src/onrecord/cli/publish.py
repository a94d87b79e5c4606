"""``onrecord publish``: a public site of what was chosen."""

import click

from onrecord.cli import words
from onrecord.cli.draft import LANGUAGES
from onrecord.cli.edge import Exit, say
from onrecord.cli.given import Given
from onrecord.cli.opening import opened
from onrecord.cli.output import line, print_json
from onrecord.cli.papers_named import paper_id
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    (
        "One review: its recommendations and answers",
        "onrecord publish kaz.onrecord site --review Kazakhstan/2 --title Kazakhstan",
    ),
    (
        "With what one paper claims, and a paper of your own",
        "onrecord publish kaz.onrecord site --review KAZ/2 --paper briefing.pdf --written last --title Kazakhstan",
    ),
    (
        "In Kazakh and Russian, each page with a way to the other",
        "onrecord publish kaz.onrecord site --review KAZ/2 --language kk --language ru --title Kazakhstan",
    ),
)
_SHOWN = 20


@verb("publish", EXAMPLES)
@archive_argument
@click.argument("folder")
@click.option("--title", required=True, help="Of the site.")
@click.option("--review", "reviews", multiple=True, metavar="STATE/CYCLE", help="A review that becomes public.")
@click.option("--paper", "papers", multiple=True, metavar="NAME", help="A paper whose claims become public.")
@click.option("--written", multiple=True, metavar="PAPER", help="A paper of your own that becomes public.")
@click.option("--voice", "voices", multiple=True, metavar="NAME", help="An assessor whose assessments become public.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(("all", *LANGUAGES)),
    help="Of the pages; can be repeated: the first stands in front. English if nothing is said.",
)
@passphrase_option
@json_option
def command(  # noqa: PLR0913  # one for each option
    archive: str,
    folder: str,
    *,
    title: str,
    reviews: tuple[str, ...],
    papers: tuple[str, ...],
    written: tuple[str, ...],
    voices: tuple[str, ...],
    languages: tuple[str, ...],
    passphrase_file: str | None,
    as_lines: bool,
) -> int | None:
    """Write a public site of what was chosen.

    FOLDER must not exist yet. The pages open from a disk, need no server, load nothing and send nothing. They are
    compared with everything in the archive that was not chosen; if any of it stands in them, nothing is written.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        given = Given(record, None)
        try:
            done = tasks.publish(
                record,
                folder,
                title=title,
                reviews=[_review(one) for one in reviews],
                papers=[given.sha256(one) for one in papers],
                written=[paper_id(record, one) for one in written],
                voices=voices,
                languages=LANGUAGES if "all" in languages else languages or LANGUAGES[:1],
            )
        except tasks.Leaking as error:
            say(str(error))
            for leak in error.leaks[:_SHOWN]:
                say(f"  {leak.file}: {leak.kind}: {leak.words}")
            return Exit.RUN_FAILED
    if as_lines:
        print_json(done)
        return None
    line(
        f"{done.folder}: {words.count(done.files, 'page')}, {words.count(done.reviews, 'review')}, "
        f"{words.count(done.recommendations, 'recommendation')}; nothing private stands in them."
    )
    if done.withheld:
        line(f"Names are withheld at {words.count(done.withheld, 'place')}.")
    return None


def _review(given: str) -> tuple[str, int]:
    from onrecord.vocabulary import states

    name, _, cycle = given.rpartition("/")
    code = states.find(name)
    if not code or not cycle.isdecimal() or len(cycle) > 2:
        raise click.BadParameter(f"{given!r} is no review. Write State and cycle: Arvenia/4", param_hint="--review")
    return code, int(cycle)
