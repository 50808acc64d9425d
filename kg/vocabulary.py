"""What classes and predicates there are and what they mean, read from the files in `ontology/`.

Python knows the shape of the vocabulary (classes have parents, predicates a domain and a range),
never its content.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from kg.errors import VocabularyError
from kg.knowledge import PredicateId
from kg.resources import ontology_path

LITERAL = "Literal"
"""Class of an object that is a number, a date or a text."""

_OPEN = "kgr:"
_ABOVE_KINDS = frozenset({"Thing", "Agent"})
_ROOTS = ("kg:relatesTo", "kg:hasValue")
_SIGNS = {"+": 1, "-": -1, "0": 0}

Terms = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Compact IRI → property → values, as the file orders them; values that are IRIs are compact."""


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class of entities.

    Attributes:
        name: local name (`Country`).
        label: what to call it (`country`).
        parents: local names of the classes just above it in our own namespace.
        joint: whether it is marked as events that people take part in together; `Vocabulary.is_joint` asks above too.
        plover: PLOVER class of its events, empty without one of its own; `Vocabulary.plover` asks above too.
    """

    name: str
    label: str
    parents: tuple[str, ...]
    joint: bool
    plover: str = ""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation, typed in the ontology or open.

    Attributes:
        id: compact IRI (`kg:rejects`, `kgr:push-for`).
        label: to read it from subject to object (`rejects`).
        domain: class of the subject.
        range: class of the object, or `Literal`.
        inverse_label: to read it from object to subject (`is rejected by`), empty for an open one.
        sign: of a stance, 1 for its object, -1 against it, 0 neither; None if no stance.
        plover: PLOVER event class (`REJECT`), empty if it has none.
        symmetric: whether it holds in both directions at once.
        physical: whether a place at one of its ends is the place itself, not who governs from there.
        joint: whether subject and object both take part in the event where it happens.
        says_we: whether its subject means its object by "we".
        refusal: the predicate that its refusal says (`kg:rejects` for `kg:accepts`), empty if it has none.
    """

    id: PredicateId
    label: str
    domain: str
    range: str
    inverse_label: str
    sign: int | None
    plover: str
    symmetric: bool
    physical: bool = False
    joint: bool = False
    says_we: bool = False
    refusal: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The classes, predicates and prefixes of the ontology.

    Attributes:
        classes: local name → class; `Thing` and all below it.
        predicates: compact IRI → predicate; the typed ones.
        prefixes: prefix → namespace.
    """

    classes: Mapping[str, ClassTerm]
    predicates: Mapping[PredicateId, Predicate]
    prefixes: Mapping[str, str]

    def predicate(self, id: PredicateId) -> Predicate:
        """Give the predicate of that id; an open one is made from the words in its id.

        Raises:
            VocabularyError: it is neither typed nor open.
        """
        if id.startswith(_OPEN):
            return _opened(id)
        if id not in self.predicates:
            raise VocabularyError(f"no predicate is called {id!r}; ontology/README.md tells how to add one")
        return self.predicates[id]

    def is_stance(self, id: PredicateId) -> bool:
        """Say whether a predicate tells what its subject thinks of its object."""
        return self.predicate(id).sign is not None

    def kind(self, class_name: str) -> str:
        """Give the most general class that an entity of a class is shown as (`Place` for `City`).

        Raises:
            VocabularyError: no such class, or one above the kinds (`Thing`, `Agent`).
        """
        kind = self._kinds.get(class_name)
        if kind is None:
            self._with_ancestors(class_name)  # an unknown class is told apart
            raise VocabularyError(f"kg:{class_name} is above the kinds; use one of the classes below it")
        return kind

    def is_a(self, class_name: str, ancestor: str) -> bool:
        """Say whether a class is another one or lies below it.

        Raises:
            VocabularyError: no class is called `class_name`.
        """
        return ancestor in self._with_ancestors(class_name)

    def is_joint(self, class_name: str) -> bool:
        """Say whether people take part in events of a class together, as they do in talks and not in a death.

        Raises:
            VocabularyError: no class is called `class_name`.
        """
        return any(self.classes[name].joint for name in self._with_ancestors(class_name))

    def plover(self, class_name: str) -> str:
        """Give the PLOVER class of events of a class (`CONSULT` for `Summit`), empty if it has none.

        Raises:
            VocabularyError: no class is called `class_name`.
        """
        known = (self.classes[name].plover for name in sorted(self._with_ancestors(class_name)))
        return next((plover for plover in known if plover), "")

    def admits(self, id: PredicateId, subject_class: str, object_class: str) -> bool:
        """Say whether a predicate can hold between members of two classes.

        `Thing` and `Agent` admit every class, as the news lets reports and storms act; `Literal`
        admits literals only, and nothing else admits them.

        Example:
            `kg:spouseOf` admits `("Person", "Person")` but not `("Person", "City")`.
        """
        predicate = self.predicate(id)
        return self._is_admitted(subject_class, predicate.domain) and self._is_admitted(object_class, predicate.range)

    def expand(self, compact_iri: str) -> str:
        """Give the full IRI of a compact one.

        Raises:
            VocabularyError: its prefix is not in the ontology.
        """
        prefix, _, local = compact_iri.partition(":")
        if prefix not in self.prefixes:
            raise VocabularyError(f"the prefix of {compact_iri!r} is not declared in ontology/kg.ttl")
        return self.prefixes[prefix] + local

    def compact(self, iri: str) -> str:
        """Give the compact form of an IRI, or the IRI itself if no prefix covers it."""
        return _compact(iri, self._prefix_of)

    def _is_admitted(self, class_name: str, expected: str) -> bool:
        if LITERAL in (class_name, expected):
            return class_name == expected
        return expected in _ABOVE_KINDS or self.is_a(class_name, expected)

    def _with_ancestors(self, class_name: str) -> frozenset[str]:
        if class_name not in self._ancestors:
            raise VocabularyError(f"no class is called 'kg:{class_name}'; see ontology/kg.ttl")
        return self._ancestors[class_name]

    @cached_property
    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(_climb(name, self.classes)) for name in self.classes}

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        """Kinds by class, of several the first in the order of the alphabet."""
        kinds = sorted(
            name
            for name, term in self.classes.items()
            if name not in _ABOVE_KINDS and _ABOVE_KINDS.issuperset(term.parents)
        )
        return {name: kind for name in self.classes for kind in reversed(kinds) if kind in self._ancestors[name]}

    @cached_property
    def _prefix_of(self) -> Mapping[str, str]:
        return _inverted(self.prefixes)


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Read the vocabulary from `kg.ttl` and `plover.ttl`, those that ship with `kg` by default.

    Raises:
        ResourceError: a file is missing.
        VocabularyError: a file is no Turtle, a term refers to one that does not exist, or a
            predicate lacks what it needs; the message names the term.
    """
    plover, _ = _read(_path("plover.ttl", folder))
    terms, prefixes = _read(_path("kg.ttl", folder))
    _check_references(terms, plover)
    classes = {name: _class_term(name, terms) for name in _below("kg:Thing", terms, "rdfs:subClassOf")}
    predicates = (_predicate(name, terms) for root in _ROOTS for name in _below(root, terms, "rdfs:subPropertyOf"))
    return Vocabulary(
        classes={_local(name): term for name, term in classes.items()},
        predicates={predicate.id: predicate for predicate in predicates},
        prefixes=prefixes,
    )


