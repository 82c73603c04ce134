"""Cut a text into sentences, and a sentence that holds a numeral into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model.reading import Sentence

LONGEST = 3000
"""Characters of a sentence at most; a longer one is cut at a blank, or anywhere where there is none."""

_END = re.compile(r"""[.!?…](?:["”’'»)\]]|\s(?=["”»]\s))*(?=\s|\Z)|[ \t\r\f\v]*\n\s*|[;](?=\s)""")
_NO_STOP = re.compile(
    r"""(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|Gov|Sen|Rep|Pres|St|Mt|Ft|No|Nos|vs|etc|approx|est|ca|cf|Inc|Ltd|Co|Corp|Jr|Sr
      |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|a\.m|p\.m|e\.g|i\.e|sq|Fig|Vol|pp|Art|Sec|Op|al|hr|hrs|min|ft|lb|lbs|oz)
      |\b[A-Za-z]|(?:\b[A-Za-z]\.)+[A-Za-z])\Z""",
    re.X,
)
_STARTS = re.compile(r"\s*[\"“‘'(\[«*•–—-]*\s*([^\W_])")

# Digits keep their inner points and commas (whether they group is judged later); a word keeps an inner apostrophe
# but gives up a final 's; U.S. is one token; every other sign stands alone.
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){2,}|['’]s\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\S")


SOFT = "\u00ad"
"""The soft hyphen, which may stand anywhere in a word and is no part of it."""

_SOFT_TOKEN = re.compile(
    r"\d+(?:\xad?[.,]?\xad?\d+)*|(?:[A-Za-z]\.){2,}|['’]s\b|[^\W\d_]+(?:(?:['’](?!s\b)|\xad+)[^\W\d_]+)*|\S"
)


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of `text`, in order, without gaps but for blanks."""
    start = 0
    for stop in _END.finditer(text):
        at = stop.start()
        if text[at] in ".!?…;":
            if not _ends(text, start, at, stop.end()):
                continue
            end = stop.end()
        else:
            if _wrapped(text, start, stop):
                continue
            end = at
        yield from _cut(text, start, end)
        start = stop.end()
    yield from _cut(text, start, len(text))


def _ends(text: str, start: int, at: int, behind: int) -> bool:
    """Tell whether the stop sign at `at` ends a sentence: not after an abbreviation, not before a lower-case word."""
    if text[at] == ";":
        return False
    following = _STARTS.match(text, behind, behind + 40)
    if following is None:
        return True
    nextchar = following.group(1)
    if nextchar.islower():
        return False
    return not (text[at] == "." and _NO_STOP.search(text, max(start, at - 12), at))


def _wrapped(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a line break only wraps a line: no blank line or stop before it, a long line or a lower-case word behind."""
    gap = stop.group()
    if gap.count("\n") > 1:
        return False
    line = text.rfind("\n", start, stop.start()) + 1 or start
    before = text[stop.start() - 1 : stop.start()]
    if not before or before in '.!?…:"”':
        return False
    after = text[stop.end() : stop.end() + 1]
    length = stop.start() - line
    return after.islower() or (50 <= length <= 120 and after.isalnum() and not after.isupper())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence from `start` to `end` in pieces no longer than LONGEST."""
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = at if at > 0 else start + LONGEST
        yield start, at
        start = at
    if start < end:
        yield start, end


def tokens(text: str, start: int, end: int) -> Sentence:
    """Return the sentence of `text` from `start` to `end` with its tokens; blanks are no tokens."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    soft = text.find(SOFT, start, end) >= 0
    for match in (_SOFT_TOKEN if soft else TOKEN).finditer(text, start, end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    if soft:
        words = [w.replace(SOFT, "") or w for w in words]
    return Sentence(start, end, words, [w.lower() for w in words], starts, ends)
