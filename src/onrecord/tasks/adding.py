"""Adding documents: read in several processes, written here, each document all or nothing."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from onrecord import settings
from onrecord.errors import OnrecordError
from onrecord.store import documents, findings, passages, statements, ties
from onrecord.store.archive import Archive
from onrecord.store.prepared import PreparedFile
from onrecord.tasks import candidates
from onrecord.tasks.asking import ask_about_document
from onrecord.tasks.comparing import mark_stale, refresh_comparisons
from onrecord.tasks.histories import derive
from onrecord.tasks.labels import restore_labels
from onrecord.tasks.naming import regroup
from onrecord.tasks.reading_pool import Job, ReadingPool
from onrecord.tasks.rows import AddedDocument, AddEvent, AddReport, FailedFile, Outcome
from onrecord.tasks.versions import DERIVED, EXTRACTION

Progress = Callable[[AddEvent], None]


def add_documents(
    archive: Archive,
    paths: Sequence[str | Path],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> AddReport:
    """Put files, folders (with all below) and ZIP archives on record.

    Each document goes in whole or not at all, at the moment it is read: a run that is broken off (Ctrl-C, power cut)
    leaves whole documents, and the same run again goes on where it stopped. A file whose content the archive holds is
    not read again, unless an older version of Onrecord read it.

    Args:
        archive: open.
        paths: files, folders, ZIPs.
        workers: how many files are read at once; None asks the settings (one per core).
        progress: called after each file.

    Returns:
        What was added, replaced, known already, and what failed and why.

    Raises:
        NotFound: a path does not exist; nothing was added.
        ArchiveError: the archive cannot be written.
    """
    found = candidates.require(paths)
    count = workers or settings.number(settings.WORKERS) or _cores()
    run = _Run(archive, progress, expected=candidates.expected(found))
    with ReadingPool(count, seconds=settings.number(settings.FILE_SECONDS)) as pool:
        report = run.add(found, pool)
    refresh_comparisons(archive)
    return report


@dataclass(slots=True)
class _Run:
    """One run of adding, and what became of its files so far."""

    archive: Archive
    progress: Progress | None
    expected: int
    seen: int = 0
    done: int = 0
    added: list[AddedDocument] = field(default_factory=list)
    replaced: list[AddedDocument] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[FailedFile] = field(default_factory=list)
    # Files in the works, by content, with the names of others that hold the same.
    twins: dict[str, list[str]] = field(default_factory=dict)

    def add(self, paths: Sequence[Path], pool: ReadingPool) -> AddReport:
        for job, answer in pool.read(self._jobs(paths)):
            if isinstance(answer, PreparedFile):
                self._keep(put_on_record(self.archive, answer))
            else:
                self._fail(job.name, answer)
            for name in self.twins.pop(job.sha256):
                self._fail(name, answer) if isinstance(answer, OnrecordError) else self._pass(name)
        return AddReport(tuple(self.added), tuple(self.replaced), tuple(self.unchanged), tuple(self.failed))

    def _jobs(self, paths: Sequence[Path]) -> Iterator[Job]:
        """The files that have to be read; what becomes of all others is noted on the way."""
        for member in candidates.files_in(paths):
            self.seen += 1
            if member.error:
                self._fail(member.name, member.error)
                continue
            digest = sha256(member.data).hexdigest()
            if digest in self.twins:
                self.twins[digest].append(member.name)
            elif documents.version_of(digest, alias=self.archive.alias) >= EXTRACTION:
                self._pass(member.name)
            else:
                self.twins[digest] = []
                yield Job(member.name, digest, member.data)

    def _keep(self, document: AddedDocument) -> None:
        (self.replaced if document.replaced else self.added).append(document)
        self._tell(document.name, Outcome.REPLACED if document.replaced else Outcome.ADDED)

    def _pass(self, name: str) -> None:
        self.unchanged.append(name)
        self._tell(name, Outcome.UNCHANGED)

    def _fail(self, name: str, error: OnrecordError) -> None:
        self.failed.append(FailedFile(name, error))
        self._tell(name, Outcome.FAILED, error)

    def _tell(self, name: str, outcome: Outcome, error: OnrecordError | None = None) -> None:
        self.done += 1
        if self.progress:
            self.progress(AddEvent(name, outcome, self.done, max(self.expected, self.seen), error))


def put_on_record(archive: Archive, file: PreparedFile) -> AddedDocument:
    """Write one document with all its findings and bring what depends on them up to date: all of it or nothing."""
    with archive.whole_or_nothing():
        before = documents.symbol_of(file.sha256, alias=archive.alias)
        state_before = documents.state_of(file.sha256, alias=archive.alias)
        row = documents.save(file, versions=(EXTRACTION, DERIVED), alias=archive.alias)
        stale = ties.reports_answered(row, alias=archive.alias)
        if before is not None:
            passages.delete(row, alias=archive.alias)
            findings.delete(row, alias=archive.alias)
        findings.save(row, file.findings, alias=archive.alias)
        passages.save(row, file.passages, alias=archive.alias)
        restore_labels(archive, row)
        ask_about_document(archive, row)
        answered = stale | ties.tie(row, before=before or "", alias=archive.alias)
        derive(archive, answered)
        regroup(archive, row)
        # A report of the Council answers for many States and is of none.
        reports = statements.reports_of(answered, alias=archive.alias)
        mark_stale(archive, {row.state, state_before, *(report.state for report in reports)})
    found = file.findings
    return AddedDocument(
        name=file.name,
        sha256=file.sha256,
        symbol=found.identity.symbol,
        kind=found.identity.kind,
        state=found.identity.state,
        recommendations=len(found.recommendations),
        positions=len(found.positions),
        tallies=len(found.tallies),
        doubts=len(found.doubts),
        replaced=before is not None,
    )


def _cores() -> int:
    # Not every core of the machine need be ours (containers, taskset).
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
