"""What changed between two versions of an article, for a terminal or a program."""

from __future__ import annotations

from numcheck.model.report import View
from numcheck.model.revision import Change, Revision
from numcheck.report import printable
from numcheck.report.distance import shift
from numcheck.report.figures import label_of
from numcheck.report.printable import count, quoted
from numcheck.report.tables import table


def as_table(revision: Revision, view: View) -> str:
    """Return a row a change, and a line that counts them and what did not change."""
    rows = [_row(change, revision) for change in revision.changes]
    kinds = [change.kind for change in revision.changes]
    counts = f"{kinds.count('changed')} changed, {kinds.count('added')} added, {kinds.count('gone')} gone"
    now = revision.unchanged + sum(kind != "gone" for kind in kinds)
    line = f"{count(now, 'figure')}: {counts}, {revision.unchanged} as before"
    if not rows:
        return f"{line}\n"
    return f"{table(('what', 'before', 'now', 'change', 'line'), rows, view.width)}\n\n{line}\n"


def as_json(revision: Revision) -> str:
    """Return the revision as one JSON object."""
    return printable.as_json(revision.to_dict())


def _row(change: Change, revision: Revision) -> list[str]:
    old, new = change.old, change.new
    document = revision.new if new else revision.old
    place = document.spot(change.claim.start) or str(document.place(change.claim.start)[0])
    return [
        label_of(change.claim),
        quoted(old.text) if old else "",
        quoted(new.text) if new else "",
        shift(old, new) if old and new else change.kind,
        place if new else f"{place} (before)",
    ]
