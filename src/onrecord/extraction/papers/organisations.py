"""Finds organisations, bodies and offices in papers."""

import re
from collections.abc import Iterator
from itertools import chain

from onrecord.extraction.papers.name_paper import Places, furniture_of, state_of
from onrecord.extraction.papers.organisations_mention import OrgMention
from onrecord.extraction.papers.organisations_shapes import named_by_context, named_by_shape
from onrecord.extraction.papers.organisations_short import abbreviations, again, pointers
from onrecord.extraction.papers.organisations_state import state_organs
from onrecord.extraction.papers.organisations_told import listed, published, signed, told
from onrecord.extraction.papers.units import Paper, Role
from onrecord.model import Named, NamedKind
from onrecord.vocabulary import laws, mentions, organisations
from onrecord.vocabulary.phrases import Words

_HOST = re.compile(r"(?:https?://|www\.)([\w.-]+\.[a-z]{2,})", re.IGNORECASE)
_OFFICE_OF = re.compile(r"\s+office\s+of\b")
_OF_OTHERS = re.compile(r"\s+of\s+[A-Z]")
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?(?:Republic\s+of\s+)?$")
_PARTED = re.compile(r"\s[–—|·-]\s|[a-z]\.\s+[A-Z]")
_PERSON_BEFORE = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Mx|Dr|Prof)\.?\s+$")
_DASH = re.compile(r"\s+[-–—]\s+")


def find_organisations(paper: Paper, words: Words) -> list[OrgMention]:
    """All mentions, in the order of the text: known ones, then by shape, by context, and their short forms."""
    state, _ = state_of(paper)
    found = list(_known(words))
    found += state_organs(words, state, _covered(found).__contains__)
    hidden = _capital_headings(paper) | _laws(words)
    covered = _covered(found) | hidden
    shapes = [_unknown(words.text, span, state) for span in named_by_shape(words, covered.__contains__)]
    shapes += _by_context(words, found + shapes, hidden)
    covered = _covered(found + shapes)  # a title may hide other names, but not those of the publishers
    names = [*published(words, paper.identity.publishers, covered.__contains__)]
    names += signed(paper, covered.__contains__)
    covered |= hidden | {at for start, end in names for at in range(start, end)}
    names += told(words, covered.__contains__)
    shapes += [_unknown(words.text, span, state) for span in names]
    covered = _covered(found + shapes) | hidden
    beside = [(m.start, m.end) for m in found + shapes if not m.head]
    shapes += [_unknown(words.text, span, state) for span in listed(words, beside, covered.__contains__)]
    shapes = [shape for shape in shapes if not _PERSON_BEFORE.search(words.text, max(shape.start - 8, 0), shape.start)]
    covered = _covered(found + shapes)
    found += [*shapes, *(m for m in again(words, shapes) if m.start not in covered)]
    found += abbreviations(words, found)
    found += pointers(words, found, paper)
    found += _in_addresses(words.text)
    furniture = furniture_of(paper)
    return sorted((m for m in _joined(words.text, found) if not furniture(m.start)), key=lambda m: m.start)


def name_organisations(paper: Paper, found: list[OrgMention]) -> tuple[Named, ...]:
    """Mentions put together by id."""
    places, text = Places(paper), paper.document.text
    groups: dict[str, list[OrgMention]] = {}
    for mention in found:
        groups.setdefault(mention.id, []).append(mention)
    beginnings = _beginnings(groups)
    return tuple(_named(places, text, key, group, beginnings) for key, group in groups.items())


def _named(places: Places, text: str, key: str, group: list[OrgMention], beginnings: dict[str, list[str]]) -> Named:
    names = [m for m in group if not m.head] or group
    longest = max(names, key=lambda m: m.end - m.start)
    rules = "; ".join(dict.fromkeys(m.rule for m in group))
    near = {other for word in _prefixes(key) for other in beginnings.get(word, ())} | set(beginnings.get(key, ()))
    return Named(
        key,
        NamedKind.ORGANISATION,
        " ".join(text[longest.start : longest.end].split()),
        places.of((m.start, m.end) for m in group),
        perhaps=tuple(sorted(near - {key})),
        reasons=(("id", rules),),
    )


def _prefixes(key: str) -> list[str]:
    """Shorter names that a name begins with: "org:open-dialogue" for "org:open-dialogue-foundation"."""
    parts = key.split("-")
    return ["-".join(parts[:size]) for size in range(2, len(parts))]


