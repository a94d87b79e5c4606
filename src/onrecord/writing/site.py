"""A public site of what was chosen: plain pages that open from a folder, load nothing and send nothing.

Every page is one file. Style and script stand inside it and are let in by their checksum alone: a policy that names a
folder ("self") does not hold for pages that are opened from a disk.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from onrecord.errors import RunError
from onrecord.model.written import Cited, CitedPaper
from onrecord.vocabulary import paper_words as words
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
    name: str  # "Arvenia, fourth cycle"
    date: str
    items: tuple[Cited, ...]
    answers: tuple[tuple[Cited, ...], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What is public: reviews, papers that may be named, claims of papers that were chosen, papers of one's own."""

    title: str
    reviews: tuple[SiteReview, ...] = ()
    papers: tuple[CitedPaper, ...] = ()
    claims: tuple[Cited, ...] = ()
    written: tuple[Finished, ...] = ()


def site_files(site: Site) -> dict[str, bytes]:
    """The files of the site by their path inside its folder, the same for the same content."""
    files = {"index.html": _index(site), "sources.html": _sources(site), "search.html": _search(site)}
    for review in site.reviews:
        files[review_path(review)] = _review(site, review)
        for item, answers in zip(review.items, review.answers, strict=True):
            if item_path(item) in files:
                raise RunError(f"Two recommendations would stand in one page: {item.id}.", advice="Report this.")
            files[item_path(item)] = _item(site, review, item, answers)
    if site.claims:
        files["claims.html"] = _claims(site)
    for number, paper in enumerate(site.written, 1):
        files[f"paper-{number}.html"] = paper_html(paper)
    return files


def review_path(review: SiteReview) -> str:
    """Where the page of a review stands."""
    return f"review-{review.state}-{review.cycle or 0}.html"


def item_path(item: Cited) -> str:
    """Where the page of a recommendation stands."""
    return f"item-{_PLAIN.sub('-', item.id.partition(':')[2])}.html"


def _page(site: Site, title: str, body: str, *, script: str = "") -> bytes:
    allowed = f"script-src {_sum(script)}; " if script else ""
    policy = f"default-src 'none'; {allowed}style-src {_sum(STYLE)}; base-uri 'none'; form-action 'none'"
    scripted = f"<script>{script}</script>" if script else ""
    menu = [("index.html", "Reviews"), ("sources.html", "Sources"), ("search.html", "Search")]
    menu += [("claims.html", "What papers say")] if site.claims else []
    links = " ".join(f'<a href="{path}">{name}</a>' for path, name in menu)
    heading = "" if title == site.title else f"{escape(title)} · "
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{heading}{escape(site.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<header><p><a href="index.html"><b>{escape(site.title)}</b></a></p><nav aria-label="Main">{links}</nav>'
        f"</header>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n{scripted}</body>\n</html>\n"
    ).encode()


def _sum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _index(site: Site) -> bytes:
    rows = [
        [
            f'<a href="{review_path(one)}">{escape(one.name)}</a>',
            escape(words.date(one.date, "en")),
            str(len(one.items)),
            *(str(sum(_last(item) == value for item in one.items)) for value in ("supported", "noted", "pending")),
        ]
        for one in site.reviews
    ]
    body = _table(("Review", "Report of", "Items", "Supported", "Noted", "Left open"), rows)
    own = "".join(f'<li><a href="paper-{n}.html">{escape(one.title)}</a></li>' for n, one in enumerate(site.written, 1))
    body += f"<h2>Papers</h2><ul>{own}</ul>" if own else ""
    return _page(site, site.title, body)


def _review(site: Site, review: SiteReview) -> bytes:
    rows = [
        [
            f'<a href="{item_path(item)}">{escape(item.number)}</a>',
            escape(item.text),
            escape(state_names(item.states, "en")),
            escape(answer_words(item, "en")),
        ]
        for item in review.items
    ]
    return _page(site, review.name, _table(("Number", "Recommendation", "Recommended by", "Answer"), rows))


def _item(site: Site, review: SiteReview, item: Cited, answers: tuple[Cited, ...]) -> bytes:
    parts = [
        f'<p><a href="{review_path(review)}">{escape(review.name)}</a></p>',
        f"<blockquote>{escape(item.text)}</blockquote>",
        f"<p>{_place(item)}</p>",
        f"<p>Recommended by {escape(state_names(item.states, 'en')) or 'a State that is not named'}.</p>",
        f"<h2>Answer</h2><p>{escape(answer_words(item, 'en')) or 'None found.'}</p>",
    ]
    for answer in answers:
        date = next((one.date for one in item.history if one.place == answer.place), "")
        parts.append(
            f"<p>{escape(words.date(date, 'en'))}</p><blockquote>{escape(answer.text)}</blockquote>"
            f"<p>{_place(answer)}</p>"
        )
    told = "".join(f"<li>{escape(said)} {'; '.join(map(_place, cited))}</li>" for said, cited in item.followed)
    parts.append(f"<h2>Assessment</h2>{f'<ul>{told}</ul>' if told else '<p>No assessment yet.</p>'}")
    return _page(site, f"{item.paper.symbol} {item.number}".strip(), "\n".join(parts))


def _sources(site: Site) -> bytes:
    rows = [
        [
            escape(paper.symbol or short_name(paper, "en")),
            escape(paper.kind),
            escape(words.date(paper.date, "en")),
            escape(paper.title),
        ]
        for paper in site.papers
    ]
    return _page(site, "Sources", _table(("Paper", "Kind", "Date", "Title"), rows))


def _claims(site: Site) -> bytes:
    rows = [[escape(one.text), escape(one.said_by or short_name(one.paper, "en")), _place(one)] for one in site.claims]
    return _page(site, "What papers say", _table(("Claim", "Said by", "Place"), rows))


def _search(site: Site) -> bytes:
    index = json.dumps(list(_indexed(site)), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    script = SCRIPT.replace("[/* index */]", index)
    body = (
        '<form role="search"><label for="q">Words, all of which must stand there</label>'
        '<input type="search" id="q" autocomplete="off"></form>'
        '<p id="count" role="status"></p><ul id="found"></ul>'
        "<noscript><p>Searching needs JavaScript. All recommendations stand under Reviews.</p></noscript>"
    )
    return _page(site, "Search", body, script=script)


def _indexed(site: Site) -> Iterator[tuple[str, str, str]]:
    """Address, label and words of everything that can be found."""
    for review in site.reviews:
        for item in review.items:
            by = state_names(item.states, "en")
            yield item_path(item), f"{item.paper.symbol} {item.number}", f"{item.text} ({by})"
    for claim in site.claims:
        yield "claims.html", short_name(claim.paper, "en"), claim.text


def _place(cited: Cited) -> str:
    number = cited.number or cited.place.paragraph
    parts = [
        short_name(cited.paper, "en"),
        words.say("paragraph", "en", n=number) if number else "",
        words.say("page", "en", n=cited.place.page) if cited.place.page else "",
    ]
    return escape(", ".join(part for part in parts if part))


def _last(item: Cited) -> str:
    return item.position.value if item.position else ""


def _table(heads: tuple[str, ...], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    if not rows:
        return "<p>Nothing was chosen.</p>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{heads[0]}">{table}</div>'
