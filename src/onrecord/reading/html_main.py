"""Decides which blocks of a web page are its text, and which are furniture around it."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from onrecord.reading.html_blocks import Block, Furniture, PageWalk

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_ELEMENTS = 30_000  # above that trafilatura takes seconds; the rules on tags and names must do
_LONG = 25  # characters of a block that will not stand by chance inside another
_LEAST_SHARE = 0.25  # of all letters: less than that cannot be all of the page's text
_SPACE = re.compile(r"\s+")
_LINK_LIST = 0.5  # a block with more of its letters in links is a list of links


def main_blocks(root: Element, page: PageWalk) -> list[Block]:
    """The blocks that are text.

    trafilatura says where the text begins and ends; between the two everything stays that is not plainly furniture by
    its tag, its name, or by being all links. trafilatura alone leaves out headings, lists and notes.
    """
    candidates = _unfurnished(page)
    if page.elements > _MOST_ELEMENTS:
        return candidates
    kept = _kept_by_trafilatura(root, page, candidates)
    if not kept:
        return candidates
    first = _title_before(candidates, kept[0], page)
    between = candidates[first : kept[-1] + 1]
    chosen = set(kept)
    result = [
        block for i, block in enumerate(between, start=first) if i in chosen or not _is_link_list(block, page.found)
    ]
    return result if _letters(result) >= _LEAST_SHARE * _letters(candidates) else candidates


def _unfurnished(page: PageWalk) -> list[Block]:
    for least in (Furniture.BY_NAME, Furniture.BY_TAG):
        rest = [block for block in page.blocks if block.furniture < least]
        if _letters(rest) >= _LEAST_SHARE * _letters(page.blocks):
            return rest
    return page.blocks


def _kept_by_trafilatura(root: Element, page: PageWalk, candidates: list[Block]) -> list[int]:
    """Indexes of the candidates whose words trafilatura keeps."""
    from trafilatura import extract  # half a second to load, and only web pages need it

    text = extract(deepcopy(root), fast=True, favor_recall=True, include_comments=False, output_format="txt") or ""
    lines = {_packed(line) for line in text.splitlines()}
    whole = _packed(text)
    kept = []
    for index, block in enumerate(candidates):
        packed = _packed(page.found[block.start : block.end])
        if packed in lines or (len(packed) >= _LONG and packed in whole):
            kept.append(index)
    while kept and _is_link_list(candidates[kept[0]], page.found):  # "Skip to the content"
        del kept[0]
    return kept


def _title_before(candidates: list[Block], first: int, page: PageWalk) -> int:
    """The index of the page's title, if it stands above the first block kept; else that block's."""
    for index in range(first - 1, max(first - 12, -1), -1):
        if candidates[index].tag == "h1" and not _is_link_list(candidates[index], page.found):
            return index
    return first


def _is_link_list(block: Block, found: str) -> bool:
    return block.linked > _LINK_LIST * len(found[block.start : block.end].strip()) and block.cell is None


def _packed(text: str) -> str:
    return _SPACE.sub("", text)


def _letters(blocks: list[Block]) -> int:
    return sum(block.end - block.start for block in blocks)
