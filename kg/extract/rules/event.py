"""Where and when an event takes place, who takes part."""

from collections.abc import Iterator

from kg.document import Period
from kg.extract.clause import Clause
from kg.extract.frames import OPEN, TYPED, verb_predicate
from kg.extract.grammar import Grammar, Wording
from kg.extract.rules.noun_frame import reading_of_noun
from kg.extract.slots import Filler, coordinated, preposition
from kg.knowledge import Claim, Polarity, PredicateId, Value

_PLACE = frozenset({"in", "at", "near", "on", "off", "outside", "around"})
_PARTICIPANT = frozenset({"between", "with", "among", "involving", "by"})


def event(grammar: Grammar) -> Iterator[Claim]:
    """Claims of an event noun with its place, time and participants.

    talks earlier this month in Oman        ->  talks | kg:takesPlaceIn | Oman
    talks between Armenia and Georgia       ->  Armenia | kg:participatesIn | talks; Georgia too
    a strike by 4,000 dockers               ->  4,000 dockers | kg:participatesIn | strike
    a meeting of finance ministers          ->  finance ministers | kg:participatesIn | meeting
    her two - day trip to Kenya             ->  trip | kg:takesPlaceIn | Kenya; trip | kg:lasts | "two days"
    """
    for token in grammar.analysis.tokens:
        if token.upos not in {"NOUN", "PROPN"} or not _is_event(grammar, token.index):
            continue
        factuality = reading_of_noun(grammar, token.index)
        if factuality is None:
            continue
        time = grammar.dating.of_noun(token.index)
        for place in _places(grammar, token.index):
            wording = Wording("event", _IN, "take place in", token.index, confidence=TYPED)
            yield grammar.claim(wording, token.index, place, factuality, time=time)
        for participant in _participants(grammar, token.index) if _is_joint(grammar, token.index) else ():
            wording = Wording("event", _TAKES_PART, "participate in", token.index, confidence=TYPED)
            yield grammar.claim(wording, participant, token.index, factuality, time=time)
        for predicate, lemma, value in _measures(grammar, token.index, time):
            wording = Wording("event", predicate, lemma, token.index, confidence=TYPED)
            yield grammar.claim(wording, token.index, value, factuality, time=time)


def _measures(grammar: Grammar, noun: int, time: Period | None) -> Iterator[tuple[PredicateId, str, Value]]:
    """Yield when an event takes place and how long it lasts."""
    if time is not None and not time.iso.endswith(".."):  # "the first visit since May"
        yield _ON, "take place on", Value(time.iso, "xsd:string")
    duration = _duration(grammar, noun)
    if duration is not None:
        yield PredicateId("kg:lasts"), "last", duration


def _duration(grammar: Grammar, noun: int) -> Value | None:
    """Give how long an event lasts: a two-day trip, eight months of negotiations."""
    token = grammar.token(noun)
    units = [unit.index for unit in grammar.analysis.dependents(noun, "compound", "amod") if unit.index < noun]
    if token.relation == "nmod" and preposition(grammar.analysis, noun) == "of":
        units.append(token.head)
    for unit in units:
        number = next(grammar.analysis.dependents(unit, "nummod"), None)
        if number is not None and grammar.mention_types.get(unit) == "date" and unit not in grammar.times:
            lemma = grammar.token(unit).lemma.lower()
            plural = "" if number.text.lower() in {"one", "1"} else "s"
            return Value(f"{number.text.lower()} {lemma}{plural}", "kg:quantity")
    return None


def participation(grammar: Grammar) -> Iterator[Claim]:
    """Claims of who takes part in an event that a clause happens in, or that goes on between them.

    Chile beat Canada in the final .                ->  Chile | kg:participatesIn | final; Canada too
    Clashes broke out between the army and rebels . ->  army | kg:participatesIn | clashes; rebels too

    The object takes part only if the verb sets two sides against or beside each other. Nobody takes part in a death,
    and of events of no known class only in those with a name.
    """
    for clause, _ in grammar.verbs:
        for participant, noun in (*_present(grammar, clause), *_opposed(grammar, clause)):
            factuality = grammar.read(clause, participant)
            if factuality is None or factuality.polarity is Polarity.NEGATIVE:
                continue  # who did not concede in an election may have stood in it
            if not _takes_part(grammar, participant.head):
                continue
            wording = Wording("participation", _TAKES_PART, "participate in", clause.head, confidence=OPEN)
            yield grammar.claim(wording, participant.head, noun, factuality, clause)


def _present(grammar: Grammar, clause: Clause) -> Iterator[tuple[Filler, int]]:
    """Yield who does something in or at an event that people take part in, with the event."""
    for oblique in clause.obliques:
        noun = oblique.filler.head
        if not _is_shared(grammar, noun, oblique.preposition):
            continue
        found = verb_predicate(grammar, clause.lemma, ("subj", "obj"), _ends(clause)) if clause.objects else None
        both = clause.objects if found and grammar.vocabulary.predicate(found[0]).joint else ()
        for participant in (*(() if clause.passive and not clause.subjects else clause.subjects), *both):
            slot = "subj" if participant in clause.subjects else "obj"
            slots, heads = (slot, f"prep:{oblique.preposition}"), (participant.head, noun)
            if verb_predicate(grammar, clause.lemma, slots, heads) is None:  # who dies in an attack is its victim
                yield participant, noun


