"""RDF in six formats.

N-Quads and TriG keep each article in its own named graph and can be loaded back without loss.
The others give one graph, where each entity has one label and one type.
"""

from typing import BinaryIO

from kg.export.json_ld import json_ld
from kg.export.rdf_xml import rdf_xml
from kg.export.turtle import trig, turtle
from kg.graph import Graph


def export_turtle(graph: Graph, stream: BinaryIO) -> None:
    """Write Turtle."""
    stream.writelines(turtle(graph))


def export_trig(graph: Graph, stream: BinaryIO) -> None:
    """Write TriG."""
    stream.writelines(trig(graph))


def export_nquads(graph: Graph, stream: BinaryIO) -> None:
    """Write N-Quads, sorted."""
    stream.writelines(line + b"\n" for line in graph.lines())


def export_ntriples(graph: Graph, stream: BinaryIO) -> None:
    """Write N-Triples, sorted."""
    stream.writelines(line + b"\n" for line in graph.merged_lines())


def export_jsonld(graph: Graph, stream: BinaryIO) -> None:
    """Write JSON-LD."""
    stream.writelines(json_ld(graph))


def export_rdfxml(graph: Graph, stream: BinaryIO) -> None:
    """Write RDF/XML."""
    stream.writelines(rdf_xml(graph))
