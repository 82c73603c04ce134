"""What ends every report: what was read, what could not be checked, and what is waived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from numcheck.model.decision import Decision
from numcheck.model.report import Report
from numcheck.report.lookup import Lookup
from numcheck.report.printable import count, quoted, tidy

_UNREAD = 5
_BY = 3
"""So many of those who decided are named."""
_NAMED = 3
"""So many files that could not be read are named in the first line."""


def waived(report: Report) -> list[str]:
    """Return a line for each finding that a waiver keeps from counting."""
    kept = [finding for finding in report.findings if finding.suppressed is not None]
    old = [finding for finding in kept if finding.suppressed_by == "unchanged"]
    lines = [f"waived: {f.rule}: {tidy(f.message)} ({tidy(f.suppressed or '')})" for f in kept if f not in old]
    if old:
        lines.append(f"waived: {count(len(old), 'finding')} on what was there before ({tidy(old[0].suppressed or '')})")
    return lines


def coverage(report: Report) -> str:
    """Return the line that ends every report: what was read, what was checked, and what was not."""
    covered = report.coverage()
    marks = count(covered.marks, "date or other numeral", "dates and other numerals")
    numerals = f"{marks}, {covered.not_understood} not understood"
    if report.job == "gate":
        return f"{_checked(report)}; in all {count(covered.figures, 'figure')}, {numerals}"
    teller = teller_of(report)
    told = f", {covered.aligned} joined, {covered.unverified} told by one {teller} only" if report.job == "compare" else ""
    return f"{count(covered.documents, teller)} read, {count(covered.figures, 'figure')}, {numerals}{told}"


def teller_of(report: Report) -> str:
    """Return what tells a figure, as it is called: an outlet, or an article where an outlet has several."""
    return "outlet" if len({document.outlet for document in report.documents}) == len(report.documents) else "article"


def shortfall(report: Report) -> list[str]:
    """Return why a report says less than it seems to: files that could not be read, no figure checked, all findings waived."""
    if report.job != "gate":
        return _unread(report)
    checked = any(entry.mark is None and entry.state is not None for entry in report.ledger)
    loosened = f"LOOSENED HERE: {'; '.join(map(tidy, report.loosened))}" if report.loosened else ""
    told = [*_unread(report), loosened, "" if checked else "NOTHING CHECKED: no figure of the draft was held against a source"]
    return [part for part in (*told, "ALL WAIVED: each finding has a waiver" if _all_waived(report) else "") if part]


def _unread(report: Report) -> list[str]:
    failed = [PurePath(skipped.path).name for skipped in report.skipped if skipped.failed]
    more = " and more" if len(failed) > _NAMED else ""
    return [f"NOT READ: {tidy(', '.join(failed[:_NAMED]))}{more}"] if failed else []


def _all_waived(report: Report) -> bool:
    """Tell whether there are findings and none counts, those on unchanged lines aside."""
    found = [finding for finding in report.findings if finding.kind != "run" and finding.suppressed_by != "unchanged"]
    return bool(found) and all(finding.suppressed is not None for finding in found)


def _checked(report: Report) -> str:
    roles = [document.role for document in report.documents]
    told = Lookup(report).states()
    parts = ", ".join(f"{told.count(state)} {state}" for state in ("contradicted", "unsupported", "supported"))
    missed = f", {told.count(None)} not checked" if None in told else ""
    marks = [entry.state for entry in report.ledger if entry.mark is not None]
    if marks:
        wrong = f", {marks.count('contradicted')} contradicted" if "contradicted" in marks else ""
        missed += f"; {len(marks)} of its dates and other numerals checked{wrong}, {marks.count('unsupported')} unsupported"
    against = f"{count(roles.count('draft'), 'draft')} against {count(roles.count('source'), 'source')}"
    return f"{against}: {count(len(told), 'figure')} in the draft{'s' if roles.count('draft') > 1 else ''}, {parts}{missed}"


def gaps(lookup: Lookup) -> list[str]:
    """Return a line for each thing the run could not check and no rule speaks of."""
    report = lookup.report
    unread = report.unread if report.job != "extract" else ()
    lines = [
        f"not understood: {quoted(n.item.text)} in {lookup.place(n.document, n.item.start)} ({tidy(n.item.reason)})"
        for n in unread[:_UNREAD]
    ]
    if len(unread) > _UNREAD:
        lines.append(f"not understood: {len(unread) - _UNREAD} more (numcheck extract lists them)")
    if report.job == "compare" and len(report.documents) == 1:
        lines.append("one article alone: there was nothing to compare it with")
    lines += _looked_at(report)
    if report.job != "extract" and report.settings.get("as_of") is None:
        lines.append("no publish date in any text and no --as-of: what depends on the day was not judged")
    return [*lines, *(f"not read: {tidy(skipped.path)}: {tidy(skipped.reason)}" for skipped in report.skipped)]


def _looked_at(report: Report) -> list[str]:
    """Return a line on the decisions that were applied, and one for each that nothing is left of."""
    told = [f"decided: {_decided(report.decisions)}"] if report.decisions else []
    return [*told, *(f"decided, but the words are no longer there: {_sides(d)}; look again" for d in report.stale)]


def _decided(decisions: Iterable[Decision]) -> str:
    """Return how many pairs somebody has looked at, and who has."""
    told = Counter(decision.by for decision in decisions)
    named = ", ".join(f"{many} by {tidy(by)}" for by, many in told.most_common(_BY))
    more = " and others" if len(told) > _BY else ""
    return f"{count(told.total(), 'pair')}, {named}{more}"


def _sides(decision: Decision) -> str:
    return " and ".join(f"{quoted(side.says)} ({tidy(side.text)})" for side in decision.sides)
