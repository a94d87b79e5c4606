"""Calls: "We urge the Government to …", "X recommended that …"; and the lines that open lists of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.extraction.papers.dates_told import dates_in
from onrecord.extraction.papers.duties import BODIES, MODAL, Call, core_of, duty, opportunity, urged
from onrecord.extraction.sieve import Sieve, small
from onrecord.model import Voice
from onrecord.vocabulary.asking import ask_verbs

HEADS_LIST = re.compile(
    r"\b(?:recommendations?|demands|proposals|proposed\s+questions|calls?\s+(?:to\s+action|on|upon|for)"
    r"|appeals?\s+to|what\s+\w+(?:\s\w+){0,3}\s+(?:should|can|must)\s+(?:do|happen)|what\s+(?:must|should|needs\s+to)\s+\w+"
    r"|what\s+(?:we|you)\s+(?:ask|want|recommend|propose|demand|can\s+do)|(?:we|our)\s+asks?|urges|asks?\s+(?:of|to)"
    r"|(?:please\s+)?(?:write|appeal|send\s+appeals)\s+(?:immediately\s+)?(?:to|in\s)|take\s+action|act\s+now"
    r"|way\s+forward|next\s+steps)\b",
    re.IGNORECASE,
)
# "To the Ministry of Justice: revoke …" in a list.
OPENS_TO = re.compile(r"\s*(?:To|For)\s+((?:the\s+)?[^:.;]{3,90}):\s+(?=\S)")
HEADS_FOLLOW_UP = re.compile(
    r"\b(?:implement\w*|follow[\s-]*up|previous|past|earlier|status|accepted|supported|evaluation|respon[sd]\w*"
    r"|assess\w*|(?:first|second|third|last)\s+(?:cycle|review)|review\s+of|on\s+the\s+recommendations|progress)\b",
    re.IGNORECASE,
)
# "To the Ministry of Justice" as a heading among recommendations, or the bare name of a body.
HEADS_ADDRESSEE = re.compile(
    rf"\W*(?:\d+[.)]\s*)?(?:(?:To|For|TO|FOR)\s+(?P<whom>(?:the\s+|THE\s+)?[A-Za-z][^.;?!]{{2,110}})"
    rf"|(?P<body>(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+){{0,4}}(?i:{BODIES})(?:\s+(?:of|for)\s+[^.;:?!]{{2,60}})?))\W*$"
)
TO_WHOM = re.compile(
    r"\b(?:[Rr]ecommendations?|[Cc]alls?|[Aa]ppeals?|[Dd]emands|[Tt]o|[Ff]or)\s+(?:to|on|upon|for)?\s*"
    r"((?:the\s+)?[A-Z][^:.]{2,90})"
)
_CALL_VERB = (
    r"(?:call(?:s|ed|ing)?\s+(?:up)?on|urge[sd]?|urging|recommend(?:s|ed|ing)?|ask(?:s|ed|ing)?|request(?:s|ed|ing)?"
    r"|appeal(?:s|ed)?\s+to|demand(?:s|ed)?|encourage[sd]?|invite[sd]?|press(?:es|ed)?|exhort(?:s|ed)?"
    r"|implore[sd]?|expect(?:s|ed)?|wants?|wanted)"
)
LEADS_LIST = re.compile(
    rf"\b{_CALL_VERB}(?:\s+for)?(?:\s+that)?(?:\s+(?P<whom>(?:the\s+)?[^:;]{{2,120}}?))??(?:\s+(?:to|should|must))?(?:\s+\w+ly)?"
    r"\s*:\s*$|\b(?:recommendations?|should|must)\b[^:]{0,60}:\s*$",
    re.IGNORECASE,
)
_WE = re.compile(
    r"\b(?:we|I|the\s+(?:undersigned|signator(?:y|ies)|authors?|coalition|submitting|contributing)"
    r"(?:\s+(?:organi[sz]ations|ngos|groups|associations))?|this\s+(?:submission|report|paper|coalition))\b[^,]*$",
    re.IGNORECASE,
)
_CALL = re.compile(rf"\b(?P<verb>{_CALL_VERB}|call(?:s|ed|ing)?\s+for)\s+(?P<what>[^;]+)", re.IGNORECASE)
_WHO = re.compile(r"[^,;:.]{0,100}\Z")  # of a call: what stands before its verb
_SOME_CALL = re.compile(
    r"\b(?:call|urg|recommend|ask|request|appeal|demand|encourag|invite|press|exhort|implor|expect|want)", re.IGNORECASE
)
_NEEDS_CALL = Sieve("call|urg|recommend|ask|request|appeal|demand|encourag|invite|press|exhort|implor|expect|want")
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|this|that|such|any|no|upon|on|at|numerous|repeated|as|several|many|other|and)"
    r"|[’']s?)\s*$",
    re.IGNORECASE,
)
_NOUN_FORM = re.compile(r"(?:calls?|requests?|demands?|appeals?|asks?|press|recommended|requested)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:also\s+|further\s+)?$", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"\b(?:should|must|shall|would|can|could|may|might|to)\s+(?:also\s+|[a-z]+ly\s+)*$", re.IGNORECASE
)
_SINCE_LONG = re.compile(r"\b(?:has|have|had)\s+(?:long\s+)?been\s+$")
_AUXILIARIES = re.compile(r"(?:\s+(?:has|have|had|is|are|was|were|been|also|since|now))+$")
_EARLIER = re.compile(
    r"(?:called|urged|recommended|requested|asked|demanded|encouraged|invited|pressed|wanted)\b", re.IGNORECASE
)
_SOFT = re.compile(r"(?:expect|ask|press|invite|want)", re.IGNORECASE)
_TO_VERB = re.compile(
    r"(?P<whom>.{0,140}?)\s+to(?:\s*:\s*\(?\w{1,3}[.)])?\s+(?P<ask>(?:[a-z]+ly(?:,?\s+and\s+|,?\s+)|also\s+|not\s+)*"
    r"(?P<verb>[a-z-]+)\b)",
    re.DOTALL,
)
_DETERMINER = re.compile(r"the|an?|all|any|its|their|to|of|and|or|in|for|on|by", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:.]+")
_BY = re.compile(r"\bby\s+((?:the\s+)?[^,;.]{3,80})")
_ESSENTIAL = re.compile(
    r"^\W*(?:[A-Z]\w+,?\s+)?[Ii]t\s+is\s+(?:now\s+|also\s+|therefore\s+)*(?:essential|imperative|vital|crucial|critical"
    r"|urgent|of\s+(?:the\s+)?utmost\s+importance)\s+(?P<that>that\s)"
)
_BEFORE_DATE = re.compile(
    r"(?:,?\s+(?:in|on|since|by|during|as|early|late|of|again|already|back|the|of))+\s*$", re.IGNORECASE
)
PRONOUN = re.compile(r"(?:him|her|them|you|it|us|the\s+latter)", re.IGNORECASE)
_NOUN_CALL = re.compile(
    r"(?P<who>(?:the\s+)?[A-Z][^,;:.]{2,90}?)[’']s?\s+(?:urgings?|calls?|demands?|appeals?|recommendations?)\s+"
    r"(?:to|that|for)\s+(?P<ask>[a-z]+)"
)
_CLAUSE_END = re.compile(r"[;.](?:\s|$)|,\s+(?:while|but|and\s+(?:the|it|they|he|she)|after|although)\b")
_SOME_BODY = re.compile(
    rf"\b(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{0,3}}(?i:{BODIES})\b(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?"
)


def some_addressee(text: str) -> str:
    """The first body of a State or of States in ``text``, with its article; "" if there is none."""
    match = _SOME_BODY.search(text)
    return match.group() if match else ""


def calls_in(text: str, own_names: Sequence[str]) -> Iterator[Call]:
    """Every call in one unit outside lists: own ones, and those of others that the paper tells of.

    Args:
        text: one sentence or bullet.
        own_names: how the publisher is called; a call under one of them is its own.
    """
    found = duty(text) or urged(text) or opportunity(text) or _essential(text)
    if found:
        yield found
        return
    if not _NEEDS_CALL.lets_pass(small(text)) or not _SOME_CALL.search(text):
        return
    if noun := _NOUN_CALL.search(text):
        who = noun["who"].strip()
        end = _clause_end(text, noun.start("ask"))
        yield Call(noun.start(), end, noun.start("ask"), "", Voice.OTHER, f"The paper tells of a call of {who}.", who)
    for who, match in _calls(text):
        if call := _call(text, who, match, own_names):
            yield call


def _calls(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Each verb that calls with what it asks, and what stands before it; both may be no call at all."""
    behind = 0  # the call before
    for match in _CALL.finditer(text):
        who = _WHO.search(text, max(behind, match.start() - 100), match.start())
        assert who  # it may be empty
        behind = match.end()
        yield who, match


