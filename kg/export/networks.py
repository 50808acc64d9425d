"""Networks for Gephi, Cytoscape, yEd and networkx: entities and the affirmed relations between them.

What the articles only deny, doubt, plan or allege is left out, because these tools draw every edge
alike; the tables and the RDF formats have it.
"""

import re
from typing import TYPE_CHECKING, BinaryIO

from kg.graph import Graph
from kg.graph.support import best, summarize
from kg.knowledge import Statement
from kg.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_META = re.compile("<meta .*?</meta>", re.DOTALL)


def export_graphml(graph: Graph, stream: BinaryIO) -> None:
    """Write GraphML."""
    import networkx

    text = "\n".join(networkx.generate_graphml(network(graph), edge_id_from_attribute="id"))
    stream.write(_DECLARATION + text.encode() + b"\n")


def export_gexf(graph: Graph, stream: BinaryIO) -> None:
    """Write GEXF; the ids of edges are unique, which Gephi needs."""
    import networkx

    text = "\n".join(networkx.generate_gexf(network(graph)))
    # networkx writes its version and the day, so that the bytes would change.
    text = _META.sub("<meta><creator>newskg</creator></meta>", text, count=1)
    stream.write(_DECLARATION + text.encode() + b"\n")


def network(graph: Graph) -> "MultiDiGraph[str]":
    """Give the affirmed relations between entities as a networkx graph, each statement an edge with its id as key."""
    from networkx import MultiDiGraph

    result: MultiDiGraph[str] = MultiDiGraph()
    for entity in graph.entities():
        result.add_node(
            entity.id,
            label=entity.label,
            kind=entity.kind,
            type=entity.type,
            aliases=" | ".join(entity.aliases),
            articles=len(graph.articles_of(entity.id)),
        )
    vocabulary = load_vocabulary()
    for statement, weight in graph.edges().items():
        label = vocabulary.predicate(statement.predicate).label
        result.add_edge(
            statement.subject,
            statement.object,
            key=statement.id,
            id=statement.id,
            label=label,
            predicate=statement.predicate,
            weight=weight,
            **_attributes(statement, graph),
        )
    return result


def _attributes(statement: Statement, graph: Graph) -> dict[str, str | int]:
    evidence = graph.evidence(statement.id)
    support = summarize(evidence, graph.document)
    quoted = best(evidence)
    return {
        "articles": support.articles,
        "publishers": support.publishers,
        "denying": support.denying,
        "uncertain": support.uncertain,
        "first": str(support.first or ""),
        "last": str(support.last or ""),
        "quote": quoted.quote,
        "article": quoted.document,
    }
