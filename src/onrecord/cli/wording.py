"""``onrecord wording``: help with the wording of a recommendation that States shall make."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.filters import state_option
from onrecord.cli.opening import opened
from onrecord.cli.output import line, paragraph, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import MadeBefore, WordingHelp

STDIN = "-"
EXAMPLES = (
    ("What a recommendation asks and lacks", 'onrecord wording kaz.onrecord "Ensure the freedom of journalists"'),
    ("And who made it to a State before", 'onrecord wording kaz.onrecord --state KAZ "Repeal article 400"'),
)
WAYS = {
    "act": "one act",
    "law": "names a law or article",
    "part": "a part of it",
    "date": "names a date",
}
KINDS = {
    "verb": "says no act",
    "act": "says no act",
    "way out": "leaves it to the State",
    "time": "says no day",
}


@verb("wording", EXAMPLES)
@archive_argument
@click.argument("text")
@state_option
@passphrase_option
@json_option
def command(archive: str, text: str, *, state: str, passphrase_file: str | None, as_lines: bool) -> None:
    """Help with the wording of a recommendation.

    TEXT is what States shall recommend, - for standard input.

    Which of UPR Info's kinds of action it asks and why, vague words, what it lacks, who made it before and how that
    was answered, and narrower ones that States accepted. Nothing is stored.
    """
    from onrecord import tasks

    asked = sys.stdin.read() if text == STDIN else text
    with opened(archive, passphrase_file) as record:
        found = tasks.help_sentence(record, asked, state=state)
    if as_lines:
        print_json(found)
    else:
        print_help(found)


def print_help(one: "WordingHelp") -> None:
    """What can be said of one recommendation, as lines."""
    action = one.wording.action
    paragraph(f"line {one.line}: {one.text}" if one.line else one.text, bold=True)
    told = f"category {action.category}. " if action else ""
    paragraph(f"{told}{one.wording.why}", indent=2)
    if one.suggested:
        because = f", because of {', '.join(f'“{word}”' for word in one.because)}" if one.because else ""
        score = f"{one.suggested.probability:.2f}"
        paragraph(f"Suggested: category {one.suggested.name}, {score}{because}.", indent=2)
    for vague in one.wording.vague:
        paragraph(f"Vague: “{' '.join(vague.words.split())}” {KINDS[vague.kind]}.", indent=2)
    if one.wording.missing:
        paragraph(f"Not said: {', '.join(one.wording.missing)}.", indent=2)
    _print_made("Made before", one.made_before)
    _print_made("Narrower, and accepted", one.narrower)
    if not one.made_before and not one.narrower:
        line("  Nothing on record asks the same, and nothing narrower was accepted.")


def _print_made(head: str, made: Sequence["MadeBefore"]) -> None:
    for one in made:
        by = words.states(one.states, ())
        answer = words.POSITIONS[one.position] if one.position else "no answer known"
        ways = f", {', '.join(WAYS[way] for way in one.narrower)}" if one.narrower else ""
        to = words.state(one.state) if one.state else "an unknown State"
        name = " ".join(part for part in (one.document, one.number) if part) or "a coded row"
        paragraph(f"{head}: {name} to {to} ({by}), {answer}{ways}.", indent=2)
        paragraph(one.text, indent=4)
