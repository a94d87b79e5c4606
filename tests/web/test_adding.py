"""Papers come in by the browser; a bad one never touches the others."""

import io
import time
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onrecord.store.archive import Archive
from onrecord.tasks import list_documents, open_archive
from onrecord.web import served
from onrecord.web.adding import jobs
from onrecord.web.adding.receiving import receive

from .conftest import EXAMPLES, PORT

PAPERS = EXAMPLES / "arvenia" / "papers"


@pytest.fixture
def empty(client: Client, archive: Archive, tmp_path: object) -> Client:
    """The same browser before an archive that holds nothing yet."""
    with open_archive(f"{tmp_path}/empty.onrecord", passphrase="", create=True) as opened:
        served.current().archive = opened
        yield client
        jobs.stop_all()
        served.current().archive = archive


def upload(name: str, content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (PAPERS / name).read_bytes() if content is None else content)


def finished(client: Client, address: str) -> str:
    for _ in range(300):
        page = client.get(address).content.decode()
        if 'hx-trigger="every 1s"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("adding did not end")


def names() -> set[str]:
    return {paper.name.rsplit("/", 1)[-1] for paper in list_documents(served.archive())}


def test_files_are_added_and_a_bad_one_is_told(empty: Client) -> None:
    files = [upload("A-HRC-52-97.pdf"), upload("thematic-list.docx"), upload("broken.pdf", b"%PDF-1.7 nothing behind")]
    answer = empty.post("/add/", {"files": files})
    assert answer.status_code == 302
    page = finished(empty, answer["Location"])
    assert "3 files were read." in page
    assert "1 could not be added" in page
    assert "broken.pdf" in page
    assert names() == {"A-HRC-52-97.pdf", "thematic-list.docx"}


def test_a_zip_is_opened(empty: Client) -> None:
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as target:
        target.write(PAPERS / "A-HRC-52-97-Add.1.pdf", "papers/A-HRC-52-97-Add.1.pdf")
        target.writestr("../../etc/evil.txt", "a path that leads elsewhere")
    answer = empty.post("/add/", {"files": upload("bundle.zip", bundle.getvalue())})
    finished(empty, answer["Location"])
    assert "A-HRC-52-97-Add.1.pdf" in names()
    assert not any("evil" in name for name in names())


def test_nothing_chosen_is_said(empty: Client) -> None:
    answer = empty.post("/add/", {})
    assert answer.status_code == 400
    assert "Choose at least one file." in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/passwd", "a\x00b.txt", ".hidden", "….txt"]
)
def test_a_name_never_leads_out_of_the_folder(archive: Archive, name: str) -> None:
    file = SimpleUploadedFile("x", b"words")
    file._name = name  # the class cleans what a hostile browser would not
    folder = receive([file])
    (kept,) = folder.rglob("*")
    assert kept.parent == folder
    assert kept.read_bytes() == b"words"


def test_two_files_of_one_name_are_both_kept(archive: Archive) -> None:
    folder = receive([SimpleUploadedFile("a.txt", b"1"), SimpleUploadedFile("a.txt", b"2")])
    assert sorted(path.read_bytes() for path in folder.rglob("a.txt")) == [b"1", b"2"]


def test_a_run_can_be_stopped(empty: Client) -> None:
    files = [upload(f"{n}.txt", f"Paper number {n} says little.".encode()) for n in range(60)]
    answer = empty.post("/add/", {"files": files})
    empty.post(f"{answer['Location']}stop")
    finished(empty, answer["Location"])
    assert list_documents(served.archive()).total < 60
    assert served.current().port == PORT


def test_what_is_sent_is_not_left_behind(empty: Client) -> None:
    answer = empty.post("/add/", {"files": upload("thematic-list.docx")})
    finished(empty, answer["Location"])
    job = jobs.recent()[0]
    assert not job.folder.exists()
