"""A new draft over a paper on which people have worked: their words stay, whatever the record says now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.model.written import Block


@dataclass(frozen=True, slots=True)
class Merged:
    """A paper with what is new.

    Attributes:
        blocks: the paper; what nobody had edited is as the record has it now.
        offered: new blocks that nobody took yet.
        renewed: ids of untouched blocks whose words are others now.
        edited: ids of blocks that were edited and stay, though the record has other words now.
        gone: ids of untouched blocks for which the record holds nothing any more; they stay until somebody decides.
    """

    blocks: tuple[Block, ...]
    offered: tuple[Block, ...]
    renewed: tuple[str, ...]
    edited: tuple[str, ...]
    gone: tuple[str, ...]


def merge(old: Sequence[Block], new: Sequence[Block], *, seen: Collection[str], take: Collection[str] = ()) -> Merged:
    """Bring a paper up to date.

    Args:
        old: the blocks of the paper as it is.
        new: those of the new draft.
        seen: ids of all blocks that any version of the paper ever had: what an author took out is not offered again.
        take: ids of new blocks that shall be put in.
    """
    fresh = {block.id: block for block in new}
    kept: list[Block] = []
    renewed, edited, gone = [], [], []
    for block in old:
        now = fresh.get(block.id)
        if not block.id:
            kept.append(block)
        elif block.edited:
            kept.append(block)
            edited += [block.id] if now and now.fingerprint != block.fingerprint else []
        elif now:
            kept.append(now)
            renewed += [block.id] if now.fingerprint != block.fingerprint else []
        elif "/gap-" not in block.id:  # a gap that is filled is no gap
            kept.append(block)
            gone.append(block.id)
    known = {block.id for block in old}
    missing = [block for block in new if block.id not in known and block.id not in seen]
    for block in (one for one in missing if one.id in take):
        kept.insert(_behind(kept, block), block)
    offered = tuple(block for block in missing if block.id not in take)
    return Merged(tuple(kept), offered, tuple(renewed), tuple(edited), tuple(gone))


def _behind(blocks: Sequence[Block], block: Block) -> int:
    """Behind the last block of its section; at the end if the section is not there."""
    section = block.id.partition("/")[0]
    own = [n for n, one in enumerate(blocks) if one.id.partition("/")[0] == section and one.id]
    return own[-1] + 1 if own else len(blocks)
