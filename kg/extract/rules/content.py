"""Stances toward what a clause says."""

from collections.abc import Iterator
from dataclasses import replace

from kg.document import ROOT, Span, Token
from kg.extract.clause import Clause
from kg.extract.complements import is_performed
from kg.extract.frames import OPEN, open_wording
from kg.extract.grammar import Grammar, Wording
from kg.extract.needs import tells_enough
from kg.extract.object_complements import acted_on, is_unframed
from kg.extract.phrases import LONGEST, LONGEST_WITH_CLAUSE, clause_behind, words
from kg.knowledge import Argument, Claim
from kg.rows import VerbFrame


def content(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a holder with the content of a complement clause, named by its verb and object.

    Netanyahu demanded that Iran limit its missile program .    ->  Netanyahu | kg:demands | limit its missile program

    The clause lets the firm publish its accounts .             ->  clause | let | firm publish its accounts

    Only for verbs whose frame has a slot for this kind of complement (see the head of `verb_frames.tsv`), or whose
    complement says what their object does; a content of more than twelve words has no name and yields nothing.
    """
    for clause, factuality in grammar.verbs:
        for complement in _complements(grammar, clause):
            frames = _frames(grammar, clause, complement)
            is_acted = _is_asked_of_object(grammar, clause, complement)
            tells = (frames or is_acted) and not _is_said_elsewhere(grammar, clause, complement)
            named = content_of(grammar, complement) if tells else None
            for subject in clause.subjects if named is not None else ():
                frame = next((frame for frame in frames if grammar.fits(subject.head, frame.subject_type)), None)
                if named is None or (frame is None and not (is_acted and is_unframed(grammar, clause, subject))):
                    continue
                predicate = frame.predicate if frame else open_wording(clause.lemma)
                wording = Wording("content", predicate, clause.lemma, clause.head, confidence=OPEN)
                yield grammar.claim(wording, subject.head, named, factuality, clause)


def _is_said_elsewhere(grammar: Grammar, clause: Clause, complement: int) -> bool:
    """Say whether a content is done by being said ("I want to thank the crew"), or its object stands outside of it."""
    inner = grammar.clauses.get(complement)
    performed = inner is not None and is_performed(inner, clause, grammar.analysis, grammar.lexicons)
    return performed or _is_gapped(grammar, clause, complement)


def _is_gapped(grammar: Grammar, clause: Clause, complement: int) -> bool:
    """Say whether the object of a content stands outside of it: "what the team intends to put into the kit".

    Not in "the day that they hope to sail", "the town where they sail" nor "the ship with which they sail".
    """
    verb, inner = grammar.token(clause.head), grammar.clauses.get(complement)
    if verb.deprel != "acl:relcl" or inner is None or inner.kind != "verb" or inner.passive or inner.objects:
        return False
    head, opening = grammar.token(verb.head), grammar.analysis.tokens[verb.head + 1 : clause.head]
    adverbial = grammar.is_time(head.index) or grammar.is_adverbial(head.index)
    asking = [word for word in opening if word.xpos in {"WDT", "WP", "WRB"}]
    whole = any(
        word.xpos == "WRB" or word.index > head.index + 1 for word in asking
    )  # "where" or "with which they sail"
    owned = all(filler.head not in {head.index, *(word.index for word in asking)} for filler in clause.surface)
    return owned and not adverbial and not inner.complements and not whole


def _is_asked_of_object(grammar: Grammar, clause: Clause, complement: int) -> bool:
    """Say whether a verb says what its object is to do ("allows the firm to build")."""
    rows = grammar.lexicons.complements_of.get((clause.lemma, "VERB"), ())
    listed = complement in clause.complements and any(row.complement == "obj+xcomp" for row in rows)
    return listed and complement in acted_on(grammar, clause)


def _frames(grammar: Grammar, clause: Clause, complement: int) -> list[VerbFrame]:
    """Give the frames of a verb for a kind of complement; of one with "for", those that say a stance."""
    slots = _slots(grammar, complement)
    is_purpose = grammar.token(complement).relation == "advcl"  # "was paid for clearing the yard"
    return [
        frame
        for frame in grammar.lexicons.frames_of_verb.get(clause.lemma, ())
        if frame.subject == "subj"
        and slots & set(frame.object)
        and not (is_purpose and not grammar.vocabulary.is_stance(frame.predicate))
    ]


def _slots(grammar: Grammar, complement: int) -> set[str]:
    """Give the names that the slot of a complement may have in a frame.

    to stay: comp, comp:to;   staying: comp, comp:ing;   that he stay, that he should stay: comp, comp:should;
    that he stays: comp, comp:that;   for him to stay: prep:for;   (called it) a mess: none, it says what something is
    """
    token = grammar.token(complement)
    if token.relation == "conj":
        return _slots(grammar, token.head)
    marks = {mark.lemma.lower() for mark in grammar.analysis.dependents(complement, "mark")}
    helpers = {word.lemma.lower() for word in grammar.analysis.dependents(complement, "aux", "aux:pass", "cop")}
    if token.relation == "advcl":
        return {"prep:for"}
    if token.upos not in {"VERB", "AUX"} and not helpers:
        return set()
    if "to" in marks:
        return {"comp", "comp:to"}
    if token.xpos == "VBG" and not helpers:
        return {"comp", "comp:ing"}
    wished = "should" in helpers or _is_bare(grammar, complement)
    return {"comp", "comp:should" if wished else "comp:that"}


def _is_bare(grammar: Grammar, complement: int) -> bool:
    """Say whether the first verb of a clause is a plain infinitive, as in "that the case be moved"."""
    verbs = [*grammar.analysis.dependents(complement, "aux", "aux:pass", "cop"), grammar.token(complement)]
    return min(verbs, key=lambda verb: verb.index).xpos == "VB"


def gerund(grammar: Grammar) -> Iterator[Claim]:
    """Claims of a participant with what a prepositional gerund names.

    Berlusconi was convicted of abusing his office .     ->  Berlusconi | be convicted of | abusing his office
    The court blocked Norvik from buying the yard .      ->  court | block | Norvik from buying the yard
    """
    for clause, factuality in grammar.verbs:
        for token in grammar.analysis.dependents(clause.head, "advcl", "xcomp"):
            marks = [mark.text.lower() for mark in grammar.analysis.dependents(token.index, "mark")]
            if token.xpos != "VBG" or len(marks) != 1 or marks[0] not in _GERUND_PREPOSITIONS:
                continue
            if grammar.analysis.has_dependent(token.index, "aux"):
                continue  # "appears to be wearing"
            of_object = not clause.passive and bool(clause.objects or clause.recipients)
            if of_object and token.index not in acted_on(grammar, clause):
                continue
            named = content_of(grammar, token.index)
            words_of = f"be {grammar.token(clause.head).text.lower()}" if clause.passive else clause.lemma
            lemma = words_of if of_object else f"{words_of} {marks[0]}"
            patient = ("obj", "phrase") if clause.passive or of_object else ()
            if not tells_enough(grammar, clause, f"prep:{marks[0]}", *patient):
                continue
            for subject in clause.surface:
                if named is None or (of_object and not is_unframed(grammar, clause, subject)):
                    continue  # "accused Fisk of hiding": a frame links the two
                wording = Wording("gerund", open_wording(lemma), lemma, clause.head, confidence=OPEN)
                yield grammar.claim(wording, subject.head, named, factuality, clause)


_POINTING = frozenset({"so", "that", "this", "it"})
"""Last words of a content that is told elsewhere: "to do so"."""

_DONE_BY_OBJECT = frozenset({"VB", "VBN"})
"""Tags of a verb behind an object that says what the object is to do or to become."""

_NEAR = 5
"""Words within which an oblique is right behind an object: "on Meridia's old desk"."""

_GERUND_PREPOSITIONS = frozenset({"of", "for", "from", "against", "on", "in", "into", "to", "about", "over"})


def _complements(grammar: Grammar, clause: Clause) -> Iterator[int]:
    """Yield complement clauses with those coordinated, and infinitives with "for".

    plans to sell the yard and close the mill           sell, close
    pushed for the limits to be lifted                  lifted
    """
    for complement in clause.complements:
        yield complement
        for token in () if clause.objects else grammar.analysis.dependents(complement, "conj"):
            own = grammar.analysis.has_dependent(token.index, "nsubj", "nsubj:pass", "mark", "aux")
            if token.xpos == grammar.token(complement).xpos and token.xpos in {"VB", "VBG"} and not own:
                yield token.index
    for token in grammar.analysis.dependents(clause.head, "advcl"):
        marks = {mark.lemma.lower() for mark in grammar.analysis.dependents(token.index, "mark")}
        if "for" in marks and ("to" in marks or not clause.objects):  # "called him a fool for leaving" asks for nothing
            yield token.index


def content_of(grammar: Grammar, complement: int) -> Argument | None:
    """Give the words of what a clause says: its subject, own or of another, if it has one, to its first argument.

    None if they are too long, denied or a question.
    """
    inner: Clause | None = grammar.clauses.get(complement)
    if inner is None or grammar.reader.negated(inner):
        return None  # a denied content is not named by its verb
    below = list(grammar.analysis.dependents(complement))
    if any(word.lemma.lower() in {"whether", "if"} or word.xpos in {"WDT", "WP", "WRB"} for word in below):
        return None  # a question is no content
    governor = grammar.reader.governor(complement)
    of_noun = grammar.token(complement).relation == "acl"  # "Oslo's plan to sell": whose it is stands outside
    shared = inner.shares_subject and (of_noun or governor is None or inner.surface == governor.surface)
    own = [] if shared else [filler.head for filler in inner.surface]
    if inner.passive and not own:
        return None
    verbs = (grammar.token(complement), *grammar.analysis.dependents(complement, "cop"))  # "(to) be part of it"
    first = grammar.argument(own[0]).span.start if own else min(verb.span.start for verb in verbs)
    if own and grammar.token(own[0]).upos == "PRON":
        infinitive = any(mark.lemma.lower() == "to" for mark in grammar.analysis.dependents(complement, "mark"))
        if infinitive or grammar.token(own[0]).head != complement:
            return None  # "wanted him to stay": who is to stay has no name here
        first = grammar.token(own[0] + 1).span.start
    last = max(_end_of_verb(grammar, complement), _end_of_first_argument(grammar, inner))
    inside = [token for token in _sentence(grammar, complement) if first <= token.span.start and token.span.end <= last]
    cut = _is_cut(grammar, inner, inside)
    longest = LONGEST if any(token.text == "," for token in inside) else LONGEST_WITH_CLAUSE
    if not 1 < len(inside) <= longest or cut or _is_pronominal(grammar, inner, inside):
        return None
    if inside[0].upos == "DET":
        inside = inside[1:]
    tokens = Span(inside[0].index, inside[-1].index + 1)
    span = grammar.analysis.chars(tokens)
    text = span.of(grammar.analysis.document.text)
    name = _without_open_mark(words(grammar.analysis, tokens))
    return Argument(span, text, complement, name=name if name != text else "", type="Issue")


def _without_open_mark(name: str) -> str:
    """Give a name without a quotation mark that opens in it and closes elsewhere: 'eat a "cracker'."""
    return name if name.count('"') % 2 == 0 else name.replace('"', "")


def _is_cut(grammar: Grammar, inner: Clause, inside: list[Token]) -> bool:
    """Say whether the words of a content stop before what they are about.

    to do so ;  to understand more ;  to answer for what        their last word says nothing
    to consider what Riga hides                                 a clause is left out
    """
    if not inside:
        return True
    last = inside[-1]
    points = last.lemma.lower() in _POINTING or last.xpos in {"WP", "WDT", "WRB", "JJR", "RBR", "IN"}
    return points or (not inner.objects and any(grammar.token(head).relation == "ccomp" for head in inner.complements))


def _end_of_verb(grammar: Grammar, head: int) -> int:
    """Give where a verb ends, with its particle: "struck down"."""
    particles = grammar.analysis.dependents(head, "compound:prt")
    return max(token.span.end for token in (grammar.token(head), *particles))


def completed(grammar: Grammar, head: int) -> Argument | None:
    """Give a noun with the clause that it needs to say something, None for a noun that needs or has none.

    The board took steps to save the mill .             steps to save the mill
    Okello expressed the hope that Riga would sign .    hope that Riga would sign
    """
    noun = grammar.token(head)
    if noun.upos != "NOUN" or head in grammar.names or head in grammar.named_heads:
        return None
    rows = grammar.lexicons.complements_of.get((noun.lemma.lower(), "NOUN"), ())
    asked = {row.complement for row in rows} | (
        {"xcomp"} if noun.lemma.lower() in grammar.lexicons.vague_lemmas else set()
    )
    if not asked:
        return None
    found = grammar.argument(head)
    if len(found.name.split()) > len(found.text.split()):
        return None  # the argument has its clause
    around = () if noun.head == ROOT else grammar.analysis.dependents(noun.head, "advcl")
    behind = (word for word in around if _follows(grammar, word.index, found))
    for token in (*grammar.analysis.dependents(head, "acl"), *behind):
        marks = [mark.lemma.lower() for mark in grammar.analysis.dependents(token.index, "mark")]
        said = None
        of_gerund = marks == ["of"] and token.xpos == "VBG"
        if (
            (marks == ["to"] or of_gerund)
            and "xcomp" in asked
            and not grammar.analysis.has_dependent(token.index, "nsubj")
        ):
            said = _infinitive(grammar, token.index)
        elif marks == ["that"] and "ccomp" in asked:
            content_words = content_of(grammar, token.index)
            said = f"that {content_words.name or content_words.text}" if content_words else None
        name = f"{found.name or found.text} {said}"
        if said is not None and len(name.split()) <= LONGEST + 2:
            return replace(found, name=name, aliases=(*found.aliases, found.name or found.text))
    return None


def _follows(grammar: Grammar, infinitive: int, noun: Argument) -> bool:
    """Say whether an infinitive stands right behind a noun, to which the parse need not give it."""
    marks = list(grammar.analysis.dependents(infinitive, "mark"))
    return bool(marks) and grammar.token(marks[0].index - 1).span.end == noun.span.end


def _infinitive(grammar: Grammar, head: int) -> str | None:
    """Give an infinitive with its first argument, None for one that only points ("to do it")."""
    inner = grammar.clauses.get(head)
    if inner is None or any(grammar.token(filler.head).upos == "PRON" for filler in inner.objects):
        return None
    last = max(grammar.token(head).span.end, _end_of_first_argument(grammar, inner))
    first = min(mark.span.start for mark in grammar.analysis.dependents(head, "mark"))
    inside = [token for token in _sentence(grammar, head) if first <= token.span.start and token.span.end <= last]
    return words(grammar.analysis, Span(inside[0].index, inside[-1].index + 1)) if inside else None


def _is_pronominal(grammar: Grammar, inner: Clause, inside: list[Token]) -> bool:
    """Say whether the words of a content leave out who or what it is about: "lift it", "(they) will be considered"."""
    ends = inner.objects if inner.objects else inner.surface if inner.passive and not inner.shares_subject else ()
    pronouns = any(grammar.token(filler.head).upos == "PRON" for filler in ends)
    return pronouns and not any(token.upos in {"NOUN", "PROPN"} for token in inside)


def _end_of_first_argument(grammar: Grammar, inner: Clause) -> int:
    """Give where the object of a content ends, else its first oblique or adverb; 0 if it has none or is passive.

    A verb with an infinitive ends where that does: "need to face the challenge".
    """
    if inner.passive:
        return 0
    if inner.objects:
        end = _end_of_object(grammar, inner)
        deeds = [index for index in inner.complements if index > inner.objects[0].head and index in grammar.clauses]
        for index in deeds:  # "have Fisk released", "ask Fisk to pay the fine", "see Fisk leave"
            if grammar.token(index).xpos in _DONE_BY_OBJECT:
                return max(grammar.token(index).span.end, _end_of_first_argument(grammar, grammar.clauses[index]))
        return _with_goal(grammar, inner, end)
    for index in inner.complements:
        if grammar.token(index).relation == "xcomp" and index in grammar.clauses:
            return max(grammar.token(index).span.end, _end_of_first_argument(grammar, grammar.clauses[index]))
    near = [o.filler.head for o in inner.obliques if o.filler.head > inner.head and not grammar.is_time(o.filler.head)]
    if near:
        return grammar.argument(near[0]).span.end
    following = inner.head + 1
    adverbs = [word for word in grammar.analysis.dependents(inner.head, "advmod") if word.index == following]
    return adverbs[0].span.end if adverbs else 0


def _end_of_object(grammar: Grammar, inner: Clause) -> int:
    """Give the end of an object, with the clause right behind it: "thank the members who voted for it"."""
    head = inner.objects[0].head
    found = grammar.argument(head)
    if grammar.token(head).upos != "NOUN" or head in grammar.names:
        return found.span.end
    clause = clause_behind(grammar.analysis, found, LONGEST_WITH_CLAUSE - (head + 1 - inner.head))
    return found.span.end if clause is None else grammar.token(clause.end - 1).span.end


def _with_goal(grammar: Grammar, inner: Clause, end: int) -> int:
    """Give the end of an object with the oblique right behind it, if that is short: "bring the firm back to court"."""
    between = [token for token in _sentence(grammar, inner.head) if token.span.start >= end][:_NEAR]
    goals = [oblique.filler.head for oblique in inner.obliques if oblique.preposition]
    for adverb in grammar.analysis.dependents(inner.head, "advmod"):  # "back to court"
        goals += [token.index for token in grammar.analysis.dependents(adverb.index, "obl")]
    goals = [head for head in goals if not grammar.is_time(head)]
    for token in between:
        if token.index in goals:
            far = grammar.argument(token.index).span.end
            inside = [t for t in _sentence(grammar, inner.head) if t.index >= inner.head and t.span.end <= far]
            return far if len(inside) <= LONGEST else end
        if token.upos not in {"ADV", "ADP", "DET", "ADJ", "NOUN", "PART", "PROPN", "PRON"}:
            return end
    return end


def _sentence(grammar: Grammar, index: int) -> tuple[Token, ...]:
    tokens = grammar.analysis.sentence(index).tokens
    return grammar.analysis.tokens[tokens.start : tokens.end]
