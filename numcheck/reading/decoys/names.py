"""Numbers that name a thing: Boeing 737, V-6, iPhone 14s, COVID-19, CO2, Article 50, Game 6, the Fortune 100."""

from __future__ import annotations

from numcheck.language.en import around, calendar
from numcheck.language.en.inflection import singular
from numcheck.reading.digits import point_in_front, suffix
from numcheck.reading.line import DIGITS, HUNDRED, ONES, SCALE, TENS, Decoy, Line
from numcheck.reading.nouns import counted, is_magnitude, is_plural, may_be_noun

AFTER = ("scores",)
REASON = "name"
KINDS = (DIGITS, ONES, TENS, HUNDRED)
EXAMPLES = (
    ("a Boeing 737 crashed", "737", "737"),
    ("a V-6 engine", "6", "6"),
    ("the iPhone 14s", "14s", "14"),
    ("COVID-19 tests", "19", "19"),
    ("much CO2 rose", "2", "2"),
    ("on page 12", "12", "12"),
    ("Game Six of the final", "Six", "6"),
    ("Flight 370 vanished", "370", "370"),
    ("No. 5 boat", "5", "5"),
    ("the 14 Pro", "14", "14"),
    ("reactors 1, 2 and 3", "1, 2 and 3", "1"),
    ("the index TA - 125", "125", "125"),
    ("the under-21s", "21s", "21"),
    ("the Class Four boat", "Four", "4"),
    ("room #5", "5", "5"),
    ("Harbour 12 Vessel", "12", "12"),
    ("a 5G network", "5G", "5"),
    ("at 221B Harbour Street", "221B", "221"),
    ("a 4K screen", "4K", "4"),
    ("a .45 pistol", ".45", "45"),
    ("a 12-gauge shotgun", "12", "12"),
    ("a 9mm pistol", "9", "9"),
    ("the Group of Seven met", "Seven", "7"),
    ("the Under 21 side won", "21", "21"),
    ("an over-60 race", "60", "60"),
    ("Marlow 3 to Be Shown in Oldport", "3", "3"),
    ("By May Rovers 2K15 had sold.", "2K15", "2"),
    ("in the top 10 of the year", "10", "10"),
    ("She is in the top five.", "five", "5"),
    ("She told 48 Hours so.", "48 Hours", "48"),
    ("They say that the Five Star Movement has won there.", "Five", "5"),
    ("Three Rivers Council agreed.", "Three", "3"),
    ("the 1400 block of Quay Road", "1400", "1400"),
    ("her 401(k) plan", "401(k)", "401"),
    ("a 501(c)(4) group", "501(c)(4)", "501"),
    ("one of the 76ers", "76ers", "76"),
    ("an ExpressCard/34 slot", "34", "34"),
    ("the 2019-nCoV virus", "2019-nCoV", "2019"),
    ("He was 6-of-11.", "6-of-11", "6"),
    ("pages 6 to 9 of it", "6 to 9", "6"),
    ("the number ten shirt", "ten", "10"),
    ("Photo 3 of 14: Oldport", "3 of 14", "3"),
    ("the O&B 300 fell", "300", "300"),
    ("The Marlow 8300M card is old.", "8300M", "8300"),
    ("a new 12-inch Marlow screen", "12-inch", "12"),
    ("Marlow Office 07 is new.", "07", "07"),
    ("a level three warning", "three", "3"),
    ("the loss in week 3 of the season", "3", "3"),
    ("the yield on the 10-year note", "10-year", "10"),
    ("Strike at the harbour, day 2: crews go home", "2", "2"),
    ("Members of the 101 Harbour Brigade helped.", "101", "101"),
    ("a 737 jet", "737", "737"),
    ("down U.S. 101 to it", "101", "101"),
    ("H.R. 3590 passed.", "3590", "3590"),
    ("the Gang of Eight met", "Eight", "8"),
    ("the Group of 20 met", "20", "20"),
    ("Many of them saw Marlow's Eleven.", "Eleven", "11"),
    ("a 3D film", "3D", "3"),
    ("a 4x4 hit it", "4x4", "4"),
    ("three USB 2.0 ports", "2.0", "2.0"),
    ("a type 2 patient", "2", "2"),
    ("He is No 3 in the world.", "3", "3"),
    ("He lives at 24 Quay Road.", "24", "24"),
    ("the PS5 console", "5", "5"),
    ("Case no. 4411 was dropped.", "4411", "4411"),
    ("Flights 212 and 214 were late.", "212 and 214", "212"),
    ("a 155mm shell", "155", "155"),
    ("A Marlow 19 was found.", "19", "19"),
    ("The Marlow Pro 17 is new.", "17", "17"),
    ("They recalled 900 of its Marlow 5 boats.", "5", "5"),
    ("They named it Special Sea Mission 41 in honour of her.", "41", "41"),
    ("She won gold in the 400m.", "400m", "400"),
    ("in the women's 200m final", "200m", "200"),
    ("Profit fell in 4Q 2020.", "4Q", "4"),
    ("Exits 12 and 15 are shut.", "12 and 15", "12"),
    ("They searched rooms 4 and 9.", "4 and 9", "4"),
    ("Pupils in grades 3 through 8 were out.", "3 through 8", "3"),
    ("an N95 mask", "95", "95"),
    ("It was stopped in round two.", "two", "2"),
    ("She takes size 11 boots.", "11", "11"),
    ("Prop. 64 passed.", "64", "64"),
    ("It was Flight PS752.", "752", "752"),
    ("See Hill Map 3, too.", "3", "3"),
)
QUIET = (
    "Already 30 Harbour Democrats have said so",
    "Still 40 Rovers fans had no seat",
    "Ford 13000 workers",
    "Ada Marlow 44 has sailed.",
    "mid-20 metres",
    "RM23",
    "In 40 boats",
    "page 5 million",
    "day 5 of it",
    "Only 5 boats",
    "Five boats",
    "mile-3 boats",
    "no 5 boats",
    "10 Street sweepers",
    "4K boats",
    "a group of seven sailors",
    "under 21 people",
    "over 60 team members",
    "the top 10 boats",
    "the top 10 per cent",
    "the top five old harbour towns",
    "the top 10 highest-paid sailors",
    "Already 30 House Democrats voted.",
    "Mill Lays Off 250 Workers",
    "Harbour Is Hiring 20K New Workers",
    "Storm Ends 11-Week Lockdown at Harbour",
    "Harbour Index Ends Day Down 63",
    "Rovers Destroy 12th-Century Tower",
    "Harbour has 34 boats and New Marlow 18.",
    "Oldport saw 63 fires, Newport 21; in Harbour 8.",
    "They sailed for 48 hours.",
    "Two British sailors agreed.",
    "a block of 1400 boats",
    "a 12-inch screen",
    "It cost $8300M.",
    "They need 8300M boats.",
    "an R&D budget of 300 crowns",
    "at level three boats",
    "No 40 boats were alike.",
    "In the U.S. 101 boats sank.",
    "the 28 European Union leaders",
    "The 40 Harbour Democrats agreed.",
    "a 3x4m wall",
    "It could top 400 by May.",
    "FLOOD HITS 63 AS RIVERS RISE",
    "A captain 19 was found.",
    "Sailors Rescue 3 After Storm",
    "Landslide Buries 12 in Oldport",
    "By port: Oldport 41, Newport 12.",
    "in the 400m of rope",
    "in the 400m crowns of aid",
    "They need 5Q more.",
    "They have trucks 12 and 15 feet long.",
    "The rooms 40 sailors had were shut.",
    "of rooms, 4 and 9 were shut",
    "Yes 53.4%, No 46.6%",
    "a N500 fine",
    "jabs for over-65s",
    "Ada Marlow Was Turned Away By Four Harbours and went home.",
    "They sailed in round two-man boats.",
    "N2.5m of debt",
)

