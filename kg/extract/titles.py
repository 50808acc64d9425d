"""Offices and roles in noun phrases: title, how it is held, and in what body.

acting French foreign minister       title = foreign minister, status = acting, body = French
chief executive of Pohjola Shipyards title = chief executive, body = Pohjola Shipyards
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Span
from kg.extract.grammar import Grammar
from kg.extract.repetitions import SURE
from kg.extract.slots import preposition
from kg.extract.understood import is_singled_out
from kg.knowledge import Argument
from kg.rows import Office

_LONGEST_TITLE = 5
_CAPITALISED = frozenset({"PROPN", "ADJ", "NOUN"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role found in a noun phrase.

    Attributes:
        office: its row.
        tokens: the whole phrase with modifiers and body, without determiner and status word.
        title: the words of the row alone.
        status: `former`, `acting` …, empty for held.
        bodies: head tokens of what it is in.
    """

    office: Office
    tokens: Span
    title: Span
    status: str
    bodies: tuple[int, ...]

    def argument(self, grammar: Grammar) -> Argument:
        """Give the office as an argument of class Office."""
        span = grammar.analysis.chars(self.tokens)
        text = span.of(grammar.analysis.document.text)
        name = " ".join(text.split())
        for token in grammar.analysis.tokens[self.tokens.start : self.tokens.end]:
            plural = f"{token.lemma}s"
            if token.xpos in {"NNS", "NNPS"} and grammar.is_title(token.index) and token.text.lower() == plural.lower():
                name = name.replace(token.text, token.text[:-1], 1)  # "Presidents Osei and Koné" are each President
        if (owned := self._owned(grammar, name)) is not None:
            return Argument(span, text, self.tokens.end - 1, owned, "Office", aliases=(name,))
        return Argument(span, text, self.tokens.end - 1, name=name if name != text else "", type="Office")

    def _owned(self, grammar: Grammar, name: str) -> str | None:
        """Give a title with the name whose it is, None without one.

        Lisbon's mayor                    ->  mayor of Lisbon
        the United Kingdom's envoy to Oslo ->  the United Kingdom's envoy to Oslo
        its mayor , the city's mayor       ->  mayor of Lisbon, mayor of the city: see `owner_of`
        """
        owners = (body for body in self.bodies if grammar.token(body).deprel == "nmod:poss")
        whose = next((found for body in owners if (found := owner_of(grammar, body)) is not None), None)
        before = Span(self.tokens.start, self.title.start)  # "his Liberal Democrat deputy"
        if whose is None or whose in self.tokens or any(body in before for body in self.bodies):
            return None
        owner = grammar.argument(whose)
        article = (
            "the " if any(word.text.lower() == "the" for word in grammar.analysis.dependents(whose, "det")) else ""
        )
        owner_name = f"{article}{owner.name or owner.text}"
        return f"{owner_name}'s {name}" if self.tokens.end > self.title.end else f"{name} of {owner_name}"


def owner_of(grammar: Grammar, owner: int) -> int | None:
    """Give the name, or else the noun, of the body or place that a possessor is or surely goes back to.

    Lisbon's mayor ; Lisbon …, its mayor , the city's mayor      ->  Lisbon
    the agency's chief , of an agency without a name             ->  agency
    his deputy                                                   ->  None: nobody is deputy of a person
    """
    head, seen, likely = owner, [owner], 1.0
    while head not in grammar.names:
        link = grammar.analysis.coreference_of.get(head)
        if link is None or link.antecedent in seen or (likely := likely * link.score) < SURE:
            break
        head = link.antecedent
        seen.append(head)
    if head == owner and head in grammar.names:
        return head
    nouns = [index for index in seen if grammar.token(index).upos == "NOUN"]
    names = [head] if head in grammar.names and grammar.token(head).upos == "PROPN" else []
    return next((index for index in (*names, *nouns) if not grammar.is_human(index)), None)


def is_bare(grammar: Grammar, title: Title) -> bool:
    """Say whether a leader's title leaves open of what: "manager Bo Lind", but Commander Lind has a rank."""
    alone = len(title.tokens) == 1 and not title.bodies
    return alone and title.office.kind == "leader" and grammar.token(title.tokens.start).text.islower()