@lru_cache(maxsize=65536)
def _opened(id: PredicateId) -> Predicate:
    label = unquote(id.removeprefix(_OPEN)).replace("-", " ")
    return Predicate(id, label, "Thing", "Thing", "", sign=None, plover="", symmetric=False)


@lru_cache(maxsize=65536)
def open_predicate(words: str) -> PredicateId:
    """Give the open predicate for words that no frame knows.

    Accents go; letters outside ASCII that remain are percent-encoded, so that the id is part of an
    IRI as it stands.

    Raises:
        VocabularyError: there is no letter or digit in the words.

    Example:
        `push for` gives `kgr:push-for`.
    """
    letters = "".join(
        letter for letter in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(letter)
    )
    slug = re.sub(r"[\W_]+", "-", letters).strip("-")
    if not slug:
        raise VocabularyError(f"no open predicate can be made of {words!r}: it has no letter")
    return PredicateId(_OPEN + quote(slug))


def _path(name: str, folder: Path | None) -> Path:
    return folder / name if folder else ontology_path(name)


def _read(path: Path) -> tuple[Terms, Mapping[str, str]]:
    """Terms of a Turtle file under compact names, and its prefixes.

    Raises:
        VocabularyError: it cannot be read.
    """
    from pyoxigraph import NamedNode, parse

    try:
        reader = parse(path=str(path))
        triples = list(reader)
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"cannot read {path}: {error}") from error
    prefixes = reader.prefixes
    prefix_of = _inverted(prefixes)
    terms: dict[str, dict[str, tuple[str, ...]]] = {}
    for triple in triples:
        subject, name = (_compact(str(node.value), prefix_of) for node in (triple.subject, triple.predicate))
        is_name = isinstance(triple.object, NamedNode)
        value = _compact(triple.object.value, prefix_of) if is_name else triple.object.value
        properties = terms.setdefault(subject, {})
        properties[name] = (*properties.get(name, ()), value)
    return terms, prefixes


