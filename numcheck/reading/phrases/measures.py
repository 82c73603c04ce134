"""Units behind a number: 40 miles, 10-metre, 5 per cent, 25°C, 5 ft 2 in, a year and a half, millions of dollars."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from numcheck.language.en import around
from numcheck.model.decimals import to_places
from numcheck.reading.line import DIGITS, ONES, PART, SCALE, TENS, Amount, Line
from numcheck.reading.nouns import MEASURED, behind_glued_hedge, counted, may_be_noun, one_unit, sign_at
from numcheck.reading.numbers import Number, number

AFTER = ("money",)
EXAMPLES = (
    ("40 nautical miles", 40, 40),
    ("a 10-metre boat", 10, 10),
    ("5 per cent", 5, 5),
    ("0.5 percentage points", 0.5, 0.5),
    ("25°C", 25, 25),
    ("640bhp", 640, 640),
    ("5 ft 6 in", 5.5, 5.5),
    ("1 hour and 30 minutes", 1.5, 1.5),
    ("two years and a half", 2.5, 2.5),
    ("millions of dollars", 2000000, 99000000),
    ("3 dollars 50 cents", 3.5, 3.5),
    ("twelve euros and fifty centimes", 12.5, 12.5),
    ("It costs 15 dollars 50.", 15.5, 15.5),
    ("75 USD million", 75000000, 75000000),
    ("12 km2", 12, 12),
    ("for five consecutive days", 5, 5),
    ("Its lead in the polls shrank by 8.5 points.", 8.5, 8.5),
    ("5 ft 2 in tall", 5.166666666666667, 5.166666666666667),
    ("5 dollars", 5, 5),
    ("5000 marks", 5000, 5000),
    ("1 second later", 1, 1),
    ("He cut half a second off his best.", 0.5, 0.5),
    ("They paid 80 pounds.", 80, 80),
    ("8 % points", 8, 8),
    ("a 30' boat", 30, 30),
    ("He is 6'3\" tall.", 6.25, 6.25),
    ("a 6-foot-3 sailor", 6.25, 6.25),
    ("He is 6'3.", 6.25, 6.25),
    ("1h 30m", 1.5, 1.5),
    ("12 C water", 12, 12),
    ("He weighs 12 stone.", 12, 12),
    ("He weighs 12 stone 7.", 12.5, 12.5),
    ("a room of 3 x 4 metres", 3, 3),
    ("a 10 second-long clip", 10, 10),
    ("11- and 14-year-old boys", 11, 11),
    ("terms of five, seven and nine years", 7, 7),
    ("rates of 5 and 10 percent", 5, 5),
    ("They were jailed for 12 and 14 years.", 12, 12),
    ("a room of 6 by 4 feet", 6, 6),
    ("It costs ten pounds fifty.", 10.5, 10.5),
    ("A Skier's 1,600-Foot Fall", 1600, 1600),
    ("5 feet, 8 inches", 5.666666666666667, 5.666666666666667),
    ("a five-foot-eight sailor", 5.666666666666667, 5.666666666666667),
    ("a five-foot-eight Danish sailor", 5.666666666666667, 5.666666666666667),
    ("He is five foot eight.", 5.666666666666667, 5.666666666666667),
    ("3h20", 3.3333333333333335, 3.3333333333333335),
    ("12st 4lb", 12.285714285714286, 12.285714285714286),
    ("an 18 in tall boat", 18, 18),
    ("a 5-m boat", 5, 5),
    ("20 degrees below zero", -20, -20),
    ("a speed of 40 m / s", 40, 40),
    ("Output fell 40 p.c. in May.", 40, 40),
    ("It lost by 0.8 of a percentage point.", 0.8, 0.8),
    ("She won by 0.3 of a second.", 0.3, 0.3),
    ("Rope was 14 and twine 21 per cent dearer.", 14, 14),
    ("Trams come every nine minutes instead of every 15.", 9, 9),
)
QUIET = (
    "40 in Exampleville",
    "2.7m digital and physical sales",
    "3 Cup finals",
    "2 won",
    "the “class of 5” boats",
    "$5 and 10 boats",
    "seven Harbour Cups",
    "seven Cups",
    "three second-half goals",
    "nine second-place votes",
    "two stone bridges",
    "killed with one stone",
    "a 3 x 4 grid",
    "11- and 14-strong crews",
    "the 4-H club",
    "They have two, and a boat.",
    "a share of 0.3 of a boat",
    'She heard "Chap. Marlow 3632" twice.',
)

_ONE = Decimal(1)
_INCHES = 12
_LEFT_OUT = {"foot": ("inch", _INCHES), "stone": ("pound", 14), "hour": ("minute", 60), "meter": ("centimeter", 100)}
"""The smaller units that may be left out behind bigger ones, and how many make one: 6'3, 12 stone 7, 3h20, 1m75."""

