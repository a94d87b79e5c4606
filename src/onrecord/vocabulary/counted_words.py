"""How OHCHR counts the words of a submission: one rule, for papers that are read and for papers that are written.

It stands here because reading papers (``extraction``) and writing them (``tasks``) must count alike and do not know
each other. Source of the rule: OHCHR's technical guidelines for stakeholders' submissions (see ``limits.csv``).
"""

import re

_ANNEX = re.compile(
    r"\W*(?:annex(?:e|es)?|appendix|appendices|endnotes?|footnotes?|notes|references|bibliography)\b", re.I
)
_LONGEST_HEADING = 120


def words_in(text: str) -> int:
    """How many words a text has: what stands between blanks and holds a letter or a figure."""
    return len([word for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word))])


def begins_annex(heading: str) -> bool:
    """Whether what stands below this heading is counted no more: annexes, notes, references."""
    short = len(heading) < _LONGEST_HEADING and not heading.rstrip().endswith(".")
    return short and bool(_ANNEX.match(heading))
