"""So many of so many: one in five, six out of ten, one pupil in seven, a one-in-200 chance."""

from __future__ import annotations

from decimal import Decimal

from numcheck.model.decimals import is_multiple
from numcheck.model.frozen import frozen
from numcheck.reading.line import DIGITS, HUNDRED, ONES, SCALE, TENS, Amount, Line
from numcheck.reading.nouns import counted, is_plural, may_be_noun
from numcheck.reading.numbers import Number, number

AFTER = ("zero",)
KINDS = (DIGITS, ONES, TENS)
EXAMPLES = (
    ("One pupil in seven has a boat.", 0.14285714285714285, 0.14285714285714285),
    ("Two crews out of five have left.", 0.4, 0.4),
    ("a one-in-200 chance", 0.005, 0.005),
    ("one in five vessels", 0.2, 0.2),
    ("six out of ten vessels", 0.6, 0.6),
    ("nine in a million boats", 9e-06, 9e-06),
    ("one in every five boats", 0.2, 0.2),
    ("one of every five boats", 0.2, 0.2),
    ("one in every hundred boats", 0.01, 0.01),
    ("The odds of it are one in 40 million.", 2.5e-08, 2.5e-08),
    ("One boat in three survives its first storm.", 0.3333333333333333, 0.3333333333333333),
    ("One sailor in five lives more than 5 miles from it.", 0.2, 0.2),
)
QUIET = (
    "two in 2019",
    "one in 24 hours",
    "One sailor in five boats",
    "One man in 2019",
    "Two boats in five days",
    "two of the five boats",
    "He had seven assists in 15 starts.",
)

_FURTHEST_JOINT = 4
"""Words from the number to its "in", the noun among them, at most."""

_BEHIND_A_VERB = ("its", "his", "her", "their", "the", "a", "an", "to", "as", "not")
_MOST_OF = 100
_LARGEST_WHOLE = 10_000_000_000
_HOURS = (24, 48, 72)
"""Numbers that are hours behind "in" without saying so."""


@frozen
class _Joint:
    """The "in" or "out of" at token `at` between the part and the whole, which begins at `whole`; hyphens may tie all three."""

    at: int
    whole: int
    inside: bool
    hyphened: bool


def start(line: Line, i: int) -> Amount | None:
    """Read "one in five", "six out of ten", "one-in-five", "two tenants out of five" at token `i`."""
    joint = _joint(line, i)
    above = number(line, i) if joint else None
    below = _whole(line, joint.whole) if joint else None
    if joint is None or above is None or below is None or not _fit(line, above, below, joint):
        return None
    inside = above.last < joint.at and not joint.hyphened
    value, last = above.value / below.value, below.last
    trail, noun = ("shares/noun inside", (above.last, joint.at)) if inside else ("shares/in", None)
    return Amount(i, last, value, value, (trail,), core=(i, last), unit="ratio", dimension="share", noun=noun)


def _fit(line: Line, above: Number, below: Number, joint: _Joint) -> bool:
    """Tell whether two numbers are a part and its whole; behind a noun inside, the whole counts nothing of its own."""
    if not _may_be_part(line, above, joint) or not _makes_a_share(above.value, below.value) or _counts_on(line, below, joint):
        return False
    does = above.value == 1 and line.word(below.last) in line.grammar.cues.what_one_does
    verb = does or line.word(below.last + 1) in _BEHIND_A_VERB
    return above.last >= joint.at or joint.hyphened or verb or not counted(line, below.last)


def _joint(line: Line, i: int) -> _Joint | None:
    """Find the "in" or "out of" behind the number at `i`, a noun perhaps between."""
    for at in range(i + 1, min(i + _FURTHEST_JOINT, line.n)):
        inside = line.lower[at] == "in" or line.says(at, ("of", "every"))
        if inside or line.says(at, ("out", "of")):
            hyphened = line.word(at - 1) == "-"
            whole = at + 1 if inside else at + 2
            return _Joint(at, line.skip(whole, "-") if hyphened else whole, inside, hyphened)
        if line.kinds[at] is None and line.lower[at] != "-" and not may_be_noun(line, at):
            break
    return None


def _may_be_part(line: Line, above: Number, joint: _Joint) -> bool:
    """Tell whether nothing stands between a number and the joint but a hyphen, or the noun in the number that fits."""
    if above.scaled or above.last > joint.at:
        return False
    if above.last == joint.at or joint.hyphened:
        return True
    plain = all(may_be_noun(line, at) and not line.word(at).endswith("ed") for at in range(above.last, joint.at))
    return plain and (above.value == 1) != is_plural(line, line.word(joint.at - 1))


def _counts_on(line: Line, below: Number, joint: _Joint) -> bool:
    """Tell whether what stands behind makes another figure of the whole: in 5 percent, in five-year terms, in 48 hours."""
    behind = line.word(below.last)
    return behind in ("%", "percent") or (behind == "-" and not joint.hyphened) or (joint.inside and _is_time(line, below))


def _whole(line: Line, at: int) -> Number | None:
    """Read the whole at `at`: five, every five, a million."""
    at = line.skip(line.skip(at, "every"), "a", "an")
    return number(line, at, group=1 if line.kind(at) in (HUNDRED, SCALE) else None)


def _makes_a_share(above: Decimal, below: Decimal) -> bool:
    return 0 < above < below <= _LARGEST_WHOLE and above <= _MOST_OF and below == below.to_integral_value()


def _is_time(line: Line, below: Number) -> bool:
    """Tell whether what follows "in" is a year or a stretch of time: three in 2019, three in five days, two in 48."""
    odd = below.value > 1000 and not is_multiple(below.value, 3)
    return odd or below.value in _HOURS or line.word(below.last) in line.grammar.units
