"""Where something happened, which body of the State acted and who suffered, as worded; "" where nothing is said."""

import re
from collections.abc import Sequence

from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.sieve import Sieve, small
from onrecord.vocabulary.claim_words import listed

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s+(?:of\s+|al-|el-)?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3}"
_WHERE = re.compile(
    rf"\b(?:in|at|near|outside|from)\s+(?:the\s+)?((?:(?:city|town|village|region|province|district|prison|colony)\s+of\s+)?{_NAME}"
    r"(?:\s+(?:city|region|province|district|prison|square|street|oblast))?)"
)
_MONTHS = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|Article|Articles|Annex|Section|Chapter|Resolution|UN|UPR|Parliament|Government|Committee|Council|"
    r"Constitution|Law|Code|Covenant|Convention|Dialogue|Report|Review|Universal|Human|Human Rights)\b"
)
_BODY = re.compile(
    r"\b(?:the\s+)?(?:(?:[A-Z][\w'’]+|local|national|state|government|security|riot|military|prison|border|tax|supreme|"
    r"constitutional|district|regional|city|law enforcement|public)\s+){0,4}?"
    r"(?:(?:Ministry|Department|Office|Agency|Committee|Commission|Court|Prosecutor)(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w+"
    r"(?:\s+(?:and|of)?\s*[A-Z]\w+){0,3})?|authorities|police(?:\s+(?:officers|forces))?|security (?:forces|services?)|"
    r"parliament|government|courts?|prosecutors?|Prosecutor General's Office|army|intelligence services?|"
    r"officials|officers|judges?|gendarmerie|militia|troops|soldiers|guards)\b",
    re.IGNORECASE,
)
_NEEDS_BODY = Sieve(
    "ministry|department|office|agency|committee|commission|court|prosecutor|authorities|police|security|parliament|"
    "government|army|intelligence|officials|judge|gendarmerie|militia|troops|soldiers|guards"
)
_FOREIGN = re.compile(
    r"\b(?:UN|United Nations|Human Rights Committee|Venice|European|Council of Europe|High Commissioner)\b"
)
_PEOPLE = listed("people")


def parties_of(words: Sequence[Word], text: str) -> tuple[str, str, str]:
    """Place, body of the State and victims of a claim, as worded.

    Args:
        words: the words of the claim with their parts.
        text: the claim.
    """
    body = _body(text)
    return _where(text), body, _victims(words, text)


def _where(text: str) -> str:
    for match in _WHERE.finditer(text):
        name = match[1]
        if not _MONTHS.match(name):
            return name
    return ""


def _body(text: str) -> str:
    for match in _BODY.finditer(text) if _NEEDS_BODY.lets_pass(small(text)) else ():
        words = " ".join(match.group().split())
        if not _FOREIGN.search(words):
            return re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)
    return ""


def _victims(words: Sequence[Word], text: str) -> str:
    """The first noun phrase whose head is a word for people."""
    for i, word in enumerate(words):
        if word.low not in _PEOPLE or (i + 1 < len(words) and words[i + 1].low in _PEOPLE):
            continue
        begin = i
        while begin > 0 and words[begin - 1].part in (
            Part.NOUN,
            Part.ADJECTIVE,
            Part.PARTICIPLE,
            Part.NUMBER,
            Part.AND,
        ):
            begin -= 1
        while begin < i and words[begin].part is Part.AND:
            begin += 1
        offset = words[begin].start - words[0].start
        phrase = _between(words, begin, i)
        return phrase if phrase in text or offset >= 0 else ""
    return ""


def _between(words: Sequence[Word], begin: int, end: int) -> str:
    return " ".join(word.low if not word.capital else word.low.capitalize() for word in words[begin : end + 1])
