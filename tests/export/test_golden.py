"""Exports of the three articles are what they were; `python -m tests.export.golden` accepts a change."""

import pytest

from tests.export.golden import FILES, FOLDER, exported


@pytest.mark.parametrize("name", FILES)
def test_golden(name):
    assert exported(name).decode() == (FOLDER / FILES[name]).read_bytes().decode()
