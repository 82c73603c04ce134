"""Changes with their direction: up 19 cents, rose 8%, a fall of a third, 12% fewer; the level behind "to" has none."""

from __future__ import annotations

from numcheck.language.en import around
from numcheck.language.en.change import FALLS, RISES
from numcheck.language.en.inflection import forms, singular
from numcheck.model.reading import Direction
from numcheck.reading.line import Amount, Line
from numcheck.reading.nouns import may_be_noun

AFTER = ("bounds",)
EXAMPLES = (
    ("Shares rose 8% to 3.65.", 8, 8),
    ("up 19 cents", 19, 19),
    ("It fell by about 3 per cent.", 3, 3),
    ("0.7 per cent lower", 0.7, 0.7),
    ("fell 40 points", 40, 40),
    ("up 5", 5, 5),
    ("The council raised parking charges by 5%.", 5, 5),
    ("It ended down 1%.", 1, 1),
    ("a 12% increase in fares", 12, 12),
    ("a fall of 9 percent in orders", 9, 9),
    ("a nearly 30% jump", 30, 30),
    ("The clerks won a 3.5 percent pay rise.", 3.5, 3.5),
    ("a 60% year-on-year drop", 60, 60),
    ("a further 5% cut", 5, 5),
    ("The mill posted 5% growth.", 5, 5),
    ("a drop of $3.2 billion", 3200000000, 3200000000),
    ("a reduction of 1,400 places", 1400, 1400),
    ("a tenfold increase", 10, 10),
    ("increases of 4 to 6 percent", 4, 6),
    ("The mill made 20% fewer shirts.", 20, 20),
    ("They earn 15 percent less than sailors.", 15, 15),
    ("a dip of just 0.3 percent", 0.3, 0.3),
    ("The rand was 0.4 percent weaker.", 0.4, 0.4),
)
QUIET = (
    "rose to 12%",
    "up to 252 miles",
    "gave up 517 yards",
    "lost 40 boats",
    "a 3% tax",
    "It rose, and was followed by 5%.",
    "A gunman mowed down five workmates.",
    "They tracked down 12 fugitives.",
    "The row shut down about a fourth of the harbour.",
    "Rebels shot down three jets.",
    "The bills eat up a third of her pay.",
    "Banks soaked up 40% of the bonds.",
    "It paid down $3m of debt.",
    "The port raised $12m from two funds.",
    "a loss of $4 million",
    "a loss of 30 lives",
    "a gain of $2 million",
    "a leap of 8 metres",
    "the 30-metre drop",
    "Some 20% rise early.",
    "The 40 percent cut their losses.",
    "an 8% share of the rise",
    "an increase in the price of 40 boats",
    "20 percent or more",
    "more than 5%",
    "Turnout slipped below 50 percent.",
)

_FURTHEST = 4
_FURTHEST_OBJECT = 5
"""How many words of what is changed may stand between the verb and "by"."""

_POINTS = {"points", "point", "pips", "sen"}

# Verbs whose "up" is no rise: gave up 517 yards.
_VERB_UP = forms(
    (
        "give make pick take set turn put buy snap rack end cough wind sign line round blow clock shoot bring strike tear "
        "run break burn hold write dig draw grow hang lay let send shut stand sweep throw tie wear pay eat use soak swallow "
        "free offer stump pony chew mop hoover build gobble serve divvy drum rake save scoop suck wrap back beef fill load"
    ).split()
) | {"wound", "hung", "laid"}
# Between a verb of change and "by" these end what is changed.
_ENDS_AN_OBJECT = frozenset(
    "and or but that which who as was were is are said after before to from followed led hit driven caused".split()
)


def wrap(line: Line, amount: Amount) -> None:
    """Give `amount` the direction of the change it states."""
    if amount.direction is not None or amount.hedge == "vague" or (amount.unit == "ratio" and amount.dimension is None):
        return
    at, by = _word_of_change(line, amount)
    if at is not None:
        if _states_a_change(line, amount, at, by=by):
            _turn(amount, _direction(line, at))
        return
    _turn(amount, _noun_in_front(line, amount))
    if amount.unit == "count":
        return
    if by:
        _by(line, amount)
    _turn(amount, _compared(line, amount) or _noun_behind(line, amount))


def _noun_in_front(line: Line, amount: Amount) -> Direction | None:
    """Return where the noun in front goes: a fall of 9 percent, increases of up to 12%."""
    of = line.skip_back(amount.first - 1, "another", "further", *line.grammar.fillers)
    return _goes(line, amount, of - 1) if of > line.done and line.lower[of] == "of" else None


def _noun_behind(line: Line, amount: Amount) -> Direction | None:
    """Return where the noun behind goes: a 12% increase, a 3.5 percent pay rise, a 60% year-on-year drop.

    Most of these nouns are verbs too ("20% rise early"): an article in front makes them nouns, and "growth" is never one.
    """
    at = amount.last
    for _ in range(_FURTHEST_NOUN):
        direction = _goes(line, amount, at)
        if direction is not None:
            return direction if _is_noun(line, amount, at) else None
        at = _behind_modifier(line, at)
    return None


