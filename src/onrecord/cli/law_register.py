"""What ``onrecord laws`` does with the register: list it, show one law, put laws in, say what became of them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from onrecord import tasks
from onrecord.cli import words
from onrecord.cli.output import Column, line, paragraph, print_json, table

if TYPE_CHECKING:
    from onrecord.model import Judgement
    from onrecord.tasks import Archive, LawDetail, LawLine, LawPart, LineStep, RegisterRow, SuccessionRow

REGISTER_TARGET = "register:"  # under which its decisions are kept
COLUMNS = (
    Column("law", takes_rest=True),
    Column("State", widest=20),
    Column("kind", whole=True),
    Column("year", whole=True),
    Column("verified on", whole=True, from_width=90),
    Column("papers", right=True, whole=True),
    Column("key", widest=40),
)
_PARTS = ("kind", "year", "alias", "source", "verified_on")
OPTIONS = (
    click.option("--register", is_flag=True, help="List the register of laws that a person keeps."),
    click.option("--law", metavar="KEY", default="", help="One law of the register: articles, time lines, decisions."),
    click.option("--add", metavar="NAME", default="", help="Put a law into the register; needs --state and --who."),
    click.option(
        "--change",
        metavar="KEY",
        default="",
        help="Change the entry of a law: what is given is replaced, its name by --add.",
    ),
    click.option("--kind", default="", help="constitution, code, law, decree, regulation or other."),
    click.option("--year", default="", help="The year in which it was made."),
    click.option("--alias", multiple=True, help="Another name under which papers write of it; several times."),
    click.option("--source", default="", help="Where it can be looked up; the law that made a change."),
    click.option("--verified-on", default="", metavar="DAY", help="When somebody compared this with the source."),
    click.option("--key", "law_key", default="", help="A key for --add, where that of its name is taken."),
    click.option("--became", nargs=2, metavar="OLD NEW", help="An article became another; a law was replaced."),
    click.option("--since", default="", metavar="DATE", help="Since when: 2019-01-01, 2019-01 or 2019."),
)
NAMES = ("register", "law", "add", "change", *_PARTS, "law_key", "became", "since")


def is_asked(asked: dict[str, Any]) -> bool:
    """Whether anything of the register is wanted."""
    return bool(asked["register"] or asked["law"] or _decides(asked))


def run(archive: "Archive", asked: dict[str, Any], *, as_lines: bool) -> None:
    """Do what is asked; ``asked`` holds the options of this file, ``state``, ``who`` and ``reason``."""
    if _decides(asked):
        _decide(archive, asked, as_lines)
    elif asked["law"]:
        show(tasks.show_law(archive, asked["law"]), as_lines)
    else:
        _list(tasks.list_register(archive, state=asked["state"]), as_lines)


def told_beside(archive: "Archive", keys: Iterable[str]) -> "LawLine | None":
    """What the register tells of a name in papers, None where that is nothing."""
    found = tasks.law_line(archive, keys)
    return found if found.law else None


def print_beside(found: "LawLine") -> None:
    """The lines of a name, and the mentions of its other numbers."""
    assert found.law
    paragraph(f"In the register: {found.law.name} ({found.law.id})", bold=True)
    for steps in (found.line, found.of_law):
        if steps:
            paragraph(in_words(steps), indent=2)
    if found.older:
        paragraph(
            f"{words.count(len(found.older), 'paper')} from before it had this number: another article may be meant.",
            indent=2,
        )
    for other in found.beside:
        told = step_in_words(other.step, found.line)
        paragraph(f"Mentions as {told}" if other.mentions else f"No paper names {told}.", indent=2)
        for mention in other.mentions:
            paragraph(f"… {mention.around.strip()} …", indent=4)
            paragraph(words.place(mention.place, words.paper_label(mention.paper)), indent=6)
    line()


def print_decision(decision: "Judgement") -> None:
    """One decision on the register in a sentence."""
    law = decision.target.removeprefix(REGISTER_TARGET)
    why = f" ({decision.reason})" if decision.reason else ""
    back = "" if decision.stands else f"; taken back by {decision.withdrawn_by}"
    line(f"{_what(law, decision)}, says {decision.who}, {decision.when[:10]}{why}{back}.")
    if decision.stands:
        line(f"Take it back with --undo {decision.id} --who NAME.")


def show(law: "LawDetail", as_lines: bool) -> None:
    """One law of the register."""
    if as_lines:
        print_json(law)
        return
    paragraph(_title(law), bold=True)
    for what, told in (
        ("Other names", "; ".join(law.law.aliases)),
        ("Source", _source(law.law.source, law.law.verified_on)),
        ("Papers name it", "; ".join(row.name for row in law.known_as)),
        ("Papers may mean instead", "; ".join(f"{one.name} ({one.id})" for one in law.namesakes)),
    ):
        if told:
            paragraph(f"{what}: {told}", indent=2)
    for part in (law.whole, *law.articles):
        _print_part(part)
    line()
    for change in law.changes:
        _print_change(change)
    for decision in law.decisions:
        print_decision(decision)


def in_words(steps: "tuple[LineStep, ...]") -> str:
    """ "Article 31 of the Labour Code until 1 January 2019, then Article 140"; the law is told where it changes."""
    told: list[str] = []
    for step in steps:
        then = "then " if step.since else ""
        told.append(then + step_in_words(step, steps[: len(told)]))
    return ", ".join(told)


def step_in_words(step: "LineStep", before: "tuple[LineStep, ...]") -> str:
    """One step; its law is left out where the steps before were of the same."""
    same_law = step.article and any(one.law == step.law for one in before if one != step)
    law = "" if same_law else f" of the {step.law_name}"
    name = f"Article {step.article}{law}" if step.article else step.law_name
    return f"{name} until {words.date(step.until)}" if step.until else name


def _decides(asked: dict[str, Any]) -> bool:
    return bool(asked["add"] or asked["change"] or asked["became"])


def _decide(archive: "Archive", asked: dict[str, Any], as_lines: bool) -> None:
    if not asked["who"].strip():
        raise click.UsageError("A decision needs a name: say --who.")
    if asked["became"]:
        old, new = asked["became"]
        said = tasks.NewSuccession(old, new, asked["since"], asked["source"], asked["verified_on"])
        done = tasks.law_became(archive, said, reason=asked["reason"], who=asked["who"])
    else:
        done = _enter(archive, asked)
    if as_lines:
        print_json(done)
    else:
        print_decision(done)


def _enter(archive: "Archive", asked: dict[str, Any]) -> "Judgement":
    """A new entry, or the entry that stands with what was given in place of what it had."""
    given = {"aliases" if name == "alias" else name: asked[name] for name in _PARTS if asked[name]}
    based_on = ""
    if asked["change"]:
        found = tasks.show_law(archive, asked["change"])
        was, based_on = found.law, found.decision.id if found.decision else ""
        law = tasks.NewLaw(was.name, was.state, was.kind, was.year, was.aliases, was.source, was.verified_on, was.id)
        given |= {"name": asked["add"]} if asked["add"] else {}
    else:
        if not asked["state"]:
            raise click.UsageError("Say of which State it is: --state.")
        law = tasks.NewLaw(asked["add"], asked["state"], key=asked["law_key"])
    return tasks.register_law(
        archive, replace(law, **given), reason=asked["reason"], who=asked["who"], based_on=based_on
    )


def _list(rows: "tuple[RegisterRow, ...]", as_lines: bool) -> None:
    if as_lines:
        for row in rows:
            print_json(row)
        return
    if rows:
        table(COLUMNS, map(_row, rows))
        line()
    line(f"{words.count(len(rows), 'law')} in the register." if rows else "The register has no law like this.")


def _row(row: "RegisterRow") -> tuple[object, ...]:
    law = row.law
    name = law.name if row.decision else f"{law.name} (comes with Onrecord)"
    return name, words.state(law.state), law.kind, law.year, law.verified_on or "not yet", row.papers, law.id


def _title(law: "LawDetail") -> str:
    told = [words.state(law.law.state), law.law.kind.value, law.law.year]
    gone = "" if law.stands else "; its entry was withdrawn"
    return f"{law.law.name}: {', '.join(filter(None, told))} ({law.law.id}){gone}"


def _source(source: str, verified_on: str) -> str:
    verified = f"verified on {words.date(verified_on)}" if verified_on else "not verified"
    return f"{source} ({verified})" if source else ""


def _print_part(part: "LawPart") -> None:
    if not (part.article or part.line or part.said):
        return
    line()
    paragraph(f"Article {part.article}" if part.article else "The law as a whole", bold=True)
    if part.line:
        paragraph(in_words(part.line), indent=2)
    for said in part.said:
        older = "; older than this number: another article may be meant" if said.older else ""
        paragraph(f"{words.told_paper(said.paper)}{older}", indent=2)
        for what in said.words:
            paragraph(f"“{what}”", indent=4)


def _print_change(change: "SuccessionRow") -> None:
    if change.decision is None:
        told = change.change
        source = _source(told.source, told.verified_on)
        line(f"{told.old} became {told.new} on {words.date(told.since)}: comes with Onrecord; {source}.")


def _what(law: str, decision: "Judgement") -> str:
    value = decision.value
    assert isinstance(value, dict)
    if decision.field == "law":
        return f"{value['name']} ({law}) stands in the register"
    old, new = (
        f"{key}:{article}" if article else key
        for key, article in ((law, value["article"]), (value["became_law"], value["became_article"]))
    )
    source = f", by {value['source']}" if value["source"] else ""
    return f"{old} became {new} on {words.date(str(value['since']))}{source}"