_POUNDS = (("pound",), ("pounds",))
_MOST_TIMES = 20
"""How many of the bigger unit a smaller one may make up at most: 5 ft 80 in is no height."""

_FOOT_MARKS, _INCH_MARKS = ("'", "’", "′"), ('"', "”", "″")
_MOST_OF_INCHES = 3
_SINGLE_QUOTES = ("'", "‘", "’")
_DEGREES = "CFt"
_BY = ("x", "×", "by")
_MOST_OF_ROW = 4
"""Numbers that share a unit behind the first, at most: a longer row is no size."""

_LISTED = ("duration", "length", "mass", "share", "points", "currency", "temperature")
_SAYS_A_LEVEL = around.BE | {"by", "at"}
_BEFORE_A_PAIR = ("of", "at", "by", "both", "for", "to")
"""Dimensions of which a list may say the unit at its end alone, and what stands in front of a list of two."""

_SHARED = {True: ("length",), False: ("duration", "length", "mass")}
"""Dimensions of what may be the side of a rectangle, and of what may share its unit behind a hyphen."""

_FURTHEST_SERIAL = 4
"""Words from the comma between two measures to the serial comma behind the second, at most."""

_HUNDREDTHS = ("cents", "cent", "pence", "penny", "centimes", "centavos", "paise", "kopecks")
_FREEZING = ("degree", "degree_celsius", "degree_fahrenheit")
_HYPHENED = ("m", "g", "W", "V")
"""Letters that are signs behind a hyphen too: a 5-m boat; not a 4-H club."""

_LEAST_OF_WARY = 1000
"""Nobody counts fewer of a currency whose name is a word too: 5000 marks."""

_SHORTENED = 3
"""Letters of a word that a full stop may shorten: sq. ft."""

_INCH_BEHIND = ("", ",", ";", ")", "(", "tall", "long", "wide", "deep", "high", "thick")

# Behind "1.5 m" these leave it a length.
_EXTENT = frozenset(
    (
        "deep long tall high wide thick away across apart below above from of in and or to by per for after at ahead "
        "underwater downstream upstream off on with short"
    ).split()
)
# Signs of units that are English words or single letters: behind a blank only where no lower-case word follows.
_SPACED_SIGNS = frozenset({"m", "g", "l", "L", "W", "V", "C", "F", "A", "h", "s", "t", "ha", "in", "b", "K", "N"})
# Vague words that "of" ties to a unit: dozens of miles.
_OF_UNITS = frozenset({"couple", "handful", "dozens", "tens", "scores", "hundreds", "many"})
# Pounds are sterling where one of these is in the sentence, else a weight.
_MONEY = frozenset(
    (
        "pay pays paid paying payment cost costs costing price prices priced worth fine fined spend spent spending buy "
        "bought sell sold sales earn earns earned salary wage wages tax taxes budget bill bills ticket tickets loan loans "
        "debt debts revenue revenues profit profits fee fees rent savings fund funds funding cash money sterling "
        "compensation damages bonus pension benefit benefits grant deposit mortgage raised donated stolen reward valued "
        "euros dollars £"
    ).split()
)
# Words of shares and votes, and of games and markets: points are percentage points beside the first alone.
_OF_SHARES = frozenset(
    "% percent ％ poll polls polling swing vote votes voters ballot approval turnout majority party lead support "
    "ratings candidate candidates constituency constituencies election elections incumbent referendum wards runoff".split()
)
_OF_GAMES = frozenset(
    (
        "game games futures minis composite season league match matches scored rebounds quarter index dow nasdaq ftse "
        "shares stocks nikkei stoxx standings table championship goals career averaged"
    ).split()
)
_RATES, _MOST_OF_RATES = frozenset("interest rate rates inflation unemployment".split()), 20
"""Beside these so many points at most are percentage points: 2.1 points above the base rate."""

