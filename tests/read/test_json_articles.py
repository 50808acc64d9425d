"""JSON, JSON Lines and zipped JSON Lines."""

import gzip
import json
import tracemalloc
from datetime import date

import pytest

from kg.document import Document, Failure
from kg.read import encoding, json_lines, read
from kg.read.fields import text_hash


def lines(*objects: object) -> bytes:
    return "".join(json.dumps(item) + "\n" for item in objects).encode()


def test_an_object_becomes_a_document(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_bytes(
        lines(
            {
                "id": 7,
                "text": "Iran spoke.",
                "title": "T",
                "date": "2026-02-11T10:00:00Z",
                "publisher": "P",
                "url": "u",
                "author": ["A", "B"],
                "extra": {"ignored": True},
            },
            {"text": "Oman spoke.", "title": None, "published": ""},
        )
    )
    assert list(read(path)) == [
        Document("7", "Iran spoke.", "T", date(2026, 2, 11), "P", "u", "A, B"),
        Document(text_hash("Oman spoke."), "Oman spoke."),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"text": "cut', "is not JSON (Unterminated string starting at, character 10)"),
        (b"[1, 2]", "is not a JSON object"),
        (b'{"body": "x"}', 'has no article under the key "text"'),
        (b'{"text": 5}', 'has no article under the key "text"'),
        (b'{"text": " "}', "holds no text"),
        (b'{"text": "x", "title": {"en": "y"}}', "has a value under the key 'title' that is no text"),
        (b'{"text": "x", "published": 1770768000}', "'published: 1770768000' is not a date"),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
        (b'{"text": "x"}\0', "is binary"),
        (b"[" * 100_000, "is not JSON that can be read"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path, line, problem):
    path = tmp_path / "news.jsonl"
    path.write_bytes(lines({"id": "a", "text": "A."}) + b"\n" + line + b"\n" + lines({"id": "b", "text": "B."}))
    first, failure, last = read(path)
    assert (first.id, last.id) == ("a", "b")
    assert failure.source == f"{path}:3"
    assert problem in failure.problem


def test_a_line_that_is_too_long_is_skipped(tmp_path, monkeypatch):
    monkeypatch.setattr(json_lines, "MAX_BYTES", 60)
    path = tmp_path / "news.jsonl"
    path.write_bytes(lines({"text": "long " * 50}, {"id": "b", "text": "B."}))
    failure, document = read(path)
    assert failure == Failure(f"{path}:1", "is longer than 0 MB; split it into articles")
    assert document.id == "b"


def test_characters_that_no_store_takes_are_replaced_one_for_one(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_bytes(rb'{"text": "a\ud800b\u0000c\ud83d\ude00\ufffe", "title": "\udfff!"}' + b"\n")
    (document,) = read(path)
    assert (document.text, document.title) == ("a\ufffdb\ufffdc😀\ufffd", "\ufffd!")


def test_line_ends_inside_a_string_are_kept(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + lines({"text": "One.\r\n\r\nTwo.\u2028Three."}).replace(b"\n", b"\r\n"))
    assert [document.text for document in read(path)] == ["One.\r\n\r\nTwo.\u2028Three."]


def test_zipped_lines_are_read_like_plain_ones(tmp_path):
    content = lines({"id": "a", "text": "A."}, {"id": "b", "text": "B."})
    (tmp_path / "x.jsonl").write_bytes(content)
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(content))
    assert list(read(tmp_path / "x.jsonl")) == list(read(tmp_path / "x.jsonl.gz"))


def test_a_truncated_zip_gives_what_came_before(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    texts = [text_hash(str(number)) * 20 for number in range(200)]
    packed = gzip.compress(lines(*({"text": text} for text in texts)))
    path.write_bytes(packed[: len(packed) // 2])
    *documents, failure = read(path)
    assert [document.text for document in documents] == texts[: len(documents)]
    assert 0 < len(documents) < 200
    assert failure.source == str(path)
    assert "is damaged and breaks off" in failure.problem


def test_a_corrupted_zip_is_named(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    packed = bytearray(gzip.compress(lines({"text": "A."}, {"text": "B."})))
    packed[12:20] = b"\xff" * 8
    path.write_bytes(bytes(packed))
    assert "is damaged and breaks off" in list(read(path))[-1].problem


def test_a_large_file_is_read_line_by_line(tmp_path):
    path = tmp_path / "news.jsonl"
    with path.open("wb") as stream:
        for number in range(2000):
            stream.write(lines({"id": f"a{number}", "text": f"{number} " + "word " * 2000}))
    tracemalloc.start()
    count = sum(1 for _ in read(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000
    assert peak < 2_000_000


def test_a_single_object_is_called_after_its_file(tmp_path):
    path = tmp_path / "Iran talks.json"
    path.write_text('{\n  "text": "Iran spoke."\n}', encoding="utf-8")
    assert list(read(path)) == [Document("iran-talks", "Iran spoke.")]


def test_a_list_gives_its_articles_and_numbers_the_bad_ones(tmp_path):
    path = tmp_path / "news.json"
    path.write_text('[{"id": "a", "text": "A."}, 5, {"id": "c", "text": "C."}]', encoding="utf-8")
    first, failure, last = read(path)
    assert (first.id, last.id) == ("a", "c")
    assert failure.source == f"{path}, article 2"


def test_the_limit_is_what_the_messages_say():
    assert encoding.MAX_BYTES == 50_000_000
