"""In what a text asks less than another one: one act where the other asks in general, a law, a part of the subject."""

from collections.abc import Iterator

from onrecord.matching.asks import Asked, understand
from onrecord.vocabulary import ask_words

ACT, LAW, PART = "act", "law", "part"


def narrower(one: str, other: str) -> tuple[str, ...]:
    """In what the second text is narrower than the first; () where it is not, or also asks something else.

    Args:
        one: what is to be asked.
        other: what was asked, on the same subject.

    Returns:
        Of ``ACT`` (it asks for an act of which one can tell whether it was done, and ``one`` for none), ``LAW`` (it
        names an article or a code, ``one`` none), ``PART`` (it speaks of a part of what ``one`` speaks of).
    """
    ours, theirs = understand(one), understand(other)
    if not _within(_matters(theirs), _matters(ours)) or not _acts_alike(ours, theirs):
        return ()
    return tuple(_told(ours, theirs))


def _told(ours: Asked, theirs: Asked) -> Iterator[str]:
    if _acts(theirs) and not _acts(ours):
        yield ACT
    if _laws(theirs) and not _laws(ours):
        yield LAW
    wide, narrow = _matters(ours), _matters(theirs)
    if narrow and (narrow < wide or (narrow != wide and narrow <= wide | _parts(wide))):
        yield PART


def _within(narrow: frozenset[str], wide: frozenset[str]) -> bool:
    """Whether it speaks of nothing else; without any subject known nothing can be said."""
    near = {key for matter in wide for key in ask_words.concepts()[matter].near}
    return bool(narrow) and narrow <= wide | near and not narrow.isdisjoint(wide | _parts(wide))


def _parts(wide: frozenset[str]) -> frozenset[str]:
    return frozenset(part for matter in wide for part in ask_words.concepts()[matter].parts)


def _matters(asked: Asked) -> frozenset[str]:
    """Keys of the topics, deeds and persons that it speaks of."""
    return frozenset(term[1:] for clause in asked.clauses for matter in clause.matters for term in matter)


def _acts_alike(ours: Asked, theirs: Asked) -> bool:
    """Whether it asks for one of the acts, or one that often means the same; where no act is asked any will do."""
    wanted = _acts(ours)
    near = {key for act in wanted for key in ask_words.actions()[act].near}
    return not wanted or not _acts(theirs).isdisjoint(wanted | near)


def _acts(asked: Asked) -> frozenset[str]:
    known = ask_words.actions()
    return frozenset(key for clause in asked.clauses for key in clause.actions if known[key].specific)


def _laws(asked: Asked) -> frozenset[str]:
    named = [law for clause in asked.clauses for law in clause.laws]
    return frozenset(name for law in named for name in (law.code, *law.articles) if name)
