"""The first screen tells the truth: who says what beside whom, how far that is apart, and what was not checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
import samples

import numcheck
from numcheck.cli import main
from numcheck.load import from_text
from numcheck.model.finding import Check
from numcheck.model.report import Report, View
from numcheck.report import render
from numcheck.report.disputes import checks, disputes, headline
from numcheck.report.draft_text import paragraphs
from numcheck.report.ledger import ledger
from numcheck.report.lookup import Lookup
from numcheck.report.printable import unmarked
from numcheck.report.topics import differing, pair_line, unsure

ROOT = Path(__file__).parents[1]
STORIES = sorted(path for top in ("corpus", "tests/stories") for path in (ROOT / top).iterdir() if path.is_dir())


@lru_cache(maxsize=1)
def reports() -> tuple[Report, ...]:
    """Return the comparison of each story of ours."""
    return tuple(numcheck.compare(story) for story in STORIES)


def lookups() -> Iterator[Lookup]:
    """Yield each report, looked up."""
    yield from map(Lookup, reports())


def test_two_cells_are_two_statements() -> None:
    """Beside each other stand what one outlet says and what another says: no outlet twice, no two equal texts."""
    seen = 0
    for lookup in lookups():
        for dispute in disputes(lookup):
            if len(dispute.sides) < 2:
                continue
            one, other = dispute.sides
            assert set(one.outlets).isdisjoint(other.outlets)
            assert one.words.casefold() != other.words.casefold()
            assert all(lookup.outlet(side.claim) in side.outlets for side in dispute.sides)
            seen += 1
    assert seen > 10


def test_each_dispute_has_its_sentence() -> None:
    """Under each row stands the dispute in plain words, then the name of the rule."""
    for report in reports():
        text = " ".join(render(report, "table", View(0)).split())
        for dispute in disputes(Lookup(report)):
            assert dispute.sentence
            assert dispute.findings[0].rule in text


def test_no_pair_is_told_twice() -> None:
    """What rules speak of does not stand under "possibly the same" too."""
    for lookup in lookups():
        possible, told = lookup.report.possible, [set(finding.claims) for finding in lookup.report.findings]
        again = {pair_line(lookup, pair) for pair in possible if any(claims.issuperset(pair.claims) for claims in told)}
        assert again.isdisjoint(unsure(lookup))


def test_to_check_is_told_once() -> None:
    """What is to be checked stands in its own table alone, at most five, the likeliest and farthest apart first."""
    seen = 0
    for lookup in lookups():
        disputed = [{side.words for side in dispute.sides} | {dispute.label} for dispute in disputes(lookup)]
        asked = checks(lookup)
        assert not [told for told in asked if {side.words for side in told.sides} | {told.label} in disputed]
        possible = unsure(lookup)
        assert not [told for told in asked if any(all(str(side) in line for side in told.sides) for line in possible)]
        text = render(lookup.report, "table", View(0))
        assert (
            ("\nTo check\n" in text) == ("These would disagree if both figures speak of the same thing." in text) == bool(asked)
        )
        seen += len(asked)
    assert seen > 10


def test_more_to_check_is_counted() -> None:
    """Beyond five pairs to check are counted, and listed when all is asked for."""
    report = samples.compare_report()
    check = Check(("d1.1", "d3.3"), "inflation", 0.42)
    others = [replace(check, claims=("d1.1", name)) for name in ("d2.2", "d2.4", "d3.2", "d3.3", "d2.3", "d3.4")]
    report = replace(report, to_check=tuple(others))
    assert "Less likely: 1 more (see --all)." in render(report, "table", View(0))
    assert "more (--all" not in render(report, "table", View(0, everything=True))


TEN = "The storm sank 10 boats in Port Lorne on Monday, the harbour master said.\n"
MANY = "The storm sank dozens of boats in Port Lorne on Monday, the harbour master said.\n"
HUNDREDS = "The storm sank hundreds of boats in Port Lorne on Monday, the harbour master said.\n"


def compared(*texts: tuple[str, str]) -> str:
    """Return the screen of a comparison, its lines run together."""
    return " ".join(render(numcheck.compare(texts), "table", View(0)).split())


def test_words_of_size_are_apart_by_bounds() -> None:
    """A word of size is compared by its bounds, and no middle is made up for it."""
    text = compared(("Post", MANY), ("Wire", HUNDREDS))
    assert "2x to 42x" in text
    assert "Wire writes “hundreds” where Post writes “dozens”: at least twice, perhaps 42 times as many." in text
    assert "about" not in text


def test_the_others_are_called_so() -> None:
    """One outlet against all others is said in three words."""
    text = compared(("Post", TEN), ("Wire", TEN), ("Echo", TEN.replace("10", "14")))
    assert "Echo writes “14” where the others write “10”." in text


@pytest.mark.parametrize(
    ("days", "shown"),
    [((3, 5), ["Post (2031-03-03)", "Post (2031-03-05)"]), ((3, 3), ["Post (0.txt)", "Post (1.txt)"])],
)
def test_an_outlet_with_two_articles_is_told_apart(days: tuple[int, int], shown: list[str]) -> None:
    """Two articles of one outlet are called by their days, or by their files where these are the same."""
    texts = [f"Published: {day} March 2031\n\nThe storm sank {at} boats.\n" for at, day in enumerate(days, 10)]
    articles = [replace(from_text(f"{at}.txt", text), outlet="Post") for at, text in enumerate(texts)]
    lookup = Lookup(numcheck.compare(articles))
    assert [lookup.outlet(claim) for claim in lookup.report.claims] == shown


@pytest.mark.parametrize("report", reports(), ids=[story.name for story in STORIES])
def test_the_first_line_is_true(report: Report) -> None:
    """The first line counts what is disputed, what is possible, and what nobody compared."""
    lookup = Lookup(report)
    found = disputes(lookup)
    line = headline(lookup, found)
    disputed = [len(dispute.sides) for dispute in found if dispute.findings[0].severity != "note"]
    between, within = disputed.count(2), len(disputed) - disputed.count(2)
    assert line.startswith(f"{between} disagreement") or not between
    assert f"{within} fault" in line or not within
    assert disputed or line.startswith(("No disagreement", "Nothing"))
    if "No disagreement found" in line:
        assert not report.to_check
        assert not differing(lookup)
    asked = len(checks(lookup))
    assert (f"{asked} to check" in line) == bool(asked)
    alone = report.coverage().unverified
    assert f"{alone} figure" in line or not alone or line.startswith("Nothing")


def test_a_gate_counts_every_numeral() -> None:
    """The first line of a gate counts each figure and each other numeral of the draft by its state."""
    report = samples.gate_report()
    line = render(report, "table", View(0)).splitlines()[0]
    figures = sum(claim.role == "draft" for claim in report.claims)
    marks = sum(noted.role == "draft" for noted in report.marks)
    counted = [int(number) for number in re.findall(r"(\d+) (?:supported|contradicted|unsupported|not checked)", line)]
    assert line.startswith(f"{figures} figures: ")
    assert sum(counted) == figures + marks


def test_a_caret_stands_under_the_figure() -> None:
    """Each finding shows the draft's own sentence, and a caret under each sign of the figure, whatever the width."""
    for width in (60, 80, 100, 0):
        lines = render(samples.gate_report(), "table", View(width)).splitlines()
        carets = [(above, line) for above, line in pairwise(lines) if line.strip() and set(line) == {" ", "^"}]
        assert [above[line.index("^") : len(line)] for above, line in carets] == ["as little as six months", "14", "About 40 %"]
        assert not width or all(len(above) <= width for above, _ in carets)