_NUMBER_LABELS = ("no", "nos", "nr", "nrs")
_PER_CENT = ("%", "percent", "per")
"""Behind these answers a number is their share: Yes 54%, No 46%."""

_SHORT_LABELS = (*_NUMBER_LABELS, "vol", "fig", "ref", "prop", "sec")
"""Labels that may be shortened with a full stop: No. 5, Vol. 3."""

_LISTING = ("-", "–", ",", "&", "and", "to", "or", "through")
_SUFFIXES = ("%", "m", "bn", "k")
_GLUED_TO_A_NUMBER = (*_SUFFIXES, *around.ORDINAL_ENDS, "mn", "K", "M", "B")
_LONGER, _HEADLINE, _MOSTLY = 4, 3, 0.8
"""Letters of a longer word, how many of them a headline has at least, and what part of them begins with a capital."""

_REACH = 3
"""Words behind a number of a headline among which the plural stands that it counts."""

_PARTS_OF_A_LIST = (",", ";", "and", "while", "but", ":")
_PLACES = ("in", "at", "on", "from", "for", "to")
_THOSE = ("those", "that", "just", "only", "another", "and")
_BEHIND_A_PART = ("and", "while", "but", "or", "with", "after", "as", "on", "last", "in")
"""Between the parts of a list that leaves out its noun, in front of a place in it, and behind its numbers."""

_HYPHENS = ("-", "‑", "–")
_LONGEST = 5
_TIMES = frozenset({"hours", "minutes", "days"})
_LONGEST_LISTED = 4
_MOST_GLUED = 4
_DIGITS_OF_A_MODEL = 4
_DIGITS_OF_A_JET = 3
_DIGITS_OF_A_SUM = 3
_YOUNGEST_TEAM, _OLDEST_TEAM = 13, 23

_RACES = frozenset("50 60 100 200 400 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000".split())
_LINES_OF_A_SCREEN = ("720", "1080", "1440", "2160")
_BONDS = frozenset("treasury treasuries note notes gilt gilts bond bonds bund bunds yield yields".split())
_YIELDS = ("yield", "yields")
_WHEN, _SINCE = ("day", "week"), ("in", "since", "of", "on", "by", "after", "until", "from", "before")
"""Labels that say when, and what stands before them: the loss in week 3."""

_LEVELS = ("number", "level", "stage", "phase")
"""Labels in front of a number word: a level three warning."""

_PARTS_OF_A_YEAR = {"Q": ("1", "2", "3", "4"), "H": ("1", "2")}
_LONGEST_STREET = 4
_GROUPS = ("group", "gang", "council", "club", "table", "big", "battle")
_DOTTED = 2
_BEFORE_A_VERB = ("on", *around.MODALS)
"""Behind these "top" names no list: on top 5 inches, it could top 400."""

