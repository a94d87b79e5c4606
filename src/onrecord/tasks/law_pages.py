"""The register of laws as pages and commands show it: the list, one law, and what it tells of a name in papers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Count

from onrecord.matching.law_lines import Step, is_older, line_of
from onrecord.model.judgement import Judgement
from onrecord.model.law_register import RegisteredLaw, part_id
from onrecord.store import law_register as kept
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.tasks.law_names import article_of, keys_of, law_rows, named_as, papers_naming, spellings
from onrecord.tasks.naming import mentions_of, name_rows
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.register_rows import (
    LawDetail,
    LawLine,
    LawPart,
    LineStep,
    OtherNumber,
    PartSaid,
    RegisterRow,
    SuccessionRow,
)
from onrecord.tasks.registering import Change, Register, read_register, unregistered
from onrecord.tasks.said_rows import NamedRow

_MOST_BESIDE = 20  # papers that name an article by its other numbers


def list_register(archive: Archive, *, state: str = "") -> tuple[RegisterRow, ...]:
    """The laws of the register by State and name; a constant number of queries.

    Args:
        archive: open.
        state: only of this State; "" for laws that a person put in, and those of States that have papers here.
    """
    with archive.told_plainly():
        register = read_register(archive)
        documents = tables.Document.objects.using(archive.alias)
        here = {state} if state else set(documents.values_list("state", flat=True).distinct())
        chosen = [one for one in register.laws.values() if one.law.state in here or (one.decision and not state)]
        papers = papers_naming(archive, [entry.law for entry in chosen])
        ends = Counter(law for one in register.successions for law in {one.law, one.became_law})
        rows = [RegisterRow(one.law, one.decision, len(papers[one.law.id]), ends[one.law.id]) for one in chosen]
        return tuple(sorted(rows, key=lambda row: (row.law.state, row.law.name, row.law.year, row.law.id)))


def show_law(archive: Archive, key: str) -> LawDetail:
    """One law of the register: its articles with what papers say of each, what it was before and became later.

    Raises:
        NotFound: nobody ever put it into the register.
    """
    with archive.told_plainly():
        register = read_register(archive)
        entry = register.laws.get(key) or unregistered(key, register.decisions)
        law, named = entry.law, named_as(archive, entry.law)
        whole, *articles = _parts(archive, law, register, named)
        return LawDetail(
            law,
            entry.decision,
            whole,
            tuple(articles),
            _known_as(archive, law, named.get("", ())),
            _namesakes(law, register),
            tuple(_change_row(one, register) for one in register.changes if law.id in _ends(one)),
            tuple(one for one in register.decisions if _is_about(one, law.id)),
            law.id in register.laws,
        )


def law_line(archive: Archive, keys: Iterable[str]) -> LawLine:
    """What the register tells of a law or an article that papers name under these ids.

    Mentions of the article it was before, and of the one it became, come with it, to stand beside its own.
    """
    with archive.told_plainly():
        register = read_register(archive)
        rows = list(law_rows(archive).filter(key__in=set(keys)).select_related("document"))
        law, article = _found_in(register, rows)
        if law is None:
            return LawLine(None, (), (), ())
        steps = line_of([part_id(law.id, article)], register.successions)
        around = line_of([law.id], register.successions) if article else ()
        papers = _papers(archive, (*steps, *around))
        own = next((step for step in steps if step.key == part_id(law.id, article)), None)
        older = [row.document.sha256 for row in rows if own and is_older(row.document.date, own.since)]
        shown = _shown(steps, register, papers)
        return LawLine(law, shown, _shown(around, register, papers), _beside(archive, shown, own), tuple(older))


def _parts(
    archive: Archive, law: RegisteredLaw, register: Register, named: dict[str, list[tables.Named]]
) -> list[LawPart]:
    """The law as a whole, then its articles in the order of their numbers."""
    changed = {one.article for one in register.successions if one.law == law.id}
    changed |= {one.became_article for one in register.successions if one.became_law == law.id}
    numbers = ["", *sorted((named.keys() | changed) - {""}, key=_number)]
    lines = {number: line_of([part_id(law.id, number)], register.successions) for number in numbers}
    papers = _papers(archive, [step for line in lines.values() for step in line])
    parts = []
    for number, line in lines.items():
        rows = named.get(number, [])
        since = next((step.since for step in line if step.key == part_id(law.id, number)), "")
        said = tuple(_said(row, since) for row in rows)
        parts.append(LawPart(rows[0].group if rows else "", number, said, _shown(line, register, papers)))
    return parts


def _number(article: str) -> tuple[tuple[int, str], ...]:
    """So that 64 stands before 212."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in re.findall(r"\d+|\D+", article))


