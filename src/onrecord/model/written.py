"""A paper that people write here: Markdown whose references lead back to the record.

The paper's text is Markdown and nothing else; this module only knows what stands in square brackets there:

* ``[@A/HRC/28/10#126.44]`` a recommendation; ``[@A/HRC/28/10#126.44 noted]`` says with it which answer the sentence
  tells, so that it can be noticed when that answer goes out of date; ``[@answer:A/HRC/28/10#126.44]`` its last answer
* ``[@claim:KEY]``, ``[@proposal:KEY]``, ``[@passage:SHA256#START-END]``, ``[@assessment:ID]``
* ``[@one; @two]`` several in one note
* ``[@table: recommendations state=XAV words="police"]`` a table, alone in its block
* ``[gap: No source yet on reprisals since 2014.]`` what is missing, said so

and the line above a block that was drafted: ``<!-- draft ID FINGERPRINT -->``.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place
from onrecord.model.position import Position, PositionStatement

_BRACKET = re.compile(r"(?<!\\)\[(@|gap:)([^\[\]\n]*)(\]?)")
_PASSAGE = re.compile(r"([0-9a-f]{8,64})#(\d+)-(\d+)")
_TABLE = re.compile(r"table:\s*([a-z]+)((?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s\"]+))*)\s*")
_WANTED = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|(\S+))")
_MARK = re.compile(r"^<!-- draft (\S+) ([0-9a-f]{12}) -->[ \t]*\n?", re.MULTILINE)
_PREFIXES = ("claim", "proposal", "answer", "passage", "assessment")
TABLES = ("recommendations", "conflicts", "proposals")


class Cites(StrEnum):
    """What a reference points to."""

    RECOMMENDATION = "recommendation"
    ANSWER = "answer"
    CLAIM = "claim"
    PROPOSAL = "proposal"
    PASSAGE = "passage"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointer into the record. ``position``: the answer that the sentence tells, None if it tells none."""

    kind: Cites
    key: str  # "A/HRC/28/10#126.44", a claim's id …
    position: Position | None = None

    @property
    def id(self) -> str:
        """Kind and key in one word."""
        return f"{self.kind.value}:{self.key}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One bracket of the text: a note with its references, a table, or a gap. ``start``/``end``: in the text."""

    start: int
    end: int
    line: int  # from 1
    references: tuple[Reference, ...] = ()
    table: str = ""  # kind of table, "" for none
    wanted: tuple[tuple[str, str], ...] = ()  # what the table narrows
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the text that cannot be understood."""

    line: int
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list or table of the text, with the mark of the draft it came from.

    ``id`` and ``fingerprint`` are "" for what a person wrote.
    """

    text: str
    line: int
    id: str = ""
    fingerprint: str = ""

    @property
    def edited(self) -> bool:
        """Whether somebody changed what was drafted."""
        return bool(self.id) and fingerprint_of(self.text) != self.fingerprint

    @property
    def marked(self) -> str:
        """The block as it stands in the text of the paper."""
        return f"<!-- draft {self.id} {self.fingerprint} -->\n{self.text}" if self.id else self.text


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A paper as notes name it."""

    sha256: str
    symbol: str
    title: str
    kind: str
    state: str
    publishers: tuple[str, ...]
    date: str


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference points to: words with their place and paper."""

    id: str  # of the reference
    kind: Cites
    text: str
    paper: CitedPaper
    place: Place
    said_by: str = ""  # of a claim that the paper tells as somebody else's
    states: tuple[str, ...] = ()  # that recommend
    number: str = ""
    position: Position | None = None
    history: tuple[PositionStatement, ...] = ()
    # What contradicts it: ids of references (a claim and its copies in other papers), and who says what.
    conflicts: tuple[tuple[tuple[str, ...], str], ...] = ()
    sentence: tuple[int, int] | None = None  # in the document: the sentence around a claim
    around: str = ""  # that sentence, where the claim is a part of it that does not stand alone
    # What became of it, in words, and what is cited for them: of a recommendation assessments, of a proposal uptake.
    followed: "tuple[tuple[str, tuple[Cited, ...]], ...]" = ()


