"""Reads a coded database from CSV: the columns of UPR Info's own export, or those of its cleaned form."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onrecord.errors import NotFound, RunError
from onrecord.model import Position
from onrecord.vocabulary import sessions, states

# Our word for each column, and what the two forms call it (small letters).
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("row_id", "id"),
    "session": ("session",),
    "state_name": ("sur_name", "to", "state under review"),
    "state": ("sur_iso3",),
    "by_name": ("rec_name", "from", "recommending state"),
    "by": ("rec_iso3",),
    "response": ("response_original", "response"),
    "action": ("action",),
    "issues": ("issues", "issue"),
    "text": ("text", "recommendation"),
}
_NEEDED = ("session", "state_name", "by_name", "response", "text")
# How the publisher has written answers over the years. By its method silence and refusal are "noted".
_ANSWERS = {
    "accepted": Position.SUPPORTED,
    "supported": Position.SUPPORTED,
    "support": Position.SUPPORTED,
    "noted": Position.NOTED,
    "rejected": Position.NOTED,
    "general response": Position.NOTED,
    "no response": Position.NOTED,
    "no clear position": Position.NOTED,
    "pending": Position.PENDING,
}
_LARGEST = 256 * 1024 * 1024
_LONGEST_CELL = 1_000_000
_NUMBER = re.compile(r"\d+")
_DELIMITERS = (",", ";", "\t")


class NotCoded(RunError):
    """The file is no coded database that can be imported."""


@dataclass(frozen=True, slots=True)
class CodedLine:
    """One line of the file, as written and as understood ("" and None for what is not understood)."""

    line: int
    name: str
    state: str
    state_name: str
    by: str
    by_name: str
    session: int | None
    cycle: int | None
    response: str
    position: str
    action: int | None
    issues: tuple[str, ...]
    text: str

    def digest(self) -> str:
        """Made of all that is written in the line; two equal lines have the same."""
        parts = (self.name, self.state_name, self.by_name, str(self.session), self.response, str(self.action))
        return sha256("\x1f".join((*parts, *self.issues, self.text)).encode()).hexdigest()


def content_of(path: str | Path) -> tuple[str, bytes]:
    """Name and bytes of the file.

    Raises:
        NotFound: there is none.
        NotCoded: it is too large.
    """
    file = Path(path)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.", advice="Check the path; nothing was imported.")
    if file.stat().st_size > _LARGEST:
        raise NotCoded(f"{file} is larger than {_LARGEST // 1024**2} MB.", advice="Split it.")
    return file.name, file.read_bytes()


def read_lines(content: bytes, name: str) -> Iterator[CodedLine]:
    """The lines of the file.

    Raises:
        NotCoded: it is no UTF-8, has no such columns, or a line has no text.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotCoded(
            f"{name} is not written in UTF-8.", advice="Save it as “CSV UTF-8”.", where=f"byte {error.start}"
        ) from None
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = _columns(next(reader, []), name)
        for cells in reader:
            if any(cells):
                yield _line(columns, cells, reader.line_num, name)
    except csv.Error as error:
        where = f"{name}, line {reader.line_num}"
        raise NotCoded(f"This is no CSV ({error}).", advice="Export the file anew.", where=where) from None


def _columns(head: list[str], name: str) -> dict[str, int]:
    written = {title.strip().casefold(): at for at, title in enumerate(head)}
    found = {
        ours: written[theirs] for ours, names in _COLUMNS.items() for theirs in reversed(names) if theirs in written
    }
    missing = [_COLUMNS[ours][-1].title() for ours in _NEEDED if ours not in found]
    if missing:
        raise NotCoded(
            f"{name} has no column {', '.join(missing)}.",
            advice="Needed are To, From, Text, Response and Session; Action and Issue are read where they stand.",
        )
    return found


def _line(columns: Mapping[str, int], cells: list[str], number: int, name: str) -> CodedLine:
    def cell(ours: str) -> str:
        at = columns.get(ours)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    if not cell("text") or "\0" in "".join(cells):
        where = f"{name}, line {number}"
        raise NotCoded("This line has no text.", advice="Mend or remove it; nothing was imported.", where=where)
    session = _whole(cell("session"))
    action = _whole(cell("action"))
    known = sessions.upr_session(session) if session else None
    return CodedLine(
        line=number,
        name=cell("name"),
        state=_code(cell("state"), cell("state_name")),
        state_name=cell("state_name"),
        by=_code(cell("by"), cell("by_name")),
        by_name=cell("by_name"),
        session=session,
        cycle=known.cycle if known else None,
        response=cell("response"),
        position=_ANSWERS.get(cell("response").casefold(), ""),
        action=action if action is not None and 1 <= action <= 5 else None,
        issues=_issues(cell("issues")),
        text=cell("text"),
    )


def _code(given: str, name: str) -> str:
    return (states.find(given) if given else None) or states.find(name) or ""


def _whole(text: str) -> int | None:
    match = _NUMBER.search(text)
    return int(match.group()) if match and len(match.group()) < 4 else None


def _issues(text: str) -> tuple[str, ...]:
    sign = next((sign for sign in ("|", ";", "\n") if sign in text), ",")
    return tuple(dict.fromkeys(part.strip() for part in text.split(sign) if part.strip()))
