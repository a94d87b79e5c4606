"""Who says it, told beside the words: "with X warning that …", "documented by X", "…, X said", "X put it down to …"."""

from collections.abc import Iterator

from onrecord.extraction.papers.clauses_neighbours import skip_adverbs
from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.papers.voices_manner import manner_of
from onrecord.extraction.papers.voices_speaker import ENDS, Told, is_of_state, speaker
from onrecord.vocabulary import verbs

_LONGEST_SUBJECT = 14  # words
_ISSUED = ("published", "released", "issued", "dated", "given", "made", "posted")
_TOLD_WHOM = ("told", "informed", "assured")  # "…, his lawyer told us"
_LONGEST_END = 9  # "…, the ministry said in a statement on Monday."
EXPLAINS = {  # "blamed the deaths on the cold", "gave heat as the cause"
    "put": ("down", "at"),
    "puts": ("down", "at"),
    "blame": ("on",),
    "blames": ("on",),
    "blamed": ("on",),
    "attribute": ("to",),
    "attributes": ("to",),
    "attributed": ("to",),
    "give": ("as",),
    "gives": ("as",),
    "gave": ("as",),
    "speak": ("of",),  # "the employers speak of 90"
    "speaks": ("of",),
    "spoke": ("of",),
}


def with_telling(text: str, words: list[Word]) -> Iterator[Told]:
    """ "with the High Commissioner recently expressing concern that …"."""
    for i, word in enumerate(words):
        if word.low != "with":
            continue
        for j in range(i + 2, min(i + 16, len(words))):
            report = verbs.reporting().get(words[j].low)
            if words[j].part in (Part.COMMA, *FINITE):
                break
            if report and words[j].part is Part.GERUND and (manner := manner_of(words, j, report)):
                source = speaker(text, words, i + 1, j)
                if source:
                    that = next((k for k in range(j, min(j + 4, len(words))) if words[k].part is Part.THAT), None)
                    yield Told(
                        source, manner, i, len(words), that + 1 if that else 0, f'"with {source} {words[j].low}"'
                    )
                break


def told_by(text: str, words: list[Word]) -> Iterator[Told]:
    """ "were documented by X", "as reported by X"."""
    for i in range(1, len(words) - 2):
        report = verbs.reporting().get(words[i].low)
        if report is None or words[i].part is not Part.PARTICIPLE or words[i + 1].low != "by":
            continue
        if report.kind == "call" or words[skip_adverbs(words, i - 1)].part in (Part.DETERMINER,):
            continue
        stops = (*ENDS, *FINITE, Part.AND, Part.THAT)
        end = next(
            (j for j in range(i + 2, len(words)) if words[j].part in stops or words[j].low == "about"), len(words)
        )
        that = end < len(words) and words[end].part is Part.THAT  # "It was reported by X that …"
        source = speaker(text, words, i + 2, end, surely=that)
        if source and (that or not is_of_state(words[i + 2 : end])):
            opens = i == 1 and words[0].low == "as" and end < len(words) and words[end].part is Part.COMMA
            yield Told(source, "say", 0, len(words), end + 1 if that or opens else 0, f'"{words[i].low} by {source}"')


def told_behind(text: str, words: list[Word]) -> Iterator[Told]:
    """ "Guards fired first, the ministry said on Monday."."""
    first = next((i for i, word in enumerate(words) if word.part in FINITE), len(words))
    yield from _he_said(words)
    for comma in range(max(3, first + 1), len(words) - 1):
        if words[comma].part is not Part.COMMA:
            continue
        verb = told_behind_verb(words, comma)
        source = speaker(text, words, comma + 1, verb, surely=True) if verb else ""
        if source:
            yield Told(source, "say", 0, comma, 0, f'", {source} {words[verb].low}"')


def _he_said(words: list[Word]) -> Iterator[Told]:
    """ "“They asked me who had paid us,” he said.": whoever was told of before."""
    for i in range(3, len(words) - 1):
        low, verb = words[i].low, words[i + 1].low
        behind = words[i - 1].part is Part.COMMA or words[i - 1].part is Part.QUOTE
        if low in ("he", "she", "they") and verb in ("said", "added", "recalled", "says", "told") and behind:
            yield Told("", "say", 0, i, 0, f'"{low} {verb}"', low)
            return


def told_behind_verb(words: list[Word], comma: int) -> int:
    """Index of "said" in ", the ministry said on Monday." behind the comma; 0 if nothing is told there."""
    if comma + 1 < len(words) and words[comma + 1].part in (
        Part.RELATIVE,
        Part.AND,
        Part.SUBORDINATOR,
        Part.PREPOSITION,
    ):
        return 0
    for j in range(comma + 2, min(comma + _LONGEST_SUBJECT, len(words))):
        report = verbs.reporting().get(words[j].low)
        if report and report.kind == "say" and words[j].part in (Part.FINITE, Part.PARTICIPLE):
            behind = words[j + 1 :]
            stops = (Part.STOP, Part.COMMA, Part.SEMICOLON)
            end = next((k for k, word in enumerate(behind) if word.part in stops), len(behind))
            barred = (*FINITE, Part.THAT, Part.QUOTE, Part.COLON)
            plain = not any(word.part in barred and word.low not in _ISSUED for word in behind[:end])
            first = not behind[:end] or behind[0].part in (Part.PREPOSITION, Part.ADVERB) or words[j].low in _TOLD_WHOM
            return j if plain and first and end <= _LONGEST_END else 0
        if words[j].part in (*FINITE, Part.COMMA, Part.SEMICOLON, Part.THAT, Part.QUOTE, Part.RELATIVE):
            return 0
    return 0


def explained(text: str, words: list[Word]) -> Iterator[Told]:
    """ "The inspector put the deaths down to cold": a cause or number that somebody names."""
    for i, word in enumerate(words):
        behind = EXPLAINS.get(word.low, ())
        if not behind or word.part is not Part.FINITE or not any(other.low in behind for other in words[i + 1 : i + 9]):
            continue
        if word.low in ("give", "gives", "gave") and not any(w.low in ("cause", "reason", "ground") for w in words[i:]):
            continue
        if word.low in ("speak", "speaks", "spoke") and words[min(i + 2, len(words) - 1)].part is not Part.NUMBER:
            continue
        begin = i
        while begin and words[begin - 1].part not in (*ENDS, *FINITE, Part.THAT, Part.SUBORDINATOR, Part.RELATIVE):
            begin -= 1
        if words[begin].part is Part.PREPOSITION:  # "In its own report the ministry speaks of …"
            begin = next((j for j in range(begin + 2, i) if words[j].low in ("the", "a", "an")), begin)
        source = speaker(text, words, begin, i, human=True) if begin < i else ""
        if source:
            yield Told(source, "say", begin, len(words), 0, f'"{source} {word.low} …"')
