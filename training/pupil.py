"""The second stage: the model that is shipped, with a smaller vocabulary and weights of four bits.

It begins as its teacher and goes on learning while its weights are rounded and some pieces of each text are hidden:
half from the coders, half from what the teacher thinks of the whole text.
"""

import math
import random
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

import torch
from base import LAYERS, base_vocabulary
from batches import SIZE, Numbers, numbered, padded, predicted, shuffled
from learning import Pace, again_and_again, learn
from material import Material, small_vocabulary
from torch import Tensor
from torch.nn import functional
from trunk import Labeller, rounded

from onrecord.labelling.pieces import Pieces

ROUNDS = 2
SEED = 2
FROM_TEACHER = 0.5
# Of the pieces of a text so many are hidden at each turn: single words must not decide too much.
HIDDEN = 0.1
# The action is one of five and would be outweighed by 54 issues.
ACTION_WEIGHT = 1.5


@dataclass(frozen=True)
class Lessons:
    """What the pupil is to say: for each text the shares of issues and actions."""

    issues: Tensor
    action: Tensor


def raise_pupil(material: Material, teacher: Labeller, kept: Path) -> tuple[Labeller, list[str]]:
    """The pupil and its vocabulary; taken from the file `kept` if it is there."""
    full = base_vocabulary()
    numbers = small_vocabulary(full, material)
    vocabulary = [full[number] for number in numbers]
    torch.manual_seed(SEED)
    pupil = rounded(copied(teacher, numbers, len(material.issues)))
    if kept.exists():
        pupil.load_state_dict(torch.load(kept, weights_only=True))
        return pupil, vocabulary
    lessons = _kept_lessons(material, teacher, Pieces(full), kept.with_name("lessons.pt"))
    _learn(pupil, material, lessons, Pieces(vocabulary))
    torch.save(pupil.state_dict(), kept)
    return pupil, vocabulary


def copied(teacher: Labeller, numbers: list[int], issues: int) -> Labeller:
    """The same model with these word pieces alone."""
    weights = dict(teacher.state_dict())
    weights["trunk.word.weight"] = weights["trunk.word.weight"][torch.tensor(numbers)]
    pupil = Labeller(len(numbers), LAYERS, issues)
    pupil.load_state_dict(weights)
    return pupil


def _kept_lessons(material: Material, teacher: Labeller, pieces: Pieces, kept: Path) -> Lessons:
    if kept.exists():
        stored = torch.load(kept, weights_only=True)
        return Lessons(**{field.name: stored[field.name] for field in fields(Lessons)})
    lessons = _lessons(material, teacher, pieces)
    torch.save({field.name: getattr(lessons, field.name) for field in fields(lessons)}, kept)
    return lessons


def _lessons(material: Material, teacher: Labeller, pieces: Pieces) -> Lessons:
    issues, action = predicted(teacher, numbered(pieces, material.texts))
    own = 1 - FROM_TEACHER
    return Lessons(
        own * material.issue_shares + FROM_TEACHER * torch.sigmoid(issues),
        own * material.action_shares + FROM_TEACHER * action.softmax(1),
    )


def _learn(pupil: Labeller, material: Material, lessons: Lessons, pieces: Pieces) -> None:
    texts = numbered(pieces, material.texts)
    chance = random.Random(SEED)
    steps = ROUNDS * math.ceil(len(texts) / SIZE)
    pace = Pace(steps, rate=1e-4, warm_up=60, heads=3.0, memory=0.97)
    batches = again_and_again(partial(shuffled, texts, chance))
    learn(pupil, partial(_loss, pupil, lessons, texts), batches, pace)


def _loss(pupil: Labeller, lessons: Lessons, texts: list[Numbers], batch: list[int]) -> Tensor:
    ids, mask = padded([texts[index] for index in batch])
    with torch.autocast("cpu", torch.bfloat16):
        issues, action = pupil(_hidden(ids, mask), mask)
    by_issue = functional.binary_cross_entropy_with_logits(issues.float(), lessons.issues[batch], reduction="none")
    by_action = functional.cross_entropy(action.float(), lessons.action[batch])
    return by_issue.sum(1).mean() + ACTION_WEIGHT * by_action


def _hidden(ids: Tensor, mask: Tensor) -> Tensor:
    """The same texts with some pieces as unknown ones (number 0); start and end stay."""
    inner = mask.clone()
    inner[:, 0] = inner[:, -1] = False
    inner[:, :-1] &= mask[:, 1:]
    return torch.where(inner & (torch.rand(ids.shape) < HIDDEN), 0, ids)
