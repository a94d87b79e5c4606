"""An open archive."""

from types import TracebackType


class Archive:
    """An open archive, to be used as a context manager.

    Attributes:
        location: path or URL as given, without a password.
        encrypted: whether a passphrase protects the file.
    """

    def __init__(self, location: str, *, alias: str, encrypted: bool) -> None:
        self.location = location
        self.alias = alias
        self.encrypted = encrypted

    def close(self) -> None:
        """Close it; whatever was added is on disk already."""

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
