"""Assessments to a file and from a file into another archive: same ids, nothing overwritten."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.errors import NotFound
from onrecord.model import Assessment, Assessor, Box, Evidence, EvidenceKind, Place
from onrecord.store import assessments, judgements
from onrecord.store.archive import Archive
from onrecord.tasks.assessing import check, require_target
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.veil import Audience, current
from onrecord.tasks.veil_over import laid_over
from onrecord.writing import new_file, write_jsonl

_NAMES = tuple(field.name for field in fields(Assessment))
_WORDS = tuple(name for name in _NAMES if name != "evidence")
_LONGEST_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class ImportedAssessments:
    """What became of the assessments of a file."""

    added: int
    known: int
    withdrawn: int  # known ones that the file says were withdrawn
    waiting: tuple[str, ...]  # targets that this archive does not hold (yet)


def export_assessments(archive: Archive, target: str | Path) -> int:
    """Write all assessments, withdrawn ones too, as JSON Lines to a new file; returns how many.

    The file is for others: those that name somebody who is withheld from them are left out. A backup has all.

    Raises:
        RunError: the file exists or cannot be written.
    """
    with archive.told_plainly(), new_file(target) as file:
        veil = current(archive, Audience.OTHERS)
        return write_jsonl((one for one in assessments.every(archive) if laid_over(veil, one) is one), file)


def import_assessments(archive: Archive, path: str | Path) -> ImportedAssessments:
    """Take over the assessments that :func:`export_assessments` wrote, all or none; doing it again changes nothing.

    Raises:
        NotFound: no such file.
        NotAllowed: a line is no assessment, or differs from the one of the same id that the archive holds.
    """
    file = Path(path)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.", advice="Check the path; nothing was imported.")
    added = known = withdrawn = 0
    targets: dict[str, None] = {}
    with archive.whole_or_nothing():
        judgements.lock(archive)
        own = {one.id: one for one in assessments.every(archive)}
        for where, given in _read(file):
            targets.setdefault(given.target)
            ours = own.get(given.id)
            if ours is None:
                own[given.id] = assessments.new(archive, given)
                added += 1
            elif _core(ours) != _core(given):
                raise NotAllowed(
                    f"Assessment {given.id} stands in this archive with other content.",
                    advice="The file was changed by hand: export it again.",
                    where=where,
                )
            elif ours.stands and not given.stands:
                when, why = given.withdrawn_when, given.withdrawn_why
                own[given.id] = assessments.withdraw(archive, given.id, who=given.withdrawn_by, why=why, when=when)
                withdrawn += 1
            else:
                known += 1
        return ImportedAssessments(added, known, withdrawn, tuple(t for t in targets if not _is_here(archive, t)))


def _is_here(archive: Archive, target: str) -> bool:
    try:
        require_target(archive, target)
    except NotFound:
        return False
    return True


def _core(one: Assessment) -> Assessment:
    """What never changes. Rectangles on the page may be written in other steps; words and letters may not."""
    bare = tuple(replace(e, place=replace(e.place, boxes=()) if e.place else None) for e in one.evidence)
    moment = datetime.fromisoformat(one.when).isoformat()
    return replace(one, evidence=bare, when=moment, withdrawn_by="", withdrawn_when="", withdrawn_why="")


def _read(file: Path) -> Iterator[tuple[str, Assessment]]:
    with file.open("rb") as lines:
        for number, line in enumerate(iter(lambda: lines.readline(_LONGEST_LINE), b""), 1):
            where = f"{file.name}, line {number}"
            try:
                given = _assessment(json.loads(line.decode("utf-8")))
                check(given)
                yield where, given
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                raise NotAllowed("This line is no assessment.", advice="Export it again.", where=where) from error
            except NotAllowed as error:
                raise NotAllowed(error.what, advice=error.advice, where=where) from None


def _assessment(given: dict[str, Any]) -> Assessment:
    values = {name: given[name] for name in _NAMES}
    if not all(isinstance(values[name], str) for name in _WORDS) or not values["id"].isalnum():
        raise TypeError(values["id"])
    if len(values["id"]) > 32 or not values["target"] or not values["who"]:
        raise ValueError(values["id"])
    for name in ("when", "withdrawn_when"):
        if values[name] and datetime.fromisoformat(values[name]).tzinfo is None:
            raise ValueError(values[name])
    if not values["when"]:
        raise ValueError(values["id"])
    values["assessor"] = Assessor(values["assessor"])
    values["evidence"] = tuple(_evidence(one) for one in values["evidence"])
    return Assessment(**values)


def _evidence(given: dict[str, Any]) -> Evidence:
    words = (given["ref"], given["text"], given["name"])
    if not all(isinstance(word, str) for word in words) or not given["text"]:
        raise TypeError(given["ref"])
    place = given["place"]
    return Evidence(EvidenceKind(given["kind"]), words[0], words[1], _place(place) if place else None, words[2])


def _place(given: dict[str, Any]) -> Place:
    boxes = tuple(Box(int(page), *map(float, sides)) for page, *sides in given["boxes"])
    page = None if given["page"] is None else int(given["page"])
    span = (int(given["start"]), int(given["end"]))
    return Place(str(given["sha256"]), str(given["document"]), page, str(given["paragraph"]), *span, boxes)
