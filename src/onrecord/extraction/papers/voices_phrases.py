"""Who says it, told in a phrase of its own: "in the words of X", "by X's own count", "as X put it", "to quote X";
or around another verb: "X took the view that", "X was quoted as saying that"."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.papers.voices_speaker import ENDS, Told, is_name, speaker, worded

_BEFORE = {"in": "words view opinion assessment estimation eyes judgment judgement", "on": "account figures evidence"}
_BEFORE |= {"by": "reckoning estimate estimates account count calculation calculations admission tally"}
_OF = {word: frozenset(said.split()) for word, said in _BEFORE.items()}  # "in the words of X"
_SAID = frozenset().union(*_OF.values())  # "by X's own count"
PHRASE_WORDS = _SAID | {"quote", "put", "puts", "putting"}  # one of them stands in every such phrase
_PUT = ("put", "puts")
_VIEWS = frozenset(("view", "opinion", "conclusion", "belief", "fear", "hope", "clear", "impression", "conviction"))
_HOLD_VIEWS = frozenset(
    ("took", "takes", "taken", "is", "was", "are", "were", "expressed", "expresses", "came", "reached")
)
_HOLD_VIEWS |= {"made", "makes", "voiced", "remains", "drew", "has", "have", "had", "formed", "arrived"}
_SAYING = frozenset(("saying", "telling", "claiming", "stating", "admitting", "denying", "adding"))
AROUND_WORDS = _VIEWS | {"saying", "telling", "claiming", "stating", "admitting"}
_LONGEST = 12  # words of a phrase with whoever is named in it
_LONGEST_BEHIND = 8  # "as X put it in a lecture last month"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Word indexes: ``first`` of the phrase, ``end`` behind it, and between which the speaker is named."""

    first: int
    end: int
    named: tuple[int, int]


def phrases_in(words: list[Word]) -> Iterator[_Phrase]:
    """Every such phrase that stands at the head of a sentence or between marks."""
    for i, word in enumerate(words):
        apart = i == 0 or words[i - 1].part in ENDS or words[i - 1].part in (Part.THAT, Part.AND)
        if not apart or word.low not in ("in", "on", "by", "as", "to"):
            continue
        phrase = _of_words(words, i) or _possessive(words, i) or _put_it(words, i) or _to_quote(words, i)
        if phrase:
            yield phrase


def told_in_phrases(text: str, words: list[Word]) -> Iterator[Told]:
    """The speakers of such phrases; each covers its sentence, or what follows "that" before it."""
    for phrase in phrases_in(words):
        source = worded(text, words, *phrase.named)
        source = source[:-2] if source.endswith(("'s", "’s")) else source.rstrip("'’")
        if not source:
            continue
        that = phrase.first - 1 if phrase.first and words[phrase.first - 1].part is Part.COMMA else phrase.first
        first = phrase.first if that and words[that - 1].part is Part.THAT else 0
        cue = phrase.end if phrase.first == 0 or first else 0
        shown = text[words[phrase.first].start : words[phrase.named[1] - 1].end]
        yield Told(source, "say", first, len(words), cue, f'"{" ".join(shown.split())}"')


def told_around(text: str, words: list[Word]) -> Iterator[Told]:
    """ "X took the view that …", "X was quoted by Y as saying that …", "Y quoted X as saying that …"."""
    for i in range(3, len(words) - 1):
        that = words[i].part is Part.THAT
        if that and words[i - 1].low in _VIEWS:
            verb = next((j for j in range(i - 2, max(i - 6, 0), -1) if words[j].low in _HOLD_VIEWS), 0)
            named = (_clause_begins(words, verb), verb)
        elif words[i].low in _SAYING and words[i - 1].low == "as":
            quoted = next((j for j in range(i - 2, max(i - _LONGEST, 0), -1) if words[j].low in ("quoted", "cited")), 0)
            named = _who_is_quoted(words, quoted, i - 1) if quoted else (0, 0)
            that = words[i + 1].part is Part.THAT
        else:
            continue
        cue = i + 1 if words[i].part is Part.THAT else i + 2 if that else 0
        source = speaker(text, words, *named, surely=True, human=True) if named[0] < named[1] else ""
        if source:
            yield Told(source, "say", named[0], len(words), cue, f'"{source} … {words[i - 1].low} {words[i].low}"')


