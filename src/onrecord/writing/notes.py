"""Notes in the house style.

Documents of the United Nations are cited as the United Nations cite them: by symbol and paragraph, then the page. Other
papers are named in full once (who, title, date) and afterwards by who and the number of the first note. "Ibid." is not
used: it points at the note before, and that changes whenever somebody moves a paragraph or adds a note between. A style
file (CSL) was looked at and left: it knows no recommendations, recommending States or paragraphs of tables, and would
need every note as invented bibliographic data.
"""

import re
from dataclasses import dataclass, field

from onrecord.model.written import Cited, CitedPaper, Cites
from onrecord.vocabulary import paper_words as words
from onrecord.vocabulary import states

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~^$@#])")
_ISOLATE_AS_IS = "\u2068"
_ISOLATE, _END = "\u2066", "\u2069"  # a symbol or number keeps its own direction in Arabic


@dataclass(slots=True)
class Notes:
    """Writes the notes of one paper in order and remembers which papers were named before."""

    language: str
    named: dict[str, int] = field(default_factory=dict)  # sha256 → number of the note that names it in full
    told: set[str] = field(default_factory=set)  # recommendations whose States were named

    def note(self, number: int, cited: tuple[Cited, ...]) -> str:
        """The words of one note, in Markdown."""
        return "; ".join(self._one(number, one) for one in cited) + "."

    def _one(self, number: int, cited: Cited) -> str:
        if cited.kind is Cites.ASSESSMENT:
            return self._assessment(number, cited)
        parts = [self._paper(number, cited.paper), self._paragraph(cited), self._page(cited)]
        told = self._say("told_as", who=self._foreign(escaped(cited.said_by))) if cited.said_by else ""
        named = words.listed([part for part in parts if part], self.language)
        return f"{named} ({told})" if told else named

    def _assessment(self, number: int, cited: Cited) -> str:
        """What a voice says, of what, and on what evidence."""
        told = self._say("assessment_of", told=self._foreign(escaped(cited.text)))
        where = [self._paper(number, cited.paper), self._paragraph(cited), self._page(cited)]
        evidence = [self._one(number, one) for _, some in cited.followed for one in some]
        return "; ".join([told, words.listed([part for part in where if part], self.language), *evidence])

    def _paper(self, number: int, paper: CitedPaper) -> str:
        if paper.symbol:
            return self._ltr(escaped(paper.symbol))
        who = short_name(paper, self.language)
        first = self.named.setdefault(paper.sha256, number)
        if first != number:
            return f"{self._foreign(escaped(who))} ({self._say('above', n=first)})"
        title = self._foreign(f"*{escaped(paper.title)}*") if paper.title and paper.title != who else ""
        parts = (self._foreign(escaped(who)), title, words.date(paper.date, self.language))
        return words.listed([part for part in parts if part], self.language)

    def _paragraph(self, cited: Cited) -> str:
        number = cited.number or cited.place.paragraph
        if not number:
            return ""
        told = self._say("paragraph", n=self._ltr(escaped(number)))
        if cited.kind is Cites.RECOMMENDATION and cited.states and cited.id not in self.told:
            self.told.add(cited.id)
            told += f" ({state_names(cited.states, self.language)})"
        return told

    def _page(self, cited: Cited) -> str:
        return self._say("page", n=cited.place.page) if cited.place.page else ""

    def _say(self, key: str, **values: object) -> str:
        return words.say(key, self.language, **values)

    def _foreign(self, text: str) -> str:
        return foreign(text, self.language)

    def _ltr(self, text: str) -> str:
        return f"{_ISOLATE}{text}{_END}" if self.language in words.RIGHT_TO_LEFT else text


def short_name(paper: CitedPaper, language: str) -> str:
    """Who a paper is by, or the shortest name that tells it apart: "Bridge", "A/HRC/28/10"."""
    kind = paper.kind[:1].upper() + paper.kind[1:]
    return paper.symbol or words.listed(paper.publishers, language) or paper.title or kind


def state_names(codes: tuple[str, ...], language: str) -> str:
    """States by name; a code that is not known as it is."""
    known = set(states.codes())
    return words.listed([states.name(code, language) if code in known else code for code in codes], language)


def foreign(text: str, language: str) -> str:
    """Words that may be of another script, so that they keep their own direction and touch no number beside them."""
    return f"{_ISOLATE_AS_IS}{text}{_END}" if language in words.RIGHT_TO_LEFT and text else text


def escaped(text: str) -> str:
    """Words of others as Markdown that says the same and commands nothing."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
