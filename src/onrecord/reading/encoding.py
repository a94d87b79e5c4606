"""From the bytes of a text file to its characters."""

import codecs

from onrecord.errors import DamagedFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In which papers in the languages of the United Nations were saved before UTF-8. A choice of few is safer than of all:
# among 90 encodings a French text comes out as Central European.
_OLD = ["cp1252", "cp1251", "cp1256", "koi8_r", "gb18030"]
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b\x1a")
_SAMPLE = 65_536


def looks_like_text(head: bytes) -> bool:
    """Whether these first bytes of a file can be text: a mark says so, or hardly any control characters stand in it."""
    if any(head.startswith(mark) for mark, _ in _BOMS):
        return True
    if _utf16_without_mark(head):
        return True
    return sum(byte in _CONTROL for byte in head) <= len(head) / 200


def decoded(data: bytes, name: str, *, declared: str = "") -> str:
    """The characters of a text file, its byte order mark taken off.

    Args:
        data: the file's bytes.
        name: for messages only.
        declared: the encoding the file states; believed if it fits.

    Raises:
        DamagedFile: the bytes are text in no encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"), name)
    for encoding in (_utf16_without_mark(data[:4_096]), "utf-8", _known(declared)):
        text = _try(data, encoding)
        if text is not None:
            return _checked(text, name)
    return _checked(data.decode(_guessed(data), errors="replace"), name)


def _try(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding).name
    except LookupError:
        return ""
    # The web reads Latin 1 as cp1252 (WHATWG Encoding Standard, 4.2): the dashes and quotation marks stand there.
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # rarely needed, 40 ms to load

    best = from_bytes(data[:_SAMPLE], cp_isolation=_OLD).best()
    return best.encoding if best else "cp1252"


def _utf16_without_mark(head: bytes) -> str:
    """UTF-16 shows as NUL in every other byte, as long as most of the text is blanks, digits and Latin letters."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) / 20 or min(even, odd) > len(head) / 100:
        return ""
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    # Noise with every other byte NUL has no blanks; text that has NULs has them from its blanks and digits at least.
    return encoding if any(c.isspace() for c in head.decode(encoding, errors="ignore")) else ""


def _checked(text: str, name: str) -> str:
    strange = text.count("\ufffd") + text.count("\0")
    if strange > 2 and strange > len(text) / 100:
        raise DamagedFile(
            f"The file looks like text, but {strange:,} of its {len(text):,} characters make no sense.",
            advice="Save it again as UTF-8 text.",
            where=name,
        )
    return text
