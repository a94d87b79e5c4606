"""The register of laws of a State, as a person keeps it: which law is meant, and what became of its articles."""

from dataclasses import dataclass
from enum import StrEnum


class InstrumentKind(StrEnum):
    """What sort of law it is."""

    CONSTITUTION = "constitution"
    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    REGULATION = "regulation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RegisteredLaw:
    """One law of one State. ``id`` is the one that findings give it, so that mentions in papers are found under it."""

    id: str  # "law:KAZ:criminal-code"
    state: str  # ISO 3166-1 alpha-3
    name: str  # "Criminal Code"
    kind: InstrumentKind
    year: str = ""  # in which it was made, "" if not known
    aliases: tuple[str, ...] = ()  # other names under which papers write of it
    source: str = ""  # where it can be looked up
    verified_on: str = ""  # day on which somebody compared the entry with the source, "" if nobody did


@dataclass(frozen=True, slots=True)
class Succession:
    """An article became another one, or a whole law was replaced: the article is "" on both sides then."""

    law: str  # id of the law: "law:KAZ:criminal-code"
    article: str  # "164"
    became_law: str
    became_article: str  # "174"
    since: str  # EDTF, as precise as known
    source: str = ""  # the law that made the change
    verified_on: str = ""

    @property
    def old(self) -> str:
        """The id that findings give what was before."""
        return part_id(self.law, self.article)

    @property
    def new(self) -> str:
        """The id that findings give what took its place."""
        return part_id(self.became_law, self.became_article)


def part_id(law: str, article: str) -> str:
    """The id of an article of a law; of the law itself where ``article`` is ""."""
    return f"{law}:{article}" if article else law
