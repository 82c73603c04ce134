"""The report as GitHub Markdown: for a pull request's comment, a step's summary or a wiki page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.report import Report, View
from numcheck.report import contents
from numcheck.report.figures import MARKED, sentence
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import finished, quoted, tidy
from numcheck.report.tables import pipes

NAME = "markdown"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&@])")


def render(report: Report, view: View) -> str:
    """Return the report as headings, tables and lists; the view says whether the sentences are shown."""
    lookup = Lookup(report)
    return "\n\n".join(part for block in contents.blocks(lookup, view) for part in _block(block, lookup) if part) + "\n"


def _block(block: contents.Block, lookup: Lookup) -> list[str]:
    """Return a block as parts with an empty line between them."""
    match block:
        case contents.Head(text, level):
            return [f"{'#' * (level + 1)} {_plain(text)}"]
        case contents.Grid(heads, rows, title):
            titles = [_plain(head[:1].upper() + head[1:]) for head in heads]
            return [f"### {title}" if title else "", pipes(titles, [list(map(_cell, row)) for row in rows])]
        case contents.Listing(title, items):
            return [f"### {title}", _bullets(items)]
        case contents.Pairs(title, said, pairs):
            return [f"### {title}", said, "\n".join(f"- {'<br>'.join(map(_plain, (head, *told)))}" for head, told in pairs)]
        case contents.Quotes(_, dispute):
            quotes = [_quote(lookup, claim) for claim in dispute.claims]
            return [f"#### {_plain(dispute.label)}", _told(dispute.findings), *quotes]
        case contents.Quote(claim):
            return [_quote(lookup, claim)]
        case contents.Findings(told):
            return ["\n".join(_finding(one.finding, one.help, one.place) for one in told)]
        case contents.End(findings, lines, coverage):
            return ["\n".join(filter(None, (_told(findings), _bullets(lines)))), _plain(coverage)]
        case str():
            return [block]


def _told(findings: Sequence[Finding]) -> str:
    return "\n".join(_finding(finding, finding.help) for finding in findings)


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {_plain(line)}" for line in lines)


def _cell(cell: contents.Cell) -> str:
    match cell:
        case Statement():
            return f"{_plain(quoted(cell.words))}<br>{_plain(', '.join(cell.outlets))}"
        case contents.Written(before, figure, behind, place):
            return f"“{_plain(before, keep=True)}**{_plain(figure)}**{_plain(behind, keep=True)}”<br>{_plain(place)}"
        case contents.Verdict(findings, sentence, both):
            rules = "<br>".join(dict.fromkeys(f"`{finding.rule}`" for finding in findings))
            gross = " (gross)" if findings[0].gross else ""
            return f"**{findings[0].severity}**{gross} {_plain(f'{finished(sentence)} {both}'.rstrip())}<br>{rules}"
        case contents.Label(text) | contents.State(text):
            return _plain(text)
        case str():
            return _plain(cell)


def _finding(finding: Finding, advice: str, place: str = "") -> str:
    told = _plain(f"{f'{place}: ' if place else ''}{finished(finding.message)} {finished(advice)}")
    return f"- **{finding.severity}** `{finding.rule}`: {told}"


def _quote(lookup: Lookup, claim: Claim) -> str:
    text = _plain(sentence(claim), keep=True).replace(MARKED[0], "**").replace(MARKED[1], "**")
    return f"> {text}\n>\n> {_plain(claim.outlet)}, {_plain(lookup.place(claim.document, claim.start))}"


def _plain(text: str, keep: bool = False) -> str:
    """Return a text from outside so that Markdown shows it as it is; `keep` leaves the signs around a marked figure."""
    return _SPECIAL.sub(r"\\\1", text if keep else tidy(text))
