"""``onrecord show``: one recommendation with the history of its answer."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.model import Stage
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import HistoryEntry, Quote, RecommendationDetail

EXAMPLES = (("Text, answers with their places, and the papers", "onrecord show kaz.onrecord A/HRC/28/10#126.27"),)
COLUMNS = (
    Column("paper", whole=True),
    Column("kind", widest=24),
    Column("date"),
    Column("file", takes_rest=True),
)


@verb("show", EXAMPLES)
@archive_argument
@click.argument("wanted", metavar="SYMBOL#NUMBER")
@passphrase_option
@json_option
def command(archive: str, wanted: str, passphrase_file: str | None, as_lines: bool) -> None:
    """Show one recommendation and its history.

    Its text, every answer with the words that hold it and their place, and the papers of its review.
    """
    from onrecord import tasks

    symbol, sign, number = wanted.rpartition("#")
    if not (sign and symbol and number):
        raise click.BadParameter(
            f"{wanted!r} does not name a recommendation. Write the report's symbol and the number: A/HRC/28/10#126.27",
            param_hint="SYMBOL#NUMBER",
        )
    with opened(archive, passphrase_file) as record:
        detail = tasks.show_recommendation(record, symbol.strip(), number.strip())
    if as_lines:
        print_json(_form(detail))
    else:
        _print(detail)


def _form(detail: "RecommendationDetail") -> dict[str, object]:
    """The keys of a recommendation as everywhere, with the passages beside them."""
    form = as_json(detail.recommendation)
    assert isinstance(form, dict)
    history = []
    for entry in detail.history:
        statement = as_json(entry.statement)
        assert isinstance(statement, dict)
        history.append({**statement, "quote": entry.quote, "comment_quote": entry.comment})
    return {
        **form,
        "history": history,
        "quote": detail.quote,
        "chapeau_quote": detail.chapeau,
        "answers": detail.answers,
        "papers": detail.papers,
    }


def _print(detail: "RecommendationDetail") -> None:
    item = detail.recommendation
    paragraph(f"{item.document} {item.number}", bold=True)
    paragraph(f"{words.review(item.state, item.cycle, item.session)}. Recommended by {_by(detail)}.")
    line()
    paragraph(item.text, indent=2)
    paragraph(f"{words.place(item.place)}", indent=2)
    line()
    if len(item.asks) > 1:  # States inside the sentence, or several texts in one item
        for ask in item.asks:
            paragraph(f"{words.states(ask.states)}: {ask.text}", indent=4)
        line()
    paragraph(f"Answer: {words.position(item.history)}.", bold=True)
    if not detail.history:
        paragraph("No paper in the archive answers it.", indent=2)
    # Lists of others stand behind what the State itself said.
    for entry in sorted(detail.history, key=lambda entry: entry.statement.stage is Stage.LIST):
        _print_entry(entry)
    _print_passages(detail)


def _by(detail: "RecommendationDetail") -> str:
    item = detail.recommendation
    return words.states(item.states, item.unknown) or "a State that is not named"


def _print_entry(entry: "HistoryEntry") -> None:
    statement = entry.statement
    answer = words.position((statement,)) if not statement.tentative else "a remark that changes nothing"
    when = f"{words.date(statement.date)}, " if statement.date else ""
    line()
    paragraph(f"{when}{words.STAGES[statement.stage]}: {answer}", indent=2)
    _quoted(entry.quote)
    if statement.claims_implemented:
        paragraph(f"The State says: {statement.claims_implemented}", indent=4)
    if entry.comment:
        paragraph("Comment:", indent=4)
        _quoted(entry.comment)


def _quoted(quote: "Quote", indent: int = 4) -> None:
    paragraph(f"“{quote.text}”", indent=indent)
    paragraph(words.place(quote.place, quote.name), indent=indent)


def _print_passages(detail: "RecommendationDetail") -> None:
    line()
    if detail.answers:
        paragraph("National reports that say they answer it", bold=True)
        for passage in detail.answers:
            line()
            _quoted(passage, indent=2)
        line()
    paragraph("Papers of this review", bold=True)
    line()
    table(
        COLUMNS,
        ((p.document or "(no symbol)", p.kind.value, words.date(p.date), words.file(p.name)) for p in detail.papers),
    )