def _essential(text: str) -> Call | None:
    """ "It is imperative that the Ministry publish …": an ask of the paper itself."""
    match = _ESSENTIAL.search(text) if " that " in text else None
    asked = _asked_that(text[match.start("that") :], match.start("that")) if match else None
    if asked is None:
        return None
    return Call(*core_of(text), asked[1], asked[0], Voice.PUBLISHER, "It says what is needed.")


def _clause_end(text: str, start: int) -> int:
    match = _CLAUSE_END.search(text, start)
    return match.start() if match else len(text)


def _call(text: str, before: re.Match[str], match: re.Match[str], own_names: Sequence[str]) -> Call | None:
    who = _whole_words(text, before)
    if _INFINITIVE.search(who):
        return None  # "it should also invite", "plans to ask"
    asked = None if _NOUN_FORM.match(match["verb"]) and _NOUN_BEFORE.search(who) else _asked(match)
    if asked is None:
        return None
    addressee, asks_from = _without_date(asked[0]), asked[1]
    passive = not match["verb"].lower().split()[0].endswith("ing") and _PASSIVE.search(who)
    own = not passive and _is_own(who.strip(), match, own_names)
    if own and not _EARLIER.match(match["verb"]) and not _SINCE_LONG.search(who):
        why = f"The publisher itself asks: “{match['verb']}”."
        return Call(*core_of(text), asks_from, addressee, Voice.PUBLISHER, why)
    if _SOFT.match(match["verb"]) and not addressee:
        return None
    start = before.end() - len(who.lstrip())
    maker = "" if passive else _AUXILIARIES.sub("", who.strip())
    why = "The paper tells of an earlier call." if own else f"The paper tells of a call of {maker or 'others'}."
    return Call(start, _clause_end(text, asks_from), asks_from, addressee, Voice.OTHER, why, maker)


