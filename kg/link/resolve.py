"""From an argument's words to its referent."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.appositions import descriptions
from kg.document import Analysis, Token
from kg.knowledge import Argument, Claim
from kg.link.antecedents import (
    HINT,
    agrees,
    antecedent,
    gender_of_pronoun,
    is_contradicted,
    is_first_person,
    is_first_person_plural,
    leads_elsewhere,
    linked,
)
from kg.link.binding import OWN, named_under, owner, subject_ahead
from kg.link.descriptions import Descriptions
from kg.link.gazetteers import Gazetteers, Known, key
from kg.link.joint import joint_referents
from kg.link.names import name_referents
from kg.link.referents import Cast, Occurrence, Referent, one_line
from kg.link.spellings import is_shortening, name_parts
from kg.link.tellers import Tellers
from kg.mentions import glued_titles, is_some, trimmed_names
from kg.quotations import quotations
from kg.vocabulary import Vocabulary
from kg.wording import Lexicons

_LASTING = frozenset({"Issue", "Agreement", "Product"})
_SIDES = frozenset({"Organization", "Group", "Place"})
"""Kinds of what "we" may mean."""


class Resolver:
    """Resolves the arguments of one article in text order and remembers every answer."""

    def __init__(
        self,
        analysis: Analysis,
        claims: Iterable[Claim],
        gazetteers: Gazetteers,
        lexicons: Lexicons,
        vocabulary: Vocabulary,
    ) -> None:
        self._analysis = analysis
        self._gazetteers = gazetteers
        self._lexicons = lexicons
        self._vocabulary = vocabulary
        trimmed = trimmed_names(analysis, lexicons)
        self._names = name_referents(analysis, trimmed, lexicons, gazetteers)
        self._all: list[Referent] = list(dict.fromkeys(self._names.values()))
        self._phrases: dict[str, Referent] = {}
        self._by_label: dict[str, Referent] = {r.known.label: r for r in self._all if r.known is not None}
        self._stand_ins = {head: referent for head, referent in _subjects(analysis, lexicons, self._names)}
        self._all.extend(self._stand_ins.values())
        named = self._named(descriptions(analysis, trimmed, lexicons))
        titles = self._named(glued_titles(analysis, trimmed))
        self._referent_of = {**self._stand_ins, **named, **titles, **self._names}
        self._note_genders(named)
        joint = joint_referents(analysis, self._referent_of, vocabulary)
        self._all.extend(joint.values())
        self._cast = Cast(self._names, named, self._referent_of, joint, self._all)
        self._tellers = Tellers(analysis, lexicons)
        self._descriptions = Descriptions(analysis, self._cast, gazetteers, lexicons, vocabulary)
        self._owned = {owner.index: named[noun] for noun in named for owner in analysis.dependents(noun, "nmod:poss")}
        self._answers: dict[tuple[int, str, str], Referent | None] = {}
        self._employer: dict[Referent, Referent] = {}
        kept = tuple(claims)
        self._speaker_of = dict(_quoted_pronouns(analysis, kept, self._names))
        self._descriptions.note(kept)
        self._read(kept)
        self._note_employers(kept)

    def _named(self, name_of: Mapping[int, int]) -> dict[int, Referent]:
        """Give whom the names beside some words mean: "the legislature, Parliament" is nobody's by name."""
        return {index: self._names[name] for index, name in name_of.items() if name in self._names}

    def _read(self, claims: tuple[Claim, ...]) -> None:
        """Resolve all that claims speak of, and subjects of which nothing is claimed, in text order."""
        ends = [end for claim in claims for end in (claim.subject, claim.object, claim.source, claim.place)]
        arguments = [end for end in ends if isinstance(end, Argument)]
        said = {argument.head for argument in arguments}
        arguments.extend(self._bare_subjects(said))
        for argument in sorted(arguments, key=lambda a: (a.head, a.span, a.type)):
            if argument.head in said:
                self.resolve(argument)
            elif (meant := self._descriptions.name_meant(argument, self._analysis.tokens[argument.head])) is not None:
                self._note(meant, argument.head)

    def _bare_subjects(self, said: set[int]) -> Iterator[Argument]:
        """Yield the subjects of one noun of which nothing is claimed: "it" may go back to "The airline was …"."""
        for head, referent in self._stand_ins.items():
            token = self._analysis.tokens[head]
            if head not in said and not self._analysis.has_dependent(head, "amod", "compound", "nmod"):
                yield Argument(token.span, token.text, head, type=referent.class_name)

    def says_i(self, claim: Claim) -> bool:
        """Say whether "I" and "we" in a claim are whom it is cited for."""
        return self._tellers.says_i(claim)

    def known(self, known: Known, surface: str) -> Referent:
        """Give the referent of something that the gazetteers know, named by one more surface."""
        referent = self._by_label.get(known.label) or self._shortened(known)
        if referent is None:
            referent = Referent(known=known, is_named=True)
            self._by_label[known.label] = referent
            self._all.append(referent)
        referent.add(surface)
        return referent

    def is_other_name(self, argument: Argument, referent: Referent) -> bool:
        """Say whether a name is a pseudonym of what it means: who "performs under the name Zaza" is Zaza."""
        return argument.head in self._names and one_line(argument.text) in referent.descriptions

    def _shortened(self, known: Known) -> Referent | None:
        """Give the only name that is the beginning of a known one: "Council of Representatives" of that of Iraq."""
        parts, kind = name_parts(known.label), self._vocabulary.kind(known.class_name)
        unknown = (r for r in self._all if r.is_named and r.known is None)
        same_kind = (r for r in unknown if self._vocabulary.kind(r.class_name) == kind)
        found = [r for r in same_kind if any(_is_most_of(name_parts(surface), parts) for surface in r.surfaces)]
        if len(found) != 1:
            return None
        found[0].known, found[0].is_scoped = known, False
        self._by_label[known.label] = found[0]
        return found[0]

    def resolve(self, argument: Argument, speaker: Referent | None = None) -> Referent | None:
        """Give whom or what an argument means, None if the words alone do not tell.

        Args:
            argument: the words.
            speaker: who says them, for "I" and "we".
        """
        token = self._analysis.tokens[argument.head]
        if is_first_person(token) and token.upos == "PRON":
            return self._speaker(token, speaker)
        argument = self._own(argument, speaker)
        known_as = (argument.head, argument.type if argument.type == "Office" else "", argument.name)
        if known_as not in self._answers:
            self._answers[known_as] = self._resolved(argument, token)
        return self._answers[known_as]

    def _own(self, argument: Argument, speaker: Referent | None) -> Argument:
        """Say whose something is where its speaker says "my": "my mother" is Ann's mother."""
        pronouns = self._analysis.dependents(argument.head, "nmod:poss")
        own = any(word.text.lower() == "my" and word.span.start >= argument.span.start for word in pronouns)
        if not own or speaker is None or not speaker.is_named or speaker.members:
            return argument
        name = argument.name or argument.text
        return replace(argument, name=f"{speaker.label}'s {name}", aliases=(*argument.aliases, name))

    def _speaker(self, token: Token, speaker: Referent | None) -> Referent | None:
        if speaker is None or not is_first_person_plural(token):
            return speaker
        if speaker.members or self._vocabulary.kind(speaker.class_name) in _SIDES:
            return speaker
        return self._employer.get(speaker)

    def _resolved(self, argument: Argument, token: Token) -> Referent | None:
        if argument.type == "Office":
            return self._phrase(argument, token)
        if self._descriptions.is_compatriot(token):
            return self._descriptions.meant(argument, token) or self._phrase(replace(argument, type="Person"), token)
        named = self._names.get(argument.head)
        if argument.type == "Party" and argument.name and (party := self._by_name(argument)) is not None:
            return party  # "a Democratic senator": the adjective is not what the party is called
        if named is not None and is_some(self._analysis, argument.head):
            return self._phrase(replace(argument, type="Group"), token)
        if named is not None and argument.type != "Issue":
            named.descriptions.update(map(one_line, argument.aliases))
            return named
        if token.upos in {"PRON", "DET"} or token.lemma.lower() in self._lexicons.empty_lemmas:
            found = self._antecedent(token) if token.upos == "PRON" else None
            if found is not None:
                self._note(found, argument.head)
            return found
        referent = (
            self._repeated(argument, token)
            or self._by_name(argument)
            or self._descriptions.meant(argument, token)
            or self._phrase(argument, token)
        )
        if referent is not None:
            self._note(referent, argument.head)
        return referent

    def _teller(self, pronoun: Token) -> Referent | None:
        """Give who spoke before, for "he" in "he added"."""
        index = self._tellers.before(pronoun)
        if index is None:
            return None
        earlier = self._analysis.tokens[index]
        return self._antecedent(earlier) if earlier.upos == "PRON" else self._referent_of.get(index)

    def _owner(self, pronoun: Token) -> Referent | None:
        """Give whom a pronoun means by its place in its sentence, unless the analyser is surer of another."""
        subject = owner(self._analysis, pronoun) or subject_ahead(self._analysis, pronoun, self._names)
        link = self._analysis.coreference_of.get(pronoun.index)
        is_another = link is not None and link.score >= OWN
        return self._names.get(subject.index) if subject is not None and not is_another else None

    def _antecedent(self, pronoun: Token) -> Referent | None:
        """Give what a pronoun goes back to: by the analyser's links where they are sure, else by rule.

        In a quotation nobody calls himself "he"; in "Ann, his wife" Ann is not he.
        """
        barred = [self._speaker_of.get(pronoun.index), self._owned.get(pronoun.index)]
        barred.extend(named_under(self._analysis, pronoun, self._names))
        for found in (self._teller(pronoun), self._owner(pronoun)):
            if found is not None and found not in barred and agrees(pronoun, found, self._vocabulary):
                found.gender = found.gender or gender_of_pronoun(pronoun)
                return found
        several = pronoun.text.lower() in {"they", "them", "their"}
        known = {**self._referent_of, **self._cast.joint} if several else self._referent_of
        others = [referent for referent in self._cast.near if referent not in barred]
        found = linked(self._analysis, pronoun.index, known)
        if found is not None and found not in barred and agrees(pronoun, found, self._vocabulary, linked=True):
            unclear = is_contradicted(self._analysis, pronoun.index, found, others, self._vocabulary)
            return None if unclear else found
        if leads_elsewhere(self._analysis, pronoun.index, known):
            return None
        hinted = linked(self._analysis, pronoun.index, known, HINT)
        return antecedent(self._analysis, pronoun.index, others, self._vocabulary, hinted=hinted)

    def _repeated(self, argument: Argument, token: Token) -> Referent | None:
        """Give the only thing named elsewhere by words that the analyser did not take for a name here, or a surname."""
        words = one_line(argument.name or argument.text)
        if token.upos != "PROPN" or not words[:1].isupper():
            return None
        named = [r for r in self._cast.near if r.is_named]
        found = [r for r in named if any(key(surface) == key(words) for surface in r.surfaces)]
        if not found and token.index not in self._names:
            surname = token.text.lower()
            found = [r for r in named if r.class_name == "Person" and any(_ends(s, surname) for s in r.surfaces)]
        return found[0] if len(found) == 1 else None

    def _by_name(self, argument: Argument) -> Referent | None:
        """Give what the gazetteers know a capitalised phrase by; a single word only as a country or its like."""
        words = [word for word in (argument.name or argument.text).split() if word.lower() != "the"]
        name = key(" ".join(words))
        government = self._gazetteers.government(name)
        if government is not None:
            return self.known(government, argument.name or argument.text)
        known = self._gazetteers.by_name.get(name) if words and words[0][:1].isupper() else None
        if known is None:
            return None
        titled = known.label == one_line(argument.text)  # "said The Guardian"
        is_clear = " " in name or (titled and known.label.startswith("The "))
        if not is_clear and known.class_name not in {"Country", "InternationalOrganization", "Government"}:
            return None
        return self.known(known, argument.name or argument.text)

    def _phrase(self, argument: Argument, token: Token) -> Referent | None:
        bare = one_line(argument.name or argument.text)
        if not any(character.isalnum() for character in bare):
            return None
        class_name = argument.type if argument.type not in {"", "Time", "Quantity"} else "Issue"
        kind = self._vocabulary.kind(class_name)
        name = bare if kind == "Office" else self._with_owner(argument, one_line(argument.fuller) or bare)
        plural = token.xpos in {"NNS", "NNPS"}
        if kind == "Person" and plural:
            class_name = kind = "Group"
        index = f"{kind if kind == 'Office' else ''}:{key(name)}"
        referent = self._phrases.get(index)
        if referent is None and token.index in self._stand_ins and argument.type != "Office":
            referent = self._stand_ins[token.index]
            referent.surfaces.clear()
            referent.classes.clear()
            referent.is_plural, referent.is_scoped = plural, not self._lasts(name, kind)
            self._phrases[index] = referent
        elif referent is None:
            referent = Referent(
                is_plural=plural, is_scoped=not self._lasts(name, kind) or self._is_bare_office(argument, kind)
            )
            self._phrases[index] = referent
            self._all.append(referent)
        referent.add(name, class_name)
        referent.descriptions.update({bare, *map(one_line, argument.aliases)} - {name})
        return referent

    def _with_owner(self, argument: Argument, name: str) -> str:
        """Say whose something is where a pronoun does: "his father" is Mahamat Deby's, "news of his death" as well."""
        for pronoun in self._pronouns_of_owners(argument):
            owner = self._antecedent(pronoun)
            if owner is None or not owner.is_named or owner.members:
                continue
            if pronoun.head == argument.head:
                return f"{owner.label}'s {name}"
            before, _, after = f" {name} ".partition(f" {pronoun.text} ")
            if after and f" {pronoun.text} " not in after:
                name = f"{before} {owner.label}'s {after}".strip()
        return name

    def _pronouns_of_owners(self, argument: Argument) -> list[Token]:
        """Give the possessive pronouns of the third person in a phrase, that of its head first; no "Her Majesty"."""
        tokens, sentence = self._analysis.tokens, self._analysis.sentence(argument.head).tokens
        inside = (t for t in tokens[sentence.start : sentence.end] if argument.span.covers(t.span))
        owners = [t for t in inside if t.deprel == "nmod:poss" and t.upos in {"PRON", "DET"} and not is_first_person(t)]
        of_head = [token for token in owners if token.head == argument.head]
        is_noun = tokens[argument.head].upos == "NOUN"
        return of_head + [t for t in owners if is_noun and t not in of_head and t.text.islower()]

    def _is_bare_office(self, argument: Argument, kind: str) -> bool:
        """Say whether an office does not name its body: "Foreign Minister" is another post in another article."""
        inside = range(max(0, argument.head - 15), argument.head + 1)
        named = any(i in self._names and self._analysis.tokens[i].span.start >= argument.span.start for i in inside)
        return kind == "Office" and not named

    def _lasts(self, name: str, kind: str) -> bool:
        """Say whether a phrase means the same thing in other articles.

        "missile negotiations" and "Iranian government" do; "officials", "the meeting" and "the plan" do not.
        """
        words = name.split()
        if kind == "Office":
            return len(words) > 1
        proper = any(word[:1].isupper() for word in words[-1 if kind == "Place" else 0 :])
        if kind in _LASTING:
            return len(words) > 1
        return proper and len(words) > 1 and kind in {"Organization", "Place", "Event"}

    def _note(self, referent: Referent, head: int) -> None:
        if referent.is_named:
            self._referent_of[head] = referent  # no longer the stand-in of its noun
        self._referent_of.setdefault(head, referent)
        if not any(occurrence.token == head for occurrence in referent.occurrences):
            relation = self._analysis.tokens[head].relation
            referent.occurrences.append(Occurrence(head, self._analysis.sentence_of[head], relation))

    def _note_genders(self, named: Mapping[int, Referent]) -> None:
        """Note the gender that kinship tells ("his wife, Ulo Gam"), else most pronouns surely linked with a name."""
        for noun, referent in sorted(named.items()):
            kinship = self._lexicons.kinship_of_noun.get(self._analysis.tokens[noun].lemma.lower())
            referent.gender = referent.gender or (kinship.gender if kinship is not None else "")
        told: dict[Referent, Counter[str]] = {}
        for link in self._analysis.coreferences:
            gender = gender_of_pronoun(self._analysis.tokens[link.mention])
            found = linked(self._analysis, link.mention, self._referent_of) if gender else None
            if found is not None and found.is_named:
                told.setdefault(found, Counter())[gender] += 1
        for referent, genders in told.items():
            referent.gender = referent.gender or max(genders, key=lambda gender: (genders[gender], gender))

    def _note_employers(self, claims: tuple[Claim, ...]) -> None:
        """Note for whom those who head, found or own a body or speak for it say "we"; its staff may mean anybody."""
        for claim in claims:
            says_we = claim.predicate != "kg:worksFor" and self._vocabulary.predicate(claim.predicate).says_we
            if isinstance(claim.object, Argument) and says_we and claim.status != "former":
                holder, body = self.resolve(claim.subject), self.resolve(claim.object)
                if holder is not None and body is not None and self._vocabulary.kind(body.class_name) in _SIDES:
                    self._employer.setdefault(holder, body)


