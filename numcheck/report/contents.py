"""What a report shows and in which order, the same for every layout: heads, tables, lists, sentences and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from numcheck.model.claim import Claim
from numcheck.model.decimals import times
from numcheck.model.finding import Finding
from numcheck.model.frozen import frozen
from numcheck.model.outlets import OutletCount
from numcheck.model.report import Noted, View
from numcheck.report.coverage import coverage, gaps, waived
from numcheck.report.disputes import ASKED, NOTED, TO_CHECK, Dispute, both_true, checks, disputes, headline, odds, parted
from numcheck.report.figures import Passage, around, figure, label_of, numeral
from numcheck.report.findings import on_the_run, spoken
from numcheck.report.ledger import Line, ledger, verdict
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import quoted, tidy
from numcheck.report.topics import agreements, differing, told_once, told_twice, unsure


@frozen
class Head:
    """What stands over all that follows; `level` is 1 for what a report or a text comes to, 2 for a part of it."""

    text: str
    level: int = 1


@frozen
class Label:
    """A cell that says what a row is about."""

    text: str


@frozen
class State:
    """A cell with the state of a draft's figure, and where the figure stands as briefly as the drafts allow."""

    text: str
    brief: str


@frozen
class Written:
    """A cell with a draft's figure between its words, and where it stands."""

    before: str
    figure: str
    behind: str
    place: str


@frozen
class Verdict:
    """A cell with what the rules say of a dispute, the worst first, the dispute in plain words, and what may make both true."""

    findings: tuple[Finding, ...]
    sentence: str
    both: str = ""


_AROUND = 3
"""So many words are shown on both sides of a draft's figure."""

_ASKED = 5
"""So many pairs to check are shown."""

_READ = 6
"""So many words are shown on both sides of a figure that is to be checked, and of what a source has."""

Cell = str | Label | State | Statement | Written | Verdict


@frozen
class Grid:
    """A table under its title."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@frozen
class Listing:
    """A title and the lines under it."""

    title: str
    items: tuple[str, ...]


@frozen
class Pairs:
    """Pairs to check under a title and what it means: of each what it is about and how likely it is one quantity, then both
    figures among their words and what may make both true.
    """

    title: str
    said: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@frozen
class Quotes:
    """A dispute with its findings and all its sentences, under its number."""

    number: int
    dispute: Dispute


@frozen
class Quote:
    """The sentence of a figure."""

    claim: Claim


@frozen
class Told:
    """A finding with the place and figure it speaks of, what a source has, the figures that are quoted, and its
    advice where it is new.
    """

    finding: Finding
    place: str
    figure: Claim | Passage | None
    source: str
    quoted: tuple[Claim, ...]
    help: str


@frozen
class Findings:
    """Findings, one below the other."""

    told: tuple[Told, ...]


@frozen
class End:
    """What ends every report: findings on the run, what was not checked or is waived, and the coverage."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    coverage: str


Block = Head | Grid | Listing | Pairs | Quotes | Quote | Findings | End | str


def blocks(lookup: Lookup, view: View) -> list[Block]:
    """Return the blocks of a report by its job, without those that would be empty."""
    return [*_PAGES[lookup.report.job](lookup, view), end(lookup)]


def end(lookup: Lookup) -> End:
    """Return what ends every report."""
    report = lookup.report
    return End(tuple(on_the_run(report)), (*gaps(lookup), *waived(report)), coverage(report))