_ON_A_ROAD = ("on", "along", "off", "down", "near", "across", "onto", "up", "of", "via")
_PLAYERS = ("players", "internationals", "games", "matches", "goals", "caps", "sides", "teams", "champions")
_ENDING = ("number", "level", "grade")
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "’", "'", "”", '"')

# Prefixes that a hyphen ties to a number without making it a name: mid-20.
_NUMBER_PREFIXES = frozenset(
    (
        "mid sub pre post early late under over minus plus non a an the of to about some around nearly and or in by with "
        "now then ex all top magnitude"
    ).split()
)
# Capitalised words that begin a sentence or a headline and are no part of a name.
_NO_NAME = frozenset(
    (
        "The A An In On At By For From With After Before When While As And But Or If So Some About Around Over More Than "
        "Nearly Almost Least Up To Of Only Just Another These Those All Between Under Roughly Approximately Fewer Less "
        "Its Their His Her Our My Your Then There Here Now Last Next Every Each Both Not No Meanwhile Also However Since "
        "Until During Within Killing Including Estimated Exactly Still Even Like That This We He She They It I You Who "
        "Which Is Was Are Were Has Have Had Will Total "
        "Killed Injured Dead Kills Kill Injures Wounds Leaves Hits Tops Injure Wound Be Says Aged "
        "Age Million People Men Women Children Adults Patients Anyone Everyone "
        "What How Why Where Because Though Although Well Magnitude"
    ).split()
) | {*calendar.MONTHS, *calendar.SHORT_MONTHS, *calendar.WEEKDAYS}


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the number at `i` where it is part of a name."""
    kind, word = line.kinds[i] or "", line.words[i]
    if kind == DIGITS:
        if (line.glued(i) and _glued_name(line, i)) or _spaced_ticker(line, i) or _network(line, i) or _address(line, i):
            return Decoy(i, _swallow(line, i), REASON, word)
        if _calibre(line, i):
            return Decoy(i - point_in_front(line, i), i + 1, REASON, word)
        if len(word) > _LONGEST or word.count(".") > 1:
            return None
    label = _label(line, i)
    for kinds, names, last in _NAMES:
        if kind in kinds and names(line, i, label):
            return Decoy(i, last(line, i), REASON, _value(line, i))
    return None


def _value(line: Line, i: int) -> str:
    g = line.grammar
    return str(g.ones.get(line.lower[i], g.tens.get(line.lower[i], line.words[i])))


def _label(line: Line, i: int) -> str:
    """Return the word in front of the number at `i`, without the full stop of "No. 5"."""
    before = line.as_written(i - 1)
    shortened = line.as_written(i - 2)
    return shortened if before == "." and shortened.lower() in _SHORT_LABELS else before


def _is_label(line: Line, low: str, behind: str) -> bool:
    marks = line.grammar.marks
    if low in _NUMBER_LABELS and behind in _PER_CENT:
        return False
    return low in marks.labels or low in marks.labels_wary or low in marks.labels_capital


def _glued_name(line: Line, i: int) -> bool:
    """Tell whether letters stand directly in front of the digits at `i`, with or without a hyphen: V10, F-16, CO2."""
    before = line.words[i - 1]
    if before.isalpha():
        measures = _glued_money(line, i, before) or is_magnitude(line, i)
        return not measures and before not in ("about", "to", "over", "x", "is", "of")
    if i < 2:
        return False
    if before in _HYPHENS or before == "_":
        return _hyphened_name(line, i, before)
    return before in ("#", "@")


def _glued_money(line: Line, i: int, before: str) -> bool:
    """Tell whether the letters in front of the digits at `i` are a currency's: RM23, $US160, PS5, M5; not -RM23, be23."""
    g, front = line.grammar, line.word(i - 2)
    if before == "PS":
        return (len(line.words[i]) > 1 and front not in ("flight", "flights")) or (
            line.glued(i + 1) and line.words[i + 1][0].isalpha()
        )  # the PS5 is a console
    if before in g.money_dollars and front in ("$", "£"):
        return True
    if before in ("e", "p"):
        return not line.glued(i - 1)
    return _stands_for_money(line, i, before) and not (line.glued(i - 1) and front in ("-", "‑"))


def _stands_for_money(line: Line, i: int, letters: str) -> bool:
    """Tell whether letters are a currency's; an N only where many digits or a word of scale follow: N500, N2.5m, K2.5m."""
    if letters not in ("N", "K"):
        return letters in line.grammar.money_letters
    return len(line.words[i]) >= _DIGITS_OF_A_SUM or suffix(line, i + 1) > 0 or line.kind(i + 1) == SCALE


def _hyphened_name(line: Line, i: int, hyphen: str) -> bool:
    """Tell whether the stem in front of a hyphen makes a name of the digits at `i`: F-16, COVID-19; not mid-20, mile-3."""
    stem = line.words[i - 2]
    if not line.glued(i - 1):
        return hyphen == "-" and len(stem) > 2 and _is_ticker(stem)
    if stem.lower() in ("under", "over"):  # the under-21s, Under-21 players
        return _is_of_a_team(line, i)
    if line.kinds[i - 2] is not None or (hyphen == "–" and stem.islower()):
        return False
    return stem[-1].isalpha() and stem.lower() not in _NUMBER_PREFIXES and stem.lower() not in line.grammar.units


