"""Demonyms, parentheses and words after a name that say where somebody is from."""

from collections.abc import Iterator

from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.slots import preposition
from kg.knowledge import Claim, PredicateId


def nationality(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a demonym before what somebody is.

    the Dutch novelist Samira el Haddad     ->  Samira el Haddad | kg:citizenOf | Dutch
    the Iranian airline Mahan Air           ->  Mahan Air | kg:basedIn | Iranian

    An office says nothing of its holder's passport: a French minister may be no French citizen.
    """
    for noun, name in grammar.described:
        kind = grammar.class_of(name)
        is_office = grammar.is_title(noun) and kind == "Person" and not _is_role(grammar, noun)
        factuality = grammar.reader.aside(noun)
        if kind not in {"Person", "Organization"} or is_office:
            continue
        for modifier in grammar.analysis.dependents(noun, "amod", "compound"):
            mention = grammar.names.get(modifier.index)
            if mention is None or mention.type != "group" or mention.tokens.end - mention.tokens.start != 1:
                continue
            predicate = PredicateId("kg:citizenOf" if kind == "Person" else "kg:basedIn")
            lemma = "be citizen of" if kind == "Person" else "be based in"
            wording = Wording("nationality", predicate, lemma, noun, confidence=TYPED)
            yield grammar.claim(wording, name, modifier.index, factuality)


def _is_role(grammar: Grammar, noun: int) -> bool:
    office = grammar.lexicons.office_of_title.get(grammar.token(noun).lemma.lower())
    return office is None or office.kind == "role"


def affiliation(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a person's name with a body after "of", "from" or "at".

    Saeed al-Qahtani of Bosch & Zonen       ->  Saeed al-Qahtani | kg:worksFor | Bosch & Zonen
    Ana Ruiz , from the health ministry     ->  Ana Ruiz | kg:worksFor | health ministry
    """
    for mention in dict.fromkeys(grammar.names.values()):
        if mention.type != "person":
            continue
        factuality = grammar.reader.aside(mention.head)
        for dependent in grammar.analysis.dependents(mention.head, "nmod"):
            near = preposition(grammar.analysis, dependent.index) in {"of", "from", "at", "with"}
            if near and grammar.is_organized(dependent.index):
                wording = Wording("affiliation", PredicateId("kg:worksFor"), "work for", mention.head, confidence=TYPED)
                yield grammar.claim(wording, mention.head, dependent.index, factuality)
