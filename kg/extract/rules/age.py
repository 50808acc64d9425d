"""How old somebody is."""

from collections.abc import Iterator

from kg.document import Token
from kg.extract.clause import Kind
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.readings import Factuality
from kg.knowledge import Claim, PredicateId, Value

_AGE = PredicateId("kg:hasAge")
_OLDEST = 120
"""Nobody is known to have lived longer than 122 years; a larger number between commas is no age."""


def age(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a number that is an age.

    Harri Lehtonen , 61 , announced the launch .    ->  Lehtonen | kg:hasAge | 61
    the 54 - year - old actor John Smith            ->  John Smith | kg:hasAge | 54
    She was 82 years old .                          ->  She | kg:hasAge | 82
    Tony Mendez died on Saturday , aged 78 .        ->  Tony Mendez | kg:hasAge | 78
    """
    for token in grammar.analysis.tokens:
        found: Iterator[tuple[int, Factuality | None]] = iter(())
        number: Token | None = None
        if token.lemma.lower() == "old":
            number, found = _years(grammar, token), _measured(grammar, token)
        elif token.text.lower() == "aged":
            number, found = _next_number(grammar, token), _measured(grammar, token)
        elif token.upos in {"NOUN", "PROPN"}:
            number, found = _between_commas(grammar, token), iter([(token.index, None)])
        for holder, factuality in found if number is not None else ():
            yield from _aged(grammar, holder, number, factuality)


def _aged(grammar: Grammar, holder: int, number: Token | None, factuality: Factuality | None) -> Iterator[Claim]:
    reading = factuality or grammar.reader.aside(holder)
    if number is None or not _is_somebody(grammar, holder):
        return
    text = number.text.lower()
    if text.isdecimal() and not 0 < int(text) < _OLDEST:
        return
    value = Value(text, "xsd:integer" if text.isdecimal() else "kg:quantity")
    yield grammar.claim(Wording("age", _AGE, "be aged", number.index, confidence=TYPED), holder, value, reading)


def _is_somebody(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal is one person: named, a pronoun, or described."""
    return grammar.token(head).xpos not in {"NNS", "NNPS"} and grammar.class_of(head) == "Person"


def _years(grammar: Grammar, old: Token) -> Token | None:
    """Give the number of years that "old" is measured in."""
    for unit in grammar.analysis.dependents(old.index, "obl", "nmod", "compound", "dep"):
        if unit.lemma.lower() == "year":
            return next(grammar.analysis.dependents(unit.index, "nummod"), None)
    return None


def _next_number(grammar: Grammar, aged: Token) -> Token | None:
    """Give the number right after "aged", None for a range ("aged 12 to 17", "aged 65 and over") or several."""
    tokens = grammar.analysis.tokens[aged.index + 1 : aged.index + 3]
    is_range = len(tokens) == 2 and tokens[1].text.lower() in {"and", "to", "or", "-", "–"}
    if not tokens or tokens[0].upos != "NUM" or is_range or _is_list(grammar, tokens[0]):
        return None
    return tokens[0]


def _is_list(grammar: Grammar, number: Token) -> bool:
    """Say whether another number follows after "and" or a comma: "officers Quirin and Redouane, 40 and 49"."""
    after = grammar.analysis.tokens[number.index + 1 : number.index + 3]
    return len(after) == 2 and after[0].text in {",", "and"} and after[1].upos == "NUM"


def _measured(grammar: Grammar, word: Token) -> Iterator[tuple[int, Factuality | None]]:
    """Yield whose age "old" or "aged" gives: the noun that it modifies or the subject of its clause."""
    clause = grammar.clauses.get(word.index)
    if clause is not None and clause.kind is Kind.COPULA:
        yield from ((subject.head, grammar.read(clause, subject)) for subject in clause.surface)
    elif word.relation in {"amod", "acl", "appos"}:
        yield word.head, None
    elif word.relation in {"parataxis", "advcl", "xcomp", "obl", "conj"} and word.head in grammar.clauses:
        yield from ((subject.head, None) for subject in grammar.clauses[word.head].surface)
    elif word.index in grammar.analysis.coreference_of:  # "the 22-year-old wore a scarf"
        yield word.index, None


def _between_commas(grammar: Grammar, noun: Token) -> Token | None:
    """Give the number in the commas or brackets behind a name or noun: "Harri Lehtonen, 61, …"."""
    mention = grammar.names.get(noun.index)
    if mention is not None and mention.head != noun.index:
        return None
    tokens, index = grammar.analysis.tokens, noun.index + 1 if mention is None else mention.tokens.end
    if index + 2 >= len(tokens) or tokens[index].text not in {",", "("}:
        return None
    closed = tokens[index + 2].text in {",", ".", "and", ")"}
    is_age = closed and tokens[index + 1].text.isdecimal() and not _is_list(grammar, tokens[index + 1])
    return tokens[index + 1] if is_age else None
