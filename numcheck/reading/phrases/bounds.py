"""Bounds and approximations around a number: at least, well over, up to, as little as, nearly, or more, or so, 180+."""

from __future__ import annotations

from collections.abc import Callable

from numcheck.language.en import around
from numcheck.model.reading import Hedge, Side
from numcheck.reading.grammar import Hedging
from numcheck.reading.line import ARTICLE, CALENDAR, NOTHING, ORDINAL, PART, VAGUE, Amount, Line
from numcheck.reading.nouns import behind_glued_hedge, counted, is_plural, may_be_noun

AFTER = ("ranges",)
EXAMPLES = (
    ("at least 55 people", 55, None),
    ("over 180 people", 180, None),
    ("up to 500 people", None, 500),
    ("as little as six months", 6, None),
    ("as many as about 300 people", None, 300),
    ("about 300 people", 300, 300),
    ("180+ dead", 180, None),
    ("40 people or more", 40, None),
    ("ten minutes, tops", None, 10),
    ("It rolled over about 12 miles off.", 12, 12),
    ("for over 20 years", 20, None),
    ("for over six seasons", 6, None),
    ("It will add up to $40 to the bill.", None, 40),
    ("children under age 5", None, 5),
    ("They waited at least a few hours.", 2, None),
    ("a sub-7 nanometre chip", None, 7),
    ("an under-17-year-old sailor", None, 17),
    ("more than 100 but fewer than 300 people", 100, 300),
    ("40 or so boats", 40, 40),
    ("Over three years later it sank.", 3, None),
    ("It may add up to $40.", None, 40),
    ("those under 20 or over 30", None, 20),
    ("40-odd boats", 40, 40),
    ("50-plus boats", 50, None),
    ("just under 40 boats", None, 40),
    ("40 at most", None, 40),
    ("some 40 boats", 40, 40),
    ("at most 100 and at least 20 boats", 20, 100),
    ("exactly 40 boats", 40, 40),
    ("Boats should not use more than 10 percent.", None, 10),
    ("Never pay more than $50.", None, 50),
    ("The fee must not exceed 40 euros.", None, 40),
    ("It can't be less than 20 miles.", 20, None),
    ("The fee did not exceed 40 euros.", None, 40),
    ("Try not to use more than 10 boats.", None, 10),
    ("They face up to 10 years in prison.", None, 10),
    ("The flood took over 100 lives.", 100, None),
    ("more than 20 boats, but fewer than 30", 20, 30),
    ("It holds 30 boats max.", None, 30),
    ("five-odd years", 5, 5),
    ("5+ years", 5, None),
    ("a $5-plus million fund", 5000000, None),
    ("It fell short of 40 boats.", None, 40),
    ("It lasts as little as two weeks, and up to 40 boats may sail.", 2, None),
    ("more than 20 boats but fewer than 30 sailors", 20, None),
    ("It could top 400 by May.", 400, None),
    ("boys as young as 11", 11, None),
    ("for at least the next two years", 2, None),
    ("The toll passed 400.", 400, None),
    ("The count passed 4,000 votes.", 4000, None),
    ("in up to the past 12 months", None, 12),
    ("Police arrested over 40 men.", 40, None),
    ("five or more days", 5, None),
    ("They pay $50 or more a week.", 50, None),
)
QUIET = (
    "The port is short of 40 crews.",
    "They cut fares from 4 crowns to 3 crowns.",
    "over the past twenty years",
    "She scored over six full seasons.",
    "The bills add up to $40.",
    "Class sizes crept up to 28.6.",
    "The fee was jacked up to 90 euros.",
    "They talked about three harbours.",
    "what to do over three phases",
    "a $12 minimum wage",
    "a 30 km maximum range",
    "They live close to 40 harbours.",
    "40 boats and more than that",
    "40 plus more",
    "in some 40 boats",
    "The rate is up to 40 per cent from 30 boats.",
    "Its rate would go up to 39.6% from 37%.",
    "It earned £38m less than two years ago.",
    "a row over a 4 percent rise",
    "They were sued over 12 contracts.",
    "Crews walked out over 300 jobs.",
    "The port was fined over 1,046 transfers.",
    "He was suspended over 14 payments.",
    "under a 20-week ban",
    "It was bumped up to $25 million.",
    "The fee goes up to 7.2p from 6.7p.",
    "less than the 40 that she had asked for",
    "the top 40 boats",
    "over the next two years",
    "The council passed 14 laws.",
    "She passed three exams.",
    "The bill passed 88 to 12.",
)