def is_one_of_several(grammar: Grammar, noun: int) -> bool:
    """Say whether a leader's title leaves room for others: "a director of Norvik", not "a former leader of Mali"."""
    some = any(word.text.lower() in {"a", "an"} for word in grammar.analysis.dependents(noun, "det"))
    modifiers = {word.lemma.lower() for word in grammar.analysis.dependents(noun, "amod", "compound")}
    return some and modifiers.isdisjoint(grammar.lexicons.status_of_word)


def leads_part(grammar: Grammar, noun: int, start: int | None = None) -> bool:
    """Say whether a leader's title is of somebody below the leader: "community manager of Norvik", "deputy head of".

    Args:
        grammar: the article.
        noun: its last word.
        start: its first word, the noun if it has one word.
    """
    words = list(grammar.analysis.dependents(noun, "amod", "compound"))
    before = [word for word in words if word.index < (noun if start is None else start)]
    nouns = (word.index for word in before if word.xpos == "NN" and word.index not in grammar.names)
    deputy = any(grammar.lexicons.status_of_word.get(word.text.lower()) == "deputy" for word in words)
    return deputy or any(not grammar.is_organized(word) for word in nouns)


def title_at(grammar: Grammar, noun: int, stop: int | None = None) -> Title | None:
    """Give the title that a noun heads, None if it is none.

    Args:
        grammar: the article.
        noun: head of the phrase, or its last word before a name.
        stop: first token that is not part of the phrase any more (the name), None if open.
    """
    found = _match(grammar, noun)
    if found is None or _is_first_to(grammar, noun):
        return None
    office, title = found
    start = _left_edge(grammar, title)
    status, start = _status(grammar, Span(start, title.end), title.start)
    status = status or said_status(grammar, noun)
    end = title.end
    after = [] if stop is not None and stop <= end else list(_complements(grammar, noun, office, end, stop))
    if after:
        end = max(end, after[-1].end)
    owners = (owner.index for owner in grammar.analysis.dependents(noun, "nmod:poss"))
    bodies = (*_bodies_before(grammar, Span(start, title.start)), *(body.start for body in after), *owners)
    elect = _elect(grammar, end)
    return Title(office, Span(start, elect or end), title, "elect" if elect else status, bodies)


def _is_first_to(grammar: Grammar, noun: int) -> bool:
    """Say whether a title only tells of whom somebody is the first: "the first mayor to fly", not "the first mayor"."""
    clauses = grammar.analysis.dependents(noun, "acl")
    to = any(word.lemma.lower() == "to" for each in clauses for word in grammar.analysis.dependents(each.index, "mark"))
    return to and is_singled_out(grammar.analysis, grammar.token(noun))


def _match(grammar: Grammar, noun: int) -> tuple[Office, Span] | None:
    """Give the longest title around a noun: "minister of foreign affairs", "deputy prime minister"."""
    sentence = grammar.analysis.sentence(noun).tokens
    first, last = max(sentence.start, noun + 1 - _LONGEST_TITLE), min(noun + 4, sentence.end)
    around = [token.text.lower() for token in grammar.analysis.tokens[first:last]]
    offices, best = grammar.lexicons.office_of_title, None
    for end in range(noun + 1, last + 1):
        lemma = grammar.token(end - 1).lemma.lower()
        for start in range(max(sentence.start, end - _LONGEST_TITLE), noun + 1):
            words = around[start - first : end - first]
            office = offices.get(_joined(words)) or offices.get(_joined([*words[:-1], lemma]))
            if office is not None and (best is None or end - start > len(best[1])):
                best = (office, Span(start, end))
    return best


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def _left_edge(grammar: Grammar, title: Span) -> int:
    """Give where the modifiers before a title begin: adjectives, compounds, names, up to a determiner."""
    tokens = grammar.analysis.tokens
    sentence = grammar.analysis.sentence(title.start).tokens
    start = title.start
    while start > sentence.start and _is_modifier(grammar, start - 1):
        start -= 1
    while start < title.start and tokens[start].upos in {"PUNCT", "ADP", "DET", "CCONJ", "PART"}:
        start += 1
    return start


