"""Golden files of the three articles; `python -m tests.export.golden` writes them anew."""

import io
from pathlib import Path

from kg.graph import Graph
from kg.registry import resolve
from tests.builders import sample_articles

FILES = {"turtle": "graph.ttl", "trig": "graph.trig", "jsonlines": "graph.jsonl", "csv": "graph.csv"}
FOLDER = Path(__file__).parent / "talks"


def exported(name: str) -> bytes:
    graph = Graph.in_memory()
    graph.add_all(sample_articles())
    stream = io.BytesIO()
    resolve("exporters", name)(graph, stream)
    return stream.getvalue()


if __name__ == "__main__":
    for name, file in FILES.items():
        (FOLDER / file).write_bytes(exported(name))
