"""Why two asks belong together, and what speaks against it."""

from collections.abc import Container, Iterable, Iterator

from onrecord.matching.asks import Asked, Clause
from onrecord.matching.laws_asked import LawAsked
from onrecord.model.link import Reason
from onrecord.vocabulary import ask_words
from onrecord.vocabulary.ask_words import DEED, PEOPLE, PERSONS, TOPIC

# How well what is to be done agrees, as :func:`~onrecord.matching.asks_compared.action_fit` gives it.
ACTION_SHARED, ACTION_NEAR = 0.8, 0.6
_TELLING = 4.0  # people who are named more often stand for anybody
_WIDER = 0.5
_TELLING_WORD = 1.5  # the weight from which a shared word is told as a reason
_NEARER_THAN_MOST = 1.5  # standard deviations


def reasons_for(a: Clause, b: Clause, other: Asked, *, action: float, meaning: float) -> Iterator[Reason]:
    """What clause ``a`` shares with clause ``b`` of ``other``, and with the rest of it."""
    known = ask_words.concepts()
    shared = [term for term in a.terms if term in other.whole.terms]
    if treaties := a.treaties & b.treaties:
        yield Reason("instrument", _listed(treaties))
    codes = {law.code for law in a.laws} & {law.code for law in b.laws}
    if codes - {""}:
        yield Reason("law", _listed(codes - {""}))
    articles = {n for law in a.laws for n in law.articles} & {n for law in b.laws for n in law.articles}
    if articles:
        yield Reason("article", _listed(articles))
    if (both := sorted(a.actions & b.actions)) and action >= ACTION_NEAR:
        yield Reason("action", ", ".join(both))
    kinds = {term: known[term[1:]].kind for term in shared if term[0] == "=" and term[1:] in known}
    if subjects := [term[1:] for term, kind in kinds.items() if kind in (TOPIC, DEED)]:
        yield Reason("subject", ", ".join(subjects))
    if persons := [term[1:] for term, kind in kinds.items() if kind in (PERSONS, PEOPLE)]:
        yield Reason("persons", ", ".join(persons))
    if plain := [term for term in shared if term[0] != "=" and a.terms[term] > _TELLING_WORD]:
        yield Reason("words", ", ".join(plain))
    if meaning >= _NEARER_THAN_MOST:
        yield Reason("meaning", f"nearer than most ({meaning:.1f} standard deviations)")


def reasons_against(a: Clause, b: Clause, other: Asked, *, action: float, covered: bool) -> Iterator[Reason]:
    """What speaks against one ask: another action, treaty, law or article; persons or matters that are not named.

    Args:
        a: what was asked first.
        b: what may take it up, a clause of ``other``.
        other: all of it.
        action: how well what is to be done agrees.
        covered: whether ``other`` speaks of most of what ``a`` is about.
    """
    if _contrary(a, b):
        yield Reason("action", f"{a.first_action}, not {b.first_action}", against=True)
    elif _asks_less(a, action):
        yield Reason(
            "action", f"{_listed(_specific(a))} beside {_listed(b.actions) or 'nothing of that kind'}", against=True
        )
    if "ratify" in a.actions and a.treaties and not other.whole.treaties:
        yield Reason("instrument", f"{_listed(a.treaties)} is not named", against=True)
    if a.treaties and b.treaties and not a.treaties & b.treaties:
        yield Reason("instrument", f"{_listed(b.treaties)}, not {_listed(a.treaties)}", against=True)
    if differ := _articles_differ(a.laws, b.laws):
        yield Reason("article", differ, against=True)
    for term in sorted(_missing_persons(a, other)):
        yield Reason("persons", f"{term[1:]} are not named", against=True)
    if not covered:
        yield Reason("subject", f"nothing on {_listed(_uncovered(a, other))}", against=True)


def _specific(a: Clause) -> list[str]:
    return [key for key in a.actions if ask_words.actions()[key].specific]


def _asks_less(a: Clause, action: float) -> bool:
    """Whether a concrete demand meets another or only a general wish; to end a thing and to fight it go together."""
    specific = _specific(a)
    return bool(specific) and action < (ACTION_NEAR if specific == ["stop"] else ACTION_SHARED)


def _contrary(a: Clause, b: Clause) -> bool:
    known = ask_words.actions()
    return any(known[key].against & b.actions for key in a.actions) and not a.actions & b.actions


def _missing_persons(a: Clause, other: Asked) -> set[str]:
    """Persons for whom it is asked and of whom the other side says nothing, nor of persons near to them."""
    known = ask_words.concepts()
    there = other.whole.terms
    return {
        term
        for term in a.terms
        if term[0] == "="
        and term[1:] in known
        and known[term[1:]].kind in (PERSONS, PEOPLE)
        and term not in there
        and ask_words.weight(term) >= _TELLING
        and not any("=" + key in there for key in known[term[1:]].near)
    }


def _articles_differ(one: tuple[LawAsked, ...], other: tuple[LawAsked, ...]) -> str:
    for a in one:
        for b in other:
            if a.articles and b.articles and a.code == b.code and not a.articles & b.articles:
                return f"article {_listed(b.articles)}, not {_listed(a.articles)}"
    return ""


def spoken_of(term: str, there: Container[str]) -> float:
    """How far a matter is among these terms, 0 to 1: itself, a part of it (defamation is a part of expression), or half
    where they only speak of what it is a part of."""
    concept = ask_words.concepts().get(term[1:])
    if term in there or (concept is not None and any("=" + part in there for part in concept.parts)):
        return 1.0
    return _WIDER if concept is not None and any("=" + key in there for key in concept.kin) else 0.0


def _uncovered(a: Clause, other: Asked) -> list[str]:
    there = other.whole.terms
    return [min(matter)[1:] for matter in a.matters if max(spoken_of(term, there) for term in matter) < 1.0]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
