"""The words around figures that an article reckons with: each pattern is asked by one kind of reckoning, or by several."""

from __future__ import annotations

import re

from numcheck.language.en.calendar import MONTHS, WEEKDAYS
from numcheck.language.en.change import FALLING, FALLS, RISES, RISING

WEEKDAY_NAMES, MONTH_NAMES = (frozenset(map(str.lower, names)) for names in (WEEKDAYS, MONTHS))

WEEKDAY = "|".join(WEEKDAY_NAMES)

WEEKDAYS_BY_LETTERS = {day[:3].lower(): day for day in WEEKDAYS}

WEEKDAY_BEFORE = re.compile(
    rf"\b({WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)(?: (?:morning|afternoon|evening|night))?,?\s+(?:the\s+)?\Z",
    re.I,
)

WEEKDAY_BEHIND = re.compile(
    rf",?\s+\(?(?:a\s+|was\s+a\s+|is\s+a\s+|which\s+was\s+a\s+|fell\s+on\s+a\s+)({WEEKDAY})\b|\s+\(({WEEKDAY})\)", re.I
)

BORN = re.compile(r"\bborn\b(?: [A-Za-z.-]+){0,6}?,? ?(?:in|on)?(?: the)? ?\Z", re.I)

DIED = re.compile(r"\b(?:died|dies|death|dead)\b", re.I)

ANOTHER_EVENT = re.compile(
    r"\b(?:turn(?:s|ed|ing)|celebrat\w+|parents?|father|mother|son|daughter|brother|sister|wife|husband|widow\w*|"
    r"grand\w+|whose|married|joined|moved|became|began)\b",
    re.I,
)
"""Words of somebody else, or of an event at which an age is told too."""

A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")

YEARS_AWAY = {"last year": -1, "a year ago": -1, "next year": 1}

AT_THAT_TIME = re.compile(
    r"\b(?:when|while|then|at the time|at the age|by the age|from the age|since the age|until|before|after|will "
    r"be|would be|would have|"
    r"turns?|turned|turning|aged? of|celebrat\w+|last (?:year|month|week)|years? ago|was \d+ (?:in|at)|later|"
    r"parents?|father|mother|"
    r"son|daughter|brother|sister|wife|husband|grand\w+|whose|died|dead|death|killed|murdered|married|joined|moved)\b",
    re.I,
)

SPAN = re.compile(
    r"\b(?:from|between) ((?:1[5-9]|20)\d\d) (?:to|until|till|and) ((?:1[5-9]|20)\d\d)\b|\(((?:1[5-9]|"
    r"20)\d\d)[-–]((?:1[5-9]|20)\d\d)\)",
    re.I,
)

BROKEN = re.compile(r",? (?:with|but|except|minus|apart|off and on|interrupted|not counting)\b")

TIED = re.compile(
    r"(?:,? (?:a|for|or|all|his|her|its|their|lasted|some|about|an)){0,3}(?: (?:career|reign|rule|tenure|term) of)?,? ?\(?\Z"
)

TIED_BEHIND = re.compile(r"(?:,? (?:career|reign|rule|tenure|term|stint|spell|war|run|reigned|there|long|,))*,? ?\Z")


OF_OTHERS = r"\)?,? of (?:them|whom|those|which|the|all|its|their)\b"

EXCLUSIVE = re.compile(
    r"\b(?:votes?|voted|of the vote|undecided|don't know|didn't know|did not know|were unsure|unsure|no opinion|in favou?r|"
    r"opposed|abstained|disagreed|disapproved?|split (?:into|between|among)|divided (?:into|between|among)|broken "
    r"down|breaks down)\b"
)

OVERLAPS = re.compile(
    r"\b(?:had|have|has|having|own|owned|owns|use|used|suffered|reported|said|showed|experienced|knew|like|liked|ate|drank|also|both|"
    r"each|other|others|ago|earlier|including|of (?:them|whom|which))\b"
)
"""Words of what one may have or do beside another: a fever and a cough."""

THEN = re.compile(r"(?:\band|\bwhile|,)\s*$")

PARTIAL_COUNT = re.compile(r"\b(?:with|after) \Z")
"""In front of the share that was counted so far: "with 85% of stations reporting"."""

THE_REST = re.compile(r"\b(?:the rest|the remaining|the remainder|the other)\b")

MANY_ANSWERS = re.compile(
    r"\b(?:multiple|several|more than one|up to (?:two|three)|any of|each|either|both|also|turnout|rose|fell|up|"
    r"down|from|compared|than|"
    r"while in|among|of men|of women|aged|previous|last|first round|second round|run-?off|ago|earlier|rating|of "
    r"them|of whom|of those|"
    r"of these|respectively|per|interest|swing|lead|margin|error|points?)\b"
)

JOINED = re.compile(r"(?:,|;|\band|\bto|\bwith|\bwhile|\bbut)(?: [a-z'-]+){0,5} ?$")


OTHER_TIME = re.compile(r"\b(?:year|month|week|season|since|so far|ever|to date|now|bringing|brings|taking|takes|history)\b")

OF_THESE = re.compile(r"\b(?:of|among) (?:the|these|those)\b")

CHANGED = re.compile(r"\b(?:higher|greater|lower|increased|reduced|more|less|extra|raised|rise|rose|cut|by)\b")

JOINT = re.compile(r"(?:,|;|\band|\bplus|&)\s*$")

OWNED = re.compile(r"(?:,|;|\band|\bplus|&)(?: (?:the |its |a )?[a-z'-]+(?: [a-z'-]+)?)?\s*$")

LAST_JOINT = re.compile(r"(?:\band|\bplus|&)\s*$")

