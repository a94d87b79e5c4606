"""Mentions of one law put together, by rules that can be told; what is doubtful stays apart.

- A treaty, code or constitution is known by its name, its State and the article.
- A law without a name of its own is known by its kind (in force, or still to be made), year and subject: the same
  subject, or a part of it in the same year. Two years, or a draft and a law, are never joined.
- "The law", "this new article" mean what was named last in the same paragraph.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.vocabulary import laws as known

_TREATY_ARTICLES = 60  # human-rights treaties that papers cite have no more

# What "the law", "the bill" … may mean: kinds of laws as ``_sort`` tells them.
_POINTED = {
    "article": ("article", "provision"),
    "law": ("law", "amendment"),
    "draft": ("draft", "law", "amendment"),
    "amendment": ("amendment",),
    "code": ("instrument",),
}


@dataclass
class Law:
    """One law and its mentions so far."""

    kind: LawKind
    instrument: str
    article: str
    state: str
    year: str = ""
    subject: tuple[str, ...] = ()
    mentions: list[LawMention] = field(default_factory=list)
    doubts: list["Law"] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)

    def add(self, mention: LawMention, rule: str) -> None:
        """One mention more, and the rule by which it belongs here."""
        self.mentions.append(mention)
        self.year = self.year or mention.year
        if len(mention.subject) > len(self.subject) and mention.kind is not LawKind.POINTER:
            self.subject = mention.subject
        if rule not in self.rules:
            self.rules.append(rule)


def join(mentions: list[LawMention], state: str, paragraphs: list[int]) -> list[Law]:
    """The laws of one paper.

    Args:
        mentions: in the order of the text.
        state: ISO 3166-1 code of the State the paper is about, for laws that name none.
        paragraphs: where paragraphs begin.
    """
    joiner = _Joiner(state, paragraphs)
    for mention in mentions:
        joiner.take(mention)
    joiner.take_loose_articles()
    return joiner.laws


class _Joiner:
    def __init__(self, state: str, paragraphs: list[int]) -> None:
        self.laws: list[Law] = []
        self._state = state
        self._paragraphs = paragraphs
        self._named: dict[tuple[str, str, str], Law] = {}
        self._told: dict[str, list[Law]] = {}  # by each word of the subject and by year
        self._last: dict[str, tuple[int, Law]] = {}
        self._loose: list[LawMention] = []

    def take(self, mention: LawMention) -> None:
        if mention.kind is LawKind.POINTER:
            self._pointer(mention)
        elif mention.kind is not LawKind.INSTRUMENT:
            self._subject(mention)
        elif mention.instrument:
            self._instrument(mention)
        else:
            self._loose.append(mention)

    def _instrument(self, mention: LawMention) -> None:
        state = "" if mention.instrument.isupper() or "-" in mention.instrument else mention.state or self._state
        key = (mention.instrument, mention.article, state)
        law = self._named.get(key)
        if law is None:
            law = self._named[key] = self._new(Law(LawKind.INSTRUMENT, *key))
        law.add(mention, "the same instrument, article and State")
        if mention.article or known.is_code(mention.instrument):
            self._remember(mention, law)

    def _subject(self, mention: LawMention) -> None:
        near = self._near(mention)
        fits = [law for law in near if _same(law, mention)]
        if len(fits) == 1:
            law = fits[0]
            law.add(mention, "the same kind, subject and year, as far as stated")
        else:
            law = self._new(Law(mention.kind, "", mention.article, mention.state or self._state))
            law.add(mention, "named so once" if not fits else "fits several laws of this paper")
            law.doubts += fits
        for key in {*map(stem, mention.subject), mention.year} - {""}:
            known = self._told.setdefault(key, [])
            if law not in known:
                known.append(law)
        self._remember(mention, law)

    def _near(self, mention: LawMention) -> list[Law]:
        keys = [*map(stem, mention.subject), mention.year] if mention.year else [*map(stem, mention.subject)]
        found = {id(law): law for key in keys for law in self._told.get(key, ()) if law.kind is mention.kind}
        return list(found.values())

    def _pointer(self, mention: LawMention) -> None:
        """Joined with what was named last in this paragraph; dropped where nothing was."""
        kinds = _POINTED.get(mention.instrument, ())
        here = self._paragraph(mention.start)
        known = [self._last[kind] for kind in kinds if kind in self._last]
        known = [(at, law) for at, law in known if self._paragraph(at) == here]
        if known:
            law = max(known, key=lambda entry: entry[0])[1]
            law.add(mention, "named last in this paragraph")
            self._last[_sort(law)] = (mention.start, law)

    def take_loose_articles(self) -> None:
        """Articles without an instrument: joined if one law of this paper alone has that article."""
        having: dict[str, list[Law]] = {}
        for named in (law for law in self.laws if law.article):
            having.setdefault(named.article, []).append(named)
        for mention in self._loose:
            fits = having.get(mention.article, [])
            if len(fits) == 1 and self._certain(fits[0]):
                fits[0].add(mention, "the only law of this paper with that article")
                continue
            if mention.section and not fits:
                continue
            law = self._named.get(("", mention.article, self._state))
            if law is None:
                law = self._new(Law(LawKind.INSTRUMENT, "", mention.article, self._state))
                self._named["", mention.article, self._state] = law
                law.doubts += fits
            law.add(mention, "the number of an article alone")

    def _certain(self, law: Law) -> bool:
        """Whether no treaty of this paper may be meant instead: treaties have few articles, codes have many."""
        treaties = {key for key, _, _ in self._named if key and known.kind(key) in ("treaty", "declaration")}
        number = re.match(r"\d+", law.article)
        if law.instrument in treaties:
            return len(treaties) == 1
        return not treaties or (number is not None and int(number.group()) > _TREATY_ARTICLES)

    def _remember(self, mention: LawMention, law: Law) -> None:
        self._last[_sort(law)] = (mention.start, law)

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset)

    def _new(self, law: Law) -> Law:
        self.laws.append(law)
        return law


def _sort(law: Law) -> str:
    return "article" if law.article else law.kind.value


def stem(word: str) -> str:
    """The word without the ending of the plural."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _same(law: Law, mention: LawMention) -> bool:
    """Whether nothing speaks against it and the subject speaks for it."""
    if law.article != mention.article or (law.year and mention.year and law.year != mention.year):
        return False
    mine, other = {*map(stem, law.subject)}, {*map(stem, mention.subject)}
    if mine == other and mine:
        return True
    same_year = bool(law.year) and law.year == mention.year
    if not mine or not other:
        return same_year
    if not (mine <= other or other <= mine):
        return False
    return same_year or (not law.year and not mention.year and stem(law.subject[0]) == stem(mention.subject[0]))
