"""What a claim is about: the situation, a law, a promise and what became of it, an act of others, a procedure."""

import re

from onrecord.extraction.sieve import Sieve, small
from onrecord.model import ClaimKind


def _pattern(*branches: str) -> re.Pattern[str]:
    return re.compile("|".join(branches), re.IGNORECASE)


_WITHIN = r"[^,.;]{0,60}?"  # the same phrase goes on
_PROMISED = r"(?:recommendations?|commitments?|pledges?|promises?|obligations?|decisions?|views|goals|plan|strategy)"
_LAWS = r"(?:law|legislation|code|constitution|decree|bill|act|amendments?|provisions?|draft|regulations?|article)"
_DOCUMENT = _pattern(
    r"^\W*(?:this|the|our|the present)\s+(?:\w+\s+){0,2}?"
    r"(?:report|submission|briefing(?: paper)?|paper|document|statement|study|annex|chapter|section)\b[^,.;]{0,120}?\s"
    r"(?:(?:has|have) been|is|was|were|are|covers?|describes?|includes?|include|contains?|focus(?:es)?|examines?|"
    r"outlines?|provides?|presents?|sets? out|draws?|aims?|summari[sz]es?|assess(?:es)?|analy[sz]es?|addresses|"
    r"reviews?|builds?|evaluates?|concerns|updates?)\b",
    r"\b(?:are|is) described in (?:the|this) (?:report|submission|paper)\b",
    r"\bjointly submitted by\b",
)
_PROCEDURE = _pattern(
    r"\bscheduled to be (?:reviewed|examined|considered)\b",
    r"\b(?:will|was|were|is|be(?:en)?) (?:\w+ly |last |first )?(?:review|examin)ed (?:by|in|at|during|under|for|on)\b",
    r"\bwill (?:take place|be in\b.*\b(?:spotlight|review))",
    r"\breviewed for the \w+ time\b",
    rf"\bsubmitted (?:its|their|the|a)\b{_WITHIN}\b(?:report|submission)\b",
    r"\bhanded (?:the|over)\b",
    r"\bupcoming (?:\w+ )?review (?:is|of|will)\b",
    r"\b(?:review|session|examination) (?:of \S+ )?(?:is|was|will be) (?:held|to be held)\b",
)
_FULFILMENT = _pattern(
    r"\bfallen (?:far )?short\b",
    r"\bfail\w* to (?:live up|implement(?! (?:the )?(?:right|freedom))|fulfil\w*|honou?r|comply)\b",
    rf"\b(?:not|never|only|partially|fully|yet|poorly)\b{_WITHIN}\b(?:implement|fulfil|honou?r|compl(?:y|ied))\w*",
    rf"\b(?:not|never)\b{_WITHIN}\bimplementation\b",
    rf"\b{_PROMISED}\b{_WITHIN}\b(?:unfulfilled|not been|have been implemented|remains? un\w+)\b",
    r"\bunsuccessful implementation\b",
    r"^\W*(?:ignoring|backsliding)\b",
    r"\bmeasures to implement\b",
    r"\bfulfilled\b",
    rf"\bimplementation of (?:the |its |these )?{_PROMISED}\b",
)
_COMMITMENT = _pattern(
    rf"\b(?:accept|support|reject|not|receiv)\w*(?: and accepted)?\b{_WITHIN}\brecommendations?\b",
    r"\b(?:pledg|promis)ed\b",
    r"\bcommitt(?:ed|ing) (?:itself )?to\b",
    r"\bundert(?:ook|aken) to\b",
    r"\b(?:agreed|vowed) to\b",
    r"\bannounced (?:proposals|plans|a plan|that it)\b",
    r"\bdeclaration of readiness\b",
    r"\bexpressed (?:its )?(?:readiness|willingness)\b",
    r"\b(?:action )?plan\b[^.;]*\b(?:aim|provid|foresee)\w*",
    r"\baimed to\b",
    r"\b(?:action plan|strategy) for (?:19|20)\d\d\b",
)
_LAW = _pattern(
    r"\b(?-i:[Aa]rticles? \d)",
    rf"\b{_LAWS}\b{_WITHIN}\b(?:allow|permit|criminali[sz]|prohibit|ban|require|provide|protect|violat|contraven|restrict|"
    r"render|punish|define|enter|came|introduc|impos|grant|enabl|oblig|make|contemplat|contain|lack|fail)\w*",
    rf"\b(?:adopt|introduc|enact|pass|sign|amend|usher\w* in|approv|repeal|ahead with)\w*\b{_WITHIN}\b{_LAWS}\b",
    r"\blegal limit\b",
    r"\bpenalt(?:y|ies)\b",
    r"\bpunishable\b",
    r"\black of [\w ]*(?:norms|regulat\w+|legislation)\b",
    r"\b(?:law|legislation) \w+ing\b",
    r"\barticles on\b",
)
_RESPONSE = _pattern(
    rf"\b(?:government|parliament|authorities|state|ministry|president|prosecutor\w*)\b{_WITHIN}\b(?:react|respond|repli|"
    r"answer|denied|denies|rejected|refused to (?:investigate|answer|comment)|opened an? (?:\w+ )?investigation|set up|"
    r"established)\w*",
)
_URGINGS = _pattern(r"\b(?:urgings?|(?:calls?|appeals?) (?:by|of|from)|as (?:requested|proposed|recommended))\b")
_OTHERS = _pattern(
    r"\b(?:un|united nations|eu|european union|osce|council of europe|committee|rapporteurs?|high commissioner|"
    r"working group|experts?|foundation|ngos?|civil society|coalition|parliamentary assembly|venice commission|states|"
    r"odihr|stakeholders)\b[^.;]{0,90}?\b(?:visit|issu|rais|call|recommend|urg|request|submit|propos|adopt|express|"
    r"welcom|condemn|ask|not|cit|seek|demand|made|found|observ|publish|conclud)\w*(?:ed|s|ing|d|t)?\b",
)
_NEEDS_OTHERS = (
    "eu|united nations|osce|council|committee|rapporteur|commission|working group|expert|foundation|ngo|civil society|"
    "coalition|assembly|states|odihr|stakeholder|un"
)
_NEEDS_LAW = (
    "law|legislation|code|constitution|decree|bill|act|amendment|provision|draft|regulation|article|"
    "legal limit|penalt|punishable|lack of"
)
_NEEDS_FULFILMENT = "fallen|fail|implement|fulfil|hono|compl|remain|not been|ignoring|backsliding"
_NEEDS_COMMITMENT = (
    "recommendation|pledged|promised|committ|undert|agreed|vowed|announced|readiness|willingness|plan|aimed|strategy"
)
_NEEDS_RESPONSE = "react|respon|repli|answer|denied|denies|rejected|refused|opened|set up|established"
# Each pattern with the words that it needs: whoever adds a branch to one adds its words to the other.
_IN_TURN = (
    (
        ClaimKind.DOCUMENT,
        _DOCUMENT,
        Sieve("report|submi|briefing|paper|document|statement|study|annex|chapter|section"),
    ),
    (
        ClaimKind.PROCEDURE,
        _PROCEDURE,
        Sieve("scheduled|review|examin|take place|spotlight|submitted|handed|session"),
    ),
    (ClaimKind.FULFILMENT, _FULFILMENT, Sieve(_NEEDS_FULFILMENT)),
    (ClaimKind.COMMITMENT, _COMMITMENT, Sieve(_NEEDS_COMMITMENT)),
    (ClaimKind.ACT_OF_OTHERS, _URGINGS, Sieve("urging|call|appeal|as requested|as proposed|as recommended")),
    (ClaimKind.LAW, _LAW, Sieve(_NEEDS_LAW)),
    (
        ClaimKind.STATE_RESPONSE,
        _RESPONSE,
        Sieve("government|parliament|authorities|state|ministry|president|prosecutor", _NEEDS_RESPONSE),
    ),
    (ClaimKind.ACT_OF_OTHERS, _OTHERS, Sieve(_NEEDS_OTHERS)),
)


def kind_of(words: str, *, manner: str) -> tuple[ClaimKind, str]:
    """The kind of a claim and the words that show it.

    Args:
        words: the claim.
        manner: how it is told if somebody else says it ("call": recommended, urged …).
    """
    if manner == "call":
        return ClaimKind.ACT_OF_OTHERS, "told as a call of somebody else"
    low = small(words)
    for kind, pattern, sieve in _IN_TURN:
        if sieve.lets_pass(low) and (match := pattern.search(words)):
            return kind, " ".join(match.group().split())
    return ClaimKind.SITUATION, ""
