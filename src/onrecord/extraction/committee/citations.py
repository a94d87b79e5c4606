"""What the notes of summaries and compilations cite: contributors, UN documents and bodies, "ibid.", "see also"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extraction.committee.contributors import Names
from onrecord.model import Citation, Document, Note
from onrecord.vocabulary import symbols, un_sources

_SEE_ALSO = re.compile(r"\bsee\s+also\b\s*:?", re.IGNORECASE)
_ABOUT_RECOMMENDATIONS = re.compile(r"\s*For\s+(?:the\s+|relevant\s+)*recomm[ae]ndations?\b", re.IGNORECASE)
_LISTS = re.compile(r"\b(?:stakeholders?\s+listed\s+below|following\s+abbreviations)\b", re.IGNORECASE)
_IBID = re.compile(r"\b(?:ibid|idem|loc\.\s*cit)\b\.?", re.IGNORECASE)
_HEAD = re.compile(r"(?:^|[;,.:]\s+|\band\s+|\bthe\s+|\balso\s*:?\s+|\bSee\s+)(?P<word>[A-Z][\w’'-]*(?:/[\w’'-]+)*)")
_IN_BRACKETS = re.compile(r"\([^()]{12,}\)")
_PINPOINT = re.compile(
    r"\b(?:pp?|pages?|paras?|paragraphs?|arts?|annex)\b\.?\s*(?:and\s+)?[\dIVX][^;]*?(?=[;.]\s+[A-Z]|;|\.?$)"
)
_NORMLEX = re.compile(r"\bnormlex\b|\bILOLEX\b|\bilo\.org\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """A source named in a note: where its words stand, what it is."""

    start: int
    end: int
    source: str
    document: str = ""
    reason: str = ""


def citations_of(document: Document, names: Names, symbol: str = "") -> tuple[Citation, ...]:
    """Every source that the notes name, in their order.

    Args:
        document: a stakeholders' summary or a compilation, as read.
        names: the contributors; without any the sources are those of the United Nations.
        symbol: of the document, for the places.
    """
    found: list[Citation] = []
    last: _Named | None = None
    for note in document.notes:
        if _ABOUT_RECOMMENDATIONS.match(note.text) or _LISTS.search(note.text[:200]) or not note.mark.isdigit():
            continue
        named = list(_with_ibid(note.text, _named(note.text, names), last))
        last = named[-1] if named else last
        found += _citations(document, note, named, symbol)
    return tuple(found)


def _named(text: str, names: Names) -> list[_Named]:
    """The sources that a note names, from left to right."""
    if names.contributors:
        return list(_contributors(text, names))
    cited = [_Named(start, end, _body(symbol), symbol.text) for start, end, symbol in symbols.find_all(text)]
    covered = [(one.start, one.end) for one in cited]
    for mention in un_sources.mentions(text):
        inside = any(start <= mention.start < end for start, end in covered)
        if not inside and not any(one.source == mention.key for one in cited) and not _describes(text, mention, cited):
            cited.append(_Named(mention.start, mention.end, mention.key))
    if not cited and (match := _NORMLEX.search(text)):
        cited.append(_Named(match.start(), match.end(), "CEACR", "", "The address is that of the ILO's comments."))
    return _one_body(sorted(cited, key=lambda one: one.start))


def _one_body(cited: list[_Named]) -> list[_Named]:
    """The committee of experts speaks within its organisation: both named in one note are one source."""
    keys = {one.source for one in cited}
    return [one for one in cited if not (one.source == "ILO" and "CEACR" in keys)]


def _describes(text: str, mention: un_sources.UnMention, cited: Sequence[_Named]) -> bool:
    """Whether the words only describe a document: "Concluding observations of the Committee … (CRC/C/ARV/CO/2)"."""
    after = text[mention.end : mention.end + 4].lstrip()
    return any(one.start - mention.end <= 3 and one.start > mention.end for one in cited) and after.startswith("(")


def _body(symbol: symbols.Symbol) -> str:
    """The key of the body whose papers bear such symbols; "" for papers of the Council and the Assembly."""
    return symbol.body if symbol.body in un_sources.names() else ""


def _contributors(text: str, names: Names) -> Iterator[_Named]:
    masked = _IN_BRACKETS.sub(lambda match: " " * len(match.group()), text)
    for match in _HEAD.finditer(masked):
        word = match["word"]
        if sum(map(str.isupper, word)) >= 2 and (resolved := names.find(word)):
            yield _Named(match.start("word"), match.end("word"), resolved[0], "", resolved[1])


def _with_ibid(text: str, named: Sequence[_Named], last: _Named | None) -> Iterator[_Named]:
    """The named sources with "ibid." among them, which means the last source named before it."""
    found = [*named, *(_Named(m.start(), m.end(), "ibid") for m in _IBID.finditer(text))]
    for one in sorted(found, key=lambda one: one.start):
        if one.source != "ibid":
            last = one
        elif last is not None:
            words = last.document or last.source
            last = _Named(one.start, one.end, last.source, last.document, f"“Ibid.” means {words}.")
        else:
            continue
        yield last


def _citations(document: Document, note: Note, named: Sequence[_Named], symbol: str) -> Iterator[Citation]:
    also_from = _also(note.text)
    for i, one in enumerate(named):
        stop = named[i + 1].start if i + 1 < len(named) else len(note.text)
        pinpoint = _PINPOINT.search(note.text, one.end, stop)
        yield Citation(
            note=note.mark,
            source=one.source,
            document=one.document,
            at=pinpoint.group().strip(" .;,") if pinpoint else "",
            also=one.start > also_from,
            place=document.place(note.start + one.start, note.start + one.end, symbol=symbol, paragraph=note.mark),
            reason=one.reason,
        )


def _also(text: str) -> int:
    """Where the sources begin that say the like; behind the end if there are none."""
    match = _SEE_ALSO.search(text)
    return match.start() if match else len(text)
