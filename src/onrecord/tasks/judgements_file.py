"""Judgements to a file and from a file into another archive: same ids, nothing overwritten."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.errors import NotFound
from onrecord.model.judgement import CORRECTED, SURE_FROM, VERDICT, Judgement
from onrecord.store import judgements, law_register, tables
from onrecord.store.archive import Archive
from onrecord.store.labels import THRESHOLD
from onrecord.store.labels import target_of as label_of
from onrecord.store.links import texts_of
from onrecord.tasks import naming
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.judging import allowed, renew
from onrecord.tasks.links import missing_texts
from onrecord.tasks.registering import allowed_in_register
from onrecord.tasks.veil import Audience, current
from onrecord.tasks.veil_over import laid_over
from onrecord.writing import new_file, write_jsonl

_NAMES = tuple(field.name for field in fields(Judgement))
_WORDS = tuple(name for name in _NAMES if name not in ("value", "seen"))
_LONGEST_LINE = 1_000_000
_LONGEST_NAME = 1_000  # letters of a key
_AT_ONCE = 500
_FIELDS = (*CORRECTED, VERDICT, SURE_FROM, *naming.DECIDED, *law_register.FIELDS)


@dataclass(frozen=True, slots=True)
class JudgementConflict:
    """Two decisions on the same field, made without knowing of each other. Both are kept, the later one counts."""

    ours: Judgement
    theirs: Judgement


@dataclass(frozen=True, slots=True)
class ImportedJudgements:
    """What became of the judgements of a file."""

    added: int
    known: int
    withdrawn: int  # known ones that the file says were withdrawn
    conflicts: tuple[JudgementConflict, ...]
    waiting: tuple[str, ...]  # targets that this archive does not hold (yet): applied once it does


def export_judgements(archive: Archive, target: str | Path) -> int:
    """Write all judgements, withdrawn ones too, as JSON Lines to a new file; returns how many.

    The file is for others: decisions that name somebody who is withheld from them are left out. A backup has all.

    Raises:
        RunError: the file exists or cannot be written.
    """
    with archive.told_plainly(), new_file(target) as file:
        veil = current(archive, Audience.OTHERS)
        every = judgements.every(archive)
        return write_jsonl((one for one in every if laid_over(veil, one) is one), file)


def import_judgements(archive: Archive, path: str | Path) -> ImportedJudgements:
    """Take over the judgements that :func:`export_judgements` wrote, all or none; doing it again changes nothing.

    Raises:
        NotFound: no such file.
        NotAllowed: a line is no judgement, or differs from the judgement of the same id that the archive holds.
    """
    file = Path(path)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.", advice="Check the path; nothing was imported.")
    with archive.whole_or_nothing():
        judgements.lock(archive)
        run = _Run(archive)
        for where, judgement in _read(file):
            run.take(judgement, where)
        targets = sorted(run.targets)
        for start in range(0, len(targets), _AT_ONCE):
            renew(archive, targets[start : start + _AT_ONCE])
        return ImportedJudgements(run.added, run.known, run.withdrawn, tuple(run.conflicts), _missing(archive, targets))


class _Run:
    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.added = self.known = self.withdrawn = 0
        self.conflicts: list[JudgementConflict] = []
        self.targets: set[str] = set()
        self._own = {judgement.id: judgement for judgement in judgements.every(archive)}
        self._latest = {_about(one): one for one in self._own.values() if one.stands}

    def take(self, judgement: Judgement, where: str) -> None:
        known = self._own.get(judgement.id)
        if known is None:
            self._add(judgement)
        elif _core(known) != _core(judgement):
            raise NotAllowed(
                f"Decision {judgement.id} stands in this archive with other content.",
                advice="The file was changed by hand: export it again.",
                where=where,
            )
        elif known.stands and not judgement.stands:
            when = judgement.withdrawn_when
            judgements.withdraw(self.archive, known, who=judgement.withdrawn_by, when=when)
            self.withdrawn += 1
            self.targets.add(judgement.target)
        else:
            self.known += 1

    def _add(self, judgement: Judgement) -> None:
        ours = self._latest.get(_about(judgement))
        followed = ours is not None and judgement.based_on == ours.id
        if ours and judgement.stands and not followed and _says(ours) != _says(judgement):
            self.conflicts.append(JudgementConflict(ours, judgement))
        self._own[judgement.id] = judgements.new(self.archive, judgement)
        self.added += 1
        self.targets.add(judgement.target)


def _about(judgement: Judgement) -> tuple[str, object]:
    """What can be decided in one way only: a field of a thing; two names, of which one can be joined with many; what
    an article became, which can be several.
    """
    if judgement.field == law_register.BECAME:
        change = law_register.change_of(judgement)
        return judgement.target, (change.old, change.new)
    return judgement.target, judgement.value if judgement.field in naming.DECIDED else judgement.field


def _says(judgement: Judgement) -> object:
    """How it was decided: the value; of two names that they are the same, or not."""
    return judgement.field if judgement.field in naming.DECIDED else judgement.value


def _core(judgement: Judgement) -> Judgement:
    moment = datetime.fromisoformat(judgement.when).isoformat()
    return replace(judgement, withdrawn_by="", withdrawn_when="", when=moment)


def _read(file: Path) -> Iterator[tuple[str, Judgement]]:
    with file.open("rb") as lines:
        for number, line in enumerate(iter(lambda: lines.readline(_LONGEST_LINE), b""), 1):
            where = f"{file.name}, line {number}"
            try:
                yield where, _judgement(json.loads(line.decode("utf-8")))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                raise NotAllowed("This line is no decision.", advice="Export it again.", where=where) from error
            except NotAllowed as error:
                raise NotAllowed(error.what, advice=error.advice, where=where) from None


def _judgement(given: dict[str, Any]) -> Judgement:
    values = {name: given[name] for name in _NAMES}
    if not all(isinstance(values[name], str) for name in _WORDS) or not values["id"].isalnum():
        raise TypeError(values["id"])
    if len(values["id"]) > 32 or values["field"] not in _FIELDS:
        raise ValueError(values["id"])
    for name in ("when", "withdrawn_when"):
        if values[name] and datetime.fromisoformat(values[name]).tzinfo is None:
            raise ValueError(values[name])
    if not values["when"]:
        raise ValueError(values["id"])
    if values["field"] in naming.DECIDED:
        _require_names(values["target"], values["value"])
    elif values["field"] in law_register.FIELDS:
        allowed_in_register(Judgement(**values))
    else:
        values["value"] = allowed(values["field"], values["value"])
    values["seen"] = tuple(values["seen"]) if isinstance(values["seen"], list) else values["seen"]
    return Judgement(**values)


def _require_names(target: str, other: object) -> None:
    if not target.startswith(naming.TARGET) or not isinstance(other, str) or not 0 < len(other) <= _LONGEST_NAME:
        raise ValueError(target)


def _missing(archive: Archive, targets: list[str]) -> tuple[str, ...]:
    missing: list[str] = []
    for start in range(0, len(targets), _AT_ONCE):
        some = targets[start : start + _AT_ONCE]
        # A label is waiting if its recommendation is.
        keys = {target: label.key if (label := label_of(target)) else target for target in some}
        items = tables.Recommendation.objects.using(archive.alias).filter(key__in=keys.values())
        asked = tables.Question.objects.using(archive.alias).filter(key__in=some)
        there = {*items.values_list("key", flat=True), *asked.values_list("key", flat=True)}
        names = {target.removeprefix(naming.TARGET): target for target in some if target.startswith(naming.TARGET)}
        named = tables.Named.objects.using(archive.alias).filter(key__in=names).values_list("key", flat=True)
        there |= {names[key] for key in named} | {THRESHOLD}
        there |= {target for target in some if target.startswith(law_register.TARGET)}  # needs no paper
        there |= {target for target in some if (texts := texts_of(target)) and not missing_texts(archive, texts)}
        missing.extend(target for target in some if not there & {target, keys[target]})
    return tuple(missing)