def _said(row: tables.Named, since: str) -> PartSaid:
    paper = paper_ref(row.document)
    place = unpack_place(row.mentions[0], paper.sha256, paper.symbol)
    return PartSaid(paper, place, tuple(row.said["roles"]), is_older(paper.date, since))


def _papers(archive: Archive, steps: Iterable[Step]) -> dict[str, int]:
    """By id, how many papers name it."""
    keys = {step.key for step in steps}
    rows = law_rows(archive).filter(key__in=keys).order_by() if keys else law_rows(archive).none()
    return dict(rows.values_list("key").annotate(papers=Count("document", distinct=True)))


def _shown(steps: Sequence[Step], register: Register, papers: dict[str, int]) -> tuple[LineStep, ...]:
    return tuple(
        LineStep(
            step.key,
            step.law,
            _law_name(step.law, register),
            step.article,
            step.since,
            step.until,
            papers.get(step.key, 0),
        )
        for step in steps
    )


def _law_name(law: str, register: Register) -> str:
    entry = register.laws.get(law) or unregistered(law, register.decisions)
    return entry.law.name


def _known_as(archive: Archive, law: RegisteredLaw, rows: Iterable[tables.Named]) -> tuple[NamedRow, ...]:
    """Names in papers that are this law by its name or an alias."""
    shown = name_rows(archive, {row.group for row in rows})
    return tuple(sorted(shown.values(), key=lambda row: (row.key != law.id, row.name)))


def _namesakes(law: RegisteredLaw, register: Register) -> tuple[RegisteredLaw, ...]:
    others = [entry.law for entry in register.laws.values() if entry.law.state == law.state and entry.law.id != law.id]
    mine, names = set(keys_of(law)), spellings(law)
    return tuple(other for other in others if mine & set(keys_of(other)) or names & spellings(other))


def _change_row(one: Change, register: Register) -> SuccessionRow:
    names = (_law_name(one.change.law, register), _law_name(one.change.became_law, register))
    return SuccessionRow(one.change, *names, one.decision)


def _ends(one: Change) -> tuple[str, str]:
    return one.change.law, one.change.became_law


def _is_about(decision: Judgement, law: str) -> bool:
    about = decision.target.removeprefix(kept.TARGET) == law
    return about or (decision.field == kept.BECAME and kept.change_of(decision).became_law == law)


def _found_in(register: Register, rows: Sequence[tables.Named]) -> tuple[RegisteredLaw | None, str]:
    """The law of the register that is meant, and the article; a law by its id goes before one by an alias."""
    laws = [entry.law for entry in register.laws.values()]
    for row in rows:
        for law in sorted(laws, key=lambda one: -len(one.id)):
            if (article := article_of(row.key, [law.id], none="-")) != "-":
                return law, article
    for row in rows:
        for law in laws:
            if row.folded in spellings(law) and row.document.state == law.state:
                return law, ""
            if (article := article_of(row.key, keys_of(law), none="-")) != "-":
                return law, article
    return None, ""


def _beside(archive: Archive, line: Sequence[LineStep], own: Step | None) -> tuple[OtherNumber, ...]:
    """Mentions of every other step of the line."""
    others = [step for step in line if own is None or step.key != own.key]
    rows = law_rows(archive).filter(key__in=[step.key for step in others]) if others else law_rows(archive).none()
    found: dict[str, list[tables.Named]] = {}
    for row in rows.select_related("document__reading").order_by("document__date", "document")[:_MOST_BESIDE]:
        found.setdefault(row.key, []).append(row)
    return tuple(
        OtherNumber(step, tuple(mention for row in found.get(step.key, ()) for mention in mentions_of(row)))
        for step in others
    )
