"""What a list is narrowed by, in words, each with the part of the address it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onrecord.tasks import RecommendationFilter
from onrecord.web.frame import words
from onrecord.web.recommendations.forms import OWN


@dataclass(frozen=True, slots=True)
class Pill:
    """One thing that narrows a list: the part of the address that says so, its value, and words for it."""

    name: str
    value: str
    words: str


def pills(wanted: RecommendationFilter, within: RecommendationFilter | None) -> tuple[Pill, ...]:
    """Everything that narrows the list beyond what the page is about."""
    own = {n for n in OWN if within and getattr(within, n) not in ("", None)}
    return tuple(pill for pill in _all(wanted) if pill.words and pill.name not in own)


def _all(wanted: RecommendationFilter) -> Iterator[Pill]:
    for code in wanted.states:
        yield Pill("state", code, words.state(code))
    yield Pill("cycle", str(wanted.cycle), words.cycle(wanted.cycle))
    if wanted.session is not None:
        yield Pill("session", str(wanted.session), _("session %(number)s") % {"number": wanted.session})
    for code in wanted.bys:
        yield Pill("by", code, _("made by %(state)s") % {"state": words.state(code)})
    for key in wanted.groups:
        yield Pill("group", key, str(words.GROUPS[key]))
    for position in wanted.positions:
        yield Pill("position", position.value, str(words.POSITIONS[position.value]))
    yield Pill("changed", "", str(_YES_NO["changed"].get(wanted.changed, "")))
    yield Pill("judged", "", str(_YES_NO["judged"].get(wanted.judged, "")))
    for name in wanted.actions:
        yield Pill("action", name, words.action(name))
    several = {"issue": wanted.issues, "theme": wanted.themes, "persons": wanted.persons, "goal": wanted.goals}
    yield from (Pill(part, name, name) for part, names in several.items() for name in names)
    yield Pill("number", wanted.number, wanted.number)
    yield Pill("words", wanted.words, _("with “%(words)s”") % {"words": wanted.words} if wanted.words else "")
    yield Pill("document", wanted.document, wanted.document)


_YES_NO: dict[str, dict[bool | None, Promise]] = {
    "changed": {True: gettext_lazy("Changed"), False: gettext_lazy("Not changed")},
    "judged": {True: gettext_lazy("Judged by a person"), False: gettext_lazy("Not judged yet")},
}
