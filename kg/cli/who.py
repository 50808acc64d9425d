"""`kg who`: everything that the graph says of an entity."""

from datetime import datetime

import click

from kg.cli.lines import Json, end_record, line_records, print_line
from kg.cli.manner import spoken
from kg.cli.options import graph_option, json_option, open_graph
from kg.cli.terminal import clean, print_json, screen
from kg.graph import Graph
from kg.graph.names import fold
from kg.knowledge import Entity
from kg.query.lines import Filter, Line, text_of
from kg.query.who import Group, Profile, who

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(epilog="Example: kg who Tehran --evidence")
@click.argument("name")
@click.option("--evidence", is_flag=True, help="Show the quotes.")
@click.option("--predicate", metavar="RELATION", default="", help="Only this relation: rejects, kg:holdsOffice …")
@click.option("--publisher", default="", help="Only what this publisher says.")
@click.option("--since", type=_DAY, help="Only articles of this day or later.")
@click.option("--until", type=_DAY, help="Only articles of this day or earlier.")
@click.option("--affirmed", is_flag=True, help="Only what is affirmed: not denied, planned, possible or alleged.")
@graph_option
@json_option
def command(
    name: str,
    evidence: bool,
    since: datetime | None,
    until: datetime | None,
    folder: str | None,
    as_json: bool,
    **conditions: str | bool,
) -> None:
    """Tell what the graph says of an entity: as subject and as object, grouped by relation.

    NAME is a name, a part of one, or an id; where the news gives one name to several, such as Tehran, all are told
    of. Each line gives the number of sources, the days of their articles,
    and words like "denied", "planned" or "according to" where the articles do not plainly affirm it.
    """
    wanted = Filter(since=since.date() if since else None, until=until.date() if until else None, **conditions)  # type: ignore[arg-type]  # click gives what each field wants
    with open_graph(folder) as graph:
        profiles, others = answers(graph, name, wanted)
        if as_json:
            print_json([record(profile, graph) for profile in profiles])
            return
        for profile in profiles:
            show(profile, graph, quotes=None if evidence else 0)
        show_others(others)


def answers(graph: Graph, name: str, wanted: Filter) -> tuple[list[Profile], tuple[Entity, ...]]:
    """Give the profiles of all that the name stands for, most lines first, and what only has it inside its own name.

    If nothing is called exactly so, the best of the others is told of. Where something fits the filter, what has
    nothing that fits is left out.

    Raises:
        UnknownName: nothing is called so.
    """
    found = graph.find_names(name)
    exact = [entity for entity in found if fold(name) in map(fold, (entity.id, entity.label, *entity.aliases))]
    chosen = exact or found[:1]
    profiles = sorted((who(graph, entity.id, wanted) for entity in chosen), key=_size, reverse=True)
    return [profile for profile in profiles if _size(profile)] or profiles, tuple(
        entity for entity in found if entity not in chosen
    )


def show(profile: Profile, graph: Graph, quotes: int | None) -> None:
    """Print a profile with so many quotes for each line, all for None."""
    console = screen()
    entity = profile.entity
    names = f"  also: {' · '.join(entity.aliases)}" if entity.aliases else ""
    console.print(clean(f"{entity.label} ({entity.type}){names}"), style="bold")
    if not profile.as_subject and not profile.as_object:
        console.print("no statement that fits")
    for group in profile.as_subject:
        _show_group(group, f"{entity.label} {spoken(group.label)}", profile, graph, quotes)
    for group in profile.as_object:
        _show_group(group, _backwards(group, entity), profile, graph, quotes)
    console.print()


def show_others(others: tuple[Entity, ...]) -> None:
    """Tell whom else the name could have meant."""
    if others:
        names = " · ".join(f"{other.label} ({other.id})" for other in others[:5])
        click.echo(clean(f"could also mean: {names}"), err=True)


def record(profile: Profile, graph: Graph) -> Json:
    """Give a profile as JSON."""

    def groups(found: tuple[Group, ...]) -> list[Json]:
        return [
            {"predicate": group.predicate, "label": group.label, "lines": line_records(group.lines, graph)}
            for group in found
        ]

    entity = profile.entity
    return {
        "entity": {**end_record(entity), "aliases": list(entity.aliases)},
        "as_subject": groups(profile.as_subject),
        "as_object": groups(profile.as_object),
    }


def _size(profile: Profile) -> int:
    return sum(len(group.lines) for group in (*profile.as_subject, *profile.as_object))


def _show_group(group: Group, heading: str, profile: Profile, graph: Graph, quotes: int | None) -> None:
    console = screen()
    console.print()
    console.print(clean(heading), style="cyan")
    for line in group.lines:
        print_line(console, graph, line, _other(line, profile.entity), quotes)


def _other(line: Line, entity: Entity) -> str:
    return text_of(line.other(entity.id))


def _backwards(group: Group, entity: Entity) -> str:
    """Give a heading for the subjects; an open relation has no words for the way back: `… push for talks`."""
    predicate = group.lines[0].predicate
    words = spoken(group.label)
    return f"{entity.label} {words}" if predicate.inverse_label else f"… {words} {entity.label}"