_DEEPEST = 3
"""How many hedges may be nested: "at least, by some counts, about 300" reads two."""

_MOST_FILLERS = 2
_WORDS_INSIDE = 3
"""How many words of a counted noun may stand in front of a hedge behind: 40 people or more."""

_FURTHEST_BOUND = 6
_MOST_UNIT = 3
"""Words of a unit that may stand between a number and the "from" behind it."""

_STANDS = frozenset(
    {
        "go",
        "goes",
        "going",
        "rise",
        "rises",
        "move",
        "moves",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "now",
        "went",
        "gone",
        ",",
        "'s",
        "’s",
    }
)
"""Behind these "up to 6.9 from 6.4" is a rise."""

_FURTHEST_NEGATION = 4
"""Words from a negation to the bound it turns, at most: must not be used for more than."""

_AT_MOST = ("tops", "max", "maximum")
_TIED = ("plus", "odd", "+")
_AT_LIMIT = (*_AT_MOST, "minimum")
_DOES = ("do", "does", "did", "is", "are", "was", "were")
_EARLIER = ("ago", "earlier", "before", "later")

_MANY = 200
"""From so many on what is "passed" is a mark and not got through one by one: passed 4,000 votes."""

_RUNS = frozenset(
    "seasons games matches nights rounds innings episodes sessions weekends races holes legs meetings phases stages "
    "instalments installments tranches chapters volumes".split()
)
"""What goes on for a time and is counted: over six seasons."""

_BOUNDARIES = ("over", "under", "above", "below")
_SMALL = ("couple", "few", "handful")
"""Vague words that "over" does not bound: a row over a few hundred jobs."""

_LOWER = {"more_than", "at_least"}
_UPPER = {"less_than", "at_most"}
_BOUNDS = _LOWER | _UPPER
_LEAVES_OUT = {"more_than", "less_than"}
"""Bounds that leave their own number out, so that two of one number leave none between them."""
_SUB = Hedging(("sub",), "less_than", None)

# "over" bounds a stretch of time behind one of these: for over two years.
_OVER_A_TIME = frozenset(
    (
        "for lasted lasting lasts took takes taking after than of is was are were in spent spend with has have had be "
        "been just well - stretched spanned dating and aged a slightly "
        "wait waits waited waiting serve served serving"
    ).split()
)
# "about" behind one of these is a preposition: they talked about three harbours.
_TALK_ABOUT = frozenset(
    (
        "talk talked talking talks know knew known worried worry concerned asked ask asking think thought thinking wrong "
        "learned learn heard hear told tell care complained complain complaints warned lied story stories book film movie "
        "questions question information details concerns news something anything everything nothing more what sure speak "
        "spoke wrote write writing argue argued read moan moaned moaning grumble grumbled joke joked lie lying forget "
        "forgot boast boasted hears hearing"
    ).split()
)
# Behind "40 and more", "40 at least" these leave the hedge with the number before it.
_BEHIND_AND_MORE = frozenset({"", ".", ",", "in", ";", ")", "are", "were", "to", "have", "on"})
_BEHIND_AT_LEAST = frozenset({"", ".", ",", ";", ")", "—", "–", "were", "are", "have", "and"})
# Verbs whose "over" and "to" are no bound: handed over 421,000 names, own up to 40 mistakes.
_BEING = frozenset("is are was were be been being 's ’s 're ’re left run runs ran running".split())
_VERB_OVER = frozenset(
    (
        "rolled roll rolling rolls handed hand handing hands turned turn turning took take takes taking taken carried ran "
        "run knocked flipped tipped keeled pulled held won passed crossed fell toppled mulled pored presided ruled "
        "towered hovered flew fly flying fought argued clashed quarrelled bent started moved averaged"
    ).split()
)
# "Over" behind one of these tells what something is about: a row over 300 jobs, sued over 12 deaths.
_ABOUT_OVER = frozenset(
    (
        "row rows dispute disputes sue sued sues suing questioned quizzed grilled charged arrested fined jailed "
        "investigated probed protest protests protested strike strikes struck clash clashes battle fight feud concern "
        "concerns anger outrage outcry criticism criticised criticized controversy scandal debate talks negotiations "
        "lawsuit lawsuits claim claims tension tensions standoff resign resigned resigns quit sacked fired condemned "
        "worries fears uproar backlash furore fury war suspended banned sanctioned reprimanded censured docked prosecuted "
        "indicted impeached inquiry probe complaint complaints unease alarm spat wrangle deadlock impasse disagreement"
    ).split()
)
_DONE_TO_PEOPLE = frozenset("arrested charged fined jailed sacked fired questioned investigated suspended banned".split())
_OUT_OVER = frozenset("walk walks walked walking fall fell fallen falling".split())
_FACING = ("face", "faces", "faced", "facing")
_ADDING = ("add", "adds", "added", "adding")
"""Behind these "up to" bounds a time or a sum, and ends a verb in front of a count: face up to 10 years."""

