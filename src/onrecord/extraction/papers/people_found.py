"""Names of persons in running text, and why they are taken for such."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.vocabulary import mentions, name_forms, organisations
from onrecord.vocabulary.phrases import Words

_INITIAL_GAP = re.compile(r"\.?\s+|\.")
_AGE = re.compile(r"\s*(?:,\s*(?:aged\s+)?\d{1,2}(?:,|\s+years|-year)|\s*\((?:aged\s+)?\d{1,2}\)|\s*\((?:b\.|born)\s)")
_ROLE_BEHIND = re.compile(
    r",\s+(?:(?:a|an|the|one|also|then|currently|who|whose|another|his|her|its|their|former|senior|co-|deputy|acting)\b|"
    r"[A-Z]\w+(?:\s+\w+){0,5}?\s+(?:of|at|for|in|to)\b|[a-z-]+(?:\s+[a-z-]+){0,4}\s+(?:of|at|for|with|from|in)\b|"
    r"[A-Z][a-z]+\s+[A-Z]?[a-z]*\s*(?:researcher|director|officer|correspondent|coordinator|advocate)\b)"
)
# ", who left the home in May": only persons are "who". ", a beekeeper from the valley": what somebody is.
_WHO = re.compile(r",\s+(?:who|whose|whom)\b")
_IS_SOMEBODY = re.compile(
    r",\s+(?:an?|the|his|her|their|one\s+of)\s+(?:[\w’-]+\s+){0,3}?[a-z][\w-]*"
    r"(?:er|or|ist|ian|ant|man|woman|eer|ee|ent|den|nurse|priest|monk|nun|pupil|clerk|imam|pilot|cook|guide|mechanic|wife|son"
    r"|mother|father|boy|girl|child|youth|guard)"
    r"(?=[,.;:]|\s+(?:of|from|at|in|with|for|who)\b)"
)
_OFFICE_BEFORE = re.compile(r"\b(?:of|for|at)\s+(?:the\s+)?[^,.;:()“”]{2,80},\s+$")
# "Timur Barov (Тимур Баров)": the same name in another script; "Ada Lorn, lorn@watch.example": her address.
_OTHER_SCRIPT = re.compile(r"\s*\([А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+){1,2}\)")
_OWN_ADDRESS = re.compile(r",?\s+[<(]?[\w.+-]+@[\w-]+\.\w")
_TELLING = (
    (_AGE, "an age stands behind it"),
    (_OTHER_SCRIPT, "the same name in another script stands behind it"),
    (_OWN_ADDRESS, "an address for mail stands behind it"),
)
_PLURAL_PEOPLE = frozenset(
    (
        *("men", "women", "brothers", "sisters", "boys", "girls", "students", "workers", "prisoners", "detainees"),
        *("protesters", "reporters", "defenders", "activists", "lawyers", "journalists", "teachers", "farmers", "them"),
    )
)
# "Temir uulu", "Melis kyzy": son and daughter of, as the last word of a name.
_PATRONYMIC_ENDS = frozenset(("uly", "uulu", "ogly", "oglu", "ugli", "zoda", "kyzy", "kizi", "qizi", "gyzy"))
_QUOTED_BEHIND = re.compile(r"[,.]?[”\"’]\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """A name: indices of its first word and behind its last one, and the reason."""

    first: int
    last: int
    reason: str


def candidates(words: Words, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of two to four capitalised words that are no known organisation, State or common word."""
    last = 0
    for index in words.capitals:
        if index < last or not _name_word(words, index, taken):
            continue
        last = index + 1
        while last < len(words) and (step := _step(words, last, taken)):
            last += step
        first = _without_titles(words, index, last)
        if first < last:
            yield first, last


def _name_word(words: Words, at: int, taken: set[int]) -> bool:
    word = words.words[at]
    if len(word) == 1 and word.isupper() and words.gap(at) in (". ", "."):
        return words.starts[at] not in taken  # an initial
    return (
        word[0].isupper()
        and not word[0].isdigit()
        and words.lowers[at] not in name_forms.words("no name")
        and words.starts[at] not in taken
        and not (word.isupper() and len(word) > 1)
    )


def _step(words: Words, at: int, taken: set[int]) -> int:
    """How many words the name goes on with: particles ("al", "von", "uly") may stand between its parts."""
    gap = words.gap(at - 1)
    initial = len(words.words[at - 1]) == 1 and gap in (". ", ".")
    if not initial and gap not in (" ", " ", "-", "’", "'"):
        return 0
    if _name_word(words, at, taken):
        return 1
    lower = words.lowers[at]
    if lower in name_forms.words("particle") and words.words[at][0].islower():
        following = at + 1
        ends = lower in _PATRONYMIC_ENDS
        if following < len(words) and _name_word(words, following, taken) and words.gap(at) in (" ", "-", "’", "'"):
            return 2
        return 1 if ends else 0
    return 0


def _without_titles(words: Words, first: int, last: int) -> int:
    while first < last and words.lowers[first] in name_forms.words("title"):
        first += 1
    while last - first > 2 and words.lowers[first] in name_forms.words("role"):  # "Reporter Ada Lorn"
        first += 1
    return first


