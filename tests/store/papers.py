"""Invented papers of an invented State, as reading and extraction would hand them over."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from onrecord.model import (
    AdvanceQuestion,
    Ask,
    DialogueStatement,
    Document,
    Doubt,
    Findings,
    FollowUpAnswer,
    Identity,
    Kind,
    Line,
    Mechanism,
    Metadata,
    Page,
    Place,
    Position,
    PositionStatement,
    Recommendation,
    Speaker,
    Stage,
    Tally,
)
from onrecord.model.place import Box
from onrecord.reading.compose import Composer
from onrecord.store.prepared import PreparedFile, prepare

REPORT = "A/HRC/90/7"
ADDENDUM = f"{REPORT}/Add.1"
COUNCIL = "A/HRC/90/2"
STAGES = {Kind.WORKING_GROUP_REPORT: Stage.REPORT, Kind.ADDENDUM: Stage.ADDENDUM, Kind.COUNCIL_REPORT: Stage.PLENARY}
DATES = {Kind.WORKING_GROUP_REPORT: "2031-01-20", Kind.ADDENDUM: "2031-03-02", Kind.COUNCIL_REPORT: "2031-06-30"}


@dataclass(frozen=True)
class Paper:
    document: Document
    findings: Findings
    content: bytes

    def prepared(self, name: str = "paper.txt") -> PreparedFile:
        return prepare(self.document, self.findings, self.content, name)


def compose(paragraphs: list[tuple[str, str]], *, language: str = "en", copy: str = "") -> tuple[Document, bytes]:
    """A document of numbered paragraphs; ``copy`` makes other bytes of the same words."""
    found = "\n".join(f"{number} {text}" for number, text in paragraphs)
    content = f"{found}{copy}".encode()
    composer = Composer(found)
    lines, at = [], 0
    for number, text in paragraphs:
        start, end = at + len(number) + 1, at + len(number) + 1 + len(text)
        composer.paragraph([(start, end)], number=number, page=1)
        lines.append(Line(start, end, Box(1, 72.0, 700.5, 523.0, 712.0)))
        at = end + 1
    pages = [Page(1, 0, len(found), 595.0, 842.0)]
    digest = sha256(content).hexdigest()
    metadata = Metadata(format="text", name="paper.txt", title="Paper")
    document = composer.finish(
        sha256=digest, metadata=metadata, language=language, pages=pages, lines=lines, warnings=["one line was torn"]
    )
    return document, content


def place_of(document: Document, words: str, *, symbol: str = "", paragraph: str = "") -> Place:
    start = document.text.index(words)
    return document.place(start, start + len(words), symbol=symbol, paragraph=paragraph)


def report(
    items: Mapping[str, tuple[str, tuple[str, ...]]],
    answer: Position = Position.PENDING,
    *,
    identity: Identity | None = None,
    language: str = "en",
    copy: str = "",
) -> Paper:
    """A Working Group report: number → (text, recommending States), all under one chapeau."""
    own = identity or Identity(
        kind=Kind.WORKING_GROUP_REPORT,
        symbol=REPORT,
        state="XAV",
        mechanism=Mechanism.UPR,
        cycle=4,
        session=49,
        council_session=90,
        date=DATES[Kind.WORKING_GROUP_REPORT],
        dates=(("review", "2030-11-12"),),
        related=("A/HRC/WG.6/49/XAV/1",),
        title="Report on Arvenia",
        reasons=(("symbol", "It stands on the title page."),),
    )
    chapeau = f"The recommendations below are {answer.value} by Arvenia:"
    lines = [(number, f"{text} ({', '.join(states)});") for number, (text, states) in items.items()]
    document, content = compose([("12", "Freedonia asked."), ("75", chapeau), *lines], language=language, copy=copy)
    chapeau_place = place_of(document, chapeau, symbol=own.symbol, paragraph="75")
    found, said = [], []
    for number, (text, states) in items.items():
        item = f"{text} ({', '.join(states)});"
        item_place = place_of(document, item, symbol=own.symbol, paragraph=number)
        place = place_of(document, text, symbol=own.symbol, paragraph=number)
        statement = PositionStatement(
            own.symbol, number, answer, Stage.REPORT, chapeau, "chapeau: by", own.date, chapeau_place
        )
        found.append(
            Recommendation(
                number,
                text,
                states,
                place,
                item,
                item_place,
                chapeau,
                chapeau_place,
                asks=tuple(Ask((state,), text, (place,)) for state in states),
                unknown=("Cloudland",),
                history=(statement,),
                section="75",
            )
        )
        said.append(statement)
    spoken = place_of(document, "Freedonia asked.", symbol=own.symbol, paragraph="12")
    tally = Tally(
        own.state, Speaker.REPORT, len(items), None, None, len(items), chapeau, chapeau_place, own.symbol, unclear=1
    )
    findings = Findings(
        own,
        tuple(found),
        tuple(said),
        (tally,),
        (DialogueStatement(("FRA",), "Freedonia asked.", spoken, "Freedonia"),),
        (AdvanceQuestion("DEU", "Freedonia asked.", spoken),),
        (FollowUpAnswer(("75.1", "75.2"), "Freedonia", spoken, "Freedonia asked.", spoken),),
        (Doubt("Cloudland is no State we know.", spoken), Doubt("Somewhere.", None)),
    )
    return Paper(document, findings, content)


def answers(
    given: Mapping[str, Position],
    *,
    kind: Kind = Kind.ADDENDUM,
    target: str = REPORT,
    identity: Identity | None = None,
    tallies: tuple[int, int, int] | None = None,
) -> Paper:
    """A paper that answers recommendations one by one: an addendum, or a Council report."""
    symbol = ADDENDUM if kind is Kind.ADDENDUM else COUNCIL
    state = "XAV" if kind is Kind.ADDENDUM else ""
    own = identity or Identity(kind, symbol, state, Mechanism.UPR, council_session=90, date=DATES[kind])
    sentences = {number: f"Arvenia has {value.value} recommendation {number}." for number, value in given.items()}
    counted = "Out of {} recommendations, {} enjoyed support and {} were noted.".format(*tallies) if tallies else ""
    paragraphs = [(str(n), sentence) for n, sentence in enumerate(sentences.values(), 1)]
    document, content = compose([*paragraphs, ("99", counted or "That is all.")])
    said = tuple(
        PositionStatement(
            target,
            number,
            value,
            STAGES[kind],
            sentences[number],
            "prose: has",
            own.date,
            place_of(document, sentences[number], symbol=own.symbol, paragraph=str(n)),
            comment=sentences[number],
            comment_place=place_of(document, sentences[number], symbol=own.symbol),
        )
        for n, (number, value) in enumerate(given.items(), 1)
    )
    stated: tuple[Tally, ...] = ()
    if tallies:
        where = place_of(document, counted, symbol=own.symbol, paragraph="99")
        stated = (Tally("XAV", Speaker.PRESIDENT, *tallies, None, counted, where, target),)
    return Paper(document, Findings(own, positions=said, tallies=stated), content)


ITEMS = {
    "75.1": ("Ratify the Convention on Harbours", ("FRA", "BRA")),
    "75.2": ("Let the press of Lower Selm work in peace", ("DEU",)),
    "75.3": ("Protéger les défenseurs", ("FRA",)),
    "76.1": ("Train judges", ("KAZ", "KAZ", "JPN")),
}
