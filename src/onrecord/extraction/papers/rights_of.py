"""The rights that a claim speaks of, main one first, with the words that show it."""

from onrecord.model import ClaimKind
from onrecord.vocabulary import rights

_UN = "UN cooperation/implementation"
_ABOUT_REVIEWS = (ClaimKind.COMMITMENT, ClaimKind.FULFILMENT, ClaimKind.PROCEDURE, ClaimKind.DOCUMENT)
_OF_SENTENCE = 0.3  # what stands elsewhere in the sentence, in the paragraph, counts less
_OF_PARAGRAPH = 0.15
_FOR_KIND = 3.0
_ELSE = 0.4  # a body of the United Nations that speaks of torture is no claim about cooperation
_MOST = 4


def rights_of(words: str, sentence: str, paragraph: str, kind: ClaimKind) -> tuple[tuple[str, ...], str]:
    """Keys of the vocabulary of rights and the words that led to the first.

    Args:
        words: the claim. sentence, paragraph: what stands around it, "" if nothing does.
        kind: claims about reviews and promises speak of implementation first.
    """
    own = rights.weigh(words)
    weights = dict(own)
    for around, share in ((sentence, _OF_SENTENCE), (paragraph, _OF_PARAGRAPH)):
        for key, weight in rights.weigh(around).items():
            weights[key] = weights.get(key, 0.0) + share * weight
    if kind in _ABOUT_REVIEWS:
        weights[_UN] = weights.get(_UN, 0.0) + _FOR_KIND
    elif kind is ClaimKind.ACT_OF_OTHERS and not set(own) - {_UN}:
        weights[_UN] = weights.get(_UN, 0.0) + _FOR_KIND  # "the envoy visited the country"
    elif _UN in weights:
        weights[_UN] *= _ELSE
    found = rights.chosen(weights)[:_MOST]
    shown = rights.words_for(found[0], words) or rights.words_for(found[0], sentence)
    return found, ", ".join(shown[:4])
