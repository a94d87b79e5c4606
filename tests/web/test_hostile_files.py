"""Hostile files and file names that a browser sends: nothing gets out of its folder, nothing runs, errors are clear."""

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.tasks import list_documents, open_archive
from onrecord.web import served
from onrecord.web.adding import jobs

from .hostile import NAME, Read, finished, insides

WORDS = b"Note by the secretariat. The harbour of Lower Selm was closed in the winter of 2011."


@pytest.fixture
def empty(client: Client, archive: Archive, tmp_path: Path) -> Iterator[Client]:
    """A browser before an archive that holds nothing yet."""
    with open_archive(tmp_path / "empty.onrecord", passphrase="", create=True) as opened:
        served.current().archive = opened
        yield client
        jobs.stop_all()
        served.current().archive = archive


def sent(client: Client, name: bytes, content: bytes = WORDS) -> str:
    """Send one file under a name as raw as a hostile program writes it; gives the page of the run when it is over."""
    return sent_all(client, {name: content})


def sent_all(client: Client, files: dict[bytes, bytes]) -> str:
    """The same for several files at once."""
    edge, body = BOUNDARY.encode(), b""
    for name, content in files.items():
        head = b'Content-Disposition: form-data; name="files"; filename="' + name + b'"'
        body += b"--" + edge + b"\r\n" + head + b"\r\nContent-Type: text/plain\r\n\r\n" + content + b"\r\n"
    answer = client.generic("POST", "/add/", body + b"--" + edge + b"--\r\n", content_type=MULTIPART_CONTENT)
    assert answer.status_code == 302, answer.content
    page = finished(client, answer["Location"])
    assert Read(page).could_run == []
    assert not insides(Read(page).words), insides(Read(page).words)
    return page


def packed(members: dict[str, bytes], *, link: str = "") -> bytes:
    """A ZIP with these members; ``link`` is made a symbolic link."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if name == link:
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            bundle.writestr(info, content)
    return target.getvalue()


def names() -> list[str]:
    return [paper.name for paper in list_documents(served.archive())]


NAMES = (
    NAME.replace("'\"&", "").encode(),
    b"../../../evil.txt",
    rb"C:\\Windows\\evil.txt",
    b"/etc/cron.d/evil.txt",
    b"\xff\xfe\xc3(.txt",
    b"evil\x00.txt",
    "report\u202excod.exe".encode(),
    "\u2066\u2067paper\u2069.txt".encode(),
    b"a%0d%0aSet-Cookie: evil=1.txt",
    b'\\"; filename=\\"evil.html',
    b"a" * 700 + b".txt",
    b"..",
    b" .txt",
)


def test_hostile_names_of_files(empty: Client) -> None:
    sent_all(empty, {name: WORDS + b" %d" % n for n, name in enumerate(NAMES)})
    papers = list_documents(served.archive())
    assert papers.total >= len(NAMES) - 2  # a name that cannot be read is no file
    for paper in papers:
        assert not paper.name.startswith((".", "/"))
        assert all(sign.isprintable() for sign in paper.name)
        page = empty.get(f"/papers/{paper.sha256}/").content.decode()
        assert Read(page).could_run == []
        answer = empty.get(f"/papers/{paper.sha256}/original")
        assert answer.content.startswith(WORDS)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Type"] == "application/octet-stream"
        assert "evil" not in answer.cookies
    assert Read(empty.get("/papers/").content.decode()).could_run == []


OUTSIDE = (
    "../../evil.txt",
    "/etc/evil.txt",
    "C:\\evil.txt",
    "..\\..\\evil.txt",
    "a/../../evil.txt",
    "\\\\host\\evil.txt",
)


def test_a_path_that_leads_out_of_a_zip_is_refused(empty: Client, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    bundles = {b"%d.zip" % n: packed({name: WORDS}) for n, name in enumerate(OUTSIDE)}
    page = sent_all(empty, {**bundles, b"good.zip": packed({"good/paper.txt": WORDS})})
    assert page.count("leads outside") >= len(OUTSIDE) - 1
    assert [Path(name).name for name in names()] == ["paper.txt"]
    assert {path.name for path in set(tmp_path.rglob("*")) - before} <= {"empty.onrecord-wal", "empty.onrecord-shm"}


def test_a_link_in_a_zip_leads_nowhere(empty: Client) -> None:
    page = sent(empty, b"bundle.zip", packed({"paper.txt": b"/etc/hostname"}, link="paper.txt"))
    assert "1 could not be added" in page
    assert names() == []


def test_a_bomb_is_refused(empty: Client) -> None:
    page = sent(empty, b"bomb.zip", packed({"paper.txt": b"0" * 300_000_000}))
    assert "ZIP bomb" in page or "unpacks to more" in page
    assert names() == []


def test_zips_in_zips_end_somewhere(empty: Client) -> None:
    content = packed({"paper.txt": WORDS})
    for depth in range(8):
        content = packed({f"{depth}.zip": content})
    page = sent(empty, b"nested.zip", content)
    assert "nested deeper than" in page
    assert names() == []


def test_hostile_names_in_a_zip(empty: Client) -> None:
    hostile = ("<img src=x onerror=alert(1)>.txt", "a\r\nSet-Cookie: evil=1.txt", "report\u202excod.txt")
    sent(empty, b"bundle.zip", packed({name: WORDS + str(n).encode() for n, name in enumerate(hostile)}))
    assert len(names()) == 3
    page = empty.get("/papers/").content.decode()
    assert Read(page).could_run == []
    for paper in list_documents(served.archive()):
        answer = empty.get(f"/papers/{paper.sha256}/original")
        assert answer.status_code == 200
        assert "\n" not in answer["Content-Disposition"]
        assert "%E2%80%AE" not in answer["Content-Disposition"]
        assert "evil" not in answer.cookies
    assert "\u202e" not in page


def test_a_file_that_is_no_paper_is_told_without_our_paths(empty: Client) -> None:
    for content in (b"\x00\x01\x02\x03" * 100, b"%PDF-1.7 nothing behind", b"PK\x03\x04 broken"):
        page = sent(empty, b"odd.pdf", content)
        assert "1 could not be added" in page
        assert "odd.pdf" in page


@pytest.mark.parametrize(
    "body",
    [b"", b"--nonsense", b"\xff" * 100, b'--x\r\nContent-Disposition: form-data; name="files"; filename="a'],
)
def test_a_torn_form_is_no_mistake_of_ours(empty: Client, body: bytes) -> None:
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=\xff"):
        answer = empty.generic("POST", "/add/", body, content_type=kind)
        assert answer.status_code == 400
        assert not insides(answer.content.decode())
    assert tasks.list_documents(served.archive()).total == 0


def test_a_hostile_coded_file(client: Client) -> None:
    text = 'To,From,Text,Response,Action,Issue,Session\n"=cmd()","<script>","<img onerror=alert(1)>",x,y,z,-1\n'
    for content in (text.encode(), b"\xff\xfe\x00", b"a,b,c\n" * 10, b'"' * 1000):
        edge = BOUNDARY.encode()
        head = b'Content-Disposition: form-data; name="file"; filename="<b>.csv"\r\nContent-Type: text/csv\r\n\r\n'
        body = b"--" + edge + b"\r\n" + head + content + b"\r\n--" + edge + b"--\r\n"
        answer = client.generic("POST", "/coded/import", body, content_type=MULTIPART_CONTENT)
        assert answer.status_code in (302, 400)
        page = finished(client, answer["Location"]) if answer.status_code == 302 else answer.content.decode()
        assert Read(page).could_run == []
        assert not insides(Read(page).words)