def _is_of_a_team(line: Line, i: int) -> bool:
    """Tell whether players are named by the digits at `i`: Under-21 players, under-21s; not over-65s, who have an age."""
    if line.word(i + 1) in _PLAYERS:
        return True
    return line.word(i + 1) == "s" and line.words[i].isdecimal() and _YOUNGEST_TEAM <= int(line.words[i]) <= _OLDEST_TEAM


def _is_part_of_a_year(line: Line, i: int, label: str) -> bool:
    """Tell whether the digit at `i` is a quarter or a half of a year: 4Q 2020, 1H."""
    return line.glued(i + 1) and line.words[i] in _PARTS_OF_A_YEAR.get(line.as_written(i + 1), ())


def _is_ticker(stem: str) -> bool:
    return stem.isupper() and stem.isalpha()


def _age_group(line: Line, i: int, label: str) -> bool:
    """Tell whether the digits at `i` name a team by its age: the Under 21 side; not under 21 people, over 60 team members."""
    if line.word(line.skip_back(i - 1, "-")) not in ("under", "over") or len(line.words[i]) > 2:
        return False
    return line.word(i + 1) in line.grammar.marks.of_an_age_group and not counted(line, i + 1)


def _top(line: Line, i: int, label: str) -> bool:
    """Tell whether the number at `i` names a list of the best: in the top 10; not the top 10 boats, the top 10 per cent."""
    behind = line.word(i + 1)
    if line.word(i - 1) != "top" or line.word(i - 2) in _BEFORE_A_VERB or behind in ("%", "°"):
        return False
    ends = behind == "of" or behind in line.grammar.cues.ends_a_noun
    return ends or (not behind[:1].isalnum() and not line.glued(i + 1)) or behind in _CLOSING


def _address(line: Line, i: int) -> bool:
    """Tell whether the digits at `i` number a house: 221B Harbour Street, 10 Old Quay Road."""
    at = i + 1 + (line.glued(i + 1) and len(line.as_written(i + 1)) == 1)
    first = at
    if line.glued(at) or len(line.words[i]) > _LONGEST or not line.words[i].isdecimal():
        return False
    for word in line.words[at : at + _LONGEST_STREET]:
        if not word[0].isupper() or not word.isalpha():
            return False
        if word.lower() in line.grammar.marks.streets and word != line.words[first]:
            return True
    return False


def _calibre(line: Line, i: int) -> bool:
    """Tell whether the digits at `i` are the bore of a gun or the model of a plane: a .45 pistol, a 737 jet."""
    if line.word(i + 1) == "-" and line.glued(i + 1):
        return line.word(i + 2) in ("gauge", "bore", "caliber", "calibre")
    if line.word(i + 1) in line.grammar.marks.vehicles and line.words[i].isdecimal():
        return line.word(i - 1) in ("a", "an", "the", "'s", "’s") and len(line.words[i]) == _DIGITS_OF_A_JET
    if line.word(i + 1) == "mm" and line.word(i + 2) in line.grammar.marks.guns:
        return True
    return point_in_front(line, i) and line.word(i + 1) in line.grammar.marks.guns


def _network(line: Line, i: int) -> bool:
    """Tell whether the digits at `i` name a generation of mobile networks, screens or films: 5G, 4K, 3D."""
    letter = line.as_written(i + 1) if line.glued(i + 1) else ""
    if line.words[i] in ("2", "3", "4") and (letter == "D" or (letter == "-" and line.as_written(i + 2) == "D")):
        return True
    if letter == "K":
        return line.words[i] in ("4", "8") and not counted(line, i + 2) and line.word(i - 1) not in line.grammar.money_signs
    return letter == "G" and line.words[i] in ("2", "3", "4", "5", "6")


def _is_team(line: Line, i: int, label: str) -> bool:
    """Tell whether a team is named by the year it keeps alive: the 76ers."""
    return line.glued(i + 1) and line.word(i + 1) == "ers"


def _spaced_ticker(line: Line, i: int) -> bool:
    """Tell whether an index or a ship stands in front with its hyphen spaced: TA - 125."""
    if line.as_written(i - 1) not in ("-", "–") or line.glued(i) or line.glued(i - 1):
        return False
    stem = line.as_written(i - 2)
    return _is_ticker(stem) and 2 <= len(stem) <= 4 and not line.as_written(i + 1).isupper()


def _swallow(line: Line, i: int) -> int:
    """Return the token behind the name: letters glued to the digits belong to it (14s, 737F), and a second hyphened part."""
    last = i + 1
    while last <= i + _MOST_GLUED and line.glued(last):
        second = line.words[last] in "-‑" and line.glued(last + 1) and line.words[last + 1][0].isdecimal()
        if not second and not line.words[last].isalnum():
            break
        last += 1
    return last


def _labelled(line: Line, i: int, label: str) -> bool:
    """Tell whether the word in front labels the number: a capital, or nothing countable behind it."""
    marks, low, behind = line.grammar.marks, label.lower(), line.word(i + 1)
    if not _is_label(line, low, behind):
        return False
    if line.kinds[i] == DIGITS and ("," in line.words[i] or (line.glued(i + 1) and behind in _SUFFIXES)):
        return low in _NUMBER_LABELS or low == "#"
    if low == "no" and not _is_number_of(line, i):
        return False
    if behind in line.grammar.units or line.as_written(i + 1) in marks.behind_a_count:
        return low in marks.labels and behind not in marks.never_labelled
    return low in marks.labels or _labelled_warily(line, i, label)