def evidence(words: Words, first: int, last: int, offices: set[int]) -> str:
    """Why these words are the name of a person; "" if nothing says so. ``offices``: where names of offices end."""
    if last - first < 2 or last - first > 5 or mentions.match_at(words.text, words.starts[first]):
        return ""
    titled = _title(words, first)
    if titled or _of_organisation(words, first, last):
        return titled
    return (
        _before(words, first, offices)
        or _in_office(words, first, last)
        or _behind(words, last)
        or _somebody(words, first, last)
        or _shape(words, first, last)
    )


def _of_organisation(words: Words, first: int, last: int) -> bool:
    """Whether a word is one of those that organisations or offices are called by: "Free Voices", "Medical Officer"."""
    known = organisations.words("soft", "head", "never")
    roles = name_forms.words("role", "public role")
    return any(word in known for word in words.lowers[first:last]) or words.lowers[last - 1] in roles


def _title(words: Words, first: int) -> str:
    if (
        first
        and words.lowers[first - 1] in name_forms.words("title")
        and words.gap(first - 1) in (" ", ". ", ".", "\xa0")
    ):
        return f"behind the title {words.words[first - 1]}"
    return ""


def _before(words: Words, first: int, offices: set[int]) -> str:
    gap, previous = words.gap(first - 1), words.lowers[first - 1] if first else ""
    if first and words.ends[first - 1] in offices and gap in (" ", ", "):
        return "behind the name of an office"
    if "\n" in gap:
        return ""
    if (
        previous in name_forms.words("role")
        and gap.strip() in ("", ",", "“", "*", "**")
        and not _in_a_name(words, first)
    ):
        return f"behind the word {previous}"
    if any(" ".join(words.lowers[first - size : first]) in name_forms.words("happened before") for size in (2, 1)):
        return "something happened to this person"
    if gap.strip() == "," and previous in _PLURAL_PEOPLE:  # "two men, A B and C D, were found dead"
        return f"behind {previous} and a comma"
    quoted = _QUOTED_BEHIND.search(words.text[max(words.starts[first - 1] - 6, 0) : words.starts[first - 1]])
    return "speaks" if quoted and previous in name_forms.words("speech") else ""


def _in_office(words: Words, first: int, last: int) -> str:
    """ "The Minister of the Interior, Ruben Castell, said": an office, and who holds it between commas."""
    text, start = words.text, words.starts[first]
    opens = text[words.ends[last - 1] : words.ends[last - 1] + 1] in (",", ".", ";")
    before = text[max(start - 110, 0) : start]
    office = _OFFICE_BEFORE.search(before) if opens and before.endswith(", ") else None
    if office is None:
        return ""
    role = re.findall(r"\w+", before[: office.start()])[-1:]
    titles = name_forms.words("title", "public role", "role")
    return "behind the name of an office" if role and role[0].casefold() in titles else ""


def _somebody(words: Words, first: int, last: int) -> str:
    """What is said right behind the name can be said of persons only."""
    text, end = words.text, words.ends[last - 1]
    if words.lowers[last - 1] in organisations.words("place"):
        return ""
    if _WHO.match(text, end):
        return '"who" stands behind it'
    if _IS_SOMEBODY.match(text, end):
        return "what the person is stands behind it"
    following = words.lowers[last] if words.joined(last - 1) else ""
    return "does what persons do" if following in name_forms.words("person verb") and first else ""


def _in_a_name(words: Words, first: int) -> bool:
    """ "Human Rights Defenders Face Threats": the word before stands in a row of capitals."""
    if first < 2 or not words.joined(first - 2):
        return False
    return words.words[first - 1][0].isupper() and words.words[first - 2][0].isupper()


def _behind(words: Words, last: int) -> str:
    text, end = words.text, words.ends[last - 1]
    for pattern, why in _TELLING:
        if pattern.match(text, end):
            return why
    gap = words.gap(last - 1)
    if (gap.isspace() or gap == ", ") and "\n" not in gap:
        following = words.lowers[last]
        if gap.isspace() and following in name_forms.words("speech"):
            return "speaks"
        if following in ("was", "were", "has", "had", "is", "remains", "who") and _happened(words, last + 1):
            return "something happened to this person"
    match = _ROLE_BEHIND.match(text, end)
    if match and _role_near(words, last):
        return "a role stands behind it"
    return ""


def _happened(words: Words, at: int) -> bool:
    ahead = words.lowers[at : at + 4]
    return any(word in name_forms.words("happened after") for word in ahead)


def _role_near(words: Words, last: int) -> bool:
    ahead = words.lowers[last : last + 8]
    return not name_forms.words("role", "public role").isdisjoint(ahead)


def _shape(words: Words, first: int, last: int) -> str:
    lowers = words.lowers
    if lowers[first] in name_forms.given_names():
        return "begins with a common given name"
    endings = tuple(name_forms.words("surname ending"))
    if len(lowers[last - 1]) > 4 and lowers[last - 1].endswith(endings) and len(lowers[first]) > 2:
        return "ends like a surname"
    return ""


def listed(words: Words, runs: list[tuple[int, int]], found: dict[tuple[int, int], str]) -> None:
    """Names beside names: "activists A B, C D and E F". Adds to ``found``."""
    for order in (runs, runs[::-1]):
        for one, other in pairwise(order):
            low, high = sorted((one, other))
            gap = words.text[words.ends[low[1] - 1] : words.starts[high[0]]]
            if one in found and other not in found and re.fullmatch(r",\s+|,?\s+(?:and|or|&)\s+", gap) and _two(other):
                found[other] = "stands in a list of names"


def _two(run: tuple[int, int]) -> bool:
    return 2 <= run[1] - run[0] <= 4
