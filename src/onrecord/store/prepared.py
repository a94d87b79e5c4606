"""A file that was read, packed for the archive. Knows no database, so that the processes that read need none."""

from dataclasses import dataclass

from onrecord.model import Document, Findings
from onrecord.store import packing
from onrecord.store.searched import PreparedPassage, prepare_passages


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """One file as a worker hands it over: found, and packed for the archive."""

    sha256: str
    name: str
    size: int
    findings: Findings
    language: str
    format: str
    pages: int
    warnings: tuple[str, ...]
    source: tuple[str, bytes]  # as packing.pack_file gives it
    reading: bytes  # as packing.pack_document gives it
    passages: tuple[PreparedPassage, ...] = ()  # what can be searched


def prepare(document: Document, findings: Findings, content: bytes, name: str) -> PreparedFile:
    """Pack a document that was read, with the bytes it was read from."""
    return PreparedFile(
        sha256=document.sha256,
        name=name,
        size=len(content),
        findings=findings,
        language=document.language,
        format=document.metadata.format,
        pages=len(document.pages),
        warnings=document.warnings,
        source=packing.pack_file(content),
        reading=packing.pack_document(document),
        passages=prepare_passages(document, findings),
    )
