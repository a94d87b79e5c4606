"""What the addresses of the API take: the filters of the pages, under the same names and with the same values."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from ninja import P, PathEx, Schema
from pydantic import AfterValidator, Field

from onrecord.model import Assessor, Kind, Position
from onrecord.tasks import GROUPS, SORTS, CodedFilter, RecommendationFilter

CODE = "^[A-Za-z]{3}$"
TEXT = "^[^\x00]*$"
SHA256 = "^[0-9a-f]{64}$"
SORT = f"^-?({'|'.join(SORTS)})$"
GROUPING = f"^({'|'.join(GROUPS)})$"
# What to write instead, by the pattern that does not fit.
ADVICE = {
    CODE: "Use the three letters of ISO 3166-1, such as KAZ.",
    TEXT: "Take the NUL sign out.",
    SHA256: "Use the 64 small hexadecimal digits that the list of papers gives.",
    SORT: f"Use one of: {', '.join(SORTS)}; “-” before it turns the order round.",
    GROUPING: f"Use one of: {', '.join(GROUPS)}.",
}
SEARCH_FORMAT = "onrecord-search"  # a language of its own: see docs/api.md
_MOST = 200  # values of one filter
_FEW = 20  # of those that are long: an address holds no more

Code = Annotated[str, Field(pattern=CODE), AfterValidator(str.upper)]
Number = Annotated[int, Field(ge=0, le=10_000)]
Words = Annotated[str, Field(max_length=500, pattern=TEXT)]
# Parts of addresses.
OneState = PathEx[Code, P(description="State, ISO 3166-1 alpha-3", examples=["XAV"])]
OneCycle = PathEx[Number, P(description="cycle of the review", examples=[4])]
OnePage = PathEx[int, P(ge=1, le=100_000, description="page, from 1", examples=[1])]
OneQuestion = PathEx[
    str,
    P(min_length=1, max_length=200, pattern=TEXT, description="id of the question", examples=["doubt:c5ec098a82aa"]),
]
Sha256 = PathEx[str, P(pattern=SHA256, description="of the bytes of the file", examples=["0" * 64])]
Symbol = PathEx[
    str, P(min_length=1, max_length=200, pattern=TEXT, description="of the report", examples=["A/HRC/52/97"])
]
ItemNumber = PathEx[str, P(min_length=1, max_length=200, pattern=TEXT, description="of the item", examples=["52.3"])]


Target = PathEx[
    str,
    P(
        min_length=1,
        max_length=400,
        pattern=TEXT,
        description="id of what is assessed; “#” is written %23",
        examples=["A/HRC/52/97#52.3"],
    ),
]


class YesNo(StrEnum):
    """A truth value, as addresses of pages and facets write it."""

    YES = "yes"
    NO = "no"


class Group(StrEnum):
    """Regional groups of the United Nations."""

    AFRICAN = "African"
    ASIA_PACIFIC = "Asia-Pacific"
    EASTERN_EUROPEAN = "Eastern European"
    GRULAC = "GRULAC"
    WEOG = "WEOG"


class Action(StrEnum):
    """UPR Info's categories of action."""

    HELP = "1"
    CONTINUE = "2"
    CONSIDER = "3"
    GENERAL = "4"
    SPECIFIC = "5"


class HitKind(StrEnum):
    """What a search can find."""

    RECOMMENDATION = "recommendation"
    PARAGRAPH = "paragraph"


class QuestionKind(StrEnum):
    """What a question of the queue is about."""

    DIFFERS = "differs"
    TALLY = "tally"
    NO_STATES = "no_states"
    UNKNOWN_NAME = "unknown_name"
    RULE = "rule"
    DOUBT = "doubt"
    LABEL = "label"


class CodedOutcome(StrEnum):
    """What became of an imported row."""

    TIED = "tied"
    NO_REPORT = "no_report"
    NO_STATE = "no_state"
    NO_TEXT = "no_text"
    SEVERAL = "several"


class Stretch(Schema):
    """Which part of a long list."""

    limit: int = Field(100, ge=1, le=500, description="at most so many rows", examples=[10])
    offset: int = Field(0, ge=0, le=10_000_000, description="without the first so many", examples=[0])


class PaperQuery(Stretch):
    """Which papers; all that is given must hold."""

    state: Code | None = Field(None, description="State under review", examples=["XAV"])
    kind: Kind | None = Field(None, description="kind of paper", examples=["addendum"])
    cycle: Number | None = Field(None, description="cycle of the review", examples=[4])


class ReviewQuery(Stretch):
    """Which reviews; all that is given must hold."""

    state: Code | None = Field(None, description="State under review", examples=["XAV"])
    cycle: Number | None = Field(None, description="cycle of the review", examples=[4])


