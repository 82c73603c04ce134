"""Ages: a 65-year-old, aged 25 to 54, five years old, "Smith, 65,", 6 weeks of age."""

from __future__ import annotations

from decimal import Decimal

from numcheck.language.en import around
from numcheck.language.en.inflection import forms
from numcheck.reading.line import ARTICLE, CALENDAR, DIGITS, ONES, TENS, Amount, Line
from numcheck.reading.nouns import counted
from numcheck.reading.numbers import number

AFTER = ("points",)
KINDS = (DIGITS, ARTICLE)
EXAMPLES = (
    ("a 65-year-old sailor", 65, 65),
    ("She is five years old.", 5, 5),
    ("men aged 25", 25, 25),
    ("Ada Marlow, 65, said so.", 65, 65),
    ("6 weeks of age", 6, 6),
    ("Ada Marlow 44 has sailed.", 44, 44),
    ("He will be 35 by then.", 35, 35),
    ("an 87 yo sailor", 87, 87),
    ("The captain, 58, was arrested.", 58, 58),
    ("a boy of four", 4, 4),
    ("A boy of 12 drowned.", 12, 12),
    ("Ada Marlow, who was 81, waited.", 81, 81),
    ("She died at 81.", 81, 81),
    ("He died on Sunday at 91.", 91, 91),
    ("Ada Marlow (65) said so.", 65, 65),
    ("a 65 - year - old sailor", 65, 65),
    ("Workers over 55 must register.", 55, None),
    ("children under five", None, 5),
    ("for each child under six", None, 6),
    ("adults 65 and over", 65, None),
    ("25 or older", 25, None),
    ("Most of the ill are younger than five.", None, 5),
    ("sailors older than 65 may leave", 65, None),
    ("at the age of 42", 42, 42),
    ("The average age is about 42.", 42, 42),
    ("aged between 18 and 34", 18, 34),
    ("between the ages of 18 and 34", 18, 34),
    ("her sons, 12 and 14, waited", 12, 12),
    ("Her two sons, six and nine, were hurt.", 2, 2),
    ("Her sons, six and nine, were hurt.", 6, 6),
    ("Girls, 7, 9 and 12, drowned.", 7, 7),
    ("Her sons of nine and six were hurt.", 9, 9),
    ("Life expectancy in Exampleville is 73.", 73, 73),
    ("their sons, who are three and six", 3, 3),
    ("a club for girls between 8 and 16", 8, 16),
    ("Men between 18 and 30 must register.", 18, 30),
    ("boys ages 8 to 16", 8, 16),
    ("Two men of 24 and 31 were hurt.", 24, 24),
    ("A sailor of 60 was hurt.", 60, 60),
    ("between ages 8 and 16", 8, 16),
    ("She shot her brother, 3.", 3, 3),
    ("Mother of the sailor, 14: She may sail", 14, 14),
    ("She died at 84 of natural causes.", 84, 84),
    ("A baker, 42, was unhurt.", 42, 42),
    ("His wife, 45, survived.", 45, 45),
    ("a sailor in her 40s", 40, 49),
    ("They are in their early 30s.", 30, 34),
    ("a woman in her late-50s", 56, 59),
    ("He is in his seventies.", 70, 79),
    ("She is in her late fifties.", 56, 59),
    ("At 41, Ada Marlow leads it.", 41, 41),
    ("At just 12, she left.", 12, 12),
    ("boys as young as 11", 11, None),
    ("The sailors, both 71, are back.", 71, 71),
    ("sailors in their 20s and 30s", 30, 39),
    ("at the age of nine", 9, 9),
    ("Age: 44", 44, 44),
    ("So it is, said Ada Marlow, 58.", 58, 58),
    ("It may sink, said the harbour chief Ada Marlow, 58.", 58, 58),
    ("The 40 boats were shown to Captain Ada Marlow, 58.", 58, 58),
    ("He hurt 60 sailors, most of them over 75, on Monday.", 75, None),
    ("The school age goes up from 16 to 18.", 16, 16),
    ("The victims were 14, 18 and 19.", 14, 14),
    ("The sailor is 12.", 12, 12),
    ("The mother of three is 34.", 34, 34),
    ("He left school at 14.", 14, 14),
    ("She joined the navy at 17 and sailed.", 17, 17),
    ("He became a captain at 31.", 31, 31),
    ("She published her first book at 23.", 23, 23),
    ("Marlow, who went to sea at 15, has left.", 15, 15),
    ("One of the dead was 75.", 75, 75),
    ("Eight boys were hurt; the youngest was nine.", 9, 9),
    ("He was cleared of the murder of Marlow, 31.", 31, 31),
    ("They deny killing Ada Marlow, 58.", 58, 58),
    ("jabs for over-65s", 65, None),
    ("a fare for under 5s", None, 5),
    ("Their combined age is 187.", 187, 187),
    ("Half of those jailed in May were under 30.", None, 30),
    ("Three boys, the youngest 13, were hurt.", 13, 13),
    ("They upheld the ban on Marlow, 37.", 37, 37),
    ("Half of the crew is over 30.", 30, None),
)
QUIET = (
    "Ada Marlow, 165, said so.",
    "The men, six and 40 boats were lost.",
    "The men, two women and nine children were hurt.",
    "At the bakery, 42, were hurt.",
    "an age of 40 boats",
    "In May, 65, boats sank.",
    "a GRP, 65, sank",
    "aged 40 percent",
    "five years later",
    "Ada Marlow 44 boats",
    "workers over 55 contracts",
    "It is older than 5 of the boats.",
    "boats older than 5 percent of them",
    "a ship older than 20 harbours",
    "people over 5 percent",
    "It took men between 8 and 16 hours.",
    "It hurt people between 8 and 16 times.",
    "It moves people between 8 and 16 piers.",
    "women between 20 and 30 percent",
    "boats between 8 and 16",
    "They left Oldport, 12.",
    "They left Port Marlow, 12.",
    "They died at 84 places.",
    "The workers of 40 mills and 12 yards struck.",
    "A crew of 24 was hurt.",
    "Police put the dead at 23.",
    "the 60s",
    "in the low 60s",
    "in the seventies",
    "At 41, boats were sunk.",
    "The dead were 14.",
    "She joined the row at 40 harbours.",
    "He left at 6.",
    "The crew died there at 9.",
    "Trading began at 14.",
    "He put the loss at 20.",
    "the under-21s",
    "Its stone age is 187 of them.",
    "The fees were under 30.",
    "The sailor, a father of four, waited.",
    "The youngest 13 boys were hurt.",
)

