"""Brackets of States: (text, States, unknown names)."""

import pytest

from onrecord.extraction.states_named import split_names, state_brackets


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Build wells (Hungary);", [("HUN",)]),
        ("Build wells (Hungary) (Spain);", [("HUN",), ("ESP",)]),
        ("Build wells (Iran (Islamic Republic of));", [("IRN",)]),
        (
            "Build wells (Islamic Republic of Iran, Bolivia (Plurinational State of) and Spain);",
            [("IRN", "BOL", "ESP")],
        ),
        ("Build wells (Bosnia and Herzegovina, Trinidad and Tobago);", [("BIH", "TTO")]),
        ("Dig (Norway), plant (Chile; Peru) trees", [("NOR",), ("CHL", "PER")]),
        ("Join the treaty (OP-WATER) (the Netherlands).", [("NLD",)]),
        ("Build wells (Trinidad and Tobago", [("TTO",)]),
        ("Build wells (Mexico 3);", [("MEX",)]),
        ("Keep the well law (article 5 (b)) in force (Chad)", [("TCD",)]),
        ("Mend the roof (of the school)", []),
        ("Follow the plan (2010)", []),
    ],
)
def test_brackets_name_states(text: str, states: list[tuple[str, ...]]) -> None:
    assert [b.states for b in state_brackets(text)] == states


def test_a_misprinted_name_is_taken_for_the_one_state_it_can_mean() -> None:
    assert [b.states for b in state_brackets("Build wells (Phillipines);")] == [("PHL",)]


def test_a_name_nobody_knows_is_reported_not_dropped() -> None:
    (bracket,) = state_brackets("Build wells (Norway, Ruritania);")
    assert bracket.states == ("NOR",)
    assert bracket.unknown == ("Ruritania",)


def test_the_bracket_is_the_whole_bracket() -> None:
    text = "Build wells (Hungary, Spain);"
    (bracket,) = state_brackets(text)
    assert text[bracket.start : bracket.end] == "(Hungary, Spain)"


@pytest.mark.parametrize(
    ("inside", "known", "unknown"),
    [
        ("Niger, Nigeria", ("NER", "NGA"), ()),
        ("Republic of Korea/Japan", ("KOR", "JPN"), ()),
        ("Congo and Democratic Republic of the Congo", ("COG", "COD"), ()),
        ("Atlantis", (), ("Atlantis",)),
        ("", (), ()),
    ],
)
def test_names_are_cut_apart(inside: str, known: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    assert split_names(inside) == (known, unknown)
