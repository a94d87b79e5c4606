"""Finds words in quotation marks and who says them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.extraction.papers.quotations_kind import is_term, is_title, kind_of_words
from onrecord.extraction.papers.quotations_spans import Quoted, quoted
from onrecord.extraction.papers.quotations_speaker import Speaker, speaker_after, speaker_before
from onrecord.extraction.papers.units import Paper, Role, Unit
from onrecord.model import Claim, Named, NamedKind, Quotation, Voice

_IN_BRACKETS = re.compile(r"\((?:(?:hereinafter|hereafter|or|also|referred to as|the)[\s,:]*)*$", re.IGNORECASE)
_READ = (Role.SENTENCE, Role.BULLET)


@dataclass(slots=True)
class _Known:
    """Names by where they stand, and who spoke last."""

    at: dict[int, Named]  # by the first character of each mention
    spoken: list[str] = field(default_factory=list)
    last: Speaker | None = None
    near: bool = False  # the last quotation stands in this paragraph or the one before
    paragraph: int = -1  # where the paragraph of the last quotation begins


def read_quotations(paper: Paper, names: tuple[Named, ...]) -> tuple[Quotation, ...]:
    """Every quotation of the paper's text, in order, with its speaker where one is named.

    A quotation that goes on behind "said Ada Lorn." in the same paragraph, or in the next one, has the same speaker.
    """
    known = _Known({mention.start: name for name in names for mention in name.mentions})
    found: list[Quotation] = []
    for units in _paragraphs(paper):
        start, end = units[0].start, units[-1].end
        text = paper.document.text
        spans = [span for span in quoted(text, start, end) if not _names_short_form(text, span)]
        known.near = known.near and bool(spans)
        for position, span in enumerate(spans):
            before = spans[position - 1].end + 1 if position and spans[position - 1].end < span.start else start
            after = next((other.start - 1 for other in spans[position + 1 :] if other.start > span.end), end)
            found.append(_quotation(paper, units, span, (before, after), known))
    return tuple(found)


def _names_short_form(text: str, span: Quoted) -> bool:
    """ "(the “Draft Law”)", "(“ECHR”)": what something is called from there on is no quotation."""
    opening = _IN_BRACKETS.search(text, max(span.start - 40, 0), span.start - 1)
    return opening is not None and text[span.end + 1 : span.end + 2] == ")"


def speakers_of_claims(quotations: Sequence[Quotation], claims: Sequence[Claim]) -> tuple[Quotation, ...]:
    """Quotations inside a claim that somebody else tells are that speaker's, where nobody else is named for them.

    Args:
        quotations: in the order of the text. claims: the same.
    """
    starts = [claim.place.start for claim in claims]
    return tuple(
        _with_speaker(quotation, claims[max(bisect_right(starts, quotation.place.start) - 2, 0) :][:3])
        for quotation in quotations
    )


def _with_speaker(quotation: Quotation, near: Sequence[Claim]) -> Quotation:
    if quotation.speaker or quotation.kind == "title":
        return quotation
    low, high = quotation.place.start, quotation.place.end
    for claim in near:
        inside = claim.place.start <= low + 1 and high <= claim.place.end + 1
        if inside and claim.voice is Voice.OTHER:
            return replace(quotation, speaker=claim.source)
    return quotation


def _paragraphs(paper: Paper) -> list[list[Unit]]:
    together: list[list[Unit]] = []
    for unit in paper.layout.units:
        if unit.role in _READ:
            if together and together[-1][-1].paragraph == unit.paragraph:
                together[-1].append(unit)
            else:
                together.append([unit])
    return together


def _quotation(paper: Paper, units: list[Unit], span: Quoted, around: tuple[int, int], known: _Known) -> Quotation:
    text = paper.document.text
    words = text[span.start : span.end]
    place = paper.place(span.start, span.end)
    first = next((unit for unit in units if unit.start <= span.start < unit.end), units[0])
    last = next((unit for unit in units if unit.start < span.end <= unit.end + 1), units[-1])
    prefix = text[max(around[0], first.start) : span.start - 1]
    suffix = text[span.end + 1 : min(around[1], last.end)]
    if is_title(words, prefix):
        return Quotation(words, place, "", "title")
    told = None if span.depth else speaker_after(suffix) or speaker_before(prefix)
    if is_term(words, prefix, suffix, told) or span.depth:
        return Quotation(words, place, "", "term")
    if told is None:
        speaker = known.last if _goes_on(prefix, suffix, known) else None
    else:
        base = span.end + 1 if told.behind else max(around[0], first.start)
        known.near = known.near and (known.paragraph == units[0].start or span.start <= units[0].start + 1)
        speaker = _resolved(told, known, (base + told.start, base + told.end), units[0].start)
    if speaker:
        known.last, known.near, known.paragraph = speaker, True, units[0].start
    return Quotation(words, place, speaker.name if speaker else "", kind_of_words(words, speaker))


def _goes_on(prefix: str, suffix: str, known: _Known) -> bool:
    """Whether the quotation makes up its sentence, so that it continues the one before it."""
    return known.near and not prefix.strip(" *(") and not suffix.strip(" *).,;")


def _resolved(told: Speaker, known: _Known, where: tuple[int, int], paragraph: int) -> Speaker:
    """The speaker by the fullest name known; a pronoun is whoever spoke last, or the one person named before."""
    if told.is_pronoun:
        return replace(told, name=_meant(told, known, where[0], paragraph))
    for at in range(*where):
        named = known.at.get(at)
        if named and (named.kind is NamedKind.PERSON or (named.kind is NamedKind.ORGANISATION and at - where[0] <= 4)):
            known.spoken.append(named.name)
            return replace(told, name=named.name, person=named.kind is NamedKind.PERSON)
    one_word = len(told.name.split()) == 1  # "Lorn" after "Ada Lorn"
    full = next((name for name in reversed(known.spoken) if one_word and name.split()[-1] == told.name), told.name)
    known.spoken.append(full)
    return replace(told, name=full)


def _meant(told: Speaker, known: _Known, start: int, paragraph: int) -> str:
    if known.near and known.last:
        return known.last.name
    before = {
        named.name for at, named in known.at.items() if paragraph <= at < start and named.kind is NamedKind.PERSON
    }
    return before.pop() if len(before) == 1 and told.name.casefold() in ("he", "she") else ""
