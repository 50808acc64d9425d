"""`python -m tests.readme` writes into README what its commands print now."""

import shutil
import tempfile
from pathlib import Path

from tests.readme.console import CHECKOUT, README, ran, rewritten

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(CHECKOUT / "samples", folder / "samples")
        ran("kg build samples -o output", folder).check_returncode()
        README.write_text(rewritten(README.read_text(encoding="utf-8"), folder), encoding="utf-8")
