"""GraphML and GEXF."""

import io
import re
import xml.etree.ElementTree as ET

import networkx
import pytest

from kg.document import Document, DocumentId
from tests.builders import NORLAND, TALKS, VELMAR, article_graph, fact, graph_of, sample_articles
from tests.export.written import export

READERS = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_entities_and_affirmed_relations(name):
    network = READERS[name](io.BytesIO(export(graph_of(*sample_articles()), name)))
    edges = {(source, target, data["predicate"]): data for source, target, data in network.edges(data=True)}
    assert set(edges) == {
        ("place/velmar", "agreement/karst-treaty", "kg:signs"),
        ("person/luca-orsini", "person/ingrid-haldane", "kg:meets"),
        ("person/ingrid-haldane", "agreement/karst-treaty", "kg:praises"),
        ("person/ingrid-haldane", "office/foreign-minister-of-norland", "kg:holdsOffice"),
        ("place/norland", "issue/missile-talks", "kg:rejects"),
    }
    rejects = edges["place/norland", "issue/missile-talks", "kg:rejects"]
    assert (rejects["weight"], rejects["articles"], rejects["denying"]) == (2, 3, 1)
    assert network.nodes["person/ingrid-haldane"]["kind"] == "Person"


@pytest.mark.parametrize("name", READERS)
def test_ids_of_edges_are_unique_between_the_same_two(name):
    document = Document(DocumentId("d"), "Norland met Velmar and signed with Velmar")
    met, signed = (fact(NORLAND, predicate, VELMAR, "Norland met Velmar") for predicate in ("kg:meets", "kg:visits"))
    content = export(graph_of(article_graph(document, met, signed)), name)
    ids = [edge.get("id") for edge in ET.fromstring(content).iter() if edge.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) == 2
    keys = [key.get("id") for key in ET.fromstring(content).iter() if key.tag.endswith("}key")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", READERS)
def test_the_bytes_do_not_depend_on_day_version_or_order(name):
    first, *rest = sample_articles()
    content = export(graph_of(first, *rest), name)
    assert content == export(graph_of(*rest, first), name)
    assert not re.search(rb"lastmodified|NetworkX", content)


@pytest.mark.parametrize("name", READERS)
def test_hard_text_is_valid_xml(name):
    text = "Norland \x00 <b> & \ud83d \x0b rejected"
    document = Document(DocumentId("d"), text)
    content = export(graph_of(article_graph(document, fact(NORLAND, "kg:rejects", TALKS, text))), name)
    assert "\ufffd <b> & \ufffd \ufffd" in "".join(ET.fromstring(content).itertext()) + " ".join(
        value for node in ET.fromstring(content).iter() for value in node.attrib.values()
    )


@pytest.mark.parametrize("name", READERS)
def test_an_empty_graph_is_a_valid_file(name):
    assert len(READERS[name](io.BytesIO(export(graph_of(), name)))) == 0
