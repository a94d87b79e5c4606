"""Those who use force on behalf of a State or against it, as papers word them."""

import re

_ACTOR = re.compile(
    r"\b(police(?:men)?|security\s+forces|soldiers?|army|military(?!\s+(?:courts?|service|prosecutors?))|guards?|officers|gunmen|militia|prison\s+staff"
    r"|special\s+forces)\b",
    re.IGNORECASE,
)


def actors_in(text: str) -> set[str]:
    """All of them, in small letters and the singular."""
    return {match[1].lower().rstrip("s") for match in _ACTOR.finditer(text)}


def first_actor(text: str) -> str:
    """The one named first, as worded in small letters; "" if there is none."""
    match = _ACTOR.search(text)
    return match[1].lower() if match else ""
