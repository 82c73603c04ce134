"""Scores, votes and records: won 2-1, a 52-48 vote, 5 to 4."""

from __future__ import annotations

from numcheck.reading.digits import MINUS
from numcheck.reading.line import DIGITS, ONES, Decoy, Line
from numcheck.reading.nouns import counted, is_vote
from numcheck.reading.numbers import number

AFTER = ("years",)
REASON = "score"
KINDS = (DIGITS, ONES)
EXAMPLES = (
    ("They won 2-1.", "2-1", "2-1"),
    ("ruled 5 to 4", "5 to 4", "5-4"),
    ("backed it 2-to-1", "2-to-1", "2-1"),
    ("They beat them 3-1 in May.", "3-1", "3-1"),
    ("a 10-3-1 record", "10-3-1", "10-3-1"),
    ("a rating of 7/10", "7/10", "7/10"),
    ("lost 1-2", "1-2", "1-2"),
    ("The Rovers (2-13) lost again.", "2-13", "2-13"),
    ("The Rovers (2-13, 1-6 away) lost.", "1-6", "1-6"),
    ("The Rovers are 2-13.", "2-13", "2-13"),
    ("She won 6-3, 7-6 (4).", "7-6 (4)", "7-6"),
    ("a 16:9 screen", "16:9", "16:9"),
    ("The hosts were 212 for 4 off 40 overs.", "212 for 4", "212-4"),
    ("She took 5-42 as six wickets fell.", "5-42", "5-42"),
    ("They gave odds of five to one on it.", "five to one", "5-1"),
    ("Sailors outnumber cooks by three to two.", "three to two", "3-2"),
    ("It was backed at nine to two.", "nine to two", "9-2"),
)
QUIET = (
    "15-20 boats",
    "0-to-60 mph",
    "5 to 4 boats",
    "$5-4",
    "2-1 miles",
    "won 15-20 boats",
    "1/2 mile",
    "3-2-1-5-4",
    "a 52-48 vote",
    "The vote was 61-38.",
    "boats (2-13) metres long",
    "They paid 212 for 4 boats.",
    "They paid 15 for 4 wickets.",
    "He took four wickets for 31 runs.",
    "The odds are that three to five boats sank.",
    "They outnumber us by three to five thousand.",
    "It was backed at three to four harbours.",
)

_OUT_OF = ("5", "10", "20", "100")
_DASHES = ("-", "–", "—", "‑")
_LONGEST = 3
_MOST_WICKETS = 10
_MOST_PARTS = 4
"""A record has so many numbers at most: 10-3-1; a longer row is no score."""

_AT_HOME = ("home", "away", "overall")
"""Behind a record: 1-6 away."""

_STAKES = ("odds", "outnumber", "backed", "favourite", "favorite", "bet", "won", "priced")
_BEFORE_ODDS = ("of", "by", "at")
"""In front of odds, and right before their first number: odds of five to one, outnumbered by three to two."""

_WORDS_IN_FRONT, _WORDS_BEHIND = 8, 6


def claim(line: Line, i: int) -> Decoy | None:
    """Claim two numbers that stand against each other at `i`."""
    word, joint = line.words[i], line.word(i + 1)
    if line.kinds[i] == ONES:
        return _odds_in_words(line, i) if joint == "to" else None
    if joint in _SIGNS:
        return _SIGNS[joint](line, i)
    if not _points(word) or _goes_on(line, i) or is_vote(line, i + 1):
        return None
    if line.says(i + 1, ("-", "to", "-")):
        return _odds(line, i)
    other = line.as_written(i + 2)
    if not _points(other) or not (joint == "to" or _is_dash(line, i + 1)):
        return None
    last = i + 3 if joint == "to" else _row_end(line, i + 3)
    if last > i + 3:
        return Decoy(i, last, REASON, "-".join(line.words[i:last:2])) if last < i + 2 * _MOST_PARTS else None
    found = _is_score(line, i, int(word), int(other))
    return Decoy(i, _behind_tie_break(line, last), REASON, f"{word}-{other}") if found else None


def _behind_tie_break(line: Line, at: int) -> int:
    """Return the token behind the points of a tie-break in brackets at `at`: 7-6 (4); else `at`."""
    return at + 3 if line.word(at) == "(" and line.word(at + 2) == ")" and line.kind(at + 1) == DIGITS else at


def _is_dash(line: Line, at: int) -> bool:
    return line.word(at) in _DASHES and line.tight(at)


def _innings(line: Line, i: int) -> Decoy | None:
    """Claim runs and wickets: 212 for 4 beside words of cricket; not "they paid 212 for 4 boats"."""
    found = number(line, i + 2) if line.kind(i + 2) in (DIGITS, ONES) else None
    if found is None or not _points(line.words[i]) or found.value > _MOST_WICKETS or counted(line, found.last):
        return None
    played = not line.grammar.marks.of_cricket.isdisjoint(line.lower)
    return Decoy(i, found.last, REASON, f"{line.words[i]}-{found.value}") if played else None


