"""Lists of issues: numbered questions under subjects and articles; and the State's replies to them, by number."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Document, Findings, FollowUpAnswer, Identity, IssueQuestion, Paragraph, ParagraphKind

_ARTICLES = re.compile(r"\((?:arts?\.|articles?)\s*(?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)", re.IGNORECASE)
_ARTICLE = re.compile(r"\d{1,2}(?:\s?\(\d\))?")
_REPLY = re.compile(
    r"^\W*(?:(?:repl(?:y|ies)|responses?|answers?)\s+to\s+(?:the\s+)?(?:issues?|questions?|paragraphs?|points?)|"
    r"(?:issue|question|paragraph|point)s?)\s*(?:raised\s+in\s+paragraphs?\s*)?(?:nos?\.?\s*)?(?P<list>\d[\d\s,–-]*(?:and\s+\d+)?)"
    r"(?=\W|$)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?")
_LONGEST_HEADING = 200
_LONGEST_RANGE = 60  # a wider "range" is a misprint, not a list


def read_issues(document: Document, identity: Identity) -> Findings:
    """The questions of a list of issues, each with its subject and articles."""
    return Findings(identity, issues=tuple(_questions(document, identity)))


def _questions(document: Document, identity: Identity) -> Iterator[IssueQuestion]:
    subject = ""
    run: list[Paragraph] = []
    for paragraph in [p for p in document.paragraphs if p.kind is not ParagraphKind.NOTE]:
        heading = len(paragraph.text) < _LONGEST_HEADING and not paragraph.text.rstrip().endswith((".", "?", ";", ":"))
        if paragraph.number.isdigit() and not heading:
            yield from _question(document, identity, subject, run)
            run = [paragraph]
        elif run and paragraph.number.startswith("("):
            run.append(paragraph)
        elif not paragraph.number and heading:
            yield from _question(document, identity, subject, run)
            run, subject = [], paragraph.text
    yield from _question(document, identity, subject, run)


def _question(
    document: Document, identity: Identity, subject: str, run: Sequence[Paragraph]
) -> Iterator[IssueQuestion]:
    if not run:
        return
    start, end = run[0].start, run[-1].end
    articles = [_ARTICLES.search(where) for where in (subject, document.text[start:end])]
    listed = next((match["list"] for match in articles if match), "")
    yield IssueQuestion(
        number=run[0].number,
        subject=_ARTICLES.sub("", subject).strip(),
        articles=tuple(dict.fromkeys(" ".join(one.split()) for one in _ARTICLE.findall(listed))),
        text=document.text[start:end],
        place=document.place(start, end, symbol=identity.symbol, paragraph=run[0].number),
    )


def read_replies(document: Document, identity: Identity) -> Findings:
    """The State's replies: each passage with the numbers of the questions that its heading names."""
    body = [p for p in document.paragraphs if p.kind is not ParagraphKind.NOTE]
    heads = [(i, match) for i, p in enumerate(body) if (match := _reply(p))]
    stops = [i for i, _ in heads[1:]] + [len(body)]
    answers = (
        _answer(document, identity, body[at:stop], match) for (at, match), stop in zip(heads, stops, strict=True)
    )
    return Findings(identity, answers=tuple(answers))


def _reply(paragraph: Paragraph) -> re.Match[str] | None:
    return _REPLY.match(paragraph.text) if len(paragraph.text) < _LONGEST_HEADING else None


def _answer(document: Document, identity: Identity, run: Sequence[Paragraph], match: re.Match[str]) -> FollowUpAnswer:
    head = run[0]
    start, end = (run[1].start, run[-1].end) if len(run) > 1 else (head.start, head.end)
    return FollowUpAnswer(
        numbers=tuple(_spelt(match["list"])),
        words=head.text,
        place=document.place(head.start, head.end, symbol=identity.symbol, paragraph=head.number),
        text=document.text[start:end],
        text_place=document.place(start, end, symbol=identity.symbol),
    )


def _spelt(words: str) -> Iterator[str]:
    """The numbers of a list, ranges spelt out."""
    for first, last in _NUMBERS.findall(words):
        stop = int(last) if last and 0 <= int(last) - int(first) <= _LONGEST_RANGE else int(first)
        yield from map(str, range(int(first), stop + 1))