def _beginnings(groups: dict[str, list[OrgMention]]) -> dict[str, list[str]]:
    """Names that go on where another one ends, by the shorter one; and the shorter ones by themselves."""
    longer: dict[str, list[str]] = {key: [key] for key in groups}
    for key in groups:
        for short in _prefixes(key):
            if short in groups:
                longer[short].append(key)
    return longer


def _known(words: Words) -> Iterator[OrgMention]:
    behind = 0
    for first, last, key in organisations.known().find(words):
        start, end = words.starts[first], words.ends[last - 1]
        if key == "eu" and (_OFFICE_OF.match(words.text, end) or _OF_OTHERS.match(words.text, end)):
            continue  # "the EU office of the Foundation" is the Foundation's, "European Union of Editors" another one
        if end <= behind and words.text[start:end].isupper():
            continue
        behind = max(behind, end)
        yield OrgMention(start, end, f"org:{key}", "a known name of this organisation")


def _covered(found: list[OrgMention]) -> set[int]:
    return set(chain.from_iterable(range(mention.start, mention.end) for mention in found))


def _laws(words: Words) -> set[int]:
    """Where treaties and codes stand: no organisation is called so."""
    spans = ((words.starts[first], words.ends[last - 1]) for first, last, _ in laws.instruments().find(words))
    return {at for start, end in spans for at in range(start, end)}


def _unknown(text: str, span: tuple[int, int], state: str) -> OrgMention:
    name = text[span[0] : span[1]]
    of_state = ""
    for start, _, iso3 in mentions.find_in(name):
        if _OF_STATE.search(name, 0, start):
            of_state = iso3
            name = _OF_STATE.sub("", name[:start])
            break
    key = organisations.spelling(name).replace(" ", "-")
    organ = organisations.words("State organ") & set(name.replace("’", "'").casefold().split())
    if of_state or (organ and state):
        return OrgMention(*span, f"org:{of_state or state}:{key}", "the same name and State")
    return OrgMention(*span, f"org:{key}", "the same name; American spelling counts as British")


def _by_context(words: Words, found: list[OrgMention], hidden: set[int]) -> Iterator[OrgMention]:
    starts, ends = {m.start for m in found}, {m.end for m in found}
    covered = _covered(found) | hidden

    def near(start: int, end: int) -> bool:
        after = re.match(r",?\s+and\s+(?:the\s+)?", words.text[end : end + 12])
        before = re.search(r"\s+and\s+(?:the\s+)?$", words.text[max(start - 12, 0) : start])
        return bool(after and end + after.end() in starts) or bool(before and start - len(before.group()) in ends)

    for span in named_by_context(words, covered.__contains__, near):
        yield _unknown(words.text, span, "")


def _capital_headings(paper: Paper) -> set[int]:
    """Headings With Every Word In Capitals: their words show nothing."""
    hidden: set[int] = set()
    for unit in paper.layout.units:
        if unit.role in (Role.HEADING, Role.TITLE):
            if unit.role is Role.TITLE and _PARTED.search(paper.text(unit.start, unit.end)):
                continue  # "Selm Press Union – Briefing for delegations": who, what, when
            long = [w for w in paper.text(unit.start, unit.end).split() if len(w) > 3 and w[0].isalpha()]
            if len(long) > 2 and sum(w[0].isupper() for w in long) > 0.7 * len(long):
                hidden.update(range(unit.start, unit.end))
    return hidden


def _in_addresses(text: str) -> Iterator[OrgMention]:
    for match in _HOST.finditer(text):
        key = organisations.of_domain(match[1])
        if key:
            host = match[1].removeprefix("www.")
            start = match.end(1) - len(host)
            yield OrgMention(start, match.end(1), f"org:{key}", "its web address")


def _joined(text: str, found: list[OrgMention]) -> Iterator[OrgMention]:
    """ "OMCT - World Organisation …" is one mention; inside another mention of the same one nothing is told again."""
    last: OrgMention | None = None
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if last and last.id == mention.id:
            if mention.end <= last.end:
                continue
            if _DASH.fullmatch(text[last.end : mention.start]):
                last = OrgMention(last.start, mention.end, last.id, last.rule)
                continue
        if last:
            yield last
        last = mention
    if last:
        yield last
