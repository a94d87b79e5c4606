"""A public site of what was chosen: plain pages that open from a folder, load nothing and send nothing.

In one language or in several: of several the first has the plain names, and each page leads to the same page in the
others. What documents say stays in their own language and is marked so.

Every page is one file. Style and script stand inside it and are let in by their checksum alone: a policy that names a
folder ("self") does not hold for pages that are opened from a disk.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape

from onrecord.errors import RunError
from onrecord.model.written import Cited, CitedPaper
from onrecord.vocabulary import paper_words as words
from onrecord.vocabulary import states
from onrecord.writing.assembled import answer_words
from onrecord.writing.finished import Finished
from onrecord.writing.notes import short_name, state_names
from onrecord.writing.paper_html import paper_html
from onrecord.writing.site_parts import SCRIPT, STYLE

_PLAIN = re.compile(r"[^A-Za-z0-9.]+")


@dataclass(frozen=True, slots=True)
class SiteReview:
    """One review with its recommendations; ``answers`` has for each of them the passages that hold the answers."""

    state: str
    cycle: int | None
    date: str
    items: tuple[Cited, ...]
    answers: tuple[tuple[Cited, ...], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What is public: reviews, papers that may be named, claims of papers that were chosen, papers of one's own.

    Attributes:
        language: of the pages, one of ``paper_words.LANGUAGES``.
        languages: all in which the site is written, the first of them under plain names.
        spoken: languages of papers (BCP 47) by their sha256, as far as they are known.
    """

    title: str
    reviews: tuple[SiteReview, ...] = ()
    papers: tuple[CitedPaper, ...] = ()
    claims: tuple[Cited, ...] = ()
    written: tuple[Finished, ...] = ()
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    spoken: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """A word of the pages, in their language."""
        return words.say(f"site.{key}", self.language, **values)

    def path(self, name: str, language: str = "") -> str:
        """Where a page stands, in the language of these pages or in another one."""
        of = language or self.language
        return name if of == self.languages[0] else f"{of}-{name}"


def site_files(site: Site) -> dict[str, bytes]:
    """The files of the site in one language by their path inside its folder, the same for the same content."""
    pages = {"index.html": _index, "sources.html": _sources, "search.html": _search}
    pages |= {"claims.html": _claims} if site.claims else {}
    files = {site.path(name): page(site) for name, page in pages.items()}
    for review in site.reviews:
        files[site.path(review_path(review))] = _review(site, review)
        for item, answers in zip(review.items, review.answers, strict=True):
            path = site.path(item_path(item))
            if path in files:
                raise RunError(f"Two recommendations would stand in one page: {item.id}.", advice="Report this.")
            files[path] = _item(site, review, item, answers)
    for number, paper in enumerate(site.written if site.language == site.languages[0] else (), 1):
        files[f"paper-{number}.html"] = paper_html(paper)  # in its own language, whatever that of the pages
    return files


def review_path(review: SiteReview) -> str:
    """Where the page of a review stands, in the first language."""
    return f"review-{review.state}-{review.cycle or 0}.html"


def item_path(item: Cited) -> str:
    """Where the page of a recommendation stands, in the first language."""
    return f"item-{_PLAIN.sub('-', item.id.partition(':')[2])}.html"


def _page(site: Site, title: str, body: str, *, name: str, script: str = "") -> bytes:
    """A page. ``name``: under which it stands in the first language."""
    allowed = f"script-src {_sum(script)}; " if script else ""
    policy = f"default-src 'none'; {allowed}style-src {_sum(STYLE)}; base-uri 'none'; form-action 'none'"
    scripted = f"<script>{script}</script>" if script else ""
    heading = "" if title == site.title else f"{escape(title)} · "
    direction = "rtl" if site.language in words.RIGHT_TO_LEFT else "ltr"
    return (
        f'<!doctype html>\n<html lang="{site.language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{heading}{escape(site.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<header><p><a href="{site.path("index.html")}"><b dir="auto">{escape(site.title)}</b></a></p>'
        f"{_menu(site)}{_languages(site, name)}</header>\n<main>\n<h1><bdi>{escape(title)}</bdi></h1>\n{body}\n</main>"
        f"\n{scripted}</body>\n</html>\n"
    ).encode()


