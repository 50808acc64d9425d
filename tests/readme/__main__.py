"""`python -m tests.readme` writes into README what its commands print now, and draws its picture."""

import shutil
import tempfile
from pathlib import Path

from tests.readme.console import CHECKOUT, README, ran, rewritten

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(CHECKOUT / "samples", folder / "samples")
        README.write_text(rewritten(README.read_text(encoding="utf-8"), folder), encoding="utf-8")
        ran("kg draw -o graph.png", folder).check_returncode()
        shutil.copy(folder / "graph.png", CHECKOUT / "docs" / "graph.png")
