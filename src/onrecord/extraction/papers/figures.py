"""Figures in running text: "at least 17 fatalities", "over 30 recommendations", "23 % of its goals", "dozens of them".

A figure is a number with what it counts. Numbers that count nothing (dates, articles, sessions, paragraphs, addresses)
are left out; words such as "dozens" are figures without a value.
"""

import re
from collections.abc import Iterator

from onrecord.extraction.papers.dates_told import dates_in
from onrecord.extraction.papers.dates_unstated import yearless_in
from onrecord.extraction.sieve import Sieve, small
from onrecord.model import Figure
from onrecord.vocabulary import numerals, verbs

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_COMPARATOR = (
    r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|as\s+many\s+as|more\s+than|less\s+than|fewer\s+than"
    r"|no\s+more\s+than|at\s+most|up\s+to|over|above|under|below|about|around|approximately|roughly|some|nearly"
    r"|almost|close\s+to|an?\s+estimated|estimated|only|just|exactly|another|a\s+further|a\s+total\s+of|all"
)
_NUMBER_WORD = rf"(?!one\b){numerals.IN_WORDS}"  # "one" counts only before a noun, see below
_VALUE = (
    rf"(?:\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?!\d)|\d+(?:\.\d+)?|{_NUMBER_WORD}"
    r"|(?:a|one)(?=\s+(?:hundred|thousand|million)\b)"
    r"|one(?=\s+(?!(?:of|and|or|another|day|such|thing|hand|side|way|more|which|who|whose|that|can|must|should|has|had|is|was|may|"
    r"in|by|on|to|for|as|at|after|with|from|when|hopes|might|would|could|cannot|does|another's|side|than|need|needs)\b)[a-z]))"
)
_VAGUE = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions)(?:\s+of\s+(?:thousands|millions))?(?=\s+of\b)|dozens"
    r"|most(?=\s+of\b)|decades(?=\s+of\b)|hardly\s+any|countless|innumerable|several(?:\s+(?:dozen|hundred|thousand))?|a\s+(?:large\s+|small\s+|growing\s+)?number\s+of|numerous"
    r"|a\s+(?:series|handful|majority)\s+of|many|some|mass|a\s+few|multiple"
)
_EXACT = re.compile(
    rf"(?:\b(?P<comparator>{_COMPARATOR})\s+)?(?<![\w./§#№:-])(?P<value>{_VALUE})"
    r"(?P<scale>\s+(?:hundred|thousand|million|billion)\b)?(?P<percent>\s?%|\s+per\s?cent\b)?"
    r"(?![\w/]|[.:]\d|-\d|–\d|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"\b(?P<vague>{_VAGUE})\s+(?=\S)", re.IGNORECASE)
# Where a value may begin, and what may stand before it: only there ``_EXACT`` is tried.
_DIGITS = re.compile(r"\d+")
_VALUE_BEGINS = re.compile(rf"\d+|\b(?:{numerals.SIMPLE}|a(?=\s))", re.IGNORECASE)
_COMPARATOR_BEFORE = re.compile(rf"\b(?:{_COMPARATOR})\s+\Z", re.IGNORECASE)
_LAST_OF_COMPARATOR = (
    *("least", "than", "as", "most", "to", "over", "above", "under", "below", "about", "around", "approximately"),
    *("roughly", "some", "nearly", "almost", "estimated", "only", "just", "exactly", "another", "further", "of", "all"),
)
_NEEDS_NUMERAL = Sieve(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fort|fif|twent|hundred|thousand|million"
)
_NEEDS_VAGUE = Sieve(
    "tens|dozens|scores|hundreds|thousands|millions|most|decades|hardly|countless|innumerable|several|number|numerous|"
    "series|handful|majority|many|some|mass|few|multiple"
)
_WHAT = re.compile(
    rf"\s*(?:of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+|these\s+|those\s+|all\s+)*(?:{_VALUE}\s+)?)?((?:[^\W\d_][\w’'-]*\s?){{1,5}})"
)
_ENDS_PHRASE = re.compile(
    r"\b(?:who|which|that|were|was|are|is|have|has|had|been|be|in|on|at|by|for|with|from|to|and|or|but|as|during"
    r"|after|before|under|against|between|since|regarding|concerning|related|relating|including|of|than|while|when"
    r"|where|according|because|into|through|did|do|does|can|could|may|might|must|should|will|would|unable"
    r"|the|an?|its|their|his|her|our|it|they|we|he|she|this|these|those|them|us|so|not|also|each|per|alone|about|without"
    r"|within|near|across|among|whose|whom|if|then|now|again|once|twice|there|since|until|both|all|among)\b"
    r"|(?<=\s)[a-z]+(?:ed|ly)\b",
    re.IGNORECASE,
)
# Words behind which a number counts nothing: it is the name of something.
_NAMES_BEFORE = re.compile(
    r"(?:\b(?:articles?|arts?|paragraphs?|paras?|sections?|chapters?|no|nos|numbers?|rules?|resolutions?|page|pp?"
    r"|session|cycle|notes?|annex|part|point|clause|appendix|table|figure|box|goal|target|sdg|upr|version|vol|protocol"
    r"|law|decree|order|code|phase|step|aged?|items?|recommendations?|js)\.?\s*(?:no\.?\s*)?|\$|€|£)$",
    re.IGNORECASE,
)
# With what a text ends before which a number may count nothing: a name, its stop, the numbers before it in a list.
_MAY_BE_NAME = (
    *("article", "articles", "art", "arts", "paragraph", "paragraphs", "para", "paras", "section", "sections", "no"),
    *(
        "chapter",
        "chapters",
        "nos",
        "number",
        "numbers",
        "rule",
        "rules",
        "resolution",
        "resolutions",
        "page",
        "p",
        "pp",
    ),
    *("session", "cycle", "note", "notes", "annex", "part", "point", "clause", "appendix", "table", "figure", "box"),
    *("goal", "target", "sdg", "upr", "version", "vol", "protocol", "law", "decree", "order", "code", "phase", "step"),
    *("age", "aged", "item", "items", "recommendation", "recommendations", "js", "$", "€", "£"),
    *("and", "or", "to", ".", ",", "(", ")", "-", "–"),
)
_LIST_OF_NAMES = re.compile(
    r"\b(?:articles|arts|paragraphs|paras|nos|rules|sections|items|recommendations|notes)\.?\s[\d\s.,()–-]*"
    r"(?:and|or|to|,)?\s*$",
    re.IGNORECASE,
)
# "two years later" tells when, not how many.
_WHEN = re.compile(
    r"\s+(?:day|week|month|year|decade|hour)s?\s+(?:on|later|ago|earlier|afterwards|old)\b", re.IGNORECASE
)
# Where a number stands without its noun: "43 were taken there", "31 of them", "and refused 171."
_NAMED_BEFORE = re.compile(
    r"\s*(?:[.,;:)]|$|(?:of\s+(?:them|these|those|whom)|were|was|are|have|had|has|did|do|who|that|in\s+(?:19|20)\d\d)\b)"
)
_DONE = re.compile(r"\s+(?:were|was|are|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?P<done>[a-z]+)\b")
_NOUN_BEFORE = re.compile(r"\b(?P<noun>[a-zA-Z]{3,}s)\b[^.;]{0,40}$")
_VERB = re.compile(r"\s+([a-zA-Z]+)")
_IN_YEAR = re.compile(r"\s+in\s+(?:19|20)\d\d\b")
_TIME = re.compile(r"\s*[-–]?\s*(?:a\.?m\.?|p\.?m\.?|o'clock)\b", re.IGNORECASE)
_ONLY_BEFORE = re.compile(r"\b(only|just)\s+\w+(?:ed|s|d)?\s*$", re.IGNORECASE)
_NOTHING_COUNTED = re.compile(
    r"\s*(?:of\s+the\s+(?:iccpr|covenant|convention|constitution|criminal|civil|code|law|act)\b|[.,;:)\]]|$)",
    re.IGNORECASE,
)


def figures_in(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every figure in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    dates = [(told.start, told.end) for told in dates_in(text, start, stop)]
    dates += [(day.start, day.end) for day in yearless_in(text, start, stop)]
    found: list[Figure] = []
    low = small(text[start:stop])
    for match in _values(text, start, stop, low):
        before = found[-1].what.removeprefix("% ") if found else ""
        if _free(dates, match.span("value")) and (figure := _exact(text, start, stop, match, before)):
            found.append(figure)
    taken = dates + [(figure.start, figure.end) for figure in found]
    vague = _LOOSE.finditer(text, start, stop) if _NEEDS_VAGUE.lets_pass(low) else ()
    loose = [_loose(text, stop, match) for match in vague if _free(taken, match.span("vague"))]
    return tuple(sorted(found + [figure for figure in loose if figure.what], key=lambda figure: figure.start))


def _values(text: str, start: int, stop: int, low: str) -> Iterator[re.Match[str]]:
    """What ``_EXACT.finditer`` gives, without trying it at every letter. ``low``: the stretch in small letters."""
    pattern = _VALUE_BEGINS if _NEEDS_NUMERAL.lets_pass(low) else _DIGITS
    while begins := pattern.search(text, start, stop):
        value = begins.start()
        match = None
        if before := _comparator_before(text, start, value):
            match = _EXACT.match(text, before.start(), stop)
        match = match or _EXACT.match(text, value, stop)
        start = (match or begins).end()
        if match:
            yield match


def _comparator_before(text: str, start: int, value: int) -> re.Match[str] | None:
    near = text[max(start, value - 30) : value].split()
    if not text[value - 1 : value].isspace() or (near and not small(near[-1]).endswith(_LAST_OF_COMPARATOR)):
        return None
    return _COMPARATOR_BEFORE.search(text, start, value)


def _free(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether the number stands in none of the stretches."""
    low, high = span
    return all(high <= start or end <= low for start, end in taken)


def _exact(text: str, start: int, stop: int, match: re.Match[str], counted_before: str) -> Figure | None:
    before = text[max(start, match.start() - 60) : match.start("value")]
    if not match["comparator"] and _is_name(before):
        return None
    if _TIME.match(text, match.end(), stop) or _WHEN.match(text, match.end(), stop):
        return None
    what, end = _counted(text, match.end(), stop)
    if _NOTHING_COUNTED.match(text, match.end(), stop):
        what, end = "", match.end()
    if not what:
        what, end = _counted_elsewhere(text, match.end(), stop, before, counted_before), match.end()
    if not what and not match["percent"]:
        return None
    comparator = " ".join((match["comparator"] or "").lower().split())
    if not comparator and (only := _ONLY_BEFORE.search(before)):
        comparator = only[1].lower()
    return Figure(_value(match), comparator, ("% " if match["percent"] else "") + what, match.start(), end)


def _is_name(before: str) -> bool:
    """Whether what stands before a number shows that it only names something: "article", "session"."""
    end = small(before.rstrip())
    if not end.endswith(_MAY_BE_NAME) and not end[-1:].isdigit():
        return False
    return bool(_NAMES_BEFORE.search(before) or _LIST_OF_NAMES.search(before))


def _counted_elsewhere(text: str, end: int, stop: int, before: str, counted_before: str) -> str:
    """What a number without a noun counts: what the one before it counts, what was done, the noun before it."""
    verb = _VERB.match(text, end, stop)
    if counted_before and verb and verbs.kinds_of(verb[1].lower()) == {verbs.BASE}:
        return counted_before
    if not _NAMED_BEFORE.match(text, end, stop):
        return ""
    if counted_before:
        return counted_before
    if done := _DONE.match(text, end, stop):
        return done["done"]
    noun = _NOUN_BEFORE.search(before) if _IN_YEAR.match(text, end, stop) else None
    return noun["noun"] if noun else ""


def _value(match: re.Match[str]) -> float:
    words = match["value"].lower()
    if words[0].isdigit():
        number = float(re.sub(r"[,\s]", "", words))
    elif words in ("a", "one"):
        number = 1.0
    else:
        number = numerals.value_of(words)
    number *= _SCALES[match["scale"].strip().lower()] if match["scale"] else 1
    return int(number) if number.is_integer() else number


def _loose(text: str, stop: int, match: re.Match[str]) -> Figure:
    what, end = _counted(text, match.end(), stop)
    return Figure(None, " ".join(match["vague"].lower().split()), what, match.start(), max(end, match.end("vague")))


def _counted(text: str, start: int, stop: int) -> tuple[str, int]:
    """What is counted: the words behind a number up to the end of the phrase, and where they end."""
    match = _WHAT.match(text, start, stop)
    if not match:
        return "", start
    words = match[1]
    if verbs.kinds_of(words.split()[0].lower()) == {verbs.BASE}:  # "of the letters, 49 carry the same words"
        return "", start
    cut = _ENDS_PHRASE.search(words)
    words = words[: cut.start()] if cut else words
    words = words.rstrip()
    return words, (match.start(1) + len(words)) if words else start