def _is_noun(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether the word of change at `at` is a noun behind `amount`: an article leads to it and no object follows."""
    article = line.first_of(line.leftwards(amount.first, _FURTHEST_ARTICLE), _ARTICLES)
    return line.lower[at] in _NEVER_VERBS or (article is not None and line.word(at + 1) not in _ARTICLES)


def _behind_modifier(line: Line, at: int) -> int:
    """Return the token behind the word or compound at `at` that may describe a noun, else the end of the line."""
    if not may_be_noun(line, at) and line.word(at + 1) != "-":
        return line.n
    at += 1
    while line.word(at) == "-":
        at += 2
    return at


def _goes(line: Line, amount: Amount, at: int) -> Direction | None:
    """Return where the noun of change at `at` goes, if it is one of which `amount` can be the size."""
    word = line.word(at)
    noun = word if word in _NOUNS else singular(word, {})
    if line.word(at + 1) == "-" or (noun in _EARNED and not _is_share(line, amount)):
        return None
    if noun not in _OF_ALL_THINGS and line.grammar.dimensions.get(amount.unit) in ("length", "duration"):
        return None  # a leap of 8 metres
    return _NOUNS.get(noun)


def _is_share(line: Line, amount: Amount) -> bool:
    """Tell whether `amount` is a share or so many times."""
    dimension = amount.dimension or line.grammar.dimensions.get(amount.unit)
    return dimension in ("share", "points", "multiple")


def _compared(line: Line, amount: Amount) -> Direction | None:
    """Return where a word behind says that the thing compared stands: 0.7 per cent lower; of shares 20% fewer, too."""
    word = line.word(amount.last)
    return _BEHIND.get(word) or (_OF_SHARES.get(word) if _is_share(line, amount) and amount.unit != "times" else None)


def _word_of_change(line: Line, amount: Amount) -> tuple[int | None, bool]:
    """Return the token of the word of change in front, and whether "by" stands between."""
    by = False
    for at in range(amount.first - 1, max(amount.first - 1 - _FURTHEST, line.done - 2, -1), -1):
        if _direction(line, at):
            return at, by
        by = by or line.lower[at] == "by"
        if line.lower[at] not in line.grammar.between:
            break
    return None, by


def _direction(line: Line, at: int) -> Direction | None:
    """Return where the word of change at `at` goes."""
    word = line.lower[at]
    return "up" if word in line.grammar.up else "down" if word in line.grammar.down else None


def _by(line: Line, amount: Amount) -> None:
    """Give the measure behind "by" the direction of the verb a few words before: raised parking charges by 5%."""
    by = amount.first - 1
    while by > line.done and line.lower[by] != "by":
        by -= 1
    for at in line.leftwards(by, _FURTHEST_OBJECT):
        word, direction = line.lower[at], _direction(line, at)
        if direction:
            if word not in ("up", "down", "higher", "lower"):
                _turn(amount, direction)
            return
        if not word.isalpha() or line.kinds[at] is not None or word in _ENDS_AN_OBJECT:
            return


def _is_no_change(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether the verb at `at` counts or collects: lost 40 boats, raised $12m for a pier."""
    if amount.unit == "count":
        return line.word(amount.last) not in _POINTS
    if line.lower[amount.first] in ("below", "above"):
        return True  # slipped below 50 percent
    return line.lower[at] in _RAISED and line.grammar.dimensions.get(amount.unit.split("/")[0]) == "currency"


def _states_a_change(line: Line, amount: Amount, at: int, *, by: bool) -> bool:
    """Tell whether the word of change at `at` makes `amount` its size: a count only behind "up", "by", or as points."""
    if line.lower[at] in ("up", "down"):
        before = line.word(at - 1)
        if amount.unit in ("count", "ratio") and before.endswith("ed") and line.word(amount.last) not in _POINTS:
            return False  # "gunned down two men"
        return before not in _VERB_UP or (before == "ended" and amount.unit != "count")
    return by or not _is_no_change(line, amount, at)


def _turn(amount: Amount, direction: Direction | None) -> None:
    if direction is not None:
        amount.direction = direction
        amount.trail += (f"changes/{direction}",)


_RAISED = frozenset({"raised", "raising"})
_NOUNS: dict[str, Direction] = {**dict.fromkeys(RISES, "up"), **dict.fromkeys(FALLS, "down")}
_EARNED = frozenset({"gain", "loss"})
"""Of sums and counts these are what somebody made or lost, and no change."""

_OF_ALL_THINGS = frozenset("rise increase decrease reduction cut growth improvement".split())
"""A time or a length may be the size of these; of a leap or a climb it is what was jumped or climbed."""

_NEVER_VERBS = frozenset({"growth", "reduction", "improvement"})
_ARTICLES = frozenset({"a", "an", "another", "'s", "’s", "this", "that", *around.DETERMINERS})
_FURTHEST_ARTICLE = 2
_FURTHEST_NOUN = 4
"""Words from a figure to the noun of change behind it, and that noun itself: a 9 percent minimum wage rise."""

_BEHIND: dict[str, Direction] = {"higher": "up", "lower": "down"}
_OF_SHARES: dict[str, Direction] = {
    **dict.fromkeys(("more", "stronger", "dearer"), "up"),
    **dict.fromkeys(("fewer", "less", "weaker", "cheaper"), "down"),
}
