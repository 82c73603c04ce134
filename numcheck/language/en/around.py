"""The small words around a figure by what they do there: pronouns, copulas, words that end a clause or place a time."""

from __future__ import annotations

from numcheck.language.en.change import REVISED

BE = frozenset("is are was were be been being get gets got isn't aren't wasn't weren't".split())

DETERMINERS = frozenset("the a an his her its their our my".split())
ARTICLES = frozenset({"a", "an"})

SOMEBODY = frozenset({"him", "them", "us", "me", "everyone", "everybody"})

BY = frozenset("the a an some gang group team crew band of".split())
"""Words between "by" and the figure: by a gang of five."""

NOT = frozenset("not never fail failed fails failing refused unable without".split())


PARTED = frozenset(", ; against compared while whereas but after from".split())
"""What parts a figure from a later one with a time of its own."""

MORE_THAN = frozenset(
    (word, "than")
    for word in "more less fewer higher lower longer shorter heavier lighter cheaper dearer faster slower taller".split()
)
"""Behind a figure these set it against another: 28 euros, 3 more than in May."""

COMPARES = frozenset({"than", "compared", "against", "versus", "unlike"})

WHO = frozenset({"who", "which", "that"})
"""What may be the subject of its clause."""

BY_THE_WAY = frozenset({"who", "whose", "which"})
"""Behind a comma these tell more of a noun that is known."""

RELATIVE = WHO | BY_THE_WAY | {"where"}


CUTS = frozenset(
    "and but or that which who whom whose when where while whilst as because after before if than although though so since "
    "until once whether how why unless".split()
)
"""Words that open another clause."""

SHIFTED = frozenset({"ago", "earlier", "later"})
ADDS = frozenset({"and"})
"""What goes on with a number in words, or adds one count to another."""
OTHER_TIME, AT_A_TIME = "when", ("when", "by", "at")
"""Behind an age: what tells the time of it."""
CAME = (("up", "from"), ("down", "from"))
"""In front of the level of before."""
AND_JUST = ((), ("just",))
EXTREME_OF = tuple((word, "of") for word in ("peak", "high", "low", "record", "maximum", "minimum", "total", "level"))
"""Behind "down from a": the word for the level that follows."""
LIMITS = frozenset({"limit", "limited"})
ZONES = frozenset({"zone", "limit", "area"})
"""What says that a bare number is a limit of speed: in front of it, and behind it."""


INSIDE_A_PLACE = frozenset({"in", "on", "at", "from", "near", "with"})


LINKS = frozenset(
    ", to from down up or a an rise fall drop of by against – — ( compared with after - i.e. increase decrease gain".split()
)
"""Words between a change and the level it leads to or comes from; behind a level "a jump of" begins another figure."""

HAVING = frozenset("has have had holds hold held won wins win took takes got gets lost loses".split())


BARELY = frozenset("just only barely merely another even still already about".split())
"""Words in front of a figure that belong to it: "in just one day"."""

SUMS = frozenset("sales revenue revenues turnover profit profits loss losses income earnings debt debts costs assets".split())
"""Nouns of sums of money."""
BEFORE_A_TIME = frozenset({"in", "for", "during", "the"})
"""In front of a time: in May, for the first quarter."""
LIVES = frozenset({"person", "life", "soul"})
HARMED = frozenset({"killed", "injured", "treated", "casualties", "missing", "trapped"})
"""The measures of those whose lives are at stake."""
IN_TURN = frozenset({"respectively", "correspondingly"})
BEING_ALIVE = frozenset({"life", "lives"})

CHANGING = frozenset({"growth", "cuts", "subsidy"})
"""Measures whose name is a change already."""

AWAY_FROM = frozenset({"from", "of", "off", "to"})

AFTER = frozenset({"after", "since"})

ANYBODY = frozenset({"people", "person", "other", "one", "thing", "time", "name"})
"""Nouns of anybody and anything, which tell no two figures apart."""

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
SHORT_POSSESSIVE = POSSESSIVE | {"s"}
"""What ties an owner to what is his; the bare letter where the sign stands apart."""

