"""Fit how likely two articles tell one story, by events whose articles are known.

usage: python -m bench.fit_stories FOLDER [--write]        a folder an event, all mixed

A logistic regression over the pairs that are alike at all: of the events as they are dated, and put into 90 and into 20 days,
for a stream is denser than what was gathered. Prints what each fold of the events finds with weights and threshold that were
fitted on the others, and what all of them find with those of all; --write keeps these.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

import numcheck
from bench.scan import pairs
from numcheck import load
from numcheck.language.tokens import words
from numcheck.scanning import reading
from numcheck.scanning.likelihood import Likelihood
from numcheck.scanning.stories import WINDOW, Known, cosines, moment_of, place

FILE = Path(numcheck.__file__).parent / "scanning" / "likelihood.json"
FOLDS = 5
DENSER = (90, 20)
"""Days into which the events are put, so that more of them meet."""
SEED = 3
JOINS = (0.4, 0.5, 0.6, 0.7)
"""Thresholds that are tried."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stream:
    """Articles by time, the event of each by its key, and the pairs of them that are alike at all.

    A row of `pairs` has their cosines, the days between them, 1 where one has no day, and the logarithm of how many articles
    they stand among; `same` tells which are of one event.
    """

    articles: Sequence[Known]
    event: Mapping[str, str]
    seen: Mapping[int, int]
    pairs: Numbers
    same: Numbers
    folds: NDArray[np.int64]


def main() -> None:
    """Fit, print, and write where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    read = list(_read(options.folder))
    streams = [_stream(read), *(_stream(_denser(read, days)) for days in DENSER)]
    found: list[list[tuple[str, str]]] = [[] for _ in streams]
    for fold in range(FOLDS):
        by = fitted(streams, lambda folds, fold=fold: folds != fold)
        for placed, stream in zip(found, streams, strict=True):
            placed += (put for put in _placed(stream, by) if _fold(put[0]) == fold)
    by = fitted(streams, lambda folds: folds >= 0)
    for days, placed, stream in zip(("as dated", *DENSER), found, streams, strict=True):
        print(json.dumps({"days": days, "out of fold": pairs(placed), "all": pairs(_placed(stream, by))}))
    print(json.dumps(asdict(by)))
    if options.write:
        FILE.write_text(json.dumps(asdict(by)) + "\n", encoding="utf-8")


def _read(folder: Path) -> Iterator[tuple[str, Known]]:
    """Yield the articles of each event, as a scan reads them."""
    for path in sorted(folder.glob("*/*")):
        for article in load.articles(path).articles:
            terms, opening = reading.terms(words(article.title or ""), words(article.readable()))
            day = article.published.isoformat() if article.published else None
            yield path.parent.name, Known("", article.path, day, list(terms), list(terms.values()), opening, ())


def _denser(read: Sequence[tuple[str, Known]], days: int) -> list[tuple[str, Known]]:
    """Return the articles with each event put somewhere in so many days; within it they stay as far apart as they are."""
    chance, moved = random.Random(SEED), dict[str, timedelta]()
    dated = [(event, known, moment) for event, known in read if (moment := moment_of(known.published)) is not None]
    first = min(moment for _, _, moment in dated)
    for event, _, moment in sorted(dated, key=lambda one: (one[0], one[2])):
        moved.setdefault(event, first + timedelta(days=days) * chance.random() - moment)
    told = {known.id: (moment + moved[event]).isoformat() for event, known, moment in dated}
    return [(event, replace(known, published=told.get(known.id))) for event, known in read]


def _stream(read: Sequence[tuple[str, Known]]) -> Stream:
    """Return the articles by time, with the pairs that are alike at all."""
    ordered = sorted(read, key=lambda one: (one[1].published or "", one[1].id))
    articles = [replace(known, key=f"{at:06}") for at, (_, known) in enumerate(ordered)]
    event = {known.key: event for known, (event, _) in zip(articles, ordered, strict=True)}
    counts = Counter(term for known in articles for term in known.terms)
    seen = {term: count for term, count in counts.items() if count > 1}
    among = _among(articles)
    rows: list[tuple[float, ...]] = []
    ends: list[tuple[str, str]] = []
    for one, other, alike, days in cosines(articles, seen, len(articles)):
        crowd = float(np.log(max(among[one.key], among[other.key])))
        rows.append((*astuple(alike), days or 0.0, float(days is None), crowd))
        ends.append((event[one.key], event[other.key]))
    same = np.array([float(x == y) for x, y in ends])
    return Stream(articles, event, seen, np.array(rows), same, np.array([_fold(x) for x, _ in ends]))


def _among(articles: Sequence[Known]) -> dict[str, int]:
    """Return for each article how many lie within its window, before and behind; without a day all do."""
    moments = [moment_of(known.published) for known in articles]
    days = np.array([moment.timestamp() for moment in moments if moment is not None])
    without, reach = len(articles) - len(days), WINDOW.total_seconds()
    return {
        known.key: len(articles) if moment is None else without + int((np.abs(days - moment.timestamp()) <= reach).sum())
        for known, moment in zip(articles, moments, strict=True)
    }


def fitted(streams: Sequence[Stream], kept: Callable[[NDArray[np.int64]], NDArray[np.bool_]]) -> Likelihood:
    """Return the weights, and the threshold, of the events of the `kept` folds."""
    rows = np.vstack([s.pairs[kept(s.folds)] for s in streams])
    same = np.concatenate([s.same[kept(s.folds)] for s in streams])
    *weights, bias = map(float, _logistic(rows[:, :-1], same, -rows[:, -1]))
    fewest = int(np.exp(min(s.pairs[:, -1].min() for s in streams)).round())
    by = Likelihood(*weights, bias, fewest, 0.5)

    def worth(join: float) -> float:
        trial = replace(by, join=join)
        return sum(_worth(pairs(p for p in _placed(s, trial) if kept(np.array([_fold(p[0])]))[0])) for s in streams)

    return replace(by, join=max(JOINS, key=worth))


def _logistic(rows: Numbers, same: Numbers, known: Numbers) -> Numbers:
    """Return the weights, the bias last, that make the labels likeliest beside what is `known` of each row."""
    full = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.append(np.zeros(rows.shape[1]), -known.mean())
    for _ in range(60):
        chance = 1 / (1 + np.exp(-(full @ weights + known)))
        step = np.linalg.solve(
            (full.T * (chance * (1 - chance))) @ full + 1e-6 * np.eye(len(weights)), full.T @ (same - chance)
        )
        weights = weights + step
    return weights


def _placed(stream: Stream, by: Likelihood) -> list[tuple[str, str]]:
    """Return the event and the story of each article."""
    told = place(stream.articles, stream.seen, len(stream.articles), by)
    return [(stream.event[one.key], one.story) for one in told]


def _fold(event: str) -> int:
    return crc32(event.encode()) % FOLDS


def _worth(found: Mapping[str, float]) -> float:
    """Return what a setting is worth: a pair wrongly put together costs twice a pair that is missed (F of beta one half)."""
    precision, recall = found["precision"], found["recall"]
    return 1.25 * precision * recall / max(0.25 * precision + recall, 1e-9)


if __name__ == "__main__":
    main()
