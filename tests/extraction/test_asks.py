"""What each State asks in an item: (item, asks)."""

import pytest

from onrecord.extraction.asks import split_asks
from onrecord.extraction.states_named import state_brackets

Asks = list[tuple[tuple[str, ...], str]]


def asks(item: str) -> Asks:
    return [(a.states, a.text) for a in split_asks(item, state_brackets(item))]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Plant trees (Chile);", [(("CHL",), "Plant trees")]),
        ("Plant trees (Chile) (Peru);", [(("CHL", "PER"), "Plant trees")]),
        (
            "Plant trees (Chile); water them daily (Peru);",
            [(("CHL",), "Plant trees"), (("PER",), "water them daily")],
        ),
        (
            "Consider signing (Chile, Peru), sign (Spain) the Treaty on Wells;",
            [
                (("CHL", "PER"), "Consider signing the Treaty on Wells"),
                (("ESP",), "sign the Treaty on Wells"),
            ],
        ),
        (
            "Accede to (Chile)/Consider joining (Peru) the Treaty on Wells;",
            [(("CHL",), "Accede to the Treaty on Wells"), (("PER",), "Consider joining the Treaty on Wells")],
        ),
        (
            "Ratify the Treaty on Wells (Chile), TRW (Peru);",
            [(("CHL",), "Ratify the Treaty on Wells"), (("PER",), "Ratify TRW")],
        ),
        (
            "Consider (Chile) joining the Treaty on Wells (Peru);",
            [(("CHL",), "Consider joining the Treaty on Wells"), (("PER",), "Consider joining the Treaty on Wells")],
        ),
    ],
)
def test_asks(item: str, expected: Asks) -> None:
    assert asks(item) == expected


def test_the_words_of_an_ask_stand_at_its_spans() -> None:
    item = "Consider signing (Chile, Peru), sign (Spain) the Treaty on Wells;"
    for ask in split_asks(item, state_brackets(item)):
        assert " ".join(item[a:b] for a, b in ask.spans) == ask.text
