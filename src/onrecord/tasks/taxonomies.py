"""Taxonomies of one's own: imported from CSV, hierarchical, versioned; labels are given with their terms by hand."""

import csv
import io
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onrecord.errors import NotFound
from onrecord.model.label import ACTION, FOLLOWED, ISSUE
from onrecord.model.taxonomy import Taxonomy, Term
from onrecord.store import taxonomies
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.vocabulary.crosswalk import crossings
from onrecord.vocabulary.issues import issues

_TAKEN = (ACTION, ISSUE, *FOLLOWED)
_LONGEST, _MOST = 200, 5_000
_COLUMNS = "Use the columns key, parent, name, note; parent is the key of the term above, or empty."


@dataclass(frozen=True, slots=True)
class TaxonomyReport:
    """What an import did. ``gone``: terms of the version before that are no longer there; labels given stay."""

    taxonomy: Taxonomy
    unchanged: bool
    new: tuple[str, ...]
    gone: tuple[str, ...]


def import_taxonomy(archive: Archive, path: str | Path, *, key: str, title: str = "", who: str = "") -> TaxonomyReport:
    """Take over a taxonomy from a CSV file, as a new version; the same file again changes nothing.

    Args:
        archive: open.
        path: CSV with the columns key, parent, name and, if wanted, note.
        key: short name, by which its labels are filed: letters, figures and hyphens.
        title: its title; by default that of the version before, or the key.
        who: the name of the person.

    Raises:
        NotFound: no such file.
        NotAllowed: the key is taken, or the file is no taxonomy; the message names the line.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", key) or key in _TAKEN:
        raise NotAllowed(f"“{key[:40]}” cannot be the key of a taxonomy.", advice="Use small letters and hyphens.")
    file = Path(path)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.", advice="Check the path; nothing was imported.")
    content = file.read_bytes()
    terms = _terms(content, file.name)
    digest = sha256(content).hexdigest()
    with archive.whole_or_nothing():
        before = next((one for one in taxonomies.latest(archive) if one.key == key), None)
        version, known = taxonomies.last_sum(archive, key)
        if before and known == digest:
            return TaxonomyReport(before, True, (), ())
        name = title.strip() or (before.title if before else key)
        saved = taxonomies.save(archive, Taxonomy(key, name, version + 1, terms, file.name, "", who.strip()), digest)
    names, old = {term.name for term in terms}, {term.name for term in before.terms} if before else set()
    return TaxonomyReport(saved, False, tuple(sorted(names - old)), tuple(sorted(old - names)))


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


def _terms(content: bytes, where: str) -> tuple[Term, ...]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        if not {"key", "parent", "name"} <= set(reader.fieldnames or ()):
            raise NotAllowed("The file is no taxonomy.", advice=_COLUMNS, where=where)
        found = [(reader.line_num, _term(row)) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotAllowed(
            f"The file cannot be read ({error}).", advice="Save it as CSV (UTF-8).", where=where
        ) from error
    if not 0 < len(found) <= _MOST:
        raise NotAllowed(f"The file has {len(found)} terms.", advice=f"Give 1 to {_MOST}.", where=where)
    _require(found, where)
    return tuple(term for _, term in found)


def _term(row: dict[str, str | None]) -> Term:
    values = {name: " ".join((row.get(name) or "").split()) for name in ("key", "parent", "name", "note")}
    return Term(**values)


def _require(found: list[tuple[int, Term]], where: str) -> None:
    parents = {term.key: term.parent for _, term in found}
    seen: set[str] = set()
    for line, term in found:
        at = f"{where}, line {line}"
        if not term.key or not 0 < len(term.name) <= _LONGEST:
            raise NotAllowed("A term needs a key and a name.", advice=_COLUMNS, where=at)
        for word in (f"key {term.key}", f"name {term.name}"):
            if word in seen:
                raise NotAllowed(f"The {word} stands twice.", advice="Give each term its own.", where=at)
            seen.add(word)
        if term.parent and term.parent not in parents:
            raise NotAllowed(f"There is no term {term.parent}.", advice=_COLUMNS, where=at)
        above, steps = term.parent, 0
        while above and steps <= len(parents):
            above, steps = parents[above], steps + 1
        if above:
            raise NotAllowed(f"The term {term.key} stands above itself.", advice="Correct its parent.", where=at)
