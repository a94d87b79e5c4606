"""Ids of claims and proposals, made of content: a new reading of the same file gives the same ones."""

import hashlib
from collections import Counter


class ContentIds:
    """Gives ids for what one document says.

    An id follows from the document, the folded words and how often the same words came before. Where they stand and how
    many other things were found does not count: judgements survive a reading that has learnt to read better.
    """

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._seen: Counter[str] = Counter()

    def of(self, kind: str, words: str) -> str:
        """The id of the next thing of this kind ("claim", "proposal") with these words."""
        said = f"{kind} {' '.join(words.casefold().split())}"
        content = f"{self._sha256}\n{said}\n{self._seen[said]}"
        self._seen[said] += 1
        return f"{kind}-{hashlib.sha256(content.encode()).hexdigest()[:16]}"
