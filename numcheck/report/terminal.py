"""The report for a terminal or a log: the discrepancy table, the gate's ledger, the list of what was read."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from difflib import get_close_matches

from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import Finding
from numcheck.model.report import Noted, Report, View
from numcheck.model.story import Topic
from numcheck.report import contents, tables
from numcheck.report.disputes import Dispute
from numcheck.report.figures import MARKED, Passage, parts, reads_as, sentence
from numcheck.report.findings import spoken
from numcheck.report.ledger import Line, ledger, mark_why, support
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import finished, quoted, tidy
from numcheck.report.tables import Paint, Row, Span, table
from numcheck.report.topics import links, together

_NARROWEST = 20
"""Columns for words that stand behind an indent, however narrow the screen."""
_GUESSES, _LIKE = 3, 0.4
"""How many labels are offered for one that is not there, and how like they are."""
NAME = "table"

_STACKED = 70
"""Below this many columns the rows of a table are written under each other."""

_CODES = {
    "error": "1;31",
    "warning": "33",
    "note": "36",
    "contradicted": "1;31",
    "unsupported": "33",
    "supported": "32",
    "head": "1",
    "faint": "2",
}


def render(report: Report, view: View) -> str:
    """Return the report as lines that fit the view's width; coloured where the view says so."""
    lookup = Lookup(report)
    if view.why is not None and report.job == "gate":
        told = [*(_verdict_why(lookup, line, view) for line in ledger(lookup)), _end(contents.end(lookup), view)]
    elif view.why is not None:
        told = [_why(lookup, topic, view) for topic in _asked(report, view.why)]
    else:
        told = [_block(block, lookup, view) for block in contents.blocks(lookup, view)]
    return "\n\n".join(part for part in told if part) + "\n"


def _block(block: contents.Block, lookup: Lookup, view: View) -> str:
    match block:
        case contents.Head(text, _):
            return "\n".join(map(_paint("head", view), _fold(text, view, "", "  ")))
        case contents.Grid(heads, rows, title):
            under = [_under(row, view) for row in rows]
            body = _laid_out(heads, [[_cell(cell, view) for cell in row] for row in rows], under, view)
            return "\n".join(filter(None, [_paint("head", view)(title), body]))
        case contents.Listing(title, items):
            return "\n".join([_paint("head", view)(title), *_listed(items, view)])
        case contents.Pairs(title, said, pairs):
            top = [_paint("head", view)(title), *_fold(said, view, "", "")]
            return "\n".join([*top, *(line for pair in pairs for line in _asked_of(*pair, view))])
        case contents.Quotes(number, dispute):
            return _quotes(number, lookup, dispute, view)
        case contents.Quote(claim):
            return "\n".join(_quote(lookup, claim, view, "  "))
        case contents.Findings(told):
            return _findings(told, lookup, view)
        case contents.End():
            return _end(block, view)
        case str():
            return "\n".join(_fold(block, view, "", ""))


def _listed(items: Sequence[str], view: View) -> list[str]:
    return [line for item in items for line in _fold(item, view, "  ", "    ")]


def _asked_of(head: str, told: Sequence[str], view: View) -> list[str]:
    return [*_fold(head, view, "  ", "    "), *(line for one in told for line in _fold(one, view, "    ", "      "))]


def _cell(cell: contents.Cell, view: View) -> tables.Cell:
    match cell:
        case contents.Label(text):
            return Span(text, _paint("head", view))
        case contents.State(text, brief):
            return [Span(text, _paint(text, view)), Span(brief, _paint("faint", view))]
        case Statement():
            return [Span(quoted(cell.words)), Span(", ".join(cell.outlets), _paint("faint", view))]
        case contents.Written(before, figure, behind, _):
            return _among(before, figure, behind)
        case contents.Verdict(findings, _, _):
            worst = findings[0]
            return Span(f"{worst.severity}, gross" if worst.gross else worst.severity, _paint(worst.severity, view))
        case str():
            return cell


def _among(before: str, figure: str, behind: str) -> str:
    return f"“{before}«{figure}»{behind}”" if before or behind else quoted(figure)


