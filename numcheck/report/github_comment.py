"""The report as one comment of a pull request on GitHub: Markdown with a mark by which it is found again, the worst first."""

from __future__ import annotations

from numcheck.model.report import Report, View
from numcheck.report import markdown

NAME = "github-comment"

MARK = "<!-- numcheck: report -->"
"""What a workflow finds its own comment by."""
LONGEST = 65_000
"""Characters of a comment at most; GitHub takes a few more."""
_CUT = "\n\n*This is longer than a comment may be; the rest is in the log of the run.*\n"


def render(report: Report, view: View) -> str:
    """Return the Markdown report behind its mark, cut behind a line where it would be longer than GitHub takes."""
    text = f"{MARK}\n{markdown.render(report, view)}"
    if _units(text) <= LONGEST:
        return text
    kept, left = [], LONGEST - _units(_CUT)
    for line in text.splitlines():
        left -= _units(line) + 1
        if left < 0:
            break
        kept.append(line)
    return "\n".join(kept).rstrip() + _CUT


def _units(text: str) -> int:
    """Return how long a text is as JavaScript counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
