"""Say which figures speak of one quantity, and how likely: topics (same), rivals (but for one slot), possible (too weak)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from numcheck.language import Lexicon
from numcheck.link.block import Fold, fold, pairs
from numcheck.link.candidate import Candidate, Vocabulary, candidates, vocabulary
from numcheck.link.copies import copies
from numcheck.link.decided import Decided, decided
from numcheck.link.features import competition
from numcheck.link.group import Enough, group
from numcheck.link.rivals import Rival, rivals
from numcheck.link.score import Alone, Row, Table, alone, evidence, rivalry, rows, table
from numcheck.link.topic_label import distinct, label
from numcheck.link.values import clash
from numcheck.link.vetoes import barred
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.decision import Decision
from numcheck.model.story import Evidence, Pair, Story, Topic

_LISTED = 40
"""Pairs that are listed as possible at most, of those that clash and of those that do not."""
_TOLD_ALIKE = 0.97
_NEVER = 0.001
"""The probabilities of two figures that are told alike, and of two of another kind."""
_DECIDED = 10.0
"""What a decision weighs among the reasons of a pair."""
_SURE = 0.9999
"""What the points of a pair are worth of which somebody has decided that it is one quantity."""
_LOOKED = 8
"""Members of a topic on either side that each member is compared with for its strongest link."""


Told = Mapping[tuple[str, str], Decision]
"""What was decided of pairs of claims, by their ids."""


def link(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
    by: Table | None = None,
    told: Told | None = None,
) -> Story:
    """Return the topics, rivals and possible pairs of a story's claims, and what any two of them are worth.

    `articles` maps each claim's document to its article. Ids and order follow the order of the claims given; which
    claims are put together does not depend on it. `by` is the table to compare by, the one that ships unless given. What was
    decided of pairs (`told`) overrules the table: they are certainly one quantity, or parted for good.
    """
    desk = compare(claims, articles, lexicon, by, told)
    enough, least = desk.table.points, desk.table.least
    groups = sorted((sorted(members, key=desk.place) for members in desk.groups()), key=lambda members: desk.place(members[0]))
    topic_of = {n.index: i for i, members in enumerate(groups) for n in members}
    topics: list[Topic] = []
    for members in groups:
        if len(members) > 1:
            topics.append(_topic(f"t{len(topics) + 1}", members, desk))
    best: dict[tuple[int, ...], Rival] = {}
    equal = desk.table.together["value"]["equal, an unusual number"]
    probable = enough(least["rival"])
    for rival in rivals(desk.candidates, topic_of, desk.rows, equal, probable, desk.look):  # one pair for two topics
        key = tuple(sorted((topic_of[rival.a.index], topic_of[rival.b.index])))
        if key not in best or rival.points > best[key].points:
            best[key] = rival
    found = sorted(best.values(), key=lambda r: (desk.place(r.a), desk.place(r.b)))
    days = [a.published.day for a in articles.values() if a.published]
    return Story(
        topics=distinct(topics, {claim.id: claim for claim in claims}, days),
        rivals=tuple(
            Pair(desk.ids(r.a, r.b), round(desk.table.probability(r.points), 2), desk.evidence(r.a, r.b), r.slot) for r in found
        ),
        possible=tuple(_near(topic_of, desk)),
        copies=copies(claims, articles),
        probability=desk.probability,
        evidence=desk.said,
        decided=desk.settled,
        parted=tuple(sorted(pair for pair, answer in (told or {}).items() if answer.same == "no")),
        levels=desk.levels,
        worth=desk.worth,
        told=least["told"],
        disputed=least["dispute"],
        asked=least["ask"],
    )


def compare(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
    by: Table | None = None,
    told: Told | None = None,
) -> Desk:
    """Compare what is worth comparing: every pair alone, then each beside its competitors."""
    look = vocabulary(lexicon)
    made = candidates(claims, articles, look)
    by_id = {claim: n for n in made for claim in n.all_ids}
    answers = _answers(told or {}, by_id)
    folds = fold(made, _parted_alike(answers, made))
    fold_of = {n.index: f.index for f in folds for n in f.candidates}
    desk = Desk(
        {claim.id: i for i, claim in enumerate(claims)},
        look,
        by or table(),
        made,
        {f.index: f for f in folds},
        by_id,
        fold_of,
        answers,
        decided((fold_of[x], fold_of[y], answer.same == "yes") for (x, y), answer in answers.items()),
    )
    desk.compare()
    return desk


Answers = Mapping[tuple[int, int], Decision]
"""What was decided of pairs of claims, by the indices of their candidates."""


def _answers(told: Told, by_id: Mapping[str, Candidate]) -> Answers:
    """Return the decisions on claims that are here."""
    return {(by_id[x].index, by_id[y].index): answer for (x, y), answer in told.items() if x in by_id and y in by_id}


def _parted_alike(answers: Answers, made: Sequence[Candidate]) -> frozenset[int]:
    """Return the claims that are parted from another of their own number, which would be folded with it."""
    return frozenset(
        index
        for ends, answer in answers.items()
        if answer.same == "no" and made[ends[0]].number == made[ends[1]].number
        for index in ends
    )


@dataclass(slots=True)
class Desk:
    """The claims of a story, and what was found of their pairs.

    A fold stands for its claims by its first; `compared` holds the points of pairs of folds, the smaller index first. A pair
    that blocking left apart is compared when somebody asks.
    """

    order: Mapping[str, int]
    look: Vocabulary
    table: Table
    candidates: Sequence[Candidate]
    folds: Mapping[int, Fold]
    by_id: Mapping[str, Candidate]
    fold_of: Mapping[int, int]
    answers: Answers
    decided: Decided
    alone: dict[tuple[int, int], Alone] = field(default_factory=dict)
    compared: dict[tuple[int, int], float] = field(default_factory=dict)
    barred: list[tuple[int, int]] = field(default_factory=list)
    sides: dict[tuple[int, int], dict[int, tuple[float, float]]] = field(default_factory=lambda: defaultdict(dict))
    having: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    likely: dict[tuple[int, int], float] = field(default_factory=dict)
    weighed: dict[tuple[str, str], float] = field(default_factory=dict)

    def compare(self) -> None:
        """Compare the pairs of folds worth comparing."""
        for candidate in self.candidates:
            self.having[candidate.number].add(candidate.paper.rank)
        for a, b in pairs(list(self.folds.values())):
            self._meet(a, b)
        for a, b in self._beside_one_draft():
            self._meet(a, b)
        self.barred += self.decided.parted()
        apart = set(self.barred)
        self.compared = {pair: self._points(*pair) for pair in self.alone if pair not in apart}
        self.compared |= dict.fromkeys(self.decided.joined(), self.table.points(_SURE))

    def _meet(self, a: Fold, b: Fold) -> None:
        """Compare two folds alone, and keep what each may meet in the articles of the other."""
        if self.decided.says(a.index, b.index) is None and barred(a, b, self.look):
            self.barred.append((a.index, b.index))
        found = alone(a.first, b.first, self.look, self.table)
        self.alone[a.index, b.index] = found
        self._note(a, b, found)
        self._note(b, a, found)

    def _beside_one_draft(self) -> Iterator[tuple[Fold, Fold]]:
        """Yield each two folds of sources that may both be what a draft's claim is."""
        likely: dict[int, list[int]] = defaultdict(list)
        least = self.table.points(self.table.least["ask"])
        for (a, b), found in self.alone.items():
            if found.together >= least:
                for one, other in ((a, b), (b, a)):
                    if self.folds[one].drafted and not self.folds[other].drafted:
                        likely[one].append(other)
        found_pairs = {pair for having in likely.values() for pair in combinations(sorted(having), 2)}
        return ((self.folds[a], self.folds[b]) for a, b in sorted(found_pairs))

    def _note(self, a: Fold, b: Fold, found: Alone) -> None:
        """Keep what `a` may meet in the articles of `b`: by number, the best."""
        number, new = b.first.number, (found.points, found.bare)
        for paper in b.papers:
            side = self.sides[a.index, paper]
            best = side.get(number)
            side[number] = new if best is None else (max(best[0], new[0]), max(best[1], new[1]))

    def _competing(self, a: Candidate, b: Candidate, found: Alone) -> tuple[tuple[int, int], tuple[competition.Side, ...], int]:
        sides = self.sides[self.fold_of[a.index], b.paper.rank], self.sides[self.fold_of[b.index], a.paper.rank]
        own = {a.paper.rank, b.paper.rank}
        thirds = sum([len(self.having[number] - own) for number in {a.number, b.number} if number >= 0])
        return (a.number, b.number), sides, thirds

    def _points(self, one: int, two: int) -> float:
        if (said := self.decided.says(one, two)) is not None:
            return self.table.points(_SURE if said else _NEVER)
        a, b = self.folds[one].first, self.folds[two].first
        found = self.alone[one, two]
        numbers, (mine, theirs), thirds = self._competing(a, b, found)
        return rivalry(found, numbers, (mine, theirs), thirds, self.table)

    def points(self, a: Candidate, b: Candidate) -> float:
        """Return the points for two claims being one quantity; two that are told alike are surely one."""
        one, two = self._folds(a, b)
        if one == two:
            return self.table.points(_TOLD_ALIKE)
        if (one, two) not in self.compared:
            first, second = self.folds[one].first, self.folds[two].first
            if first.dimension != second.dimension and self.decided.says(one, two) is None:
                return self.table.points(_NEVER)
            self.alone.setdefault((one, two), alone(first, second, self.look, self.table))
            self.compared[one, two] = self._points(one, two)
        return self.compared[one, two]

    def _folds(self, a: Candidate, b: Candidate) -> tuple[int, int]:
        """Return the folds of two claims, by their indices, the smaller first."""
        one, two = self.fold_of[a.index], self.fold_of[b.index]
        return (one, two) if one < two else (two, one)

    def clashing(self) -> Iterator[tuple[int, int]]:
        """Yield the compared pairs of folds that clash."""
        return ((a, b) for a, b in self.compared if clash(self.folds[a].first, self.folds[b].first))

    def groups(self) -> Iterator[list[Candidate]]:
        """Yield the claims that are one quantity, group by group."""
        enough, least = self.table.points, self.table.least
        joining = Enough(enough(least["join"]), enough(least["clash"]), enough(least["lead"]))
        decided = self.decided.joined()
        found = group(self.folds, self.compared, self.clashing(), self.barred, decided, joining, self.look)
        return ([n for f in members for n in self.folds[f].candidates] for members in found)

    def place(self, candidate: Candidate) -> int:
        """Return where the candidate's claim stands among all claims."""
        return self.order[candidate.claim.id]

    def probability(self, one: str, two: str) -> float:
        """Return the calibrated probability that two claims, by their ids, are one quantity."""
        a, b = self.by_id[one], self.by_id[two]
        if a is b:
            return 1.0
        ends = self._folds(a, b)
        if ends not in self.likely:
            self.likely[ends] = self.table.probability(self.points(a, b))
        return self.likely[ends]

    def worth(self, one: str, two: str) -> float:
        """Return how likely two claims, by their ids, are one quantity whose figures an editor would act on."""
        if (one, two) not in self.weighed:
            acted_on = self.table.acted_on(self.by_id[one], self.by_id[two])
            self.weighed[one, two] = 1.0 if self.settled(one, two) else self.probability(one, two) * acted_on
        return self.weighed[one, two]

    def rows(self, a: Candidate, b: Candidate) -> list[Row]:
        """Return every row that speaks of two claims."""
        one, two = self._folds(a, b)
        if (one, two) not in self.alone:
            return rows(a, b, self.look, self.table)
        found = self.alone[one, two]
        numbers, (mine, theirs), thirds = self._competing(self.folds[one].first, self.folds[two].first, found)
        said = competition.spoken(found.points, found.bare, numbers, (mine, theirs), thirds)
        return rows(a, b, self.look, self.table, said)

    def evidence(self, a: Candidate, b: Candidate) -> tuple[Evidence, ...]:
        """Return what speaks for and against two claims being one quantity, the heaviest first; before all a decision."""
        told = self.answers.get((a.index, b.index)) or self.answers.get((b.index, a.index))
        said = self.settled(a.claim.id, b.claim.id)
        if said is None:
            return evidence(self.rows(a, b), a, b)
        by = f", {told.by}" if told else ""
        return (Evidence("decision", f"{'one quantity' if said else 'two quantities'}{by}", _DECIDED if said else -_DECIDED),)

    def said(self, one: str, two: str) -> tuple[Evidence, ...]:
        """Return what speaks for and against two claims, by their ids."""
        return self.evidence(self.by_id[one], self.by_id[two])

    def settled(self, one: str, two: str) -> bool | None:
        """Tell whether somebody has decided that two claims, by their ids, are one quantity; None where nobody has."""
        return self.decided.says(*self._folds(self.by_id[one], self.by_id[two])) if self.answers else None

    def levels(self, one: str, two: str) -> frozenset[tuple[str, str]]:
        """Return the levels that two claims, by their ids, reach alone, each with its feature."""
        return frozenset((family, level) for family, level, _ in rows(self.by_id[one], self.by_id[two], self.look, self.table))

    def ids(self, a: Candidate, b: Candidate) -> tuple[str, str]:
        """Return the ids of two claims, the earlier first."""
        one, two = a.claim.id, b.claim.id
        return (one, two) if self.order[one] < self.order[two] else (two, one)

    def pair(self, a: Candidate, b: Candidate) -> Pair:
        """Return two claims with what speaks for and against their being one quantity."""
        return Pair(self.ids(a, b), round(self.table.probability(self.points(a, b)), 2), self.evidence(a, b))


