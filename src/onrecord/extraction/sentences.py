"""Cuts a paragraph into sentences, minding "Nos. 7", "para. 85" and numbers such as "140.35. 140.36"."""

import re

_END = re.compile(
    r"[.?!][”\"’)]*\s+(?=[A-ZÀ-ÖØ-Þ“\"(‘])|;\s+(?=[A-Za-zÀ-ÿ“\"(])|[.;]\s+(?=\d{2,3}\.\d{1,3}[.:]?\s+[A-Z])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:nos?|paras?|arts?|recs?|mr|mrs|ms|dr|st|vol|pp?|cf|add|corr|rev|e\.g|i\.e|[A-Z](?:\.[A-Z])*)\.$",
    re.I,
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences in ``text[start:end]``, blanks between them left out. A semicolon ends one as well."""
    stop = len(text) if end is None else end
    spans = []
    for match in _END.finditer(text, start, stop):
        close = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(start, close - 8), close):
            continue
        cut = match.start() + len(match.group().rstrip())
        if cut > start:
            spans.append((start, cut))
        start = match.end()
    if start < stop:
        spans.append((start, stop))
    return spans
