"""Laws that are told by a noun and what stands around it: "the 2004 law on peaceful assemblies", "its media law"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.vocabulary import laws
from onrecord.vocabulary.asking import ask_verbs
from onrecord.vocabulary.phrases import Words, small_words

HEADS = {
    "law": LawKind.LAW,
    "laws": LawKind.LAW,
    "legislation": LawKind.LAW,
    "act": LawKind.LAW,
    "statute": LawKind.LAW,
    "decree": LawKind.LAW,
    "ordinance": LawKind.LAW,
    "code": LawKind.LAW,
    "regulation": LawKind.LAW,
    "regulations": LawKind.LAW,
    "bill": LawKind.DRAFT,
    "draft": LawKind.DRAFT,
    "amendments": LawKind.AMENDMENT,
    "amendment": LawKind.AMENDMENT,
    "article": LawKind.PROVISION,
    "articles": LawKind.PROVISION,
    "provision": LawKind.PROVISION,
    "provisions": LawKind.PROVISION,
    "norms": LawKind.PROVISION,
}
DETERMINERS = laws.words("determiner")
POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
# Words that part what stands before a law's name from the name.
STOP = laws.words("stop")
# Adjectives that say nothing of what a law is about.
PLAIN = laws.words("plain")
# "human rights law", "criminal law": fields of law, not laws.
_FIELDS = laws.words("field")
# "the national legislation" means no law in particular.
_GENERAL = frozenset({"national", "domestic", "international", "local", "federal", "general", "relevant", "specific"})
_NO_LAW = frozenset(
    {"enforcement", "faculty", "firm", "firms", "school", "society", "professor", "student", "students", "degree"}
)
_OTHER_CODES = frozenset({"dress", "source", "postal", "zip", "bar", "area"})
_NO_DRAFT = laws.words("no draft")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHEN = re.compile(
    rf"\s+(?:of|in|from|dated)\s+((?:\d{{1,2}}\s+)?(?:(?:{_MONTH})\s+)?(?:\d{{1,2}},\s+)?((?:19|20)\d\d))\b"
)
_BARE_YEAR = re.compile(r",?\s+\(?((?:19|20)\d\d)\b\)?")
_NUMBERED = re.compile(r"\s+(?:No\.?|№|Nr\.?)\s*(\d[\w/-]*)")
_TO_BE_MADE = re.compile(
    r"(?:\b(?:should|must|shall|will|to|and|not|yet)\s+(?:\w+\s+)?(?:adopt|enact|pass|introduce|draft|develop|elaborate)"
    r"|\b(?:adopting|enacting|introducing|drafting|developing))\s+$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:of\s+)?(?:the\s+)?[A-Z]\w+){0,4}(?=\s|,)")
_TITLE = re.compile(
    r"\s*,?(?:\s+(?:entitled|titled|called|named))?\s*"
    r"(?:[“\"«„]([^”\"»“]{3,250})[”\"»“]|['‘]([A-Z][^\n]{2,250}?)['’](?![\w]))"
)
_ABOUT = re.compile(
    r"\s+(?:on|against|concerning|governing|regulating|restricting|criminali[sz]ing|penali[sz]ing|banning|prohibiting|"
    r"limiting|targeting|outlawing|protecting|about)\s+"
)
_BY = re.compile(r"\s+(?:presented|submitted|proposed|prepared|drafted|introduced|adopted|developed|tabled)\s+by\s+")
_IN_LAW = re.compile(r"\s+in\s+(?:the\s+|its\s+)?(?:\w+\s+)?(?:legislation|law|laws)(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?")


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the noun: index of its first word, its determiner, and the words between."""

    first: int
    determiner: str
    modifiers: tuple[str, ...]


def noun_mentions(words: Words) -> Iterator[LawMention]:
    """Laws told by a noun; pointers ("the law") included."""
    behind = -1
    for index in words.places_of(HEADS):
        if index >= behind and not _no_law(words, index):
            found = _mention(words, index)
            if found:
                behind = words.from_offset(found.end)
                yield found


