"""Ask rules what they speak of: each condition once of each subject, and of what many repeat once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from operator import itemgetter

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.abouts import ABOUTS, also
from numcheck.judge.verdicts.condition import Condition
from numcheck.judge.verdicts.conditions import known
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.statements import tellers
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.article import by_words
from numcheck.model.claim import Claim
from numcheck.model.rule import About, Clause, Rule

Spoken = list[tuple[Rule, list[Subject]]]
"""What rules speak of."""

_Places = Sequence[tuple[int, int]]
"""Where claims stand: by the rank of their document and their first character."""


class Inquiry:
    """What was asked of the subjects on a docket, and the answers: many rules ask the same."""

    def __init__(self, laid: Docket) -> None:
        """Take the docket; subjects are made as rules ask for them."""
        self._laid = laid
        self._words = by_words(laid.case.articles)
        self._place = {claim.id: (self._words[claim.document], claim.start) for claim in laid.case.claims}
        self._subjects: dict[About, Sequence[Subject]] = {}
        self._telling: dict[About, Sequence[Subject]] = {}
        self._single: dict[int, Sequence[tuple[_Places, Sides]]] = {}
        self._answers: dict[object, dict[int, bool]] = {}
        self._held: dict[object, tuple[Sequence[Subject], Sequence[Subject]]] = {}

    def spoken(self, rules: Iterable[Rule]) -> Spoken:
        """Return all that rules speak of and is sure enough, rule by rule: all of one topic together, the clearest first."""
        return [(rule, subjects) for rule in rules for subjects in self._of(rule)]

    def _of(self, rule: Rule) -> Iterator[list[Subject]]:
        told = self._sure_enough(rule.about)
        for clause in rule.when:
            told = self._of_statements(clause, told)
        told = self._one_by_one(told)
        for clause in rule.when:
            told = told if _is_of_statements(clause) else self._holding(clause, told)
        groups: dict[object, list[Subject]] = {}
        for subject in told:
            groups.setdefault(subject.slot, []).append(subject)
        for subjects in groups.values():
            yield sorted(subjects, key=self._importance)

    def _importance(self, subject: Subject) -> tuple[object, ...]:
        """Return the key by which the clearest and surest comes first; of alike ones their words tell, not their order."""
        spots = [(self._words.get(p.document, 0), p.start) for p in (subject.at, subject.against) if p is not None]
        return clearness(subject, self._laid), -subject.confidence, [self._place[c.id] for c in subject.claims], spots

    def subjects(self, about: About) -> Sequence[Subject]:
        """Return what rules about this run over; a subject of two kinds is one value."""
        if about not in self._subjects:
            others = [subject for other in also(about) for subject in self.subjects(other)]
            self._subjects[about] = (*others, *ABOUTS[about].subjects(self._laid))
        return self._subjects[about]

    def _sure_enough(self, about: About) -> Sequence[Subject]:
        """Return those of the subjects that may be told of."""
        if about not in self._telling:
            self._telling[about] = tuple(filter(self._laid.may_tell, self.subjects(about)))
        return self._telling[about]

    def _of_statements(self, clause: Clause, told: Sequence[Subject]) -> Sequence[Subject]:
        """Leave out the subjects of which a clause cannot hold, whoever repeats their statements."""
        if _is_of_statements(clause):
            return self._holding(clause, told)
        if clause.condition == "all":
            for part in clause.parts:
                told = self._of_statements(part, told)
            return told
        first = None if clause.parts else known()[clause.condition].first
        return told if first is None or not first.of_statements else self._asked(first, {}, told)

    def _holding(self, clause: Clause, told: Sequence[Subject]) -> Sequence[Subject]:
        """Return those of the subjects of which a condition, or a nest of them, holds; nothing is asked twice or in vain."""
        if clause.condition == "all":
            for part in clause.parts:
                told = self._holding(part, told)
            return told
        if clause.condition in ("any", "not"):
            held: set[int] = set()
            for part in clause.parts:
                held.update(map(id, self._holding(part, [s for s in told if id(s) not in held])))
            return [s for s in told if (id(s) in held) == (clause.condition == "any")]
        return self._asked(known()[clause.condition], clause.options, told)

    def _asked(self, condition: Condition, options: Mapping[str, object], told: Sequence[Subject]) -> Sequence[Subject]:
        """Return those of the subjects of which a condition holds; rules that begin alike share the list."""
        if condition.first is not None:
            told = self._asked(condition.first, {}, told)
        question = (condition.name, *sorted(options.items()))
        asked = (question, id(told))
        if asked not in self._held:
            said = self._answers.setdefault(question, {})
            holding = []
            for subject in told:
                answer = said.get(id(subject))
                if answer is None:
                    answer = said[id(subject)] = condition.holds(subject, **options)
                if answer:
                    holding.append(subject)
            self._held[asked] = told, holding
        return self._held[asked][1]

    def _one_by_one(self, told: Sequence[Subject]) -> Sequence[Subject]:
        """Return each two claims of two documents on their own, for what is not alike to all who repeat a statement."""
        if ("one by one", id(told)) in self._held:
            return self._held["one by one", id(told)][1]
        found: list[tuple[int, _Places, Subject]] = []
        slots: dict[object, int] = {}
        for subject in told:
            at = slots.setdefault(subject.slot, len(slots))
            if isinstance(subject, Sides) and subject.statements:
                found += [(at, places, one) for places, one in self._apart(subject)]
            else:
                found.append((at, [], subject))
        single = [subject for _, _, subject in sorted(found, key=itemgetter(0, 1))]
        self._held["one by one", id(told)] = told, single
        return single

    def _apart(self, sides: Sides) -> Sequence[tuple[_Places, Sides]]:
        """Return two statements as the pairs of claims that make them, each with the places of its claims."""
        if id(sides) not in self._single:
            first, second = (tellers(statement, self._laid.case.reference) for statement in sides.statements)
            pairs = (self._two(x, y, sides) for x, y in product(first, second) if self._laid.meet(x, y))
            self._single[id(sides)] = [
                (sorted(self._place[claim.id] for claim in pair.claims), pair) for pair in pairs if self._laid.may_tell(pair)
            ]
        return self._single[id(sides)]

    def _two(self, x: Claim, y: Claim, sides: Sides) -> Sides:
        """Return two of the claims that make two statements."""
        return self._laid.sides(x, y, sides.told, topic=sides.topic, confidence=self._sure(x, y, sides), one=sides.one)

    def _sure(self, x: Claim, y: Claim, sides: Sides) -> float:
        return sides.confidence if sides.topic is None else self._laid.sure(x, y, sides.topic)


def clearness(subject: Subject, laid: Docket) -> tuple[bool, Decimal, int]:
    """Return a key by which the clearest case of a rule comes first: the reference's, then that which lies farthest apart."""
    quoted = laid.case.reference is not None and any(laid.case.reference in (c.document, c.outlet) for c in subject.claims[:2])
    return not quoted, -(subject.ratio or Decimal(0)), -subject.ranks_apart


def _is_of_statements(clause: Clause) -> bool:
    """Tell whether a clause, or all it holds, is alike to all who repeat a statement."""
    if clause.parts:
        return all(map(_is_of_statements, clause.parts))
    return known()[clause.condition].of_statements
