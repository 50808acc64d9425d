"""How much there is to read, for the progress bar."""

import gzip
from pathlib import Path

from kg.read import count

LINE = b'{"text": "Norland rejected the talks."}\n'


def test_files_count_once_and_json_lines_by_line(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Norland rejected the talks.")
    (tmp_path / "three.jsonl").write_bytes(LINE * 3)
    (tmp_path / "two.jsonl.gz").write_bytes(gzip.compress(LINE * 2))
    (tmp_path / "README.md").write_text("no article")
    assert count(tmp_path) == 6
    assert count(tmp_path / "three.jsonl", "-") == 4


def test_what_cannot_be_read_counts_once(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl.gz").write_bytes(b"\x1f\x8b no gzip")
    (tmp_path / "empty.jsonl").write_bytes(b"")
    assert count(tmp_path, tmp_path / "missing.txt") == 3
    assert count() == 0