def _is_modifier(grammar: Grammar, index: int) -> bool:
    token = grammar.analysis.tokens[index]
    mention = grammar.names.get(index)
    is_inside = mention is not None and mention.type != "person" and mention == grammar.names.get(index + 1)
    if token.text in {"-", "–"} or _is_joined(grammar, index):
        return True
    if is_inside:  # the tagger takes "United" in "United States President" for a verb
        return True
    if token.upos not in _CAPITALISED or token.relation not in {"amod", "compound", "flat", "nmod", "advmod"}:
        is_verb = token.upos == "VERB" and token.relation != "amod"
        return token.text.lower() in grammar.lexicons.status_of_word and not is_verb
    is_team = mention is not None and index == mention.head and token.relation == "compound"  # "Kilmarnock manager"
    return mention is None or mention.type != "person" or is_team


def _is_joined(grammar: Grammar, index: int) -> bool:
    """Say whether a word is joined to the next by a hyphen: all of "far-right" stands before "leader".

    A name is not ("Anglo-Irish"), nor what a word of status has before it ("now-former").
    """
    words = grammar.analysis.tokens[index : index + 3]
    if len(words) < 3 or words[1].text not in {"-", "–"} or index in grammar.names:
        return False
    return words[0].span.end == words[1].span.start and words[2].text.lower() not in grammar.lexicons.status_of_word


def _status(grammar: Grammar, tokens: Span, title: int) -> tuple[str, int]:
    """Give how the title is held, and where it begins without that word."""
    start, status = tokens.start, ""
    for index in range(tokens.start, title):
        word = grammar.token(index).text.lower()
        found = grammar.lexicons.status_of_word.get(word)
        if found == "deputy":
            status = status or found
        elif index == start and (found is not None or word in {"-", "–"}):  # "then-President", "current mayor"
            start = index + 1
        status = status or found or ""
    if not status:
        status = "deputy" if grammar.token(title).text.lower() in {"deputy", "vice"} else ""
    return status, start


def said_status(grammar: Grammar, noun: int, *relations: str) -> str:
    """Give how something is held that an adverb says, or another modifier: "formerly the mayor", empty without one."""
    words = (word.text.lower() for word in grammar.analysis.dependents(noun, *(relations or ("advmod",))))
    return next((status for word in words if (status := grammar.lexicons.status_of_word.get(word, ""))), "")


def _elect(grammar: Grammar, end: int) -> int:
    """Give the end of a suffix ("President-elect"), 0 without one."""
    tokens = grammar.analysis.tokens
    for length in (1, 2):
        if end + length <= len(tokens):
            word = "".join(tokens[i].text.lower() for i in range(end, end + length))
            if word in {"-elect", "-designate", "elect"}:
                return end + length
    return 0


def _complements(grammar: Grammar, noun: int, office: Office, end: int, stop: int | None) -> Iterator[Span]:
    """Yield the bodies after a title ("of Pohjola Shipyards"): head and end of each phrase."""
    for dependent in grammar.analysis.dependents(noun, "nmod"):
        word = preposition(grammar.analysis, dependent.index)
        if dependent.index < end or word not in (*office.prepositions, "of", "for") or grammar.is_time(dependent.index):
            continue
        if stop is not None and dependent.index >= stop:
            continue
        phrase = grammar.argument(dependent.index)
        last = max(
            (
                t.index
                for t in grammar.analysis.tokens[dependent.index : dependent.index + 9]
                if t.span.end <= phrase.span.end
            ),
            default=dependent.index,
        )
        yield Span(dependent.index, max(last, dependent.index) + 1)


def _bodies_before(grammar: Grammar, tokens: Span) -> Iterator[int]:
    """Yield what stands before a title and is a place, an organization or a nationality: "French", "Pohjola"."""
    seen = set()
    for index in range(tokens.start, tokens.end):
        mention = grammar.names.get(index)
        if (
            mention is not None
            and mention.tokens not in seen
            and mention.type in {"place", "organization", "group", "misc"}
            and not _is_prefixed(grammar, mention.tokens.start)
        ):
            seen.add(mention.tokens)
            yield mention.head


def _is_prefixed(grammar: Grammar, start: int) -> bool:
    """Say whether a name only ends a word of attitude: a "pro-European president" is none of Europe."""
    if start < 2 or grammar.token(start - 1).text not in {"-", "–"} or start - 2 in grammar.names:
        return False
    joined = grammar.token(start - 1).span.end == grammar.token(start).span.start
    return joined and grammar.token(start - 2).text.lower() not in grammar.lexicons.status_of_word
