"""Fit the linker's table to labelled pairs and whole stories, cross-validated by event.

usage: python -m bench.fit FOLDER [--report] [--score] [--measured] [--write DATE]     FOLDER holds clashes/ and stories/
       python -m bench.fit --decisions DIR [--write DATE]     DIR holds stories, each with its file of decisions

A logistic regression with fixed signs and a quadratic penalty, twice: once by what two claims are alone, then with the
competition that those points make. --report prints the folds, AUC, AP and calibration error, the learning curve, the weights
with their spread over the folds, and what leaving out a family costs. --score runs the scorers of FOLDER, each event with the
table that was fitted without its fold. --measured counts so how often each rule is right, says which severity it earns, and
puts the counts where the product reads them; --write does so with the table. A third of the events is left out of every fit,
and scored apart.
"""

from __future__ import annotations

import argparse
import json
import runpy
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import numcheck
from bench import measured, thresholds
from bench.labelled import COLUMNS, FOLDS, STAKES, Kind, Sparse, Told, fold_of, is_unread, read_all
from numcheck.link import stakes
from numcheck.link.features import LEVELS, competition
from numcheck.link.score import Table, read_table

TABLE = Path(numcheck.__file__).parent / "link" / "table.json"
PENALTY = 0.002
"""Weight of the sum of the squared weights, each in units of its column's spread: with less, unseen pairs get no likelier."""
STORY = 0.3
"""What a pair of a whole story counts beside a pair that a reader judged."""
FLAT = 0.05
"""The least spread of a column: what is nearly always so is not blown up."""
CLOSE = 1e-9
"""A step that lowers the mean loss by less is none."""
TOLD = 0.77
"""How many of the unequal pairs that are told of are to be one quantity."""
DISPUTED = 0.67
"""How many of the pairs of which it is told that they disagree are to be such as an editor acts on."""
ASKED = 0.22
"""How many of the pairs to check are to be such as an editor acts on."""
RIVAL = 0.5
"""A rival is likelier than not one quantity but for its slot: too few are labelled to fit it."""
START = {"join": 0.3, "clash": 0.4, "lead": 0.2, "rival": RIVAL}
"""Thresholds to start from, where those of `bench.thresholds` are sought."""

Numbers = NDArray[np.float64]
RIVALRY = [(competition.NAME, level) for level in LEVELS[competition.NAME]]
_PLACE = {level: at for at, level in enumerate(LEVELS[competition.NAME])}
_VALUE = np.array([family == "value" for family, _ in COLUMNS])


@dataclass(frozen=True, slots=True)
class Model:
    """Weights and bias of both columns and of the stakes, and the calibration."""

    alone: Numbers
    together: Numbers
    stakes: Numbers
    calibration: tuple[float, float] = (1.0, 0.0)


@dataclass(slots=True)
class Data:
    """An event with its rows as matrices: all compared pairs, and which of them are labelled."""

    told: Told
    pairs: list[tuple[int, int]]
    rows: Numbers
    labelled: list[int]
    same: Numbers
    clash: NDArray[np.bool_]
    equal: NDArray[np.bool_]
    acted: Numbers
    stakes: Numbers


def data(told: Told) -> Data:
    """Return the matrices of an event."""
    pairs = list(told.rows)
    place = {pair: at for at, pair in enumerate(pairs)}
    return Data(
        told,
        pairs,
        _matrix([told.rows[pair] for pair in pairs], len(COLUMNS)),
        [place[p.one, p.two] for p in told.labels],
        np.array([p.same for p in told.labels], float),
        np.array([p.clash for p in told.labels], bool),
        np.array([p.equal for p in told.labels], bool),
        np.array([p.acted for p in told.labels], float),
        _matrix([p.stakes for p in told.labels], len(STAKES)),
    )


def _matrix(told: Sequence[Sparse], width: int) -> Numbers:
    rows = np.zeros((len(told), width))
    for at, levels in enumerate(told):
        for column, amount in levels:
            rows[at, column] += amount
    return rows


