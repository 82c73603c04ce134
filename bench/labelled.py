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
from itertools import combinations
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Literal

from numcheck.claims import claims
from numcheck.judge.waivers.decisions import read as read_decisions
from numcheck.language import english
from numcheck.link import Desk, compare
from numcheck.link.features import LEVELS, SLOTS, WORDS, competition
from numcheck.link.node import Node
from numcheck.link.values import EQUAL, clash, level_of
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


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair of folds: whether it is one quantity, and whether its values clash or are the same with their bounds."""

    one: int
    two: int
    same: bool
    clash: bool
    equal: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An event or a story, compared: the rows of its pairs of folds, and those that are labelled.

    `numbers`, `papers` and `having` are what the competition needs to know: the number and article of each fold, the articles
    of its claims, and those that have a number.
    """

    kind: Kind
    name: str
    rows: Mapping[tuple[int, int], Sparse]
    labels: Sequence[Pair]
    numbers: Mapping[int, int]
    papers: Mapping[int, tuple[int, ...]]
    having: Mapping[int, frozenset[int]]

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
    name = path.name
    if kind == "clashes":
        made, articles = _claims(path.glob("*.md"))
        desk = compare(made, articles, english())
        labels = list(_judged(folder / "clashes" / "pairs.jsonl", name, made, desk))
    else:
        told = path / "articles" if (path / "articles").is_dir() else path
        made, articles = _claims(p for p in told.iterdir() if p.suffix in (".md", ".txt"))
        desk = compare(made, articles, english())
        labels = list(_grouped(json.loads((path / "gold.json").read_text(encoding="utf-8"))["claims"], made, desk))
    return _compared(kind, name, desk, labels)


def decided(story: Path) -> Told:
    """Return the pairs of a story's articles that its file of decisions says yes or no of."""
    made, articles = _claims(p for p in story.iterdir() if p.suffix in (".md", ".txt"))
    desk = compare(made, articles, english())
    labels: dict[tuple[int, int], Pair] = {}
    for (x, y), answer in read_decisions(story / DECISIONS).applied(made).items():
        one, two = sorted(desk.fold_of[desk.by_id[side].index] for side in (x, y))
        a, b = desk.folds[one].first, desk.folds[two].first
        if one != two and a.dimension == b.dimension:
            labels[one, two] = Pair(one, two, answer.same == "yes", clash(a, b), _equal(a, b))
    return _compared("clashes", story.name, desk, list(labels.values()))


def _compared(kind: Kind, name: str, desk: Desk, labels: Sequence[Pair]) -> Told:
    """Return what was compared at a desk, with the rows of the pairs that are labelled and of their competitors."""
    pairs = dict.fromkeys([*desk.alone, *((p.one, p.two) for p in labels)])
    wanted = {fold for p in labels for fold in (p.one, p.two)}
    return Told(
        kind,
        name,
        {pair: _row(desk, *pair) for pair in pairs if not wanted.isdisjoint(pair)},
        labels,
        {f.index: f.first.number for f in desk.folds.values()},
        {f.index: tuple(dict.fromkeys([f.first.paper.rank, *(n.paper.rank for n in f.nodes)])) for f in desk.folds.values()},
        {number: frozenset(papers) for number, papers in desk.having.items()},
    )


def _claims(files: Iterable[Path]) -> tuple[list[Claim], dict[str, Article]]:
    units, made, articles = catalogue(english()), [], {}
    for number, file in enumerate(sorted(files), 1):
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
            yield Pair(one, two, row["same"] == "yes", clash(a, b), _equal(a, b))


def _equal(a: Node, b: Node) -> bool:
    return level_of(a, b) in EQUAL - {"same number, another bound"}


def _nearest(side: Mapping[str, Any], made: Sequence[Claim]) -> str | None:
    found = [c for c in made if Path(c.document).name == side["doc"] and c.start < side["end"] and side["start"] < c.end]
    return min(found, key=lambda c: abs(c.start - side["start"]) + abs(c.end - side["end"])).id if found else None


def _grouped(gold: Sequence[Mapping[str, Any]], made: Sequence[Claim], desk: Desk) -> Iterator[Pair]:
    """Yield the compared pairs of two articles' annotated figures: one quantity where they are of one group."""
    quantity: dict[int, str] = {}
    for claim, group in matched(gold, made).items():
        quantity.setdefault(desk.fold_of[desk.by_id[claim].index], group)
    for one, two in combinations(sorted(quantity), 2):
        a, b = desk.folds[one].first, desk.folds[two].first
        if (one, two) in desk.alone and a.paper is not b.paper:
            yield Pair(one, two, quantity[one] == quantity[two], clash(a, b), _equal(a, b))


def matched(gold: Sequence[Mapping[str, Any]], made: Sequence[Claim]) -> dict[str, str]:
    """Pair claims with annotated ones by the characters they share, one to one: claim id to its group."""
    rows = sorted(
        (max(g["start"], c.start) - min(g["end"], c.end), g["id"], c.id, g["group"])
        for g in gold
        for c in made
        if c.document.endswith(g["doc"]) and min(g["end"], c.end) > max(g["start"], c.start)
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, g, claim, group in rows:
        if claim not in found and g not in taken:
            found[claim] = group
            taken.add(g)
    return found
