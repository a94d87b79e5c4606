"""The papers of the three organisations hold what ``examples/README.md`` says of them."""

import pytest

from example.bundled import document, findings
from onrecord.model import Kind
from onrecord.vocabulary import name_forms

EXAMPLE = "arvenia-ngos"
BRIEFING, SUBMISSION, RELEASE = "bridge-briefing.pdf", "lantern-watch-submission.pdf", "quay-press-release.html"
PAPERS = (BRIEFING, SUBMISSION, RELEASE)


@pytest.mark.parametrize(
    ("name", "kind", "publisher", "date"),
    [
        (BRIEFING, Kind.BRIEFING_PAPER, "Bridge for Defenders", "2022-10-03"),
        (SUBMISSION, Kind.SUBMISSION, "Lantern Watch", "2022-06-30"),
        (RELEASE, Kind.PRESS_RELEASE, "Quay Press Freedom", "2023-03-14"),
    ],
)
def test_each_says_what_it_is(name: str, kind: Kind, publisher: str, date: str) -> None:
    found = findings(EXAMPLE, name).identity
    assert (found.kind, found.publishers, found.date, found.state) == (kind, (publisher,), date, "XAV")


def test_they_disagree_about_two_figures() -> None:
    told = {name: {f.value for c in findings(EXAMPLE, name).claims for f in c.figures} for name in PAPERS}
    assert [17 in told[name] for name in PAPERS] == [False, True, True]
    assert [12 in told[name] for name in PAPERS] == [True, False, False]
    assert [38 in told[name] for name in PAPERS] == [True, True, False]
    assert 44 in told[RELEASE]


def test_they_rest_on_one_list() -> None:
    address = "https://hospital.example/lists/42"
    assert all(address in {note.url for note in findings(EXAMPLE, name).sources} for name in PAPERS)


def test_they_write_the_minister_in_two_ways() -> None:
    people = {p.id: p.name for name in PAPERS for p in findings(EXAMPLE, name).people if p.public_role}
    offered = {
        frozenset((people[one], people[other])) for one, many in name_forms.offered(people).items() for other in many
    }
    assert offered == {frozenset(("Viktor Selianov", "Viktor Selyanov"))}


def test_links_and_buttons_of_the_web_page_say_nothing() -> None:
    said = " ".join(claim.text for claim in findings(EXAMPLE, RELEASE).claims)
    assert "Share this" in document(EXAMPLE, RELEASE).found or "Share this" in document(EXAMPLE, RELEASE).text
    assert "Share this" not in said and "Donate" not in said
