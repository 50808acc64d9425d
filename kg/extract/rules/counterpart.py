"""Who holds the same office elsewhere, and who held it before."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.frames import TYPED
from kg.extract.grammar import Grammar, Wording
from kg.extract.rules.office import HOLDS, PART_OF, apposition, title
from kg.extract.slots import coordinated
from kg.extract.titles import title_at
from kg.knowledge import Argument, Claim


@dataclass(frozen=True, slots=True)
class _Post:
    """An office that somebody holds in the article.

    Attributes:
        holder: token of the holder's name.
        office: as the article words it, with its body.
        words: the bare title.
    """

    holder: int
    office: Argument
    words: str


def counterpart(grammar: Grammar) -> Iterator[Claim]:
    """Claims of names beside "counterpart" and "predecessor" that follow the holder of an office.

    minister Shoukry met his Greek counterpart , Nikos Dendias   ->  Dendias | kg:holdsOffice | Greek minister
    Mayor Aiko Tanabe and her predecessor , Kenji Mori           ->  Kenji Mori | kg:holdsOffice | Mayor, former
    """
    words = (token.index for token in grammar.analysis.tokens if token.upos == "NOUN")
    nouns = [noun for noun in words if _kind(grammar, noun) in {"counterpart", "predecessor"}]
    posts = list(_posts(grammar)) if nouns else []
    for noun in nouns:
        post = _post_of_owner(grammar, noun, posts)
        bearers = [name for described, name in grammar.described if described == noun]
        if post is None or not bearers:
            continue
        if _kind(grammar, noun) == "counterpart":
            yield from _elsewhere(grammar, noun, post, bearers)
        else:
            wording = Wording("counterpart", HOLDS, "hold position", noun, "former", TYPED)
            reading = grammar.reader.aside(noun)
            yield from (grammar.claim(wording, bearer, post.office, reading) for bearer in bearers)


def _kind(grammar: Grammar, noun: int) -> str:
    office = grammar.lexicons.office_of_title.get(grammar.token(noun).lemma.lower())
    return office.kind if office is not None else ""


def _elsewhere(grammar: Grammar, noun: int, post: _Post, bearers: list[int]) -> Iterator[Claim]:
    """Yield the offices of counterparts: each has the country of its place in the list, or all have the only one."""
    countries = [
        filler.head for demonym in _demonyms(grammar, noun) for filler in coordinated(grammar.analysis, demonym)
    ]
    if len(countries) not in {1, len(bearers)}:
        return
    reading, own = grammar.reader.aside(noun), grammar.token(noun)
    for bearer, country in zip(bearers, countries * (len(bearers) if len(countries) == 1 else 1), strict=True):
        name = f"{grammar.token(country).text} {post.words}"
        office = Argument(own.span, own.text, noun, name=name, type="Office")
        yield grammar.claim(Wording("counterpart", HOLDS, "hold position", noun, "", TYPED), bearer, office, reading)
        yield grammar.claim(Wording("counterpart", PART_OF, "be part of", noun, "", TYPED), office, country, reading)


def _demonyms(grammar: Grammar, noun: int) -> Iterator[int]:
    for modifier in grammar.analysis.dependents(noun, "amod", "compound"):
        if modifier.index in grammar.names and grammar.names[modifier.index].type == "group":
            yield modifier.index


def _posts(grammar: Grammar) -> Iterator[_Post]:
    """Yield the offices that the article gives to names, with the bare title."""
    for claim in (*title(grammar), *apposition(grammar)):
        office = claim.object
        if claim.predicate != HOLDS or not isinstance(office, Argument):
            continue
        inside = (token.index for token in grammar.analysis.tokens if token.span.start in office.span)
        found = next((found for index in inside if (found := title_at(grammar, index)) is not None), None)
        if found is not None and found.office.kind == "office":
            yield _Post(claim.subject.head, office, found.office.title)


def _post_of_owner(grammar: Grammar, noun: int, posts: list[_Post]) -> _Post | None:
    """Give the office of whose counterpart somebody is, None if that is not known.

    The owner's; of "his" or without an owner that of the last holder before in the sentence; else of whom "his" means.
    """
    owners = list(grammar.owners(noun))
    if owners and grammar.token(owners[0]).upos != "PRON":
        wanted = grammar.argument(owners[0]).head
        return next((post for post in posts if post.holder == wanted), None)
    start = grammar.analysis.sentence(noun).tokens.start
    near = [post for post in posts if start <= post.holder < noun]
    if near or not owners:
        return near[-1] if near else None
    links, mention = grammar.analysis.coreference_of, owners[0]
    while mention in links:
        mention = links[mention].antecedent
        for post in posts:
            if post.holder == mention:
                return post
    return None
