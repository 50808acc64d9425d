"""The quads of a graph: one named graph per article, in an Oxigraph store in memory or in a folder."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from kg.errors import StoreError
from kg.graph.folder import explain, open_store
from kg.rdf.read import Description
from kg.rdf.terms import PREFIXES, Term, iri

Answer = QuerySolutions | QueryBoolean | QueryTriples

_BULK = 50_000  # quads from which bulk loading beats a transaction; measured: 3 times faster for a million


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

    def close(self) -> None:
        """Let others use the folder."""
        del self._store
        if self._lock is not None:
            self._lock.close()

    def articles(self) -> tuple[NamedNode, ...]:
        """Give the names of all named graphs, in no order."""
        with self._failures_explained():
            return tuple(name for name in self._store.named_graphs() if isinstance(name, NamedNode))

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: str | NamedNode | None = None,
        term: Term | None = None,
        article: NamedNode | None = None,
    ) -> list[Quad]:
        """Give the quads of a pattern, in no order; a predicate may be a compact name."""
        relation = iri(predicate) if isinstance(predicate, str) else predicate
        with self._failures_explained():
            return list(self._store.quads_for_pattern(subject, relation, term, article))

    def subjects(self, predicate: str, term: Term) -> set[NamedNode]:
        """Give all that has a property."""
        return {subject_of(quad) for quad in self.match(None, predicate, term)}

    def describe(self, node: NamedNode) -> Description:
        """Give what all articles together say of a node."""
        about: dict[NamedNode, list[Term]] = {}
        for quad in self.match(node):
            about.setdefault(quad.predicate, []).append(term_of(quad))
        return about

    def query(self, sparql: str, prefixes: Mapping[str, str] = PREFIXES) -> Answer:
        """Answer a SPARQL query over the union of the articles.

        Raises:
            SyntaxError: the query cannot be parsed.
        """
        return self._store.query(sparql, prefixes=dict(prefixes), use_default_graph_as_union=True)

    def count(self, pattern: str) -> int:
        """Count the distinct `?it` of a SPARQL pattern; the store does that without reading any text."""
        return next((number for _, number in self._numbers(f"(1 AS ?group) WHERE {{ {pattern} }}")), 0)

    def tally(self, pattern: str) -> dict[str, int]:
        """Count the distinct `?it` of a SPARQL pattern for each `?group`."""
        return dict(self._numbers(f"?group WHERE {{ {pattern} }} GROUP BY ?group"))

    def write(self, articles: Mapping[NamedNode, list[Quad]]) -> None:
        """Put named graphs in the place of those of the same names, each wholly or not at all."""
        self.remove(name for name in articles if self.match(article=name))
        quads = [quad for part in articles.values() for quad in part]
        with self._failures_explained():
            if len(quads) < _BULK:
                self._store.extend(quads)
            else:
                self._load(quads)

    def remove(self, articles: Iterable[NamedNode]) -> None:
        """Remove named graphs."""
        for name in list(articles):
            with self._failures_explained():
                self._store.remove_graph(name)

    def unfinished(self) -> tuple[NamedNode, ...]:
        """Give the named graphs that an interrupted `write` left."""
        complete = self.subjects("rdf:type", iri("schema:NewsArticle"))
        return tuple(name for name in self.articles() if name not in complete)

    def lines(self) -> list[bytes]:
        """Give all quads as N-Quads lines without line ends, sorted."""
        with self._failures_explained():
            dump = self._store.dump(format=RdfFormat.N_QUADS)
        return sorted(dump.removesuffix(b"\n").split(b"\n")) if dump else []

    def _load(self, quads: list[Quad]) -> None:
        """Load quads fast; that is no transaction, so what marks an article as complete comes last."""
        mark = iri("schema:NewsArticle")
        self._store.bulk_extend(quad for quad in quads if quad.object != mark)
        self._store.extend(quad for quad in quads if quad.object == mark)

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