_VERB_TO = frozenset(
    (
        "live lives lived located own owned owns owning adds added add adding comes came come faces faced face stand "
        "stands stood wake woke measure measured marked pushed scaled bid talked bump bumps bumped bumping ratchet ratchets "
        "ratcheted ratcheting creep creeps crept creeping inch inches inched inching edge edges edged edging tick ticks ticked "
        "ticking nudge nudges nudged nudging jacked cranked totted mounted warmed went gone"
    ).split()
)
# In front of a verb these turn the bound behind it: must not exceed 40, never pay more than $50. Behind "do" a count
# may be of those left out.
_TURNING = frozenset(
    (
        "not never cannot can't can’t mustn't mustn’t shouldn't shouldn’t won't won’t wouldn't wouldn’t couldn't couldn’t "
        "shan't shan’t"
    ).split()
)
_TURNING_MEASURES = frozenset(
    "don't don’t doesn't doesn’t didn't didn’t isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t".split()
)
_BEFORE_TURNING = around.MODALS | {"need", "ought"}
_OVER_SPANS = (["in"], ["for"])
"""Alone between the negation and the bound they tell of a span: never in more than 40 years."""
# Between the negation and the bound these leave it as it is: not that more than 50, not only more than 50.
_NOT_TURNED = frozenset(
    (
        "that only just merely because if when as and or but who which than since while what how why before until again all"
    ).split()
)


def wrap(line: Line, amount: Amount) -> None:
    """Take in the hedges in front of and behind `amount` and move its ends accordingly."""
    if amount.stated is None:
        return
    found = _in_front(line, amount) or _prefix(line, amount)
    found += _behind(line, amount)
    if found:
        _apply(amount, found)
        _turn(line, amount)
        _two_sided(line, amount)


def _in_front(line: Line, amount: Amount) -> list[Hedging]:
    """Return the hedges in front, the nearest first, and move the amount's start to the outermost."""
    found: list[Hedging] = []
    while len(found) < _DEEPEST and amount.first > line.done:
        last = _over_fillers(line, _before(line, amount), nested=bool(found))
        row = None if last is None else _row_ending(line, last)
        if row is None or last is None or not _means_hedge(line, amount, row, last - len(row.words) + 1):
            break
        found.append(row)
        if row.outside:
            break
        amount.first = last - len(row.words) + 1
    return found


def _before(line: Line, amount: Amount) -> int:
    """Return the token in front of `amount`; the "age" of "under age 5" and "the next" of a period are passed over."""
    at = amount.first - 3
    if line.word(at + 1) == "the" and line.word(at + 2) in around.NEXT_PERIODS and line.word(at) in ("least", "to"):
        return at  # at least the next two years
    aged = amount.dimension == "age" and line.word(amount.first - 1) == "age" and line.word(amount.first - 2) in _BOUNDARIES
    return amount.first - 2 if aged else amount.first - 1


