"""A draft that a program wrote, against what it was written from: one outcome, a score, and a verdict for each figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from numcheck.adapters.texts import article, bounded
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import State
from numcheck.model.report import Report
from numcheck.pipeline import gate
from numcheck.report.ledger import ledger, verdict
from numcheck.report.lookup import Lookup
from numcheck.report.printable import quoted, tidy
from numcheck.settings import Settings

Outcome = Literal["pass", "fail", "not checked"]
Standing = State | Literal["not checked"]
STATES: tuple[Standing, ...] = ("supported", "contradicted", "unsupported", "not checked")


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure as a text has it: the outlet (or the name of the text), the figure's words, its sentence and its line."""

    outlet: str
    text: str
    sentence: str
    line: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure of a draft: its words and line, how it stands to the sources and why, and the rules that speak of it."""

    text: str
    line: str
    state: Standing
    how: str
    source: Quote | None = None
    rules: tuple[str, ...] = ()

    def __str__(self) -> str:
        beside = f": {self.source.outlet} has {quoted(self.source.text)}" if self.source else ""
        return f"{self.state}: {quoted(self.text)} (line {self.line}){beside}"


@dataclass(frozen=True, slots=True)
class Check:
    """What a draft comes to.

    `outcome` is "fail" where a figure is contradicted or unsupported or a rule found an error, "pass" where every figure is
    supported, and "not checked" where neither can be said: there is no figure, or one that was not checked. `score` is the
    share of the figures that are supported, None where there is none. `said` tells it in a line.
    """

    outcome: Outcome
    score: float | None
    said: str
    figures: tuple[Verdict, ...] = ()

    def counts(self) -> dict[str, int]:
        """Return how many figures are in each state."""
        return {state: sum(figure.state == state for figure in self.figures) for state in STATES}

    def passes(self, threshold: float = 1.0) -> bool:
        """Tell whether it is a pass, or where a lower `threshold` is given, whether the share of figures supported reaches it.

        What was not checked passes at no threshold.
        """
        return self.outcome == "pass" or (self.outcome == "fail" and threshold < 1 and (self.score or 0.0) >= threshold)

    def reasons(self) -> str:
        """Return what the draft comes to, with a line for each figure that is not supported."""
        bad = [figure for figure in self.figures if figure.state != "supported"]
        return "\n".join([self.said, *(f"- {figure}" for figure in bad)])


def check(draft: str, sources: Sequence[str | tuple[str, str]], settings: Settings | None = None) -> Check:
    """Return how the figures of a draft stand to its sources: texts, or (name, text) pairs.

    A text that cannot be read, and a draft without a source, is not checked, and the outcome says why.
    """
    try:
        return checked(held(draft, sources, settings))
    except NumcheckError as error:
        return Check("not checked", None, str(error))


def held(draft: str, sources: Sequence[str | tuple[str, str]], settings: Settings | None = None) -> Report:
    """Return the report of the gate on a draft and its sources; raise NumcheckError as the gate does."""
    if not sources:
        raise NumcheckError(
            "there is nothing to hold the draft against", hint="give at least one text that it was written from"
        )
    named = [(f"source {at}", text) if isinstance(text, str) else text for at, text in enumerate(sources, 1)]
    bounded([draft, *(text for _, text in named)])
    given = [article(name, text, settings, "source") for name, text in named]
    return gate(article("the draft", draft, settings, "draft"), given, settings)


def checked(report: Report) -> Check:
    """Return what the draft of a gate's report comes to."""
    figures = tuple(verdicts(report))
    states = [figure.state for figure in figures]
    grave = any(finding.severity == "error" and finding.suppressed is None for finding in report.findings)
    return Check(
        _outcome(states, grave=grave),
        states.count("supported") / len(states) if states else None,
        verdict(report),
        figures,
    )


def _outcome(states: Sequence[Standing], *, grave: bool) -> Outcome:
    if grave or "contradicted" in states or "unsupported" in states:
        return "fail"
    return "pass" if states and "not checked" not in states else "not checked"


def verdicts(report: Report) -> Iterable[Verdict]:
    """Yield the verdict on each figure of the draft, the worst first, and then what could not be understood in it."""
    lookup = Lookup(report)
    for row in ledger(lookup):
        source = row.source.claim if row.source else None
        rules = tuple(dict.fromkeys(finding.rule for finding in row.findings))
        quote = None if source is None else quote_of(lookup, source)
        yield Verdict(row.words, lookup.line(row.document, row.start), row.state or "not checked", row.how, quote, rules)
    for noted in report.unread:
        if noted.role == "draft":
            line = lookup.line(noted.document, noted.item.start)
            yield Verdict(tidy(noted.item.text), line, "not checked", f"not understood: {tidy(noted.item.reason)}")


def quote_of(lookup: Lookup, claim: Claim) -> Quote:
    """Return a figure with its sentence and its place."""
    words = tidy(claim.text), tidy(claim.sentence), lookup.line(claim.document, claim.start)
    return Quote(tidy(claim.outlet), *words)
