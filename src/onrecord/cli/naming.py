"""What ``people``, ``organisations`` and ``laws`` share: lists of names, one name, and a person's decisions on them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from onrecord import tasks
from onrecord.cli import law_register, words
from onrecord.cli.filters import state_option
from onrecord.cli.given import Given, given, limit_option, sources_argument
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import Example, Verb, json_option, passphrase_option, verb
from onrecord.model import NamedKind
from onrecord.tasks.said_rows import NamedDetail, NamedRow
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.model import Judgement
    from onrecord.tasks import Archive

NAME_TARGET = "name:"  # under which decisions on a name are kept
COLUMNS = (
    Column("name", takes_rest=True),
    Column("papers", right=True, whole=True),
    Column("marks", widest=24),
    Column("key", widest=44),
)
_OPTIONS = (
    sources_argument,
    state_option,
    click.option("--words", "text", default="", help="Words that must all stand in the name."),
    click.option("--show", "key", metavar="KEY", default="", help="All about one name: forms, mentions, claims."),
    click.option("--same", nargs=2, metavar="KEY OTHER", help="Decide that two names are the same."),
    click.option("--not-same", nargs=2, metavar="KEY OTHER", help="Decide that they are not: not offered again."),
    click.option("--undo", metavar="ID", default="", help="Take a decision back."),
    click.option("--who", default="", help="Who decides; needed with --same, --not-same and --undo."),
    click.option("--reason", default="", help="Why, for those who read it later."),
    limit_option,
    passphrase_option,
    json_option,
)

_AT_RISK = click.option("--at-risk", is_flag=True, help="Only those to whom something happened, as a paper says.")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says about names, in an archive."""

    same: tuple[str, str] | None
    not_same: tuple[str, str] | None
    undo: str
    who: str
    reason: str

    @property
    def given(self) -> bool:
        """Whether anything is decided."""
        return bool(self.same or self.not_same or self.undo)


def named_verb(name: str, kind: NamedKind, one: str, *, examples: Sequence[Example], about: str) -> Verb:
    """The verb of that name, which lists names of one kind.

    Args:
        name: of the verb.
        kind: of the names.
        one: what one of them is called: "person".
        examples: for its help.
        about: its help.
    """

    def command(sources: Sequence[str], *, limit: int | None, passphrase_file: str | None, **asked: Any) -> int:  # noqa: ANN401
        decision = Decision(*(asked.pop(name) for name in ("same", "not_same", "undo", "who", "reason")))
        as_lines = asked.pop("as_lines")
        key = asked.pop("key")
        register = {name: asked.pop(name) for name in law_register.NAMES if name in asked}
        register |= {"state": asked["state"], "who": decision.who, "reason": decision.reason}
        with given(sources, passphrase_file) as said:
            if kind is NamedKind.LAW and law_register.is_asked(register):
                law_register.run(_archive(said), register, as_lines=as_lines)
            elif decision.given:
                _decide(_archive(said), decision, as_lines)
            elif key:
                _print_detail(_archive(said), key, as_lines)
            else:
                _list(said, kind, one, as_lines=as_lines, limit=limit, **asked)
            return said.exit

    command.__doc__ = about
    return verb(name, examples)(_with_options(command, kind))


def _with_options(command: Callable[..., int], kind: NamedKind) -> Callable[..., int]:
    more = {NamedKind.LAW: law_register.OPTIONS, NamedKind.PERSON: (_AT_RISK,)}.get(kind, ())
    for option in reversed((*_OPTIONS, *more)):
        command = option(command)
    return command


def _archive(said: Given) -> "Archive":
    if said.archive is None:
        raise click.UsageError("Names are shown by key, joined and kept apart in an archive. Add the papers to one.")
    return said.archive


def _list(said: Given, kind: NamedKind, one: str, *, as_lines: bool, **asked: Any) -> None:  # noqa: ANN401
    at_risk = asked.pop("at_risk", False)  # asked of persons only
    found = said.named(kind, words=asked.pop("text"), at_risk=at_risk, **asked)
    if as_lines:
        for row in found:
            print_json(_form(said, row))
        return
    if found.total:
        table(COLUMNS, map(_row, found))
        line()
    line(words.of_total(len(found), found.total, one, "people" if one == "person" else "") or f"No {one} is like this.")


def _form(said: Given, row: NamedRow) -> dict[str, object]:
    """The fields of the row; for papers read on the spot also its mentions: file, start and end."""
    form = as_json(row)
    assert isinstance(form, dict)
    return {**form, **said.mentions(row)}


def _row(row: NamedRow) -> tuple[object, ...]:
    marks = [
        "at risk" if row.at_risk else "",
        "public role" if row.public_role else "",
        f"{row.joined} names joined" if row.joined > 1 else "",
    ]
    return row.name, row.papers, ", ".join(filter(None, marks)), row.key


def _decide(archive: "Archive", decision: Decision, as_lines: bool) -> None:
    if not decision.who.strip():
        raise click.UsageError("A decision needs a name: say --who.")
    if decision.undo:
        done = tasks.withdraw(archive, decision.undo, who=decision.who)
    elif decision.same:
        done = tasks.join_names(archive, *decision.same, reason=decision.reason, who=decision.who)
    else:
        assert decision.not_same
        done = tasks.keep_apart(archive, *decision.not_same, reason=decision.reason, who=decision.who)
    if as_lines:
        print_json(done)
    else:
        _print_decision(done)


def _print_decision(decision: "Judgement") -> None:
    if not decision.target.startswith(NAME_TARGET):
        law_register.print_decision(decision)
        return
    key = decision.target.removeprefix(NAME_TARGET)
    are = "are the same" if decision.field == "same_as" else "are not the same"
    why = f" ({decision.reason})" if decision.reason else ""
    back = "" if decision.stands else f"; taken back by {decision.withdrawn_by}"
    line(f"{key} and {decision.value} {are}, says {decision.who}{why}{back}.")
    if decision.stands:
        line(f"Take it back with --undo {decision.id} --who NAME.")


def _print_detail(archive: "Archive", key: str, as_lines: bool) -> None:
    detail = tasks.show_named(archive, key)
    beside = law_register.told_beside(archive, detail.keys) if detail.row.kind is NamedKind.LAW else None
    decisions = [one for each in detail.keys for one in tasks.judgements_of(archive, NAME_TARGET + each)]
    if as_lines:
        form = as_json(detail)
        assert isinstance(form, dict)
        print_json({**form, "decisions": decisions, **({"register": as_json(beside)} if beside else {})})
        return
    _print_name(detail)
    if beside:
        law_register.print_beside(beside)
    for decision in decisions:
        _print_decision(decision)


def _print_name(detail: NamedDetail) -> None:
    paragraph(detail.row.name, bold=True)
    for what, told in (("Keys", detail.keys), ("Forms", detail.forms), ("Told as", detail.roles)):
        if told:
            paragraph(f"{what}: {'; '.join(told)}.", indent=2)
    line()
    for mention in detail.mentions:
        paragraph(f"… {mention.around.strip()} …", indent=2)
        paragraph(words.place(mention.place, words.paper_label(mention.paper)), indent=4)
    line()
    if detail.claims:
        paragraph("Claims", bold=True)
        for row in detail.claims:
            paragraph(f"{row.claim.text} ({row.claim.source}; {words.paper_label(row.paper)})", indent=2)
        line()
    if detail.perhaps:
        paragraph("Perhaps the same, for a person to decide", bold=True)
        for perhaps in detail.perhaps:
            paragraph(f"{perhaps.name}: {perhaps.key}", indent=2)
        line()
