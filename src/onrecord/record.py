"""The front door for Python users: a file in, a :class:`Record` out. No archive, no database."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import settings
from onrecord.model import (
    AdvanceQuestion,
    Claim,
    CommitteeRecommendation,
    Communication,
    Comparison,
    Contributor,
    DialogueStatement,
    Document,
    Doubt,
    Event,
    Findings,
    FollowUpAnswer,
    Identity,
    Named,
    Note,
    Paragraph,
    PlanGoal,
    PositionStatement,
    Proposal,
    Quotation,
    Recommendation,
    SourceNote,
    Tally,
    ToldEvent,
)
from onrecord.model.label import Label, Labels

if TYPE_CHECKING:
    from onrecord.labelling.model_file import Floats

if TYPE_CHECKING:
    from onrecord.matching.ask_texts import Asking
    from onrecord.model.link import Repeats, Uptake


class Record:
    """One document and what it says. Everything is worked out when it is first asked for, and then kept.

    Args:
        document: as :func:`onrecord.reading.read` gives it.
    """

    def __init__(self, document: Document) -> None:
        self.document = document

    def __repr__(self) -> str:
        return f"<Record {self.document.metadata.name or self.document.sha256[:12]}>"

    @cached_property
    def findings(self) -> Findings:
        """All that was found, as one object."""
        from onrecord.extraction import extract

        return extract(self.document)

    @property
    def identity(self) -> Identity:
        """What the paper is, of which State and review, each with the reason why we think so."""
        return self.findings.identity

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """Every recommendation, in the order of the paper."""
        return self.findings.recommendations

    def by_ask(self) -> "Record":
        """The same paper, its items cut into their texts, each with the States that ask for it."""
        items = tuple(ask for item in self.findings.recommendations for ask in item.by_ask())
        cut = Record(self.document)
        cut.findings = replace(self.findings, recommendations=items)
        return cut

    def labels(self, *, threshold: float | None = None, model: str | Path | None = None) -> tuple[Labels, ...]:
        """What each recommendation is about, as the machine suggests it; in the order of ``recommendations``."""
        return tuple(label([item.text for item in self.recommendations], threshold=threshold, model=model))

    @property
    def positions(self) -> tuple[PositionStatement, ...]:
        """Every answer of the State that this paper holds, to its own items or to those of another paper."""
        return self.findings.positions

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How many were received, supported and noted, as somebody stated it."""
        return self.findings.tallies

    @property
    def dialogue(self) -> tuple[DialogueStatement, ...]:
        """Who said what in the interactive dialogue."""
        return self.findings.dialogue

    @property
    def questions(self) -> tuple[AdvanceQuestion, ...]:
        """Questions sent before the review."""
        return self.findings.questions

    @property
    def answers(self) -> tuple[FollowUpAnswer, ...]:
        """Passages that say which earlier recommendations they answer."""
        return self.findings.answers

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the paper says about facts: each statement with who says it, its notes, date and figures."""
        return self.findings.claims

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What the paper asks, of whom; calls of others that it only reports are marked as theirs."""
        return self.findings.proposals

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Words in quotation marks and who says them."""
        return self.findings.quotations

    @property
    def sources(self) -> tuple[SourceNote, ...]:
        """The notes with the sources they name; the same source twice is told."""
        return self.findings.sources

    @property
    def laws(self) -> tuple[Named, ...]:
        """Laws, articles and offences, each with its mentions."""
        return self.findings.laws

    @property
    def people(self) -> tuple[Named, ...]:
        """Persons, each with its mentions."""
        return self.findings.people

    @property
    def organisations(self) -> tuple[Named, ...]:
        """Organisations, bodies and offices, each with its mentions."""
        return self.findings.organisations

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened at a time, as the paper tells it."""
        return self.findings.events

    @property
    def contributors(self) -> tuple[Contributor, ...]:
        """Who sent information for a stakeholders' summary, joint submissions with their members."""
        return self.findings.contributors

    @property
    def committee_recommendations(self) -> tuple[CommitteeRecommendation, ...]:
        """What a Committee recommends, each with the concern it follows from."""
        return self.findings.committee_recommendations

    @property
    def communications(self) -> tuple[Communication, ...]:
        """The individual communication that Views are about."""
        return self.findings.communications

    @property
    def told_events(self) -> tuple[ToldEvent, ...]:
        """Dated facts of Views, as the author and as the State party tell them."""
        return self.findings.told_events

    @property
    def goals(self) -> tuple[PlanGoal, ...]:
        """Goals and measures of a national action plan, with who is responsible, until when, by what it is measured."""
        return self.findings.goals

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the extraction was unsure of."""
        return self.findings.doubts

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Paragraphs, headings, notes and table cells, in reading order."""
        return self.document.paragraphs

    @property
    def notes(self) -> tuple[Note, ...]:
        """Footnotes and endnotes, tied to their marks."""
        return self.document.notes


