"""Taking, holding and leaving an office."""

from collections.abc import Iterable, Iterator

from kg.document import Period
from kg.extract.clauses import Clause
from kg.extract.frames import slot_fillers
from kg.extract.grammar import Grammar
from kg.extract.rules.office import Bearing, held
from kg.extract.slots import Filler
from kg.knowledge import Claim
from kg.rows import OfficeVerb


def office_change(grammar: Grammar) -> Iterator[Claim]:
    """Claims of verbs by which somebody comes to an office or leaves it.

    Lucía Ferrán resigned as culture minister on Tuesday .    ->  Ferrán | kg:holdsOffice | culture minister, former
    Darrieux became foreign minister in 2019 .                ->  Darrieux | kg:holdsOffice | foreign minister, 2019
    """
    for clause, factuality in grammar.verbs():
        for row in grammar.lexicons.office_verbs_of.get(clause.lemma, ()):
            for slot in row.title:
                for noun in _titles(clause, slot):
                    for holder in slot_fillers(clause, row.holder):
                        time = _bounded(grammar.time_of(clause), row)
                        bearing = Bearing("office_change", None, factuality, time, row.status)
                        yield from held(grammar, holder.head, noun.head, bearing)


def _titles(clause: Clause, slot: str) -> Iterable[Filler]:
    if slot == "xcomp":
        return tuple(Filler(head) for head in clause.complements)
    return slot_fillers(clause, slot)


def _bounded(time: Period | None, row: OfficeVerb) -> Period | None:
    """Turn the time of leaving into the end of the office; its start stays as stated."""
    if time is not None and row.dates == "end":
        return Period("", time.end)
    return time
