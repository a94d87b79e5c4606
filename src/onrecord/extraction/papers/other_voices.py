"""Who says it in French and Russian papers: "selon X", "X affirme que …", "« … », a déclaré X", "по словам X"."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.other_languages import listed

_ARTICLE = re.compile(r"^(?:le|la|les|l['’]|un|une|des)\s*", re.IGNORECASE)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Told:
    """Who says a sentence, and which stretch of it is his words."""

    source: str
    start: int
    end: int
    reason: str


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    according, says, that, has, as_ = (
        "|".join(map(re.escape, listed(language, name)))
        for name in ("according to", "says", "that", "before says", "as")
    )
    verb = rf"(?:(?:{has})\s+)?(?:{says})" if has else rf"(?:{says})"
    who = rf"(?P<who>«[^»]{{1,40}}»|(?:[^,;:«»“”]|«[^»]{{1,40}}»){{2,{_LONGEST}}}?)"  # "Организация «Сельм»"
    flags = re.IGNORECASE | re.DOTALL
    behind = rf"[»”\"]?\s*,\s*(?:[–—-]\s*)?{verb}\s+{who}(?:,[^«»]*)?[.!?]?\s*$"
    return (
        re.compile(rf"\s*(?:{according})\s+{who},\s*(?P<told>.+)", flags),
        re.compile(rf"\s*(?:{as_})\s*(?:{says})\s+{who},\s*(?P<told>.+)", flags),
        re.compile(rf"\s*{who}?\s{verb},?\s+(?:{that})\s*(?P<told>.+)", flags),
        re.compile(rf"\s*(?P<told>.+?){behind}", flags),
        re.compile(rf"\s*(?P<told>.+?),\s+(?:{according})\s+{who}[.!?]?\s*$", flags),
    )


def told_in_language(text: str, start: int, end: int, *, language: str) -> Told | None:
    """Who is named as the speaker of the sentence ``text[start:end]``; None where the paper itself speaks."""
    for pattern in _patterns(language):
        if match := pattern.fullmatch(text, start, end):
            who = _ARTICLE.sub("", " ".join(match["who"].split())).rstrip(" .!?")
            return Told(who, match.start("told"), match.end("told"), f'"{" ".join(match.group().split())[:60]} …"')
    return None


@cache
def _asks(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed(language, "asks")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def asks_in_language(text: str, start: int, end: int, *, language: str) -> bool:
    """Whether the sentence says what somebody must do or is asked to do: no claim about what is."""
    return _asks(language).search(text, start, end) is not None
