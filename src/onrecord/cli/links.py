"""``onrecord links``: which recommendations to a State repeat earlier ones, and which ask the same."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.filters import StateName
from onrecord.cli.given import limit_option
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.model.judgement import VERDICT, VERDICTS

if TYPE_CHECKING:
    from onrecord.tasks import Archive, ClusterRow, LinkRow, PageOf

RELATIONS = ("repeat", "uptake", "alike")
EXAMPLES = (
    ("What was recommended to Arvenia again, and what asks the same", "onrecord links kaz.onrecord --state XAV"),
    ("Every suggested link with its reasons, for a program", "onrecord links kaz.onrecord --state XAV --json"),
    (
        "Put two apart that do not ask the same",
        'onrecord links kaz.onrecord --state XAV --judge "link:…" --verdict wrong --who Ada',
    ),
)
COLUMNS = (Column("number", whole=True), Column("by", widest=20), Column("text", takes_rest=True))


@verb("links", EXAMPLES)
@archive_argument
@click.option("--state", type=StateName(), required=True, help="State under review: name or ISO code.")
@click.option("--relation", type=click.Choice(RELATIONS), help="Only one kind of link; with --json.")
@click.option("--judge", "target", metavar="TARGET", default="", help="Decide on a link by its target (see --json).")
@click.option("--verdict", type=click.Choice(VERDICTS), default="right", help="What you decide: right, wrong …")
@click.option("--who", default="", help="Who decides; needed with --judge.")
@click.option("--reason", default="", help="Why, for those who read it later.")
@limit_option
@passphrase_option
@json_option
def command(  # noqa: PLR0913  one for each option
    archive: str,
    *,
    state: str,
    relation: str | None,
    target: str,
    verdict: str,
    who: str,
    reason: str,
    limit: int | None,
    passphrase_file: str | None,
    as_lines: bool,
) -> None:
    """List what asks the same.

    Recommendations to a State are gathered where they ask the same, over all its reviews. These are suggestions:
    --judge puts two texts together (right) or apart (wrong).
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        if target:
            _judge(record, target, verdict, who=who, reason=reason)
        elif as_lines:
            for row in tasks.list_links(record, state, relation=relation or "", limit=limit):
                print_json(row)
        else:
            _print(tasks.list_clusters(record, state, limit=limit), tasks.list_links(record, state, relation="repeat"))


def _judge(archive: "Archive", target: str, verdict: str, *, who: str, reason: str) -> None:
    from onrecord import tasks

    before = [one for one in tasks.judgements_of(archive, target) if one.stands]
    last = before[-1].id if before else ""
    print_json(tasks.judge(archive, target, VERDICT, verdict, reason=reason, who=who, based_on=last))


def _print(clusters: "PageOf[ClusterRow]", repeats: "PageOf[LinkRow]") -> None:
    for row in clusters:
        paragraph(f"{len(row.members)} ask the same", bold=True)
        table(COLUMNS, ((text.number, words.states(text.states), text.text) for text in row.members))
        line()
    line(words.of_total(len(clusters), clusters.total, "group") or "No two recommendations ask the same.")
    line(f"{words.count(repeats.total, 'link')} between reviews; --json tells each with its reasons.")