def _menu(site: Site) -> str:
    parts = ["reviews", "sources", "search", *(["claims"] if site.claims else [])]
    names = {"reviews": "index.html"}
    links = (f'<a href="{site.path(names.get(one, f"{one}.html"))}">{escape(site.say(one))}</a>' for one in parts)
    return f'<nav aria-label="{escape(site.say("main"))}">{" ".join(links)}</nav>'


def _languages(site: Site, name: str) -> str:
    """Links to the same page in the other languages."""
    links = " ".join(
        f'<a href="{site.path(name, one)}" lang="{one}" hreflang="{one}">{words.say("site.own_name", one)}</a>'
        for one in site.languages
        if one != site.language
    )
    return f'<nav aria-label="{escape(site.say("language"))}">{links}</nav>' if links else ""


def _sum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _named(site: Site, review: SiteReview) -> str:
    """ "Arvenia, fourth cycle"."""
    key = f"cycle.{review.cycle}" if words.has(f"site.cycle.{review.cycle}") else "cycle"
    return site.say(key, state=states.name(review.state, site.language), n=review.cycle)


def _index(site: Site) -> bytes:
    rows = [
        [
            f'<a href="{site.path(review_path(one))}">{escape(_named(site, one))}</a>',
            escape(words.date(one.date, site.language)),
            str(len(one.items)),
            *(str(sum(_last(item) == value for item in one.items)) for value in ("supported", "noted", "pending")),
        ]
        for one in site.reviews
    ]
    body = _table(site, ("review", "report_of", "items", "supported", "noted", "pending"), rows)
    own = "".join(
        f'<li><a href="paper-{n}.html" lang="{one.language}" dir="auto">{escape(one.title)}</a></li>'
        for n, one in enumerate(site.written, 1)
    )
    body += f"<h2>{escape(site.say('papers'))}</h2><ul>{own}</ul>" if own else ""
    return _page(site, site.title, body, name="index.html")


def _review(site: Site, review: SiteReview) -> bytes:
    rows = [
        [
            f'<a href="{site.path(item_path(item))}">{_apart(site, item.number)}</a>',
            _quoted(site, item),
            escape(state_names(item.states, site.language)),
            escape(answer_words(item, site.language)),
        ]
        for item in review.items
    ]
    heads = ("head.number", "head.recommendation", "head.by", "head.answer")
    return _page(site, _named(site, review), _table(site, heads, rows), name=review_path(review))


def _item(site: Site, review: SiteReview, item: Cited, answers: tuple[Cited, ...]) -> bytes:
    by = state_names(item.states, site.language) or site.say("nameless")
    parts = [
        f'<p><a href="{site.path(review_path(review))}">{escape(_named(site, review))}</a></p>',
        f"<blockquote>{_quoted(site, item)}</blockquote>",
        f"<p>{_place(site, item)}</p>",
        f"<p>{escape(site.say('recommended_by', states=by))}</p>",
        f"<h2>{escape(words.say('head.answer', site.language))}</h2>",
        f"<p>{escape(answer_words(item, site.language) or site.say('no_answer'))}</p>",
    ]
    for answer in answers:
        date = next((one.date for one in item.history if one.place == answer.place), "")
        parts.append(
            f"<p>{escape(words.date(date, site.language))}</p><blockquote>{_quoted(site, answer)}</blockquote>"
            f"<p>{_place(site, answer)}</p>"
        )
    told = "".join(
        f'<li dir="auto">{escape(said)} {"; ".join(_place(site, one) for one in cited)}</li>'
        for said, cited in item.followed
    )
    parts.append(f"<h2>{escape(words.say('head.assessment', site.language))}</h2>")
    parts.append(f"<ul>{told}</ul>" if told else f"<p>{escape(site.say('no_assessment'))}</p>")
    title = f"{item.paper.symbol} {item.number}".strip()
    return _page(site, title, "\n".join(parts), name=item_path(item))


