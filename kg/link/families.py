"""Relatives: a surname that two given names share, and full names that are a father's and a son's."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.document import Analysis, Mention
from kg.link.antecedents import SURE, gender_of_pronoun
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


def kin(analysis: Analysis, persons: Sequence[Mention], lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    """Yield the names of two relatives, folded.

    Omar Rafa Tellis , the son of Rafa Tellis , left .       Omar Rafa Tellis, Rafa Tellis
    Tellis met her mother , Ada Tellis .                     Ada Tellis, Tellis: by the analyser's link of "her"
    """
    named = {i: person for person in persons for i in range(person.tokens.start, person.tokens.end)}
    for noun in analysis.tokens:
        if noun.lemma.lower() not in lexicons.kinship_of_noun:
            continue
        beside = (noun.head, *(word.index for word in analysis.dependents(noun.index, "appos", "flat", "nmod:desc")))
        relative = next((named[index] for index in beside if index in named), None)
        for word in analysis.dependents(noun.index, "nmod:poss", "nmod"):
            link = analysis.coreference_of.get(word.index)
            other = named.get(link.antecedent if word.upos == "PRON" and link is not None else word.index)
            if relative is not None and other is not None and other is not relative:
                yield folded(analysis.words(relative.tokens)), folded(analysis.words(other.tokens))


def are_kin(one: str, other: str, pairs: Collection[tuple[str, str]]) -> bool:
    """Say whether two names, folded, are those of relatives; a surname alone stands for all who bear it.

    Of "Tellis" and her mother "Ada Tellis", Ada Tellis is neither Tellis nor Rafa Tellis.
    """
    return any(
        (one == first and _bears(other, second, first)) or (other == first and _bears(one, second, first))
        for pair in pairs
        for first, second in (pair, pair[::-1])
    )


def _bears(name: str, wanted: str, but: str) -> bool:
    surname = " " not in wanted and name.split()[-1:] == [wanted]
    return name != but and (name == wanted or surname)


def told_genders(analysis: Analysis, persons: Sequence[Mention]) -> Mapping[str, str]:
    """Give the gender of most pronouns that the analyser surely links with a name of one word, by that word, folded."""
    named = {person.head: folded(analysis.words(person.tokens)) for person in persons if len(person.tokens) == 1}
    told: dict[str, Counter[str]] = {}
    for link in analysis.coreferences:
        gender = gender_of_pronoun(analysis.tokens[link.mention])
        if gender and link.score >= SURE and link.antecedent in named:
            told.setdefault(named[link.antecedent], Counter())[gender] += 1
    return {name: max(genders, key=lambda gender: (genders[gender], gender)) for name, genders in told.items()}
