"""Who holds which office or role: titles, appositions, copulas."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from kg.document import Mention, Period, Token
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.readings import Factuality
from kg.extract.rules.description import described, is_relational
from kg.extract.slots import Filler, coordinated, preposition
from kg.extract.titles import Title, is_bare, is_one_of_several, leads_part, title_at
from kg.knowledge import Argument, Certainty, Claim, PredicateId

HOLDS = PredicateId("kg:holdsOffice")
PART_OF = PredicateId("kg:partOf")
_LEADS = PredicateId("kg:leads")
_STANDS = PredicateId("kg:candidateFor")
_OFFICES = frozenset({"office", "leader", "spokesperson"})
_STATES = frozenset({"Country", "Government", "Region"})
"""Classes of what has ministers."""
_APART = frozenset({"above", "ahead of", "away from", "behind", "below", "from", "off", "under"})
"""Prepositions of what a distance is measured from."""


def title(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a title in front of a name.

    US Treasury Secretary Scott Bessent      ->  Scott Bessent | kg:holdsOffice | US Treasury Secretary
    """
    for name in _persons(grammar):
        before = name.tokens.start - 1
        first = grammar.analysis.sentence(name.head).tokens.start
        if before < first:
            continue
        if grammar.token(before).text.lower() in {"elect", "designate"} and before - 2 >= first:
            before -= 2  # President - elect
        token = grammar.token(before)
        if token.text == "," and before > first and grammar.token(before - 1).upos in {"NOUN", "PROPN"}:
            continue  # "the harbour master, Ilya Sorin" is an apposition
        rank = grammar.lexicons.honorific_of_title.get(token.text.lower().rstrip("."))
        if (
            rank is not None
            and rank.kind in {"office", "rank"}
            and title_at(grammar, before, name.tokens.start) is None
        ):
            yield from _ranked(grammar, name.head, before)
        elif token.upos in {"NOUN", "PROPN", "ADJ"} and before not in grammar.names:
            for bearer in _bearers(grammar, name, before):
                yield from held(grammar, bearer, before, Bearing("title", name.tokens.start))
            yield from _with_another(grammar, name, before)
        elif token.upos in {"NOUN", "PROPN"} and before in grammar.names:
            yield from _with_body(grammar, name, before)


def _ranked(grammar: Grammar, holder: int, rank: int) -> Iterator[Claim]:
    """Sen. Peter Welch      ->  Peter Welch | kg:holdsOffice | Sen."""
    span = grammar.token(rank).span
    office = Argument(span, grammar.token(rank).text, rank, type="Office")
    wording = Wording("title", HOLDS, "hold position", rank, "", TYPED)
    yield grammar.claim(wording, holder, office, grammar.reader.aside(rank))


def _bearers(grammar: Grammar, name: Mention, title: int) -> Iterator[int]:
    """Yield who bears a title; a plural one goes on to the names coordinated: "Presidents Osei and Koné"."""
    yield name.head
    token = grammar.token(title)
    if token.xpos in {"NNS", "NNPS"} or token.lemma.lower() != token.text.lower():
        for filler in list(coordinated(grammar.analysis, name.head))[1:]:
            if grammar.class_of(filler.head) == "Person":
                yield filler.head


def _with_another(grammar: Grammar, name: Mention, title: int) -> Iterator[Claim]:
    """Founder and chief executive Ann Reed: the first of two titles; "the king and Prime Minister Reed" are two."""
    found = title_at(grammar, title, name.tokens.start)
    index = found.tokens.start - 1 if found is not None else 0
    if index < 1 or grammar.token(index).text.lower() not in {"and", "&"}:
        return
    first = grammar.token(index - 1)
    has_determiner = grammar.analysis.has_dependent(first.index, "det", "nmod:poss")
    if grammar.is_title(first.index) and first.xpos in {"NN", "NNP"} and not has_determiner:
        yield from held(grammar, name.head, first.index, Bearing("title", index))


def _with_body(grammar: Grammar, name: Mention, before: int) -> Iterator[Claim]:
    """Minister of Education Stefania Giannini: the body stands between the title and the name."""
    body = grammar.names[before]
    noun = body.tokens.start - 2
    if noun >= 0 and grammar.token(body.tokens.start - 1).text.lower() in {"of", "for", "to", "at"}:
        yield from held(grammar, name.head, noun, Bearing("title", name.tokens.start))


