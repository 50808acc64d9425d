"""Subject and object of a verb."""

from collections.abc import Iterator
from itertools import product

from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, has_complement, open_wording, participle_predicate, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.needs import is_idiomatic, tells_enough, told_by
from kg.extract.object_complements import ADDRESSED, is_actor, said_of_object, tells_more, urged
from kg.extract.rules.content import completed
from kg.extract.rules.judgement import predicatives
from kg.extract.rules.light_verb import is_idiom
from kg.extract.slots import Filler
from kg.knowledge import Claim, PredicateId


def transitive(grammar: Grammar) -> Iterator[Claim]:
    """Claims of verbs with an agent and a patient, active or passive, in any clause that shares them.

    The proposal was rejected by Tehran .
        ^            |           ^
        nsubj:pass   root        obl:agent       ->  Tehran | kg:rejects | proposal

    Tokyo was alarmed by the launches .     ->  Tokyo | kg:fears | launches         (the participle is an adjective's)
    The farmer ascribed the loss to rain .  ->  farmer | ascribe to rain | loss     (what is said of the object)

    Brink helped create the festival .      ->  Brink | help create | festival
    The board took steps to save the mill . ->  board | take | steps to save the mill

    The court told Norvik to sell the yard .    ->  court | tell to sell yard | Norvik

    "The court allowed Norvik to sell the yard" says nothing of court and Norvik alone: that is for the rule `content`;
    nor does "gave the zoo two lions" of giver and lions: that is for the rule `recipient`.

    A passive without agent yields nothing: news hides the actor on purpose and guessing invents facts.

    Source: UD v2 guidelines, nsubj, obj, nsubj:pass and obl:agent.
    """
    for clause, _ in grammar.verbs:
        raised = "raised" in grammar.lexicons.controllers_of.get(clause.lemma, ())
        if clause.complements and raised and not said_of_object(grammar, clause):
            continue
        for subject, target in product(clause.subjects, clause.objects):
            factuality = grammar.read(clause, subject, target)
            if factuality is None or subject.head == target.head or _is_only_time(grammar, target.head):
                continue
            found = _predicate(grammar, clause, subject, target)
            if found is None:
                continue
            predicate, turned = found
            rule, confidence = "passive" if clause.passive else "active", TYPED if predicate[:3] == "kg:" else OPEN
            ends = subject.head, target.head
            thing = None if turned else completed(grammar, target.head)
            wording = Wording(rule, predicate, clause.lemma, clause.head, confidence=confidence)
            first, second = ends[::-1] if turned else (ends[0], thing or ends[1])
            yield grammar.claim(wording, first, second, factuality, clause)


def _is_only_time(grammar: Grammar, head: int) -> bool:
    """Say whether an object is no more than a time: "won a second term" has more."""
    token = grammar.token(head)
    is_thing = token.deprel == "obj" and token.lemma.lower() in grammar.lexicons.class_of_noun
    return grammar.is_time(head) and (head in grammar.times or not is_thing)


def _predicate(grammar: Grammar, clause: Clause, subject: Filler, target: Filler) -> tuple[PredicateId, bool] | None:
    """Give the predicate of a verb for its subject and object, and whether it is turned; None if they say nothing."""
    if _is_help(grammar, clause):
        return open_wording(f"help {clause.lemma}"), False
    if is_idiomatic(grammar, clause, target.head):
        return None
    heads = subject.head, target.head
    more = has_complement(grammar, clause)
    found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), heads, has_more=more)
    felt = participle_predicate(grammar, clause, "by", heads[::-1])
    if found is None and felt is not None:
        found = felt, True
    if what := urged(grammar, clause, target):
        return open_wording(f"{clause.lemma} {what}"), False
    if found is not None:
        has_content = tells_more(grammar, clause) or is_actor(grammar, clause, target)
        return None if found[0] in ADDRESSED and has_content else found
    if _is_half(grammar, clause, target) or _is_no_object(grammar, clause, target):
        return None
    if any(
        not verb_predicate(grammar, clause.lemma, ("subj", "iobj"), (subject.head, r.head)) for r in clause.recipients
    ):
        return None
    said = said_of_object(grammar, clause)
    if not tells_enough(grammar, clause, "obj", *told_by(said), "phrase" if _is_phrase(grammar, target) else ""):
        return None
    return open_wording(f"{clause.lemma} {said}"), False


def _is_phrase(grammar: Grammar, target: Filler) -> bool:
    """Say whether an object is a name or more than a word: "hope" alone tells nothing, "hope of peace" does."""
    words = completed(grammar, target.head) or grammar.argument(target.head)
    return target.head in grammar.names or " " in (words.name or words.text)


def _is_help(grammar: Grammar, clause: Clause) -> bool:
    """Say whether a subject only helps to do something: who "helped create the show" did not create it alone."""
    governor = grammar.reader.governor(clause.head)
    helps = governor is not None and governor.lemma == "help" and governor.surface == clause.surface
    return helps and grammar.token(clause.head).relation == "xcomp"


def _is_half(grammar: Grammar, clause: Clause, target: Filler) -> bool:
    """Say whether a verb needs more than its object to say something: "took place", "called it void", "let it go"."""
    judged = any(predicatives(grammar, clause))
    return judged or is_idiom(grammar, clause, target) or is_actor(grammar, clause, target)


def _is_no_object(grammar: Grammar, clause: Clause, target: Filler) -> bool:
    """Say whether what the parse calls an object is none, or names nothing.

    the only way the town can grow      the gap is an adverbial's
    they did it, she had it all         the verb stands for another, "it" for the state of things
    he added , " A van was burning "    words that are quoted
    he did enough , they need much      how much, not what; "the worst" and "the poor" are something
    she issued a statement              words that are not told
    """
    verb, noun = grammar.token(clause.head), grammar.token(target.head)
    if noun.upos == "ADJ" and noun.index not in grammar.names and not grammar.analysis.has_dependent(noun.index, "det"):
        return not noun.text.lower().endswith("th")  # "finished fifth"
    if clause.lemma in grammar.lexicons.publishing_lemmas and grammar.is_utterance(noun.index):
        words = grammar.argument(noun.index)
        return " " not in (words.name or words.text)
    if noun.index == verb.head and verb.relation == "acl" and noun.lemma.lower() in grammar.lexicons.adverbial_lemmas:
        return True
    if clause.lemma == "do":
        return noun.upos in {"PRON", "PROPN"} or noun.head != verb.index
    if clause.lemma == "have" and noun.text.lower() == "it":
        return True
    row = grammar.lexicons.reporting_of_verb.get(clause.lemma)
    after = [grammar.token(index) for index in range(verb.index + 1, min(verb.index + 3, noun.index + 1))]
    is_quoted = any(token.xpos == "``" for token in after[: 2 if after and after[0].upos == "PUNCT" else 1])
    only_says = row is not None and set(row.complement) <= {"ccomp", "xcomp"}
    return row is not None and (is_quoted or (only_says and grammar.is_human(noun.index)))
