"""What a text asks: its clauses, each with what is to be done, about what, for whom, in which law.

A recommendation often holds several asks ("repeal article 10 of the Law, and ensure that …"), as do proposals. They are
compared clause by clause, so that one that is taken up is found among others.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from onrecord.matching.ask_clauses import cut_into_asks
from onrecord.matching.laws_asked import LawAsked, laws_in
from onrecord.matching.statements import stem
from onrecord.matching.treaties_asked import treaties_in
from onrecord.vocabulary import ask_words
from onrecord.vocabulary.states import all_names

HARM, BY_HARM = "harm", "told by its harm"  # roles of clauses
# How much a term counts by its kind: what is to be changed counts more than who does it by which means.
_BY_KIND = {"topic": 1.3, "deed": 1.3, "persons": 1.2, "people": 1.2, "body": 1.0, "manner": 0.5, "plan": 0.5}
_BY_KIND |= {"law": 0.35, "treaty": 0.3, "institution": 0.3}
_PLAIN, _FRAME, _OF_ACTION = 0.8, 0.05, 0.25  # other words, words that stand everywhere, words of what is to be done
# What a treaty that is named counts, what it is about, and a code; a rare word counts about 6.
_TREATY, _OF_TREATY, _CODE = 5.0, 3.0, 4.0
_IN_PURPOSE = 0.6  # words that only say what for
_FEW_LETTERS = 3
# What is asked ends where it is said what for, when, or with which examples.
_PURPOSE = re.compile(
    r",?\s+(?:(?:when|while|whenever)\s+\w+ing|including|such\s+as|as\s+(?:requested|proposed|recommended|required)"
    r"|in\s+order\s+to|so\s+as\s+to|so\s+that|with\s+a\s+view\s+to|with\s+the\s+aim\s+of|aimed\s+at|by\s+means\s+of"
    r"|to\s+(?:effectively\s+|better\s+|fully\s+)?(?:ensure|guarantee|prevent|protect|allow|enable|facilitate|promote"
    r"|safeguard|effectively|avoid|bring|make|embody|implement|reflect)\b)",
    re.IGNORECASE,
)
_AND = frozenset({"and", "or", "as"})
_IN_LISTS = _AND | {"well", "the", "a", "of", "to", "freedom", "freedoms", "right", "rights", "their", "its"}
_ALLOWED = re.compile(r"\b(?:allow|permit|enabl|authori[sz])\w*\s[^.;]*?\bto\s+(?=[a-z])", re.IGNORECASE)
_MATTERS = frozenset({ask_words.TOPIC, ask_words.DEED, ask_words.PERSONS, ask_words.PEOPLE})
# The name of a treaty says what the treaty is about, and not more of one who spells it out.
_NAME_OF_TREATY = re.compile(
    r"(?:(?:International|Optional|First|Second|Third|European|Inter-American|American|African|Arab|Council|of|Europe|ILO"
    r"|UNESCO|Hague|Framework|United|Nations|UN|Rome|\d{4})[\s,]+)*\b(?:Convention|Covenant|Protocols?|Statute)\b"
    r"(?:[\s,]+(?:[A-Z][\w’'-]+|on|of|the|for|to|and|against|in|from|all|relating|concerning|or|aiming|at|a|other|armed"
    r"|involvement|conflict|sale|children|child|prostitution|pornography|communications|procedure|abolition|death|penalty"
    r"|members|their|families)\b)*"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One ask of a text. ``terms``: stems and concepts ("=defamation") with their weights."""

    text: str
    actions: frozenset[str]
    first_action: str
    terms: dict[str, float]
    laws: tuple[LawAsked, ...]
    treaties: frozenset[str]
    matters: tuple[frozenset[str], ...] = ()  # what it is about: topics and persons; those of one list together
    role: str = ""  # HARM: what the thing that shall go does, asked to stop; BY_HARM: a law told only by what it does

    @property
    def total(self) -> float:
        """The weight of all its terms together."""
        return sum(self.terms.values())


@dataclass(frozen=True, slots=True)
class Asked:
    """A text understood: its clauses, and all of it as one."""

    text: str
    clauses: tuple[Clause, ...]
    whole: Clause


@lru_cache(maxsize=100_000)
def understand(text: str) -> Asked:
    """What a text asks, clause by clause; a text that asks nothing is one clause."""
    plain = " ".join(text.split())
    clauses: list[Clause] = []
    for asks, harm in cut_into_asks(plain):
        found = [_clause(one) for one in asks]
        clauses += _with_harm(found, _clause(harm, role=HARM)) if harm and found else found
    whole = _clause(plain)
    return Asked(plain, tuple(clauses) or (whole,), whole)


def _with_harm(clauses: list[Clause], harm: Clause) -> list[Clause]:
    """The harm as an ask of its own ("stop …"). Where the law that shall go is not told apart otherwise ("provisions of
    the code that permit flogging"), what it does says which one is meant."""
    last = clauses[-1]
    topics = tuple(m for m in harm.matters if any(_kind(term) == ask_words.TOPIC for term in m))
    if not last.matters and last.laws and topics:
        terms = {term: value * _IN_PURPOSE for term, value in harm.terms.items()} | last.terms
        clauses = [
            *clauses[:-1],
            replace(last, text=f"{last.text}, {harm.text}", terms=terms, matters=topics, role=BY_HARM),
        ]
    return [*clauses, harm]


