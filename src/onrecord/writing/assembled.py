"""A finished paper as plain Markdown: tables written out, references turned into numbered notes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.errors import RunError
from onrecord.model.position import Stage
from onrecord.model.written import Cited, Cites, Mark, Problem, blocks_of, marks_of
from onrecord.vocabulary import paper_words as words
from onrecord.vocabulary.counted_words import begins_annex, words_in
from onrecord.writing.finished import Finished
from onrecord.writing.notes import Notes, escaped, foreign, state_names

_MARKS = re.compile(r"\[\^\d+\]")  # of notes, which are no words
_WIDTHS = {"recommendations": (14, 40, 22, 24), "proposals": (64, 36), "conflicts": (100,)}


class UnreadablePaper(RunError):
    """The text of a paper holds something that cannot be understood, or a note that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its number, its words in Markdown, and what it cites."""

    number: int
    text: str
    cited: tuple[Cited, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Assembled:
    """A paper as Markdown. ``body`` has ``[^1]`` where note 1 is; ``words`` are counted as OHCHR counts."""

    body: str
    notes: tuple[Note, ...]
    words: int
    dangling: tuple[tuple[int, str], ...] = ()  # line and id of references that lead nowhere

    @property
    def markdown(self) -> str:
        """Body and notes as one text."""
        return self.body + "\n\n" + "\n\n".join(f"[^{note.number}]: {note.text}" for note in self.notes) + "\n"


def assemble(paper: Finished, *, strict: bool = True) -> Assembled:
    """Write out tables and number the notes.

    Args:
        paper: with what it cites.
        strict: refuse a text that cannot be understood; else leave such brackets as they stand, for a preview.

    Raises:
        UnreadablePaper: something cannot be understood or leads nowhere; says line and what to try.
    """
    marks, problems = marks_of(paper.text)
    if problems and strict:
        raise _unreadable(problems[0])
    body, notes, dangling = _numbered(paper, marks)
    if dangling and strict:
        raise UnreadablePaper(
            f"The note “@{dangling[0][1]}” leads nowhere: the archive holds nothing of that name.",
            advice="Take the reference out, or add the paper it stands in. List all with: onrecord check-paper",
            where=f"line {dangling[0][0]}",
        )
    body = "\n\n".join(block.text for block in blocks_of(body))
    heads = words_in(paper.title) + words_in(paper.subtitle) + words_in(", ".join(paper.authors))
    return Assembled(body, notes, heads + count_words(body), dangling)


def count_words(body: str) -> int:
    """Words of assembled Markdown as OHCHR counts them: notes, and what stands below "Annex" or "Notes", apart."""
    count = 0
    for block in blocks_of(body):
        if count and block.text.startswith("#") and begins_annex(block.text.lstrip("# ")):
            break
        count += words_in(_bare(block.text))
    return count


def _bare(text: str) -> str:
    lines = (line for line in _MARKS.sub("", text).split("\n") if not set(line) <= set("|:- "))
    for_counting = "\n".join(lines).replace("|", " ").replace("\\", "")
    return " ".join(word for word in for_counting.split() if word not in ("#", "##", "###", "-", "*"))


def _numbered(paper: Finished, marks: tuple[Mark, ...]) -> tuple[str, tuple[Note, ...], tuple[tuple[int, str], ...]]:
    writer = _Writer(paper)
    parts, at = [], 0
    for mark in marks:
        parts += [paper.text[at : mark.start], writer.written(mark)]
        at = mark.end
    return "".join([*parts, paper.text[at:]]), tuple(writer.notes), tuple(writer.dangling)


class _Writer:
    """Writes marks in order, counting notes and tables."""

    def __init__(self, paper: Finished) -> None:
        self.paper = paper
        self.style = Notes(paper.language)
        self.notes: list[Note] = []
        self.dangling: list[tuple[int, str]] = []
        self._tables = iter(paper.tables)

    def written(self, mark: Mark) -> str:
        if mark.gap:
            return f"**[{escaped(mark.gap)}]**".replace("**[", "**\\[").replace("]**", "\\]**")
        if mark.table:
            return self._table(mark)
        cited = []
        for reference in mark.references:
            found = self.paper.cited.get(reference.id)
            if found is None:
                self.dangling.append((mark.line, reference.id))
            else:
                cited.append(found)
        return self._note(tuple(cited), mark.line) if cited else ""

    def _note(self, cited: tuple[Cited, ...], line: int) -> str:
        number = len(self.notes) + 1
        self.notes.append(Note(number, self.style.note(number, cited), cited, line))
        return f"[^{number}]"

    def _table(self, mark: Mark) -> str:
        rows = next(self._tables, ())
        if not rows:
            return f"*{self._say('table.none')}*"
        assessed = dict(mark.wanted).get("assessed", "")
        heads, cells = _TABLES[mark.table](self, assessed == "yes")
        widths = (*_WIDTHS[mark.table], *((20,) if len(heads) > len(_WIDTHS[mark.table]) else ()))
        lines = [_line(heads), "|" + "|".join("-" * width for width in widths) + "|"]
        lines += [_line(cells(row, mark.line)) for row in rows]
        return "\n".join(lines)

    def _say(self, key: str, **values: object) -> str:
        return words.say(key, self.paper.language, **values)

    def recommendations(self, assessed: bool) -> "_Columns":
        keys = ("head.number", "head.recommendation", "head.by", "head.answer")
        heads = [self._say(key) for key in (*keys, *(("head.assessment",) if assessed else ()))]

        def cells(row: Cited, line: int) -> list[str]:
            by = state_names(row.states, self.paper.language)
            # One note a row, for the recommendation and its last answer; the States have a column of their own.
            answer = self.paper.cited.get(f"{Cites.ANSWER.value}:{row.id.partition(':')[2]}")
            self.style.told.add(row.id)
            note = self._note((row, answer) if answer else (row,), line)
            became = [self._followed(row, "no_assessment", line)] if assessed else []
            told = answer_words(row, self.paper.language)
            text = foreign(escaped(row.text), self.paper.language)
            return [escaped(row.number), text, escaped(by), f"{told}{note}", *became]

        return heads, cells

    def proposals(self, _assessed: bool) -> "_Columns":
        heads = [self._say("head.proposal"), self._say("head.uptake")]

        def cells(row: Cited, line: int) -> list[str]:
            text = foreign(escaped(row.text), self.paper.language)
            return [f"{text}{self._note((row,), line)}", self._followed(row, "no_uptake", line)]

        return heads, cells

    def _followed(self, row: Cited, gap: str, line: int) -> str:
        """What became of it, each voice with its note; where nothing is known the gap, said."""
        if not row.followed:
            return f"*{self._say(gap)}*"
        told = (f"{escaped(said)}{self._note(cited, line) if cited else ''}" for said, cited in row.followed)
        return "; ".join(told)

    def conflicts(self, _assessed: bool) -> "_Columns":
        def cells(row: Cited, line: int) -> list[str]:
            quote = words.quoted(foreign(escaped(row.text), self.paper.language), self.paper.language)
            return [f"{quote}{self._note((row,), line)}"]

        return [self._say("head.sides")], cells


_Columns = tuple[list[str], Callable[[Cited, int], list[str]]]
_TABLES: dict[str, Callable[[_Writer, bool], _Columns]] = {
    "recommendations": _Writer.recommendations,
    "proposals": _Writer.proposals,
    "conflicts": _Writer.conflicts,
}


def answer_words(row: Cited, language: str) -> str:
    """ "noted, then supported": what the State answered, in order, as far as the record goes."""
    binding = [one.value for one in row.history if not one.tentative and one.stage is not Stage.LIST]
    told = [value for n, value in enumerate(binding) if n == 0 or value is not binding[n - 1]]
    if not told:
        told = [row.position] if row.position else []
    if not told:
        return ""
    names = [words.say(f"position.{value.value}", language) for value in told]
    said = names[0]
    for name in names[1:]:
        said = words.say("then", language, first=said, last=name)
    return said


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _unreadable(problem: Problem) -> UnreadablePaper:
    return UnreadablePaper(problem.what, advice=problem.advice, where=f"line {problem.line}")