def _who_is_quoted(words: list[Word], quoted: int, behind: int) -> tuple[int, int]:
    """The subject of "was quoted", else what stands between "quoted" and "as saying"."""
    auxiliary = next(
        (j for j in (quoted - 1, quoted - 2) if j > 0 and words[j].low in ("was", "were", "is", "been")), 0
    )
    if not auxiliary:
        return quoted + 1, behind
    while auxiliary > 1 and words[auxiliary - 1].low in ("has", "have", "had"):
        auxiliary -= 1
    return _clause_begins(words, auxiliary), auxiliary


def _clause_begins(words: list[Word], verb: int) -> int:
    stops = (*ENDS, *FINITE, Part.THAT, Part.AND, Part.SUBORDINATOR)
    return next((j + 1 for j in range(verb - 1, -1, -1) if words[j].part in stops), 0)


def without_phrases(words: list[Word]) -> list[Word]:
    """The words of a sentence without such phrases: they are no claim."""
    for phrase in phrases_in(words):
        comma = phrase.first > 0 and words[phrase.first - 1].part is Part.COMMA
        return [*words[: phrase.first - comma], *words[phrase.end :]]
    return words


def _of_words(words: list[Word], i: int) -> _Phrase | None:
    """ "in the words of X", "by the reckoning of X"."""
    said = _OF.get(words[i].low)
    if said is None or i + 4 > len(words) or words[i + 1].low not in ("the", "their"):
        return None
    if words[i + 2].low not in said or words[i + 3].low != "of":
        return None
    return _ending(words, i, i + 4)


def _possessive(words: list[Word], i: int) -> _Phrase | None:
    """ "by the ministry's own count": the speaker is whoever has the count."""
    if words[i].low not in _OF:
        return None
    for j in range(i + 1, min(i + _LONGEST, len(words) - 1)):
        if words[j].part in (*ENDS, *FINITE):
            return None
        if words[j].low.endswith(("'s", "’s", "s'", "s’")):
            said = j + 2 if words[j + 1].low in ("own", "latest", "official") else j + 1
            end = said + 1
            if said < len(words) and words[said].low in _SAID and (end == len(words) or words[end].part in ENDS):
                return _Phrase(i, end, (i + 1, j + 1))
    return None


def _put_it(words: list[Word], i: int) -> _Phrase | None:
    """ "as X put it in a lecture last month"."""
    if words[i].low != "as":
        return None
    for j in range(i + 2, min(i + _LONGEST, len(words) - 1)):
        if words[j].part in ENDS:
            return None
        if words[j].low in _PUT and words[j + 1].low == "it":
            end = next((k for k in range(j + 2, len(words)) if words[k].part in ENDS), len(words))
            return _Phrase(i, end, (i + 1, j)) if end - j <= _LONGEST_BEHIND else None
    return None


def _to_quote(words: list[Word], i: int) -> _Phrase | None:
    if i + 2 >= len(words) or (words[i].low, words[i + 1].low) != ("to", "quote"):
        return None
    return _ending(words, i, i + 2)


def _ending(words: list[Word], i: int, named: int) -> _Phrase | None:
    """The phrase whose speaker is named from ``named`` on, with what he is: "X, a nurse who treated the wounded,"."""
    end = next((j for j in range(named, len(words)) if words[j].part in ENDS), len(words))
    if not named < end <= named + _LONGEST or any(word.part in FINITE for word in words[named:end]):
        return None
    behind = end
    if i == 0 and end + 1 < len(words) and words[end].part is Part.COMMA and is_name(words[named:end]):
        who = words[end + 1].low in ("a", "an") or words[end + 1].part is Part.RELATIVE
        close = next((j for j in range(end + 1, len(words)) if words[j].part is Part.COMMA), end)
        behind = close if who else end
    return _Phrase(i, behind, (named, end))
