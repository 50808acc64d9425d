"""What an exporter writes."""

import io

from kg.graph import Graph
from kg.registry import resolve


def export(graph: Graph, name: str) -> bytes:
    """Give what the exporter of that name writes."""
    stream = io.BytesIO()
    resolve("exporters", name)(graph, stream)
    return stream.getvalue()
