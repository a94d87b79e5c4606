"""Taxonomies ↔ rows. An import never overwrites: it makes a new version."""

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.model.taxonomy import Taxonomy, Term
from onrecord.store import tables
from onrecord.store.archive import Archive


def latest(archive: Archive) -> tuple[Taxonomy, ...]:
    """The latest version of every taxonomy, by title."""
    rows = tables.TaxonomyVersion.objects.using(archive.alias).order_by("key", "version")
    newest = {row.key: row for row in rows}
    return tuple(sorted((load(row) for row in newest.values()), key=lambda one: one.title))


def last_sum(archive: Archive, key: str) -> tuple[int, str]:
    """Number and sha256 of the latest version; 0 and "" if there is none."""
    rows = tables.TaxonomyVersion.objects.using(archive.alias).filter(key=key).order_by("-version")
    return rows.values_list("version", "sha256").first() or (0, "")


def save(archive: Archive, taxonomy: Taxonomy, sha256: str) -> Taxonomy:
    """Write a version, as numbered in ``taxonomy``."""
    row = tables.TaxonomyVersion(
        key=taxonomy.key,
        version=taxonomy.version,
        title=taxonomy.title,
        terms=[[term.key, term.parent, term.name, term.note, *_names(term)] for term in taxonomy.terms],
        file=taxonomy.file,
        sha256=sha256,
        who=taxonomy.who,
        when=datetime.now(UTC),
    )
    row.save(using=archive.alias)
    return load(row)


def _term(key: str, parent: str, name: str, note: str = "", names: Sequence[tuple[str, str]] = ()) -> Term:
    return Term(key, parent, name, note, tuple((language, said) for language, said in names))


def _names(term: Term) -> list[list[list[str]]]:
    return [[list(one) for one in term.names]] if term.names else []


def load(row: tables.TaxonomyVersion) -> Taxonomy:
    """The taxonomy of a row."""
    terms = tuple(_term(*term) for term in row.terms)
    return Taxonomy(row.key, row.title, row.version, terms, row.file, row.when.isoformat(), row.who)