def test_places_are_those_of_compilers() -> None:
    """A finding begins with file, line and column, and they come in the order of the text."""
    text = render(samples.gate_report(), "table", View(0))
    places = re.findall(r"^port/courier\.md:(\d+):(\d+): (?:error|warning): ", text, re.MULTILINE)
    assert len(places) == 3
    assert places == sorted(places, key=lambda place: (int(place[0]), int(place[1])))


def test_quiet_shows_problems_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`gate --quiet` leaves out what is supported and still counts it; else it is told in short, and with --all in full."""
    (tmp_path / "draft.txt").write_text("The storm sank 10 boats. It killed 7 people.\n", encoding="utf-8")
    (tmp_path / "wire.txt").write_text("The storm sank 10 boats. It killed 3 people.\n", encoding="utf-8")
    command = ["gate", str(tmp_path / "draft.txt"), "--sources", str(tmp_path / "wire.txt")]
    shown = {}
    for option in ("--quiet", "", "--all"):
        assert main([*command, *filter(None, [option])]) == 1
        shown[option] = capsys.readouterr().out
    assert all(text.startswith("2 figures: 1 supported, 1 ") for text in shown.values())
    told = ["“10”", "sank «10» boats"]
    assert {option: [words in text for words in told] for option, text in shown.items()} == {
        "--quiet": [False, False],
        "": [True, False],
        "--all": [True, True],
    }


def test_problems_come_first(tmp_path: Path) -> None:
    """What rules say stands above the ledger, each with the source's words; a clean draft shows the whole ledger."""
    texts = [("wire", "The storm sank 10 boats. It killed 3 people.")]
    clean, faulty = (numcheck.gate([("draft", f"The storm sank 10 boats. It killed {n} people.")], texts) for n in (3, 7))
    head, _, rest = render(faulty, "table", View(80)).partition("\n\n")
    assert head.startswith("2 figures: 1 supported, 1 ")
    assert rest.startswith("draft:1:36: error: ")
    assert "wire: “It killed «3» people”" in rest.partition("help:")[0]
    assert "best source" in render(clean, "table", View(80))


