"""Articles of treaties, codes and constitutions: "Article 317-1 of the Criminal Code", "ICCPR, arts. 19 and 21"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extraction import sieve
from onrecord.extraction.papers.laws_mention import LawKind, LawMention
from onrecord.vocabulary import laws, mentions
from onrecord.vocabulary.phrases import Words

_NUMBER = r"\d+(?:[-–.]\d+)*[A-Z]?(?:\s?\((?:\d{1,2}|[a-z]{1,3})\))*(?:[\s–-]?(?:bis|ter|quater|quinquies)\b)?"
_REMARK = r"(?:\s*\([^()\d][^()]{2,60}\))?"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|to)\s+|\s?[-–]\s?)"
_SUB = r"(?:§|part|paragraph|para\.?|clause|point|sub-?paragraph|section)s?\s+"
_PART = rf"(?:\s*,?\s*(?:\({_SUB}(?P<inside>[\da-z]+)\)|{_SUB}(?P<part>[\da-z]+)))?"
_ARTICLES = re.compile(
    rf"\b(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\.|[Ss]ections?|[Ss]{{1,2}}\.(?=\s)|§§?)\s*({_NUMBER}{_REMARK}(?:{_AND}{_NUMBER}{_REMARK})*){_PART}"
)
_ARTICLES_BEGIN = ("art", "section", "s. ", "ss. ", "s.\n", "ss.\n", "§")
_LAST_REMARK = re.compile(rf"{_REMARK[:-1]}$")
_OF = re.compile(r",?\s+(?:(?:of|to|in|under|from)\s+)?(?:(?:the|its|their)\s+)?(?:current\s+|new\s+)?")
_THEN = re.compile(r"\s*[,(]\s*|\s+")
_BELONGS = re.compile(r"(?:\s+of\s+(?:the\s+)?)")
_ADJECTIVE = re.compile(r"\b([A-Z]\w+(?:['’]s)?)\s+$")
# Codes that the vocabulary does not know. A code of conduct is no law.
_CODE = re.compile(
    r"\b(?:Code\s+(?:of|on)\s+(?:the\s+)?(?!Conduct|Practice|Ethics|Good|Honou?r)[A-Z]\w+(?:\s+(?:and\s+|of\s+)?[A-Z]\w+){0,4}"
    r"|(?!The|This|New|Old|Dress|Draft|Source|QR|Its|National|Zip)[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+){0,3}\s+Code)\b"
)
_OF_YEAR = re.compile(r"\s+of\s+(?:19|20)\d\d\b")
_SECTION = re.compile(r"[Ss](?:ection|s?\.)")
_DEMONYM_END = ("i", "ian", "an", "ese", "ish", "ic", "kh", "ch", "k", "z", "ani")


def instrument_mentions(text: str, words: Words) -> list[LawMention]:
    """Treaties, codes and constitutions, with the State around the name: "Kazakhstan Criminal Code"."""
    found: list[LawMention] = []
    behind = 0
    for first, last, key in laws.instruments().find(words):
        start, end = words.starts[first], words.ends[last - 1]
        if start < behind or (key == "Constitution" and not text[start].isupper()):
            continue
        if laws.kind(key) in ("code", "constitution"):
            start, end, state = _with_state(text, start, end)
        else:
            state = ""
        of_year = _OF_YEAR.match(text, end) if laws.kind(key) == "code" else None
        end = of_year.end() if of_year else end
        behind = end
        found.append(LawMention(start, end, LawKind.INSTRUMENT, key, state=state))
    return [*found, *_other_codes(text, found)]


def _other_codes(text: str, known: list[LawMention]) -> Iterator[LawMention]:
    """Codes by their shape, where no known name stands: "Code of Offences", "Maritime Code"."""
    taken = {at for mention in known for at in range(mention.start, mention.end)}
    for match in _CODE.finditer(text) if "Code" in text else ():
        if taken.isdisjoint(range(*match.span())):
            state = next((found for found in mentions.find_in(match.group()) if found[0] == 0), None)
            first = match.start() + (state[1] + 1 if state else 0)
            key = " ".join(text[first : match.end()].casefold().split())
            if laws.is_code(key):
                start, end, iso3 = _with_state(text, first, match.end())
                yield LawMention(start, end, LawKind.INSTRUMENT, key, state=iso3)


def _with_state(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The span with "Kazakhstan('s)", "Kazakh" before it and "of (the Republic of) Kazakhstan" behind it."""
    state = ""
    before = _ADJECTIVE.search(text, max(start - 40, 0), start)
    if before:
        word = re.sub(r"['’]s$", "", before[1])
        known = mentions.match_at(text, before.start())
        state = known[1] if known and known[0] >= before.start() + len(word) else ""
        if state or (word != before[1] and _not_first(text, before.start())) or word.endswith(_DEMONYM_END):
            start = before.start()
    joint = _BELONGS.match(text, end)
    after = mentions.match_at(text, joint.end()) if joint else None
    return (start, after[0], after[1]) if after else (start, end, state)


def _not_first(text: str, at: int) -> bool:
    return text[max(at - 3, 0) : at].rstrip(" \t")[-1:] not in ("", ".", "\n")


def article_mentions(text: str, instruments: list[LawMention]) -> Iterator[LawMention]:
    """Articles with the instrument before or behind them; one mention for each number, all with the same span.

    An article without an instrument is given with ``instrument`` ""; a "section" too, which counts only where a law of
    this paper has one of that number: papers have sections too.
    """
    begins: dict[int, LawMention] = {}
    ends: dict[int, LawMention] = {}
    for known in instruments:
        for at in range(known.start, known.end):
            begins.setdefault(at, known)
        ends[known.end] = known
    for match in sieve.found(_ARTICLES, text, _ARTICLES_BEGIN):
        of = _OF.match(text, match.end())
        whole, found = _instrument_of(match, begins.get(of.end()) if of else None, ends, text)
        if not found and match.group().startswith("ARTICLE"):
            continue
        section = _SECTION.match(match.group()) is not None
        part = match["inside"] or match["part"] or ""
        numbers = _numbers(match[1])
        if len(numbers) == 1 and part.isdigit() and "(" not in numbers[0]:
            numbers = [f"{numbers[0]}({part})"]  # "Article 3, paragraph 2" is Article 3 (2)
        for number in numbers:
            if found:
                yield replace(found, start=whole[0], end=whole[1], article=number)
            else:
                yield LawMention(*whole, LawKind.INSTRUMENT, "", number, section=section)


def _instrument_of(
    match: re.Match[str], behind: LawMention | None, ends: dict[int, LawMention], text: str
) -> tuple[tuple[int, int], LawMention | None]:
    """The span of articles and instrument together, and the instrument."""
    if behind:
        return (match.start(), behind.end), behind
    start = match.start()
    gap = re.search(r"[\s,(]*$", text[max(start - 3, 0) : start])
    before = ends.get(start - len(gap.group())) if gap else None
    if before and before.end < start:
        closing = 1 if "(" in text[before.end : start] and text[match.end() : match.end() + 1] == ")" else 0
        return (before.start, match.end() + closing), before
    remark = _LAST_REMARK.search(match.group())  # "Article 3 (definitions)": a remark is no part of what names it
    return (start, match.start() + remark.start() if remark else match.end()), None


def _numbers(words: str) -> list[str]:
    """ "400 and 403" gives both; "317-1" is one number, "400–403" a range that is kept as written."""
    words = re.sub(_REMARK[3:-2], "", words)
    return [re.sub(r"\s+", "", part) for part in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+", words) if part]
