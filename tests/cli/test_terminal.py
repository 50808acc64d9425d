"""Nothing that an article says reaches the terminal as a command, or the screen as markup."""

import json

import pytest

from kg.cli.terminal import clean, escaped, print_json, screen, table


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain – “quoted” naïve 東京 🛰", "plain – “quoted” naïve 東京 🛰"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("\x9b31m\x07bell", "31m bell"),
        ("two\r\nlines\u2028three", "two lines three"),
        ("right \u202eot tfel", "right  ot tfel"),
        ("", ""),
    ],
)
def test_clean(text: str, printed: str) -> None:
    assert clean(text) == printed


def test_escaped_json_means_the_same() -> None:
    value = {"quote": "a\x1b[2J\u202eb\x9bc\n", "name": "Erdoğan"}
    text = escaped(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == value
    assert "Erdoğan" in text
    assert not any(character in text for character in "\x1b\u202e\x9b")


def test_json_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Erdoğan"})
    assert capsys.readouterr().out == '{\n  "name": "Erdoğan"\n}\n'


def test_brackets_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table("[bold]name[/bold]")
    rows.add_row("[link=file:///etc/passwd]click[/link] :smile: [/nonsense]")
    screen().print(rows)
    printed = capsys.readouterr().out
    assert "[bold]name[/bold]" in printed
    assert "[link=file:///etc/passwd]click[/link] :smile: [/nonsense]" in printed


def test_wide_enough_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    screen().print("word " * 40)
    assert max(map(len, capsys.readouterr().out.splitlines())) > 90
