"""A report whose words would run if a page took them for its own, and what a page may hold."""

import time
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

import typst
from django.test import Client

EVIL = (
    "<script>window.ran=1;alert(1)</script>",
    '<img src=x onerror="window.ran=2;alert(2)">',
    "javascript:alert(3)",
    '"><svg onload=alert(4)>',
    "{{ 7|add:7 }}{% load i18n %}",
    "</textarea><iframe src=javascript:alert(5)>",
)
NAME = "<img src=x onerror=alert(6)>'\"&.pdf"
_ADDRESSES = ("href", "src", "action", "formaction", "hx-get", "hx-post", "xlink:href", "data", "poster")
_NEVER = {"iframe", "object", "embed", "base", "frame", "applet", "style"}
_INSIDES = ("Traceback", 'File "', "/dev/shm", "/tmp/", "site-packages", "django.")


def evil_report() -> bytes:
    """A PDF in the form of a Working Group report on a State that does not exist."""
    items = "\n\n".join(
        f"126.{n}. Put an end to {_letters(words)} in prisons (France);" for n, words in enumerate(EVIL, 1)
    )
    return typst.compile(
        f"""#set page(width: 210mm, height: 297mm)
        United Nations #h(1fr) A/HRC/28/96

        General Assembly #h(1fr) Distr.: General #linebreak() 12 January 2015 #linebreak() Original: English

        Human Rights Council #linebreak() Twenty-eighth session #linebreak() Agenda item 6

        = Report of the Working Group on the Universal Periodic Review

        Upper Selm

        = II. Conclusions and/or recommendations

        126. The following recommendations enjoy the support of Upper Selm:

        {items}

        127. The following recommendations did not enjoy the support of Upper Selm:

        127.1. Abolish {_letters(EVIL[0])} (Wonderland {_letters("<b onclick=alert(7)>")}, Brazil).
        """.encode()
    )


def _letters(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


class Read(HTMLParser):
    """What a browser makes of a page: what could run, the words that are shown, the addresses it leads to."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.could_run: list[str] = []
        self.words = ""
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _NEVER or (tag == "script" and not given.get("src", "").startswith("/static/")):
            self.could_run.append(f"<{tag}>")
        for name, value in given.items():
            self.words += f" {value} "
            if name.startswith("on") or name == "style":
                self.could_run.append(f"{name}={value}")
            if name in _ADDRESSES:
                scheme = urlsplit(value.strip()).scheme
                if scheme and not (tag == "img" and scheme == "data"):
                    self.could_run.append(f"{name}={value}")
        if tag == "a" or "hx-get" in given:
            self.links.append(given.get("href") or given.get("hx-get", ""))

    def handle_data(self, data: str) -> None:
        self.words += data


def crawl(client: Client, begin: Sequence[str], *, most: int) -> Iterator[tuple[str, Read]]:
    """Every page that can be reached from these by links, until there are ``most``."""
    waiting, seen = list(begin), set(begin)
    while waiting and most:
        path = waiting.pop(0)
        answer = client.get(path)
        if not answer["Content-Type"].startswith("text/html"):
            answer.close()
            continue
        most -= 1
        read = Read(answer.content.decode())
        yield path, read
        for link in read.links:
            there = urldefrag(link).url
            if there.startswith("/") and there not in seen:
                seen.add(there)
                waiting.append(there)


def insides(text: str) -> list[str]:
    """What an answer tells of the machine."""
    return [sign for sign in _INSIDES if sign in text]


def finished(client: Client, address: str) -> str:
    """The page of a run of adding when it is over."""
    for _ in range(600):
        page = client.get(address).content.decode()
        if 'hx-trigger="every 1s"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("adding did not end")