# Adjectives between a number and a stretch of time or way: five consecutive days, three more miles.
_INSIDE_A_MEASURE = frozenset(
    (
        "consecutive successive straight full whole entire solid long more additional extra further previous past working "
        "calendar business trading school earth short good gruelling rushing passing receiving tense difficult hard"
    ).split()
)


def extend(line: Line, amount: Amount) -> None:
    """Take in the unit behind `amount`."""
    if amount.unit in ("ratio", "times") or amount.last >= line.n:
        return
    found = next((said for read in _UNITS if (said := read(line, amount)) is not None), None)
    if found is None:
        if _is_currency(line, amount.unit) and amount.value is not None:
            _smaller(line, amount)
        return
    unit, last = found
    if not _fits(line, amount, unit):
        return
    if amount.unit == "count":
        amount.unit = unit
        amount.trail += (f"measures/{unit}",)
    amount.last = last
    _scale_behind(line, amount, unit)
    _take_in_more(line, amount)


def _is_currency(line: Line, unit: str) -> bool:
    return line.grammar.dimensions.get(unit) == "currency"


def _fits(line: Line, amount: Amount, unit: str) -> bool:
    """Tell whether `unit` may be that of `amount`: the first, or the name of the currency whose sign stood in front."""
    if amount.word is not None and line.lower[amount.last] == "of" and not _of_units(line, amount, unit):
        return False
    return amount.unit == "count" or (_is_currency(line, amount.unit) and _is_currency(line, unit))


def _take_in_more(line: Line, amount: Amount) -> None:
    """Take in what goes on behind the unit of a plain number: and a half, 2 in, 30 cents, below zero."""
    if amount.value is not None and amount.word is None:
        if amount.unit in _FREEZING and line.says(amount.last, ("below", "zero")):
            amount.become(-amount.value)
            amount.last += 2
        _half_more(line, amount)
        while _smaller(line, amount):
            pass