def _no_law(words: Words, index: int) -> bool:
    following = words.lowers[index + 1] if words.joined(index) else ""
    head = words.lowers[index]
    if (following in HEADS and head in ("draft", "amendment")) or (head == "code" and following in ("of", "on")):
        return True  # "draft law": the law is the noun; "Code of Conduct" is no law, other codes are known by name
    if following in _NO_LAW or (head == "draft" and following in _NO_DRAFT):
        return True
    previous = words.lowers[index - 1] if index and _same_phrase(words, index - 1) else ""
    if head == "code" and previous in _OTHER_CODES:
        return True
    return previous in _FIELDS or (
        previous in ("of", "to", "will", "would", "must", "should")
        and head in ("law", "act", "draft")
        and not _NUMBERED.match(words.text, words.ends[index])
    )


def _mention(words: Words, index: int) -> LawMention | None:
    before = _before(words, index)
    text, head = words.text, words.lowers[index]
    start, end = words.starts[before.first], words.ends[index]
    kind = LawKind.DRAFT if {"draft", "proposed"} & set(before.modifiers) else HEADS[head]
    year = next((m for m in before.modifiers if _YEAR.fullmatch(m)), "")
    own = tuple(m for m in before.modifiers if m not in PLAIN and not _YEAR.fullmatch(m))
    while own and not before.determiner and (_asks(words, before.first) or _or_asks(words, before.first, own[0])):
        before = _Before(before.first + 1, "", before.modifiers[1:])
        start, own = words.starts[before.first], own[1:]
    if kind is LawKind.AMENDMENT:
        return _amendment(words, before, index, year)
    titled = _titled(text, end)
    if titled:
        title, end, stated = titled
        return LawMention(start, end, kind, year=year or stated, subject=_content(title), title=True)
    number, end = _numbered(text, end)
    subject, end = _subject(words, end, known=bool(year))
    when, end = ("", end) if year else dated(text, end)
    subject = subject or number
    asked = _TO_BE_MADE.search(text, max(start - 40, 0), start) is not None
    new = ("new" in before.modifiers or asked) and before.determiner in ("a", "an") and not (year or when)
    found = LawMention(start, end, LawKind.DRAFT if new else kind, year=year or when, subject=own + subject)
    return _accepted(words, found, before, index)


def _or_asks(words: Words, first: int, word: str) -> bool:
    """ "Repeal or amend Law No. 12": the verb is no part of the name."""
    joined = first > 0 and words.lowers[first - 1] in ("or", "and")
    return joined and words.lowers[first] == word and word in ask_verbs() and words.words[first][0].islower()


def _asks(words: Words, first: int) -> bool:
    """Whether a headline begins here with what it asks for: "Withdraw Law That …"."""
    opens = words.gap(first - 1).strip(" ") != ""
    return opens and words.words[first][0].isupper() and words.lowers[first] in ask_verbs()


def _amendment(words: Words, before: _Before, index: int, year: str) -> LawMention | None:
    """ "The 2016 amendments to the media law": known by the law amended, if that has a title or it has a year."""
    start, end = words.starts[before.first], words.ends[index]
    if before.determiner in POINTING and not year and words.lowers[index + 1 : index + 2] != ["to"]:
        return LawMention(start, end, LawKind.POINTER, instrument=LawKind.AMENDMENT.value)
    ahead = range(index + 2, min(index + 9, len(words))) if words.lowers[index + 1 : index + 2] == ["to"] else range(0)
    noun = next((at for at in ahead if words.lowers[at] in HEADS), None)
    changed = _mention(words, noun) if noun and HEADS[words.lowers[noun]] is LawKind.LAW else None
    if changed and (changed.title or year) and changed.kind is not LawKind.POINTER:
        year = year or changed.year
        return LawMention(
            start, changed.end, LawKind.AMENDMENT, year=year, subject=changed.subject, title=changed.title
        )
    return LawMention(start, end, LawKind.AMENDMENT, year=year) if year else None


