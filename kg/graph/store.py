"""The quads of a graph, in an Oxigraph store in memory or in a folder.

Each article is a named graph. The default graph is their merge: what any article says, once. So a
SPARQL query counts a statement once, however many articles make it, and `GRAPH` still tells which.
What describes an entity is not copied into the merge; `kg.graph.graph` puts it there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from itertools import chain, product
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from kg.errors import StoreError
from kg.graph.entry import MARK, Entry, merged
from kg.graph.folder import explain, open_store
from kg.rdf.read import Description
from kg.rdf.terms import ENTITY_PREDICATES, PREFIXES, Iris, Term, iri

Answer = QuerySolutions | QueryBoolean | QueryTriples

_BULK = 50_000  # quads from which bulk loading beats a transaction; measured: 3 times faster for a million
_MANY = 300  # entities from which one query for all beats one for each
_MERGE = DefaultGraph()
_OFFSET = re.compile(
    rb'(<http://www\.w3\.org/ns/oa#(?:start|end)> "[0-9]+"\^\^<http://www\.w3\.org/2001/XMLSchema#)integer>'
)


class QuadStore:
    """Reads and writes quads; every failure of the files becomes a `StoreError`."""

    def __init__(self, store: Store, folder: Path | None = None, lock: IO[bytes] | None = None) -> None:
        self._store = store
        self._folder = folder
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, *, read_only: bool) -> "QuadStore":
        """Open the store below a folder.

        Raises:
            InputError: there is none to read.
            StoreError: it is in use or damaged, or the folder cannot be used.
        """
        store, lock = open_store(folder, read_only=read_only)
        return cls(store, folder, lock)

    def flush(self) -> None:
        """Put everything in its place on disk; else whoever opens the store next has to do it first."""
        with self._failures_explained():
            self._store.flush()

    def close(self) -> None:
        """Let others use the folder."""
        del self._store
        if self._lock is not None:
            self._lock.close()

    def articles(self) -> tuple[NamedNode, ...]:
        """Give the names of the articles' graphs, in no order."""
        with self._failures_explained():
            return tuple(name for name in self._store.named_graphs() if isinstance(name, NamedNode))

    def match(
        self, subject: NamedNode | None = None, predicate: str | NamedNode | None = None, term: Term | None = None
    ) -> list[Quad]:
        """Give the quads of a pattern in the merge, in no order; a predicate may be a compact name."""
        with self._failures_explained():
            return list(self._store.quads_for_pattern(subject, _relation(predicate), term, _MERGE))

    def match_articles(
        self,
        subject: NamedNode | None = None,
        predicate: str | NamedNode | None = None,
        article: NamedNode | None = None,
    ) -> list[Quad]:
        """Give the quads of a pattern in one article or in all, in no order."""
        with self._failures_explained():
            found = self._store.quads_for_pattern(subject, _relation(predicate), None, article)
            return list(found) if article else [quad for quad in found if quad.graph_name != _MERGE]

    def descriptions(self, nodes: AbstractSet[NamedNode], *, merged: bool) -> Iterator[Quad]:
        """Yield what describes some entities, in the merge or in the articles, in no order.

        Few entities are found faster by asking for each, many by reading all.
        """
        if len(nodes) < _MANY:
            find = self.match if merged else self.match_articles
            yield from chain.from_iterable(find(node, name) for node, name in product(nodes, ENTITY_PREDICATES))
        else:
            yield from (quad for quad in self._all_descriptions(merged=merged) if quad.subject in nodes)

    def subjects(self, predicate: str, term: Term) -> set[NamedNode]:
        """Give all that has a property."""
        return {subject_of(quad) for quad in self.match(None, predicate, term)}

    def describe(self, node: NamedNode) -> Description:
        """Give what the merge says of a node."""
        about: dict[NamedNode, list[Term]] = {}
        for quad in self.match(node):
            about.setdefault(quad.predicate, []).append(term_of(quad))
        return about

    def query(self, sparql: str, prefixes: Mapping[str, str] = PREFIXES) -> Answer:
        """Answer a SPARQL query.

        Raises:
            SyntaxError: the query cannot be parsed.
        """
        return self._store.query(sparql, prefixes=dict(prefixes))

    def count(self, pattern: str) -> int:
        """Count the distinct `?it` of a SPARQL pattern; the store does that without reading any text."""
        return next((number for _, number in self._numbers(f"(1 AS ?group) WHERE {{ {pattern} }}")), 0)

    def tally(self, pattern: str) -> dict[str, int]:
        """Count the distinct `?it` of a SPARQL pattern for each `?group`."""
        return dict(self._numbers(f"?group WHERE {{ {pattern} }} GROUP BY ?group"))

    def write(self, articles: Mapping[NamedNode, Entry]) -> None:
        """Put articles in the place of those of the same names, each wholly or not at all."""
        self.remove(name for name in articles if self._has(name))
        entries = tuple(articles.values())
        with self._failures_explained():
            if sum(entry.size for entry in entries) < _BULK:
                content = b"".join(part for entry in entries for part in (entry.own, entry.merged, entry.mark))
                self._store.load(content, format=RdfFormat.N_QUADS)
            else:
                self._load(entries)

    def remove(self, articles: Iterable[NamedNode]) -> None:
        """Remove articles, and from the merge what no other article says."""
        for name in list(articles):
            only_here = f"FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER (?other != {name}) }}"
            with self._failures_explained():
                self._store.update(
                    f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} {only_here} }} ; DROP GRAPH {name}"
                )

    def replace(self, old: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Remove some quads of the merge and put others there."""
        with self._failures_explained():
            for quad in old:
                self._store.remove(quad)
            self._store.extend(new)

    def repair(self, iris: Iris) -> None:
        """Bring the store in order after an interrupted `write`: remove its remains and merge anew."""
        complete = {subject_of(quad) for quad in self.match_articles(None, "rdf:type") if quad.object == MARK}
        with self._failures_explained():
            for name in self.articles():
                if name not in complete:
                    self._store.remove_graph(name)
            self._store.clear_graph(_MERGE)
            said = (quad for quad in self._store if quad.graph_name != _MERGE)
            self._store.bulk_extend(merged(said, iris))

    def is_empty(self) -> bool:
        """Say whether there is no article."""
        return not self.articles()

    def lines(self) -> list[bytes]:
        """Give the articles as N-Quads lines without line ends, sorted."""
        return sorted(
            line.removesuffix(b".") + str(name).encode() + b" ." for name, part in self.article_lines() for line in part
        )

    def article_lines(self) -> Iterator[tuple[NamedNode, list[bytes]]]:
        """Yield the name of each article's graph and its N-Triples lines without line ends; both are sorted."""
        for name in sorted(self.articles(), key=str):
            yield name, sorted(self._dump(name))

    def merged_lines(self) -> Iterator[bytes]:
        """Yield the merge as N-Triples lines without line ends, in no order."""
        return self._dump(_MERGE)

    def _dump(self, name: NamedNode | DefaultGraph) -> Iterator[bytes]:
        """Yield a graph by way of a file: a large one as a whole takes much memory."""
        with TemporaryFile() as file:
            with self._failures_explained():
                self._store.dump(file, format=RdfFormat.N_TRIPLES, from_graph=name)
            file.seek(0)
            for line in file:
                # Oxigraph keeps every kind of integer as xsd:integer; the Web Annotation model asks for another.
                yield _OFFSET.sub(rb"\1nonNegativeInteger>", line[:-1]) if b"/oa#" in line else line[:-1]

    def _load(self, entries: Iterable[Entry]) -> None:
        """Load articles fast; that is no transaction, so what marks an article as complete comes last."""
        content = b"".join(part for entry in entries for part in (entry.own, entry.merged))
        # What `kg.rdf` wrote need not be checked again.
        self._store.bulk_load(content, format=RdfFormat.N_QUADS, lenient=True)
        self._store.load(b"".join(entry.mark for entry in entries), format=RdfFormat.N_QUADS)

    def _has(self, name: NamedNode) -> bool:
        with self._failures_explained():
            return self._store.contains_named_graph(name)

    def _all_descriptions(self, *, merged: bool) -> Iterator[Quad]:
        for name in ENTITY_PREDICATES:
            pattern = f"?it skos:prefLabel ?label ; {name} ?term"
            with self._failures_explained():
                rows = self.query(f"SELECT * {{ {pattern if merged else f'GRAPH ?article {{ {pattern} }}'} }}")
            if isinstance(rows, QuerySolutions):
                yield from (
                    Quad(row["it"], iri(name), row["term"], _MERGE if merged else row["article"]) for row in rows
                )

    def _numbers(self, rest: str) -> Iterator[tuple[str, int]]:
        with self._failures_explained():
            answer = self.query(f"SELECT (COUNT(DISTINCT ?it) AS ?count) {rest}")
        if isinstance(answer, QuerySolutions):
            yield from ((row["group"].value, int(row["count"].value)) for row in answer)

    @contextmanager
    def _failures_explained(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise StoreError(explain(self._folder, error)) from error


def _relation(predicate: str | NamedNode | None) -> NamedNode | None:
    return iri(predicate) if isinstance(predicate, str) else predicate


def subject_of(quad: Quad) -> NamedNode:
    """Give the subject of a quad.

    Raises:
        StoreError: it is no IRI, so the quad is not ours.
    """
    if not isinstance(quad.subject, NamedNode):
        raise StoreError(f"the graph holds RDF that kg did not write ({quad}): build it again")
    return quad.subject


def term_of(quad: Quad) -> Term:
    """Give the object of a quad.

    Raises:
        StoreError: it is neither IRI nor literal, so the quad is not ours.
    """
    if not isinstance(quad.object, Term):
        raise StoreError(f"the graph holds RDF that kg did not write ({quad}): build it again")
    return quad.object
