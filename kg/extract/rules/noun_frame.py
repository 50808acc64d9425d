"""Nouns with arguments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.clause import Clause
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.readings import RANK, Factuality
from kg.extract.slots import EXAMPLES, coordinated, preposition
from kg.extract.titles import is_one_of_several, leads_part
from kg.knowledge import Certainty, Claim, Polarity, PredicateId
from kg.rows import ComplementVerb, NounFrame

_LEADS = PredicateId("kg:leads")


def noun_frame(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a noun whose possessor, modifiers and complements fill two slots of its frame.

    Iran's rejection of the offer           ->  Iran | kg:rejects | offer
    opponents of the quarry bill            ->  opponents | kg:opposes | quarry bill
    Mali is the target of French sanctions  ->  French | kg:sanctions | Mali

    What a demand, a plan or a refusal is about has not happened: the noun is then read like the verb's complement
    ("called for the release of X by Y": demanded). "No" before the noun denies it.
    """
    for token in grammar.analysis.tokens:
        if token.upos != "NOUN":
            continue
        frames = grammar.lexicons.frames_of_noun.get(token.lemma.lower(), ())
        if not frames:
            continue
        pairs = dict.fromkeys((*pair, row.predicate) for row in frames for pair in _pairs(grammar, token.index, row))
        factuality = reading_of_noun(grammar, token.index) if pairs else None
        if factuality is None:
            continue
        time = grammar.dating.of_noun(token.index)
        for subject, target, predicate in pairs:
            if subject != target:
                wording = Wording("noun_frame", predicate, token.lemma.lower(), token.index, confidence=TYPED)
                yield grammar.claim(wording, subject, target, factuality, time=time)


def reading_of_noun(grammar: Grammar, noun: int) -> Factuality | None:
    """Give how a noun is meant: as its clause if it heads one, else by its voice, "no", and an intensional verb."""
    if noun in grammar.clauses:
        return grammar.reader.read(grammar.clauses[noun])
    human = grammar.is_human(noun)  # "said that the leader of the party …" does not say who leads it
    factuality = grammar.reader.aside(noun) if human else grammar.reader.of_token(noun)
    clause = grammar.reader.containing(noun)
    if factuality is None or (clause is not None and grammar.reader.asks_for(noun, clause)):
        return None
    if clause is not None and not human and noun != clause.head and _is_argument(grammar, noun):
        factuality = _under_verb(grammar, noun, clause, factuality)
    if factuality is None:
        return None
    factuality = _modified(grammar, noun, factuality)
    denied = any(word.lemma.lower() in {"no", "neither"} for word in grammar.analysis.dependents(noun, "det"))
    return replace(factuality, polarity=Polarity.NEGATIVE) if denied else factuality


def _under_verb(grammar: Grammar, noun: int, clause: Clause, factuality: Factuality) -> Factuality | None:
    """Read an event noun as its verb means it: "called for talks" (demanded), "may hold talks" (possible).

    None if the verb is denied and leaves the event open: "did not deny a meeting" says nothing of the meeting.
    """
    reading = grammar.reader.read(clause)
    if reading is None:
        return None
    if clause.lemma in grammar.lexicons.support_lemmas:  # whatever the verb asks of a clause ("have to")
        return replace(factuality, certainty=reading.certainty, polarity=reading.polarity)
    about = {"ccomp", "xcomp", "gerund"} if grammar.token(noun).relation != "obl" else _prepositional(grammar, noun)
    open_rows = [
        row
        for row in grammar.lexicons.complements_of.get((clause.lemma, "VERB"), ())
        if row.complement in about and (row.certainty != Certainty.CERTAIN or row.polarity != Polarity.POSITIVE)
    ]
    if open_rows and reading.polarity is Polarity.NEGATIVE:
        return None
    is_content = grammar.lexicons.kind_of_shell.get(grammar.token(noun).lemma.lower()) == "content"
    return _unrealised(factuality, open_rows[0]) if open_rows and not is_content else factuality


def _modified(grammar: Grammar, noun: int, factuality: Factuality) -> Factuality:
    """Read an event noun under its adjective: "the cancelled summit" (denied), "a possible merger" (possible)."""
    for modifier in grammar.analysis.dependents(noun, "amod"):
        row = grammar.lexicons.modal_of_word.get((modifier.text.lower(), "ADJ"))
        if row is None:
            continue
        if row.polarity == Polarity.NEGATIVE:
            factuality = replace(factuality, polarity=Polarity.NEGATIVE)
        factuality = replace(factuality, certainty=max(factuality.certainty, Certainty(row.certainty), key=RANK.index))
    return factuality


def _prepositional(grammar: Grammar, noun: int) -> set[str]:
    """Give the complement types that an oblique noun may stand for: "called for talks" is `gerund:for`."""
    word = preposition(grammar.analysis, noun)
    return {f"gerund:{word}", f"prep:{word}+xcomp"}


def _unrealised(factuality: Factuality, row: ComplementVerb) -> Factuality:
    """Read a noun as the complement of its verb: denied after "withdrew", at most possible after "proposed"."""
    if row.certainty == Certainty.CERTAIN:
        return replace(factuality, polarity=Polarity(row.polarity))
    level = Certainty(row.certainty) if row.certainty in set(Certainty) else Certainty.POSSIBLE
    return replace(factuality, certainty=level)


