"""Reports built by hand on a small invented story, so that the outputs pinned from them change only when a report does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, pairwise

from numcheck.model.claim import Claim, Scope
from numcheck.model.finding import Check, Entry, Finding, Severity, Support
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Hedge, Mark, Unread
from numcheck.model.report import Document, Noted, Report, Skipped
from numcheck.model.story import Evidence, Pair, Topic

HARBOUR = (
    "Thousands of dockers are out of work since the port of Exampleville closed on 3 May.\n\n"
    "At least 12 cranes were lost. Repairs will cost 85 million euros, the port said, and take six months to a year.\n"
)
LEDGER = (
    "Hundreds of thousands of dockers have lost their jobs in Exampleville.\n"
    "The storm wrecked 12 cranes, and repairs will cost 85 million euros. A large number of ships is waiting.\n"
)
COURIER = (
    "The port could reopen in as little as six months, its director said, while 14 cranes lie in the water.\n"
    "Only a small number of ships is waiting. About 40 % of the quay stands.\n"
)


@dataclass(frozen=True)
class Figure:
    """A claim to be: its words in the text, its bounds, and what it is of."""

    text: str
    low: str | None
    high: str | None
    what: str
    hedge: Hedge = "exact"
    unit: str = "count"
    dimension: str = "count"


TEXTS = (
    ("harbour.md", "Harbour Post", HARBOUR),
    ("ledger.md", "The Ledger", LEDGER),
    ("courier.md", "Island Courier", COURIER),
)
FIGURES = (
    (
        Figure("Thousands", "2000", "99999", "dockers unemployed", "vague"),
        Figure("At least 12", "12", None, "cranes lost", "at_least"),
        Figure("85 million euros", "85000000", "85000000", "repairs cost", unit="EUR", dimension="currency"),
        Figure("six months to a year", "6", "12", "time to reopen the port", "range", "month", "duration"),
    ),
    (
        Figure("Hundreds of thousands", "200000", "999999", "dockers unemployed", "vague"),
        Figure("12", "12", "12", "cranes lost"),
        Figure("85 million euros", "85000000", "85000000", "repairs cost", unit="EUR", dimension="currency"),
        Figure("A large number", None, None, "ships waiting", "vague"),
    ),
    (
        Figure("as little as six months", "6", None, "time to reopen the port", "at_least", "month", "duration"),
        Figure("14", "14", "14", "cranes lost"),
        Figure("a small number", None, None, "ships waiting", "vague"),
        Figure("About 40 %", "40", "40", "quay standing", "about", "percent", "share"),
    ),
)


def documents(roles: Sequence[str] = ("article", "article", "article"), prefix: str = "port/") -> tuple[Document, ...]:
    """Return the documents of the three texts."""
    return tuple(
        Document(
            f"d{at}",
            prefix + path,
            outlet,
            role,  # type: ignore[arg-type]
            "2024-05-16",
            len(text),
            tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)),
            text=text if role == "draft" else "",
        )
        for at, ((path, outlet, text), role) in enumerate(zip(TEXTS, roles, strict=True), 1)
    )


def claims(papers: Sequence[Document]) -> tuple[Claim, ...]:
    """Return the claims of the three texts."""
    told = []
    for paper, (_, _, text), figures in zip(papers, TEXTS, FIGURES, strict=True):
        at = 0
        for number, figure in enumerate(figures, 1):
            at = text.index(figure.text, at)
            told.append(claim(paper, text, figure, number, at))
            at += len(figure.text)
    return tuple(told)


def claim(paper: Document, text: str, figure: Figure, number: int, start: int) -> Claim:
    first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, 0)
    if first == 1:
        first = 0
    end = start + len(figure.text)
    last = min(at for at in (text.find(". ", end), text.find(".\n", end), len(text)) if at >= 0) + 1
    low, high = (Decimal(x) if x is not None else None for x in (figure.low, figure.high))
    stated = Interval(low, high)
    size = (low * high).sqrt() if low and high else low or high
    return Claim(
        id=f"{paper.id}.{number}",
        document=paper.path,
        outlet=paper.outlet,
        role=paper.role,
        start=start,
        end=end,
        text=figure.text,
        quantity=Quantity(stated, figure.unit, figure.dimension, figure.hedge, None, None, None, stated, stated, stated, size),
        what=figure.what,
        scope=Scope(place="Exampleville"),
        sentence=text[first:last],
        sentence_start=first,
        trail=("vague/scale", "numerals/word") if figure.hedge == "vague" else ("numerals/digits",),
    )


def evidence(level: str = "same lemma") -> tuple[Evidence, ...]:
    """Return two reasons for a link."""
    return (Evidence("counted", level, 4.25), Evidence("measure", "same", 2.0), Evidence("place", "same", 0.5))


def topic(number: int, label: str, *told: str, unit: str = "count", confidence: float = 0.9) -> Topic:
    """Return a topic whose claims are linked in a chain."""
    links = tuple(Pair((a, b), confidence, evidence()) for a, b in pairwise(told))
    return Topic(f"t{number}", label, unit, told, confidence, links)


def finding(
    rule: str,
    kind: str,
    severity: Severity,
    about: str | None,
    told: Sequence[str],
    message: str,
    *,
    ratio: float | None = None,
    gross: bool = False,
) -> Finding:
    """Return a finding with a fingerprint made of its rule and claims."""
    return Finding(
        rule,
        kind,
        severity,
        0.9,
        gross,
        about,
        tuple(told),
        ratio,
        message,
        "Check which figure the original source gives.",
        f"{rule}:{told}",
    )


def compare_report() -> Report:
    """Return a comparison with clashes of every look, agreement, pairs possible and to check, a skipped file and a waiver."""
    papers = documents()
    topics = (
        topic(1, "dockers unemployed", "d1.1", "d2.1"),
        topic(2, "cranes lost", "d1.2", "d2.2", "d3.2"),
        topic(3, "repairs cost", "d1.3", "d2.3", unit="EUR"),
        topic(4, "time to reopen the port", "d1.4", "d3.1", unit="month"),
        topic(5, "ships waiting", "d2.4", "d3.3"),
    )
    findings = (
        finding(
            "inflation/order-of-magnitude",
            "inflation",
            "error",
            "t1",
            ("d1.1", "d2.1"),
            "The Ledger writes “Hundreds of thousands” where Harbour Post writes “Thousands”: about 32 times as many",
            ratio=31.6,
            gross=True,
        ),
        finding(
            "agreement/disjoint",
            "contradiction",
            "error",
            "t2",
            ("d2.2", "d3.2", "d1.2"),
            "Island Courier writes “14” where The Ledger writes “12”",
            ratio=1.17,
        ),
        finding("hedging/lost-floor", "hedge", "warning", "t2", ("d1.2", "d2.2"), "The Ledger drops “At least”"),
        finding("inflation/vague-size", "inflation", "warning", "t5", ("d3.3", "d2.4"), "“A large number”, “a small number”"),
        finding(
            "hedging/collapsed-range", "hedge", "warning", "t4", ("d3.1", "d1.4"), "Island Courier keeps one end of a range"
        ),
        replace(
            finding("hedging/coarse-rounding", "hedge", "note", "t3", ("d1.3", "d2.3"), "85 million, 85 million"),
            suppressed="the port gave both",
        ),
    )
    return Report(
        "compare",
        {"as_of": "2024-05-16", "reference": None, "rules": [], "lexicon": {}, "fail_on": None},
        papers,
        claims(papers),
        (Noted(papers[0].path, "article", Mark(79, 84, "3 May", "date", "2024-05-03")),),
        (Noted(papers[1].path, "article", Unread(10, 12, "xx", "mixed digits")),),
        topics,
        (Pair(("d1.2", "d3.4"), 0.7, evidence("generic"), "subset_of"),),
        (Pair(("d1.2", "d3.4"), 0.4, evidence("generic")),),
        findings,
        (),
        (Skipped("port/photo.jpg", ".jpg files are not read"),),
        "0.1.0",
        to_check=(Check(("d1.1", "d3.3"), "inflation", 0.42, evidence("generic"), "to check:1"),),
    )


def gate_report() -> Report:
    """Return a gate's report with a figure in each state, a checked mark, and a derivation."""
    papers = documents(("source", "source", "draft"))
    told = claims(papers)
    findings = (
        finding(
            "sourcing/contradicted",
            "contradiction",
            "error",
            "t1",
            ("d3.2", "d2.2"),
            "The draft writes “14” where The Ledger writes “12”",
            ratio=1.17,
        ),
        finding("sourcing/unsupported", "sourcing", "error", None, ("d3.4",), "No source holds “About 40 %”"),
        finding("hedging/collapsed-range", "hedge", "warning", "t2", ("d1.4", "d3.1"), "The draft keeps one end of a range"),
    )
    ledger = (
        Entry("contradicted", (Support("d2.2", "differs"),), "d3.2"),
        Entry("unsupported", (), "d3.4"),
        Entry("supported", (Support("d1.4", "one end"),), "d3.1"),
        Entry("supported", (Support("d2.4", "sum", "12 + 2 = 14"),), None, 0),
    )
    return Report(
        "gate",
        {"as_of": None, "reference": None, "rules": [], "lexicon": {}, "fail_on": None},
        papers,
        told,
        (Noted(papers[2].path, "draft", Mark(4, 8, "port", "date", "2024-05-03")),),
        (),
        (topic(1, "cranes lost", "d1.2", "d2.2", "d3.2"), topic(2, "time to reopen the port", "d1.4", "d3.1", unit="month")),
        findings=findings,
        ledger=ledger,
        version="0.1.0",
    )


