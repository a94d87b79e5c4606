"""Papers of committees and of OHCHR: contributors and their citations, recommendations, questions, told events."""

from dataclasses import dataclass

from onrecord.model.place import Place


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who sent information for a stakeholders' summary, as its first note lists it.

    ``kind``: "national institution", "regional organisation", "individual submission", "joint submission".
    """

    abbreviation: str  # "JS1", "AI", "CoE-CPT"
    name: str
    kind: str
    place: Place
    members: tuple[str, ...] = ()  # of a joint submission
    seat: str = ""  # "London, United Kingdom"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source that one note names: "JS1, para. 5", "CAT/C/ARV/CO/3, para. 9", "See also HRW, p. 2".

    ``also``: named behind "see also": it says the like. ``reason`` says how the name was resolved ("ibid.", misprint).
    """

    note: str  # number of the note
    source: str  # abbreviation of the contributor, key of the UN body; "" where it cannot be told
    document: str  # symbol, "" where none is named
    at: str  # "paras. 5 and 7", "p. 2", as worded
    also: bool
    place: Place
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeRecommendation:
    """What a Committee recommends in one paragraph of its concluding observations."""

    number: str  # of the paragraph, "12" or "12 (a)"
    subject: str  # the heading above it
    text: str
    place: Place
    concern: Place | None = None  # the paragraph of concern that it answers
    follow_up: bool = False  # information on it is asked for within a year or two


@dataclass(frozen=True, slots=True)
class IssueQuestion:
    """One question of a list of issues."""

    number: str
    subject: str
    articles: tuple[str, ...]  # as worded in the heading: "2", "26"
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class CommitteeDate:
    """A date or deadline that a committee's paper tells.

    ``what``: "communication", "observations", "comments", "adoption", "reply due", "follow-up due", "next report",
    "entry into force".
    """

    what: str
    date: str  # EDTF; for a term the words: "180 days"
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Communication:
    """One individual communication, as the Views on it tell."""

    authors: tuple[str, ...]
    state: str  # as worded
    invoked: tuple[str, ...]  # articles: "7", "14 (3) (b)"
    violated: tuple[str, ...]  # articles found violated
    inadmissible: tuple[str, ...] = ()  # articles of claims found inadmissible
    remedies: tuple[Place, ...] = ()  # the sentences that say what the State has to do
    dates: tuple[CommitteeDate, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """Something that happened to a person on a day, or from one day to another, as one side tells it."""

    by: str  # "author", "State party", "Committee"
    kind: str  # "hospital stay", "detention", "release", "transfer", "arrest"
    start: str  # EDTF, "" where only the end is told
    end: str  # "" where only the beginning is told
    who: str  # as worded, "" for the author of the communication
    text: str
    place: Place
    claim: str = ""  # id of the claim that tells it
    restated: bool = False  # told in other words elsewhere by the same side: a note, a summary
