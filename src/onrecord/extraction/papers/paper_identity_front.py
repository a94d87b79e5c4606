"""What stands on top of a paper: title, labels of the page, names of the site, the running text below them."""

import re
from dataclasses import dataclass

from onrecord.extraction.papers.furniture import find_furniture
from onrecord.extraction.papers.layout_roles import Part, paragraphs_of
from onrecord.extraction.papers.units import Role
from onrecord.model import Document

_SEPARATOR = re.compile(r"\s*[|·•]\s*")
_HEAD = 4_000  # characters of running text that say what the paper is
_TOP = 14  # paragraphs in which labels and title lines stand


@dataclass(frozen=True, slots=True)
class PaperFront:
    """The pieces of a paper by which its kind, publisher and date are told."""

    document: Document
    titles: tuple[str, ...]  # title and lines of the title page, in order
    labels: tuple[str, ...]  # "Press release", "25 July 2024": parts of lines that the web page adds on top
    masthead: tuple[str, ...]  # names of the site
    headings: tuple[tuple[str, str], ...]  # number and title
    running: tuple[str, ...]  # paragraphs of running text and items
    contacts: tuple[str, ...]
    furniture: tuple[str, ...]  # all lines of web furniture
    parts: dict[int, Part]

    @property
    def head(self) -> str:
        """The beginning of the running text."""
        return "\n".join(self.running)[:_HEAD]

    @property
    def title(self) -> str:
        """The title; "" if the paper has none."""
        return self.titles[0] if self.titles else ""


def paper_front(document: Document) -> PaperFront:
    """Take apart what stands on top of ``document``."""
    found = find_furniture(document)
    paragraphs = document.paragraphs
    kept, parts = paragraphs_of(document)
    of_role = {role: [index for index in kept if parts[index].role is role] for role in Role}
    first = min((*of_role[Role.SENTENCE], *of_role[Role.BULLET]), default=_TOP)
    top = [index for index in sorted(found.lines) if index < max(first, _TOP) and index not in found.masthead]
    running = sorted((*of_role[Role.SENTENCE], *of_role[Role.BULLET]))
    return PaperFront(
        document,
        titles=tuple(paragraphs[index].text.strip(" *_#") for index in of_role[Role.TITLE]),
        labels=tuple(label for index in top for label in _SEPARATOR.split(paragraphs[index].text) if label),
        masthead=tuple(paragraphs[index].text.strip(" *_#") for index in found.masthead),
        headings=tuple((parts[index].number, parts[index].title) for index in of_role[Role.HEADING]),
        running=tuple(paragraphs[index].text for index in running),
        contacts=tuple(paragraphs[index].text for index in of_role[Role.CONTACT]),
        furniture=tuple(paragraphs[index].text for index in sorted(found.lines)),
        parts=parts,
    )
