"""README's console blocks: commands behind `$`, and below each what it prints."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
README = CHECKOUT / "README.md"

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A command and the output that README shows for it."""

    command: str
    output: str

    @property
    def installs(self) -> bool:
        """Whether it needs a package index; continuous integration runs these on their own."""
        return "pip install" in self.command

    @property
    def offline(self) -> str:
        """The part that needs none; empty if that would run the tests."""
        rest = self.command.partition(" && ")[2] if self.installs else self.command
        return "" if "pytest" in rest else rest


def shown(text: str) -> Iterator[Shown]:
    """Give the commands of a text in order."""
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Shown(command, output.strip("\n"))


def ran(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder that holds `samples` and `output`, with this environment's `kg`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def rewritten(text: str, folder: Path) -> str:
    """Give the text with what its commands print now; the installation is not repeated."""

    def renew(block: re.Match[str]) -> str:
        lines = []
        for example in shown(f"```console\n{block[0]}```\n"):
            output = ran(example.offline, folder).stdout if example.offline else example.output
            lines += [f"$ {example.command}", *(line.rstrip() for line in output.rstrip().splitlines())]
        return "\n".join(lines) + "\n"

    return _BLOCK.sub(renew, text)