def _over_fillers(line: Line, at: int, *, nested: bool) -> int | None:
    """Return the token in front of the small words that end at `at`; None where they cut the hedge off ("about the 40")."""
    g, begin = line.grammar, at
    while at > line.done and begin - at < _MOST_FILLERS and line.lower[at] not in g.before:
        if line.lower[at] not in g.fillers and not (nested and line.lower[at] == ","):
            break
        at -= 1
    cut = at < begin and line.lower[at] != "than" and line.lower[at + 1] in ("the", "just", "only", "merely", "barely", "even")
    return None if cut else at


def _row_ending(line: Line, last: int) -> Hedging | None:
    """Return the longest hedge whose last word is token `last`."""
    for row in line.grammar.before.get(line.lower[last], ()):
        first = last - len(row.words) + 1
        if first >= line.done and line.says(first, row.words):
            return row
    return None


def _prefix(line: Line, amount: Amount) -> list[Hedging]:
    """Read the prefix of "sub-7 nanometre", "an under-17-year-old"."""
    at = amount.first - 2
    if amount.dimension == "age" and line.word(at) in ("under", "over") and line.word(at + 1) == "-" and at >= line.done:
        amount.first = at
        return [line.grammar.before[line.lower[at]][-1]]
    if at >= line.done and line.says(at, ("sub", "-")) and line.glued(amount.first):
        amount.first = at
        return [_SUB]
    return []


def _means_hedge(line: Line, amount: Amount, row: Hedging, at: int) -> bool:
    """Tell whether the phrase of `row`, which begins at token `at`, is a hedge here."""
    head = row.words[0]
    if _is_of_an_article(line, amount, row, at):
        return False
    if row.words[-1] == "than" and 0 < at == line.done and line.word(amount.last) in _EARLIER:
        return False  # £38m less than two years ago
    if row.words == ("short", "of"):
        return not _lacks(line, amount, at)
    if len(row.words) > 1 and head != "c":
        ends = _LAST_WORD.get(row.words[-1])
        return ends is None or ends(line, amount, row, at)
    means = _ONE_WORD.get(head)
    return means is None or means(line, amount, at)


def _is_of_an_article(line: Line, amount: Amount, row: Hedging, at: int) -> bool:
    """Tell whether an article shuts the phrase off: a row over a 4 percent rise, less than the 40 that she had asked for."""
    behind = at + len(row.words)
    article = line.word(behind) if behind < amount.first else ""
    return (row.words[0] in _BOUNDARIES and article in ("a", "an")) or (row.words[-1] == "than" and article == "the")


def _lacks(line: Line, amount: Amount, at: int) -> bool:
    """Tell what is lacking from a bound: "is short of 300 nurses", not "fell short of 300"."""
    return line.word(line.skip_back(at - 1, *line.grammar.fillers)) in _BEING and counted(line, amount.last) != ""


def _means_floor(line: Line, amount: Amount, row: Hedging, at: int) -> bool:
    """Tell whether "fares from" gives the least of them, and not the first end of a change: from 4 crowns to 3 crowns."""
    return line.word(amount.last) != "to"


def _means_up_to(line: Line, amount: Amount, row: Hedging, at: int) -> bool:
    """Tell the bound from the end of a verb and from a rise: not "live up to 40", "is up to 6.9 from 6.4"."""
    before = line.word(at - 1)
    if row.words == ("up", "to") and before in _STANDS and _comes_from(line, amount):
        return False
    if before in _ADDING and not line.word(amount.last)[:1].isalpha() and line.word(at - 2) not in _BEFORE_TURNING:
        return False  # the bills add up to $40
    return before not in _VERB_TO or (before in (*_FACING, *_ADDING) and amount.unit != "count")


def _means_over(line: Line, amount: Amount, at: int) -> bool:
    """Tell the bound from the end of a verb and from a preposition: not "took over 5 boats", "over the past 20 years"."""
    if _is_over_a_time(line, amount, at):
        return True
    if line.word(at - 1) in _VERB_OVER | _ABOUT_OVER:
        return line.word(amount.last) == "lives" or _is_done_to_people(line, amount, at - 1)
    if line.word(at - 1) == "out" and line.word(at - 2) in _OUT_OVER:
        return False
    if (amount.word or "").startswith(_SMALL):
        return False
    return line.word(amount.last) in _EARLIER if _is_stretch(line, amount) else _is_no_pair(line, amount, at)


