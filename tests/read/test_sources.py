"""Files, folders, patterns, standard input, and the ids that they give."""

import io
from itertools import permutations
from pathlib import Path

import pytest

from kg.document import Document, Failure
from kg.read import read
from kg.read.fields import text_hash

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "2026/02/c.txt", "2026/d.TXT"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Story {name}.", encoding="utf-8")
    return tmp_path / "news"


def ids(*sources: str | Path) -> list[str]:
    return [article.id if isinstance(article, Document) else article.problem for article in read(*sources)]


def test_a_folder_gives_everything_below_it_in_order(news):
    assert ids(news) == ["2026-02-c", "2026-d", "a", "b"]


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSE.txt", "CHANGELOG.md", ".hidden.txt", ".git/x.txt", "photo.jpg", "notes"]
)
def test_what_is_no_article_is_skipped_in_a_folder(news, name):
    path = news / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("No article.", encoding="utf-8")
    assert ids(news) == ["2026-02-c", "2026-d", "a", "b"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(news):
    path = news / "README.md"
    path.write_text("An article.", encoding="utf-8")
    assert ids(path) == ["readme"]


def test_an_article_about_a_license_is_no_license(news):
    (news / "license-dispute.txt").write_text("They sued.", encoding="utf-8")
    assert "license-dispute" in ids(news)


def test_a_pattern_gives_the_ids_of_its_folder(news):
    assert ids(f"{news}/*.txt") == ["b"]
    assert ids(f"{news}/**/*.txt") == ["2026-02-c", "b"]
    assert ids(f"{news}/20*") == ["2026-02-c", "2026-d"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(news):
    path = news / "a[1].txt"
    path.write_text("One.", encoding="utf-8")
    assert ids(path) == ["a-1"]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("none.txt", "does not exist; check the path"),
        ("*.txt", "matches no articles (.txt, .md, .html, .htm, .jsonl, .jsonl.gz, .json)"),
        ("empty", "holds no articles (.txt, .md,"),
        ("photo.jpg", "is of a kind that kg does not read (.txt, .md,"),
    ],
)
def test_a_source_that_gives_nothing_is_named_and_the_others_go_on(tmp_path, source, problem):
    (tmp_path / "empty").mkdir()
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    good = tmp_path / "good"
    good.mkdir()
    (good / "a.txt").write_text("Text.", encoding="utf-8")
    failure, document = read(tmp_path / source, good)
    assert failure.source == str(tmp_path / source)
    assert failure.problem.startswith(problem)
    assert document.id == "a"


def test_names_that_give_the_same_id_both_get_a_hash_in_any_order(tmp_path):
    paths = [tmp_path / name for name in ("x/Iran talks.txt", "y/iran-talks.txt", "y/iran_talks.md")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Story {path.name}.", encoding="utf-8")
    expected = {f"iran-talks-{text_hash(path.read_text(encoding='utf-8'))[:8]}" for path in paths}
    assert all(set(ids(*order)) == expected for order in permutations(paths))


def test_a_file_named_twice_is_read_once(news):
    assert ids(news / "b.txt", news / "b.txt", f"{news}/b.*", news / "2026" / ".." / "b.txt") == ["b"]


def test_the_same_article_twice_is_given_once(tmp_path):
    for folder in ("x", "y"):
        path = tmp_path / folder / "a.txt"
        path.parent.mkdir()
        path.write_text("id: wire-1\n\nSame text.", encoding="utf-8")
    assert ids(tmp_path) == ["wire-1"]


def test_another_text_under_a_taken_id_gets_a_hash_behind_it(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"id: wire-1\n\nText {name}.", encoding="utf-8")
    assert ids(tmp_path) == ["wire-1", f"wire-1-{text_hash('Text b.')[:8]}"]


def test_a_name_without_letters_gives_way_to_a_hash(tmp_path):
    (tmp_path / "!!!.txt").write_text("Text.", encoding="utf-8")
    assert ids(tmp_path) == [text_hash("Text.")]


def test_decomposed_file_names_give_the_id_of_composed_ones(tmp_path):
    (tmp_path / "Cafe\u0301.txt").write_text("Text.", encoding="utf-8")
    assert ids(tmp_path) == ["caf\u00e9"]


def test_a_loop_of_links_ends(news):
    (news / "loop").symlink_to(news, target_is_directory=True)
    assert ids(news) == ["2026-02-c", "2026-d", "a", "b"]


def test_a_dead_link_is_named(news):
    (news / "dead.txt").symlink_to(news / "gone.txt")
    assert Failure(str(news / "dead.txt"), "cannot be opened (No such file or directory)") in list(read(news))


def test_standard_input_is_plain_text():
    stream = io.BytesIO("title: Talks\n\nCafé.\r\n".encode())
    assert list(read("-", stdin=stream)) == [Document(text_hash("Café.\r\n"), "Café.\r\n", "Talks")]


def test_empty_standard_input_is_named():
    assert list(read("-", stdin=io.BytesIO(b""))) == [Failure("-", "is empty; remove it or put an article in it")]


def test_the_samples_are_ten_dated_articles():
    documents = list(read(SAMPLES))
    assert len(documents) == 10
    assert all(isinstance(document, Document) and document.published and document.title for document in documents)
    assert all(250 <= len(document.text.split()) <= 600 for document in documents)
