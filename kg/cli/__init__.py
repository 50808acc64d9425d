"""The command line: one file per command, imported when it is used.

A command is a pair: a click wrapper that declares options, and a plain function that does the work.
"""

import errno
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from kg.errors import InputError, KgError

COMMANDS: Mapping[str, Mapping[str, str]] = {
    "Make a graph": {
        "build": "Read articles into a graph, and write its files.",
        "validate": "Check the graph against the shapes of the ontology.",
    },
    "Ask it": {
        "who": "Tell what the graph says of an entity.",
        "between": "Tell what relates two entities.",
        "stance": "Tell who stands where, for and against.",
        "office": "Tell who holds or held an office.",
        "events": "List what happened, where and when.",
        "show": "Show an entity: its type, its names, its articles.",
        "entities": "List the entities.",
        "articles": "List the articles.",
        "stats": "Count what the graph holds.",
        "sparql": "Answer a SPARQL query.",
    },
    "Take it elsewhere": {
        "draw": "Draw the graph, or a part of it.",
        "export": "Write the graph in another format.",
    },
    "Look inside": {
        "extract": "Print the statements of articles without storing them.",
        "explain": "Show one article through all stages.",
        "evaluate": "Tell how good the analysis is, on gold that you have.",
        "train": "Train the analysis model anew (needs newskg[train]).",
    },
}
"""Section → command → what it does; here so that `kg --help` imports none of them."""


class Fault(click.ClickException):
    """An error that the user is told in one line."""

    def __init__(self, error: Exception | str) -> None:
        from kg.cli.terminal import clean

        super().__init__(clean(str(error)))


class WrongCall(Fault):
    """The same, where the call or its input is at fault."""

    exit_code = 2


class Commands(click.Group):
    """Finds commands by the name of their file, and turns our errors into exit codes.

    0 all right; 1 something failed; 2 the call is wrong or names something unknown; 130 interrupted.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands as the help shows them."""
        return [name for section in COMMANDS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of a command; None if there is no such command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section."""
        width = max(map(len, self.list_commands(ctx)))
        for section, commands in COMMANDS.items():
            with formatter.section(section):
                formatter.write_dl([(name.ljust(width), purpose) for name, purpose in commands.items()])

    def invoke(self, ctx: click.Context) -> Any:  # Any: click's
        """Run a command; what it raises on purpose becomes a message and an exit code."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            raise WrongCall(error) from error
        except KgError as error:
            raise Fault(error) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise Fault(f"{error.filename or 'input or output'}: {error.strerror or error}") from error
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            sys.exit(130)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: kg build samples -o output",
)
@click.version_option(package_name="newskg", message="newskg %(version)s")
def main() -> None:
    """Build a cited knowledge graph from news articles, and ask it who relates to whom.

    Every answer can be traced to the sentence that says it. Nothing leaves this machine.
    """
