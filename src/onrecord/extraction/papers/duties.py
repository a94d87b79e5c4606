"""What somebody should, must or may well do: duties, imperatives in lists, and opportunities."""

import re
from dataclasses import dataclass, replace

from onrecord.extraction.sieve import Sieve, small
from onrecord.model import Voice
from onrecord.vocabulary.asking import ask_verbs

# Words for those who can act: bodies of States, States together, companies. Papers ask nobody else.
BODIES = (
    r"state(?:s|\s+party|\s+parties)?|government|authorit(?:y|ies)|parliament|president|prime\s+minister"
    r"|minist(?:er|ry|ries)|commission(?:er)?|committee|council|courts?|judiciary"
    r"|prosecutors?(?:\s+general)?(?:[’']s\s+office)?|police|union|eu|countries|members?|partners?|donors?|community"
    r"|employers|officials|office|agency|assembly|legislators?|lawmakers|leaders?|governors?|mayors?"
    r"|ombudsm[ae]n|investigators?|nations|delegations|institutions?|departments?|administration|senate|congress"
    r"|cabinet|un|osce|body|bodies|service|party|embass(?:y|ies)|ambassadors?|army|military|(?:security\s+)?forces"
    r"|king|queen|sultan|emir"
)
# Whom a law obliges as often as a paper asks: these "should", but what they "must" do is a rule.
_OTHERS = (
    r"banks?|investors?|lenders?|buyers|brands|sponsors?|businesses|firms|suppliers|platforms?|broadcasters?"
    r"|universit(?:y|ies)|federations?|unions|diplomats|missions?|envoys?|troops|guards?|commanders?|corporations?|company|companies"
    r"|organi[sz]ations?|regulators?|bar|chamber|rapporteurs?|experts?|friends|allies|colleagues|readers|media"
)
_ADDRESSEE = re.compile(rf"\b(?:{BODIES})\b", re.IGNORECASE)
_ADVISED = re.compile(rf"\b(?:{BODIES}|{_OTHERS})\b", re.IGNORECASE)
_ADVERBS = r"(?:(?:not|also|now|therefore|thus|then|[a-z]+ly|at\s+once|without\s+delay),?\s+)*"
MODAL = (
    r"(?:should|must|ought\s+to|needs?\s+to|has\s+to|have\s+to|(?:may|might)\s+(?:also\s+)?wish\s+to"
    r"|would\s+do\s+well\s+to)"
)
_DUTY = re.compile(
    rf"(?P<whom>[^,;:.]{{2,120}}?)(?:,\s+(?:which|who|whose)\s[^,;.]{{3,100}},)?\s+(?P<modal>{MODAL})\s+(?P<ask>{_ADVERBS}(?P<verb>[a-z-]+))\b"
)
_SOME_DUTY = re.compile(rf"\b{MODAL}\b")
_PREDICATE = re.compile(
    r"\s+(?:has|have|had|is|are|was|were|which|who|whose)\s"
)  # "The King has the power and should …"
_ONE = re.compile(r"(?:the|its|their|his|this)\s", re.IGNORECASE)  # "The company must": no rule for all companies
# What a law requires is a fact, no proposal.
_BY_LAW = re.compile(
    r"^(?:under|according\s+to|pursuant|in\s+order\s+to|if|when|where|by\s+law)\b"
    r"|\b(?:law|act|code|article|decree|rules?|regulations?|covenant|convention|constitution)\b[^,]*"
    r"\b(?:requires?|provides?|states?|stipulates?|obliges?|says?)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:said|says|told|stated|believes?|argues?|notes?|noted|added|recommended|that)\b", re.IGNORECASE
)
_DONE = (
    r"(?:released|freed|dropped|investigated|repealed|amended|quashed|brought|lifted|ended|stopped|halted|respected"
    r"|protected|held|abolished|revoked|guaranteed|ensured|taken|adopted|compensated|reinstated|reviewed|prosecuted"
    r"|withdrawn|acquitted|allowed|given|granted|established|implemented|restored|removed|allocated)"
)
_PASSIVE = re.compile(
    rf"(?P<whom>[^;:.]{{3,140}}?)\s+(?:should|must)\s+(?P<ask>(?:also\s+|[a-z]+ly\s+)*be\s+(?:[a-z]+ly\s+)*{_DONE})\b"
)
_PRONOUN_DUTY = re.compile(
    rf"\W*(?P<whom>It|They)\s+(?P<modal>should|must|needs?\s+to|ought\s+to)\s+(?P<ask>{_ADVERBS}(?!be\b|have\b)[a-z-]+\b)"
)
_THERE = re.compile(
    r"\W*[Tt]here\s+(?:should|must|needs?\s+to)\s+(?:also\s+)?(?P<ask>be\s+(?:an?|full|prompt|independent)\s[^?]+)$"
)
_OPPORTUNITY = re.compile(
    r"\b(?:(?:is|are|offers?|presents?|represents?|provides?|will\s+be)\s+(?:an?|the|another)\s+(?:[\w-]+\s+){0,3}"
    r"(?:opportunity|moment|chance|occasion|time)|(?:it\s+is|it[’']s)\s+(?:now\s+|high\s+|long\s+past\s+|past\s+)*"
    r"(?:time|essential|imperative|vital|crucial|necessary|urgent|important|critical))\s+(?:for\s+(?P<whom>[^,;:.]{2,90}?)\s+)?to\s+"
    r"(?P<ask>(?P<verb>[a-z-]+)\b)",
    re.IGNORECASE,
)
_NEEDS_OPPORTUNITY = Sieve(
    "opportunity|moment|chance|occasion|time|essential|imperative|vital|crucial|necessary|urgent|important|critical"
)
_IMPERATIVE = re.compile(
    r"\W*(?:[Tt]o\s+|[Tt]hat\s+)?"
    r"(?P<ask>(?:(?!(?i:comply|apply|reply|supply|rely)\b)[A-Za-z]+ly(?:,\s+|\s+and\s+|\s+))*(?:[Dd]o\s+not\s+)?(?P<verb>[A-Za-z]+(?:-[a-z]+)?))\b"
)
_LATE_IMPERATIVE = re.compile(
    r"\W*(?:In|By|With|As|Through|When|While|Within|Without|Pending|Until)\b[^,]{3,150},\s+"
    r"(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)\b"
)


