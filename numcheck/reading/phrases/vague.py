"""Words that count without a number: several, a few hundred, tens of thousands, many, a large number, months."""

from __future__ import annotations

from decimal import Decimal

from numcheck.reading.line import ARTICLE, DIGITS, DOZEN, HUNDRED, ONES, SCALE, VAGUE, Amount, Line
from numcheck.reading.nouns import is_plural

AFTER = ("fractions",)
KINDS = (VAGUE, ARTICLE, DIGITS, SCALE)
EXAMPLES = (
    ("several thousand vessels", 3000, 9999),
    ("a few hundred vessels", 200, 699),
    ("tens of thousands of vessels", 20000, 99999),
    ("hundreds of thousands of vessels", 200000, 999999),
    ("A large number of vessels sank.", None, None),
    ("The number of vessels is relatively small, but growing.", None, None),
    ("A “small but growing” number of vessels sank.", None, None),
    ("They waited for months.", None, None),
    ("in the past few weeks", 2, 6),
    ("in the first few minutes after it", 2, 6),
    ("hundreds-of-thousands of crowns", 200000, 999999),
    ("Most of the vessels sank.", 0.5, None),
    ("a couple of dozen vessels", 24, 24),
    ("many thousands of vessels", 2000, 99999),
    ("hundreds and hundreds of vessels", 200, 999),
    ("scores were hurt", 40, 199),
    ("Many vessels sank.", None, None),
    ("Nearly all vessels sank.", None, None),
    ("100s of vessels", 200, 999),
    ("The majority of the vessels sank.", 0.5, None),
    ("a multi-million-dollar vessel", 2000000, 99000000),
    ("Most of the blame is hers.", None, None),
    ("A slim majority of the crews agreed.", 0.5, None),
    ("several hundred thousand people", 300000, 999999),
    ("a few hundred million crowns", 200000000, 699999999),
)
QUIET = (
    "How many vessels sank?",
    "many a vessel",
    "The test scores fell.",
    "few vessels",
    "a couple's vessel",
    "the most famous vessel",
    "the number of vessels",
    "tens vessels",
    "the next months",
    "the majority leader",
    "It has a majority of 40.",
    "Most famous of all",
)

_WITH_ARTICLE = ("few", "couple", "handful")
_MULTIPLIED = ("several", "few", "couple")
_OF_SCALE = ("tens", "hundreds", "dozens", "scores", "thousands")
_COUNTED_IN_HUNDREDS = 200
"""From here on a vague word is as good as a scale word: it takes a currency, and "many" in front of it."""

_PLURALS = {"10": "tens", "100": "hundreds", "1,000": "thousands", "1000": "thousands"}
_HALF = Decimal("0.5")
"""Most of something and its majority are more than half of it."""

_KINDS_OF_MAJORITY = frozenset("slim vast large great clear narrow overwhelming bare big strong huge tiny small".split())
_DETERMINERS = ("the", "its", "their", "his", "her", "our", "this", "that")
_NOT_MEASURED = frozenset("blame credit attention focus damage trouble talk fun praise burden".split())
"""What has a most of it that nobody could measure."""

_FURTHEST_SIZE = 6
_FURTHEST_NOUN = 14
"""How many words may stand between "number of" and what is said of its size."""

# "scores" in front of one of these counts people.
_SCORES_OF_PEOPLE = frozenset(
    "were are have had more others who remain remained fled died gathered injured killed wounded dead missing".split()
)
# Words beside a word of size: small but growing numbers.
_BESIDE_A_SIZE = frozenset("but and yet growing increasing rising , still if though shrinking dwindling".split())
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "«", "»"})
# Adverbs of a word of size: relatively small.
_SIZE_ADVERBS = frozenset(
    (
        "relatively very quite still comparatively fairly rather extremely surprisingly unusually increasingly reportedly "
        "too so not an a the"
    ).split()
)


def start(line: Line, i: int) -> Amount | None:
    """Read a vague quantifier at token `i`."""
    g, word = line.grammar, line.lower[i]
    if line.kinds[i] == DIGITS:
        return _in_digits(line, i)
    if line.kinds[i] == SCALE:
        return _hyphened_multi(line, i)
    if word in g.vague:
        return _quantifier(line, i, word)
    if word in g.size_heads:
        return _size_in_front(line, i) or _size_behind(line, i)
    if word in g.times:
        return _time(line, i)
    return _share(line, i)


def _in_digits(line: Line, i: int) -> Amount | None:
    """Read "100s of boats" as hundreds."""
    word = _PLURALS.get(line.words[i])
    if word is None or not (line.glued(i + 1) and line.says(i + 1, ("s", "of"))):
        return None
    row = line.grammar.vague[word]
    return _amount(i, i + 2, row.low, row.high, word, "digits")


