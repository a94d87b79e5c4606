"""A written paper about a State that does not exist, with three live references."""

from onrecord.model import Place, Position, PositionStatement, Stage
from onrecord.model.written import Cited, CitedPaper, Cites
from onrecord.writing.finished import Finished

REPORT = CitedPaper("a" * 64, "A/HRC/90/7", "Report on Arvenia", "Working Group report", "XAV", (), "2031-01-20")
BRIEFING = CitedPaper("b" * 64, "", "Lawyers at risk_in Arvenia", "briefing paper", "XAV", ("Bridge",), "2030-10")


def place(paper: CitedPaper, page: int | None, paragraph: str) -> Place:
    return Place(paper.sha256, paper.symbol, page, paragraph, 0, 10)


def cited(language: str = "en") -> dict[str, Cited]:
    at = place(REPORT, 7, "75.3")
    said = PositionStatement(
        "A/HRC/90/7", "75.3", Position.NOTED, Stage.REPORT, "noted", "rule", "2031-01-20", place(REPORT, 7, "75")
    )
    found = (
        Cited(
            "recommendation:A/HRC/90/7#75.3",
            Cites.RECOMMENDATION,
            "Record every questioning on video",
            REPORT,
            at,
            states=("AUT", "MEX"),
            number="75.3",
            position=Position.NOTED,
            history=(said,),
        ),
        Cited("claim:c1", Cites.CLAIM, "In 2029 the Ministry closed *two* chambers", BRIEFING, place(BRIEFING, 3, "")),
        Cited("claim:c2", Cites.CLAIM, "lawyers were fined", BRIEFING, place(BRIEFING, 4, "12"), said_by="JS2"),
    )
    return {one.id: one for one in found}


TEXT = """## Risks

Bridge: “In 2029 the Ministry closed \\*two\\* chambers”.[@claim:c1] It was noted.[@A/HRC/90/7#75.3 noted]

[gap: No source yet on reprisals since 2028.]

## Response

Lawyers were fined.[@claim:c2; @A/HRC/90/7#75.3]

[@table: recommendations words="video"]
"""


def paper(language: str = "en", text: str = TEXT, title: str = "Lawyers at risk in Arvenia") -> Finished:
    known = cited(language)
    return Finished(
        title,
        text,
        language,
        subtitle="Briefing paper",
        authors=("Bridge",),
        date="2031-02-01",
        cited=known,
        tables=((known["recommendation:A/HRC/90/7#75.3"],),),
    )
