"""Claims and proposals made ready to be compared: their words, numbers, dates and what stands around them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.model import Claim, Figure, Findings, Member, Place, Proposal, Voice

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME = re.compile(r"(?<![.?!“\"]\s)(?<!^)\b[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]{3,}")
_WHO_DOES = re.compile(r"(\w{3,}[eo]r)s?")
_RUNS_ON = 3  # sentences
_SCENE = 2  # sentences
_OFTEN = 0.2  # of the statements of a paper
_MONTHS = frozenset(
    (
        *("January", "February", "March", "April", "June", "July", "August", "September", "October", "November"),
        *("December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    )
)
_REFERS_BACK = re.compile(r"\b(?:this|these|those|such|it|they|them|he|she|which)\b", re.IGNORECASE)
_STOP = frozenset(
    (
        *(
            "the",
            "and",
            "for",
            "that",
            "this",
            "with",
            "from",
            "its",
            "their",
            "his",
            "her",
            "has",
            "have",
            "had",
            "was",
        ),
        *("were", "been", "being", "are", "not", "but", "which", "who", "whom", "whose", "will", "would", "should"),
        *("must", "may", "might", "can", "could", "about", "into", "over", "under", "than", "then", "there", "these"),
        *(
            "those",
            "they",
            "them",
            "such",
            "other",
            "also",
            "more",
            "most",
            "some",
            "any",
            "all",
            "each",
            "both",
            "only",
        ),
        *("own", "same", "very", "during", "after", "before", "between", "against", "within", "without", "while"),
        *("when", "where", "what", "how", "because", "including", "regarding", "concerning", "according", "through"),
        *("upon", "out", "off", "one", "two", "new", "state", "states", "country", "government", "authorities"),
        *(
            "authority",
            "national",
            "article",
            "code",
            "criminal",
            "penal",
            "section",
            "human",
            "rights",
            "right",
            "international",
            "law",
            "laws",
            "people",
            "persons",
        ),
    )
)
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ors",
    "ers",
    "or",
    "er",
    "ies",
    "ed",
    "es",
    "s",
    "e",
    "y",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim or proposal of one paper, ready to be compared."""

    sha256: str
    place: Place
    sentence: Place
    id: str
    order: int
    text: str
    stems: frozenset[str]
    names: frozenset[str]
    date: str
    figures: tuple[Figure, ...]
    source: str
    voice: Voice
    kind: str
    notes: tuple[str, ...]
    several: bool = False  # its sentence counts without a number: "a number of", "dozens"
    around: frozenset[str] = field(default_factory=frozenset)  # stems of its sentence and of the sentence before
    dates_around: frozenset[str] = field(default_factory=frozenset)
    around_names: frozenset[str] = field(default_factory=frozenset)
    scene: frozenset[str] = field(default_factory=frozenset)  # names here and in the two sentences before, no States

    @property
    def member(self) -> Member:
        """As one side of a comparison."""
        return Member(self.sha256, self.place, self.id)

    @property
    def publisher_says(self) -> bool:
        """Whether the paper says it in its own voice."""
        return self.voice is Voice.PUBLISHER


@lru_cache(maxsize=65_536)
def stem(word: str, *, who_does: bool = False) -> str:
    """A word without its ending; crude on purpose: it only serves to find the same words again.

    ``who_does``: keep who does something apart from what is done or where: an officer from an office.
    """
    word = re.sub(r"['’]s?$", "", word.casefold())
    if who_does and (agent := _WHO_DOES.fullmatch(word)):
        return agent[1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems_of(text: str, *, who_does: bool = False) -> frozenset[str]:
    """The stems of all words that carry meaning; ``who_does`` as in :func:`stem`."""
    words = (match.group() for match in _WORD.finditer(text))
    return frozenset(stem(word, who_does=who_does) for word in words if len(word) > 2 and word.casefold() not in _STOP)


def statements_of(findings: Findings) -> tuple[Statement, ...]:
    """All claims and proposals of one paper, in the order of their places."""
    both: list[Claim | Proposal] = [*findings.claims, *findings.proposals]
    said = sorted(both, key=lambda thing: (thing.place.start, thing.place.end))
    bare = [_statement(order, thing) for order, thing in enumerate(said)]
    return tuple(_with_surroundings(bare))


def _statement(order: int, thing: Claim | Proposal) -> Statement:
    claim = thing if isinstance(thing, Claim) else None
    return Statement(
        sha256=thing.place.sha256,
        place=thing.place,
        sentence=claim.sentence if claim else thing.place,
        id=thing.id,
        order=order,
        text=thing.text,
        stems=stems_of(thing.text),
        names=_names(thing.text)
        | (_names(f"by {claim.source}") if claim and thing.voice is Voice.OTHER else frozenset()),
        date=claim.date if claim else "",
        figures=claim.figures if claim else (),
        source=claim.source if claim else thing.maker if isinstance(thing, Proposal) else "",
        voice=thing.voice,
        kind=claim.kind.value if claim else "proposal",
        notes=tuple(dict.fromkeys(claim.notes + claim.notes_of_paragraph)) if claim else (),
    )


def _names(text: str) -> frozenset[str]:
    return frozenset(match.group().rstrip("'’s") for match in _NAME.finditer(f". {text}")) - _MONTHS


def _with_surroundings(bare: Sequence[Statement]) -> Iterator[Statement]:
    """Each statement with the stems, names and dates of its sentence, and of one before where it goes on from there.

    A sentence goes on from the one before if it refers back ("this brutality"), or if it has no date of its own: then
    the last sentence told of a day or month holds, up to ``_RUNS_ON`` sentences back.
    """
    sentences: dict[int, list[Statement]] = defaultdict(list)
    for one in bare:
        sentences[one.sentence.start].append(one)
    starts = sorted(sentences)
    often = _named_often(bare)
    place = {start: number for number, start in enumerate(starts)}
    for one in bare:
        near = list(sentences[one.sentence.start])
        number = place[one.sentence.start]
        refers_back = any(_REFERS_BACK.search(other.text) for other in near)
        if refers_back and number:
            near += sentences[starts[number - 1]]
        scene = [other for start in starts[max(0, number - _SCENE) : number + 1] for other in sentences[start]]
        named = frozenset[str]().union(*(other.names for other in scene)) - often
        placed = _placed(one, near, _told_before(near, [sentences[start] for start in starts[:number]]))
        yield replace(placed, scene=named)


def _named_often(statements: Sequence[Statement]) -> frozenset[str]:
    """Names that stand all over a paper: its State, the body it writes to. They tell no event."""
    counted = Counter(name for one in statements for name in one.names)
    often = max(_OFTEN * len(statements), 4)
    return frozenset(name for name, number in counted.items() if number > often)


def _told_before(near: Iterable[Statement], before: Sequence[list[Statement]]) -> list[Statement]:
    """The last dated sentence before one without a date."""
    if any(other.date for other in near):
        return []
    exact = [told for told in before[-_RUNS_ON:] if any(len(other.date) >= len("2011-12") for other in told)]
    return [other for other in exact[-1] if other.kind not in ("procedure", "law")] if exact else []


def _placed(one: Statement, near: Sequence[Statement], told_before: Sequence[Statement]) -> Statement:
    around = frozenset[str]().union(*(other.stems for other in near))
    known = [*near, *told_before]
    dates = frozenset(other.date for other in known if other.date)
    names = frozenset[str]().union(*(other.names for other in known))
    matter = around | frozenset[str]().union(*(other.stems for other in told_before))
    several = any(figure.value is None for other in near for figure in other.figures)
    return replace(one, several=several, around=matter, dates_around=dates, around_names=names)
