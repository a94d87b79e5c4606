"""Shares of plans and promises that are said to be fulfilled: "only fulfilled 23 % of its goals"."""

import re

from onrecord.model import Figure

_PER_CENT = re.compile(r"^(?:%|per\s*cent\b)", re.IGNORECASE)
_PROMISED = re.compile(
    r"\b(?:plan|programme|program|strategy|goals?|measures|recommendations?|commitments?|promises?|pledges?)\b",
    re.IGNORECASE,
)
_FULFILLED = re.compile(
    r"\b(?:fulfil\w*|implement\w*|achiev\w+|reali[sz]\w+|carried\s+out|complet\w+|met)\b", re.IGNORECASE
)
_NEAR = 40  # characters: "23 % of its goals", "was fulfilled by only 23 %"


def is_share_of_promises(text: str, figure: Figure, start: int) -> bool:
    """Whether a figure is the share of a plan, of goals or of promises that is fulfilled.

    Shares of other things in a sentence that speaks of commitments are not ("0.7 per cent of its national product").

    Args:
        text: the claim in which the figure stands.
        figure: one of its figures.
        start: where the claim begins, in the text of its document.
    """
    if figure.value is None or not _PER_CENT.match(figure.what) or not _FULFILLED.search(text):
        return False
    before, after = text[: max(figure.start - start, 0)], text[max(figure.end - start, 0) :]
    behind = _PROMISED.search(f"{figure.what} {after[:_NEAR]}")
    done = _FULFILLED.search(before, max(len(before) - _NEAR, 0))
    return bool(behind or (done and _PROMISED.search(before, 0, done.start())))
