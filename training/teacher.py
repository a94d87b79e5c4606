"""The first stage: the whole base model learns issues and actions from the coded texts."""

import math
import random
from functools import partial
from pathlib import Path

import torch
from base import LAYERS, base_vocabulary, base_weights
from batches import SIZE, numbered, padded, shuffled
from learning import Pace, again_and_again, learn
from material import Material
from torch import Tensor
from torch.nn import functional
from trunk import Labeller, from_base

from onrecord.labelling.pieces import Pieces

ROUNDS = 5
SEED = 1


def teach(material: Material, kept: Path) -> Labeller:
    """The teacher; taken from the file `kept` if it is there."""
    vocabulary = base_vocabulary()
    torch.manual_seed(SEED)
    model = from_base(base_weights(), torch.arange(len(vocabulary)), list(range(LAYERS)), len(material.issues))
    if kept.exists():
        model.load_state_dict(torch.load(kept, weights_only=True))
        return model
    texts = numbered(Pieces(vocabulary), material.texts)

    def loss_of(batch: list[int]) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            issues, action = model(*padded([texts[index] for index in batch]))
        by_issue = functional.binary_cross_entropy_with_logits(
            issues.float(), material.issue_shares[batch], reduction="none"
        )
        return by_issue.sum(1).mean() + functional.cross_entropy(action.float(), material.action_shares[batch])

    chance = random.Random(SEED)
    steps = ROUNDS * math.ceil(len(texts) / SIZE)
    pace = Pace(steps, rate=2e-4, warm_up=150, heads=5.0, memory=0.98)
    learn(model, loss_of, again_and_again(partial(shuffled, texts, chance)), pace)
    torch.save(model.state_dict(), kept)
    return model
