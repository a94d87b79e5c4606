"""From a passphrase to the key of an archive file, and what the head of a file tells.

A file of SQLCipher begins with 16 random bytes, its salt; the key is derived once from passphrase and salt with
argon2id, so that opening a further connection costs nothing. An unencrypted archive begins like every SQLite file.
"""

import os
from enum import Enum
from pathlib import Path
from unicodedata import normalize

from argon2.low_level import Type, hash_secret_raw

SALT_BYTES = 16
PAGE_BYTES = 4096
_TEXT = frozenset(b"\t\n\r" + bytes(range(0x20, 0x7F)))
_OTHER_HEADS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG")  # papers given in place of an archive
PLAIN_HEAD = b"SQLite format 3\x00"
# RFC 9106's second recommendation (64 MiB, three passes, four lanes): about 0.1 s, once per opening. Changing these
# makes every encrypted archive unreadable.
_PASSES, _MEMORY_KIB, _LANES = 3, 64 * 1024, 4


class Head(Enum):
    """What a file can be, by its first bytes and its length."""

    PLAIN = "an SQLite file"
    PERHAPS_ENCRYPTED = "random bytes in whole pages"
    OTHER = "neither"


def sniff(path: Path) -> tuple[Head, bytes]:
    """What the file can be, and its first 16 bytes."""
    with path.open("rb") as handle:
        head = handle.read(SALT_BYTES)
    if head == PLAIN_HEAD:
        return Head.PLAIN, head
    size = path.stat().st_size
    # Sixteen random bytes that are all those of a text do not occur (one file in five million).
    text = all(byte in _TEXT for byte in head)
    whole = size >= PAGE_BYTES and size % PAGE_BYTES == 0
    known = text or head.startswith(_OTHER_HEADS)
    return (Head.PERHAPS_ENCRYPTED if whole and not known else Head.OTHER), head


def new_salt() -> bytes:
    """A salt for a new file."""
    return os.urandom(SALT_BYTES)


def cipher_key(passphrase: str, salt: bytes) -> str:
    """The key in SQLCipher's notation: 32 bytes of key and the salt, so that SQLCipher derives nothing itself."""
    # The same letters typed on two systems can arrive in two forms: NFC makes them one.
    secret = normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    key = hash_secret_raw(secret, salt, _PASSES, _MEMORY_KIB, _LANES, 32, Type.ID)
    return f"x'{key.hex()}{salt.hex()}'"
