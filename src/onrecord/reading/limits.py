"""How much a file may ask of the machine before it is refused, and the words in which it is refused."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import DocumentError, EmptyFile, TooLarge


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost. Every value can be raised by whoever knows that the file is honest.

    The largest honest papers met so far: 4 MB, 236 pages, a DOCX part that unpacks to 29 times its size.
    """

    file_bytes: int = 100_000_000  # of one file, or of one ZIP
    pages: int = 3_000  # of one PDF
    recognised_pages: int = 200  # pages of pictures sent through character recognition, 2 seconds each
    unpacked_bytes: int = 500_000_000  # everything in one DOCX or ZIP together, nested ZIPs included
    part_bytes: int = 64_000_000  # one XML part of a DOCX
    zip_ratio: int = 200  # unpacked : packed, of a member above a megabyte
    zip_members: int = 20_000
    nesting: int = 3  # a ZIP in a ZIP in a ZIP
    characters: int = 10_000_000  # of the text that comes out; 236 pages have 0.8 million
    tags: int = 1_000_000  # opening and closing tags of one HTML page or XML part


DEFAULT_LIMITS = Limits()


def checked_bytes(source: str | Path | bytes, *, name: str, limits: Limits) -> bytes:
    """The bytes of ``source``, read only after their number is known to be within the limit.

    Raises:
        DocumentError: there is no such file, or it cannot be opened.
        EmptyFile: it holds nothing.
        TooLarge: it holds more than ``limits.file_bytes``.
    """
    data = source if isinstance(source, bytes) else _read(Path(source), name, limits)
    check_size(len(data), limits, name)
    if not data.strip(b"\0\t\n\r "):
        raise EmptyFile("The file holds nothing.", advice="Fetch it again from where it came from.", where=name)
    return data


def check_size(size: int, limits: Limits, name: str) -> None:
    """Refuse a file of more than ``limits.file_bytes``."""
    if size > limits.file_bytes:
        raise TooLarge(
            f"The file has {readable(size)}, more than the limit of {readable(limits.file_bytes)}.",
            advice="Split it, or raise the limit file_bytes if you trust it.",
            where=name,
        )


def check_characters(count: int, limits: Limits, name: str) -> None:
    """Refuse a text of more than ``limits.characters``."""
    if count > limits.characters:
        raise TooLarge(
            f"The text has {count:,} characters, more than the limit of {limits.characters:,}.",
            advice="Split the document, or raise the limit characters if you trust it.",
            where=name,
        )


def check_tags(markup: bytes, limits: Limits, name: str) -> None:
    """Refuse markup of more than ``limits.tags`` tags before a tree is built from it."""
    count = markup.count(b"<")
    if count > limits.tags:
        raise TooLarge(
            f"The markup has {count:,} tags, more than the limit of {limits.tags:,}.",
            advice="Save the page as plain text, or raise the limit tags if you trust it.",
            where=name,
        )


def readable(size: int) -> str:
    """A number of bytes for people: ``12.3 MB``."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1_000:.1f} kB"
    return f"{size / 1_000_000:.1f} MB"


def _read(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            what = "This is a folder or a device, no file." if path.exists() else "There is no such file."
            raise DocumentError(what, advice="Give the path of a file.", where=name)
        check_size(path.stat().st_size, limits, name)
        with path.open("rb") as file:  # it may grow while we look at it: never read more than the limit
            return file.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise DocumentError(
            f"The file cannot be opened ({error}).", advice="Check path and rights.", where=name
        ) from error
