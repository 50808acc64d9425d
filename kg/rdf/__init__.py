"""Knowledge ⇄ RDF: the only place that knows how a statement looks in RDF.

Every article is one named graph `<base>article/ID`. It holds the text, the entities, the
statements and their evidence, and what follows from them: a plain edge for each statement that
some evidence affirms, an `org:Membership` for each time in office, a declaration of each open
predicate.

There are no blank nodes, and every IRI is ASCII. Text is untrusted: a character that XML 1.0
forbids (a control character, a lone surrogate) becomes U+FFFD, one for one, so offsets stay right.
"""

from kg.rdf.read import read_article
from kg.rdf.terms import PREFIXES, Iris
from kg.rdf.write import article_quads

__all__ = ["PREFIXES", "Iris", "article_quads", "read_article"]
