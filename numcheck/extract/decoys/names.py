"""Numbers that name a thing: Boeing 737, V-6, iPhone 14s, COVID-19, CO2, Article 50, Game 6, the Fortune 100."""

from __future__ import annotations

from numcheck.extract.line import DIGITS, HUNDRED, ONES, TENS, Decoy, Line

NAME = "name"
ORDER = 70
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
)

_FOLLOWERS = {"pro", "plus", "max", "mini", "ultra", "series", "edition", "air"}


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the number at `i` where it is part of a name."""
    kind = line.kinds[i]
    before = line.as_written(i - 1)
    if kind == DIGITS:
        if line.glued(i) and _glued_name(line, i, before):
            return Decoy(i, _swallow(line, i), NAME, line.words[i])
        if (
            before in ("-", "–")
            and not line.glued(i)
            and i >= 2
            and line.words[i - 2].isupper()
            and 2 <= len(line.words[i - 2]) <= 4
            and line.words[i - 2].isalpha()
            and not line.glued(i - 1)
            and not line.as_written(i + 1).isupper()
        ):
            return Decoy(i, _swallow(line, i), NAME, line.words[i])
        if len(line.words[i]) > 5 or ("." in line.words[i] and line.words[i].count(".") > 1):
            return None
    low = before.lower()
    if low == "." and i >= 2 and line.as_written(i - 2).lower() in ("no", "nos", "nr", "nrs", "vol", "fig", "ref"):
        before, low = line.as_written(i - 2), line.as_written(i - 2).lower()
    if low in line.grammar.marks["labels"] and _labelled(line, i, before, low):
        return Decoy(i, _list_end(line, i), NAME, _value(line, i))
    if (
        kind == DIGITS
        and low in ("and", "or", ",", "the")
        and line.word(i + 1) in _FOLLOWERS
        and line.words[i + 1][0].isupper()
    ):
        return Decoy(i, _swallow(line, i), NAME, line.words[i])
    if (
        kind == ONES
        and i > 1
        and line.words[i][0].isupper()
        and before[:1].isupper()
        and before.isalpha()
        and line.as_written(i + 1)[:1].islower()
        and line.word(i + 1) not in line.grammar.units
        and before not in line.grammar.cues["no_name"]
    ):
        return Decoy(i, i + 1, NAME, _value(line, i))
    if (
        kind == DIGITS
        and before[:1].isupper()
        and before[-1:].isalpha()
        and not line.glued(i)
        and i - 1 >= line.done
        and _capital_name(line, i, before)
    ):
        return Decoy(i, _swallow(line, i), NAME, line.words[i])
    return None


def _value(line: Line, i: int) -> str:
    g = line.grammar
    return str(g.ones.get(line.lower[i], g.tens.get(line.lower[i], line.words[i])))


def _glued_name(line: Line, i: int, before: str) -> bool:
    """Tell whether letters stand directly in front of the digits at `i`, with or without a hyphen: V10, F-16, CO2."""
    g = line.grammar
    if before.isalpha():
        if (
            (before in g.money_letters and not (line.glued(i - 1) and line.word(i - 2) in ("-", "‑")))
            or (before in g.money_dollars and line.word(i - 2) in ("$", "£"))
            or before in ("about", "to", "over", "x", "is", "of")
        ):
            return False
        if before in ("e", "p") and not line.glued(i - 1):
            return False
        return not (before == "PS" or before in ("M",))
    if before in ("-", "‑", "–", "_", "/", ".", "#", "@") and i >= 2:
        stem = line.as_written(i - 2)
        if before in ("#", "@"):
            return True
        if not line.glued(i - 1):
            return before == "-" and stem.isupper() and len(stem) > 2 and stem.isalpha()
        if before in ("/", "."):
            return False
        return (
            stem[-1:].isalpha()
            and stem.lower() not in line.grammar.cues["number_prefixes"]
            and line.kinds[i - 2] is None
            and stem.lower() not in g.units
            and not (before == "–" and stem.islower())
        )
    return False


def _swallow(line: Line, i: int) -> int:
    """Return the token behind the name: letters glued to the digits belong to it (14s, 737F), and a second hyphened part."""
    last = i + 1
    while (
        last < line.n
        and line.glued(last)
        and (
            line.words[last].isalnum()
            or (line.words[last] in "-‑" and line.glued(last + 1) and line.as_written(last + 1)[:1].isdigit())
        )
        and last < i + 5
    ):
        last += 1
    return last


def _labelled(line: Line, i: int, before: str, low: str) -> bool:
    """Tell whether the word in front labels the number: a capital, or nothing countable behind it."""
    if line.kinds[i] == DIGITS and ("," in line.words[i] or (line.glued(i + 1) and line.word(i + 1) in ("%", "m", "bn", "k"))):
        return low in ("no", "nos", "nr", "nrs", "#") and line.kinds[i] == DIGITS
    behind = line.as_written(i + 1)
    wary = low in line.grammar.marks["labels_wary"]
    capital = before[0].isupper()
    if low == "no" and (line.kinds[i] != DIGITS or line.word(i - 1) == "no"):
        return False
    if behind.lower() in line.grammar.units or behind in ("%", "million", "billion", "thousand", "hundred", "people", "per"):
        return (
            not wary
            and low not in ("number", "top", "call", "studio")
            and behind.lower() not in ("million", "billion", "percent", "%", "per")
        )
    if capital and low not in ("top", "number"):
        return True
    if wary or low in ("top",):
        return (
            line.kinds[i] == DIGITS
            and (behind in (",", ".", ";", ")", "", ":", "’s", "'s") or low in ("number", "level", "grade"))
            and not capital
            and low
            not in ("top", "week", "day", "year", "call", "case", "order", "unit", "court", "line", "camp", "tower", "act")
        )
    return True


def _list_end(line: Line, i: int) -> int:
    """Return the token behind a list of labelled numbers: pages 12-15, reactors 1, 2 and 3."""
    last = _swallow(line, i)
    while (
        line.word(last) in ("-", "–", "and", "&", "to", "or", ",")
        and last + 1 < line.n
        and line.kinds[last + 1] == DIGITS
        and len(line.words[last + 1]) <= 4
        and not line.as_written(last + 2).islower()
        and line.as_written(last + 2) not in ("%",)
    ):
        last += 2
    return last


def _capital_name(line: Line, i: int, before: str) -> bool:
    """Tell whether a capitalised word and the digits at `i` are one name: Boeing 737, Formula 1, Apollo 11."""
    word = line.words[i]
    if (
        before in line.grammar.cues["no_name"]
        or "," in word
        or before.lower() in line.grammar.months
        or (before.isupper() and len(before) > 5)
    ):
        return False
    if line.glued(i + 1) and line.as_written(i + 1) in ("%", "m", "bn", "k", "mn"):
        return False
    if (
        before in line.grammar.money_letters
        or (before[0] == "M" and before[1:] in line.grammar.money_letters)
        or (before in line.grammar.money_dollars and line.word(i + 1) in ("million", "billion"))
    ):
        return False
    behind = line.as_written(i + 1)
    low = behind.lower()
    if (
        low in line.grammar.units
        or (behind in line.grammar.unit_signs and behind not in '"”″')
        or low in line.grammar.scales
        or low == "people"
    ):
        return False
    if line.glued(i + 1) and behind == "-" and line.as_written(i + 2).islower():
        return False
    if i == 1 and (line.lower[0] in line.grammar.fillers or len(word) > 2):
        return behind[:1].isupper() or behind in ("", ".", ",")
    if _plural(line, i + 1):
        return False
    # "Ada Marlow 44 has": an age that lost its commas
    named = len(word) <= 2 and i >= 2 and line.as_written(i - 2)[:1].isupper()
    return not (named and low in line.grammar.cues["behind_an_age"])


def _plural(line: Line, at: int) -> bool:
    for pos in (at, at + 1, at + 2):
        word = line.as_written(pos)
        if not word.isalpha() or not word.islower() or word in line.grammar.marks["not_plural"]:
            return False
        if (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in (
            "men",
            "women",
            "children",
            "people",
        ):
            return pos == at or line.lower[at] not in (
                "in",
                "of",
                "on",
                "at",
                "to",
                "and",
                "by",
                "for",
                "with",
                "from",
                "as",
                "was",
                "has",
                "is",
                "had",
                "will",
                "that",
                "who",
                "which",
                "or",
                "but",
                "when",
            )
        if word in (
            "in",
            "of",
            "on",
            "at",
            "to",
            "and",
            "by",
            "for",
            "with",
            "from",
            "as",
            "was",
            "has",
            "is",
            "had",
            "will",
            "that",
            "who",
            "which",
            "or",
            "but",
            "when",
            "said",
            "could",
            "can",
            "after",
        ):
            return False
    return False
