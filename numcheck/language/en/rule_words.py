"""The words that rules and the gate go by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from numcheck.language.en.inflection import stem

NEW_ONES = ("new", "past 1 day", "past 1 days", "past 24 hours")
"""Windows of the new ones alone."""

FLOWS = ("case", "infection", "death", "fatality", "arrest", "detention")
"""Nouns of which there are new ones every day, so that a weekday is not the day of the one event."""

WIDTHS = ("worldwide", "abroad")
"""Words for more than a country; a place that is named may be all of "nationwide"."""

HOME = {"home": "nationwide"}

PARTIES = (
    "rebel", "insurgent", "militant", "militia", "guerrilla", "separatist", "commander", "faction", "army", "organiser",
    "organizer", "protester", "demonstrator", "campaigner", "activist", "union", "striker", "opposition", "lobby", "critic",
)  # fmt: skip
"""Nouns of those who have a stake in a figure: what they say is their claim, and not yet a fact."""

LITTLE = frozenset({"the", "a", "an", "of", "for", "its", "their"})


EXTREMES = ("as little as", "as few as", "as early as", "as soon as", "as low as", "as short as")
"""Words that give the least that can be; what can be at most ("as many as") is a ceiling."""

UP = ("nearly", "almost", "close to", "approaching", "just short of")

DOWN = ("fewer than", "less than", "under", "below", "just under")


SO_FAR = ("so far", "to date", "until now", "up to now", "risen to", "rose to", "climbed to", "grown to", "has reached")
"""Words in a sentence that say of any count that it grows."""


EVERY_TEXT = tuple(
    "the of and to in that for with by at from said has have an were been are be on it its they their them he his she her this "
    "there after when while who which not but or as than more before about would will could out up off into one some no".split()
)
"""Words that every English text is full of, and other languages have few of; "was" and "is" are Dutch and German too."""


INDIAN = re.compile(r"\b(lakh|crore)s?\b", re.I)

SCALE = re.compile(r"\b(thousand|million|billion|trillion|m|mn|bn|tn|k)\b", re.I)


LATER = re.compile(r"\b(?:after|later than|more than|over|above|higher than|greater than|better than|at least)\W*\Z", re.I)

EARLIER = re.compile(
    r"\b(?:before|prior to|earlier than|less than|under|below|lower than|fewer than|worse than|at most)\W*\Z", re.I
)

BOUNDED = re.compile(r"\b(?:by|as early as|as late as)\W*\Z", re.I)


OF_A_GAME = frozenset({"score", "win", "won", "game", "match", "goal", "point", "run"})


POINTS = frozenset({"point", "goal", "run"})
"""Heads of what a score counts."""


BEGINNINGS = frozenset({"since", "until"})
"""Small words that tell one year of an article from another: "since 2010"."""


OF_LARGE_SUMS = frozenset(
    "thousand million billion trillion thousands millions billions trillions dollars euros pounds".split()
)
"""Words of a figure's size, which say nothing of what is counted."""


MADE_UP = frozenset(stem(word) for word in ("comprises", "comprised", "consists", "consisted", "composed", "totalling"))
"""Stems of words that say of what a whole is made up."""


CENTURY = frozenset({"century", "centuries"})

EXCEEDING = frozenset({"exceeded", "exceeds", "exceeding", "surpassed", "surpassing", "topped", "beat", "beating"})
"""Verbs that say that a figure behind them was passed."""


EACH_ONE = frozenset({"each", "every", "per", "apiece"})
"""Words behind an amount that is one of many."""


LEFT_OVER = frozenset("left leaving leaves remain remained remaining remains remainder".split())
"""Words beside a count of what is left of a larger one."""

STILL = frozenset({"still"})
NOT_YET_DONE = LEFT_OVER | STILL
"""The same of a source's count, whose others are not so any more: "19,000 are still cut off"."""

WIDE = frozenset({"nationwide", "worldwide"})
"""Places that a named one is a part of."""

TO_A_LEVEL = frozenset({"to", "at"})
"""In front of a figure these say that a change led to it."""

LEADS = frozenset({"majority"})
"""Measures of how many votes somebody was ahead."""

OCCASIONS = frozenset({"time", "occasion"})
"""Heads of how many times something was done."""

TWICE = frozenset({"twice", "thrice"})
"""The same in one word."""

PLAYED = frozenset({"game", "score"})
"""Classes of what is done so many times in a game."""

