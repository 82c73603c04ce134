"""The report as GitHub Markdown: for a pull request's comment, a step's summary or a wiki page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.report import Noted, Report, View
from numcheck.report.clashes import NOTED, Clash, clashes, headline, parted
from numcheck.report.ends import coverage, gaps, waived
from numcheck.report.figures import MARKED, figure, numeral, sentence
from numcheck.report.findings import on_the_run, spoken
from numcheck.report.index import Index, Statement
from numcheck.report.ledger import Line, ledger
from numcheck.report.signs import finished, quoted, tidy
from numcheck.report.tables import pipes
from numcheck.report.topics import agreements, told_once, unsure

NAME = "markdown"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&@])")


def render(report: Report, view: View) -> str:
    """Return the report as headings, tables and lists; the view says whether the sentences are shown."""
    index = Index(report)
    blocks = [*_PAGES[report.job](index, view), *_foot(index)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _compare(index: Index, view: View) -> list[str]:
    found = clashes(index)
    disputed, noted = parted(found)
    alike, differently = agreements(index)
    return [
        f"## {headline(index, found)}",
        *_clashes(index, disputed, view),
        f"### {NOTED}" if noted else "",
        *_clashes(index, noted, view),
        _listed("Agree", alike),
        _listed("Put differently, and no rule speaks", differently),
        _listed("Told by one article only", told_once(index)) if view.everything else "",
        _listed("Possibly the same, not judged", unsure(index, everything=view.everything)),
    ]


def _clashes(index: Index, clashes: Sequence[Clash], view: View) -> list[str]:
    """Return the table of some clashes and, where they are asked for, their sentences."""
    sides = ("Reference", "Another") if index.report.settings.get("reference") else ("Lowest", "Highest")
    rows = [[_plain(c.label), *_sides(c), c.apart, _verdict(c.findings)] for c in clashes]
    quotes = [block for clash in clashes for block in _quotes(index, clash)] if view.quotes else []
    return [pipes(("What is measured", *sides, "Apart", "Verdict"), rows), *quotes] if rows else []


def _sides(clash: Clash) -> list[str]:
    return [_statement(clash.sides[at]) if at < len(clash.sides) else "" for at in (0, 1)]


def _statement(statement: Statement | None) -> str:
    return f"{_plain(quoted(statement.words))}<br>{_plain(', '.join(statement.outlets))}" if statement else ""


def _verdict(findings: Sequence[Finding]) -> str:
    told = {finding.rule: finding for finding in reversed(findings)}
    return "<br>".join(f"**{f.severity}**{' (gross)' if f.gross else ''} `{f.rule}`" for f in reversed(told.values()))


def _quotes(index: Index, clash: Clash) -> list[str]:
    return [
        f"#### {_plain(clash.label)}",
        "\n".join(map(_finding, clash.findings)),
        *(_quote(index, claim) for claim in clash.claims),
    ]


def _quote(index: Index, claim: Claim) -> str:
    text = _plain(sentence(claim), keep=True).replace(MARKED[0], "**").replace(MARKED[1], "**")
    return f"> {text}\n>\n> {_plain(claim.outlet)}, {_plain(index.place(claim.document, claim.start))}"


def _gate(index: Index, view: View) -> list[str]:
    lines = ledger(index)
    return [
        "## Figures of the draft",
        pipes(("State", "The draft", "Best source", "How", "Rule"), [_row(index, line) for line in lines]) if lines else "",
        "\n".join(map(_finding, spoken(index.report))),
    ]


def _finding(finding: Finding) -> str:
    told = _plain(f"{finished(finding.message)} {finished(finding.help)}")
    return f"- **{finding.severity}** `{finding.rule}`: {told}"


def _row(index: Index, line: Line) -> list[str]:
    rules = "<br>".join(f"**{f.severity}** `{f.rule}`" for f in line.findings)
    place = index.place(line.document, line.start)
    written = f"{_plain(quoted(line.words))}<br>{_plain(place)}"
    return [line.state or "not checked", written, _statement(line.source), _plain(line.how), rules]


def _extract(index: Index, view: View) -> list[str]:
    report = index.report
    blocks = []
    for document in report.documents:
        claims = [c for c in report.claims if c.document == document.path]
        marks = [n for n in report.marks if n.document == document.path]
        unread = [n for n in report.unread if n.document == document.path]
        trail = ["Read by"] if view.trail else []
        rows = [[*map(_plain, figure(index, c)), *([_plain(", ".join(c.trail))] if view.trail else [])] for c in claims]
        blocks += [
            f"## {_plain(document.path)}",
            pipes(("Line", "Figure", "Reads as", "Of", *trail), rows) if rows else "No figure was found.",
            *_numerals("Numerals that are no figures", index, marks),
            *_numerals("Not understood", index, unread),
        ]
    return blocks


def _numerals(title: str, index: Index, noted: Sequence[Noted]) -> list[str]:
    rows = [[_plain(cell) for cell in numeral(index, n)] for n in noted]
    return [f"### {title}", pipes(("Line", "Numeral", "Why", "Value"), rows)] if rows else []


def _foot(index: Index) -> list[str]:
    told = [f"- {_plain(line)}" for line in (*gaps(index), *waived(index.report))]
    return ["\n".join([*map(_finding, on_the_run(index.report)), *told]), _plain(coverage(index.report))]


def _listed(title: str, items: Iterable[str]) -> str:
    lines = [f"- {_plain(item)}" for item in items]
    return "\n".join([f"### {title}", "", *lines]) if lines else ""


def _plain(text: str, keep: bool = False) -> str:
    """Return a text from outside so that Markdown shows it as it is; `keep` leaves the signs around a marked figure."""
    return _SPECIAL.sub(r"\\\1", text if keep else tidy(text))


_PAGES: dict[str, Callable[[Index, View], list[str]]] = {"compare": _compare, "gate": _gate, "extract": _extract}
