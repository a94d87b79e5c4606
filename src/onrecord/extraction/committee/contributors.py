"""The list of contributors in the first note of a stakeholders' summary, and names resolved by it.

OHCHR prints it as two columns, abbreviation and full name with seat, under headings for civil society, national
institutions and regional organisations; papers that an organisation attached stand in brackets below it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Contributor, Document, Note

_LIST = re.compile(r"\bstakeholders?\s+listed\s+below\b|\bhave\s+contributed\s+information\b", re.IGNORECASE)
_ABBREVIATION = r"(?:JS\s?\d{1,3}|[A-Za-z][\w&.’'-]*(?:/[\w&.’'-]+)*)"
_ENTRY = re.compile(rf"({_ABBREVIATION})\s+(?=[A-Z“\"«À-ÖØ-ÞŠŽČĆ])")
_BRACKETED = re.compile(r"\(([A-Z][^()]{1,60})\)\s*[-–:]?\s*(?=[A-Z])")
_HEADING = re.compile(
    r"(?:(?P<individual>(?:civil\s+society|individual\s+submissions?))|(?P<joint>joint\s+submissions?)(?!\s+\d)"
    r"|(?P<national>national\s+(?:human\s+rights\s+)?institutions?)"
    r"|(?P<regional>regional\s+(?:inter\s?-?governmental\s+)?organi[sz]ations?))(?:\(s\))?\s*:?(?=\s|$)",
    re.IGNORECASE,
)
_KINDS = {
    "individual": "individual submission",
    "joint": "joint submission",
    "national": "national institution",
    "regional": "regional organisation",
}
_INSTITUTION = re.compile(
    r"^(?:The\s+)?(?:[\w’'-]+\s+){0,3}?(?:Ombuds\w+|National\s+(?:Human\s+Rights\s+)?(?:Commission|Institution|Council)"
    r"|Human\s+Rights\s+(?:Commission|Commissioner|Institution|Defender|Council))\b(?!\s+of\s+the\s+Council)"
)
_ATTACHED = re.compile(r"\bAttach(?:ed|ments?)\s*:.*", re.DOTALL)
_SUBMITTED = re.compile(r"\b(?:submitted|presented)\s+(?:jointly\s+)?by\s*:?\s*|\bcomposed\s+of\s*:?\s*", re.IGNORECASE)
_MEMBER_END = re.compile(
    r";\s*(?:and\s+)?|,\s+(?![^()]*\))(?:and\s+|in\s+partnership\s+with\s+)?|(?<=\))\s+and\s+|\s+in\s+partnership\s+with\s+"
)
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "a", "against"))
_COLUMN = 8.0  # points within which entries of one column begin


@dataclass(frozen=True, slots=True)
class _Begin:
    """Where an entry begins, in the text of the note: its abbreviation and its name behind it."""

    abbreviation: str
    at: int
    name_from: int


def contributors_of(document: Document, symbol: str = "") -> tuple[Contributor, ...]:
    """The contributors in the order of the list; empty if no note lists them. Attached papers count as their body's.

    Args:
        document: the summary as read.
        symbol: its symbol, for the places.
    """
    note = next((note for note in document.notes if _LIST.search(note.text[:400])), None)
    if note is None:
        return ()
    lines = _lines(document, note)
    begins = _begins(note, lines)
    heads = _headings(note.text, lines)
    found: dict[str, Contributor] = {}
    stops = [*(begin.at for begin in begins[1:]), len(note.text)]
    for begin, stop in zip(begins, stops, strict=True):
        if begin.abbreviation not in found:
            found[begin.abbreviation] = _contributor(document, note, begin, stop, heads)
    return tuple(replace(one, place=replace(one.place, symbol=symbol)) for one in found.values())


def _headings(text: str, lines: Sequence[tuple[int, float]]) -> list[re.Match[str]]:
    """The headings of the list; in printed lists a heading opens its line."""
    opening = {at for at, _ in lines}
    return [match for match in _HEADING.finditer(text) if len(lines) < 2 or match.start() in opening]


def _begins(note: Note, lines: Sequence[tuple[int, float]]) -> list[_Begin]:
    if len(lines) > 1:
        entries = [(at, left, match) for at, left in lines if (match := _entry(note.text, at))]
        columns = Counter(round(left / _COLUMN) for _, left, _ in entries)
        usual = max(columns, key=lambda column: (columns[column], -column), default=0)
        begins = [_begin(match) for _, left, match in entries if abs(left / _COLUMN - usual) <= 1]
        begins += [_begin(match) for at, _ in lines if (match := _bracketed(note.text, at))]
    else:
        begins = [
            _begin(match) for at in _joints(note.text) if (match := _entry(note.text, at)) and _fits(note.text, match)
        ]
        begins += [_begin(match) for match in _BRACKETED.finditer(note.text) if _is_short(_first(match[1]))]
    return sorted(begins, key=lambda begin: begin.at)


def _lines(document: Document, note: Note) -> list[tuple[int, float]]:
    """(where in the note's text, left edge) of its printed lines; empty for formats without lines."""
    starts = [line.start for line in document.lines]
    lines: list[tuple[int, float]] = []
    for at, where, length in document.spans[bisect_left(document.spans, (note.start, 0, 0)) :]:
        if at >= note.end:
            break
        for i in range(bisect_left(starts, where), len(starts)):
            if starts[i] >= where + length:
                break
            lines.append((at + starts[i] - where - note.start, document.lines[i].box.left))
    return lines


def _joints(text: str) -> list[int]:
    """Where an entry may begin in running text: behind a semicolon, a colon, a full stop or a heading."""
    stops = [match.end() for match in re.finditer(r"[;:.]\s+", text)]
    heads = [
        match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip()) for match in _HEADING.finditer(text)
    ]
    return sorted({*stops, *heads})


