"""Taxonomies of one's own: imported from CSV or SKOS, hierarchical, versioned; labels are given with terms by hand."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onrecord.errors import NotFound
from onrecord.model.label import ACTION, FOLLOWED, ISSUE
from onrecord.model.taxonomy import Taxonomy, Term
from onrecord.store import taxonomies
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.skos import SUFFIXES, read_skos
from onrecord.vocabulary.crosswalk import crossings
from onrecord.vocabulary.issues import issues

_TAKEN = (ACTION, ISSUE, *FOLLOWED)
_LONGEST, _MOST = 200, 5_000
_COLUMNS = "Use the columns key, parent, name, note; parent is the key of the term above, or empty."
_CONCEPTS = "Every concept needs a key (skos:notation, or the end of its address) and a skos:prefLabel of its own."
_NAME_IN = "name_"  # columns "name_fr", "name_ru": names in other languages


@dataclass(frozen=True, slots=True)
class TaxonomyReport:
    """What an import did. ``gone``: terms of the version before that are no longer there; labels given stay.

    ``several``: names of terms that stand under more than one term in the file; only the first by key was taken.
    """

    taxonomy: Taxonomy
    unchanged: bool
    new: tuple[str, ...]
    gone: tuple[str, ...]
    several: tuple[str, ...] = ()


def import_taxonomy(archive: Archive, path: str | Path, *, key: str, title: str = "", who: str = "") -> TaxonomyReport:
    """Take over a taxonomy from a file of CSV or SKOS, as a new version; the same file again changes nothing.

    Args:
        archive: open.
        path: CSV with the columns key, parent, name and, if wanted, note and names in other languages (name_fr …); or
            SKOS as Turtle (.ttl), RDF/XML (.rdf) or JSON-LD (.jsonld).
        key: short name, by which its labels are filed: letters, figures and hyphens.
        title: its title; by default that of the version before, that of the file, or the key.
        who: the name of the person.

    Raises:
        NotFound: no such file.
        NotAllowed: the key is taken, or the file is no taxonomy; the message names the line or the concept.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", key) or key in _TAKEN:
        raise NotAllowed(f"“{key[:40]}” cannot be the key of a taxonomy.", advice="Use small letters and hyphens.")
    file = Path(path)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.", advice="Check the path; nothing was imported.")
    content = file.read_bytes()
    found = _found(content, file.name)
    digest = sha256(content).hexdigest()
    with archive.whole_or_nothing():
        before = next((one for one in taxonomies.latest(archive) if one.key == key), None)
        version, known = taxonomies.last_sum(archive, key)
        if before and known == digest:
            return TaxonomyReport(before, True, (), ())
        name = title.strip() or (before.title if before else found.title or key)
        saved = taxonomies.save(
            archive, Taxonomy(key, name, version + 1, found.terms, file.name, "", who.strip()), digest
        )
    names, old = {term.name for term in found.terms}, {term.name for term in before.terms} if before else set()
    return TaxonomyReport(saved, False, tuple(sorted(names - old)), tuple(sorted(old - names)), found.several)


def list_taxonomies(archive: Archive) -> tuple[Taxonomy, ...]:
    """The latest version of every taxonomy of the archive."""
    with archive.told_plainly():
        return taxonomies.latest(archive)


def is_label(archive: Archive, scheme: str, name: str) -> bool:
    """Whether there is such a label: an action, an issue, a theme, group or goal, or a term of a taxonomy."""
    if scheme == ACTION:
        return name in ("1", "2", "3", "4", "5")
    if scheme == ISSUE:
        return name in issues()
    if scheme in FOLLOWED:
        return any((one.scheme, one.name) == (scheme, name) for one in crossings())
    return any(term.name == name for one in taxonomies.latest(archive) if one.key == scheme for term in one.terms)


@dataclass(frozen=True, slots=True)
class _Found:
    title: str
    terms: tuple[Term, ...]
    several: tuple[str, ...] = ()


def _found(content: bytes, where: str) -> _Found:
    """The terms of a file, each above those that stand under it."""
    if Path(where).suffix.lower() not in SUFFIXES:
        return _Found("", _terms(content, where))
    skos = read_skos(content, where)
    _require(skos.terms, where, _CONCEPTS)
    return _Found(skos.title, tuple(term for _, term in skos.terms), skos.several)


def _terms(content: bytes, where: str) -> tuple[Term, ...]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        if not {"key", "parent", "name"} <= set(reader.fieldnames or ()):
            raise NotAllowed("The file is no taxonomy.", advice=_COLUMNS, where=where)
        found = [(f"{where}, line {reader.line_num}", _term(row)) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotAllowed(
            f"The file cannot be read ({error}).", advice="Save it as CSV (UTF-8).", where=where
        ) from error
    _require(found, where, _COLUMNS)
    return tuple(term for _, term in found)


def _term(row: dict[str, str | None]) -> Term:
    values = {name: " ".join((row.get(name) or "").split()) for name in ("key", "parent", "name", "note")}
    others = ((name.removeprefix(_NAME_IN), said) for name, said in row.items() if name and name.startswith(_NAME_IN))
    names = tuple(sorted((language, " ".join(said.split())) for language, said in others if said and said.strip()))
    return Term(**values, names=names)


def _require(found: Sequence[tuple[str, Term]], where: str, advice: str) -> None:
    """Keys and names of their own, and nothing above itself; each term with where it stands in the file."""
    if not 0 < len(found) <= _MOST:
        raise NotAllowed(f"The file has {len(found)} terms.", advice=f"Give 1 to {_MOST}.", where=where)
    parents = {term.key: term.parent for _, term in found}
    seen: set[str] = set()
    for at, term in found:
        if not term.key or not 0 < len(term.name) <= _LONGEST:
            raise NotAllowed("A term needs a key and a name.", advice=advice, where=at)
        for word in (f"key {term.key}", f"name {term.name}"):
            if word in seen:
                raise NotAllowed(f"The {word} stands twice.", advice="Give each term its own.", where=at)
            seen.add(word)
        if term.parent and term.parent not in parents:
            raise NotAllowed(f"There is no term {term.parent}.", advice=advice, where=at)
        above, steps = term.parent, 0
        while above and steps <= len(parents):
            above, steps = parents[above], steps + 1
        if above:
            raise NotAllowed(f"The term {term.key} stands above itself.", advice="Correct its parent.", where=at)
