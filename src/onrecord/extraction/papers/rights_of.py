"""The rights that a claim speaks of, main one first, with the words that show it."""

from onrecord.model import ClaimKind
from onrecord.vocabulary import rights

_UN = "UN cooperation/implementation"
_ABOUT_REVIEWS = (ClaimKind.COMMITMENT, ClaimKind.FULFILMENT, ClaimKind.PROCEDURE, ClaimKind.DOCUMENT)
_OF_SENTENCE = 0.3  # what stands elsewhere in the sentence, in the paragraph, counts less
_OF_PARAGRAPH = 0.08
_FOR_KIND = 3.0
_MOST = 4


def rights_of(words: str, sentence: str, paragraph: str, kind: ClaimKind) -> tuple[tuple[str, ...], str]:
    """Keys of the vocabulary of rights and the words that led to the first.

    Args:
        words: the claim. sentence, paragraph: what stands around it, "" if nothing does.
        kind: claims about reviews and promises speak of implementation first.
    """
    weights = rights.weigh(words)
    for around, share in ((sentence, _OF_SENTENCE), (paragraph, _OF_PARAGRAPH)):
        for key, weight in rights.weigh(around).items():
            weights[key] = weights.get(key, 0.0) + share * weight
    if kind in _ABOUT_REVIEWS:
        weights[_UN] = weights.get(_UN, 0.0) + _FOR_KIND
    found = rights.chosen(weights)[:_MOST]
    shown = rights.words_for(found[0], words) or rights.words_for(found[0], sentence)
    return found, ", ".join(shown[:4])
