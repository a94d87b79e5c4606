"""Figures in running text: "at least 17 fatalities", "over 30 recommendations", "23 % of its goals", "dozens of them".

A figure is a number with what it counts. Numbers that count nothing (dates, articles, sessions, paragraphs, addresses)
are left out; words such as "dozens" are figures without a value.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extraction.papers.dates_told import dates_in
from onrecord.extraction.papers.dates_unstated import yearless_in
from onrecord.extraction.sieve import Sieve, small
from onrecord.model import Figure
from onrecord.vocabulary import numerals, verbs

_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_COMPARATOR = (
    r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|as\s+many\s+as|more\s+than|less\s+than|fewer\s+than"
    r"|no\s+more\s+than|at\s+most|up\s+to|over|above|under|below|about|around|approximately|roughly|some|nearly"
    r"|almost|close\s+to|an?\s+estimated|estimated|only|just|exactly|another|a\s+further|a\s+total\s+of|all"
)
_NUMBER_WORD = rf"(?!one\b){numerals.IN_WORDS}"  # "one" counts only before a noun, see below
_VALUE = (
    rf"(?:\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?!\d)|\d+(?:\.\d+)?|{_NUMBER_WORD}"
    r"|(?:a|one)(?=\s+(?:dozen|hundred|thousand|million)\b)"
    r"|one(?=\s+(?!(?:of|and|or|another|day|such|thing|hand|side|way|more|which|who|whose|that|[a-z]+['’]s|can|must|should|has|had|is|was|may|"
    r"in|by|on|to|for|as|at|after|with|from|when|hopes|might|would|could|cannot|does|another's|side|than|need|needs)\b)[a-z]))"
)
_VAGUE = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions)(?:\s+of\s+(?:thousands|millions))?(?=\s+of\b)|dozens"
    r"|(?:scores|hundreds|thousands)(?=\s+(?:were|are|have\s+been|had\s+been)\b)"
    r"|(?:(?:about|around|more\s+than|over|nearly|almost|less\s+than|at\s+least|roughly|some|fully|well\s+over)\s+)?"
    r"(?:half|(?:a|one)[\s-](?:third|quarter|fifth|tenth)|(?:two|three|four|seven|nine)[\s-](?:thirds|quarters|fifths|tenths))"
    r"(?=\s+of\b)|(?:about|around|more\s+than|over|nearly|almost|less\s+than)\s+half(?=\s+(?:had|have|were|are|of|the))"
    r"|most(?=\s+(?:of\b|[a-z]+s\s))|decades(?=\s+of\b)|hardly\s+any|countless|innumerable|several(?:\s+(?:dozen|hundred|thousand))?|a\s+(?:large\s+|small\s+|growing\s+)?number\s+of|numerous"
    r"|a\s+(?:series|handful|majority)\s+of|many|some|mass|a\s+few|multiple"
)
_EXACT = re.compile(
    rf"(?:\b(?P<comparator>{_COMPARATOR})\s+)?(?<![\w./§#№:-])(?P<value>{_VALUE})"
    r"(?P<half>\s+and\s+a\s+half\b)?(?P<scale>\s+(?:dozen|hundred|thousand|million|billion)\b)?(?P<percent>\s?%|\s+per\s?cent\b)?(?P<rough>\s+or\s+so\b)?"
    r"(?![\w/]|[.:]\d|-\d|–\d|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"\b(?P<vague>{_VAGUE})\s+(?=\S)", re.IGNORECASE)
# Where a value may begin, and what may stand before it: only there ``_EXACT`` is tried.
_DIGITS = re.compile(r"\d+")
_VALUE_BEGINS = re.compile(
    rf"\d+|\b(?:{numerals.SIMPLE}|a(?=\s+(?:dozen|hundred|thousand|million|total\s|further\s)))", re.IGNORECASE
)
_COMPARATOR_BEFORE = re.compile(rf"\b(?:{_COMPARATOR})\s+\Z", re.IGNORECASE)
_LAST_OF_COMPARATOR = (
    *("least", "than", "as", "most", "to", "over", "above", "under", "below", "about", "around", "approximately"),
    *("roughly", "some", "nearly", "almost", "estimated", "only", "just", "exactly", "another", "further", "of", "all"),
)
_NEEDS_NUMERAL = Sieve(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fort|fif|twent|dozen|hundred|thousand|million"
)
_NEEDS_VAGUE = Sieve(
    "tens|dozens|scores|hundreds|thousands|millions|most|decades|hardly|countless|innumerable|several|number|numerous|"
    "series|handful|majority|many|some|mass|few|multiple|half|third|quarter|fifth|tenth"
)
_WHAT = re.compile(
    rf"\s*[“\"‘]?(?:of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+|these\s+|those\s+|all\s+)*(?:{_VALUE}\s+)?)?((?:[^\W\d_][\w’'-]*\s?){{1,5}})"
)
_ENDS_PHRASE = re.compile(
    r"\b(?:who|which|that|were|was|are|is|have|has|had|been|be|in|on|at|by|for|with|from|to|and|or|but|as|during"
    r"|after|before|under|against|between|since|regarding|concerning|related|relating|including|of|than|while|when"
    r"|where|according|because|into|through|did|do|does|can|could|may|might|must|should|will|would|unable"
    r"|the|an?|its|their|his|her|our|it|they|we|he|she|this|these|those|them|us|so|not|also|each|per|alone|about|without"
    r"|off|out|up|down|away|back|within|near|across|among|whose|whom|if|then|now|again|once|twice|there|since|until|both|all|among)\b"
    r"|(?<=\s)[a-z]+(?:ed|ly)\b",
    re.IGNORECASE,
)
# Words behind which a number counts nothing: it is the name of something.
_NAMES_BEFORE = re.compile(
    r"(?:\b(?:turned|articles?|arts?|paragraphs?|paras?|sections?|chapters?|no|nos|numbers?|rules?|resolutions?|page|pp?"
    r"|session|cycle|notes?|annex|part|point|clause|appendix|table|figure|box|goal|target|sdg|upr|version|vol|protocol"
    r"|law|decree|order|code|phase|step|aged?|items?|recommendations?|js)\.?\s*(?:no\.?\s*)?|\bhalf\s+|(?<![’'\w])ss?\.\s*)$",
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
    *("age", "aged", "turned", "item", "items", "recommendation", "recommendations", "js", "$", "€", "£"),
    *("and", "or", "to", ".", ",", "(", ")", "-", "–", "half"),
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
    r"\s*(?:[.,;:)”\"]|$|(?:of\s+(?:them|these|those|whom|which)|were|was|are|have|had|has|did|do|who|that|in\s+(?:19|20)\d\d"
    r"|in\s+the\s+(?:same|previous|year|first|last))\b)"
)
_DONE = re.compile(r"\s+(?:were|was|are|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?P<done>[a-z]+)\b")
_NOUN_BEFORE = re.compile(r"\b(?P<noun>[a-zA-Z]{3,}s)\b[^.;]{0,40}$")
_WHO_DID = re.compile(
    r"\s+(?:who(?:\s+[a-z]+){2,4}|(?:killed|arrested|detained|held|beaten|missing|wounded|sentenced|seized)\b)"
)
_VERB = re.compile(r"\s+([a-zA-Z]+)")
_IN_YEAR = re.compile(r"\s+in\s+(?:19|20)\d\d\b")
_CURRENCIES = {"$": "dollars", "US$": "US dollars", "USD": "US dollars", "€": "euros", "EUR": "euros", "£": "pounds"}
_CODES = (
    "GBP|CHF|KZT|RUB|UZS|KGS|TJS|TMT|AZN|AMD|GEL|BYN|UAH|MDL|TRY|RSD|PLN|EGP|JOD|MAD|TND|DZD|IQD|LBP|SAR|AED|INR|PKR"
)
_CODES += (
    "|BDT|LKR|NPR|MMK|THB|VND|PHP|IDR|MYR|CNY|JPY|KRW|KES|UGX|TZS|RWF|ETB|NGN|GHS|XOF|XAF|ZAR|BRL|MXN|COP|PEN|CLP|ARS"
)
_MONEY = re.compile(rf"(US\$|USD|EUR|\$|€|£|(?-i:\b(?:{_CODES})))\s?$", re.IGNORECASE)
_BEFORE_MONEY = re.compile(rf"\b({_COMPARATOR})\s+$", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:was|were|is|are|men|women|children|people|persons|boys|girls|those|anyone|everyone|minors|prisoners|detainees|youths|citizens)\s+$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[\s-]+(?:halves|thirds|quarters|fifths|tenths)\b", re.IGNORECASE)  # "two thirds"
_WHEN_BEFORE = re.compile(r"\b(?:past|last|previous|next|coming|following|preceding)\s*$", re.IGNORECASE)
_MEASURED = re.compile(r"(?:day|week|month|year|hour)s?\s+(?:after|before)\b", re.IGNORECASE)  # "one month after"
_DURING = re.compile(r"\b(?:in|within|during|over)\s+the\s+(?:first\s+)?$", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(r"(?:hour|day|week|month|year|decade)s?\b", re.IGNORECASE)
_ONE_ALONE = re.compile(r"\s+[a-z]+\s+alone\b")  # "in one district alone"
_RANGE = re.compile(
    rf"\s*(?:to|or|and|–|-)\s*(?:{_COMPARATOR}\s+)?{_VALUE}(?:\s+(?:hundred|thousand|million)\b)?", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b")
_ANY_NOUN_BEFORE = re.compile(r"\b(?P<noun>[a-z]{4,}s)\b(?=[^a-z])", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?P<noun>(?:death\s+)?toll|crowd|number|total|figure|count|turnout)\b[^.;]{0,40}$", re.IGNORECASE
)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|count|toll)\s+of\s+(?:the\s+)?(?P<noun>[a-z-]+(?:\s+[a-z-]+)?)\b[^.;]{0,40}\b(?:at|to|was|is|stood)"
    rf"(?:\s+(?:{_COMPARATOR}))?\s*$",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    rf"\b(?:puts?\s+(?:it|this|them)\s+at|sp(?:ea|o)ks?e?\s+of)(?:\s+(?:{_COMPARATOR}))?\s*$", re.IGNORECASE
)
_SHARE_OF = re.compile(
    r"\b(?P<noun>(?:[a-z]+\s+)?[a-z]{3,})\s+(?:of|fell\s+to|rose\s+to|was|reached|at|to)\s*$", re.IGNORECASE
)
_DONE_BEFORE = re.compile(r"\b(?P<noun>[a-z]+(?:ed|lt|nt))\s*$", re.IGNORECASE)
_MANY = {"hundred": 100, "thousand": 1_000}
_SURELY_VERB = {verbs.PAST, verbs.THIRD}
_SMALL = r"one|two|three|four|five|six|seven|eight|nine"
_ONE_IN = re.compile(
    rf"\b(?P<few>{_SMALL})(?P<noun>\s+[a-z]+)?\s+(?:in|out\s+of)\s+(?:every\s+)?"
    rf"(?P<many>{_SMALL}|ten|twelve|twenty|hundred|thousand|\d{{1,4}})\b"
    r"(?!\s*%|-|\s+(?:years?|months?|weeks?|days?|hours?|cases?|places?|districts?|regions?|towns?|cities|villages|prisons?)\b)"
    r"(?P<what>(?:\s+[a-z]+){0,4})",
    re.IGNORECASE,
)
_NEEDS_ONE_IN = Sieve(_SMALL, f"{_SMALL}|ten|twelve|twenty|hundred|thousand|0|1|2|3|4|5|6|7|8|9")
_NEEDS_LIST_OF_NAMES = Sieve("articles|arts|paragraphs|paras|nos|rules|sections|items|recommendations|notes")
_NEEDS_ONLY = Sieve("only|just")
_WORDS_OF_NAME = 3  # with what a number is named: "recommendations no. 5"; one more for a blank lost between
_IN_BRACKETS = re.compile(r"\d\s?\($")
_NOBODY = re.compile(r"\b(?:not(?:\s+even)?|all\s+but|none\s+but|no)\s+$", re.IGNORECASE)
_TIME = re.compile(r"\s*[-–]?\s*(?:a\.?m\.?|p\.?m\.?|o'clock)\b", re.IGNORECASE)
_ONLY_BEFORE = re.compile(r"\b(only|just)\s+\w+(?:ed|s|d)?\s*$", re.IGNORECASE)
_NOTHING_COUNTED = re.compile(
    r"\s*(?:of\s+the\s+(?:iccpr|covenant|convention|constitution|criminal|civil|code|law|act)\b|[.,;:)\]]|$)",
    re.IGNORECASE,
)


def figures_in(text: str, start: int = 0, end: int | None = None, *, counted: str = "") -> tuple[Figure, ...]:
    """Every figure in ``text[start:end]``, in order. ``counted``: what the sentence before counted last."""
    stop = len(text) if end is None else end
    dates = [(told.start, told.end) for told in dates_in(text, start, stop)]
    dates += [(day.start, day.end) for day in yearless_in(text, start, stop)]
    low = small(text[start:stop])
    one_in = (" in " in low or " out of " in low) and _NEEDS_ONE_IN.lets_pass(low)
    found: list[Figure] = list(_one_in(text, start, stop)) if one_in else []
    dates += [(figure.start, figure.end) for figure in found]
    for match in _values(text, start, stop, low):
        before = found[-1].what.removeprefix("% ") if found else ""
        if _free(dates, match.span("value")) and (figure := _exact(text, start, stop, match, before)):
            found.append(figure)
    taken = dates + [(figure.start, figure.end) for figure in found]
    vague = _LOOSE.finditer(text, start, stop) if _NEEDS_VAGUE.lets_pass(low) else ()
    vague = (match for match in vague if match["vague"][:1] != "M" or match["vague"].lower() != "mass")  # "Mass Media"
    loose = [_loose(text, stop, match) for match in vague if _free(taken, match.span("vague"))]
    every = sorted(found + [figure for figure in loose if figure.what], key=lambda figure: figure.start)
    return tuple(_of_number(every, counted))


def _of_number(figures: list[Figure], counted: str) -> Iterator[Figure]:
    """ "The ministry puts the number at eight", "the police speak of 62": of what was counted before."""
    for figure in figures:
        elsewhere = counted and figure.what.removeprefix("% ") == "number"
        yield replace(figure, what=figure.what.replace("number", counted)) if elsewhere else figure
        counted = counted if elsewhere else figure.what.removeprefix("% ") or counted


def _one_in(text: str, start: int, stop: int) -> Iterator[Figure]:
    """ "One in five prisoners": 20 per cent of them; "one in three" is no round share, and stays as worded."""
    for match in _ONE_IN.finditer(text, start, stop):
        many = _MANY.get(match["many"].lower()) or int(numerals.value_of(match["many"]))
        few, noun = numerals.value_of(match["few"].lower()), (match["noun"] or "").strip()
        if few >= many or (noun and few > 1):
            continue
        what, end = _counted(text, match.start("what"), stop)
        what, share, end = noun or what, few * 100 / many, max(end, match.end("many"))
        if share.is_integer():
            yield Figure(int(share), "", "% " + what, match.start(), end)
        else:
            worded = f"{match['few']} in {match['many']}".lower()
            yield Figure(None, worded, what, match.start(), end)


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
    before = text[max(start, match.start() - 120) : match.start("value")]
    if not match["comparator"] and _is_name(before):
        return None
    if _counts_nothing(text, match, before, stop):
        return None
    what, end = _counted(text, match.end(), stop)
    what = counted_before if what == "more" and counted_before else what
    if _NOTHING_COUNTED.match(text, match.end(), stop):
        what, end = "", match.end()
    if not what and (to := _RANGE.match(text, match.end(), stop)):  # "three to eight years"
        what, end = _counted(text, to.end(), stop)[0], match.end()
    if money := _MONEY.search(before):
        what, end = _CURRENCIES.get(money[1].upper(), money[1]), match.end()
    if match["percent"]:
        what = _share(before, what, counted_before)
    if match["comparator"] and not what and _AGED.search(text[max(start, match.start() - 20) : match.start()]):
        what = "years of age"  # "men under 25"
    if not what:
        what, end = _counted_elsewhere(text, match.end(), stop, before, counted_before), match.end()
    if not what and not match["percent"]:
        return None
    comparator = " ".join((match["comparator"] or match["rough"] or "").lower().split())
    if money and not comparator and (bound := _BEFORE_MONEY.search(before[: money.start()])):
        comparator = " ".join(bound[1].lower().split())  # "more than $5,000"
    if not comparator and _NEEDS_ONLY.lets_pass(small(before)) and (only := _ONLY_BEFORE.search(before)):
        comparator = only[1].lower()
    return Figure(_value(match), comparator, ("% " if match["percent"] else "") + what, match.start(), end)


def _counts_nothing(text: str, match: re.Match[str], before: str, stop: int) -> bool:
    """A time of day, a stretch of time that tells when, a part of a whole, "in one district alone"."""
    end = match.end()
    if _TIME.match(text, end, stop) or _WHEN.match(text, end, stop) or _PARTS.match(text, end, stop):
        return True
    after = text[end:stop].lstrip()
    if _MEASURED.match(after) and not _DURING.search(before):
        return True
    if _SPAN_OF_TIME.match(after) and _WHEN_BEFORE.search(before):
        return True
    if (_IN_BRACKETS.search(before) and after.startswith(")")) or _NOBODY.search(before):
        return True  # "article 274 (4)", "not one officer", "all but three"
    return match["value"].lower() == "one" and _ONE_ALONE.match(text, end, stop) is not None


def _share(before: str, what: str, counted_before: str) -> str:
    """What a percentage is one of, where no noun follows: "a pay gap of 27 %", "fulfilled 31 % of what …"."""
    if what and what.lower() not in ("what", "all", "those"):
        return what
    told = _DONE_BEFORE.search(before) or _SHARE_OF.search(before)
    last = told["noun"].split()[-1].lower() if told else ""
    if told and last not in verbs.reporting() and verbs.THIRD not in verbs.kinds_of(last):
        return told["noun"]
    return what or counted_before


def _is_name(before: str) -> bool:
    """Whether what stands before a number shows that it only names something: "article", "session"."""
    end = small(before.rstrip())
    if not end.endswith(_MAY_BE_NAME) and not end[-1:].isdigit():
        return False
    parts = before.rsplit(None, _WORDS_OF_NAME)  # what stands before the last words can be no part of such a name
    if _NAMES_BEFORE.search(before, len(parts[0]) if len(parts) > _WORDS_OF_NAME else 0):
        return True
    return _NEEDS_LIST_OF_NAMES.lets_pass(end) and _LIST_OF_NAMES.search(before) is not None


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
    return _noun_before(text, end, stop, before)


def _noun_before(text: str, end: int, stop: int, before: str) -> str:
    """ "the toll at eleven", "all wardens …; 40 of them", "letters … 49 in 2021"."""
    if toll := _NUMBER_OF.search(before) or _TOLL.search(before):  # "put the number of dead at 14"
        return toll["noun"]
    if _PUT_AT.search(before):
        return "number"
    if _OF_THEM.match(text, end, stop):
        nouns = _ANY_NOUN_BEFORE.findall(before)
        return nouns[-1] if nouns else "of them"
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
    number += 0.5 if match["half"] else 0
    number *= _SCALES[match["scale"].strip().lower()] if match["scale"] else 1
    return int(number) if number.is_integer() else number


def _loose(text: str, stop: int, match: re.Match[str]) -> Figure:
    what, end = _counted(text, match.end(), stop)
    if not what and (done := _DONE.match(text, match.end("vague"), stop)):
        what, end = done["done"], match.end("vague")
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
    words = _without_verb(words[: cut.start()] if cut else words)
    if words in ("men", "boys", "sons") and (done := _WHO_DID.match(text, match.start(1) + len(words), stop)):
        words = text[match.start(1) : done.end()]  # "men who died": the noun alone says little
    return words, (match.start(1) + len(words)) if words else start


def _without_verb(words: str) -> str:
    """ "people lost", "women earn": what is counted ends before a verb that is no noun."""
    parts = words.split()
    surely = {verbs.PAST, verbs.THIRD}
    for at, word in enumerate(parts[1:], start=1):
        kinds = verbs.kinds_of(word.lower())
        if word.islower() and kinds & surely and verbs.OTHER not in kinds:
            return " ".join(parts[:at])
    return words.rstrip()
