"""The errors Onrecord raises on purpose: what is wrong, where, and what to try.

Two families are kept apart: a :class:`DocumentError` means "skip this document, go on with the others";
a :class:`RunError` means "nothing further can be done in this run". Only the outermost edge (command line,
web server) turns either into an exit code or an HTTP status.
"""


class OnrecordError(Exception):
    """Base of every error raised on purpose.

    Args:
        what: one sentence that says what is wrong, naming the file or thing concerned.
        advice: one sentence that says what to try.
        where: the file, page or place concerned, if it is not already named.
    """

    def __init__(self, what: str, *, advice: str = "", where: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice
        self.where = where

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}{' ' + self.advice if self.advice else ''}"

    def __reduce__(self) -> tuple[object, ...]:
        # Readers run in other processes: keyword-only arguments must survive pickling.
        return _rebuild, (type(self), self.what, self.advice, self.where)


def _rebuild(kind: type[OnrecordError], what: str, advice: str, where: str) -> OnrecordError:
    return kind(what, advice=advice, where=where)


class DocumentError(OnrecordError):
    """This document cannot be used; others are not touched by it."""


class UnknownFormat(DocumentError):
    """The content is of no format that Onrecord reads."""


class EmptyFile(DocumentError):
    """The file holds nothing."""


class LockedFile(DocumentError):
    """The file is protected by a password."""


class DamagedFile(DocumentError):
    """The file is truncated or malformed beyond repair."""


class TooLarge(DocumentError):
    """The file, or what it unpacks to, goes beyond a limit."""


class HostileFile(DocumentError):
    """The file tries something no honest document does (path in an archive, external entity, bomb)."""


class NoTextLayer(DocumentError):
    """The pages are pictures and no text recognition is available."""


class ToolMissing(DocumentError):
    """An optional program is needed for this document and not installed."""


class RunError(OnrecordError):
    """The whole run must stop."""


class ArchiveError(RunError):
    """The archive cannot be opened or used."""


class WrongPassphrase(ArchiveError):
    """The passphrase does not open this archive."""


class NotFound(RunError):
    """What was asked for is not in the archive."""


class SettingError(RunError):
    """A setting has a value that cannot be used."""


class ModelError(RunError):
    """A model file is missing, damaged or of another kind."""
