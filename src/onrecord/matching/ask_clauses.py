"""Cuts a text into what is asked one by one, and tells what is said of who asks and of the harm that is done."""

import re
from collections.abc import Iterator

from onrecord.vocabulary import ask_words, verbs
from onrecord.vocabulary.asking import ask_verbs

_SENTENCE = re.compile(r"[.;:]\s+(?=[A-Za-z])")
# "The State should …". Not where something shall be done with it: "prisons must be closed".
_MODAL = re.compile(
    r"^[^.;:]{0,120}?\b(?:should|must|shall|needs?\s+to|ought\s+to|(?:is|are)\s+urged\s+to)\s+(?:also\s+)?"
    r"(?!(?:no\s+longer\s+|not\s+|never\s+)?be\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\s*(?:(?:we|i)\s+)?(?:urges?|calls?\s+(?:up)?on|recommends?|asks?|requests?)\b[^.;:]{0,80}?\b(?:to|that)\s+",
    re.IGNORECASE,
)
# "…, which permits censorship": what is wrong with what shall go.
_HARM = re.compile(
    r",?\s+(?:which|that)\s+(?:(?:(?:may|can|could|might|is|are|has\s+been|have\s+been)\s+(?:be\s+)?"
    r"(?:used|abused|misused|applied)\s+to)|(?:unduly\s+|unnecessarily\s+|severely\s+|arbitrarily\s+)?"
    r"(?:permits?|allows?|enables?|restricts?|limits?|criminali[sz]es?|punish(?:es)?|prevents?|hinders?"
    r"|suppress(?:es)?|violates?|prohibits?|impedes?|threatens?|discriminates?))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[,;]\s*(?:and\s+|or\s+)?(?:as\s+well\s+as\s+)?(?:including\s+)?(?:also\s+by\s+|by\s+)?"
    r"|\s+and\s+(?:to\s+|by\s+|also\s+)?|\s+(?:including\s+)?by\s+"
)
_NEXT = re.compile(
    r"(?:(?:to|should|must|shall|also|further|fully|immediately|promptly|effectively|thoroughly|closely|not)\s+)*"
    r"([a-z][a-z-]+)(\s+\S+)?",
    re.IGNORECASE,
)
# "support for", "review of": the word before is a noun.
_NOT_A_VERB_BEFORE = {"of", "for", "in", "to", "and", "or", "on", "at", "by", "with", "from", "against", "among"}
_NOT_A_VERB_BEFORE |= {"between", "is", "are", "was", "were", "has", "have"}
_SHORTEST_CLAUSE = 2  # words
_A_LAW = r"\b(?:articles?|laws?|code|act|decree|legislation|provisions?|bill|sections?)\b"
_TWO_LAWS = re.compile(
    rf"{_A_LAW}.*?(?P<joint>,?\s+(?:and|as\s+well\s+as)\s+)(?:the|its|all|any)\s+(?:[\w-]+\s+){{0,4}}?{_A_LAW}",
    re.IGNORECASE,
)


def cut_into_asks(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """For each sentence its asks, and the harm it tells of what shall go ("which permits …"), "" if it tells none."""
    for sentence in _SENTENCE.split(text):
        main, harm = _cut(_without_asker(sentence), _HARM)
        yield tuple(one for part in _parts(main) for one in _objects(part)), harm


def _without_asker(text: str) -> str:
    """What is asked without who is asked; of "prisons must be closed" nothing is left out."""
    for pattern in (_MODAL, _LEADING):
        if (found := pattern.match(text)) and found.end() < len(text):
            return text[found.end() :]
    return text


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """What stands before the first match, and what begins with it."""
    found = pattern.search(text)
    return (text[: found.start()], text[found.start() :].lstrip(" ,")) if found else (text, "")


def _parts(text: str) -> Iterator[str]:
    """The asks of a text: cut where a verb of asking opens another one."""
    start = 0
    for joint in _JOINT.finditer(text):
        if (
            joint.start() > start
            and _opens_ask(text, joint.end())
            and len(text[start : joint.start()].split()) >= _SHORTEST_CLAUSE
        ):
            yield text[start : joint.start()]
            start = joint.end()
    if text[start:].strip():
        yield text[start:]


def _objects(part: str) -> list[str]:
    """ "Abolish this law and that act": each law with the verb before it."""
    verb = re.match(r"\s*(?:\w+ly\s+)?(\w+)\s", part)
    found = _TWO_LAWS.search(part)
    if not verb or not found or not {s.key for s in ask_words.actions_in([verb[1].lower()])} & {"repeal", "amend"}:
        return [part]
    return [part[: found.start("joint")], f"{verb[1]} {part[found.end('joint') :]}"]


def _opens_ask(text: str, start: int) -> bool:
    found = _NEXT.match(text, start)
    if not found or not found[2]:
        return False
    word, following = found[1].lower(), found[2].strip().lower()
    if _base(word) not in ask_verbs() or following.endswith(","):
        return False
    may_be_noun = verbs.OTHER in verbs.kinds_of(word)
    return not (may_be_noun and following.strip(".,;") in _NOT_A_VERB_BEFORE)


def _base(word: str) -> str:
    """A gerund's verb, if it is a verb of asking: "abolishing" gives "abolish"."""
    if word.endswith("ing"):
        for candidate in (word[:-3], word[:-3] + "e", word[:-4]):
            if candidate in ask_verbs():
                return candidate
    return word
