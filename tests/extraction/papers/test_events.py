"""Events as papers tell of them; all texts are invented."""

from dataclasses import replace

from extraction.written import written
from onrecord.extraction.papers.events import read_events
from onrecord.extraction.papers.laws import read_laws
from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.units import Paper
from onrecord.matching.names import links
from onrecord.model import Event, Findings, Identity
from onrecord.vocabulary import event_kinds


def events(*lines: str, sha: str = "0") -> dict[str, Event]:
    """Events by id, without the "event:" in front."""
    document = replace(written(*lines), sha256=sha * 64)
    identity = Identity(state="XAV")
    paper = Paper(document, identity, layout_of(document, identity))
    return {e.id.removeprefix("event:"): e for e in read_events(paper, (), read_laws(paper))}


def words(event: Event, *lines: str) -> list[str]:
    return [written(*lines).text[m.start : m.end] for m in event.mentions]


def test_an_event_has_kind_date_and_place() -> None:
    text = "In March 2012, police fired on a miners' strike in Tarask, and many were hurt."
    found = events(text)
    assert list(found) == ["XAV:unrest:2012-03:tarask"]
    event = found["XAV:unrest:2012-03:tarask"]
    assert (event.kind, event.date, event.where) == ("strike", "2012-03", "Tarask")
    assert words(event, text) == ["a miners' strike in Tarask"]
    assert dict(event.reasons)["perpetrator"] == "police"


def test_mentions_with_the_same_place_are_one_event_unless_dates_differ() -> None:
    found = events(
        "In March 2012, police fired on a strike in Tarask.",
        "Nobody has been tried for the Tarask massacre.",
        "In May 2015 there were protests in Tarask again.",
    )
    assert {key: len(event.mentions) for key, event in found.items()} == {
        "XAV:unrest:2012-03:tarask": 2,
        "XAV:unrest:2015-05:tarask": 1,
    }


def test_a_review_is_known_by_its_year() -> None:
    found = events(
        "In its last Universal Periodic Review in February 2010, Arvenia made promises.",
        "Nothing has changed since its scrutiny under the UPR procedure in 2010.",
    )
    assert [len(event.mentions) for event in found.values()] == [2]
    assert list(found) == ["XAV:upr:2010:"]


def test_laws_with_a_year_were_made_then() -> None:
    found = events("The 2004 law on peaceful assemblies is strict.")
    assert [event.kind for event in found.values()] == ["law passed"]


def test_the_date_that_opens_a_sentence_is_that_of_what_is_told_first() -> None:
    found = events("In July 2012, the envoy visited Arvenia and spoke of clashes and of a crackdown.")
    assert list(found) == ["XAV:visit:2012-07:"]


def test_without_date_and_place_there_is_no_event() -> None:
    assert events("Protests are banned, and elections are not free. A strike in Arvenia is rare.") == {}


def test_a_place_alone_is_offered_across_papers_and_not_the_same() -> None:
    first = tuple(events("In March 2012, police fired on a strike in Tarask.").values())
    second = tuple(events("Nobody was tried for the Tarask massacre.", sha="1").values())
    found = links([Findings(Identity(), events=first), Findings(Identity(), events=second)])
    assert first[0].id != second[0].id
    assert [(link.verdict, len(link.members)) for link in found] == [("probably same", 2)]


def test_the_same_month_and_place_is_the_same_event_in_every_paper() -> None:
    first = tuple(events("In March 2012, police fired on a strike in Tarask.").values())
    second = tuple(events("The strike in Tarask in March 2012 ended badly.", sha="1").values())
    found = links([Findings(Identity(), events=first), Findings(Identity(), events=second)])
    assert [link.verdict for link in found] == ["same"]


def test_words_tell_acts_perpetrators_and_victims() -> None:
    told = "Police beat protesters and detained two journalists."
    assert event_kinds.told_in(told, "perpetrator") == ("police",)
    assert set(event_kinds.told_in(told, "victim")) == {"protester", "journalist"}
    assert "arbitrary detention" in event_kinds.told_in(told, "act")
