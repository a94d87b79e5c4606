"""Who speaks in a sentence of a summary or compilation, by its words: "JS1 and HRW stated …", "The Committee …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extraction.committee.contributors import Names
from onrecord.model import Contributor
from onrecord.vocabulary import un_sources
from onrecord.vocabulary.verbs import reporting

_CHAIN = re.compile(r"(?:\s*\([^()]{1,60}\))?(?:\s*,?\s*(?:and|as\s+well\s+as)\s+|\s*,\s*)(?:the\s+|The\s+)?")
_BEFORE_VERB = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:,[^,.;]{1,80},|,)?\s*"
    r"(?:(?:\w+ly|also|further|then|again|likewise|therefore|nonetheless|however|moreover|had|has|have|was|were|is|are|"
    r"been|remained|remains|not|in\s+(?:19|20)\d\d|,)[\s,]+)*(?P<verb>[A-Za-z]+)"
)
_BY = re.compile(
    r"(?:\b[Aa]ccording\s+to|\b[Aa]s\s+\w+\s+by|\b(?:highlighted|noted|reported|stated|raised|expressed|documented)\s+by"
    r"|\b[Ii]nformation\s+(?:provided|submitted|received)\s+(?:by|from)|\b[Ff]or)\s+(?:the\s+)?$"
)
_PART_OF_NAME = re.compile(r"\bof\s+(?:the\s+)?$")
_ALIAS = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*|of|the|on|for|and|against|in|to|de|des|la|du)(?:\s+(?:[A-Z][\w’'-]*|of|the|on|for|"
    r"and|against|in|to|de|des|la|du))*)\s+\((?:the\s+)?[“\"]?(?P<alias>[A-Z][\w/&’' -]{1,40})[”\"]?\)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A source named in a sentence."""

    key: str
    start: int
    end: int
    words: str


class Speakers:
    """Finds who speaks, once made for one document."""

    def __init__(self, contributors: Sequence[Contributor], text: str) -> None:
        self._un = not contributors
        self._names: dict[str, str] = {}
        if contributors:
            self._names = _spellings(contributors, text)
        spelt = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, spelt)) or '(?!)'})(?![\w/-])")

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every source named in ``text``, from left to right."""
        if self._un:
            for one in un_sources.mentions(text):
                yield Mention(one.key, one.start, one.end, text[one.start : one.end])
            return
        for match in self._pattern.finditer(text):
            yield Mention(self._names[match.group()], match.start(), match.end(), match.group())

    def in_sentence(self, text: str) -> list[Mention]:
        """Those of the named sources that say something in this sentence."""
        named = list(self.mentions(text))
        said: list[Mention] = []
        for i, one in enumerate(named):
            last = _end_of_chain(text, named, i)
            if (
                last is not one
                and _PART_OF_NAME.search(text, 0, one.start)
                and text[one.end : named[i + 1].start] == " ("
            ):
                continue  # "the Court of the Council (CoC)": the short form behind it is who speaks
            if _speaks(text, last.end) or _BY.search(text[max(0, one.start - 60) : one.start]):
                said.append(one)
        return said


def _end_of_chain(text: str, named: Sequence[Mention], at: int) -> Mention:
    """The last of the sources joined with this one: "JS1, JS2 and HRW"; its own short form in brackets counts."""
    while at + 1 < len(named):
        between = text[named[at].end : named[at + 1].start]
        if not (_CHAIN.fullmatch(between) or between.strip() == "("):
            break
        at += 1
    return named[at]


def _speaks(text: str, end: int) -> bool:
    end += 1 if text[end : end + 1] == ")" else 0
    match = _BEFORE_VERB.match(text, end)
    verb = match["verb"].casefold() if match else ""
    return bool(verb) and (verb in reporting() or verb in un_sources.telling_words())


def _spellings(contributors: Sequence[Contributor], text: str) -> dict[str, str]:
    """Every way in which the text calls a contributor, with its abbreviation."""
    names = Names(contributors)
    spelt: dict[str, str] = {}
    full = {_plain(one.name): one.abbreviation for one in contributors if " " in one.name}
    for one in contributors:
        spelt[one.abbreviation] = one.abbreviation
        if " " in one.name and not one.abbreviation.startswith("JS"):
            spelt[re.sub(r"^The\s+", "", one.name)] = one.abbreviation
        for number in re.findall(r"JS(\d+)", one.abbreviation):
            for form in (
                f"JS{number}",
                f"JS {number}",
                f"Joint Submission {number}",
                f"Joint Submission (JS) {number}",
            ):
                spelt[form] = one.abbreviation
    for match in _ALIAS.finditer(text):
        alias, name = match["alias"], _plain(match["name"])
        if found := names.find(alias) if " " not in alias else None:
            spelt.setdefault(alias, found[0])
        elif owner := next((key for known, key in full.items() if name.endswith(known) or known.endswith(name)), None):
            spelt.setdefault(alias, owner)
            spelt.setdefault(match["name"].removeprefix("The ").removeprefix("the "), owner)
    for word in set(re.findall(r"(?<![\w/-])[A-Z][\w-]*(?:/[\w-]+)*", text)) - set(spelt):
        if sum(map(str.isupper, word)) >= 2 and ("-" in word or "/" in word) and (found := names.find(word)):
            spelt[word] = found[0]
    return spelt


def _plain(name: str) -> str:
    return " ".join(word for word in re.findall(r"[\w’'-]+", name.casefold()) if word != "the")
