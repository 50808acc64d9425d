"""Relatives: a surname that two given names share, and full names that are a father's and a son's."""

from collections.abc import Iterator, Mapping, Sequence

from kg.document import ROOT, Analysis, Mention
from kg.link.spellings import folded, name_parts
from kg.wording import Lexicons


def with_surname(
    analysis: Analysis, persons: Sequence[Mention], gender_of_name: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield given names that stand for a full one: by its first token, the full name.

    Tom and Mary Alder sold the mill .       Tom = Tom Alder
    Alder and Mary Kerr sold the mill .      Alder is nobody's given name, or the surname of somebody else

    Args:
        analysis: the article.
        persons: the names of people.
        gender_of_name: the given names that are known.
    """
    words = {person: name_parts(analysis.words(person.tokens)) for person in persons}
    surnames = {part for parts in words.values() for part in parts[1:]}
    starting = {person.tokens.start: person for person in persons}
    for person in persons:
        other = starting.get(person.tokens.end + 1)
        if other is None or len(words[person]) != 1 or len(words[other]) < 2:
            continue
        given = words[person][0]
        joined = analysis.tokens[person.tokens.end].text in {"and", "&"}
        beside = joined and analysis.tokens[other.head].head == person.head
        if beside and given in gender_of_name and given not in surnames:
            last = analysis.words(other.tokens).split()[-1]
            yield person.tokens.start, f"{analysis.words(person.tokens)} {last}"


def kin(analysis: Analysis, persons: Sequence[Mention], lexicons: Lexicons) -> Iterator[frozenset[str]]:
    """Yield the names of two relatives, folded, so that they are not taken for one person's.

    Omar Rafa Tellis , the son of Rafa Tellis , left .       Omar Rafa Tellis is not Rafa Tellis
    """
    named = {i: person for person in persons for i in range(person.tokens.start, person.tokens.end)}
    for person in persons:
        relative = analysis.tokens[max(analysis.tokens[person.head].head, 0)]
        is_kin = relative.lemma.lower() in lexicons.kinship_of_noun and relative.head != ROOT
        other = named.get(relative.head) if is_kin else None
        if other is not None and other is not person:
            yield frozenset(folded(analysis.words(each.tokens)) for each in (person, other))