def _is_over_a_time(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether "over" bounds a time or what goes on for one: took over two years; not over a few years."""
    return line.word(at - 1) in _OVER_A_TIME and _is_stretch(line, amount) and not (amount.word or "").startswith(_SMALL)


def _is_done_to_people(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether the verb at `at` is done to the people who are counted: arrested over 40 men; not was fined over 12 men."""
    if line.word(at) not in _DONE_TO_PEOPLE:
        return False
    noun = counted(line, amount.last)
    people = noun in line.grammar.marks.plurals or noun.removesuffix("s") in line.grammar.persons
    return people and line.word(line.skip_back(at - 1, "not", "also", "then")) not in around.BE


def _means_within(line: Line, amount: Amount, at: int) -> bool:
    return not _is_stretch(line, amount) or line.word(at - 1) in _OVER_A_TIME or line.word(amount.last) in _EARLIER


def _is_stretch(line: Line, amount: Amount) -> bool:
    """Tell whether the figure is a time in front of which "over" is mostly a preposition."""
    if line.grammar.dimensions.get(amount.unit) == "duration" and amount.dimension is None:
        return True
    return amount.unit == "count" and counted(line, amount.last) in _RUNS


def _is_no_pair(line: Line, amount: Amount, at: int) -> bool:
    """Tell a bound from the second of "over and under"."""
    return line.word(at - 1) not in ("and", "or") or line.word(at - 2) not in _BOUNDARIES


def _means_some(line: Line, amount: Amount, at: int) -> bool:
    return amount.word is None and line.word(at - 1) not in ("in", "at")


def _means_passed(line: Line, amount: Amount, at: int) -> bool:
    """Tell the bound from what one gets through and from a vote: the toll passed 400; not passed 14 laws, passed 88 to 12."""
    if line.word(amount.last) in ("to", "-", "–"):
        return False
    few = amount.unit == "count" and not amount.scaled and amount.value is not None and amount.value < _MANY
    return not few or not counted(line, amount.last)


_LAST_WORD: dict[str, Callable[[Line, Amount, Hedging, int], bool]] = {"to": _means_up_to, "from": _means_floor}
"""Last words of hedges of several that have another meaning too, with the test that they are meant."""

_ONE_WORD: dict[str, Callable[[Line, Amount, int], bool]] = {
    **dict.fromkeys(_BOUNDARIES, _is_no_pair),
    **dict.fromkeys(("maybe", "perhaps"), lambda line, amount, at: amount.word is None),
    "over": _means_over,
    "within": _means_within,
    "c": lambda line, amount, at: line.words[at] == "c",
    "about": lambda line, amount, at: line.word(at - 1) not in _TALK_ABOUT,
    "some": _means_some,
    "passed": _means_passed,
    "plus": lambda line, amount, at: False,
}
"""Hedges of one word that have another meaning too, with the test that they are meant."""


def _comes_from(line: Line, amount: Amount) -> bool:
    """Tell whether the number it was before follows: "is up to 6.9 per cent from 6.4" is a level that has risen."""
    at = next((i for i in range(amount.last, min(amount.last + _MOST_UNIT, line.n)) if line.lower[i] == "from"), None)
    return at is not None and (line.kind(at + 1) is not None or line.as_written(at + 1) in line.grammar.money_signs)


def _behind(line: Line, amount: Amount) -> list[Hedging]:
    """Return the hedge behind the figure, or behind the noun it counts directly; one right behind belongs to the figure."""
    begin = amount.last
    inside = _inside(line, amount)
    if inside is not None:
        return [inside]
    if _is_parted(line, begin):
        amount.last = begin + 2
        return [line.grammar.after[line.lower[begin + 1]][0]]
    furthest = begin + (_WORDS_INSIDE if amount.unit == "count" else 0)
    for at in range(begin, min(furthest + 1, line.n)):
        row = _row_beginning(line, at)
        if row is not None and _ends(line, at, len(row.words), near=at == begin):
            return _taken(line, amount, row, at)
        if not may_be_noun(line, at):
            break
    return []


def _inside(line: Line, amount: Amount) -> Hedging | None:
    """Return the hedge between the number and its unit: 5+ years, five-odd years, five or more days."""
    for at in range(amount.core[0], amount.last):
        if line.lower[at] in _TIED or (at == amount.core[1] and line.lower[at] == "or"):
            return _row_beginning(line, at)
    return None


def _is_parted(line: Line, at: int) -> bool:
    """Tell whether a sign at `at` parts the hedge from its number: 50-plus, 40-odd; ten minutes, tops."""
    behind = line.word(at + 1)
    if line.word(at) == "-":
        return behind_glued_hedge(line, at) > at
    return line.word(at) == "," and behind in _AT_MOST


def _taken(line: Line, amount: Amount, row: Hedging, at: int) -> list[Hedging]:
    """Take in the hedge at `at` where it stands right behind the figure; not "40 odd boats", "40 + more"."""
    if row.words == ("odd",) or (row.words == ("+",) and not line.glued(at)):
        return []
    if at == amount.last:
        amount.last = at + len(row.words)
    return [row]


def _row_beginning(line: Line, at: int) -> Hedging | None:
    """Return the longest hedge whose first word is token `at`."""
    return next((row for row in line.grammar.after.get(line.lower[at], ()) if line.says(at, row.words)), None)


def _ends(line: Line, at: int, length: int, *, near: bool) -> bool:
    """Tell whether a hedge behind the number ends there: no number or "than" follows that it would belong to."""
    following = line.word(at + length)
    if following in ("than", "$", "£", "€") or line.kind(at + length) not in _NO_NUMBER:
        return False
    means = _ONE_WORD_BEHIND.get(line.lower[at])
    return means is None or means(line, at, following, near)


_ONE_WORD_BEHIND: dict[str, Callable[[Line, int, str, bool], bool]] = {
    "plus": lambda line, at, following, near: near and (not following.isalpha() or is_plural(line, following)),
    **dict.fromkeys(
        _AT_LIMIT, lambda line, at, following, near: not following.isalpha() or (near and not may_be_noun(line, at + 1))
    ),
    "and": lambda line, at, following, near: (
        following != "to" if line.word(at + 1) == "up" else following in _BEHIND_AND_MORE or line.word(at + 1) != "more"
    ),
    "at": lambda line, at, following, near: following in _BEHIND_AT_LEAST,
}
"""First words of hedges behind a number, with the test that nothing goes on there."""

_NO_NUMBER = {None, VAGUE, ORDINAL, CALENDAR, NOTHING, PART, ARTICLE}
"""What may follow a hedge behind a number without being the number it belongs to."""


def _apply(amount: Amount, found: list[Hedging]) -> None:
    """Move the ends by the strongest hedge: a bound outranks an approximation, the inner bound the outer."""
    bound = next((row for row in found if row.hedge in _BOUNDS), None)
    row = bound or found[0]
    hedges = [" ".join(r.words) for r in found]
    amount.trail += tuple(f"bounds/{hedge}" for hedge in hedges)
    amount.hedges |= frozenset(hedges)
    if amount.hedge == "vague" and row.hedge in _LOWER and amount.low is not None:
        amount.high = None  # at least a few hours
    if row.hedge == "exact" or amount.hedge in ("vague", "range"):
        return
    value = amount.stated
    amount.hedge, amount.side = row.hedge, row.side or (_side(found, row.hedge) if bound else None)
    if row.hedge in _LOWER:
        amount.low, amount.high, amount.low_open = value, None, row.hedge == "more_than"
    elif row.hedge in _UPPER:
        amount.low, amount.high, amount.high_open = None, value, row.hedge == "less_than"


def _side(found: list[Hedging], hedge: Hedge) -> Side | None:
    """Return the side that another hedge beside a bound gives it: "just over"."""
    return next((row.side for row in found if row.side is not None and row.hedge in ("about", hedge)), None)


def _turn(line: Line, amount: Amount) -> None:
    """Turn the bound where a negation stands before its verb: must not exceed 40, never pay over $50, was never over 40."""
    if amount.hedge not in ("more_than", "less_than") or not _negated(line, amount):
        return
    amount.low, amount.high = amount.high, amount.low
    amount.low_open = amount.high_open = False
    amount.hedge, amount.side = "at_most" if amount.hedge == "more_than" else "at_least", None
    amount.trail += ("bounds/turned",)


def _negated(line: Line, amount: Amount) -> bool:
    """Tell whether a negation stands before the verb of the bound, a few words in front."""
    measured = amount.unit != "count"
    for at in line.leftwards(amount.first, _FURTHEST_NEGATION + 1):
        word = line.lower[at]
        if word == "not":
            return at < amount.first - 1 and _not_turns(line, at, measured=measured)
        if word in _TURNING or (word in _TURNING_MEASURES and measured):
            return line.lower[at + 1 : amount.first] not in _OVER_SPANS
        if not word.isalpha() or not word.islower() or line.kinds[at] is not None or word in _NOT_TURNED:
            return False
    return False


def _not_turns(line: Line, at: int, *, measured: bool) -> bool:
    """Tell whether the "not" at `at` is one of asking or of a measure: must not, try not to, did not exceed 40 euros."""
    before = line.word(at - 1)
    asked = line.word(at + 1) == "to" or (before == "do" and at == 1)
    return asked or before in _BEFORE_TURNING or (measured and before in _DOES)


def _two_sided(line: Line, amount: Amount) -> None:
    """Read "more than 100 but fewer than 300", "at most 100 and at least 20" as one range."""
    joint = _behind_counted(line, amount)
    found = _other_bound(line, amount, joint + 1) if line.word(joint) in ("and", "but") else None
    if amount.hedge not in _BOUNDS or found is None:
        return
    hedge, other = found
    low, high = (amount.low, other.low) if amount.hedge in _LOWER else (other.low, amount.high)
    opened = {amount.hedge, hedge}
    if low is None or high is None or not _same_unit(line, amount, other):
        return
    if low > high or (low == high and opened & _LEAVES_OUT):
        return
    amount.low, amount.high = low, high
    amount.low_open, amount.high_open = "more_than" in opened, "less_than" in opened
    amount.hedge, amount.side = "range", None
    amount.unit = amount.unit if other.unit == "count" else other.unit
    amount.noun = (amount.last, line.skip_back(joint - 1, ",") + 1) if may_be_noun(line, amount.last) else None
    amount.last = other.last
    amount.trail += ("bounds/two-sided",)


def _behind_counted(line: Line, amount: Amount) -> int:
    """Return the token behind the noun that a count may have, and behind its comma: more than 20 boats, but."""
    at = amount.last
    while amount.unit == "count" and at < amount.last + _WORDS_INSIDE and may_be_noun(line, at):
        at += 1
    return line.skip(at, ",")


def _other_bound(line: Line, amount: Amount, begin: int) -> tuple[Hedge, Amount] | None:
    """Read the bound at `begin`, behind "and" or "but", that closes the other side: its hedge and its number."""
    opposite = _UPPER if amount.hedge in _LOWER else _LOWER
    begin = line.skip(begin, *line.grammar.fillers)
    for end in range(begin, min(begin + _FURTHEST_BOUND, line.n)):
        words = tuple(line.lower[begin : end + 1])
        row = next((r for r in line.grammar.before.get(line.lower[end], ()) if r.words == words), None)
        if row is not None and row.hedge in opposite:
            other = _number_at(line, end + 1)
            if other is not None:
                return None if other.value is None else (row.hedge, other)
    return None


def _number_at(line: Line, begin: int) -> Amount | None:
    """Read the figure at `begin`, a sign of money perhaps in front of it."""
    at = begin
    while line.as_written(at) in line.grammar.money_signs:
        at += 1
    if line.kind(at) is None:
        return None
    return line.since(begin).amount(at)


def _same_unit(line: Line, amount: Amount, other: Amount) -> bool:
    """Tell whether both are in one unit, or only one names it: not "as little as two years, and up to 200 doses"."""
    if other.unit == amount.unit:
        return amount.unit != "count" or _count_alike(line, amount, other)
    return amount.unit == "count" or (other.unit == "count" and not may_be_noun(line, other.last))


def _count_alike(line: Line, amount: Amount, other: Amount) -> bool:
    """Tell whether two bounds count one thing, or only one says what."""
    here, there = counted(line, amount.last), counted(line, other.last)
    return not here or not there or here == there
