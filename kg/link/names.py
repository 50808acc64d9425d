"""Names of one article: which of them mean the same person, body or place."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from kg.document import Analysis, Mention
from kg.link.antecedents import SURE
from kg.link.families import are_kin, kin, told_genders, with_surname
from kg.link.gazetteers import Gazetteers, Known, key
from kg.link.nations import is_national, is_of, named_countries, with_peoples
from kg.link.pseudonyms import other_names
from kg.link.referents import Occurrence, Referent, one_line
from kg.link.spellings import (
    folded,
    initials,
    is_acronym,
    is_shortening,
    may_be_one_person,
    name_parts,
    name_suffix,
    stands_for,
)
from kg.link.states import state_meant
from kg.mentions import class_of_name
from kg.wording import Lexicons

_BODIES = frozenset({"organization", "place", "event", "product", "law", "work"})


def name_referents(
    analysis: Analysis, names: Mapping[int, Mention], lexicons: Lexicons, gazetteers: Gazetteers
) -> dict[int, Referent]:
    """Give the referent of every token of a name.

    A full name opens a referent, a surname joins the only person who bears it; a surname of two people stays a
    referent of its own (no guess). Acronyms join the body whose initials they are. The gazetteers decide first.
    """
    named = sorted(set(with_peoples(analysis, names, gazetteers).values()), key=lambda mention: mention.tokens)
    clusters = _Clusters(analysis, named, lexicons, gazetteers)
    mentions = [mention for mention in named if not clusters.is_anybody(mention)]
    found: dict[int, Referent] = {}
    for mention in sorted(mentions, key=lambda mention: (clusters.otherness(mention), *_fullness(analysis, mention))):
        referent = clusters.place(mention)
        _note_gender(analysis, mention, referent, lexicons, gazetteers)
        found.update(dict.fromkeys(range(mention.tokens.start, mention.tokens.end), referent))
    for mention in mentions:
        head = analysis.tokens[mention.head]
        sentence = analysis.sentence_of[mention.head]
        found[mention.tokens.start].occurrences.append(Occurrence(mention.head, sentence, head.relation))
    for referent in found.values():
        one_word = all(len(surface.split()) == 1 for surface in referent.surfaces)
        if referent.known is None and referent.class_name == "Person" and one_word:
            referent.is_scoped = True
    return found


def _fullness(analysis: Analysis, mention: Mention) -> tuple[int, int]:
    """Rank mentions so that full names of people come first, the fullest of them before all, and surnames last."""
    if mention.type != "person":
        return 1, 0
    words = len(name_parts(analysis.words(mention.tokens)))
    return (0, -words) if words > 1 else (2, 0)


class _Clusters:
    """Referents of the names seen so far."""

    def __init__(
        self, analysis: Analysis, mentions: Iterable[Mention], lexicons: Lexicons, gazetteers: Gazetteers
    ) -> None:
        self._analysis = analysis
        self._lexicons = lexicons
        self._gazetteers = gazetteers
        kept = tuple(mentions)
        self._spelled_out = _spelled_out(analysis, kept)
        self._countries = named_countries(analysis, gazetteers)
        self._same_as = other_names(analysis, kept, lexicons)
        self._pseudonyms = {analysis.words(mention.tokens) for mention in self._same_as}
        persons = [mention for mention in kept if mention.type == "person"]
        self._full = dict(with_surname(analysis, persons, gazetteers.gender_of_name))
        self._kin = set(kin(analysis, persons, lexicons))
        self._told = told_genders(analysis, persons)
        self._by_key: dict[str, Referent] = {}
        self._placed: dict[int, Referent] = {}
        self._persons: list[tuple[str, Referent]] = []
        self._bodies: list[tuple[tuple[str, ...], Referent]] = []

    def place(self, mention: Mention) -> Referent:
        """Give the referent of a mention, a new one if it is the first of its kind."""
        text = _clean(self._analysis.words(mention.tokens))
        full = text if mention.type == "person" else self._spelled_out.get(text.replace(".", ""), text)
        known = self._known(full, mention)
        name = folded(known.label if known else key(full))
        referent = self._by_key.get(name)
        if referent is None and mention.type == "person":
            referent = self._same_person(text, mention) or (self._shortened(text) if len(text.split()) == 1 else None)
        elif referent is None and known is None:
            referent = (
                self._shortened(text)
                or self._namesake(text)
                or self._last_word(text, mention)
                or self._linked_body(mention)
                or self._repeated_event(mention)
            )
        if referent is None and mention in self._same_as:
            referent = self._placed.get(self._same_as[mention].tokens.start)
        if referent is None:
            text = self._full.get(mention.tokens.start, text)
            referent = Referent(known=known, is_named=True)
            referent.is_scoped = known is None and self._is_foreign(full, mention)
        self._by_key.setdefault(name, referent)
        self._remember(referent, text, mention)
        return referent

    def otherness(self, mention: Mention) -> int:
        """Rank a pseudonym behind the names that it may stand for, and its repetitions behind it."""
        return 1 if mention in self._same_as else 2 * (self._analysis.words(mention.tokens) in self._pseudonyms)

    def is_anybody(self, mention: Mention) -> bool:
        """Say whether a "name" is a capitalised noun for a body of every country, and no known one: "Parliament"."""
        word = self._analysis.words(mention.tokens)
        is_noun = self._lexicons.class_of_noun.get(word.lower()) == "Legislature"
        return is_noun and self._known(word, mention) is None

    def _known(self, text: str, mention: Mention) -> Known | None:
        if mention.type == "person" or self._analysis.words(mention.tokens).islower():
            return None  # "the economist said" is not The Economist
        name = key(text)
        tokens = self._analysis.tokens
        if (
            len(mention.tokens) == 1
            and name in self._gazetteers.people_of_demonym
            and tokens[mention.head].relation != "amod"
        ) and tokens[mention.head].xpos in {"NNS", "NNPS"}:
            return Known(self._analysis.words(mention.tokens), "Nationality")
        known = self._looked_up(name)
        if known is None or self._is_foreign(text, mention):
            return None
        state = state_meant(self._analysis, mention, known, gazetteers=self._gazetteers, lexicons=self._lexicons)
        return state or known

    def _looked_up(self, name: str) -> Known | None:
        known = (
            self._gazetteers.government(name)
            or self._gazetteers.by_name.get(name)
            or self._gazetteers.by_name.get(name.replace(".", ""))
            or self._gazetteers.country_of_demonym.get(name)
        )
        if known is None and name.startswith("city of "):
            known = self._gazetteers.by_name.get(name.removeprefix("city of "))
        return known

    def _is_foreign(self, text: str, mention: Mention) -> bool:
        """Say whether the gazetteers know an institution by this name that is another country's."""
        known = self._looked_up(key(text))
        if known is None or not is_national(text, known, self._lexicons):
            return False
        return not is_of(
            self._analysis,
            mention,
            known,
            countries=self._countries,
            gazetteers=self._gazetteers,
            lexicons=self._lexicons,
        )

    def _same_person(self, text: str, mention: Mention) -> Referent | None:
        """Give the only person whom a name may mean, see `_bearer` for a single word."""
        parts, suffix = name_parts(text), name_suffix(text)
        if len(parts) == 1:
            return self._bearer(text, mention)
        genders = self._gazetteers.gender_of_name
        return _only(
            referent
            for other, referent in self._persons
            if " " in other and name_suffix(other) == suffix and may_be_one_person(parts, name_parts(other), genders)
            if not self._are_kin(text, referent)
        )

    def _bearer(self, text: str, mention: Mention) -> Referent | None:
        """Give the person whose surname a single word is, else given or middle name.

        "Ortega" is Gabriel Ortega Luján if nobody else is Ortega, or nobody else that was named in full before: a
        surname goes on with somebody; else the only one of the gender of the pronouns linked with it. (Of 26 surnames
        of several people in 540 articles, the one named before them bore all 15 that had only one.)
        """
        (part,), suffix = name_parts(text), name_suffix(text)
        persons = [(name_parts(o), referent) for o, referent in self._persons if suffix in {"", name_suffix(o)}]
        persons = [(other, referent) for other, referent in persons if not self._are_kin(text, referent)]
        places = slice(-1, None), slice(0, 1), slice(1, -1)  # surname, given name, those between
        found = ([referent for other, referent in persons if part in other[place]] for place in places)
        bearers = next((each for each in found if each), [])
        before = {self._placed[index] for index in range(mention.tokens.start) if index in self._placed}
        named = _only(bearers) or _only(bearer for bearer in bearers if bearer in before)
        gender = self._told.get(folded(text), "")
        told = _only(bearer for bearer in bearers if gender and bearer.gender in {"", gender})  # "Kerr … she": not Tom
        return named or (told if told is not None and told.gender else None)

    def _are_kin(self, text: str, referent: Referent) -> bool:
        return any(are_kin(folded(text), folded(surface), self._kin) for surface in sorted(referent.surfaces))

    def _namesake(self, text: str) -> Referent | None:
        """Give the only person whose surname a name is: "Berlusconi" is hardly a place where Silvio Berlusconi is."""
        surname = folded(text)
        return _only(r for other, r in self._persons if " " in other and name_parts(other)[-1:] == (surname,))

    def _shortened(self, text: str) -> Referent | None:
        """Give the only body whose name begins or ends like this; "Scottish" is not the Scottish National Party."""
        if key(text) in self._gazetteers.demonyms:
            return None
        parts = name_parts(text)
        return _only(referent for other, referent in self._bodies if is_shortening(parts, other))

    def _linked_body(self, mention: Mention) -> Referent | None:
        """Give the longer name that a single word of it is linked with: "Council" after "the UN Council"."""
        link = self._analysis.coreference_of.get(mention.head)
        if len(mention.tokens) > 1 or link is None or link.score < SURE:
            return None
        word = self._analysis.words(mention.tokens)
        return self._placed.get(link.antecedent) if self._analysis.tokens[link.antecedent].text == word else None

    def _repeated_event(self, mention: Mention) -> Referent | None:
        """Give the only event whose name ends in a word that is none by itself: "Dorian" after "Hurricane Dorian"."""
        word = folded(self._analysis.words(mention.tokens))
        if mention.type != "event":
            return None
        return _only(referent for other, referent in self._bodies if len(other) > 1 and other[-1] == word)

    def _last_word(self, text: str, mention: Mention) -> Referent | None:
        """Give the only body whose name ends in a word behind "the": "the Council" after "the UN Council"."""
        before = mention.tokens.start - 1
        if len(mention.tokens) > 1 or before < 0 or self._analysis.tokens[before].text.lower() != "the":
            return None
        return _only(referent for other, referent in self._bodies if other[-1] == folded(text) and len(other) > 1)

    def _remember(self, referent: Referent, text: str, mention: Mention) -> None:
        shortened = any(len(surface.split()) > len(text.split()) for surface in referent.surfaces)
        if self.otherness(mention) and referent.surfaces:
            referent.descriptions.add(one_line(text))  # the name that the article goes on with is the label
        else:
            referent.add(text, "" if shortened else class_of_name(self._analysis, mention, self._lexicons))
        self._placed.update(dict.fromkeys(range(mention.tokens.start, mention.tokens.end), referent))
        self._by_key.setdefault(folded(key(text)), referent)
        if mention.type == "person" and name_parts(text):
            self._persons.append((text, referent))
        elif mention.type in _BODIES:
            self._bodies.append((name_parts(text), referent))
            if referent.known is not None and len(name_parts(text)) > 1:
                self._bodies.append((name_parts(referent.known.label), referent))


