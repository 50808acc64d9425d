"""Options that several commands share, and the graph that they point to."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import InputError
from kg.settings import DEVICES, load_settings

if TYPE_CHECKING:
    from kg.graph import Graph

graph_option = click.option(
    "--graph", "folder", metavar="DIR", help="Folder that `kg build` wrote (output, or `graph` in kg.toml)."
)
device_option = click.option(
    "--device", type=click.Choice(DEVICES), help="What the network runs on (auto: CUDA where onnxruntime has it)."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def open_graph(folder: str | None) -> "Graph":
    """Open the graph in a folder that `kg build` wrote, to read; that of the settings if None.

    Raises:
        InputError: there is no graph.
        SettingsError: a setting is wrong.
        StoreError: the graph is in use or damaged.
    """
    from kg.graph import Graph

    place = Path(load_settings(options={"graph": folder}).graph)
    if not (place / "graph").is_dir():
        raise InputError(f"there is no graph in {place}: make one with `kg build ARTICLES -o {place}`")
    return Graph.open(place / "graph", read_only=True)
