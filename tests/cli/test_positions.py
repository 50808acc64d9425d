"""Stances, offices and events, in words and as JSON."""

import json
from datetime import date
from pathlib import Path

import pytest

from kg.document import Document, DocumentId, Period
from kg.graph import Graph
from kg.knowledge import Certainty, Value
from tests.builders import HALDANE, MINISTER, NORLAND, ORSINI, TALKS, UNION, VELMAR, article_graph, entity, fact
from tests.cli.conftest import Call


def words(text: str) -> str:
    """Give printed text without its line breaks."""
    return " ".join(text.split())


def test_stances_on_a_matter(kg: Call, folder: Path) -> None:
    result = kg("stance", "--on", "missile talk", "--graph", folder)
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[:4] == [
        "stances on missile talks",
        "",
        "against",
        "  Norland rejects missile talks  2 sources, 3 articles, 2026-02-11 – 2026-02-14  but denied by Luca",
    ]
    assert "“Norland rejected missile talks again” (The Courier, 2026-02-14, courier-3)" in words(result.stdout)
    assert "courier-1" not in result.stdout


def test_stances_with_all_evidence(kg: Call, folder: Path) -> None:
    printed = words(kg("stance", "--on", "missile talks", "--evidence", "--graph", folder).stdout)
    assert "time: 2026-02-10; according to Ingrid Haldane)" in printed
    assert "(The Herald, 2026-02-12, herald/2; denied by Luca Orsini)" in printed


def test_stances_of_a_holder(kg: Call, folder: Path) -> None:
    lines = kg("stance", "--by", "Haldane", "--graph", folder).stdout.splitlines()
    assert lines[:3] == ["stances by Ingrid Haldane", "", "for"]
    assert lines[3].startswith("  Ingrid Haldane praises Karst Treaty  2 sources")


def test_stances_as_json(kg: Call, folder: Path) -> None:
    found = json.loads(kg("stance", "--on", "missile talks", "--by", "Norland", "--json", "--graph", folder).stdout)
    assert [target["id"] for target in found["on"]] == [TALKS.id]
    assert [holder["id"] for holder in found["by"]] == [NORLAND.id]
    (side,) = found["sides"]
    (holder,) = side["holders"]
    (stance,) = holder["stances"]
    assert (side["side"], holder["holder"]["id"]) == ("against", NORLAND.id)
    assert (stance["side"], stance["sign"], stance["plover"]) == ("against", -1, "REJECT")
    assert (stance["affirming"], stance["denying"], stance["object"]["id"]) == (2, 1, TALKS.id)
    assert {piece["polarity"] for piece in stance["evidence"]} == {"positive", "negative"}


def test_matters_that_share_words_are_told_apart(kg: Call, tmp_path: Path) -> None:
    end = entity("end of missile talks", "Issue")
    document = Document(DocumentId("a"), "The Union wants the end of the talks. Norland might back them.")
    with Graph.open(tmp_path / "graph") as graph:
        graph.add(
            article_graph(
                document,
                fact(UNION, "kg:demands", end, "The Union wants the end"),
                fact(NORLAND, "kg:supports", TALKS, "Norland might back them", certainty=Certainty.POSSIBLE),
            )
        )
    lines = kg("stance", "--on", "missile talks", "--graph", tmp_path).stdout.splitlines()
    assert lines[:2] == [
        "stances on missile talks · end of missile talks",
        "each is for or against the matter that its line names",
    ]
    assert "  Norland supports missile talks  1 source  possible" in lines
    assert "  Northern Union demands end of missile talks  1 source" in lines


