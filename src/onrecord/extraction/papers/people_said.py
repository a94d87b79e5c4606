"""What a paper says of a person: roles as worded, what happened to them, whether they speak or act in an office."""

import re
from dataclasses import dataclass

from onrecord.extraction.papers.units import Paper
from onrecord.vocabulary import laws, name_forms
from onrecord.vocabulary.phrases import Words, small_words

_BEHIND = re.compile(
    r",\s+((?:an?|the|one|former|his|her|its|their)?\s*[\w’'][\w\s’'-]{2,90}?)"
    r"(?=[,.;:()“”\"\n]|\s+(?:said|at\s+\S+@|who)|$)"
)
_NEXT_NAME = re.compile(r"\b(?!of\b|at\b|for\b|in\b|the\b|and\b)[a-z]+ [A-Z]\w+ [A-Z]\w+")
_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\b[A-Z])\.\s+")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|remains|be)\s+(?:\w+ly\s+|also\s+|then\s+)?(\w+(?:-\w+)?)")
_QUOTES = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Said:
    """Roles as worded; the words of the sentence that tell what happened ("" if nothing did); public or not."""

    roles: tuple[str, ...] = ()
    risk: str = ""
    public: bool = False


def said_of(paper: Paper, spans: list[tuple[int, int]]) -> Said:
    """Put together from all mentions of one person."""
    text = paper.document.text
    roles: list[str] = []
    risk = ""
    public = False
    for start, end in spans:
        mine = [role for role in (_role_before(text, start), _role_behind(text, end)) if role]
        roles += [role for role in mine if role not in roles]
        speaks = _speaks(text, start, end)
        public = public or speaks or any(_has(role, "public role") for role in mine)
        risk = risk or _risk(text, start, end, mine, speaks=speaks)
    return Said(tuple(roles), risk, public and not risk)


def _role_before(text: str, start: int) -> str:
    """The words right before a name, up to a role: "labour activist", "Prime Minister"."""
    words = Words(text[max(start - 90, 0) : start].rstrip("* "))
    at = len(words) - 1
    if at < 0 or words.text[words.ends[at] :].strip(' .,“"'):
        return ""
    if words.lowers[at] in name_forms.words("bare title"):
        return ""
    if words.lowers[at] not in name_forms.words("role", "title"):
        return _role_of_list(words)
    first = at
    while first > 0 and at - first < 4 and words.joined(first - 1) and _adjective(words, first - 1):
        first -= 1
    return words.text[words.starts[first] : words.ends[at]]


def _adjective(words: Words, at: int) -> bool:
    lower = words.lowers[at]
    empty = laws.words("stop") | {"the", "a", "an", "s", "contact"} | name_forms.words("speech")
    return lower not in empty and not lower.endswith("ed")


def _role_of_list(words: Words) -> str:
    """ "activists" before "activists A B, C D and E F", for C D and E F."""
    match = re.search(r"\b([a-z][\w-]+(?:\s[a-z][\w-]+)?s|[A-Z][a-z]+s)\s+(?:[A-Z]\S+\s*){2,9}(?:and\s*)?$", words.text)
    return match[1] if match and _has(match[1].split()[-1], "role") else ""


def _role_behind(text: str, end: int) -> str:
    match = _BEHIND.match(text, end)
    if match and (match[1].startswith("and ") or _NEXT_NAME.search(match[1])):
        return ""  # ", labour activists A B and C D": the next names of a list
    return match[1].strip() if match and (_has(match[1], "role") or _has(match[1], "public role")) else ""


def _has(words: str, role: str) -> bool:
    known = name_forms.words(role)
    return any(word in known for word in small_words(words))


def _speaks(text: str, start: int, end: int) -> bool:
    following = small_words(text[end : end + 30])[:1]
    before = small_words(text[max(start - 25, 0) : start])[-1:]
    speech = name_forms.words("speech")
    quoted = _QUOTES.search(text[max(start - 12, 0) : start]) is not None
    return bool(following and following[0] in speech) or bool(quoted and before and before[0] in speech)


def _risk(text: str, start: int, end: int, roles: list[str], *, speaks: bool) -> str:
    """The sentence around the name, if it tells that something happened to this person."""
    if speaks:
        return ""
    low = text.rfind("\n", 0, start) + 1
    low = max([match.end() for match in _STOP.finditer(text, max(low, start - 600), start)], default=low)
    ends = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    sentence = text[low : min(ends, default=len(text))]
    told = any(word in sentence.casefold() for word in name_forms.words("risk"))
    if not told:
        return ""
    defender = any(_has(role, "at risk role") for role in roles)
    return " ".join(sentence.split()) if defender or _happened(text, start, end) else ""


def _happened(text: str, start: int, end: int) -> bool:
    """Whether words right before or behind the name tell of it: "the arrest of X", "X, 34, was detained"."""
    before = [w for w in small_words(text[max(start - 40, 0) : start]) if w not in name_forms.words("title")][-2:]
    if any(" ".join(before).endswith(words) for words in name_forms.words("happened before")):
        return True
    after = name_forms.words("happened after")
    return any(match[1].casefold() in after for match in _PASSIVE.finditer(text[end : end + 120].partition(". ")[0]))
