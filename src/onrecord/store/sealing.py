"""Sealing: words that cannot be read without a key, be the archive itself open.

The seal is a small encrypted database of SQLCipher (AES-256, each page with its HMAC-SHA512), the same trade that
protects whole archives: no encryption of our own making. It is made in memory where the machine offers a folder
there; what reaches a disk is sealed already.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from onrecord.errors import ArchiveError
from onrecord.store import keys

KEY_BYTES = 32
_SHM = Path("/dev/shm")
_PAGE = 1024


def new_key() -> bytes:
    """A random key."""
    return os.urandom(KEY_BYTES)


def key_of(passphrase: str, salt: bytes) -> bytes:
    """The key that a passphrase and a salt give: argon2id, see ``keys.py``."""
    return bytes.fromhex(keys.cipher_key(passphrase, salt)[2 : 2 + 2 * KEY_BYTES])


def salt_of(sealed: bytes) -> bytes:
    """The salt of a seal: its first bytes."""
    return sealed[: keys.SALT_BYTES]


def seal(key: bytes, content: bytes, *, about: str, salt: bytes = b"") -> bytes:
    """``content`` sealed. ``about`` says where it belongs: it opens nowhere else."""
    with TemporaryDirectory(dir=_SHM if _SHM.is_dir() else None) as folder:
        path = Path(folder) / "seal"
        connection = _connect(path, key, salt or keys.new_salt())
        try:
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("CREATE TABLE seal (about TEXT, content BLOB)")
            connection.execute("INSERT INTO seal VALUES (?, ?)", (about, content))
            connection.commit()
        finally:
            connection.close()
        return path.read_bytes()


def unseal(key: bytes, sealed: bytes, *, about: str) -> bytes | None:
    """What was sealed; None if this key does not open it.

    Raises:
        ArchiveError: the key fits, but it was sealed for another place: somebody moved it.
    """
    with TemporaryDirectory(dir=_SHM if _SHM.is_dir() else None) as folder:
        path = Path(folder) / "seal"
        path.write_bytes(sealed)
        connection = _connect(path, key, salt_of(sealed))
        try:
            belongs, content = connection.execute("SELECT about, content FROM seal").fetchone()
        except dbapi2.DatabaseError:
            return None
        finally:
            connection.close()
    if belongs != about:
        raise ArchiveError(
            "An entry of a case stands where it was not written.", advice="Somebody changed the archive: use a backup."
        )
    return bytes(content)


def _connect(path: Path, key: bytes, salt: bytes) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path))
    # A wrong key is told by an exception; SQLCipher would print it on the terminal besides.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {_PAGE}")
    return connection
