"""Names of one article: which of them mean the same person, body or place."""

from collections.abc import Iterator

from kg.document import Analysis, Mention
from kg.link.antecedents import SURE
from kg.link.gazetteers import Gazetteers, Known, key
from kg.link.referents import Occurrence, Referent
from kg.mentions import class_of_name, trimmed_names
from kg.wording import Lexicons

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des"})


def name_referents(analysis: Analysis, lexicons: Lexicons, gazetteers: Gazetteers) -> dict[int, Referent]:
    """Give the referent of every token of a name.

    A full name opens a referent, a surname joins the only person who bears it; a surname of two people stays a
    referent of its own (no guess). Acronyms join the body whose initials they are. The gazetteers decide first.
    """
    clusters = _Clusters(analysis, lexicons, gazetteers)
    found: dict[int, Referent] = {}
    mentions = sorted(set(trimmed_names(analysis, lexicons).values()), key=lambda mention: mention.tokens)
    for mention in sorted(mentions, key=_fullness):
        referent = clusters.place(mention)
        _note_gender(analysis, mention, referent, lexicons, gazetteers)
        found.update(dict.fromkeys(range(mention.tokens.start, mention.tokens.end), referent))
    for mention in mentions:
        head = analysis.tokens[mention.head]
        sentence = analysis.sentence_of[mention.head]
        found[mention.tokens.start].occurrences.append(Occurrence(mention.head, sentence, head.relation))
    for referent in found.values():
        one_word = all(len(surface.split()) == 1 for surface in referent.surfaces)
        referent.is_scoped = referent.known is None and referent.class_name == "Person" and one_word
    return found


def _fullness(mention: Mention) -> int:
    """Rank mentions so that full names of people come first and their surnames last."""
    is_person, is_short = mention.type == "person", len(mention.tokens) == 1
    return 0 if is_person and not is_short else 2 if is_person else 1


class _Clusters:
    """Referents of the names seen so far."""

    def __init__(self, analysis: Analysis, lexicons: Lexicons, gazetteers: Gazetteers) -> None:
        self._analysis = analysis
        self._lexicons = lexicons
        self._gazetteers = gazetteers
        self._by_key: dict[str, Referent] = {}
        self._placed: dict[int, Referent] = {}
        self._persons: list[tuple[tuple[str, ...], Referent]] = []
        self._bodies: list[tuple[tuple[str, ...], Referent]] = []

    def place(self, mention: Mention) -> Referent:
        """Give the referent of a mention, a new one if it is the first of its kind."""
        text = _clean(self._analysis.words(mention.tokens))
        name = key(text)
        known = self._known(name, mention)
        referent = self._by_key.get(known.label.lower() if known else name)
        if referent is None and mention.type == "person":
            referent = self._same_person(text) or (self._shortened(text) if len(text.split()) == 1 else None)
        elif referent is None and known is None:
            referent = self._same_body(text) or self._namesake(text) or self._linked_body(mention)
        if referent is None:
            referent = Referent(known=known, is_named=True)
        self._remember(referent, text, mention, known)
        return referent

    def _known(self, name: str, mention: Mention) -> Known | None:
        if mention.type == "person" or self._analysis.words(mention.tokens).islower():
            return None  # "the economist said" is not The Economist
        tokens = self._analysis.tokens
        if (
            len(mention.tokens) == 1
            and name in self._gazetteers.people_of_demonym
            and tokens[mention.head].relation != "amod"
        ) and tokens[mention.head].xpos in {"NNS", "NNPS"}:
            return Known(self._analysis.words(mention.tokens), "Nationality")
        known = (
            self._gazetteers.government(name)
            or self._gazetteers.by_name.get(name)
            or self._gazetteers.country_of_demonym.get(name)
        )
        if known is None and name.startswith("city of "):
            known = self._gazetteers.by_name.get(name.removeprefix("city of "))
        return known

    def _same_person(self, text: str) -> Referent | None:
        parts = _parts(text)
        if not parts:
            return None
        if len(parts) == 1:
            matches = [referent for other, referent in self._persons if parts[0] in {other[-1], other[0]}]
            exact = [referent for other, referent in self._persons if parts[0] == other[-1]]
            unique = list(dict.fromkeys(exact or matches))
            return unique[0] if len(unique) == 1 else None
        for other, referent in self._persons:
            if other[-1] == parts[-1] and (other[0] == parts[0] or set(parts) <= set(other)):
                return referent
        return None

    def _namesake(self, text: str) -> Referent | None:
        """Give the only person whose surname a name is: "Berlusconi" is hardly a place where Silvio Berlusconi is."""
        bearers = {
            id(referent): referent for other, referent in self._persons if len(other) > 1 and other[-1] == text.lower()
        }
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _same_body(self, text: str) -> Referent | None:
        for other, referent in self._bodies:
            if text.isupper() and 2 <= len(text) <= 8 and text.replace(".", "") == _initials(other):
                return referent
            first = " ".join(other)
            if first.isupper() and len(other) == 1 and first == _initials(text.split()):
                return referent
        return self._shortened(text)

    def _shortened(self, text: str) -> Referent | None:
        """Give the only body whose name begins or ends like this."""
        parts = _parts(text)
        lowered = [(tuple(word.lower() for word in other), referent) for other, referent in self._bodies]
        inside = [referent for other, referent in lowered if parts and parts != other and _is_shortening(parts, other)]
        unique = list(dict.fromkeys(inside))
        return unique[0] if len(unique) == 1 else None

    def _linked_body(self, mention: Mention) -> Referent | None:
        """Give the longer name that a single word of it is linked with: "the Council" after "the UN Council"."""
        link = self._analysis.coreference_of.get(mention.head)
        if len(mention.tokens) > 1 or link is None or link.score < SURE:
            return None
        word = self._analysis.words(mention.tokens)
        return self._placed.get(link.antecedent) if self._analysis.tokens[link.antecedent].text == word else None

    def _remember(self, referent: Referent, text: str, mention: Mention, known: Known | None) -> None:
        shortened = any(len(surface.split()) > len(text.split()) for surface in referent.surfaces)
        referent.add(text, "" if shortened else class_of_name(self._analysis, mention, self._lexicons))
        self._placed.update(dict.fromkeys(range(mention.tokens.start, mention.tokens.end), referent))
        self._by_key.setdefault(key(text), referent)
        if known is not None:
            self._by_key.setdefault(known.label.lower(), referent)
        if mention.type == "person" and _parts(text):
            self._persons.append((_parts(text), referent))
        elif mention.type in {"organization", "place", "event", "product", "law", "work"}:
            self._bodies.append((tuple(text.split()), referent))


def _is_shortening(parts: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether a name is the beginning or the end of a longer one ("Corvane" of "Corvane Shipping")."""
    if len(parts) >= len(other) or parts[0] in _SMALL:
        return False
    return other[: len(parts)] == parts or (len(parts) > 1 and other[-len(parts) :] == parts)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(word for word in (part.strip(".,").lower() for part in text.split()) if word and word not in _SUFFIXES)


def _initials(words: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    return "".join(word[0] for word in words if word.lower() not in _SMALL and word[:1].isupper())


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
