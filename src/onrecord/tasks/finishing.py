"""A written paper with all that it cites, counted and exported."""

from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import RunError
from onrecord.model.written import WrittenPaper
from onrecord.store.archive import Archive
from onrecord.tasks.citing import cite
from onrecord.tasks.citing_tables import marked, tables_of
from onrecord.tasks.papers_written import show_written, with_version
from onrecord.vocabulary import outlines, paper_words
from onrecord.writing.assembled import Assembled, assemble
from onrecord.writing.finished import Finished
from onrecord.writing.papers import PAPER_FORMATS


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it will leave: Markdown with its notes, and its words against the limit."""

    paper: WrittenPaper
    assembled: Assembled
    limit: int | None
    limit_note: str  # who says so, and whether it was verified; "" without a limit


def finish_paper(archive: Archive, paper: str, *, version: int | None = None) -> Finished:
    """The paper with what its references lead to; so many queries, however many references.

    Raises:
        NotFound: there is no such paper or version.
    """
    return finished_of(archive, with_version(archive, show_written(archive, paper), version))


def finished_of(archive: Archive, paper: WrittenPaper) -> Finished:
    """The same for a paper at hand, saved or not."""
    marks = marked(paper.current.text)
    rows, beside = tables_of(archive, marks, before=paper.before, language=paper.language)
    references = (one for mark in marks for one in mark.references)
    cited = cite(archive, references, before=paper.before, language=paper.language)
    return Finished(
        title=paper.current.title,
        text=paper.current.text,
        language=paper.language,
        subtitle=_subtitle(paper),
        authors=paper.authors,
        date=paper.current.when[:10],
        cited={**beside, **cited},
        tables=rows,
    )


def preview_paper(archive: Archive, paper: str, *, text: str | None = None, title: str = "") -> Preview:
    """How the paper will look, with the words counted as the rule counts; what is wrong is left in place.

    Args:
        archive: open.
        paper: its id.
        text: what stands in the editor; None for what is saved.
        title: the same.
    """
    shown = as_edited(show_written(archive, paper), text, title)
    return preview_of(shown, finished_of(archive, shown))


def as_edited(paper: WrittenPaper, text: str | None, title: str = "") -> WrittenPaper:
    """The paper with what stands in an editor in place of what is saved; None and "" leave it."""
    if text is None:
        return paper
    return replace(paper, current=replace(paper.current, text=text, title=title.strip() or paper.current.title))


def preview_of(paper: WrittenPaper, finished: Finished) -> Preview:
    """The preview of a paper whose references were looked up."""
    limit = outlines.limit(paper.outline)
    assembled = assemble(finished, strict=False)
    return Preview(paper, assembled, limit.words if limit else None, _told(paper.outline))


def export_paper(archive: Archive, paper: str, form: str, *, version: int | None = None) -> bytes:
    """A paper as a file. Ask it for others (``seen_by(Audience.OTHERS)``): what is not cleared is withheld.

    Args:
        archive: open.
        paper: its id.
        form: "docx", "pdf", "html" or "md".
        version: an earlier one; None for the current.

    Raises:
        NotFound: there is no such paper or version.
        UnreadablePaper: the text cannot be understood, or a note leads nowhere; says the line.
        RunError: a form that is not known.
    """
    from onrecord.tasks.veil import current
    from onrecord.tasks.veil_over import laid_over

    if form not in PAPER_FORMATS:
        raise RunError(f"Papers are not written as {form!r}.", advice=f"Choose one of: {', '.join(PAPER_FORMATS)}.")
    # The veil is laid over words, before they are typeset: a file's bytes hide names from it.
    finished = laid_over(current(archive), finish_paper(archive, paper, version=version))
    return PAPER_FORMATS[form](finished)


def form_of(target: str | Path) -> str:
    """The form that a file's name asks for.

    Raises:
        RunError: none that papers are written in.
    """
    form = Path(target).suffix.lower().removeprefix(".")
    if form not in PAPER_FORMATS:
        raise RunError(
            f"{Path(target).name} does not say in which form.",
            advice=f"End the name in one of: {', '.join('.' + name for name in PAPER_FORMATS)}.",
        )
    return form


def _subtitle(paper: WrittenPaper) -> str:
    kind = paper_words.say(f"outline.{paper.outline}", paper.language)
    if not paper.before:
        return kind
    return paper_words.say("subtitle", paper.language, kind=kind, date=paper_words.date(paper.before, paper.language))


def _told(outline: str) -> str:
    limit = outlines.limit(outline)
    if limit is None:
        return ""
    verified = f"verified on {limit.verified_on}" if limit.verified_on else "not verified"
    return f"{limit.source}; {limit.counted}; {verified}"
