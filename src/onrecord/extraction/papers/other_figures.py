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


@cache
def _exact(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(numbers(language), key=len, reverse=True)))
    bounds = "|".join(map(re.escape, listed(language, "comparators")))
    return re.compile(
        rf"(?:\b(?P<comparator>{bounds})\s*)?(?<![\w./§№°-])(?P<value>{_DIGITS}|(?:{words})(?=\s))(?![\w/]|[.:]\d|[-–]\d)",
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
        before = text[max(start, match.start() - 20) : match.start()].rstrip().casefold()
        if before.endswith(listed(language, "no figure before")) or match["value"].lower() in (
            "un",
            "une",
            "один",
            "одна",
        ):
            continue
        share = _PERCENT.match(text, match.end(), end)
        what, stop = _counted(text, share.end() if share else match.end(), end, language)
        if what or share:
            bound = " ".join((match["comparator"] or "").lower().split())
            found.append(
                Figure(_value(match["value"], language), bound, f"% {what}" if share else what, match.start(), stop)
            )
    for match in _loose(language).finditer(text, start, end):
        what, stop = _counted(text, match.end(), end, language)
        bound = re.sub(r"\s+(?:de|d['’])$", "", " ".join(match["vague"].lower().split()))
        if what:
            found.append(Figure(None, bound, what, match.start(), stop))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _value(words: str, language: str) -> float:
    if not words[0].isdigit():
        return numbers(language)[words.lower()]
    number = float(re.sub(r"[\s\u00a0\u202f.]", "", words).replace(",", "."))
    return int(number) if number.is_integer() else number


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