def _labels_several(line: Line, i: int, label: str) -> bool:
    """Tell whether the plural of a label stands in front of a list that counts nothing: exits 12 and 15 are shut."""
    marks, one = line.grammar.marks, singular(label.lower(), {})
    return one != label.lower() and (one in marks.labels or one in marks.labels_wary) and _list_end(line, i) > _swallow(line, i)


def _is_number_of(line: Line, i: int) -> bool:
    """Tell whether the "no" in front of the number at `i` is short for number: No. 5, he is No 3; not "no 5 boats"."""
    bare = line.word(i - 1) == "no"
    return line.kinds[i] == DIGITS and not (bare and (line.words[i - 1] == "no" or counted(line, i + 1)))


def _labelled_warily(line: Line, i: int, label: str) -> bool:
    """Tell whether a word that is mostly no label is one here: it has a capital, or the number ends its phrase."""
    low = label.lower()
    if low == "no" and line.word(i - 1) == ".":
        return not counted(line, i + 1)
    if _ends_with_word(line, i, low):
        return True
    if label[0].isupper():
        return low not in ("top", "number") and not (line.kinds[i] == ONES and low in _LEVELS)
    return line.kinds[i] == DIGITS and (_says_when(line, i, low) or _ends_at_number(line, i, low) or _is_of_a_kind(line, i))


def _ends_with_word(line: Line, i: int, low: str) -> bool:
    """Tell whether a number word numbers its label and counts nothing: a level three warning, stopped in round two."""
    if line.kinds[i] != ONES or not (low in _LEVELS or line.word(i - 2) in _SINCE):
        return False
    return low == "number" or not (line.word(i + 1) == "-" or counted(line, i + 1))


def _is_of_a_kind(line: Line, i: int) -> bool:
    """Tell whether an article in front of the label makes the number one of a kind: a phase 3 trial; not a hole 1.5 m deep."""
    if line.word(i - 2) not in ("a", "an") or not line.words[i].isdecimal() or counted(line, i + 1):
        return False
    return may_be_noun(line, i + 1) and line.words[i + 1] not in line.grammar.unit_signs


def _says_when(line: Line, i: int, low: str) -> bool:
    """Tell whether a day or week has its number: the loss in week 3, day 2: crews go home."""
    return low in _WHEN and (line.word(i - 2) in _SINCE or line.word(i + 1) == ":")


def _ends_at_number(line: Line, i: int, low: str) -> bool:
    """Tell whether the phrase of a label ends with the number at `i`."""
    ends = line.as_written(i + 1) in (",", ".", ";", ")", "", ":", "’s", "'s") or low in _ENDING or line.words[i].endswith(".0")
    return ends and low not in line.grammar.marks.labels_capital


def _list_end(line: Line, i: int) -> int:
    """Return the token behind a list of labelled numbers: pages 12-15, reactors 1, 2 and 3, photo 3 of 14."""
    last = _swallow(line, i)
    if line.word(last) == "of" and line.kind(last + 1) == DIGITS and not counted(line, last + 2):
        return last + 2
    while line.word(last) in _LISTING and _listed(line, last + 1):
        last += 2
    return last


def _listed(line: Line, at: int) -> bool:
    """Tell whether the digits at `at` only go on with a list: nothing follows that they could count."""
    if line.kind(at) != DIGITS or len(line.words[at]) > _LONGEST_LISTED or "." in line.words[at]:
        return False
    behind = line.as_written(at + 1)
    goes_on = (behind in _LISTING and line.kind(at + 2) == DIGITS) or behind in around.BE
    return goes_on or behind in line.grammar.cues.ends_a_noun or behind == "of" or (not behind.islower() and behind != "%")


def _series(line: Line, i: int, label: str) -> bool:
    """Tell whether a word of a series follows the digits at `i`: the 14 and 14 Pro."""
    if label.lower() not in ("and", "or", ",", "the") or line.word(i + 1) not in line.grammar.marks.series:
        return False
    return line.words[i + 1][0].isupper()


def _capital_word(line: Line, i: int, label: str) -> bool:
    """Tell whether a number word belongs to a name: Chapter Seven begins, the Group of Seven, the Five Star Movement."""
    if not line.words[i][0].isupper() or line.words[i].isupper() or _all_capitals(line):
        return False
    if label in ("'s", "’s"):
        return line.as_written(i + 1) in _CLOSING and line.as_written(i - 2)[:1].isupper()  # Ocean's Eleven
    if not label[:1].isalnum():
        return _opens_a_name(line, i + 1)
    behind = line.as_written(i + 1)
    if behind[:1].isupper():
        return _is_in_a_name(line, i, label, behind)
    return _closes_a_name(line, i, label, behind)


def _is_in_a_name(line: Line, i: int, label: str, behind: str) -> bool:
    """Tell whether a number word stands in a name: the Five Star Movement; not in a title, Rejected By Four Colleges To."""
    if i > 1 and label in _NO_NAME and is_plural(line, behind.lower()):
        return False
    return behind.isalpha() and line.kind(i + 1) is None and line.kind(i - 1) is None


