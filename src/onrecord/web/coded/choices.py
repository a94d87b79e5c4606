"""What the list of imported rows can be narrowed by, and what it is narrowed by."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from onrecord import tasks
from onrecord.tasks import CodedFilter
from onrecord.tasks.importing import OUTCOMES
from onrecord.web import served
from onrecord.web.coded.words import ACTIONS, outcome
from onrecord.web.frame import words

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to narrow by: its name in the address, its title, its values in words, and the one chosen."""

    name: str
    title: str
    options: tuple[Option, ...]
    chosen: str


def choices(wanted: CodedFilter) -> tuple[Choice, ...]:
    """Everything the list can be narrowed by, with the values that occur."""
    there = tasks.coded_choices(served.archive())
    answers = [(key, str(words.POSITIONS[key])) for key in words.ANSWER_ORDER]
    every = (
        ("outcome", _("Tied or not"), [(key, outcome(key)) for key in OUTCOMES]),
        ("state", _("State under review"), _states(there.states)),
        ("by", _("Made by"), _states(there.bys)),
        ("session", _("Session"), [(str(number), str(number)) for number in there.sessions]),
        ("position", _("Answer"), answers),
        ("issue", _("Issue"), [(issue, issue) for issue in there.issues]),
        ("action", _("Kind of action"), [(str(key), str(name)) for key, name in ACTIONS.items()]),
    )
    return tuple(Choice(name, title, tuple(options), _value(wanted, name)) for name, title, options in every)


def pills(wanted: CodedFilter) -> tuple[tuple[str, str], ...]:
    """Everything that narrows the list: its name in the address, and words for it."""
    return tuple((name, text) for name, text in _pills(wanted) if text)


def _pills(wanted: CodedFilter) -> Iterator[tuple[str, str]]:
    yield "outcome", outcome(wanted.outcome)
    yield "state", words.state(wanted.state) if wanted.state else ""
    yield "by", _("made by %(state)s") % {"state": words.state(wanted.by)} if wanted.by else ""
    yield "session", _("session %(number)s") % {"number": wanted.session} if wanted.session is not None else ""
    yield "cycle", words.cycle(wanted.cycle)
    yield "position", str(words.POSITIONS[wanted.position.value]) if wanted.position else ""
    yield "issue", wanted.issue
    yield "action", str(ACTIONS[wanted.action]) if wanted.action else ""
    yield "tied", wanted.tied
    yield "words", _("with “%(words)s”") % {"words": wanted.words} if wanted.words else ""


def _states(codes: tuple[str, ...]) -> list[Option]:
    return sorted(((code, words.state(code)) for code in codes), key=lambda one: one[1])


def _value(wanted: CodedFilter, name: str) -> str:
    value = getattr(wanted, name)
    return "" if value is None else str(value)
