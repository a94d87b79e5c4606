"""A paper's pages as pictures, its findings, its original."""

import hashlib
import io

import pytest
from django.test import Client
from PIL import Image

from onrecord.store.archive import Archive
from onrecord.tasks import list_documents
from onrecord.web.papers.pictures import WIDTHS, Album, nearest

from .conftest import EXAMPLES

REPORT = EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"
SHA = hashlib.sha256(REPORT.read_bytes()).hexdigest()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_is_drawn_and_kept_by_the_browser(client: Client, width: int) -> None:
    answer = client.get(f"/papers/{SHA}/pages/5.webp?w={width}")
    assert answer["Content-Type"] == "image/webp"
    assert Image.open(io.BytesIO(answer.content)).width == width
    assert answer["Cache-Control"] == "private, no-cache"  # names may be withheld meanwhile
    same = client.get(f"/papers/{SHA}/pages/5.webp?w={width}", headers={"if-none-match": answer["ETag"]})
    assert same.status_code == 304


@pytest.mark.parametrize("address", [f"/papers/{SHA}/pages/999.webp", f"/papers/{SHA}/pages/0.webp", "/papers/0/"])
def test_what_is_not_there_is_said(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_width_is_one_of_ours() -> None:
    assert [nearest(asked) for asked in ("", "1", "1500", "99999", "x", "-5")] == [900, 900, 1600, 1600, 900, 900]


def test_pictures_are_given_up_when_there_is_no_room() -> None:
    album = Album(room=10)
    for name in "abc":
        album.put(name, b"12345")
    assert [bool(album.get(name)) for name in "abc"] == [False, True, True]


def test_the_original_comes_back_to_the_byte_and_is_never_shown(client: Client) -> None:
    answer = client.get(f"/papers/{SHA}/original")
    assert answer.content == REPORT.read_bytes()
    assert answer["Content-Disposition"] == 'attachment; filename="A-HRC-52-97.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"


def test_every_paper_has_a_page_and_its_findings_lead_on(client: Client, archive: Archive) -> None:
    for paper in list_documents(archive):
        assert client.get(f"/papers/{paper.sha256}/").status_code == 200
    page = client.get(f"/papers/{SHA}/?page=7").content.decode()
    assert "/recommendations/A/HRC/52/97/52.3/" in page


def test_a_passage_is_lit_and_the_others_are_grey(client: Client) -> None:
    page = client.get("/recommendations/A/HRC/52/97/52.3/").content.decode()
    assert page.count('class="glow"') >= 2
    assert 'class="underline"' in page
    others = client.get(f"/papers/{SHA}/pages/7/others?lit=").content.decode()
    assert others.count('class="bar-other"') >= 10


def test_a_paper_is_read_again(client: Client) -> None:
    answer = client.post(f"/papers/{SHA}/again")
    assert (answer.status_code, answer["Location"]) == (302, f"/papers/{SHA}/")
    assert client.get("/recommendations/A/HRC/52/97/52.3/").status_code == 200
