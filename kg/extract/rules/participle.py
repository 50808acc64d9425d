"""Participles with a name for a prefix."""

from collections.abc import Iterator

from kg.extract.frames import TYPED, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.knowledge import Claim, PredicateId

_IMPLIED = frozenset({"in", "to", "with"})
"""Prepositions that a hyphen may stand for; a "Nashville-set" debate is not set against Nashville."""


def participle(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a participle whose prefix is a name.

    a London - based analyst                ->  analyst | kg:basedIn | London         (an adjective: based in)
    the Iran - backed militia               ->  Iran | kg:supports | militia          (a verb: backed by)

    Only with a frame: an "Oscar - nominated" actor was not nominated by Oscar.
    """
    tokens = grammar.analysis.tokens
    for token in tokens[2:]:
        owner = grammar.names.get(token.index - 2)
        if owner is None or tokens[token.index - 1].text not in {"-", "–"} or token.xpos != "VBN":
            continue
        noun = token.head if token.relation in {"amod", "acl", "compound"} else -1
        found = _predicate(grammar, token.index, noun, _city(grammar, owner.head)) if noun >= 0 else None
        if found is None:
            continue
        predicate, lemma, ends = found
        wording = Wording("participle", predicate, lemma, token.index, confidence=TYPED)
        yield grammar.claim(wording, *ends, grammar.reader.aside(token.index))


def _city(grammar: Grammar, place: int) -> int:
    """Give the city in front of a country: "Norvik, Norway-based" is based in Norvik."""
    token = grammar.token(place)
    return token.head if token.deprel == "nmod:unmarked" and token.head in grammar.names else place


def _predicate(
    grammar: Grammar, participle: int, noun: int, owner: int
) -> tuple[PredicateId, str, tuple[int, int]] | None:
    """Give the predicate of a participle, its wording, and subject and object; None without a frame that fits."""
    form, lemma = grammar.token(participle).text.lower(), grammar.token(participle).lemma.lower()
    for frame in grammar.lexicons.frames_of_adjective.get(form, ()):
        word = frame.object[0].removeprefix("prep:")
        is_demonym = grammar.names[owner].type == "group"  # "Moroccan-born": a country
        if word in _IMPLIED and (is_demonym or grammar.fits(owner, frame.object_type)):
            return frame.predicate, f"be {form} {word}", (noun, owner)
    verbal = verb_predicate(grammar, lemma, ("subj", "obj"), (owner, noun))
    if verbal is None or verbal[1]:
        return None
    return verbal[0], lemma, (owner, noun)
