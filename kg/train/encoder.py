"""The encoder: a BERT whose token-type embedding holds word shapes, without the parts that a tagger does not need.

Written out rather than taken from a library, so that it exports to a small graph and loads any BERT weights in
safetensors form.
"""

import json
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.analyse.shapes import Shape
from kg.errors import ModelError


class Layer(nn.Module):  # type: ignore[misc]  # torch has no types here
    """One transformer layer, norms after the residuals as in BERT."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.output = nn.Linear(size, size)
        self.attention_norm = nn.LayerNorm(size, eps=1e-12)
        self.inner = nn.Linear(size, inner)
        self.outer = nn.Linear(inner, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Give the layer's states `[windows, pieces, size]`; `mask` is added to the attention scores."""
        shape = (*states.shape[:2], self.heads, -1)
        query, key, value = (each(states).view(shape).transpose(1, 2) for each in (self.query, self.key, self.value))
        attended = self.attend(query, key, value, mask).transpose(1, 2).reshape(states.shape)
        states = self.attention_norm(states + self.dropout(self.output(attended)))
        return self.norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))

    def attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        """Mix values by attention; written out, which is faster on a CPU in bfloat16 than torch's fused form."""
        scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
        return functional.softmax(scores if mask is None else scores + mask.to(scores.dtype), dim=-1) @ value


class Encoder(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Embeddings and layers; gives the states after each.

    Attributes:
        size: width of a state.
    """

    def __init__(self, config: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.size = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], self.size)
        self.positions = nn.Embedding(config["max_position_embeddings"], self.size)
        self.shapes = nn.Embedding(len(Shape), self.size)
        self.norm = nn.LayerNorm(self.size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(self.size, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """Give the states after the embeddings and after each layer, `[windows, pieces, size]` each."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(places) + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        all_states = [states]
        for layer in self.layers:
            states = layer(states, mask)
            all_states.append(states)
        return all_states


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm": "output.LayerNorm",
}


def load_encoder(folder: Path) -> Encoder:
    """Load BERT weights from `config.json` and `model.safetensors`; every shape starts as token type 0.

    Raises:
        ModelError: the folder holds no such weights.
    """
    from safetensors.torch import load_file

    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        weights = load_file(folder / "model.safetensors")
    except FileNotFoundError as error:
        raise ModelError(f"{folder} holds no BERT in safetensors form: {error}") from error
    weights = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
    encoder = Encoder(config)
    encoder.load_state_dict(_renamed(weights, len(encoder.layers)))
    return encoder


def _renamed(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Give BERT's weights under our names."""
    types = weights["embeddings.token_type_embeddings.weight"]
    ours = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "shapes.weight": types[:1].repeat(len(Shape), 1),
    }
    ours.update({f"norm.{part}": weights[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")})
    for layer in range(layers):
        for name, theirs in _NAMES.items():
            for part in ("weight", "bias"):
                ours[f"layers.{layer}.{name}.{part}"] = weights[f"encoder.layer.{layer}.{theirs}.{part}"]
    return ours