def _hyphened_multi(line: Line, i: int) -> Amount | None:
    """Read "a multi-million-dollar deal" as one that leaves out the hyphen."""
    row = line.grammar.vague.get(f"multi{line.lower[i]}")
    if row is None or not line.says(i - 2, ("multi", "-")) or not _counts_multi(line, i):
        return None
    return _amount(i - 2, i + 1, row.low, row.high, row.word, "hyphened")


def _amount(first: int, last: int, low: Decimal | None, high: Decimal | None, word: str, rule: str) -> Amount:
    scaled = low is not None and low >= _COUNTED_IN_HUNDREDS
    return Amount(first, last, low, high, (f"vague/{rule}",), core=(first, last), hedge="vague", word=word, scaled=scaled)


def _quantifier(line: Line, i: int, word: str) -> Amount | None:
    """Read several, a few hundred, tens of thousands, scores, many."""
    first = _article(line, i, word) if word in _WITH_ARTICLE else i
    if first is None:
        return None
    larger = _multiplied(line, first, i, word) or _of_scale(line, i, word)
    if larger is not None:
        return larger
    counts = _COUNTS.get(word)
    if counts is not None and not counts(line, i):
        return None
    row = line.grammar.vague[word]
    amount = _amount(first, i + 1, row.low, row.high, word, "size" if row.size else "word")
    if line.says(i + 1, ("and", word)):
        amount.last += 2  # hundreds and hundreds
    if amount.scaled:
        amount.first = _many(line, first)
    amount.core = amount.first, amount.last
    return amount


def _of_scale(line: Line, i: int, word: str) -> Amount | None:
    """Read "tens of thousands"."""
    of = line.skip(i + 1, "-")
    scale = line.skip(of + 1, "-")
    said = word in _OF_SCALE and line.word(of) == "of"
    row = line.grammar.vague.get(f"{word} of {line.word(scale)}") if said else None
    return None if row is None else _amount(_many(line, i), scale + 1, row.low, row.high, row.word, "scale")


def _article(line: Line, i: int, word: str) -> int | None:
    """Return the token at which "a few", "a couple", "the few hundred" begins; None where the word before does not fit."""
    before = line.word(i - 1)
    if before == "a" and i > line.done:
        return i - 1
    if word == "couple" and line.word(i + 1) == "of" and i > line.done:
        return i if before != "the" else None
    fits = before in ("past", "last", "first", "next", "coming")
    return i if fits and word != "handful" else None


def _multiplied(line: Line, first: int, i: int, word: str) -> Amount | None:
    """Read "a few hundred", "several thousand", "a couple of dozen"."""
    at = line.skip(i + 1, "of") if word == "couple" else i + 1
    times = _scale_at(line, at)
    if not times or word not in _MULTIPLIED:
        return None
    last = at + 1
    if line.kind(last) == SCALE:  # several hundred thousand
        times, last = times * _scale_at(line, last), last + 1
    row = line.grammar.vague[word]
    low = (Decimal(2) if row.low is None else row.low) * times
    many = Decimal(9) if row.high is None else row.high
    high = many * times if word == "couple" or times == 12 else (many + 1) * times - 1
    amount = _amount(first, last, low, high, " ".join((word, *line.lower[at:last])), "times")
    amount.scaled = True
    return amount


def _many(line: Line, i: int) -> int:
    """Return the token of "many" in front of `i` ("many thousands"), else `i`."""
    return i - 1 if line.word(i - 1) in ("many", "several") and i > line.done else i


def _scale_at(line: Line, at: int) -> int:
    kind = line.kind(at)
    if kind == SCALE:
        return int(10 ** line.grammar.scales[line.lower[at]])
    return {DOZEN: 12, HUNDRED: 100}.get(kind or "", 0)


def _counts_few(line: Line, i: int) -> bool:
    """Tell whether "few" counts: a few boats, the past few days; not "the first few boats"."""
    return line.word(i - 1) == "a" or line.word(i + 1) in line.grammar.times


def _counts_couple(line: Line, i: int) -> bool:
    behind = line.word(i + 1)
    return behind == "of" or is_plural(line, behind)


def _counts_tens(line: Line, i: int) -> bool:
    return line.word(i + 1) == "of"


def _counts_scores(line: Line, i: int) -> bool:
    """Tell scores of people from those of a test or a match."""
    behind, cues = line.word(i + 1), line.grammar.cues
    return behind == "of" or behind in _SCORES_OF_PEOPLE or line.word(i - 1) in cues.leaves_harmed


