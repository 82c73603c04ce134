"""Numbers that count the page itself: a slideshow (20 Images), the second of three messages (2/3), 9/ at the head of one."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, Decoy, Line

AFTER = ("ids",)
REASON = "list number"
KINDS = (DIGITS,)
EXAMPLES = (
    ("Slideshow (20 Images)", "20", "20"),
    ("See the boats (6 Photos) here.", "6", "6"),
    ("The harbour is shut. (2/3)", "2/3", "2/3"),
    ("(1/3) The harbour is shut.", "1/3", "1/3"),
    ("7/ The harbour is shut.", "7/", "7"),
)
QUIET = (
    "They took pictures (20 boats) there.",
    "half of it (1/2 mile) is shut",
    "a third (1/3) of the boats",
    "7/8 of the boats",
    "20 images",
)

_PICTURES = frozenset("images photos pictures videos slides pics".split())
_BREAKS = (".", "…", "...", "!", "?", "”", '"', "—")
_MOST = 3
"""Digits of a counter at most."""


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the counter at `i`."""
    word = line.words[i]
    if not word.isdecimal() or len(word) > _MOST:
        return None
    if line.word(i + 1) == "/" and line.glued(i + 1) and _is_head(line, i):
        return Decoy(i, i + 2, REASON, word)
    if line.word(i - 1) != "(":
        return None
    if line.word(i + 1) in _PICTURES and line.words[i + 1][0].isupper() and line.word(i + 2) == ")":
        return Decoy(i, i + 1, REASON, word)
    return _of_a_row(line, i, word)


def _is_head(line: Line, i: int) -> bool:
    """Tell whether the number and slash at `i` stand at the head of a message: 7/ The harbour."""
    return i == line.done and not line.glued(i + 2) and line.as_written(i + 2)[:1].isupper()


def _of_a_row(line: Line, i: int, word: str) -> Decoy | None:
    """Claim the "2/3" in brackets that stand at the head or the end of a message."""
    other = line.as_written(i + 2)
    if line.word(i + 1) != "/" or line.word(i + 3) != ")" or not other.isdecimal() or int(other) < int(word):
        return None
    return Decoy(i, i + 3, REASON, f"{word}/{other}") if _stands_apart(line, i) else None


def _stands_apart(line: Line, i: int) -> bool:
    """Tell whether brackets from the token in front of `i` on stand at the head or the end of a message."""
    head, behind = line.as_written(i - 2), line.as_written(i + 4)
    if i == 1 and behind[:1].isupper():
        return True
    return (not behind or behind in _BREAKS) and not head.isalpha()