def read(source: str | Path | bytes, *, name: str = "") -> Record:
    """Read one document.

    Args:
        source: path of a file, or its bytes. What it is comes from the content, never from the name.
        name: what to call it where bytes are given.

    Returns:
        The record; the recommendations and all else are worked out when asked for.

    Raises:
        DocumentError: the file cannot be used; its classes say why (empty, locked, damaged, too large …).
    """
    from onrecord import reading

    return Record(reading.read(source, name=name))


def join(records: Iterable[Record]) -> tuple[Record, ...]:
    """The same papers, their recommendations with the history that all of them tell together.

    Args:
        records: papers of one review, in any order: the Working Group report, its addendum, the report of the Council …

    Returns:
        One record for each, in the same order. An item's ``history`` runs through all papers, and its ``position`` is
        the State's last word in them.
    """
    from onrecord.assessment import join_histories

    records = tuple(records)
    found = [record.findings for record in records]
    items = join_histories(
        tuple(item for findings in found for item in findings.recommendations),
        tuple(statement for findings in found for statement in findings.positions),
    )
    return tuple(_with_items(record, items) for record in records)


def compare(records: Iterable[Record]) -> tuple[Comparison, ...]:
    """Where papers tell the same otherwise, repeat each other, or name what may be the same.

    Args:
        records: papers of one State; one alone is compared with itself.

    Returns:
        Conflicts, copies and links (``kind``), each with ``verdict``, ``reason`` and ``members``: passages by the
        ``sha256`` of their paper and their ``place``. Nothing is chosen or corrected. A paper that is given twice
        counts once.
    """
    from onrecord.matching.papers import compare_papers

    papers = {record.document.sha256: record.findings for record in records}
    return compare_papers(tuple(papers.values()))


def uptake(
    proposals: "Iterable[Asking]", recommendations: "Iterable[Asking]", *, words_only: bool = False
) -> "tuple[Uptake, ...]":
    """Which recommendations take up which proposal: the same ask, the same subject, or none. Suggestions, no facts.

    Args:
        proposals: what an organisation asks: texts, ``{"id", "text"}``, or the proposals of a record.
        recommendations: what States recommended, in the same forms.
        words_only: leave meaning out, words and rules decide alone.

    Raises:
        ModelError: the model of meaning is missing, damaged or no model.

    Returns:
        For each proposal, in order, the decision with score and reasons, and the nearest recommendations.
    """
    from onrecord.matching.ask_texts import as_ask_texts
    from onrecord.matching.uptake import find_uptake

    model = None if words_only else meaning
    return find_uptake(as_ask_texts(proposals), as_ask_texts(recommendations), meaning=model)


def repeats(old: "Iterable[Asking]", new: "Iterable[Asking]", *, words_only: bool = False) -> "Repeats":
    """What became of earlier recommendations in a later list: the same ask, the same subject, dropped; what is new.

    Args:
        old: earlier recommendations: texts, ``{"id", "text"}``, or the recommendations of a record.
        new: later ones, in the same forms.
        words_only: leave meaning out, words and rules decide alone.
    """
    from onrecord.matching.ask_texts import as_ask_texts
    from onrecord.matching.repeats import find_repeats

    return find_repeats(as_ask_texts(old), as_ask_texts(new), meaning=None if words_only else meaning)


def label(
    texts: Iterable[str], *, threshold: float | None = None, model: str | Path | None = None, words: bool = True
) -> list[Labels]:
    """Suggest an action and issues for each text.

    Args:
        texts: recommendations or other asks, in English.
        threshold: probability from which a label is sure; None for the one that the model was measured with.
        model: a model file; None asks the settings (``ONRECORD_LABELS``), else it is the one that comes with Onrecord.
        words: also tell which words carried each label.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    from onrecord import labelling

    return labelling.label(texts, model=_path(model, settings.LABELS), threshold=threshold, words=words)


def crossed(text: str, labels: Labels) -> tuple[Label, ...]:
    """OHCHR's themes, persons affected and goals that follow by rule from a text's labels and words; none is sure."""
    from onrecord.labelling.crossed import crossed as followed

    return followed(text, labels)


def meaning(texts: Iterable[str], *, model: str | Path | None = None) -> "Floats":
    """A unit vector for each text: the nearer two are, the more alike the texts. A row of zeros for one without words.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    from onrecord import labelling

    return labelling.meaning(list(texts), model=_path(model, settings.MEANING))


def _path(given: str | Path | None, setting: settings.Setting) -> Path | None:
    path = given or settings.value(setting)
    return Path(path) if path else None


def _with_items(record: Record, items: Iterable[Recommendation]) -> Record:
    own = tuple(item for item in items if item.place.sha256 == record.document.sha256)
    joined = Record(record.document)
    joined.findings = replace(record.findings, recommendations=own)
    return joined
