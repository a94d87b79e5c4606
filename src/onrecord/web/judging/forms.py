"""What a person writes when correcting a recommendation."""

import dataclasses
import re

from django.http import QueryDict
from django.utils.translation import gettext as _

from onrecord.model import Position
from onrecord.vocabulary import states as vocabulary
from onrecord.web.choices.kept import LONGEST_NAME
from onrecord.web.frame import words

FIELDS = ("states", "position", "text", "number", "end")
_LONGEST = {"text": 20_000, "states": 4_000, "number": 60, "end": 300, "position": 20}
_REASON = 500


@dataclasses.dataclass(slots=True)
class Correction:
    """One correction as it was sent. ``errors`` says for each field what is wrong and what to do."""

    field: str = ""
    written: str = ""
    reason: str = ""
    who: str = ""
    based_on: str = ""
    value: object = ""
    errors: dict[str, str] = dataclasses.field(default_factory=dict)


def read(given: QueryDict, *, who: str) -> Correction:
    """Read what was sent; ``who`` is the name that is known already, else one must be given."""
    chosen = given.get("field", "")
    if chosen not in FIELDS:
        return Correction(errors={"field": _("Choose what is to be corrected.")})
    sent = Correction(
        field=chosen,
        written=given.get(f"value_{chosen}", "").strip()[: _LONGEST[chosen]],
        reason=given.get("reason", "").strip()[:_REASON],
        who=who or given.get("name", "").strip()[:LONGEST_NAME],
        based_on=given.get(f"based_on_{chosen}", "")[:64],
    )
    if not sent.reason:
        sent.errors["reason"] = _("Say in one line why.")
    if not sent.who:
        sent.errors["name"] = _("Say who corrects this.")
    if not sent.written:
        sent.errors["value"] = _("Write how it should read.")
    else:
        sent.value = _value(sent)
    return sent


def _value(sent: Correction) -> object:
    if sent.field == "states":
        return _states(sent)
    if sent.field == "position":
        if sent.written not in set(Position):
            sent.errors["value"] = _("Choose one of the three answers.")
        return sent.written
    return " ".join(sent.written.split())


def _states(sent: Correction) -> tuple[str, ...]:
    """Codes of the States that were named, one after another, by commas or lines."""
    codes: list[str] = []
    for name in filter(None, (part.strip() for part in re.split(r"[;\n]|,(?![^(]*\))", sent.written))):
        code = vocabulary.find(name)
        if code:
            codes.append(code)
            continue
        near = vocabulary.suggest(name)
        hint = _("Did you mean %(state)s?") % {"state": words.state(near)} if near else _("Write its name in full.")
        sent.errors["value"] = _("No State is called “%(name)s”. %(hint)s") % {"name": name, "hint": hint}
    return tuple(dict.fromkeys(codes))
