"""``onrecord label``: what recommendations are about, suggested without an archive or in one."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.edge import Exit, say
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import json_option, passphrase_option, verb
from onrecord.errors import RunError

if TYPE_CHECKING:
    from onrecord.model.label import Labels

STDIN = "-"
AT_ONCE = 256  # lines that are labelled together: output begins before the last line was read
EXAMPLES = (
    ("Recommendations as JSON Lines, one object with id and text a line", "onrecord label recs.jsonl"),
    ("For a program: one object a line, from standard input", "onrecord label --json < recs.jsonl > labels.jsonl"),
    ("Only what is nearly certain counts as sure", "onrecord label --threshold 0.97 recs.jsonl"),
    ("All recommendations of an archive that were not labelled yet", "onrecord label kaz.onrecord"),
    ("Choose from which probability on labels are sure", "onrecord label kaz.onrecord --threshold 0.95 --who Ada"),
    ("With a model of your own", "onrecord label --model labels-2.npz recs.jsonl"),
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One line of the input: its id and text, or why it cannot be used."""

    line: int
    id: object = None
    text: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class _Wish:
    threshold: float | None
    model: Path | None
    themes: bool
    as_lines: bool
    who: str = ""


@verb("label", EXAMPLES)
@click.argument("file", default=STDIN, metavar="[FILE|ARCHIVE]")
@click.option("--threshold", type=click.FloatRange(0, 1), help="Probability from which a label is sure.")
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="Model file to use instead of the one that comes with Onrecord (also ONRECORD_LABELS).",
)
@click.option(
    "--themes", is_flag=True, help="With --json: OHCHR's themes, persons affected and goals too, which follow by rule."
)
@click.option("--who", default="", help="With --threshold: choose it for the archive, under this name.")
@passphrase_option
@json_option
def command(  # noqa: PLR0913  one for each option
    file: str,
    *,
    threshold: float | None,
    model: Path | None,
    themes: bool,
    who: str,
    passphrase_file: str | None,
    as_lines: bool,
) -> int:
    """Suggest what recommendations are about.

    For each of them: the kind of action it asks for (1 to 5), and which of UPR Info's 54 issues it is about.

    FILE holds JSON Lines, {"id": …, "text": …}; without it, standard input is read, and nothing is stored. In an
    ARCHIVE all recommendations are labelled that were not yet; what persons decided stays as it is. The model knows
    English; where it meets another language, or a text without words, it says so and is sure of nothing.
    """
    from onrecord.record import label

    wish = _Wish(threshold, model, themes, as_lines, who)
    if who and (threshold is None or not _is_archive(file)):
        raise click.UsageError("--who chooses a --threshold for an archive.")
    if _is_archive(file):
        return _label_archive(file, passphrase_file, wish)

    failed = False
    with _opened(file) as lines:
        for some in _together(_asked(lines)):
            good = [one for one in some if not one.wrong]
            found = dict(
                zip(
                    (one.line for one in good),
                    label([one.text for one in good], threshold=threshold, model=model),
                    strict=True,
                )
            )
            failed |= len(good) < len(some)
            _print(some, found, wish)
    return Exit.SOME_FAILED if failed else Exit.DONE


def _is_archive(name: str) -> bool:
    """By its name, or else by how it begins: lines of JSON begin with a bracket."""
    path = Path(name)
    if "://" in name or path.suffix == ".onrecord":
        return True
    if name == STDIN or path.suffix in (".jsonl", ".json", ".ndjson", ".txt") or not path.is_file():
        return False
    with path.open("rb") as file:
        return not file.read(1000).lstrip().startswith((b"{", b"["))


def _label_archive(location: str, passphrase_file: str | None, wish: _Wish) -> int:
    from onrecord import tasks

    with opened(location, passphrase_file) as archive:
        if wish.who:
            tasks.choose_threshold(archive, wish.threshold, who=wish.who)
        threshold = None if wish.who else wish.threshold
        report = tasks.label_documents(archive, threshold=threshold, model=wish.model)
        now = tasks.count_sure(archive)
    if wish.as_lines:
        print_json(report)
        return Exit.DONE
    known = f", {words.count(report.known, 'paper')} labelled already" if report.known else ""
    items, papers = words.count(report.recommendations, "recommendation"), words.count(report.documents, "paper")
    line(f"{items} in {papers} labelled{known}.")
    if wish.who:
        line(f"From {wish.threshold:g} on labels are sure: {now.sure:,} are, {now.waiting:,} wait.")
    if report.documents:
        line(f"{report.sure:,} labels are sure, {report.unsure:,} wait for a person. Suggested by {report.model}.")
    return Exit.DONE


