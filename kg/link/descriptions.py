"""Descriptions: who "the company", "the Swede", "the 22-year-old" or "the two leaders" is.

A description that fits two things equally well is nobody's: it stays a phrase.
"""

import re
from collections.abc import Iterable

from kg.document import Analysis, Token
from kg.knowledge import Argument, Claim, Value
from kg.link.antecedents import HINT, SURE, linked, rating
from kg.link.gazetteers import Gazetteers, key
from kg.link.joint import members_meant
from kg.link.referents import Cast, Referent, one_line
from kg.link.spellings import folded
from kg.vocabulary import Vocabulary
from kg.wording import Lexicons

_DEFINITE = frozenset({"the", "this", "that"})
_ACTORS = frozenset({"Group", "Organization", "Person", "Place"})
_VAGUE = frozenset({"Event", "Facility", "Organization", "Place"})
"""Classes of "the coalition", "the area", "the runway" and "the affair": any name could be one."""

_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj"})
_PREPOSITIONS = frozenset(
    {"of", "in", "on", "for", "with", "between", "to", "at", "from", "by", "against", "over", "about"}
)
_AGED = re.compile(r"([\w-]+?)-year-old")


class Descriptions:
    """Finds what the descriptions of one article go back to."""

    def __init__(
        self, analysis: Analysis, cast: Cast, gazetteers: Gazetteers, lexicons: Lexicons, vocabulary: Vocabulary
    ) -> None:
        self._analysis = analysis
        self._cast = cast
        self._gazetteers = gazetteers
        self._lexicons = lexicons
        self._vocabulary = vocabulary
        self._country_of: dict[Referent, str] = {}
        self._age_of: dict[Referent, str] = {}
        for noun, referent in cast.described.items():
            if self._tells_apart(analysis.tokens[noun], referent):
                referent.titles.add(self._description(noun))

    def _description(self, noun: int) -> str:
        """Give a noun with the words that make it another office ("vice president") or one of the past."""
        words = self._analysis.dependents(noun, "amod", "compound")
        before = (word.text.lower() for word in words if word.index < noun)
        statuses = (word for word in before if self._lexicons.status_of_word.get(word))
        return " ".join([*statuses, self._analysis.tokens[noun].lemma.lower()])

    def note(self, claims: Iterable[Claim]) -> None:
        """Note the titles, countries and ages that claims give to names."""
        for claim in claims:
            holder = self._cast.names.get(claim.subject.head)
            if holder is None:
                continue
            if isinstance(claim.object, Value):
                if claim.predicate == "kg:hasAge":
                    self._age_of[holder] = claim.object.text
                continue
            words = claim.object.name or claim.object.text
            if claim.predicate == "kg:holdsOffice":
                status = f"{claim.status} " if claim.status == "former" else ""
                holder.titles.add(status + " ".join(_headed(words.lower().split())))
            elif claim.predicate in {"kg:citizenOf", "kg:basedIn"} and (country := self._country(words)):
                self._country_of.setdefault(holder, country)

    def _tells_apart(self, noun: Token, named: Referent) -> bool:
        """Say whether a description beside a name may stand for it later: "the striker Diarra", not "a man, Diarra"."""
        one = self._class_of_one(noun)
        kind = self._vocabulary.kind(one) if one in self._vocabulary.classes else ""
        fits = kind in {*_ACTORS, self._vocabulary.kind(named.class_name)}  # the shot, Dempsey's, is not Dempsey
        return fits and self._agrees(noun, named) and noun.lemma.lower() not in self._lexicons.anybody_lemmas

    def _agrees(self, noun: Token, named: Referent) -> bool:
        """Say whether a noun for a relative fits the gender of a name: "the mother" is not David."""
        kinship = self._lexicons.kinship_of_noun.get(noun.lemma.lower())
        return kinship is None or "" in {kinship.gender, named.gender} or kinship.gender == named.gender

    def is_compatriot(self, token: Token) -> bool:
        """Say whether a word is a noun for one of a country's people: "the Swede", "an Italian", not "the Dutch"."""
        people, word = self._gazetteers.people_of_demonym, token.text.lower()
        if word not in people or not (f"{word}s" in people or word.endswith(("man", "woman"))):
            return False
        words = {word.lemma.lower() for word in self._analysis.dependents(token.index, "det", "nummod")}
        return bool(words & {*_DEFINITE, "a", "an", "one"}) and token.relation in _NOMINAL

    def meant(self, argument: Argument, token: Token) -> Referent | None:
        """Give what a description goes back to, None if it is not definite or not clear."""
        if token.xpos == "NNS":
            one = self._class_of_one(token)
            return members_meant(self._analysis, token, one, self._cast.joint, self._vocabulary)
        if not self._is_definite(token):
            return None
        return self.name_meant(argument, token) or self._repeated(argument)

    def name_meant(self, argument: Argument, token: Token) -> Referent | None:
        """Give the name that a definite description goes back to, None if it is not clear or means several."""
        if token.xpos in {"NNS", "NNPS"} or not self._is_definite(token):
            return None
        if self.is_compatriot(token):
            found = self._only_person(self._country_of, self._country(token.text), token)
        elif aged := _AGED.fullmatch(_phrase(argument)):
            found = self._only_person(self._age_of, aged.group(1), token)
        else:
            found = self._named(argument, token)
        if found is not None:
            found.descriptions.add(one_line(argument.text))
        return found

    def _is_definite(self, token: Token) -> bool:
        """Say whether a noun has a definite article or needs none ("the vote in parliament")."""
        determiners = {word.lemma.lower() for word in self._analysis.dependents(token.index, "det", "nmod:poss")}
        return bool(determiners & _DEFINITE) or (not determiners and self._is_institution(token))

    def _is_institution(self, token: Token) -> bool:
        return self._lexicons.class_of_noun.get(token.text.lower(), "") == "Legislature"

    def _named(self, argument: Argument, token: Token) -> Referent | None:
        """Give the name that "the company", "the Swiss group" or "the station" goes back to."""
        *modifiers, _ = _content(argument) or [""]
        country = self._country(modifiers[0]) if len(modifiers) == 1 else ""
        is_bare = not modifiers
        titled = self._titled([*modifiers, token.lemma.lower()])
        found = titled[0] if len(titled) == 1 else self._linked(argument, token, is_bare=is_bare or bool(country))
        if titled and found not in titled:
            return None
        if found is None and is_bare:
            found = self._ending(argument, token)
            # the House of Lords is only half a parliament; what was a company without a name before is no nearer body
            if found is None and not self._is_institution(token) and not self._repeats_noun(token):
                found = self._nearest_of_class(argument, token, self._cast.near, _VAGUE)
        found = found or self._regional(argument, token, " ".join(modifiers))
        if found is None and country:
            fitting = (r for r in self._cast.near if self._country_of_name(r) == country)
            found = self._nearest_of_class(argument, token, fitting, _VAGUE - {"Organization"})
        if found is None or (country and self._country_of_name(found) not in {"", country}):
            return None
        return None if self._acts_above(token, found) else found

    def _acts_above(self, token: Token, found: Referent) -> bool:
        """Say whether something acts in the clause that a description is part of, so that it cannot be meant.

        "The Front opposes talks with the government": nobody calls a subject by other words in its own clause
        (principle C of Chomsky 1981).
        """
        for index in self._analysis.above(token.index):
            verb = self._analysis.tokens[index]
            if verb.upos != "VERB":
                continue
            subjects = [word.index for word in self._analysis.dependents(index, "nsubj", "nsubj:pass")]
            if verb.deprel == "acl:relcl":
                subjects.append(verb.head)
            return any(self._cast.referent_of.get(i, self._cast.names.get(i)) is found for i in subjects)
        return False

    def _regional(self, argument: Argument, token: Token, adjective: str) -> Referent | None:
        """Give the country of a part of the world that was named nearest before: "the European nation"."""
        inside = self._gazetteers.countries_of_region.get(adjective, frozenset())
        if argument.type != "Country":
            return None
        return self._nearest(token, (r for r in self._cast.near if r.is_named and r.label in inside))

    def _titled(self, words: list[str]) -> list[Referent]:
        """Give the names that the article gives a title or a description: "the minister", "the prime minister"."""
        named = (referent for referent in self._cast.near if referent.is_named)
        return [referent for referent in named if any(self._ends(title, words) for title in referent.titles)]

    def _ends(self, title: str, words: list[str]) -> bool:
        """Say whether a title ends in some words and is no lesser or lost one: no vice president is the president."""
        parts = title.split()
        split = max(len(parts) - len(words), 0)
        return parts[split:] == words and not any(self._lexicons.status_of_word.get(word) for word in parts[:split])

    def _linked(self, argument: Argument, token: Token, *, is_bare: bool) -> Referent | None:
        """Give the name that the analyser links a description with, if its class allows it.

        "the company", "the minister", "the European nation"; of people only a bare one ("the current governor" is
        seldom who was named before); "the Boeing company" is nobody else.
        """
        wanted = argument.type or "Issue"
        if not is_bare and self._vocabulary.kind(wanted) not in {"Organization", "Place"}:
            return None
        found = self._linked_name(token.index)
        if found is None or found.is_plural or not _may_shorten(token, found) or self._names_another(argument, found):
            return None
        kinds = {self._vocabulary.kind(found.class_name), self._vocabulary.kind(wanted)}
        fits = kinds == {"Person"} or (kinds == {"Organization"} and found.class_name == "Organization")
        vague = wanted == "Event" and token.lemma.lower() != "event"  # "the debate" is no election
        fits = fits or (not vague and may_be(found.class_name, wanted, self._vocabulary))
        fits = fits or _is_headed(found, token.text)
        return found if fits and self._agrees(token, found) else None

    def _repeats_noun(self, token: Token) -> bool:
        """Say whether the analyser surely links a description with the same noun before ("a company … the company")."""
        link = self._analysis.coreference_of.get(token.index)
        earlier = self._analysis.tokens[link.antecedent] if link is not None and link.score >= SURE else None
        return earlier is not None and earlier.upos == "NOUN" and earlier.lemma.lower() == token.lemma.lower()

    def _linked_name(self, mention: int, least: float = SURE) -> Referent | None:
        """Follow the analyser's links to a name, by way of other words while the whole way is at least that likely."""
        likely = 1.0
        while (link := self._analysis.coreference_of.get(mention)) is not None:
            likely, mention = likely * link.score, link.antecedent
            if likely < least:
                return None
            found = self._cast.referent_of.get(mention)
            if found is not None and found.is_named:
                return found
        return None

    def _names_another(self, argument: Argument, found: Referent) -> bool:
        """Say whether a description contains the name of something else than what it is linked with."""
        inside = range(max(0, argument.head - 10), argument.head)
        names = {self._cast.names.get(i) for i in inside if self._analysis.tokens[i].span.start >= argument.span.start}
        return any(name is not found and name.class_name not in {"Country", "Group"} for name in names if name)

    def _ending(self, argument: Argument, token: Token) -> Referent | None:
        """Give the only or the nearest thing whose name has a noun for its head: "the party" after "the Reform Party".

        Not the West Bank a bank, and not the Solar System a system: what has no body is called by too many words.
        """
        kind = self._vocabulary.kind(argument.type or "Issue")
        if kind in {"Person", "Issue", "Product"} or argument.type == "Place":
            return None  # "the world" after "the Muslim world"
        fitting = [
            referent
            for referent in self._cast.near
            if self._vocabulary.kind(referent.class_name) == kind
            and _is_headed(referent, token.text)
            and any(occurrence.token < token.index for occurrence in referent.occurrences)
        ]
        found = fitting[0] if len(fitting) == 1 else self._nearest(token, fitting)
        return found if found is not None and found.is_named else None

    def _nearest_of_class(
        self, argument: Argument, token: Token, candidates: Iterable[Referent], vague: frozenset[str]
    ) -> Referent | None:
        """Give the nearest name of a body's or a place's class, not for nouns of a class that any name could share."""
        wanted = argument.type
        if not wanted or self._vocabulary.kind(wanted) not in {"Organization", "Place", "Event"} or wanted in vague:
            return None
        named = (r for r in candidates if r.is_named and not r.is_plural)
        if self._vocabulary.kind(wanted) == "Event":  # "the investigation" is no war, though both are events
            return self._nearest(token, (r for r in named if r.class_name == wanted))
        fitting = (r for r in named if may_be(r.class_name, wanted, self._vocabulary))
        found = self._nearest(token, fitting)
        unsure = found is not None and found.class_name == "Organization"  # "the airline" after "Wikinews"
        unsure = unsure and bool(self._analysis.coreferences) and self._linked_name(token.index, HINT) is not found
        return None if unsure else found

    def _nearest(self, token: Token, candidates: Iterable[Referent]) -> Referent | None:
        """Give the candidate that was named nearest before a word, subjects first; None if two are as near."""
        rated = [(score, r) for r in candidates if (score := rating(self._analysis, token.index, r)) is not None]
        rated.sort(key=lambda item: -item[0])
        return rated[0][1] if rated and (len(rated) == 1 or rated[0][0] > rated[1][0]) else None

    def _only_person(self, trait_of: dict[Referent, str], trait: str, token: Token) -> Referent | None:
        """Give the only named person of a country or an age, else the one whom the analyser links, if no other."""
        bearers = [referent for referent, value in trait_of.items() if value == trait]
        if len(bearers) == 1:
            return bearers[0]
        found = self._linked_name(token.index)
        is_person = found is not None and self._vocabulary.kind(found.class_name) == "Person"
        return found if found is not None and is_person and trait_of.get(found, trait) == trait else None

    def _repeated(self, argument: Argument) -> Referent | None:
        """Give the longer phrase that a description repeats, its name from now on: "the summit" is "the Amazon summit".

        Of two ("the Amazon summit", "a summit on trade") it is the one that the analyser links it with.
        """
        content, met = _content(argument), self._cast.near
        repeated = (r for r in met if not r.is_named and any(_repeats(content, surface) for surface in r.surfaces))
        earlier = [r for r in repeated if not self._is_content(r) and r.class_name != "Office"]
        if argument.fuller:
            earlier = [r for r in earlier if any(_is_worded(argument.fuller, surface) for surface in r.surfaces)]
        if len(earlier) > 1:
            meant = linked(self._analysis, argument.head, self._cast.referent_of)
            earlier = [meant] if meant in earlier else []
        if not earlier:
            return None
        earlier[0].descriptions.add(one_line(argument.name or argument.text))
        return earlier[0]

    def _is_content(self, referent: Referent) -> bool:
        """Say whether a referent is what a clause says ("Chad would rebuild the village"): no later noun is that."""
        return any(self._analysis.tokens[at.token].upos == "VERB" for at in referent.occurrences)

    def _class_of_one(self, token: Token) -> str:
        """Give the class of one of those that a plural noun means."""
        lemma = token.lemma.lower()
        found = "Person" if lemma in self._lexicons.title_heads else self._lexicons.class_of_noun.get(lemma, "")
        return "Person" if found == "People" else found

    def _country(self, words: str) -> str:
        """Give the country that a name or a demonym means, empty if none."""
        known = self._gazetteers.country(words)
        return known.label if known is not None else ""

    def _country_of_name(self, referent: Referent) -> str:
        known = referent.known
        own = (known.label if known.class_name == "Country" else known.country) if known is not None else ""
        return self._country_of.get(referent, own)