def _opposed(grammar: Grammar, clause: Clause) -> Iterator[tuple[Filler, int]]:
    """Yield between whom the event goes on that a clause has for its subject, with the event."""
    for subject in clause.surface:
        if _is_event(grammar, subject.head) and _is_joint(grammar, subject.head):
            between = (oblique.filler for oblique in clause.obliques if oblique.preposition == "between")
            yield from ((participant, subject.head) for participant in between)


def _ends(clause: Clause) -> tuple[int, int]:
    subject = clause.subjects[0].head if clause.subjects else clause.objects[0].head
    return subject, clause.objects[0].head


_LONG = ("War", "MilitaryOperation", "Protest", "Vote")
"""Classes of events so long that others act meanwhile."""

_TAKES_PART = PredicateId("kg:participatesIn")
_IN = PredicateId("kg:takesPlaceIn")
_ON = PredicateId("kg:takesPlaceOn")


def _is_event(grammar: Grammar, noun: int) -> bool:
    mention = grammar.names.get(noun)
    if mention is not None:
        denotes = mention.type == "event" and mention.head == noun
    else:
        denotes = grammar.token(noun).lemma.lower() in grammar.lexicons.event_lemmas
    return denotes and not grammar.is_time(noun)  # not "last March"


def _is_shared(grammar: Grammar, noun: int, preposition: str) -> bool:
    """Say whether whoever acts in an event takes part in it: one of a joint kind, or one with a name of no known kind.

    Who acts during a war need not be in it; who speaks during a meeting is. Who resigns in protest takes part in none.
    """
    if preposition not in {"in", "at", "during"} or not _is_event(grammar, noun) or _is_bare(grammar, noun):
        return False
    class_name = grammar.class_of(noun)
    if preposition == "during" and any(grammar.vocabulary.is_a(class_name, long) for long in _LONG):
        return False
    return _is_joint(grammar, noun) or (noun in grammar.names and class_name == "Event")


def _is_bare(grammar: Grammar, noun: int) -> bool:
    """Say whether a singular common noun stands alone, as in "in protest"."""
    modified = grammar.analysis.has_dependent(noun, "det", "nmod", "amod", "compound", "nummod")
    return grammar.token(noun).xpos == "NN" and not modified


def _is_joint(grammar: Grammar, noun: int) -> bool:
    """Say whether people take part in an event of this kind, as they do in talks and not in a death."""
    class_name = grammar.class_of(noun)
    return class_name in grammar.vocabulary.classes and grammar.vocabulary.is_joint(class_name)


def _is_meeting(grammar: Grammar, noun: int) -> bool:
    return grammar.vocabulary.is_a(grammar.class_of(noun), "Meeting")


def _places(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield where an event is; that a visit is "to" a place says the same."""
    near = _PLACE | ({"to"} if grammar.class_of(noun) == "Visit" else set())
    own = list(grammar.analysis.dependents(noun, "nmod"))
    members = [modifier for modifier in own if preposition(grammar.analysis, modifier.index) == "of"]
    for member in members:  # "a meeting of ministers in Cairo", "the crash of a plane near Medan"
        own += grammar.analysis.dependents(member.index, "nmod")
    for modifier in own:
        word = preposition(grammar.analysis, modifier.index)
        if (
            word in near
            and not (word == "on" and _is_about(grammar, noun))
            and grammar.class_of(modifier.index) in _PLACES
        ):
            yield modifier.index


def _is_about(grammar: Grammar, noun: int) -> bool:
    """Say whether "on" tells what an event is about: a conference on Nepal, but a raid on the port."""
    return any(grammar.vocabulary.is_a(grammar.class_of(noun), kind) for kind in _OF_WORDS)


_OF_WORDS = ("Investigation", "Meeting", "Speech", "Trial", "Vote", "War")
"""Classes of events that have a theme."""

_PLACES = frozenset({"Place", "City", "Country", "Region", "Facility", "Water"})


def _participants(grammar: Grammar, noun: int) -> Iterator[int]:
    analysis = grammar.analysis
    members = [
        owner.index for owner in analysis.dependents(noun, "nmod:poss") if not _is_host(grammar, owner.index, noun)
    ]
    near = _PARTICIPANT | ({"of"} if _is_meeting(grammar, noun) else set())
    for modifier in analysis.dependents(noun, "nmod"):
        if preposition(analysis, modifier.index) in near:
            members.extend(filler.head for filler in coordinated(analysis, modifier.index))
    yield from (member for member in members if grammar.class_of(member) and _takes_part(grammar, member))


def _takes_part(grammar: Grammar, head: int) -> bool:
    """Say whether somebody may take part in an event: a country may, the stadium where a match is may not."""
    return grammar.fits(head, ("Agent",)) and grammar.class_of(head) not in {"Facility", "Water"}


def _is_host(grammar: Grammar, owner: int, noun: int) -> bool:
    """Say whether an owner is the place where an event is: Kenya stands in none of Kenya's elections."""
    held_in = any(grammar.vocabulary.is_a(grammar.class_of(noun), kind) for kind in _OF_A_PLACE)
    return held_in and grammar.class_of(owner) in _PLACES


_OF_A_PLACE = ("Festival", "Protest", "SportEvent", "Vote")
"""Classes of events that a place has without taking part in them."""
