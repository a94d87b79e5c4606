"""Governments and parliaments: "the Arvenian government", "Government of Arvenia", "its government"."""

import re
from collections.abc import Callable, Iterator

from onrecord.extraction.papers.organisations_mention import OrgMention
from onrecord.vocabulary import mentions
from onrecord.vocabulary.phrases import Words

_ORGAN = re.compile(
    r"\b(?P<det>(?:[Tt]he|[Ii]ts|[Tt]heir)\s+)?(?P<of>[A-Z]\w+(?:['’]s)?\s+)?"
    r"(?P<organ>[Gg]overnment|[Pp]arliament|[Aa]uthorities)\b(?P<behind>\s+of\s+(?:the\s+)?)?"
)
_WORDS_BEFORE = 6  # "the", "Arvenia", "s", and as many again for names with marks in them
_NOUN = re.compile(
    r"(?:['’]s\b)?[\s-]+(?:critics?|representatives?|officials?|interference|agenc|bod(?:y|ies)|institutions?|polic|"
    r"funding|funded|control|building|decree|forces|troops|employees|structures|entities|part(?:y|ies)\b|spokes|"
    r"delegation|house|sector|run\b|sponsored|affiliated|organi[sz]ed|programme|supporters|member)"
)
_PARLIAMENTS = frozenset(
    (
        *("mejlis", "mejlisi", "majlis", "mazhilis", "majilis", "kenesh", "duma", "rada", "sejm", "knesset"),
        *("bundestag", "riksdag", "saeima", "seimas", "riigikogu", "sobranie", "khural", "hural", "shura"),
    )
)
_BEFORE_PARLIAMENT = frozenset(
    ("state", "milli", "oliy", "verkhovna", "jogorku", "zhogorku", "great", "ikh", "national")
)
_DEMONYM = re.compile(r"\w+(?:i|ian|an|ese|ish|ic|kh|ch|k|z|er)\b")


def state_organs(words: Words, state: str, taken: Callable[[int], bool]) -> Iterator[OrgMention]:
    """Mentions of a State's government, parliament and authorities.

    Without a word for the State they are those of the State the paper is about.
    """
    text = words.text
    yield from _parliaments(words, state, taken)
    for match in _organs(words):
        organ = match["organ"].casefold()
        of, known = _state_before(text, match)
        end = match.end("organ")
        behind = mentions.match_at(text, match.end()) if match["behind"] else None
        if taken(match.start("organ")) or (not behind and _NOUN.match(text, end)):
            continue
        # "To Parliament:", "Parliament must …"
        alone = match["organ"] == "Parliament" and (match["of"] or "").strip() in (
            "",
            "To",
            "In",
            "By",
            "And",
            "If",
            "When",
        )
        if not (of or behind or alone or (match["det"] and organ != "authorities")):
            continue
        iso3 = (behind[1] if behind else known) or state or "state"
        start = match.start("of") if of else match.start("organ")
        start = match.start() if match["det"] and (of or not match["of"]) else start
        yield OrgMention(start, behind[0] if behind else end, f"org:{iso3}:{organ}", "the same organ of the same State")


def _parliaments(words: Words, state: str, taken: Callable[[int], bool]) -> Iterator[OrgMention]:
    """Parliaments by their own names: "the Mejlis", "the State Duma"."""
    for index in words.places_of(_PARLIAMENTS):
        if not words.words[index][0].isupper() or taken(words.starts[index]):
            continue
        first = index
        while first and words.joined(first - 1) and words.lowers[first - 1] in _BEFORE_PARLIAMENT:
            first -= 1
        if words.words[first][0].isupper() and not (words.joined(index) and words.words[index + 1][0].isupper()):
            name = "-".join(words.lowers[first : index + 1])
            yield OrgMention(words.starts[first], words.ends[index], f"org:{state or 'state'}:{name}", "a parliament")


def _organs(words: Words) -> Iterator[re.Match[str]]:
    """What ``_ORGAN.finditer`` gives, tried only where an organ stands and at the few words before it."""
    behind = 0
    for index in words.places_of(("government", "parliament", "authorities")):
        for start in words.starts[max(index - _WORDS_BEFORE, 0) : index + 1]:
            if start >= behind and (match := _ORGAN.match(words.text, start)):
                behind = match.end()
                yield match
                break


def _state_before(text: str, match: re.Match[str]) -> tuple[bool, str]:
    """Whether the word before names a State or its people, and which State."""
    if not match["of"]:
        return False, ""
    word = re.sub(r"['’]s$", "", match["of"].strip())
    state = mentions.match_at(text, match.start("of"))
    if state:
        return True, state[1]
    return bool(_DEMONYM.fullmatch(word)) and word not in ("National", "European", "Then", "When", "Both"), ""
