"""``onrecord cases``: cases of defenders at risk, for their keepers."""

import sys
from getpass import getpass
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.opening import opened, passphrase_from, somebody_there
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import Archive, Case, CaseLine, CaseList, CaseRights

EXAMPLES = (
    ("Whether there is a lock, and how many keepers", "onrecord cases kaz.onrecord"),
    ("All cases; asks for the passphrase of a keeper", "onrecord cases kaz.onrecord --unlock"),
    ("Who is at risk, why, since when, last known, sources", "onrecord cases kaz.onrecord --unlock --list"),
    ("The updated list: what is new since a day", "onrecord cases kaz.onrecord --unlock --since 2016-06-22"),
    ("With nobody at a terminal", "onrecord cases kaz.onrecord --case-passphrase-file secret --json"),
    ("Set the lock, as the first keeper", "onrecord cases kaz.onrecord --set-lock Ilva"),
)
COLUMNS = (
    Column("case", whole=True),
    Column("name", widest=30),
    Column("publication", widest=14),
    Column("consent", widest=10),
    Column("last known", takes_rest=True),
)


@verb("cases", EXAMPLES)
@archive_argument
@click.option("--unlock", is_flag=True, help="Ask for the passphrase of a keeper.")
@click.option("--list", "as_list", is_flag=True, help="The whole list: who, since when, why, last known, sources.")
@click.option("--since", default="", metavar="DATE", help="The updated list: only what was written since that day.")
@click.option("--set-lock", "keeper", default="", metavar="NAME", help="Put a lock on the cases; NAME keeps them.")
@click.option(
    "--case-passphrase-file", type=click.Path(exists=True, dir_okay=False), help="File whose first line is it."
)
@passphrase_option
@json_option
def command(
    archive: str,
    *,
    unlock: bool,
    keeper: str,
    case_passphrase_file: str | None,
    passphrase_file: str | None,
    **shown: Any,  # noqa: ANN401  # how to show them
) -> None:
    """List cases.

    They are closed to everybody but their keepers; without the passphrase of one nothing of them is told.
    """
    from onrecord import tasks

    as_lines = shown["as_lines"]
    with opened(archive, passphrase_file) as record:
        rights = _rights(record, case_passphrase_file, keeper) if unlock or keeper or case_passphrase_file else None
        if rights is None:
            if shown["as_list"] or shown["since"]:
                raise click.UsageError("The list is for keepers: say --unlock, or --case-passphrase-file.")
            _tell_lock(tasks.case_lock(record).locked, len(tasks.case_lock(record).keepers), as_lines)
        elif shown["as_list"] or shown["since"]:
            _tell_list(tasks.list_defenders(record, since=shown["since"], rights=rights), as_lines)
        else:
            _tell_cases(tasks.list_cases(record, rights=rights), as_lines)


def _rights(archive: "Archive", file: str | None, keeper: str) -> "CaseRights":
    from onrecord import tasks

    given = passphrase_from(file)
    if given is None and not somebody_there():
        raise click.UsageError("Nobody is there to ask for the passphrase: say --case-passphrase-file.")
    secret = getpass("Passphrase of the cases: ", stream=sys.stderr) if given is None else given
    return tasks.set_case_lock(archive, secret, who=keeper) if keeper else tasks.unlock_cases(archive, secret)


def _tell_lock(locked: bool, keepers: int, as_lines: bool) -> None:
    if as_lines:
        print_json({"locked": locked, "keepers": keepers})
    elif locked:
        line(f"The cases are locked; {keepers} can open them. Say --unlock.")
    else:
        line("There is no lock on the cases yet. Say --set-lock NAME.")


def _tell_cases(cases: "tuple[Case, ...]", as_lines: bool) -> None:
    if as_lines:
        for case in cases:
            print_json(case)
    elif cases:
        cells = ((c.id, c.name, c.publication.value, c.consent.value, c.last_known) for c in cases)
        table(COLUMNS, cells)
    else:
        line("No case is open.")


def _tell_list(found: "CaseList", as_lines: bool) -> None:
    if as_lines:
        for case in found.lines:
            print_json(case)
        return
    for case in found.lines:
        _tell_one(case)
    if found.unchanged:
        line(f"{words.count(found.unchanged, 'case')} without anything new since {words.date(found.since)}.")
    elif not found.lines:
        line("No case is open.")


def _tell_one(case: "CaseLine") -> None:
    since = f", since {words.date(case.since)}" if case.since else ""
    paragraph(f"{case.name}{since}{' (new)' if case.is_new else ''}", bold=True)
    if case.why:
        paragraph(f"Why: {case.why}", indent=2)
    for fact in case.facts:
        paragraph(_with_source(fact.date, fact.text, fact.source), indent=2)
    if case.last_known:
        last = case.last_known
        paragraph(f"Last known: {_with_source(last.date, last.text, last.source)}", indent=2)
    for question in case.questions:
        paragraph(f"Not known: {question}", indent=2)
    reason = f" ({case.publication_reason})" if case.publication_reason else ""
    paragraph(f"May be told: {case.publication}{reason}; consent: {case.consent}", indent=2)
    for entry in case.changes:
        paragraph(f"{entry.when[:10]}, {entry.who}: {entry.field}: {entry.text}", indent=4)
    line()


def _with_source(date: str, text: str, source: str) -> str:
    when = f"{words.date(date)}: " if date else ""
    return f"{when}{text}{f' ({source})' if source else ''}"
