"""What is exported has the shape that the ontology asks for."""

import rdflib
from hypothesis import HealthCheck, given, settings

from kg.document import Document, DocumentId, Period
from kg.query.validate import violations
from tests.builders import HALDANE, MINISTER, NORLAND, article_graph, fact, graph_of, sample_articles
from tests.export.written import export
from tests.graph.strategies import article_graphs


def faults(*articles):
    return list(violations(rdflib.Graph().parse(data=export(graph_of(*articles), "ntriples"), format="nt")))


def test_the_samples_conform():
    assert faults(*sample_articles()) == []


def test_times_in_office_conform():
    document = Document(DocumentId("d"), "Haldane was minister of Norland")
    periods = [Period("2017", "2019"), Period("2017-05", ""), Period("", "2019-05-04"), Period("2018", "2018"), None]
    held = [
        fact(
            HALDANE,
            "kg:holdsOffice",
            MINISTER,
            "Haldane was minister",
            **({"time": period} if period else {}),
            status=status,
        )
        for period in periods
        for status in ("", "former", "acting")
    ]
    part = fact(MINISTER, "kg:partOf", NORLAND, "minister of Norland")
    assert faults(article_graph(document, *held)) == []
    assert faults(article_graph(document, *held, part)) == []


@given(article_graphs())
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_evidence_of_whatever_articles_bring_has_its_shape(article):
    found = [fault for fault in faults(article) if "evidence" in fault.focus or "position" in fault.focus]
    assert [fault for fault in found if fault.path not in ("oa:exact", "kg:attributedTo", "kg:place", "kg:time")] == []