ORDINAL_ENDS = ("st", "nd", "rd", "th")

EACH = frozenset({"a", "an", "per", "each", "every"})

OF_ONE_THING = frozenset({"is", "was", "has"})
"""Auxiliaries that no plural has in front of its verb."""

COPULAS = frozenset({"is", "was", "are", "were"})

LONG = frozenset("long wide high tall deep broad across thick old".split())

EXTENTS = LONG | {"low", "thin", "short"}

NEXT_PERIODS = frozenset({"last", "past", "previous", "next", "first", "these"})


FIRST = frozenset("first second third fourth fifth best worst only once twice".split())

ACTORS = ("er", "or", "ist", "man", "ee", "ian", "ant", "ent")


HELD_AGAINST = frozenset("beat beats beating topped exceeded missed above below than defying despite".split())
"""Behind these a forecast is what the figure is held against, not what it is."""

CLAUSE_ENDS = frozenset({",", ";", ":", "but", "who", "which", "that", "“", "”", '"', "—"})


THEM = frozenset({"them", "whom", "those", "these", "which"})
"""Behind "of" these point back to the noun of a figure before: "two of them"."""

HAILING_FROM = frozenset({"from", "in", "at", "near"})

COME = frozenset({"came", "come", "were", "are", "hailed"})
"""Verbs that with a place behind them only tell where a part is from: "thirty came from Exampleton"."""


PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it"})

CLAUSES = frozenset("who which that whom when where while but because after before as if since".split())

AT_A_LEVEL = frozenset({"to", "at", "reached", "hit", "topped", "averaged", "totalled", "totaled", "of"})
OF_MANY = SUMS | frozenset(
    "viewers audience audiences attendance attendances crowds membership members customers users subscribers copies downloads "
    "visitors passengers claimants unemployment unemployed jobless population exports imports shipments deliveries voters "
    "listeners readers circulation".split()
)
OF_LENGTH = LONG | frozenset(
    "length height width depth level levels river sea tide wall jump jumped throw threw dive water metre metres meters".split()
)
"""In front of a level, whose level it is, and beside what it is a length: sales rose to 4.2m, the river to 3.2m."""

IN_PLACE_OF = (
    ("instead", "of", "every"),
    ("instead", "of"),
    (",", "not", "every"),
    (",", "not"),
    ("rather", "than", "every"),
    ("rather", "than"),
)
"""Between two figures of which one is told in place of the other: every nine minutes instead of every 15."""

BESIDE_A_COUNT = frozenset({"against", "with", "to", "but", "and"})
"""Between a count and the "none" of another time: six boats, against none last year."""

SOME = frozenset({"some", "most", "many", "all", "both", "mostly", "mainly", "among"})

BEFORE_VERB = frozenset({"and", "or", "but", "they", "he", "she", "it", "we", "not", "to"}) | WHO

MODALS = frozenset("can could may might must shall should will would to".split())
"""In front of a verb."""

HAS = frozenset({"has", "have", "had"})


GIVING = ("gave", "gives", "showed", "shows", "yielded")
"""Verbs by which a count is only where another figure comes from ("a first count of 2,000 votes gave her 900")."""

NOW = REVISED | {"now", "since", "later"}

PERIODS = frozenset({"year", "quarter", "month", "season", "decade", "century", "period"})

SETTING_ANEW = frozenset("raise raised raising cut cutting lift lifted lifting lower lowered trimmed".split())


LAST = frozenset({"last", "previous"})

ROLLING = frozenset({"past", "recent", *LAST})

FEW = frozenset({"few", "couple", "several"})

AHEAD = frozenset({"next", "coming"})

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})

STILL_TO_COME = frozenset("will next shall 'll ’ll".split())
"""In front of a month that is gone, these tell of the next such month: "will open in March", written in May."""
FUTURE = STILL_TO_COME | frozenset("would due scheduled planned expected coming".split())

BEFORE_MONTH = frozenset("in since last by on of during until from early late mid - till through this next".split())

BEFORE_YEAR = frozenset({"in", "since", "during", "by"})

