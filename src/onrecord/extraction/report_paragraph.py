"""Which paragraph of the Working Group report a later paper numbers its references by.

"The numbers follow the list in paragraph 115 of the report": then its "18" is item 115.18.
"""

import re

from onrecord.model import Document

_PARAGRAPH_OF_REPORT = re.compile(
    r"\bpara(?:graph|\.)?s?\s+(\d{1,3})\s+(?:of|in)\s+(?:the\s+)?(?:\w+\s+){0,4}?report\b"
    r"|\breport\b[^.;]{0,80}?\bpara(?:graph|\.)?\s+(\d{1,3})\b|A/HRC/\d+/\d+,?\s+para(?:graph|\.)?\s+(\d{1,3})",
    re.I,
)


def report_paragraph(document: Document) -> str:
    """The one paragraph of a Working Group report that this paper names beside recommendations, notes included.

    Returns:
        Its number; "" if the paper names none, or several.
    """
    named = {
        next(filter(None, match.groups()))
        for paragraph in document.paragraphs
        if "recommendation" in paragraph.text.lower()
        for match in _PARAGRAPH_OF_REPORT.finditer(paragraph.text)
    }
    return named.pop() if len(named) == 1 else ""
