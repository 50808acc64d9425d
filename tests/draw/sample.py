"""Made-up diagrams: a dispute between two invented countries with thirty entities, and random ones."""

import random

from kg.draw.diagram import Diagram, Edge, Node, Quote

NODES = """
norland              | Norland                              | Place        | 41
velmar               | Velmar                               | Place        | 38
tessaly              | Port Tessaly                         | Place        | 9
karst                | Karst Strait                         | Place        | 12
union                | Northern Union                       | Organization | 22
council              | United Nations Security Council      | Organization | 8
foreign-ministry     | Ministry of Foreign Affairs of Velmar| Organization | 7
navy                 | Royal Norland Navy                   | Organization | 10
petromar             | Petromar                             | Organization | 9
accord-party         | Accord Party                         | Organization | 6
greens               | Green Alliance                       | Organization | 3
courier              | The Daily Courier                    | Organization | 4
haldane              | Ingrid Haldane                       | Person       | 31
orsini               | Luca Orsini                          | Person       | 27
okoro                 | Thandi Okoro                         | Person       | 13
reyes                | Marisol Reyes                        | Person       | 9
kovac                | General Stefan Kovač                 | Person       | 8
lindqvist            | Per Lindqvist                        | Person       | 5
amari                | Yusuf Amari                          | Person       | 4
tanaka               | Keiko Tanaka                         | Person       | 3
summit               | Geneva talks                         | Event        | 14
blockade             | blockade of Karst Strait             | Event        | 11
strike               | dockworkers’ strike                  | Event        | 5
vote                 | November general election            | Event        | 7
pm                   | Prime Minister of Norland            | Office       | 6
envoy                | Special Envoy for the Strait         | Office       | 4
treaty               | Karst Navigation Treaty              | Agreement    | 15
sanctions            | sanctions on Petromar                | Issue        | 9
drilling             | offshore drilling                    | Issue        | 6
dockers              | dockworkers                          | Group        | 5
"""

