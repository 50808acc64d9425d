"""A participant of a verb and its prepositional arguments."""

from collections.abc import Iterator

from kg.document import Token
from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, open_wording, participle_predicate, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.needs import idiom, is_idiomatic, tells_enough, told_by
from kg.extract.object_complements import called, said_of_oblique, small_complement
from kg.extract.phrases import compound_before
from kg.extract.rules.light_verb import is_idiom
from kg.extract.slots import Filler, Oblique, preposition
from kg.knowledge import Claim, PredicateId

ADVERBIAL = frozenset(
    {
        "",
        "as",
        "despite",
        "during",
        "because of",
        "due to",
        "amid",
        "without",
        "like",
        "unlike",
        "except",
        "besides",
        "than",
        "by",
        "per",
        "in order",
        "instead of",
        "rather than",
        "such as",
        "including",
        "regardless of",
        "in addition to",
        "ahead of",
        "along with",
        "apart from",
        "aside from",
        "except for",
        "together with",
        "via",
        "between",
    }
)
"""Prepositions that modify the whole clause: their nouns are no participants."""

_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"}
) | {"close", "next", "short"}
"""Adverbs that say more than their verb ("finished third", "fell short")."""

_GOALS = frozenset({"into", "onto", "to"})
"""Prepositions of where somebody goes or what something is done to, beside which a further one says little alone."""

_SELF_EVIDENT = frozenset({"from", "to", "into", "onto"})
"""Prepositions that say enough beside a goal: "flew to Riga from Oslo" tells where from."""

_EARLIER = frozenset({"after", "following", "since"})
"""Prepositions of what was before; a participant behind them only did the same: "the third to join, after Oslo"."""

_SHORT = 3
"""Words of a name or goal that goes into a relation; a longer one makes the relation unreadable."""

_BY_ONESELF = frozenset(
    PredicateId(f"kg:{name}")
    for name in ("arrivesIn", "candidateFor", "fights", "leaves", "livesIn", "plans", "visits")
)
"""Predicates that a verb has of its subject only without an object: "land in", "run for", "prepare for"."""

PLACING = frozenset({"in", "at", "on", "near", "from", "inside", "outside", "within", "throughout", "across", "around"})
"""Prepositions of where something is done, whatever it is."""


