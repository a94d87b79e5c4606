"""Organisations that no table knows, by how their names are built: "Ministry of …", "… Foundation"."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from onrecord.vocabulary import mentions, name_forms, organisations
from onrecord.vocabulary.laws import words as law_words
from onrecord.vocabulary.phrases import Words

_PREPOSITIONS = frozenset({"of", "for", "on", "against", "with"})
_ABSTRACT = organisations.words("abstract")
_OPENING = frozenset(
    {
        "according",
        "joint",
        "members",
        "member",
        "dear",
        "contact",
        "please",
        "see",
        "former",
        "nobody",
        "officers",
        "staff",
    }
)
_HOLDERS = frozenset(
    ("minister", "president", "chancellor", "ambassador", "senator", "governor", "mayor", "general", "colonel", "judge")
)
_TWO = frozenset({"working", "group"})
_BRACKETED = re.compile(r"\s*\([A-Z][A-Za-z&]{1,9}\)")
_ACCORDING = re.compile(r"(?:[Aa]ccording to|[Bb]y|[Jj]oined by|[Tt]ogether with|[Aa]long with)\s+(?:the\s+)?$")


def named_by_shape(words: Words, taken: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Spans of names with a word such as "Ministry" or "Foundation"; ``taken`` says where no name may begin."""
    free = (run for run in _runs(words) if not taken(words.starts[run[0]]))
    spans = [span for run in free if (span := _with_head(words, *run)) is not None]
    names = {tuple(words.lowers[first:last]) for first, last in spans}
    for first, last in spans:
        for low, high in _parted(words, first, last, names):
            yield words.starts[low], words.ends[high - 1]


