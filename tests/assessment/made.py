"""Makes recommendations, statements and tallies about an invented report for tests."""

from onrecord.model import Place, Position, PositionStatement, Recommendation, Speaker, Stage, Tally

SYMBOL = "A/HRC/52/97"


def place(symbol: str, start: int = 0) -> Place:
    return Place("0" * 64, symbol, 1, "", start, start + 1)


def said(
    number: str,
    value: str,
    stage: Stage = Stage.ADDENDUM,
    *,
    target: str = SYMBOL,
    rule: str = "",
    partly: bool = False,
) -> PositionStatement:
    """An answer; its paper is the usual one for the stage."""
    paper = {Stage.REPORT: SYMBOL, Stage.ADDENDUM: f"{SYMBOL}/Add.1", Stage.PLENARY: "A/HRC/52/2"}.get(stage, "")
    dates = {Stage.REPORT: "2023-01-06", Stage.ADDENDUM: "2023-02-27", Stage.PLENARY: "2023-03-28"}
    words = f"{value} at {stage.value}"
    return PositionStatement(
        target, number, Position(value), stage, words, rule, dates.get(stage, ""), place(paper), partly=partly
    )


def item(
    number: str, value: str = "pending", states: tuple[str, ...] = ("FRA",), *later: PositionStatement
) -> Recommendation:
    """A recommendation that the report answers with ``value``."""
    history = (said(number, value, Stage.REPORT), *later)
    return Recommendation(number, "Do it", states, place(SYMBOL), "Do it (France);", place(SYMBOL), history=history)


def tally(
    received: int | None = None,
    supported: int | None = None,
    noted: int | None = None,
    pending: int | None = None,
    *,
    speaker: Speaker = Speaker.STATE,
    paper: str = "A/HRC/52/2",
) -> Tally:
    """A stated count."""
    return Tally("XAV", speaker, received, supported, noted, pending, "words", place(paper), SYMBOL)
