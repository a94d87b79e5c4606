"""Options that narrow a list: State, cycle, position and so on."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.tasks import RecommendationFilter

Command = TypeVar("Command", bound=Callable[..., Any])
LEFT_OPEN = ("left open", "left-open", "open")


class StateName(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A State by its ISO code or any of its names, given as its ISO 3166-1 alpha-3 code."""

    name = "state"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The code of the State; a usage error that names the nearest one if there is none of that name."""
        from onrecord.vocabulary import states

        if not value:
            return ""  # the default: any State
        found = states.find(value) or states.find(value.upper())
        if found:
            return found
        near = states.suggest(value)
        advice = f" Did you mean {states.name(near)} ({near})?" if near else " Give its name or its ISO code, as KAZ."
        self.fail(f"No State is called {value!r}.{advice}", param, ctx)


class PositionName(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A position by the word that tables or JSON use for it."""

    name = "position"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """ "supported", "noted" or "pending"."""
        word = str(value).strip().lower()
        if word in ("supported", "noted", "pending"):
            return word
        if word in LEFT_OPEN:
            return "pending"
        self.fail(f"{value!r} is no position. There are: supported, noted, pending (or: left open).", param, ctx)


class KeyOf(click.ParamType):  # type: ignore[type-arg]
    """One word of a list that is looked at only when it is needed.

    Args:
        known: gives the list.
    """

    name = "key"

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self.known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The word as the list has it; a usage error that names them all if there is none."""
        if not value:
            return ""
        known = {word.casefold(): word for word in self.known()}
        found = known.get(str(value).strip().casefold())
        if found is None:
            self.fail(f"{value!r} is none of them. There are: {', '.join(known.values())}.", param, ctx)
        return found


state_option = click.option("--state", type=StateName(), default="", help="State under review: name or ISO code.")
cycle_option = click.option("--cycle", type=click.IntRange(1), help="Cycle of the review.")


def _issues() -> Iterable[str]:
    from onrecord.vocabulary.issues import issues

    return issues()


def _crossed(scheme: str) -> Callable[[], Iterable[str]]:
    """The names that the crosswalk knows of a scheme."""

    def names() -> Iterable[str]:
        from onrecord.vocabulary.crosswalk import crossings

        return [one.name for one in crossings() if one.scheme == scheme]

    return names


_FILTERS = (
    state_option,
    cycle_option,
    click.option("--session", type=click.IntRange(1), help="Session of the Working Group."),
    click.option("--by", type=StateName(), default="", help="Recommending State: name or ISO code."),
    click.option("--position", type=PositionName(), help="The State's last word: supported, noted, pending."),
    click.option("--changed/--unchanged", default=None, help="Whether the answer changed after the report."),
    click.option("--issue", "issues", multiple=True, type=KeyOf(_issues), help="What it is about, as labels stand."),
    click.option(
        "--theme", "themes", multiple=True, type=KeyOf(_crossed("theme")), help="Theme of OHCHR, suggested by rule."
    ),
    click.option(
        "--persons", multiple=True, type=KeyOf(_crossed("persons")), help="Persons affected, suggested by rule."
    ),
    click.option(
        "--goal", "goals", multiple=True, type=KeyOf(_crossed("goal")), help="Sustainable Development Goal, the same."
    ),
    click.option(
        "--action",
        "actions",
        multiple=True,
        type=click.Choice(("1", "2", "3", "4", "5")),
        help="What kind of action is asked for, as labels stand.",
    ),
    click.option("--number", default="", help="Number, as 126.44; 126 means all of that paragraph."),
    click.option("--words", default="", help="Words that must all stand in the text."),
    click.option("--document", default="", metavar="SYMBOL", help="Symbol of the report, as A/HRC/28/10."),
)


def recommendation_filters(command: Command) -> Command:
    """Give a command all options that narrow a list of recommendations; it takes them as ``**wanted``."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def filter_from(wanted: dict[str, Any]) -> "RecommendationFilter":
    """The filter that these options mean."""
    from onrecord.model import Position
    from onrecord.tasks import RecommendationFilter

    position = wanted.pop("position", None)
    return RecommendationFilter(**wanted, position=Position(position) if position else None)