@dataclass(frozen=True, slots=True)
class WrittenVersion:
    """One version of a paper; none is ever changed or deleted."""

    number: int  # from 1
    title: str
    text: str
    who: str
    when: str  # ISO 8601, UTC
    reason: str = ""
    based_on: int = 0  # the version that its author saw; 0 for the first
    aside: bool = False  # somebody else had saved meanwhile: kept beside, not current


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper in the archive with its current version."""

    id: str
    outline: str
    state: str
    cycle: int | None
    language: str
    authors: tuple[str, ...]
    before: str  # sources published before this day only; "" for no limit
    subject: str
    current: WrittenVersion
    versions: int = 1


def fingerprint_of(text: str) -> str:
    """Twelve letters that change whenever the words do; blanks and line ends do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def drafted(block_id: str, text: str) -> Block:
    """A block as a draft makes it."""
    return Block(text.strip(), 0, re.sub(r"\s+", "_", block_id), fingerprint_of(text))


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, parted by empty lines."""
    found = []
    for match in re.finditer(r"\S[\s\S]*?(?=\n[ \t]*\n|\Z)", text.replace("\r\n", "\n")):
        line = text.count("\n", 0, match.start()) + 1
        mark = _MARK.match(match.group())
        if mark is None:
            found.append(Block(match.group().strip(), line))
        else:
            found.append(Block(match.group()[mark.end() :].strip(), line + 1, mark[1], mark[2]))
    return tuple(found)


def text_of(blocks: "tuple[Block, ...] | list[Block]") -> str:
    """The text of a paper made of these blocks."""
    return "\n\n".join(block.marked for block in blocks) + "\n"


def without_marks(text: str) -> str:
    """The text without the lines that tell which blocks were drafted."""
    return _MARK.sub("", text)


def marks_of(text: str) -> tuple[tuple[Mark, ...], tuple[Problem, ...]]:
    """Every note, table and gap of a text, and what of it cannot be understood."""
    marks: list[Mark] = []
    problems: list[Problem] = []
    line, counted = 1, 0
    for match in _BRACKET.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        read = _read(match, line)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            marks.append(read)
    return tuple(marks), tuple(problems)


def references_in(text: str) -> Iterator[Reference]:
    """Every reference of a text, in order."""
    for mark in marks_of(text)[0]:
        yield from mark.references


def _read(match: re.Match[str], line: int) -> Mark | Problem:
    sign, inside, closed = match.groups()
    at = (match.start(), match.end(), line)
    if not closed:
        return Problem(line, f"“{match.group()[:40]}” is not closed.", "Write ] behind it, in the same line.")
    if sign == "gap:":
        return Mark(*at, gap=inside.strip() or "…")
    if inside.lstrip().startswith("table:"):
        return _table(inside.strip(), at)
    references = []
    for part in f"@{inside}".split(";"):
        reference = _reference(part.strip().removeprefix("@").strip(), line)
        if isinstance(reference, Problem):
            return reference
        references.append(reference)
    return Mark(*at, references=tuple(references))


def _table(inside: str, at: tuple[int, int, int]) -> Mark | Problem:
    match = _TABLE.fullmatch(inside)
    if match is None or match[1] not in TABLES:
        return Problem(
            at[2],
            f"“{inside[:60]}” is no table.",
            f'Write [@table: KIND name=value …], such as [@table: recommendations words="police"]; '
            f"KIND is one of: {', '.join(TABLES)}.",
        )
    wanted = tuple((name, quoted or plain) for name, quoted, plain in _WANTED.findall(match[2]))
    return Mark(*at, table=match[1], wanted=wanted)


def _reference(target: str, line: int) -> Reference | Problem:
    words, _, last = target.rpartition(" ")
    position = Position(last) if words and last in list(Position) else None
    target = words.strip() if position else target
    kind, colon, key = target.partition(":")
    if colon and kind in _PREFIXES and key:
        wrong = Cites(kind) is Cites.PASSAGE and not _PASSAGE.fullmatch(key)
        wrong |= Cites(kind) is Cites.ANSWER and "#" not in key
        if not wrong:
            return Reference(Cites(kind), key.strip(), position)
    elif not colon and all(part.strip() for part in target.partition("#")):
        symbol, _, number = target.partition("#")
        return Reference(Cites.RECOMMENDATION, f"{symbol.strip().upper()}#{number.strip().rstrip('.')}", position)
    return Problem(
        line,
        f"“@{target[:60]}” names nothing in the record.",
        "Write @SYMBOL#NUMBER for a recommendation, @claim:KEY, @proposal:KEY, @answer:SYMBOL#NUMBER or "
        "@passage:SHA256#START-END.",
    )