def _accepted(words: Words, found: LawMention, before: _Before, index: int) -> LawMention | None:
    """The mention if it says which law it means; a pointer if it means one named before."""
    head, capital = words.lowers[index], words.words[index][0].isupper()
    if found.kind is LawKind.PROVISION:
        return _provision(words, found, before, index)
    by = _BY.search(words.text, words.ends[index], min(words.ends[index] + 14, len(words.text)))
    if not found.subject and not found.year:
        if before.determiner not in POINTING or _GENERAL & set(before.modifiers) or (head == "act" and not capital):
            return None
        end = _actor_end(words, by.end()) if by else found.end
        return LawMention(found.start, end, LawKind.POINTER, instrument="code" if head == "code" else found.kind.value)
    if found.year or (capital and words.lowers[index] not in ("laws", "code")):
        return found if not (head == "act" and not capital) else None
    participle = re.search(r"ing\s+$", words.text[: _about_end(words.text, words.ends[index])][-14:]) is not None
    return found if head != "act" and (before.determiner or participle) else None


def _about_end(text: str, at: int) -> int:
    match = _ABOUT.match(text, at)
    return match.end() if match else at


def _provision(words: Words, found: LawMention, before: _Before, index: int) -> LawMention | None:
    """ "articles on extremism", "regulatory norms in the legislation of X"; "this article" is a pointer."""
    text, head = words.text, words.lowers[index]
    where = _IN_LAW.match(text, words.ends[index])
    if where and before.modifiers:
        return LawMention(found.start, where.end(), LawKind.PROVISION, subject=before.modifiers)
    if head in ("article", "provision") and before.determiner in ("this", "that") and not found.subject:
        return LawMention(found.start, words.ends[index], LawKind.POINTER, instrument="article")
    if before.determiner in ("a", "an"):
        return None  # "fined for an article on prisons": what somebody wrote
    on = re.match(r"\s+(?:on|criminali[sz]ing|against)\s+", text[words.ends[index] : words.ends[index] + 20])
    if head in ("articles", "article", "provisions") and on and found.subject:
        return LawMention(words.starts[index], found.end, LawKind.PROVISION, subject=found.subject)
    return None


def _before(words: Words, index: int) -> _Before:
    """Walk back over adjectives to a determiner; without one, stop at the first word that may be a verb."""
    first = index
    modifiers: list[str] = []
    at = index - 1
    while at >= 0 and index - at <= 7 and _same_phrase(words, at):
        lower, word = words.lowers[at], words.words[at]
        if lower in DETERMINERS:
            return _Before(at, lower, tuple(reversed(modifiers)))
        if lower == "s" and words.gap(at - 1) in ("'", "’"):
            return _Before(at - 1, "its", tuple(reversed(modifiers)))
        if lower in STOP or _may_be_verb(words, at):
            break
        modifiers.append(lower if not word.isdigit() else word)
        first, at = at, at - 1
    return _Before(first, "", tuple(reversed(modifiers)))


def _same_phrase(words: Words, at: int) -> bool:
    gap = words.gap(at)
    return "\n" not in gap and (gap.isspace() or gap in ("-", "‐", "‑", "–"))


def _may_be_verb(words: Words, at: int) -> bool:
    """ "adopted", "amending" are verbs unless they follow an adverb or a determiner: "the recently introduced law"."""
    lower = words.lowers[at]
    if words.gap(at) in ("-", "‐", "‑"):
        return False
    if not lower.endswith(("ed", "ing")) or not words.words[at][0].islower():
        return False
    previous = words.lowers[at - 1] if at else ""
    return not (previous in DETERMINERS or previous.endswith("ly") or words.gap(at - 1) == "-")


