"""Who speaks inside quotation marks.

A quotation belongs to the reporting clause beside it, else to who introduces it. One that goes on after the reporting
clause, opens the next paragraph without having been closed, or is all of it, keeps its speaker. Without a speaker in
reach, or with somebody else in between, nobody is named: no speaker rather than a guess.

    "We closed the mine in 2019," said Mbeki-Ruiz. "We sold the smelter in 2021."     both: Mbeki-Ruiz
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.document import ROOT, Analysis, Span
from kg.extract.clause import Clause
from kg.extract.readings import Voice, author, can_speak, verbatim, voice
from kg.extract.slots import preposition
from kg.knowledge import CueKind
from kg.quotations import Quotation, quotations
from kg.wording import Lexicons

SHORTEST = 4
"""Words of a quotation; shorter ones are scare quotes or titles."""

_LEADS = (":", ",")
"""What stands between an introduction and the quotation that it introduces."""


def quoted_voices(analysis: Analysis, clauses: Mapping[int, Clause], lexicons: Lexicons) -> dict[int, Voice]:
    """Give, for every token inside a quotation whose speaker is known, that speaker."""
    marks = tuple(
        q for q in quotations(analysis.document.text) if len(q.span.of(analysis.document.text).split()) >= SHORTEST
    )
    if not marks:
        return {}
    speakers = _Speakers(analysis, clauses, lexicons, marks)
    voices: dict[int, Voice] = {}
    previous: tuple[Quotation, Voice] | None = None
    for quotation in marks:
        tokens = _tokens(analysis, quotation.span)
        speaker = speakers.of(quotation, tokens, previous) if tokens else None
        previous = (quotation, speaker) if speaker is not None else None
        if speaker is not None:
            voices.update(dict.fromkeys(tokens, verbatim(speaker)))
    return voices


def _tokens(analysis: Analysis, span: Span) -> range:
    inside = [token.index for token in analysis.tokens if span.start <= token.span.start and token.span.end <= span.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


@dataclass(frozen=True, slots=True)
class _Speakers:
    """Finds the speakers of one article's quotations.

    Attributes:
        analysis: the article.
        clauses: its clauses by head token.
        lexicons: wording.
        marks: its quotations in order.
    """

    analysis: Analysis
    clauses: Mapping[int, Clause]
    lexicons: Lexicons
    marks: tuple[Quotation, ...]

    def of(self, quotation: Quotation, tokens: range, previous: tuple[Quotation, Voice] | None) -> Voice | None:
        """Give the speaker of a quotation, None if nobody in reach is."""
        return (
            self._beside(tokens)
            or self._introduced(quotation, tokens)
            or self._cited(tokens)
            or self._carried_on(quotation, tokens, previous)
            or self._told_before(quotation, tokens)
        )

    def _beside(self, tokens: range) -> Voice | None:
        """Give the speaker of the reporting clause around the quotation, else of the nearest in its sentences.

        Oslo said it must be decided by Riga : " We have no say . "     Oslo: what Riga is to decide is Oslo's words
        """
        first = self._sentence(tokens[0]).start
        last = self._sentence(tokens[-1]).end
        near = [head for head in range(first, last) if head not in tokens and self._report(head) is not None]
        around = [head for head in self._governors(tokens) if head in near]
        if around:
            return self._report(around[0])
        if not near:
            return None
        near = [
            head for head in near if not (self.clauses[head].passive and set(self.analysis.above(head)) & set(near))
        ]
        return self._report(min(near, key=lambda head: min(abs(head - tokens[0]), abs(head - tokens[-1]))))

    def _governors(self, tokens: range) -> Iterator[int]:
        """Yield what governs the words of a quotation from outside, from the inside out."""
        for index in tokens:
            head = self.analysis.tokens[index].head
            if head != ROOT and head not in tokens and self.analysis.tokens[index].upos != "PUNCT":
                yield from self.analysis.above(index)
                return

    def _report(self, head: int) -> Voice | None:
        """Give who speaks in a reporting clause outside quotations, None if it is none or names nobody."""
        if head not in self.clauses or any(self.analysis.tokens[head].span.start in mark.span for mark in self.marks):
            return None
        found = voice(self.clauses[head], self.analysis, self.lexicons)
        return found if found is not None and found.source is not None else None

    def _introduced(self, quotation: Quotation, tokens: range) -> Voice | None:
        """Give who acts in the clause that leads up to a quotation.

        The envoy concluded on a note of hope : " … "
        Ortega defended the sale , " … "
        """
        text = self.analysis.document.text
        before = text[: quotation.span.start - 1].rstrip()
        index = tokens[0] - 1
        while index > 0 and self.analysis.tokens[index].span.end > len(before):
            index -= 1
        if not before.endswith(_LEADS) or index < 0 or not text[quotation.span.start].isupper():
            return None
        sentence = self._sentence(index)
        if before.endswith(",") and tokens[0] not in sentence:
            return None
        return self._actor(range(sentence.start, index))

    def _actor(self, tokens: range) -> Voice | None:
        """Give who acts in the outermost clause of a stretch of words, if that is somebody who can speak."""
        heads = [head for head in tokens if head in self.clauses]
        if not heads:
            return None
        clause = self.clauses[min(heads, key=self._depth)]
        report = self._report(clause.head)
        if report is not None or not clause.subjects:
            return report
        source = author(clause.subjects[0].head, self.analysis, self.lexicons)
        return Voice(source, clause.lemma, CueKind.SAY) if can_speak(source, self.analysis, self.lexicons) else None

    def _depth(self, index: int) -> int:
        return len(list(self.analysis.above(index)))

    def _cited(self, tokens: range) -> Voice | None:
        """Give whom a phrase before a quotation names: "According to Ortega , " … "."""
        for index in range(tokens[0] - 1, self._sentence(tokens[0]).start, -1):
            row = self.lexicons.attribution_of_phrase.get(preposition(self.analysis, index))
            source = author(index, self.analysis, self.lexicons)
            if row is not None and row.kind is CueKind.SAY and can_speak(source, self.analysis, self.lexicons):
                return Voice(source, row.phrase, row.kind)
        return None

    def _told_before(self, quotation: Quotation, tokens: range) -> Voice | None:
        """Give who reports something in the sentence before a quotation that nothing else leads up to.

        Ortega criticised the sale . " We needed the port . "
        """
        position = self.analysis.sentence_of[tokens[0]] - 1
        if position < 0 or self._is_led_up_to(tokens):
            return None
        before = self.analysis.sentences[position]
        gap = self.analysis.document.text[before.span.end : quotation.span.start]
        head = self._head(before.tokens)
        return self._report(head) if "\n" not in gap and head in self.clauses else None

    def _carried_on(
        self, quotation: Quotation, tokens: range, previous: tuple[Quotation, Voice] | None
    ) -> Voice | None:
        """Give the speaker of the quotation before, unless the words in between turn to somebody else."""
        if previous is None or not self._is_continued(previous[0], quotation) or self._is_led_up_to(tokens):
            return None
        between = [
            position
            for position, sentence in enumerate(self.analysis.sentences)
            if previous[0].span.end < sentence.span.start and sentence.tokens.end <= tokens[0]
        ]
        if not between:
            return previous[1]
        last = self.analysis.sentences[between[-1]].tokens
        actor = self._actor(range(last.start, last.end))
        if actor is None or actor.source is None or self.analysis.tokens[actor.source].upos == "PRON":
            return previous[1]
        return actor if self._report(self._head(last)) is not None else None

    def _is_led_up_to(self, tokens: range) -> bool:
        """Say whether words stand before a quotation in its sentence."""
        before = self.analysis.tokens[self._sentence(tokens[0]).start : tokens[0]]
        return any(token.upos != "PUNCT" for token in before)

    def _head(self, tokens: Span) -> int:
        return min((self._depth(index), index) for index in range(tokens.start, tokens.end))[1]

    def _sentence(self, index: int) -> Span:
        return self.analysis.sentence(index).tokens

    def _is_continued(self, before: Quotation, quotation: Quotation) -> bool:
        """Say whether a quotation goes on with the one before.

        It stands in the same paragraph, or in the next if that before was left open or this one is all of it.
        """
        if quotation.paragraph == before.paragraph:
            return True
        return quotation.paragraph == before.paragraph + 1 and (before.is_open or quotation.is_alone)
