"""First drafts: what the record holds on a subject, in the sections of an outline, each sentence with its note.

Nothing is invented: a sentence is who says it and their words, to the letter. Where sources contradict each other, all
of them are quoted. Where the record holds nothing, the draft says so (a gap).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import ClaimKind
from onrecord.model.written import Block, Cited, Cites, drafted
from onrecord.vocabulary import outlines, states
from onrecord.vocabulary import paper_words as words
from onrecord.writing.notes import escaped, foreign, short_name

_NOT_SAID = (ClaimKind.DOCUMENT, ClaimKind.PROCEDURE, ClaimKind.ACT_OF_OTHERS)
_RESPONSE = (ClaimKind.STATE_RESPONSE, ClaimKind.COMMITMENT, ClaimKind.FULFILMENT)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that may go into a draft. ``firm``: asserted, not feared or planned."""

    cited: Cited
    kind: ClaimKind
    date: str = ""
    figures: bool = False
    sourced: bool = False
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Material:
    """What the record holds for a paper: the words of papers that were published before the day that is asked for.

    ``conflicts``: passages that stand against each other, two or more each. ``table``: how the table of recommendations
    is narrowed, in the words of a directive, and how many there are by what is drawn.
    """

    claims: tuple[Said, ...] = ()
    conflicts: tuple[tuple[Cited, ...], ...] = ()
    proposals: tuple[Cited, ...] = ()
    table: str = ""
    previous: str = ""  # the same of the review before
    # "supported", "noted", "previous", "any", "proposals": which tables have rows; "assessed": somebody assessed some.
    recommendations: frozenset[str] = frozenset()
    asked: str = ""  # how the table of proposals is narrowed
    # Where the State says done and a paper tells otherwise: the recommendation, the State's words, the claim.
    contradictions: tuple[tuple[Cited, ...], ...] = ()
    assessments: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be drafted."""

    outline: str
    language: str
    since: str = ""  # a year, for gaps


def draft_blocks(wish: Wish, material: Material) -> tuple[Block, ...]:
    """The blocks of a first draft, section by section, headings with them."""
    return tuple(_Drafter(wish, material).blocks())


class _Drafter:
    """Fills the sections in order; a claim goes into one section, the most special one that draws it."""

    def __init__(self, wish: Wish, material: Material) -> None:
        self.wish = wish
        self.material = material
        self.told: set[str] = set()
        self.conflicts = {side.id: sides for sides in material.conflicts for side in sides}

    def blocks(self) -> list[Block]:
        sections = outlines.sections(self.wish.outline)
        # Special sections choose first, whatever their order on paper.
        by_section: dict[str, list[Block]] = {}
        for section in sorted(sections, key=lambda one: "claims:situation" in one.draws):
            parts = [block for draws in section.draws for block in self._drawn(section, draws)]
            by_section[section.key] = parts or [self._gap(section.key)]
        found = []
        for section in sections:
            heading = words.say(f"section.{section.key}", self.wish.language)
            found += [drafted(f"{section.key}/heading", f"## {heading}"), *by_section[section.key]]
        return found

    def _drawn(self, section: outlines.OutlineSection, draws: str) -> list[Block]:
        what, _, which = draws.partition(":")
        return _DRAWN[what](self, section, which)

    def claims(self, section: outlines.OutlineSection, which: str) -> list[Block]:
        fitting = [one for one in self.material.claims if one.cited.id not in self.told and _fits(one, which)]
        chosen = sorted(fitting, key=_weight)[: section.most]
        found = []
        for one in sorted(chosen, key=lambda one: (one.date or one.cited.paper.date, one.cited.paper.sha256)):
            if one.cited.id in self.told or (one.cited.around and one.cited.around in self.told):
                continue
            self.told.add(one.cited.around)
            sides = self.conflicts.get(one.cited.id)
            found.append(self._conflict(section.key, sides) if sides else self._claim(section.key, one.cited))
        return found

    def conflicts_all(self, section: outlines.OutlineSection, _which: str) -> list[Block]:
        left = [sides for sides in self.material.conflicts if not self.told.intersection(one.id for one in sides)]
        return [self._conflict(section.key, sides) for sides in left[: section.most]]

    def recommendations(self, section: outlines.OutlineSection, which: str) -> list[Block]:
        wanted = which if which in ("supported", "noted", "previous") else "any"
        if wanted not in self.material.recommendations:
            return [self._gap(section.key, "recommendations")]
        narrowed = self.material.previous if wanted == "previous" else self.material.table
        narrowed += {"supported": " position=supported", "noted": " position=noted"}.get(which, "")
        told = {which, self.wish.outline} & {"assessed", "mid-term"} or "assessed" in self.material.recommendations
        narrowed += " assessed=yes" if told else ""
        return [drafted(f"{section.key}/table-{which or 'all'}", f"[@table: recommendations {narrowed}]")]

    def proposals(self, section: outlines.OutlineSection, _which: str) -> list[Block]:
        left = [one for one in self.material.proposals if one.id not in self.told][: section.most]
        self.told |= {one.id for one in left}
        return [drafted(f"{section.key}/{one.id}", self._sentence(one)) for one in left]

    def uptake(self, section: outlines.OutlineSection, _which: str) -> list[Block]:
        """One row for each proposal, with what took it up."""
        if "proposals" not in self.material.recommendations:
            return []
        return [drafted(f"{section.key}/uptake", f"[@table: proposals {self.material.asked} own=yes]")]

    def assessments(self, section: outlines.OutlineSection, which: str) -> list[Block]:
        """What each voice says of fulfilment; where nobody said anything a gap, unless only what is known is asked."""
        found = [
            drafted(f"{section.key}/{one.id}", f"{escaped(one.number)}: {escaped(one.text)}.[@{one.id}]")
            for one in self.material.assessments[: section.most]
        ]
        gap = words.say("no_assessment", self.wish.language)
        return found or ([] if which == "known" else [self._marked(section.key, "assessments", gap)])

    def contradictions(self, section: outlines.OutlineSection, _which: str) -> list[Block]:
        """The State says that it is done, and a paper tells otherwise; nothing is chosen."""
        found = []
        for item, done, claim in self.material.contradictions:
            if claim.id in self.told or (claim.around and claim.around in self.told):
                continue
            self.told |= {claim.id, claim.around} - {""}
            said = replace(done, said_by=states.name(item.paper.state, self.wish.language))
            sentences = [self._sentence(one) for one in (item, said, claim)]
            key = f"{section.key}/contradicted-{item.id.partition(':')[2]}+{claim.id}"
            found.append(drafted(key, f"{words.say('differ', self.wish.language)} {' '.join(sentences)}"))
        return found[: section.most]

    def cases(self, section: outlines.OutlineSection, _which: str) -> list[Block]:
        return [self._marked(section.key, "cases", words.say("no_cases", self.wish.language))]

    def _claim(self, section: str, one: Cited) -> Block:
        self.told.add(one.id)
        return drafted(f"{section}/{one.id}", self._sentence(one))

    def _conflict(self, section: str, sides: Sequence[Cited]) -> Block:
        self.told |= {one.id for one in sides}
        # Two sides can stand in one sentence, which is quoted once.
        said = " ".join({one.around or one.text: self._sentence(one) for one in sides}.values())
        key = "+".join(sorted(one.id for one in sides))
        return drafted(f"{section}/differ-{key}", f"{words.say('differ', self.wish.language)} {said}")

    def _sentence(self, one: Cited) -> str:
        """Who says it, their words, the note."""
        language = self.wish.language
        teller = foreign(escaped(short_name(one.paper, language)), language)
        said = escaped((one.around or one.text).strip().rstrip(".;,"))
        quote = words.quoted(foreign(said, language), language)
        if one.said_by and not one.around:
            who = foreign(escaped(one.said_by), language)
            told = words.say("says_told", language, who=who, teller=teller, quote=quote)
        else:
            told = words.say("says", language, who=teller, quote=quote)
        prefix = "" if one.kind is Cites.RECOMMENDATION else f"{one.kind.value}:"
        return f"{told}.[@{prefix}{one.id.partition(':')[2]}]"

    def _gap(self, section: str, about: str = "") -> Block:
        key = f"what.{about or section}"
        what = words.say(key if words.has(key) else "what.subjects", self.wish.language)
        since = self.wish.since
        told = words.say("gap" if since else "gap_ever", self.wish.language, what=what, since=since)
        return self._marked(section, about or "gap", told)

    def _marked(self, section: str, about: str, sentence: str) -> Block:
        return drafted(f"{section}/gap-{about}", f"[gap: {sentence}]")


_DRAWN: dict[str, Callable[[_Drafter, outlines.OutlineSection, str], list[Block]]] = {
    "claims": _Drafter.claims,
    "conflicts": _Drafter.conflicts_all,
    "recommendations": _Drafter.recommendations,
    "proposals": _Drafter.proposals,
    "uptake": _Drafter.uptake,
    "assessments": _Drafter.assessments,
    "contradictions": _Drafter.contradictions,
    "cases": _Drafter.cases,
}


def _fits(one: Said, which: str) -> bool:
    if one.kind in _NOT_SAID and which not in ("reprisals", "groups"):
        return False
    if which == "response":
        return one.kind in _RESPONSE
    if which == "law":
        return one.kind is ClaimKind.LAW
    if which in ("reprisals", "groups"):
        own = one.kind in (ClaimKind.SITUATION, ClaimKind.STATE_RESPONSE)
        return own and outlines.speaks_of(which, one.cited.text)
    return one.kind is ClaimKind.SITUATION


def _weight(one: Said) -> tuple[bool, bool, bool, str]:
    """What is said firmly, with a figure and with a source of its own comes first, then what is newest."""
    newest = "".join(chr(0x10FFFF - ord(sign)) for sign in one.date or one.cited.paper.date)
    return not one.firm, not one.figures, not one.sourced, newest or "\U0010ffff"
