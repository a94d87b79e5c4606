"""The pages that ``web.py`` measures: every kind, and the list of recommendations with every filter and order."""

from collections.abc import Iterator
from urllib.parse import quote

from onrecord.store.archive import Archive
from onrecord.tasks import (
    Facets,
    RecommendationFilter,
    ReviewRow,
    facets,
    list_recommendations,
    list_reviews,
)
from onrecord.tasks.rows import GROUPS, SORTS

PER_PAGE = 50


def pages_of(archive: Archive) -> dict[str, str]:
    """Every kind of page, by a name that both archives share."""
    reviews = sorted(list_reviews(archive), key=lambda review: review.items)
    found = {
        "home": "/",
        "reviews": "/reviews/",
        "reviews, page 2": "/reviews/?offset=20",
        "papers": "/papers/",
        "papers, page 2": "/papers/?offset=20",
        "states": "/states/",
        "queue": "/queue/",
        "queue, later": "/queue/?offset=3",
        "choices": "/choices/",
        "add": "/add/",
    }
    for which, review in (("median", reviews[len(reviews) // 2]), ("largest", reviews[-1])):
        found |= {f"{name}, {which} report": address for name, address in _of_report(archive, review)}
    every = facets(archive)
    found |= {f"list, {name}": f"/recommendations/?{query}" for name, query in _narrowed(archive, every)}
    found |= {f"state, {name}": address for name, address in _of_state(every.by[0].value, every.by[-1].value)}
    found |= {f"search, {name}": f"/search/?q={quote(query)}" for name, query in _searched(reviews[-1], every)}
    found |= {f"going on, {name}": address for name, address in _going_on(reviews[-1])}
    found |= {f"coded, {name}": f"/coded/{query}" for name, query in _coded(every)}
    found["search, only paragraphs"] = "/search/?q=rights&kind=paragraph"
    found["search, page 2"] = "/search/?q=rights&offset=25"
    return found | {f"api, {name}": f"/api/{address}" for name, address in _api(reviews[-1], every)}


def _of_report(archive: Archive, review: ReviewRow) -> Iterator[tuple[str, str]]:
    """A review, the paper that is its report, and a recommendation in the middle of it."""
    path = f"/reviews/{review.state}/{review.cycle}/"
    items = list_recommendations(archive, RecommendationFilter(document=review.report), offset=review.items // 2).rows
    item = items[0]
    one = f"/recommendations/{item.document}/{quote(item.number)}/"
    paper = f"/papers/{item.place.sha256}/"
    yield "review", path
    yield "review in pairs", f"{path}?count=pairs"
    yield "review's regions", f"{path}regions"
    yield "review's list", f"{path}list"
    yield "recommendation", one
    yield "recommendation's neighbours", f"{one}around"
    yield "correct", f"/judge/{item.document}/{quote(item.number)}/"
    yield "paper", paper
    yield "paper's page", f"{paper}?page={item.place.page}&start={item.place.start}&end={item.place.end}"
    yield "findings of a page", f"{paper}pages/{item.place.page}/others"


def _narrowed(archive: Archive, every: Facets) -> Iterator[tuple[str, str]]:
    """The list of recommendations, narrowed by each facet, in each order, and its pages."""
    total = list_recommendations(archive, limit=1).total
    yield "all", ""
    yield "page 2", f"offset={PER_PAGE}"
    yield "last page", f"offset={(total - 1) // PER_PAGE * PER_PAGE}"
    for name in ("state", "cycle", "by", "group", "position", "changed", "document", "judged", "issue", "theme"):
        values = getattr(every, name)
        if not values:
            continue  # labels, where none were suggested
        yield f"{name}, most frequent", f"{name}={quote(values[0].value)}"
        yield f"{name}, least frequent", f"{name}={quote(values[-1].value)}"
    yield "session", "session=20"
    yield "number", "number=6"
    yield "common word", "words=rights"
    yield "two words", "words=rights+women"
    yield "no such word", "words=zzyzx"
    yield "all at once", f"state={every.state[0].value}&position=noted&words=rights&group=WEOG&changed=no&judged=no"
    for sort in SORTS:
        yield f"sorted by {sort}", f"sort={sort}"
        yield f"sorted by {sort}, turned", f"sort=-{sort}"
    for group in GROUPS:
        yield f"grouped by {group}", f"group_by={group}"


def _of_state(first: str, last: str) -> Iterator[tuple[str, str]]:
    yield "most frequent", f"/states/{first}/"
    yield "least frequent", f"/states/{last}/"
    yield "page 2", f"/states/{first}/?offset={PER_PAGE}"


def _searched(review: ReviewRow, every: Facets) -> Iterator[tuple[str, str]]:
    """Each operator and field; words that stand everywhere, seldom and nowhere."""
    yield "common word", "rights"
    yield "very common word", "the"
    yield "rare word", "ombudsperson"
    yield "no such word", "zzyzx"
    yield "AND", "women AND violence"
    yield "OR", "women OR children"
    yield "NOT", "rights NOT women"
    yield "only NOT", "NOT women"
    yield "phrase", '"human rights"'
    yield "prefix", "child*"
    yield "short prefix", "a*"
    yield "brackets", "(women OR children) AND (law OR police) NOT torture"
    yield "state", f"state:{review.state}"
    yield "state and word", f"rights state:{review.state}"
    yield "by", f"by:{every.by[0].value}"
    yield "position", "position:noted"
    yield "position and word", "rights position:noted"
    yield "cycle", f"cycle:{review.cycle}"
    yield "kind", "kind:paragraph"
    yield "number", "number:6"
    yield "paper", "paper:A/HRC"
    yield "date", "date:2008..2030"


def _going_on(review: ReviewRow) -> Iterator[tuple[str, str]]:
    """What is worked out from the record: progress, links, subjects, papers of one's own."""
    yield "progress of States", "/progress/"
    yield "progress", f"/progress/{review.state}/"
    yield "contradictions", "/contradictions/"
    yield "subjects", "/subjects/"
    yield "a subject", "/subjects/human-rights-defenders-wide/"
    yield "what asks the same", f"/links/?state={review.state}"
    yield "who to talk to", f"/links/champions/?subject=defamation&state={review.state}"
    yield "papers of one's own", "/written/"
    yield "wording", "/wording/"
    yield "promises", f"/progress/{review.state}/promises"
    yield "register of laws", "/laws/register/"
    yield "suggested labels", "/labels/"
    yield "suggested labels, sure", "/labels/?which=sure"


def _coded(every: Facets) -> Iterator[tuple[str, str]]:
    """Imported rows, of which the example has none."""
    yield "all", ""
    yield "page 2", f"?offset={PER_PAGE}"
    yield "state", f"?state={every.state[0].value}"
    yield "by", f"?by={every.by[0].value}"
    yield "issue", "?issue=Women%27s+rights"
    yield "common word", "?words=rights"
    yield "no such word", "?words=zzyzx"
    yield "reviews", "reviews"


def _api(review: ReviewRow, every: Facets) -> Iterator[tuple[str, str]]:
    yield "home", "home"
    yield "papers", "papers?limit=5"
    yield "reviews of a State", f"reviews?state={review.state}"
    yield "states", "states?limit=25"
    yield "a State", f"states/{every.by[0].value}"
    yield "queue", "queue?limit=5"
    yield "search", "search?q=rights&limit=25"
    yield "recommendations", "recommendations?limit=25"
    yield "recommendations by", f"recommendations?limit=25&by={every.by[0].value}"
    yield "recommendations with word", "recommendations?limit=25&words=rights"
    yield "champions", f"champions?subject=defamation&state={review.state}&limit=5"
    yield "labels", "labels?limit=5"
    yield "assessable", f"assessable?state={review.state}&limit=5"
    yield "progress of a State", f"progress/{review.state}"
