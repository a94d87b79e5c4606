"""Formats of written papers; the table names them."""

from collections.abc import Callable

from onrecord.writing.finished import Finished
from onrecord.writing.paper_docx import paper_docx
from onrecord.writing.paper_html import paper_html
from onrecord.writing.paper_markdown import paper_markdown
from onrecord.writing.paper_pdf import paper_pdf

# What stands behind the dot of a file → the paper as bytes.
PAPER_FORMATS: dict[str, Callable[[Finished], bytes]] = {
    "docx": paper_docx,
    "pdf": paper_pdf,
    "html": paper_html,
    "md": paper_markdown,
}
