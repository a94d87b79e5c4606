"""A definition of a subject as a form sends it."""

from dataclasses import replace

from django.http import QueryDict

from onrecord.tasks import Subject

_LONGEST = 2_000
_PARTS = ("issue", "words", "meaning", "near")


def changed(saved: Subject, given: QueryDict) -> Subject | None:
    """The definition that the form describes; None if it is the saved one, or nothing was sent."""
    if "tried" not in given:
        return None
    tried = replace(
        saved,
        issues=tuple(dict.fromkeys(given.getlist("issue"))),
        words=_text(given, "words"),
        meaning=tuple(line.strip() for line in _text(given, "meaning").splitlines() if line.strip()),
        near=_near(given.get("near", ""), saved.near),
    )
    return None if tried == saved else tried


def _text(given: QueryDict, name: str) -> str:
    return given.get(name, "").replace("\x00", "")[:_LONGEST].replace("\r", "").strip()


def _near(text: str, default: float) -> float:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return default
    return number if 0 < number <= 1 else default
