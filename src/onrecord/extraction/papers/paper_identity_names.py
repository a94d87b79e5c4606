"""Reads names of organisations out of a line: "Selm Watch, Harbour Forum and Bureau for Law and Justice"."""

import re

from onrecord.vocabulary.mentions import find_in

CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'.&-]*"
NAME = re.compile(
    rf"{CAPITAL}(?:\s+(?:(?:of|for|the|and|on|in|to|against|de|des|du|la|les|pour|et|&|"
    rf"without)\s+){{0,3}}{CAPITAL}){{0,11}}"
)
ORGANISATION = re.compile(
    r"\b(?:organi[sz]ation|foundation|federation|watch|amnesty|centre|center|institute|association|coalition|network|"
    r"alliance|union|society|group|initiative|bureau|defenders?|forum|house|fund|movement|league|partnership|"
    r"observatory|"
    r"committee|council|service|justice|rights|reporters|journalists|lawyers|international|ngo|civicus|"
    r"memorial|times|post|herald|tribune|gazette|journal|daily|press|media|radio|monitor|chamber|trust|clinic|project)\b",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[A-Z]{3,9}")
NO_ORGANISATION = re.compile(
    r"^(?:United Nations|UN|Human Rights (?:Committee|Council)|Office of|Ministry|Government|"
    r"Permanent Mission|Embassy|Delegation|Republic|UPR|HRC|EU)\b|\bOffice$",
    re.I,
)
_PARTED = re.compile(r"(\s*(?:,\s+and\s+|;\s*|,\s+|\s+&\s+|\s+and\s+)(?=(?:the\s+)?[A-ZÀ-Þ]))")
_TITLE_END = re.compile(
    r"\s+(?:ahead of|for the|to the|in (?:advance|relation|connection|view)|on the|concerning|regarding|under|"
    r"about)\b"
    r"|\.\s|\.$"
)
_MOST = 40


def names_in(words: str) -> tuple[str, ...]:
    """The organisations in a list of names; a name may hold "and" ("Bureau for Human Rights and Rule of Law")."""
    end = _TITLE_END.search(words)
    words = words[: end.start()] if end else words
    found: list[str] = []
    for line in words.splitlines():
        parts = _PARTED.split(line)
        for sign, part in zip(["", *parts[1::2]], parts[::2], strict=True):
            match = NAME.search(part)
            name = match.group().strip(" .") if match else ""
            if found and sign.strip() in ("and", "&") and _goes_on(name):
                found[-1] += sign + part.rstrip(" .")
            elif name and fits(name) and (not found or is_organisation(name) or len(name.split()) >= 2):
                found.append(name)
    return tuple(dict.fromkeys(found[:_MOST]))


def _goes_on(name: str) -> bool:
    """Whether what stands behind "and" is no name of its own: "… for Law and Justice"."""
    if len(name.split()) == 1:
        return _SHORT_NAME.fullmatch(name) is None
    return not is_organisation(name) and len(name.split()) < 4


def is_organisation(name: str) -> bool:
    """Whether a word of the name, or its shape, says that it is one of an organisation."""
    return ORGANISATION.search(name) is not None or _SHORT_NAME.fullmatch(name) is not None


def fits(name: str) -> bool:
    """Whether the name may be that of a publisher: no body of the United Nations or of a State, and no State."""
    if len(name) <= 2 or NO_ORGANISATION.search(name):
        return False
    states = find_in(name)
    return not (states and states[0][0] == 0 and states[0][1] == len(name))
