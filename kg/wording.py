"""The wording of news English, read once from `kg/data/lexicons`."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, get_args, get_type_hints

from kg.lexicon import read_table
from kg.resources import lexicon_path
from kg.rows import (
    AdjectiveFrame,
    AttributionPhrase,
    ClassNoun,
    ComplementVerb,
    ControlVerb,
    FixedPhrase,
    GivingVerb,
    Honorific,
    KindOfWord,
    Kinship,
    LightVerb,
    Modal,
    Negation,
    NounFrame,
    ObjectComplement,
    Office,
    OfficeModifier,
    OfficeVerb,
    PartyWord,
    PlainWord,
    ReportingVerb,
    VerbFrame,
    VerbNeed,
    Weight,
)

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@dataclass(frozen=True)
class Lexicons:
    """All lexicons, indexed the way the rules ask for them."""

    verb_frames: tuple[VerbFrame, ...]
    light_verbs: tuple[LightVerb, ...]
    noun_frames: tuple[NounFrame, ...]
    adjective_frames: tuple[AdjectiveFrame, ...]
    event_nouns: tuple[ClassNoun, ...]
    class_nouns: tuple[ClassNoun, ...]
    offices: tuple[Office, ...]
    office_modifiers: tuple[OfficeModifier, ...]
    office_verbs: tuple[OfficeVerb, ...]
    honorifics: tuple[Honorific, ...]
    kinship: tuple[Kinship, ...]
    party_words: tuple[PartyWord, ...]
    reporting_verbs: tuple[ReportingVerb, ...]
    attribution_phrases: tuple[AttributionPhrase, ...]
    complement_verbs: tuple[ComplementVerb, ...]
    modality: tuple[Modal, ...]
    negation: tuple[Negation, ...]
    shell_nouns: tuple[KindOfWord, ...]
    control_verbs: tuple[ControlVerb, ...]
    currency_nouns: tuple[PlainWord, ...]
    judging_verbs: tuple[KindOfWord, ...]
    performative_verbs: tuple[KindOfWord, ...]
    complex_prepositions: tuple[PlainWord, ...]
    fixed_phrases: tuple[FixedPhrase, ...]
    object_complements: tuple[ObjectComplement, ...]
    negotiability: tuple[KindOfWord, ...]
    adverbial_nouns: tuple[PlainWord, ...]
    adverbial_participles: tuple[PlainWord, ...]
    anybody_nouns: tuple[PlainWord, ...]
    appositive_nouns: tuple[PlainWord, ...]
    asking_words: tuple[PlainWord, ...]
    copular_verbs: tuple[PlainWord, ...]
    giving_verbs: tuple[GivingVerb, ...]
    naming_nouns: tuple[PlainWord, ...]
    naming_phrases: tuple[KindOfWord, ...]
    post_nouns: tuple[PlainWord, ...]
    publishing_verbs: tuple[PlainWord, ...]
    partitive_nouns: tuple[PlainWord, ...]
    linking_words: tuple[PlainWord, ...]
    pointing_adjectives: tuple[PlainWord, ...]
    support_verbs: tuple[PlainWord, ...]
    undergone_nouns: tuple[PlainWord, ...]
    pro_forms: tuple[PlainWord, ...]
    utterance_nouns: tuple[PlainWord, ...]
    vague_nouns: tuple[PlainWord, ...]
    verb_needs: tuple[VerbNeed, ...]
    witness_nouns: tuple[PlainWord, ...]
    confidence: tuple[Weight, ...]

    @cached_property
    def frames_of_verb(self) -> Mapping[str, tuple[VerbFrame, ...]]:
        """Frames by lemma with particle (`turn down`)."""
        return _grouped(self.verb_frames, lambda row: f"{row.lemma} {row.particle}".strip())

    @cached_property
    def frames_of_light_verb(self) -> Mapping[tuple[str, str], tuple[LightVerb, ...]]:
        """Frames by verb and noun lemma."""
        return _grouped(self.light_verbs, lambda row: (row.lemma, row.noun))

    @cached_property
    def frames_of_noun(self) -> Mapping[str, tuple[NounFrame, ...]]:
        """Frames by noun lemma."""
        return _grouped(self.noun_frames, lambda row: row.lemma)

    @cached_property
    def frames_of_adjective(self) -> Mapping[str, tuple[AdjectiveFrame, ...]]:
        """Frames by adjective lemma."""
        return _grouped(self.adjective_frames, lambda row: row.lemma)

    @cached_property
    def class_of_noun(self) -> Mapping[str, str]:
        """Class by noun lemma, events first."""
        classes = {row.lemma: row.class_name for row in self.class_nouns}
        return classes | {row.lemma: row.class_name for row in self.event_nouns}

    @cached_property
    def event_lemmas(self) -> frozenset[str]:
        """Nouns that denote events."""
        return _lemmas(self.event_nouns)

    @cached_property
    def office_of_title(self) -> Mapping[str, Office]:
        """Office by lower-case title."""
        return {row.title: row for row in self.offices}

    @cached_property
    def title_heads(self) -> frozenset[str]:
        """Last words of titles and honorifics, in lower case (minister, executive, baroness)."""
        honorifics = (row.title.lower().split()[-1] for row in self.honorifics)
        return frozenset(row.title.split()[-1] for row in self.offices) | frozenset(honorifics)

    @cached_property
    def office_verbs_of(self) -> Mapping[str, tuple[OfficeVerb, ...]]:
        """Office verbs by lemma with particle."""
        return _grouped(self.office_verbs, lambda row: f"{row.lemma} {row.particle}".strip())

    @cached_property
    def status_of_word(self) -> Mapping[str, str]:
        """Office status by modifier word."""
        return {row.word: row.status for row in self.office_modifiers}

    @cached_property
    def honorific_of_title(self) -> Mapping[str, Honorific]:
        """Honorific by lower-case title without final period."""
        return {row.title.lower().rstrip("."): row for row in self.honorifics}

    @cached_property
    def kind_of_shell(self) -> Mapping[str, str]:
        """Kind of shell nouns by lemma."""
        return {row.lemma: row.kind for row in self.shell_nouns}

    @cached_property
    def currency_lemmas(self) -> frozenset[str]:
        """Names of currencies."""
        return _lemmas(self.currency_nouns)

    @cached_property
    def kind_of_judging(self) -> Mapping[str, str]:
        """How what their object is said to be follows judging verbs (bare, as, both), by lemma."""
        return {row.lemma: row.kind for row in self.judging_verbs}

    @cached_property
    def party_of_word(self) -> Mapping[str, str]:
        """Party by a word for its members, case as in print."""
        return {row.word: row.party for row in self.party_words}

    @cached_property
    def kinship_of_noun(self) -> Mapping[str, Kinship]:
        """Kinship by noun lemma."""
        return {row.lemma: row for row in self.kinship}

    @cached_property
    def reporting_of_verb(self) -> Mapping[str, ReportingVerb]:
        """Reporting verb by lemma with particle."""
        return {f"{row.lemma} {row.particle}".strip(): row for row in self.reporting_verbs}

    @cached_property
    def attribution_of_phrase(self) -> Mapping[str, AttributionPhrase]:
        """Attribution by lower-case phrase."""
        return {row.phrase.lower(): row for row in self.attribution_phrases}

    @cached_property
    def complements_of(self) -> Mapping[tuple[str, str], tuple[ComplementVerb, ...]]:
        """Complement signatures by governor lemma with particle and part of speech."""
        return _grouped(self.complement_verbs, lambda row: (f"{row.lemma} {row.particle}".strip(), row.pos))

    @cached_property
    def controllers_of(self) -> Mapping[str, tuple[str, ...]]:
        """Who does what an infinitive says (`subject`, `raised`, `prep:on`), by the lemma of its verb."""
        return {row.lemma: row.controller for row in self.control_verbs}

    @cached_property
    def kind_of_performative(self) -> Mapping[str, str]:
        """Whether a verb is one of wishing or of saying (`wish`, `act`), by lemma."""
        return {row.lemma: row.kind for row in self.performative_verbs}

    @cached_property
    def complex_preposition_forms(self) -> frozenset[str]:
        """Prepositions of several words with a noun between two ("in front of")."""
        return _lemmas(self.complex_prepositions)

    @cached_property
    def fixed_phrase_words(self) -> frozenset[tuple[str, str]]:
        """Fixed phrases, each behind the lemma of its verb with its particle."""
        return frozenset((row.lemma, row.phrase) for row in self.fixed_phrases)

    @cached_property
    def object_complements_of(self) -> Mapping[str, tuple[str, ...]]:
        """The prepositions of what a verb says of its object, by lemma."""
        return {row.lemma: row.preposition for row in self.object_complements}

    @cached_property
    def needs_of(self) -> Mapping[str, tuple[VerbNeed, ...]]:
        """What must be told for a verb to say something, by lemma with particle."""
        return _grouped(self.verb_needs, lambda row: row.lemma)

    @cached_property
    def negotiability_of(self) -> Mapping[str, str]:
        """What a word says about negotiation (`closed`, `open`, `matter`), by lemma."""
        return {row.lemma: row.kind for row in self.negotiability}

    @cached_property
    def anybody_lemmas(self) -> frozenset[str]:
        """Nouns for people that tell nobody apart."""
        return _lemmas(self.anybody_nouns)

    @cached_property
    def appositive_lemmas(self) -> frozenset[str]:
        """Nouns for places whose "of" names the place itself."""
        return _lemmas(self.appositive_nouns)

    @cached_property
    def naming_lemmas(self) -> frozenset[str]:
        """Nouns that make what stands behind them the name of an event."""
        return _lemmas(self.naming_nouns)

    @cached_property
    def kind_of_naming(self) -> Mapping[tuple[str, ...], str]:
        """Kind of the phrases before a name that say who is called so (alias, name), by their words."""
        return {tuple(row.lemma.split()): row.kind for row in self.naming_phrases}

    @cached_property
    def preposition_of_giving(self) -> Mapping[str, str]:
        """The preposition of who gets something, by lemma of the verb."""
        return {row.lemma: row.preposition for row in self.giving_verbs}

    @cached_property
    def support_lemmas(self) -> frozenset[str]:
        """Verbs that make their object happen or go on (hold talks)."""
        return _lemmas(self.support_verbs)

    @cached_property
    def undergone_lemmas(self) -> frozenset[str]:
        """Nouns for who or what undergoes an act."""
        return _lemmas(self.undergone_nouns)

    @cached_property
    def partitive_lemmas(self) -> frozenset[str]:
        """Nouns that only measure or sort out what follows "of"."""
        return _lemmas(self.partitive_nouns)

    @cached_property
    def pointing_lemmas(self) -> frozenset[str]:
        """Adjectives that say nothing of what their noun is."""
        return _lemmas(self.pointing_adjectives)

    @cached_property
    def post_lemmas(self) -> frozenset[str]:
        """Nouns that name an office only by what follows them."""
        return _lemmas(self.post_nouns)

    @cached_property
    def adverbial_participle_forms(self) -> frozenset[str]:
        """Participles with their prepositions that are said of a whole clause ("based on")."""
        return _lemmas(self.adverbial_participles)

    @cached_property
    def linking_forms(self) -> frozenset[str]:
        """Words that tie a clause to the text around it or to a source, and do not narrow what it says."""
        return _lemmas(self.linking_words) | {phrase for phrase in self.attribution_of_phrase if " " not in phrase}

    @cached_property
    def adverbial_lemmas(self) -> frozenset[str]:
        """Nouns that make an adverbial with their preposition."""
        return _lemmas(self.adverbial_nouns)

    @cached_property
    def empty_lemmas(self) -> frozenset[str]:
        """Words that name nothing by themselves."""
        return _lemmas(self.pro_forms)

    @cached_property
    def publishing_lemmas(self) -> frozenset[str]:
        """Verbs of making words public."""
        return _lemmas(self.publishing_verbs)

    @cached_property
    def utterance_lemmas(self) -> frozenset[str]:
        """Nouns for what somebody has written or spoken (report, statement)."""
        return _lemmas(self.utterance_nouns)

    @cached_property
    def asking_forms(self) -> frozenset[str]:
        """Adjectives, participles and degrees that say nothing without what completes them, in lower case."""
        return _lemmas(self.asking_words)

    @cached_property
    def copular_lemmas(self) -> frozenset[str]:
        """Verbs that say that their subject is what their adjective says."""
        return _lemmas(self.copular_verbs)

    @cached_property
    def vague_lemmas(self) -> frozenset[str]:
        """Nouns that tell nothing without a modifier."""
        return _lemmas(self.vague_nouns)

    @cached_property
    def witness_lemmas(self) -> frozenset[str]:
        """Nouns for what is said to say something and is nobody's words."""
        return _lemmas(self.witness_nouns)

    @cached_property
    def modal_of_word(self) -> Mapping[tuple[str, str], Modal]:
        """Modality of single words by lemma and part of speech."""
        return {(row.lemma, row.upos): row for row in self.modality}

    @cached_property
    def verb_negators(self) -> frozenset[str]:
        """Single words that deny the verb they modify (not, never, hardly)."""
        verbal = (row for row in self.negation if row.scope in {"verb", "deed"} and row.upos in {"ADV", "PART"})
        return frozenset(row.lemma for row in verbal)

    @cached_property
    def deed_negators(self) -> frozenset[str]:
        """Those that deny what a verb tells, and no adjective (nearly)."""
        return frozenset(row.lemma for row in self.negation if row.scope == "deed")

    @cached_property
    def content_negators(self) -> frozenset[tuple[str, str]]:
        """Words that deny what their verb or noun says, by lemma and part of speech (falsely, mistaken)."""
        return frozenset((row.lemma, row.upos) for row in self.negation if row.scope == "content")

    @cached_property
    def seldom_adverbs(self) -> frozenset[str]:
        """Adverbs that neither affirm nor deny (seldom)."""
        return frozenset(row.lemma for row in self.negation if row.scope == "open")

    @cached_property
    def negating_phrases(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Phrases of several words with "no" that deny the verb they modify (in no way, no longer), by first word."""
        words = (tuple(row.lemma.split()) for row in self.negation if row.scope in {"verb", "phrase"})
        return _grouped((phrase for phrase in words if len(phrase) > 1 and "no" in phrase), lambda phrase: phrase[0])

    @cached_property
    def noun_negators(self) -> frozenset[str]:
        """Determiners and pronouns that deny the clause of their noun (no, neither, nobody)."""
        nominal = {"DET", "PRON", "CCONJ"}
        return frozenset(row.lemma for row in self.negation if row.scope == "noun" and row.upos in nominal)

    @cached_property
    def focus_adverbs(self) -> frozenset[str]:
        """Adverbs that keep "not" in front of them from denying (only, merely)."""
        phrases = (row.lemma.split() for row in self.negation if row.scope == "none" and row.upos == "ADV")
        return frozenset(words[1] for words in phrases if len(words) == 2 and words[0] == "not")

    @cached_property
    def condition_markers(self) -> frozenset[str]:
        """Conjunctions that make their clause a condition (if, unless)."""
        return frozenset(row.lemma for row in self.modality if row.upos == "SCONJ" and row.certainty == "conditional")

    @cached_property
    def weight_of(self) -> dict[str, float]:
        """Weights of a claim's features."""
        return {row.feature: row.weight for row in self.confidence}


def load_lexicons() -> Lexicons:
    """Read all lexicons, each from the file of its name.

    Raises:
        LexiconError: a row that cannot be used; names file and line.
    """
    hints = get_type_hints(Lexicons).items()
    return Lexicons(**{name: read_table(lexicon_path(name), get_args(hint)[0]) for name, hint in hints})


def _lemmas(rows: Iterable[PlainWord | ClassNoun]) -> frozenset[str]:
    return frozenset(row.lemma for row in rows)


def _grouped(rows: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, tuple[Item, ...]]:
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}