def _is_group(line: Line, i: int, label: str = "") -> bool:
    """Tell whether the number at `i` names a group: the Group of Seven, the Gang of Eight, the Group of 20."""
    capital = line.word(i - 1) == "of" and line.as_written(i - 2)[:1].isupper()
    of_a_name = line.kinds[i] == DIGITS or line.words[i][0].isupper()
    return capital and of_a_name and line.word(i - 2) in _GROUPS and not counted(line, i + 1)


def _is_letters(line: Line, i: int, label: str) -> bool:
    """Tell whether letters with full stops name a road or a bill: down U.S. 101, H.R. 3590."""
    if label.count(".") < _DOTTED or not label.isupper() or "," in line.words[i] or counted(line, i + 1):
        return False
    return label != "U.S." or (line.word(i - 2) in _ON_A_ROAD and len(line.words[i]) <= _DIGITS_OF_A_JET)


def _is_unit_of_an_army(line: Line, i: int, label: str) -> bool:
    """Tell whether "the" and capitalised words in the singular make a name of the digits at `i`: the 101 Logistic Brigade."""
    return label == "the" and line.words[i].isdecimal() and _opens_a_name(line, i + 1) and not _all_capitals(line)


def _is_joined(line: Line, i: int, label: str) -> bool:
    """Tell whether an x without blanks joins two small numbers that measure nothing: a 4x4, a 2x4; or Twenty20."""
    if line.kinds[i] == TENS:
        return line.glued(i + 1) and line.kind(i + 1) == DIGITS
    both = len(line.words[i]) == 1 and line.as_written(i + 2).isdecimal() and len(line.words[i + 2]) == 1
    measured = line.glued(i + 3) or line.word(i + 3) in line.grammar.units
    return both and line.word(i + 1) == "x" and line.tight(i + 1) and not measured


def _closes_a_name(line: Line, i: int, label: str, behind: str) -> bool:
    """Tell whether the number word is the last of a name, as nothing follows that it could count: World War Two began."""
    if i < 2 and not (label.isupper() and len(label) > 1):
        return False  # BBC Two said; but "Blast Seven"
    if not label[0].isupper() or not label.isalpha() or label in _NO_NAME:
        return False
    return behind in _CLOSING or (behind[:1].islower() and behind not in line.grammar.units)


def _opens_a_name(line: Line, at: int) -> bool:
    """Tell whether the capitalised words from `at` on are a name whose first word is a number: Three Rivers Council."""
    last = at
    while line.as_written(last)[:1].isupper() and line.words[last].isalpha():
        last += 1
    long = last - at > 1 and not is_plural(line, line.lower[last - 1])
    return long and not counted(line, last) and line.lower[at] not in line.grammar.units


def _capital_name(line: Line, i: int, label: str) -> bool:
    """Tell whether a capitalised word and the digits at `i` are one name: Boeing 737, Formula 1, Apollo 11."""
    word, behind = line.words[i], line.as_written(i + 1)
    if not _may_head_a_name(line, i, label) or "," in word or _measured(line, i, behind) or _goes_on_with_a_list(line, i):
        return False
    if _all_capitals(line) and _counts_in_headline(line, i, label):
        return False
    if i == 1 and len(word) > 2:
        return behind[:1].isupper() or behind in ("", ".", ",")
    return not (_counts_things(line, i) or _is_age_of(line, i, behind) or _opens_a_row(line, i))


def _counts_things(line: Line, i: int) -> bool:
    """Tell whether a plural follows that the number counts: Ford 13000 workers; not what is whose: its Marlow 5 boats."""
    owned = line.word(i - 2) in ("its", "their", "his", "her", "'s", "’s") and len(line.words[i]) == 1
    return bool(counted(line, i + 1)) and not owned


def _opens_a_row(line: Line, i: int) -> bool:
    """Tell whether a colon leads to a row of names, each with its number: by port: Oldport 41, Newport 12."""
    goes_on = line.word(i + 1) == "," and line.as_written(i + 2)[:1].isupper() and line.kind(i + 3) == DIGITS
    return line.word(i - 2) == ":" and goes_on


def _goes_on_with_a_list(line: Line, i: int) -> bool:
    """Tell whether the number behind a name is the next of a list that leaves out its noun: 34 boats in Oldport, Newport 18.

    A figure stands before it, the name has no article of its own but "the", and the number ends its part of the list.
    """
    behind = line.word(i + 1)
    ends = behind in ("", ",", ".", ";") or behind in _BEHIND_A_PART
    if not line.figures or not ends or line.words[i].endswith(".0"):
        return False
    at = i - 1
    while at > line.done and (line.words[at][0].isupper() or line.lower[at] in ("of", "the", "-", ".")):
        at -= 1
    if line.lower[at] in _PLACES:
        at = line.skip_back(at - 1, *_THOSE)
    return at >= line.done and line.lower[at] in _PARTS_OF_A_LIST


def _may_head_a_name(line: Line, i: int, label: str) -> bool:
    """Tell whether the word in front of the number at `i` may name a thing: it has a capital, and a blank behind it."""
    capital = label[:1].isupper() and label[-1].isalpha() and not line.glued(i)
    if i == 1 and label.endswith("ing") and len(line.words[i]) > 1:
        return False  # Chasing 301, they fell short
    return capital and i > line.done and _may_be_name(line, label)


