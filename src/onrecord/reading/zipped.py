"""Opens ZIP files (and DOCX, which are ZIP files) without trusting them."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import DamagedFile, HostileFile, LockedFile, TooLarge
from onrecord.reading.limits import Limits, readable

_SMALL = 1_000_000  # below this many bytes no ratio is held against a member
_CHUNK = 65_536
_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_ENCRYPTED = 0x1
_END = b"PK\x05\x06"  # of the directory: 12 bytes on stands the directory's size
_LONG_ENTRY = 350  # bytes in the directory for a file with a name of 300 letters
# What the zipfile module raises on malformed data, and on methods and versions it does not know.
_MALFORMED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Budget:
    """How many bytes may still be unpacked; shared by a ZIP and the ZIPs inside it."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.unpacked_bytes
        self.members = limits.zip_members

    def take(self, size: int, name: str) -> None:
        """Count ``size`` unpacked bytes; raises TooLarge when the limit is passed."""
        self.left -= size
        if self.left < 0:
            limit = readable(self.limits.unpacked_bytes)
            raise TooLarge(
                f"Together the contents unpack to more than the limit of {limit}.",
                advice="Unpack it yourself, or raise the limit unpacked_bytes if you trust it.",
                where=name,
            )

    def take_members(self, count: int, name: str) -> None:
        """Count the members of one ZIP."""
        self.members -= count
        if self.members < 0:
            raise _too_many(self.limits, name)


def _too_many(limits: Limits, name: str) -> TooLarge:
    return TooLarge(
        f"The ZIP holds more files than the limit of {limits.zip_members:,}.",
        advice="Split it, or raise the limit zip_members if you trust it.",
        where=name,
    )


@contextmanager
def malformed_is_damaged(name: str) -> Iterator[None]:
    """Turn what the zipfile module raises on malformed data into DamagedFile."""
    try:
        yield
    except _MALFORMED as error:
        raise DamagedFile(
            f"The ZIP structure is cut off or malformed ({error}).", advice="Copy or download it again.", where=name
        ) from error


def opened(data: bytes, name: str, limits: Limits) -> zipfile.ZipFile:
    """The ZIP's directory.

    Raises:
        DamagedFile: there is none, or it makes no sense.
        TooLarge: it must name more files than the limit, judged by its size before it is read.
    """
    end = data.rfind(_END)
    if 0 <= end <= len(data) - 16 and struct.unpack_from("<I", data, end + 12)[0] > limits.zip_members * _LONG_ENTRY:
        raise _too_many(limits, name)
    with malformed_is_damaged(name):
        return zipfile.ZipFile(io.BytesIO(data))


def check_member(info: zipfile.ZipInfo, limits: Limits, name: str) -> None:
    """Judge one member by the ZIP's directory, before anything is unpacked.

    Raises:
        HostileFile: its path leads out of the folder it would be unpacked to, it is a link, or its ratio is a bomb's.
        LockedFile: it is encrypted.
    """
    if _OUTSIDE.search(info.filename):
        raise HostileFile(
            f"The ZIP holds a file whose path leads outside: {info.filename[:80]!r}.",
            advice="Do not unpack it; ask its sender how it was made.",
            where=name,
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise HostileFile(
            f"The ZIP holds a link to another file: {info.filename[:80]!r}.",
            advice="Add the file itself.",
            where=name,
        )
    if info.flag_bits & _ENCRYPTED:
        raise LockedFile(
            "The ZIP is protected by a password.", advice="Unpack it with the password and add the files.", where=name
        )
    check_ratio(info.file_size, info.compress_size, limits, name)


def check_ratio(unpacked: int, packed: int, limits: Limits, name: str) -> None:
    """Refuse what swells more than any text does."""
    if unpacked > _SMALL and unpacked > limits.zip_ratio * max(packed, 1):
        raise HostileFile(
            f"{readable(packed)} in it unpack to {readable(unpacked)} or more, beyond the ratio of "
            f"{limits.zip_ratio}: this looks like a ZIP bomb.",
            advice="Do not unpack it; raise the limit zip_ratio only if you made it yourself.",
            where=name,
        )


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, name: str, *, most: int) -> bytes:
    """One member's bytes, counted while they stream, because a directory may lie.

    Raises:
        TooLarge: more than ``most`` bytes, or more than the budget holds.
        HostileFile, LockedFile: see check_member.
        DamagedFile: it cannot be unpacked.
    """
    check_member(info, budget.limits, name)
    chunks: list[bytes] = []
    size = 0
    with malformed_is_damaged(name), archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            budget.take(len(chunk), name)
            check_ratio(size, info.compress_size, budget.limits, name)
            if size > most:
                raise TooLarge(
                    f"{info.filename[:80]!r} unpacks to more than {readable(most)}.",
                    advice="Split it, or raise the limits file_bytes and part_bytes if you trust it.",
                    where=name,
                )
            chunks.append(chunk)
    return b"".join(chunks)