def _counts_many(line: Line, i: int) -> bool:
    """Tell whether "many" counts by itself: not "how many", "many a boat", "many thousands"."""
    behind = line.word(i + 1)
    return (
        line.word(i - 1) not in ("as", "how", "so", "too", "not", "that")
        and behind not in ("a", "as", "more")
        and line.kind(i + 1) != VAGUE
    )


def _counts_multi(line: Line, i: int) -> bool:
    """Tell whether a multimillion is one of a currency: a multimillion-dollar deal; not a multimillion seller."""
    return line.word(line.skip(i + 1, "-")) in line.grammar.units


_COUNTS = {
    "multimillion": _counts_multi,
    "multibillion": _counts_multi,
    "few": _counts_few,
    "couple": _counts_couple,
    "handful": _counts_couple,
    "tens": _counts_tens,
    "scores": _counts_scores,
    "many": _counts_many,
}
"""Words that have another meaning too, with the test that they count."""


def _size_in_front(line: Line, i: int) -> Amount | None:
    """Read "a large number", "small but growing numbers"."""
    g = line.grammar
    first, found = i, ""
    for at in range(i - 1, max(i - 1 - _FURTHEST_SIZE, line.done - 1), -1):
        word = line.lower[at]
        if word in g.sizes:
            first, found = at, word
        elif word in ("a", "an", "the") and found:
            first = at
            break
        elif word not in _QUOTES and word not in _BESIDE_A_SIZE and word not in _SIZE_ADVERBS:
            break
    return _amount(first, i + 1, None, None, found, "size") if found else None


def _size_behind(line: Line, i: int) -> Amount | None:
    """Read "the number of vessels is relatively small"."""
    if line.word(i + 1) != "of":
        return None
    sizes = line.grammar.sizes
    for at in range(i + 2, min(i + 2 + _FURTHEST_NOUN, line.n - 1)):
        if line.lower[at] in (".", ";"):
            return None
        if line.lower[at] not in line.grammar.cues.is_or_remains:
            continue
        last = at + 1
        while line.word(last) in _SIZE_ADVERBS:
            last += 1
        if line.word(last) in sizes and line.word(last + 1) not in sizes:
            first = at + 1
            while first < last and line.lower[first] in ("still", "a", "an", "the", "not", "reportedly"):
                first += 1
            return _amount(first, last + 1, None, None, line.lower[last], "size")
    return None


def _time(line: Line, i: int) -> Amount | None:
    """Read a bare plural unit of time: for months, years after."""
    g, behind = line.grammar, line.word(i + 1)
    later = behind in g.times_behind and (behind != "of" or i == 0)
    if not later and line.word(i - 1) not in g.times_before:
        return None
    amount = _amount(i, i + 1, None, None, line.lower[i], "time")
    amount.unit = next(name for words, name in g.units[line.lower[i]] if len(words) == 1)
    return amount


def _share(line: Line, i: int) -> Amount | None:
    """Read most, a majority, nearly all."""
    first, word = (i, "most") if line.lower[i] == "most" else _majority(line, i)
    if not (_counts_most(line, i) if first == i else _is_share(line, i, first, word)):
        return None
    amount = _amount(first, i + 1, None, None, word, "share")
    if word in ("most", "a majority") and not _of_a_mass(line, i + 1):
        amount.low, amount.low_open = _HALF, True
    amount.unit, amount.dimension = "ratio", "share"
    return amount


def _majority(line: Line, i: int) -> tuple[int, str]:
    """Return the token at which "a majority", "the vast majority", "nearly all" begins, and how the tables call it."""
    at = line.skip_back(i - 1, *_KINDS_OF_MAJORITY)
    article = "a" if line.word(at) == "the" and line.lower[i] == "majority" else line.word(at)
    return at, f"{article} {line.lower[i]}"


def _is_share(line: Line, i: int, first: int, word: str) -> bool:
    """Tell whether "a majority" or "nearly all" is a share; a majority of two is how many it is."""
    if line.lower[i] == "majority" and line.kind(i + 2) in (DIGITS, ONES):
        return False
    return first >= line.done and word in line.grammar.shares and (line.word(i + 1) == "of" or line.lower[i] == "all")


def _of_a_mass(line: Line, at: int) -> bool:
    """Tell whether the "of" at `at` leads to what nobody measures: most of the blame; not "most of the boats"."""
    return line.word(at) == "of" and line.word(line.skip(at + 1, *_DETERMINERS)) in _NOT_MEASURED


def _counts_most(line: Line, i: int) -> bool:
    """Tell whether "most" is a share: most of, most vessels; not "the most", "the second most", "most famous"."""
    behind, before = line.word(i + 1), line.word(i - 1)
    if before in line.grammar.ordinals or before in ("the", "at", "a", "'s", "’s"):
        return False
    return behind == "of" or is_plural(line, behind)
