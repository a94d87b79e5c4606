"""Counts the words of a submission as OHCHR counts them: notes, annexes, cover page and table of contents apart.

Source of the rule: OHCHR's technical guidelines for stakeholders' submissions to the UPR (see ``limits.csv``).
"""

import re
from collections.abc import Collection

from onrecord.model import Document, ParagraphKind
from onrecord.vocabulary.counted_words import begins_annex, words_in

_CONTENTS = re.compile(r"\W*(?:table of )?contents\W*$", re.IGNORECASE)
_SENTENCE = re.compile(r"\w+(?:\W+\w+){7,}\W*[.:;]")


def count_words(document: Document, left_out: Collection[int] = ()) -> int:
    """The words of the paper.

    Args:
        document: the paper.
        left_out: indexes of paragraphs that are no text of it, such as furniture and the table of contents.
    """
    cover = _cover(document)
    words = 0
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind is ParagraphKind.NOTE or index in left_out or (cover and paragraph.page == cover):
            continue
        if words and begins_annex(paragraph.text) and _is_heading_or_alone(document, index):
            break
        if not _CONTENTS.match(paragraph.text):
            words += words_in(paragraph.text)
    return words


def _cover(document: Document) -> int:
    """The page that is a cover: the first of several, if no sentence stands on it; 0 if there is none."""
    if len(document.pages) < 2:
        return 0
    first = [paragraph for paragraph in document.paragraphs if paragraph.page == 1]
    text = any(p.kind is ParagraphKind.BODY and _SENTENCE.search(p.text) for p in first)
    return 0 if text or not first else 1


def _is_heading_or_alone(document: Document, index: int) -> bool:
    paragraph = document.paragraphs[index]
    return paragraph.kind is ParagraphKind.HEADING or len(paragraph.text.split()) <= 8
