"""Texts from outside as one harmless line, and values, numbers and nouns as they are printed.

Whatever an article holds, what comes out of here is text that a terminal shows, and that JSON and XML may hold.
"""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from html import escape


def tidy(text: str) -> str:
    """Return a text from outside in one line: blanks run together, and nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """Return a text without the signs that a terminal or a page would obey instead of showing; blanks stay blanks."""
    if text.isascii() and text.isprintable():
        return text
    signs = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text))
    return "".join(c for c in signs if unicodedata.category(c) not in _OBEYED and not _NO_CHARACTER.match(c))


def unmarked(text: str) -> str:
    """Return a line without the signs by which Markdown marks heads, lists, links, code and stress; sums keep theirs."""
    for pattern, kept in _MARKDOWN:
        text = pattern.sub(kept, text)
    return text


_MARKDOWN = (
    (re.compile(r"^\s*(?:#{1,6}|>|[-*+])\s+"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"(?<![\w*\ue001])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*\ue000])"), ""),
    (re.compile(r"(?<![\w\ue001])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w\ue000])"), ""),
)


def in_xml(text: str) -> str:
    """Return a text from outside in one line as XML holds it, between tags or between double quotation marks."""
    return escape(tidy(text))


def as_json(value: object, *, line: bool = False) -> str:
    """Return plain values as JSON, laid out over lines or in one, with a line break behind it.

    Signs that a terminal would obey are written as JSON's own escapes, so that no value is changed.
    """
    text = json.dumps(value, ensure_ascii=False, indent=None if line else 1, allow_nan=False)
    return (text.replace("\x7f", "\\u007f") if text.isascii() else _ESCAPED.sub(_escape, text)) + "\n"


def _escape(sign: re.Match[str]) -> str:
    return json.dumps(sign[0])[1:-1]


def link(url: str | None) -> str | None:
    """Return an address that a reader may follow: http or https with a host and nothing that hides where it leads."""
    return url if url is not None and _LINK.fullmatch(url) else None


_LINK = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!-~]*)?", re.IGNORECASE)
_OBEYED = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Control, format (the signs that turn the writing round among them), private and surrogate characters."""
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
"""What Unicode says is no character and never will be: XML refuses some of them, and programs the others."""
_NO_CHARACTER = re.compile(f"[{_NO_CHARACTERS}]")
_ESCAPED = re.compile(
    f"[{_NO_CHARACTERS}\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
"""The same characters above the ones that JSON always escapes, with the two line ends that only Unicode knows."""


def quoted(text: str) -> str:
    """Return the text between quotation marks."""
    return f"“{tidy(text)}”"


def finished(text: str) -> str:
    """Return a text from outside as a sentence: with a full stop where it has no end of its own."""
    told = tidy(text)
    return told if not told or told[-1] in ".!?…" else f"{told}."


_LONGEST_DECIMALS = 9
"""Nobody writes more: a number with as many was reckoned from a fraction."""

_GREATEST_BELOW = 1000
"""The denominator of a fraction at most."""


def number(value: Decimal | None) -> str:
    """Return a number with its thousands parted and no idle zeros, or as a fraction that has no end in decimals: 2/3, 5 1/6."""
    if value is None:
        return ""
    text = f"{value:,f}"
    whole, point, decimals = text.partition(".")
    if len(decimals) < _LONGEST_DECIMALS:
        return text.rstrip("0").rstrip(".") if point else text
    rest = abs(Fraction(value)) % 1
    part = rest.limit_denominator(_GREATEST_BELOW)
    if abs(part - rest) > Fraction(1, 10**_LONGEST_DECIMALS) or not 0 < part < 1:
        return text.rstrip("0").rstrip(".")
    return f"{whole} {part}" if whole not in ("0", "-0") else f"{whole[:-1]}{part}"


def count(amount: int, one: str, many: str = "") -> str:
    """Return an amount with its noun."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"
