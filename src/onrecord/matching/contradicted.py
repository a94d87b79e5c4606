"""Where what a State said of recommendations does not go together with what was said later, or with itself.

Four rules, each told in the reason of what it finds:

* said done, told otherwise: the State said that a recommendation is implemented, and a claim says that what was to end
  goes on (one offence, punishment, practice or article is named in both), or that it is not so (rare words shared, with
  "not", "fails", "remains" …);
* accepted before, noted now: one ask, supported in one review and noted in a later one;
* answered two ways: the same within one review;
* other shares: "fulfilled 23 %" of a plan here, another share there.

Two asks are one where both ask to end one matter, or to ratify one treaty, or share most of their rare words. Nothing
is chosen or corrected. Cut-offs were set by looking at all that was found in the reviews of two States; the
counts stand in docs/following-up.md.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log, sqrt

from onrecord.matching.compared import comparison
from onrecord.matching.shares import is_share_of_promises
from onrecord.matching.statements import stems_of
from onrecord.matching.treaties_named import treaties_named
from onrecord.model import Claim, ClaimKind, Comparison, Member, Modality, Position
from onrecord.vocabulary.matters import matters_in

KIND = "contradiction"
LATER, BEFORE = "said done, told otherwise later", "said done, told otherwise for the same review"
REFUSED, TWO_WAYS = "accepted before, noted now", "answered two ways in one review"
SHARES = "other shares"

_TOLD = 0.28  # of rare words shared by an item and a claim
_BY_TWO = 0.3  # the same where they share two words alone: "police officers" stand in many texts
_ALIKE = 0.6  # of rare words shared by two asks
_MOST = 3  # claims beside one item
_NEAR = 80  # characters between "repeal" and what is to be repealed
_END = (
    r"decriminali[sz]\w*|repeal\w*|abolish\w*|abolition|abrogat\w+|eliminat\w+|remov\w+|revok\w+|end|ending|stop\w*|cease"
    r"|prohibit\w*|ban|bans|banning|outlaw\w*|amend\w*|revis\w+|review\w*|reform\w*|moratorium|discontinu\w+|refrain\w*"
)
_ENDS = re.compile(rf"\b(?:{_END})\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:continu\w+|remain\w*|still|criminali[sz](?:es|ing)|punish\w+|penal|charg(?:es?|ed)\b|convict\w+|sentenc\w+"
    r"|prosecut\w+|accus\w+|imprison\w*|jailed|detain\w*|arrest\w*|fined|sanctions?|in\s+force|carried\s+out|widespread"
    r"|found\s+guilty|not\b|no\b|lack\w*|lawful|protects?)",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|no|never|fail\w*|lack\w*|without|despite|insufficient\w*|inadequate\w*|limited|remain\w*|still|absence"
    r"|obstacles?|problems?|restrict\w*|concern(?:s|ed)?|continued?\s+to\s+be|violat\w+|severely)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?<!not\s)(?<!yet\s)(?<!never\s)(?<!been\s)\b(?:has|have|had|was|were|been)\s+(?:\w+\s+)?"
    r"(?:decriminali[sz]ed|abolished|repealed|banned)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:recommend\w*|urg(?:e|ed|es)|encourag\w+|call(?:s|ed)?\s+(?:up)?on|should)\b"
    # Asks in a list: "I encourage you to focus on: Stepping up efforts …"
    r"|^(?:stepping|continuing|ensuring|strengthening|adopting|promoting|taking|developing|improving|considering)\b",
    re.IGNORECASE,
)
_RATIFY = re.compile(
    r"\b(?:ratif\w+|acced\w+|accession|sign|signing|becom\w+\s+(?:a\s+)?party|adher\w+)\b", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"\barticles?\s+(?P<numbers>\d[\d,\s()and-]*)(?:\s*(?:of|to|in)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?P<code>Code|Constitution|Law|Act))",
    re.IGNORECASE,
)
# Words of every review: shared by texts that have nothing else in common.
_OF_REVIEWS = stems_of(
    "recommendations accepted implement implementation review periodic universal UPR effective fully"
)
_NO_FACT = frozenset((ClaimKind.COMMITMENT, ClaimKind.PROCEDURE, ClaimKind.DOCUMENT))


@dataclass(frozen=True)
class Answered:
    """One recommendation with what its State did with it."""

    text: str
    member: Member
    cycle: int
    position: Position
    date: str  # EDTF, of the last word
    done: Member | None = None  # where the State says that it is implemented
    done_on: str = ""  # EDTF
    words: str = ""  # with which it says so

    @cached_property
    def rare(self) -> frozenset[str]:
        """The stems that carry its meaning."""
        return stems_of(self.text, who_does=True) - _OF_REVIEWS

    @cached_property
    def treaties(self) -> frozenset[str]:
        """The treaties that it asks to ratify."""
        return treaties_named(self.text) if _RATIFY.search(self.text) else frozenset()

    @cached_property
    def to_end(self) -> dict[str, str]:
        """The matters and articles that it asks to end or change, with the words that name them."""
        found = {}
        for key, (start, words) in {**matters_in(self.text), **articles_in(self.text)}.items():
            if _ENDS.search(self.text[max(start - _NEAR, 0) : start + len(words) + _NEAR // 2]):
                found[key] = words
        return found


@dataclass(frozen=True)
class Told:
    """A claim of a paper, with what tells when it was made."""

    claim: Claim
    paper_date: str  # EDTF; "" where the paper has none
    cycle: int | None  # of the review that the paper was written for
    review_date: str = ""  # EDTF, of that review

    @property
    def member(self) -> Member:
        """As one side of a comparison."""
        return Member(self.claim.place.sha256, self.claim.place, self.claim.id)

    @property
    def date(self) -> str:
        """The day for which the claim holds: its own if it is over, else that of its paper."""
        own = self.claim.date
        return own.split("/")[-1].replace("..", "") or self.paper_date

    @cached_property
    def rare(self) -> frozenset[str]:
        """The stems that carry its meaning."""
        return stems_of(self.claim.text, who_does=True) - _OF_REVIEWS

    @cached_property
    def goes_on(self) -> str:
        """The word that says that something is still done or in force; "" where none does."""
        match = None if _ENDED.search(self.claim.text) else _GOES_ON.search(self.claim.text)
        return match.group() if match else ""

    @cached_property
    def not_so(self) -> str:
        """The word that says that something is not as it should be."""
        match = _NOT_SO.search(self.claim.text)
        return match.group() if match else ""

    @cached_property
    def named(self) -> dict[str, tuple[int, str]]:
        """The matters and articles that it names."""
        return {**matters_in(self.claim.text), **articles_in(self.claim.text)}

    @cached_property
    def is_fact(self) -> bool:
        """Whether it tells what is so: no promise, no call, no worry about what may come."""
        claim = self.claim
        planned = claim.modality in (Modality.PLANNED, Modality.DENIED)
        return not (claim.kind in _NO_FACT or planned or _ASKED.search(claim.text))


def articles_in(text: str) -> dict[str, tuple[int, str]]:
    """Articles of laws by number and kind of law, "article 164 code", with where they stand and their words."""
    found = {}
    for match in _ARTICLE.finditer(text):
        for number in re.findall(r"\d+(?:-\d+)?", match["numbers"]):
            found[f"article {number} {match['code'].lower()}"] = (match.start(), match.group())
    return found


def contradictions(items: Sequence[Answered], claims: Sequence[Told]) -> tuple[Comparison, ...]:
    """All that does not go together in what is on record about one State, without doubles."""
    weigh = weights([item.rare for item in items] + [told.rare for told in claims])
    found: dict[str, Comparison] = {}
    ways = (_said_done(items, claims, weigh), _answered_otherwise(items, weigh), _other_shares(claims))
    for one in (one for way in ways for one in way):
        found.setdefault(one.id, one)
    return tuple(found.values())


Weigh = Callable[[Iterable[str]], float]


def weights(texts: Sequence[frozenset[str]]) -> Weigh:
    """How rare words are among these texts; sums of it tell how much two of them share."""
    often = Counter(stem for stems in texts for stem in stems)
    rare = {stem: log(1 + len(texts) / count) for stem, count in often.items()}
    return lambda stems: sum(rare[stem] for stem in stems)


def _alike(one: frozenset[str], other: frozenset[str], weigh: Weigh) -> float:
    shared = one & other
    return weigh(shared) / sqrt(weigh(one) * weigh(other)) if len(shared) > 1 else 0.0


def _said_done(items: Sequence[Answered], claims: Sequence[Told], weigh: Weigh) -> Iterator[Comparison]:
    """The State said that it is implemented; a paper says otherwise."""
    facts = [told for told in claims if told.is_fact]
    for item in items:
        if item.done is None:
            continue
        beside = [
            (score, told, why) for told in facts if (said := _against(item, told, weigh)) for score, why in (said,)
        ]
        best = sorted(beside, key=lambda one: (-one[0], one[1].claim.id))[:_MOST]
        for _, told, why in best:
            verdict = _when(item, told)
            reason = f"The State says “{item.words}” ({item.done_on or 'no date'}). {why} Told: {_day(told)}."
            yield comparison(KIND, verdict, (item.member, item.done, told.member), reason)


def _day(told: Told) -> str:
    return told.date or (f"for the review of {told.review_date}" if told.review_date else "for the same review")


def _against(item: Answered, told: Told, weigh: Weigh) -> tuple[float, str] | None:
    """How strongly, and why, a claim says that an item is not done; None where it does not."""
    if not _when(item, told):
        return None
    for key, words in item.to_end.items() if told.goes_on else ():
        if key in told.named:
            told_words = f"“{told.goes_on}”, “{told.named[key][1]}”"
            why = f"It was asked to end or change “{words}” ({key}); the paper says {told_words}."
            return 1.0 + _alike(item.rare, told.rare, weigh), why
    score = _alike(item.rare, told.rare, weigh) if told.not_so else 0.0
    both = item.rare & told.rare
    if score < (_BY_TWO if len(both) == 2 else _TOLD):
        return None
    shared = ", ".join(sorted(both))
    return score, f"Both speak of: {shared}… ({score:.2f}); the paper says “{told.not_so}”."


def _when(item: Answered, told: Told) -> str:
    """Whether it was told after the State's word, or for the same review; "" where neither or not known."""
    date, said = told.date, item.done_on
    if date and said and date >= said[: len(date)]:
        return LATER
    year_before = str(int(said[:4]) - 1) if said[:4].isdecimal() else ""
    same_review = told.cycle is not None and told.cycle == item.cycle
    lately = not date or date[:4] >= year_before
    return BEFORE if same_review and lately and said else ""


