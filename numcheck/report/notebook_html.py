"""A report as a piece of HTML in a notebook: the disagreements or the ledger as small tables."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from numcheck.model.report import Report, View
from numcheck.report import contents
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import finished, quoted, tidy

_MOST = 30
"""Rows of a table that are shown."""
_STYLE = """.numcheck{font-size:.9em;max-width:60em} .numcheck table{border-collapse:collapse;width:100%;margin:.4em 0}
.numcheck th,.numcheck td{text-align:left;vertical-align:top;padding:.3em .6em;border-bottom:1px solid #8884}
.numcheck p{margin:.4em 0} .numcheck small{opacity:.7} .numcheck b.error,.numcheck b.contradicted{color:#c22f3a}
.numcheck b.warning,.numcheck b.unsupported{color:#a86a00} .numcheck b.supported{color:#2f8a54}"""


def notebook_html(report: Report) -> str:
    """Return what a notebook shows of a report: its tables, with their style inside."""
    return f'<div class="numcheck"><style>{_STYLE}</style>{"".join(_parts(report))}</div>'


def _parts(report: Report) -> Iterator[str]:
    for block in contents.blocks(Lookup(report), View(everything=report.job == "gate")):
        match block:
            case contents.Head(text, level):
                yield f"<p>{_strong(text) if level == 1 else _text(text)}</p>"
            case contents.Grid(heads, rows, title):
                yield f"<p>{_text(title)}</p>" if title else ""
                yield _table(heads, rows)
            case contents.Pairs(title, said, pairs):
                yield f"<p>{_text(title)}<br><small>{_text(said)}</small></p>"
                yield from (f"<p>{_text(head)}<br><small>{'<br>'.join(map(_text, told))}</small></p>" for head, told in pairs)
            case str():
                yield f"<p><small>{_text(block)}</small></p>"
            case contents.End(_, _, coverage):
                yield f"<p><small>{_text(coverage)}</small></p>"


def _table(heads: tuple[str, ...], rows: tuple[tuple[contents.Cell, ...], ...]) -> str:
    top = "".join(f"<th>{_text(head)}</th>" for head in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in rows[:_MOST])
    more = f"<p><small>{len(rows) - _MOST} more rows</small></p>" if len(rows) > _MOST else ""
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(cell: contents.Cell) -> str:
    match cell:
        case Statement():
            return f"{_text(quoted(cell.words))}<br><small>{_text(', '.join(cell.outlets))}</small>"
        case contents.Written(before, figure, behind, place):
            return f"“{escape(before)}<b>{_text(figure)}</b>{escape(behind)}”<br><small>{_text(place)}</small>"
        case contents.Verdict(findings, sentence, both):
            rules = ", ".join(dict.fromkeys(finding.rule for finding in findings))
            said = f"{finished(sentence)} {both}".rstrip()
            return f"{_strong(findings[0].severity)} {_text(said)}<br><small>{_text(rules)}</small>"
        case contents.State(text):
            return _strong(text)
        case contents.Label(text):
            return _text(text)
        case str():
            return _text(cell)


def _strong(text: str) -> str:
    """Return a text in bold, in the colour of the state or severity that it names."""
    return f'<b class="{escape(text)}">{_text(text)}</b>' if text.isalpha() else f"<b>{_text(text)}</b>"


def _text(text: str) -> str:
    return escape(tidy(text))
