"""Papers of the United Nations about States that do not exist, made by code."""

from onrecord.extraction import extract
from onrecord.model import Document, Findings
from onrecord.reading import read

SYMBOL = {"summary": "A/HRC/WG.6/35/XAV/3", "compilation": "A/HRC/WG.6/35/XAV/2"}


def un_paper(kind: str, body: str, notes: str) -> Document:
    """A summary or compilation with its notes, as plain text."""
    title = "Summary of Stakeholders’ submissions on Arvenia" if kind == "summary" else "Compilation on Arvenia"
    head = f"{SYMBOL[kind]}\n\nHuman Rights Council\n\nWorking Group on the Universal Periodic Review\n\n{title}\n\n"
    return read(f"{head}{body}\n\nNotes\n\n{notes}\n".encode(), name="paper.txt")


def found_in(kind: str, body: str, notes: str) -> Findings:
    """What is found in such a paper."""
    return extract(un_paper(kind, body, notes))
