"""Finds laws in papers: instrument, article and year as written, and what is said of them."""

import re
from dataclasses import replace

from onrecord.extraction.papers.laws_articles import article_mentions, instrument_mentions
from onrecord.extraction.papers.laws_joined import Law, join, stem
from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.extraction.papers.laws_noun import noun_mentions
from onrecord.extraction.papers.laws_offences import and_on, offence_mentions
from onrecord.extraction.papers.laws_orders import orders
from onrecord.extraction.papers.laws_short import short_forms
from onrecord.extraction.papers.name_paper import Places, furniture_of, state_of
from onrecord.extraction.papers.units import Paper
from onrecord.extraction.papers.words_of_paper import words_of_paper
from onrecord.model import Named, NamedKind
from onrecord.vocabulary import laws as known
from onrecord.vocabulary.phrases import Words, small_words

_SHORT = re.compile(
    r"\b[Tt]h(?:e|is)\s+((?:Optional\s+)?(?:Covenant|Convention|Charter|Protocol))\b(?!\s+(?:on|of|for|against|to)\b)"
)
_OPENING = re.compile(r"(?:In|On|By|Since)\s+(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?((?:19|20)\d\d)\b")
_MADE = re.compile(
    r"\b(?:adopt|pass|enact|introduc|sign|approv|amend|promulgat|submit|table|draft|publish|press|push|propos|came|ente)"
    r"\w*\b"
)
_SAID = re.compile(r"(?:,?\s+(?:which|that)\s+|\s+)(\w+[^.;\n]{3,200})")
_VERB = re.compile(
    r"(?:\w+(?:[^s\W]s|ed|ing)|is|are|was|were|has|have|had|may|might|can|could|will|would|should|must|do|does|did|"
    r"continue|remain|allow|permit|require|provide|contain|violate|restrict|criminali[sz]e|punish|fail)\b"
)


def read_laws(paper: Paper) -> tuple[Named, ...]:
    """The laws of a paper with all their mentions.

    The id says State, instrument and article, or kind, year and subject: the same id in two papers is the same law by
    that rule. ``roles`` holds what is said of the law, as worded; ``perhaps`` laws of this paper about the same matter.
    """
    words = words_of_paper(paper.document)
    mentions = _without_overlap(_found(words))
    furniture = furniture_of(paper)
    outside = [m for m in mentions if not furniture(m.start)]
    state, why = state_of(paper)
    places = Places(paper)
    laws = join([_dated(paper, m) for m in outside], state, places.starts)
    ids = {id(law): _id(law, paper) for law in laws}
    about = _by_topic(laws, words.text)
    return tuple(_named(places, law, ids, about, why) for law in laws)


def _found(words: Words) -> list[LawMention]:
    text = words.text
    instruments = instrument_mentions(text, words)
    instruments += _short(words, instruments)
    ends = {m.end for m in instruments}  # "the Criminal Code" is known by its name, not as "the code"
    nouns = [*orders(words), *noun_mentions(words)]
    nouns = [n for n in nouns if n.end not in ends or n.kind is LawKind.AMENDMENT]
    short = short_forms(words, [*instruments, *nouns])
    nouns = _without_short(nouns, short)
    laws = [noun for noun in nouns if noun.kind in (LawKind.LAW, LawKind.DRAFT)]
    articles = article_mentions(text, [*instruments, *laws, *short])
    return [*articles, *instruments, *short, *nouns, *and_on(words, nouns), *offence_mentions(words)]


def _without_short(nouns: list[LawMention], short: list[LawMention]) -> list[LawMention]:
    """Nouns that are no short form of a law: "the Draft Law" where the paper calls one so."""
    ends = {mention.end for mention in short}
    return [noun for noun in nouns if noun.end not in ends or noun.title] if ends else nouns


def _short(words: Words, instruments: list[LawMention]) -> list[LawMention]:
    """ "the Covenant", where one treaty of this paper alone is called so.

    Where none is named, papers mean the International Covenant on Civil and Political Rights by "the Covenant".
    """
    found = []
    keys = {m.instrument for m in instruments if known.kind(m.instrument) == "treaty"}
    for match in words.found(_SHORT, ("the", "this")):
        fits = {key for key in keys if match[1].casefold() in known.name(key).casefold()}
        if not fits and match[1] == "Covenant":
            fits = {"ICCPR"}
        if len(fits) == 1:
            found.append(LawMention(match.start(), match.end(), LawKind.INSTRUMENT, fits.pop()))
    return found