def test_no_stance(kg: Call, folder: Path) -> None:
    result = kg("stance", "--on", "Velmar", "--graph", folder)
    assert (result.exit_code, result.stdout) == (0, "stances on Velmar\nnone that the graph knows of\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["stance", "--on", "mistle talks"], "Did you mean: missile talks"),
        (["stance", "--by", "Atlantis"], "nothing in the graph is called 'Atlantis'"),
        (["stance"], "give --on MATTER, --by HOLDER, or both"),
        (["office", "foreign minster"], "Did you mean: Foreign Minister of Norland?"),
        (["office", "minister", "--in", "Norlnd"], "Did you mean: Norland"),
        (["office", "minister", "--on", "yesterday"], "does not match the format"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_calls(kg: Call, folder: Path, arguments: list[str], message: str) -> None:
    result = kg(*arguments, "--graph", folder)
    assert result.exit_code == 2
    assert message in words(result.stderr)


def test_offices(kg: Call, folder: Path) -> None:
    printed = kg("office", "foreign minister", "--in", "Norland", "--graph", folder).stdout
    assert [line.rstrip() for line in printed.splitlines()] == [
        "foreign minister, Norland",
        "  Ingrid Haldane  Foreign Minister of Norland  1 source, 2026-02-11",
        "      “Foreign Minister Ingrid Haldane” (The Courier, 2026-02-11, courier-1)",
        "  Luca Orsini  Foreign Minister of Norland  1 source, 2026-02-11  former; time: ../2019",
        "      “Former minister Luca Orsini, who left in 2019” (The Courier, 2026-02-11, courier-1; time:",
        "      ../2019; former)",
    ]


def test_offices_on_a_day(kg: Call, folder: Path) -> None:
    def on(day: str) -> list[str]:
        lines = kg("office", "foreign minister", "--on", day, "--graph", folder).stdout.splitlines()
        return [line for line in lines[1:] if line and not line.startswith("      ")]

    norland = "Foreign Minister of Norland  1 source, 2026-02-11"
    assert on("2026-02-11") == ["held on 2026-02-11", f"  Ingrid Haldane  {norland}"]
    assert on("2019-01-01")[:2] == ["held on 2019-01-01", f"  Luca Orsini  {norland}  former; time: ../2019"]
    printed = words(kg("office", "foreign minister", "--on", "2026-03-01", "--graph", folder).stdout)
    assert "nobody is known to have held it on 2026-03-01 may have held it Ingrid Haldane" in printed
    assert "held it on 2026-02-11; unknown until when" in printed
    assert "Orsini" not in printed


def test_offices_as_json(kg: Call, folder: Path) -> None:
    arguments = ("office", "foreign minister", "--in", "Norland", "--on", "2019-06-01", "--json", "--graph", folder)
    found = json.loads(kg(*arguments).stdout)
    assert (found["office"], found["on"]) == ("foreign minister", "2019-06-01")
    assert [body["id"] for body in found["in"]] == [NORLAND.id]
    records = {record["holder"]["id"]: record for record in found["holders"]}
    former = records[ORSINI.id]
    assert (former["status"], former["times"], former["standing"]) == ("former", ["../2019"], "unknown")
    assert former["known"] == {
        "held_before": "2019-01-01",
        "held_after": None,
        "not_yet": None,
        "no_more": "2020-01-01",
    }
    assert former["lines"][0]["evidence"][0]["quote"] == "Former minister Luca Orsini, who left in 2019"
    assert (records[HALDANE.id]["standing"], records[HALDANE.id]["known"]["held_after"]) == ("unknown", "2026-02-11")


def test_offices_without_a_day_have_no_standing(kg: Call, folder: Path) -> None:
    found = json.loads(kg("office", "minister", "--json", "--graph", folder).stdout)
    assert [(record["standing"], record["known"]) for record in found["holders"]] == [(None, None)] * 2


def test_many_who_may_have_held_it_are_counted(kg: Call, tmp_path: Path) -> None:
    with Graph.open(tmp_path / "graph") as graph:
        for number in range(8):
            person = entity(f"Person {number}", "Person")
            document = Document(DocumentId(str(number)), f"{person.label} since 2019", published=date(2026, 1, 1))
            time = Period("2019", "")
            graph.add(article_graph(document, fact(person, "kg:holdsOffice", MINISTER, document.text, time=time)))
    printed = kg("office", "minister", "--on", "2026-02-01", "--graph", tmp_path).stdout
    assert "and 3 more" in printed
    assert (
        len(json.loads(kg("office", "minister", "--on", "2026-02-01", "--json", "--graph", tmp_path).stdout)["holders"])
        == 8
    )
    assert "8 more" not in kg("office", "minister", "--on", "2025-02-01", "--graph", tmp_path).stdout


def test_an_office_that_nobody_holds_there(kg: Call, folder: Path) -> None:
    result = kg("office", "minister", "--in", "Northern Union", "--graph", folder)
    assert (result.exit_code, result.stdout) == (0, "minister, Northern Union\nnobody that the graph knows of\n")


def test_who_is_against_missile_talks_in_the_samples(kg: Call, sample_build: Path) -> None:
    found = json.loads(kg("stance", "--on", "missile program", "--json", "--graph", sample_build).stdout)
    against = {
        holder["holder"]["label"] for side in found["sides"] for holder in side["holders"] if side["side"] == "against"
    }
    assert against == {"Iran"}


def test_the_foreign_minister_of_iran_in_the_samples(kg: Call, sample_build: Path) -> None:
    found = json.loads(
        kg("office", "foreign minister", "--in", "Iran", "--on", "2026-02-01", "--json", "--graph", sample_build).stdout
    )
    assert [(record["holder"]["label"], record["standing"]) for record in found["holders"]] == [
        ("Abbas Araghchi", "held")
    ]


def test_events_in_words_and_as_json(kg: Call, tmp_path: Path) -> None:
    talks = entity("peace talks", "Event", "Talks")
    document = Document(DocumentId("talks"), "Peace talks in Velmar on 4 May brought Norland there.")
    with Graph.open(tmp_path / "graph") as graph:
        graph.add(
            article_graph(
                document,
                fact(talks, "kg:takesPlaceIn", VELMAR, "Peace talks in Velmar"),
                fact(talks, "kg:takesPlaceOn", Value("2026-05-04", "xsd:string"), "Peace talks in Velmar on 4 May"),
                fact(NORLAND, "kg:participatesIn", talks, "Peace talks in Velmar on 4 May brought Norland"),
            )
        )
    assert "peace talks Talks Velmar 2026-05-04 1 Norland" in words(kg("events", "--graph", tmp_path).stdout)
    (row,) = json.loads(kg("events", "--type", "talks", "--in", "Velmar", "--json", "--graph", tmp_path).stdout)
    assert row == {
        "ids": [talks.id],
        "label": "peace talks",
        "type": "Talks",
        "plover": "CONSULT",
        "places": ["Velmar"],
        "times": ["2026-05-04"],
        "participants": ["Norland"],
        "articles": 1,
    }
    assert kg("events", "--type", "Planet", "--graph", tmp_path).exit_code == 2
