"""What a person writes into the register of laws."""

import dataclasses
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from onrecord.model.law_register import InstrumentKind, part_id
from onrecord.tasks import NewLaw, NewSuccession
from onrecord.vocabulary import states as vocabulary
from onrecord.web.choices.kept import LONGEST_NAME
from onrecord.web.frame import words

_SHORT, _LONG = 400, 4_000


@dataclasses.dataclass(slots=True)
class EntrySent:
    """A law as it was sent. ``errors`` says for each field what is wrong and what to do."""

    name: str = ""
    state: str = ""
    kind: str = InstrumentKind.LAW.value
    year: str = ""
    aliases: str = ""  # one a line
    source: str = ""
    verified_on: str = ""
    key: str = ""
    based_on: str = ""
    reason: str = ""
    who: str = ""
    errors: dict[str, str] = dataclasses.field(default_factory=dict)

    def law(self) -> NewLaw:
        """What is to be put into the register."""
        code = vocabulary.find(self.state) or self.state
        aliases = tuple(self.aliases.splitlines())
        return NewLaw(self.name, code, self.kind, self.year, aliases, self.source, self.verified_on, self.key)


@dataclasses.dataclass(slots=True)
class ChangeSent:
    """What became of a law or an article, as it was sent."""

    law: str = ""
    article: str = ""
    became_law: str = ""
    became_article: str = ""
    since: str = ""
    source: str = ""
    verified_on: str = ""
    reason: str = ""
    who: str = ""
    errors: dict[str, str] = dataclasses.field(default_factory=dict)

    def change(self) -> NewSuccession:
        """What is to be put into the register."""
        old, new = part_id(self.law, self.article), part_id(self.became_law, self.became_article)
        return NewSuccession(old, new, self.since, self.source, self.verified_on)


def read_entry(given: QueryDict, *, who: str) -> EntrySent:
    """Read a law that was sent; ``who`` is the name that is known already, else one must be given."""
    texts: dict[str, Any] = {one.name: _text(given, one.name) for one in dataclasses.fields(EntrySent)}
    sent = EntrySent(**texts | {"who": who or _text(given, "own_name")[:LONGEST_NAME], "errors": {}})
    if not sent.name:
        sent.errors["name"] = _("Write its name as papers do.")
    if not vocabulary.find(sent.state):
        sent.errors["state"] = _unknown(sent.state)
    _require(sent)
    return sent


def read_change(given: QueryDict, *, who: str) -> ChangeSent:
    """Read a change that was sent."""
    texts: dict[str, Any] = {one.name: _text(given, one.name) for one in dataclasses.fields(ChangeSent)}
    sent = ChangeSent(**texts | {"who": who or _text(given, "own_name")[:LONGEST_NAME], "errors": {}})
    if not sent.since:
        sent.errors["since"] = _("Say since when.")
    if bool(sent.article) != bool(sent.became_article):
        sent.errors["article"] = _("An article becomes an article, a law a law: fill in both numbers or none.")
    _require(sent)
    return sent


def _require(sent: EntrySent | ChangeSent) -> None:
    if not sent.reason:
        sent.errors["reason"] = _("Say in one line why.")
    if not sent.who:
        sent.errors["who"] = _("Say who decides.")


def _unknown(name: str) -> str:
    near = vocabulary.suggest(name) if name else None
    hint = _("Did you mean %(state)s?") % {"state": words.state(near)} if near else _("Write its name in full.")
    return _("No State is called “%(name)s”. %(hint)s") % {"name": name, "hint": hint}


def _text(given: QueryDict, name: str) -> str:
    return given.get(name, "").replace("\x00", "").replace("\r", "")[: _LONG if name == "aliases" else _SHORT].strip()