def _under(row: Sequence[contents.Cell], view: View) -> list[str]:
    """Return what stands under a row: the dispute in plain words with the rules that say so."""
    if not isinstance(row[-1], contents.Verdict):
        return []
    rules = dict.fromkeys(finding.rule for finding in row[-1].findings)
    faint = map(_paint("faint", view), _fold(", ".join(rules), view, "  ", "  "))
    told = [finished(row[-1].sentence), row[-1].both]
    return [*(line for text in told for line in _fold(text, view, "  ", "  ")), *faint]


def _quotes(at: int, lookup: Lookup, dispute: Dispute, view: View) -> str:
    """Return all sentences of a dispute, each under its outlet and place, with the figure marked."""
    lines = [_paint("head", view)(line) for line in _fold(f"{at}. {dispute.label}", view, "", "   ")]
    for finding in dispute.findings:
        lines += _finding(finding, finding.help, view, "   ")
    for claim in dispute.claims:
        lines += ["", *_quote(lookup, claim, view, "   ")]
    return "\n".join(lines)


def _quote(lookup: Lookup, claim: Claim, view: View, indent: str) -> list[str]:
    head = _fold(f"{tidy(claim.outlet)}, {lookup.place(claim.document, claim.start)}", view, indent, indent)
    marks = ("\x1b[1m", "\x1b[0m") if view.color else ("«", "»")
    body = _fold(sentence(claim), view, f"{indent}  ", f"{indent}  ")
    for sign, mark in zip(MARKED, marks, strict=True):
        body = [line.replace(sign, mark) for line in body]
    return [*map(_paint("faint", view), head), *body]


def _findings(told: Sequence[contents.Told], lookup: Lookup, view: View) -> str:
    """Return findings as compilers do: the place and the message, the draft's own line, a caret under the figure, what the
    source has, advice.

    Of several findings on one figure the first shows the line, and each a source that the one before did not.
    """
    lines: list[str] = []
    shown = source = ""
    for one in told:
        finding = one.finding
        where = f"{one.place}: " if one.place else ""
        head = _fold(f"{where}{finding.severity}: {finished(finding.message)}", view, "", "  ")
        lines += [_paint(finding.severity, view)(line) for line in head]
        lines += map(_paint("faint", view), _fold(finding.rule, view, "  ", "  "))
        if one.figure is not None and one.place != shown:
            lines += _caret(one.figure, view)
        if (one.place, one.source) != (shown, source) and not view.quotes:
            lines += _fold(one.source, view, "    ", "      ")
        shown, source = one.place, one.source
        lines += _fold(f"help: {finished(one.help)}" if one.help else "", view, "  ", "  ")
        lines += [line for claim in one.quoted for line in _quote(lookup, claim, view, "    ")]
        lines.append("")
    return "\n".join(lines[:-1])


def _caret(claim: Claim | Passage, view: View) -> list[str]:
    """Return a claim's sentence in one line, as much of it as the width shows, and a caret under each sign of the figure."""
    before, figure, behind = parts(claim, max(view.width - 4, _NARROWEST) if view.width else 0)
    return [f"    {before}{figure}{behind}", f"    {' ' * len(before)}{_paint('head', view)('^' * len(figure))}"]


def _finding(finding: Finding, advice: str, view: View, indent: str) -> list[str]:
    """Return a finding with its message and its advice, one below the other."""
    head = f"{_paint(finding.severity, view)(finding.severity)} {finding.rule}"
    inner = f"{indent}  "
    lines = [tidy(finding.message), f"help: {tidy(advice)}" if advice else ""]
    return [f"{indent}{head}", *(folded for line in lines for folded in _fold(line, view, inner, inner))]


def _asked(report: Report, wanted: str) -> list[Topic]:
    """Return the topics of this id, or whose label holds all these words. Raises NumcheckError where there is none."""
    named = [topic for topic in report.topics if topic.id == wanted]
    found = named or [topic for topic in report.topics if _holds(topic.label, wanted)]
    if found:
        return found
    labels = [tidy(topic.label) for topic in report.topics]
    near = get_close_matches(wanted, labels, _GUESSES, _LIKE) or labels[:_GUESSES]
    hint = f"a topic's id, or words of its label: {'; '.join(near)}" if labels else "no two figures were put together"
    raise NumcheckError(f"no topic is called {wanted!r}", hint=hint)


