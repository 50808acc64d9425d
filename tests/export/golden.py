"""Golden files of the three articles; `python -m tests.export.golden` writes them anew."""

from pathlib import Path

from tests.builders import graph_of, sample_articles
from tests.export.written import export

FILES = {"turtle": "graph.ttl", "trig": "graph.trig", "jsonlines": "graph.jsonl", "csv": "graph.csv"}
FOLDER = Path(__file__).parent / "talks"


def exported(name: str) -> bytes:
    return export(graph_of(*sample_articles()), name)


if __name__ == "__main__":
    for name, file in FILES.items():
        (FOLDER / file).write_bytes(exported(name))