def _answered_otherwise(items: Sequence[Answered], weigh: Weigh) -> Iterator[Comparison]:
    """One ask, supported once and noted at the same review or later; the nearest for each that was noted."""
    supported = [item for item in items if item.position is Position.SUPPORTED]
    for noted in (item for item in items if item.position is Position.NOTED):
        same: dict[str, tuple[float, Answered, str]] = {}
        for item in supported:
            said = one_ask(item, noted, weigh) if item.cycle <= noted.cycle else None
            verdict = REFUSED if item.cycle < noted.cycle else TWO_WAYS
            if said and said[0] > same.get(verdict, (0.0,))[0]:
                same[verdict] = (said[0], item, said[1])
        for verdict, (_, item, why) in same.items():
            yield comparison(KIND, verdict, (item.member, noted.member), f"One is supported, one is noted. {why}")


def one_ask(one: Answered, other: Answered, weigh: Weigh) -> tuple[float, str] | None:
    """Whether two recommendations ask one thing, how surely, and why.

    ``weigh`` comes from :func:`weights` over all texts compared.
    """
    if one.treaties or other.treaties:
        shared = one.treaties & other.treaties
        return (1.0, f"Both ask to ratify: {', '.join(sorted(shared))}.") if shared else None
    score = _alike(one.rare, other.rare, weigh)
    both = [key for key in one.to_end if key in other.to_end]
    if both:
        return 1.0 + score, f"Both ask to end or change: “{one.to_end[both[0]]}” and “{other.to_end[both[0]]}”."
    shared_words = ", ".join(sorted(one.rare & other.rare))
    return (score, f"Both speak of: {shared_words} ({score:.2f}).") if score >= _ALIKE else None


def _other_shares(claims: Sequence[Told]) -> Iterator[Comparison]:
    """Two shares of one plan that are not the same number."""
    shares: defaultdict[float, list[Told]] = defaultdict(list)
    for told in claims:
        claim = told.claim
        for figure in claim.figures:
            if figure.value is not None and is_share_of_promises(claim.text, figure, claim.place.start):
                shares[figure.value].append(told)
    for first, second in combinations(sorted(shares), 2):
        for one in shares[first]:
            for other in shares[second]:
                if len(one.rare & other.rare) >= 2 and one.claim.id != other.claim.id:
                    why = f"One says {first:g} %, the other {second:g} %, of what seems to be one plan."
                    yield comparison(KIND, SHARES, (one.member, other.member), why)