def rivalry(of: Data, weights: Numbers) -> Numbers:
    """Return the rows of the competition for the labelled pairs, by the points that `weights` make."""
    told = of.told
    points = of.rows @ weights[:-1] + weights[-1]
    bare = points - of.rows[:, _VALUE] @ weights[:-1][_VALUE]
    sides: dict[tuple[int, int], dict[int, tuple[float, float]]] = defaultdict(dict)
    for at, (one, two) in enumerate(of.pairs):
        for a, b in ((one, two), (two, one)):
            for paper in set(told.papers[b]):
                best = sides[a, paper].get(told.numbers[b], (-np.inf, -np.inf))
                sides[a, paper][told.numbers[b]] = (max(best[0], points[at]), max(best[1], bare[at]))
    rows = np.zeros((len(of.labelled), len(RIVALRY)))
    for row, at in enumerate(of.labelled):
        one, two = of.pairs[at]
        numbers, papers = (told.numbers[one], told.numbers[two]), (told.papers[one][0], told.papers[two][0])
        thirds = sum(len(told.having[n] - set(papers)) for n in set(numbers) if n >= 0)
        both = (sides[one, papers[1]], sides[two, papers[0]])
        for level, amount in competition.spoken(points[at], bare[at], numbers, both, thirds):
            rows[row, _PLACE[level]] += amount
    return rows


def logistic(
    rows: Numbers, same: Numbers, counts: Numbers, signs: Sequence[str], prior: Numbers | None = None, hold: float = 1.0
) -> Numbers:
    """Return the weights, the bias last, that make the labels likeliest: Newton's steps within the signs.

    The penalty, `hold` times as heavy, draws weights and bias to those of a `prior`; without one the weights to nought.
    """
    spread = np.maximum(rows.std(axis=0), FLAT)
    scaled = np.hstack([rows / spread, np.ones((len(rows), 1))])
    low = np.array([0.0 if s == "for" else -np.inf for s in signs] + [-np.inf])
    high = np.array([0.0 if s == "against" else np.inf for s in signs] + [np.inf])
    penalty = np.append(np.full(len(signs), PENALTY), 0.0 if prior is None else PENALTY) * hold
    drawn = np.zeros(len(signs) + 1) if prior is None else prior * np.append(spread, 1.0)
    counts = counts / counts.sum()

    def loss(w: Numbers) -> float:
        z = scaled @ w
        return float(counts @ (np.logaddexp(0, z) - same * z) + penalty @ (w - drawn) ** 2 / 2)

    weights = np.clip(drawn, low, high)
    for _ in range(60):
        chance = 1 / (1 + np.exp(-(scaled @ weights)))
        slope = scaled.T @ (counts * (chance - same)) + penalty * (weights - drawn)
        free = ~(((weights <= low) & (slope > 0)) | ((weights >= high) & (slope < 0)))
        curve = (scaled[:, free].T * (counts * chance * (1 - chance))) @ scaled[:, free] + np.diag(penalty[free] + 1e-9)
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve(curve, slope[free])
        before, size = loss(weights), 1.0
        while size > 1e-4 and loss(np.clip(weights - size * step, low, high)) > before - CLOSE:
            size /= 2
        if size <= 1e-4:
            break
        weights = np.clip(weights - size * step, low, high)
    return np.append(weights[:-1] / spread, weights[-1])


def fitted(events: Sequence[Data], without: str | None = None) -> Model:
    """Return the model of these events; `without` leaves a family out."""
    used = [e for e in events if e.labelled]
    same = np.concatenate([e.same for e in used])
    counts = np.concatenate([np.full(len(e.same), 1.0 if e.told.kind == "clashes" else STORY) for e in used])
    rows = np.vstack([e.rows[e.labelled] for e in used])
    rows[:, [family == without for family, _ in COLUMNS]] = 0.0
    alone = logistic(rows, same, counts, [LEVELS[f][level][0] for f, level in COLUMNS])
    competing = np.vstack([rivalry(e, alone) for e in used])
    if without == competition.NAME:
        competing[:] = 0.0
    signs = [LEVELS[f][level][0] for f, level in (*COLUMNS, *RIVALRY)]
    together = logistic(np.hstack([rows, competing]), same, counts, signs)
    one = np.concatenate([~e.equal & (e.same == 1) & (not e.told.own) for e in used])
    staked, acted = (np.concatenate([getattr(e, name) for e in used])[one] for name in ("stakes", "acted"))
    return Model(alone, together, logistic(staked, acted, counts[one], [sign for sign, _ in stakes.LEVELS.values()]))


def points(event: Data, model: Model) -> Numbers:
    """Return the points of the labelled pairs of an event."""
    if not event.labelled:
        return np.zeros(0)
    rows = np.hstack([event.rows[event.labelled], rivalry(event, model.alone)])
    result: Numbers = rows @ model.together[:-1] + model.together[-1]
    return result


