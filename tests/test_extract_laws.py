"""Laws of reading: what must hold for every number, hedge and text."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

import numcheck
from numcheck.language import english
from numcheck.language.tables import Hedges
from numcheck.model.reading import Mark, Mention, Reading, Unread
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.reading.numbers import exact


def reading(text: str) -> Reading:
    """Read `text` with the built-in tables."""
    return read(text, english(), catalogue(english()))


def only(text: str) -> Mention:
    """Return the one figure of `text`."""
    (mention,) = reading(text).mentions
    return mention


numbers = st.one_of(st.integers(2, 999), st.integers(1000, 10**7), st.integers(10**7, 10**15))
hedges = st.sampled_from([say for row in english().table(Hedges).before for say in row.say if say[0].isalpha()])


def spellings(n: int) -> list[str]:
    """Return the ways to write `n` in words."""
    words = num2words(n)
    plain = words.replace(",", "")
    return [words.replace(",", ""), plain.replace("-", " "), plain.replace(" and ", " "), plain.title(), plain.upper()]


@given(numbers)
def test_words_read_back(n: int) -> None:
    """A number in words, in every spelling, reads as the number."""
    for words in spellings(n):
        assert only(f"They saw {words} boats.").interval.low == n, words


@given(numbers)
def test_digits_and_words_are_one_number(n: int) -> None:
    """Digits, grouped digits and words give the same interval."""
    forms = [
        f"{n} boats" if n not in range(1000, 2200) else f"{n:,} boats",
        f"{n:,} boats",
        f"{num2words(n).replace(',', '')} boats",
    ]
    assert len({only(f"They saw {form} there.").interval for form in forms}) == 1


@given(st.integers(1, 20), st.integers(3, 99))
def test_fractions_in_words_read_back(above: int, below: int) -> None:
    """A part in words, "three twenty-firsts of", is the one number over the other."""
    ordinal = num2words(below, to="ordinal") + "s" * (above > 1)
    found = reading(f"They saw {num2words(above)} {ordinal} of the boats there.").mentions
    assert above == below or [m.interval.low for m in found] == [Decimal(above) / below]


@given(st.integers(2, 90), st.integers(1, 9))
def test_an_end_that_leaves_out_its_thousands_has_them(low: int, more: int) -> None:
    """20-30,000 boats are 20,000 to 30,000 boats; led by "from" the lower end is as written."""
    high = low + more
    if high <= low * 4:
        interval = only(f"They saw {low}-{high},000 boats there.").interval
        assert [interval.low, interval.high] == [low * 1000, high * 1000]
    interval = only(f"They ranged from {low} to {high},000 boats there.").interval
    assert [interval.low, interval.high] == [low, high * 1000]


@given(st.integers(1, 999), st.sampled_from([("million", 6), ("billion", 9), ("trillion", 12), ("m", 6), ("bn", 9)]))
def test_scaled_forms_are_the_number(n: int, scale: tuple[str, int]) -> None:
    """$3 million, $3m and 3,000,000 dollars are one amount."""
    word, power = scale
    written = f"${n}{word}" if len(word) < 3 else f"${n} {word}"
    assert only(f"It cost {written} there.").interval.low == n * 10**power
    assert only(f"It cost {n * 10**power:,} dollars there.").interval.low == n * 10**power


@given(hedges, numbers)
def test_a_hedge_never_changes_the_number(hedge: str, n: int) -> None:
    """Putting a hedge in front bounds or blurs the number and leaves its value."""
    interval = only(f"They saw {hedge} {n:,} boats there.").interval
    assert n in (interval.low, interval.high)


SENTENCES = [
    "At least 55 people died.",
    "The bill was $88 billion.",
    "It took 6 months to a year.",
    "Scores were hurt.",
    "On 8 October 2021 it sank 5 miles (8 km) off.",
    "One in five boats, 12 of them old, sank.",
    "They won 2-1.",
    "Nobody was killed.",
    "The wall is 30 feet (9 metres) high and 200 feet (60 metres) long.",
    "Call 0845 46.",
    "The address is 10.0.0.",
    "They met at 12.",
]


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.sampled_from([" ", "\n\n"]))
def test_a_sentence_never_changes_another(first: str, second: str, blank: str) -> None:
    """The figures and marks of a sentence are the same whatever stands behind or before it, itself among it."""
    whole = reading(first + blank + second)
    front, behind = reading(first), reading(second)
    shift, figures = len(first + blank), len(front.mentions)
    assert [told(m) for m in whole.mentions] == [
        *(told(m) for m in front.mentions),
        *(told(m, shift, figures) for m in behind.mentions),
    ]
    assert [(m.start, m.text) for m in whole.marks] == [
        *((m.start, m.text) for m in front.marks),
        *((m.start + shift, m.text) for m in behind.marks),
    ]


def told(mention: Mention, shift: int = 0, figures: int = 0) -> tuple[object, ...]:
    """Return what a figure says, its place moved by so many characters and its number by so many figures."""
    number = (mention.number[0] + shift, mention.number[1] + shift)
    origin = None if mention.converts is None else mention.converts + figures
    return mention.start + shift, mention.text, mention.interval, mention.unit, number, origin


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["from {a} to {b} boats", "between {a} and {b} boats", "{a} to {b} boats"]),
)
def test_the_ends_of_a_range_are_ordered(a: int, b: int, form: str) -> None:
    """Whatever order they are written in, low is not above high."""
    for mention in reading(form.format(a=f"{a:,}", b=f"{b:,}")).mentions:
        low, high = mention.interval.low, mention.interval.high
        assert low is None or high is None or low <= high


pieces = st.lists(
    st.sampled_from(
        "one two twenty hundred million dozen thousand forty-two One MILLION ² ① ⅔ Ⅳ War II in 2020 is relatively , half third several few many number of large small no nobody a an the and or to from between per "
        "percent % $ £ € miles km years year-old old 3 3,000 2.5 1/2 2019 2-1 0845 12:30 ½ - – ( ) , . ; : ' \" more than at least up over nearly "
        "about as little plus + killed was people May Oct K m bn 😀 é \u0301 \u00ad \u00a0 \r\n \n １２ ٣ http://a.b/1 x10 e5 of men boats Monday third-largest twenty-one sixty-odd scores Ⅷ ③ ³ ٤ per nought zero 1,2 3. (12) II's".split(
            " "
        )
    ),
    max_size=30,
)


SMALL = {num2words(n) for n in (*range(20), *range(20, 100, 10))}
NUMERAL = re.compile(
    rf"\d|(?<![\w'’\xad.])(?i:{'|'.join(sorted(SMALL))}|hundred|[mb]illion|trillion|thousand|dozen)(?![\w'’\xad])"
    r"|(?<!\xad)(?:(?<!m)(?<!ft)[²³]|[¹½¼¾⅓⅔①-⑳Ⅰ-Ⅻ])|(?<=\bWar )(?:I[IVX]|V?I{2,3}|XI*)(?![\w'’.\xad])"
)
"""Digits, number words, signs of fractions, raised and circled digits, and Roman numerals, found without the reader's help;
a soft hyphen makes one word of what stands on either side."""


def lost(text: str, found: Reading) -> list[str]:
    """Return the numerals of `text` that are in no figure, no mark and not among what was not understood."""
    everything: list[Mention | Mark | Unread] = [*found.mentions, *found.marks, *found.unread]
    covered = {at for item in everything for at in range(item.start, item.end)}
    return [match.group() for match in NUMERAL.finditer(text) if match.start() not in covered]


@given(pieces, st.sampled_from([" ", "", "  "]))
def test_places_slice_back_and_nothing_is_lost(words: list[str], glue: str) -> None:
    """Whatever the text, places slice back, do not overlap, and each numeral is in a figure, a mark or the unread list."""
    text = glue.join(words)
    found = reading(text)
    everything: list[Mention | Mark | Unread] = [*found.mentions, *found.marks, *found.unread]
    items = sorted(everything, key=lambda item: item.start)
    assert [item.text for item in items] == [text[item.start : item.end] for item in items]
    assert all(a.end <= b.start for a, b in pairwise(items))
    assert lost(text, found) == []


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[1] / "corpus").rglob("*.md")), ids=lambda p: p.parent.name)
def test_no_numeral_of_the_corpus_is_lost(path: Path) -> None:
    """Each numeral of an article is in a figure, a mark or the unread list."""
    text = path.read_text(encoding="utf-8")
    assert lost(text, reading(text)) == []


SWALLOWED = [
    (
        "The number of the 40 boats and 12 crews that left in 2020 was relatively small.",
        ["40", "12", "relatively small"],
        ["2020"],
    ),
    ("The match ended 2-² on Monday.", ["2"], ["Monday"]),
    ("Some 40 boats³ sank, and 12 people¹’² died.", ["Some 40", "12"], []),
    ("The lake of 12 km² cost $5½m.", ["12 km²", "$5½m"], []),
    ("One million of them, a dozen of which sank, fought in World War II.", ["One million", "a dozen"], ["II"]),
]


@pytest.mark.parametrize(("text", "figures", "marks"), SWALLOWED)
def test_nothing_is_swallowed(text: str, figures: list[str], marks: list[str]) -> None:
    """What stands inside a phrase that is a figure further on is read too."""
    found = reading(text)
    assert [m.text for m in found.mentions] == figures
    assert [m.text for m in found.marks if m.reason != "pronoun"] == marks
    assert lost(text, found) == []


STUMBLES = [
    "Men in their 20s to 35 are at risk.",
    "The total of boats lost since 1990s came to 1.5 million.",
    "The match ended 2-² on Monday, ① and ②.",
    "5thirty numbe",
    "The boats were several+",
    "The boats were several-plus",
    "Sales of the \ue123 5 boats rose 10% to \uf8ff 12 from 3 \ue000 of them.",
]


@pytest.mark.parametrize("text", STUMBLES)
def test_nothing_makes_a_claim_stumble(text: str) -> None:
    """Decades, raised digits, glued words and the signs of icons are read and judged to the end."""
    assert numcheck.extract(text)
    numcheck.gate("M5thirt/numbe", [("source", text)])
    numcheck.compare([("one", "M5thirt/numbe"), ("two", text)])


@given(st.one_of(st.text(max_size=200), st.builds(" ".join, pieces)))
def test_any_text_is_judged(text: str) -> None:
    """No text makes any stage stumble: it is compared with itself and with a text that follows it."""
    numcheck.compare([("One", text), ("Two", f"{text} 12 people died.")])


@given(st.integers(0, 10**30))
def test_exact_keeps_the_value(n: int) -> None:
    """Writing trailing zeros as an exponent never changes the number."""
    assert exact(n) == Decimal(n)


HOSTILE = {
    "ones": "1 " * 20_000,
    "digits": "1" * 40_000,
    "words": "one hundred and " * 2_500,
    "brackets": "(" * 20_000 + "1" + ")" * 20_000,
    "dashes": "1-" * 20_000,
    "money": "$1 " * 13_000,
    "commas": "1," * 20_000,
    "hedges": "more than 5 " * 3_300,
    "ranges": "1 to 2 " * 5_700,
    "address": "http://" + "1/" * 20_000,
    "scales": "a hundred thousand million " * 1_500,
    "emoji": "😀1" * 20_000,
    "quotes": '"1" ' * 10_000,
    "of": "hundreds of " * 3_300,
    "several": "several " * 5_000,
    "sides": "5x " * 13_000,
    "shared": "5- and " * 6_000,
    "the next one's share": "14 and falls " * 3_100,
    "short lines": "ab 1\n" * 8_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lines_end(name: str) -> None:
    """A hostile line of 40 kB ends with a result that accounts for its numerals."""
    found = reading(HOSTILE[name])
    assert found.mentions or found.marks or found.unread
