"""``onrecord subjects``: saved definitions of labels, words and meaning, and what they take in."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import MemberRow, Subject, SubjectRow

EXAMPLES = (
    ("All subjects, with how many items each takes in", "onrecord subjects kaz.onrecord"),
    ("What one of them takes in, and why", "onrecord subjects kaz.onrecord human-rights-defenders-wide"),
)
COLUMNS = (
    Column("subject", takes_rest=True),
    Column("items", right=True, whole=True),
    Column("by label", right=True, whole=True),
    Column("by words", right=True, whole=True),
    Column("by meaning", right=True, whole=True),
    Column("version", right=True, whole=True),
)
MEMBERS = (
    Column("paper", whole=True),
    Column("number", whole=True),
    Column("because of", widest=30),
    Column("text", takes_rest=True),
)


@verb("subjects", EXAMPLES)
@archive_argument
@click.argument("key", default="")
@click.option("--state", default="", help="Only recommendations to this State (ISO code).")
@passphrase_option
@json_option
def command(archive: str, key: str, state: str, passphrase_file: str | None, as_lines: bool) -> None:
    """List subjects, or what one takes in."""
    with opened(archive, passphrase_file) as record:
        from onrecord import tasks

        if key:
            view = tasks.view_subject(record, key, limit=None)
            kept = [one for one in view.members if not state or one.recommendation.state == state.upper()]
            _print_members(view.row.subject, kept, as_lines)
        else:
            rows = [tasks.count_subject(record, one) for one in tasks.list_subjects(record)]
            _print_subjects(rows, as_lines)


def _print_subjects(rows: "list[SubjectRow]", as_lines: bool) -> None:
    if as_lines:
        for row in rows:
            print_json(row)
        return
    table(COLUMNS, [_counts(row) for row in rows])


def _counts(row: "SubjectRow") -> tuple[object, ...]:
    title = f"{row.subject.title} ({row.subject.key})"
    return title, row.total, row.by_label, row.by_words, row.by_meaning, row.subject.version


def _print_members(subject: "Subject", members: "list[MemberRow]", as_lines: bool) -> None:
    if as_lines:
        for one in members:
            item = one.recommendation
            why = {"labels": one.labels, "words": one.words, "near": one.near}
            print_json({"id": item.id, "text": item.text, **why})
        return
    paragraph(f"{subject.title}. {subject.note}")
    line()
    table(MEMBERS, map(_member, members))
    line()
    line(f"{words.count(len(members), 'item')}.")


def _member(one: "MemberRow") -> tuple[object, ...]:
    item = one.recommendation
    return item.document, item.number, _why(one), item.text


def _why(one: "MemberRow") -> str:
    near = [f"meaning {one.near:.2f}"] if one.near is not None else []
    return ", ".join([*one.labels, *(["words"] if one.words else []), *near])