def oblique(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a verb's subject with each prepositional argument.

    The envoy arrived in Dakar on Wednesday .       ->  envoy | kg:arrivesIn | Dakar
    Poland bought helicopters from Norrvik .        ->  Poland | buy helicopters from | Norrvik
    The mayor was photographed in Bilbao .          ->  mayor | be photographed in | Bilbao
    The island is known as Tern Rock .              ->  island | be known as | Tern Rock
    Oslo called on Riga to sign the treaty .        ->  Oslo | call on to sign treaty | Riga

    Of an active verb with an object, object and oblique are linked only by a frame; its subject is by what is done
    (`buy helicopters from`).
    """
    for clause, _ in grammar.verbs:
        for argument in clause.obliques:
            head = argument.filler.head
            if argument.preposition in grammar.lexicons.attribution_of_phrase or grammar.is_time(head):
                continue
            if is_idiomatic(grammar, clause, head):
                continue
            said = clause.lemma in grammar.lexicons.reporting_of_verb and not clause.passive
            if said and argument.preposition == "in" and grammar.is_utterance(head):
                continue  # "denied in an email that …"
            if (
                grammar.is_adverbial(argument.filler.head)
                and grammar.token(head).lemma.lower() in grammar.lexicons.vague_lemmas
            ):
                continue
            for subject in clause.subjects:
                yield from _linked(grammar, clause, "subj", subject, argument)
            for patient in clause.objects:
                yield from _linked(grammar, clause, "obj", patient, argument)


def _linked(grammar: Grammar, clause: Clause, slot: str, participant: Filler, argument: Oblique) -> Iterator[Claim]:
    factuality = grammar.read(clause, participant, argument.filler)
    if factuality is None or participant.head == argument.filler.head or _is_to_undergo(grammar, clause, argument):
        return
    heads = (participant.head, argument.filler.head)
    judges = slot == "subj" and clause.objects and clause.lemma in grammar.lexicons.kind_of_judging
    found = None if judges else _predicate(grammar, clause, slot, argument.preposition, heads)
    lemma = f"{clause.lemma} {argument.preposition}".strip()
    if slot == "subj" and (what := called(grammar, clause, argument)):
        found = open_wording(f"{lemma} {what}"), False
    if found is not None:
        predicate, turned = found
        wording = Wording("oblique", predicate, lemma, clause.head, confidence=TYPED)
        yield grammar.claim(wording, *(heads[::-1] if turned else heads), factuality, clause)
        return
    sets_scene = _sets_scene(grammar, clause, argument) or _is_absolute(grammar, clause, argument)
    if sets_scene or not _links(grammar, clause, slot, argument):
        return
    fixed = idiom(grammar, clause)
    if argument.preposition == clause.particle or _does_itself(grammar, clause, argument.filler.head):
        return
    done_to = fixed[1] if fixed else _done_to(grammar, clause, slot, argument)
    whither = "" if fixed else _whither(grammar, clause, argument)
    if done_to is None or whither is None:
        return
    patient = ("obj", "phrase") if slot == "obj" or done_to else ()
    told = (f"prep:{argument.preposition}", *patient, *told_by(whither))
    told += told_by(done_to) if slot == "obj" else ()
    if fixed is None and not tells_enough(grammar, clause, *told):
        return
    verb = clause.lemma
    if slot == "obj":
        verb = f"be {grammar.token(clause.head).text.lower()} {clause.particle}"
    said = said_of_oblique(grammar, clause, argument)
    lemma = " ".join(f"{verb} {done_to} {whither} {argument.preposition} {said}".split())
    wording = Wording("oblique", open_wording(lemma), lemma, clause.head, confidence=OPEN)
    yield grammar.claim(wording, *heads, factuality, clause)


def _is_to_undergo(grammar: Grammar, clause: Clause, argument: Oblique) -> bool:
    """Say whether a noun is only what something is to be done to: "called for the mine to be closed" wants no mine."""
    below = (grammar.clauses.get(head) for head in clause.complements)
    return any(inner.passive and argument.filler in inner.objects for inner in below if inner is not None)


def _does_itself(grammar: Grammar, clause: Clause, head: int) -> bool:
    """Say whether a name acts in the gerund behind it, which is what the verb is about: "spoke of Riga taking over"."""
    following = grammar.token(min(head + 1, len(grammar.analysis.tokens) - 1))
    return head in grammar.names and following.xpos == "VBG" and following.head in {head, clause.head}


def _sets_scene(grammar: Grammar, clause: Clause, argument: Oblique) -> bool:
    """Say whether a phrase only frames what a clause says: in front of all, or behind a comma and "with".

    For the test, rats were put in a box .     To its backers, the bill stands for thrift .
    The ferry sank, with nine crew below .
    """
    head = argument.filler.head
    if grammar.token(head).head != clause.head:  # "the box that the rats were put in"
        return False
    before = min((filler.head for filler in clause.surface), default=0)
    if head < min(before, clause.head):
        return argument.preposition not in PLACING or not _is_participant(grammar, head)
    cases = [case.index for case in grammar.analysis.dependents(head, "case")]
    return argument.preposition == "with" and bool(cases) and grammar.token(cases[0] - 1).text == ","


def _is_absolute(grammar: Grammar, clause: Clause, argument: Oblique) -> bool:
    """Say whether "with" and a noun with its participle stand beside a clause: "paid ten crowns with others fined"."""
    analysis, head = grammar.analysis, argument.filler.head
    starts = [case.index for case in analysis.dependents(head, "case")]
    if argument.preposition != "with" or not starts:
        return False
    has_participle = any(word.index == head + 1 and word.xpos[:2] == "VB" for word in analysis.dependents(head, "acl"))
    between = analysis.tokens[clause.head + 1 : starts[0]]
    return has_participle and any(word.deprel in {"obj", "obl:unmarked"} or word.upos == "SYM" for word in between)


def _whither(grammar: Grammar, clause: Clause, argument: Oblique) -> str | None:
    """Give the words between a verb and a preposition without which the two say nothing, often none.

    The firm came under fire from the union .       "under fire"
    Riga finished third in the contest .            "third"
    Tran moved to Australia with his parents .      "to Australia"

    None for a goal that is too long to go into a relation.
    """
    behind = clause.head + 1
    after = behind + bool(clause.particle and grammar.analysis.word_at(behind) == clause.particle)
    word = grammar.analysis.word_at(after)
    if word in _RANKS and grammar.token(after).head == clause.head:
        return word
    for other in clause.obliques:
        noun = grammar.token(other.filler.head)
        if noun.head != clause.head or not clause.head < noun.index < argument.filler.head:
            continue
        bare = [part.index for part in grammar.analysis.dependents(noun.index)] == [after]
        is_time = grammar.is_time(noun.index)
        known = noun.index in grammar.names or is_time or grammar.is_adverbial(other.filler.head)
        if bare and other.preposition and noun.index == after + 1 and noun.xpos == "NN":
            return "" if known else f"{other.preposition} {noun.text.lower()}"
        if other.preposition in _GOALS and argument.preposition not in _SELF_EVIDENT and not is_time:
            named = grammar.argument(noun.index)
            goal = named.name or named.text
            return f"{other.preposition} {goal}" if len(goal.split()) <= _SHORT and noun.upos != "PRON" else None
    return ""


def _done_to(grammar: Grammar, clause: Clause, slot: str, argument: Oblique) -> str | None:
    """Give what a verb needs beside it to say what its subject does with a prepositional argument, often nothing.

    Poland bought helicopters from Norrvik .       "helicopters": "bought from" alone would not say what was done
    Fisk replaced Ana Ruiz with Jon Lind .         None: a name is no part of a relation
    The pageant took place in Nuuk .               "place"
    The diver was found dead in the lake .         "dead"
    Kahlo met her dealer in Detroit .              None: met whom? The place is that of the other claim

    None as well where nobody takes part ("gave details in a statement"), or only in what was before.
    """
    if slot == "obj":
        return small_complement(grammar, clause)
    nouns = clause.objects
    idiom = next((grammar.token(noun.head).lemma for noun in nouns if is_idiom(grammar, clause, noun)), "")
    if idiom or not (nouns or clause.complements):
        return idiom
    local = argument.preposition in PLACING
    if not _is_participant(grammar, argument.filler.head) or (local and not nouns):
        return None
    if not nouns:
        return ""
    noun = grammar.token(nouns[0].head)
    asked = grammar.lexicons.object_complements_of.get(clause.lemma, ())  # "named the ship after Ana Ruiz"
    if argument.preposition in _EARLIER and argument.preposition not in asked:
        return None
    if grammar.mention_types.get(noun.index) == "quantity":
        return None  # "lead 76 percent in"
    if noun.upos != "NOUN" or noun.index in grammar.names or noun.index in grammar.named_heads:
        return None
    return (
        f"{compound_before(grammar.analysis, noun.index, grammar.names)} {noun.text.lower()} {_of_what(grammar, noun)}"
    )


def _of_what(grammar: Grammar, noun: Token) -> str:
    """Give the bare noun behind "of" that makes one notion with a noun: "declared a state of emergency in Bergen"."""
    for part in grammar.analysis.dependents(noun.index, "nmod"):
        is_bare = part.index == noun.index + 2 and part.upos == "NOUN" and part.index not in grammar.names
        if is_bare and preposition(grammar.analysis, part.index) == "of":
            return f"of {part.text.lower()}"
    return ""


def _links(grammar: Grammar, clause: Clause, slot: str, argument: Oblique) -> bool:
    """Say whether a preposition may link a participant openly: of an active verb's object never, by an adverbial never.

    "As" behind a passive says what its subject is taken for: "was identified as Ivan Petrov"; not "as a result".
    """
    if (slot == "obj" and not clause.passive) or grammar.is_adverbial(argument.filler.head):
        return False
    noun = grammar.token(argument.filler.head).lemma.lower()
    if grammar.token(argument.filler.head).upos in {"ADJ", "ADV"} and argument.filler.head not in grammar.names:
        return False  # "say for sure"
    taken_for = argument.preposition == "as" and slot == "obj" and noun not in grammar.lexicons.partitive_lemmas
    return argument.preposition not in ADVERBIAL or (taken_for and clause.lemma not in grammar.lexicons.office_verbs_of)


def verb_slots(clause: Clause) -> Iterator[tuple[str, Filler]]:
    """Yield the objects and prepositional arguments of a verb, each with the name of its slot in a frame."""
    yield from (("obj", target) for target in clause.objects)
    yield from ((f"prep:{oblique.preposition}", oblique.filler) for oblique in clause.obliques)


def _is_participant(grammar: Grammar, head: int) -> bool:
    """Say whether a nominal beside an object or a content takes part by itself: somebody, or something with a name.

    sold the yard to Norrvik -> Norrvik;   gave details in a statement -> nothing
    """
    return head in grammar.names or grammar.is_human(head) or grammar.is_organized(head)


def _predicate(
    grammar: Grammar, clause: Clause, slot: str, preposition: str, heads: tuple[int, int]
) -> tuple[PredicateId, bool] | None:
    """Give the typed predicate of a verb for a participant and a prepositional argument, and whether it is turned.

    The parser takes particles for prepositions: "blew up the bridge" is read by the frame of "blow up" with an object,
    "walked out of the session" by the one of "walk out" with "of". A passive may be an adjective's participle.
    """
    found = verb_predicate(grammar, clause.lemma, (slot, f"prep:{preposition}"), heads)
    if found is not None and slot == "subj" and _is_of_object(grammar, clause, found[0]):
        return None
    if found is not None and slot == "obj" and found[1] and _is_done(grammar, clause, found[0], heads[0]):
        return None
    if found is None and slot == "subj" and not clause.objects and _may_be_particle(grammar, preposition, heads[1]):
        found = verb_predicate(grammar, f"{clause.lemma} {preposition}", ("subj", "obj"), heads)
    if found is None and preposition.startswith("out "):
        found = verb_predicate(grammar, f"{clause.lemma} out", (slot, "prep:of"), heads)
    if found is None and (slot == "obj") == clause.passive:
        felt = participle_predicate(grammar, clause, preposition, heads)
        found = (felt, False) if felt else None
    return found


def _is_of_object(grammar: Grammar, clause: Clause, predicate: PredicateId) -> bool:
    """Say whether it is the object that goes or is run: in "landed the marines in Kent" they arrive, not their ship."""
    done_to = any(thing.head > clause.head and not grammar.is_time(thing.head) for thing in clause.objects)
    return done_to and not clause.passive and predicate in _BY_ONESELF


def _is_done(grammar: Grammar, clause: Clause, predicate: PredicateId, patient: int) -> bool:
    """Say whether the subject does it: in "Fisk killed a guard in the raid" the raid does not kill as well."""
    ends = ((subject.head, patient) for subject in clause.subjects)
    return (predicate, False) in (verb_predicate(grammar, clause.lemma, ("subj", "obj"), pair) for pair in ends)


def _may_be_particle(grammar: Grammar, preposition: str, head: int) -> bool:
    """Say whether a preposition may be a particle: "in" and "on" only before a person ("voted in an independent")."""
    return preposition not in {"in", "on"} or grammar.token(head).nominal_type == "person"
