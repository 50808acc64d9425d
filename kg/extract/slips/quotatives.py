"""Slips of the parser around reporting verbs.

The treebanks have few sentences of the kind "…", said X, and the parser attaches the speaker to what is said.
"""

from collections.abc import Container, Iterator

from kg.document import ROOT, Analysis, Token
from kg.extract.slips.arcs import FINITE, NOUNS, SUBORDINATING, Arc, Correction
from kg.extract.slots import can_act

_BARE = frozenset({"nsubj", "obj", "obl", "nsubj:pass", "obl:unmarked", "appos", "conj", "dep", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SAID = frozenset({"ccomp", "xcomp", "obj", "parataxis"})


def inverted_quotative(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give the speaker after the verb back to it.

    " The militia shelled the convoy , " said Colonel Andrej Rimsky .      Rimsky <- shelled   ->   Rimsky <- said
    """
    if analysis.has_dependent(verb.index, "nsubj", "nsubj:pass"):
        return
    for content in _contents(analysis, verb):
        for token in analysis.dependents(content.index):
            bare = not analysis.has_dependent(token.index, "case", "mark")
            moved = token.deprel in _BARE or (token.deprel == "parataxis" and token.index == verb.index + 1)
            if content.index < verb.index < token.index and moved and bare and token.upos in _NOMINAL:
                yield Arc(token.index, verb.index, "nsubj")
                if verb.relation == "discourse":
                    yield Arc(verb.index, content.index, "parataxis")
                return


def speaker_beyond_quotation(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a reporting verb the nominal that stands between the closing mark and it.

    " … because nobody looked , " the judge , Hanneke Terwoude , said .      judge <- looked   ->   judge <- said
    """
    if analysis.has_dependent(verb.index, "nsubj", "nsubj:pass"):
        return
    index = verb.index - 1
    while index >= 0 and analysis.tokens[index].xpos != "''":
        if analysis.tokens[index].upos in {"VERB", "AUX"} and analysis.tokens[index].deprel != "amod":
            return
        index -= 1
    if not any(analysis.tokens[beside].upos == "PUNCT" for beside in (index - 1, index + 1)):
        return  # a word in marks: 'condemned the "cowardly" raid and vowed'
    sentence = analysis.sentence(verb.index).tokens
    for token in analysis.tokens[index + 1 : verb.index] if index in sentence else ():
        if token.upos in _NOMINAL and token.head < index and token.deprel in _BARE:
            yield Arc(token.index, verb.index, "nsubj")
            return


def apposed_speaker(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a reporting verb without subject the "apposition" in front of it, behind a comma.

    The raid killed Fisk , head of the guard , Oslo 's army said .      army <- guard as appos   ->   army <- said
    """
    before = analysis.tokens[verb.index - 1]
    if verb.index == 0 or analysis.has_dependent(verb.index, "nsubj", "nsubj:pass", "aux", "aux:pass"):
        return
    opened = min(analysis.below(before.index))
    aside = before.deprel in {"appos", "conj"} and before.upos in NOUNS
    aside = aside and "," in {analysis.word_at(opened), analysis.word_at(opened - 1)}
    if aside and before.head < opened and any(content.index < opened for content in _contents(analysis, verb)):
        yield Arc(before.index, verb.index, "nsubj")


def warned_speaker(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Make the "object" of a reporting verb without subject, after what is said, its speaker.

    " The ferry is unsafe , " warned the pilot .      pilot <- warned as iobj   ->   as nsubj
    """
    if analysis.has_dependent(verb.index, "nsubj", "nsubj:pass", "aux:pass"):
        return
    if any(content.index < verb.index for content in _contents(analysis, verb)):
        for token in analysis.dependents(verb.index, "obj", "iobj"):
            if token.index > verb.index:
                yield Arc(token.index, verb.index, "nsubj")
                return


def stolen_subject(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give the first of two subjects of a reporting verb back to the quoted verb between them.

    " Riga ratified the accord , " the envoy said .      Riga <- said   ->   Riga <- ratified
    """
    subjects = list(analysis.dependents(verb.index, "nsubj"))
    for content in _contents(analysis, verb):
        between = len(subjects) == 2 and subjects[0].index < content.index < subjects[1].index
        if between and not _is_owned(analysis, content):
            yield Arc(subjects[0].index, content.index, "nsubj")


def split_subject(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give what stands before a reporting clause, in quotes or commas, to the verb after it.

    " The bank , " Okello said , " sold the gold . "      bank <- said   ->   bank <- sold
    Closing the mine , Okello said , would hurt Riga .    Closing <- said   ->   Closing <- hurt
    """
    after = [c for c in _contents(analysis, verb) if c.index > verb.index and not _is_owned(analysis, c)]
    before = [token for token in analysis.dependents(verb.index) if token.index < verb.index and token.upos != "PUNCT"]
    if not after or not before or analysis.word_at(_end(analysis, before[0].index)) != ",":
        return
    first, speakers = before[0], [t for t in analysis.dependents(verb.index, "nsubj") if t.index != before[0].index]
    if speakers and first.upos in _NOMINAL and first.deprel in _BARE | {"ccomp", "parataxis"}:
        yield Arc(first.index, after[0].index, "nsubj")
    elif speakers and first.xpos == "VBG" and first.deprel in {"advcl", "ccomp"}:
        yield Arc(first.index, after[0].index, "csubj")


def audience_for_speaker(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Make the "subject" between a verb of telling and what is told its audience, and who stands before it the speaker.

    Fisk told journalist Pell that Riga had won .    nsubj(told, Pell), appos(told, Fisk)   ->   iobj(told, Pell), nsubj
    """
    subjects = list(analysis.dependents(verb.index, "nsubj"))
    told = [content for content in _contents(analysis, verb) if content.index > verb.index]
    if len(subjects) != 1 or not told or not verb.index < subjects[0].index < told[0].index:
        return
    audience = range(verb.index, told[0].index)
    for token in analysis.tokens[analysis.sentence(verb.index).tokens.start : verb.index]:
        bare = not analysis.has_dependent(token.index, "case", "mark")
        if token.head in audience and token.deprel in _BARE and token.upos in _NOMINAL and bare:
            yield Arc(token.index, verb.index, "nsubj")
            yield Arc(subjects[0].index, verb.index, "iobj")
            return


def stolen_adjunct(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a reporting verb after what is said when and where it was said.

    " Kenya attacked Oslo , " Ortega said on Friday in Lima .      Friday <- attacked   ->   Friday <- said
    """
    for content in _contents(analysis, verb):
        for token in analysis.dependents(content.index, "obl", "advmod", "nmod") if content.index < verb.index else ():
            first = min(analysis.below(token.index))
            if first > verb.index and analysis.tokens[first - 1].upos != "PUNCT":
                yield Arc(token.index, verb.index, token.deprel)


def headline_speaker(analysis: Analysis, colon: Token) -> Iterator[Arc]:
    """Put whoever stands before the colon of a headline in front of the clause behind it.

    Minister : Kenya attacked village .      Minister <- attacked as nsubj, or attacked <- Minister   ->   dislocated
    """
    if colon.text != ":":
        return
    sentence = analysis.sentence(colon.index).tokens
    before = range(sentence.start, colon.index)
    heads = [analysis.tokens[i] for i in before if analysis.tokens[i].head not in before]
    if len(heads) != 1 or not can_act(heads[0]) or heads[0].nominal_type == "time":
        return
    speaker = heads[0]
    if speaker.head == ROOT:
        clauses = list(analysis.dependents(speaker.index, "appos", "parataxis", "list"))
    else:
        clauses = [analysis.tokens[speaker.head]]
    for clause in clauses[:1]:
        subjects = analysis.dependents(clause.index, "nsubj", "nsubj:pass")
        if clause.index > colon.index and any(subject.index > colon.index for subject in subjects):
            yield Arc(speaker.index, clause.index, "dislocated")
            if speaker.head == ROOT:
                yield Arc(clause.index, ROOT, "root")


def relative_for_content(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Turn a "relative clause" without relative pronoun into what is said.

    A bombing wounded 14 people , police said .      wounded <- bombing <- said   ->   bombing <- wounded <- said
    """
    subjects = list(analysis.dependents(verb.index, "nsubj"))
    if len(subjects) != 2 or any(_contents(analysis, verb)):
        return
    for clause in analysis.dependents(subjects[0].index, "acl:relcl"):
        comma = any(token.text == "," for token in analysis.tokens[clause.index : subjects[1].index])
        owned = analysis.has_dependent(clause.index, "nsubj", "nsubj:pass")
        if clause.xpos in FINITE and comma and not owned and clause.index < subjects[1].index:
            yield Arc(clause.index, verb.index, "ccomp")
            yield Arc(subjects[0].index, clause.index, "nsubj")


def content_of_nearest(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give a reporting verb without content the clause right behind it, not an earlier verb.

    Riga rejects the charge , arguing Oslo has paid .            paid <- rejects   ->   paid <- arguing
    He said , " Riga won . " Pell reportedly said Oslo paid .    paid <- said (1)  ->   paid <- said (2)
    """
    passed_on = any(mark.text.lower() == "as" for mark in analysis.dependents(verb.index, "mark"))  # "quoted as saying"
    if passed_on or any(part.index > verb.index and part.relation in _SAID for part in analysis.dependents(verb.index)):
        return
    after = (part.index for part in analysis.dependents(verb.index) if part.index > verb.index)
    own = {index for part in after for index in analysis.below(part)}
    sentence = analysis.sentence(verb.index).tokens
    for content in analysis.tokens[verb.index + 1 : sentence.end]:
        if content.deprel != "ccomp" or content.head >= verb.index or content.index in own:
            continue
        first = min(analysis.below(content.index))
        between = analysis.tokens[verb.index + 1 : first]
        if first > verb.index and all(token.index in own and token.text[0].isalnum() for token in between):
            yield Arc(content.index, verb.index, "ccomp")
            return


def participle_of_speaker(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give "saying" behind a thing and a comma, or behind an event, to the verb of the clause, whose subject says it.

    Pell explained the ban , saying Oslo had cheated .           saying <- ban          ->   saying <- explained
    Pell held a press conference claiming Oslo had cheated .     claiming <- conference ->   claiming <- held
    """
    if verb.deprel != "acl" or verb.xpos != "VBG":
        return
    noun = analysis.tokens[verb.head]
    between = analysis.tokens[noun.index + 1 : verb.index]
    held = noun.nominal_type == "event" and noun.deprel == "obj" and not any(token.text == "," for token in between)
    if can_act(noun) or not (held or analysis.tokens[verb.index - 1].text == ","):
        return
    for index in analysis.above(noun.index):
        if analysis.tokens[index].upos == "VERB" and analysis.has_dependent(index, "nsubj"):
            yield Arc(verb.index, index, "advcl")
            return


def saying_beside_object(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Make "saying" behind what a verb has for its object, or behind a comma, the clause of its subject, who says it.

    Pell questioned the toll , saying Oslo had cheated .     ccomp(questioned, saying)   ->   advcl(questioned, saying)
    """
    if verb.deprel != "ccomp" or verb.xpos != "VBG" or analysis.has_dependent(verb.index, "nsubj", "mark", "aux"):
        return
    others = (other for other in analysis.dependents(verb.head, "obj", "ccomp") if verb.head < other.index < verb.index)
    apart = analysis.tokens[verb.index - 1].text == "," or next(others, None) is not None
    if apart and verb.head < verb.index and analysis.has_dependent(verb.head, "nsubj"):
        yield Arc(verb.index, verb.head, "advcl")


def participle_behind_report(analysis: Analysis, verb: Token, speaks: Container[str]) -> Iterator[Arc]:
    """Give a participle behind a parenthetical report to whom it fits: words are the speaker's, deeds are reported.

    The stores must open , Oslo said , threatening fines .     threatening <- open   ->   threatening <- said
    Rebels took Lund , the army said , killing two guards .    killing <- said       ->   killing <- took
    """
    contents = [content for content in _contents(analysis, verb) if content.index < verb.index]
    behind = [part for content in (verb, *contents) for part in analysis.dependents(content.index)]
    for participle in behind:
        aside = participle.index > verb.index and analysis.word_at(participle.index - 1) == ","
        owned = analysis.has_dependent(participle.index, "nsubj", "aux", "mark", "cc")
        if contents and aside and not owned and participle.xpos == "VBG" and participle.relation in {"advcl", "ccomp"}:
            whose = verb if participle.lemma.lower() in speaks else contents[0]
            yield Arc(participle.index, whose.index, "advcl")


def second_content(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Give what is joined with what is said to that: with a "that" of its own, or present beside a past report.

    Pell claimed Oslo had paid and that Riga sold the mine .     sold <- claimed as conj   ->   sold <- paid
    Pell argued Oslo lies and Riga is the port .                 port <- argued as conj    ->   port <- lies
    """
    contents = [c for c in analysis.dependents(verb.index, "ccomp") if c.index > verb.index and c.deprel == "ccomp"]
    for token in analysis.dependents(verb.index, "conj"):
        before = [content for content in contents if content.index < token.index]
        marked = any(word.lemma.lower() == "that" for word in analysis.dependents(token.index, "mark"))
        told_of = verb.xpos == "VBD" and _is_owned(analysis, token) and _is_of_now(analysis, token)
        if before and (marked or told_of):
            yield Arc(token.index, before[-1].index, "conj")


def _is_of_now(analysis: Analysis, token: Token) -> bool:
    """Say whether the finite word of a clause is present or modal: "is", "would be"."""
    words = (*analysis.dependents(token.index, "aux", "cop"), token)
    first = min(words, key=lambda word: word.index)
    return first.xpos in {"VBZ", "VBP", "MD"}


def clause_of_time(analysis: Analysis, mark: Token) -> Iterator[Arc]:
    """Make a clause with "until" or "because" an adverbial, not what is said.

    Pell does not think Oslo can pay until Riga has signed .      ccomp(think, signed)   ->   advcl(think, signed)
    """
    clause = analysis.tokens[mark.head] if mark.head != ROOT else mark
    if mark.deprel != "mark" or mark.text.lower() not in SUBORDINATING or clause.deprel != "ccomp":
        return
    alone = not any(other.text.lower() == "that" for other in analysis.dependents(clause.index, "mark"))
    if alone and analysis.tokens[clause.head].upos == "VERB" and clause.head < clause.index:
        yield Arc(clause.index, clause.head, "advcl")


def reporter_of_nominal(analysis: Analysis, verb: Token) -> Iterator[Arc]:
    """Make a reporting verb behind a comma, with who reports behind it, no relative clause of what something is.

    It is the oldest mill in Kent , reported the Courier .     reported <- mill as acl   ->   as parataxis
    """
    said = analysis.tokens[verb.head] if verb.head != ROOT else verb
    if verb.relation != "acl" or analysis.has_dependent(verb.index, "nsubj", "nsubj:pass", "aux", "mark"):
        return
    behind = list(analysis.dependents(verb.index, "obj"))
    rest = [part for part in analysis.dependents(verb.index) if part.upos != "PUNCT"]
    follows = analysis.tokens[verb.index - 1].text == "," and analysis.has_dependent(said.index, "cop")
    if follows and rest == behind and len(behind) == 1 and can_act(behind[0]):
        yield Arc(verb.index, said.index, "parataxis")
        yield Arc(behind[0].index, verb.index, "nsubj")


def _contents(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """Yield what a reporting verb reports: its clausal complement, or the clause that it is a parenthesis in."""
    yield from analysis.dependents(verb.index, "ccomp")
    if verb.relation in {"parataxis", "discourse"} and verb.head != ROOT:
        yield analysis.tokens[verb.head]


def _is_owned(analysis: Analysis, content: Token) -> bool:
    return analysis.has_dependent(content.index, "nsubj", "nsubj:pass", "csubj", "expl")


def _end(analysis: Analysis, index: int) -> int:
    """Give the first token behind a phrase, commas and quotation marks at its end not counted as its own."""
    ends = [_end(analysis, c) for c in analysis.children[index] if analysis.tokens[c].upos != "PUNCT"]
    return max([index + 1, *ends])


QUOTATIVES: tuple[Correction, ...] = (
    inverted_quotative,
    speaker_beyond_quotation,
    apposed_speaker,
    warned_speaker,
    stolen_subject,
    split_subject,
    audience_for_speaker,
    stolen_adjunct,
    relative_for_content,
    content_of_nearest,
    participle_of_speaker,
    saying_beside_object,
    second_content,
    reporter_of_nominal,
)
