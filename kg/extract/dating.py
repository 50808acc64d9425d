"""When a clause holds: which of the times around it is its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.document import Analysis, Period
from kg.extract.clause import Clause

_DAY = len("2019-05-04")
_BOUNDS = frozenset({"after", "before", "since", "until"})
_OWN = ("obl", "advmod", "nmod:unmarked", "nmod")


@dataclass(frozen=True)
class Dating:
    """Finds the times of clauses and nouns of one article.

    Attributes:
        analysis: the article.
        times: resolved times by each of their tokens.
        is_event: says whether a nominal is of an event.
        class_of: gives the class that a nominal's words imply.
        governor: gives the clause that a predicate stands in.
    """

    analysis: Analysis
    times: Mapping[int, Period]
    is_event: Callable[[int], bool]
    class_of: Callable[[int], str]
    governor: Callable[[int], Clause | None]

    def of_clause(self, clause: Clause) -> Period | None:
        """Give when a clause holds: its own time, else that of an event among its arguments, else its governor's.

        Ruiz won in 1948 and 1952 .                       None: no one time
        Ruiz died on Friday after a fall in May .         Friday: of several the one next to the verb
        Iran on Wednesday rejected the pact .             that Wednesday hangs on the subject
        Riga delayed the vote until after August 9 .      None, as long as that day has not come
        Ruiz is expected in May to visit Oslo .           visiting: in May; an infinitive alone takes it over
        """
        own = sorted(self._own(clause), key=lambda index: (abs(index - clause.head), index))
        time = self._nearest(own) if own else self._of_arguments(clause)
        if time is None and not own and self.analysis.tokens[clause.head].relation == "xcomp":
            governor = self.governor(clause.head)
            return None if governor is None else self.of_clause(governor)
        return None if time is None or self._is_too_late(clause, time) else time

    def of_noun(self, head: int) -> Period | None:
        """Give the time that modifies a noun directly ("Sunday's earthquake", "the election of May 12")."""
        for dependent in self.analysis.dependents(head, "nmod", "compound", "amod", "obl"):
            if dependent.index in self.times:
                return self.times[dependent.index]
        return None

    def of_part(self, clause: Clause, head: int) -> Period | None:
        """Give when a clause holds for an argument that has another time beside it than the clause.

        The hives fell from 5 million in 1950 to 2 million in 2007 .       2 million: 2007
        """
        if head in self.times:
            return self.times[head]
        time = self.of_clause(clause)
        cases = (d.index for d in self.analysis.dependents(head, "nmod", "obl") if d.index in self.times)
        own = next((self.times[i] for i in cases if self.analysis.has_dependent(i, "case")), None)
        return time if time is None or own is None or _sharpest((time, own)) is not None else own

    def _own(self, clause: Clause) -> Iterator[int]:
        """Yield the tokens of the times that depend on a predicate."""
        for dependent in self.analysis.dependents(clause.head, *_OWN):
            within = () if self._is_bound(dependent.index) else self.analysis.children[dependent.index]
            for index in (dependent.index, *within):
                is_part = self.analysis.tokens[index].relation == "advmod" or (
                    self.analysis.tokens[index].relation == "nummod" and self._is_temporal(dependent.index)
                )
                if index in self.times and (index == dependent.index or is_part):
                    yield index

    def _is_bound(self, noun: int) -> bool:
        """Say whether an event is only what a time runs from or to: "since the 2000 summit" is not in 2000."""
        return any(case.lemma.lower() in _BOUNDS for case in self.analysis.dependents(noun, "case"))

    def _is_temporal(self, noun: int) -> bool:
        """Say whether a number before a noun may be when something was: "the 2008 games", not "a 2005 Opel"."""
        return self.is_event(noun) or self.analysis.tokens[noun].nominal_type == "time"

    def _nearest(self, tokens: list[int]) -> Period | None:
        """Give the time next to its verb, sharper if others lie in it, None if more are joined with it."""
        first, joined = tokens[0], self.analysis.dependents(tokens[0], "conj")
        if any(self.times.get(other.index, self.times[first]) != self.times[first] for other in joined):
            return None
        sharp = _sharpest(tuple(self.times[index] for index in tokens))
        return sharp or self.times[first]

    def _of_arguments(self, clause: Clause) -> Period | None:
        for filler in clause.surface:
            time = self.of_noun(filler.head)
            if time is not None and (self.is_event(filler.head) or self._is_stray(filler.head, time)):
                return time
        events = (filler.head for filler in clause.objects if self.class_of(filler.head) == "Event")
        return next((time for head in events if (time := self.of_noun(head)) is not None), None)

    def _is_stray(self, noun: int, time: Period) -> bool:
        """Say whether a day that hangs on a noun is the verb's: "Iran on Friday rejected", not "the pact of May 4"."""
        found = (d.index for d in self.analysis.dependents(noun, "nmod", "obl") if self.times.get(d.index) == time)
        cases = {case.lemma.lower() for index in found for case in self.analysis.dependents(index, "case")}
        return len(time.start or time.end) >= _DAY and cases <= {"on", "'s", "’s"}

    def _is_too_late(self, clause: Clause, time: Period) -> bool:
        """Say whether a time has not come for what is told as past: it dates something else."""
        published = self.analysis.document.published
        if published is None or time.start[:_DAY] <= published.isoformat()[: len(time.start)]:
            return False
        words = (self.analysis.tokens[clause.head], *self.analysis.dependents(clause.head, "aux", "cop"))
        return any(word.xpos == "VBD" for word in words)


def _sharpest(times: tuple[Period, ...]) -> Period | None:
    """Give the most precise of times that lie in each other, None of several that do not."""
    best = max(times, key=lambda time: len(time.start or time.end))
    return best if all(_holds(time, best) for time in times) else None


def _holds(wide: Period, narrow: Period) -> bool:
    if wide == narrow:
        return True
    starts = not wide.start or wide.start <= narrow.start[: len(wide.start)]
    ends = not wide.end or (narrow.end != "" and narrow.end[: len(wide.end)] <= wide.end)
    return starts and ends
