"""Cuts the wording of a proposal into its asks: one for each verb with an object of its own.

"Develop and implement a plan" is one ask; "review the law and publish the report" are two. Two laws that are named one
after the other as objects of one verb are asked about one by one.
"""

import re

from onrecord.vocabulary.asking import ask_verbs

# A clause at the end that only describes or gives the reason is no part of the ask.
_TAIL = re.compile(
    r",\s+(?:(?:all\s+of\s+|of\s+|for\s+|by\s+|in\s+|to\s+)?which|who|whose|as\s+(?:proposed|requested|recommended"
    r"|called|promised|agreed|set|stated|required|suggested|demanded|pledged|provided|has|have|it\s+(?:has|is|was))|given"
    r"|since|because|considering|bearing|recalling|noting|where|in\s+(?:line|accordance|keeping|conformity)\s+with)\b",
    re.IGNORECASE,
)
# Behind the joint another one may be asked: ", and its commanders must publish", ", and Parliament to take".
_JOINT = re.compile(
    r"(?P<joint>[,;]\s*(?:and\s+|while\s+|as\s+well\s+as\s+)?|\s+(?:and|as\s+well\s+as)\s+)"
    r"(?P<item>\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s*)?"
    r"(?P<whom>(?:(?:the|its|their|his|her|all)\s+)?(?:[\w’'-]+\s+){1,6}?(?=should\s|must\s)"
    r"|(?:(?:on|upon)\s+)?(?:the\s+)?[A-Z][\w’'-]*\s+(?:(?:of|for|and|the|[A-Z][\w’'-]*)\s+){0,6}(?=to\s))?"
    r"(?P<modal>(?:(?:it|they|he|she)\s+)?(?:should|must|shall|to|ought\s+to|has\s+to|have\s+to|needs?\s+to)\s+)?"
    r"(?P<ask>(?:(?:[a-z]+ly|also|then|further|not)\s+){0,2}(?P<verb>[a-z]+(?:-[a-z]+)?))\b"
)
_PARTICLES = frozenset(("and", "or", "up", "out", "down", "off", "on", "forward", "in"))
_DUTY = re.compile(r"should|must|shall|ought|has|have|need")
# Behind one of these the verbs belong to a clause: "laws that restrict speech and punish critics".
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|where|when|if|how|whether|so\s+as\s+to|in\s+order\s+to|to\s+(?P<to>[a-z]+))\b"
)
_CLOSED = re.compile(r"\b(?:was|were|is|are|has|have|had|been)\b")
_OBJECT = re.compile(
    r"\s+(?!(?:and|or|for|of|to|by|in|on|at|between|among|amongst|is|are|was|were|has|have)\b|&)"
    r"[\w“\"'‘(]|\s+(?:to|in|on|with)\s+(?:the|all|its|their|any|every)\b"
)
_SAME_OBJECT = re.compile(
    r"\s+(?:it|them)\b(?!\s+(?:with|access|the|an?|every)\b)"
)  # "reopen the case and hand it to …": two verbs, one object
_TAKES_PREPOSITION = frozenset(
    ("accede", "adhere", "comply", "cooperate", "collaborate", "engage", "refrain", "desist", "respond", "abstain")
)
_LAW_NOUN = r"(?:laws?|acts?|codes?|decrees?|bills?|ordinances?|regulations?|legislation|constitution)"
_LAW = (
    rf"(?:(?:articles?|sections?)\s+\d[\w.()-]*(?:\s+(?:of|in)\s+(?:the\s+)?[^,;.]{{3,60}}?)?"
    rf"|(?:the\s+|its\s+)?(?:\d{{4}}\s+)?(?:[\w’'-]+\s+){{0,3}}{_LAW_NOUN}(?:\s+(?:on|for|against|of)\s+[^,;.]{{3,60}}?)?)"
)
_TWO_LAWS = re.compile(rf"\b(?P<first>{_LAW})(?:,\s+|,?\s+and\s+)(?P<second>{_LAW})$", re.IGNORECASE)
_PRECISE = re.compile(rf"\d|\b{_LAW_NOUN}\s+(?:on|against)\b", re.IGNORECASE)


def cut_asks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the asks in ``text[start:end]``, which begins with the verb of the first one."""
    begins, stops = [start], []
    for match in _joints(text, start, end):
        stops.append(match.start("joint"))
        begins.append(match.start("ask"))
    spans = [(low, _ask_end(text, low, high)) for low, high in zip(begins, [*stops, end], strict=True)]
    return [part for low, high in spans if high > low for part in _laws_apart(text, low, high)]


def _joints(text: str, start: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    last = start
    for match in _JOINT.finditer(text, start, end):
        if match["verb"] in ask_verbs() and _opens_an_ask(text, last, match, end):
            found.append(match)
            last = match.start("ask")
    return found


def _opens_an_ask(text: str, last: int, match: re.Match[str], end: int) -> bool:
    """Whether verb and object of an ask are complete before the joint, and others follow."""
    before = text[last : match.start("joint")].split(None, 1)
    if len(before) < 2 or not _has_object(text, match, end) or _SAME_OBJECT.match(text, match.end("verb"), end):
        return False
    if match["item"]:
        return True
    if match["whom"]:
        return match["modal"] is not None
    if (match["modal"] and _DUTY.match(match["modal"].split()[-1])) or (
        match["modal"] and match["joint"].startswith(";")
    ):
        return True
    words = [word for word in before[1].split() if word.lower() not in _PARTICLES]
    if not words:  # "draw up and publish a plan"
        return False
    pair_only = len(words) == 1 and words[0].lower() in ask_verbs()
    return not pair_only and (_behind_purpose(before[1], match) or not _in_clause(before[1]))


def _behind_purpose(before: str, match: re.Match[str]) -> bool:
    """ "ensure that editors can work freely, and adopt …": behind the comma a plain verb is no part of the clause."""
    comma = match["joint"].startswith(",") and "and" in match["joint"]
    return comma and re.search(r"\bthat\s[^,;]*\b(?:can|may|will|could|would)\s", before) is not None


def _in_clause(before: str) -> bool:
    """Whether the verb may belong to a clause: "laws that restrict speech and punish critics".

    A clause in the past or the passive cannot go on with a plain verb: "all who were detained, and release them".
    """
    clauses = [match for match in _CLAUSE.finditer(before) if not match["to"] or match["to"] in ask_verbs()]
    return bool(clauses) and not _CLOSED.search(before, clauses[-1].start())


def _has_object(text: str, match: re.Match[str], end: int) -> bool:
    if match["verb"] in _TAKES_PREPOSITION:
        return True
    return _OBJECT.match(text, match.end("verb"), end) is not None


def _ask_end(text: str, start: int, end: int) -> int:
    tail = _TAIL.search(text, start, end)
    piece = text[start : tail.start() if tail else end].rstrip(' \u00a0\n\t.;,:”"')
    return start + len(re.sub(r"[,;]?\s+(?:and|or)$", "", piece))


def _laws_apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    match = _TWO_LAWS.search(text, start, end)
    if not match or not (_PRECISE.search(match["first"]) and _PRECISE.search(match["second"])):
        return [(start, end)]
    return [(start, match.end("first")), (match.start("second"), end)]
