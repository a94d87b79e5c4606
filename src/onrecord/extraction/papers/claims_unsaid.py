"""What in a paper is no claim: calls, wishes, thanks, purposes, contact lines and questions."""

import re

from onrecord.extraction.sieve import Sieve, small

_WISH = re.compile(
    r"^\W*(?:(?:therefore|thus|finally|in conclusion|in this (?:context|regard|light)|consequently),?\s+)?"
    r"(?:we|our (?:organi[sz]ations?|coalition|network)s?|the (?:undersigned|authors|signatories)\b[^,.;]{0,60}?)"
    r"(?:\s+\w+ly|,\s*(?:thus|therefore|too|also|however),)*\s+"
    r"(?:look(?:s|ing)? forward|hopes?|wish(?:es)?|trusts?|expects?|thanks?|stands? ready|welcomes?|applauds?|"
    r"congratulates?|appreciates?|remains? at|express(?:es)? (?:our|their|its) (?:thanks|gratitude|solidarity)|"
    r"(?:would|should) like to (?:thank|draw|express)|are (?:grateful|thankful)|invites?|asks?|urges?|"
    r"calls? (?:on|upon|for)|recommends?|demands?|encourages?|reiterates? (?:our|its|their) call)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\bfor (?:(?:any|more|further|additional) )+(?:information|details|questions|assistance|inquiries|enquiries)\b"
    r"[^.]{0,160}\b(?:contact|visit|see|write|call)\b|\bplease (?:contact|visit|see|write|call|read|click|note)\b|"
    r"^\W*(?:tel|phone|mobile|e-?mail|contacts?|media contacts?|press contacts?|twitter|website)\b\W*[:.]|"
    r"[\w.+-]+\s?@\s?[\w-]+\.[a-z]{2,}",
    re.IGNORECASE,
)
_NEEDS_CONTACT = Sieve(
    "information|details|questions|assistance|inquir|enquir|please|tel|phone|mobile|mail|contact|twitter|website|@"
)
_THANKS = re.compile(
    r"^\W*(?:please\b|thank you|with thanks|acknowledge?ments?|we are grateful|our thanks)\b", re.IGNORECASE
)
_CALL = re.compile(
    r"^\W*(?:[^,;:]{1,90},\s+)?(?:[\w'’()&-]+\s+){1,14}(?:should|must|ought to|needs? to|shall)\s+"
    r"(?!(?:have|be) (?:been|noted|recalled|stressed))(?:\w+ly\s+|not\s+|also\s+|be\s+)*\w+",
    re.IGNORECASE,
)
_NEEDS_DUTY = Sieve("should|must|ought|need|shall")
_TOLD_DUTY = re.compile(
    r"\b(?:that|how|because|which|who|where|when|if|whether|said|says|stated|according to|requires?|provides?)\b",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][\w’'/-]*(?:[ ,/-]+[A-Z][\w’'/-]*){0,4}"
_DATELINE = re.compile(rf"^{_PLACE},?\s+(?:\d{{1,2}}\s+)?[A-Z][a-z]+\s+(?:\d{{1,2}},\s+)?(?:19|20)\d\d\.?$")
_QUESTION = re.compile(r"\?\W*$")
_LEAD_IN = re.compile(
    r"^\W*(?:we|[\w ,'’&-]{2,80}?)\s+(?:therefore\s+|hereby\s+)?(?:recommend|calls? (?:on|upon)|urge|request|"
    r"ask)s?\b[^.;]{0,160}:\s*$",
    re.IGNORECASE,
)

_NO_CLAIMS = ((_THANKS, "thanks"), (_WISH, "wish"), (_DATELINE, "dateline"))


def why_no_claim(sentence: str, *, told: bool) -> str:
    """Why a sentence or bullet makes no claim: "wish", "contact", "thanks", "call", "question" …; "" if it may be one.

    Args:
        sentence: its words.
        told: whether it tells words of somebody else; then a duty in it is reported, not asked.
    """
    plain = sentence.replace("*", "").strip()
    low = small(plain)
    if not told and _QUESTION.search(plain):
        return "question"
    if _NEEDS_CONTACT.lets_pass(low) and _CONTACT.search(plain):
        return "contact"
    for pattern, why in _NO_CLAIMS:
        if pattern.match(plain):  # each of them begins with the sentence
            return why
    may_call = _NEEDS_DUTY.lets_pass(low) and not told
    if (may_call and _is_call(plain)) or (not told and plain.endswith(":") and _LEAD_IN.search(plain)):
        return "call"
    return ""


def _is_call(plain: str) -> bool:
    match = _CALL.match(plain)
    return match is not None and not _TOLD_DUTY.search(match.group())
