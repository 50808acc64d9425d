"""Taking, holding and leaving an office."""

from collections.abc import Iterator
from itertools import product

from kg.document import Period
from kg.extract.clause import Clause
from kg.extract.frames import slot_fillers
from kg.extract.grammar import Grammar
from kg.extract.rules.office import Bearing, held
from kg.extract.slots import Filler, preposition
from kg.extract.titles import title_at
from kg.knowledge import Claim, Polarity
from kg.rows import OfficeVerb


def office_change(grammar: Grammar) -> Iterator[Claim]:
    """Claims of verbs by which somebody comes to an office or leaves it.

    Lucía Ferrán resigned as culture minister on Tuesday .    ->  Ferrán | kg:holdsOffice | culture minister, former
    Darrieux became foreign minister in 2019 .                ->  Darrieux | kg:holdsOffice | foreign minister, 2019
    Hale lost his job as justice minister .                   ->  Hale | kg:holdsOffice | justice minister, former
    The chairman , Jussi Lahti , stepped down .               ->  Lahti | kg:holdsOffice | chairman, former
    """
    for clause, factuality in grammar.verbs:
        for row in grammar.lexicons.office_verbs_of.get(clause.lemma, ()):
            is_left = row.status == "former"
            if is_left and factuality.polarity is Polarity.NEGATIVE:
                continue  # who does not resign goes on
            bearing = Bearing(
                "office_change", None, factuality, _bounded(grammar.dating.of_clause(clause), row), row.status
            )
            nouns = [noun.head for slot in row.title for noun in _titles(grammar, clause, slot)]
            if (
                is_left or row.status == "nominee"
            ):  # nobody leaves a cabinet as his office, nor a "landmark" comes to one
                nouns = [noun for noun in nouns if title_at(grammar, noun) is not None]
            nouns = [noun for noun in nouns if not _is_prize(grammar, noun)]
            pairs = list(product(nouns, (holder.head for holder in slot_fillers(clause, row.holder))))
            if is_left and not clause.obliques and not clause.objects:
                pairs = list(_own_titles(grammar, clause))
            for noun, holder in pairs:
                if not _is_body(grammar, noun) and not _is_property(grammar, noun):
                    yield from held(grammar, holder, noun, bearing)


def _own_titles(grammar: Grammar, clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield the titles beside the names of those who step down without a word of what they leave."""
    heads = {grammar.named_heads.get(subject.head, subject.head) for subject in clause.subjects}
    for noun, name in grammar.described:
        found = title_at(grammar, noun) if name in heads else None
        if found is not None and found.office.kind in {"office", "leader"} and not found.status:
            yield noun, name


def _is_body(grammar: Grammar, noun: int) -> bool:
    """Say whether a name is that of a body, which nobody becomes: "elected to Congress" is for the rule `oblique`."""
    return noun in grammar.names and not grammar.is_title(noun) and grammar.is_organized(noun)


def _is_prize(grammar: Grammar, noun: int) -> bool:
    """Say whether somebody is put forward for what is no office: "nominated for an award" makes nobody an award."""
    return preposition(grammar.analysis, noun) == "for" and title_at(grammar, noun) is None


def _is_property(grammar: Grammar, word: int) -> bool:
    """Say whether what somebody becomes is no noun: "became ill" and "became known" are for the rule `property`."""
    return grammar.token(word).upos in {"ADJ", "VERB"} and title_at(grammar, word) is None


def capacity(grammar: Grammar) -> Iterator[Claim]:
    """Claims of "as" with an office in front of who does something in it.

    As finance minister , Jo Bell cut taxes .       ->  Jo Bell | kg:holdsOffice | finance minister
    """
    for clause, _ in grammar.verbs:
        for oblique in clause.obliques:
            noun = oblique.filler.head
            found = title_at(grammar, noun) if oblique.preposition == "as" and noun < clause.head else None
            if found is None or found.office.kind not in {"office", "leader"}:
                continue
            bearing = Bearing("capacity", None, grammar.reader.aside(noun), grammar.dating.of_clause(clause))
            between = (subject.head for subject in clause.subjects if noun < subject.head < clause.head)
            for holder in filter(grammar.names_person, between):
                yield from held(grammar, holder, noun, bearing)


def _titles(grammar: Grammar, clause: Clause, slot: str) -> Iterator[Filler]:
    """Yield the titles in a slot; a post is what follows it: "the post of treasurer", "his job as treasurer"."""
    plain = slot.removeprefix("post:")
    found = tuple(Filler(head) for head in clause.complements) if plain == "xcomp" else slot_fillers(clause, plain)
    for filler in found:
        if grammar.token(filler.head).lemma.lower() in grammar.lexicons.post_lemmas:
            yield from _named_post(grammar, clause, filler.head)
        elif plain == slot:
            yield filler


def _named_post(grammar: Grammar, clause: Clause, post: int) -> Iterator[Filler]:
    """Yield the title behind a word for a post; the parse may hang "as" on the verb."""
    below = [token.index for token in grammar.analysis.dependents(post, "nmod")]
    below += [oblique.filler.head for oblique in clause.obliques if oblique.preposition == "as"]
    for index in below:
        near = preposition(grammar.analysis, index) in {"of", "as"} and index > post
        if near and title_at(grammar, index) is not None:
            yield Filler(index)
            return


def _bounded(time: Period | None, row: OfficeVerb) -> Period | None:
    """Turn the time of leaving into the end of the office; its start stays as stated."""
    if time is not None and row.dates == "end":
        return Period("", time.end)
    return time
