"""Numbers that open a paragraph: ``126.``, ``125.12``, ``126.  7``, ``(a)``, ``(iv)``.

Source of the forms: the reports of the UPR Working Group, sessions 1 to 34, and the addenda to them.
"""

import re
from dataclasses import dataclass

_DOTTED = re.compile(r"(\d{1,3})(\s?\.\s{0,3})(\d{1,3})(?:\.(?=\s|$|[A-Z“\"(])|(?=\s|[A-Z“\"]|$))\s*")
_PLAIN = re.compile(r"(\d{1,4})\s?\.(?=\s|[A-Z“\"(])\s*")
_LETTER = re.compile(r"\(([a-z]{1,2}|[ivxl]{1,6})\)\s*")
_ROMAN = re.compile(r"(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3})$")
_YEAR = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number at the start of a line. ``length``: letters to skip to come to the words."""

    number: str
    length: int
    level: int
    dotted: bool = False
    arabic: bool = True


def leading_number(line: str, paragraph: str = "") -> Numbered | None:
    """The number that opens ``line``, or None.

    Args:
        line: the words of a printed line, without leading blanks.
        paragraph: number of the paragraph before it. "126.  7 Adopt" is item 126.7 only below paragraph 126;
            elsewhere it is paragraph 126 that opens with a figure.

    Returns:
        The number; "2014." is taken for a year and gives None.
    """
    if not line or not (line[0].isdigit() or line[0] == "("):
        return None
    match = _DOTTED.match(line)
    # "2.5 million" at the start of a line is a figure: words in small letters open only the item that is due.
    if match and (match[1] == paragraph or (match[2] == "." and not line[match.end() :][:1].islower())):
        return Numbered(f"{match[1]}.{match[3]}", match.end(), 1, dotted=True)
    if match := _PLAIN.match(line):
        if len(match[1]) == 4 and int(match[1]) in _YEAR:
            return None
        return Numbered(match[1], match.end(), 0)
    if match := _LETTER.match(line):
        level = 2 if _ROMAN.match(match[1]) and match[1] != "i" else 1
        return Numbered(f"({match[1]})", match.end(), level, arabic=False)
    return None
