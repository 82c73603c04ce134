"""Cut a text into sentences: the one splitter of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.language.en.calendar import SHORT_MONTHS, SHORT_WEEKDAYS

LONGEST = 3000
"""Characters of a sentence at most; a longer one is cut at a blank, or anywhere where there is none."""

# All begin with one class of signs, so that the engine jumps from sign to sign.
_END = re.compile(r"""[.!?…\n](?:(?<=\n)\s*|(?<!\n)(?:["”’'»)\]]|\s(?=["”»]\s))*(?=\s|\Z))""")
_SHORT_DAYS = "|".join((*SHORT_MONTHS, *SHORT_WEEKDAYS))
_NO_STOP = re.compile(
    rf"""(?:\b(?:{_SHORT_DAYS}
      |Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|Gov|Sen|Rep|Prop|Pres|St|Mt|Ft|Rs
      |No|Nos|vs|etc|approx|est|ca|cf|Inc|Ltd|Co|Corp|Jr|Sr
      |a\.m|p\.m|e\.g|i\.e|sq|Fig|Vol|pp|Art|Sec|Op
      |al|hr|hrs|min|ft|lb|lbs|oz)
      |(?<!['’])\b[A-Za-z]|(?:\b[A-Za-z]\.)+[A-Za-z])\Z""",
    re.X,
)
_BLANKS = " \t\r\f\v"
_STARTS = re.compile(r"\s*[\"“‘'(\[«*•–—-]*\s*([^\W_])")


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of `text`, in order, without gaps but for blanks."""
    start = 0
    for stop in _END.finditer(text):
        at, behind = stop.span()
        if text[at] == "\n":
            end = _behind_word(text, start, at)
            if _wrapped(text, start, end, behind):
                continue
        else:
            end = behind
            if not _ends(text, start, at, behind):
                continue
        yield from _cut(text, start, end)
        start = behind
    yield from _cut(text, start, len(text))


def _behind_word(text: str, start: int, end: int) -> int:
    """Return `end` without the blanks in front of it; only they are looked at, as a sentence may go on over many lines."""
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return end


def _ends(text: str, start: int, at: int, behind: int) -> bool:
    """Tell whether the stop sign at `at` ends a sentence: not after an abbreviation, not before a lower-case word."""
    following = _STARTS.match(text, behind, behind + 40)
    if following is None:
        return True
    if following.group(1).islower() or (following.group(1).isdigit() and text.endswith(" no", start, at)):
        return False  # case no. 12
    return text[at] != "." or _NO_STOP.search(text, max(start, at - 12), at) is None


def _wrapped(text: str, start: int, at: int, behind: int) -> bool:
    """Tell whether the line break at `at` only wraps a line: a long line before it or a lower-case word behind, and no stop."""
    before = text[at - 1 : at]
    if not before or before in '.!?…:"”' or text.count("\n", at, behind) > 1:
        return False
    after = text[behind : behind + 1]
    length = at - (text.rfind("\n", start, at) + 1 or start)
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
