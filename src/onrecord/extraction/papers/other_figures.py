"""Figures in French and Russian papers: "au moins neuf personnes", "не менее 17 адвокатов"."""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.model import Figure
from onrecord.vocabulary.other_languages import listed, numbers

_DIGITS = r"\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+(?!\d)|\d+(?:,\d+)?"
_PERCENT = re.compile(r"\s?(?:%|pour\s+cent|процент\w*)", re.IGNORECASE)
_WORDS = re.compile(r"(?:\s*[^\W\d_][\w’'-]*){1,4}")
_MOST = 3  # words of what is counted
# "двадцать пятая сессия" counts nothing.
_ORDINAL = re.compile(
    r"\s+(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)(?:ая|ый|ий|ой|ого|ому|ую|ое|ом|ые|ых|ья|ье|ью)\b"
)
_OF = re.compile(r"^(?:de\s+|d['’])")  # "2,5 millions d'euros"


@cache
def _exact(language: str) -> re.Pattern[str]:
    one = "|".join(map(re.escape, sorted(numbers(language), key=len, reverse=True)))
    more = "|".join(map(re.escape, sorted(numbers(language, "multiples"), key=len, reverse=True)))
    words = rf"(?:{one})(?:(?:[\s-]|[\s-]et[\s-])(?:{one}))*"  # "quatre-vingt-dix", "soixante et onze", "сто сорок"
    times = rf"(?:[\s\u00a0](?P<times>{more})(?!\w))?"
    bounds = "|".join(map(re.escape, listed(language, "comparators")))
    return re.compile(
        rf"(?:\b(?P<comparator>{bounds})\s*)?(?<![\w./§№°-])(?P<value>{_DIGITS}|{words}(?=\s))(?![\w/]|[.:]\d|[-–]\d)"
        rf"{times}",
        re.IGNORECASE,
    )


@cache
def _loose(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed(language, "vague")))
    return re.compile(rf"\b(?P<vague>{words})(?=[\s\w])", re.IGNORECASE)


def figures_in_language(
    text: str, start: int, end: int, *, language: str, dates: Sequence[tuple[int, int]]
) -> tuple[Figure, ...]:
    """Every figure in ``text[start:end]``, in order. ``dates``: where dates stand, whose numbers count nothing."""
    found = []
    for match in _exact(language).finditer(text, start, end):
        if any(low < match.end("value") and match.start("value") < high for low, high in dates):
            continue
        if _counts_nothing(text, match, start, end, language=language):
            continue
        share = _PERCENT.match(text, match.end(), end)
        what, stop = _counted(text, share.end() if share else match.end(), end, language)
        what = _OF.sub("", what)
        if what or share:
            bound = " ".join((match["comparator"] or "").lower().split())
            said = f"% {what}" if share else what
            found.append(Figure(_value(match, language), bound, said, match.start(), stop))
    for match in _loose(language).finditer(text, start, end):
        what, stop = _counted(text, match.end(), end, language)
        bound = re.sub(r"\s+(?:de|d['’])$", "", " ".join(match["vague"].lower().split()))
        if what and not any(one.start <= match.start() < one.end for one in found):
            found.append(Figure(None, bound, what, match.start(), stop))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _counts_nothing(text: str, match: re.Match[str], start: int, end: int, *, language: str) -> bool:
    """Whether the number is one of an article, an ordinal ("двадцать пятая сессия"), or only "a" ("une avocate")."""
    before = text[max(start, match.start() - 20) : match.start()].rstrip().casefold()
    if before.endswith(listed(language, "no figure before")) or _ORDINAL.match(text, match.end(), end):
        return True
    return not match["times"] and match["value"].lower() in ("un", "une", "один", "одна")


def _value(match: re.Match[str], language: str) -> float:
    words, times = match["value"], match["times"]
    multiple = numbers(language, "multiples")[times.lower()] if times else 1
    if not words[0].isdigit():
        return _in_words(words, language) * multiple
    number = float(re.sub(r"[\s\u00a0\u202f.]", "", words).replace(",", ".")) * multiple
    return int(number) if number.is_integer() else number


def _in_words(words: str, language: str) -> int:
    """ "vingt-deux" 22, "quatre-vingt-dix" 90, "mille deux cents" 1200, "сто сорок" 140."""
    known = numbers(language)
    total = part = 0
    for match in _known(language).finditer(words.lower()):
        value = known[match.group()]
        if value == 1_000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100 and language == "fr" and 1 < part < 10:
            part *= value
        else:
            part += value
    return total + part


@cache
def _known(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(numbers(language), key=len, reverse=True)))})\b")


def _counted(text: str, start: int, end: int, language: str) -> tuple[str, int]:
    match = _WORDS.match(text, start, end)
    if match is None:
        return "", start
    kept: list[str] = []
    for word in match.group().split():
        if kept and (word.casefold() in listed(language, "ends what") or len(kept) == _MOST):
            break
        kept.append(word)
    what = " ".join(kept)
    return what, text.index(kept[-1], start) + len(kept[-1])
