"""Arguments as people want to read them: the name where there is one, a short noun phrase otherwise.

the decades-old limits on Iran's missile program , which …   ->  limits on Iran's missile program
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from kg.document import Analysis, Mention, Span, Token
from kg.extract.slots import EXAMPLES, preposition
from kg.knowledge import Argument
from kg.mentions import PARTLY, is_some

LONGEST = 10
"""Words of a noun phrase; longer ones lose their last modifiers. A reader takes in about ten at a glance."""

LONGEST_WITH_CLAUSE = 12
"""Words of a noun phrase with the clause that says what it is about."""

_INSIDE = frozenset(
    {"compound", "amod", "nummod", "flat", "nmod:poss", "nmod:desc", "nmod:unmarked", "goeswith", "fixed"}
)
_COMPLEMENTS = frozenset({"ccomp", "iobj", "obj", "xcomp"})
_POINTING = frozenset({"PRP", "PRP$"})
_OPENING = frozenset({"IN", "TO", "DT", "CC", "WDT", "WP"})
"""Tags of words after which a phrase goes on."""
_HYPHENS = frozenset({"-", "–"})
MODIFYING = frozenset(
    {
        "of",
        "on",
        "over",
        "for",
        "to",
        "against",
        "with",
        "about",
        "between",
        "in",
        "at",
        "by",
        "from",
        "into",
        "among",
        "near",
    }
)


def argument(analysis: Analysis, head: int, names: Mapping[int, Mention]) -> Argument:
    """Give the argument that a token heads.

    A named mention gives its name alone. Otherwise the phrase keeps adjectives, compounds, numbers, possessors and
    short prepositional modifiers next to the head, and loses determiners, clauses, appositions and coordinated parts.

    Args:
        analysis: the article.
        head: the token.
        names: named mentions by each of their tokens.
    """
    mention = names.get(head)
    if mention is not None and not is_some(analysis, head):
        span = analysis.chars(mention.tokens)
        return Argument(span, span.of(analysis.document.text), head)
    return phrase(analysis, head, names)


def phrase(analysis: Analysis, head: int, names: Mapping[int, Mention]) -> Argument:
    """Give the noun phrase of a token, even if a name follows it: "the architect Jules Ferrand" gives "architect"."""
    tokens = _extent(analysis, head, names)
    span = analysis.chars(tokens)
    text = span.of(analysis.document.text)
    short = _without_leading(analysis, tokens, head)
    name = " ".join(analysis.words(short).split())
    return Argument(span, text, head, name=name if name != text else "")


def restricted(analysis: Analysis, found: Argument) -> Argument:
    """Give a noun phrase with the clause behind it that says what it is about, the short phrase as an alias.

    the decision to close the harbour , which …   ->  decision to close the harbour
    claims that the mill dumped oil               ->  claims that the mill dumped oil
    the load that Chad carries                    ->  load; see `specified`

    One that does not fit loses its last modifiers.
    """
    if not analysis.has_dependent(found.head, "acl"):
        return found
    last = max(index for index in _near(analysis, found.head) if analysis.tokens[index].span.end <= found.span.end)
    words_before = len((found.name or found.text).split())
    clauses = (token for token in analysis.dependents(found.head, "acl") if token.index > last)
    clause = next((token for token in clauses if _is_content(analysis, token)), None)
    if clause is None or analysis.tokens[last + 1].upos == "PUNCT":
        return found
    for tokens in shorter_and_shorter(analysis, clause):
        if words_before + len(tokens) <= LONGEST_WITH_CLAUSE and _follows(tokens, last + 1):
            said = words(analysis, Span(tokens[0], tokens[-1] + 1))
            short = found.name or found.text
            return replace(found, name=f"{short} {said}", aliases=(*found.aliases, short))
    return found


def specified(analysis: Analysis, found: Argument, other: int) -> Argument:
    """Give a noun phrase with the participle or relative clause behind it, which says which one it is.

    Riga paid the firms that did not comply .        ->  firms that did not comply
    Ruiz bought the mill owned by Norvik .           ->  mill owned by Norvik

    What the clause itself says is told of the short phrase ("Norvik | own | mill"), which stays an alias.

    Args:
        analysis: the article.
        found: the phrase; one that has a clause already, or an office, stays as it is.
        other: the head of what it is told with.
    """
    short = found.name or found.text
    if found.type == "Office" or len(short.split()) > len(found.text.split()):
        return found
    room = LONGEST_WITH_CLAUSE - len(short.split())
    clause = clause_behind(analysis, found, room, {other, *analysis.above(other)})
    if clause is None:
        return found
    return replace(found, name=f"{short} {words(analysis, clause)}", aliases=(*found.aliases, short))


def clause_behind(analysis: Analysis, found: Argument, room: int, apart: Container[int] = ()) -> Span | None:
    """Give the tokens of the participle or relative clause right behind a noun phrase, None if there is none that fits.

    Args:
        analysis: the article.
        found: the phrase.
        room: most tokens that fit.
        apart: heads of clauses that are not to be taken.
    """
    for clause in analysis.dependents(found.head, "acl"):
        if clause.index in apart or clause.index < found.head or analysis.has_dependent(clause.index, "mark"):
            continue
        for tokens in shorter_and_shorter(analysis, clause):
            if len(tokens) <= room and _specifies(analysis, tokens, found):
                return Span(tokens[0], tokens[-1] + 1)
    return None


def _specifies(analysis: Analysis, tokens: list[int], found: Argument) -> bool:
    """Say whether words of a clause stand right behind a phrase without a break and name who they speak of."""
    inside = [analysis.tokens[index] for index in tokens]
    if len(tokens) < 2 or not _follows(tokens, tokens[0]) or analysis.tokens[tokens[0] - 1].span.end != found.span.end:
        return False
    return not any(_is_loose(token) or token.xpos in _POINTING for token in inside) and inside[-1].xpos not in _OPENING


def _is_content(analysis: Analysis, clause: Token) -> bool:
    """Say whether a clause says what its noun is about; "a vote to be held in May" only when it is held."""
    return analysis.has_dependent(clause.index, "mark") and not analysis.has_dependent(clause.index, "aux:pass")


def _near(analysis: Analysis, head: int) -> range:
    return range(head, min(head + LONGEST + 1, len(analysis.tokens)))


def shorter_and_shorter(analysis: Analysis, clause: Token) -> Iterator[list[int]]:
    """Yield the tokens of a clause, then without its last modifier and so on, as long as one follows its verb.

    It keeps its complements: "a bill that lets courts hear claims" is no "bill that lets courts".
    """
    parts = sorted(_subtree(analysis, clause))
    behind = [token for token in analysis.dependents(clause.index) if token.index > clause.index]
    yield parts
    for modifier in reversed(behind[1:]):
        if modifier.relation in _COMPLEMENTS:
            return
        parts = [index for index in parts if index < min(_subtree(analysis, modifier))]
        yield parts


def words(analysis: Analysis, tokens: Span) -> str:
    """Give the words of a token range on one line."""
    return " ".join(analysis.words(tokens).split())


def compound_before(analysis: Analysis, noun: int, names: Mapping[int, Mention]) -> str:
    """Give what right before a noun forms one with it, in lower case: "ballot access", "one-time rebates"."""
    before = analysis.tokens[noun - 1]
    joined = before.deprel == "compound" or (before.deprel == "amod" and before.xpos == "VBG")
    start = noun - ((joined and before.head == noun) or _is_one_word(analysis, noun))
    while 0 < start < noun and _is_one_word(analysis, start):
        start -= 1
    if start == noun or any(index in names for index in range(start, noun)):
        return ""
    return words(analysis, Span(start, noun)).lower().rstrip("-–")


def _extent(analysis: Analysis, head: int, names: Mapping[int, Mention]) -> Span:
    """Give the contiguous tokens around a head that belong to its short phrase."""
    parts = {head}
    for dependent in analysis.dependents(head):
        if dependent.index > head and dependent.index in names and head not in names:
            continue  # the name that the noun describes
        if dependent.deprel in _INSIDE or (dependent.deprel in {"det", "advmod"} and dependent.index < head):
            parts.update(_subtree(analysis, dependent))
    parts |= {
        i for i in range(min(parts), head) if i + 1 in parts and i - 1 in parts and analysis.tokens[i].text in _HYPHENS
    }
    left, right = _contiguous(parts, head)
    while left > 0 and _is_one_word(analysis, left):
        left -= 1
    for modifier in sorted(_modifiers(analysis, head), key=lambda token: token.index):
        whole, short = sorted(_subtree(analysis, modifier)), _short(analysis, modifier, names)
        fitting = (below for below in (whole, short) if _follows(below, right) and below[-1] - left < LONGEST)
        right = next((below[-1] + 1 for below in fitting), right)
    return Span(left, right)


def _is_one_word(analysis: Analysis, index: int) -> bool:
    """Say whether a token is joined to the one before by a hyphen without space: a "16-year-old" is not an "old"."""
    if index == 0:
        return False
    before, token = analysis.tokens[index - 1 : index + 1]
    hyphen = before.text in _HYPHENS or token.text in _HYPHENS
    return hyphen and before.span.end == token.span.start


def _follows(tokens: list[int], end: int) -> bool:
    """Say whether tokens stand side by side right behind a phrase."""
    return bool(tokens) and tokens == list(range(end, tokens[-1] + 1))


def _short(analysis: Analysis, modifier: Token, names: Mapping[int, Mention]) -> list[int]:
    """Give a modifier without what modifies it behind ("of the struggle" without "for justice, equality and peace").

    Nothing if that would cut a name or one of several: "between Riga and Oslo".
    """
    parts = {modifier.index}
    for word in analysis.dependents(modifier.index):
        if word.relation in {"conj", "appos", "flat"} or {modifier.index, word.index} & names.keys():
            return []
        if word.deprel in _INSIDE or word.deprel in {"case", "det"}:
            parts.update(_subtree(analysis, word))
    return sorted(parts)


def _modifiers(analysis: Analysis, head: int) -> Iterator[Token]:
    for dependent in analysis.dependents(head, "nmod"):
        if dependent.deprel == "nmod" and preposition(analysis, dependent.index) in MODIFYING:
            yield dependent


def _subtree(analysis: Analysis, token: Token) -> set[int]:
    """Give a modifier with all below it, without clauses and appositions, trailing punctuation cut."""
    found, pending = set(), [token.index]
    while pending:
        index = pending.pop()
        found.add(index)
        below = analysis.dependents(index)
        pending.extend(child.index for child in below if not _is_aside(analysis, child))
    while len(found) > 1 and _is_loose(analysis.tokens[max(found)]) and max(found) != token.index:
        found.discard(max(found))
    return found


def _is_loose(token: Token) -> bool:
    """Say whether a token is punctuation that joins nothing; the hyphens of "22-year-old" do."""
    return token.upos == "PUNCT" and token.xpos != "HYPH"


def _is_aside(analysis: Analysis, token: Token) -> bool:
    """Say whether a dependent stands beside its phrase: a clause, an apposition, examples ("including an airport").

    The clause of a pronoun is all that tells who it is: "families of those who died", "a ban on anyone wearing red".
    """
    noun = analysis.tokens[token.head]
    if token.relation == "acl" and (noun.text.lower() == "those" or (noun.upos == "PRON" and noun.xpos == "NN")):
        return False
    examples = token.deprel == "nmod" and preposition(analysis, token.index) in EXAMPLES
    return examples or token.relation in {"acl", "appos", "parataxis", "dep"}


def _contiguous(parts: set[int], head: int) -> tuple[int, int]:
    left = right = head
    while left - 1 in parts:
        left -= 1
    while right + 1 in parts:
        right += 1
    return left, right + 1


def _without_leading(analysis: Analysis, tokens: Span, head: int) -> Span:
    """Cut determiners and possessive pronouns before the head ("its plant" -> "plant"), but for "some"."""
    start = tokens.start
    while start < head:
        token = analysis.tokens[start]
        if token.head == head and token.lemma.lower() in PARTLY and is_some(analysis, head):
            break
        if analysis.word_at(start + 1) in _HYPHENS:
            break  # "a no-confidence vote" is none of confidence
        pronoun = token.deprel == "nmod:poss" and token.upos in {"PRON", "DET"}
        of_noun = token.head == head and analysis.tokens[head].upos in {"NOUN", "PROPN"}  # "just the best thing"
        adverb = token.deprel == "advmod" and (of_noun or token.lemma.lower() in {"not", "never", "n't"})
        own_case = token.deprel == "case" and token.head == head  # not that of "at least 62 people"
        if token.deprel in {"det", "det:predet", "cc:preconj", "punct"} or own_case or pronoun or adverb:
            start += 1
        else:
            break
    return Span(start, tokens.end)