def calibration(given: Numbers, same: Numbers, counts: Numbers) -> tuple[float, float]:
    """Return slope and shift that make probabilities of points, by Platt's regression."""
    weights = logistic(given[:, None], same, counts, ["either"])
    return float(weights[0]), float(weights[1])


def probability(given: Numbers, by: tuple[float, float]) -> Numbers:
    """Return calibrated probabilities."""
    result: Numbers = 1 / (1 + np.exp(-(by[0] * given + by[1])))
    return result


def worths(event: Data, model: Model, given: Numbers) -> Numbers:
    """Return how likely each labelled pair, of these points, is one quantity on which an editor would act."""
    return probability(given, model.calibration) * probability(event.stakes @ model.stakes[:-1] + model.stakes[-1], (1.0, 0.0))


@dataclass(frozen=True, slots=True)
class Crossed:
    """A model a fold, each fitted without its fold, and the points of every read event by the model that has not seen it."""

    models: Sequence[Model]
    points: Mapping[tuple[str, str], Numbers]

    def all(self, events: Iterable[Data], kind: str | None = None) -> tuple[Numbers, Numbers, NDArray[np.bool_], Numbers]:
        """Return points, labels, clashes and counts of the events of a kind, one after the other."""
        used = [e for e in events if kind is None or e.told.kind == kind]
        counts = [np.full(len(e.same), 1.0 if e.told.kind == "clashes" else STORY) for e in used]
        return (
            np.concatenate([self.points[e.told.kind, e.told.name] for e in used]),
            np.concatenate([e.same for e in used]),
            np.concatenate([e.clash for e in used]),
            np.concatenate(counts),
        )


def crossed(events: Sequence[Data], without: str | None = None) -> Crossed:
    """Fit once without each fold."""
    models = [fitted([e for e in events if e.told.fold != fold], without) for fold in range(FOLDS)]
    return Crossed(models, {(e.told.kind, e.told.name): points(e, models[e.told.fold]) for e in events})


def auc(given: Numbers, same: Numbers) -> float:
    """Return how often a pair of one quantity stands before one of two, ties counting half."""
    _, place, ties = np.unique(given, return_inverse=True, return_counts=True)
    rank = (np.cumsum(ties) - (ties - 1) / 2)[place]
    ones = same.sum()
    return float((rank[same == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(same) - ones)))


def average_precision(given: Numbers, same: Numbers) -> float:
    """Return the mean precision at each pair of one quantity, the likeliest first."""
    told = same[np.argsort(-given, kind="stable")]
    return float((np.cumsum(told) / np.arange(1, len(told) + 1) * told).sum() / told.sum())


def calibration_error(chance: Numbers, same: Numbers, bins: int = 10) -> float:
    """Return the mean distance of probability and share over bins of equally many pairs."""
    parts = np.array_split(np.argsort(chance, kind="stable"), bins)
    return float(sum(abs(chance[p].mean() - same[p].mean()) * len(p) for p in parts) / len(chance))


def threshold(chance: Numbers, same: Numbers, counts: Numbers, right: float) -> float:
    """Return the least probability from which on the share that is right holds."""
    order = np.argsort(-chance, kind="stable")
    shares = np.cumsum((same * counts)[order]) / np.cumsum(counts[order])
    good = np.nonzero(shares >= right)[0]
    return float(round(chance[order][good[-1]], 3)) if len(good) else 0.99


def scores(found: Crossed, events: Sequence[Data], by: tuple[float, float]) -> dict[str, dict[str, float]]:
    """Return what is measured out of fold, for both kinds of data and for clashes alone."""
    measured: dict[str, dict[str, float]] = {}
    for kind in ("clashes", "stories"):
        given, same, clash, _ = found.all(events, kind)
        for name, chosen in ((kind, np.ones(len(same), bool)), (f"{kind}, values that clash", clash)):
            measured[name] = {
                "pairs": int(chosen.sum()),
                "of one quantity": int(same[chosen].sum()),
                "AUC": round(auc(given[chosen], same[chosen]), 3),
                "AP": round(average_precision(given[chosen], same[chosen]), 3),
                "calibration error": round(calibration_error(probability(given[chosen], by), same[chosen]), 3),
            }
    return measured