class Narrowed(Schema):
    """Which recommendations; all that is given must hold. Where several values can be given, any of them fits."""

    state: list[Code] = Field([], max_length=_MOST, description="State under review; can be repeated", examples=["XAV"])
    cycle: Number | None = Field(None, description="cycle of the review", examples=[4])
    session: Number | None = Field(None, description="session of the UPR Working Group", examples=[41])
    by: list[Code] = Field([], max_length=_MOST, description="recommending State; can be repeated", examples=["FRA"])
    group: list[Group] = Field(
        [], max_length=_MOST, description="regional group of a recommending State; can be repeated", examples=["GRULAC"]
    )
    position: list[Position] = Field(
        [], max_length=_MOST, description="the State's answer; can be repeated", examples=["noted"]
    )
    changed: YesNo | None = Field(None, description="whether the answer changed", examples=["yes"])
    judged: YesNo | None = Field(None, description="whether a person corrected or judged it", examples=["no"])
    action: list[Action] = Field(
        [], max_length=5, description="what is asked for, as labels stand; can be repeated", examples=["5"]
    )
    issue: list[Words] = Field(
        [], max_length=_MOST, description="what it is about, as labels stand; can be repeated", examples=["Detention"]
    )
    theme: list[Words] = Field(
        [],
        max_length=_FEW,
        description="OHCHR's theme, suggested by rule; can be repeated",
        examples=["Right to health"],
    )
    persons: list[Words] = Field(
        [], max_length=_FEW, description="persons affected, suggested by rule; can be repeated", examples=["women"]
    )
    goal: list[Words] = Field(
        [], max_length=_FEW, description="Sustainable Development Goal, the same", examples=["5 - GENDER EQUALITY"]
    )
    number: Words = Field("", description="“52.3”, or “52” for all of that paragraph", examples=["52"])
    words: Words = Field("", description="every word must stand in the text, in any order", examples=["police"])
    document: Words = Field("", description="symbol of the report", examples=["A/HRC/52/97"])

    def wanted(self) -> RecommendationFilter:
        """The same for the task."""
        return RecommendationFilter(
            states=tuple(self.state),
            cycle=self.cycle,
            session=self.session,
            bys=tuple(self.by),
            groups=tuple(group.value for group in self.group),
            positions=tuple(self.position),
            changed=_truth(self.changed),
            judged=_truth(self.judged),
            actions=tuple(action.value for action in self.action),
            issues=tuple(self.issue),
            themes=tuple(self.theme),
            persons=tuple(self.persons),
            goals=tuple(self.goal),
            number=self.number.strip(),
            words=self.words,
            document=self.document.strip(),
        )


class RecommendationQuery(Narrowed, Stretch):
    """Which recommendations, and in what order."""

    sort: str | None = Field(None, pattern=SORT, description=ADVICE[SORT], examples=["-date"])
    group_by: str | None = Field(
        None, pattern=GROUPING, description="rows of one value stand together", examples=["position"]
    )

    def ordered(self) -> RecommendationFilter:
        """The same for the task, with its order."""
        return replace(self.wanted(), sort=self.sort or "", group_by=self.group_by or "")


class SearchQuery(Stretch):
    """What to search."""

    q: str = Field(
        max_length=1000,
        description='words, "phrases", beginnings*, AND, OR, NOT, brackets and fields, as in the search of the pages',
        examples=['police NOT "border guard" state:XAV'],
        json_schema_extra={"format": SEARCH_FORMAT},
    )
    kind: list[HitKind] = Field(
        [], max_length=2, description="only hits of this kind; can be repeated", examples=["recommendation"]
    )


class QueueQuery(Stretch):
    """Which questions."""

    kind: QuestionKind | None = Field(None, description="only questions of this kind", examples=["doubt"])
    judged: YesNo = Field(YesNo.NO, description="“yes” for those that have a verdict", examples=["no"])


class AssessableKind(StrEnum):
    """What can be assessed beside recommendations of reviews."""

    COMMITTEE = "committee"
    PROMISE = "promise"
    GOAL = "goal"


class AssessmentQuery(Stretch):
    """Which assessments; all that is given must hold."""

    target: Words = Field("", description="id of what is assessed", examples=["A/HRC/52/97#52.3"])
    assessor: Assessor | None = Field(None, description="kind of assessor", examples=["NGO"])
    withdrawn: YesNo = Field(YesNo.NO, description="“yes” for those that were withdrawn as well", examples=["no"])


class AssessableQuery(Stretch):
    """Of which State, and which kind."""

    state: Code = Field(description="State, ISO 3166-1 alpha-3", examples=["XAV"])
    kind: AssessableKind | None = Field(None, description="only of this kind", examples=["committee"])


class CodedQuery(Stretch):
    """Which imported rows; all that is given must hold."""

    state: Code | None = Field(None, description="State under review", examples=["XAV"])
    by: Code | None = Field(None, description="recommending State", examples=["FRA"])
    session: Number | None = Field(None, description="session of the UPR Working Group", examples=[41])
    cycle: Number | None = Field(None, description="cycle of the review", examples=[4])
    position: Position | None = Field(None, description="the State's answer", examples=["noted"])
    action: int | None = Field(None, ge=1, le=5, description="kind of action, 1 to 5", examples=[5])
    issue: Words = Field("", description="one of the issues of the row, to the letter", examples=["Migrants"])
    outcome: CodedOutcome | None = Field(None, description="what became of the row", examples=["tied"])
    tied: Words = Field("", description="id of a recommendation", examples=["A/HRC/52/97#52.3"])
    words: Words = Field("", description="every word must stand in the text, in any order", examples=["police"])

    def wanted(self) -> CodedFilter:
        """The same for the task."""
        return CodedFilter(
            state=self.state or "",
            by=self.by or "",
            session=self.session,
            cycle=self.cycle,
            position=self.position,
            action=self.action,
            issue=self.issue,
            outcome=self.outcome.value if self.outcome else "",
            tied=self.tied,
            words=self.words,
        )


def _truth(given: YesNo | None) -> bool | None:
    return None if given is None else given is YesNo.YES
