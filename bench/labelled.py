"""Labelled pairs of figures, as rows of the linker's features: from events whose pairs a reader judged, and from whole stories.

FOLDER/clashes holds pairs.jsonl and events/NAME/*.md; FOLDER/stories holds NAME/gold.json and NAME/articles/. What is held out
together has one name: a story that is also an event of clashes differs from it by an `n` in front. The stories of our own,
in corpus/ and tests/stories/, are read beside them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Literal

from numcheck.claims import claims
from numcheck.judge.waivers.decisions import read as read_decisions
from numcheck.language import english
from numcheck.link import Desk, compare, stakes
from numcheck.link.candidate import Candidate
from numcheck.link.features import LEVELS, SLOTS, WORDS, competition
from numcheck.link.values import BOUND, EQUAL, clash, level_of
from numcheck.load import load
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.settings import DECISIONS

OURS = [Path(__file__).parents[1] / "corpus", Path(__file__).parents[1] / "tests" / "stories"]
"""The annotated stories of our own, which are fitted on too."""

FOLDS = 5
Kind = Literal["clashes", "stories"]
COLUMNS = [(family, level) for family in LEVELS for level in LEVELS[family] if family != competition.NAME]
"""The levels that two claims reach alone, in order."""
_AT = {column: at for at, column in enumerate(COLUMNS)}
Sparse = list[tuple[int, float]]
STAKES = list(stakes.LEVELS)
"""What is at stake, in order."""
_ACTED = frozenset({"contradiction", "inflation", "update"})
"""What a reader calls two figures of one quantity on which an editor would act."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair of folds: whether it is one quantity, and whether its values clash or are the same with their bounds.

    `acted` tells whether an editor would act on it, and `stakes` has the levels of that.
    """

    one: int
    two: int
    same: bool
    clash: bool
    equal: bool
    acted: bool
    stakes: Sparse


@dataclass(frozen=True, slots=True)
class Told:
    """An event or a story, compared: the rows of its pairs of folds, and those that are labelled.

    `numbers`, `papers` and `having` are what the competition needs to know: the number and article of each fold, the articles
    of its claims, and those that have a number.
    """

    kind: Kind
    path: Path
    rows: Mapping[tuple[int, int], Sparse]
    labels: Sequence[Pair]
    numbers: Mapping[int, int]
    papers: Mapping[int, tuple[int, ...]]
    having: Mapping[int, frozenset[int]]

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.path.name

    @property
    def event(self) -> str:
        """What it is held out by."""
        return re.sub(r"^n(?=(?:as|ec)-)", "", self.name)

    @property
    def unread(self) -> bool:
        """Tell whether it belongs to the third that is left out of every fit and that nobody reads."""
        return is_unread(self.event, self.kind)

    @property
    def fold(self) -> int:
        """Which fold it is held out with."""
        return fold_of(self.event)

    @property
    def own(self) -> bool:
        """Tell whether it is a story of our own, written to hold disagreements."""
        return self.path.parent in OURS


def is_unread(event: str, kind: Kind) -> bool:
    """Tell whether an event belongs to the unread third, by the hash of its name."""
    return (kind == "clashes" or event.startswith(("as-", "ec-"))) and _hash(event) % 3 == 0


def fold_of(event: str) -> int:
    """Return the fold of an event."""
    return _hash(f"fold {event}") % FOLDS


def _hash(name: str) -> int:
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16)


def read_all(folder: Path, processes: int = 2) -> list[Told]:
    """Read all events and stories of the folder."""
    events = sorted(p.name for p in (folder / "clashes" / "events").iterdir())
    stories = sorted(p.parent.name for p in (folder / "stories").glob("*/gold.json"))
    own = [gold.parent for top in OURS for gold in sorted(top.glob("*/gold.json"))]
    jobs = [(folder, "stories", folder / "stories" / name) for name in stories] + [(folder, "stories", path) for path in own]
    jobs += [(folder, "clashes", folder / "clashes" / "events" / name) for name in events]
    with Pool(processes) as pool:
        return pool.starmap(_read, jobs, chunksize=4)


def _read(folder: Path, kind: Kind, path: Path) -> Told:
    made, articles = read_claims(files_of(path))
    desk = compare(made, articles, english())
    if kind == "clashes":
        labels = list(_judged(folder / "clashes" / "pairs.jsonl", path.name, made, desk))
    else:
        labels = list(_grouped(json.loads((path / "gold.json").read_text(encoding="utf-8")), made, desk))
    return _compared(kind, path, desk, labels)


def decided(story: Path) -> Told:
    """Return the pairs of a story's articles that its file of decisions says yes or no of."""
    made, articles = read_claims(files_of(story))
    desk = compare(made, articles, english())
    labels: dict[tuple[int, int], Pair] = {}
    for (x, y), answer in read_decisions(story / DECISIONS).applied(made).items():
        one, two = sorted(desk.fold_of[desk.by_id[side].index] for side in (x, y))
        a, b = desk.folds[one].first, desk.folds[two].first
        if one != two and a.dimension == b.dimension:
            labels[one, two] = _pair(a, b, same=answer.same == "yes", acted=False)
    return _compared("clashes", story, desk, list(labels.values()))