def to_json(model: Model, least: Mapping[str, float], about: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table as its file tells it."""
    columns = {"alone": (COLUMNS, model.alone), "together": ([*COLUMNS, *RIVALRY], model.together)}
    told: dict[str, Any] = {"about": about, "bias": {c: round(float(w[-1]), 4) for c, (_, w) in columns.items()}}
    told["bias"]["stakes"] = round(float(model.stakes[-1]), 4)
    told["calibration"] = {"slope": round(model.calibration[0], 4), "shift": round(model.calibration[1], 4)}
    told["least"] = dict(least)
    for column, (names, weights) in columns.items():
        rows: dict[str, dict[str, float]] = {}
        for (family, level), weight in zip(names, weights[:-1], strict=True):
            if abs(weight) >= 0.0005:
                rows.setdefault(family, {})[level] = round(float(weight), 3)
        told[column] = rows
    told["stakes"] = {level: round(float(weight), 3) for level, weight in zip(STAKES, model.stakes[:-1], strict=True)}
    return told


def as_table(model: Model, least: Mapping[str, float]) -> Table:
    """Return the model as the product's table."""
    return read_table(to_json(model, least, {}), "a fold")


def fit(events: Sequence[Data]) -> tuple[Model, Crossed, dict[str, float]]:
    """Return the model of all events with its calibration, the folds, and the thresholds."""
    found = crossed(events)
    given, same, _, counts = found.all(events)
    by = calibration(given, same, counts)
    kept = Crossed([replace(m, calibration=by) for m in found.models], found.points)
    least = START | _told(events, kept)
    tables = [as_table(model, least) for model in kept.models]
    least |= thresholds.choose(
        {e.told.path: tables[e.told.fold] for e in events if e.told.kind == "stories" and not e.told.own}
    )
    return replace(fitted(events), calibration=by), kept, least


def _told(events: Sequence[Data], found: Crossed) -> dict[str, float]:
    """Return from which probability a pair is told of, and from which worth a disagreement is, or is to be checked."""
    judged = [e for e in events if e.told.kind == "clashes"]
    given, same, _, counts = found.all(judged)
    chance, unequal = probability(given, found.models[0].calibration), ~np.concatenate([e.equal for e in judged])
    written = [e for e in events if not e.told.own]
    _, _, apart, weight = found.all(written)
    worth = np.concatenate([worths(e, found.models[e.told.fold], found.points[e.told.kind, e.told.name]) for e in written])
    acted = np.concatenate([e.acted for e in written])
    told = threshold(chance[unequal], same[unequal], counts[unequal], TOLD)
    dispute = threshold(worth[apart], acted[apart], weight[apart], DISPUTED)
    asked = np.concatenate([worths(e, found.models[e.told.fold], found.points[e.told.kind, e.told.name]) for e in judged])
    left = unequal & ~((chance >= told) & (asked >= dispute))  # of which nobody is told
    return {
        "told": told,
        "dispute": dispute,
        "ask": threshold(asked[left], np.concatenate([e.acted for e in judged])[left], counts[left], ASKED),
    }


def report(events: Sequence[Data], unread: Sequence[Data], model: Model, found: Crossed, least: Mapping[str, float]) -> None:
    """Print all that is known of the fit."""
    by = model.calibration
    _print("out of fold", scores(found, events, by))
    _print("the unread third", scores(Crossed([], {(e.told.kind, e.told.name): points(e, model) for e in unread}), unread, by))
    print("\nthresholds: " + ", ".join(f"{name} {value}" for name, value in sorted(least.items())))
    print("\nlearning curve (out of fold: AUC, AP, AP of clashes)")
    for share in (0.25, 0.5, 0.75, 1.0):
        part = {
            fold: [e for at, e in enumerate(x for x in events if x.told.fold != fold) if (at * 7919) % 100 < 100 * share]
            for fold in range(FOLDS)
        }
        models = [fitted(part[fold]) for fold in range(FOLDS)]
        some = Crossed(models, {(e.told.kind, e.told.name): points(e, models[e.told.fold]) for e in events})
        print(f"{share:7.0%}  {_brief(some, events)}")
    print("\nwithout a family (out of fold: AUC, AP, AP of clashes)")
    print(f"{'all':24} {_brief(found, events)}")
    for family in LEVELS:
        print(f"{family:24} {_brief(crossed(events, family), events)}")
    print("\nweights of the second column (spread over the folds)")
    every = np.array([m.together for m in found.models])
    for at, (family, level) in enumerate((*COLUMNS, *RIVALRY)):
        print(f"{family:22} {level:48} {model.together[at]:+6.2f}  ({every[:, at].std():.2f})")
    print(f"{'bias':71} {model.together[-1]:+6.2f}  ({every[:, -1].std():.2f})")


def _print(name: str, measured: Mapping[str, Mapping[str, float]]) -> None:
    print(f"\n{name}")
    for kind, row in measured.items():
        print(f"{kind:28} " + "  ".join(f"{what} {value}" for what, value in row.items()))


def _brief(found: Crossed, events: Sequence[Data]) -> str:
    given, same, clash, _ = found.all(events, "clashes")
    return f"{auc(given, same):.3f} {average_precision(given, same):.3f} {average_precision(given[clash], same[clash]):.3f}"


Unseen = Callable[[str, Kind], Table]
"""The table that was not fitted to an event of a kind."""


def unseen_by(model: Model, found: Crossed, least: Mapping[str, float]) -> Unseen:
    """Return which table has not seen an event: of the unread third that which ships, of all others that of its fold."""
    whole, folds = as_table(model, least), [as_table(m, least) for m in found.models]
    return lambda event, kind: whole if is_unread(event, kind) else folds[fold_of(event)]


def score(folder: Path, unseen: Unseen) -> None:
    """Run the scorers of the folder, each event by the table that has not seen it."""
    spec = spec_from_file_location("score_stories", folder / "score_stories.py")
    assert spec is not None and spec.loader is not None
    stories = module_from_spec(spec)
    spec.loader.exec_module(stories)
    results: dict[str, list[Any]] = {"the seven old stories": [], "the new stories": [], "the new, unread": []}
    for path in sorted((folder / "stories").glob("*/gold.json")):
        name = path.parent.name
        event = name[1:] if name.startswith(("nas-", "nec-")) else name
        with thresholds.comparing_by(unseen(event, "stories")):
            told = numcheck.compare(path.parent / "articles").to_dict()
        result = stories.score(stories.load_gold(path), told)
        new = event.startswith(("as-", "ec-"))
        results["the new stories" if new else "the seven old stories"].append(result)
        if is_unread(event, "stories"):
            results["the new, unread"].append(result)
    for name, done in results.items():
        stories.show(name, stories.total(done))
    compare = numcheck.compare

    def by_event(files: Sequence[Path]) -> Any:
        with thresholds.comparing_by(unseen(files[0].parent.name, "clashes")):
            return compare(files)

    numcheck.compare = by_event  # type: ignore[assignment]
    kept = sys.argv
    try:
        for more in ([], ["--unread"]):
            sys.argv = ["score_clashes", str(folder / "clashes"), "--json", *more]
            runpy.run_path(str(folder / "score_clashes.py"), run_name="__main__")
    finally:
        sys.argv, numcheck.compare = kept, compare


def main() -> None:
    """Fit, and do what was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--decisions", type=Path, metavar="DIR", help="fit a house's own table, from its decisions")
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--measured", action="store_true")
    parser.add_argument("--write", metavar="DATE", help="write the table, fitted on this day")
    args = parser.parse_args()
    if args.decisions:
        from bench.house import fit_house

        fit_house(args.decisions, args.write)
        return
    if args.folder is None:
        parser.error("give FOLDER, or --decisions DIR")
    every = [data(told) for told in read_all(args.folder)]
    events, unread = [e for e in every if not e.told.unread], [e for e in every if e.told.unread]
    model, found, least = fit(events)
    out_of_fold = scores(found, events, model.calibration)
    _print("out of fold", out_of_fold)
    if args.write:
        about = {
            "fitted": args.write,
            "events": sum(e.told.kind == "clashes" for e in events),
            "stories": sum(e.told.kind == "stories" for e in events),
            "folds": FOLDS,
            "penalty": PENALTY,
            "out of fold": out_of_fold,
        }
        TABLE.write_text(json.dumps(to_json(model, least, about), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if args.report:
        report(events, unread, model, found, least)
    unseen = unseen_by(model, found, least)
    if args.score:
        score(args.folder, unseen)
    if args.measured:
        counts = measured.measured(args.folder / "clashes", lambda event: unseen(event, "clashes"))
        print("", *measured.earned(counts["rules"]), sep="\n")
        measured.FILE.write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
