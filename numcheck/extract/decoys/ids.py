"""Identifiers: URLs, e-mail and IP addresses, phone numbers, "News ID: 96106", hashes."""

from __future__ import annotations

import re

from numcheck.extract.line import DIGITS, HUNDRED, ONES, SCALE, TENS, VAGUE, Decoy, Line

NAME = "id"
ORDER = 10
KINDS = (DIGITS, ONES, TENS, HUNDRED, SCALE, VAGUE)
EXAMPLES = (
    ("News ID: 96106", "96106", "96106"),
    ("call +1-222-555-0142", "1-222-555-0142", "1-222-555-0142"),
    ("see www.example.com/2021/story-12", "2021/story-12", "2021/story-12"),
    ("from 192.168.1.2", "192.168.1.2", "192.168.1.2"),
    ("call 0845 496 0142", "0845 496 0142", "0845 496 0142"),
    ("http://www.example.com/news/dozens-hurt", "dozens-hurt", "dozens-hurt"),
)

_PHONE = re.compile(r"\(?\d{1,4}\)?(?:[-. ]\(?\d{2,4}\)?){1,2}[-. ]\d{3,4}(?!\d)")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?![.\d])")
_LONGEST = 2000
"""Characters of an address looked at, either way."""

_LABELS = {"id", "isbn", "issn", "doi", "sku", "ref", "serial", "zip", "pin", "vin"}


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the identifier that the digits at `i` belong to."""
    start, text = line.starts[i], line.text
    word = line.words[i]
    if start and not text[start - 1].isspace():
        furthest = max(0, start - _LONGEST)
        begin = max(text.rfind(" ", furthest, start) + 1, text.rfind("\n", furthest, start) + 1, furthest)
        head = text[begin:start].lower()
        if "://" in head or "www." in head or "@" in head[:-1] or head.startswith(("http", "(http")):
            end = start
            last = min(len(text), start + _LONGEST)
            while end < last and not text[end].isspace() and text[end] not in ')>]"”':
                end += 1
            return _to(line, i, end)
    if line.kinds[i] != DIGITS:
        return None
    if word[0] == "0" and len(word) > 2 and word.isdigit() and line.word(i + 1) not in (*line.grammar.zones, "hours", "hrs"):
        return _to(line, i, _groups(line, i))
    if (line.word(i - 1) in (":", "#", "no", ".") and line.word(i - 2) in _LABELS) or (
        line.word(i - 1) in _LABELS and word.isdigit()
    ):
        return Decoy(i, i + 1, NAME, word)
    if word.count(".") == 3:
        match = _IP.match(text, start)
        if match is not None:
            return _to(line, i, match.end())
    if (len(word) <= 4 and word.isdigit() and line.as_written(i + 1) in ("-", ".", " ", ")")) or line.word(i - 1) == "+":
        match = _PHONE.match(text, start, start + 24)
        if match is not None and sum(c.isdigit() for c in match.group()) >= 9:
            return _to(line, i, match.end())
    return None


def _groups(line: Line, i: int) -> int:
    """Return the character behind the groups of digits that one blank each parts: 0845 125 2222."""
    while i + 1 < line.n and line.words[i + 1].isdigit() and line.starts[i + 1] - line.ends[i] == 1:
        i += 1
    return line.ends[i]


def _to(line: Line, i: int, end: int) -> Decoy:
    last = i + 1
    while last < line.n and line.starts[last] < end:
        last += 1
    return Decoy(i, last, NAME, line.text[line.starts[i] : line.ends[last - 1]])
