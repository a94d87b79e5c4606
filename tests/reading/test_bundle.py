"""Taking files out of ZIPs and folders."""

from pathlib import Path

from onrecord.errors import DamagedFile, HostileFile, LockedFile, TooLarge
from onrecord.reading import Limits
from onrecord.reading.bundle import Member, unpack
from reading.hostile import bad_files
from reading.made import docx, p, zipped

_DOCX = docx(p("Text of Arvenia"))
_BAD = {bad.name: bad for bad in bad_files()}


def _names(members: list[Member]) -> list[str]:
    return [member.name for member in members]


def test_files_of_inner_zips_and_word_files_as_they_are() -> None:
    inner = zipped({"b.txt": "b", "deeper/c.txt": "c"})
    members = list(unpack(zipped({"a.docx": _DOCX, "folder/": "", "folder/inner.zip": inner})))
    assert _names(members) == ["a.docx", "folder/inner.zip/b.txt", "folder/inner.zip/deeper/c.txt"]
    assert [member.data for member in members] == [_DOCX, b"b", b"c"]
    assert not any(member.error for member in members)


def test_hidden_files_and_leftovers_are_passed_over() -> None:
    data = zipped({"__MACOSX/._a.txt": "x", ".DS_Store": "x", "a/.git/config": "x", "Thumbs.db": "x", "a/a.txt": "a"})
    assert _names(list(unpack(data))) == ["a/a.txt"]


def test_a_bad_member_never_stops_the_others() -> None:
    members = list(unpack(zipped({"a.txt": "a", "../../b.txt": "b", "bomb.bin": bytes(30_000_000), "c.txt": "c"})))
    assert [type(member.error) for member in members] == [type(None), HostileFile, HostileFile, type(None)]
    assert [member.data for member in members] == [b"a", b"", b"", b"c"]


def test_a_damaged_or_locked_inner_zip_is_one_error() -> None:
    inner = {"cut.zip": zipped({"a.txt": "a" * 99})[:-30], "locked.zip": _BAD["encrypted.zip"].data, "z.txt": "z"}
    members = list(unpack(zipped(inner)))
    assert _names(members) == ["cut.zip", "locked.zip/a.txt", "z.txt"]
    assert members[0].data.startswith(b"PK")  # no ZIP that can be opened: its own reader will say so
    assert type(members[1].error) is LockedFile


def test_nesting_and_totals_are_bounded() -> None:
    [member] = unpack(_BAD["nested.zip"].data)
    assert type(member.error) is HostileFile
    parts = zipped({f"{i}.zip": zipped({"x.txt": "Arvenia " * 1_000}) for i in range(9)})
    members = list(unpack(parts, limits=Limits(unpacked_bytes=20_000)))
    assert type(members[-1].error) is TooLarge
    assert len(members) < 9


def test_names_keep_their_letters() -> None:
    members = list(unpack(zipped({"Отчёт Арвении.txt": "x"})))
    assert _names(members) == ["Отчёт Арвении.txt"]


def test_a_forgotten_utf8_flag(tmp_path: Path) -> None:
    name = "Отчёт.txt"
    data = zipped({"0" * len(name.encode()): "x"}).replace(b"0" * len(name.encode()), name.encode())
    assert _names(list(unpack(data))) == [name]


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "inner.zip").write_bytes(zipped({"c.txt": "c"}))
    (tmp_path / "a.docx").write_bytes(_DOCX)
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "empty.txt").write_text("")
    members = list(unpack(tmp_path))
    assert _names(members) == ["a.docx", "b/inner.zip/c.txt", "empty.txt"]
    assert members[2].error
    assert _names(list(unpack(tmp_path / "a.docx"))) == ["a.docx"]


def test_a_zip_that_is_none() -> None:
    [member] = unpack(b"PK\x03\x04 and then nothing", name="x.zip")
    assert member.data
    [member] = unpack(Path("missing.zip"))
    assert member.error
    assert not isinstance(member.error, DamagedFile)
