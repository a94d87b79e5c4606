"""Tells which notes name the same source: by address, "ibid.", "supra note 4", "op. cit." and short forms."""

import re
from collections.abc import Sequence

from onrecord.vocabulary.addresses import address_key

Same = tuple[str, str]  # number of the first note with this source ("" if it is the first), and why

_IBID = re.compile(r"\W*(?:see\s+)?(?:ibid(?:em)?|idem|id|там же|ibidem|loc\.?\s?cit)\b\.?", re.IGNORECASE)
_SUPRA = re.compile(
    r"\b(?:supra|see|above|same as|cf\.?|op\.?\s?cit\.?)[\s,(]*(?:above\s|supra\s|at\s)?(?:foot|end)?n(?:otes?|"
    r"n?\.)\s*(\d{1,3})\b"
    r"|\b(?:foot|end)?note\s+(\d{1,3})(?:,)?\s+(?:above|supra)\b",
    re.IGNORECASE,
)
_OP_CIT = re.compile(
    r"\b(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|supra|cited above|mentioned above|see above|указ\.\s?соч)", re.I
)
_PAGES = re.compile(
    r"[,;.]?\s*\b(?:at\s+)?(?:pp?|pages?|paras?|paragraphs?|с|стр|art|section|chapter)\b\.?\s*[\d,;–—\s-]*\d.*$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-ZА-ЯЁ][\w’'-]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LITTLE = frozenset(("the", "of", "and", "for", "in", "on", "at", "a", "an", "to", "see", "also"))
_LONGEST_SHORT_FORM = 90


def same_sources(numbers: Sequence[str], texts: Sequence[str], urls: Sequence[str]) -> list[Same]:
    """For each note the number of the first one with the same source, and the reason; two empty strings if none."""
    firsts: dict[str, int] = {}
    roots: list[int] = []  # index of the first note with the same source
    reasons: list[str] = []
    for index, text in enumerate(texts):
        root, reason = _root(index, numbers, texts, urls, firsts)
        roots.append(roots[root] if root is not None else index)
        reasons.append(reason)
        firsts.setdefault(_key(text, urls[index]), roots[index])
    return [
        (numbers[root] if root != index else "", reason)
        for index, (root, reason) in enumerate(zip(roots, reasons, strict=True))
    ]


def _key(text: str, url: str) -> str:
    return "url " + address_key(url) if url else "words " + " ".join(_PAGES.sub("", text).casefold().split())


def _root(
    index: int, numbers: Sequence[str], texts: Sequence[str], urls: Sequence[str], firsts: dict[str, int]
) -> tuple[int | None, str]:
    text = texts[index]
    if not urls[index]:
        if index and _IBID.match(text):
            return index - 1, f'"{_IBID.match(text).group().strip()}" means the note before it.'  # type: ignore[union-attr]
        if match := _SUPRA.search(text):
            wanted = match[1] or match[2]
            before = [at for at in range(index) if numbers[at] == wanted]
            if before:
                return before[-1], f'"{" ".join(match.group().split())}" names the note.'
    same = firsts.get(_key(text, urls[index]))
    if same is not None:
        what = "address" if urls[index] else "words"
        return same, f"Note {numbers[same]} has the same {what}."
    return (None, "") if urls[index] or not index else _short_form(index, numbers, texts)


def _short_form(index: int, numbers: Sequence[str], texts: Sequence[str]) -> tuple[int | None, str]:
    """ "Smith, op. cit., p. 4" or "HRW report, p. 4": an earlier note with the same name, if there is one only."""
    text = texts[index]
    told = _OP_CIT.search(text) is not None
    if len(text) > _LONGEST_SHORT_FORM or not (told or _PAGES.search(text)):
        return None, ""
    short = _PAGES.sub("", _OP_CIT.sub("", text))
    names = [word for word in _CAPITAL.findall(short) if word.casefold() not in _LITTLE]
    years = _YEAR.findall(short)
    fitting = [at for at in range(index) if names and _holds(texts[at], names, years) and len(texts[at]) > len(short)]
    if len(fitting) == 1:
        return fitting[0], f'"{" ".join(short.split()).rstrip(" ,.")}" is a short form of note {numbers[fitting[0]]}.'
    if len(fitting) > 1:
        several = " or ".join(numbers[at] for at in fitting)
        return None, f"It may be a short form of note {several}."
    return None, ""


def _holds(text: str, names: Sequence[str], years: Sequence[str]) -> bool:
    capitals = _CAPITAL.findall(text)
    initials = "".join(word[0] for word in capitals)
    folded = text.casefold()
    return all(
        name.casefold() in folded or (name.isupper() and len(name) > 2 and name in initials) for name in names
    ) and all(year in text for year in years)
