"""Roman numerals behind a name or a label: World War II, Chapter IV, Phase III trials."""

from __future__ import annotations

from numcheck.reading.line import ROMAN, ROMANS, Decoy, Line

AFTER = ("pronouns",)
REASON = "roman numeral"
KINDS = (ROMAN,)
EXAMPLES = (
    ("the second part of Harbour War II", "II", "2"),
    ("Old King Edmund VIII sailed.", "VIII", "8"),
    ("see Chapter IV", "IV", "4"),
    ("Phase III trials began.", "III", "3"),
    ("a phase II trial", "II", "2"),
)
QUIET = (
    "an XL shirt",
    "He was put on an IV drip.",
    "II. The harbour",
    "class ii",
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the Roman numeral at `i` where the word in front of it has a number."""
    before = line.as_written(i - 1)
    if not line.words[i].isupper() or not before.isalpha():
        return None
    named = before[0].isupper() and len(before) > 1 and not before.isupper()
    marks, low = line.grammar.marks, before.lower()
    label = low in marks.labels or low in marks.labels_wary
    return Decoy(i, i + 1, REASON, str(ROMANS[line.lower[i]])) if named or label else None