def _behind(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Return the unit behind `amount`, a hyphen or "of" perhaps between, and the token behind it."""
    at = behind_glued_hedge(line, amount.last)
    hyphen = line.word(at) in ("-", "‑") and line.glued(at) == line.glued(at + 1)
    spaced = hyphen and not line.glued(at)
    at += hyphen or (amount.word is not None and line.word(at) == "of")
    if at >= line.n or (spaced and line.lower[at].endswith("s")):
        return None
    return _unit(line, at, amount, hyphen)


def _percentage_points(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Read the "points" of a share: with a percentage or a vote in the sentence, and neither game nor index."""
    if amount.unit != "count" or line.word(amount.last) not in ("points", "point"):
        return None
    few = amount.high is not None and amount.high < _MOST_OF_RATES and not _RATES.isdisjoint(line.lower)
    of_shares = (few or not _OF_SHARES.isdisjoint(line.lower)) and _OF_GAMES.isdisjoint(line.lower)
    return ("percentage_point", amount.last + 1) if of_shares else None


def _shared(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Return the unit that the numbers behind share: 3 x 4 metres, which are two lengths, and 11- and 14-year-olds."""
    begin = _next_of_row(line, amount.last) if amount.unit == "count" else None
    begin = None if begin is None else _last_of_row(line, begin)
    if begin is None:
        return None
    other = line.since(begin).amount(begin)
    by = line.word(amount.last) in _BY
    if other is None or other.word is not None or line.grammar.dimensions.get(other.unit) not in _SHARED[by]:
        return None
    if not by:
        amount.dimension = other.dimension
    return other.unit, amount.last


def _next_of_row(line: Line, at: int) -> int | None:
    """Return the token of the number that "x", or a hyphen with "and" or "or", parts from the number in front of `at`."""
    begin = line.skip(at, *_BY)
    if begin == at and line.glued(at) and not line.glued(at + 1) and line.word(at + 1) in ("and", "or"):
        begin = at + 2 if line.word(at) == "-" else at
    return begin if begin > at and line.kind(begin) in (DIGITS, ONES, TENS) else None


def _last_of_row(line: Line, begin: int) -> int | None:
    """Return the token of the last number of the row that goes on with the one at `begin`; None for too long a row."""
    for _ in range(_MOST_OF_ROW):
        side = number(line.since(begin), begin)
        following = None if side is None else _next_of_row(line, side.last)
        if following is None:
            return begin
        begin = following
    return None


def _listed(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Return the unit at the end of a list of three numbers or more, or of a pair behind "of": five, seven and nine years."""
    begin = _last_of_list(line, amount) if amount.unit == "count" and amount.word is None and not amount.scaled else None
    other = None if begin is None else line.since(begin).amount(begin)
    if other is None or other.first != begin or line.grammar.dimensions.get(other.unit) not in _LISTED:
        return None
    amount.dimension = other.dimension
    return other.unit, amount.last


def _may_be_of_a_pair(line: Line, at: int) -> bool:
    """Tell whether what stands at `at`, in front of a number, lets only one more follow: of 5 and 10 percent; 3, 5 and 8."""
    return line.word(at) in _BEFORE_A_PAIR or (line.word(at) == "," and line.kind(at - 1) in (DIGITS, ONES, TENS))


def _of_one(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Read the unit of which digits below one are a part: 0.8 of a percentage point, 0.3 of a second."""
    part = amount.digits and amount.value is not None and 0 < amount.value < 1
    one = line.word(amount.last) == "of" and line.word(amount.last + 1) in ("a", "an", "one")
    return one_unit(line, amount.last + 2, (*MEASURED, "share", "points", "temperature")) if part and one else None


def _behind_another(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Return the share that the number of the next thing says for both: eggs are 14 and butter 21 per cent dearer."""
    at, level = amount.last + 2, amount.first - 1
    told = line.word(amount.last) == "and" and may_be_noun(line, at - 1) and line.kind(at) in (DIGITS, ONES, TENS)
    # what says the level must not be claimed: so the other number does not look on for the next in turn
    if not told or amount.unit != "count" or level < line.done:
        return None
    if line.word(level) not in _SAYS_A_LEVEL and not _moves(line, level):
        return None
    other = line.since(at).amount(at)
    return (other.unit, amount.last) if other is not None and other.unit == "percent" else None


def _moves(line: Line, at: int) -> bool:
    return line.word(at) in line.grammar.up or line.word(at) in line.grammar.down


def _last_of_list(line: Line, amount: Amount) -> int | None:
    """Return the token of the number behind "and" or "or" that ends a list; "two, and three years later" is none."""
    at, pair = amount.last, _may_be_of_a_pair(line, amount.first - 1)
    for _ in range(_MOST_OF_ROW):
        ends = line.word(at) in ("and", "or")
        if not (ends or line.word(at) == ",") or line.kind(at + 1) not in (DIGITS, ONES, TENS):
            return None
        if ends:
            return at + 1 if pair else None
        side = number(line.since(at + 1), at + 1)
        if side is None:
            return None
        at, pair = line.skip(side.last, ",") if line.word(side.last + 1) in ("and", "or") else side.last, True
    return None


_UNITS = (_behind, _percentage_points, _shared, _listed, _behind_another, _of_one)
"""What finds the unit of a number, in turn."""


def _scale_behind(line: Line, amount: Amount, unit: str) -> None:
    """Take in the scale word behind a currency's code: 75 USD million."""
    g, at = line.grammar, amount.last
    if amount.scaled or not amount.digits or amount.value is None or line.kind(at) != SCALE:
        return
    if g.dimensions.get(unit) == "currency":
        amount.become(amount.value.scaleb(g.scales[line.lower[at]]))
        amount.last, amount.scaled = at + 1, True


def _of_units(line: Line, amount: Amount, unit: str) -> bool:
    """Tell whether "of" and a unit follow a vague word as one figure: millions of dollars, hundreds of miles."""
    return amount.scaled or amount.word in _OF_UNITS or unit in ("USD", "GBP", "EUR")


def _unit(line: Line, at: int, amount: Amount, hyphen: bool) -> tuple[str, int] | None:
    """Return the unit written at `at` and the token behind it."""
    if (amount.digits and (not hyphen or line.words[at] in _HYPHENED)) or line.words[at] in ("%", "°", "‰", "％", "º"):
        sign = _sign(line, at)
        if sign is not None:
            return sign
    unit = _meant(line, at, amount)
    if unit is None and line.lower[at] in _INSIDE_A_MEASURE and not hyphen:
        return _stretch(line, at + 1)
    return unit


def _meant(line: Line, at: int, amount: Amount) -> tuple[str, int] | None:
    """Return the unit whose name stands at `at`, where it is meant, and the token behind it."""
    for words, name in line.grammar.units.get(line.lower[at], ()):
        last = _match(line, at, words)
        if not last or (len(words) == 1 and not _means_unit(line, at, amount, words[0])):
            continue
        if words in _POUNDS:
            name = "GBP" if _is_money(line, amount) else "pound"
        return _points(line, name, last)
    return None


def _stretch(line: Line, at: int) -> tuple[str, int] | None:
    """Return the time or length at `at` behind an adjective: five consecutive days, three more miles."""
    for words, name in line.grammar.units.get(line.word(at), ()):
        last = _match(line, at, words)
        if last and line.grammar.dimensions.get(name) in ("duration", "length"):
            return name, last
    return None


def _sign(line: Line, at: int) -> tuple[str, int] | None:
    """Return the unit whose sign is at `at`, of one token or more, and the token behind it: %, km, °C, m2, km/h, lb-ft."""
    found = sign_at(line, at)
    if found is None or found[1] > at + 1:
        return found
    word = line.words[at]
    if word in _INCH_MARKS:
        return found if _means_inches(line, at, word) else None
    if word in _FOOT_MARKS:
        return found if _means_feet(line, at) else None
    spaced = word in _SPACED_SIGNS and not line.glued(at)
    if spaced and not _stands_apart(line, at, word):
        return None
    return _points(line, *found)


def _stands_apart(line: Line, at: int, word: str) -> bool:
    """Tell whether a letter behind a blank is a sign: "1.5 m deep", "5 V."; not "5 in London", "5 m people"."""
    behind = line.as_written(at + 1)
    if behind == "/":
        return line.glued(at + 1) == line.glued(at + 2) and line.as_written(at + 2) in line.grammar.unit_signs
    if word == "in":
        return _means_inch(line, at)
    if not word.isalpha() or not behind.isalpha() or behind in _EXTENT:
        return True
    if behind.islower():
        return word in _DEGREES and not counted(line, at + 1)
    return word not in "CFAV"


def _means_feet(line: Line, at: int) -> bool:
    """Tell whether an apostrophe right behind digits is the mark of feet: no letter follows, and it closes no quotation."""
    if not line.glued(at) or (line.glued(at + 1) and line.words[at + 1][0].isalpha()):
        return False
    quotes = (k for k in range(at) if line.lower[k] in _SINGLE_QUOTES)
    return all(line.glued(k) or not line.glued(k + 1) for k in quotes)


def _means_inches(line: Line, at: int, word: str) -> bool:
    """Tell whether a quotation mark right behind digits is no closing one; nobody writes four digits of inches."""
    if len(line.words[at - 1]) > _MOST_OF_INCHES:
        return False
    return line.glued(at) and word != "”" and line.text.count(word, line.sentence.start, line.starts[at]) % 2 == 0


def _match(line: Line, at: int, words: tuple[str, ...]) -> int:
    """Return the token behind `words` at `at`, hyphens between them allowed; 0 where they do not stand there."""
    before = ""
    for word in words:
        if before:
            at = line.skip(at, "-")
        if 0 < len(before) <= _SHORTENED:
            at = line.skip(at, ".")
        if line.word(at) != word:
            return 0
        before = word
        at += 1
    return at


def _points(line: Line, name: str, last: int) -> tuple[str, int]:
    """Take in the "points" behind percent, which make it another unit."""
    if name == "percent" and line.word(last) in ("points", "point"):
        return "percentage_point", last + 1
    return name, last


def _means_unit(line: Line, at: int, amount: Amount, word: str) -> bool:
    """Tell whether a word that may be a unit is one here."""
    if word in line.grammar.money_wary:
        value = amount.high if amount.high is not None else amount.low
        return amount.scaled or (value is not None and value >= _LEAST_OF_WARY)
    means = _AMBIGUOUS.get(word)
    return means is None or means(line, at, amount)


def _means_second(line: Line, at: int, amount: Amount) -> bool:
    """Tell a second of time from what comes second: "1 second later"; not "one second place", "three second-half goals"."""
    if line.word(at - 1) == "-":
        return True
    if _opens_a_compound(line, at):
        return False
    behind = line.as_written(at + 1)
    other = amount.high is None or amount.high != 1
    return other or not behind.isalpha() or behind in line.grammar.times_behind or behind in ("and", "to", "in")


def _means_stone(line: Line, at: int, amount: Amount) -> bool:
    """Tell the weight from the material: not "two stone bridges", "with one stone"."""
    return amount.high is not None and amount.high > 1 and not counted(line, at + 1)


def _is_no_name(line: Line, at: int, amount: Amount) -> bool:
    """Tell a unit from a name with a capital: not "seven Cups"."""
    return not line.words[at][0].isupper() or line.word(at - 1) == "-"


_AMBIGUOUS = {
    "second": _means_second,
    "stone": _means_stone,
    **dict.fromkeys(("cup", "cups", "foot", "yard", "yards", "bit"), _is_no_name),
}
"""Units that are something else too, with the test that they are meant."""


def _opens_a_compound(line: Line, at: int) -> bool:
    """Tell whether a hyphen makes an ordinal of the "second" at `at`: second-half goals; not a 10 second-long clip."""
    return line.word(at + 1) == "-" and line.tight(at + 1) and line.words[at + 2] not in ("long", "old")


def _is_money(line: Line, amount: Amount) -> bool:
    """Tell whether pounds are sterling here: behind a scale word, or with a word of money in the sentence."""
    return amount.scaled or not _MONEY.isdisjoint(line.lower)


def _half_more(line: Line, amount: Amount) -> None:
    """Read "and a half" behind a unit: two years and a half."""
    at = amount.last
    if amount.value is None or line.word(at) != "and":
        return
    half = line.skip(at + 1, "a")
    if line.kind(half) == PART and line.lower[half] in ("half", "quarter") and line.word(half + 1) not in ("of", "the"):
        amount.become(amount.value + _ONE / line.grammar.parts[line.lower[half]])
        amount.last = half + 1


def _smaller(line: Line, amount: Amount) -> bool:
    """Take in a smaller unit of the same dimension: 5 ft 2 in, 1 year 1 month, 10 dollars 30 cents."""
    read = _COMPOUND.get(line.grammar.dimensions.get(amount.unit, ""))
    if read is None:
        return False
    if line.word(amount.first - 1) == "between":
        return read(line, amount, amount.last)
    comma = line.skip(amount.last, ",")  # 5 feet, 8 inches
    return read(line, amount, line.skip(comma, "and")) if not _is_listed(line, comma) else False


def _is_listed(line: Line, comma: int) -> bool:
    """Tell whether a serial comma follows soon, so that measures stay a list: 11 hours, 20 minutes, and 5 seconds."""
    return line.word(comma - 1) == "," and (",", "and") in pairwise(line.lower[comma - 1 : comma + _FURTHEST_SERIAL])


def _number_behind(line: Line, at: int) -> Number | None:
    """Read the plain number at `at`, without a word of scale."""
    found = number(line, at) if line.kind(at) in (DIGITS, ONES, TENS) else None
    return None if found is None or found.scaled else found


def _smaller_length(line: Line, amount: Amount, at: int) -> bool:
    """Take in inches behind a hyphen, and every other smaller length."""
    if amount.unit == "foot" and line.word(at) == "-" and line.tight(at):
        return _hyphened_inches(line, amount, at + 1)
    return _smaller_measure(line, amount, at)


def _smaller_measure(line: Line, amount: Amount, at: int) -> bool:
    """Take in a number at `at` with its unit, or with the one that may be left out."""
    found = _number_behind(line, at)
    if found is None or (line.word(at - 1) == "," and not _is_whole(amount)):
        return False
    smaller = _smaller_unit(line, at, found.last, line.grammar.dimensions[amount.unit]) or _left_out(line, amount, at, found)
    if smaller is None or not _adds(line, amount, found.value, smaller[0], joined=at > amount.last):
        return False
    amount.last = smaller[1]
    amount.trail += ("measures/compound",)
    return True


def _is_whole(amount: Amount) -> bool:
    """Tell whether a smaller measure behind a comma may go on with `amount`: 5 feet, 8 inches; not 6.81m, 4cm short."""
    return amount.value is not None and amount.value == amount.value.to_integral_value()


def _left_out(line: Line, amount: Amount, at: int, found: Number) -> tuple[str, int] | None:
    """Return the unit that a smaller number leaves out: the inches of 6'3, the pounds of 12 stone 7."""
    unit, most = _LEFT_OUT.get(amount.unit, ("", 0))
    if not 0 < found.value < most or at > amount.last:
        return None
    said = _goes_on_without(line, at, found.last) if line.glued(at) else _ends_a_height(line, amount, found.last)
    return (unit, found.last) if said else None


def _goes_on_without(line: Line, at: int, last: int) -> bool:
    """Tell whether digits at `at` are glued to the unit before them and nothing to them: 3h20; not the 15 of 20m15s."""
    return line.kinds[at] == DIGITS and not (line.glued(last) and line.words[last].isalnum())


def _ends_a_height(line: Line, amount: Amount, last: int) -> bool:
    """Tell whether what stands at `last` ends a height or a weight that leaves its smaller unit out: five foot eight."""
    behind = line.word(last)
    ends = not behind.isalnum() or behind == "tall" or behind in line.grammar.cues.ends_a_noun
    return amount.unit in ("stone", "foot") and ends and behind != "%"


def _hyphened_inches(line: Line, amount: Amount, at: int) -> bool:
    """Take in the inches of "a 6-foot-4 player"."""
    found = number(line, at) if line.kind(at) in (DIGITS, ONES) else None
    if found is None or not 0 < found.value < _INCHES or _says_a_unit(line, found.last) or amount.value is None:
        return False
    inches = line.word(found.last) == "-" and line.word(found.last + 1) in ("inch", "inches", "in")
    amount.become(amount.value + to_places(found.value / _INCHES, 12).normalize())
    amount.last = found.last + 2 * inches
    amount.trail += ("measures/compound",)
    return True


def _says_a_unit(line: Line, at: int) -> bool:
    """Tell whether the name of a unit stands at `at` in full: not the "Danish" of "Danish kroner" alone."""
    return any(_match(line, at, words) for words, _ in line.grammar.units.get(line.word(at), ()))


def _smaller_unit(line: Line, at: int, last: int, dimension: str) -> tuple[str, int] | None:
    """Return the unit at `last`, behind the number at `at`, and the token behind it, where it is of `dimension`."""
    word = line.as_written(last)
    if line.as_written(at - 1) in _FOOT_MARKS and word in _INCH_MARKS:
        return "inch", last + 1
    if dimension == "duration" and word == "m" and line.glued(last):
        return "minute", last + 1
    found = _sign(line, last) if line.kinds[at] == DIGITS else None
    if found is None and dimension == "length" and _means_inch(line, last):
        return "inch", last + 1
    found = found or _named(line, last, dimension)
    return found if found is not None and line.grammar.dimensions.get(found[0]) == dimension else None


def _named(line: Line, at: int, dimension: str) -> tuple[str, int] | None:
    """Return the unit of `dimension` whose name stands at `at`, and the token behind it; pounds are a weight here."""
    for words, said in line.grammar.units.get(line.word(at), ()):
        name = "pound" if dimension == "mass" and words in _POUNDS else said
        end = _match(line, at, words) if line.grammar.dimensions.get(name) == dimension else 0
        if end:
            return name, end
    return None


def _means_inch(line: Line, at: int) -> bool:
    """Tell whether the word "in" at `at` is the sign of an inch: 5 ft 2 in."""
    return line.as_written(at) == "in" and line.as_written(line.skip(at + 1, ".")) in _INCH_BEHIND


def _adds(line: Line, amount: Amount, value: Decimal, unit: str, *, joined: bool) -> bool:
    """Add `value` in the smaller `unit` to `amount`; return False where it makes up too much of it."""
    big, small = line.grammar.factors.get(amount.unit), line.grammar.factors.get(unit)
    if big is None or small is None or amount.value is None:
        return False
    if unit == amount.unit or (joined and small >= big) or value * small >= big * _MOST_TIMES * max(_ONE, amount.value):
        return False
    amount.become(amount.value + to_places(value * small / big, 12).normalize())
    return True


def _cents(line: Line, amount: Amount, at: int) -> bool:
    """Take in the hundredth part of a currency in words: 3 dollars 50 cents, 15 dollars 50."""
    whole, found = amount.value, _number_behind(line, at)
    if found is None or whole is None or whole != whole.to_integral_value() or amount.scaled or not 0 < found.value < 100:
        return False
    last = line.skip(found.last, *_HUNDREDTHS)
    if last == found.last and not _bare_cents(line, found.value, at, last):
        return False
    amount.become(whole + found.value / 100)
    amount.last = last
    amount.trail += ("measures/cents",)
    return True


def _bare_cents(line: Line, value: Decimal, at: int, last: int) -> bool:
    """Tell whether two digits right behind the name of a currency are its cents: nothing follows that they could count."""
    behind = line.word(last)
    if behind.isalnum() or behind in ("-", "%") or behind in line.grammar.money_signs:
        return False
    return value >= 10 and line.kinds[at] in (DIGITS, TENS) and line.words[at - 1].isalpha()


_COMPOUND = {"duration": _smaller_measure, "length": _smaller_length, "mass": _smaller_measure, "currency": _cents}
"""What takes in a smaller unit, by the dimension."""
