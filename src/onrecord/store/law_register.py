"""The register of laws ↔ judgements: each entry and each change is a decision, withdrawn and never deleted.

The target is "register:" and the id of the law; the field ``law`` holds an entry, ``became`` a change.
"""

from collections.abc import Mapping

from onrecord.model.judgement import Judgement
from onrecord.model.law_register import InstrumentKind, RegisteredLaw, Succession
from onrecord.store import judgements, tables
from onrecord.store.archive import Archive

TARGET = "register:"
LAW, BECAME = "law", "became"
FIELDS = (LAW, BECAME)
_WORDS_OF_LAW = ("state", "name", "year", "source", "verified_on")
_WORDS_OF_CHANGE = ("article", "became_law", "became_article", "since", "source", "verified_on")


def decisions(archive: Archive) -> tuple[Judgement, ...]:
    """All that people decided on the register, withdrawn decisions too, oldest first; one query."""
    rows = tables.Judgement.objects.using(archive.alias).filter(target__startswith=TARGET)
    return tuple(judgements.load(row) for row in rows.order_by("when", "pk"))


def law_value(law: RegisteredLaw) -> dict[str, object]:
    """An entry as the value of a judgement."""
    words = {name: getattr(law, name) for name in _WORDS_OF_LAW}
    return {**words, "kind": law.kind.value, "aliases": list(law.aliases)}


def change_value(change: Succession) -> dict[str, object]:
    """A change as the value of a judgement on the law that it came to."""
    return {name: getattr(change, name) for name in _WORDS_OF_CHANGE}


def law_of(judgement: Judgement) -> RegisteredLaw:
    """The entry of a judgement.

    Raises:
        KeyError, ValueError, TypeError: the value is no entry.
    """
    value = _mapping(judgement, LAW)
    aliases = value["aliases"]
    if not isinstance(aliases, list) or not all(isinstance(one, str) for one in aliases):
        raise TypeError(judgement.id)
    words = {name: _word(value, name) for name in _WORDS_OF_LAW}
    kind = InstrumentKind(_word(value, "kind"))
    return RegisteredLaw(judgement.target.removeprefix(TARGET), kind=kind, aliases=tuple(aliases), **words)


def change_of(judgement: Judgement) -> Succession:
    """The change of a judgement.

    Raises:
        KeyError, TypeError: the value is no change.
    """
    value = _mapping(judgement, BECAME)
    return Succession(judgement.target.removeprefix(TARGET), **{name: _word(value, name) for name in _WORDS_OF_CHANGE})


def _mapping(judgement: Judgement, field: str) -> Mapping[str, object]:
    if judgement.field != field or not isinstance(judgement.value, Mapping):
        raise TypeError(judgement.id)
    return judgement.value


def _word(value: Mapping[str, object], name: str) -> str:
    word = value[name]
    if not isinstance(word, str):
        raise TypeError(name)
    return word
