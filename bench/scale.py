"""Measure how the time of a comparison grows with the story: 10, 20, 40, 80 and 160 generated articles of one event.

usage: python -m bench.scale [--plot FILE.svg] [--stages] [ARTICLES...]

Articles are made of templates, with a seed: each tells about thirty figures of one storm, some in common with all others, some
with a few, some alone. Prints figures, seconds of processor time (best of three) and the ratio to half as many articles;
`--stages` splits the time of the largest story.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numcheck
from numcheck.model.article import Article

SIZES = (10, 20, 40, 80, 160)
ROUNDS = 3
SEED = 11

TOWNS = (
    "Alphaton Betaburg Gammaville Deltaport Epsilon Zetastadt Etaford Thetaham Iotamouth Kappabridge Lambdale Muwick".split()
)
PEOPLE = "miners fishermen teachers pupils nurses drivers farmers clerks sailors soldiers pensioners students".split()
THINGS = "houses barns bridges boats lorries schools shops mills cars tents".split()

SHARED = (
    "The storm killed at least {a} people and injured {b} in {town}.",
    "Officials put the damage at ${c} million.",
    "Some {d} people were evacuated from the valley of {town}.",
    "Winds of {e} km/h tore the roofs from {f} houses.",
    "About {g} households were without power on {day}.",
    "The river rose by {h} metres and flooded {i} farms.",
)
OWN = (
    "In {town} {n} {people} spent the night in a school.",
    "The mayor of {town} said {n} {things} had been lost.",
    "{n} {people} from {town} are still missing, the council said.",
    "A fund for the {people} of {town} has raised ${n},000 so far.",
    "Crews cleared {n} trees in {m} hours near {town}.",
    "{n} percent of the {things} in {town} are damaged.",
    "The {town} ferry carried {n} passengers when it turned back.",
    "Police arrested {n} looters in {town} on {day}.",
    "A {n}-year-old man and {m} {people} were pulled from the rubble.",
    "The district of {town} has ordered {n} tonnes of sand for {m} kilometres of dyke.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def story(articles: int) -> list[Article]:
    """Return so many articles of one storm; the first of a longer story are those of a shorter one."""
    return [_article(number) for number in range(articles)]


def _article(number: int) -> Article:
    chance = random.Random(SEED * 1000 + number)
    late = chance.choice((1.0, 1.0, 1.1, 1.5))
    shared = {
        name: round(size * late)
        for name, size in {"a": 31, "b": 142, "c": 88, "d": 12500, "e": 130, "f": 960, "g": 48000, "h": 3, "i": 74}.items()
    }
    lines = [line.format(**shared, town=TOWNS[0], day=chance.choice(DAYS)) for line in chance.sample(SHARED, 5)]
    lines += [
        chance.choice(OWN).format(
            n=chance.randint(2, 900),
            m=chance.randint(2, 60),
            town=chance.choice(TOWNS),
            people=chance.choice(PEOPLE),
            things=chance.choice(THINGS),
            day=chance.choice(DAYS),
        )
        for _ in range(18)
    ]
    chance.shuffle(lines)
    text = "\n\n".join([SHARED[0].format(**shared, town=TOWNS[0]), *lines])
    return Article(f"outlet-{number:03}.txt", text, f"Outlet {number}")


def seconds(articles: Sequence[Article]) -> tuple[float, int]:
    """Return the processor seconds of the fastest of three comparisons, and how many figures were read."""
    took, figures = [], 0
    for _ in range(ROUNDS):
        start = time.process_time()
        figures = len(numcheck.compare(articles).claims)
        took.append(time.process_time() - start)
    return min(took), figures


def plot(points: Sequence[tuple[int, float]]) -> str:
    """Return an SVG of seconds by articles, with the line of twice the time for twice the articles."""
    most, slowest = points[-1][0], max(s for _, s in points)
    place = [(60 + 500 * n / most, 300 - 260 * s / slowest) for n, s in points]
    dots = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/><text x="{x:.0f}" y="{y - 10:.0f}">{s:.2f} s</text>'
        f'<text x="{x:.0f}" y="318">{n}</text>'
        for (x, y), (n, s) in zip(place, points, strict=True)
    )
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in place)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 350" font-family="sans-serif" font-size="12"'
        ' text-anchor="middle">'
        '<rect width="620" height="350" fill="white"/><path d="M60 40V300H580" fill="none" stroke="black"/>'
        f'<line x1="60" y1="300" x2="{place[-1][0]:.0f}" y2="{place[-1][1]:.0f}" stroke="grey" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="steelblue" stroke-width="2"/>{dots}'
        '<text x="320" y="340">articles of one story (dashed: twice the articles, twice the time)</text></svg>\n'
    )


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--stages", action="store_true")
    args = parser.parse_args()
    numcheck.compare(story(2))
    points: list[tuple[int, float]] = []
    for size in args.articles:
        took, figures = seconds(story(size))
        half = next((s for n, s in points if n * 2 == size), None)
        ratio = "" if half is None else f"  {took / half:.2f} times the half"
        print(f"{size:4} articles {figures:6,} figures {took:7.3f} s{ratio}")
        points.append((size, took))
    if args.plot:
        args.plot.write_text(plot(points), encoding="utf-8")
    if args.stages:
        profile = cProfile.Profile()
        profile.runcall(numcheck.compare, story(args.articles[-1]))
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