SETS: Mapping[str, tuple[tuple[tuple[str, ...], int, str], ...]] = {
    "hat": ((("hat", "trick"), 3, "score"),),
    "brace": ((("brace",), 2, "score"),),
    "pair": ((("pair",), 2, "person"),),
    "duo": ((("duo",), 2, "person"),),
    "twosome": ((("twosome",), 2, "person"),),
    "twins": ((("twins",), 2, "person"),),
    "trio": ((("trio",), 3, "person"),),
    "threesome": ((("threesome",), 3, "person"),),
    "triplets": ((("triplets",), 3, "person"),),
    "quartet": ((("quartet",), 4, "person"),),
    "foursome": ((("foursome",), 4, "person"),),
    "quintet": ((("quintet",), 5, "person"),),
}
"""Words for so many of a class of people or things, by their first: all of them, how many, and the class."""

PAID = frozenset(
    "spent spend spends spending paid pay pays paying cost costs costing lost owes owed saved raised worth".split()
)
"""Words in front of a word of size that make it a sum of money: "spent thousands"."""

_HUNDREDTHS_OF_MANY = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "ZAR", "SGD", "HKD"})
COINS: Mapping[str, tuple[tuple[Decimal, frozenset[str]], ...]] = {
    "pence": ((Decimal("0.01"), frozenset({"GBP"})),),
    "cent": ((Decimal("0.01"), _HUNDREDTHS_OF_MANY),),
    "GBP": ((Decimal(100), frozenset({"pence"})),),
    **dict.fromkeys(sorted(_HUNDREDTHS_OF_MANY), ((Decimal(100), frozenset({"cent"})),)),
}
"""By the unit of a sum how many times its number another of these units has."""

OTHERS = frozenset({"other", "others"})
"""Words of a count of all but one."""

ANY_PERSON = frozenset({"people", "person"})
"""Heads that are said of people of any sort."""

MORE_BY = frozenset("more higher larger greater bigger above over up ahead".split())

FEWER_BY = frozenset("fewer less lower smaller below under down behind".split())
"""Words behind a figure that say that it is by how much something is more, or less, than another."""

OF_IT = frozenset({("of", "it"), ("of", "them"), ("of", "this"), ("of", "that"), ("of", "which"), ("of", "whom")})
"""How a share goes on that is one of what stands in front of it."""

NAME = re.compile(r"\b[A-Z][\w-]*[a-z][\w-]*(?: [A-Z][\w-]*[a-z][\w-]*)*")
"""Words with capitals in a row: a name, or how a sentence begins."""

BETWEEN_NAMES = re.compile(r"(?:,? \(?\d{1,2}\)?)?(?:, |,? (and) )")
"""What stands between the names of a row: an age perhaps, a comma, or the "and" in front of the last."""

OF_A_NAME = frozenset({"who", "which", "whose"})
"""Behind a name and a comma these go on about it: "Thomas, who scored 38"."""

ANOTHER_FOLLOWS = frozenset({"and", "but", "while"})
"""Behind a figure whose noun is left out these open the next one: "Brown scored 25 points, Thomas 38 and Olsen 12"."""


MOST = "most highest largest biggest greatest worst heaviest"
LEAST = "fewest least lowest smallest lightest"

SUPERLATIVE = re.compile(rf"\b[Tt]he ({MOST.replace(' ', '|')}|{LEAST.replace(' ', '|')})\b")

CLAUSE_END = re.compile(r"[;:()—–\n]|\s-\s")
"""What parts the clause of a figure from the rest of its sentence; a comma may stand in a row of names."""

OF_A_ROW = {
    word: kind
    for kind, words in {
        "h": "the all those a number total that which were was are is lay lie lies did had has have saw recorded reported "
        "counted took takes held holds got accounted accounts made makes up",
        "r": "came comes stood ranked ranks placed",
        "l": "lost lose loses suffered suffers",
        "p": "of in at from to for with",
        "m": "more higher larger bigger",
        "f": "fewer less lower smaller",
        "s": MOST,
        "b": LEAST,
        "t": "than",
        "a": "and",
        "k": ",",
    }.items()
    for word in words.split()
}
"""Words that say no more than whose a figure of a table is, by the letter of their kind.

Having (h), standing in a rank (r), losing (l), where (p), more (m), fewer (f), the most (s), the least (b), than (t), and (a),
a comma (k).
"""

LOSSES = frozenset({"killed", "injured", "treated", "casualties", "missing", "destroyed", "damaged", "sunk"})
"""Measures of which it is said that somebody lost or suffered so many."""

COUNTED_OVER = ("since ", "past ", "in all", "new")
"""How windows of time begin that make a count larger or smaller."""