_TIMES = {"year", "month", "week", "day"}
_OLDEST, _OLDEST_TOGETHER = 120, 2000
_SHE = ("he", "she", "who", "both", "youngest", "oldest", "eldest")
_OF_AN_AGE = ("youngest", "oldest", "eldest")
_AGED = ("aged", "age", "ages")
_LONGEST_OFFICE = 7
"""Words from "said" to the end of a name, the office of its bearer among them, at most."""
_BEFORE_A_NAME = ("said", "says", "named", "as", "identified", "told")
"""In front of a full name at the end of a clause, behind which a number is an age: said Ada Marlow, 58."""

_HARMING = frozenset("killing murdering stabbing shooting raping attacking abducting kidnapping assaulting strangling".split())
_HARMS = frozenset(
    "murder death killing manslaughter stabbing shooting kidnapping abduction rape disappearance drowning ban attack assault "
    "case charges sentence search warrant allegations".split()
)
"""In front of a name at the end of a clause, behind which a number is an age: the murder of Marlow, 58."""

_FURTHEST_PEOPLE = 5
"""Words from people to the copula of an age, at most: those jailed in May were under 30."""

_PARENTS = ("father", "mother", "parent", "grandfather", "grandmother", "dad", "mum", "mom")
"""Of these so many children are told: a father of four."""