# "Banks are urged to leave", "The Council is invited to visit": nobody is named who asks, so the paper does.
_URGED = re.compile(
    r"(?P<whom>[^;:.]{2,140}?),?\s+(?:is|are)\s+(?:(?:also|further|therefore|hereby|again|strongly|respectfully)\s+)*"
    r"(?:urged|called\s+(?:up)?on|asked|invited|encouraged|requested)\s+to\s+(?P<ask>(?:[a-z]+ly\s+|also\s+|not\s+)*"
    r"(?P<verb>[a-z-]+)\b)"
)
_NEEDS_URGED = Sieve("urged to|on to|asked to|invited to|encouraged to|requested to", "is|are")
_BY_SOMEBODY = re.compile(r"\bby\s+(?:the\s+)?[A-Z]")
_CASES = re.compile(
    r",\s+(?:for\s+(?:its|their|his|her)\s+part|too|in\s+turn|meanwhile|moreover|finally)$", re.IGNORECASE
)

_DEED = (
    r"(?:release|end|halt|stop|repeal|withdrawal|investigations?|inquir(?:y|ies)|abolition|ratification|adoption|amendment"
    r"|establishment|access|respect|protection|compensation|reparations?|redress|guarantees?|lifting|publication|creation"
    r"|reform|review|dropping|prosecution|implementation|suspension|reinstatement|return|recognition|reopening|moratorium"
    r"|decriminali[sz]ation|training|restoration|removal|justice|accountability|safeguards?|closure|freedom)"
)
_DEMANDED = re.compile(
    rf"\W*(?P<ask>(?:(?:the|an?|full|prompt)\s+)?(?:[a-z]+(?:al|able|ible|ive|ent|ate|mediate|ional|ough|ll|pt|ed|ic|ial)"
    rf"(?:,\s+|\s+and\s+|\s+)){{0,4}}{_DEED}\s+(?:of|to|for|into|on|from|in|with|against|by)\b)",
    re.IGNORECASE,
)