def _whole_words(text: str, before: re.Match[str]) -> str:
    """What stands before the verb, without the end of a word that the window cut in two."""
    who, start = before.group(), before.start()
    cut = start > 0 and text[start - 1].isalnum() and who[:1].isalnum()
    return who.partition(" ")[2] if cut else who


def _without_date(whom: str) -> str:
    """ "Arvenia in 2020": whom, without when."""
    when = next((told.start for told in dates_in(whom)), None)
    return whom if when is None else _BEFORE_DATE.sub("", whom[:when]).strip()


def _is_own(who: str, match: re.Match[str], own_names: Sequence[str]) -> bool:
    if not who:
        return match.start("verb") == 0
    return _WE.search(who) is not None or any(name.casefold() in who.casefold() for name in own_names)


def _asked(match: re.Match[str]) -> tuple[str, int] | None:
    """(addressee, where the first ask begins) of a call; None if nothing is asked."""
    verb, start, what = match["verb"].lower(), match.start("what"), match["what"]
    if what.startswith("that "):
        return _asked_that(what, start)
    to = _TO_VERB.match(what)
    if not verb.endswith("for") and to and to["verb"] in ask_verbs() and (to["whom"].strip() or "want" not in verb):
        return to["whom"].strip(), start + to.start("ask")
    if verb.endswith("for") or re.match(r"expect|demand|recommend|request", verb):
        by = _BY.search(what)
        return by[1].strip() if by else "", start
    return None


def _asked_that(what: str, start: int) -> tuple[str, int] | None:
    """The subject and the verb behind "that": "… that the State amend its law"."""
    words = list(_WORD.finditer(what))[1:15]
    for before, word in pairwise(words):
        verb = word.group()
        if (verb in ask_verbs() or verb in ("be", "not")) and not _DETERMINER.fullmatch(before.group()):
            return _whom(what[words[0].start() : before.end()]), start + word.start()
    return None


def _whom(words: str) -> str:
    """The subject without the modal verb or adverb behind it."""
    return re.sub(rf"\s+(?:{MODAL}|[a-z]+ly)$", "", words)
