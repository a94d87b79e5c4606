"""The words of a whole paper, cut once for all who look for names and laws in it."""

from onrecord.extraction.papers.once import once
from onrecord.model import Document
from onrecord.vocabulary.phrases import Words


@once
def words_of_paper(document: Document) -> Words:
    """The text of a document cut into words."""
    return Words(document.text)
