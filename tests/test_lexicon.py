"""Tests of the reader of lexicons and gazetteers."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from kg.errors import LexiconError, ResourceError
from kg.lexicon import read_table


class Kind(StrEnum):
    SPEECH = "speech"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class Cue:
    lemma: str
    kind: Kind
    frames: tuple[str, ...]
    kinds: tuple[Kind, ...]
    weight: float
    rank: int


HEADER = "lemma\tkind\tframes\tkinds\tweight\trank"
ROW = "deny\tdenial\ta|b\tspeech|denial\t0.5\t3"


@pytest.fixture
def write(tmp_path: Path):
    def write_table(text: str | bytes) -> Path:
        path = tmp_path / "cues.tsv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_table


def test_a_row_has_the_types_of_its_fields(write):
    path = write(f"# cues\n# licence\n{HEADER}\n{ROW}\n")
    assert read_table(path, Cue) == (Cue("deny", Kind.DENIAL, ("a", "b"), (Kind.SPEECH, Kind.DENIAL), 0.5, 3),)


def test_columns_stand_in_any_order(write):
    path = write("rank\tweight\tlemma\tkind\tkinds\tframes\n1\t2\tsay\tspeech\t\t\n")
    assert read_table(path, Cue) == (Cue("say", Kind.SPEECH, (), (), 2.0, 1),)


def test_rows_keep_the_order_of_the_file(write):
    path = write(HEADER + "".join(f"\n{lemma}\tspeech\t\t\t1\t1" for lemma in "cab"))
    assert [row.lemma for row in read_table(path, Cue)] == ["c", "a", "b"]


@pytest.mark.parametrize("text", [HEADER, f"{HEADER}\n", f"# c\n\n{HEADER}\n", f"{HEADER}\r\n"])
def test_a_table_without_rows_is_empty(write, text):
    assert read_table(write(text), Cue) == ()


def test_windows_line_ends_are_no_part_of_a_cell(write):
    path = write(f"# cues\r\n{HEADER}\r\n{ROW}\r\n")
    assert read_table(path, Cue)[0].rank == 3


def test_other_unicode_line_separators_stay_in_the_cell(write):
    path = write(f"{HEADER}\nde\u2028ny\x85x\tdenial\t\t\t1\t1\n")
    assert read_table(path, Cue)[0].lemma == "de\u2028ny\x85x"


def test_a_hash_after_the_header_is_a_row(write):
    path = write(f"{HEADER}\n#metoo\tspeech\t\t\t1\t1\n")
    assert read_table(path, Cue)[0].lemma == "#metoo"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "no line with column names"),
        ("# only\n# comments\n", 2, "no line with column names"),
        ("lemma\tkind\n", 1, "missing column 'frames'; the columns are lemma, kind, frames"),
        (f"# c\n{HEADER}\tsense\n", 2, "unknown column 'sense'"),
        (f"{HEADER}\tlemma\n", 1, "repeated column 'lemma'"),
        (f"{HEADER}\n{ROW}\n\n{ROW}\n", 3, "1 cells in 6 columns"),
        (f"{HEADER}\n{ROW}\t\n", 2, "7 cells in 6 columns"),
        (f"# c\n{HEADER}\n{ROW}\n{ROW}\n", 4, "same row as line 3"),
        (f"{HEADER}\n{ROW.replace('denial', 'joke', 1)}\n", 2, "column 'kind': 'joke' is not one of speech, denial"),
        (f"{HEADER}\n{ROW.replace('speech|denial', 'speech|joke')}\n", 2, "column 'kinds': 'joke' is not one of"),
        (f"{HEADER}\n{ROW.replace('a|b', 'a||b')}\n", 2, "column 'frames': 'a||b' has an empty value"),
        (f"{HEADER}\n{ROW.replace('a|b', 'a |b')}\n", 2, "column 'frames': 'a ' has spaces around it"),
        (f"{HEADER}\n{ROW.replace('0.5', 'much')}\n", 2, "column 'weight': 'much' is not a number"),
        (f"{HEADER}\n{ROW.replace('0.5', 'nan')}\n", 2, "column 'weight': 'nan' is not a number"),
        (f"{HEADER}\n{ROW}\n{ROW[:-1]}4.0\n", 3, "column 'rank': '4.0' is not a whole number"),
        (f"{HEADER}\n{ROW[:-1]}\n", 2, "column 'rank': '' is not a whole number"),
        (f"{HEADER}\nd\u00e9ny\n".encode("latin-1"), 2, "not UTF-8"),
    ],
)
def test_a_broken_table_names_file_line_and_problem(write, text, line, problem):
    path = write(text)
    with pytest.raises(LexiconError) as caught:
        read_table(path, Cue)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert str(caught.value).startswith(f"{path}:{line}: {problem}")


def test_a_missing_file_is_a_resource_error(tmp_path):
    with pytest.raises(ResourceError, match="No such file"):
        read_table(tmp_path / "none.tsv", Cue)


def test_a_row_type_that_no_cell_can_hold_is_a_programming_error(write):
    @dataclass(frozen=True)
    class Odd:
        lemma: dict[str, str]

    with pytest.raises(TypeError, match="a table cannot hold"):
        read_table(write("lemma\n"), Odd)
