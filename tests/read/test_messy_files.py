"""Messy files: what is read from each, to the code point, or what is said about it."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from kg.document import Document, Failure
from kg.read import read
from kg.read.encoding import MAX_BYTES

HEADER = "title: Talks fail\npublisher: The Sample\npublished: 2026-02-11\n\n"
STORY = "Iran rejected the offer.\n\nIts envoy left Muscat on Monday."
GOOD = json.dumps({"id": "good", "text": STORY})


def only(path: Path) -> Document | Failure:
    found = list(read(path))
    assert len(found) == 1
    return found[0]


def save(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


KEPT = {
    "no header": (STORY, STORY),
    "header": (HEADER + STORY, STORY),
    "header keys in capitals": (HEADER.replace("title", "TITLE") + STORY, STORY),
    "byte order mark": (b"\xef\xbb\xbf" + (HEADER + STORY).encode(), STORY),
    "UTF-16 little endian": ((HEADER + STORY).encode("utf-16"), STORY),
    "UTF-16 big endian": (b"\xfe\xff" + (HEADER + STORY).encode("utf-16-be"), STORY),
    "CR-LF": ((HEADER + STORY).replace("\n", "\r\n"), STORY.replace("\n", "\r\n")),
    "CR only": ((HEADER + STORY).replace("\n", "\r"), STORY.replace("\n", "\r")),
    "emoji and joiners": (HEADER + "Crowds 👩‍👩‍👧 cheered 🇫🇷.", "Crowds 👩‍👩‍👧 cheered 🇫🇷."),
    "combining marks": (HEADER + "Le cafe\u0301 de Ha\u0323\u0302u.", "Le cafe\u0301 de Ha\u0323\u0302u."),
    "no-break and thin spaces": (HEADER + "38\u00a0million\u2009euros", "38\u00a0million\u2009euros"),
    "right-to-left words": (HEADER + "He said \u200fסליחה\u200e twice.", "He said \u200fסליחה\u200e twice."),
    "soft hyphen and zero width": (HEADER + "ne\u00adgo\u200btiate\ufeff", "ne\u00adgo\u200btiate\ufeff"),
    "compatibility characters": (HEADER + "ﬁnal ½ Ⅳ Å", "ﬁnal ½ Ⅳ Å"),
    "Unicode line separators": (HEADER + "One\u2028Two\x85Three", "One\u2028Two\x85Three"),
    "blank line of spaces": (HEADER[:-1] + " \t\n" + STORY, STORY),
    "several blank lines": (HEADER + "\n\n" + STORY, "\n\n" + STORY),
    "story that looks like a header": (
        "Date: unknown.\nPlace: unknown.\n\nGo.",
        "Date: unknown.\nPlace: unknown.\n\nGo.",
    ),
    "unknown header key": ("title: A\nslug: b\n\nText.", "title: A\nslug: b\n\nText."),
    "header line below the story": ("Iran spoke.\ntitle: no\n\nMore.", "Iran spoke.\ntitle: no\n\nMore."),
    "blank line first": ("\ntitle: A\n\nText.", "\ntitle: A\n\nText."),
    "trailing line ends": (HEADER + "Text.\n\n\n", "Text.\n\n\n"),
    "control characters": (HEADER + "a\x01b\x1bc\td\x7f", "a\ufffdb\ufffdc\td\x7f"),
    "form feed": (HEADER + "Page one.\x0cPage two.", "Page one.\nPage two."),
    "noncharacters": (HEADER + "a\ufffeb\uffffc", "a\ufffdb\ufffdc"),
    "one word": ("Resigned", "Resigned"),
    "a long line": (HEADER + "word " * 20000, "word " * 20000),
}


@pytest.mark.parametrize(("content", "text"), KEPT.values(), ids=KEPT)
def test_the_text_is_stored_to_the_code_point(tmp_path, content, text):
    document = only(save(tmp_path, "story.txt", content))
    assert document.text == text
    assert document.id == "story"


REFUSED = {
    "empty": ("a.txt", b"", "is empty"),
    "white space": ("a.txt", " \n\t\u00a0\r\n", "holds no text"),
    "header only": ("a.txt", HEADER, "holds no text; put the article behind a blank line"),
    "header without blank line": ("a.txt", "title: A\npublisher: B", "holds no text"),
    "only a byte order mark": ("a.txt", b"\xef\xbb\xbf", "holds no text"),
    "Windows-1252": ("a.txt", "Café “open”".encode("cp1252"), "is not UTF-8; if it is Windows-1252, convert it: iconv"),
    "NUL bytes": ("a.txt", b"Iran\0rejected", "is binary"),
    "half a UTF-16 character": ("a.txt", "Iran".encode("utf-16") + b"x", "is not UTF-8"),
    "PDF": ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "is a PDF file; convert it with pdftotext"),
    "office file": ("a.md", b"PK\x03\x04\x14\x00", "is a ZIP or office file"),
    "gzip called txt": ("a.txt", gzip.compress(b"Iran"), "is compressed; unpack it"),
    "date that is none": ("a.txt", "published: soon\n\nText.", "'published: soon' is not a date; write 2026-02-11"),
    "date that two countries read differently": ("a.txt", "published: 02/11/2026\n\nText.", "is not a date"),
    "day that the month lacks": ("a.txt", "published: February 30, 2026\n\nText.", "is not a date"),
    "month without day": ("a.txt", "published: 2026-02\n\nText.", "is not a date"),
    "header line twice": ("a.txt", "title: A\nTitle: B\n\nText.", "has two header lines 'title'; remove one"),
    "no JSON": ("a.json", "{text: 1}", "is not JSON (Expecting property name"),
    "empty JSON list": ("a.json", "[]", "holds an empty list"),
    "JSON string": ("a.json", '"Iran"', "is not a JSON object"),
    "empty JSON Lines": ("a.jsonl", "\n \n", "is empty; put one JSON object a line in it"),
    "pretty-printed JSON called jsonl": ("a.jsonl", "[\n {}\n]", "is one JSON value over several lines; rename"),
    "binary JSON Lines": ("a.jsonl", b"\x80\0\0{}", "is binary"),
    "no gzip": ("a.jsonl.gz", GOOD, "is damaged and breaks off (Not a gzipped file"),
    "empty page": ("a.html", "<html><head><title>x</title></head><body></body></html>", "holds no article"),
    "not a page": ("a.html", "<", "holds no article"),
    "page in no known encoding": ("a.htm", b'<meta charset="x-klingon"><p>\xe9</p>', "declares (x-klingon)"),
    "page in an undeclared encoding": ("a.html", "<html><p>Café</p></html>".encode("latin-1"), "is not UTF-8"),
}


@pytest.mark.parametrize(("name", "content", "problem"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_named_and_the_others_go_on(tmp_path, name, content, problem):
    path = save(tmp_path, name, content)
    save(tmp_path, "z.txt", STORY)
    failure, document = read(tmp_path)
    assert failure.source == str(path)
    assert problem in failure.problem
    assert (document.id, document.text) == ("z", STORY)


def test_a_file_of_more_than_50_megabytes_is_refused(tmp_path):
    path = save(tmp_path, "dump.txt", "")
    with path.open("r+b") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert "is larger than 50 MB; split it into articles" in only(path).problem


def test_a_folder_without_permission_is_named(tmp_path, monkeypatch):
    save(tmp_path, "a.txt", STORY)
    closed = tmp_path / "closed"
    closed.mkdir()
    open_folder = Path.iterdir

    def refuse(path):
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return open_folder(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    document, failure = read(tmp_path)
    assert document.id == "a"
    assert failure == Failure(str(closed), "cannot be opened (Permission denied)")


@pytest.mark.parametrize(
    "printed",
    [
        "2026-02-11",
        "20260211",
        "2026-02-11T23:30:00Z",
        "2026-02-11 23:30:00.5-05:00",
        "February 11, 2026",
        "Feb. 11, 2026",
        "february 11th 2026",
        "Wednesday, February 11, 2026",
        "11 February 2026",
        "Wed, 11 Feb 2026 23:30:00 GMT",
    ],
)
def test_the_day_is_read_as_printed(tmp_path, printed):
    assert only(save(tmp_path, "a.txt", f"published: {printed}\n\nText.")).published == date(2026, 2, 11)


def test_header_lines_become_fields(tmp_path):
    header = "Title: A: b\nurl: https://x.example/?a=1:2\npublisher:B\nauthor: C and D\nid: x-1\nDATE: 2026-02-11\n\n"
    assert only(save(tmp_path, "a.txt", header + "Text.")) == Document(
        "x-1", "Text.", "A: b", date(2026, 2, 11), "B", "https://x.example/?a=1:2", "C and D"
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and Omar al-Masri, Newskg Samples", "Jane Doe and Omar al-Masri, Newskg Samples"),
        ("By Ann Lee in Muscat", "Ann Lee"),
        ("By Jürgen van der Meer | Berlin correspondent", "Jürgen van der Meer"),
        ("By Friday the talks had failed.", ""),
        ("By Friday night", ""),
        ("Standing by Jane Doe", ""),
    ],
)
def test_a_byline_gives_the_author_and_stays_in_the_text(tmp_path, line, author):
    text = f"Talks fail\n\n{line}\n\n{STORY}"
    document = only(save(tmp_path, "a.txt", text))
    assert (document.author, document.text) == (author, text)


def test_a_byline_below_the_first_lines_is_prose(tmp_path):
    assert only(save(tmp_path, "a.txt", f"{STORY}\n\nMore.\n\nBy Jane Doe")).author == ""