def _compare(lookup: Lookup, view: View) -> Iterator[Block]:
    found = disputes(lookup)
    disputed, noted = parted(found)
    asked = checks(lookup)
    alike, differently = agreements(lookup)
    yield Head(headline(lookup, found))
    yield from _disputes(lookup, disputed, 1, view)
    yield from _to_check(lookup, asked, len(disputed) + 1, view)
    if noted:
        yield Head(NOTED, 2)
    yield from _disputes(lookup, noted, len(disputed) + len(asked) + 1, view)
    lists = [
        Listing("Agree", tuple(alike)),
        Listing("Put differently, and no rule speaks", tuple(differently)),
        Listing("Told by one article only", tuple(told_once(lookup)) if view.everything else ()),
        Listing("Possibly the same, not judged", tuple(unsure(lookup)) if view.everything else ()),
    ]
    yield from (listing for listing in lists if listing.items)
    if view.outlets:
        yield outlets(lookup)
    if view.matrix and told_twice(lookup.report):
        yield _matrix(lookup)


def _disputes(lookup: Lookup, found: Sequence[Dispute], first: int, view: View) -> Iterator[Block]:
    """Yield the table of some disputes and, where they are asked for, their sentences, numbered from `first`."""
    if not found:
        return
    yield from filter(lambda grid: grid.rows, _grids(lookup, found))
    if view.quotes:
        yield from (Quotes(at, dispute) for at, dispute in enumerate(found, first))


def _grids(lookup: Lookup, found: Sequence[Dispute]) -> Iterator[Grid]:
    """Yield the tables of what two outlets tell of a quantity, of numerals that are no figures, and of single articles."""
    between = [dispute for dispute in found if len(dispute.sides) == 2]
    rows = tuple((*_sides(dispute), Verdict(dispute.findings, dispute.sentence, both_true(dispute))) for dispute in between)
    yield Grid(("what is measured", *_heads(lookup, between), "apart", "verdict"), rows)
    facing = tuple(_facing(lookup, dispute) for dispute in found if dispute.facing)
    yield Grid(("numeral", "one says", "another says", "verdict"), facing)
    yield Grid(("one article", "figure", "verdict"), tuple(_alone(lookup, dispute) for dispute in found if dispute.within))


def _to_check(lookup: Lookup, asked: Sequence[Dispute], first: int, view: View) -> Iterator[Block]:
    """Yield the pairs to check, and their sentences, numbered from `first`."""
    if not asked:
        return
    shown = asked if view.everything else asked[:_ASKED]
    more = len(asked) - len(shown) + (0 if view.everything else differing(lookup))
    said = f"{ASKED} Less likely: {more} more (see --all)." if more else ASKED
    yield Pairs(TO_CHECK, said, tuple(map(_pair, shown)))
    if view.quotes:
        yield from (Quotes(at, dispute) for at, dispute in enumerate(shown, first))


def _pair(dispute: Dispute) -> tuple[str, tuple[str, ...]]:
    # A label in the article's own words stands under it again, in the quote.
    named = " and ".join(quoted(side.words) for side in dispute.sides) if dispute.label.startswith("…") else dispute.label
    head = ", ".join(filter(None, (named, dispute.apart)))
    likely = f"{head} (same thing? {odds(dispute.check)})" if dispute.check else head
    return likely, (*map(_in_words, dispute.sides), both_true(dispute))


def _in_words(side: Statement) -> str:
    """Return a side with those who put it so, the figure among its words."""
    before, figure, behind = around(side.claim, _READ)
    return f"{', '.join(side.outlets)}: “{before}«{figure}»{behind}”"


def _heads(lookup: Lookup, found: Sequence[Dispute]) -> tuple[str, str]:
    """Return what stands over the two sides: what is true of them in every row."""
    reference = lookup.report.settings.get("reference")
    if reference and all(reference in (d.sides[0].claim.document, d.sides[0].claim.outlet) for d in found):
        return "reference", "another says"
    return ("lowest", "highest") if all(dispute.extreme for dispute in found) else ("one says", "another says")


def _sides(dispute: Dispute) -> tuple[Cell, ...]:
    return Label(dispute.label), *dispute.sides, dispute.apart