def _is_argument(grammar: Grammar, noun: int) -> bool:
    token = grammar.token(noun)
    return token.relation in {"obj", "obl"} or token.deprel == "nsubj:pass"


def _pairs(grammar: Grammar, noun: int, frame: NounFrame) -> Iterator[tuple[int, int]]:
    if frame.subject == frame.object == ("between",):
        members = list(_fillers(grammar, noun, "between"))
        yield from ((members[0], other) for other in members[1:])
        return
    if frame.predicate == _LEADS and (is_one_of_several(grammar, noun) or leads_part(grammar, noun)):
        return
    subjects = _preferred(grammar, noun, frame.subject, frame.subject_type)
    targets = _preferred(grammar, noun, frame.object, frame.object_type, other=subjects) if subjects else []
    if frame.subject == ("self",) and not targets and grammar.is_mutual(noun):
        yield from ((subjects[0], other) for other in subjects[1:2])
        return
    if (frame.subject, frame.subject_type) == (("self",), ("Person",)):  # "Senate majority leader" leads no Senate
        targets = [head for head in targets if not grammar.is_parted(head, noun)]
    if "compound" in frame.object and not targets and frame.subject != ("self",):  # "Israel's drone sale"
        common = frame.object_type != ("Place",)  # a "state visit" visits no state
        modifiers = grammar.analysis.dependents(noun, "compound")
        targets = [modifier.index for modifier in modifiers if common or modifier.index in grammar.names]
    targets = targets or (list(_undergoing(grammar, noun)) if subjects else [])
    for subject in subjects:
        for target in targets:
            fits = grammar.fits(subject, frame.subject_type) and grammar.fits(target, frame.object_type)
            if fits and not (subject == noun and _is_named_by(grammar, noun, target)):
                yield subject, target


def _is_named_by(grammar: Grammar, noun: int, target: int) -> bool:
    """Say whether an "of" phrase names a region instead of what it is part of: "the province of Almora"."""
    is_name = grammar.class_of(noun) == "Region" and target in grammar.names
    indefinite = any(word.lemma.lower() in {"a", "an", "one"} for word in grammar.analysis.dependents(noun, "det"))
    return is_name and grammar.token(noun).xpos == "NN" and not indefinite


def _preferred(
    grammar: Grammar, noun: int, slots: tuple[str, ...], types: tuple[str, ...], other: Sequence[int] = ()
) -> list[int]:
    """Give what fills the first slot that is filled: the world's main sponsor of the fair sponsors the fair."""
    for slot in slots:
        found = [head for head in _fillers(grammar, noun, slot) if head not in other and grammar.fits(head, types)]
        if found:
            return found
    return []


def _undergoing(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield who undergoes an act: "the bank was the target of an investigation"."""
    token = grammar.token(noun)
    if token.relation == "nmod" and grammar.token(token.head).lemma.lower() in grammar.lexicons.undergone_lemmas:
        yield from _described(grammar, token.head)


def _described(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield what a noun is said of: the other side of its copula, or the name in apposition with it."""
    token = grammar.token(noun)
    clause = grammar.clauses.get(token.head) if token.relation == "nsubj" else None
    if noun in grammar.clauses:
        yield from (filler.head for filler in grammar.clauses[noun].surface)
    elif clause is not None and clause.kind == "copula" and grammar.token(token.head).upos == "NOUN":
        yield token.head
    elif noun in grammar.named_heads:
        yield noun


def _itself(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield what a noun says itself of: what it is said of, else the noun and its examples.

    Members of the council include Ana Ruiz .       ->  members, Ana Ruiz
    """
    if noun in grammar.clauses:
        yield from _described(grammar, noun)
        return
    yield noun
    token = grammar.token(noun)
    lists = grammar.clauses.get(token.head) if token.relation == "nsubj" else None
    if lists is not None and lists.lemma == "include":
        yield from (filler.head for filler in lists.objects if grammar.names.get(filler.head))
    for modifier in grammar.analysis.dependents(noun, "nmod"):
        if preposition(grammar.analysis, modifier.index) in EXAMPLES:  # "opponents such as Okello"
            yield from (filler.head for filler in coordinated(grammar.analysis, modifier.index))


def _fillers(grammar: Grammar, noun: int, slot: str) -> Iterator[int]:
    """Yield the tokens that fill a slot of a noun (`poss`, `of`, `compound`, `amod`, `self`, `prep:with` …)."""
    analysis = grammar.analysis
    if slot == "self":
        yield from _itself(grammar, noun)
    elif slot == "is":
        yield from _described(grammar, noun)
    elif slot == "poss":
        for owner in grammar.owners(noun):
            yield from (filler.head for filler in coordinated(analysis, owner))
    elif slot in {"compound", "amod"}:
        for modifier in analysis.dependents(noun, slot):
            if modifier.index in grammar.names:
                yield modifier.index
    else:
        wanted = slot.removeprefix("prep:")
        for modifier in analysis.dependents(noun, "nmod", "obl"):
            if preposition(analysis, modifier.index) == wanted:
                yield from (filler.head for filler in coordinated(analysis, modifier.index))
