"""Who said what in the interactive dialogue: one statement a numbered paragraph of the summary of proceedings.

Reports open the paragraph of a delegation with its State ("The Islamic Republic of Iran noted …"), now and then behind
a clause ("While noting progress, Norway asked …"); paragraphs that open otherwise answer for the State under review.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import DialogueStatement, Document, Doubt, Findings, Identity, Paragraph, ParagraphKind
from onrecord.vocabulary import mentions

_PRESENTATION = re.compile(r"(?:[A-Z]\s*\.\s*)?presentation\s+by\s+the\s+(?:state|country)\b", re.I)
_DIALOGUE = re.compile(r"(?:[A-Z]\s*\.\s*)?interactive\s+dialogue\s+and\s+responses\b", re.I)
_END = re.compile(r"(?:[IVX]+\s*\.?\s*)?conclusions?\s*(?:and|/)", re.I)
_CONTENTS = re.compile(r"\.{4,}|\d\s*[-–]\s*\d+\s+\d+\s*$")
_ABOUT_ALL = re.compile(
    r"(?:during|in)\s+the\s+(?:ensuing\s+|inter-?active\s+|following\s+)*dialogue|statements\s+were\s+made\s+by\s+\d+",
    re.I,
)
_SEVERAL = re.compile(
    r"((?:A\s+(?:large\s+)?number\s+of|Several|Many|Most|All|Some|Other|Numerous)\s+(?:\w+\s+)?(?:delegations|States|countries))\b"
)
_OPENER = re.compile(
    r"(?:The\s+(?:delegation|representative|ambassador|observer|head\s+of\s+(?:the\s+)?delegation)\s+(?:of|from|for)\s+)?(?:[Tt]he\s+)?"
)
_NEXT_NAME = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\s+)(?:the\s+)?(?=[A-Z])")
_OWN_SUBJECT = re.compile(
    r"\b(?:the|its|his|her)\s+(?:\w+\s+){0,2}?(?:delegation|(?<!Special\s)representative|minister|head|ambassador|government|State\s+under\s+review)\b"
    r"|\b(?:he|she|they)\b",
    re.I,
)
_VERB = re.compile(
    r"\s+(?:\(a\)\s+)?(?:also\s+|further\s+|then\s+|therefore\s+|positively\s+)?(?:\w{3,}ed|asked|said|made|took|drew|paid|was|sought|put|drew|gave"
    r"|had|spoke|felt|urges|notes|asks|welcomes|raised|\w+ed\s+with)\b"
)
_NOT_SUBJECT = re.compile(
    r"\b(?:by|to|from|of|in|with|for|on|and|between|against|towards|as|which|that|where|when|than|like)\s+(?:the\s+)?$",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:While|Although|Whilst|(?:Not|Recall|Mention|Recogni[sz]|Welcom|Acknowledg|Express|Commend|Appreciat)ing)\b"
)
_TITLE = re.compile(r"(?:(?:The|the|of|[A-Z][\w’'-]+)\s+){1,6}")  # an unusual form of a name that ends in a known one
_CLAUSE = 320  # letters in which the subject of a sentence that opens with a clause must come


def read_dialogue(document: Document, identity: Identity) -> Findings:
    """Statements of the dialogue in order; those of the State under review included.

    Returns:
        Findings with ``dialogue``; a paragraph about "a number of delegations" has no State but a ``speaker``.
    """
    statements: list[DialogueStatement] = []
    doubts: list[Doubt] = []
    if not identity.state:
        doubts.append(Doubt("The State under review is not known; its answers in the dialogue are left out."))
    for paragraph, end, presenting in _spoken(document):
        named, speaker = ((identity.state,), "") if presenting else _speakers(paragraph.text, identity.state)
        states = tuple(state for state in named if state)
        if states or speaker:
            place = document.place(paragraph.start, end, symbol=identity.symbol, paragraph=paragraph.number)
            statements.append(DialogueStatement(states, document.text[paragraph.start : end], place, speaker))
    return Findings(identity, dialogue=tuple(statements), doubts=tuple(doubts))


def _spoken(document: Document) -> Iterator[tuple[Paragraph, int, bool]]:
    """Numbered paragraphs of the summary, where what hangs below each ends, and whether the State presents itself."""
    paragraphs = [p for p in document.paragraphs if p.kind is not ParagraphKind.NOTE]
    start, dialogue, end = _bounds(paragraphs)
    for i in range(start, end):
        paragraph = paragraphs[i]
        if not paragraph.number.isdigit() or _ABOUT_ALL.match(paragraph.text):
            continue
        yield paragraph, _end_of(paragraphs, i, end), i < dialogue


def _end_of(paragraphs: Sequence[Paragraph], i: int, stop: int) -> int:
    """Where the paragraph ends, with its "(a), (b)" and unnumbered continuations."""
    end = paragraphs[i].end
    for below in paragraphs[i + 1 : stop]:
        if below.number.isdigit() or below.kind is not ParagraphKind.BODY:
            break
        end = below.end
    return end


def _bounds(paragraphs: Sequence[Paragraph]) -> tuple[int, int, int]:
    """Indexes: where the presentation begins, where the dialogue begins, where the conclusions begin."""

    def first(pattern: re.Pattern[str], after: int) -> int:
        for i in range(after, len(paragraphs)):
            text = paragraphs[i].text
            if len(text) < 110 and pattern.match(text) and not _CONTENTS.search(text):
                return i
        return -1

    presentation = first(_PRESENTATION, 0)
    dialogue = first(_DIALOGUE, max(presentation, 0))
    if dialogue < 0:
        return 0, 0, 0
    end = first(_END, dialogue)
    return (presentation if presentation >= 0 else dialogue), dialogue, end if end >= 0 else len(paragraphs)


def _speakers(text: str, under_review: str) -> tuple[tuple[str, ...], str]:
    """Who speaks in a paragraph of the dialogue: States, or the words for a group that is not named."""
    several = _SEVERAL.match(text)
    if several is not None:
        return (), several[1]
    opener = _OPENER.match(text)
    named = _names_from(text, opener.end() if opener else 0)
    if named:
        return named, ""
    return (_behind_clause(text, under_review) or under_review,), ""


def _names_from(text: str, at: int) -> tuple[str, ...]:
    """The States whose names open the sentence: one, or several joined by commas and "and"."""
    found: list[str] = []
    match = mentions.match_at(text, at)
    while match is not None:
        end, iso3 = match
        if text[end : end + 2] in ("’s", "'s", "’ ", "' "):
            return ()
        found.append(iso3)
        joined = _NEXT_NAME.match(text, end)
        match = mentions.match_at(text, joined.end()) if joined else None
    return tuple(dict.fromkeys(found))


def _behind_clause(text: str, under_review: str) -> str | None:
    """The State that is the subject behind an opening clause: "While noting the law, Norway asked …"."""
    head = text[:_CLAUSE].partition(". ")[0]
    comma = head.find(",") if "," in head else len(head)
    subject_from = 0 if _PARTICIPLE.match(head) else comma  # "While noting the law Norway asked …"
    for start, end, iso3 in mentions.find_in(head):
        titled = _TITLE.fullmatch(head, 0, start)
        if not (titled or (start > subject_from and not _NOT_SUBJECT.search(head, 0, start))):
            continue
        if not _VERB.match(head, end) or (iso3 == under_review and start < comma):
            continue
        return None if iso3 == under_review or _OWN_SUBJECT.search(head, subject_from, start) else iso3
    return None
