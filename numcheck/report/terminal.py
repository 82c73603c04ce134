"""The report for a terminal or a log: the discrepancy table, the gate's ledger, the list of what was read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import Finding
from numcheck.model.report import Noted, Report, View
from numcheck.model.story import Topic
from numcheck.report.clashes import NOTED, Clash, clashes, headline, parted
from numcheck.report.distance import times
from numcheck.report.ends import coverage, gaps, waived
from numcheck.report.figures import MARKED, figure, numeral, reads_as, sentence
from numcheck.report.findings import on_the_run, spoken
from numcheck.report.index import Index, Statement
from numcheck.report.ledger import Line, ledger, mark_why, support
from numcheck.report.signs import quoted, tidy
from numcheck.report.tables import Cell, Paint, Span, table
from numcheck.report.topics import agreements, links, together, told_once, told_twice, unsure

NAME = "table"

_STACKED = 60
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
    index = Index(report)
    if view.why is not None and report.job == "gate":
        blocks = [*(_verdict_why(index, line, view) for line in ledger(index)), _foot(index, view)]
    elif view.why is not None:
        blocks = [_why(index, topic, view) for topic in _asked(report, view.why)]
    else:
        blocks = [*_PAGES[report.job](index, view), _foot(index, view)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _compare(index: Index, view: View) -> list[str]:
    found = clashes(index)
    disputed, noted = parted(found)
    alike, differently = agreements(index)
    return [
        "\n".join(map(_paint("head", view), _fold(headline(index, found), view, "", "  "))),
        *_clashes(index, disputed, 1, view),
        _paint("head", view)(NOTED) if noted else "",
        *_clashes(index, noted, len(disputed) + 1, view),
        _listed("Agree", alike, view),
        _listed("Put differently, and no rule speaks", differently, view),
        _listed("Told by one article only", told_once(index), view) if view.everything else "",
        _listed("Possibly the same, not judged", unsure(index, everything=view.everything), view),
        _outlets(index, view) if view.outlets else "",
        _matrix(index, view) if view.matrix else "",
    ]


def _outlets(index: Index, view: View) -> str:
    """Return a row an outlet: how often it has more or less than the reference, how far, and what it told first."""
    heads = ("outlet", "figures", "larger", "smaller", "at most", "hedges lost", "digits added", "first")
    rows = [
        (
            tidy(count.outlet),
            *map(str, (count.figures, count.larger, count.smaller)),
            "" if count.farthest is None else f"{times(count.farthest)}x",
            *map(str, (count.hedges_dropped, count.precision_added, count.first)),
        )
        for count in index.report.outlets()
    ]
    return "\n".join([_paint("head", view)("Who moves away from the reference"), _laid_out(heads, rows, view)])


def _matrix(index: Index, view: View) -> str:
    """Return a row a topic that two articles tell and a column an outlet: all ways in which it puts the figure."""
    outlets = list(dict.fromkeys(document.outlet for document in index.report.documents))
    rows = []
    for topic in told_twice(index.report):
        told: dict[str, list[str]] = {}
        for claim in (index.claims[i] for i in topic.claims):
            told.setdefault(claim.outlet, []).append(tidy(claim.text))
        rows.append((tidy(topic.label), *("; ".join(dict.fromkeys(told.get(outlet, ["-"]))) for outlet in outlets)))
    heads = ("what is measured", *map(tidy, outlets))
    return "\n".join([_paint("head", view)("What each outlet says"), _laid_out(heads, rows, view)]) if rows else ""


def _clashes(index: Index, clashes: Sequence[Clash], first: int, view: View) -> list[str]:
    """Return the table of some clashes and, where they are asked for, their sentences, numbered from `first`."""
    quotes = [_quotes(at, index, clash, view) for at, clash in enumerate(clashes, first)] if view.quotes else []
    return [_clash_table(index, clashes, view), *quotes] if clashes else []


def _clash_table(index: Index, clashes: Sequence[Clash], view: View) -> str:
    sides = ("reference", "another") if index.report.settings.get("reference") else ("lowest", "highest")
    heads = ("what is measured", *sides, "apart", "verdict")
    rows: list[list[Cell]] = []
    for clash in clashes:
        low, high = (_statement(clash.sides[at] if at < len(clash.sides) else None, view) for at in (0, 1))
        rows.append([[Span(clash.label, _paint("head", view))], low, high, clash.apart, _verdict(clash.findings, view)])
    return _laid_out(heads, rows, view)


def _statement(statement: Statement | None, view: View) -> Cell:
    if statement is None:
        return ""
    return [Span(quoted(statement.words)), Span(", ".join(statement.outlets), _paint("faint", view))]


def _verdict(findings: Sequence[Finding], view: View) -> Cell:
    worst, *others = findings
    grave = f"{worst.severity}, gross" if worst.gross else worst.severity
    also = [Span(f"also {rule}", _paint("faint", view)) for rule in dict.fromkeys(f.rule for f in others) if rule != worst.rule]
    return [Span(grave, _paint(worst.severity, view)), Span(worst.rule), *also]


def _quotes(at: int, index: Index, clash: Clash, view: View) -> str:
    """Return all sentences of a clash, each under its outlet and place, with the figure marked."""
    lines = [_paint("head", view)(line) for line in _fold(f"{at}. {clash.label}", view, "", "   ")]
    for finding in clash.findings:
        lines += _finding(finding, view, "   ")
    for claim in clash.claims:
        lines += ["", *_quote(index, claim, view, "   ")]
    return "\n".join(lines)


def _quote(index: Index, claim: Claim, view: View, indent: str) -> list[str]:
    head = _fold(f"{tidy(claim.outlet)}, {index.place(claim.document, claim.start)}", view, indent, indent)
    marks = ("\x1b[1m", "\x1b[0m") if view.color else ("«", "»")
    body = _fold(sentence(claim), view, f"{indent}  ", f"{indent}  ")
    for sign, mark in zip(MARKED, marks, strict=True):
        body = [line.replace(sign, mark) for line in body]
    return [*map(_paint("faint", view), head), *body]


def _finding(finding: Finding, view: View, indent: str) -> list[str]:
    """Return a finding with its message and its advice, one below the other."""
    head = f"{_paint(finding.severity, view)(finding.severity)} {finding.rule}"
    inner = f"{indent}  "
    lines = [tidy(finding.message), f"help: {tidy(finding.help)}" if finding.help else ""]
    return [f"{indent}{head}", *(folded for line in lines for folded in _fold(line, view, inner, inner))]


def _gate(index: Index, view: View) -> list[str]:
    lines = ledger(index)
    findings = spoken(index.report)
    return [
        _ledger(index, lines, view) if lines else "",
        "\n".join(line for finding in findings for line in _placed(index, finding, view)),
    ]


def _ledger(index: Index, lines: Sequence[Line], view: View) -> str:
    several = sum(document.role == "draft" for document in index.report.documents) > 1
    rows: list[list[Cell]] = []
    for line in lines:
        place = index.place(line.document, line.start) if several else index.within(line.document, line.start)
        state = line.state or "not checked"
        rules = [Span(f"{f.severity} {f.rule}", _paint(f.severity, view)) for f in line.findings]
        written: Cell = [Span(quoted(line.words)), Span(place, _paint("faint", view))]
        rows.append([Span(state, _paint(state, view)), written, _statement(line.source, view), line.how, rules or ""])
    return _laid_out(("state", "the draft", "best source", "how", "rule"), rows, view)


def _placed(index: Index, finding: Finding, view: View) -> list[str]:
    first = next((index.claims[name] for name in finding.claims if index.claims[name].role == "draft"), None)
    place = [index.place(first.document, first.start)] if first else []
    quotes = [index.claims[name] for name in finding.claims] if view.quotes else []
    return [*place, *_finding(finding, view, "  "), *(line for claim in quotes for line in _quote(index, claim, view, "    "))]


def _extract(index: Index, view: View) -> list[str]:
    blocks = []
    for document in index.report.documents:
        claims = [claim for claim in index.report.claims if claim.document == document.path]
        marks = [noted for noted in index.report.marks if noted.document == document.path]
        unread = [noted for noted in index.report.unread if noted.document == document.path]
        blocks += [
            _paint("head", view)(tidy(document.path)),
            _figures(index, claims, view),
            _numerals("Numerals that are no figures", index, marks, view),
            _numerals("Not understood", index, unread, view),
        ]
    return blocks


def _figures(index: Index, claims: Sequence[Claim], view: View) -> str:
    if not claims:
        return "No figure was found."
    heads = ["line", "figure", "reads as", "of"]
    rows = [figure(index, claim) for claim in claims]
    if view.trail:
        heads.append("read by")
        rows = [[*row, ", ".join(claim.trail)] for row, claim in zip(rows, claims, strict=True)]
    text = _laid_out(heads, rows, view)
    if not view.quotes:
        return text
    return "\n".join([text, *(line for claim in claims for line in ["", *_quote(index, claim, view, "  ")])])


def _numerals(title: str, index: Index, noted: Sequence[Noted], view: View) -> str:
    if not noted:
        return ""
    rows = [numeral(index, n) for n in noted]
    return "\n".join([_paint("head", view)(title), _laid_out(("line", "numeral", "why", "value"), rows, view)])


def _asked(report: Report, wanted: str) -> list[Topic]:
    """Return the topics of this id, or whose label holds all these words. Raises NumcheckError where there is none."""
    needles = wanted.casefold().split()
    found = [topic for topic in report.topics if topic.id == wanted] or [
        topic for topic in report.topics if needles and all(needle in topic.label.casefold() for needle in needles)
    ]
    if found:
        return found
    labels = [tidy(topic.label) for topic in report.topics]
    near = get_close_matches(wanted, labels, 3, 0.4) or labels[:3]
    hint = f"a topic's id, or words of its label: {'; '.join(near)}" if labels else "no two figures were put together"
    raise NumcheckError(f"no topic is called {wanted!r}", hint=hint)


def _why(index: Index, topic: Topic, view: View) -> str:
    """Return a topic's figures with the rules that read them, and the evidence that put them together."""
    sure = "" if topic.firm else ", too unsure to be judged"
    head = _paint("head", view)(f"{topic.id} {tidy(topic.label)}")
    lines = [head, *_fold(f"unit {topic.unit.replace('_', ' ')}, confidence {topic.confidence:.2f}{sure}", view, "  ", "  ")]
    for name in topic.claims:
        claim = index.claims[name]
        lines += ["", *_quote(index, claim, view, "  ")]
        trail = f"; read by {', '.join(claim.trail)}" if claim.trail else ""
        trail += "; only likelier here than elsewhere, and not judged" if name in topic.likely else ""
        lines += _fold(f"{name}: {quoted(claim.text)} reads as {reads_as(claim)}{trail}", view, "    ", "      ")
    if topic.evidence:
        lines += ["", "  What put them together"]
    for link in topic.evidence:
        lines += _fold(together(index, link), view, "    ", "      ")
    for finding in spoken(index.report):
        if finding.topic == topic.id:
            lines += ["", *_finding(finding, view, "  ")]
    return "\n".join(lines)


