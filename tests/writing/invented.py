"""Invented rows, built by hand so that a test sees every value it asks for."""

from dataclasses import dataclass, field

from onrecord.model import Ask, Box, Place, Position, PositionStatement, Stage

REPORT = "A/HRC/52/97"


def place(start: int = 10, end: int = 30, *, paragraph: str = "90.1") -> Place:
    return Place("ab" * 32, REPORT, 14, paragraph, start, end, (Box(14, 70.0, 600.5, 520.0, 612.0),))


def answer(value: Position, stage: Stage, date: str, **more: object) -> PositionStatement:
    return PositionStatement(
        target=REPORT,
        number="90.1",
        value=value,
        stage=stage,
        words="takes note of",
        rule="chapeau: take note of",
        date=date,
        place=place(),
        **more,  # type: ignore[arg-type]
    )


@dataclass(frozen=True, slots=True)
class Row:
    """The shape of a finished row of the archive."""

    id: str = REPORT + "#90.1"
    document: str = REPORT
    state: str = "XAV"
    cycle: int | None = 4
    session: int | None = 42
    number: str = "90.1"
    text: str = "Plant a tree beside every court"
    states: tuple[str, ...] = ("CHE", "NOR")
    position: Position = Position.SUPPORTED
    changed: bool = True
    place: Place = field(default_factory=place)
    item: str = "Plant a tree beside every court (Switzerland) (Norway)"
    chapeau: str = "The recommendations below are noted:"
    section: str = "90"
    asks: tuple[Ask, ...] = ()
    unknown: tuple[str, ...] = ()
    history: tuple[PositionStatement, ...] = (
        answer(Position.NOTED, Stage.REPORT, "2023-01-27"),
        answer(Position.SUPPORTED, Stage.PLENARY, "2023-06-30", comment="Trees are welcome."),
    )
    action: int | None = 5
    issues: tuple[str, ...] = ("Environment", "Justice")
    themes: tuple[str, ...] = ("Right to work",)
    persons: tuple[str, ...] = ("women", "girls")
    goals: tuple[str, ...] = ()
