"""What became of the proposals of a paper in an archive: printed for ``onrecord uptake``."""

from typing import TYPE_CHECKING

from onrecord.cli import words
from onrecord.cli.edge import Exit
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import LinkRow, PaperUptake, RaisedRow, UptakeRow

LINKS = (
    Column("number", whole=True),
    Column("by", widest=20),
    Column("kind", whole=True),
    Column("score", right=True, whole=True),
    Column("because of", takes_rest=True),
)
STATES = (
    Column("State", takes_rest=True),
    Column("same ask", right=True, whole=True),
    Column("same subject", right=True, whole=True),
    Column("only raised", right=True, whole=True),
)


def of_paper(archive: str, paper: str, passphrase_file: str | None, *, as_lines: bool) -> int:
    """Print what became of each proposal, then which States took up how many."""
    from onrecord import tasks
    from onrecord.cli.given import given

    with given([archive], passphrase_file) as said:
        assert said.archive is not None
        found = tasks.uptake_of(said.archive, said.sha256(paper))
    for row in found.rows:
        if as_lines:
            print_json(_form(row, found))
        else:
            _print(row)
    if not as_lines:
        _print_states(found)
    return Exit.DONE


def _form(row: "UptakeRow", found: "PaperUptake") -> dict[str, object]:
    form = as_json(row)
    assert isinstance(form, dict)
    proposal = row.row.proposal
    del form["row"]
    return {**form, "id": proposal.id, "text": proposal.text, "report": found.report}


def _print(row: "UptakeRow") -> None:
    paragraph(row.row.proposal.text, bold=True)
    paragraph(f"Suggested: {row.decision}, {row.score:.2f}.", indent=2)
    if row.chance and row.chance.sentence:
        paragraph(row.chance.sentence, indent=2)
    if row.links:
        table(LINKS, (_cells(link) for link in row.links))
    for one in row.raised:
        if one.verdict != "wrong":
            paragraph(_raised(one), indent=2)
    line()


def _raised(one: "RaisedRow") -> str:
    """Where a passage raises it: weaker than a recommendation."""
    who = f" by {words.states(one.states)}" if one.states else ""
    where = "in the dialogue" if one.kind == "dialogue" else "by a committee"
    decided = f"{one.decision.who}: {one.verdict}. " if one.decision else ""
    because = "; ".join(str(reason) for reason in one.reasons)
    place = f"{one.paper.label}, para. {one.place.paragraph}" if one.place.paragraph else one.paper.label
    return f"Raised {where}{who}, {place}, {one.score:.2f}: {decided}{because}. “{one.text}”"


def _cells(link: "LinkRow") -> tuple[object, ...]:
    reasons = "; ".join(str(reason) for reason in link.reasons)
    decided = f"{link.decision.who}: {link.verdict}. " if link.decision else ""
    return link.other.number, words.states(link.other.states), link.kind.value, f"{link.score:.2f}", decided + reasons


def _print_states(found: "PaperUptake") -> None:
    if not found.report:
        line("The archive holds no Working Group report on this State.")
    elif not found.states:
        line(f"No State took up a proposal in {found.report}.")
    else:
        table(STATES, ((words.state(one.state), one.same_ask, one.same_subject, one.raised) for one in found.states))
