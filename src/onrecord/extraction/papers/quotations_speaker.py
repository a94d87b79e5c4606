"""Finds who speaks in the words before or behind a quotation."""

import re
from dataclasses import dataclass, replace

_VERBS = (
    "said|says|say|told|tells|stated|states|noted|notes|added|adds|explained|explains|wrote|writes|declared|declares|"
    "announced|observed|observes|recommended|recommends|urged|urges|concluded|concludes|commented|comments|"
    "argued|argues|"
    "insisted|insists|warned|warns|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|asked|asks|replied|replies|"
    "responded|"
    "responds|recalled|recalls|testified|testifies|claimed|claims|alleged|alleges|reported|reports|found|finds|"
    "expressed|"
    "expresses|reiterated|reiterates|pointed out|points out|regretted|regrets|welcomed|acknowledged|"
    "acknowledges|admitted|"
    "denied|continued|continues|promised|pledged|confirmed|confirms|remarked|underlined|underlines|underscored|"
    "highlighted|"
    "called for|calls for|requested|requests|proposed|suggested|suggests|ruled|held that|described|describes|"
    "reads|read|"
    "provides|stipulates|considered|considers|encouraged|encourages|demanded|demands|criticised|criticized|condemned|"
    "deplored|lamented|complained|quipped|tweeted|posted|shouted|chanted|repeated|repeats|maintained|maintains|"
    "affirmed|affirms|asserted|asserts|advised|answered|answers|countered|counters|objected|objects|protested|complains|promises|"
    "called on|calls on|decided|decides"
)
_VERB = re.compile(rf"\b({_VERBS})\b", re.IGNORECASE)
_BEHIND_VERB = re.compile(rf"^[\s,*—–-]*({_VERBS})\s+(?P<who>[^“”\"«»]+)", re.IGNORECASE)
_BEHIND_NAME = re.compile(
    rf"^[\s,*—–-]*(?P<who>(?:[^\s“”\"«»,.;]+(?:\s+|(?=,))){{1,11}}?(?:,[^“”\"«»;]{{3,90}}?,\s+)?)"
    rf"(?:has |have |had |also |then |later |further |"
    rf"recently ){{0,2}}({_VERBS})\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?:^|\W)(?:according to|in the words of|as per|quoting|citing|"
    r"quoted by)\s+(?P<who>[^“”\"«»]{2,140}?),?\s*(?:that\s*)?:?\s*$",
    re.I,
)
_ACCORDING_BEHIND = re.compile(
    r"^[\s,*]*(?:according to|in the words of|wrote|as)\s+(?P<who>[^“”\"«»;.]{2,120})", re.IGNORECASE
)
_ENDS_NAME = re.compile(
    r",|;|\.(?:\s|$)|\s(?:at|in|on|during|after|before|when|while|who|which|as|about|told|following|to|that|"
    r"from|with|by|during|"
    r"today|yesterday|adding|referring|regarding|speaking|noting)\s|\s(?:today|yesterday|afterwards)\b|\s\(|$"
)
_NOT_SUBJECT = re.compile(
    r"^(?:in|on|at|during|furthermore|however|moreover|also|already|since|after|before|for|as|when|while|"
    r"although|despite|"
    r"finally|in addition|additionally|further|then|thus|therefore|nevertheless|yet|but|and|similarly|likewise|later|"
    r"earlier|meanwhile|indeed|recently|last|following|speaking|with|by|from|under|to|where|because|if|given|"
    r"responding|"
    r"commenting|referring|citing|asked|overall|specifically|notably|subsequently|consequently)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:\W+|(?:and|but|yet|also|then|furthermore|moreover|thus|however|as|that|where|the fact that|"
    r"already)\s+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s+(?:also|has|have|had|was|were|is|are|further|then|later|publicly|reportedly|recently|repeatedly|"
    r"quoted|as|"
    r"therefore|thus|himself|herself|itself|explicitly|expressly|even|specifically|once|again|first|who|which|"
    r",))+\W*$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Judge)\.?\s+")