def _alone(lookup: Lookup, dispute: Dispute) -> tuple[Cell, ...]:
    """Return the row of a fault within one article: where, the figure, and what is wrong."""
    claims, at = lookup.told(dispute.findings[0].claims[:2]), dispute.findings[0].at
    told = [(claim.document, claim.start) for claim in claims[:1]] or ([(at.document, at.start)] if at else [])
    place = "".join(f"{lookup.teller(path)}, {lookup.within(path, start)}" for path, start in told)
    words = "; ".join(dict.fromkeys(quoted(claim.text) for claim in claims))
    return Label(place), words, Verdict(dispute.findings, dispute.sentence)


def _facing(lookup: Lookup, dispute: Dispute) -> tuple[Cell, ...]:
    """Return the row of two numerals that are no figures: what they are, what each outlet has and in which line."""
    marks = {(noted.document, noted.item.start): noted.item for noted in lookup.report.marks}
    told = [(place, marks[place.document, place.start]) for place in dispute.facing]
    sides = (
        f"{quoted(mark.text)} ({lookup.teller(place.document)}, {lookup.within(place.document, place.start)})"
        for place, mark in told
    )
    return Label(told[0][1].reason), *sides, Verdict(dispute.findings, dispute.sentence)


def outlets(lookup: Lookup) -> Grid:
    """Return a row an outlet: how much of it was compared, how often it has more or less than the reference, and how far.

    What nobody else tells is no nought: it is said that it was not compared.
    """
    heads = ("outlet", "compared", "more", "less", "departs", "at most", "unsettled", "hedges lost")
    reference = lookup.report.settings.get("reference")
    named = next((lookup.teller(d.path) for d in lookup.report.documents if reference in (d.path, d.outlet)), "")
    return Grid(heads, tuple(map(_outlet, lookup.report.outlets())), f"Who moves away from {named or _MOST}")


_MOST = "what most outlets say, else from the first report"


def _outlet(told: OutletCount) -> tuple[str, ...]:
    compared = f"{told.shared} of {told.figures}"
    if told.departs is None:
        return tidy(told.outlet), compared, *[""] * 6
    low, high = (round(100 * end) for end in told.departs)
    return (
        tidy(told.outlet),
        compared,
        *map(str, (told.larger, told.smaller)),
        f"{low} to {high} %",
        "" if told.farthest is None else f"{times(told.farthest)}x",
        *map(str, (told.unsettled, told.hedges_dropped)),
    )


def _matrix(lookup: Lookup) -> Grid:
    """Return a row a topic that two articles tell and a column an outlet: all ways in which it puts the figure."""
    outlets = list(dict.fromkeys(document.outlet for document in lookup.report.documents))
    rows = []
    for topic in told_twice(lookup.report):
        told: dict[str, list[str]] = {}
        for claim in (lookup.claims[i] for i in topic.claims):
            told.setdefault(claim.outlet, []).append(tidy(claim.text))
        rows.append((tidy(topic.label), *("; ".join(dict.fromkeys(told.get(outlet, ["-"]))) for outlet in outlets)))
    return Grid(("what is measured", *map(tidy, outlets)), tuple(rows), "What each outlet says")


def _gate(lookup: Lookup, view: View) -> Iterator[Block]:
    """Yield what rules say, then the ledger: whole where it is asked for or nothing is said, else what no rule speaks of."""
    lines = ledger(lookup)
    told = tuple(_told(lookup, lines, view))
    yield Head(verdict(lookup.report))
    if told:
        yield Findings(told)
        if not view.everything:
            yield from _left(lookup, lines, view)
            return
    yield from _table(lookup, [line for line in lines if not (view.quiet and line.fine)])


def _left(lookup: Lookup, lines: Sequence[Line], view: View) -> Iterator[Block]:
    """Yield the rows that no rule speaks of, what is supported in short."""
    fine = [line for line in lines if line.fine]
    yield from _table(lookup, [line for line in lines if not (line.fine or line.findings)])
    if fine and not view.quiet:
        yield Listing("Supported, and no rule speaks (--all shows the whole ledger)", tuple(_in_short(lookup, fine)))