def _opened(file: str) -> IO[bytes]:
    if file == STDIN:
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise RunError(f"The file cannot be read ({error.strerror}).", where=file, advice="Check its name.") from error


def _asked(lines: IO[bytes]) -> Iterator[_Asked]:
    for number, given in enumerate(lines, 1):
        if given.strip():
            yield _one(number, given)


def _one(number: int, line_: bytes) -> _Asked:
    try:
        given = json.loads(line_)
    except UnicodeDecodeError:
        return _Asked(number, wrong="is not UTF-8")
    except json.JSONDecodeError as error:
        return _Asked(number, wrong=f"is no JSON ({error.msg}, letter {error.colno})")
    except RecursionError:
        return _Asked(number, wrong="is nested too deeply")
    return _checked(number, given)


def _checked(number: int, given: object) -> _Asked:
    if not isinstance(given, dict):
        return _Asked(number, wrong="is no object with id and text")
    if not isinstance(given.get("id"), str | int):
        return _Asked(number, wrong='has no "id" that is a string or a whole number')
    if not isinstance(given.get("text"), str):
        return _Asked(number, given["id"], wrong='has no "text" that is a string')
    return _Asked(number, given["id"], given["text"])


def _together(asked: Iterator[_Asked]) -> Iterator[list[_Asked]]:
    some: list[_Asked] = []
    for one in asked:
        some.append(one)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _print(some: Sequence[_Asked], found: "dict[int, Labels]", wish: _Wish) -> None:
    for one in some:
        if one.wrong:
            say(
                f'Line {one.line} {one.wrong}.\n  Try: {{"id": "1", "text": "Ratify …"}}. The other lines are labelled.'
            )
            if wish.as_lines:
                print_json({"id": one.id, "line": one.line, "error": f"Line {one.line} {one.wrong}."})
        elif wish.as_lines:
            more = _crossed(one.text, found[one.line]) if wish.themes else {}
            print_json({**form(one.id, found[one.line]), **more})
    if not wish.as_lines:
        table(_COLUMNS, [_row(one, found[one.line]) for one in some if not one.wrong])


def form(id_: object, labels: "Labels") -> dict[str, object]:
    """One line of the output."""
    action = labels.action
    return {
        "id": id_,
        "action": int(action.name) if action else None,
        "issues": [issue.name for issue in labels.issues],
        "scores": {name: score for _, name, score in labels.scores},
        "sure": [one.name for one in ((action,) if action else ()) + labels.issues if one.sure],
        "doubt": labels.doubt,
    }


def _crossed(text: str, labels: "Labels") -> dict[str, object]:
    """What follows by rule from the issues and the words."""
    from onrecord.record import crossed

    names: dict[str, list[str]] = {"theme": [], "persons": [], "goal": []}
    for one in crossed(text, labels):
        names[one.scheme].append(one.name)
    return {"themes": names["theme"], "persons": names["persons"], "goals": names["goal"]}


_COLUMNS = (
    Column("id", widest=16),
    Column("action", whole=True),
    Column("issues", takes_rest=True),
    Column("unsure", widest=30),
)


def _row(one: _Asked, labels: "Labels") -> list[object]:
    action = labels.action
    told = [f"{issue.name} {issue.probability:.2f}{_because(one.text, issue.words)}" for issue in labels.issues]
    unsure = [labels.doubt] if labels.doubt else [issue.name for issue in labels.issues if not issue.sure]
    if action and not action.sure and not labels.doubt:
        unsure.insert(0, "action")
    return [
        str(one.id),
        f"{action.name} ({action.probability:.2f})" if action else "",
        "; ".join(told),
        ", ".join(unsure),
    ]


def _because(text: str, words: Sequence[object]) -> str:
    from onrecord.model.label import Span

    told = [f"“{text[span.start : span.end]}”" for span in words if isinstance(span, Span)]
    return f", because of {', '.join(told)}" if told else ""
