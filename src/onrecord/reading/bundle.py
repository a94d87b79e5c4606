"""Takes the files out of a ZIP or a folder, one after the other, without trusting either."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from onrecord.errors import DocumentError, HostileFile
from onrecord.reading.limits import DEFAULT_LIMITS, Limits, checked_bytes
from onrecord.reading.sniff import Format, format_of
from onrecord.reading.zipped import Budget, opened, unpacked

_UTF8 = 0x800  # general purpose bit 11: the name is UTF-8 (APPNOTE 4.4.4)
_FURNITURE = ("__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a bundle: its bytes, or why they could not be had."""

    name: str  # path inside the bundle, "inner.zip/a.pdf" for a file of a ZIP in it
    data: bytes = b""
    error: DocumentError | None = None


def unpack(source: str | Path | bytes, *, limits: Limits = DEFAULT_LIMITS, name: str = "") -> Iterator[Member]:
    """The files in a ZIP or a folder, those of inner ZIPs and folders included, each read when it is asked for.

    Hidden files and what operating systems leave behind are passed over. DOCX are files, they are not unpacked.

    Args:
        source: a ZIP (path or bytes), a folder, or any other file, which then is its own only member.
        limits: bounds on each file, on all together, on ratio, number and nesting.
        name: what to call the bundle in messages.

    Yields:
        One Member for each file. What cannot be had (encrypted, damaged, hostile path) has ``error`` instead of
        ``data`` and never stops the others.
    """
    budget = Budget(limits)
    if not isinstance(source, bytes) and Path(source).is_dir():
        yield from _folder(Path(source), budget)
        return
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    try:
        data = checked_bytes(source, name=name, limits=limits)
        is_zip = _is_zip(data, limits)
    except DocumentError as error:
        yield Member(name, error=error)
        return
    yield from _zip(data, budget, name, depth=1, prefix="") if is_zip else [Member(name, data)]


def _folder(folder: Path, budget: Budget) -> Iterator[Member]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or _is_furniture(name):
            continue
        try:
            data = checked_bytes(path, name=name, limits=budget.limits)
        except DocumentError as error:
            yield Member(name, error=error)
            continue
        # Each ZIP of a folder has its own budget: a folder may be as large as it likes.
        yield from (
            _zip(data, Budget(budget.limits), name, depth=1, prefix=name + "/")
            if _is_zip(data, budget.limits)
            else [Member(name, data)]
        )


def _zip(data: bytes, budget: Budget, name: str, *, depth: int, prefix: str) -> Iterator[Member]:
    try:
        _check_depth(depth, budget.limits, name)
        archive = opened(data, name, budget.limits)
        budget.take_members(len(archive.infolist()), name)
    except DocumentError as error:
        yield Member(name, error=error)
        return
    with archive:
        for info in archive.infolist():
            inner = prefix + _decoded_name(info)
            if not info.is_dir() and not _is_furniture(inner):
                yield from _member(archive, info, budget, inner, depth=depth)
            if budget.left < 0:  # a bomb: one error is enough
                return


def _member(archive: ZipFile, info: ZipInfo, budget: Budget, name: str, *, depth: int) -> Iterator[Member]:
    try:
        data = unpacked(archive, info, budget, name, most=budget.limits.file_bytes)
    except DocumentError as error:
        yield Member(name, error=error)
        return
    if _is_zip(data, budget.limits):
        yield from _zip(data, budget, name, depth=depth + 1, prefix=name + "/")
    else:
        yield Member(name, data)


def _is_zip(data: bytes, limits: Limits) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        return format_of(data, limits=limits) is Format.ZIP
    except DocumentError:  # a damaged ZIP, or a workbook: its own reader says so
        return False


def _check_depth(depth: int, limits: Limits, name: str) -> None:
    if depth > limits.nesting:
        raise HostileFile(
            f"ZIPs are nested deeper than {limits.nesting} levels.",
            advice="Unpack the inner ones yourself, or raise the limit nesting.",
            where=name,
        )


def _decoded_name(info: ZipInfo) -> str:
    """The name as its writer meant it: zipfile reads cp437 where no flag says UTF-8, but many forget the flag."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _is_furniture(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part in _FURNITURE or (part.startswith(".") and part != "..") for part in parts)
