"""What stands beside a word of a sentence: subject, object, the next word that counts."""

from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.vocabulary.claim_words import listed

_PASSED = frozenset((Part.ADVERB, Part.NOT))
_SUBJECTS = frozenset(
    (
        Part.NOUN,
        Part.PRONOUN,
        Part.RELATIVE,
        Part.THAT,
        Part.CLOSE,
        Part.AND,
        Part.COMMA,
        Part.NUMBER,
        Part.QUOTE,
    )
)
_OBJECTS = frozenset((Part.DETERMINER, Part.PRONOUN, Part.THAT, Part.NUMBER, Part.QUOTE))
_PRONOUN_LIKE = frozenset(("many", "some", "several", "others", "all", "both", "most", "this", "these", "those", "few"))
_PLURAL_NOUNS = listed("plural")


def word_before(words: list[Word], i: int) -> Word | None:
    """The word before ``i`` that is neither adverb nor "not"."""
    i -= 1
    while i >= 0 and words[i].part in _PASSED:
        i -= 1
    return words[i] if i >= 0 else None


def skip_adverbs(words: list[Word], i: int) -> int:
    """Index of the first word from ``i`` on that is neither adverb nor "not"; the last word if there is none."""
    while i < len(words) and words[i].part in _PASSED:
        i += 1
    return min(i, len(words) - 1) if words else 0


def subject_may_stand_before(words: list[Word], i: int) -> bool:
    """Whether what stands before the verb at ``i`` may be its subject."""
    before = word_before(words, i)
    if before is None:
        return False
    return before.part in _SUBJECTS or is_pronoun_like(before)


def is_pronoun_like(word: Word) -> bool:
    """Whether a determiner may stand for a noun: "many were freed"."""
    return word.low in _PRONOUN_LIKE


def subject_of(words: list[Word], i: int) -> Word | None:
    """The noun that the verb at ``i`` agrees with: the head of the phrase before it, not what hangs on "of" or "in"."""
    j, head = i - 1, None
    while j >= 0 and words[j].part not in (
        Part.COMMA,
        Part.SEMICOLON,
        Part.FINITE,
        Part.AUXILIARY,
        Part.OPEN,
        Part.COLON,
        Part.INFINITIVE,
        Part.GERUND,
        Part.SUBORDINATOR,
    ):
        word = words[j]
        if word.part in (Part.RELATIVE, Part.THAT):
            return head or word
        if word.part in (Part.NOUN, Part.PRONOUN) or is_pronoun_like(word):
            head = word if head is None or _hangs(words, j) else head
        j -= 1
    return head


def _hangs(words: list[Word], j: int) -> bool:
    """Whether a preposition follows the noun at ``j``, so that it is the head: "members of the Committee"."""
    return j + 1 < len(words) and words[j + 1].part is Part.PREPOSITION


def is_plural(word: Word) -> bool:
    """Whether a subject goes with verbs in the plural."""
    if word.low in ("they", "we", "you", "who", "which", "that", "these", "those", "many", "some", "several", "others"):
        return True
    if word.low in _PLURAL_NOUNS:
        return True
    return word.low.endswith("s") and not word.low.endswith(("ss", "us", "is", "'s"))


def object_follows(words: list[Word], i: int, *, strict: bool = False) -> bool:
    """Whether what stands behind the verb at ``i`` may be its object: a noun phrase, "that", "to" + verb."""
    j = skip_adverbs(words, i + 1)
    if j <= i:
        return False
    word = words[j]
    if word.part in _OBJECTS:
        return True
    if word.low in ("how", "whether", "what", "to") or word.part is Part.TO:
        return not strict or word.low not in ("to",)
    if word.part is Part.ADJECTIVE or word.part is Part.NOUN or word.part is Part.GERUND:
        return not strict or word.part is Part.ADJECTIVE or word.capital or is_plural(word)
    return False
