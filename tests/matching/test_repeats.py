"""Repeats, bearing, clusters and champions. All texts are our own."""

from onrecord.matching.bearing import find_bearing
from onrecord.matching.champions import rank_champions
from onrecord.matching.clusters import cluster
from onrecord.matching.repeats import find_repeats
from onrecord.model.link import AskText, LinkKind, Passage, Recommended

OLD = [
    AskText("1.1", "Ratify the Convention against Torture"),
    AskText("1.2", "Take measures to reduce overcrowding in prisons"),
    AskText("1.3", "Open a museum of lace"),
]
NEW = [
    AskText("2.1", "Consider ratifying CAT"),
    AskText("2.2", "Continue efforts to reduce overcrowding in prisons"),
    AskText("2.3", "Introduce free school meals"),
]


def test_same_ask_dropped_and_new() -> None:
    found = find_repeats(OLD, NEW)
    torture, prisons, museum = found.followed
    assert (torture.decision, torture.links[0].id) == (LinkKind.SAME_ASK, "2.1")
    assert (prisons.decision, prisons.links[0].id) == (LinkKind.SAME_ASK, "2.2")
    assert museum.decision is LinkKind.NONE
    assert found.new == ("2.3",)


def test_lists_that_are_empty() -> None:
    assert find_repeats([], NEW).new == ("2.1", "2.2", "2.3")
    assert [one.decision for one in find_repeats(OLD, []).followed] == [LinkKind.NONE] * 3


def test_many_are_compared_by_their_nearest_only() -> None:
    many = [AskText(f"3.{n}", f"Build a bridge over river {n} and a road of {n} miles") for n in range(300)]
    found = find_repeats(OLD, [*many, *NEW])
    assert found.followed[0].links[0].id == "2.1"


def test_what_bears_on_a_recommendation() -> None:
    passages = [
        Passage("a", "Prisoners in Velm told of overcrowding: nine men share a cell for four.", "claim"),
        Passage("b", "The harvest was good.", "claim"),
        Passage("c", "As for recommendation 40.7, a new wing was opened.", "national report"),
    ]
    (found,) = find_bearing([AskText("A/HRC/40/9#40.7", "Reduce overcrowding in prisons")], passages)
    assert [one.passage for one in found] == ["c", "a"]
    assert found[0].reasons[0].what == "number"
    assert any(reason.what == "subject" for reason in found[1].reasons)
    assert find_bearing([AskText("x#1.1", "Reduce overcrowding")], []) == ((),)


def pair(one: str, other: str) -> frozenset[str]:
    return frozenset((one, other))


def test_clusters_are_no_chains() -> None:
    alike = {pair("a", "b"): 0.9, pair("b", "c"): 0.8, pair("c", "d"): 0.7, pair("d", "e"): 0.6}
    found = cluster("abcde", alike)
    assert max(len(one.members) for one in found) < 5
    assert cluster("abcde", alike) == cluster("edcba", dict(reversed(alike.items())))


def test_a_persons_word_wins() -> None:
    alike = {pair("a", "b"): 0.9, pair("c", "d"): 0.9}
    (split,) = cluster("abcd", alike, apart=[pair("a", "b")])
    assert split.members == ("c", "d")
    (joined,) = cluster("abcd", alike, together=[pair("a", "c")], apart=[])
    assert joined.members == ("a", "b", "c", "d")
    assert cluster("ab", {}, together=[pair("a", "b")])[0].members == ("a", "b")
    assert cluster("ab", {}, together=[pair("a", "gone")]) == ()


def test_champions() -> None:
    def row(
        key: str, by: str, to: str, session: int, *, specific: bool = False, position: str = "noted"
    ) -> Recommended:
        return Recommended(key, by, to, session, f"Text {key}", position, specific)

    found = rank_champions(
        [
            row("1", "NOR", "XAV", 20, specific=True, position="supported"),
            row("2", "NOR", "XAV", 33),
            row("3", "NOR", "XLS", 35),
            row("4", "FRA", "XLS", 12),
            row("5", "XAV", "XAV", 12),
        ],
        "XAV",
    )
    norway, france = found
    assert (norway.state, [one.id for one in norway.here], norway.specific_here) == ("NOR", ["2", "1"], 1)
    assert dict(norway.answers) == {"noted": 1, "supported": 1}
    assert (norway.elsewhere, norway.states_elsewhere, norway.last.id) == (1, 1, "3")
    assert (france.state, france.here, france.elsewhere) == ("FRA", (), 1)
