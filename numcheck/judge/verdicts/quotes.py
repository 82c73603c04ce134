"""What messages quote: the fields of a claim, and figures and words in a reader's form."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from numcheck.model.claim import Claim
from numcheck.model.decimals import so_many, times
from numcheck.model.quantity import TWICE, Quantity, reach
from numcheck.model.story import Topic

FIELD = re.compile(r"\{([^{}]*)\}")
"""A field of a message: {a.text}."""


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a message or advice with the words of each of its fields in place."""
    return FIELD.sub(lambda field: values[field.group(1)], text)


_LONGEST_QUOTE = 90
_QUOTES = 5
"""Numerals of a document that a message quotes at most."""


_SIDE: Mapping[str, Callable[[Claim], str | None]] = {
    "outlet": lambda c: "the draft" if c.role == "draft" else c.outlet,
    "text": lambda c: c.text,
    "what": lambda c: c.what,
    "measure": lambda c: c.measure,
    "counted": lambda c: c.counted,
    "speaker": lambda c: c.speaker,
    "direction": lambda c: c.quantity.direction,
    "window": lambda c: c.scope.window,
    "place": lambda c: c.scope.place,
    "whole": lambda c: c.scope.subset_of,
    "base": lambda c: c.saying.base,
    "modality": lambda c: c.modality,
    "sentence": lambda c: c.sentence,
}


class Quoted:
    """What a good message quotes, in words, and fields of which it has as many as stands before them."""

    def __init__(self, words: str, *needs: tuple[int | str, ...]) -> None:
        """Take the words ("quotes the figure: {claim.text}"), and the numbers with their fields."""
        self._words, self._needs = words, needs

    def missed(self, fields: Collection[str]) -> str | None:
        """Return what the message is to do where it has too few of the fields."""
        enough = all(sum(field in fields for field in wanted) >= int(number) for number, *wanted in self._needs)
        return None if enough else f"the message {self._words}"


def names(*sides: str) -> tuple[str, ...]:
    """Return the fields of a message that quote these sides."""
    return tuple(f"{side}.{part}" for side in sides for part in _SIDE)


def quote(**sides: Claim) -> dict[str, str]:
    """Return the words of the fields that quote these sides."""
    quoted = {claim.id: claim for claim in sides.values()}
    words = {name: {part: shorten(read(claim) or "") for part, read in _SIDE.items()} for name, claim in quoted.items()}
    return {f"{side}.{part}": text for side, claim in sides.items() for part, text in words[claim.id].items()}


def shorten(text: str) -> str:
    """Return the words of `text` on one line, cut where they are too many to quote."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"


def listed(texts: Sequence[str]) -> str:
    """Return the first of some texts in quotation marks, and how many more there are."""
    told = ", ".join(f"“{shorten(text)}”" for text in texts[:_QUOTES])
    return f"{told} and {len(texts) - _QUOTES} more" if len(texts) > _QUOTES else told


def label(topic: Topic | None, claim: Claim) -> str:
    """Return what the topic is called, else what the claim is about."""
    return shorten((topic.label if topic is not None else "") or claim.what)


def apart(ratio: Decimal | None, one: Quantity, other: Quantity) -> str:
    """Return ", about 3 times apart" where it is worth saying, else nothing; for words of size the bounds of it."""
    ends = reach(one, other)
    if ends is not None:
        least, most = map(times, ends)
        return f", {least} to {most} times apart" if ends[0] >= TWICE else f", perhaps {most} times apart"
    return f", about {times(ratio)} times apart" if ratio is not None and ratio >= Decimal("1.5") else ""


def rounded(amount: Decimal) -> str:
    """Return an amount to three digits in the words of a newsroom: 126 million."""
    many, word = so_many(amount)
    return f"{Decimal(f'{many:.3g}'):,f}{word}"
