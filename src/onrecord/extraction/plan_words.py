"""How plans call what they hold: measures, who is responsible, until when, by what it is measured."""

import re

_HEADS = (
    ("number", r"(?:no|nr|n[°º]|№|#|item|number)\W*"),
    (
        "responsible",
        r"(?:main\s+|lead\s+)?(?:responsib\w+|implementing|implementers?|executing|executors?|performers?|lead)\b"
        r"(?:\s+(?:for\s+)?(?:\w+\s+)?(?:bod(?:y|ies)|agenc(?:y|ies)|institutions?|authorit(?:y|ies)|entit(?:y|ies)|partners?"
        r"|ministr(?:y|ies)|implementation|persons?))?",
    ),
    (
        "deadline",
        r"deadlines?|time\s?-?(?:frames?|lines?|limits?|table)|(?:terms?|period|dates?|year)(?:\s+of\s+(?:\w+\s+)?"
        r"(?:implementation|completion|execution))?|by\s+when|until\s+when|when|due(?:\s+dates?)?|schedule|completion",
    ),
    (
        "indicator",
        r"(?:\w+\s+)?indicators?(?:\s+of\s+\w+)?|expected\s+(?:results?|outcomes?|outputs?)|results?|outcomes?|outputs?"
        r"|measured\s+by|form\s+of\s+completion|targets?",
    ),
    (
        "measure",
        r"(?:planned\s+|specific\s+|concrete\s+|name\s+of\s+(?:the\s+)?)?(?:measures?|actions?|activit(?:y|ies)|tasks?|steps?"
        r"|commitments?|interventions?)(?:\s+(?:to\s+be\s+taken|planned))?",
    ),
    ("goal", r"(?:strategic\s+|specific\s+)?(?:goals?|objectives?|aims?|priorit(?:y|ies))(?:\s+areas?)?"),
)
_HEAD = re.compile("|".join(rf"(?P<{what}>\W*(?:{words})\W*)" for what, words in _HEADS), re.IGNORECASE)
_LABELS = ("responsible", "deadline", "indicator")
# "Responsible: Ministry of Justice. Deadline: 2026."
LABELLED = re.compile(
    r"(?:(?<=[.;,)]\s)|(?<=^)|(?<=\n)|(?<=\())(?P<label>"
    + "|".join(words for what, words in _HEADS if what in _LABELS)
    + r")\s*:\s*",
    re.IGNORECASE,
)
# With what a measure begins that is told as a deed to be done.
VERBS = re.compile(
    r"\W*(?:to\s+)?(?:abolish|adopt|allocate|allow|amend|appoint|approve|bring|build|carry|collect|complete|conduct|create"
    r"|decriminali[sz]e|develop|double|draft|eliminate|enact|end|ensure|establish|expand|extend|finish|give|guarantee"
    r"|harmoni[sz]e|hire|hold|implement|improve|include|increase|introduce|investigate|issue|launch|make|open|organi[sz]e"
    r"|prepare|prohibit|provide|publish|put|ratify|record|reduce|reform|remove|repeal|review|revise|set|sign|simplify"
    r"|strengthen|submit|support|take|train|translate|withdraw)\b",
    re.IGNORECASE,
)


def what_head_says(words: str) -> str:
    """What a column or label holds: "number", "measure", "goal", "responsible", "deadline", "indicator"; "" if none."""
    match = _HEAD.fullmatch(words.strip()) if len(words) <= 60 else None
    return (match.lastgroup or "") if match else ""
