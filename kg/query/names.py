"""Whom or what a name in a question means."""

from dataclasses import dataclass

from kg.graph import Graph
from kg.graph.names import fold
from kg.knowledge import Entity


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for.

    Attributes:
        exact: all that have it as their id, label or alias.
        others: what only has it inside a longer name, best first.
    """

    exact: tuple[Entity, ...]
    others: tuple[Entity, ...]

    @property
    def chosen(self) -> tuple[Entity, ...]:
        """Give all that are called exactly so, else the best of the others."""
        return self.exact or self.others[:1]

    @property
    def left(self) -> tuple[Entity, ...]:
        """Give the others that are not chosen."""
        return self.others if self.exact else self.others[1:]


def named(graph: Graph, name: str) -> Named:
    """Give what a name, an id or an IRI means: in the news Tehran is both a city and a government.

    Raises:
        UnknownName: nothing is called so; carries the nearest names.
    """
    found = graph.find_names(name)
    id = name.removeprefix(f"{graph.iris.base}entity/")
    exact = tuple(entity for entity in found if entity.id == id or fold(name) in names_of(entity))
    return Named(exact, tuple(entity for entity in found if entity not in exact))


def names_of(entity: Entity) -> frozenset[str]:
    """Give the folded names of an entity."""
    return frozenset(map(fold, (entity.label, *entity.aliases)))
