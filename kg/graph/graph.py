"""The graph of many articles.

Articles stay apart in the store, each in its own named graph, and their merge lies beside them.
Ids of statements and evidence are hashes of their content, so that merging them is a union of
sets, and `kg.graph.merge` settles what articles say differently of an entity. So the merge depends
on the articles alone: the order of adding cannot matter, and removing an article leaves no trace.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Self

from pyoxigraph import NamedNode, Store

from kg.document import Document, DocumentId
from kg.errors import InputError, KgError, StoreError, UnknownName
from kg.graph.counts import Counts
from kg.graph.entry import Entry, entry_of
from kg.graph.folder import names_file
from kg.graph.merge import merged_descriptions
from kg.graph.names import Names, collect_names, forget_names
from kg.graph.occasions import MATCH, match_quads
from kg.graph.relations import Relation, collect_objects, collect_relations, count_edges
from kg.graph.store import Answer, QuadStore, subject_of, term_of
from kg.knowledge import ArticleGraph, Entity, EntityId, Evidence, PredicateId, Statement, StatementId
from kg.rdf import PREFIXES, Iris, read_article
from kg.rdf.read import read_document, read_entity, read_evidence, read_statement
from kg.rdf.terms import ENTITY_PREDICATES, compact, iri, predicate_id
from kg.rdf.write import edge
from kg.settings import DEFAULT_BASE
from kg.vocabulary import Vocabulary, load_vocabulary

_BATCH = 300_000  # quads held in memory at a time, about 120 MB


class Graph:
    """A graph of articles: stores and merges, and answers what is said where.

    Use `open` or `in_memory`, and the graph as a context or `close` at the end: that makes what was
    added findable by name without delay, and lets others use the folder.
    """

    def __init__(self, store: QuadStore, iris: Iris, folder: Path | None = None) -> None:
        self.iris = iris
        self._store = store
        self._folder = folder
        self._outdated: set[NamedNode] = set()
        self._is_changed = False
        self._is_torn = False

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, base: str | None = None) -> Self:
        """Open the graph in a folder, and make one if there is none and it is to be written.

        Any number of readers, or one writer. The base is that of the articles in it; for an empty
        graph the one given, or the default.

        Raises:
            InputError: there is no graph to read, or its base is another.
            StoreError: the graph is in use, damaged or unfinished, or the folder cannot be used.
        """
        graph = cls(QuadStore.open(folder, read_only=read_only), Iris(), folder)
        try:
            graph._settle(base, read_only=read_only)
        except KgError:
            graph.close()
            raise
        return graph

    @classmethod
    def in_memory(cls, base: str = DEFAULT_BASE) -> Self:
        """Give an empty graph that is never written to disk."""
        return cls(QuadStore(Store()), Iris(base))

    def close(self) -> None:
        """Complete the merge and the index of names, and let others use the folder.

        After a failure to write, the graph stays unfinished, and the next one to write repairs it.
        """
        try:
            if self._is_changed and not self._is_torn:
                self._merge_entities()
                self._store.flush()
                self._save_names()
        finally:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

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
        self.add_entries(entry_of(article, self.iris.base) for article in articles)

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Add articles that `entry_of` prepared with the base of this graph, in batches, as `add_all` does.

        Raises:
            StoreError: the store cannot be written; every article is then wholly in it or not at all.
        """
        pending: dict[NamedNode, Entry] = {}
        for entry in entries:
            pending[self.iris.article(entry.document)] = entry
            if sum(one.size for one in pending.values()) >= _BATCH:
                self._write(pending)
                pending = {}
        self._write(pending)

    def remove(self, document: DocumentId) -> bool:
        """Remove an article with all that only it says; False if it is not in the graph.

        Raises:
            StoreError: the store cannot be written.
        """
        if not self.has_article(document):
            return False
        name = self.iris.article(document)
        self._forget_derived([name])
        with self._writing():
            self._store.remove([name])
        return True

    def counts(self) -> Counts:
        """Count what the graph holds."""
        return Counts(
            articles=self.count("?it a schema:NewsArticle"),
            entities=self.count("?it skos:prefLabel ?label"),
            statements=self.count("?it a kg:Statement"),
            affirmed=len(count_edges(self._store)),
            evidence=self.count("?it a kg:Evidence"),
        )

    def count(self, pattern: str) -> int:
        """Count the distinct `?it` of a SPARQL pattern."""
        self._merge_entities()
        return self._store.count(pattern)

    def tally(self, pattern: str) -> dict[str, int]:
        """Count the distinct `?it` of a SPARQL pattern for each `?group`, an IRI (given compact) or a literal.

        `GRAPH ?it { … }` counts articles. The most frequent come first.
        """
        self._merge_entities()
        counts = {compact(group): number for group, number in self._store.tally(pattern).items()}
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def has_article(self, document: DocumentId) -> bool:
        """Say whether an article is in the graph."""
        return bool(self._store.match(self.iris.article(document), "rdf:type", iri("schema:NewsArticle")))

    def articles(self) -> tuple[Document, ...]:
        """Give the articles, sorted by id."""
        ids = sorted(self.iris.id(node) for node in self._store.articles())
        return tuple(self.document(DocumentId(id)) for id in ids)

    def document(self, document: DocumentId) -> Document:
        """Give an article's text and properties.

        Raises:
            UnknownName: it is not in the graph.
        """
        if document not in self._documents:
            if not self.has_article(document):
                raise UnknownName(document)
            self._documents[document] = read_document(self.iris.article(document), self._store.describe, self.iris)
        return self._documents[document]

    def article(self, document: DocumentId) -> ArticleGraph:
        """Give all that an article says.

        Raises:
            UnknownName: it is not in the graph.
        """
        if not self.has_article(document):
            raise UnknownName(document)
        return read_article(self._store.match_articles(article=self.iris.article(document)), self.iris.base)

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities, merged, sorted by id."""
        self._merge_entities()
        ids = sorted(self.iris.id(subject_of(quad)) for quad in self._store.match(None, "skos:prefLabel"))
        return tuple(self.entity(EntityId(id)) for id in ids)

    def entity(self, entity: EntityId) -> Entity:
        """Give an entity as the articles together describe it.

        Raises:
            UnknownName: no article mentions it.
        """
        if entity not in self._entities:
            self._merge_entities()
            node = self.iris.entity(entity)
            about = {iri(name): [term_of(quad) for quad in self._store.match(node, name)] for name in ENTITY_PREDICATES}
            if not about[iri("skos:prefLabel")]:
                raise UnknownName(entity)
            self._entities[entity] = read_entity(node, {node: about}.__getitem__, self.iris)
        return self._entities[entity]

    def articles_of(self, entity: EntityId) -> tuple[DocumentId, ...]:
        """Give the articles that mention an entity, sorted."""
        quads = self._store.match_articles(self.iris.entity(entity), "skos:prefLabel")
        names = (quad.graph_name for quad in quads)
        return tuple(sorted(DocumentId(self.iris.id(name)) for name in names if isinstance(name, NamedNode)))

    def statements(self, *, subject: EntityId | None = None, object: EntityId | None = None) -> tuple[Statement, ...]:
        """Give the statements, those of a subject or an object only if one is given, sorted by id."""
        roles = (("rdf:subject", subject), ("rdf:object", object))
        chosen = [self._store.subjects(role, self.iris.entity(entity)) for role, entity in roles if entity is not None]
        nodes = set.intersection(*chosen) if chosen else self._store.subjects("rdf:type", iri("kg:Statement"))
        statements = (read_statement(node, self._store.describe, self.iris) for node in nodes)
        return tuple(sorted(statements, key=lambda statement: statement.id))

    def objects(self, predicates: Iterable[PredicateId]) -> tuple[Entity, ...]:
        """Give the entities that statements with one of these predicates have as their object, sorted by id."""
        return tuple(self.entity(entity) for entity in collect_objects(self._store, self.iris, predicates))

    def statement(self, statement: StatementId) -> Statement:
        """Give the statement of that id.

        Raises:
            UnknownName: no article makes it.
        """
        node = self.iris.statement(statement)
        if not self._store.match(node, "rdf:type"):
            raise UnknownName(statement)
        return read_statement(node, self._store.describe, self.iris)

    def evidence(self, statement: StatementId) -> tuple[Evidence, ...]:
        """Give where a statement is said, sorted by id; nothing if no article makes it."""
        nodes = {term_of(quad) for quad in self._store.match(self.iris.statement(statement), "kg:evidence")}
        evidence = (
            read_evidence(node, statement, self._store.describe, self.iris)
            for node in nodes
            if isinstance(node, NamedNode)
        )
        return tuple(sorted(evidence, key=lambda item: item.id))

    def is_affirmed(self, statement: Statement) -> bool:
        """Say whether some evidence justifies the plain edge."""
        return bool(self._store.match(*edge(statement, self.iris)))

    def relations(self) -> tuple[Relation, ...]:
        """Give all statements with their numbers of articles, sorted by id; much faster than reading the evidence."""
        return collect_relations(self._store, self.iris)

    def edges(self) -> dict[Statement, int]:
        """Give the affirmed statements between entities, sorted, and how many articles affirm each."""
        counts = {
            Statement(EntityId(self.iris.id(subject)), predicate_id(predicate), EntityId(self.iris.id(target))): number
            for (subject, predicate, target), number in count_edges(self._store).items()
            if isinstance(target, NamedNode)
        }
        return dict(sorted(counts.items()))

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
        if self._store.match_articles(self.iris.entity(id), "skos:prefLabel"):
            return (self.entity(id),)
        found = self._names.find(name)
        if not found:
            nearest = dict.fromkeys(self.entity(near).label for near in self._names.nearest(name))
            raise UnknownName(name, tuple(nearest))
        return tuple(self.entity(one) for one in found)

    def lines(self) -> list[bytes]:
        """Give the articles as N-Quads lines without line ends, sorted."""
        return self._store.lines()

    def article_lines(self) -> Iterator[tuple[NamedNode, list[bytes]]]:
        """Yield the name of each article's graph and its N-Triples lines without line ends; both are sorted."""
        return self._store.article_lines()

    def merged_lines(self) -> list[bytes]:
        """Give the merge of the articles as N-Triples lines without line ends, sorted."""
        return sorted(self.merged_stream())

    def merged_stream(self) -> Iterator[bytes]:
        """Yield what `merged_lines` gives, in no order, without keeping it in memory."""
        self._merge_entities()
        return self._store.merged_lines()

    def query(self, sparql: str) -> Answer:
        """Answer a SPARQL query over the merge, and over the articles with `GRAPH`; the empty prefix is the base.

        Raises:
            SyntaxError: the query cannot be parsed.
        """
        self._merge_entities()
        return self._store.query(sparql, {**PREFIXES, "": self.iris.base})

    @cached_property
    def _documents(self) -> dict[DocumentId, Document]:
        return {}

    @cached_property
    def _entities(self) -> dict[EntityId, Entity]:
        return {}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary()

    @cached_property
    def _names(self) -> Names:
        path = names_file(self._folder) if self._folder else None
        if self._is_changed or path is None:
            return collect_names(self)
        return Names.load(path)

    def _save_names(self) -> None:
        """Write the index of names, which also marks the graph as complete."""
        if self._folder is not None:
            collect_names(self).save(names_file(self._folder))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Remember if what happens inside fails, by whatever exception."""
        was_torn, self._is_torn = self._is_torn, True
        yield
        self._is_torn = was_torn

    def _write(self, articles: dict[NamedNode, Entry]) -> None:
        if not articles:
            return
        self._forget_derived(articles)
        self._outdated |= {NamedNode(entity) for entry in articles.values() for entity in entry.entities}
        with self._writing():
            self._store.write(articles)

    def _forget_derived(self, articles: Iterable[NamedNode]) -> None:
        """Take note that these articles will change, and with them their entities."""
        self._is_changed = True
        for derived in ("_documents", "_entities", "_names"):
            self.__dict__.pop(derived, None)
        if self._folder is not None:
            forget_names(names_file(self._folder))
        for name in articles:
            old = self._store.match_articles(None, "skos:prefLabel", name)
            self._outdated |= {subject_of(quad) for quad in old}

    def _merge_entities(self) -> None:
        """Bring the merge up to date with what the articles now say of their entities, and of the same events."""
        if not self._outdated:
            return
        nodes, self._outdated = self._outdated, set()
        before, after = merged_descriptions(self._store, self.iris, nodes, self._vocabulary.is_a)
        with self._writing():
            self._store.replace(before - after, after - before)
            linked, links = set(self._store.match(None, MATCH)), match_quads(self._store, self._vocabulary.is_a)
            self._store.replace(linked - links, links - linked)

    def _settle(self, wanted: str | None, *, read_only: bool) -> None:
        """Take the base of the articles, and repair what an interrupted session left."""
        found = next((name.value.rpartition("article/")[0] for name in self._store.articles()), None)
        if found and wanted and found != wanted:
            raise InputError(f"the graph in {self._folder} has the base {found}: use that, or another folder")
        self.iris = Iris(found or wanted or DEFAULT_BASE)
        if found is None or self._folder is None or names_file(self._folder).exists():
            return
        if read_only:
            raise StoreError(f"the graph in {self._folder} is unfinished: run the same `kg build` again to complete it")
        self._is_changed = True
        with self._writing():
            self._store.repair(self.iris)
        self._outdated = {subject_of(quad) for quad in self._store.match_articles(None, "skos:prefLabel")}
