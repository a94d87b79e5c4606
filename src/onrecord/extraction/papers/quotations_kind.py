"""Tells what is quoted: what somebody says, the words of a document, a single term, or a title."""

import re

from onrecord.extraction.papers.quotations_speaker import Speaker

_TITLE_BEFORE = re.compile(
    r"\b(?:entitled|titled|called|named|headed|known as|(?:law|act|bill|decree|code|order|regulation|resolution|"
    r"report|"
    r"programme|program|plan|strategy|book|film|article|submission|paper|statement|publication|study|song|concept|"
    r"campaign|briefing|rules|edict|directive|amendments?)s?(?:\s+(?:no\.?|№|"
    r"n°)?\s?[\w./-]{1,14})?(?:\s+of\s+[\w\s,]{4,24})?"
    r"(?:\s+(?:on|about|of the|in|for)(?:\s[^“\"'‘«]{0,40})?)?)[\s:,(*]*$",
    re.IGNORECASE,
)
_LAW_TITLE = re.compile(r"(?:On|About|Concerning|For|О|Об|Sur|Sobre)\s+\w")
_LOWER_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "on",
        "for",
        "in",
        "to",
        "a",
        "an",
        "or",
        "with",
        "by",
        "at",
        "from",
        "as",
        "into",
        "under",
        "against",
        "its",
        "their",
    ]
)
_OF_BODY = re.compile(
    r"\b(?:committees?|council|experts?|rapporteurs?|commission|court|office|report|observations|views|government|"
    r"ministry|parliament|state|delegation|law|article|code|constitution|covenant|convention|decision|judgment|"
    r"verdict|"
    r"indictment|group|union|nations|members?)\b",
    re.IGNORECASE,
)
_SPEAKS = frozenset(
    ["said", "say", "says", "told", "tells", "tell", "added", "adds", "explained", "continued", "asked", "replied"]
)
_LONGEST_TERM = 5  # words
_SENTENCE_LIKE = re.compile(r"[.!?,]$|^(?:I|We|It|They|He|She|This|There|The|You|My|Our)\b")


def is_title(words: str, prefix: str) -> bool:
    """Whether the words are the title of a law or a work: named so before them, or "On …" behind a law."""
    before = _TITLE_BEFORE.search(prefix[-90:])
    if before is None or words.endswith((",", "?", "!")):
        return False
    return _LAW_TITLE.match(words) is not None or _in_capitals(words)


def _in_capitals(words: str) -> bool:
    heavy = [word for word in re.findall(r"[^\W\d_]+", words) if word.casefold() not in _LOWER_WORDS]
    return len(heavy) >= 2 and sum(word[0].isupper() for word in heavy) >= 0.7 * len(heavy)


def is_term(words: str, prefix: str, suffix: str, speaker: Speaker | None) -> bool:
    """Whether the words are a term and nobody's speech: a few words inside a sentence."""
    if len(words.split()) > _LONGEST_TERM or (_SENTENCE_LIKE.search(words) and speaker):
        return False
    adjacent = speaker is not None and (speaker.adjacent or speaker.reported) and speaker.verb in _SPEAKS
    return not adjacent and bool(prefix.strip() or suffix.strip(" .,;"))


def kind_of_words(words: str, speaker: Speaker | None) -> str:
    """ "speech" of a person, "document" for words of a body or paper; "term" where nobody is named."""
    if speaker is None:
        return "term" if len(words.split()) <= 2 * _LONGEST_TERM else "document"
    if speaker.person or speaker.verb in _SPEAKS:
        return "speech"
    return "document" if _OF_BODY.search(speaker.name) else "speech"
