"""Short forms of organisations that this paper names in full: abbreviations, "the Committee", a name used again."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.extraction.papers.organisations_mention import OrgMention
from onrecord.extraction.papers.units import Paper
from onrecord.vocabulary import mentions, organisations
from onrecord.vocabulary.phrases import Phrases, Words

_BRACKET = re.compile(r"\s*\((?:the\s+|hereafter\s+|hereinafter\s+|or\s+)*[“\"]?([A-Z][\w&-]{1,11})[”\"]?\)")
_OF_STATE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?=[A-Z]\w+(?:\s+[A-Z]\w+)*$)")
_POINTER = re.compile(r"\b[Tt](?:he|his)\s+([A-Z]\w+(?:\s+(?:Group|Commissioner|Rapporteur))?)(?:\s+members)?\b")


def again(words: Words, found: list[OrgMention]) -> list[OrgMention]:
    """Names found by their shape or their context, wherever else they stand."""
    text = words.text
    names = {text[m.start : m.end]: m for m in found if not m.head}
    for name, mention in [*names.items()]:  # "the Miners' League" after "the Miners' League of Arvenia"
        state = _OF_STATE.search(name)
        if state and len(name[: state.start()].split()) > 1 and mentions.match_at(name, state.end()):
            names.setdefault(name[: state.start()], mention)
    if not names:
        return []
    known = {(m.start, m.end) for m in found}
    matches = Phrases((name, name) for name in names).find(words)
    spans = ((words.starts[first], words.ends[last - 1], names[name]) for first, last, name in matches)
    return [_branch(text, start, end, m) for start, end, m in spans if (start, end) not in known]


def _branch(text: str, start: int, end: int, named: OrgMention) -> OrgMention:
    """A name with a State right behind it is a branch: not the same by itself."""
    state = mentions.match_at(text, end + 1) if text[end : end + 1] == " " else None
    if state is None:
        return OrgMention(start, end, named.id, named.rule)
    return OrgMention(start, state[0], f"{named.id}-{state[1].casefold()}", "a name with a State behind it")


def abbreviations(words: Words, found: list[OrgMention]) -> list[OrgMention]:
    """Every mention of an abbreviation that stands in brackets behind a name: "Selmian Press Union (SPU)"."""
    text = words.text
    short: dict[str, OrgMention] = {}
    for mention in found:
        match = _BRACKET.match(text, mention.end)
        if match and not match[1].islower():
            short.setdefault(match[1], mention)
    taken = {m.start for m in found}
    standing = words.places_of({name.casefold() for name in short})
    at = (i for i in standing if words.words[i] in short and words.starts[i] not in taken)
    return [
        OrgMention(words.starts[i], words.ends[i], short[words.words[i]].id, "abbreviation given in brackets")
        for i in at
    ]


def pointers(words: Words, found: list[OrgMention], paper: Paper) -> Iterator[OrgMention]:
    """ "the Committee": the one named last before it, if this paragraph or the paper names no other committee."""
    text = words.text
    starts = [p.start for p in paper.document.paragraphs]
    by_head: dict[str, _Named] = {}
    for mention in sorted(found, key=lambda m: m.start):
        for word in text[mention.start : mention.end].casefold().split():
            by_head.setdefault(word, _Named()).add(mention)
    inside = {at for m in found for at in range(m.start, m.end)}
    for match in words.found(_POINTER, ("the", "this")):
        head = match[1].casefold()
        if not _is_short(head) or match.start(1) in inside or _goes_on(text, match.end()):
            continue
        named = by_head.get(head.split()[-1])
        target = _target(named, match.start(), starts) if named else None
        if target:
            yield OrgMention(match.start(), match.end(), target.id, "named last before it", head)


def _is_short(head: str) -> bool:
    return head in organisations.words("short") or (
        head in organisations.words("head") and head not in organisations.words("State organ")
    )


def _goes_on(text: str, end: int) -> bool:
    """ "The Guard Tower": another capital stands right behind, so it is another name."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


class _Named:
    """What was named with one word such as "Committee", in the order of the text."""

    def __init__(self) -> None:
        self.mentions: list[OrgMention] = []
        self.starts: list[int] = []
        self.ids: set[str] = set()

    def add(self, mention: OrgMention) -> None:
        self.mentions.append(mention)
        self.starts.append(mention.start)
        self.ids.add(mention.id)


def _target(named: _Named, offset: int, starts: list[int]) -> OrgMention | None:
    index = bisect_right(named.starts, offset)
    if not index:
        return None
    last = named.mentions[index - 1]
    same_paragraph = bisect_right(starts, last.start) == bisect_right(starts, offset)
    return last if same_paragraph or len(named.ids) == 1 else None