_DONE_TO = ("of", "on", "against", "for")
_MANY = ("squad", "team", "crew", "staff", "workforce", "population", "class")
"""Many people at once, of whom so many are over an age."""

_GOING = frozenset({"goes", "go", "went", "moves", "moved", "will", "would", "is", "was"})
"""Between an age and the "from" of its former level, beside words of rising and falling."""

_OF_A_GROUP = ("the", "for", "of", "among", "all", "by", "most", "many")
"""In front of "over" without a hyphen: the over 65s, free for under 5s."""

_OR = ("or", "and")
_OLDER = ("older", "younger")
_BESIDE = ("over", "under", "above", "below")
_BEFORE_AGE = (":", "of", "is", "was", "are", "were", "at", "to", "just", "only", "now")
_FURTHEST_DEATH = 10
_FURTHEST_EXPECTANCY = 6

# Behind "be 35", "turned 35" these make it an age.
_BEHIND_A_BIRTHDAY = frozenset({"", ".", ",", "by", "on", "in", "this", "next", "last", "when", "and", "before", "at"})
# Words that may follow the end of a clause: she died at 81 and.
_BEHIND_A_CLAUSE = frozenset({"and", "when", "but", "or", "while", "at", "on", "in"})
# Words for people that have no such singular: women over 60.
_PEOPLE = frozenset(
    (
        "people men women children those anyone everyone adults kids workers persons voters fans pupils patients teens "
        "youngsters dead victims"
    ).split()
)
# Behind a span of ages these go on with the people: men between 18 and 30 must register.
_BEHIND_A_PERSON = frozenset(
    (
        "and or but who whose is are was were has have had can could may might must should will would in on at with from "
        "when if"
    ).split()
)
_GOES_ON = frozenset({"%", "-", "–", "°", "/"})
"""Behind a number these make another figure of it."""
_LAST_HOUR = 12
_FURTHEST_LIFE, _FURTHEST_SUBJECT = 6, 3
"""Words from an age to the verb of what is done at it, and from the verb to who does it, at most."""

_STEPS_OF_A_LIFE = forms(
    "leave join become begin start enlist emigrate quit move win enter debut graduate marry go publish write make found".split()
)
_DYING = frozenset({"died", "dies"})
_FURTHEST_DAY = 3
"""Words from "died" to the "at" of an age at most, a day or a place between them."""

# What happens at an age: died at 81.
_AT_AN_AGE = frozenset("died dies dead dying married retired retires retire killed orphaned widowed".split())


def extend(line: Line, amount: Amount) -> None:
    """Make `amount` an age where its words or its place say so."""
    if _of_a_group(line, amount):
        amount.trail = amount.trail[:1]
        _age(amount, amount.last, "group", unit="year")
        return
    if amount.unit in _TIMES:
        _old(line, amount)
        return
    rule = _rule(line, amount)
    if rule == "aged" and line.word(amount.first - 1) == "aged":
        amount.first -= 1
    if rule is not None:
        _age(amount, line.skip(amount.last, "yo"), rule, unit="year")


def _of_a_group(line: Line, amount: Amount) -> bool:
    """Tell whether a number names people by their age: over-65s, the under-fives."""
    if amount.unit != "second" or line.word(amount.last - 1) != "s" or not amount.is_bare or (amount.value or 0) > _OLDEST:
        return False
    before = line.skip_back(amount.first - 1, "-")
    tied = before < amount.first - 1 or line.word(before - 1) in _OF_A_GROUP
    return tied and line.word(before) in ("over", "under")


def _rule(line: Line, amount: Amount) -> str | None:
    """Name what makes a bare number an age: the words beside it, or its place."""
    oldest = _OLDEST_TOGETHER if "combined" in line.lower[: amount.first] else _OLDEST
    if amount.unit != "count" or amount.value is None or not 0 < amount.value <= oldest:
        return None
    before, behind = line.word(amount.first - 1), line.word(amount.last)
    if before in _AGED:
        return "aged" if _follows_aged(line, amount, before) else None
    rules = _OF_DIGITS if amount.digits else _OF_WORDS
    return next((rule for rule, says in rules.items() if says(line, amount, before, behind)), None)


