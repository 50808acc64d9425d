"""Small analyses written by hand: `word/lemma/UPOS/head/relation[/B-type]`, words counted from 1 in each sentence."""

from datetime import date

from kg.document import ROOT, Analysis, Coreference, Document, DocumentId, Mention, Sentence, Span, Token

_XPOS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "PRON": "PRP"}


def parsed(*sentences: str, links: dict[int, tuple[int, float]] | None = None) -> Analysis:
    """Give the analysis of sentences in the notation above; words that go on a name carry `I-type`.

    Args:
        sentences: one text each.
        links: coreference: mention → antecedent and score, words counted from 0 over all sentences.
    """
    text, tokens, spans, labels = "", [], [], []
    for sentence in sentences:
        first, start = len(tokens), len(text)
        for word in sentence.split():
            form, lemma, upos, head, relation, *label = word.split("/")
            span = Span(len(text), len(text) + len(form))
            xpos = "NNS" if upos == "NOUN" and form.endswith("s") else _XPOS.get(upos, upos)
            above = first + int(head) - 1 if int(head) else ROOT
            tokens.append(Token(len(tokens), span, form, lemma, upos, xpos, above, relation))
            labels.append(label[0] if label else "")
            text += form + " "
        spans.append(Sentence(Span(first, len(tokens)), Span(start, len(text) - 1)))
    document = Document(DocumentId("a1"), text.rstrip(), published=date(2026, 2, 14))
    coreferences = tuple(Coreference(mention, *link) for mention, link in sorted((links or {}).items()))
    return Analysis(document, tuple(tokens), tuple(spans), tuple(_mentions(tokens, labels)), coreferences=coreferences)


def _mentions(tokens: list[Token], labels: list[str]) -> list[Mention]:
    found = []
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end].startswith("I-"):
                end += 1
            head = next(i for i in range(start, end) if not start <= tokens[i].head < end)
            found.append(Mention(Span(start, end), head, label[2:]))
    return found