def _spelled_out(analysis: Analysis, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """Give the names that an article's acronyms stand for; an acronym of two names stands for neither.

    "the Pan-Sahel Water Authority (PSWA)", or "the BNP" where the British National Party is named.
    """
    texts = [_clean(analysis.words(mention.tokens)) for mention in mentions if mention.type in {*_BODIES, "misc"}]
    names = sorted({key(text): text for text in texts if " " in text or "-" in text}.values())
    acronyms = sorted({text.replace(".", "") for text in texts if is_acronym(text)})
    found = {
        acronym: [name for name in names if len(acronym) > 2 and initials(name) == acronym] for acronym in acronyms
    }
    for mention in mentions:
        opening = mention.tokens.start - 2
        inside = _clean(analysis.words(mention.tokens)).replace(".", "")
        if opening >= 0 and is_acronym(inside) and analysis.tokens[opening + 1].text in {"(", "["}:
            before = next((m for m in mentions if m.tokens.end == opening + 1), None)
            if before is not None and stands_for(inside, name := _clean(analysis.words(before.tokens))):
                found[inside] = [name]
    return {acronym: names[0] for acronym, names in found.items() if len(names) == 1}


def _only(found: Iterable[Referent]) -> Referent | None:
    """Give the one thing that all candidates are, None without one."""
    unique = list(dict.fromkeys(found))
    return unique[0] if len(unique) == 1 else None


@lru_cache(maxsize=65536)
def _clean(text: str) -> str:
    text = " ".join(text.split()).removesuffix("'s").removesuffix("’s").strip("\"“”‘’',;:()")
    if "." not in text[:-1]:
        text = text.rstrip(".")
    return text or "?"


def _note_gender(
    analysis: Analysis, mention: Mention, referent: Referent, lexicons: Lexicons, gazetteers: Gazetteers
) -> None:
    """Note the gender that an honorific or a given name tells."""
    if mention.type != "person" or referent.gender:
        return
    before = mention.tokens.start - 1
    if before >= 0:
        title = lexicons.honorific_of_title.get(analysis.tokens[before].text.lower().rstrip("."))
        if title is not None and title.gender in {"m", "f"}:
            referent.gender = title.gender
            return
    if len(mention.tokens) > 1:
        gender = gazetteers.gender_of_name.get(analysis.tokens[mention.tokens.start].text.lower(), "")
        referent.gender = gender if gender in {"m", "f"} else ""
