"""Texts as numbers, in batches of about one length."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from trunk import Labeller

from onrecord.labelling.network import WINDOW
from onrecord.labelling.pieces import Pieces

SIZE = 32
# Batches are cut from so many texts that were sorted by length: little padding, still a good shuffle.
SORTED = SIZE * 50
Numbers = list[int]


def numbered(pieces: Pieces, texts: Sequence[str]) -> list[Numbers]:
    """The numbers of the pieces of each text, with the marks of start and end."""
    return [[pieces.start, *(piece.id for piece in pieces.cut(text, WINDOW)), pieces.end] for text in texts]


def padded(texts: Sequence[Numbers]) -> tuple[Tensor, Tensor]:
    """A batch: the numbers, and where there are any."""
    length = max(map(len, texts))
    ids = torch.zeros(len(texts), length, dtype=torch.long)
    mask = torch.zeros(len(texts), length, dtype=torch.bool)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = torch.tensor(text)
        mask[row, : len(text)] = True
    return ids, mask


def shuffled(texts: Sequence[Numbers], chance: random.Random, size: int = SIZE) -> Iterator[list[int]]:
    """One round: every text's index once, in batches of about one length, in an order left to chance."""
    order = list(range(len(texts)))
    chance.shuffle(order)
    batches = []
    for first in range(0, len(order), SORTED):
        some = sorted(order[first : first + SORTED], key=lambda index: len(texts[index]))
        batches += [some[at : at + size] for at in range(0, len(some), size)]
    chance.shuffle(batches)
    yield from batches


@torch.no_grad()
def predicted(model: Labeller, texts: Sequence[Numbers]) -> tuple[Tensor, Tensor]:
    """Logits of issues and action, a row for each text."""
    model.eval()
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    rows: list[tuple[Tensor, ...]] = []
    for first in range(0, len(order), 64):
        ids, mask = padded([texts[index] for index in order[first : first + 64]])
        with torch.autocast("cpu", torch.bfloat16):
            rows.append(tuple(part.float() for part in model(ids, mask)))
    back = torch.tensor(order).argsort()
    issues, action = (torch.cat(parts)[back] for parts in zip(*rows, strict=True))
    model.train()
    return issues, action
