"""Who publishes a paper, as the paper itself states."""

import re

from onrecord.extraction.papers.paper_identity_front import PaperFront
from onrecord.model import Kind
from onrecord.vocabulary.mentions import find_in

_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'.&-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:of|for|the|and|on|in|to|against|de|des|du|la|les|pour|et|&|"
    rf"without)\s+){{0,3}}{_CAPITAL}){{0,11}}"
)
_BY = re.compile(
    r"\b(?:submi(?:ssion|tted)|prepared|report|published|statement|drafted|written|presented|made|produced|"
    r"issued|release)"
    r"(?:\s+jointly|\s+to\s[^\n]{0,80}?)?\s+(?:by|from)\s*:?\s*(?P<who>[^\n]{0,400})|^\W*(?:submitted|prepared|"
    r"published) by\s*:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SUBMISSION_OF = re.compile(r"\bsubmission\s+of\s+(?P<who>[^\n]{3,200})", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?,?\s*(?P<who>[^\d©|"
    r"]{3,80})",
    re.I,
)
_ROLE_AT = re.compile(
    r"\b(?:said|says|told|added|stated|explained)\s+[^“”\"«».;]{3,80}?,\s[^“”\"«».;]{3,90}?\s(?:at|of|for|with|"
    r"from)\s+(?:the\s+)?(?P<who>[A-Z][^“”\"«».;,]{2,80})"
)
_SPEAKS = r"\s+(?:said|says|documented|found|concluded|today|has\s+documented|called|urged|researched|interviewed)\b"
_LEAD = re.compile(rf",\s+(?:the\s+)?(?P<who>{_NAME.pattern})\s+(?:said|says|announced|warned)\b")
_CONTACT_OF = re.compile(
    r"\b(?:at|of|from|with|for)\s+(?:the\s+)?|\b(?:Director|Coordinator|Head|Officer|Manager|President|"
    r"Secretary|Chair|"
    r"Researcher|Advocate|Representative),?\s+(?=[A-Z])"
)
_OWNER = re.compile(r"\b([A-Z]\w+(?:\s+[A-Z]\w+){0,5})['’]s\s")
_ORGANISATION = re.compile(
    r"\b(?:organi[sz]ation|foundation|federation|watch|amnesty|centre|center|institute|association|coalition|network|"
    r"alliance|union|society|group|initiative|bureau|defenders?|forum|house|fund|movement|league|partnership|"
    r"observatory|"
    r"committee|council|service|justice|rights|reporters|journalists|lawyers|international|ngo|civicus|"
    r"memorial)\b",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[A-Z]{3,9}")
_NO_ORGANISATION = re.compile(
    r"^(?:United Nations|UN|Human Rights (?:Committee|Council)|Office of|Ministry|Government|UPR|HRC|EU)\b|\bOffice$",
    re.I,
)
_PARTED = re.compile(r"(\s*(?:,\s+and\s+|;\s*|,\s+|\s+&\s+|\s+and\s+)(?=(?:the\s+)?[A-ZÀ-Þ]))")
_TITLE_END = re.compile(
    r"\s+(?:ahead of|for the|to the|in (?:advance|relation|connection|view)|on the|concerning|regarding|under|"
    r"about)\b"
    r"|\.\s|\.$"
)
_MOST = 40


def publishers_of(front: PaperFront, kind: Kind) -> tuple[tuple[str, ...], str]:
    """The publishers as the paper names them, and why; none and "Not stated." where it does not name them.

    Asked in this order: the site's name on top, "submitted by …", the name on top that tells the first paragraph, the
    organisation whose staff is quoted in a press release, whom to contact, the line on copyright, the title of the web
    page.
    """
    if front.masthead:
        return front.masthead[:1], f'The page is headed "{front.masthead[0]}".'
    ways = (_stated(front), _of_lead(front), _of_speaker(front, kind), _of_contacts(front), _of_copyright(front))
    for found in (*ways, _of_page(front)):
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
        names = _names(words)
        if names:
            return names, f'It says "{" ".join(match.group().split())[:120]}".'
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


def _names(words: str) -> tuple[str, ...]:
    """The organisations in a list of names; a name may hold "and" ("Bureau for Human Rights and Rule of Law")."""
    end = _TITLE_END.search(words)
    words = words[: end.start()] if end else words
    found: list[str] = []
    for line in words.splitlines():
        parts = _PARTED.split(line)
        for sign, part in zip(["", *parts[1::2]], parts[::2], strict=True):
            match = _NAME.search(part)
            name = match.group().strip(" .") if match else ""
            if found and sign.strip() in ("and", "&") and _goes_on(name):
                found[-1] += sign + part.rstrip(" .")
            elif name and _fits(name) and (not found or _is_organisation(name) or len(name.split()) >= 2):
                found.append(name)
    return tuple(dict.fromkeys(found[:_MOST]))


def _goes_on(name: str) -> bool:
    """Whether what stands behind "and" is no name of its own: "… for Law and Justice"."""
    if len(name.split()) == 1:
        return _SHORT_NAME.fullmatch(name) is None
    return not _is_organisation(name) and len(name.split()) < 4


def _is_organisation(name: str) -> bool:
    return _ORGANISATION.search(name) is not None or _SHORT_NAME.fullmatch(name) is not None


def _fits(name: str) -> bool:
    return (
        len(name) > 2 and not _NO_ORGANISATION.search(name) and not (find_in(name) and find_in(name)[0][1] == len(name))
    )


def _of_speaker(front: PaperFront, kind: Kind) -> tuple[tuple[str, ...], str]:
    """Press releases quote the publisher's own staff and say what the publisher found."""
    text = "\n".join(front.running)
    for match in _ROLE_AT.finditer(text) if kind in (Kind.PRESS_RELEASE, Kind.REPORT_NOTICE) else ():
        name = _NAME.match(match["who"])
        if name and re.search(re.escape(name.group()) + _SPEAKS, text):
            return (name.group(),), f'It quotes its staff: "{" ".join(match.group().split())}".'
    return (), ""


def _of_contacts(front: PaperFront) -> tuple[tuple[str, ...], str]:
    found: list[str] = []
    for line in front.contacts:
        places: list[tuple[int, int | None]] = [(match.end(), None) for match in _CONTACT_OF.finditer(line)]
        places += [(match.start(1), match.end(1)) for match in _OWNER.finditer(line)]
        for start, end in places:
            name = _without_state(_NAME.match(line[:end], start))
            if name and _is_organisation(name) and not _NO_ORGANISATION.search(name):
                found.append(name)
    names = tuple(dict.fromkeys(found))
    return names, f"Persons of {' and '.join(names)} are named for questions." if names else ""


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
        name = _NAME.match(match["who"].strip()) if match else None
        if name and _ORGANISATION.search(name.group()) and not line.lower().startswith("photo"):
            return (name.group().strip(" ."),), f'It says "{line.strip()}".'
    return (), ""


def _of_page(front: PaperFront) -> tuple[tuple[str, ...], str]:
    """The last part of a web page's title, behind a bar, names the site."""
    if front.document.metadata.format != "html":
        return (), ""
    parts = re.split(r"\s+[|–—•·-]\s+", front.document.metadata.title)
    if len(parts) > 1 and _ORGANISATION.search(parts[-1]):
        return (parts[-1].strip(),), f'The title of the page ends with "{parts[-1].strip()}".'
    return (), ""
