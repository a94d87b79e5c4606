"""Cuts the sentences of a paper into claims and says of each who says it, on which source, and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extraction.content_ids import ContentIds
from onrecord.extraction.papers.claim_kinds import kind_of
from onrecord.extraction.papers.claim_notes import notes_of
from onrecord.extraction.papers.claims_dates import Dates
from onrecord.extraction.papers.claims_parties import parties_of
from onrecord.extraction.papers.claims_unsaid import why_no_claim
from onrecord.extraction.papers.clauses import Clause, clauses_of
from onrecord.extraction.papers.clauses_parts import words_of
from onrecord.extraction.papers.clauses_sentence import VERBS
from onrecord.extraction.papers.clauses_words import Word
from onrecord.extraction.papers.dates_told import ToldDate, dates_in
from onrecord.extraction.papers.dates_unstated import covered
from onrecord.extraction.papers.figures import figures_in
from onrecord.extraction.papers.modality import modality_of
from onrecord.extraction.papers.other_dates import dates_in_language
from onrecord.extraction.papers.other_figures import figures_in_language
from onrecord.extraction.papers.other_voices import asks_in_language, told_in_language
from onrecord.extraction.papers.rights_of import Context, rights_of
from onrecord.extraction.papers.units import Paper, Role, Unit
from onrecord.extraction.papers.voices_running import (
    Ordered,
    Voices,
    bodies_named,
    own_names,
    paragraph_text,
    people_named,
)
from onrecord.model import PUBLISHER, Claim, Figure, Named, Place, Proposal, Quotation, Voice
from onrecord.vocabulary.other_languages import LANGUAGES

_DATELINE = re.compile(
    r"[\W_]*[A-ZÀ-ÖØ-Þ][\w'’.-]+(?:[ ,/]+[A-ZÀ-ÖØ-Þ][\w'’.-]+){0,4}\)?"
    r"(?:[ ,(]+(?:\d{1,2} \w+,? \d{4}|\w+ \d{1,2}, \d{4})\)?)?[\s\u00a0]*[-–—][\s\u00a0]+(?=\w)"
)
_LONGEST_LABEL = 12  # words
_LONGEST_LEAD_IN = 7  # words and colon of "Description of the situation:"
_LONGEST_WHEN = 7
_TIME_WORDS = ("In", "On", "By", "Since", "During", "Until", "in", "on")
_SHORTEST = 2  # words and stop of "No."
_MOST_OF_A_UNIT = 0.6  # a proposal that covers so much of a sentence leaves no claim in it


@dataclass(slots=True)
class _Reader:
    paper: Paper
    voices: Voices
    dates: Dates
    proposals: Ordered[Proposal]
    context: Context
    ids: ContentIds
    sentence: Place | None = None  # of the unit at hand
    counted: tuple[int, str] = (-1, "")  # the paragraph, and what it counted last

    def counted_before(self, unit: Unit) -> str:
        """What the paragraph of the unit counted last before it."""
        return self.counted[1] if self.counted[0] == unit.paragraph else ""


def read_claims(
    paper: Paper,
    names: tuple[Named, ...],
    laws: tuple[Named, ...],
    proposals: tuple[Proposal, ...],
    quotations: tuple[Quotation, ...],
) -> tuple[Claim, ...]:
    """Every claim of the paper, in its order.

    Args:
        paper: the paper, with its layout.
        names: persons and organisations, for the publisher's own names and places of action.
        laws: laws named; what is said of one is a claim about a law.
        proposals: what the paper asks; the publisher's own are no claims.
        quotations: quoted speech with its speakers.
    """
    text = paper.document.text
    voices = Voices(
        paper, own_names(paper, names), Ordered(quotations), people_named(paper, names), bodies_named(paper, names)
    )
    own = Ordered(p for p in proposals if p.voice is Voice.PUBLISHER)
    reader = _Reader(
        paper,
        voices,
        Dates(text, paper.identity.date, _covered(paper)),
        own,
        Context(paper),
        ContentIds(paper.document.sha256),
    )
    claims: list[Claim] = []
    for at, unit in enumerate(paper.layout.units):
        reader.context.enter(unit)
        if unit.says_something:
            claims += _claims_of(reader, at, unit)
        elif unit.role in (Role.HEADING, Role.TITLE):
            reader.dates.see(unit.start, unit.end)
    return tuple(claims)


def _covered(paper: Paper) -> int:
    """The past year that the paper reports on by its title, 0 if none."""
    titles = (paper.text(unit.start, unit.end) for unit in paper.layout.units if unit.role is Role.TITLE)
    return next((year for title in titles if (year := covered(title, paper.identity.date))), 0)


def _claims_of(reader: _Reader, at: int, unit: Unit) -> Iterator[Claim]:
    text = reader.paper.document.text
    if (language := reader.paper.document.language) not in ("", "en"):
        if language not in LANGUAGES or not asks_in_language(text, unit.start, unit.end, language=language):
            yield _whole(reader, at, unit)
        return
    begin = _behind_dateline(text, unit)
    words = words_of(text, begin, unit.end)
    reader.voices.enter(unit, words)
    reader.dates.enter(begin, unit.end, unit.paragraph, goes_on=reader.voices.same_as_before)
    if _asked(reader, unit.start, unit.end) >= _MOST_OF_A_UNIT or why_no_claim(
        text[unit.start : unit.end], told=reader.voices.tells
    ):
        return
    if _is_label(words, text[unit.end - 1]):
        return
    figures = figures_in(text, unit.start, unit.end, counted=reader.counted_before(unit))
    if figures:
        reader.counted = (unit.paragraph, figures[-1].what.removeprefix("% "))
    words = reader.voices.without_cues(words)
    clauses = clauses_of(words, figures, [offset for offset, _ in unit.marks])
    spans = [(clause.start, clause.end) for clause in clauses]
    reader.sentence = reader.paper.place(unit.start, unit.end)
    for which, clause in enumerate(clauses):
        if _asked(reader, clause.start, clause.end) < _MOST_OF_A_UNIT and not _only_when(text, clause):
            notes = notes_of(reader.paper.layout.units, at, spans, which)
            yield _claim(reader, unit, clause, figures, notes)


def _whole(reader: _Reader, at: int, unit: Unit) -> Claim:
    """A sentence as it stands: no other language than English is cut, and nothing is said of kind or right.

    In French and Russian it has its speaker, date and figures; in others these are not read.
    """
    paper, language = reader.paper, reader.paper.document.language
    text = paper.document.text
    known = language in LANGUAGES
    told = told_in_language(text, unit.start, unit.end, language=language) if known else None
    own = told is None or reader.voices.is_own(told.source)
    start, end = _trimmed(text, *((told.start, told.end) if told else (unit.start, unit.end)))
    dates = list(dates_in_language(text, unit.start, unit.end, language=language, paper=paper.identity.date))
    spans = [(date.start, date.end) for date in dates]
    words = paper.text(start, end)
    notes, of_paragraph = notes_of(paper.layout.units, at, [(start, end)], 0)
    why = f"the whole sentence: sentences are cut into claims in English only, this is {language!r}"
    reasons = [("claim", why), ("source", told.reason if told else ""), ("date", _dated(text, dates))]
    return Claim(
        reader.ids.of("claim", words),
        words,
        paper.place(start, end),
        paper.place(unit.start, unit.end),
        source=PUBLISHER if told is None or own else told.source,
        voice=Voice.PUBLISHER if own else Voice.OTHER,
        notes=notes,
        notes_of_paragraph=of_paragraph,
        date=dates[0].value if dates else "",
        figures=figures_in_language(text, unit.start, unit.end, language=language, dates=spans) if known else (),
        reasons=tuple((what, reason) for what, reason in reasons if reason),
    )


def _dated(text: str, dates: Sequence[ToldDate]) -> str:
    return text[dates[0].start : dates[0].end] if dates else ""


def _behind_dateline(text: str, unit: Unit) -> int:
    """Where the words of a unit begin behind "(Geneva) – " or "Geneva, 3 May 2016 - "."""
    dashed = any(text.find(dash, unit.start, unit.end) >= 0 for dash in "-–—")
    match = _DATELINE.match(text, unit.start, unit.end) if dashed else None
    is_dateline = match is not None and ("(" in match.group() or any(sign.isdigit() for sign in match.group()))
    return match.end() if match and is_dateline else unit.start


def _is_label(words: Sequence[Word], last: str) -> bool:
    """Whether a line has neither a verb nor a stop: "Civil and political rights", "Background information:"."""
    if any(word.part in VERBS for word in words):
        return False
    if len(words) <= (_LONGEST_LEAD_IN if last == ":" else _SHORTEST):
        return True  # "No."
    return last not in '.;:,!”"' and len(words) < _LONGEST_LABEL


def _only_when(text: str, clause: Clause) -> bool:
    """ "In November 2022", cut off from its sentence: tells when, and nothing else."""
    if len(clause.words) > _LONGEST_WHEN or any(word.part in VERBS for word in clause.words):
        return False
    return any(
        text[clause.start : told.start].strip() in _TIME_WORDS and not text[told.end : clause.end].strip(" ,.")
        for told in dates_in(text, clause.start, clause.end)
    )


def _asked(reader: _Reader, start: int, end: int) -> float:
    """How much of a stretch is asked by the publisher itself."""
    places = [proposal.place for proposal in reader.proposals.around(start, end)]
    if not places:
        return 0.0
    shared = sum(max(0, min(end, place.end) - max(start, place.start)) for place in places)
    return shared / max(1, end - start)


def _claim(
    reader: _Reader,
    unit: Unit,
    clause: Clause,
    figures: Sequence[Figure],
    notes: tuple[tuple[str, ...], tuple[str, ...]],
) -> Claim:
    paper = reader.paper
    speaker = reader.voices.at(clause.start, clause.end)
    start = speaker.cue if clause.start < speaker.cue < clause.end else clause.start
    start, end = _trimmed(paper.document.text, start, clause.end)
    words = paper.text(start, end)
    whole = paper.text(clause.start, clause.end)
    kind, kind_reason = kind_of(words if speaker.manner == "say" else whole, manner=speaker.manner)
    modality, modality_reason = modality_of(words, opener=clause.opener, manner=speaker.manner)
    sentence = paper.text(unit.start, unit.end)
    rights, rights_reason = rights_of(
        words, sentence, paragraph_text(paper, unit), kind, around=reader.context.weights()
    )
    date, implied, date_reason = reader.dates.of(clause, min(speaker.begin, clause.start), speaker.cue)
    where, body, victims = parties_of(clause.words, words)
    reasons = {
        "claim": f"cut by the rule: {clause.opener}" if clause.opener != "sentence" else "",
        "source": speaker.reason,
        "kind": kind_reason,
        "modality": modality_reason,
        "rights": rights_reason,
        "date": date_reason,
    }
    return Claim(
        reader.ids.of("claim", words),
        words,
        paper.place(start, end),
        reader.sentence or paper.place(unit.start, unit.end),
        kind,
        speaker.source,
        speaker.voice,
        modality,
        *notes,
        date=date,
        date_implied=implied,
        where=where,
        figures=tuple(figure for figure in figures if start <= figure.start < end),
        state_body=body,
        victims=victims,
        rights=rights,
        reasons=tuple((what, why) for what, why in reasons.items() if why),
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks, bold marks, commas and blanks at the ends."""
    while start < end and (text[start].isspace() or text[start] in ',;:–—-•*“”"‘«»'):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ',;:.*“”"–—«»'):
        end -= 1
    return start, end
