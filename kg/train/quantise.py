"""The exported network in 8 bits."""

from pathlib import Path


def quantise(source: Path, target: Path, keep_float: tuple[str, ...] = ()) -> None:
    """Write a network with the weights of its products in 8 bits, one scale per output.

    Activations are quantised at run time, one scale per window; since a window never shares a call with another
    article's, results do not depend on what else is analysed.

    Args:
        source: ONNX file in float32.
        target: file to write.
        keep_float: names of products that stay as they are.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    products = [node for node in onnx.load(source).graph.node if node.op_type == "MatMul"]
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=[node.name for node in products if node.name in keep_float],
        extra_options={"MatMulConstBOnly": True},
    )
