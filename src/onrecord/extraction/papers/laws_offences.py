"""Offences that people are charged with: "the offence of “inciting discord”", "charged with libel or slander"."""

import re
from collections.abc import Iterator

from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.extraction.papers.laws_noun import DETERMINERS, STOP, subject_end
from onrecord.vocabulary import laws
from onrecord.vocabulary.phrases import Words, small_words

_NAMED = re.compile(r"\b(?:[Tt]he\s+)?(?:offen[cs]e|crime|charges?)\s+of\s+(?=[“\"‘']?\w)")
_CHARGED = re.compile(
    r"\b(?:charged\s+with|charges\s+(?:such\s+as|including|of)|(?:accused|convicted|guilty|suspected)\s+of|"
    r"on\s+charges\s+of|(?:convicted|sentenced|prosecuted|tried|arrested|detained|imprisoned)\s+for)\s+(?=[“\"‘']?\w)"
)
_NAMED_BEGINS = frozenset(("the", "offence", "offense", "crime", "charge", "charges"))
_CHARGED_BEGINS = frozenset(
    (
        *("charged", "charges", "accused", "convicted", "guilty", "suspected", "on"),
        *("sentenced", "prosecuted", "tried", "arrested", "detained", "imprisoned"),
    )
)
_QUOTED = re.compile(r"[“\"‘']([^”\"’'\n]{3,120})[”\"’']")
_ALSO = re.compile(r"\s*(?:,\s*(?:and|or)?|\band|\bor)\s+(?:of\s+|with\s+)?")
_AND_ON = re.compile(r",?\s+and\s+(on\s+)(?=\w)")
_EMPTY = STOP | DETERMINERS
# What people are charged with beside what laws are often about; beginnings of words.
_OFFENCES = (
    *(
        "hooligan",
        "brib",
        "fraud",
        "embezzl",
        "treason",
        "espionage",
        "sedition",
        "blasphem",
        "extort",
        "theft",
        "evasion",
    ),
    *(
        "launder",
        "weapon",
        "drug",
        "riot",
        "unrest",
        "disobedience",
        "resist",
        "subver",
        "separatis",
        "murder",
        "abuse",
    ),
    *("disseminat", "spreading", "participat", "organi", "unauthori", "illegal", "unlawful", "genocide", "contempt"),
)


def offence_mentions(words: Words) -> Iterator[LawMention]:
    """Offences, where words before them say that somebody is charged with them or that it is one."""
    for match in words.found(_NAMED, _NAMED_BEGINS):
        end, subject = _offence(words, match.end())
        if subject:
            yield LawMention(match.start(), end, LawKind.OFFENCE, subject=subject)
    for match in words.found(_CHARGED, _CHARGED_BEGINS):
        yield from _list(words, match.end(), certain=match.group().startswith("charge"))


def and_on(words: Words, provisions: list[LawMention]) -> Iterator[LawMention]:
    """The second subject in "articles on extremism and on incitement to hatred"."""
    for found in provisions:
        match = _AND_ON.match(words.text, found.end)
        if match and found.kind in (LawKind.PROVISION, LawKind.LAW):
            first = words.from_offset(match.end())
            last = subject_end(words, first)
            if last > first:
                subject = tuple(w for w in words.lowers[first:last] if w not in _EMPTY)
                yield LawMention(match.start(1), words.ends[last - 1], found.kind, subject=subject)


def _list(words: Words, at: int, *, certain: bool) -> Iterator[LawMention]:
    """Each offence of "libel, slander or insult"; the first must be known as one."""
    for _ in range(8):
        end, subject = _offence(words, at)
        if not subject or not (_is_offence(subject)):
            return
        yield LawMention(at, end, LawKind.OFFENCE, subject=subject)
        also = _ALSO.match(words.text, end)
        if not also:
            return
        at = also.end()


def _is_offence(subject: tuple[str, ...]) -> bool:
    return any(word.startswith(_OFFENCES) for word in subject) or bool(laws.topics(list(subject)))


def _offence(words: Words, at: int) -> tuple[int, tuple[str, ...]]:
    """The end of the offence that begins here, and its words."""
    quoted = _QUOTED.match(words.text, at)
    if quoted:
        return quoted.end(), tuple(w for w in small_words(quoted[1]) if w not in _EMPTY)
    first = words.from_offset(at)
    last = first
    while last < len(words) and last - first < 8 and _of_offence(words, last, first):
        last += 1
    while last > first and words.lowers[last - 1] in ("of", "the", "a", "an", "to"):
        last -= 1
    if last == first:
        return at, ()
    end = words.ends[last - 1]
    after = _QUOTED.match(words.text, end + 1)
    if after:
        end = after.end()
    return end, tuple(w for w in small_words(words.text[words.starts[first] : end]) if w not in _EMPTY)


def _of_offence(words: Words, at: int, first: int) -> bool:
    if at > first and words.gap(at - 1).strip(" ") not in ("", "-"):
        return False
    lower = words.lowers[at]
    return lower in ("of", "to", "the", "a", "an") or lower not in STOP
