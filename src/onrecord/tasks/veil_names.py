"""Whose names are withheld in an archive, and under which spellings they stand there.

Withheld are the persons of cases that nobody cleared, and persons to whom something happened, as a paper says, and
who hold no public role. Names that a person joined with such a name, and names that may well be another spelling of
it, are withheld with it: of two mistakes the one that harms nobody is made.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Min

from onrecord.model import NamedKind
from onrecord.model.case import Publication
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.tasks.veil_text import Veil, folded_forms, pattern_of, words_of
from onrecord.vocabulary.name_forms import offered

TARGET = "name:"  # of decisions about names, see naming.py


@dataclass(slots=True)
class _Group:
    """All names that are one person by people's decisions."""

    keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    rows: list[int] = field(default_factory=list)
    at_risk: bool = False
    public: bool = False


def veil_of(archive: Archive) -> Veil:
    """What people without the right to cases must not see in this archive."""
    groups = _groups(archive)
    opened, cleared, typed = _cases(archive)
    by_key = {key: name for name, group in groups.items() for key in group.keys}
    free = {by_key.get(key, key) for key in cleared}
    hidden = {by_key[key] for key in opened if key in by_key}
    hidden |= {name for name, group in groups.items() if group.at_risk and not group.public} - free
    hidden |= _perhaps(groups, hidden) - free
    chosen = [groups[name] for name in sorted(hidden)]
    names = {*typed, *(name for group in chosen for name in group.names)}
    forms = names | _surfaces(archive, [row for group in chosen for row in group.rows], names)
    public = [one for name, group in groups.items() if name not in hidden for one in group.names]
    pattern = pattern_of(forms, public)
    return Veil(pattern, _away(archive, pattern), folded_forms(forms))


def _groups(archive: Archive) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    rows = tables.Named.objects.using(archive.alias).filter(kind=NamedKind.PERSON.value)
    for pk, key, name, at, risk, public in rows.values_list("pk", "group", "name", "key", "at_risk", "public_role"):
        group = groups.setdefault(key, _Group())
        group.keys |= {at, key}
        group.names.add(name)
        group.rows.append(pk)
        group.at_risk |= risk
        group.public |= public
    return groups


def _cases(archive: Archive) -> tuple[list[str], list[str], set[str]]:
    """Keys of names with a case that is not cleared, of those with one that is, and names to be withheld."""
    opened, cleared, typed = [], [], set()
    rows = tables.CaseFile.objects.using(archive.alias)
    for key, publication, spellings in rows.values_list("key", "publication", "spellings"):
        if publication == Publication.NAMED.value:
            cleared.append(key)
        else:
            opened.append(key)
            typed |= set(spellings)
    return opened, [key for key in cleared if key], typed


def _perhaps(groups: Mapping[str, _Group], hidden: set[str]) -> set[str]:
    """Other whole names without a public role that may be spellings of a withheld one."""
    names = {
        f"{group} {n}": name
        for group, one in groups.items()
        if not one.public
        for n, name in enumerate(sorted(one.names))
        if len(words_of(name)) > 1
    }
    near = offered(names) if hidden else {}
    return {
        other.rpartition(" ")[0] for key, others in near.items() if key.rpartition(" ")[0] in hidden for other in others
    }


def _surfaces(archive: Archive, rows: Sequence[int], names: Iterable[str]) -> set[str]:
    """The forms in which papers mention these names; each paper is loaded once."""
    beginnings = {word[:4] for name in names for word in words_of(name)}
    found: set[str] = set()
    named = tables.Named.objects.using(archive.alias).filter(pk__in=rows).select_related("document__reading")
    by_document: dict[int, list[tables.Named]] = {}
    for row in named:
        by_document.setdefault(row.document_id, []).append(row)
    for several in by_document.values():
        text = documents.load(several[0].document).text
        spots = {(place[2], place[3]) for row in several for place in row.mentions}
        found |= {re.sub(r"\s+", " ", text[start:end]) for start, end in spots}
    # "the lawyer" or "she" can stand for a person, too: only what shares a word with the name is one of its forms.
    return {form for form in found if any(word[:4] in beginnings for word in words_of(form))}


def _away(archive: Archive, pattern: re.Pattern[str] | None) -> dict[str, str]:
    """For each id that holds a name one that says nothing and stays while the paper is not read again."""
    bare = Veil(pattern)
    found: dict[str, str] = {}
    if pattern is None:
        return found
    rows = tables.Named.objects.using(archive.alias).order_by().values_list("key", "kind")
    for key, kind, first in rows.annotate(first=Min("pk")):
        if bare.hides(key):
            found[key] = f"{kind}:withheld-{first}"
            found[TARGET + key] = f"{TARGET}{kind}:withheld-{first}"
    return found