def _kind(term: str) -> str:
    concept = ask_words.concepts().get(term[1:]) if term[0] == "=" else None
    return concept.kind if concept else ""


def _clause(text: str, *, role: str = "") -> Clause:
    treaties = treaties_in(text)
    plain = _without_treaties(text) if treaties else text
    words = ask_words.words_of(plain)
    behind = _words_of_ask(plain, len(words))
    spans = _own_actions(words, plain)
    actions = [span.key for span in spans]
    terms = _terms(words, behind, {i for span in spans for i in range(span.first, span.behind)})
    laws = laws_in(text, frozenset(term[1:] for term in terms if term[0] == "="))
    terms |= {f"={topic}": _OF_TREATY for code in treaties if (topic := ask_words.about_treaties().get(code))}
    terms |= {f"={code}": _TREATY for code in treaties}
    terms |= {f"={law.code}": _CODE for law in laws if law.code}
    if role == HARM:
        actions.insert(0, "stop")
    commas = ask_words.before_commas(plain)
    matters = _matters(words[:behind], commas) or _matters(words, commas)
    return Clause(text, frozenset(actions), actions[0] if actions else "", terms, laws, treaties, matters, role)


def _without_treaties(text: str) -> str:
    """The text without names and abbreviations of treaties."""
    shorter = _NAME_OF_TREATY.sub(" ", text)
    return re.sub(rf"\(?\b(?:{'|'.join(map(re.escape, _short_names()))})(?![\w-])\)?", " ", shorter)


@cache
def _short_names() -> list[str]:
    return sorted(ask_words.short_names_of_treaties(), key=len, reverse=True)


def _own_actions(words: list[str], text: str) -> list[ask_words.Span]:
    """What the State shall do: not what others shall be allowed to do, nor words inside names of things."""
    allowed = _ALLOWED.search(text)
    end = len(ask_words.words_of(text[: allowed.end()])) if allowed else len(words)
    things = [s for s in ask_words.concepts_in(words) if s.behind - s.first > 1]
    return [
        span
        for span in ask_words.actions_in(words)
        if span.first < end and not any(_inside(span, thing) for thing in things)
    ]


def _inside(span: ask_words.Span, thing: ask_words.Span) -> bool:
    longer = thing.behind - thing.first > span.behind - span.first
    return longer and thing.first <= span.first and span.behind <= thing.behind


def _words_of_ask(text: str, every: int) -> int:
    """How many words say what is asked; the rest says what for, or when. Up to there it must speak of something."""
    for found in _PURPOSE.finditer(text):
        words = ask_words.words_of(text[: found.start()])
        if _matters(words) or treaties_in(text[: found.start()]):
            return len(words)
    return every


def _matters(words: list[str], commas: frozenset[int] = frozenset()) -> tuple[frozenset[str], ...]:
    """The topics and persons, those that stand in one list ("assembly, association and expression") together."""
    lists: list[set[str]] = []
    behind = -1
    for span in ask_words.concepts_in(words):
        if ask_words.concepts()[span.key].kind not in _MATTERS:
            continue
        between = set(words[behind : span.first]) if lists and behind <= span.first else {""}
        if between <= _IN_LISTS and (between & _AND or behind - 1 in commas):
            lists[-1].add("=" + span.key)
        else:
            lists.append({"=" + span.key})
        behind = max(behind, span.behind)
    return tuple(dict.fromkeys(map(frozenset, lists)))


def _terms(words: list[str], behind: int, of_actions: set[int]) -> dict[str, float]:
    """Weights of stems and concepts; words from ``behind`` on only say what for."""
    terms: dict[str, float] = {}
    covered: set[int] = set()
    for span in ask_words.concepts_in(words):
        kind = ask_words.concepts()[span.key].kind
        covered |= set(range(span.first, span.behind))
        value = _BY_KIND[kind] * ask_words.weight("=" + span.key) * (_IN_PURPOSE if span.first >= behind else 1.0)
        terms["=" + span.key] = max(terms.get("=" + span.key, 0.0), value)
    for index, word in enumerate(words):
        if index not in covered and (factor := _factor(word, acting=index in of_actions)):
            key = stem(word)
            value = factor * ask_words.weight(key) * (_IN_PURPOSE if index >= behind else 1.0)
            terms[key] = max(terms.get(key, 0.0), value)
    return terms


def _factor(word: str, *, acting: bool) -> float:
    if len(word) < _FEW_LETTERS or word in ask_words.stop_words() or word[0].isdigit() or word in _names_of_states():
        return 0.0
    if word in ask_words.frame():
        return _FRAME
    return _OF_ACTION if acting else _PLAIN


@cache
def _names_of_states() -> frozenset[str]:
    """Words of States' names: who is asked says nothing of what is asked."""
    return frozenset(word for name in all_names("en") for word in ask_words.words_of(name))