_LABEL = re.compile(
    r"\W*(?:(?:key|our|main|specific|suggested|proposed)\s+)?recommendations?(?:\s+(?:no\.?\s*)?\d+)?\s*(?::|[–—-]\s)[\s*_]*(?=\S)",
    re.IGNORECASE,
)
# What stands around the words of a call: "(Selmgrad) – …", "…, Selm Watch said today", "…,” said its head".
_DATELINE = re.compile(r"\s*(?:\([A-Z][^()]{2,60}\)\s*[-–—]+|[A-Z][\w\s,]{3,40}\d{4}\)?\s*[-–—]+)\s*")
_SAID = re.compile(
    r",[”\"’]?\s+(?:(?:[^,.;]{2,80}\s(?:said|says|added|told\s[^,.;]{2,40})\b[^.;]{0,60}|(?:said|says|added)\s[^.;]{2,160}))[.”\"’]*\s*$"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A stretch of one unit that asks for something. Offsets count from the start of the unit."""

    start: int
    end: int
    asks_from: int  # where the first ask begins
    addressee: str
    voice: Voice
    reason: str
    maker: str = ""


def labelled(text: str) -> Call | None:
    """ "Recommendation: Article 3 should be deleted." inside running text: what the label says is asked."""
    label = _LABEL.match(text) if "ecommend" in text[:40] or "RECOMMEND" in text[:40] else None
    if label is None:
        return None
    rest, at = text[label.end() :], label.end()
    if call := duty(rest, anybody=True):
        return replace(call, start=at, end=at + call.end, asks_from=at + call.asks_from)
    opening = imperative(rest)
    why = "It stands behind the word “Recommendation”."
    return None if opening is None else Call(at, len(text), at + opening, "", Voice.PUBLISHER, why)


def core_of(text: str) -> tuple[int, int]:
    """Where the words of a call stand: without the dateline before them and "said …" behind them."""
    dateline, said = _DATELINE.match(text), _SAID.search(text)
    return (dateline.end() if dateline else 0), (said.start() if said else len(text))


def imperative(text: str) -> int | None:
    """Where the verb stands if a line of a list opens with what is to be done: "Repeal …", "To repeal …"."""
    match = _IMPERATIVE.match(text)
    if match and match["verb"].lower() in ask_verbs():
        return match.start("ask")
    late = _LATE_IMPERATIVE.match(text)
    return late.start("verb") if late and late["verb"] in ask_verbs() else None


def demanded(text: str) -> int | None:
    """Where an item of a list of demands begins that names a deed: "The immediate release of …", "An end to …"."""
    match = _DEMANDED.match(text)
    return match.start("ask") if match else None


def duty(text: str, *, anybody: bool = False) -> Call | None:
    """What somebody should or must do.

    Args:
        text: one sentence or bullet.
        anybody: in a list of recommendations every subject will do; elsewhere only bodies that can act.
    """
    if not _SOME_DUTY.search(text):
        return None
    for match in _DUTY.finditer(text):
        whom = match["whom"][core_of(text)[0] if match.start() == 0 else 0 :].strip(" “\"'‘*–—-")
        if not anybody and (_BY_LAW.search(text[: match.start("modal")]) or match["verb"] in ("be", "have")):
            continue
        whom = _PREDICATE.split(whom, maxsplit=1)[0] if whom.endswith((" and", " but")) else whom
        whom = _before_colon(text, match) if whom.lower() in ("they", "it") else whom
        advised = match["modal"] == "should" or "wish" in match["modal"] or _ONE.match(whom)
        acts = _ADVISED if advised else _ADDRESSEE
        if anybody or (acts.search(whom) and len(whom.split()) <= 14 and not _REPORTING.search(whom)):
            why = f"It says what “{whom}” {match['modal']} do."
            whom = "" if match["verb"] == "be" and not _ADVISED.search(whom) else whom
            return Call(*core_of(text), match.start("ask"), whom, Voice.PUBLISHER, why)
    return _passive_duty(text) or _there_should_be(text)


def _before_colon(text: str, match: re.Match[str]) -> str:
    """ "Partners have a role to play: they should …": who "they" are."""
    colon = text.rfind(":", 0, match.start("modal"))
    return _PREDICATE.split(text[:colon], maxsplit=1)[0].strip() if colon > 0 else match["whom"].strip()


def _there_should_be(text: str) -> Call | None:
    """ "There should be an independent inquiry": an ask of nobody in particular."""
    match = _THERE.match(text)
    if match is None:
        return None
    return Call(*core_of(text), match.start("ask"), "", Voice.PUBLISHER, "It says what there should be.")


def _passive_duty(text: str) -> Call | None:
    """What must be done, by nobody in particular: "All charges must be dropped"."""
    match = _PASSIVE.match(text)
    if not match or _BY_LAW.search(text[: match.start("ask")]) or _REPORTING.search(match["whom"]):
        return None
    why = "It says what must be done and does not say by whom."
    return Call(0, len(text), match.start("ask"), "", Voice.PUBLISHER, why)


def goes_on(text: str) -> Call | None:
    """ "It should also invite …", behind a proposal: whom that addresses should do more."""
    match = _PRONOUN_DUTY.match(text)
    if match is None:
        return None
    why = f"It goes on with what “{match['whom']}” {match['modal']} do."
    return Call(*core_of(text), match.start("ask"), match["whom"], Voice.PUBLISHER, why)


def urged(text: str) -> Call | None:
    """ "X is urged to …": the paper's own ask, if nobody else is named who urges."""
    match = _URGED.match(text) if _NEEDS_URGED.lets_pass(text) else None
    if not match or match["verb"].lower() not in ask_verbs() or _BY_SOMEBODY.search(text[match.start("ask") :]):
        return None
    whom = _CASES.sub("", match["whom"].strip(" “\"'‘*–—-"))
    if not _ADVISED.search(whom) or _REPORTING.search(whom):
        return None
    return Call(*core_of(text), match.start("ask"), whom, Voice.PUBLISHER, f"It says what “{whom}” is urged to do.")


def opportunity(text: str) -> Call | None:
    """What would be an opportunity, a chance or the moment to do: an ask by the publisher."""
    match = _OPPORTUNITY.search(text) if _NEEDS_OPPORTUNITY.lets_pass(small(text)) else None
    if not match or match["verb"].lower() not in ask_verbs():
        return None
    whom = (match["whom"] or "").strip()
    return Call(*core_of(text), match.start("ask"), whom, Voice.PUBLISHER, "It names an opportunity to do it.")