def apposition(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a description beside a name.

    Ghaedi , a lecturer at the university               ->  Ghaedi | kg:worksFor | university
    The transport commissioner , Apostolos Verikios     ->  Verikios | kg:holdsOffice | transport commissioner
    """
    for noun, name in grammar.described:
        mention = grammar.names[name]
        if noun < mention.tokens.start and noun + 1 == mention.tokens.start:
            continue  # a title in front, without comma
        behind = noun > name and grammar.token(noun).deprel == "appos"  # "Ana Ruiz, a writer and lawyer"
        for said in _said(grammar, grammar.token(noun)) if behind else (Filler(noun),):
            if grammar.class_of(name) == "Person":
                yield from held(grammar, name, said.head, Bearing("apposition"))
            else:
                yield from described(grammar, name, said.head, "apposition")


def copula(grammar: Grammar) -> Iterator[Claim]:
    """Claims of "X is (not) the Y of Z".

    Joana Figueiredo is not a member of the Green Alliance .   ->  Figueiredo | kg:memberOf | Green Alliance, negative
    Jamaica is a valued partner .                              ->  Jamaica | be | "valued partner"
    Okello is a writer and lawyer .                            ->  Okello | be | "writer"; "lawyer"
    """
    for clause in grammar.clauses.values():
        noun = grammar.token(clause.head)
        if clause.kind != "copula" or noun.upos not in {"NOUN", "PROPN"} or preposition(grammar.analysis, noun.index):
            continue  # "is in favour of" belongs to the rule `adjective`
        governor = grammar.reader.governor(noun.index)
        if noun.relation == "xcomp" and governor is not None and governor.lemma in grammar.lexicons.office_verbs_of:
            continue  # "appointed Ravn director" belongs to the rule `office_change`
        for subject, said in () if grammar.is_mutual(noun.index) else product(clause.surface, _said(grammar, noun)):
            factuality = grammar.read(clause, subject, *(() if said.head == noun.index else (said,)))
            if factuality is None or subject.head == said.head or _only_tells(grammar, subject.head, said.head):
                continue
            if grammar.class_of(subject.head) not in {"Person", ""}:
                yield from described(grammar, subject.head, said.head, "copula", reading=factuality)
            else:
                bearing = Bearing("copula", factuality=factuality, time=grammar.dating.of_clause(clause))
                yield from held(grammar, subject.head, said.head, bearing)


def _said(grammar: Grammar, noun: Token) -> Iterator[Filler]:
    """Yield a noun that says what somebody is, and those coordinated with it: "a writer and human rights lawyer"."""
    yield Filler(noun.index)
    for filler in list(coordinated(grammar.analysis, noun.index))[1:] if noun.xpos == "NN" else ():
        token = grammar.token(filler.head)
        is_own = filler.head not in grammar.named_heads and not preposition(grammar.analysis, filler.head)
        if token.xpos == "NN" and is_own and grammar.is_human(filler.head) == grammar.is_human(noun.index):
            yield filler


def _only_tells(grammar: Grammar, subject: int, noun: int) -> bool:
    """Say whether "be" only tells how something is called, or how far or old it is: that is not what it is.

    Its name was Tern Rock .     The storm was 90 miles south of the coast .
    The Reds are two games behind the Blues .
    """
    analysis = grammar.analysis
    behind = [token for token in analysis.dependents(noun, "advmod", "amod") if token.index > noun]
    end = grammar.argument(noun).span.end
    left_out = [token for token in analysis.dependents(noun, "nmod", "obl") if token.span.start >= end]
    apart = any(preposition(analysis, token.index) in _APART for token in left_out)
    measured = (behind and grammar.mention_types.get(noun) == "quantity") or (
        apart and not grammar.is_human(noun) and analysis.has_dependent(noun, "nummod")
    )
    return bool(measured) or grammar.token(subject).lemma.lower() == "name"


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a title or role is borne.

    Attributes:
        rule: the construction.
        stop: first token that is not part of the title any more (the name after it), None if open.
        factuality: reading of the clause, None for something said in passing.
        time: when, None if only the title itself may say so.
        status: `former` and the like where the verb says so.
    """

    rule: str
    stop: int | None = None
    factuality: Factuality | None = None
    time: Period | None = None
    status: str = ""


def held(grammar: Grammar, holder: int, noun: int, bearing: Bearing) -> Iterator[Claim]:
    """Give what a title or role says of its bearer: the office, its body, the employer, or just what somebody is.

    A noun that is no title yields "is a" for a person's description, nothing for anything else.
    """
    reading = bearing.factuality or grammar.reader.aside(noun)
    if holder == noun:
        return
    found = _unquoted_title(grammar, noun, bearing.stop)
    if found is None:
        if bearing.stop is None or _is_role(grammar, noun):
            yield from described(grammar, holder, noun, bearing.rule, reading=reading, status=bearing.status)
        return
    when = bearing.time or grammar.dating.of_noun(noun)
    status = bearing.status or found.status
    if status == "nominee":
        reading = replace(reading, certainty=Certainty.PLANNED)
    if found.office.kind in _OFFICES and (bearing.rule == "office_change" or not is_bare(grammar, found)):
        wording = Wording(bearing.rule, HOLDS, "hold position", noun, status, TYPED)
        yield grammar.claim(wording, holder, found.argument(grammar), reading, time=when)
        if found.office.kind == "office":
            yield from _body(grammar, found, bearing.rule, reading, noun)
    elif found.office.kind not in _OFFICES:
        yield from described(grammar, holder, noun, bearing.rule, reading=reading, status=bearing.status)
    if found.office.predicate != HOLDS:
        for body in _own_bodies(grammar, found, holder):
            wording = Wording(bearing.rule, found.office.predicate, found.office.title, noun, status, TYPED)
            yield grammar.claim(wording, holder, _party(grammar, body) or body, reading, time=when)


def _party(grammar: Grammar, body: int) -> Argument | None:
    """Give the party that an adjective speaks of: "the Conservative leader" leads the Conservative Party."""
    found, name = grammar.argument(body), grammar.lexicons.party_of_word.get(grammar.token(body).text, "")
    return replace(found, name=name, type="Party") if name and found.text == grammar.token(body).text else None


def _own_bodies(grammar: Grammar, found: Title, holder: int) -> Iterator[int]:
    """Yield the bodies that a role is in, a leader's only if nothing stands between: no "EU competition chief".

    A Japanese or US astronaut works for no country: that is the rule `nationality`. A film's director leads nobody, and
    "a director of the firm" need not lead it; the Democratic chairman of a committee leads that alone.
    """
    leads = found.office.predicate == _LEADS
    noun = found.title.end - 1
    if leads and (is_one_of_several(grammar, noun) or leads_part(grammar, noun, found.title.start)):
        return
    stands = found.office.predicate == _STANDS  # "candidate Ann Reed of Georgia" is none for Georgia
    bodies = found.bodies or (() if stands else tuple(_bodies_of(grammar, holder)))
    for body in bodies:
        if leads and len(bodies) > 1 and _party(grammar, body) is not None:
            continue
        if grammar.class_of(body) and grammar.fits(body, ("Work",)):
            continue
        is_before = grammar.token(body).relation in {"amod", "compound"}
        foreign = found.office.kind == "role" and is_before and not grammar.fits(body, found.office.body_type)
        parted = leads and grammar.is_parted(body, found.title.start)
        if not foreign and not parted:
            yield body


def _unquoted_title(grammar: Grammar, noun: int, stop: int | None) -> Title | None:
    """Give the title that a noun heads; what stands in quotation marks is none: nicknamed the "king of coal"."""
    found = None if is_relational(grammar, noun) else title_at(grammar, noun, stop)
    is_quoted = found is not None and found.tokens.start and grammar.token(found.tokens.start - 1).xpos == "``"
    return None if is_quoted else found


def _bodies_of(grammar: Grammar, holder: int) -> Iterator[int]:
    """Yield the body that stands behind the name: "Prime Minister Jonas Store of Norway"."""
    for dependent in grammar.analysis.dependents(holder, "nmod"):
        if preposition(grammar.analysis, dependent.index) == "of" and dependent.index in grammar.names:
            yield dependent.index


def _body(grammar: Grammar, found: Title, rule: str, reading: Factuality, noun: int) -> Iterator[Claim]:
    for body in (found.bodies or tuple(_bodies_of(grammar, grammar.named_heads.get(noun, noun))))[:1]:
        if _is_topic(grammar, found, body):
            continue
        wording = Wording(rule, PART_OF, "be part of", noun, "", TYPED)
        yield grammar.claim(wording, found.argument(grammar), body, reading)


def _is_topic(grammar: Grammar, found: Title, body: int) -> bool:
    """Say whether a name in a title is no body: that of a minister ("Public Works"), or one that ends in a title."""
    mention = grammar.names.get(body)
    if mention is None or grammar.class_of(body) != "Organization":
        return False
    words = grammar.analysis.tokens[mention.tokens.start : mention.tokens.end]
    classes = (grammar.lexicons.class_of_noun.get(word.text.lower(), "") for word in words)
    is_called_body = any(
        each not in {"", "Time"} and grammar.vocabulary.kind(each) == "Organization" for each in classes
    )
    is_minister = _STATES.issuperset(found.office.body_type) and not is_called_body
    titled = words[-1].text.lower() in grammar.lexicons.office_of_title and words[-1].nominal_type != "organization"
    return is_minister or (titled and found.title.start < mention.tokens.start)


def _is_role(grammar: Grammar, noun: int) -> bool:
    lemma = grammar.token(noun).lemma.lower()
    return grammar.lexicons.class_of_noun.get(lemma) == "Person"


def _persons(grammar: Grammar) -> Iterator[Mention]:
    yield from (mention for mention in grammar.mentions if mention.type == "person")
