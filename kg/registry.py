"""Names of exchangeable parts: name → "module:attribute", resolved on first use.

Other packages add parts through entry points of the groups `newskg.analysers` and
`newskg.exporters`, and formats of `kg extract` through `newskg.formats` (one file) and
`newskg.archives` (several files); ours take the same form, so nothing is imported before it is asked for.

A name like "spacy:PIPELINE" stands for a family: its attribute is called with what the user writes after the colon and
gives the part.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from kg.errors import SettingsError

ANALYSERS: Mapping[str, str] = {
    "builtin": "kg.analyse.builtin:BuiltinAnalyser",
    "spacy:PIPELINE": "kg.analyse.spacy_backend:with_pipeline",
}
EXPORTERS: Mapping[str, str] = {
    "csv": "kg.export.tables:export_csv",
    "gexf": "kg.export.networks:export_gexf",
    "graphml": "kg.export.networks:export_graphml",
    "jsonld": "kg.export.triples:export_jsonld",
    "jsonlines": "kg.export.json_lines:export_json_lines",
    "nquads": "kg.export.triples:export_nquads",
    "ntriples": "kg.export.triples:export_ntriples",
    "rdfxml": "kg.export.triples:export_rdfxml",
    "trig": "kg.export.triples:export_trig",
    "turtle": "kg.export.triples:export_turtle",
}
FORMATS: Mapping[str, str] = {
    "html": "kg.export.page:page",
    "jsonl": "kg.export.json_lines:reading_lines",
    "openie": "kg.export.openie:tuples",
}
"""What `kg extract` writes in one file; a part with a parameter `phrases`, `lines` or `min_confidence` gets it too."""
ARCHIVES: Mapping[str, str] = {
    "brat": "kg.export.brat:standoff",
    "inception": "kg.export.uima:cas_files",
}
"""What `kg extract` writes in several files."""

BUNDLES: Mapping[str, str] = {
    "csv": "kg.export.tables:tables",
}
"""Exporters of several files, each beside the one of its name that writes one file."""


def names(kind: str) -> tuple[str, ...]:
    """Give the sorted names of a kind (`analysers`, `exporters`, `formats`, `archives`)."""
    return tuple(sorted(_table(kind)))


def resolve(kind: str, name: str) -> Any:  # Any: the part's type is its kind's protocol
    """Give the part of that kind and name.

    Raises:
        SettingsError: no part has that name; the message lists those that exist.
        KgError: the family of that name has no such member.
    """
    table = _table(kind)
    family, _, member = name.partition(":")
    key = next((key for key in table if key.startswith(f"{family}:")), "") if member else name
    if key not in table:
        raise SettingsError(f"no {kind[:-1]} is called {name!r}; there are: {', '.join(sorted(table))}")
    module, _, attribute = table[key].partition(":")
    part = getattr(import_module(module), attribute)
    return part(member) if member else part


def _table(kind: str) -> dict[str, str]:
    own = {
        "analysers": ANALYSERS,
        "exporters": EXPORTERS,
        "bundles": BUNDLES,
        "formats": FORMATS,
        "archives": ARCHIVES,
    }[kind]
    others = {point.name: point.value for point in entry_points(group=f"newskg.{kind}")}
    return {**others, **own}
