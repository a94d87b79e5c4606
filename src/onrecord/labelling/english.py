"""Whether a text is in English, as far as the model can tell: it learned from English alone.

The model's word pieces are those of English words. In other languages words fall apart into many pieces, and the small
words that hold English sentences together are missing. Of 7,541 coded recommendations
that were not learned from, all in English, 13 are doubted: short ones with rare words (docs/model-card.md).
"""

import re

from onrecord.labelling.pieces import Pieces

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW, _SOME = 0.45, 0.7
_SHORT = 4  # words; of so few, one long one ("Ratify") can be in pieces
_SMALL = re.compile(
    r"(?<!\w)(?:the|of|and|to|in|for|with|on|its|all|that|by|as|at|from|be|an|or|into|more|their|this|such"
    r"|accede|adopt|amend|abolish|allow|become|combat|consider|continue|develop|end|enact|ensure|establish|expedite"
    r"|facilitate|further|guarantee|implement|improve|increase|intensify|invite|issue|make|pass|pay|promote|protect"
    r"|provide|put|ratify|redouble|remove|repeal|respect|review|set|sign|speed|step|strengthen|submit|support|take"
    r"|undertake|withdraw)(?!\w)",
    re.IGNORECASE,
)


def not_english(text: str, pieces: Pieces) -> bool:
    """Whether the text has too few English words to be trusted with labels; False where it has no words at all.

    >>> from onrecord.labelling.pieces import END, START, UNKNOWN
    >>> pieces = Pieces([UNKNOWN, START, END, "ratify", "the", "convention", "ra", "##tif", "##ier", "la"])
    >>> not_english("Ratify the Convention", pieces), not_english("Ratifier la Convention", pieces)
    (False, True)
    """
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    letters = sum(len(word) for word in words)
    if not letters:
        return False
    share = sum(len(word) for word in words if pieces.whole(word)) / letters
    small = _SMALL.search(text) is not None
    if len(words) <= _SHORT:
        return share < _FEW and not small
    return share < _FEW or (share < _SOME and not small)