def _holds(label: str, wanted: str) -> bool:
    """Tell whether a label holds all these words, of which there is one at least."""
    needles = wanted.casefold().split()
    return bool(needles) and all(needle in label.casefold() for needle in needles)


def _why(lookup: Lookup, topic: Topic, view: View) -> str:
    """Return a topic's figures with the rules that read them, and the evidence that put them together."""
    head = _paint("head", view)(f"{topic.id} {tidy(topic.label)}")
    lines = [head, *_fold(f"unit {topic.unit.replace('_', ' ')}, confidence {topic.confidence:.2f}", view, "  ", "  ")]
    for name in topic.claims:
        claim = lookup.claims[name]
        lines += ["", *_quote(lookup, claim, view, "  ")]
        trail = f"; read by {', '.join(claim.trail)}" if claim.trail else ""
        lines += _fold(f"{name}: {quoted(claim.text)} reads as {reads_as(claim)}{trail}", view, "    ", "      ")
    if topic.evidence:
        lines += ["", "  What put them together"]
    for link in topic.evidence:
        lines += _fold(together(lookup, link), view, "    ", "      ")
    for finding in spoken(lookup.report):
        if finding.topic == topic.id:
            lines += ["", *_finding(finding, finding.help, view, "  ")]
    return "\n".join(lines)


def _verdict_why(lookup: Lookup, line: Line, view: View) -> str:
    """Return a row of the ledger with what led to it: the sources considered, the arithmetic, the evidence of each link."""
    state, subject = line.state or "not checked", line.subject
    lines = [f"{_paint(state, view)(state)} {quoted(line.words)}, {lookup.place(line.document, line.start)}"]
    if isinstance(subject, Noted):
        lines += _fold(mark_why(lookup, subject), view, "  ", "  ")
    else:
        lines += [*_quote(lookup, subject, view, "  "), *_fold(f"reads as {reads_as(subject)}", view, "    ", "    ")]
        lines += _considered(lookup, subject, view)
    return "\n".join([*lines, *(told for finding in line.findings for told in _finding(finding, finding.help, view, "  "))])


def _considered(lookup: Lookup, claim: Claim, view: View) -> list[str]:
    """Return what was held against a draft's figure: the sources that its verdict names, then the links that align found."""
    lines: list[str] = []
    for one in support(lookup, claim):
        lines += _quote(lookup, lookup.claims[one.claim], view, "  ")
        lines += _fold(f"{one.claim}: {one.derivation or one.relation}", view, "    ", "    ")
    for title, pairs in links(lookup, claim):
        lines += [
            f"  {title}",
            *(told for pair in pairs for told in _fold(together(lookup, pair), view, "    ", "      ")),
        ]
    return lines or ["  no source speaks of the like"]


def _end(end: contents.End, view: View) -> str:
    """Return what ends every report: findings on the run, what was not checked, what is waived, and the coverage."""
    lines = [line for finding in end.findings for line in _finding(finding, finding.help, view, "")]
    return "\n".join([*lines, *(line for told in (*end.lines, end.coverage) for line in _fold(told, view, "", "  "))])


def _laid_out(heads: Sequence[str], rows: Sequence[Row], under: Sequence[list[str]], view: View) -> str:
    """Return a table, or where the width is too small for one, each row as lines under each other."""
    if not 0 < view.width < _STACKED:
        return table(heads, rows, view.width, under)
    lines: list[str] = []
    for row, below in zip(rows, under, strict=True):
        for head, cell in zip(heads, row, strict=True):
            spans = [Span(cell)] if isinstance(cell, str) else [cell] if isinstance(cell, Span) else cell
            told = ", ".join(span.text for span in spans if span.text)
            lines += _fold(f"{head}: {told}", view, "", "  ") if told else []
        lines += [*below, ""]
    return "\n".join(lines[:-1])


def _fold(text: str, view: View, first: str, then: str) -> list[str]:
    """Return a text in lines that fit the width, the first and the following ones indented."""
    if not text:
        return []
    if not view.width:
        return [f"{first}{text}"]
    width = max(view.width, len(then) + _NARROWEST)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)


def _paint(name: str, view: View) -> Paint:
    code = _CODES.get(name)
    if not view.color or code is None:
        return _plain
    return lambda text: f"\x1b[{code}m{text}\x1b[0m" if text else text


def _plain(text: str) -> str:
    return text
