"""The second stage: the model that is shipped, with a smaller vocabulary and weights of four bits.

It begins as its teacher and goes on learning while its weights are rounded: half from the coders, half from what the
teacher thinks. Beside that it learns to keep the base model's sense of
meaning, on recommendations and on passages of reports.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

import torch
from base import LAYERS, base_vocabulary, base_weights
from batches import SIZE, Numbers, numbered, padded, predicted, shuffled
from learning import Pace, again_and_again, learn
from material import Material, small_vocabulary
from torch import Tensor
from torch.nn import functional
from trunk import Labeller, from_base, rounded

from onrecord.labelling.pieces import Pieces

ROUNDS = 2
SEED = 2
FROM_TEACHER = 0.5
# Of the pieces of a text so many are hidden at each turn: single words must not decide too much.
HIDDEN = 0.1
# The action is one of five and would be outweighed by 54 issues.
ACTION_WEIGHT = 1.5
# Every third step also takes some passages, for their meaning alone.
PASSAGES, PASSAGES_EVERY = 24, 3


@dataclass(frozen=True)
class Lessons:
    """What the pupil is to say: for each text the shares and the meaning; for each passage the meaning."""

    issues: Tensor
    action: Tensor
    meaning: Tensor
    passages: Tensor


def raise_pupil(material: Material, teacher: Labeller, kept: Path) -> tuple[Labeller, list[str]]:
    """The pupil and its vocabulary; taken from the file `kept` if it is there."""
    full = base_vocabulary()
    numbers = small_vocabulary(full, material)
    vocabulary = [full[number] for number in numbers]
    torch.manual_seed(SEED)
    pupil = rounded(_copy(teacher, numbers, len(material.issues)))
    if kept.exists():
        pupil.load_state_dict(torch.load(kept, weights_only=True))
        return pupil, vocabulary
    lessons = _kept_lessons(material, teacher, Pieces(full), kept.with_name("lessons.pt"))
    _learn(pupil, material, lessons, Pieces(vocabulary))
    torch.save(pupil.state_dict(), kept)
    return pupil, vocabulary


def _copy(teacher: Labeller, numbers: list[int], issues: int) -> Labeller:
    weights = dict(teacher.state_dict())
    weights["trunk.word.weight"] = weights["trunk.word.weight"][torch.tensor(numbers)]
    pupil = Labeller(len(numbers), LAYERS, issues)
    pupil.load_state_dict(weights)
    return pupil


def _kept_lessons(material: Material, teacher: Labeller, pieces: Pieces, kept: Path) -> Lessons:
    if kept.exists():
        return Lessons(**torch.load(kept, weights_only=True))
    lessons = _lessons(material, teacher, pieces)
    torch.save({field.name: getattr(lessons, field.name) for field in fields(lessons)}, kept)
    return lessons


def _lessons(material: Material, teacher: Labeller, pieces: Pieces) -> Lessons:
    texts, passages = numbered(pieces, material.texts), numbered(pieces, material.passages)
    issues, action, _ = predicted(teacher, texts)
    base = from_base(base_weights(), torch.arange(len(pieces.words)), list(range(LAYERS)), len(material.issues))
    own = 1 - FROM_TEACHER
    return Lessons(
        own * material.issue_shares + FROM_TEACHER * torch.sigmoid(issues),
        own * material.action_shares + FROM_TEACHER * action.softmax(1),
        predicted(base, texts)[2],
        predicted(base, passages)[2],
    )


def _learn(pupil: Labeller, material: Material, lessons: Lessons, pieces: Pieces) -> None:
    texts, passages = numbered(pieces, material.texts), numbered(pieces, material.passages)
    chance = random.Random(SEED)
    more = again_and_again(partial(shuffled, passages, chance, PASSAGES))
    turn = 0

    def loss_of(batch: list[int]) -> Tensor:
        nonlocal turn
        turn += 1
        loss = _of_texts(pupil, lessons, texts, batch)
        return loss + _of_passages(pupil, lessons, passages, more) if turn % PASSAGES_EVERY == 0 else loss

    steps = ROUNDS * math.ceil(len(texts) / SIZE)
    pace = Pace(steps, rate=1e-4, warm_up=60, heads=3.0, memory=0.97)
    learn(pupil, loss_of, again_and_again(partial(shuffled, texts, chance)), pace)


def _of_texts(pupil: Labeller, lessons: Lessons, texts: list[Numbers], batch: list[int]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        ids, mask = padded([texts[index] for index in batch])
        issues, action, meaning = pupil(_hidden(ids, mask), mask)
    by_issue = functional.binary_cross_entropy_with_logits(issues.float(), lessons.issues[batch], reduction="none")
    by_action = functional.cross_entropy(action.float(), lessons.action[batch])
    labels = by_issue.sum(1).mean() + ACTION_WEIGHT * by_action
    wanted = lessons.meaning[batch]
    apart = (1 - (meaning * wanted).sum(1)).mean()
    among = ((meaning @ meaning.T - wanted @ wanted.T) ** 2).mean()
    return labels + 1.5 * apart + 5 * among


def _hidden(ids: Tensor, mask: Tensor) -> Tensor:
    """The same texts with some pieces as unknown ones (number 0); start and end stay."""
    inner = mask.clone()
    inner[:, 0] = inner[:, -1] = False
    inner[:, :-1] &= mask[:, 1:]
    return torch.where(inner & (torch.rand(ids.shape) < HIDDEN), 0, ids)


def _of_passages(pupil: Labeller, lessons: Lessons, passages: list[Numbers], more: Iterator[list[int]]) -> Tensor:
    some = next(more)
    with torch.autocast("cpu", torch.bfloat16):
        _, _, meaning = pupil(*padded([passages[index] for index in some]))
    return 3 * (1 - (meaning * lessons.passages[some]).sum(1)).mean()
