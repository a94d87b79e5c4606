"""Takes texts that ask for something in the forms in which they come."""

from collections.abc import Iterable, Mapping

from onrecord.errors import RunError
from onrecord.model import Proposal, Recommendation
from onrecord.model.link import AskText

# A text alone, one with its id, a row of JSON lines, or what onrecord.read() found.
Asking = str | AskText | Recommendation | Proposal | Mapping[str, object]


def as_ask_texts(things: Iterable[Asking]) -> tuple[AskText, ...]:
    """The same texts with their ids; a bare text gets its place in the row, from "1" on.

    Raises:
        RunError: a thing has no text.
    """
    return tuple(_as_ask_text(thing, str(place)) for place, thing in enumerate(things, start=1))


def _as_ask_text(thing: Asking, place: str) -> AskText:
    if isinstance(thing, AskText):
        return thing
    if isinstance(thing, str):
        return AskText(place, thing)
    if isinstance(thing, Recommendation):
        return AskText(thing.number, thing.text)
    if isinstance(thing, Proposal):
        return AskText(thing.id, thing.text)
    text = thing.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RunError("It has no text.", where=f"number {place}", advice='Give each an "id" and a "text".')
    return AskText(str(thing.get("id", place)), text)
