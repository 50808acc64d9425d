"""From a trained network to the ONNX file that ships."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kg.train.network import TAG_TASKS, Batch, Network, Scores

INPUTS = ("pieces", "shapes", "first", "last")
_REST = Scores._fields[1:]  # all but the tags
OUTPUTS = (*TAG_TASKS, *_REST)

_OPSET = 20  # the first with Gelu
_LARGEST_BYTE = 127.0


class ByteEmbedding(nn.Module):  # type: ignore[misc]  # torch has no types here
    """An embedding in 8 bits, one scale per row: a quarter of the size, no measurable loss."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / _LARGEST_BYTE
        self.register_buffer("weight", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Look up rows."""
        return self.weight[ids].to(self.scale.dtype) * self.scale[ids]


class OneWindow(nn.Module):  # type: ignore[misc]  # torch has no types here
    """The network over a single window, without the dimension of the batch."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Give `OUTPUTS` for `INPUTS`, `int64 [pieces]` twice and `int64 [words]` twice."""
        batch = Batch(*(each.unsqueeze(0) for each in (pieces, shapes, first, last)))
        scores = self.network(batch)
        tags = [scores.tags[task] for task in TAG_TASKS]
        rest = [getattr(scores, name) for name in _REST]
        return tuple(each.squeeze(0) for each in (*tags, *rest))


def export(network: Network, path: Path) -> None:
    """Write the network to an ONNX file: embeddings in 8 bits, the rest in float32."""
    network.eval()
    network.encoder.words = ByteEmbedding(network.encoder.words)
    example = tuple(torch.arange(count) % 7 for count in (40, 40, 30, 30))
    pieces, words = torch.export.Dim("piece", min=3, max=512), torch.export.Dim("word", min=2, max=510)
    program: Any = torch.onnx.export(  # Any: torch has no types here
        OneWindow(network),
        example,
        dynamo=True,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        opset_version=_OPSET,
        dynamic_shapes=({0: pieces}, {0: pieces}, {0: words}, {0: words}),
    )
    program.save(str(path))