def _is_age_of(line: Line, i: int, behind: str) -> bool:
    """Tell whether the digits at `i` are an age that lost its commas: Ada Marlow 44 has."""
    first = line.as_written(i - 2)
    if line.word(i - 1) in line.grammar.marks.series:
        return False  # the Marlow Pro 17 is
    named = len(line.words[i]) <= 2 and len(first) > 1 and first[0].isupper()
    return named and behind.lower() in line.grammar.cues.behind_an_age


def _all_capitals(line: Line) -> bool:
    """Tell whether the line is a headline in which nearly every longer word has a capital, so that a capital names nothing."""
    longer = [word for word in line.words if len(word) >= _LONGER and word.isalpha()]
    return len(longer) >= _HEADLINE and sum(word[0].isupper() for word in longer) >= _MOSTLY * len(longer)


def _counts_in_headline(line: Line, i: int, label: str) -> bool:
    """Tell whether the number at `i` of a headline counts: a plural or a hyphened word follows, or it is a change."""
    g = line.grammar
    if _is_headline_verb(line, label.lower()) or (line.word(i + 1) == "-" and line.tight(i + 1)):
        return True
    for word in line.lower[i + 1 : i + 1 + _REACH]:
        if not word.isalpha() or word in g.cues.ends_a_noun or word in g.marks.no_adjective:
            return False
        if is_plural(line, word):
            return True
    return False


def _is_headline_verb(line: Line, word: str) -> bool:
    """Tell whether a word in front of a number of a headline says what rises or falls, or who is harmed: Rescue 3 After."""
    g = line.grammar
    harms = any(f"{word.removesuffix('s')}{end}" in g.cues.harmed for end in ("ed", "d"))
    return harms or word in g.up or word in g.down


def _may_be_name(line: Line, label: str) -> bool:
    """Tell whether a capitalised word may be a name: no month, no letters of a currency, no word in capitals."""
    g = line.grammar
    if label in _NO_NAME or label.lower() in g.fillers or label.lower() in g.months:
        return False
    if label.isupper() and (len(label) > 5 or label.title() in _NO_NAME):
        return False
    return label not in g.money_letters and not (label[0] == "M" and label[1:] in g.money_letters)


def _measured(line: Line, i: int, behind: str) -> bool:
    """Tell whether what stands behind the digits at `i` counts or measures: a unit, a scale word, people, 10-metre."""
    g, low = line.grammar, behind.lower()
    if low in g.units or low in g.scales or low == "people":
        return True
    if behind in g.unit_signs and behind not in '"”″':
        return behind != "in" or line.glued(i + 1) or _all_capitals(line)  # Mission 41 in honour of her
    return line.glued(i + 1) and ((behind == "-" and line.as_written(i + 2).islower()) or _is_suffixed(line, i, behind))


def _is_suffixed(line: Line, i: int, behind: str) -> bool:
    """Tell whether letters glued to the digits make a number of them: 20K, 5th; not Rovers 2K15."""
    scaled = behind in _GLUED_TO_A_NUMBER
    return scaled and not (line.glued(i + 2) and line.words[i + 2][0].isalnum())


def _is_programme(line: Line, i: int, label: str) -> bool:
    """Tell whether a unit with a capital makes a name of the number: 48 Hours, 60 Minutes; not in a headline."""
    behind = line.as_written(i + 1)
    if not behind[:1].isupper() or not behind[1:].islower() or behind.lower() not in _TIMES or _all_capitals(line):
        return False
    return line.words[i].isdecimal() and not line.glued(i + 1)


def _behind_programme(line: Line, i: int) -> int:
    return i + 2


def _is_part_of_a_code(line: Line, i: int, label: str) -> bool:
    """Tell whether signs inside make a code of the digits at `i`: 401(k), ExpressCard/34, 2019-nCoV, 6-of-11, 22-for-31."""
    if line.glued(i) and line.word(i - 1) == "/":
        stem = line.as_written(i - 2)
        return line.glued(i - 1) and len(stem) > 2 and stem.isalpha() and not stem.islower()
    return _code_end(line, i) > i + 1


def _code_end(line: Line, i: int) -> int:
    """Return the token behind a code that begins with the digits at `i`: 401(k), 2019-nCoV, 6-of-11; `i` + 1 for none."""
    if line.tight(i + 1):
        if line.words[i + 1] == "(" and line.word(i + 3) == ")" and line.glued(i + 3):
            return _behind_brackets(line, i)
        if line.words[i + 1] == "-":
            return _hyphened_end(line, i)
    return i + 1


def _behind_brackets(line: Line, i: int) -> int:
    """Return the token behind a letter in brackets, and a number in more: 401(k), 501(c)(4); `i` + 1 for none."""
    if len(line.words[i + 2]) > 1 or not line.words[i + 2].isalpha():
        return i + 1
    return i + 7 if line.word(i + 4) == "(" and line.glued(i + 4) and line.word(i + 6) == ")" else i + 4


def _hyphened_end(line: Line, i: int) -> int:
    """Return the token behind a code of digits, hyphen and letters: 2019-nCoV, 6-of-11; `i` + 1 for none."""
    behind = line.words[i + 2]
    if behind[0].islower() and not behind.islower():
        return i + 3
    return i + 5 if behind in ("of", "for") and _is_hyphen(line, i + 3) and line.kind(i + 4) == DIGITS else i + 1