def extract_report() -> Report:
    """Return a survey of the first text alone."""
    paper, *_ = documents()
    report = compare_report()
    return Report(
        "extract",
        documents=(paper,),
        claims=tuple(claim for claim in report.claims if claim.document == paper.path),
        marks=report.marks,
        version="0.1.0",
    )


def large_report(outlets: int = 10, topics: int = 60) -> Report:
    """Return a comparison in which all outlets tell every topic, each topic is in dispute, and names and labels are long."""
    sentence = (
        "The ministry for the coast and its islands told reporters on Tuesday that {} fishing boats of every size were lost "
        "between the northern lighthouse and the mouth of the river, and that the count was not over yet."
    )
    looks: tuple[tuple[str, Hedge, int | None, int | None], ...] = (
        ("{low}", "exact", 1, 1),
        ("about {low}", "about", 1, 1),
        ("more than {low}", "more_than", 1, None),
        ("up to {high}", "at_most", None, 3),
        ("{low} to {high}", "range", 1, 3),
        ("dozens", "vague", 2, 9),
    )
    papers = tuple(
        Document(
            f"d{at}",
            f"story/the-{at}-islands-and-harbours-evening-chronicle.md",
            f"The {at} Islands and Harbours Evening Chronicle",
            "article",
            "2024-05-16",
            topics * 300,
            tuple(range(0, topics * 300, 300)),
            f"Storm wrecks boats on {at} islands",
            f"https://chronicle-{at}.example/storm?page=1&part=2",
        )
        for at in range(1, outlets + 1)
    )
    told: list[Claim] = []
    for row in range(topics):
        for at, paper in enumerate(papers):
            form, hedge, low, high = looks[(row + at) % len(looks)]
            size = (row + 1) * 10 ** (row % 4) + at
            words = form.format(low=f"{size:,}", high=f"{size * 3:,}")
            figure = Figure(
                words, str(size * low) if low else None, str(size * high) if high else None, "fishing boats lost", hedge
            )
            one = claim(paper, sentence.format(words), figure, row + 1, sentence.index("{}"))
            told.append(replace(one, start=one.start + row * 300, end=one.end + row * 300, sentence_start=row * 300))
    told.sort(key=lambda one: (int(one.id[1:].split(".")[0]), one.start))
    groups = [tuple(f"d{at}.{row + 1}" for at in range(1, outlets + 1)) for row in range(topics)]
    found = tuple(
        topic(at, f"fishing boats lost off the northern coast, part {at}", *told) for at, told in enumerate(groups, 1)
    )
    findings = tuple(
        finding(
            "agreement/disjoint", "contradiction", "error", f"t{at}", told, f"The figures of part {at} are apart", ratio=3.0
        )
        for at, told in enumerate(groups, 1)
    )
    return Report("compare", {"as_of": "2024-05-16"}, papers, tuple(told), topics=found, findings=findings, version="0.1.0")
