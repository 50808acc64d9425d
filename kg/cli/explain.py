"""`kg explain`: one article through the five stages."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from kg.cli.manner import manner
from kg.cli.options import device_option, json_option
from kg.cli.terminal import clean, counted, escaped, print_json, print_table, screen, tell
from kg.document import ROOT, Analysis, Failure, Sentence, Token
from kg.errors import InputError, KgError
from kg.knowledge import Argument, Claim, Entity, Evidence, Value
from kg.pipeline import Reading, load_kit, readings
from kg.read import read
from kg.read.language import cautions
from kg.settings import load_settings


@click.command(epilog="Example: kg explain samples/iran-missile-talks.txt --sentence 1")
@click.argument("article")
@click.option("--sentence", "number", type=click.IntRange(min=1), help="Show this sentence only.")
@click.option("--analyser", help="What analyses: builtin, or spacy:PIPELINE (builtin).")
@device_option
@json_option
def command(article: str, number: int | None, as_json: bool, **options: str | None) -> None:
    """Show one article through all stages: sentences and grammar, names, claims with their rules, statements.

    ARTICLE is a file, or - for standard input. Of a file with several articles the first is shown.
    """
    reading = explain(article, options)
    sentences = reading.analysis.sentences
    if number and number > len(sentences):
        raise InputError(f"{article} has {counted(len(sentences), 'sentence')}; there is no number {number}")
    chosen = [number - 1] if number else list(range(len(sentences)))
    if as_json:
        print_json(record(reading, chosen))
    else:
        show(reading, chosen)


def explain(article: str, options: Mapping[str, object]) -> Reading:
    """Take the first article of a file through all stages, with settings as options.

    Raises:
        InputError: there is none that can be read.
        KgError: a stage fails on it; its trace is printed.
    """
    document = next(read(article), Failure(article, "holds no article"))
    if isinstance(document, Failure):
        raise InputError(f"{document.source} {document.problem}")
    tell((), cautions(document))
    kit = load_kit(load_settings(options=options))
    reading = next(readings([document], kit))
    if isinstance(reading, Failure):
        click.echo(escaped(reading.trace), err=True, nl=False)
        raise KgError(f"{reading.source} {reading.problem}")
    return reading


def show(reading: Reading, chosen: list[int]) -> None:
    """Print the sentences chosen, and what they say."""
    document = reading.analysis.document
    console = screen()
    source = ", ".join(part for part in (document.publisher, str(document.published or "")) if part)
    console.print(clean(f"{document.id}: {document.title or 'without headline'}" + (f" ({source})" if source else "")))
    for position in chosen:
        _show_sentence(reading, position)
    console.rule("entities", align="left", style="dim")
    entities = _entities(reading, chosen)
    names = ((entity.label, entity.type, " · ".join(entity.aliases)) for entity in entities)
    print_table(("entity", "type", "other words for it"), names)
    console.rule("statements", align="left", style="dim")
    print_table(("subject", "predicate", "object", "how"), _statement_rows(reading, chosen))


def _show_sentence(reading: Reading, position: int) -> None:
    analysis, console = reading.analysis, screen()
    sentence = analysis.sentences[position]
    console.rule(f"sentence {position + 1}", align="left", style="dim")
    console.print(clean(sentence.span.of(analysis.document.text)), style="bold")
    console.print()
    words = (_token_row(analysis, token) for token in _tokens(analysis, sentence))
    print_table(("#", "word", "lemma", "part", "relation", "of", "denotes"), words, right=["#"])
    for name in _names(analysis, sentence):
        console.print(f"  name   {clean(name)}")
    for claim in _claims(reading, sentence):
        console.print(f"  claim  {clean(_claim_line(claim))}")
    console.print()


def _tokens(analysis: Analysis, sentence: Sentence) -> tuple[Token, ...]:
    return analysis.tokens[sentence.tokens.start : sentence.tokens.end]


def _token_row(analysis: Analysis, token: Token) -> tuple[str, ...]:
    head = "" if token.head == ROOT else f"{analysis.tokens[token.head].text} {token.head}"
    return str(token.index), token.text, token.lemma, token.upos, token.deprel, head, token.nominal_type


def _names(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    for mention in analysis.mentions:
        if sentence.tokens.covers(mention.tokens):
            yield f"{analysis.words(mention.tokens)} ({mention.type})"
    for time in analysis.times:
        if sentence.tokens.covers(time.tokens):
            yield f"{analysis.words(time.tokens)} (time: {time.value.iso})"


def _claims(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    return (claim for claim in reading.claims if claim.span.start in sentence.span)


def _claim_line(claim: Claim) -> str:
    words = [claim.polarity, claim.certainty, claim.status]
    if claim.source is not None:
        words.append(f"{claim.cue} {_words(claim.source)}".strip())
    how = ", ".join(word for word in words if word and word not in {"positive", "certain"})
    line = f"{_words(claim.subject)} | {claim.predicate} | {_words(claim.object)}"
    line += "".join(f" + {words}" for words in claim.qualifiers)
    return f"{line}  [{claim.rule} {claim.confidence:.2f}]" + (f"  ({how})" if how else "")


def _words(part: Argument | Value) -> str:
    return part.text if isinstance(part, Value) else part.name or part.text


def _evidence(reading: Reading, chosen: list[int]) -> list[Evidence]:
    """Give the evidence that lies in the sentences chosen, in the order of the text."""
    spans = [reading.analysis.sentences[position].span for position in chosen]
    found = [piece for piece in reading.graph.evidence if any(span.overlaps(piece.span) for span in spans)]
    return sorted(found, key=lambda piece: (piece.span, piece.id))


def _entities(reading: Reading, chosen: list[int]) -> list[Entity]:
    """Give the entities that the sentences chosen say something of, in the order of their ids."""
    statements = {statement.id: statement for statement in reading.graph.statements}
    used: set[object] = set()
    for piece in _evidence(reading, chosen):
        statement = statements[piece.statement]
        used |= {statement.subject, statement.object, piece.source, piece.place}
    return [entity for entity in reading.graph.entities if entity.id in used]


def _statement_rows(reading: Reading, chosen: list[int]) -> Iterator[tuple[str, str, str, str]]:
    labels = {entity.id: entity.label for entity in reading.graph.entities}
    statements = {statement.id: statement for statement in reading.graph.statements}
    for piece in _evidence(reading, chosen):
        statement = statements[piece.statement]
        target = statement.object
        words = target.text if isinstance(target, Value) else labels[target]
        yield labels[statement.subject], statement.predicate, words, manner(piece, labels.__getitem__)


def record(reading: Reading, chosen: list[int]) -> dict[str, Any]:  # Any: JSON
    """Give the sentences chosen, and what they say, as JSON."""
    analysis = reading.analysis
    return {
        "document": analysis.document.id,
        "title": analysis.document.title,
        "sentences": [_sentence_record(reading, analysis.sentences[position]) for position in chosen],
        "entities": [
            {"id": entity.id, "label": entity.label, "type": entity.type, "aliases": list(entity.aliases)}
            for entity in _entities(reading, chosen)
        ],
        "statements": [
            {"subject": subject, "predicate": predicate, "object": target, "manner": how}
            for subject, predicate, target, how in _statement_rows(reading, chosen)
        ],
    }


def _sentence_record(reading: Reading, sentence: Sentence) -> dict[str, Any]:  # Any: JSON
    analysis = reading.analysis
    columns = ("index", "word", "lemma", "upos", "relation", "of", "denotes")
    return {
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.span.of(analysis.document.text),
        "tokens": [
            dict(zip(columns, _token_row(analysis, token), strict=True)) | {"index": token.index, "head": token.head}
            for token in _tokens(analysis, sentence)
        ],
        "names": list(_names(analysis, sentence)),
        "claims": [_claim_record(claim) for claim in _claims(reading, sentence)],
    }


def _claim_record(claim: Claim) -> dict[str, Any]:  # Any: JSON
    return {
        "subject": _words(claim.subject),
        "predicate": claim.predicate,
        "object": _words(claim.object),
        "rule": claim.rule,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "source": _words(claim.source) if claim.source else None,
        "cue": claim.cue,
        "status": claim.status,
        "time": claim.time.iso if claim.time else None,
        "qualifiers": list(claim.qualifiers),
        "start": claim.span.start,
        "end": claim.span.end,
        "confidence": claim.confidence,
    }
