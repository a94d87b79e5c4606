"""What a written paper asks: the lines under its headings that recommend."""

import re
from collections.abc import Iterator

from onrecord.model.written import blocks_of
from onrecord.vocabulary import paper_words

_QUOTED = re.compile(r"[“«]([^“”«»]{12,})[”»]")


def recommendations_in(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    """Line, words and heading of each recommendation that the paper makes."""
    heading = ""
    for block in blocks_of(text):
        if block.text.startswith("#"):
            heading = block.text.lstrip("# ")
        elif is_asked(heading, language):
            for n, words in enumerate(block.text.split("\n")):
                bare = re.sub(r"\[@[^\]]*\]", "", words).lstrip("-*0123456789.) ").strip()
                quoted = _QUOTED.search(bare)
                if bare and not bare.startswith("[") and not bare.endswith(":"):
                    yield block.line + n, quoted[1] if quoted else bare, heading


def is_asked(heading: str, language: str) -> bool:
    """Whether a heading stands above what a paper recommends."""
    bare = heading.lstrip("# ").casefold()
    return bare == paper_words.say("section.asked", language).casefold() or "recommend" in bare