EDGES = """
haldane  | kg:holdsOffice     | holds office   |    | pm               | positive | certain     | 6
haldane  | kg:memberOf        | is member of   |    | accord-party     | positive | certain     | 3
haldane  | kg:rejects         | rejects        | -1 | treaty           | positive | certain     | 5
haldane  | kg:meets           | meets          |    | orsini           | positive | planned     | 2
haldane  | kg:condemns        | condemns       | -1 | blockade         | positive | certain     | 4
haldane  | kg:accuses         | accuses        | -1 | orsini           | positive | certain     | 3
orsini   | kg:criticises      | criticises     | -1 | haldane          | positive | certain     | 2
orsini   | kg:headsStateOf    | leads          |    | velmar           | positive | certain     | 7
orsini   | kg:supports        | supports       | 1  | treaty           | positive | certain     | 4
orsini   | kg:ordered         | ordered        |    | blockade         | negative | certain     | 2
velmar   | kg:borders         | borders        |    | norland          | positive | certain     | 2
norland  | kg:imposes         | imposes        |    | sanctions        | positive | certain     | 5
norland  | kg:withdrawsFrom   | withdraws from |    | treaty           | positive | possible    | 2
velmar   | kg:signs           | signs          |    | treaty           | positive | certain     | 3
velmar   | kg:blocks          | blocks         |    | karst            | positive | certain     | 4
velmar   | kg:opposes         | opposes        | -1 | sanctions        | positive | certain     | 3
union    | kg:mediates        | hosts          |    | summit           | positive | certain     | 3
union    | kg:supports        | supports       | 1  | treaty           | positive | certain     | 4
union    | kg:urges           | urges          | 1  | summit           | positive | certain     | 2
council  | kg:condemns        | condemns       | -1 | blockade         | positive | certain     | 3
council  | kg:votesOn         | votes on       |    | sanctions        | positive | planned     | 1
okoro     | kg:holdsOffice     | holds office   |    | envoy            | positive | certain     | 4
okoro     | kg:participatesIn  | takes part in  |    | summit           | positive | certain     | 3
okoro     | kg:worksFor        | works for      |    | union            | positive | certain     | 2
reyes    | kg:heads           | heads          |    | foreign-ministry | positive | certain     | 3
reyes    | kg:participatesIn  | takes part in  |    | summit           | positive | certain     | 2
reyes    | kg:praises         | praises        | 1  | okoro             | positive | certain     | 1
foreign-ministry | kg:partOf  | is part of     |    | velmar           | positive | certain     | 2
kovac    | kg:commands        | commands       |    | navy             | positive | certain     | 3
kovac    | kg:warns           | warns          | -1 | velmar           | positive | certain     | 2
navy     | kg:patrols         | patrols        |    | karst            | positive | certain     | 2
navy     | kg:breaks          | breaks         |    | blockade         | positive | possible    | 1
petromar | kg:drills          | backs          | 1  | drilling         | positive | certain     | 2
petromar | kg:basedIn         | is based in    |    | tessaly          | positive | certain     | 2
tessaly  | kg:locatedIn       | is in          |    | velmar           | positive | certain     | 2
greens   | kg:opposes         | opposes        | -1 | drilling         | positive | certain     | 3
greens   | kg:allies          | allies with    | 1  | accord-party     | mixed    | certain     | 2
lindqvist| kg:leads           | leads          |    | greens           | positive | certain     | 2
lindqvist| kg:runsIn          | runs in        |    | vote             | positive | certain     | 1
accord-party | kg:contests    | contests       |    | vote             | positive | certain     | 2
dockers  | kg:strikes         | hold           |    | strike           | positive | certain     | 3
strike   | kg:takesPlaceIn    | takes place in |    | tessaly          | positive | certain     | 2
amari    | kg:represents      | represents     |    | dockers          | positive | certain     | 2
amari    | kg:demands         | demands        | 1  | sanctions        | negative | certain     | 1
tanaka   | kg:worksFor        | reports for    |    | courier          | positive | certain     | 2
courier  | kg:interviews      | interviews     |    | tanaka           | positive | certain     | 1
tanaka   | kg:interviews      | interviews     |    | orsini           | positive | certain     | 1
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def quote(text: str, number: int, certainty: str = "certain", polarity: str = "positive") -> Quote:
    return Quote(
        text=text,
        title=f"Strait dispute, day {number}",
        publisher=("The Daily Courier", "Wire News", "Tessaly Post")[number % 3],
        date=f"2031-03-{number % 28 + 1:02}",
        url=f"https://news.example/{number}",
        speaker="Ingrid Haldane" if number % 2 else "",
        certainty=certainty,
        polarity=polarity,
    )


def make_edge(row: list[str], labels: dict[str, str]) -> Edge:
    source, predicate, label, sign, target, polarity, certainty, sources = row
    words = f"{labels[source]} {label} {labels[target]}, officials said on Tuesday."
    quotes = tuple(
        quote(words, number, certainty, "negative" if polarity == "negative" else "positive")
        for number in range(int(sources))
    )
    return Edge(
        source, target, predicate, label, int(sign) if sign else None, polarity, certainty, int(sources), quotes
    )


def make_sample() -> Diagram:
    nodes = tuple(Node(id, label, kind, int(mentions)) for id, label, kind, mentions in rows(NODES))
    labels = {node.id: node.label for node in nodes}
    edges = tuple(make_edge(row, labels) for row in rows(EDGES))
    return Diagram(nodes, edges, "showing 30 of 812 entities, the most connected; --top, --around show others")


def make_random(nodes: int, pairs: int, seed: int) -> Diagram:
    """Long names, several relations a pair, both directions: harder than news."""
    chance = random.Random(seed)
    words = ("Ada", "Central", "Committee", "of", "National", "Kestrel", "Ministry", "Ossia", "Commission")
    labels = ("meets", "criticises", "condemns the statement of", "supports", "holds office", "votes against")
    kinds = ("Person", "Organization", "Place", "Event", "Office", "Agreement", "Issue", "Product", "Group", "Thing")
    made = tuple(
        Node(f"n{i:04}", " ".join(chance.choices(words, k=chance.randint(1, 5))), kinds[i % 10], chance.randint(1, 40))
        for i in range(nodes)
    )
    ends = {tuple(chance.sample(range(nodes), 2)) for _ in range(pairs)}
    edges = tuple(
        Edge(
            source=f"n{one:04}",
            target=f"n{other:04}",
            predicate=f"kg:{label}",
            label=label,
            sign={"criticises": -1, "supports": 1}.get(label),
            polarity=chance.choice(("positive",) * 8 + ("negative", "mixed")),
            certainty=chance.choice(("certain",) * 5 + ("planned", "possible")),
            sources=chance.randint(1, 6),
            quotes=(quote("Some words.", chance.randint(0, 99)),),
        )
        for one, other in sorted(ends)
        for label in chance.sample(labels, chance.choice((1, 1, 1, 2, 4)))
    )
    return Diagram(made, edges, "")
