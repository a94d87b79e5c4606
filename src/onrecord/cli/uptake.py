"""``onrecord uptake``: which recommendations take up which proposals."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.edge import Exit, say
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.uptake_of_paper import of_paper
from onrecord.cli.verb import json_option, passphrase_option, verb
from onrecord.errors import RunError, SettingError
from onrecord.model.link import AskText, Link, LinkKind, Uptake
from onrecord.writing.json_form import as_json

STDIN = "-"
SHOWN = 5  # recommendations under each proposal of the table
EXAMPLES = (
    ("What became of the proposals of a paper in an archive", "onrecord uptake kaz.onrecord briefing.pdf"),
    (
        "Proposals beside the recommendations of a review, both as JSON lines with id and text",
        "onrecord uptake --proposals proposals.jsonl --recommendations recommendations.jsonl",
    ),
    (
        "The same for a program",
        "onrecord uptake --proposals - --recommendations recommendations.jsonl --json < proposals.jsonl",
    ),
)
COLUMNS = (
    Column("recommendation", whole=True),
    Column("kind", whole=True),
    Column("score", right=True, whole=True),
    Column("because of", takes_rest=True),
)


@verb("uptake", EXAMPLES)
@click.argument("archive", required=False)
@click.argument("paper", required=False)
@click.option("--proposals", default="", metavar="FILE", help="JSON lines with id and text; - for standard input.")
@click.option("--recommendations", default="", metavar="FILE", help="The same.")
@click.option("--words-only", is_flag=True, help="Leave meaning out: words and rules decide alone.")
@passphrase_option
@json_option
def command(  # noqa: PLR0913  one for each option
    archive: str | None,
    paper: str | None,
    *,
    proposals: str,
    recommendations: str,
    words_only: bool,
    passphrase_file: str | None,
    as_lines: bool,
) -> int:
    """Tell which proposals States took up.

    For each proposal: the same ask, the same subject, or none, with the reasons. These are suggestions: read both
    texts before you say so. Give an ARCHIVE and a PAPER of it (symbol, file name or sha256), or two files.
    """
    if archive and paper and not (proposals or recommendations):
        return of_paper(archive, paper, passphrase_file, as_lines=as_lines)
    if archive or not (proposals and recommendations):
        raise click.UsageError("Give an archive and a paper of it, or --proposals and --recommendations.")
    return _of_files(proposals, recommendations, words_only=words_only, as_lines=as_lines)


def _of_files(proposals: str, recommendations: str, *, words_only: bool, as_lines: bool) -> int:
    if proposals == recommendations == STDIN:
        raise SettingError("Both lists cannot come from standard input.", advice="Name a file for one of them.")
    from onrecord.record import uptake

    asked, recommended = _Lines(proposals), _Lines(recommendations)
    found = uptake(list(asked), list(recommended), words_only=words_only)
    for one in found:
        if as_lines:
            print_json(_form(one, asked.ids, recommended.ids))
        else:
            _print(one, asked.texts, recommended.texts)
    return Exit.SOME_FAILED if asked.failed or recommended.failed else Exit.DONE


class _Lines:
    """The texts of a file of JSON lines. A line that cannot be used is told on standard error; the others go on."""

    def __init__(self, name: str) -> None:
        self._name = "standard input" if name == STDIN else name
        self._content = _content(name)
        self.failed = False
        self.texts: dict[str, str] = {}
        self.ids: dict[str, object] = {}  # as given: a number stays a number

    def __iter__(self) -> Iterator[AskText]:
        for number, row in enumerate(self._content.split("\n"), start=1):
            if not row.strip():
                continue
            wrong = ""
            try:
                one = json.loads(row)
            except json.JSONDecodeError as error:
                one, wrong = None, f"is no JSON ({error.msg} at sign {error.colno})"
            wrong = wrong or self._wrong(one)
            if wrong:
                self.failed = True
                say(f'{self._name}, line {number} {wrong}. Each line needs an "id" and a "text".')
            else:
                key = str(one["id"])
                self.texts[key], self.ids[key] = one["text"], one["id"]
                yield AskText(key, one["text"])

    def _wrong(self, one: object) -> str:
        if not isinstance(one, dict):
            return "is no JSON object"
        if not isinstance(one.get("id"), str | int) or isinstance(one["id"], bool) or not str(one["id"]).strip():
            return 'has no "id"'
        if not isinstance(one.get("text"), str) or not one["text"].strip():
            return 'has no "text"'
        return f'has the "id" {one["id"]} again' if str(one["id"]) in self.texts else ""


def _content(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise RunError(f"{name} cannot be read: {error.strerror}.", advice="Check the path.") from error
    except UnicodeDecodeError as error:
        raise RunError(f"{name} is not UTF-8.", advice="Save it as UTF-8.") from error


def _form(one: Uptake, proposals: dict[str, object], recommendations: dict[str, object]) -> dict[str, object]:
    form = as_json(one)
    assert isinstance(form, dict)
    links = [{**as_json(link), "id": recommendations[link.id]} for link in one.recommendations]  # type: ignore[dict-item]
    return {**form, "id": proposals[one.id], "recommendations": links}


def _print(one: Uptake, proposals: dict[str, str], recommendations: dict[str, str]) -> None:
    paragraph(f"{one.id}: {proposals[one.id]}", bold=True)
    paragraph(f"Suggested: {one.decision}, {one.score:.2f}{_because(one)}", indent=2)
    shown = [link for link in one.recommendations if link.kind is not LinkKind.NONE][:SHOWN]
    if shown:
        line()
        table(COLUMNS, ((link.id, link.kind.value, f"{link.score:.2f}", _reasons(link)) for link in shown))
        for link in shown[:1]:
            paragraph(f"{link.id}: {recommendations[link.id]}", indent=2)
    line()


def _because(one: Uptake) -> str:
    if one.decision is LinkKind.NONE:
        return ". No recommendation speaks of it."
    return ", because of " + "; ".join(str(reason) for reason in one.reasons) + "."


def _reasons(link: Link) -> str:
    return "; ".join(str(reason) for reason in link.reasons)
