"""Fixed phrases: a verb and a noun that names nothing there ("came to light"); the two are one predicate."""

from kg.document import Analysis
from kg.extract.clause import Clause
from kg.extract.slots import preposition
from kg.wording import Lexicons


def fixed_phrase(clause: Clause, analysis: Analysis, lexicons: Lexicons) -> tuple[int, str] | None:
    """Give the noun of a verb's fixed phrase with the words of the phrase, None without one.

    The fraud came to light in a report .      light: "to light"
    The guards turned a blind eye .            eye: "blind eye"
    """
    nouns = () if clause.passive else (*clause.objects, *(oblique.filler for oblique in clause.obliques))
    for noun in nouns:
        if is_fixed(analysis, clause.lemma, noun.head, lexicons) and noun.head > clause.head:
            return noun.head, _words(analysis, noun.head, analysis.tokens[noun.head].text)
    return None


def is_fixed(analysis: Analysis, verb: str, noun: int, lexicons: Lexicons) -> bool:
    """Say whether a verb with its particle and a noun make a fixed phrase."""
    return (verb, _words(analysis, noun, analysis.tokens[noun].lemma)) in lexicons.fixed_phrase_words


def _words(analysis: Analysis, noun: int, form: str) -> str:
    """Give a form of a noun behind its preposition and modifiers."""
    modifiers = [word.text.lower() for word in analysis.dependents(noun, "amod", "compound") if word.index < noun]
    return " ".join([*preposition(analysis, noun).split(), *modifiers, form.lower()])
