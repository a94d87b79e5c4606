"""What a document is, of which review, and why we think so."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of documents, by the words of the field (docs: the table of mechanisms and papers)."""

    WORKING_GROUP_REPORT = "Working Group report"
    ADDENDUM = "addendum"
    COUNCIL_REPORT = "report of the Council"
    DECISION = "decision"
    NATIONAL_REPORT = "national report"
    COMPILATION = "compilation"
    STAKEHOLDERS_SUMMARY = "stakeholders' summary"
    ADVANCE_QUESTIONS = "advance questions"
    THEMATIC_LIST = "thematic list"
    CONCLUDING_OBSERVATIONS = "concluding observations"
    VIEWS = "Views"
    LIST_OF_ISSUES = "list of issues"
    REPLIES = "replies to the list of issues"
    BRIEFING_PAPER = "briefing paper"
    SUBMISSION = "submission"
    JOINT_SUBMISSION = "joint submission"
    PRESS_RELEASE = "press release"
    STATEMENT = "statement"
    REPORT_NOTICE = "report notice"
    NEWS = "news"
    NATIONAL_PLAN = "national plan"
    OTHER = "other"


class Mechanism(StrEnum):
    """Who reviews."""

    UPR = "UPR"
    TREATY_BODY = "treaty body"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Kind and identity of one document. ``reasons`` maps each field that was decided to a sentence saying why."""

    kind: Kind = Kind.OTHER
    symbol: str = ""  # "A/HRC/28/10", without "/Add.1" left off
    state: str = ""  # ISO 3166-1 alpha-3 of the State under review
    mechanism: Mechanism = Mechanism.NONE
    cycle: int | None = None
    session: int | None = None  # of the UPR Working Group, or of the treaty body
    council_session: int | None = None
    date: str = ""  # EDTF, date of the document
    dates: tuple[tuple[str, str], ...] = ()  # (what happened, EDTF): "review", "adoption of the report" …
    related: tuple[str, ...] = ()  # other symbols it names as its own report, addendum, national report …
    title: str = ""
    publishers: tuple[str, ...] = ()  # of NGO papers, as the paper names them; () where it does not
    words: int | None = None  # as OHCHR counts submissions: notes and annexes apart; None where not counted
    reasons: tuple[tuple[str, str], ...] = ()
