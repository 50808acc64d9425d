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
            if mention is None or mention.type != "group" or len(mention.tokens) != 1:
                continue
            predicate = PredicateId("kg:citizenOf" if kind == "Person" else "kg:basedIn")
            lemma = "be citizen of" if kind == "Person" else "be based in"
            wording = Wording("nationality", predicate, lemma, noun, confidence=TYPED)
            yield grammar.claim(wording, name, modifier.index, factuality)


def seat(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a body in common words with the country that it belongs to.

    an Italian appeals court                ->  Italian appeals court | kg:basedIn | Italian
    Thailand's election commission          ->  Thailand's election commission | kg:basedIn | Thailand
    """
    for token in grammar.analysis.tokens:
        if token.xpos != "NN" or token.index in grammar.names:
            continue
        if token.index in {noun for noun, _ in grammar.described}:
            continue  # that is the rule `nationality`
        for modifier in grammar.analysis.dependents(token.index, "amod", "compound", "nmod:poss"):
            mention = grammar.names.get(modifier.index)
            kinds = {"place"} if modifier.relation == "nmod" else {"group"}
            if modifier.index and grammar.token(modifier.index - 1).text in {"-", "–"}:
                continue  # an anti-Syrian party
            is_country = mention is not None and mention.type in kinds and len(mention.tokens) == 1
            if is_country and _is_body(grammar, token.index, vague="place" in kinds):
                wording = Wording("seat", PredicateId("kg:basedIn"), "be based in", token.index, confidence=TYPED)
                yield grammar.claim(wording, token.index, modifier.index, grammar.reader.aside(token.index))


def _is_body(grammar: Grammar, noun: int, *, vague: bool) -> bool:
    """Say whether a common noun denotes a body of a certain kind (a court, a company), or if vague any body.

    A government is its country itself; an Islamist movement has its seat nowhere.
    """
    class_name = grammar.lexicons.class_of_noun.get(grammar.token(noun).lemma.lower(), "")
    left_out = {"", "Government"} if vague else {"", "Government", "Organization", "ArmedGroup"}
    return class_name not in left_out and grammar.vocabulary.kind(class_name) == "Organization"


def _is_role(grammar: Grammar, noun: int) -> bool:
    office = grammar.lexicons.office_of_title.get(grammar.token(noun).lemma.lower())
    return office is None or office.kind == "role"


def affiliation(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a person's name with a body after "of", "from" or "at".

    Saeed al-Qahtani of Bosch & Zonen       ->  Saeed al-Qahtani | kg:worksFor | Bosch & Zonen
    Ana Ruiz , from the health ministry     ->  Ana Ruiz | kg:worksFor | health ministry
    Jo Lind of the Reform Party             ->  Jo Lind | kg:memberOfParty | Reform Party
    """
    for mention in grammar.mentions:
        if mention.type != "person":
            continue
        factuality = grammar.reader.aside(mention.head)
        for dependent in grammar.analysis.dependents(mention.head, "nmod"):
            near = preposition(grammar.analysis, dependent.index) in {"of", "from", "at", "with"}
            if near and grammar.is_organized(dependent.index):
                is_party = _is_party(grammar, dependent.index)
                predicate, words = ("kg:memberOfParty", "be member of") if is_party else ("kg:worksFor", "work for")
                wording = Wording("affiliation", PredicateId(predicate), words, mention.head, confidence=TYPED)
                yield grammar.claim(wording, mention.head, dependent.index, factuality)


def _is_party(grammar: Grammar, body: int) -> bool:
    """Say whether the last word of a body's name makes it a party: "the Reform Party"."""
    mention = grammar.names.get(body)
    last = grammar.token(body if mention is None else mention.tokens.end - 1).lemma.lower()
    return grammar.lexicons.class_of_noun.get(last) == "Party"
