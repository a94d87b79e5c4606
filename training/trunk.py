"""The network that learns: a small BERT with two heads and, for the pupil, rounded weights."""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import parametrize

WIDTH, HEADS, INNER = 384, 12, 1536
GROUP = 64  # as in onrecord.labelling.model_file


class Layer(nn.Module):
    """One layer: attention, then two dense steps, each with its rest and norm."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """One vector a piece in and out."""
        count, length, _ = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(count, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Trunk(nn.Module):
    """Word pieces in; one vector a piece out."""

    def __init__(self, words: int, layers: int, places: int = 512) -> None:
        super().__init__()
        self.word = nn.Embedding(words, WIDTH)
        self.place = nn.Embedding(places, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The vectors of the last layer."""
        x = self.drop(self.norm(self.word(ids) + self.place.weight[: ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Labeller(nn.Module):
    """A trunk with heads for issues and action."""

    def __init__(self, words: int, layers: int, issues: int) -> None:
        super().__init__()
        self.trunk = Trunk(words, layers)
        self.drop = nn.Dropout(0.1)
        self.issues = nn.Linear(2 * WIDTH, issues)
        self.action = nn.Linear(2 * WIDTH, 5)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of issues and action."""
        x = self.trunk(ids, mask)
        held = mask[:, :, None].to(x.dtype)
        mean = (x * held).sum(1) / held.sum(1)
        top = x.masked_fill(~mask[:, :, None], -1e4).amax(1)
        pooled = self.drop(torch.cat([mean, top], 1))
        first = self.drop(torch.cat([x[:, 0], mean], 1))
        return self.issues(pooled), self.action(first)


def from_base(weights: dict[str, Tensor], kept: Tensor, layers: list[int], issues: int) -> Labeller:
    """A labeller that begins with the base model's weights: its `kept` word pieces and its `layers`."""
    made = Labeller(len(kept), len(layers), issues)
    t = made.trunk
    with torch.no_grad():
        t.word.weight.copy_(weights["embeddings.word_embeddings.weight"][kept])
        t.place.weight.copy_(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(t.norm, weights, "embeddings.LayerNorm")
        for layer, number in zip(t.layers, layers, strict=True):
            name = f"encoder.layer.{number}."
            parts = [name + f"attention.self.{part}." for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[part + "weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([weights[part + "bias"] for part in parts]))
            _copy(layer.out, weights, name + "attention.output.dense")
            _copy(layer.norm1, weights, name + "attention.output.LayerNorm")
            _copy(layer.up, weights, name + "intermediate.dense")
            _copy(layer.down, weights, name + "output.dense")
            _copy(layer.norm2, weights, name + "output.LayerNorm")
    return made


def _copy(into: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    into.weight.copy_(weights[name + ".weight"])
    into.bias.copy_(weights[name + ".bias"])


class Rounded(nn.Module):
    """Weights as they will be kept: 16 levels, a scale for each 64 numbers of a row. Learning passes through."""

    def forward(self, weights: Tensor) -> Tensor:
        """The rounded weights."""
        groups = weights.view(weights.shape[0], -1, GROUP)
        scales = (groups.abs().amax(2, keepdim=True) / 7.5).clamp(min=1e-7).half().float()
        levels = (groups / scales).round().clamp(-8, 7) * scales
        return weights + (levels.view(weights.shape) - weights).detach()


def rounded(model: Labeller) -> Labeller:
    """The same model, from now on computing with rounded weights."""
    parts = [getattr(layer, name) for layer in model.trunk.layers for name in ("qkv", "out", "up", "down")]
    for part in [model.trunk.word, *parts]:
        parametrize.register_parametrization(part, "weight", Rounded())
    return model