def _rating(line: Line, i: int) -> Decoy | None:
    """Claim a critic's mark: 5.6/10, 7/10, 4/5; a low one without decimals, or 4/5 of something, is a fraction."""
    top = line.as_written(i + 2)
    whole, _, tenth = line.words[i].partition(".")
    if top not in _OUT_OF or not line.tight(i + 1) or not _points(whole) or line.word(i + 3) == "of":
        return None
    if line.word(i - 1) in MINUS and line.glued(i):
        return None
    if int(whole) > int(top) or (not tenth and int(whole) <= int(top) // 2):
        return None
    return Decoy(i, i + 3, REASON, f"{line.words[i]}/{top}")


def _proportion(line: Line, i: int) -> Decoy | None:
    """Claim "16:9", "700:1": how two numbers stand to each other, where they are no time."""
    other = line.as_written(i + 2)
    plain = line.words[i].isdecimal() and other.isdecimal() and line.tight(i + 1) and line.word(i + 3) != ":"
    return Decoy(i, i + 3, REASON, f"{line.words[i]}:{other}") if plain else None


_SIGNS = {"/": _rating, ":": _proportion, "for": _innings}
"""What reads two numbers between which a sign, or "for", stands."""


def _goes_on(line: Line, i: int) -> bool:
    """Tell whether a word, a number or a dash goes on with the number at `i`: v2-1, the 4-3 of 5-4-3."""
    before = line.as_written(i - 1)
    return line.glued(i) and (before.isalnum() or before in _DASHES or before in ("/", ".", "−"))


def _points(word: str) -> bool:
    return len(word) <= _LONGEST and word.isdecimal()


def _odds(line: Line, i: int) -> Decoy | None:
    """Claim "2-to-1"; not the range of "0-to-60-mph"."""
    other, behind = line.as_written(i + 4), i + 5
    if not other.isdecimal() or len(other) >= _LONGEST or not line.glued(i + 2):
        return None
    if line.word(line.skip(behind, "-")) in line.grammar.units:
        return None
    return Decoy(i, behind, REASON, f"{line.words[i]}-{other}")


def _odds_in_words(line: Line, i: int) -> Decoy | None:
    """Claim "odds of five to one", "outnumber them by three to two", where nothing is counted behind."""
    if line.kind(i + 2) != ONES or line.kind(i + 3) is not None or line.word(i + 3) in line.grammar.units:
        return None
    stakes = any(word.startswith(_STAKES) for word in line.lower[max(line.done, i - _WORDS_IN_FRONT) : i])
    if not stakes or counted(line, i + 3) or line.word(i - 1) not in _BEFORE_ODDS:
        return None
    ones = line.grammar.ones
    return Decoy(i, i + 3, REASON, f"{ones[line.lower[i]]}-{ones[line.lower[i + 2]]}")


def _row_end(line: Line, at: int) -> int:
    """Return the token behind a row of numbers that dashes go on with at `at`: 10-3-1."""
    furthest = at + 2 * _MOST_PARTS - 2
    while at < furthest and line.word(at) in _DASHES and line.tight(at) and line.words[at + 1].isdecimal():
        at += 2
    return at


def _is_score(line: Line, i: int, left: int, right: int) -> bool:
    """Tell whether two numbers at `i` are a score: they fall, or a word of sport or of votes stands beside them."""
    joint, last = line.lower[i + 1], i + 3
    if line.word(i - 1) in line.grammar.money_signs or _measured(line, last):
        return False
    if joint != "to" and (left >= right or _is_record(line, i)):
        return True
    words = line.grammar.marks.score_words
    sport = line.has(i - _WORDS_IN_FRONT, last + _WORDS_BEHIND, words | line.grammar.marks.of_cricket)
    rising = joint == "to" and (left <= right or line.word(i - 1) == "from")
    return sport and not rising and not counted(line, last, words)


def _is_record(line: Line, i: int) -> bool:
    """Tell whether two numbers at `i` are what a team has won and lost: the Rovers (2-13), 1-6 away."""
    if line.word(i + 3) in _AT_HOME:
        return True
    stands = line.word(i - 1) in ("is", "are", "was", "were", "went") and not line.word(i + 3)[:1].isalnum()
    if stands and line.as_written(i - 2).endswith("s") and line.as_written(i - 2)[0].isupper():
        return True  # the Rovers are 2-13
    return line.word(i - 1) == "(" and line.as_written(i - 2)[:1].isupper() and line.word(i + 3) in (")", ",")


def _measured(line: Line, at: int) -> bool:
    """Tell whether a unit or a scale word at `at` makes the two a range."""
    behind = line.as_written(at)
    if behind.lower() in line.grammar.units or behind in ("%", "million", "billion", "-", "/"):
        return True
    return behind in line.grammar.unit_signs and behind not in ("in", "s", "b", "h", "A")
