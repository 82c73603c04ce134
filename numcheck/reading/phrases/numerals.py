"""Numbers in digits and words, in any mix: 3,000; 1.2m; one and a half million; 3 1/2; 25 lakh; two dozen; minus five."""

from __future__ import annotations

from numcheck.reading.digits import point_in_front
from numcheck.reading.line import DIGITS, DOZEN, HUNDRED, ONES, SCALE, SIGN, TENS, Amount, Line
from numcheck.reading.numbers import Number, minus, number

AFTER = ("ages", "vague")
KINDS = (DIGITS, ONES, TENS, HUNDRED, SCALE, DOZEN, SIGN)
EXAMPLES = (
    ("Sales of rope rose to 4.2m.", 4200000, 4200000),
    ("The audience grew to 1.3m in May.", 1300000, 1300000),
    ("The river rose to 4.2m.", 4.2, 4.2),
    ("3,000 vessels", 3000, 3000),
    ("1 200 000 vessels", 1200000, 1200000),
    ("12,34,567.89 rupees", 1234567.89, 1234567.89),
    ("1.2m people", 1200000, 1200000),
    ("2m fewer than in May", 2000000, 2000000),
    ("25k vessels", 25000, 25000),
    ("8 B people", 8000000000, 8000000000),
    ("2,5 million vessels", 2500000, 2500000),
    ("one hundred and sixty-one vessels", 161, 161),
    ("twenty-one trillion three hundred vessels", 21000000000300, 21000000000300),
    ("two hundred and two thousand vessels", 202000, 202000),
    ("3 hundred and 21 vessels", 321, 321),
    ("one and a half million vessels", 1500000, 1500000),
    ("10 1/2 miles", 10.5, 10.5),
    ("2½ miles", 2.5, 2.5),
    ("two dozen vessels", 24, 24),
    ("a hundred vessels", 100, 100),
    ("25 lakh tonnes", 2500000, 2500000),
    ("two point five million vessels", 2500000, 2500000),
    ("minus five degrees", -5, -5),
    ("-5 yards", -5, -5),
    ("1.3e6 cells", 1300000, 1300000),
    ("1.5 × 10^11 metres", 150000000000, 150000000000),
    ("1\u202f234\u202f567.89 vessels", 1234567.89, 1234567.89),
    ("a dozen vessels", 12, 12),
    ("Trillion-dollar debts are back.", 1000000000000, 1000000000000),
    ("forty-two vessels", 42, 42),
    ("a hundred and 5 vessels", 105, 105),
    ("three-and-a-half years", 3.5, 3.5),
    ("two and three quarters miles", 2.75, 2.75),
    ("5/16 inches", 0.3125, 0.3125),
    ("½ mile", 0.5, 0.5),
    ("$5½m", 5500000, 5500000),
    ("£2½ bn", 2500000000, 2500000000),
    ("5½m people", 5500000, 5500000),
    ("160, 000 vessels", 160000, 160000),
    ("1.234.567,5 vessels", 1234567.5, 1234567.5),
    (".5 million vessels", 500000, 500000),
    ("$.5m", 500000, 500000),
    ("2.5^3 cells", 15.625, 15.625),
    ("２５ vessels", 25, 25),
    ("2.5 lakhs of rupees", 250000, 250000),
    ("two dozens of vessels", 24, 24),
    ("three and a fifth miles", 3.2, 3.2),
    ("1-1/2 miles", 1.5, 1.5),
    ("5 mn euros", 5000000, 5000000),
    ("1’200’000 francs", 1200000, 1200000),
    ("27m t of ore", 27000000, 27000000),
    ("$340 mil", 340000000, 340000000),
    ("1.5 mil vessels", 1500000, 1500000),
    ("$1.2t", 1200000000000, 1200000000000),
    ("for the past dozen years", 12, 12),
    ("Another dozen were hurt.", 12, 12),
    ("3 doz eggs", 36, 36),
    ("five grand", 5000, 5000),
    ("five million, three hundred thousand vessels", 5300000, 5300000),
    ("5 and 2/3 miles", 5.666666666666667, 5.666666666666667),
    ("2 point 5 million vessels", 2500000, 2500000),
    ("$2m-3m", 2000000, 3000000),
    ("fined $5 million two years ago", 5000000, 5000000),
    ("lost 4 million 12 months earlier", 4000000, 4000000),
    ("raised $40 million three times", 40000000, 40000000),
    ("lent him three hundred two weeks ago", 300, 300),
    ("3 million 200 thousand vessels", 3200000, 3200000),
    ("a dozen and a half boats", 18, 18),
    ("two-hundred-and-fifty boats", 250, 250),
    ("a good dozen boats", 12, 12),
    ("a full hundred of them", 100, 100),
    ("a cool million crowns", 1000000, 1000000),
    ("hundred percent of them", 100, 100),
    ("Hundred thousand people fled.", 100000, 100000),
)
QUIET = (
    "a million to one",
    "several vessels",
    "a third of the vessels",
    "the 22nd brigade",
    "6,5000 vessels",
    "in 2019",
)