def _without_overlap(found: list[LawMention]) -> list[LawMention]:
    """Sorted by place. The instrument may stand inside its article, nothing else inside another mention."""
    kept: list[LawMention] = []
    behind = 0
    inside: set[tuple[str, tuple[str, ...]]] = set()
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.kind is not LawKind.INSTRUMENT)):
        what = (mention.instrument, mention.subject)
        if mention.start < behind and (what not in inside or mention.end > behind):
            continue
        kept.append(mention)
        if mention.article and mention.start >= behind:
            inside = {what}
        elif mention.start >= behind:
            inside = set()
        behind = max(behind, mention.end)
    return kept


def _dated(paper: Paper, mention: LawMention) -> LawMention:
    """With the year of "In 2010, Parliament adopted …" where the law is new in its sentence."""
    if mention.year or mention.kind not in (LawKind.LAW, LawKind.DRAFT, LawKind.AMENDMENT):
        return mention
    text = paper.document.text
    start = max(text.rfind(". ", 0, mention.start) + 1, text.rfind("\n", 0, mention.start) + 1)
    start += text[start : start + 1] == " "
    opening = _OPENING.match(text, start)
    definite = re.match(r"(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat)\b", text[mention.start : mention.start + 6])
    if opening and not definite and _MADE.search(text, opening.end(), mention.start):
        return replace(mention, year=opening[1], date_implied=True)
    return mention


def _id(law: Law, paper: Paper) -> str:
    if law.kind is LawKind.INSTRUMENT and law.instrument:
        return ":".join(filter(None, ("law", law.state, law.instrument.replace(" ", "-"), law.article)))
    if law.kind is LawKind.INSTRUMENT:  # an article of we do not know what: of this paper only
        return f"law:{paper.document.sha256[:12]}:article:{law.article}"
    what = "-".join(sorted(set(map(stem, law.subject)))) or paper.document.sha256[:12]
    return ":".join(filter(None, ("law", law.state, law.kind.value, law.year, what, law.article)))


def _by_topic(laws: list[Law], text: str) -> dict[str, list[Law]]:
    """Laws of States by what they are about."""
    about: dict[str, list[Law]] = {}
    for law in laws:
        for topic in _topics(law, text):
            about.setdefault(topic, []).append(law)
    return about


def _topics(law: Law, text: str) -> set[str]:
    if law.kind is LawKind.INSTRUMENT and not law.article:
        return set()
    said = " ".join(text[m.start : m.end] for m in law.mentions if m.kind is not LawKind.POINTER)
    if (law.kind is LawKind.INSTRUMENT and law.state) or not law.subject:
        said += " ".join(filter(None, (_said(text, m) for m in law.mentions)))
    topics = known.topics(small_words(said))
    return {"incitement"} if "incitement" in topics else topics  # "religious hatred" is not about religion


def _said(text: str, mention: LawMention) -> str:
    """What the sentence says of the law right behind it: "continues to criminalise libel"."""
    match = _SAID.match(text, mention.end)
    return match[1].strip() if match and _VERB.match(match[1]) else ""


def _named(places: Places, law: Law, ids: dict[int, str], about: dict[str, list[Law]], why: str) -> Named:
    text = places.text
    mine = ids[id(law)]
    fullest = max(law.mentions, key=lambda m: (m.kind is not LawKind.POINTER, bool(m.year), m.end - m.start))
    topics = sorted(_topics(law, text))
    near = {ids[id(other)] for topic in topics for other in about[topic][:20]} | {ids[id(d)] for d in law.doubts}
    reasons = [("id", "; ".join(law.rules))]
    if topics:
        reasons.append(("about", ", ".join(topics)))
    if law.state and not any(m.state for m in law.mentions):
        reasons.append(("state", why))
    if any(m.date_implied for m in law.mentions):
        reasons.append(("year", "the sentence opens with it"))
    return Named(
        mine,
        NamedKind.LAW,
        " ".join(text[fullest.start : fullest.end].split()),
        places.of((m.start, m.end) for m in law.mentions),
        roles=tuple(dict.fromkeys(filter(None, (_said(text, m) for m in law.mentions)))),
        perhaps=tuple(sorted(near - {mine})),
        reasons=tuple(reasons),
    )