def _compared(kind: Kind, path: Path, desk: Desk, labels: Sequence[Pair]) -> Told:
    """Return what was compared at a desk, with the rows of the pairs that are labelled and of their competitors."""
    pairs = dict.fromkeys([*desk.alone, *((p.one, p.two) for p in labels)])
    wanted = {fold for p in labels for fold in (p.one, p.two)}
    return Told(
        kind,
        path,
        {pair: _row(desk, *pair) for pair in pairs if not wanted.isdisjoint(pair)},
        labels,
        {f.index: f.first.number for f in desk.folds.values()},
        {
            f.index: tuple(dict.fromkeys([f.first.paper.rank, *(n.paper.rank for n in f.candidates)]))
            for f in desk.folds.values()
        },
        {number: frozenset(papers) for number, papers in desk.having.items()},
    )


def files_of(path: Path) -> list[Path]:
    """Return the articles of an event or a story, in order."""
    told = path / "articles" if (path / "articles").is_dir() else path
    return sorted(file for file in told.iterdir() if file.suffix in (".md", ".txt"))


def read_claims(files: Iterable[Path]) -> tuple[list[Claim], dict[str, Article]]:
    """Return the claims of some articles, and these by path."""
    units, made, articles = catalogue(english()), [], {}
    for number, file in enumerate(files, 1):
        article = load(file, "article")
        articles[article.path] = article
        reading = read(article.readable(), english(), units)
        made += claims(article, f"d{number}", reading, [normalise(m, units) for m in reading.mentions], english())
    return made, articles


def _row(desk: Desk, one: int, two: int) -> Sparse:
    """Return the levels that two folds reach alone."""
    a, b = desk.folds[one].first, desk.folds[two].first
    return [
        (_AT[family, level], float(amount))
        for families in (SLOTS, WORDS)
        for family, spoken in families.items()
        for level, amount in spoken(a, b, desk.look)
        if amount
    ]


def _judged(file: Path, event: str, made: Sequence[Claim], desk: Desk) -> Iterator[Pair]:
    """Yield the pairs that a reader judged, once a pair of folds."""
    seen: set[tuple[int, int]] = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["event"] != event or row["same"] == "unsure":
            continue
        sides = [_nearest(row[side], made) for side in ("a", "b")]
        if None in sides:
            continue
        one, two = sorted(desk.fold_of[desk.by_id[side].index] for side in sides if side is not None)
        a, b = desk.folds[one].first, desk.folds[two].first
        if one != two and (one, two) not in seen and a.dimension == b.dimension:
            seen.add((one, two))
            acted = row["relation"] in _ACTED and row["matters"] != "no"
            yield _pair(a, b, same=row["same"] == "yes", acted=acted)


def _pair(a: Candidate, b: Candidate, *, same: bool, acted: bool) -> Pair:
    equal = level_of(a, b) in EQUAL - set(BOUND)
    levels = [(STAKES.index(level), amount) for level, amount in stakes.spoken(a, b)]
    return Pair(a.index, b.index, same, clash(a, b), equal, acted, levels)


def _nearest(side: Mapping[str, Any], made: Sequence[Claim]) -> str | None:
    found = [c for c in made if Path(c.document).name == side["doc"] and c.start < side["end"] and side["start"] < c.end]
    return min(found, key=lambda c: abs(c.start - side["start"]) + abs(c.end - side["end"])).id if found else None


def _grouped(gold: Mapping[str, Any], made: Sequence[Claim], desk: Desk) -> Iterator[Pair]:
    """Yield the compared pairs of two articles' annotated figures: one quantity where they are of one group."""
    told: dict[int, list[Mapping[str, Any]]] = {}
    for claim, annotated in matched(gold["claims"], made).items():
        told.setdefault(desk.fold_of[desk.by_id[claim].index], []).append(annotated)
    acted = {frozenset((row["a"], row["b"])) for row in gold["conflicts"] if row["kind"] in _ACTED}
    for one, two in combinations(sorted(told), 2):
        a, b = desk.folds[one].first, desk.folds[two].first
        if (one, two) in desk.alone and a.paper is not b.paper:
            parted = any(frozenset((x["id"], y["id"])) in acted for x, y in product(told[one], told[two]))
            yield _pair(a, b, same=told[one][0]["group"] == told[two][0]["group"], acted=parted)


def matched(gold: Sequence[Mapping[str, Any]], made: Sequence[Claim]) -> dict[str, Mapping[str, Any]]:
    """Pair claims with annotated ones by the characters they share, one to one: by a claim's id the annotated."""
    rows = sorted(
        (max(g["start"], c.start) - min(g["end"], c.end), g["id"], c.id)
        for g in gold
        for c in made
        if c.document.endswith(g["doc"]) and min(g["end"], c.end) > max(g["start"], c.start)
    )
    annotated = {g["id"]: g for g in gold}
    found: dict[str, Mapping[str, Any]] = {}
    for _, g, claim in rows:
        if claim not in found and g in annotated:
            found[claim] = annotated.pop(g)
    return found
