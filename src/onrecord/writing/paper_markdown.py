"""A finished paper as plain Markdown with plain notes."""

from onrecord.vocabulary import paper_words as words
from onrecord.writing.assembled import assemble
from onrecord.writing.finished import Finished
from onrecord.writing.notes import escaped


def paper_markdown(paper: Finished) -> bytes:
    """The paper as Markdown: title, text, notes.

    Raises:
        UnreadablePaper: the text cannot be understood or a note leads nowhere.
    """
    under = [words.listed(paper.authors, paper.language), paper.subtitle]
    head = [f"# {escaped(paper.title)}", *(escaped(line) for line in under if line)]
    return ("\n\n".join(head) + "\n\n" + assemble(paper).markdown).encode()