_ONE_OF = ("a", "an", "another", "past", "last", "next", "coming", "previous")
"""What makes one of a word of scale: a dozen boats, the past dozen years."""

_STRESSED = ("good", "full", "cool", "round", "whole", "further", "solid", "mere", "even")
"""Between an article and a word of scale these leave it one: a good dozen, a cool million."""

_OF_A_HUNDRED = ("percent", "per", "crore", "lakh")
"""Behind "hundred" these make it one hundred: hundred percent sure."""


def start(line: Line, i: int) -> Amount | None:
    """Read a number that begins at token `i`, with the article, point or minus in front of it."""
    kind, digits = line.kinds[i], line.kinds[i] == DIGITS
    first, group = i, None
    if kind in (HUNDRED, SCALE, DOZEN):
        if not _is_one(line, i) or _odds(line, i):
            return None
        first, group = line.skip_back(i - 1, "a", "an") + 1, 1
    found = number(line, i, joins=not _between(line, first), group=group)
    if found is None:
        return None
    if digits and point_in_front(line, i):
        first = i - 1
    value, core = found.value, (first, found.last)
    sign = minus(line, first)
    if sign is not None:
        first, value = sign, -value
    rule = "numerals/digits" if digits else "numerals/words"
    unit, dimension = ("ratio", "share") if _is_share(line, i, found) else ("count", None)
    scaled = found.scaled
    return Amount(first, found.last, value, value, (rule,), core, unit, dimension, scaled=scaled, digits=digits)


def _is_share(line: Line, i: int, found: Number) -> bool:
    """Tell whether the number at `i` is a part of what "of" leads to: 1/3 of the boats."""
    return line.word(found.last) == "of" and "/" in line.words[i : found.last] and found.value < 1


def _is_one(line: Line, i: int) -> bool:
    """Tell whether the word of scale at `i` means one: a dozen boats, trillion-dollar debts."""
    units = line.grammar.units.get(line.word(i + 2), ()) if line.word(i + 1) == "-" and line.word(i - 1) != "-" else ()
    if any(line.grammar.dimensions[name] == "currency" for _, name in units):
        return True
    return _is_a_whole_hundred(line, i) or (i > line.done and (_is_stressed(line, i) or line.lower[i - 1] in _ONE_OF))


def _is_a_whole_hundred(line: Line, i: int) -> bool:
    """Tell whether a bare "hundred" at `i` is one: hundred percent sure, hundred thousand people."""
    return line.kinds[i] == HUNDRED and (line.word(i + 1) in _OF_A_HUNDRED or line.kind(i + 1) == SCALE)


def _is_stressed(line: Line, i: int) -> bool:
    """Tell whether an article and an adjective make one of the word of scale at `i`: a good dozen, a cool million."""
    return line.word(i - 1) in _STRESSED and line.word(i - 2) in ("a", "an") and line.word(i + 1) != "-"


def _odds(line: Line, i: int) -> bool:
    """Tell whether "a million to one" stands at `i`."""
    return line.kinds[i] == SCALE and line.says(i + 1, ("to", "one"))


def _between(line: Line, first: int) -> bool:
    """Tell whether "between" stands in front of token `first`, a small word allowed, so that an "and" belongs to it."""
    before = line.word(first - 1)
    return before == "between" or (before in line.grammar.fillers and line.word(first - 2) == "between")
