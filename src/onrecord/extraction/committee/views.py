"""Views of treaty bodies: who tells what, both versions of the facts, what was found and what the State has to do."""

import re
from collections.abc import Iterator, Sequence

from onrecord.extraction.committee.sides import AUTHOR, COMMITTEE, STATE, Part, Told, parts_of, sections_of, told_in
from onrecord.extraction.committee.told_events import told_events
from onrecord.extraction.content_ids import ContentIds
from onrecord.extraction.papers.claim_kinds import kind_of
from onrecord.extraction.papers.dates_told import date_of, dates_in
from onrecord.extraction.papers.figures import figures_in
from onrecord.extraction.papers.modality import modality_of
from onrecord.extraction.papers.rights_of import rights_of
from onrecord.model import PUBLISHER, Claim, CommitteeDate, Communication, Document, Findings, Identity, Place, Voice

_AUTHOR_IS = re.compile(
    r"\bThe\s+(?:authors?|complainants?|petitioners?)\s+of\s+the\s+(?:communication|complaint|petition)\s+(?:is|are)\s+"
    r"(?P<who>.+?)(?=,\s+(?:an?|both|all|born|nationals?|citizens?|who)\b|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)\.\s|\s+\(born)",
)
_TITLE = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Messrs)\.?\s+")
_ARTICLE = r"\d{1,3}(?:\s?\(\d{1,2}\))?(?:\s?\([a-z]\)(?:[,\s]+(?:and\s+)?\([a-z]\))*)?"
_ARTICLES = re.compile(
    rf"\barticles?\s+(?P<list>{_ARTICLE}(?:(?:,|\s+and|\s+or|,?\s*read\s+(?:alone\s+and\s+)?in\s+conjunction\s+with|"
    rf"\s+and\s+in\s+conjunction\s+with|,?\s*read\s+alone|\s+in\s+conjunction\s+with|\s*,?\s+articles?)[\s,]*"
    rf"(?:articles?\s+)?(?:{_ARTICLE})?)*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(_ARTICLE)
_LAST_ARTICLE = 93  # of the longest treaty that a treaty body watches over, on migrant workers
_OTHER_LAW = re.compile(
    r"^[^.;]{0,40}?\bof\s+the\s+(?:Optional\s+Protocol|Criminal|Penal|Code|Law|Constitution|Civil|Administrative|[A-Z]\w+\s+Code"
    r"|[\w-]+\s+(?:Code|Law|Act))"
)
_FINDS = re.compile(
    r"\bdiscloses?\s+(?:a\s+)?violations?\b|\b(?:finds?|concludes?)\s+that\s+the\s+State\s+party\s+(?:has\s+)?violated\b",
    re.I,
)
_ACTING = re.compile(r"\bacting\s+under\s+article\b", re.IGNORECASE)
_INADMISSIBLE = re.compile(r"\binadmissible\b", re.IGNORECASE)
_OBLIGED = re.compile(
    r"\bState\s+party\s+is\s+(?:also\s+|therefore\s+)?(?:under\s+an\s+obligation|obligated|obliged|requested)\b|\bThis\s+requires"
    r"\s+it\b|\bThat\s+requires\s+it\b|\bshould\s+also\s+(?:publish|take)\b|\bwishes\s+to\s+receive\b",
    re.IGNORECASE,
)
_TERM = re.compile(r"\bwithin\s+(?P<term>\d{1,3}\s+(?:days|months))\b", re.IGNORECASE)
_HEAD_DATES = (
    ("communication", re.compile(r"\bDate\s+of\s+(?:communication|complaint)\s*:?\s*(?=\d|[A-Z])", re.IGNORECASE)),
    ("adoption", re.compile(r"\bDate\s+of\s+adoption\s+of\s+(?:the\s+)?(?:Views|decision)\s*:?\s*", re.IGNORECASE)),
    (
        "entry into force",
        re.compile(r"\bentered\s+into\s+force\s+for\s+(?:the\s+State\s+party|\w+)\s+on\s+", re.IGNORECASE),
    ),
)


def read_views(document: Document, identity: Identity) -> Findings:
    """Sections, claims by side, the communication with its dates, articles and remedies, and dated events.

    ``Claim.source`` is "author", "State party" or, for the Committee's own words, the publisher.
    """
    ids = ContentIds(document.sha256)
    told = [(one, ids.of("claim", document.text[one.start : one.end])) for one in told_in(document)]
    parts = parts_of(document)
    marks = _marks(document)
    return Findings(
        identity,
        claims=tuple(_claim(document, identity, one, (key, _notes(marks, one))) for one, key in told),
        sections=sections_of(document, identity),
        communications=_communication(document, identity, [one for one, _ in told], parts),
        told_events=tuple(told_events(document, identity, told)),
    )


def _marks(document: Document) -> dict[int, list[tuple[int, str]]]:
    """Where note marks stand, by the index of their paragraph."""
    found: dict[int, list[tuple[int, str]]] = {}
    for note in document.notes:
        if note.paragraph is not None and note.mark_at is not None:
            found.setdefault(note.paragraph, []).append((note.mark_at, note.mark))
    return found


def _claim(document: Document, identity: Identity, told: Told, key: tuple[str, tuple[str, ...]]) -> Claim:
    text = document.text[told.start : told.end]
    place = document.place(told.start, told.end, symbol=identity.symbol, paragraph=told.paragraph)
    kind, why_kind = kind_of(text, manner="")
    modality, why_modality = modality_of(text, opener="sentence", manner="")
    rights, why_rights = rights_of(text, "", "", kind)
    date = date_of(document.text, told.start, told.end) if any(map(str.isdigit, text)) else None
    own = told.by == COMMITTEE
    reasons = {
        "source": "" if own else "told by the Committee" if told.restated else "by the heading of its part",
        "kind": why_kind,
        "modality": why_modality,
        "rights": why_rights,
    }
    return Claim(
        id=key[0],
        text=text,
        place=place,
        sentence=place,
        kind=kind,
        source=PUBLISHER if own else told.by,
        voice=Voice.PUBLISHER if own else Voice.OTHER,
        modality=modality,
        notes=key[1],
        date=date.value if date else "",
        figures=figures_in(document.text, told.start, told.end),
        rights=rights,
        reasons=tuple((name, why) for name, why in reasons.items() if why),
    )


def _notes(marks: dict[int, list[tuple[int, str]]], told: Told) -> tuple[str, ...]:
    return tuple(mark for at, mark in marks.get(told.index, ()) if told.start < at <= told.end)


def _communication(
    document: Document, identity: Identity, told: Sequence[Told], parts: Sequence[Part]
) -> tuple[Communication, ...]:
    text = document.text
    named = _AUTHOR_IS.search(text)
    own = [one for one in told if one.by == COMMITTEE and not one.restated]
    first = [one for one in told if one.paragraph in ("1", "1.1") or (one.by == AUTHOR and not one.restated)]
    merits = [one for one in own if _FINDS.search(text[one.start : one.end])]
    final = [one for one in merits if _ACTING.search(text[one.start : one.end])] or merits
    found = [one for one in merits if any(one.index == last.index for last in final)]
    after = [one for one in own if found and one.start > found[0].start]
    inadmissible = {
        one.index for one in told if _INADMISSIBLE.search(text[one.start : one.end]) and _considers(parts, one)
    }
    communication = Communication(
        authors=_authors(named["who"]) if named else (),
        state=identity.state,
        invoked=_articles(text, [one for one in first if _claims_violation(text, one)]),
        violated=_articles(text, found),
        inadmissible=_articles(text, [one for one in told if one.index in inadmissible]),
        remedies=tuple(_place(document, identity, one) for one in after if _OBLIGED.search(text[one.start : one.end])),
        dates=tuple(_dates(document, identity, [one for one in told if not _tells_facts(parts, one)])),
    )
    return (communication,) if communication.authors or communication.violated else ()


def _considers(parts: Sequence[Part], told: Told) -> bool:
    """Whether a sentence stands in the Committee's own consideration."""
    return any(part.by == COMMITTEE and part.title and part.start <= told.start < part.end for part in parts)


def _tells_facts(parts: Sequence[Part], told: Told) -> bool:
    """Whether a sentence of the author stands under the facts or the complaint, not among its comments."""
    part = next((part for part in parts if part.start <= told.start < part.end), None)
    return told.by == AUTHOR and part is not None and not _COMMENTS.search(part.title)


def _authors(words: str) -> tuple[str, ...]:
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", words)
    return tuple(_TITLE.sub("", part.strip()) for part in parts if part.strip())


def _claims_violation(text: str, told: Told) -> bool:
    return re.search(r"\bviolat|\bclaims?\b|\brights?\s+under\b|\bbreach", text[told.start : told.end]) is not None


def _articles(text: str, told: Sequence[Told]) -> tuple[str, ...]:
    """Articles of the treaty, in their order, that these sentences name; those of other laws are left out."""
    found: dict[str, None] = {}
    for one in told:
        for match in _ARTICLES.finditer(text, one.start, one.end):
            if not _OTHER_LAW.match(text[match.end() : match.end() + 90]) and not _acts(text, match):
                found |= dict.fromkeys(" ".join(number.split()) for number in _NUMBER.findall(match["list"]))
    numbers = {article: [int(part) for part in re.findall(r"\d+", article)] for article in found}
    return tuple(sorted((one for one in found if numbers[one][0] <= _LAST_ARTICLE), key=lambda one: numbers[one]))


def _acts(text: str, match: re.Match[str]) -> bool:
    """ "acting under article 5 (4) of the Optional Protocol" names no right."""
    return re.search(r"\bacting\s+under\s+$", text[max(0, match.start() - 16) : match.start()]) is not None


def _dates(document: Document, identity: Identity, told: Sequence[Told]) -> Iterator[CommitteeDate]:
    """Dates of the proceedings: head of the Views, first paragraphs of observations and comments, the term to reply."""
    text = document.text
    for what, pattern in _HEAD_DATES:
        match = pattern.search(text)
        date = date_of(text, match.end(), match.end() + 40) if match else None
        if match and date:
            yield _date(document, identity, what, date.value, (match.start(), date.end))
    for one in told:
        words = text[one.start : one.end]
        if one.by in (AUTHOR, STATE) and not one.restated and (sent := _SENT.search(words)):
            date = next(iter(dates_in(text, one.start, one.start + sent.end())), None) or date_of(
                text, one.start, one.end
            )
            what = "observations" if one.by == STATE else "comments"
            if date and "/" not in date.value:
                yield _date(document, identity, what, date.value, (one.start, one.end))
        elif one.by == COMMITTEE and (term := _TERM.search(words)):
            yield _date(document, identity, "reply due", term["term"], (one.start, one.end))


_COMMENTS = re.compile(r"\b(?:comments?|further|submissions?|information)\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:State\s+party\s+(?:submitted|provided|transmitted|reiterated|presented)\s+(?:its|further|additional|supplementary)"
    r"|(?:authors?|complainants?|counsel)\s+(?:provided|submitted|responded|commented|informed|replied|presented)\b)",
    re.IGNORECASE,
)


def _date(document: Document, identity: Identity, what: str, date: str, span: tuple[int, int]) -> CommitteeDate:
    return CommitteeDate(what, date, document.text[slice(*span)], document.place(*span, symbol=identity.symbol))


def _place(document: Document, identity: Identity, told: Told) -> Place:
    return document.place(told.start, told.end, symbol=identity.symbol, paragraph=told.paragraph)
