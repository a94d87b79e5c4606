"""Every word of the workbench is there in every language, with the same blanks to fill in."""

import re
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import messages  # noqa: E402

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
_BLANK = re.compile(r"%\(\w+\)s")


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(messages.path_of(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_or_unsure(language: str) -> None:
    wanted = {(m.words, m.context) for m in messages.collect()}
    known = {(e.msgid, e.msgctxt): e for e in catalogue(language)}
    assert len(wanted) > 250
    assert wanted == set(known), "run: python tools/messages.py"
    assert [e.msgid for e in known.values() if not messages.is_complete(e)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_blanks_and_markup_are_the_same(language: str) -> None:
    for entry in catalogue(language):
        for said in [entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values():
            assert set(_BLANK.findall(said)) == set(_BLANK.findall(entry.msgid)), entry.msgid
            assert re.findall(r"</?\w[^>]*>", said) == re.findall(r"</?\w[^>]*>", entry.msgid), entry.msgid


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = polib.mofile(str(messages.path_of(language).with_suffix(".mo")))
    written = {(e.msgid, e.msgctxt): (e.msgstr, tuple(e.msgstr_plural.values())) for e in catalogue(language)}
    assert {(e.msgid, e.msgctxt): (e.msgstr, tuple(e.msgstr_plural.values())) for e in compiled} == written


def test_a_message_is_found_wherever_it_is_said() -> None:
    block = "{% blocktranslate count n=x with a=b %}{{ a }} cat{% plural %}{{ a }} cats{% endblocktranslate %}"
    template = '{% translate "One" %}' + block
    assert {m.words for m in messages.in_template(template)} == {"One", "%(a)s cat"}
    code = 'x = _("Two")\ny = _in("place", "Three")\nz = ngettext("a", "b", 2)\n'
    assert {(m.words, m.context) for m in messages.in_code(code)} == {("Two", None), ("Three", "place"), ("a", None)}


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("ru", "6 января 2023 г."),
        ("fr", "6 janvier 2023"),
        ("es", "6 de enero de 2023"),
        ("kk", "2023 ж. 6 қаңтар"),
        ("ar", "6 يناير 2023"),
        ("en", "6 January 2023"),
    ],
)
def test_a_page_in_the_readers_language(client: Client, language: str, says: str) -> None:
    assert client.post("/choices/keep", {"language": language, "back": "/"}).status_code == 302
    page = client.get("/recommendations/A/HRC/52/97/52.3/").content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert says in page


def test_a_source_keeps_its_own_language_and_direction(client: Client) -> None:
    client.post("/choices/keep", {"language": "ar"})
    page = client.get("/recommendations/A/HRC/52/97/52.3/").content.decode()
    assert '<h1 lang="en" dir="ltr">Record on video' in page
    assert '<bdi dir="ltr">52.3</bdi>' in page
