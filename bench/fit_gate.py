"""Fit what says that a source's equal figure is the draft's: on drafts whose wrong figures are marked, out of fold by source.

usage: python -m bench.fit_gate FOLDER [--write DATE]     FOLDER holds drafts/*.jsonl

A logistic regression with fixed signs over the features of `numcheck.judge.gate.likelihood`, of each figure of a draft whose
number a source has. Prints for the whole, for the linker's probability alone, and for the linker's levels alone, how many of
the wrong figures are caught where one of ALARM right drafts is stopped by such a figure; then the weights. Of days and years it
tries from which likeness on, and how many times as like, the words are those of another that the source names. Two sets are
left out and read by nobody. --write puts weights and bars where the product reads them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import numcheck
from bench.fit import Numbers, logistic
from bench.labelled import FOLDS
from numcheck.claims import claims
from numcheck.judge.gate import likelihood
from numcheck.judge.gate.ledger import ask, lay_out_desk
from numcheck.judge.gate.marks import apart, is_date, sort, tell
from numcheck.judge.vocabulary import vocabulary
from numcheck.language import english
from numcheck.link import link
from numcheck.load import from_text
from numcheck.model.article import Article
from numcheck.model.report import Noted
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.reading.text_words import text_words

TABLE = Path(numcheck.__file__).parent / "judge" / "gate" / "likelihood.json"
UNREAD = frozenset({"cliff", "faithbench"})
"""The sets that nothing is fitted to."""
ALARM = 0.03
"""The share of right drafts that may be stopped by a figure whose number a source has."""
BESIDE_A_WRONG_ONE = 0.5
"""What a figure counts that stands in a wrong draft and is not marked as wrong: it may be wrong too."""
ALARM_OF_DATES = 0.03
"""The share of right drafts with a date that another's words may stop."""
ALIKE, CLEARER = [at / 20 for at in range(4, 21)], [2.0, 3.0]
"""The bars that are tried of dates."""
BY_THE_LINKER = ["one quantity, by the linker"]
BY_ITS_LEVELS = [
    *BY_THE_LINKER,
    "likelier than another",
    "of another kind",
    "of different nouns",
    "of contrary measures",
    "among other names",
    "nothing alike behind it",
    "bounded on one side alone",
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a draft whose number a source has: its features, whether it is right, and of which draft, set and fold."""

    features: Mapping[str, float]
    right: bool
    draft: str
    of_right_draft: bool
    set: str
    fold: int


@dataclass(frozen=True, slots=True)
class Date:
    """A draft's date that a source names: its sort, how like its words are the equal one's and another's, and whether right."""

    sort: str
    own: float
    other: float
    right: bool
    draft: str


def read_draft(row: Mapping[str, Any]) -> tuple[list[Figure], list[Date]]:
    """Return the figures of one draft whose number its source has, and its dates that the source names."""
    lexicon, articles = english(), [from_text(n, row[n], r) for n, r in (("source", "source"), ("draft", "draft"))]
    told = [_read(article, f"d{at}") for at, article in enumerate(articles)]
    known = [claim for own, _ in told for claim in own]
    marks = [noted for _, own in told for noted in own]
    by_path = {article.path: article for article in articles}
    texts = {article.path: text_words(article) for article in articles}
    desk = lay_out_desk(known, marks, link(known, by_path, lexicon), vocabulary(lexicon), texts)
    wrong, consistent = list(_places(row["draft"], row["span"] or "")), row["label"] == "consistent"
    fold = int(hashlib.sha256(str(row["id"]).partition("#")[0].encode()).hexdigest(), 16) % FOLDS

    def is_right(start: int, end: int) -> bool:
        return consistent or not any(first < end and start < last for first, last in wrong)

    asked = [(claim, ask(claim, desk)) for claim in known if claim.role == "draft"]
    figures = [
        Figure(
            likelihood.features(about, desk.story, desk.context),
            is_right(claim.start, claim.end),
            row["id"],
            consistent,
            row["set"],
            fold,
        )
        for claim, about in asked
        if about is not None
    ]
    told = tell(marks, [claim for claim in known if claim.role != "draft"], desk.context)
    dates = [(noted, apart(noted, told)) for noted in marks if noted.role == "draft" and is_date(noted)]
    return figures, [
        Date(sort(noted), own, other, is_right(noted.item.start, noted.item.end), row["id"])
        for noted, (own, other, meant) in dates
        if meant is not None and (consistent or not is_right(noted.item.start, noted.item.end))
    ]


def _read(article: Article, name: str) -> tuple[list[numcheck.Claim], list[Noted]]:
    lexicon = english()
    units = catalogue(lexicon)
    reading = read(article.readable(), lexicon, units)
    told = claims(article, name, reading, [normalise(mention, units) for mention in reading.mentions], lexicon)
    return list(told), [Noted(article.path, article.role, mark) for mark in reading.marks]


def _places(draft: str, span: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a span stand in the draft; its parts are apart."""
    for part in filter(None, map(str.strip, span.split(" … "))):
        found = re.search(r"\s*".join(map(re.escape, part.split())), draft, re.I)
        if found:
            yield found.span()


@dataclass(frozen=True, slots=True)
class Data:
    """The figures as a matrix, what they count, and their folds."""

    of: Sequence[Figure]
    rows: Numbers
    right: Numbers
    counts: Numbers
    folds: NDArray[np.int_]


def data(of: Sequence[Figure]) -> Data:
    """Return the matrix of some figures."""
    return Data(
        of,
        np.array([[figure.features[name] for name in likelihood.FEATURES] for figure in of]),
        np.array([figure.right for figure in of], float),
        np.array([BESIDE_A_WRONG_ONE if figure.right and not figure.of_right_draft else 1.0 for figure in of]),
        np.array([figure.fold for figure in of]),
    )


def fitted(of: Data, names: Sequence[str], which: NDArray[np.bool_]) -> Numbers:
    """Return the weights of the named features and the bias, fitted to some of the figures."""
    columns = [list(likelihood.FEATURES).index(name) for name in names]
    signs = [likelihood.FEATURES[name][0] for name in names]
    return logistic(of.rows[which][:, columns], of.right[which], of.counts[which], signs)


def out_of_fold(of: Data, names: Sequence[str]) -> Numbers:
    """Return how likely each figure is held, by the weights fitted without its fold."""
    columns = [list(likelihood.FEATURES).index(name) for name in names]
    chance = np.zeros(len(of.of))
    for fold in range(FOLDS):
        weights = fitted(of, names, of.folds != fold)
        own = of.folds == fold
        chance[own] = 1 / (1 + np.exp(-(of.rows[own][:, columns] @ weights[:-1] + weights[-1])))
    return chance


def bar(of: Data, chance: Numbers) -> float:
    """Return the highest probability below which figures of no more than ALARM of the right drafts lie."""
    lowest: dict[str, float] = {}
    for figure, own in zip(of.of, chance, strict=True):
        if figure.of_right_draft:
            lowest[figure.draft] = min(own, lowest.get(figure.draft, 1.0))
    return float(np.quantile(list(lowest.values()), ALARM))


def told(of: Data, names: Sequence[str], title: str) -> float:
    """Print how many wrong figures are caught out of fold, by set, and return the bar."""
    chance = out_of_fold(of, names)
    least = bar(of, chance)
    caught = {name: [0, 0, 0] for name in sorted({figure.set for figure in of.of})}
    for figure, own in zip(of.of, chance, strict=True):
        caught[figure.set][0] += not figure.right and own < least
        caught[figure.set][1] += not figure.right
        caught[figure.set][2] += figure.of_right_draft and own < least
    by_set = ", ".join(f"{name} {n} of {all_} ({wrongly})" for name, (n, all_, wrongly) in caught.items())
    print(f"{title}: caught {sum(n for n, *_ in caught.values())} of {int((1 - of.right).sum())} (wrongly) - {by_set}")
    return least


def date_bars(dates: Sequence[Date]) -> dict[str, tuple[float, float]]:
    """Print and return for days and years the bars that catch most within ALARM_OF_DATES, the highest of equals."""
    found = {}
    for name in ("day", "year"):
        own = [date for date in dates if date.sort == name]
        most = ALARM_OF_DATES * len({date.draft for date in own if date.right})
        tried = []
        for alike, clearer in product(ALIKE, CLEARER):
            stopped = [date.right for date in own if date.other >= alike and date.other >= date.own * clearer]
            if sum(stopped) <= most:
                tried.append((len(stopped) - sum(stopped), -sum(stopped), alike, clearer))
        caught, wrongly, alike, clearer = max(tried)
        print(f"{name}s: {caught} of {sum(not date.right for date in own)} caught ({-wrongly} wrongly), {alike}, {clearer}")
        found[name] = (alike, clearer)
    return found


def main() -> None:
    """Fit, print, and write where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", metavar="DATE", help="write the weights, and this day with them")
    args = parser.parse_args()
    files = [file for file in sorted((args.folder / "drafts").glob("*.jsonl")) if file.stem not in UNREAD]
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    drafts = [read_draft(row) for row in rows]
    of = data([figure for figures, _ in drafts for figure in figures])
    another = date_bars([date for _, dates in drafts for date in dates])
    names = list(likelihood.FEATURES)
    told(of, BY_THE_LINKER, "the linker's probability alone")
    told(of, BY_ITS_LEVELS, "the linker's levels alone")
    least = told(of, names, "all")
    weights = fitted(of, names, np.ones(len(of.of), bool))
    rounded = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=False)}
    for name, weight in rounded.items():
        print(f"{weight:7.2f}  {name}")
    if args.write:
        sets = [file.stem for file in files]
        table = {
            "fitted": args.write,
            "sets": sets,
            "weights": rounded,
            "bias": round(float(weights[-1]), 3),
            "least": round(least, 3),
            "another": another,
        }
        TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
