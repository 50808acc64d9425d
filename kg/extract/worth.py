"""What is worth saying: claims whose ends are somebody or something."""

from kg.extract.grammar import Grammar
from kg.knowledge import Claim, Value

_ASKING = frozenset({"WDT", "WP", "WRB"})


def is_worth_saying(grammar: Grammar, claim: Claim) -> bool:
    """Say whether both ends of a claim are somebody or something.

    March was cold .                    a time does nothing
    The envoy asked what price it had . a price that is asked for is not named
    The dam is a way .                  a way to what?
    Fisk earned 914 ; Ruiz bought nine . 914 what, nine what?
    """
    subject, target = claim.subject.head, claim.object
    is_date = subject in grammar.times or grammar.mention_types.get(subject) == "date"
    if is_date or _is_asked_for(grammar, subject):
        return False
    if isinstance(target, Value) and claim.lemma == "be" and target.text.lower() in grammar.lexicons.vague_lemmas:
        return False
    if isinstance(target, Value):
        bare = target.datatype == "kg:quantity" and (target.text.isdecimal() or target.text.isalpha())
        return not (bare and claim.predicate.startswith("kgr:"))
    return not _is_asked_for(grammar, target.head)


def _is_asked_for(grammar: Grammar, head: int) -> bool:
    """Say whether a question word stands for a noun or before it ("how", "what price", "how many ships")."""
    if grammar.token(head).xpos in _ASKING:
        return True
    modifiers = [*grammar.analysis.dependents(head, "det", "amod", "nummod")]
    below = [part for word in modifiers for part in grammar.analysis.dependents(word.index, "advmod")]
    return any(word.xpos in _ASKING for word in (*modifiers, *below))
