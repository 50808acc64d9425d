"""What a clause behind a noun is to it: its content, an addition, or what tells which one is meant."""

from kg.document import Analysis, Token
from kg.extract.clause import Clause
from kg.wording import Lexicons

_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_INDEFINITE = frozenset({"a", "an", "another"})


def is_content(token: Token, analysis: Analysis, lexicons: Lexicons) -> bool:
    """Say whether a "relative clause" is what its noun is about, with "that" or without it.

    the statement that Riga had paid Oslo
    an allegation Riga had paid Oslo
    """
    parts = list(analysis.dependents(token.index))
    marks = {part.lemma.lower() for part in parts if part.deprel == "mark"}
    relations = {part.deprel for part in parts}
    lacks_nothing = {"nsubj", "obj"} <= relations or "nsubj:pass" in relations or {"nsubj", "cop"} <= relations
    pronoun = any(part.xpos in _RELATIVE for part in parts)
    noun = analysis.tokens[token.head].lemma.lower()
    rows = lexicons.complements_of.get((noun, "NOUN"), ())
    is_whole = lacks_nothing and not pronoun and not marks
    return ("that" in marks or is_whole) and any(row.complement == "ccomp" for row in rows)


def is_supplement(token: Token, analysis: Analysis) -> bool:
    """Say whether a relative clause only adds to what its name or comma has already singled out.

    said Riga had freed Salgado , who had led the port           -> the leading is the article's
    said Riga had freed Salgado , a dancer who performs in Oslo  -> so is the performing
    """
    if token.deprel != "acl:relcl":
        return False
    before = min(analysis.below(token.index)) - 1
    noun = analysis.tokens[token.head]
    return noun.upos == "PROPN" or noun.relation == "appos" or analysis.tokens[before].text == ","


def is_new(noun: int, governor: Clause, analysis: Analysis) -> bool:
    """Say whether a noun names a thing that is only as real as its clause.

    a spill containing lead would reach Oslo     new
    a man wearing a hat may have fled            not new: he wore it, whatever he did
    the plant employing 500 people will close    not new: it stands there
    """
    determiners = {word.lemma.lower() for word in analysis.dependents(noun, "det")}
    perfect = any(word.lemma.lower() == "have" for word in analysis.dependents(governor.head, "aux"))
    return bool(determiners & _INDEFINITE) and analysis.tokens[noun].nominal_type != "person" and not perfect