def _entry(text: str, at: int) -> re.Match[str] | None:
    match = _ENTRY.match(text, at)
    return match if match and _is_short(match[1]) else None


def _bracketed(text: str, at: int) -> re.Match[str] | None:
    match = _BRACKETED.match(text, at)
    return match if match and _is_short(_first(match[1])) else None


def _begin(match: re.Match[str]) -> _Begin:
    return _Begin(_first(match[1]).replace(" ", ""), match.start(), match.end())


def _first(words: str) -> str:
    """ "CoE-ECRI" of "CoE-ECRI Conclusions" and "CoE-CM: Resolution"."""
    joint = re.match(r"JS\s?\d+", words)
    return joint.group() if joint else re.split(r"[\s:]", words)[0]


def _is_short(word: str) -> bool:
    return sum(map(str.isupper, word)) >= 2 and not word[0].isdigit()


def _fits(text: str, match: re.Match[str]) -> bool:
    """In running text an abbreviation is known by the initials of the name behind it, in their order."""
    if match[1].startswith("JS"):
        return True
    words = re.findall(r"[^\W\d_]+", text[match.end() : match.end() + 200])[: len(match[1]) + 4]
    letters = iter(word[0].casefold() for word in words)
    return all(letter in letters for letter in _key(match[1]))


def initials(name: str, most: int = 12) -> str:
    """The first letters, in small letters, of the words that count in a name."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.casefold() not in _SMALL]
    return "".join(word[0] for word in words[:most]).casefold()


def _contributor(
    document: Document, note: Note, begin: _Begin, stop: int, heads: Sequence[re.Match[str]]
) -> Contributor:
    stop = next((head.start() for head in heads if begin.name_from < head.start() < stop), stop)
    words = _ATTACHED.sub("", note.text[begin.name_from : stop]).strip(" ;.*")
    joint = begin.abbreviation.startswith("JS") or "/JS" in begin.abbreviation or "oint submission" in words
    above = [head.lastgroup or "" for head in heads if head.start() < begin.at]
    kind = _KINDS[
        "national" if _INSTITUTION.search(words) else "joint" if joint else above[-1] if above else "individual"
    ]
    place = document.place(note.start + begin.at, note.start + begin.name_from + len(words), paragraph=note.mark)
    submitted = _SUBMITTED.search(words)
    if joint and submitted:
        return Contributor(
            begin.abbreviation, words[: submitted.start()].strip(), kind, place, _members(words[submitted.end() :])
        )
    attached = note.text[begin.at] == "("
    name, _, seat = words.partition(", ")
    return Contributor(
        begin.abbreviation, name.strip(" *"), kind, place, (), "" if joint or attached else seat.strip(" *;")
    )


def _members(words: str) -> tuple[str, ...]:
    parts = (re.sub(r"^(?:and|the|The)\s+", "", part.strip(" ;.")) for part in _MEMBER_END.split(words))
    return tuple(part for part in parts if part)


class Names:
    """Resolves what notes and sentences call a contributor: abbreviation, misprint of it, or initials of the name."""

    def __init__(self, contributors: Sequence[Contributor]) -> None:
        self.contributors = contributors
        self._keys: dict[str, str] = {}
        for one in contributors:
            for spelt in (one.abbreviation, *one.abbreviation.split("/JS")[:1], *_joint_part(one.abbreviation)):
                self._keys.setdefault(_key(spelt), one.abbreviation)
        self._initials = {initials(one.name): one.abbreviation for one in contributors if len(initials(one.name)) > 2}
        self._near: dict[str, str | None] = {}

    def find(self, word: str) -> tuple[str, str] | None:
        """(abbreviation as listed, how it was resolved) of a name as a note writes it; None if nothing fits."""
        key = _key(word)
        if key in self._keys:
            listed = self._keys[key]
            return listed, "" if listed == word else f"“{word}” is listed as {listed}."
        if key in self._initials:
            listed = self._initials[key]
            return listed, f"“{word}” are the initials of {listed}."
        if key not in self._near:
            self._near[key] = self._nearest(word, key)
        near = self._near[key]
        return (near, f"“{word}” is read as a misprint of {near}.") if near else None

    def _nearest(self, word: str, key: str) -> str | None:
        parts = [self._keys[_key(part)] for part in word.split("/") if "/" in word and _key(part) in self._keys]
        if len(set(parts)) == 1:
            return parts[0]
        if key.startswith("js") or len(key) < 3:
            return None
        near = {listed for known, listed in self._keys.items() if not known.startswith("js") and _one_slip(key, known)}
        return near.pop() if len(near) == 1 else None


def _joint_part(abbreviation: str) -> list[str]:
    return re.findall(r"JS\d+", abbreviation)


def _key(word: str) -> str:
    return re.sub(r"[\W_]", "", word).casefold()


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ by two letters changed over, or, from four letters on, by one letter."""
    if len(one) == len(other):
        differ = [i for i in range(len(one)) if one[i] != other[i]]
        swapped = len(differ) == 2 and differ[1] == differ[0] + 1 and one[differ[0]] == other[differ[1]]
        return (swapped and one[differ[1]] == other[differ[0]]) or (len(differ) == 1 and len(one) > 3)
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or len(shorter) < 4:
        return False
    at = next((i for i in range(len(shorter)) if shorter[i] != longer[i]), len(shorter))
    return shorter[at:] == longer[at + 1 :]