def _sources(site: Site) -> bytes:
    rows = [
        [
            _own(site, paper, paper.symbol or short_name(paper, site.language)),
            escape(_kind(site, paper)),
            escape(words.date(paper.date, site.language)),
            _own(site, paper, paper.title),
        ]
        for paper in site.papers
    ]
    heads = ("paper", "kind", "date", "title")
    return _page(site, site.say("sources"), _table(site, heads, rows), name="sources.html")


def _claims(site: Site) -> bytes:
    rows = [
        [
            _quoted(site, one),
            _own(site, one.paper, one.said_by or short_name(one.paper, site.language)),
            _place(site, one),
        ]
        for one in site.claims
    ]
    heads = ("claim", "said_by", "place")
    return _page(site, site.say("claims"), _table(site, heads, rows), name="claims.html")


def _search(site: Site) -> bytes:
    index = json.dumps(list(_indexed(site)), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    found = json.dumps(site.say("found", n="#"), ensure_ascii=False)
    script = SCRIPT.replace("[/* index */]", index).replace('"/* found */"', found)
    body = (
        f'<form role="search"><label for="q">{escape(site.say("words"))}</label>'
        '<input type="search" id="q" autocomplete="off"></form>'
        '<p id="count" role="status"></p><ul id="found"></ul>'
        f"<noscript><p>{escape(site.say('no_script'))}</p></noscript>"
    )
    return _page(site, site.say("search"), body, name="search.html", script=script)


def _indexed(site: Site) -> Iterator[tuple[str, str, str]]:
    """Address, label and words of everything that can be found."""
    for review in site.reviews:
        for item in review.items:
            by = state_names(item.states, site.language)
            yield site.path(item_path(item)), f"{item.paper.symbol} {item.number}", f"{item.text} ({by})"
    for claim in site.claims:
        yield site.path("claims.html"), short_name(claim.paper, site.language), claim.text


def _place(site: Site, cited: Cited) -> str:
    number = cited.number or cited.place.paragraph
    parts = [
        _apart(site, short_name(cited.paper, site.language)),
        escape(words.say("paragraph", site.language, n=number)) if number else "",
        escape(words.say("page", site.language, n=cited.place.page)) if cited.place.page else "",
    ]
    return words.listed([part for part in parts if part], site.language)


def _quoted(site: Site, cited: Cited) -> str:
    return _own(site, cited.paper, cited.text)


def _own(site: Site, paper: CitedPaper, text: str) -> str:
    """Words of a paper, marked with its language where the pages are in another one."""
    of = site.spoken.get(paper.sha256, "")
    if not text or of == site.language:
        return escape(text)
    said = f' lang="{escape(of)}"' if of else ""
    return f'<span class="own"{said} dir="auto">{escape(text)}</span>'


def _apart(site: Site, text: str) -> str:
    """A symbol or number that keeps its own direction among words written from the right."""
    return f"<bdi>{escape(text)}</bdi>" if site.language in words.RIGHT_TO_LEFT else escape(text)


def _kind(site: Site, paper: CitedPaper) -> str:
    return words.say(f"kind.{paper.kind}", site.language) if words.has(f"kind.{paper.kind}") else paper.kind


def _last(item: Cited) -> str:
    return item.position.value if item.position else ""


def _table(site: Site, heads: tuple[str, ...], rows: list[list[str]]) -> str:
    """A table; ``heads`` are keys of words, those of pages or of papers."""
    named = [words.say(key if "." in key else f"site.{key}", site.language) for key in heads]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in named)
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    if not rows:
        return f"<p>{escape(site.say('nothing'))}</p>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(named[0])}">{table}</div>'
