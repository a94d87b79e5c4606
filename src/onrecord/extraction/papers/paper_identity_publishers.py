"""Who publishes a paper, as the paper itself states."""

import re
from collections import Counter
from collections.abc import Callable

from onrecord.extraction.papers.paper_identity_front import PaperFront
from onrecord.extraction.papers.paper_identity_names import (
    NAME,
    NO_ORGANISATION,
    ORGANISATION,
    is_organisation,
    names_in,
)
from onrecord.extraction.papers.paper_identity_top import publishers_on_top
from onrecord.model import Kind
from onrecord.vocabulary.mentions import find_in

_BY = re.compile(
    r"\b(?:submi(?:ssion|tted)|prepared|report|published|posted|statement|drafted|written|presented|made|produced|"
    r"issued|release|analysis|assessment|briefing|study|survey|research|appeal|commentary|joint\s+letter)"
    r"(?:\s+jointly|\s+to\s[^\n]{0,80}?)?\s+(?:by|from)\s*:?\s*(?P<who>[^\n]{0,400})|^\W*(?:submitted|prepared|"
    r"published) by\s*:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_FOR = re.compile(
    rf"\b(?i:interview(?:ed)?|reporting|reportage|story|photographs|text|words)\b[^\n]{{0,80}}?\bfor\s+(?P<who>(?:the\s+)?{NAME.pattern})"
)
_SUBMISSION_OF = re.compile(r"\bsubmission\s+of\s+(?P<who>[^\n]{3,200})", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?,?\s*(?P<who>[^\d©|"
    r"]{3,80})",
    re.I,
)
_ROLE_AT = re.compile(
    r"\b(?:said|says|told|added|stated|explained)\s+[^“”\"«».;]{3,80}?,\s(?P<role>[^“”\"«».;]{3,170})"
)
_AT = re.compile(r"\b(?:at|of|for|with|from)\s+(?:the\s+)?(?=[A-Z])")
_SPEAKS = (
    r"\s+(?:said|says|documented|found|concluded|today|has\s+documented|called|urged|researched|interviewed|read"
    r"|visited)\b"
)
_LEAD = re.compile(rf",\s+(?:the\s+)?(?P<who>{NAME.pattern})\s+(?:said|says|announced|warned)\b")
_TODAY = re.compile(
    rf",\s+(?:the\s+)?(?P<who>{NAME.pattern})\s+(?:said|says|announced|warned)(?:\s+in\s[^.,;]{{3,80}})?\s+today\b"
)
_OPENS = re.compile(
    rf"^\W*(?:The\s+)?(?P<who>{NAME.pattern})(?:\s+\([A-Z][A-Za-z]{{1,9}}\))?,?\s+(?:has\s+)?(?:today\b|(?:strongly\s+)?"
    r"(?:condemns|welcomes|calls|urges|demands|joins|deplores|denounces)\b)"
)
_CONTACT_LINE = re.compile(rf"^\W*(?P<who>{NAME.pattern})\s*:\s+(?=[A-Z][\w’'-]+\s+[A-Z][^@]*@)")
_CONTACT_OF = re.compile(
    r"\b(?:at|of|from|with|for)\s+(?:the\s+)?|\b(?:Director|Coordinator|Head|Officer|Manager|President|"
    r"Secretary|Chair|"
    r"Researcher|Advocate|Representative),?\s+(?=[A-Z])"
)
# Authorities to whom readers may write are no publishers.
_AUTHORITY = re.compile(
    r"\b(?:Minister|Ministry|President of the Republic|Prime Minister|Permanent Mission|Embassy|Ambassador|Attorney"
    r"|Prosecutor|Parliament|Governor|Ombuds\w+|Head of State|Commissioner)\b",
)
_ITSELF = (
    r"\s+(?:recalls|considers|urges|fears|calls\s+(?:on|upon|for)|(?:strongly\s+|firmly\s+)?(?:condemns|regrets|deplores|welcomes)"
    r"|reiterates|expresses|requests|believes|recommends|notes|has\s+(?:received|been\s+informed|learned|learnt|documented"
    r"|recorded|interviewed|found)|was\s+(?:informed|told|asked)|is\s+(?:gravely|deeply|seriously|particularly|extremely)\b)"
)
_ACTS_ITSELF = re.compile(
    rf"(?:^|[.!?]\s+|\n)(?:The\s+)?(?P<who>{NAME.pattern})(?:,[^.;]{{3,140}},)?{_ITSELF}", re.MULTILINE
)
_LONGEST_BYLINE = 140
_FEWEST_ACTS = 2
_OWNER = re.compile(r"\b([A-Z]\w+(?:\s+[A-Z]\w+){0,5})['’]s\s")


def publishers_of(front: PaperFront, kind: Kind) -> tuple[tuple[str, ...], str]:
    """The publishers as the paper names them, and why; none and "Not stated." where it does not name them.

    Asked in this order: the site's name on top, "submitted by …", the name on top that tells the first paragraph, a
    line on top with name and date, who "said today", the organisation whose staff is quoted in a press release, whom to
    contact, the line on copyright, the title of the web page.
    """
    if front.masthead:
        return front.masthead[:1], f'The page is headed "{front.masthead[0]}".'
    for way in _WAYS:
        found = way(front, kind)
        if found[0]:
            return found
    return (), "Not stated."


def _stated(front: PaperFront) -> tuple[tuple[str, ...], str]:
    lines = (*front.titles, *(title for _, title in front.headings[:2]), *front.running[:2])
    for at, line in enumerate(lines):
        match = _BY.search(line) or _SUBMISSION_OF.search(line)
        if match is None:
            continue
        words = match["who"] or "\n".join(lines[at + 1 : at + 6])
        names = names_in(words)
        if names:
            return names, f'It says "{" ".join(match.group().split())[:120]}".'
    return (), ""


def _written_for(front: PaperFront) -> tuple[tuple[str, ...], str]:
    """ "Interview by Ada Lorn for The Selm Review"."""
    for line in (*front.titles, *front.labels, *(title for _, title in front.headings[:2]), *front.running[:1]):
        match = _FOR.search(line) if len(line) < _LONGEST_BYLINE else None
        if match:
            return (match["who"],), f'It says "{" ".join(match.group().split())}".'
    return (), ""


def _of_lead(front: PaperFront) -> tuple[tuple[str, ...], str]:
    name = told_by_itself(front)
    return ((name,), f'It is headed "{name}", and its first paragraph says "{name} said".') if name else ((), "")


def told_by_itself(front: PaperFront) -> str:
    """The name that stands alone on top and tells the first paragraph (", Selm Watch said"); "" if none does."""
    for match in _LEAD.finditer(front.running[0] if front.running else ""):
        name = match["who"].strip(" .")
        if any(name.casefold() == line.strip(" .*_#").casefold() for line in (*front.titles, *front.labels)):
            return name
    return ""


def _said_today(front: PaperFront, kind: Kind) -> tuple[tuple[str, ...], str]:
    """A press release says of its publisher that it "said today"."""
    opening = "\n".join(front.running[:2]) if kind is Kind.PRESS_RELEASE else ""
    match = _TODAY.search(opening)
    return ((match["who"],), f'It says "{" ".join(match.group().split()).strip(" ,")}".') if match else ((), "")


def _opens_with(front: PaperFront, kind: Kind) -> tuple[tuple[str, ...], str]:
    """A press release or statement that opens with what an organisation does today: "Selm Watch today called …"."""
    match = _OPENS.match(front.running[0]) if front.running and kind in (Kind.PRESS_RELEASE, Kind.STATEMENT) else None
    if match is None or not is_organisation(match["who"]) or NO_ORGANISATION.search(match["who"]):
        return (), ""
    return (match["who"],), f'It opens with "{" ".join(match.group().split())}".'


def _of_speaker(front: PaperFront, kind: Kind) -> tuple[tuple[str, ...], str]:
    """Press releases quote the publisher's own staff and say what the publisher found."""
    text = "\n".join(front.running)
    for match in _ROLE_AT.finditer(text) if kind in (Kind.PRESS_RELEASE, Kind.REPORT_NOTICE) else ():
        for at in _AT.finditer(match["role"]):
            name = NAME.match(match["role"], at.end())
            if name and re.search(re.escape(name.group()) + _SPEAKS, text):
                return (name.group(),), f'It quotes its staff: "{" ".join(match.group().split())}".'
    return (), ""


def _acting(front: PaperFront, _kind: Kind) -> tuple[tuple[str, ...], str]:
    """Whoever recalls, urges and has been informed in sentence after sentence: the one that writes."""
    acts = Counter(match["who"].strip(" .") for match in _ACTS_ITSELF.finditer("\n".join(front.running)))
    for name, times in acts.most_common(1):
        if times >= _FEWEST_ACTS and not NO_ORGANISATION.search(name) and not _AUTHORITY.search(name):
            heard = is_organisation(name) or name.casefold() in "\n".join((*front.titles, *front.labels)).casefold()
            if heard:
                return (name,), f'"{name}" recalls, urges or has been informed {times} times.'
    return (), ""


def _of_contacts(front: PaperFront) -> tuple[tuple[str, ...], str]:
    found: list[str] = []
    for line in front.contacts:
        if _AUTHORITY.search(line):
            continue
        if _is_signatory(line):
            found.append(line.strip(" .,;*_"))
            continue
        if (listed := _CONTACT_LINE.match(line)) and not NO_ORGANISATION.search(listed["who"]):
            found.append(listed["who"])
            continue
        places: list[tuple[int, int | None]] = [(match.end(), None) for match in _CONTACT_OF.finditer(line)]
        places += [(match.start(1), match.end(1)) for match in _OWNER.finditer(line)]
        for start, end in places:
            name = _without_state(NAME.match(line[:end], start))
            if name and is_organisation(name) and not NO_ORGANISATION.search(name):
                found.append(name)
    names = tuple(dict.fromkeys(found))
    return names, f"Persons of {' and '.join(names)} are named for questions." if names else ""


def _is_signatory(line: str) -> bool:
    """Whether the line is nothing but the name of an organisation: one of those that sign."""
    name = line.strip(" .,;*_")
    whole = NAME.fullmatch(name) is not None and len(name.split()) > 1
    return whole and is_organisation(name) and not NO_ORGANISATION.search(name)


def _without_state(match: re.Match[str] | None) -> str:
    """The name without a State behind it ("Selm Watch Arvenia" is the office of Selm Watch there)."""
    if match is None:
        return ""
    name = match.group().strip(" .")
    for start, end, _ in find_in(name):
        if end == len(name) and start > 0 and not re.search(r"\b(?:of|for|in|the)\s+$", name[:start]):
            name = name[:start].strip()
    return name


def _of_copyright(front: PaperFront) -> tuple[tuple[str, ...], str]:
    for line in reversed(front.furniture[-12:]):
        match = _COPYRIGHT.search(line)
        name = NAME.match(match["who"].strip()) if match else None
        if name and ORGANISATION.search(name.group()) and not line.lower().startswith("photo"):
            return (name.group().strip(" ."),), f'It says "{line.strip()}".'
    return (), ""


def _of_page(front: PaperFront) -> tuple[tuple[str, ...], str]:
    """The last part of a web page's title, behind a bar, names the site."""
    if front.document.metadata.format != "html":
        return (), ""
    parts = re.split(r"\s+[|–—•·-]\s+", front.document.metadata.title)
    if len(parts) > 1 and ORGANISATION.search(parts[-1]):
        return (parts[-1].strip(),), f'The title of the page ends with "{parts[-1].strip()}".'
    return (), ""


_WAYS: tuple[Callable[[PaperFront, Kind], tuple[tuple[str, ...], str]], ...] = (
    lambda front, _: _stated(front),
    lambda front, _: _written_for(front),
    lambda front, _: _of_lead(front),
    lambda front, _: publishers_on_top(front),
    _said_today,
    _opens_with,
    _of_speaker,
    _acting,
    lambda front, _: _of_contacts(front),
    lambda front, _: _of_copyright(front),
    lambda front, _: _of_page(front),
)