_PRONOUNS = frozenset(["he", "she", "it", "they", "i", "we", "who"])
_MOST_BETWEEN = 12  # words between verb and quotation
_LONGEST = 12  # words of a speaker
_PERSON = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]\.)(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]\.|al|bin|de|von|van|der|ibn)){1,3}"
)
_ORGANISATION = re.compile(
    r"\b(?:Committee|Council|Commission|Watch|Amnesty|International|Foundation|Office|Ministry|Court|Group|"
    r"Nations|Union|"
    r"Organi[sz]ation|Association|Federation|Government|Parliament|Centre|Center|Institute|Rapporteur|Police|"
    r"Service)\b"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as worded. ``start``/``end``: where the words stand in the prefix or suffix they were found in."""

    name: str
    start: int = 0
    end: int = 0
    verb: str = ""
    behind: bool = False  # found behind the quotation
    adjacent: bool = False  # nothing stands between the verb and the quotation
    person: bool = False
    reported: bool = False  # "said that … “…”": the words stand inside what is reported

    @property
    def is_pronoun(self) -> bool:
        """Whether only "he", "it" … is said."""
        return self.name.casefold() in _PRONOUNS


def speaker_after(suffix: str) -> Speaker | None:
    """The speaker in the words behind a quotation: "said Ada Lorn, lawyer at …", "Lorn said", "according to Lorn"."""
    for pattern in (_BEHIND_VERB, _BEHIND_NAME):
        match = pattern.match(suffix)
        if match:
            verb = next(group for group in match.groups() if group and _VERB.fullmatch(group))
            return _speaker(suffix, match.start("who"), match["who"], verb, behind=True)
    match = _ACCORDING_BEHIND.match(suffix)
    return _speaker(suffix, match.start("who"), match["who"], "said", behind=True) if match else None


def speaker_before(prefix: str) -> Speaker | None:
    """The speaker in the words before a quotation: "Ada Lorn, lawyer at …, said that", "According to Lorn,"."""
    according = _ACCORDING.search(prefix)
    if according:
        return _speaker(prefix, according.start("who"), according["who"], "said", behind=False)
    verbs = list(_VERB.finditer(prefix))
    for match in reversed(verbs):
        between = prefix[match.end() :].strip(" ,:*")
        if len(between.split()) > _MOST_BETWEEN:
            break
        subject = _subject(prefix[: match.start()])
        speaker = _speaker(prefix, *subject, match[1], behind=False) if subject else None
        if speaker:
            return replace(
                speaker, adjacent=between.casefold() in ("", "that"), reported=between.casefold().startswith("that ")
            )
    return None


def _subject(before: str) -> tuple[int, str] | None:
    """The subject of the verb that follows: the first part between commas that does not tell when or how."""
    start = max(before.rfind("; "), before.rfind(": "), before.rfind(" – "), before.rfind(" — ")) + 1
    at = start
    parts = before[start:].split(",")
    for position, part in enumerate(parts):
        stripped = part.strip()
        if stripped and not _NOT_SUBJECT.match(stripped):
            named = parts[position + 1].strip() if position + 3 == len(parts) and not parts[-1].strip() else ""
            if _PERSON.fullmatch(named):  # "Its head, Ada Lorn, said"
                return at + len(part) + 1 + parts[position + 1].index(named[0]), named
            return at + part.index(stripped[0]), stripped
        at += len(part) + 1
    return None


def _speaker(text: str, start: int, words: str, verb: str, *, behind: bool) -> Speaker | None:
    if lead := _LEADING.match(words):
        start, words = start + lead.end(), words[lead.end() :]
    if lead := _HONORIFIC.match(words):
        start, words = start + lead.end(), words[lead.end() :]
    words = _TRAILING.sub("", words)
    person = _PERSON.match(words)
    ends = _ENDS_NAME.search(words, person.end() if person else 1)
    words = words[: ends.start()] if ends else words
    words = words.strip(" ,*:")
    if not words or len(words.split()) > _LONGEST or not any(map(str.isalpha, words)):
        return None
    named = _PERSON.fullmatch(words) is not None and _ORGANISATION.search(words) is None
    return Speaker(words, start, start + len(words), verb.lower(), behind, adjacent=behind, person=named)
