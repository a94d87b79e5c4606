"""A paper as readers will see it, with its notes, the words against the limit, and what to look at."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from onrecord import tasks
from onrecord.model import Place
from onrecord.web import served
from onrecord.web.written import words
from onrecord.writing.paper_html import html_body

_NOTES = re.compile(r'<section id="footnotes".*?</section>', re.DOTALL)
_REFERENCE = re.compile(r'<a href="#fn(\d+)" class="footnote-ref" id="fnref\1"[^>]*><sup>\d+</sup></a>')


@dataclass(frozen=True, slots=True)
class ShownNote:
    """One note beside the text, with the pages it leads to."""

    number: int
    text: str
    places: tuple[Place, ...]


def looked(paper: str, *, text: str | None = None, title: str = "") -> dict[str, object]:
    """What the preview shows of a paper, saved or as it stands in the editor."""
    seen = tasks.look_through(served.archive(), paper, text=text, title=title)
    assembled = seen.preview.assembled
    return {
        "paper": seen.preview.paper,
        "body": _body(assembled.markdown, seen.preview.paper.language),
        "notes": [
            ShownNote(note.number, _plain(note.text), tuple(one.place for one in note.cited))
            for note in assembled.notes
        ],
        "count": assembled.words,
        "limit": seen.preview.limit,
        "limit_note": seen.preview.limit_note,
        "remarks": [(words.REMARKS[one.kind], one) for one in seen.remarks],
    }


def _body(markdown: str, language: str) -> SafeString:
    """The text without the list of notes, which stands beside it here. Made by pandoc with all HTML of authors off."""
    body = _NOTES.sub("", html_body(markdown, language))
    linked = _REFERENCE.sub(r'<sup><a href="#note\1" id="ref\1">\1</a></sup>', body)
    return mark_safe(linked)


def _plain(markdown: str) -> str:
    return re.sub(r"\\(.)", r"\1", markdown.replace("*", ""))
