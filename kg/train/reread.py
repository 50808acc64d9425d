"""A shipped model read back into a network that can be trained on.

Weights come back as their 8 bits say; parts that the model does not have keep the values that they begin with.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kg.analyse.model import NETWORK, load_model
from kg.errors import ModelError
from kg.train.network import Network

_PREFIX = "network."
_BIAS = ".bias"


def reread(network: Network, folder: Path) -> list[str]:
    """Set a network's weights to those of a model folder; gives the names of the weights that it lacks.

    Raises:
        ModelError: the folder holds no model, or one of other sizes.
    """
    pairs = load_model(folder).pairs
    state = {name: torch.from_numpy(value) for name, value in _weights(folder / NETWORK).items()}
    state["distances"] = torch.from_numpy(pairs.distances)
    _refuse_other_sizes(network.state_dict(), state, folder)
    return list(network.load_state_dict(state, strict=False).missing_keys)


def _refuse_other_sizes(ours: dict[str, Tensor], theirs: dict[str, Tensor], folder: Path) -> None:
    """Compare the sizes of the weights that both have."""
    for name, value in theirs.items():
        if name not in ours or ours[name].shape != value.shape:
            raise ModelError(
                f"{folder / NETWORK} has {name} {list(value.shape)}, the recipe asks for "
                f"{list(ours[name].shape) if name in ours else 'none'}: take the sizes of the recipe that made it"
            )


def _weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """Give the weights in an exported network by the network's own names.

    Biases, norms and tables keep their names when exported. The weight of a linear layer does not: it is the constant
    of the product that the layer's bias is added to.
    """
    import onnx

    graph = onnx.load(str(path)).graph
    constants = {each.name: np.array(onnx.numpy_helper.to_array(each)) for each in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    found = {name.removeprefix(_PREFIX): value for name, value in constants.items() if name.startswith(_PREFIX)}
    for node in graph.node:
        if node.op_type == "Add":
            for bias, product in (node.input, reversed(node.input)):
                name = bias.removeprefix(_PREFIX).removesuffix(_BIAS) + ".weight"
                if bias.startswith(_PREFIX) and bias.endswith(_BIAS) and name not in found:
                    found[name] = np.ascontiguousarray(_factor(product, makers, constants).T)
    found["encoder.words.weight"] = _word_pieces(graph, constants)
    found["mix"] = _mix(graph, constants)
    return found


def _factor(product: str, makers: dict[str, Any], constants: dict[str, Any]) -> NDArray[np.float32]:  # Any: onnx
    """Give the constant of a product, `[in, out]`, in float32 or made from 8 bits and a scale per output."""
    node = makers[product]
    while node.op_type in ("Mul", "Cast"):  # scales are multiplied to the whole numbers
        node = makers[node.input[0]]
    weight = constants[node.input[1]]
    if node.op_type == "MatMulInteger":
        scale = constants[node.input[1].removesuffix("_quantized") + "_scale"]
        return np.asarray(weight.astype(np.float32) * scale, dtype=np.float32)
    return np.asarray(weight, dtype=np.float32)


def _word_pieces(graph: Any, constants: dict[str, Any]) -> NDArray[np.float32]:  # Any: onnx
    """Give the table of word pieces: rows in 8 bits, and a scale for each."""
    tables = [constants[node.input[0]] for node in graph.node if node.op_type == "GatherND"]
    rows = next(table for table in tables if table.dtype == np.int8)
    scales = next(table for table in tables if table.dtype != np.int8)
    return np.asarray(rows.astype(np.float32) * scales, dtype=np.float32)


def _mix(graph: Any, constants: dict[str, Any]) -> NDArray[np.float32]:  # Any: onnx
    """Give the mix of layers, of which the softmax is stored: a constant each, `getitem` with a number."""
    shares = sorted((each.name for each in graph.initializer if each.name.startswith("getitem")), key=_place)
    return np.log(np.array([constants[name] for name in shares], dtype=np.float32))


def _place(name: str) -> int:
    """Give the number at the end of `getitem_3`, 0 for `getitem`."""
    return int(name.partition("_")[2] or 0)