def _subjects(analysis: Analysis, lexicons: Lexicons, names: dict[int, Referent]) -> Iterator[tuple[int, Referent]]:
    """Yield a referent for every common noun that is a subject, so that "they" may go back to "Authorities said"."""
    for token in analysis.tokens:
        if token.upos != "NOUN" or token.relation != "nsubj" or token.index in names:
            continue
        plural = token.xpos in {"NNS", "NNPS"}
        found = lexicons.class_of_noun.get(token.lemma.lower()) or ("Group" if token.nominal_type == "person" else "")
        if found not in {"", "Time"}:
            referent = Referent(is_plural=plural, is_scoped=True)
            referent.add(token.text, "Group" if plural and found == "Person" else found)
            referent.occurrences.append(Occurrence(token.index, analysis.sentence_of[token.index], token.relation))
            yield token.index, referent


def _quoted_pronouns(
    analysis: Analysis, claims: Iterable[Claim], names: dict[int, Referent]
) -> Iterator[tuple[int, Referent]]:
    """Yield the arguments inside quotation marks with the named person who says them."""
    quoted = [quotation.span for quotation in quotations(analysis.document.text)]
    for claim in claims:
        speaker = names.get(claim.source.head) if claim.source is not None else None
        if speaker is None:
            continue
        for head in (end.head for end in (claim.subject, claim.object) if isinstance(end, Argument)):
            if any(span.covers(analysis.tokens[head].span) for span in quoted):
                yield head, speaker


def _is_most_of(parts: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(parts) > 1 and is_shortening(parts, other)


def _ends(name: str, surname: str) -> bool:
    first, _, rest = name.lower().partition(" ")
    return bool(first and rest) and rest.rpartition(" ")[2] == surname
