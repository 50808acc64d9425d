"""Named places and bodies inside others."""

from collections.abc import Iterator

from kg.document import Mention, Span, Token
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.slots import EXAMPLES, coordinated, preposition
from kg.knowledge import Claim, PredicateId

_LOCATED = PredicateId("kg:locatedIn")
_CAPITAL = PredicateId("kg:capitalOf")
_KINDS = frozenset({"place", "organization"})


def location(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a name with the place right after it.

    Aden , Yemen                            ->  Aden | kg:locatedIn | Yemen
    an upgraded clinic in Mandeville        ->  clinic | kg:locatedIn | Mandeville
    the Mandeville clinic in Jamaica        ->  Mandeville clinic | kg:locatedIn | Jamaica
    Johannesburg's Soccer City              ->  Soccer City | kg:locatedIn | Johannesburg
    the Indian state of Kerala              ->  Kerala | kg:locatedIn | Indian
    Kingston , the Jamaican capital         ->  Kingston | kg:capitalOf | Jamaican
    police officers in Milan                ->  police officers | kg:locatedIn | Milan
    Lima's new stadium                      ->  Lima's new stadium | kg:locatedIn | Lima
    banks in towns such as Sarn             ->  banks | kg:locatedIn | Sarn
    """
    pairs = [(inner, outer, _LOCATED) for inner, outer in dict.fromkeys(_pairs(grammar))]
    for inner, outer, predicate in (*pairs, *_described_names(grammar)):
        if inner != outer:
            lemma = "be located in" if predicate == _LOCATED else "be capital of"
            wording = Wording("location", predicate, lemma, inner, confidence=TYPED)
            yield grammar.claim(wording, inner, outer, grammar.reader.aside(inner))


def _pairs(grammar: Grammar) -> Iterator[tuple[int, int]]:
    yield from _described_places(grammar)
    yield from _next_places(grammar)
    for mention in grammar.mentions:
        if mention.type not in _KINDS:
            continue
        for dependent in grammar.analysis.dependents(mention.head, "nmod", "appos", "nmod:unmarked"):
            if _is_outer(grammar, mention, dependent.index) and _is_local(grammar, mention, dependent.index):
                yield mention.head, dependent.index
        for owner in grammar.analysis.dependents(mention.head, "nmod:poss"):
            if _is_outer(grammar, mention, owner.index):
                yield mention.head, owner.index


def _next_places(grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Yield neighbours that the parse keeps apart.

    visited Aden , Yemen , today                            Yemen <- visited
    launched from the Baikonur Cosmodrome in Kazakhstan     Kazakhstan <- launched
    """
    tokens = grammar.analysis.tokens
    for mention in grammar.mentions:
        link = mention.tokens.end
        other = grammar.names.get(link + 1) if mention.type == "place" else None
        if other is None or other.type != "place" or other.tokens.start != link + 1:
            continue
        if f"{grammar.analysis.words(other.tokens)}," in grammar.analysis.words(Span(max(link - 8, 0), link)):
            continue  # "Pima County, Arizona, Pima County Sheriff Dupnik"
        inner, outer = tokens[mention.head], tokens[other.head]
        word = preposition(grammar.analysis, outer.index)
        if tokens[link].text == "," and not word and (outer.deprel in _UNMARKED or _is_pair(grammar, inner, outer)):
            yield inner.index, outer.index
        elif tokens[link].text == word == "in" and inner.head == outer.head and inner.deprel == outer.deprel == "obl":
            whence = preposition(grammar.analysis, inner.index) in {"from", "to"}
            if not whence or len(mention.tokens) > 1:  # "flew from Beijing in April" and "in Pyongyang" differ
                yield inner.index, outer.index


def _is_pair(grammar: Grammar, inner: Token, outer: Token) -> bool:
    """Say whether a "coordination" of two places has no conjunction: "visited Aden , Yemen , today"."""
    conjuncts = [inner, *grammar.analysis.dependents(inner.index, "conj")]
    joined = any(grammar.analysis.has_dependent(token.index, "cc") for token in conjuncts)
    return outer.deprel == "conj" and outer.head == inner.index and len(conjuncts) == 2 and not joined


_UNMARKED = frozenset({"nmod:unmarked", "obl:unmarked", "appos", "nmod", "dep", "list"})
"""Relations of a place behind a comma that is neither coordinated nor the subject of what follows."""


def _described_names(grammar: Grammar) -> Iterator[tuple[int, int, PredicateId]]:
    """Yield named places with the country or place that their description names: "Iraq's second city , Basra"."""
    for noun, name in grammar.named_heads.items():
        if grammar.class_of(name) != "Place" or not grammar.fits_place(noun):
            continue
        is_capital = grammar.token(noun).lemma.lower() == "capital"
        for modifier in grammar.analysis.dependents(noun, "amod", "compound", "nmod:poss"):
            mention = grammar.names.get(modifier.index)
            if mention is not None and mention.head != name and mention.type in {"group", "place"}:
                yield name, modifier.index, _CAPITAL if is_capital else _LOCATED


def _described_places(grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Yield common nouns for places, bodies, people and things with the named place that they stand in."""
    for token in grammar.analysis.tokens:
        if token.upos != "NOUN" or token.index in grammar.names:
            continue
        near = [place for place in _places_near(grammar, token.index) if _is_place(grammar, place)]
        if near and _stands_somewhere(grammar, token):
            yield from ((token.index, place) for place in near)
        if grammar.class_of(token.index) == "Facility":
            owners = (owner for owner in grammar.owners(token.index) if _is_place(grammar, owner))
            yield from ((token.index, owner) for owner in owners)


def _stands_somewhere(grammar: Grammar, token: Token) -> bool:
    """Say whether a noun denotes what a place behind it holds, not so in "was the chief in Rome"."""
    is_someone = grammar.is_human(token.index) and token.index not in grammar.clauses
    return is_someone or grammar.fits_place(token.index) or _is_object(grammar, token)


def _places_near(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield what stands behind a noun with "in", "near" or "at", and its examples: "nations including Denmark"."""
    for dependent in grammar.analysis.dependents(noun, "nmod"):
        if preposition(grammar.analysis, dependent.index) not in {"in", "near", "at"}:
            continue
        yield dependent.index
        for modifier in grammar.analysis.dependents(dependent.index, "nmod"):
            if preposition(grammar.analysis, modifier.index) in EXAMPLES:
                yield from (filler.head for filler in coordinated(grammar.analysis, modifier.index))


def _is_object(grammar: Grammar, token: Token) -> bool:
    found = grammar.class_of(token.index)
    known = found not in {"", "Time", "Quantity"}
    return token.nominal_type == "object" and known and grammar.vocabulary.kind(found) == "Product"


def _is_place(grammar: Grammar, index: int) -> bool:
    return index in grammar.names and grammar.names[index].type == "place"


def _is_outer(grammar: Grammar, mention: Mention, index: int) -> bool:
    other = grammar.names.get(index)
    return other is not None and other != mention and other.type == "place"


def _is_local(grammar: Grammar, mention: Mention, index: int) -> bool:
    word = preposition(grammar.analysis, index)
    if word:
        return word in {"in", "near", "at"}
    tokens = grammar.analysis.tokens
    return mention.type == "place" and index > mention.tokens.end - 1 and tokens[mention.tokens.end].text == ","