def _titled(text: str, end: int) -> tuple[str, int, str] | None:
    """The title in quotation marks behind "Law", "Law of the Republic of X No. 5 of 2011", its end and the year."""
    year = ""
    for _ in range(4):
        match = _TITLE.match(text, end)
        if match:
            stated, last = dated(text, match.end())
            return match[1] or match[2], last if stated else match.end(), year or stated
        stated, behind = dated(text, end)
        state = _OF_STATE.match(text, end)
        further = max(behind, _numbered(text, end)[1], state.end() if state else end)
        if further == end:
            return None
        year, end = year or stated, further
    return None


def _numbered(text: str, end: int) -> tuple[tuple[str, ...], int]:
    match = _NUMBERED.match(text, end)
    return ((match[1].casefold(),), match.end()) if match else ((), end)


def dated(text: str, end: int) -> tuple[str, int]:
    """The year in "of 3 May 2010", ", 2010" behind a law, and where that ends."""
    match = _WHEN.match(text, end)
    if match:
        return match[2], match.end()
    bare = _BARE_YEAR.match(text, end)
    return (bare[1], bare.end()) if bare and text[end - 1].isalpha() else ("", end)


def _subject(words: Words, end: int, *, known: bool) -> tuple[tuple[str, ...], int]:
    """What the law is about, and where that ends. A law with a year needs no "restricting …" to be known."""
    about = _ABOUT.match(words.text, end)
    if not about or (known and about.group().strip().endswith("ing")):
        return (), end
    first = words.from_offset(about.end())
    last = subject_end(words, first)
    if last == first:
        return (), end
    return _content(words.text[about.end() : words.ends[last - 1]]), words.ends[last - 1]


_INSIDE = frozenset({"of", "the", "and", "or", "to", "against", "in"})
_NO_ADVERB = frozenset({"assembly", "family", "hatred", "armed", "organised", "organized", "supply", "bed", "need"})
_ENDS = (STOP - {"of", "and", "or", "all", "other"}) | {"solely", "exclusively", "too", "again", "where", "as"}


def subject_end(words: Words, first: int) -> int:
    """The index behind the last word of what a law is about, from its first word on."""
    at = first
    while at < len(words) and at - first < 16 and _goes_on(words, at, first):
        at += 1
    while at > first and words.lowers[at - 1] in _INSIDE:
        at -= 1
    return at


def _goes_on(words: Words, at: int, first: int) -> bool:
    lower = words.lowers[at]
    if at > first and not _same_phrase(words, at - 1) and not _in_list(words, at):
        return False
    if lower in ("to", "against") and at - first <= 1:  # "incitement to hatred"
        return True
    if lower in ("and", "or"):
        following = words.lowers[at + 1] if at + 1 < len(words) else "the"
        named = words.words[at - 1][0].isupper()  # "withdraw the Law on Guilds and put the guilds back"
        if named and following in ask_verbs() and words.words[at + 1][0].islower():
            return False
        return following not in _ENDS and following not in DETERMINERS and not _may_be_verb(words, at + 1)
    if lower in _ENDS or (lower in DETERMINERS and lower != "the"):
        return False
    adverb_or_verb = lower.endswith(("ly", "ed")) and lower not in _NO_ADVERB
    return not (adverb_or_verb and words.words[at][0].islower() and at > first)


_LIST = re.compile(r"(?:\w+,\s+)*\w+,?\s+(?:and|or)\s+\w+")


def _in_list(words: Words, at: int) -> bool:
    """Whether the comma before this word parts single words of a list that ends in "and" or "or"."""
    return words.gap(at - 1).strip() in (",", "“", "”", "“ ") and (
        words.gap(at - 1).strip() != "," or _LIST.match(words.text, words.starts[at]) is not None
    )


def _content(title: str) -> tuple[str, ...]:
    return tuple(w for w in small_words(title) if w not in STOP and w not in DETERMINERS)


def _actor_end(words: Words, offset: int) -> int:
    first = words.from_offset(offset)
    last = subject_end(words, first)
    return words.ends[max(last - 1, first - 1)]
