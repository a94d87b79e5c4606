"""What identity and layout both ask of a document is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from onrecord.model import Document

Result = TypeVar("Result")


def once(work: Callable[[Document], Result]) -> Callable[[Document], Result]:
    """``work`` that remembers its last document and result; whoever asks again for that document gets the same object.

    Only the last one is kept, and told by identity: a document is asked about by one extractor right after the other.
    """
    last: list[tuple[Document, Result]] = []

    @wraps(work)
    def remembered(document: Document) -> Result:
        for known, result in tuple(last):
            if known is document:
                return result
        result = work(document)
        last[:] = [(document, result)]
        return result

    return remembered
