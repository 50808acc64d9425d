"""What is in the graph: entities, articles, counts."""

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_entities_by_mentions(kg: Call, folder: Path) -> None:
    rows = kg("entities", "--sort", "mentions", "--graph", folder).stdout.splitlines()
    assert rows[2].split() == ["Ingrid", "Haldane", "Person", "3", "3", "Haldane", "·", "Ms", "Haldane"]
    assert len(rows) == 10


def test_entities_by_name_and_only_the_first(kg: Call, folder: Path) -> None:
    found = json.loads(kg("entities", "--sort", "name", "--limit", "2", "--json", "--graph", folder).stdout)
    assert [entity["label"] for entity in found] == ["Foreign Minister of Norland", "Ingrid Haldane"]


def test_entities_of_a_class_and_of_those_below_it(kg: Call, folder: Path) -> None:
    def labels(class_name: str) -> list[str]:
        found = json.loads(kg("entities", "--type", class_name, "--json", "--graph", folder).stdout)
        return sorted(entity["label"] for entity in found)

    assert labels("Country") == labels("place") == ["Norland", "Velmar"]
    assert labels("Event") == []


def test_an_unknown_class_is_a_wrong_call_with_those_that_exist(kg: Call, folder: Path) -> None:
    result = kg("entities", "--type", "Contry", "--graph", folder)
    assert result.exit_code == 2
    assert "Country" in result.stderr


def test_articles_newest_first(kg: Call, folder: Path) -> None:
    found = json.loads(kg("articles", "--json", "--graph", folder).stdout)
    assert [article["id"] for article in found] == ["courier-3", "herald/2", "courier-1"]
    assert found[2] == {
        "id": "courier-1",
        "title": "Norland rejects talks",
        "published": "2026-02-11",
        "publisher": "The Courier",
        "url": "https://courier.example/1",
        "characters": 233,
        "entities": 7,
        "statements": 6,
        "evidence": 6,
    }
    assert "Norland denies refusal" in kg("articles", "--graph", folder).stdout


def test_articles_of_a_publisher(kg: Call, folder: Path) -> None:
    found = json.loads(kg("articles", "--publisher", "the herald", "--json", "--graph", folder).stdout)
    assert [article["id"] for article in found] == ["herald/2"]


def test_stats(kg: Call, folder: Path) -> None:
    counts = json.loads(kg("stats", "--json", "--graph", folder).stdout)
    assert (counts["articles"], counts["entities"], counts["statements"], counts["evidence"]) == (3, 8, 8, 11)
    assert (counts["affirmed"], counts["open"], counts["attributed"]) == (6, 1, 2)
    assert list(counts["kinds"].items())[:2] == [("Person", 2), ("Place", 2)]
    printed = kg("stats", "--graph", folder).stdout
    assert "statements 8, of which 6 are affirmed and 1 open" in printed
    assert "kg:holdsOffice" in printed


def test_show(kg: Call, folder: Path) -> None:
    shown = json.loads(kg("show", "ms haldane", "--json", "--graph", folder).stdout)
    assert shown["label"] == "Ingrid Haldane"
    assert shown["aliases"] == ["Haldane", "Ms Haldane"]
    assert [article["id"] for article in shown["articles"]] == ["courier-3", "herald/2", "courier-1"]
    lines = kg("show", "Tessaly", "--graph", folder).stdout.splitlines()
    assert [line.rstrip() for line in lines[:2]] == ["Norland", "  type       Country, a kind of Place"]


def test_show_takes_an_id(kg: Call, folder: Path) -> None:
    assert kg("show", "place/velmar", "--graph", folder).stdout.startswith("Velmar")
