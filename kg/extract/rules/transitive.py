"""Subject and object of a verb."""

from collections.abc import Iterator
from itertools import product

from kg.extract.frames import OPEN, TYPED, has_complement, open_wording, participle_predicate, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.object_complements import is_actor, said_of_object, tells_more
from kg.extract.rules.judgement import predicatives
from kg.extract.rules.light_verb import is_idiom
from kg.knowledge import Claim, PredicateId

_TELLS = PredicateId("kg:tells")


def transitive(grammar: Grammar) -> Iterator[Claim]:
    """Claims of verbs with an agent and a patient, active or passive, in any clause that shares them.

    The proposal was rejected by Tehran .
        ^            |           ^
        nsubj:pass   root        obl:agent       ->  Tehran | kg:rejects | proposal

    Tokyo was alarmed by the launches .     ->  Tokyo | kg:fears | launches         (the participle is an adjective's)
    The farmer ascribed the loss to rain .  ->  farmer | ascribe to rain | loss     (what is said of the object)

    "The court allowed Norvik to sell the yard" says nothing of court and Norvik alone: that is for the rule `content`.

    A passive without agent yields nothing: news hides the actor on purpose and guessing invents facts.

    Source: UD v2 guidelines, nsubj, obj, nsubj:pass and obl:agent.
    """
    for clause, _ in grammar.verbs():
        said = said_of_object(grammar, clause)
        if clause.complements and not said and "raised" in grammar.lexicons.controllers_of.get(clause.lemma, ()):
            continue
        rule = "passive" if clause.passive else "active"
        for subject, target in product(clause.subjects, clause.objects):
            factuality = grammar.read(clause, subject, target)
            if factuality is None or subject.head == target.head or grammar.is_time(target.head):
                continue
            heads, has_more = (subject.head, target.head), has_complement(grammar, clause)
            found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), heads, has_more=has_more)
            felt = participle_predicate(grammar, clause, "by", (target.head, subject.head))
            if found is None and felt is not None:
                found = felt, True
            half = is_idiom(grammar, clause, target) or any(predicatives(grammar, clause))
            if found is None and (half or is_actor(grammar, clause, target)):
                continue
            predicate, turned = found or (open_wording(f"{clause.lemma} {said}"), False)
            if predicate == _TELLS and tells_more(grammar, clause):
                continue
            wording = Wording(rule, predicate, clause.lemma, clause.head, confidence=TYPED if found else OPEN)
            yield grammar.claim(wording, *(heads[::-1] if turned else heads), factuality, clause)