def _topic(name: str, members: Sequence[Candidate], desk: Desk) -> Topic:
    """Return the topic of a group with the strongest link of each claim; its confidence is their mean."""
    ordered = sorted(members, key=lambda candidate: candidate.index)  # by their words, whatever the order of the articles
    near: list[list[tuple[float, Candidate]]] = [[] for _ in ordered]
    for i, a in enumerate(ordered):
        for j, b in enumerate(ordered[i + 1 : i + 1 + _LOOKED], i + 1):
            points = desk.points(a, b)
            near[i].append((points, b))
            near[j].append((points, a))
    links: dict[tuple[str, str], tuple[Candidate, Candidate]] = {}
    total = 0.0
    for a, around in zip(ordered, near, strict=True):
        points, best = max(around, key=lambda p: (p[0], -p[1].index))
        total += desk.table.probability(points)
        links.setdefault(desk.ids(a, best), (a, best))
    return Topic(
        id=name,
        label=label([n.claim for n in members]),
        unit=ordered[0].claim.quantity.unit,
        claims=tuple(sorted((i for n in members for i in n.all_ids), key=lambda i: desk.order[i])),
        confidence=round(total / len(members), 2),
        evidence=tuple(desk.pair(*pair) for pair in links.values()),
    )


def _near(topic_of: Mapping[int, int], desk: Desk) -> Iterator[Pair]:
    """Yield pairs of two articles that are likely enough to be asked about and stand on two topics.

    The likeliest stands for two topics; those that clash and those that do not are listed apart, each up to a length.
    """
    least = desk.table.points(desk.table.least["ask"])
    apart = [
        (points, desk.folds[a].first, desk.folds[b].first)
        for (a, b), points in desk.compared.items()
        if points >= least and topic_of[a] != topic_of[b]
    ]
    taken: set[tuple[int, int]] = set()
    listed = {True: 0, False: 0}
    for _, a, b in sorted(apart, key=lambda p: (-p[0], p[1].index, p[2].index)):  # by their words, as candidates are in order
        one, two = sorted((topic_of[a.index], topic_of[b.index]))
        if a.paper is b.paper or (one, two) in taken:
            continue
        taken.add((one, two))
        clashing = clash(a, b)
        if listed[clashing] < _LISTED:
            listed[clashing] += 1
            yield desk.pair(a, b)
