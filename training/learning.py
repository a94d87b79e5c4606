"""The loop that both models go through: warm up, go down in a straight line, keep a running mean of the weights."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from trunk import Labeller

HEADS = ("issues", "action")
TOLD_EVERY = 50


@dataclass(frozen=True)
class Pace:
    """How fast and how long to learn."""

    steps: int
    rate: float
    warm_up: int
    heads: float  # the heads begin from nothing and go so many times faster
    memory: float  # share of the running mean that stays when it is brought up to date, every fifth step


def learn(model: Labeller, loss_of: Callable[[list[int]], Tensor], batches: Iterable[list[int]], pace: Pace) -> None:
    """Teach `model` for ``pace.steps`` batches; at the end it holds the running mean of its weights."""
    optimizer = _optimizer(model, pace)
    mean = {name: weight.detach().clone() for name, weight in model.named_parameters()}
    began, lost = time.monotonic(), 0.0
    model.train()
    for step, batch in zip(range(1, pace.steps + 1), batches, strict=False):
        speed = min(1.0, step / pace.warm_up) * max(0.02, 1 - step / pace.steps)
        for group in optimizer.param_groups:
            group["lr"] = pace.rate * speed * group["times"]
        loss = loss_of(batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        lost += loss.item()
        if step % 5 == 0:
            _remember(mean, model, min(pace.memory, (1 + step / 5) / (10 + step / 5)))
        if step % TOLD_EVERY == 0:
            print(
                f"  step {step} of {pace.steps}, loss {lost / TOLD_EVERY:.4f}, {time.monotonic() - began:.0f} s",
                flush=True,
            )
            lost = 0.0
    model.load_state_dict({**model.state_dict(), **mean})


def again_and_again(round_: Callable[[], Iterator[list[int]]]) -> Iterator[list[int]]:
    """One round after the other."""
    while True:
        yield from round_()


def _optimizer(model: Labeller, pace: Pace) -> torch.optim.Optimizer:
    groups = []
    for heads in (False, True):
        for matrices in (False, True):
            weights = [
                weight
                for name, weight in model.named_parameters()
                if name.startswith(HEADS) == heads and (weight.ndim > 1) == matrices
            ]
            decay = 0.01 if matrices else 0.0
            groups.append({"params": weights, "weight_decay": decay, "times": pace.heads if heads else 1.0})
    return torch.optim.AdamW(groups, lr=pace.rate, betas=(0.9, 0.98), fused=True)


@torch.no_grad()
def _remember(mean: dict[str, Tensor], model: Labeller, kept: float) -> None:
    for name, weight in model.named_parameters():
        mean[name].lerp_(weight, 1 - kept)