MARKDOWN = [
    ("## Storm sinks 12 boats", "Storm sinks 12 boats"),
    ("- item with 16 goats", "item with 16 goats"),
    ("> a quote of 15 men", "a quote of 15 men"),
    ("**\ue00047\ue001** people on the *Lady Margit*", "\ue00047\ue001 people on the Lady Margit"),
    (
        "see [the list of \ue00014\ue001 ships](https://a.example/x_y) and `code 5`",
        "see the list of \ue00014\ue001 ships and code 5",
    ),
    ("2 * 3 is 6, 4*5 is 20", "2 * 3 is 6, 4*5 is 20"),
    ("snake_case and _stress_, \ue00018\ue001_000", "snake_case and stress, \ue00018\ue001_000"),
    ("- 5 degrees at night", "5 degrees at night"),
    ("f**k that", "f**k that"),
]


@pytest.mark.parametrize(("written", "shown"), MARKDOWN)
def test_no_markdown_in_a_quote(written: str, shown: str) -> None:
    """What marks heads, lists, links, code and stress is not shown in a quote, and signs that are no marks are."""
    assert unmarked(written) == shown


def test_the_text_of_a_draft() -> None:
    """A draft's text comes in paragraphs, each figure a piece that knows its row and its card."""
    text = "# Flood\n\nIt *killed*\n12 people.\n- It wrecked 7 boats.\n"
    report = numcheck.gate([("Draft", text)], [("Wire", "The flood killed 12 people.")])
    rows = [(f"figure-{at}", line) for at, line in enumerate(ledger(Lookup(report)), 1)]
    cut = [[(piece.text, piece.card) for piece in pieces] for pieces in paragraphs(report.documents[0].text, rows)]
    assert cut == [
        [("Flood", "")],
        [("It killed ", ""), ("12", "figure-1"), (" people.", "")],
        [("It wrecked ", ""), ("7", "figure-2"), (" boats.", "")],
    ]


def test_a_pair_is_told_once() -> None:
    """What is to be checked does not stand again under what is put differently."""
    report = samples.compare_report()
    names = ("d1.2", "d2.2")
    asked = replace(report, findings=(), to_check=(replace(report.to_check[0], claims=names),))
    lines = render(asked, "table", View(0)).partition("Put differently")[2]
    assert "cranes lost" in render(replace(asked, to_check=()), "table", View(0)).partition("Put differently")[2]
    assert "cranes lost" not in lines
