"""The matrix of a review with our assessments: into OHCHR's list in Word, or as a workbook or page of its own.

Whatever is written leaves this machine: names that are withheld from others stay out of it, whoever asks.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from onrecord.assessment import VoiceOn
from onrecord.errors import NotFound, RunError
from onrecord.model import Assessment, Assessor, Evidence, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.assessing import assessments_on
from onrecord.tasks.recommendations import list_recommendations
from onrecord.tasks.rows import RecommendationFilter, RecommendationRow
from onrecord.tasks.veil import Audience, current
from onrecord.tasks.veil_over import laid_over
from onrecord.vocabulary import scales, states, symbols
from onrecord.writing import new_file, write_xlsx
from onrecord.writing.matrix import FilledList, fill_list
from onrecord.writing.matrix_html import MatrixRow, write_html
from onrecord.writing.matrix_list import ListTable, read_list

OURS = "Assessments"
_LONGEST_QUOTE = 240
_SUFFIXES = (".docx", ".xlsx", ".html")
_HEADS = ("Recommendation", "States", "Position", "The State says", OURS)


@dataclass(frozen=True, slots=True)
class MatrixReport:
    """What was written. ``column``: the head of our column; ``not_there``: numbers that the list does not have."""

    target: str
    report: str  # symbol
    column: str
    rows: int  # that hold a recommendation
    filled: int
    not_there: tuple[str, ...] = ()
    added: bool = False  # the column was added at the end of the list


@dataclass(frozen=True, slots=True)
class MatrixWish:
    """What is wanted. ``report``: symbol, "" to find it by the list; ``by``: only voices of these kinds, () for all."""

    report: str = ""
    by: tuple[Assessor, ...] = ()
    add_column: bool = False
    overwrite: bool = False


def write_matrix(
    archive: Archive, target: str | Path, wish: MatrixWish | None = None, *, source: str | Path | None = None
) -> MatrixReport:
    """Write the matrix of a review with our assessments.

    Args:
        archive: open.
        target: a new file; its end says how: ``.docx`` (needs the list), ``.xlsx`` or ``.html``.
        wish: report, voices, whether a column may be added.
        source: OHCHR's list in Word; None takes all recommendations of the report, in their order.

    Raises:
        DamagedFile: the list is damaged; nothing was written.
        NotFound: there is no such list, or the archive holds no such report.
        RunError: the list has no column for assessments, or the file cannot be written.
    """
    asked, path = wish or MatrixWish(), Path(target)
    if path.suffix.lower() not in _SUFFIXES:
        raise RunError(f"{path.name} ends with none of {', '.join(_SUFFIXES)}.", advice="Choose such a name.")
    content = _content(Path(source)) if source is not None else b""
    table = read_list(content) if content else None
    with archive.told_plainly():
        report = asked.report or _report_of(archive, table)
        rows = list_recommendations(archive, RecommendationFilter(document=report)).rows
        if not rows:
            raise NotFound(f"The archive holds no report {report}.", advice="List them with: onrecord reviews ARCHIVE")
        veil = current(archive, Audience.OTHERS)
        found = assessments_on(archive, [row.id for row in rows])
        voices = {row.number: _chosen(found.get(row.id, ()), asked.by) for row in rows}
        lines = {number: laid_over(veil, tuple(map(_line, several))) for number, several in voices.items()}
        rows = laid_over(veil, rows)
    if path.suffix.lower() == ".docx":
        return _write_docx(path, content, lines, asked, report)
    heads, shown = _of_list(table, lines) if table else (_HEADS, _of_rows(rows, lines))
    shown = laid_over(veil, shown)
    return _write_table(path, heads, shown, report=report, overwrite=asked.overwrite)


def _content(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise NotFound(f"There is no file {source} that can be read.", advice="Check the path.") from error


def _report_of(archive: Archive, table: ListTable | None) -> str:
    """The report that the list names most often, as the source of positions, and that is in the archive."""
    if table is None:
        raise RunError("Of which report?", advice="Say --report A/HRC/28/10, or give OHCHR's list.")
    named = Counter(symbol.base for _, _, symbol in symbols.find_all(table.text))
    kept = tables.Recommendation.objects.using(archive.alias).filter(document__leads=True)
    known = set(kept.filter(document__symbol__in=list(named)).values_list("document__symbol", flat=True).distinct())
    for symbol, _ in named.most_common():
        if symbol in known:
            return str(symbol)
    raise NotFound(
        "The list names no report that the archive holds.", advice="Add the report, or say --report A/HRC/28/10."
    )


def _chosen(voices: Iterable[VoiceOn], by: Sequence[Assessor]) -> list[Assessment]:
    return [voice.last for voice in voices if not by or voice.assessor in by]


def _line(one: Assessment) -> str:
    """ "Selm Watch (NGO), 2016-06: not implemented. Reasons. [Evidence]"."""
    level = scales.level(one.scale, one.level)
    parts = [f"{one.name} ({one.assessor}), {one.date}: {level.name if level else one.level}."]
    if one.reasons:
        parts.append(one.reasons)
    if one.evidence:
        parts.append(f"[{'; '.join(_source(evidence) for evidence in one.evidence)}]")
    return " ".join(" ".join(part.split()) for part in parts)


def _source(evidence: Evidence) -> str:
    if evidence.place is None:
        return evidence.text
    place = evidence.place
    where = [evidence.name, f"para. {place.paragraph}" if place.paragraph else ""]
    where.append(f"p. {place.page}" if place.page else "")
    return ", ".join(part for part in where if part)


def _write_docx(
    path: Path, content: bytes, lines: dict[str, tuple[str, ...]], asked: MatrixWish, report: str
) -> MatrixReport:
    if not content:
        raise RunError("Into which list?", advice="Give OHCHR's list: onrecord matrix ARCHIVE LIST.docx OUT.docx")
    done: FilledList = fill_list(content, lines, add_column=asked.add_column)
    with new_file(path, overwrite=asked.overwrite) as file:
        file.write(done.content)
    return MatrixReport(str(path), report, done.column, done.rows, done.filled, done.not_there, done.added)


def _of_list(table: ListTable, lines: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], list[MatrixRow]]:
    """The rows of the list in their order, with ours in its column, or in one more."""
    at = table.ours if table.ours is not None else len(table.heads)
    heads = table.heads if table.ours is not None else (*table.heads, OURS)
    shown = []
    for row in table.rows:
        texts = tuple(cell.text.strip() for cell in row.cells)
        if tuple(" ".join(text.split()) for text in texts) == table.heads:
            continue
        if len(texts) > 1:
            filled = [*texts, *[""] * (len(heads) - len(texts))]
            filled[at] = "\n".join(part for part in (filled[at], *lines.get(row.number, ())) if part)
            texts = tuple(filled[: len(heads)])
        shown.append(MatrixRow(texts, row.number))
    return heads, shown


def _of_rows(rows: Iterable[RecommendationRow], lines: dict[str, tuple[str, ...]]) -> list[MatrixRow]:
    return [
        MatrixRow(
            (
                f"{row.number} {row.text}",
                ", ".join(states.name(code) for code in row.states),
                row.position.value if row.position is not Position.PENDING else "left open",
                "\n".join(dict.fromkeys(said.claims_implemented for said in row.history if said.claims_implemented)),
                "\n".join(lines.get(row.number, ())),
            ),
            row.number,
        )
        for row in rows
    ]


def _write_table(
    path: Path, heads: tuple[str, ...], shown: list[MatrixRow], *, report: str, overwrite: bool
) -> MatrixReport:
    title = f"Recommendations of {report}, with assessments"
    told = "What a State says is its word. Each assessor speaks for itself; nothing is averaged."
    with new_file(path, overwrite=overwrite) as file:
        if path.suffix.lower() == ".html":
            write_html(shown, file, heads=heads, title=title, told=told)
        else:
            _write_xlsx(file, heads, shown)
    column = heads[-1] if OURS in heads else next((head for head in heads if "ssess" in head), heads[-1])
    at = heads.index(column)
    numbered = [row for row in shown if row.number]
    return MatrixReport(str(path), report, column, len(numbered), sum(bool(row.cells[at]) for row in numbered))


def _write_xlsx(file: IO[bytes], heads: tuple[str, ...], shown: Iterable[MatrixRow]) -> None:
    columns = [head or f"({at})" for at, head in enumerate(heads, start=1)]
    rows = (dict(zip(columns, row.cells, strict=False)) for row in shown)
    write_xlsx(rows, file, columns=columns, wide=(columns[0], columns[-1]), title="matrix")