ONLY_NAMED = frozenset({"since", "of", "than", "before", "until"})

BOOKS = frozenset({"business", "financial", "fiscal", "trading"})
"""Kinds of years that the books are kept by."""

ENDING = frozenset({"to", "ending", "ended", "until", "till"})

STILL = frozenset("in still now also later feared believed thought reported reportedly".split())
"""Between an auxiliary and what it says of a count: six were later injured."""

LEADS_ELSEWHERE = frozenset("to at from of by for than against version magnitude".split())
"""In front of a number with decimals these make it another thing than the figure before: 0.4% to 18.62."""

THE_REST = ("other", "remaining")
"""In front of a number behind a share: the other 49."""

PARALLEL = ("by", "for")
"""Behind two numbers these leave them one unit: 90 minutes by car or 35 by train."""

SO_OFTEN = ("time", "times")
"""Behind the hyphen of a number these count no thing: a two-time champion."""

OR_SO = ("more", "fewer", "less", "so")
"""Behind "or" and in front of a unit these belong to the number: five or more days."""

BACK = frozenset({"ago", "earlier", "before"})


PASSIVE = frozenset({"is", "was", "were", "are", "been", "being"})


ANY_COLUMN = frozenset(
    "number numbers figure figures total totals count counts value values amount amounts quantity data no no. n".split()
)

RANK_COLUMN = frozenset(("no", "no.", "nr", "#", "rank", "ranking", "pos", "position", "place"))

TOTAL_ROW = frozenset("total totals all overall sum".split())
"""Names of a row that adds up the others."""

SUM_ROW = TOTAL_ROW | frozenset("average mean median other others rest".split())


HYPHENED = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten "
    "well self ex half non vice mid all".split()
)
"""Words before a hyphen that is no sign of a cut at the end of a line."""


COMPARING = ("and", "with", "from", "against", "to", "versus")

BETWEEN_GAPPED = ("and", "by", "in", "while", "of", "the", "at")

NO_SUM = frozenset(
    "age average density index mean median percent percentage per price rank rate ratio share temperature year".split()
)
"""Words in the header of a column whose figures are not added up."""

BEFORE_A_PLACE = frozenset({",", ";", "and", "while", "but", "in", "at", "the"})
BEHIND_A_PART = frozenset({"and", "while", "but", "or", "with", "after", "as", "on", "last", "in"})
"""In front of a place, and behind its number, in a list that leaves out its noun: 34 boats in Oldport, Newport 18."""

MADE = frozenset({"built", "founded", "born", "established", "signed", "made"})
"""Participles in front of the time at which a thing came to be."""

OPPOSING = frozenset({"while", "whereas", "although", "though"})
"""Words that open a clause that tells the other side."""

TONNES = ("t", "tonnes")
WEIGHED = (*TONNES, "kg", "km", "ha", "MW", "kW")
"""Units behind which a plain blank parts even one group of digits: 816 000 t."""

FROM = ("from",)
TO = ("to",)
"""In front of the level that was, and of the one that is."""

JOINING = ("or", "and")
ADVERB = "ly"
"""What ties two words of harm to one: killed or seriously injured."""

QUAKES = frozenset({"quake", "earthquake", "tremor", "temblor", "aftershock", "shock"})

VOTES = frozenset({"vote", "votes"})
VOTING = frozenset({"voted", *VOTES})
PASSING = frozenset("passed cleared approved rejected adopted ratified confirmed".split())
"""What becomes of a bill by two counts of votes: it cleared the lower house 219-212."""

BEHIND_A_VOTE = ("", ".", ",", ";", "to", "and", "in", "on", "for", "against", "that")
"""Behind and in front of two counts, for and against, and what may follow them: a 67-28 vote, voted 52-48 to leave."""

PLAYS = ("assist", "block", "rebound", "steal", "turnover")
"""What players are counted for, and one of which is told with an article: "ten points, two rebounds and a steal"."""

TALLIED = frozenset("points point goals assists assist blocks rebounds rebound steals steal turnovers boards".split())
"""What else stands in such a row."""
