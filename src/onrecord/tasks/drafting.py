"""First drafts from the record: State, review, subject, outline and a day → a paper of quotations with their notes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db.models import Q, QuerySet

from onrecord.model import ClaimKind, Modality
from onrecord.model.written import Block, Cited, WrittenPaper, blocks_of, marks_of, text_of
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.assessing import assessments_on
from onrecord.tasks.cited_rows import cited_claim, cited_proposal
from onrecord.tasks.citing import with_sentences
from onrecord.tasks.citing_tables import tables_of
from onrecord.tasks.comparing import refresh_comparisons
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.drafting_conflicts import conflicts_of, contradictions_of, copies_of
from onrecord.tasks.drafting_papers import Chosen, choose
from onrecord.tasks.drafting_subjects import saved_subject, speaks_of
from onrecord.tasks.followed_up import cited_assessments
from onrecord.tasks.papers_written import new_paper, paper_versions, save_paper, show_written
from onrecord.vocabulary import paper_words, published, rights, states
from onrecord.writing.drafts import Material, Said, Wish, draft_blocks
from onrecord.writing.redrafts import Merged, merge

_UNUSED = ("document__dates", "document__related", "document__reasons", "document__warnings")


Row = TypeVar("Row", tables.Claim, tables.Proposal)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that was saved, and what was left out of it because nothing tells when it was published."""

    paper: WrittenPaper
    sources: int  # papers that it was drafted from
    later: int  # papers that were published on the day asked for or after it
    undated: tuple[str, ...]  # papers of which it cannot be told; their labels
    inferred: tuple[tuple[str, str], ...] = ()  # label and reason of papers without a date that are older all the same


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A paper brought up to date, and what is offered for it."""

    paper: WrittenPaper
    offered: tuple[Block, ...]
    renewed: tuple[str, ...]
    edited: tuple[str, ...]
    gone: tuple[str, ...]


def draft_paper(  # noqa: PLR0913  # one for each choice that makes a draft
    archive: Archive,
    state: str,
    *,
    outline: str = "briefing",
    cycle: int | None = None,
    subject: str = "",
    before: str = "",
    language: str = "en",
    title: str = "",
    authors: Sequence[str] = (),
    who: str,
) -> Drafted:
    """Draft a paper from the record and save it.

    Args:
        archive: open.
        state: under review, ISO 3166-1 alpha-3.
        outline: a key of ``outlines.csv``.
        cycle: of the review that the paper is for.
        subject: words with commas between ("defender, lawyer"), any of which must stand in what is quoted or in the
            title of its paper; or a key of the vocabulary of rights ("assembly"); or the key or title of a saved
            subject ("Human rights defenders (wide)"); "" for everything.
        before: EDTF; only what was published before this day is used.
        language: of headings and notes.
        title: "" makes one of State and subject.
        authors: whose paper it is.
        who: the name of the person who drafts.

    Raises:
        NotAllowed: a State, outline, language or day that cannot be used.
    """
    if state not in states.codes():
        raise NotAllowed(f"“{state[:40]}” is no State that we know.", advice="Give an ISO 3166-1 alpha-3 code.")
    if before and not published.is_day(before):
        raise NotAllowed(f"“{before[:40]}” is no day.", advice="Write it as 2014-10-30.")
    paper = new_paper(
        archive,
        title or _title(state, subject, language),
        "",
        outline=outline,
        state=state,
        cycle=cycle,
        language=language,
        authors=authors,
        before=before,
        subject=subject,
        who=who,
    )
    blocks, chosen = _blocks(archive, paper)
    save_paper(archive, paper.id, text_of(blocks), based_on=1, who=who, reason="first draft from the record")
    return Drafted(show_written(archive, paper.id), len(chosen.used), chosen.later, chosen.undated, chosen.inferred)


def redraft_paper(
    archive: Archive, paper: str, *, who: str, based_on: int | None = None, take: Collection[str] = ()
) -> Redrafted:
    """Draft again and bring what nobody edited up to date; what is new is offered, and put in where ``take`` names it.

    Raises:
        NotFound: there is no such paper.
        WrittenConflict: somebody saved meanwhile; nothing is lost.
    """
    now = show_written(archive, paper)
    new, _ = _blocks(archive, now)
    old = blocks_of(now.current.text)
    seen = {block.id for version in paper_versions(archive, paper) for block in blocks_of(version.text) if block.id}
    merged: Merged = merge(old, new, seen=seen - {block.id for block in old}, take=take)
    save_paper(
        archive,
        paper,
        text_of(merged.blocks),
        based_on=based_on or now.current.number,
        who=who,
        reason="drafted again from the record",
    )
    return Redrafted(show_written(archive, paper), merged.offered, merged.renewed, merged.edited, merged.gone)


def _blocks(archive: Archive, paper: WrittenPaper) -> tuple[tuple[Block, ...], Chosen]:
    refresh_comparisons(archive)
    with archive.told_plainly():
        chosen = choose(archive, paper)
        material = _material(archive, paper, chosen)
    year = _since(archive, paper)
    return draft_blocks(Wish(paper.outline, paper.language, year), material), chosen


def _material(archive: Archive, paper: WrittenPaper, chosen: Chosen) -> Material:
    claims = _claims(archive, paper, chosen)
    narrowed, previous = _narrowed(archive, paper, paper.cycle), ""
    if paper.cycle and paper.cycle > 1:
        previous = _narrowed(archive, paper, paper.cycle - 1)
        # Before a review takes place the recommendations at hand are those of the review before.
        narrowed = narrowed if _rows(archive, paper, f"recommendations {narrowed}") else previous
    cited = [one.cited for one in claims]
    return Material(
        claims=claims,
        conflicts=conflicts_of(archive, paper, chosen, cited),
        contradictions=contradictions_of(archive, paper, chosen, cited),
        assessments=_assessments(archive, paper, (narrowed, previous)),
        asked=_narrowed(archive, paper, paper.cycle),
        proposals=_proposals(archive, paper, chosen),
        table=narrowed,
        previous=previous or narrowed,
        recommendations=_which(archive, paper, narrowed, previous or narrowed),
    )


def _claims(archive: Archive, paper: WrittenPaper, chosen: Chosen) -> tuple[Said, ...]:
    """Claims on the subject; of words that several papers copy from each other one stands for all."""
    rows = tables.Claim.objects.using(archive.alias).filter(document__in=chosen.used)
    right = _is_right(paper.subject)
    rows = rows.filter(right=paper.subject) if right else _on_subject(archive, rows, paper.subject, chosen)
    copied = copies_of(archive, paper.state)
    found, seen = [], set()
    for row in rows.select_related("document").defer(*_UNUSED).order_by("document__date", "document", "order"):
        group = copied.get(row.key, row.key)
        if group in seen:
            continue
        seen.add(group)
        found.append(
            Said(
                cited_claim(row),
                ClaimKind(row.kind),
                date=row.date,
                figures=row.has_figure,
                sourced=bool(row.said["notes"]),
                firm=row.modality == Modality.ASSERTED.value,
            )
        )
    whole = with_sentences(archive, [one.cited for one in found])
    return tuple(replace(one, cited=cited) for one, cited in zip(found, whole, strict=True))


def _proposals(archive: Archive, paper: WrittenPaper, chosen: Chosen) -> tuple[Cited, ...]:
    rows = tables.Proposal.objects.using(archive.alias).filter(document__in=chosen.used, voice="publisher")
    if not paper.subject or not _is_right(paper.subject):
        rows = _on_subject(archive, rows, paper.subject, chosen)
    ordered = rows.select_related("document").defer(*_UNUSED).order_by("-document__date", "document", "order")
    return tuple(
        cited_proposal(row) for row in ordered if not _is_right(paper.subject) or paper.subject in row.said["rights"]
    )


def _is_right(subject: str) -> bool:
    return subject in set(rights.keys())


def _on_subject(archive: Archive, rows: QuerySet[Row], subject: str, chosen: Chosen) -> QuerySet[Row]:
    """Rows on the subject: by their own words, or by the title of their paper."""
    if not subject:
        return rows
    speaks = speaks_of(archive, subject)
    keys = [key for key, text in rows.values_list("pk", "folded") if speaks(text)]
    return rows.filter(Q(pk__in=keys) | Q(document__in=chosen.on_subject))


def _narrowed(archive: Archive, paper: WrittenPaper, cycle: int | None) -> str:
    """How the table of recommendations is narrowed, as its directive says it."""
    parts = [f"state={paper.state}"] + ([f"cycle={cycle}"] if cycle else [])
    if not _is_right(paper.subject) and (known := saved_subject(archive, paper.subject)):
        return " ".join([*parts, f"subject={known.key}"])
    words = _right_in_words(paper.subject) if _is_right(paper.subject) else paper.subject
    return " ".join([*parts, *([f'words="{words.replace(chr(34), "")}"'] if words else [])])


def _right_in_words(key: str) -> str:
    """A right as words to look for in recommendations, until these carry labels."""
    return key.replace("_", " ").replace("-", " ")


def _which(archive: Archive, paper: WrittenPaper, narrowed: str, previous: str) -> frozenset[str]:
    """Which tables would have rows, and whether anybody assessed one of the recommendations."""
    asked = {
        "any": f"recommendations {narrowed}",
        "supported": f"recommendations {narrowed} position=supported",
        "noted": f"recommendations {narrowed} position=noted",
        "previous": f"recommendations {previous}",
        "proposals": f"proposals {_narrowed(archive, paper, paper.cycle)} own=yes",
    }
    found = {name: _rows(archive, paper, words) for name, words in asked.items()}
    levels = any(one.followed for name in ("any", "previous") for one in found[name])
    return frozenset([*(name for name, rows in found.items() if rows), *(["assessed"] if levels else [])])


def _rows(archive: Archive, paper: WrittenPaper, words: str) -> tuple[Cited, ...]:
    """The rows of a table that is asked for so."""
    marks, _ = marks_of(f"[@table: {words}]")
    (rows,), _ = tables_of(archive, marks, before=paper.before, language=paper.language)
    return rows


def _assessments(archive: Archive, paper: WrittenPaper, narrowed: Collection[str]) -> tuple[Cited, ...]:
    """What voices say of the recommendations at hand, in the order of these."""
    rows = [
        one for words in dict.fromkeys(narrowed) if words for one in _rows(archive, paper, f"recommendations {words}")
    ]
    keys = [one.id.partition(":")[2] for one in rows if one.followed]
    ids = [voice.last.id for voices in assessments_on(archive, keys).values() for voice in voices]
    found = cited_assessments(archive, ids, before=paper.before, language=paper.language)
    order = {key: place for place, key in enumerate(keys)}
    return tuple(sorted(found, key=lambda one: order[f"{one.paper.symbol}#{one.number}"]))


def _since(archive: Archive, paper: WrittenPaper) -> str:
    """The year of the review before, or of this one: since when something is looked for."""
    rows = tables.Document.objects.using(archive.alias).filter(state=paper.state, kind="Working Group report")
    dates = [date for date in rows.order_by("date").values_list("date", flat=True) if date]
    if paper.before:
        dates = [date for date in dates if published.before(date, paper.before)]
    return dates[-1][:4] if dates else ""


def _title(state: str, subject: str, language: str) -> str:
    known = paper_words.LANGUAGES
    name = states.name(state, language if language in known else "en")
    told = paper_words.say("title", language if language in known else "en", State=name, subject=subject)
    return told if subject else name
