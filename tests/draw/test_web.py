"""The page is one file that loads nothing and trusts no text."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import kg.draw.web
from kg.draw.diagram import Diagram
from kg.draw.web import draw_web, page
from tests.draw.sample import make_random, make_sample

ASSETS = Path(kg.draw.web.__file__).parent / "assets"
OWN = sorted(path for path in ASSETS.iterdir() if path.suffix in {".js", ".css"} and path.name != "cytoscape.min.js")

LOADS = re.compile(r"https?://\w|url\(|@import|\bfetch\(|XMLHttpRequest|import\(")
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function")


class Page(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.extend((tag, name, value or "") for name, value in attrs)
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
            self._inside = True

    def handle_data(self, data: str) -> None:
        if self._inside:
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def data(self) -> dict[str, Any]:
        (text,) = (text for attributes, text in self.scripts if attributes.get("type") == "application/json")
        return json.loads(text)


@pytest.fixture(scope="module")
def text() -> str:
    return page(make_sample(), title="The Karst Strait dispute")


def hostile(diagram: Diagram) -> Diagram:
    evil = "</script><script>alert(1)</script><!-- \u2028 {{js}} & \"'"
    edge = diagram.edges[0]
    quote = replace(edge.quotes[0], text=evil, title=evil, publisher=evil, speaker=evil, url="javascript:alert(1)")
    edges = (replace(edge, label=evil, quotes=(quote,)), *diagram.edges[1:])
    nodes = (replace(diagram.nodes[0], label=evil, kind=evil), *diagram.nodes[1:])
    return Diagram(nodes, edges, evil)


def test_nothing_is_loaded_from_anywhere(text: str) -> None:
    loading = {"src", "href", "srcset", "action", "formaction", "poster", "background", "xlink:href", "ping"}
    assert [found for found in Page(text).attributes if found[1] in loading] == []
    for asset in OWN:
        assert not LOADS.search(asset.read_text("utf-8")), asset


def test_addresses_in_the_library_are_in_its_licence_comments(text: str) -> None:
    library = (ASSETS / "cytoscape.min.js").read_text("utf-8")
    assert library in text
    assert "https://" not in re.sub(r"/\*.*?\*/", "", library, flags=re.DOTALL).replace("http://", "https://")
    assert "Permission is hereby granted" in (ASSETS / "cytoscape.LICENSE.txt").read_text("utf-8")


def test_policy_allows_only_the_scripts_of_the_page(text: str) -> None:
    scripts = [content for attributes, content in Page(text).scripts if "type" not in attributes]
    hashes = [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert f"default-src 'none'; script-src {' '.join(hashes)};" in policy
    assert len(hashes) == 4


def test_own_scripts_put_text_in_as_text() -> None:
    for asset in OWN:
        assert not MARKUP.search(asset.read_text("utf-8")), asset


def test_data_are_those_of_the_diagram(text: str, sample: Diagram) -> None:
    data = Page(text).data()
    assert [node["label"] for node in data["nodes"]] == [node.label for node in sample.nodes]
    relations = [relation for line in data["lines"] for relation in line["relations"]]
    assert len(relations) == len(sample.edges)
    assert sum(len(relation["quotes"]) for relation in relations) == sum(len(edge.quotes) for edge in sample.edges)
    quote = data["lines"][0]["relations"][0]["quotes"][0]
    assert data["articles"][quote["article"]]["url"].startswith("https://news.example/")


def test_hostile_text_stays_text(sample: Diagram) -> None:
    text = page(hostile(sample), title="</title><img src=x onerror=alert(1)>")
    parsed = Page(text)
    assert len(parsed.scripts) == 5
    assert not [found for found in parsed.attributes if found[0] == "img" or found[1].startswith("on")]
    assert "javascript:" not in text
    data = parsed.data()
    assert data["nodes"][0]["label"].startswith("</script><script>alert(1)</script><!--")
    assert not set("<>&\u2028") & set(re.findall(r'id="data">(.*?)</script>', text, re.DOTALL)[0])


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/a?b=c&d", "https://news.example/a?b=c&d"),
        ("http://news.example", "http://news.example"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//news.example/x", ""),
        ("https:///nowhere", ""),
        ("https://[broken", ""),
        ("https://news.example/\u202eevil", ""),
        ('https://news.example/"onclick=', ""),
        ("", ""),
    ],
)
def test_only_plain_web_addresses_become_links(sample: Diagram, url: str, expected: str) -> None:
    edge = sample.edges[0]
    edge = replace(edge, quotes=(replace(edge.quotes[0], url=url),))
    ends = tuple(node for node in sample.nodes if node.id in {edge.source, edge.target})
    data = Page(page(Diagram(ends, (edge,), ""))).data()
    assert [article["url"] for article in data["articles"]] == [expected]


def test_same_diagram_same_bytes(tmp_path: Path) -> None:
    diagram = make_random(90, 150, 4)
    draw_web(diagram, tmp_path / "a.html")
    draw_web(diagram, tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_positions_are_given_and_apart(text: str) -> None:
    places = {(node["x"], node["y"]) for node in Page(text).data()["nodes"]}
    assert len(places) == 30