def _table(lookup: Lookup, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the ledger of some rows, unless there are none."""
    several = sum(document.role == "draft" for document in lookup.report.documents) > 1
    if lines:
        heads = ("state", "what is measured", "the draft writes", "best source", "how")
        yield Grid(heads, tuple(_row(lookup, line, several) for line in lines))


def _in_short(lookup: Lookup, lines: Sequence[Line]) -> Iterator[str]:
    """Yield the figures of some rows, all that stand in one line of a draft together."""
    for place, there in groupby(lines, lambda line: lookup.place(line.document, line.start)):
        yield f"{place} {', '.join(quoted(line.words) for line in there)}"


def _row(lookup: Lookup, line: Line, several: bool) -> tuple[Cell, ...]:
    place = lookup.place(line.document, line.start)
    what = label_of(line.subject) if isinstance(line.subject, Claim) else tidy(line.subject.item.reason)
    written = Written(*around(line.passage, _AROUND), place)
    brief = place if several else lookup.within(line.document, line.start)
    return State(line.state or "not checked", brief), what, written, line.source or "", line.how


def _told(lookup: Lookup, lines: Sequence[Line], view: View) -> Iterator[Told]:
    """Yield the findings in the order of the text, then those that no row shows; a rule's advice is told once."""
    advised: set[str] = set()
    rows = {finding: line for line in reversed(lines) for finding in line.findings}
    for finding in dict.fromkeys([*(f for line in lines for f in line.findings), *spoken(lookup.report)]):
        advice = "" if finding.help in advised else finding.help
        advised.add(finding.help)
        quotes = tuple(lookup.told(finding.claims)) if view.quotes else ()
        line = rows.get(finding)
        yield Told(finding, _place(lookup, finding, line), *_sentences(lookup, finding, line), quotes, advice)


def _sentences(lookup: Lookup, finding: Finding, line: Line | None) -> tuple[Claim | Passage | None, str]:
    """Return the draft's figure of a row, and the source's among its words: what the finding holds against it, or the best."""
    if line is None:
        return None, ""
    others = [claim for claim in lookup.told(finding.claims) if claim.document != line.document]
    source = lookup.statement(others[:1]) if others else line.source
    return line.passage, _in_words(source) if source else ""


def _place(lookup: Lookup, finding: Finding, line: Line | None) -> str:
    """Return where the words stand that a finding speaks of."""
    if line is not None:
        return lookup.spot(line.document, line.start)
    return lookup.spot(finding.at.document, finding.at.start) if finding.at else ""


def _extract(lookup: Lookup, view: View) -> Iterator[Block]:
    report = lookup.report
    for document in report.documents:
        claims = [claim for claim in report.claims if claim.document == document.path]
        yield Head(tidy(document.path))
        yield _figures(lookup, claims, view) if claims else "No figure was found."
        if view.quotes:
            yield from map(Quote, claims)
        yield from _numerals("Numerals that are no figures", lookup, report.marks, document.path)
        yield from _numerals("Not understood", lookup, report.unread, document.path)


def _figures(lookup: Lookup, claims: Sequence[Claim], view: View) -> Grid:
    trail = [[", ".join(claim.trail)] if view.trail else [] for claim in claims]
    rows = tuple((*figure(lookup, claim), *read) for claim, read in zip(claims, trail, strict=True))
    return Grid(("line", "figure", "reads as", "of", *(["read by"] if view.trail else [])), rows)


def _numerals(title: str, lookup: Lookup, noted: Sequence[Noted], path: str) -> Iterator[Grid]:
    rows = tuple(tuple(numeral(lookup, one)) for one in noted if one.document == path)
    if rows:
        yield Grid(("line", "numeral", "why", "value"), rows, title)


_PAGES = {"compare": _compare, "gate": _gate, "extract": _extract}