def _is_hyphen(line: Line, at: int) -> bool:
    return line.word(at) == "-" and line.tight(at)


def _behind_ampersand(line: Line, i: int, label: str) -> bool:
    """Tell whether letters that an ampersand joins name an index or a firm: the S&P 500."""
    return label.isupper() and label.isalpha() and line.word(i - 2) == "&" and line.glued(i - 1) and not line.glued(i)


def _is_model(line: Line, i: int, label: str) -> bool:
    """Tell whether the letter behind four digits without a comma makes a model of them: a Marlow 8300M, a 1080p screen."""
    letter = line.as_written(i + 1) if line.glued(i + 1) else ""
    if label in line.grammar.money_signs or label in line.grammar.money_letters or counted(line, i + 2):
        return False
    if letter == "p":
        return line.words[i] in _LINES_OF_A_SCREEN and line.as_written(i + 2).isalpha()
    return letter == "M" and len(line.words[i]) == _DIGITS_OF_A_MODEL and line.words[i].isdecimal()


def _says_so_many(line: Line, i: int, unit: str) -> bool:
    return line.words[i].isdecimal() and _is_hyphen(line, i + 1) and line.word(i + 2) == unit


def _is_size_in_a_name(line: Line, i: int, label: str) -> bool:
    """Tell whether inches tell a thing with a name from its sisters: the 17-inch MacBook, the MacBook Pro 17-inch."""
    if not _says_so_many(line, i, "inch") or _all_capitals(line):
        return False
    plain = may_be_noun(line, i + 3)
    if i > 1 and not plain and label[0].isupper() and label.isalpha() and label not in _NO_NAME:
        return True
    name = line.as_written(i + 3 + plain)
    return name[:1].isupper() and name.isalpha()


def _is_race(line: Line, i: int, label: str) -> bool:
    """Tell whether metres name a race: gold in the 400m, the women's 200m final; not in the 400m of rope."""
    if line.words[i] not in _RACES or line.word(i + 1) != "m" or not line.glued(i + 1):
        return False
    behind = line.word(i + 2)
    if label in ("'s", "’s"):
        return line.word(i - 2) in ("men", "women", "boys", "girls")
    return label == "the" and line.word(i - 2) == "in" and (not behind.isalpha() or behind in line.grammar.cues.ends_a_noun)


def _is_bond(line: Line, i: int, label: str) -> bool:
    """Tell whether years name a bond: the 10-year Treasury note, a 30-year gilt."""
    return _says_so_many(line, i, "year") and (line.word(i + 3) in _BONDS or line.word(i - 3) in _YIELDS)


def _behind_inches(line: Line, i: int) -> int:
    return i + 3


def _begins_with_nought(line: Line, i: int, label: str) -> bool:
    """Tell whether the digits at `i` begin with a nought, as no count does: Marlow Office 07."""
    word = line.words[i]
    glued = line.glued(i + 1) and line.words[i + 1][0].isalnum()
    plain = len(word) == 2 and word[0] == "0" and word.isdecimal() and not line.glued(i) and not glued
    return plain and label.isalpha() and line.word(i + 1) not in line.grammar.units


def _is_block(line: Line, i: int, label: str) -> bool:
    """Tell whether the digits at `i` number a block of a street: the 1400 block of Harbour Road."""
    return line.says(i + 1, ("block", "of")) and line.words[i].isdecimal()


def _counter_end(line: Line, i: int) -> int:
    """Return the token behind a named number, and behind what it is one of: Photo 3 of 14."""
    last = _swallow(line, i)
    counts = i == 1 and line.word(last) == "of" and line.kind(last + 1) == DIGITS and not line.word(last + 2).isalnum()
    return last + 2 if counts else last


def _alone(line: Line, i: int) -> int:
    return i + 1


_WORDS = (DIGITS, ONES, TENS, HUNDRED)
_NAMES = (
    ((DIGITS,), _is_programme, _behind_programme),
    ((DIGITS,), _is_part_of_a_year, _swallow),
    (_WORDS, _is_group, _alone),
    ((DIGITS,), _is_letters, _alone),
    ((DIGITS,), _is_unit_of_an_army, _alone),
    ((DIGITS, TENS), _is_joined, _swallow),
    ((DIGITS,), _is_part_of_a_code, _code_end),
    ((DIGITS,), _is_team, _swallow),
    ((DIGITS,), _is_block, _alone),
    ((DIGITS,), _behind_ampersand, _alone),
    ((DIGITS,), _is_model, _swallow),
    ((DIGITS,), _is_size_in_a_name, _behind_inches),
    ((DIGITS,), _is_race, _swallow),
    ((DIGITS,), _is_bond, _behind_inches),
    ((DIGITS,), _begins_with_nought, _alone),
    ((DIGITS,), _age_group, _alone),
    (_WORDS, _top, _alone),
    (_WORDS, _labelled, _list_end),
    ((DIGITS,), _labels_several, _list_end),
    ((DIGITS,), _series, _swallow),
    ((DIGITS,), _capital_name, _counter_end),
    ((ONES, TENS, HUNDRED), _capital_word, _alone),
)
"""What makes a number part of a name: the kinds of numbers that it looks at, the test, and where the name ends."""