def _parted(words: Words, first: int, last: int, names: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """ "A Justice and B Foundation" are two if "B Foundation" stands elsewhere by itself."""
    for at in range(first + 1, last - 1):
        if words.lowers[at] == "and" and tuple(words.lowers[at + 1 : last]) in names:
            if any(words.lowers[i] in organisations.words("head") for i in range(first, at)):
                yield first, at
            yield at + 1, last
            return
    yield first, last


def named_by_context(
    words: Words, taken: Callable[[int], bool], near: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """Spans of names without such a word, where somebody of that name reports, submits or is quoted.

    ``near`` says whether another organisation stands beside a span, joined by "and".
    """
    soft = organisations.words("soft")
    for first, last in _plain_runs(words):
        lowers = words.lowers[first:last]
        start, end = words.starts[first], words.ends[last - 1]
        if taken(start) or last - first < 2 or last - first > 5 or _never(words, first, last):
            continue
        if _kind_behind(words, last):
            yield start, end
        elif not soft & set(lowers):
            continue
        elif (
            _reports(words, last)
            or _ACCORDING.search(words.text[max(start - 24, 0) : start])
            or near(start, end)
            or _BRACKETED.match(words.text, end)
        ):
            yield start, end


def _introduced(text: str, start: int, end: int) -> bool:
    return bool(_ACCORDING.search(text[max(start - 24, 0) : start]) or _BRACKETED.match(text, end))


def _kind_behind(words: Words, last: int) -> bool:
    """ "Free Voices, a group of journalists": what it is stands behind it."""
    if words.gap(last - 1) != ", " or words.lowers[last : last + 1] not in (["a"], ["an"], ["the"]):
        return False
    return any(word in organisations.words("kind behind") for word in words.lowers[last + 1 : last + 5])


def _reports(words: Words, last: int) -> bool:
    return words.joined(last - 1) and words.lowers[last] in organisations.words("reporting")


@cache
def _no_beginning() -> frozenset[str]:
    return law_words("stop") | law_words("determiner") | _OPENING


def _plain_runs(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with nothing but blanks between."""
    last, no_beginning = 0, _no_beginning()
    for index in words.capitals:
        if index < last or words.lowers[index] in no_beginning:
            continue
        last = index + 1
        while last < len(words) and words.joined(last - 1) and _capital(words, last):
            last += 1
        yield index, last


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with "of", "for", "and" … inside."""
    last, no_beginning = 0, _no_beginning()
    for index in words.capitals:
        if index < last or words.lowers[index] in no_beginning:
            continue
        last = _run_end(words, index)
        yield index, last


def _run_end(words: Words, first: int) -> int:
    last = first + 1
    while last < len(words) and last - first < 20:
        step = _step(words, last)
        if not step:
            break
        last += step
    return last


def _step(words: Words, at: int) -> int:
    """How many words further the name goes on behind word ``at - 1``: 0 if it ends there."""
    gap = words.gap(at - 1)
    if "\n" in gap:
        return 0
    if gap in ("'", "’") and words.lowers[at] == "s":
        holder = words.lowers[at - 1] + "'s"
        return int(holder in organisations.words("office holder") and words.joined(at) and _capital(words, at + 1))
    if gap.strip() in ("'", "’") and gap[-1:] == " ":
        known = words.lowers[at - 1] + "'" in organisations.words("office holder")
        return int(_capital(words, at) and (known or words.lowers[at] in organisations.words("head")))
    if not (gap.isspace() or gap in ("-", "‐", "–")):
        return 0
    if _capital(words, at):
        return 1
    return _connected(words, at)


def _connected(words: Words, at: int) -> int:
    lower = words.lowers[at]
    following = words.lowers[at + 1] if words.joined(at) else ""
    if lower in _PREPOSITIONS or lower == "and":
        if following == "the" and lower != "and" and words.joined(at + 1) and _capital(words, at + 2):
            return 3
        return 2 if following and _capital(words, at + 1) else 0
    if lower == "to" and words.lowers[at - 1] in organisations.words("head"):
        return 2 if following and _capital(words, at + 1) else 0
    return 0


def _capital(words: Words, at: int) -> bool:
    return at < len(words) and words.words[at][0].isupper()


def _with_head(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The part of the run that is one organisation, if it holds a head word."""
    heads = organisations.words("head")
    if heads.isdisjoint(words.lowers[first:last]):
        return None
    last = _cut_and(words, first, last)
    first = _behind_person(words, first, last)
    capitals = (i for i in range(first, last) if words.lowers[i] in heads and _capital(words, i))
    at = next((i for i in capitals if not _civil(words, i)), None)
    if at is None or last - first < 2 or set(words.lowers[first:last]) <= _TWO:
        return None
    if words.lowers[first] in _ABSTRACT and (at < last - 1 or words.lowers[at] in organisations.words("weak")):
        return None  # "Freedom of Association"; but "Rule of Law Centre"
    last = _cut_behind_head(words, first, at, last)
    if last - first < 2 or _never(words, first, last) or _is_holder(words, first, last):
        return None
    return first, last


def _is_holder(words: Words, first: int, last: int) -> bool:
    """ "Deputy Justice Minister Lea Tann": an office, and who holds it."""
    at = next((i for i in range(first, last) if words.lowers[i] in _HOLDERS), None)
    if at is None or not 1 <= last - at - 1 <= 3:
        return False
    return all(_capital(words, i) and words.lowers[i] not in organisations.words("head") for i in range(at + 1, last))


def _behind_person(words: Words, first: int, last: int) -> int:
    """ "Ada Lorn of the Selm Valley Council": the name of a person before "of" is no part of the organisation's."""
    of = next((i for i in range(first, last) if words.lowers[i] in ("of", "from", "at", "for")), last)
    named = 2 <= of - first <= 3 and words.lowers[first] in name_forms.given_names()
    if not named or any(word in organisations.words("head") for word in words.lowers[first:of]):
        return first
    return next(i for i in range(of, last) if _capital(words, i)) if of < last else first


def _civil(words: Words, at: int) -> bool:
    """ "Civil society" is no society."""
    return words.lowers[at] == "society" and at > 0 and words.lowers[at - 1] == "civil"


def _cut_and(words: Words, first: int, last: int) -> int:
    """Where "and" begins another organisation or joins what is no part of this name."""
    heads = organisations.words("head")
    seen_head = seen_of = False
    for i in range(first, last):
        lower = words.lowers[i]
        if lower == "and" and (not seen_of or any(words.lowers[k] in heads for k in range(i + 1, last))):
            return i if seen_head else last
        seen_head = seen_head or lower in heads
        seen_of = seen_of or (lower in _PREPOSITIONS and seen_head)
    return last


def _cut_behind_head(words: Words, first: int, head: int, last: int) -> int:
    """ "Human Rights Committee on Arvenia" ends before "on": a State or a day is no part of such a name."""
    for i in range(head + 1, last):
        if words.lowers[i] in ("on", "for", "against", "with"):
            state = mentions.match_at(words.text, words.starts[i + 1]) if i + 1 < last else None
            if state or (i + 1 < last and words.lowers[i + 1].endswith("day")):
                return i
    return last


def _never(words: Words, first: int, last: int) -> bool:
    """Names of papers, plans and laws end so; "Open Dialogue" is no dialogue of a State."""
    end = words.lowers[last - 1]
    if words.lowers[first] in organisations.words("never"):
        return True
    if end not in organisations.words("never"):
        return False
    prepositions = [i for i in range(first, last) if words.lowers[i] in _PREPOSITIONS]
    heads = [i for i in range(first, last) if words.lowers[i] in organisations.words("head")]
    if prepositions and heads and heads[0] < prepositions[0]:
        return False  # "Bureau for Human Rights and Rule of Law"
    states = (mentions.match_at(words.text, words.starts[i]) for i in range(first, last))
    return not (end in ("dialogue", "project") and not any(states))
