"""CLEAR trees turned into UD v2: hand-checked sentences, and what holds for any tree."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analyse.arcs import Row
from kg.analyse.spacy_to_ud import to_ud
from kg.document import ROOT, Span

CASES = Path(__file__).with_name("clear_to_ud.txt")
UNTESTED = "_"


@dataclass(frozen=True)
class Case:
    """A sentence in both schemes; an expected arc is None where it is not tested."""

    name: str
    rows: tuple[Row, ...]
    upos: tuple[str, ...]
    arcs: tuple[tuple[int, str] | None, ...]
    persons: tuple[Span, ...]


def cases() -> list[Case]:
    return [case(block) for block in CASES.read_text(encoding="utf-8").split("\n## ")[1:]]


def case(block: str) -> Case:
    name, *lines = block.strip().splitlines()
    fields = [line.split() for line in lines]
    places = [index for index, field in enumerate(fields) if field[-1] == "person"]
    return Case(
        name,
        tuple(Row(f[1], f[2], f[3].partition(">")[0], f[4], int(f[5]) - 1, f[6]) for f in fields),
        tuple(f[3].rpartition(">")[2] for f in fields),
        tuple(None if f[8] == UNTESTED else (int(f[7]) - 1, f[8]) for f in fields),
        (Span(places[0], places[-1] + 1),) if places else (),
    )


@pytest.mark.parametrize("sentence", cases(), ids=lambda sentence: sentence.name)
def test_construction(sentence: Case) -> None:
    found = to_ud(sentence.rows, sentence.persons)
    arcs = [(row.head, row.deprel) if arc else None for row, arc in zip(found, sentence.arcs, strict=True)]
    assert list(zip(sentence.rows, arcs, strict=True)) == list(zip(sentence.rows, sentence.arcs, strict=True))
    assert tuple(row.upos for row in found) == sentence.upos


def test_there_are_many_constructions_each_with_a_name_of_its_own() -> None:
    names = [sentence.name for sentence in cases()]
    assert len(names) == len(set(names)) >= 45


def test_no_words_no_arcs() -> None:
    assert to_ud(()) == ()


def words(text: str) -> list[str]:
    return text.split()


LABELS = words(
    """acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj dative dep det dobj
    expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt
    punct quantmod relcl xcomp"""
)
FORMS = words("be there it what order in to of as well such because at least May 5 2020 $ , and Norland old here")
TAGS = words("ADJ ADP ADV AUX CCONJ DET NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
XPOS = words("$ CC CD DT IN JJ NN NNP RB TO VB VBD VBG VBN VBZ")
RELATIONS = set(
    words(
        """acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt
        conj cop csubj csubj:outer csubj:pass dep det det:predet discourse expl fixed flat iobj mark nmod nmod:desc
        nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked parataxis punct root
        xcomp"""
    )
)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Row, ...]:
    """Any tree with any labels, as a parser that errs may give it."""
    order = draw(st.permutations(range(draw(st.integers(1, 9)))))
    rows = {}
    for place, index in enumerate(order):
        head = order[draw(st.integers(0, place - 1))] if place else ROOT
        deprel = draw(st.sampled_from(LABELS)) if place else "ROOT"
        form = draw(st.sampled_from(FORMS))
        rows[index] = Row(form, form, draw(st.sampled_from(TAGS)), draw(st.sampled_from(XPOS)), head, deprel)
    return tuple(rows[index] for index in sorted(rows))


@given(trees(), st.integers(0, 8), st.integers(1, 3))
def test_any_tree_becomes_a_tree_with_ud_labels(rows: tuple[Row, ...], start: int, length: int) -> None:
    person = Span(min(start, len(rows) - 1), min(start + length, len(rows)))
    found = to_ud(rows, [person] if person else [])
    assert [row.form for row in found] == [row.form for row in rows]
    assert [row.deprel for row in found if row.head == ROOT] == ["root"]
    for index in range(len(found)):
        above = {index}
        while (index := found[index].head) != ROOT:
            assert index not in above
            above.add(index)
    assert {row.deprel for row in found} <= RELATIONS