def _compact(iri: str, prefix_of: Mapping[str, str]) -> str:
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = prefix_of.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix else iri


def _inverted(prefixes: Mapping[str, str]) -> Mapping[str, str]:
    return {namespace: prefix for prefix, namespace in prefixes.items()}


def _local(name: str) -> str:
    return name.partition(":")[2]


def _check_references(terms: Terms, plover: Terms) -> None:
    """Require that every term of ours that is referred to exists.

    Raises:
        VocabularyError: one does not.
    """
    known = {"kg:": terms, "plover:": plover}
    for subject, properties in terms.items():
        used = {*properties, *(value for values in properties.values() for value in values)}
        for prefix, defined in known.items():
            missing = sorted(name for name in used if name.startswith(prefix) and name not in defined)
            if missing:
                raise VocabularyError(f"{subject} refers to {missing[0]}, which the ontology does not have")


def _below(root: str, terms: Terms, relation: str) -> tuple[str, ...]:
    """Names of a term and all that lie below it, in the order of the file."""
    parents = {name: properties.get(relation, ()) for name, properties in terms.items()}
    below = {root}
    while found := {name for name, above in parents.items() if name not in below and not below.isdisjoint(above)}:
        below |= found
    return tuple(name for name in terms if name in below)


def _climb(name: str, classes: Mapping[str, ClassTerm]) -> Iterator[str]:
    yield name
    for parent in classes[name].parents:
        yield from _climb(parent, classes)


def _class_term(name: str, terms: Terms) -> ClassTerm:
    parents = terms[name].get("rdfs:subClassOf", ())
    return ClassTerm(
        name=_local(name),
        label=_one(name, "rdfs:label", terms),
        parents=tuple(_local(parent) for parent in parents if parent.startswith("kg:")),
        joint=_is_marked(name, "kg:isJoint", terms),
        plover=_plover(name, terms),
    )


def _plover(name: str, terms: Terms) -> str:
    return _local(_one(name, "kg:ploverClass", terms)) if "kg:ploverClass" in terms[name] else ""


def _predicate(name: str, terms: Terms) -> Predicate:
    properties = terms[name]
    return Predicate(
        id=PredicateId(name),
        label=_one(name, "rdfs:label", terms),
        domain=_local(_one(name, "rdfs:domain", terms)),
        range=_local(_one(name, "rdfs:range", terms)),
        inverse_label=_one(name, "kg:inverseLabel", terms),
        sign=_sign(name, terms),
        plover=_plover(name, terms),
        symmetric="owl:SymmetricProperty" in properties["rdf:type"],
        physical=_is_marked(name, "kg:isPhysical", terms),
        joint=_is_marked(name, "kg:isJoint", terms),
        says_we=_is_marked(name, "kg:saysWe", terms),
        refusal=_one(name, "kg:refusal", terms) if "kg:refusal" in properties else "",
    )


def _is_marked(name: str, relation: str, terms: Terms) -> bool:
    """Say whether a term has a mark; without one it is not.

    Raises:
        VocabularyError: the mark is neither true nor false.
    """
    mark = _one(name, relation, terms) if relation in terms[name] else "false"
    if mark not in {"true", "false"}:
        raise VocabularyError(f"{relation} of {name} is {mark!r}; it must be true or false")
    return mark == "true"


def _sign(name: str, terms: Terms) -> int | None:
    if "kg:stanceSign" not in terms[name]:
        return None
    sign = _one(name, "kg:stanceSign", terms)
    if sign not in _SIGNS:
        raise VocabularyError(f"kg:stanceSign of {name} is {sign!r}; it must be one of + - 0")
    return _SIGNS[sign]


def _one(name: str, relation: str, terms: Terms) -> str:
    """The value of a property that a term must have once.

    Raises:
        VocabularyError: it has none or several.
    """
    values = terms[name].get(relation, ())
    if len(values) != 1:
        raise VocabularyError(f"{name} has {len(values)} times {relation} in ontology/kg.ttl; it needs it once")
    return values[0]
