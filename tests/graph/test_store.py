"""The store: laws of merging, persistence, and what goes wrong with files."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat

from kg.errors import InputError, StoreError, UnknownName
from kg.graph import Counts, Graph
from kg.graph import graph as graph_module
from kg.graph import store as store_module
from kg.graph.folder import names_file, store_folder
from kg.knowledge import DocumentId, PredicateId, StatementId
from kg.rdf.write import article_quads
from tests.builders import (
    HALDANE,
    NORLAND,
    TALKS,
    TREATY,
    denial_article,
    graph_of,
    large_articles,
    refusal_article,
    sample_articles,
)
from tests.graph.strategies import article_graphs

articles = st.lists(article_graphs(st.sampled_from("abc"), st.sampled_from("pqr")), max_size=4)
laws = settings(max_examples=25, deadline=None)


def content(graph):
    return graph.lines(), graph.merged_lines(), graph.entities(), graph.statements(), graph.relations()


@given(articles)
@laws
def test_adding_is_idempotent(articles):
    assert content(graph_of(*articles, *articles)) == content(graph_of(*articles))


@given(articles, st.randoms())
@laws
def test_adding_is_commutative(articles, chance):
    different = list({article.document.id: article for article in articles}.values())
    assert content(graph_of(*chance.sample(different, len(different)))) == content(graph_of(*different))


@given(articles)
@laws
def test_adding_one_by_one_is_adding_all(articles):
    graph = Graph.in_memory()
    for article in articles:
        graph.add(article)
    assert content(graph) == content(graph_of(*articles))


@given(articles, st.lists(st.sampled_from("abcd"), max_size=3), articles)
@laws
def test_the_merge_depends_on_the_articles_alone(articles, removed, added):
    graph = graph_of(*articles)
    kept = {article.document.id: article for article in articles}
    for id in removed:
        graph.remove(DocumentId(id))
        kept.pop(id, None)
    for article in added:
        graph.add(article)
        graph.entities()
        kept[article.document.id] = article
    assert content(graph) == content(graph_of(*kept.values()))


@given(articles, article_graphs(st.just("new"), st.sampled_from("pqr")))
@laws
def test_removing_restores_the_bytes(articles, new):
    graph = graph_of(*articles)
    before = content(graph)
    graph.add(new)
    assert graph.remove(new.document.id)
    assert content(graph) == before


@given(articles)
@laws
def test_every_article_can_be_read_back(articles):
    graph = graph_of(*articles)
    for id, article in {article.document.id: article for article in articles}.items():
        assert graph.article(id) == article


@given(articles)
@settings(max_examples=8, deadline=None)
def test_a_graph_on_disk_is_the_graph_in_memory(tmp_path_factory, articles):
    folder = tmp_path_factory.mktemp("graph")
    with Graph.open(folder) as graph:
        graph.add_all(articles)
    with Graph.open(folder, read_only=True) as graph:
        assert content(graph) == content(graph_of(*articles))


def test_bulk_loading_gives_the_same_as_transactions(monkeypatch):
    expected = content(graph_of(*sample_articles()))
    monkeypatch.setattr(store_module, "_BULK", 1)
    monkeypatch.setattr(graph_module, "_BATCH", 1)
    assert content(graph_of(*sample_articles(), refusal_article())) == expected


def test_an_edited_article_replaces_the_old_one():
    old = refusal_article()
    new = replace(denial_article(), document=replace(old.document, text=denial_article().document.text))
    new = replace(new, evidence=tuple(replace(item, document=old.document.id) for item in new.evidence))
    assert graph_of(old, new).lines() == graph_of(new).lines()


def test_an_empty_graph_has_nothing():
    graph = Graph.in_memory()
    assert content(graph) == ([], [], (), (), ())
    assert graph.articles() == ()
    assert not graph.remove(DocumentId("x"))


def test_articles_are_found_and_sorted():
    graph = graph_of(*sample_articles())
    assert [document.id for document in graph.articles()] == ["courier-1", "courier-3", "herald/2"]
    assert graph.document(DocumentId("herald/2")) == denial_article().document
    assert graph.articles_of(TREATY.id) == ("courier-3", "herald/2")
    assert graph.has_article(DocumentId("courier-1"))


@pytest.mark.parametrize("read", [Graph.article, Graph.document, Graph.entity, Graph.statement])
def test_what_is_not_there_is_unknown(read):
    with pytest.raises(UnknownName):
        read(graph_of(*sample_articles()), "nothing")
    assert graph_of().evidence(StatementId("nothing")) == ()


def test_a_statement_of_several_articles_has_all_their_evidence():
    graph = graph_of(*sample_articles())
    (statement,) = graph.statements(subject=NORLAND.id, object=TALKS.id)
    assert {item.document for item in graph.evidence(statement.id)} == {"courier-1", "courier-3", "herald/2"}
    assert graph.is_affirmed(statement)
    assert graph.statement(statement.id) == statement
    graph.remove(DocumentId("courier-1"))
    graph.remove(DocumentId("courier-3"))
    assert not graph.is_affirmed(statement)


def test_statements_are_found_by_subject_and_by_object():
    graph = graph_of(*sample_articles())
    assert {statement.predicate for statement in graph.statements(subject=HALDANE.id)} == {
        "kg:holdsOffice",
        "kg:praises",
    }
    assert {statement.predicate for statement in graph.statements(object=HALDANE.id)} == {"kg:meets"}


def test_objects_are_found_by_predicate_and_are_entities():
    graph = graph_of(*sample_articles())
    found = graph.objects([PredicateId("kg:rejects"), PredicateId("kgr:push-for"), PredicateId("kg:signs")])
    assert [entity.id for entity in found] == [TREATY.id, TALKS.id]
    assert graph.objects([PredicateId("kg:hasQuantity"), PredicateId("kg:spouseOf")]) == ()
    assert graph.objects([]) == ()


def test_relations_count_articles_without_reading_evidence():
    graph = graph_of(*sample_articles())
    relations = {relation.statement: relation for relation in graph.relations()}
    assert tuple(relations) == graph.statements()
    for statement, relation in relations.items():
        evidence = graph.evidence(statement.id)
        assert relation.articles == len({item.document for item in evidence})
        assert relation.affirming == len({item.document for item in evidence if item.affirms})


def test_counts():
    graph = graph_of(*sample_articles())
    evidence = [item for article in sample_articles() for item in article.evidence]
    affirmed = {item.statement for item in evidence if item.affirms}
    assert graph.counts() == Counts(3, len(graph.entities()), len(graph.statements()), len(affirmed), len(evidence))
    assert graph_of().counts() == Counts(0, 0, 0, 0, 0)


def test_tallies_count_articles_and_are_sorted():
    graph = graph_of(*sample_articles())
    predicates = graph.tally("GRAPH ?it { ?statement rdf:predicate ?group }")
    assert list(predicates.items())[:2] == [("kg:rejects", 3), ("kg:praises", 2)]
    assert graph.tally("?it schema:publisher ?group") == {"The Courier": 2, "The Herald": 1}


def test_an_entity_of_several_articles_has_one_label_and_all_names():
    entity = graph_of(*sample_articles()).entity(HALDANE.id)
    assert entity.label == "Ingrid Haldane"
    assert entity.aliases == ("Haldane", "Ms Haldane")


def test_a_changed_graph_forgets_the_old_names(tmp_path):
    with Graph.open(tmp_path) as graph:
        graph.add(refusal_article())
        assert graph.resolve_name("Norland")
        graph.remove(refusal_article().document.id)
        with pytest.raises(UnknownName):
            graph.resolve_name("Norland")
        graph.add(refusal_article())
    assert names_file(tmp_path).read_text(encoding="utf-8").count("place/norland") == 2


def test_the_base_is_that_of_the_graph(tmp_path):
    with Graph.open(tmp_path, base="https://news.example/") as graph:
        graph.add(denial_article())
    with Graph.open(tmp_path, read_only=True) as graph:
        assert graph.iris.base == "https://news.example/"
        assert graph.article(DocumentId("herald/2")) == denial_article()
    with pytest.raises(InputError, match="base"):
        Graph.open(tmp_path, base="https://other.example/")


def test_reading_where_no_graph_is_says_how_to_make_one(tmp_path):
    with pytest.raises(InputError, match="kg build"):
        Graph.open(tmp_path, read_only=True)
    assert not list(tmp_path.iterdir())


def test_one_writer_keeps_all_others_out(tmp_path):
    with Graph.open(tmp_path):
        for read_only in (True, False):
            with pytest.raises(StoreError, match="another kg is using"):
                Graph.open(tmp_path, read_only=read_only)


def test_readers_do_not_disturb_each_other(tmp_path):
    with Graph.open(tmp_path) as graph:
        graph.add(refusal_article())
    with Graph.open(tmp_path, read_only=True) as first, Graph.open(tmp_path, read_only=True) as second:
        assert first.lines() == second.lines()
        with pytest.raises(StoreError, match="another kg is using"):
            Graph.open(tmp_path)


def test_a_damaged_store_says_what_to_do(tmp_path):
    with Graph.open(tmp_path) as graph:
        graph.add(refusal_article())
    (store_folder(tmp_path) / "CURRENT").write_text("garbage\n")
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"damaged.*delete"):
            Graph.open(tmp_path, read_only=read_only)


def test_a_folder_that_is_a_file_says_what_to_do(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="check that the folder"):
        Graph.open(tmp_path / "file")


def test_an_interrupted_load_is_noticed_by_readers_and_repaired_by_the_writer(tmp_path):
    with Graph.open(tmp_path) as graph:
        graph.add_all(sample_articles())
        before = content(graph)
    with Graph.open(tmp_path) as graph:
        graph._store._store.bulk_extend(list(article_quads(large_articles(1, 5).__next__()))[5:])
    names_file(tmp_path).unlink()
    with pytest.raises(StoreError, match="unfinished"):
        Graph.open(tmp_path, read_only=True)
    with Graph.open(tmp_path) as graph:
        assert content(graph) == before
    with Graph.open(tmp_path, read_only=True) as graph:
        assert content(graph) == before


def test_a_failed_write_leaves_the_graph_to_be_repaired(tmp_path, monkeypatch):
    with Graph.open(tmp_path) as graph:
        graph.add_all(sample_articles())
        before = content(graph)
    with pytest.raises(StoreError, match="no space"), Graph.open(tmp_path) as graph, monkeypatch.context() as patch:
        patch.setattr(store_module, "_BULK", 1)
        patch.setattr(store_module.QuadStore, "_load", tear)
        graph.add_all(large_articles(1, 5))
    with pytest.raises(StoreError, match="unfinished"):
        Graph.open(tmp_path, read_only=True)
    with Graph.open(tmp_path) as graph:
        assert content(graph) == before


def tear(store, entries):
    store._store.bulk_load(b"".join(entry.own for entry in entries), format=RdfFormat.N_QUADS)
    raise OSError("no space left on device")


def test_what_was_added_survives_a_killed_process(tmp_path):
    code = (
        "import os, pathlib, sys; from kg.graph import Graph; from tests.builders import refusal_article\n"
        "graph = Graph.open(pathlib.Path(sys.argv[1])); graph.add(refusal_article()); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, tmp_path], check=False).returncode == 9
    with pytest.raises(StoreError, match="unfinished"):
        Graph.open(tmp_path, read_only=True)
    with Graph.open(tmp_path) as graph:
        assert content(graph) == content(graph_of(refusal_article()))


def test_sparql_counts_what_several_articles_say_once():
    graph = graph_of(*sample_articles())
    for pattern, number in (
        ("?s rdf:predicate kg:rejects", 1),
        ("?s kg:rejects ?o", 1),
        ("?s a kg:Person ; skos:prefLabel ?label", 2),
    ):
        (row,) = graph.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
        assert int(row["n"].value) == number


def test_lines_are_the_same_in_every_process():
    code = (
        "import hashlib; from kg.graph import Graph; from tests.builders import large_articles\n"
        "graph = Graph.in_memory(); graph.add_all(large_articles(3, 5))\n"
        "print(hashlib.sha256(b'\\n'.join(graph.lines())).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