def _between_ages(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read the first of "aged between 18 and 34", "the school age goes up from 16 to 18"."""
    at = amount.first - 1
    if before == "from":
        at = line.back_over(at, _GOING | line.grammar.up | line.grammar.down)
    return before in ("between", "from") and line.word(at - 1) in _AGED


def _as_young(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "as young as 11"; not "as old as 40 ships"."""
    return before == "as" and line.word(amount.first - 2) in ("young", "old") and not counted(line, amount.last)


def _between_people(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read the first of "girls between 8 and 16"."""
    return before == "between" and behind == "and" and _people(line, line.word(amount.first - 2)) and _closes(line, amount)


def _of(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "a boy of four", "a man of 60 was hurt", and the first of "two men of 24 and 31"."""
    who = line.word(amount.first - 2)
    if before != "of" or who in _PARENTS:
        return False
    if who in line.grammar.persons:
        return _ends(line, behind) or behind in _BEHIND_A_PERSON or behind in line.grammar.cues.harmed
    alone = behind in _BEHIND_A_PERSON if behind != "and" else _closes(line, amount)
    return _people(line, who) and who not in _AGED and alone


def _old(line: Line, amount: Amount) -> None:
    """Read what makes a stretch of time an age: 65-year-old, five years old, the spaced 65 - year - old, 6 weeks of age."""
    at = amount.last
    hyphen = line.skip(at, "-")
    if line.word(hyphen) in ("old", "olds"):
        _age(amount, hyphen + 1, "old")
    elif line.says(at, ("of", "age")):
        _age(amount, at + 2, "of age")
    elif line.word(at) in _OR and line.word(at + 1) in _OLDER:
        _age(amount, at, "or older")


def _over(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read the age of "workers over 55", "65 or older", "older than 65"."""
    return _people_over(line, amount, before) or _or_older(line, amount, before, behind) or _older_than(line, amount, before)


def _people_over(line: Line, amount: Amount, before: str) -> bool:
    """Read the age of "workers over 55", "children under five", where no noun follows that it could count."""
    who = line.word(amount.first - 2)
    if before not in _BESIDE or not (_people(line, who) or who in line.grammar.persons or _are_people(line, amount)):
        return False
    behind = line.as_written(amount.last)
    alone = (not behind.isalpha() or behind.islower()) and behind != "-"
    return alone and not counted(line, amount.last) and _no_number(line, amount)


def _are_people(line: Line, amount: Amount) -> bool:
    """Tell whether people are told of in front of the bound: those jailed were under 30; most of them over 75."""
    if line.says(amount.first - 3, ("of", "them")):
        return not line.as_written(amount.last).isalpha()
    verb = amount.first - 2
    if line.word(verb) not in around.COPULAS or not amount.digits:
        return False
    return any(_people(line, line.word(at)) or line.word(at) in _MANY for at in line.leftwards(verb, _FURTHEST_PEOPLE))


def _older_than(line: Line, amount: Amount, before: str) -> bool:
    """Read the age of "younger than five", where no noun follows that it could count."""
    than = before == "than" and line.word(amount.first - 2) in _OLDER
    return than and not counted(line, amount.last) and _no_number(line, amount)


def _closes(line: Line, amount: Amount) -> bool:
    """Tell whether "and" and a higher age close a span that counts nothing: girls between 8 and 16."""
    at = amount.last + 1
    other = number(line.since(at), at) if line.kind(at) in (DIGITS, ONES, TENS) else None
    if other is None or amount.value is None or not amount.value < other.value <= _OLDEST:
        return False
    behind = line.word(other.last)
    return (not behind[:1].isalnum() and behind not in ("%", "-", "–", "°")) or behind in _BEHIND_A_PERSON


def _no_number(line: Line, amount: Amount) -> bool:
    """Tell whether neither a number nor a sign follows that would make another figure of it."""
    return line.kind(amount.last) in (None, CALENDAR) and line.word(amount.last) not in (
        "%",
        "per",
        "percent",
        "to",
        "times",
        "of",
    )


def _or_older(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read the age of "65 or older", "adults 65 and over"."""
    if behind not in _OR:
        return False
    than = line.word(amount.last + 1)
    return than in _OLDER or (than in (*_BESIDE, "up") and _people(line, before))


def _people(line: Line, word: str) -> bool:
    """Tell whether a word in the plural names people who have an age."""
    return word in _PEOPLE or word in _AGED or (word.endswith("s") and word[:-1] in line.grammar.persons)


def _named(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "at the age of 42", "the average age is about 42", "raise the pension age to 67", "life expectancy ... is 73"."""
    g, at = line.grammar, amount.first - 1
    while at > line.done and (line.lower[at] in _BEFORE_AGE or line.lower[at] in g.before):
        at -= 1
    ends = _ends(line, behind) or (line.lower[at] == "aged" and behind in _BEHIND_A_PERSON)
    if at == amount.first - 1 or not ends or _is_put(line, amount):
        return False
    return line.lower[at] in _AGED or "expectancy" in line.lower[max(line.done, at - _FURTHEST_EXPECTANCY) : at + 1]


def _is_put(line: Line, amount: Amount) -> bool:
    """Tell whether somebody puts a thing at the number: "put the dead at 23"."""
    return line.word(amount.first - 1) == "at" and line.word(amount.first - 3) == "the"


def _follows_aged(line: Line, amount: Amount, before: str) -> bool:
    """Tell whether a number behind "aged" is an age: not a percentage, and not the boats of an age of 40 boats."""
    behind = line.word(amount.last)
    counts = before == "age" and behind.isalpha() and behind.endswith("s")
    return behind not in ("percent", "%") and not counts


def _birthday(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "He will be 35 by then", "she turned 70"."""
    return before in ("be", "turned", "turns", "turning") and behind in _BEHIND_A_BIRTHDAY


def _apposition(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow, 65, said", and at the end of a clause "a boy and his brother, 3."."""
    who = line.word(amount.first - 2)
    if before != "," or not amount.is_bare or amount.value is None or amount.value < 1:
        return False
    if behind in (",", ")"):
        return who in line.grammar.persons or _name(line, amount.first - 2)
    return behind in ("", ".", ":", ";") and (who in line.grammar.persons or _is_known(line, amount.first - 2))


def _in_a_list(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read the first of "her sons, 12 and 14, waited", "three girls, seven, nine and 12, sat", "sons of nine and six"."""
    tied = before in (",", "of") and _people(line, line.word(amount.first - 2))
    return tied and (amount.value or 0) >= 1 and _is_first_of_list(line, amount)


def _is_known(line: Line, at: int) -> bool:
    """Tell whether the name that ends at `at` is somebody's: of one who said so, to whom harm was done, or with an office."""
    return _is_named(line, at) or _is_victim(line, at) or _has_office(line, at)


def _has_office(line: Line, at: int) -> bool:
    """Tell whether an office stands in front of the full name that ends at `at`: Captain Ada Marlow."""
    return _full_name(line, at) and line.word(at - 2) in line.grammar.persons


def _is_victim(line: Line, at: int) -> bool:
    """Tell whether the name that ends at `at` is one of whom harm is told: the murder of Marlow, killing Ada Marlow."""
    first = at - _name(line, at - 1)
    before = line.word(first - 1)
    return _name(line, at) and (before in _HARMING or (before in _DONE_TO and line.word(first - 2) in _HARMS))


def _is_named(line: Line, at: int) -> bool:
    """Tell whether a full name ends at `at` behind who said so or was named: said the harbour chief Ada Marlow."""
    if not _full_name(line, at):
        return False
    office = at - 2
    while at - office < _LONGEST_OFFICE and line.as_written(office).islower() and line.lower[office] not in _BEFORE_A_NAME:
        office -= 1
    return line.word(office) in _BEFORE_A_NAME


def _of_one(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "three boys, the youngest 13, were hurt"."""
    return before in _OF_AN_AGE and not behind[:1].isalnum() and behind != "-"


def _of_both(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "the couple, both 71,"."""
    return line.says(amount.first - 2, (",", "both")) and (not behind.isalpha() or behind in _OR)


def _behind_name(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow 44 has", which lost its commas."""
    return behind in line.grammar.cues.behind_an_age and amount.is_bare and _full_name(line, amount.first - 1)


def _bracket(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow (65)"."""
    return before == "(" and behind == ")" and _full_name(line, amount.first - 2)


def _said_of(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow, who was 81," and "she is 42."."""
    if before not in ("was", "is", "were", "are") or not _ends(line, behind):
        return False
    who = line.word(amount.first - 2)
    if who in line.grammar.persons or who in _SHE or _is_one_of(line, amount, before) or _is_parent(line, amount.first - 2):
        return True
    return (who == "," and _died_inside(line, amount.first - 2)) or _full_name(line, amount.first - 2 - (who == ","))


def _is_parent(line: Line, at: int) -> bool:
    """Tell whether the number at `at` is that of somebody's children: the mother of three is 34."""
    return line.word(at - 1) == "of" and line.word(at - 2) in _PARENTS and line.kind(at) in (DIGITS, ONES)


def _is_one_of(line: Line, amount: Amount, before: str) -> bool:
    """Tell whether one of some people stands in front ("one of the dead was 75"), or all in front of a list of ages."""
    if not _people(line, line.word(amount.first - 2)):
        return False
    return line.says(amount.first - 5, ("one", "of", "the")) or (before == "were" and _is_first_of_list(line, amount))


def _is_first_of_list(line: Line, amount: Amount) -> bool:
    """Tell whether more ages follow in a list that counts nothing: 14, 18 and 19."""
    at = amount.last
    while (following := _next_of_list(line, at)) is not None:
        at = following
    closed = line.word(at) in _BEHIND_A_PERSON or line.word(at) in line.grammar.cues.harmed
    return at > amount.last and (closed or not line.word(at)[:1].isalnum()) and line.word(at) not in _GOES_ON


def _next_of_list(line: Line, at: int) -> int | None:
    """Return the end of the age that "," or "and" at token `at` ties to the one before; None where none follows."""
    start = line.skip(line.skip(at, ","), "and")
    if start == at or line.kind(start) not in (DIGITS, ONES, TENS):
        return None
    age = number(line.since(start), start)
    return age.last if age is not None and 0 < age.value <= _OLDEST else None


def _opening(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read the age that opens a sentence about somebody: at 41, Ada Marlow leads; at just 12, she left."""
    at = line.skip_back(amount.first - 1, "just", "only")
    who = line.as_written(amount.last + 1)
    return line.word(at) == "at" and at == 0 and behind == "," and (who in ("he", "she") or _name(line, amount.last + 1))


def _died_inside(line: Line, comma: int) -> bool:
    """Tell whether the clause that the comma ends says of somebody that he died: "who died on 13 May, was 63"."""
    clause = line.lower[max(0, comma - _FURTHEST_DEATH) : comma]
    return "who" in clause and not {"died", "dies"}.isdisjoint(clause)


def _died_at(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "dead at 81"."""
    if before != "at":
        return False
    if line.word(amount.first - 2) in _AT_AN_AGE and not _is_put(line, amount):
        return _ends(line, behind) or behind in ("of", "from", "after")
    return _ends(line, behind) and _is_of_a_life(line, amount)


def _is_of_a_life(line: Line, amount: Amount) -> bool:
    """Tell whether somebody's clause says what one does at an age that is no hour: he left school at 14."""
    end = amount.first - 1
    if amount.value is None or amount.value <= _LAST_HOUR:
        return False
    if line.has(end - _FURTHEST_DAY, end, _DYING):
        return True  # died on Sunday at 91
    verb = line.first_of(range(end - 1, max(-1, end - 1 - _FURTHEST_LIFE), -1), _STEPS_OF_A_LIFE)
    return (
        verb is not None
        and not line.has(verb, amount.first, {",", ";", ":"})
        and line.has(verb - _FURTHEST_SUBJECT, verb, {"he", "she", "who", "i"})
    )


def _told_in_words(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "who are three and six", with a number in words."""
    told = amount.value is not None and amount.value > 1 and line.word(amount.first - 2) in _SHE
    return told and _said_of(line, amount, before, behind)


def _yo(line: Line, amount: Amount, before: str, behind: str) -> bool:
    return behind == "yo"


def _ends(line: Line, behind: str) -> bool:
    """Tell whether the number stands at the end of its clause, and so counts no noun."""
    return not behind[:1].isalnum() or behind in _BEHIND_A_CLAUSE


def start(line: Line, i: int) -> Amount | None:
    """Read the ages of "in her 60s", "in his early 40s", "in their seventies"."""
    found = _decade(line, i)
    if found is None:
        return None
    decade, behind = found
    part = line.skip_back(line.skip_back(i - 1, "-"), *_PARTS_OF_A_DECADE)
    if line.word(part) not in _WHOSE and not _goes_on(line, part):
        return None
    first, last = _PARTS_OF_A_DECADE.get(line.word(part + 1), (0, 9))
    amount = Amount(
        part + 1, behind, decade + first, decade + last, ("ages/decade",), core=(i, behind), unit="year", dimension="age"
    )
    amount.hedge = "range"
    return amount


def _goes_on(line: Line, joint: int) -> bool:
    """Tell whether the words up to `joint` are the first decade of two: in their 20s and 30s, in their 20s or early 30s."""
    return line.word(joint) in _JOINED and line.word(joint - 1) == "s" and line.word(joint - 3) in _WHOSE


def _decade(line: Line, i: int) -> tuple[Decimal, int] | None:
    """Return the ten of "60s" or "sixties" at `i`, and the token behind it."""
    word = line.lower[i]
    if word.endswith("ies"):
        tens = line.grammar.tens.get(f"{word.removesuffix('ies')}y")
        return None if tens is None else (Decimal(tens), i + 1)
    plural = line.word(i + 1) == "s" and line.glued(i + 1)
    return (Decimal(word), i + 2) if plural and len(word) == 2 and word[1] == "0" else None


_WHOSE = ("his", "her", "their", "my", "our", "your")
_JOINED = ("and", "or", "to")
_PARTS_OF_A_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_WORDS = {
    "as": _as_young,
    "list": _in_a_list,
    "both": _of_both,
    "aged": _between_ages,
    "between": _between_people,
    "of": _of,
    "over": _over,
}
_OF_DIGITS = _WORDS | {
    "yo": _yo,
    "birthday": _birthday,
    "apposition": _apposition,
    "name": _behind_name,
    "bracket": _bracket,
    "said of": _said_of,
    "at": _died_at,
    "opening": _opening,
    "named": _named,
    "of one": _of_one,
}
_OF_WORDS = _WORDS | {"named": _named, "said of": _told_in_words, "opening": _opening}
"""What makes a bare number an age, by the rule that says so: one in digits, whose place may tell, or one in words."""


def _full_name(line: Line, at: int) -> bool:
    """Tell whether two words of a person's name end at `at`."""
    return _name(line, at) and _name(line, at - 1)


def _name(line: Line, at: int) -> bool:
    """Tell whether the token at `at` may end a person's name: a capitalised word that is neither a month nor in capitals."""
    word = line.as_written(at)
    if len(word) < 2 or not word[0].isupper() or not word.isalpha():
        return False
    return word.lower() not in line.grammar.months and (not word.isupper() or len(word) > 4)


def _age(amount: Amount, last: int, rule: str, unit: str | None = None) -> None:
    amount.dimension, amount.last = "age", last
    amount.unit = unit or amount.unit
    amount.trail += (f"ages/{rule}",)
