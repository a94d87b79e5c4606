"""The rights that a claim speaks of, main one first, with the words that show it.

Its own words count most, then its sentence and paragraph, then the sentence before, the heading above it and what the
whole paper is about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.extraction.papers.units import Paper, Role, Unit
from onrecord.extraction.sieve import Sieve, small
from onrecord.model import ClaimKind
from onrecord.vocabulary import rights

_UN = "UN cooperation/implementation"
_REPRISALS = "reprisals"
_ABOUT_REVIEWS = (ClaimKind.COMMITMENT, ClaimKind.FULFILMENT, ClaimKind.PROCEDURE, ClaimKind.DOCUMENT)
_OF_SENTENCE = 0.3  # what stands elsewhere in the sentence, in the paragraph, counts less
_OF_PARAGRAPH = 0.15
_OF_SENTENCE_BEFORE = 0.15
_OF_HEADING = 0.3
_OF_PAPER = 0.8  # of the right that the paper speaks of most
_FOR_KIND = 3.0
_FOR_CONTACT = 5.0
_ELSE = 0.4  # a body of the United Nations that speaks of torture is no claim about cooperation
_MOST = 4
_HEADINGS = (Role.TITLE, Role.HEADING)
_AFTER_CONTACT = re.compile(
    r"\b(?:[Aa]fter|[Bb]ecause|[Ff]or|[Ss]ince|following|who|once)\b[^.;]{0,80}\b(?:gave|giving|given|spoke|speak|speaking|spoken|"
    r"met|meeting|testif\w+|evidence|information|complain\w*|cooperat\w+|co-operat\w+|wrote|writing|written|submitt\w+|"
    r"address\w*|talk\w*)\b[^.;]{0,60}\b(?:UN|United Nations|Human Rights (?:Committee|Council)|"
    r"Committee (?:against|on)|[Rr]apporteurs?|[Ss]pecial [Pp]rocedures?|Universal Periodic Review|UPR|"
    r"treaty bod(?:y|ies))\b"
)


_NEEDS_CONTACT = Sieve(
    "after|because|for|since|following|who|once",
    "gave|giv|spok|speak|met|meeting|testif|evidence|information|complain|operat|wrote|writ|submitt|address|talk",
    "un|human rights|committee|rapporteur|procedure|universal|upr|treaty",
)


@dataclass(slots=True)
class Context:
    """What is spoken of around the units of a paper. Entered unit after unit in order."""

    paper: Paper
    _theme: dict[str, float] = field(default_factory=dict)
    _heading: Mapping[str, float] = field(default_factory=dict)
    _before: Mapping[str, float] = field(default_factory=dict)
    _here: Mapping[str, float] = field(default_factory=dict)
    _weighed: dict[int, Mapping[str, float]] = field(default_factory=dict)  # by where a unit begins
    _around: dict[str, float] | None = None  # of the unit at hand, once somebody asked

    def __post_init__(self) -> None:
        """Weigh the whole paper, so that what it speaks of most weighs ``_OF_PAPER``."""
        for unit in self.paper.layout.units:
            if unit.says_something or unit.role in _HEADINGS:
                self._weighed[unit.start] = self._weigh(unit)
                _add(self._theme, self._weighed[unit.start], 1.0)
        most = max(self._theme.values(), default=1.0)
        self._theme = {key: _OF_PAPER * weight / most for key, weight in self._theme.items()}

    def enter(self, unit: Unit) -> None:
        """Go on to the next unit."""
        self._around = None
        if unit.role in _HEADINGS:
            self._heading, self._before, self._here = self._weighed[unit.start], {}, {}
        elif unit.says_something:
            self._before, self._here = self._here, self._weighed[unit.start]

    def weights(self) -> Mapping[str, float]:
        """How much is spoken of each right around the unit at hand."""
        if self._around is None:
            self._around = dict(self._theme)
            _add(self._around, self._heading, _OF_HEADING)
            _add(self._around, self._before, _OF_SENTENCE_BEFORE)
        return self._around

    def _weigh(self, unit: Unit) -> Mapping[str, float]:
        paragraph = self.paper.document.paragraphs[unit.paragraph]
        return rights.weigh(self.paper.text(unit.start, unit.end), within=paragraph.text)


def rights_of(
    words: str, sentence: str, paragraph: str, kind: ClaimKind, *, around: Mapping[str, float] | None = None
) -> tuple[tuple[str, ...], str]:
    """Keys of the vocabulary of rights and the words that led to the first.

    Args:
        words: the claim. sentence, paragraph: what stands around it, "" if nothing does.
        kind: claims about reviews and promises speak of implementation first.
        around: weights of what the paper speaks of around it (``Context.weights``).
    """
    own = rights.weigh(words, within=paragraph)
    weights = dict(own)
    _add(weights, rights.weigh(sentence, within=paragraph), _OF_SENTENCE)
    _add(weights, rights.weigh(paragraph), _OF_PARAGRAPH)
    _add(weights, around or {}, 1.0)
    if kind in _ABOUT_REVIEWS:
        weights[_UN] = weights.get(_UN, 0.0) + _FOR_KIND
    elif kind is ClaimKind.ACT_OF_OTHERS and not set(own) - {_UN}:
        weights[_UN] = weights.get(_UN, 0.0) + _FOR_KIND  # "the envoy visited the country"
    elif _UN in weights:
        weights[_UN] *= _ELSE
    if _UN not in own and _NEEDS_CONTACT.lets_pass(small(sentence)) and _AFTER_CONTACT.search(sentence):
        weights[_REPRISALS] = weights.get(_REPRISALS, 0.0) + _FOR_CONTACT
    found = rights.chosen(weights)[:_MOST]
    shown = rights.words_for(found[0], words, within=paragraph)
    shown = shown or rights.words_for(found[0], sentence, within=paragraph)
    return found, ", ".join(shown[:4])


def _add(weights: dict[str, float], more: Mapping[str, float], share: float) -> None:
    for key, weight in more.items():
        weights[key] = weights.get(key, 0.0) + share * weight
