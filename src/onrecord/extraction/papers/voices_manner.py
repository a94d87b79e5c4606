"""How words are told: as said, as said of a mere object, as a worry, as a call."""

from onrecord.extraction.papers.clauses_neighbours import skip_adverbs
from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.papers.voices_speaker import ENDS
from onrecord.vocabulary import verbs
from onrecord.vocabulary.claim_words import listed

_TELLS_A_THING = listed("tells a thing")
_WORRIES = listed("worries")
_VOICES_WORRY = ("express", "raise", "voice", "reiterate", "question")
_TOLD_TO = listed("told with that")
_FARTHEST_THAT = 14  # words
_TELLS_OF = ("tell", "inform", "speak", "complain", "warn")


def manner_of(words: list[Word], i: int, report: verbs.Reporting) -> str:
    """How the words that follow are told: "say", "thing" (said of a mere object), "voice", "call"; "" if nothing is."""
    j = _behind_aside(words, skip_adverbs(words, i + 1))
    after = words[j] if j > i else None
    if after is None:
        return ""
    if report.base in _VOICES_WORRY and any(word.low in _WORRIES for word in words[i + 1 : i + 5]):
        return "voice"
    if report.kind == "call":  # "the ministry has appealed" goes to a higher court
        return "call" if report.base != "appeal" or after.low in ("to", "for", "on", "against") else ""
    told_of = report.base in _TELLS_OF and any(word.low in ("of", "about") for word in words[i + 1 : i + 6])
    if told_of or _opens_speech(words, i, j, report):  # "told us of 12 deaths"
        return "say"
    if report.kind == "voice":
        return "" if report.base in _VOICES_WORRY else "voice"
    return "thing" if report.base in _TELLS_A_THING and after.part not in ENDS else ""


def _behind_aside(words: list[Word], j: int) -> int:
    """ "noted, however, that": the word behind the aside."""
    aside = words[j : j + 3]
    commas = len(aside) == 3 and aside[0].part is aside[2].part is Part.COMMA and aside[1].part is Part.ADVERB
    return min(j + 3, len(words) - 1) if commas else j


def _opens_speech(words: list[Word], i: int, j: int, report: verbs.Reporting) -> bool:
    """Whether the verb at ``i``, behind which ``j`` stands, opens what is said: "noted that", "told us that"."""
    if words[j].part in (Part.THAT, Part.QUOTE, Part.COLON) or words[j].low in ("how", "whether"):
        return True
    if report.kind == "say" and words[j].part is Part.PREPOSITION and _that_behind(words, j):
        return True  # "replied in 2020 that"
    if report.base in _TOLD_TO and that_far_behind(words, i + 1):
        return True
    return report.base in ("say", "claim", "allege", "believe", "state") and clause_follows(words, j)


def that_far_behind(words: list[Word], j: int) -> int:
    """ "assured the Committee on 3 October that": the index of "that" if no other verb stands before it, else 0."""
    for k, word in enumerate(words[j : j + _FARTHEST_THAT], start=j):
        if word.part is Part.THAT:
            return k
        if word.part in FINITE or word.part in (Part.SEMICOLON, Part.STOP, Part.QUOTE, Part.COLON):
            return 0
    return 0


def _that_behind(words: list[Word], j: int) -> bool:
    """Whether "that" stands behind a short phrase of time or place."""
    phrase = next((k for k in range(j + 1, min(j + 6, len(words))) if words[k].part is Part.THAT), 0)
    return bool(phrase) and all(w.part in (Part.NUMBER, Part.NOUN, Part.DETERMINER) for w in words[j + 1 : phrase])


_NEAR = 12  # words


def clause_follows(words: list[Word], j: int, *, far: int = _NEAR) -> bool:
    """Whether a verb comes within ``far`` words from ``j`` on; commas are passed only where it may be far."""
    for word in words[j : j + far]:
        if word.part in FINITE:
            return True
        if word.part in (Part.SEMICOLON, Part.STOP) or (word.part is Part.COMMA and far == _NEAR):
            return False
    return False