def _verdict_why(index: Index, line: Line, view: View) -> str:
    """Return a row of the ledger with what led to it: the sources considered, the arithmetic, the evidence of each link."""
    state, subject = line.state or "not checked", line.subject
    lines = [f"{_paint(state, view)(state)} {quoted(line.words)}, {index.place(line.document, line.start)}"]
    if isinstance(subject, Noted):
        lines += _fold(mark_why(index, subject), view, "  ", "  ")
    else:
        lines += [*_quote(index, subject, view, "  "), *_fold(f"reads as {reads_as(subject)}", view, "    ", "    ")]
        lines += _considered(index, subject, view)
    return "\n".join([*lines, *(told for finding in line.findings for told in _finding(finding, view, "  "))])


def _considered(index: Index, claim: Claim, view: View) -> list[str]:
    """Return what was held against a draft's figure: the sources that its verdict names, then the links that align found."""
    lines: list[str] = []
    for one in support(index, claim):
        lines += _quote(index, index.claims[one.claim], view, "  ")
        lines += _fold(f"{one.claim}: {one.derivation or one.relation}", view, "    ", "    ")
    for title, pairs in links(index, claim):
        lines += [
            f"  {title}",
            *(told for pair in pairs for told in _fold(together(index, pair), view, "    ", "      ")),
        ]
    return lines or ["  no source speaks of the like"]


