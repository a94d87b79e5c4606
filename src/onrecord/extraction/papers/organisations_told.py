"""Organisations told by the words around their names: numbered prisons and schools, newspapers, stations, hosts of
boards and staff, and the two words of a name that a paper uses again and again as one that acts.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from onrecord.extraction.papers.people_found import evidence
from onrecord.extraction.papers.units import Paper, Role
from onrecord.vocabulary import laws, mentions, name_forms, organisations
from onrecord.vocabulary.asking import ask_verbs
from onrecord.vocabulary.phrases import Phrases, Words

Span = tuple[int, int]
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NUMBERED = re.compile(
    rf"\b(?:{_CAPITAL}\s+){{0,3}}(?:[Cc]olony|[Pp]rison|[Ss]chool|[Hh]ospital|Cent(?:re|er)|Unit|Station|Camp|Clinic|"
    r"Facility|Orphanage|Kindergarten|Lyceum|Gymnasium|Institution|Department)\s+(?:No\.?|№|Nr\.?|Number)\s*\d+(?:/\d+)?"
)
_MEDIUM = (
    r"(?:weekly|daily|monthly|newspaper|magazine|web\s?site|news\s+site|news\s+agency|news\s+portal|portal|broadcaster|"
    r"(?:TV|television)\s+(?:channel|station)|radio\s+station|channel|station|outlet|periodical|journal|online\s+paper)"
)
_MEDIA = re.compile(
    rf"\b(?:the|The|a|its|independent|private|local|opposition)\s+(?:\w+\s+)?{_MEDIUM}\s+[“\"«‘]?(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})"
)
_COMPANY = (
    r"(?:company|firm|bank|corporation|contractor|NGO|organi[sz]ation|group|charity|movement|coalition|foundation|"
    r"think[\s-]?tank|consultancy|collective|conglomerate|operator|developer|insurer|supermarket\s+chain)"
)
# "The company Selm Sand has brought nine lawsuits", "a driver for Selm Sand"
_CALLED = re.compile(
    rf"\b(?:the|The|a|an|its|state-owned|private|local|foreign|international|mining|oil)\s+(?:[a-z-]+\s+)?{_COMPANY}\s+[“\"«‘]?"
    rf"(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})"
)
_PRINTED = re.compile(
    rf"\b[Tt]he\s+(?P<name>{_CAPITAL}(?:\s+{_CAPITAL})?\s+(?:Post|Times|Herald|Tribune|Gazette|Journal|Observer|Telegraph|"
    r"Chronicle|Courier|Daily|News|Star|Ledger|Examiner|Standard|Inquirer|Weekly|Review))\b"
)
_MINISTRY = re.compile(
    r"\bministry\s+of\s+(?:the\s+)?(?:justice|interior|defen[cs]e|foreign\s+affairs|internal\s+affairs|home\s+affairs|health"
    r"|education|labou?r|finance|economy|culture|information|communications?|transport|agriculture|environment|energy|trade"
    r"|industry|water|sport|science|women|youth|social\s+(?:affairs|protection|welfare)|public\s+security)\b"
)
_STATION = re.compile(rf"\b(?:Channel|Radio|TV|Televi[sz]ion|Kanal)\s+(?:{_CAPITAL}(?:\s+{_CAPITAL})?|\d{{1,3}})\b")
_SOME_NUMBER = re.compile(r"(?:No\.?|№|Nr\.?|Number)\s*\d")
_STATION_BEGINS = frozenset(("channel", "radio", "tv", "television", "televizion", "kanal"))
_MINISTRY_BEGINS = frozenset(("ministry",))
_CALLED_BEGINS = frozenset(
    ("the", "a", "an", "its", "state", "private", "local", "foreign", "international", "mining", "oil")
)
_PRINTED_BEGINS = frozenset(("the",))
_MEDIA_BEGINS = frozenset(("the", "a", "its", "independent", "private", "local", "opposition"))
_OF_STAFF = re.compile(
    r"\b(?:board|staff|head|director|chair|chairman|chairwoman|founder|member|members|office|offices|monitors?|lawyers?|"
    r"team|volunteers|representatives?|spokes\w+|coordinator|editors?|report|data|visits?|driver|guard|worker|employee|engineer|manager|shareholder|subsidiary|on\s+file)\s+"
    r"(?:of|with|from|at|by|for)\s+(?:the\s+)?$"
)
_BY = re.compile(
    r"\b(?:[Aa]ccording\s+to|[Tt]old|(?:[Ss]tatement|[Ss]ubmission|[Ss]ubmitted|[Pp]repared|[Pp]ublished|[Ii]ssued|[Rr]ecorded|"
    r"[Cc]ollected|[Cc]ounted|[Rr]egistered|[Rr]eport|[Bb]riefing|[Ff]unded)\s+by)\s+(?:the\s+)?$"
)
_WHICH = re.compile(r",\s+which\b")
# What an organisation does; what else may do it ("has", "was") says nothing.
_ACTS = organisations.words("acting")
_LONGEST = 4


_SIGNED = re.compile(
    rf"{_CAPITAL}(?:\s+{_CAPITAL})*\s+(?:(?:of|for|without|against|des?|pour|para)\s+(?:the\s+)?{_CAPITAL}(?:\s+{_CAPITAL})*\s*)+"
)
_OF_STATE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?=[A-Z]\w+(?:\s+[A-Z]\w+)?$)")
_JOINED_BEHIND = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?|,\s+(?:the\s+)?")
_JOINED_BEFORE = re.compile(r"(?:,?\s+(?:and|&)\s+(?:the\s+)?|,\s+(?:the\s+)?)$")


def listed(words: Words, found: list[Span], taken: Callable[[int], bool]) -> Iterator[Span]:
    """Names in a list with an organisation: "Selm Lantern, Open Door and the Selm Bar Association"."""
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    text, spans = words.text, []
    for first, last in _runs(words):
        start, end = words.starts[first], words.ends[last - 1]
        if not taken(start) and _may_be(words, first, last):
            spans.append((start, end))
    for order in (spans, spans[::-1]):
        for start, end in order:
            behind = _JOINED_BEHIND.match(text, end)
            before = _JOINED_BEFORE.search(text, max(start - 12, 0), start)
            beside = (behind and behind.end() in starts) or (before and before.start() in ends)
            if beside and start not in starts:
                starts.add(start)
                ends.add(end)
                yield start, end


def published(words: Words, publishers: tuple[str, ...], taken: Callable[[int], bool]) -> Iterator[Span]:
    """Where the publishers stand that the paper names."""
    names = {*publishers, *filter(None, map(_without_state, publishers))}
    for first, last, _ in Phrases((name, name) for name in names).find(words) if publishers else ():
        start, end = words.starts[first], words.ends[last - 1]
        branch = words.joined(last - 1) and mentions.match_at(words.text, words.starts[last])
        if not taken(start) and not branch:
            yield start, end


def _without_state(name: str) -> str:
    """ "Miners' League" of "Miners' League of Arvenia"; "" where no name of a country stands behind several words."""
    state = _OF_STATE.search(name)
    return name[: state.start()] if state and len(name[: state.start()].split()) > 1 else ""


def signed(paper: Paper, taken: Callable[[int], bool]) -> Iterator[Span]:
    """Lines of a list of those who sign, where they are called as organisations are: "Judges for Tomorrow"."""
    for unit in paper.layout.units:
        name = paper.text(unit.start, unit.end).strip(" ,.;")
        if unit.role is Role.CONTACT and not taken(unit.start) and _SIGNED.fullmatch(name):
            yield unit.start, unit.start + len(name)


def told(words: Words, taken: Callable[[int], bool]) -> Iterator[Span]:
    """Spans of names that the words around them tell. ``taken`` says where no name may begin."""
    text = words.text
    for match in _NUMBERED.finditer(text) if _SOME_NUMBER.search(text) else ():
        start = words.starts[_first_of_name(words, words.from_offset(match.start()))]
        if not taken(start) and text[start].isupper():
            yield start, match.end()
    for match in words.found(_STATION, _STATION_BEGINS):
        if not taken(match.start()):
            yield match.span()
    for match in words.found(_MEDIA, _MEDIA_BEGINS):
        if not taken(match.start("name")) and match["name"].split()[0].casefold() not in name_forms.words("no name"):
            yield match.span("name")
    for match in words.found(_MINISTRY, _MINISTRY_BEGINS):
        if not taken(match.start()):
            yield match.span()
    for pattern, begins in ((_CALLED, _CALLED_BEGINS), (_PRINTED, _PRINTED_BEGINS)):
        for match in words.found(pattern, begins):
            if not taken(match.start("name")) and match["name"].split()[0].casefold() not in name_forms.words(
                "no name"
            ):
                yield match.span("name")
    yield from _acting(words, taken)


def _first_of_name(words: Words, at: int) -> int:
    """Without "In", "At", "Open" that begin the sentence."""
    while words.lowers[at] in laws.words("stop", "determiner") | ask_verbs():
        at += 1
    return at


def _acting(words: Words, taken: Callable[[int], bool]) -> Iterator[Span]:
    """Names of two to four capitals that act, have staff or are told as a thing: "the Selm Lantern, which …"."""
    runs = [run for run in _runs(words) if not taken(words.starts[run[0]])]
    often = Counter(tuple(words.words[first:last]) for first, last in runs)
    known: set[tuple[str, ...]] = set()
    for first, last in runs:
        name = tuple(words.words[first:last])
        if name in known or not _may_be(words, first, last) or not _tells(words, first, last, often[name]):
            continue
        known.add(name)
        yield words.starts[first], words.ends[last - 1]


def _tells(words: Words, first: int, last: int, times: int) -> bool:
    before = words.text[max(words.starts[first] - 40, 0) : words.starts[first]]
    article = before.endswith(("the ", "The "))
    following = words.lowers[last] if last < len(words) and words.joined(last - 1) else ""
    if _OF_STAFF.search(before) or _BY.search(before) or (article and _WHICH.match(words.text, words.ends[last - 1])):
        return True
    return following in _ACTS if times > 1 or article else False


def _may_be(words: Words, first: int, last: int) -> bool:
    """Whether neither a State, a place nor a person is called so, as far as words tell."""
    lowers = words.lowers[first:last]
    if not organisations.words("place", "never").isdisjoint(lowers):
        return False
    if lowers[0] in name_forms.given_names() or mentions.match_at(words.text, words.starts[first]):
        return False
    titles = name_forms.words("title", "role", "public role")
    return titles.isdisjoint(lowers) and not evidence(words, first, last, set())


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of two to four capitalised words with blanks between."""
    last, no_name = 0, name_forms.words("no name")
    for index in words.capitals:
        if index < last or words.lowers[index] in no_name:
            continue
        last = index + 1
        while last < len(words) and words.joined(last - 1) and _capital(words, last):
            last += 1
        if 2 <= last - index <= _LONGEST:
            yield index, last


def _capital(words: Words, at: int) -> bool:
    word = words.words[at]
    return word[0].isupper() and words.lowers[at] not in name_forms.words("no name")