def may_be(found: str, wanted: str, vocabulary: Vocabulary) -> bool:
    """Say whether something of class `found` may be called by a noun for class `wanted`."""
    if vocabulary.kind(wanted) == "Place":
        return found == wanted
    if found == "Organization":  # a name of unknown kind may be a company, the commonest; not a union or a court
        return wanted in {"Organization", "Company"}
    return found == wanted or vocabulary.is_a(wanted, found) or vocabulary.is_a(found, wanted)


def _may_shorten(token: Token, named: Referent) -> bool:
    """Say whether a description may mean a name: a capitalised one ("the Commission") only a name with that word.

    "the Minister" may be whom the article has called one.
    """
    titled = any(title.split()[-1:] == [token.lemma.lower()] for title in named.titles)
    return titled or not token.text[:1].isupper() or any(_has(surface, token.text) for surface in named.surfaces)


def _has(surface: str, word: str) -> bool:
    return word.lower() in surface.lower().split()


def _is_headed(referent: Referent, word: str) -> bool:
    """Say whether a name of several words has a word for its head: Reform Party, Court of Cassation."""
    names = (name.split() for name in (*referent.surfaces, referent.known.label if referent.known is not None else ""))
    head = folded(word)
    return any(len(words) > 1 and folded(_head_of(words)) == head for words in names)


def _phrase(argument: Argument) -> str:
    return key(one_line(argument.name or argument.text))


def _content(argument: Argument) -> list[str]:
    return [word for word in _phrase(argument).split() if word not in {"the", "this", "that", "a", "an"}]


def _repeats(content: list[str], surface: str) -> bool:
    """Say whether a description repeats an earlier, longer phrase: "the summit" after "the Amazon summit"."""
    words = key(surface).split()
    return 0 < len(content) < len(words) and set(words).issuperset(content) and _head_of(words) == content[-1]


def _is_worded(fuller: str, surface: str) -> bool:
    """Say whether two wordings may be of one mention: the shorter one is within the other."""
    words, other = set(key(fuller).split()), set(key(surface).split())
    return words <= other or other <= words


def _head_of(words: list[str]) -> str:
    """Give the head noun of a phrase: the word before its first preposition, else its last."""
    return _headed(words)[-1]


def _headed(words: list[str]) -> list[str]:
    """Give the words of a phrase up to its head noun: "foreign minister" of "foreign minister of Norway"."""
    end = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
    return words[:end]
