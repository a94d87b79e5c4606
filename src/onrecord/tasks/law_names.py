"""Which names in papers are a law of the register: by its id, by its name and aliases, and joined by a person.

Rules, each exact: the id that findings give is the law's own or the one of an alias; or the name in the paper is, but
for capitals, accents, "the" and the year, the law's name or an alias, and the paper is about the law's State.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from onrecord.model import NamedKind
from onrecord.model.law_register import RegisteredLaw
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.tasks.registering import id_of


def keys_of(law: RegisteredLaw) -> tuple[str, ...]:
    """The ids under which findings may name it; its own first."""
    return tuple(dict.fromkeys((law.id, *(id_of(name, law.state) for name in (law.name, *law.aliases)))))


def spellings(law: RegisteredLaw) -> frozenset[str]:
    """How papers may write its name, folded as names are searched."""
    names = [fold(name).removeprefix("the ") for name in (law.name, *law.aliases)]
    if law.year:
        names += [form for name in names for form in (f"{law.year} {name}", f"{name} of {law.year}")]
    return frozenset((*names, *(f"the {name}" for name in names)))


def named_as(archive: Archive, law: RegisteredLaw) -> dict[str, list[tables.Named]]:
    """By article ("" for the law itself), the rows that name it, by date of their papers; three queries at most."""
    every = law_rows(archive)
    alike = every.filter(folded__in=spellings(law), document__state=law.state).values_list("key", flat=True)
    bases = sorted({*keys_of(law), *alike}, key=len, reverse=True)
    rows = list(_ordered(every.filter(_under(bases))))
    article = {row.group: article_of(row.key, bases) for row in rows}
    if any(row.group != row.key for row in rows):
        rows = list(_ordered(every.filter(group__in=article)))
    found: dict[str, list[tables.Named]] = {}
    for row in rows:
        found.setdefault(article[row.group], []).append(row)
    return found


def papers_naming(archive: Archive, laws: Sequence[RegisteredLaw]) -> dict[str, set[int]]:
    """By id of the law, the papers that name it or one of its articles; one query."""
    codes = {law.state for law in laws}
    rows = law_rows(archive).filter(Q(document__state__in=codes) | _under([law.id for law in laws]))
    seen = [
        (key, folded, state, document)
        for key, folded, state, document in rows.values_list("key", "folded", "document__state", "document")
    ]
    found: dict[str, set[int]] = {law.id: set() for law in laws}
    for law in laws:
        names, bases = spellings(law), set(keys_of(law))
        bases |= {key for key, folded, state, _ in seen if folded in names and state == law.state}
        found[law.id] |= {document for key, _, _, document in seen if article_of(key, bases, none="-") != "-"}
    return found


def law_rows(archive: Archive) -> QuerySet[tables.Named]:
    """All laws that papers name."""
    return tables.Named.objects.using(archive.alias).filter(kind=NamedKind.LAW.value, document__leads=True)


def article_of(key: str, bases: Iterable[str], *, none: str = "") -> str:
    """The article in an id, "" for the law itself; ``none`` where it belongs to none of these laws."""
    for base in bases:
        if key == base:
            return ""
        if key.startswith(f"{base}:"):
            return key[len(base) + 1 :]
    return none


def _under(bases: Sequence[str]) -> Q:
    wanted = Q(key__in=bases)
    for base in bases:
        wanted |= Q(key__startswith=f"{base}:")
    return wanted


def _ordered(rows: QuerySet[tables.Named]) -> QuerySet[tables.Named]:
    return rows.select_related("document").order_by("document__date", "document", "order")
