"""Readings made by hand: an article, and facts with the words that say them."""

import re
from dataclasses import dataclass

from kg.document import ROOT, Analysis, Document, DocumentId, Sentence, Span, Token
from kg.knowledge import Argument, Claim, Reading, Value
from kg.vocabulary import load_vocabulary
from tests.builders import HALDANE, NORLAND, TALKS, Fact, article_graph, fact

VOCABULARY = load_vocabulary()


@dataclass(frozen=True)
class Said:
    """A fact, and the words of the article for its subject, its object and its speaker."""

    fact: Fact
    subject: str
    object: str = ""
    speaker: str = ""


def reading_of(document: Document, *said: Said) -> Reading:
    """Make a reading of facts, each with one quote."""
    origins = {}
    for item in said:
        (evidence,) = article_graph(document, item.fact).evidence
        target = item.fact.object
        origins[evidence.id] = Claim(
            predicate=item.fact.statement.predicate,
            lemma=evidence.lemma,
            subject=argument(document.text, item.subject),
            object=target if isinstance(target, Value) else argument(document.text, item.object),
            span=evidence.span,
            rule=evidence.rule,
            source=argument(document.text, item.speaker) if item.speaker else None,
        )
    graph = article_graph(document, *(item.fact for item in said))
    return Reading(analysis_of(document), tuple(origins.values()), graph, origins)


def argument(text: str, words: str) -> Argument:
    start = text.index(words)
    return Argument(Span(start, start + len(words)), words, 0)


def analysis_of(document: Document) -> Analysis:
    """Make an analysis where a sentence ends with a full stop and a word is its own lemma."""
    tokens: list[Token] = []
    sentences = []
    for found in re.finditer(r"[^\s.][^.]*\.?", document.text):
        first = len(tokens)
        for word in re.finditer(r"\w+|[^\w\s]", found[0]):
            span = Span(found.start() + word.start(), found.start() + word.end())
            head = first if len(tokens) > first else ROOT
            tokens.append(Token(len(tokens), span, word[0], word[0].lower(), "X", "FW", head, "dep"))
        sentences.append(Sentence(Span(first, len(tokens)), Span(found.start(), found.end())))
    return Analysis(document, tuple(tokens), tuple(sentences))


def talks(text: str, id: str = "a", title: str = "Talks") -> Reading:
    """Norland rejects the talks, and Haldane says it if the text has her."""
    document = Document(DocumentId(id), text, title=title)
    speaker = {"source": HALDANE, "cue": "say"} if "Haldane" in text else {}
    rejects = fact(NORLAND, "kg:rejects", TALKS, "Norland rejected missile talks", **speaker)
    return reading_of(document, Said(rejects, "Norland", "missile talks", "Haldane" if speaker else ""))


PLAIN = "Norland rejected missile talks, Haldane said. It rained in Velmar."
