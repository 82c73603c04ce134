"""Identifiers: URLs, e-mail and IP addresses, phone numbers, "News ID: 96106", hashes."""

from __future__ import annotations

import re

from numcheck.reading.line import DIGITS, HUNDRED, ONES, SCALE, TENS, VAGUE, Decoy, Line

AFTER: tuple[str, ...] = ()
REASON = "id"
KINDS = (DIGITS, ONES, TENS, HUNDRED, SCALE, VAGUE)
EXAMPLES = (
    ("News ID: 96106", "96106", "96106"),
    ("call +1-222-555-0142", "1-222-555-0142", "1-222-555-0142"),
    ("see www.example.com/2021/story-12", "2021/story-12", "2021/story-12"),
    ("from 192.168.1.2", "192.168.1.2", "192.168.1.2"),
    ("call 0845 496 0142", "0845 496 0142", "0845 496 0142"),
    ("http://www.example.com/news/dozens-hurt", "dozens-hurt", "dozens-hurt"),
    ("ISBN 96106", "96106", "96106"),
    ("see pic.example.com/3Dt5mh for it", "3Dt5mh", "3Dt5mh"),
    ("call 555-0142", "555-0142", "555-0142"),
    ("serial 96106", "96106", "96106"),
    ("ada@harbour12.example", "12.example", "12.example"),
)
QUIET = (
    "40 boats",
    "at 0900 hours",
    "0.5 miles",
    "call 12 boats",
    "0401 GMT",
)

_PHONE = re.compile(r"\(?\d{1,4}\)?(?:[-. ]\(?\d{2,4}\)?){1,2}[-. ]\d{3,4}(?!\d)")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?![.\d])")
_HOST = re.compile(r"\(?[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,4}/")
"""A host and its slash, before the rest of an address: example.com/."""

_DOTS = 3
"""Full stops in an IP address."""

_LONGEST_GROUP, _LONGEST_PHONE = 4, 24
"""Digits of a phone number's first group, and characters of the whole, at most."""

_LONGEST = 2000
"""Characters of an address looked at, either way."""

_EXCHANGE = 3
"""Digits of a phone number's exchange, in front of its last four: 555-0142."""

_FEWEST_DIGITS = 9
"""Digits of a phone number at least."""


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the identifier that the numeral at `i` belongs to."""
    end = _address_end(line, i)
    if end is None and line.kinds[i] == DIGITS:
        end = _number_end(line, i)
        if end is None and _is_labelled(line, i):
            return Decoy(i, i + 1, REASON, line.words[i])
    return None if end is None else _to(line, i, end)


def _address_end(line: Line, i: int) -> int | None:
    """Return the character behind the address that the numeral at `i` stands in; None where it stands in none."""
    text, start = line.text, line.starts[i]
    if not start or text[start - 1].isspace():
        return None
    furthest = max(0, start - _LONGEST)
    begin = max(text.rfind(" ", furthest, start) + 1, text.rfind("\n", furthest, start) + 1, furthest)
    head = text[begin:start].lower()
    if not _opens_an_address(head):
        return None
    end, last = start, min(len(text), start + _LONGEST)
    while end < last and not text[end].isspace() and text[end] not in ')>]"”':
        end += 1
    return end


def _opens_an_address(head: str) -> bool:
    """Tell whether what stands in front of a numeral without a blank is the head of an address."""
    if "://" in head or "www." in head or "@" in head[:-1]:
        return True
    return head.startswith(("http", "(http")) or _HOST.match(head) is not None


def _is_labelled(line: Line, i: int) -> bool:
    """Tell whether a label stands in front of the digits at `i`: ISBN 96106, ID: 96106."""
    labels, before = line.grammar.marks.id_labels, line.word(i - 1)
    if before in labels:
        return line.words[i].isdecimal()
    return before in (":", "#", "no", ".") and line.word(i - 2) in labels


def _number_end(line: Line, i: int) -> int | None:
    """Return the character behind the phone number or IP address that begins at `i`; None where none does."""
    word = line.words[i]
    if word.count(".") == _DOTS:
        match = _IP.match(line.text, line.starts[i])
        return match.end() if match else None
    if word[0] == "0" and len(word) > 2 and word.isdecimal():
        behind = line.word(i + 1)
        return None if behind in line.grammar.marks.zones or behind in ("hours", "hrs") else _groups_end(line, i)
    if len(word) == _EXCHANGE and line.word(i + 1) == "-" and line.tight(i + 1) and _is_line(line.words[i + 2]):
        return line.ends[i + 2]
    return _phone_end(line, i)


def _phone_end(line: Line, i: int) -> int | None:
    """Return the character behind the groups of a phone number: 222-555-0142, +1 222 555 0142."""
    word, start = line.words[i], line.starts[i]
    parted = len(word) <= _LONGEST_GROUP and word.isdecimal() and line.word(i + 1) in ("-", ".", ")")
    match = _PHONE.match(line.text, start, start + _LONGEST_PHONE) if parted or line.word(i - 1) == "+" else None
    return match.end() if match and sum(c.isdecimal() for c in match.group()) >= _FEWEST_DIGITS else None


def _is_line(word: str) -> bool:
    """Tell whether digits behind a hyphen are the last four of a phone number: no count begins with a nought."""
    return len(word) == _EXCHANGE + 1 and word[0] == "0" and word.isdecimal()


def _groups_end(line: Line, i: int) -> int:
    """Return the character behind the groups of digits that one blank each parts: 0845 125 2222."""
    while i + 1 < line.n and line.words[i + 1].isdecimal() and line.starts[i + 1] - line.ends[i] == 1:
        i += 1
    return line.ends[i]


def _to(line: Line, i: int, end: int) -> Decoy:
    """Claim the tokens from `i` up to the character `end`."""
    last = i + 1
    while last < line.n and line.starts[last] < end:
        last += 1
    return Decoy(i, last, REASON, line.text[line.starts[i] : line.ends[last - 1]])
