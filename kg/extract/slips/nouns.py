"""Slips of the parser around nouns: whose clause, whose name, whose phrase it is."""

from collections.abc import Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import FINITE, NOUNS, Arc, Slips
from kg.extract.slots import can_act
from kg.wording import Lexicons

_UNBOUND = frozenset({"nmod", "obl", "dep", "obj"})


def which_of_thing(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a clause with "which" to the thing in front of it, not to a person nor to what something is said to be.

    said Fisk , the chair of Oxfam , which aids Chad .      aids <- Fisk   ->   aids <- Oxfam
    It was the first storm of the season , which is long .  long <- storm  ->   long <- season
    """
    if verb.deprel != "acl:relcl":
        return
    said = analysis.has_dependent(verb.head, "cop")
    if analysis.tokens[verb.head].nominal_type != "person" and not said:
        return
    below = range(verb.head + 1, verb.index)
    which = next((i for i in below if analysis.tokens[i].xpos == "WDT" and analysis.tokens[i].text == "which"), None)
    if which is None or analysis.tokens[which - 1].text != ",":
        return
    for index in range(verb.head + 1, which - 1):
        token = analysis.tokens[index]
        ends = max(analysis.below(index)) in {which - 2, which - 1}
        if token.upos in NOUNS and token.nominal_type not in {"", "person"} and ends:
            yield Arc(verb.index, index, "acl:relcl")
            return


def name_after_noun(analysis: Analysis, name: Token) -> Iterator[Arc]:
    """Make a name right behind its noun an apposition; a compound never follows what it modifies.

    Vallon beat holders SC Adlerberg .      compound(holders, Adlerberg)   ->   appos(holders, Adlerberg)
    """
    if name.upos == "PROPN" and name.deprel == "compound" and name.head == name.index - 1:
        yield Arc(name.index, name.head, "appos")


def modifier_for_object(analysis: Analysis, noun: Token) -> Iterator[Arc]:
    """Make the bare first of two "objects" side by side a part of the second: nobody receives anything.

    The ministry will prevent sanctions evasion .      obj(prevent, sanctions)   ->   compound(evasion, sanctions)
    """
    following = analysis.tokens[noun.index + 1 : noun.index + 2]
    if noun.relation not in {"obj", "iobj"} or noun.upos != "NOUN" or can_act(noun) or not following:
        return
    second = following[0]
    bare = not any(part.upos == "DET" for part in analysis.dependents(noun.index))
    if bare and (second.deprel, second.head, second.upos) == ("obj", noun.head, "NOUN"):
        yield Arc(noun.index, second.index, "compound")
        yield from (Arc(part.index, second.index, part.deprel) for part in analysis.dependents(noun.index))


def amount_before_noun(analysis: Analysis, amount: Token) -> Iterator[Arc]:
    """Make an amount between a noun's determiner and the noun a part of the noun, no object of its own.

    Norvik made its $ 3 billion purchase .      obj(made, $)   ->   compound(purchase, $)
    """
    behind = max(analysis.below(amount.index)) + 1
    noun = analysis.tokens[behind] if behind < len(analysis.tokens) else amount
    if amount.relation not in {"obj", "iobj"} or amount.upos not in {"SYM", "NUM"} or noun.upos != "NOUN":
        return
    first = min(analysis.below(amount.index))
    opened = any(word.index < first for word in analysis.dependents(noun.index, "det", "nmod:poss"))
    if noun.relation == "obj" and noun.head == amount.head and opened:
        yield Arc(amount.index, noun.index, "compound")


def predicate_for_object(analysis: Analysis, noun: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make the second "object" of a judging verb, with "a", what it says of the first.

    The agency declared the fever a crisis .      obj(declared, crisis)   ->   xcomp(declared, crisis)
    """
    verb = analysis.tokens[noun.head].lemma.lower() if noun.head != ROOT else ""
    judging = verb in lexicons.kind_of_judging and verb not in lexicons.preposition_of_giving
    if noun.deprel != "obj" or not judging or noun.upos != "NOUN" or analysis.has_dependent(noun.index, "case"):
        return
    first = [thing for thing in analysis.dependents(noun.head, "obj", "iobj") if thing.index < noun.index]
    articles = {word.lemma.lower() for word in analysis.dependents(noun.index, "det")}
    if len(first) == 1 and articles & {"a", "an"} and first[0].index > noun.head:
        yield Arc(noun.index, noun.head, "xcomp")
        yield Arc(first[0].index, noun.head, "obj")


def office_of_object(analysis: Analysis, title: Token, lexicons: Lexicons) -> Iterator[Arc]:
    """Make a bare title behind a name the office that a verb gives to whom it names.

    The board named Lind chairman .           compound(chairman, Lind)     ->   obj(named, Lind), xcomp(named, chairman)
    Parliament elected Ruiz president .       obj(elected, president)      ->   xcomp(elected, president)
    Brink appointed Bo Lind dean in May .     nmod:desc(Bo, dean)          ->   xcomp(appointed, dean)
    """
    if title.lemma.lower() not in lexicons.title_heads or analysis.has_dependent(title.index, "det", "case", "cop"):
        return
    if any(name.index > title.index for name in analysis.dependents(title.index, "appos", "flat")):
        return  # "elected Norvik member Ada Ruiz"
    name = _named_before(analysis, title)
    verb = analysis.tokens[name.head if name is not None and name.deprel != "compound" else title.head]
    slots = {slot for row in lexicons.office_verbs_of.get(verb.lemma.lower(), ()) for slot in row.title}
    if name is None or verb.upos != "VERB" or verb.index > name.index or not slots & {"xcomp", "post:xcomp"}:
        return
    yield Arc(name.index, verb.index, "obj")
    yield Arc(title.index, verb.index, "xcomp")


def _named_before(analysis: Analysis, title: Token) -> Token | None:
    """Give the name right before a title that hangs with it on one verb, or one on the other."""
    if title.head == ROOT:
        return None
    above = analysis.tokens[title.head]
    if title.deprel == "nmod:desc" and above.index < title.index:
        return above if above.deprel == "obj" and above.upos == "PROPN" else None
    if title.deprel not in {"obj", "xcomp"}:
        return None
    beside = [*analysis.dependents(title.index, "compound"), *analysis.dependents(title.head, "obj", "iobj")]
    names = [t for t in beside if t.upos == "PROPN" and t.nominal_type in {"person", ""} and t.index < title.index]
    return names[-1] if names else None


def inverted_place(analysis: Analysis, phrase: Token) -> Iterator[Arc]:
    """Make the phrase before "be" the predicate of what stands behind it.

    Among the dead was a nurse .      dead <- nurse , was <- dead   ->   nurse <- dead as subject
    """
    subject = analysis.tokens[phrase.head] if phrase.head != ROOT else phrase
    if phrase.relation not in _UNBOUND or phrase.index > subject.index or subject.upos not in NOUNS:
        return
    copulas = [*analysis.dependents(phrase.index, "cop"), *analysis.dependents(subject.index, "cop")]
    between = [be for be in copulas if phrase.index < be.index < subject.index]
    before = min(analysis.below(subject.index))
    cases = list(analysis.dependents(phrase.index, "case"))
    if len(between) != 1 or not cases or before != cases[0].index:
        return
    if analysis.has_dependent(subject.index, "nsubj", "nsubj:pass", "expl"):
        return
    yield Arc(phrase.index, subject.head, subject.deprel)
    yield Arc(subject.index, phrase.index, "nsubj")
    yield Arc(between[0].index, phrase.index, "cop")
    behind = analysis.dependents(subject.index, "punct")
    yield from (Arc(mark.index, phrase.index, "punct") for mark in behind)


def amount_of_recipient(analysis: Analysis, amount: Token) -> Iterator[Arc]:
    """Make the amount behind a recipient the object of the verb.

    The court fined the firm two million euros .      obl(fined, euros)   ->   obj(fined, euros)
    """
    if (
        amount.deprel not in {"obl", "obl:unmarked"}
        or amount.head == ROOT
        or analysis.has_dependent(amount.index, "case")
    ):
        return
    counted = analysis.has_dependent(amount.index, "nummod") and amount.nominal_type != "time"
    received = any(t.index < amount.index for t in analysis.dependents(amount.head, "iobj"))
    if counted and received and not analysis.has_dependent(amount.head, "obj"):
        yield Arc(amount.index, amount.head, "obj")


def bare_subject(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a finite verb without subject the bare noun between its conjunction, if any, and itself.

    The team lost after Sofia Lind was sent off .      obl(sent, Sofia)   ->   nsubj:pass(sent, Sofia)
    Moreau scored as Vallon beat Lyon .                nmod(Moreau, Vallon)   ->   nsubj(beat, Vallon)
    """
    if verb.upos != "VERB" or verb.relation in {"acl", "conj", "amod"}:
        return
    if analysis.has_dependent(verb.index, "nsubj", "nsubj:pass", "expl", "csubj"):
        return
    finite = [w.index for w in (*analysis.dependents(verb.index, "aux"), verb) if w.xpos in FINITE]
    if not finite:
        return
    marks = [w.index for w in analysis.dependents(verb.index, "mark", "advmod") if w.upos == "SCONJ" or w.xpos == "WRB"]
    nouns = [
        noun
        for noun in analysis.tokens[_start(analysis, verb, marks) : finite[0]]
        if _is_bare(analysis, noun)
        and (noun.head == verb.index or (marks and noun.head < marks[0]))
        and max(analysis.below(noun.index)) < finite[0]
    ]
    if len(nouns) == 1:
        passive = analysis.has_dependent(verb.index, "aux:pass")
        yield Arc(nouns[0].index, verb.index, "nsubj:pass" if passive else "nsubj")


def _start(analysis: Analysis, verb: Token, marks: list[int]) -> int:
    return marks[0] + 1 if marks else analysis.sentence(verb.index).tokens.start


def _is_bare(analysis: Analysis, noun: Token) -> bool:
    """Say whether a noun has an arc of an object or adjunct, and no preposition."""
    unbound = noun.deprel in _UNBOUND | {"obl:agent", "obl:unmarked"}
    return (
        unbound
        and noun.upos in NOUNS
        and noun.nominal_type != "time"
        and not analysis.has_dependent(noun.index, "case", "mark")
    )


def parallel_verb(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Coordinate a verb with the one farther out that has its form, not with one of another form.

    Ortega will tour a clinic that is run by nuns and will open a school .      open <- run      ->   open <- tour
    Niemi accused Nordlinje of cutting corners and threatened a strike .        threatened <- cutting   ->   <- accused
    """
    if verb.upos != "VERB" or verb.relation != "conj":
        return
    inner = analysis.tokens[verb.head]
    if inner.relation not in {"acl", "advcl", "xcomp"} or analysis.has_dependent(verb.index, "nsubj", "nsubj:pass"):
        return
    own = _form(analysis, verb)
    if not own or own == _form(analysis, inner) or (inner.deprel != "acl:relcl" and _form(analysis, inner)):
        return
    for index in analysis.above(inner.index):
        outer = analysis.tokens[index]
        if outer.upos == "VERB":
            if own == _form(analysis, outer) and outer.relation != "acl":
                yield Arc(verb.index, index, "conj")
            return


def parallel_in_content(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Coordinate a verb with what is said if only that has its auxiliaries.

    The firm said she had been ill and had left .      left <- said   ->   left <- ill
    """
    auxiliaries = tuple(word.lemma.lower() for word in analysis.dependents(verb.index, "aux"))
    if verb.relation != "conj" or not auxiliaries or analysis.has_dependent(verb.index, "nsubj"):
        return
    outer = analysis.tokens[verb.head]
    if auxiliaries == tuple(word.lemma.lower() for word in analysis.dependents(outer.index, "aux")):
        return
    for content in analysis.dependents(outer.index, "ccomp"):
        alike = auxiliaries == tuple(word.lemma.lower() for word in analysis.dependents(content.index, "aux"))
        if outer.index < content.index < verb.index and alike:
            yield Arc(verb.index, content.index, "conj")
            return


def _form(analysis: Analysis, verb: Token) -> tuple[str, ...]:
    """Give the auxiliaries of a verb, its tag if it is finite by itself, nothing if it is not finite."""
    auxiliaries = tuple(word.lemma.lower() for word in analysis.dependents(verb.index, "aux"))
    return auxiliaries or ((verb.xpos,) if verb.xpos in FINITE else ())


def among_them(analysis: Analysis, pronoun: Token) -> Iterator[Arc]:
    """Make what "among them" names a part of the subject, not a second one.

    Two firms operate here , among them the maker Yaro .      maker <- operate   ->   maker <- firms
    """
    named = analysis.tokens[pronoun.head] if pronoun.head != ROOT else pronoun
    if pronoun.text.lower() != "them" or pronoun.relation != "nmod" or named.index < pronoun.index:
        return
    if not any(case.text.lower() == "among" for case in analysis.dependents(pronoun.index, "case")):
        return
    for subject in analysis.dependents(named.head, "nsubj", "nsubj:pass") if named.head != ROOT else ():
        if subject.index < pronoun.index and named.relation in {"nsubj", "obj", "obl"}:
            yield Arc(named.index, subject.index, "appos")
            return


def gap_beyond_saying(analysis: Analysis, saying: Token) -> Iterator[Arc]:
    """Give the relative pronoun to the clause that has no subject, and make who says so a parenthesis of it.

    a tablet that they say records a treaty      obj(say, that), ccomp(say, records)   ->   nsubj(records, that)
    """
    if saying.deprel != "acl:relcl" or not analysis.has_dependent(saying.index, "nsubj"):
        return
    relative = [word for word in analysis.dependents(saying.index, "obj") if word.xpos in {"WDT", "WP"}]
    for content in analysis.dependents(saying.index, "ccomp") if relative else ():
        owned = analysis.has_dependent(content.index, "nsubj", "nsubj:pass", "expl", "mark")
        if not owned and content.index > saying.index:
            passive = analysis.has_dependent(content.index, "aux:pass")
            yield Arc(relative[0].index, content.index, "nsubj:pass" if passive else "nsubj")
            yield Arc(content.index, saying.head, "acl:relcl")
            yield Arc(saying.index, content.index, "parataxis")
            return


NOUN_SLIPS: Slips = {
    amount_before_noun: "obj iobj",
    which_of_thing: "acl",
    name_after_noun: "compound",
    modifier_for_object: "obj iobj",
    inverted_place: "nmod obl dep obj",
    amount_of_recipient: "obl",
    bare_subject: "VERB",
    parallel_verb: "conj",
    parallel_in_content: "conj",
    among_them: "nmod",
    gap_beyond_saying: "acl",
}