def _foot(index: Index, view: View) -> str:
    """Return what ends every report: findings on the run, what was not checked, what is waived, and the coverage."""
    lines = [line for finding in on_the_run(index.report) for line in _finding(finding, view, "")]
    ends = [*gaps(index), *waived(index.report), coverage(index.report)]
    return "\n".join([*lines, *(line for end in ends for line in _fold(end, view, "", "  "))])


def _listed(title: str, items: Sequence[str], view: View) -> str:
    if not items:
        return ""
    return "\n".join([_paint("head", view)(title), *(line for item in items for line in _fold(item, view, "  ", "    "))])


def _laid_out(heads: Sequence[str], rows: Sequence[Sequence[Cell]], view: View) -> str:
    """Return a table, or where the width is too small for one, each row as lines under each other."""
    if not 0 < view.width < _STACKED:
        return table(heads, rows, view.width)
    lines: list[str] = []
    for row in rows:
        for head, cell in zip(heads, row, strict=True):
            spans = [Span(cell)] if isinstance(cell, str) else [cell] if isinstance(cell, Span) else cell
            told = ", ".join(span.text for span in spans if span.text)
            lines += _fold(f"{head}: {told}", view, "", "  ") if told else []
        lines.append("")
    return "\n".join(lines[:-1])


def _fold(text: str, view: View, first: str, then: str) -> list[str]:
    """Return a text in lines that fit the width, the first and the following ones indented."""
    if not text:
        return []
    if not view.width:
        return [f"{first}{text}"]
    width = max(view.width, len(then) + 20)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)


def _paint(name: str, view: View) -> Paint:
    code = _CODES.get(name)
    if not view.color or code is None:
        return _plain
    return lambda text: f"\x1b[{code}m{text}\x1b[0m" if text else text


def _plain(text: str) -> str:
    return text


_PAGES: dict[str, Callable[[Index, View], list[str]]] = {"compare": _compare, "gate": _gate, "extract": _extract}
