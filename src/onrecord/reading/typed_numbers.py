"""The number or list mark a paragraph begins with, where a whole paragraph is known and no printed lines.

In running text of other authors than the United Nations a line may begin with a figure that is no number of a
paragraph ("2.5 million", "30.06.14"); here such a figure stays in the text.
"""

import re

from onrecord.reading.numbering import Numbered, leading_number

_FIGURE = re.compile(r"\d{1,3}\.\d{1,3}\s+[a-z%€$£°]")
_DATE = re.compile(r"[0-3]?\d\.[01]?\d\.\d\d")
_DEEP = re.compile(r"(\d{1,3}(?:\.\d{1,3}){2,4})\.?\s+(?=\S)")
_BRACKET = re.compile(r"(\(\d{1,3}\)|(?:\d{1,3}|[a-z])\))\s+(?=\S)")
_BULLET = re.compile(r"[-–—*•·▪●○◦‣\uf0b7\uf0a7]\s+(?=\S)")


def typed_number(text: str, paragraph: str = "") -> Numbered | None:
    """The number that opens ``text`` (which has no leading blanks), or None.

    Beside the forms of the United Nations ("12.", "126.44", "(a)") it knows "2.1.3", "3)", "(3)" and "a)".

    Args:
        text: a paragraph.
        paragraph: number of the numbered paragraph before it.
    """
    if _FIGURE.match(text) or _DATE.match(text):
        return None
    if deep := _DEEP.match(text):
        return Numbered(deep[1], deep.end(), deep[1].count("."), dotted=True)
    if bracket := _BRACKET.match(text):
        return Numbered(bracket[1], bracket.end(), 1, arabic="(" in bracket[1] or bracket[1][0].isdigit())
    found = leading_number(text, paragraph)
    return found if found and found.length < len(text.rstrip()) and text[found.length - 1].isspace() else None


def typed_bullet(text: str) -> int:
    """How many characters the list mark takes that ``text`` begins with (``"- "``, ``"• "``); 0 if there is none."""
    match = _BULLET.match(text)
    return match.end() if match else 0
