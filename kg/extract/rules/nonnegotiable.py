"""Saying that something is not up for negotiation is rejecting the negotiation."""

from collections.abc import Iterator

from kg.extract.clause import Clause
from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.readings import Factuality
from kg.knowledge import Argument, Certainty, Claim, Polarity, PredicateId


def nonnegotiable(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a holder who takes something off the table.

    Tehran holds that its missiles are not up for negotiation .   ->  Tehran | kg:rejects | negotiation on missiles

    Only under a named source: without one nobody is known to reject anything.
    """
    for clause in grammar.clauses.values():
        reading = grammar.reader.read(clause)
        if (
            reading is None
            or reading.voice is None
            or reading.voice.source is None
            or not _refuses(grammar, clause, reading)
        ):
            continue
        for subject in clause.surface:
            target = grammar.argument(subject.head)
            name = f"negotiation on {target.name or target.text}"
            issue = Argument(target.span, target.text, subject.head, name=name, type="Issue")
            said = Factuality(Polarity.POSITIVE, Certainty.CERTAIN, None)
            wording = Wording("nonnegotiable", PredicateId("kg:rejects"), "reject", clause.head, confidence=TYPED)
            yield grammar.claim(wording, reading.voice.source, issue, said, clause)


def _refuses(grammar: Grammar, clause: Clause, reading: Factuality) -> bool:
    token = grammar.token(clause.head)
    denied = reading.polarity is Polarity.NEGATIVE
    lemma = token.lemma.lower()
    kinds = grammar.lexicons.negotiability_of
    if kinds.get(lemma) in {"closed", "open"}:
        bound = kinds[lemma] == "closed" or any(
            word.text.lower() == "non" for word in grammar.analysis.dependents(clause.head)
        )
        return bound != denied
    if not denied and lemma != "table":
        return False
    cases = {word.lemma.lower() for word in grammar.analysis.dependents(clause.head, "case", "advmod", "cop")}
    if not denied:
        return "off" in cases
    around = (lemma, *(word.lemma.lower() for word in grammar.analysis.dependents(clause.head, "obl", "nmod")))
    return any(kinds.get(word) == "matter" for word in around) and bool(
        cases & {"up", "open", "for", "subject"} or lemma in {"up", "open", "subject"}
    )
