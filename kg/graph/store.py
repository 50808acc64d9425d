"""The graph of many articles, kept as RDF in an Oxigraph store.

What is stored are the articles' own named graphs, side by side. Merging is left to the readers:
ids of statements and evidence are hashes of their content, so that merging them is a union of
sets, and `kg.graph.merge` settles what articles say differently of an entity. That is why the
order of adding cannot matter, and why removing an article leaves no trace.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import IO, Self

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from kg.document import Document, DocumentId
from kg.errors import InputError, StoreError, UnknownName
from kg.graph.folder import explain, names_file, open_store
from kg.graph.merge import choose_label, merge
from kg.graph.names import Name, Names, fold
from kg.knowledge import ArticleGraph, Entity, EntityId, Evidence, Statement, StatementId
from kg.rdf import PREFIXES, Iris, article_quads, read_article
from kg.rdf.read import Description, read_document, read_entity, read_evidence, read_statement
from kg.rdf.terms import Term, iri
from kg.rdf.write import edge
from kg.settings import DEFAULT_BASE
from kg.vocabulary import Vocabulary, load_vocabulary

_BULK = 50_000  # quads from which bulk loading beats a transaction; measured: 3 times faster for a million
_BATCH = 300_000  # quads held in memory at a time, about 150 MB
_OF_ENTITY = ("rdf:type", "skos:prefLabel", "skos:altLabel", "owl:sameAs")


class Graph:
    """A graph of articles: stores and merges, and answers what is said where.

    Use `open` or `in_memory`, and the graph as a context or `close` at the end: that makes what was
    added durable and findable by name.
    """

    def __init__(self, store: Store, iris: Iris, folder: Path | None = None, lock: IO[bytes] | None = None) -> None:
        self.iris = iris
        self._store = store
        self._folder = folder
        self._lock = lock
        self._is_changed = False

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, base: str | None = None) -> Self:
        """Open the graph in a folder, and make one if there is none and it is to be written.

        Any number of readers, or one writer. The base is that of the articles in it; for an empty
        graph the one given, or the default.

        Raises:
            InputError: there is no graph to read, or its base is another.
            StoreError: the graph is in use, damaged or unfinished, or the folder cannot be used.
        """
        store, lock = open_store(folder, read_only=read_only)
        name = next(store.named_graphs(), None)
        found = name.value.rpartition("article/")[0] if isinstance(name, NamedNode) else None
        if found and base and found != base:
            raise InputError(f"the graph in {folder} has the base {found}, not {base}: use that or another folder")
        graph = cls(store, Iris(found or base or DEFAULT_BASE), folder, lock)
        graph._sweep(read_only=read_only)
        return graph

    @classmethod
    def in_memory(cls, base: str = DEFAULT_BASE) -> Self:
        """Give an empty graph that is never written to disk."""
        return cls(Store(), Iris(base))

    def close(self) -> None:
        """Write what is left, with the index of names, and let others use the folder."""
        if self._is_changed:
            self._make_names()
        del self._store
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    # Writing

    def add(self, article: ArticleGraph) -> None:
        """Add an article; it replaces the one of the same id.

        Raises:
            StoreError: the store cannot be written.
        """
        self.add_all((article,))

    def add_all(self, articles: Iterable[ArticleGraph]) -> None:
        """Add many articles, in batches; of two with the same id the last stays.

        Raises:
            StoreError: the store cannot be written; every article is then wholly in it or not at all.
        """
        pending: dict[NamedNode, list[Quad]] = {}
        size = 0
        for article in articles:
            quads = list(article_quads(article, self.iris.base))
            pending[self.iris.article(article.document.id)] = quads
            size += len(quads)
            if size >= _BATCH:
                self._write(pending)
                pending, size = {}, 0
        self._write(pending)

    def remove(self, document: DocumentId) -> bool:
        """Remove an article with all that only it says; False if it is not in the graph.

        Raises:
            StoreError: the store cannot be written.
        """
        if not self.has_article(document):
            return False
        self._forget_derived()
        self._remove([self.iris.article(document)])
        return True

    # Reading

    def has_article(self, document: DocumentId) -> bool:
        """Say whether an article is in the graph."""
        return bool(self._match(self.iris.article(document), "rdf:type", iri("schema:NewsArticle")))

    def articles(self) -> tuple[Document, ...]:
        """Give the articles, sorted by id."""
        ids = sorted(self.iris.id(node) for node in self._subjects("rdf:type", iri("schema:NewsArticle")))
        return tuple(self.document(DocumentId(id)) for id in ids)

    def document(self, document: DocumentId) -> Document:
        """Give an article's text and properties.

        Raises:
            UnknownName: it is not in the graph.
        """
        if document not in self._documents:
            if not self.has_article(document):
                raise UnknownName(document)
            self._documents[document] = read_document(self.iris.article(document), self._describe, self.iris)
        return self._documents[document]

    def article(self, document: DocumentId) -> ArticleGraph:
        """Give all that an article says.

        Raises:
            UnknownName: it is not in the graph.
        """
        if not self.has_article(document):
            raise UnknownName(document)
        return read_article(self._match(name=self.iris.article(document)), self.iris.base)

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities, merged, sorted by id."""
        ids = {self.iris.id(_subject(quad)) for quad in self._match(None, "skos:prefLabel")}
        return tuple(self.entity(EntityId(id)) for id in sorted(ids))

    def entity(self, entity: EntityId) -> Entity:
        """Give an entity as the articles together describe it.

        Raises:
            UnknownName: no article mentions it.
        """
        node = self.iris.entity(entity)
        by_article: dict[object, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for predicate in _OF_ENTITY:
            for quad in self._match(node, predicate):
                by_article[quad.graph_name][quad.predicate].append(_term(quad))
        if not by_article:
            raise UnknownName(entity)
        occurrences = [read_entity(node, {node: about}.__getitem__, self.iris) for about in by_article.values()]
        return merge(occurrences, lambda name, ancestor: self._vocabulary.is_a(name, ancestor))

    def articles_of(self, entity: EntityId) -> tuple[DocumentId, ...]:
        """Give the articles that mention an entity, sorted."""
        names = {quad.graph_name for quad in self._match(self.iris.entity(entity), "skos:prefLabel")}
        return tuple(sorted(DocumentId(self.iris.id(name)) for name in names if isinstance(name, NamedNode)))

    def statements(self, *, subject: EntityId | None = None, object: EntityId | None = None) -> tuple[Statement, ...]:
        """Give the statements, those of a subject or an object only if one is given, sorted by id."""
        found = [self._statements_with("rdf:subject", subject), self._statements_with("rdf:object", object)]
        chosen = [nodes for nodes in found if nodes is not None]
        nodes = set.intersection(*chosen) if chosen else self._subjects("rdf:type", iri("kg:Statement"))
        statements = (read_statement(node, self._describe, self.iris) for node in nodes)
        return tuple(sorted(statements, key=lambda statement: statement.id))

    def statement(self, statement: StatementId) -> Statement:
        """Give the statement of that id.

        Raises:
            UnknownName: no article makes it.
        """
        node = self.iris.statement(statement)
        if not self._match(node, "rdf:type"):
            raise UnknownName(statement)
        return read_statement(node, self._describe, self.iris)

    def evidence(self, statement: StatementId) -> tuple[Evidence, ...]:
        """Give where a statement is said, sorted by id; nothing if no article makes it."""
        nodes = {_term(quad) for quad in self._match(self.iris.statement(statement), "kg:evidence")}
        evidence = (
            read_evidence(node, statement, self._describe, self.iris) for node in nodes if isinstance(node, NamedNode)
        )
        return tuple(sorted(evidence, key=lambda item: item.id))

    def is_affirmed(self, statement: Statement) -> bool:
        """Say whether some evidence justifies the plain edge."""
        subject, predicate, target = edge(statement, self.iris)
        return bool(self._match(subject, predicate, target))

    def resolve_name(self, name: str) -> Entity:
        """Give the entity that a name, an id or an IRI most likely means.

        A label goes before an alias, an alias before a word inside a name; then the entity that
        more articles mention goes first.

        Raises:
            UnknownName: nothing is called so; carries the nearest names.
        """
        return self.find_names(name)[0]

    def find_names(self, name: str) -> tuple[Entity, ...]:
        """Give all entities that a name, an id or an IRI can mean, best first.

        Raises:
            UnknownName: nothing is called so; carries the nearest names.
        """
        id = EntityId(name.removeprefix(f"{self.iris.base}entity/"))
        if self._match(self.iris.entity(id), "skos:prefLabel"):
            return (self.entity(id),)
        found = self._names.find(name)
        if not found:
            raise UnknownName(name, tuple(self.entity(near).label for near in self._names.nearest(name)))
        return tuple(self.entity(one) for one in found)

    def lines(self) -> list[bytes]:
        """Give the whole graph as N-Quads lines without line ends, sorted."""
        try:
            dump = self._store.dump(format=RdfFormat.N_QUADS)
        except (OSError, RuntimeError) as error:
            raise StoreError(explain(self._folder, error)) from error
        return sorted(dump.removesuffix(b"\n").split(b"\n")) if dump else []

    def query(self, sparql: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Answer a SPARQL query over the union of the articles' graphs.

        Raises:
            SyntaxError: the query cannot be parsed.
        """
        return self._store.query(sparql, prefixes={**PREFIXES, "": self.iris.base}, use_default_graph_as_union=True)

    # Inside

    @cached_property
    def _documents(self) -> dict[DocumentId, Document]:
        return {}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary()

    @cached_property
    def _names(self) -> Names:
        path = names_file(self._folder) if self._folder else None
        return Names.load(path) if path and path.exists() else self._make_names()

    def _make_names(self) -> Names:
        names = self._collect_names()
        if self._folder is not None:
            # A folder that may only be read still answers, more slowly.
            with suppress(OSError):
                names.save(names_file(self._folder))
        return names

    def _collect_names(self) -> Names:
        labels: dict[NamedNode, list[str]] = defaultdict(list)
        for quad in self._match(None, "skos:prefLabel"):
            labels[_subject(quad)].append(_term(quad).value)
        others: dict[NamedNode, set[str]] = {node: set(found) for node, found in labels.items()}
        for quad in self._match(None, "skos:altLabel"):
            others[_subject(quad)].add(_term(quad).value)
        return Names(name for node, found in labels.items() for name in self._names_of(node, found, others[node]))

    def _names_of(self, node: NamedNode, labels: list[str], names: set[str]) -> Iterator[Name]:
        entity, label = EntityId(self.iris.id(node)), fold(choose_label(labels))
        for key in {fold(name) for name in names}:
            yield Name(key, key != label, -len(labels), entity)

    def _write(self, articles: dict[NamedNode, list[Quad]]) -> None:
        if not articles:
            return
        self._forget_derived()
        self._remove(name for name in articles if self._match(name=name))
        quads = [quad for part in articles.values() for quad in part]
        try:
            if len(quads) < _BULK:
                self._store.extend(quads)
            else:
                self._write_bulk(quads)
        except (OSError, RuntimeError) as error:
            raise StoreError(explain(self._folder, error)) from error

    def _write_bulk(self, quads: list[Quad]) -> None:
        """Load quads fast; bulk loading is no transaction, so what marks an article as complete comes last."""
        marks = [quad for quad in quads if quad.object == iri("schema:NewsArticle")]
        self._store.bulk_extend(quad for quad in quads if quad.object != iri("schema:NewsArticle"))
        self._store.extend(marks)

    def _sweep(self, *, read_only: bool) -> None:
        """Remove what an interrupted bulk load left.

        Raises:
            StoreError: there is something, and the graph may only be read.
        """
        names = [name for name in self._store.named_graphs() if isinstance(name, NamedNode)]
        unfinished = [name for name in names if not self._match(name, "rdf:type", iri("schema:NewsArticle"), name)]
        if unfinished and read_only:
            raise StoreError(f"the graph in {self._folder} is unfinished: run the same `kg build` again to complete it")
        self._remove(unfinished)

    def _remove(self, names: Iterable[NamedNode]) -> None:
        try:
            for name in list(names):
                self._store.remove_graph(name)
        except (OSError, RuntimeError) as error:
            raise StoreError(explain(self._folder, error)) from error

    def _forget_derived(self) -> None:
        self._is_changed = True
        self.__dict__.pop("_documents", None)
        self.__dict__.pop("_names", None)
        if self._folder is not None:
            names_file(self._folder).unlink(missing_ok=True)

    def _match(
        self,
        subject: NamedNode | None = None,
        predicate: str | NamedNode | None = None,
        term: Term | None = None,
        name: NamedNode | None = None,
    ) -> list[Quad]:
        relation = iri(predicate) if isinstance(predicate, str) else predicate
        try:
            return list(self._store.quads_for_pattern(subject, relation, term, name))
        except (OSError, RuntimeError) as error:
            raise StoreError(explain(self._folder, error)) from error

    def _describe(self, node: NamedNode) -> Description:
        about: dict[NamedNode, list[Term]] = {}
        for quad in self._match(node):
            about.setdefault(quad.predicate, []).append(_term(quad))
        return about

    def _subjects(self, predicate: str, term: Term) -> set[NamedNode]:
        return {_subject(quad) for quad in self._match(None, predicate, term)}

    def _statements_with(self, role: str, entity: EntityId | None) -> set[NamedNode] | None:
        return None if entity is None else self._subjects(role, self.iris.entity(entity))


def _subject(quad: Quad) -> NamedNode:
    if not isinstance(quad.subject, NamedNode):
        raise StoreError(f"the graph holds RDF that kg did not write ({quad}): build it again")
    return quad.subject


def _term(quad: Quad) -> Term:
    if not isinstance(quad.object, Term):
        raise StoreError(f"the graph holds RDF that kg did not write ({quad}): build it again")
    return quad.object
