"""What tasks give back about the register of laws. Field names are the keys of every JSON line."""

from dataclasses import dataclass

from onrecord.model import Place
from onrecord.model.judgement import Judgement
from onrecord.model.law_register import InstrumentKind, RegisteredLaw, Succession
from onrecord.tasks.said_rows import MentionRow, NamedRow, PaperRef


@dataclass(frozen=True, slots=True)
class NewLaw:
    """A law as somebody writes it down. ``key``: id for it, where the one that follows from its name is not wanted."""

    name: str
    state: str  # ISO 3166-1 alpha-3
    kind: InstrumentKind | str = InstrumentKind.LAW
    year: str = ""
    aliases: tuple[str, ...] = ()
    source: str = ""
    verified_on: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class NewSuccession:
    """What became of a law or an article, as somebody writes it down. ``since``: EDTF."""

    old: str  # id: "law:KAZ:criminal-code:164"
    new: str  # id: "law:KAZ:criminal-code:174"
    since: str
    source: str = ""
    verified_on: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One law of the register. ``decision``: who put it there, None for one that comes with Onrecord."""

    law: RegisteredLaw
    decision: Judgement | None
    papers: int  # that name it or one of its articles
    changes: int  # that came to it or from it


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """One change. ``decision``: who said so, None for one that comes with Onrecord."""

    change: Succession
    old_law: str  # names
    new_law: str
    decision: Judgement | None


@dataclass(frozen=True, slots=True)
class LineStep:
    """One law or article in a time line, and in how many papers it is named."""

    key: str
    law: str  # id
    law_name: str
    article: str
    since: str
    until: str
    papers: int


@dataclass(frozen=True, slots=True)
class PartSaid:
    """One paper that names a law or article, and what it says of it, as worded; () where it only names it.

    ``older``: the paper is from before the article had this number, so that it may mean another one.
    """

    paper: PaperRef
    place: Place
    words: tuple[str, ...]
    older: bool = False


@dataclass(frozen=True, slots=True)
class LawPart:
    """A law as a whole or one of its articles: what papers say of it, what it was before and became later.

    ``key``: id under which papers name it, "" if none does.
    """

    key: str
    article: str
    said: tuple[PartSaid, ...]
    line: tuple[LineStep, ...]


@dataclass(frozen=True, slots=True)
class LawDetail:
    """All about one law of the register. ``decisions``: what people decided on it, withdrawn decisions too.

    ``namesakes``: other laws of the register that papers may mean by the same name.
    """

    law: RegisteredLaw
    decision: Judgement | None
    whole: LawPart
    articles: tuple[LawPart, ...]
    known_as: tuple[NamedRow, ...]  # names in papers that are one of its aliases
    namesakes: tuple[RegisteredLaw, ...]
    changes: tuple[SuccessionRow, ...]
    decisions: tuple[Judgement, ...]
    stands: bool  # False: its entry was withdrawn, or only a change names it


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """Mentions of what an article was before or became later, to stand beside its own."""

    step: LineStep
    mentions: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True)
class LawLine:
    """What the register tells of a law or article that papers name; empty where it tells nothing.

    ``older``: sha256 of papers that name it and are from before it had this number.
    """

    law: RegisteredLaw | None
    line: tuple[LineStep, ...]
    of_law: tuple[LineStep, ...]  # the line of the whole law, for an article
    beside: tuple[OtherNumber, ...]
    older: tuple[str, ...] = ()