LOOSE_END = re.compile(
    r"\b(?:rest|others?|remainder|remaining|more|fewer|less|than|several|many|most|some|including|among|both|"
    r"either|per|each|every|"
    r"compared|ago|aged|one|another|respectively|of whom|of them|up|down|and an?|and the|not|except|excluding|unknown|"
    r"year|month|before|after|until|followed|then|later|earlier|which|who|to|or|versus|against)\b|\d"
)

NO_OWNER = re.compile(
    r"\b(?:while|but|compared|after|before|since|from|than|including|among|which|who|per|for|at|about|another|"
    r"the (?:other|remaining)|then|later|up|down|with|of|by|to|or)\b"
)


GAINS = (
    RISING
    | RISES
    | {"up", "raised", "raising", "raise", "raises", "lifted", "boosted", "higher", "more", "larger", "greater", "bigger"}
)

LOSSES = FALLING | FALLS | {"down", "lowered", "lower", "reduced", "trimmed", "slashed", "less", "fewer", "smaller", "cheaper"}

COMPARATIVES = frozenset("higher more larger greater bigger lower less fewer smaller cheaper".split())

BEHIND_A_SIZE = RISES | FALLS | COMPARATIVES
"""Words of change in front of which its size stands: "a 12% rise"."""

MOVES = RISING | FALLING

ONLY_NOUNS = (RISES | FALLS) - MOVES - {"cut", "hike"}
"""Nouns of change that are no verbs: a loss, growth."""

BEHIND_A_NOUN = frozenset("of in on at from to by over during since against versus".split())
"""Words between a noun of change and its figures: "growth in sales to 40"."""

FROM = frozenset({"from", "against", "versus", "compared with", "compared to"})
"""Words between a change and the level before it."""

TO = frozenset({"to", "at", "reaching", "hitting"})
"""Words between a change and the level after it."""

BY = frozenset({"by", "or", "up", "down", "—", "–"})
"""Words between a change and its size."""

BEFORE_A_LEVEL = frozenset(
    "the a an its his her their our some about around roughly just only almost nearly record last previous overall total sharp "
    "steep current".split()
)

AROUND_A_CHANGE = frozenset("in over within during on for since among across".split())
"""Words in front of a figure that is no part of a change beside it: "rose in three towns"."""

PERIODS = frozenset("quarter year half months season period".split())

ENDS_A_CHANGE = frozenset(
    "; and but while whereas which who that where when as after before because although though if unless with".split()
)

SUPPOSED = (
    r"\b(?:if|suppose|imagine|anyone|someone|those|an?|for|when)\b[^.;]{0,60}?\b(?:spends?|pays?|paying|earns?|earning|owes?|costs?|"
    r"borrows?|saves?|invests?|spending)\b(?: [a-z]+){0,3}?"
)
"""An example, up to its own sum."""

NO_LEVEL = re.compile(
    r"\b(?:adjusted|inflation-adjusted|real terms|rank|ranks|ranked|ranking|place|placed|position|table|chart|seed|seeded|"
    r"exchange rate|to the dollar|to the euro|to the pound|against the|per dollar|odds|handicap|compound|respectively|"
    r"between them|like-for-like|constant currenc\w+|organic\w*)\b"
)

BY_THE_YEAR = frozenset("average averaging annual annually each every per apiece".split())
"""Words within a change that make its size one of a year or of a head."""

OF_A_YEAR = frozenset("year year-over-year year-on-year month-over-month month-on-month annualised annualized".split())
"""Words behind the second size of a change that say it is one of another time: "rose 5 cents to $27, or 3% year on year"."""

EARLIER = frozenset("ago earlier before previously last".split())
"""Words behind a level that say it is of a time before."""

AT_A_PLACE = frozenset("in at on for among".split())

TIMES = (
    WEEKDAY_NAMES
    | MONTH_NAMES
    | frozenset(
        "year month week day quarter decade season spring summer autumn winter time morning evening night end start".split()
    )
)


NTH = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"

SUPERLATIVE = (
    r"largest|biggest|smallest|highest|lowest|oldest|youngest|longest|tallest|busiest|richest|poorest|deadliest|"
    r"worst|best|fastest|"
    r"deepest|strongest|cheapest|heaviest|most [a-z]+"
)

FIRST_SINCE = re.compile(
    r"\b(?P<whose>[Tt]he|[Ii]ts|[Tt]heir|[A-Z][\w-]*[’']s) first (?P<noun>[a-z-]+ [a-z-]+(?: [a-z-]+)?) (?:there "
    r")?since (?P<rank>(?:19|20)\d\d)\b"
)

ONE_OF = re.compile(r"\b(?:one of|among|once|formerly|until|then|if|not|would|could|may|might|by \w+|after|behind)\s*\Z", re.I)

BACK_THEN = re.compile(r",? (?:in|until|before|from|by|when) (?:the )?(?:1[5-9]|20)\d\d\b")


DEFINITE = re.compile(r"(?:\A|[^\w-])(?:the|all|those|these|its|their)\s+\Z")

NARROWED = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:who|whom|whose|that|which|from|in|at|on|aged|under|over|with|without|between|since|still|already|"
    r"being|left|more|others?|remaining|new|or|of|to|for)\b",
)


EACH = r"(?:each|apiece|per head|a head|per person|per capita|on average|per [a-z-]+)"

ANOTHER_RATE = re.compile(
    r"\b(?:each|every|per|and|but|while|plus|another|more|also|up|from|than|of the|a year|a month|a week|a day)\b"
)


RISK = r"(?:risks?|chances?|odds|likelihood|probability)"


SEVERAL = frozenset({"family", "couple", "household", "pair", "team", "twin", "generation"})
"""Nouns of which each holds several of its class: three families may have twelve children."""

MANY_AT_ONCE = frozenset({"crew", "staff", "personnel"})
"""Nouns of a group that count its people: 30 crew."""
