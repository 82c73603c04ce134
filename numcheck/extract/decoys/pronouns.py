"""Number words without a thing to count: "this one", "one of the best", "between the two,"."""

from __future__ import annotations

from numcheck.extract.line import DIGITS, ONES, Decoy, Line

NAME = "pronoun"
ORDER = 90
KINDS = (ONES, DIGITS)
EXAMPLES = (
    ("This one is new.", "one", None),
    ("One of the best harbours", "One", None),
    ("fighting between the two, with", "two", "2"),
    ("One must wait.", "One", None),
)

_BE = {"was", "were", "is", "has", "had", "been", "being", "of", "are", "have", "died", "remains", "remained"}
_DETERMINERS = {"the", "these", "those", "both"}


def claim(line: Line, i: int) -> Decoy | None:
    """Claim "one" as a pronoun, and a small number behind "the" that counts nothing."""
    word = line.lower[i]
    if word == "one":
        return _one(line, i)
    before = line.word(i - 1)
    if before not in _DETERMINERS or (line.kinds[i] == DIGITS and len(word) > 2):
        return None
    behind = line.word(i + 1)
    if (
        behind in line.grammar.marks["no_noun_after"]
        and not (behind == "-" and line.glued(i + 1))
        and not (behind == "of" and line.word(i + 2) in ("us", "them"))
    ):
        return Decoy(i, i + 1, NAME, line.words[i] if line.kinds[i] == DIGITS else str(line.grammar.ones[word]))
    return None


def _one(line: Line, i: int) -> Decoy | None:
    behind, before = line.word(i + 1), line.word(i - 1)
    if before in ("minus", "negative"):
        return None
    if not behind or not behind[0].isalpha():
        if behind == "-" and line.glued(i + 1):
            return None
        return None if _tells_harm(line, i, before) else Decoy(i, i + 1, NAME)
    if (
        behind in ("in", "or", "to", "and", "out")
        and i + 2 < line.n
        and (line.kinds[i + 2] is not None or line.word(i + 2) in ("of", "a"))
    ):
        return None
    if before in line.grammar.marks["one_pronoun_before"] and before not in ("a", "the", "of", "that"):
        return Decoy(i, i + 1, NAME)
    if _somebody_says(line, i):
        return Decoy(i, i + 1, NAME)
    if behind == "per" and line.word(i + 2) == "cent":
        return None
    if behind in line.grammar.marks["one_pronoun_after"] or behind in ("was", "were", "are", "have", "been"):
        if behind in _BE and _happened(line, i + 1):
            return None
        if (
            before in ("killed", "killing", "injured", "injuring", "wounded", "wounding", "least", "only", "and", "leaving")
            and behind in ("and", "in", "on", "at", "by")
            and _tells_harm(line, i, before)
        ):
            return None
        return Decoy(i, i + 1, NAME)
    if (
        behind.endswith("ed")
        and line.kinds[i + 1] is None
        and behind not in line.grammar.cues["harmed"]
        and not _noun(line, i + 2)
    ):
        return Decoy(i, i + 1, NAME)
    if before == "the" and behind in ("who", "that"):
        return Decoy(i, i + 1, NAME)
    if behind.endswith("ing") or behind in (
        "more",
        "than",
        "not",
        "only",
        "also",
        "there",
        "here",
        "too",
        "we",
        "i",
        "he",
        "she",
        "it",
        "they",
        "you",
        "my",
        "his",
        "her",
        "their",
        "our",
    ):
        return None if behind == "more" else Decoy(i, i + 1, NAME)
    return None


def _somebody_says(line: Line, i: int) -> bool:
    """Tell whether "one" only introduces a source: "one witness said", "according to one official"."""
    if line.word(i - 1) == "to" and line.word(i - 2) == "according":
        return True
    for at in range(i + 1, min(i + 5, line.n)):
        word = line.words[at]
        if word in line.grammar.cues["saying"]:
            return at > i + 1
        if not word.isalpha() or word in ("was", "were", "and", "in", "of", "to", "with", "at", "on"):
            return False
    return False


def _noun(line: Line, at: int) -> bool:
    """Tell whether a lower-case word that is no preposition, article or adverb stands at `at`."""
    word = line.as_written(at)
    return (
        word.isalpha()
        and word.islower()
        and not word.endswith("ly")
        and word not in line.grammar.marks["no_noun_after"]
        and word
        not in (
            "about",
            "a",
            "an",
            "the",
            "near",
            "inside",
            "outside",
            "into",
            "after",
            "before",
            "during",
            "over",
            "under",
            "against",
            "off",
            "out",
            "up",
            "down",
        )
    )


def _happened(line: Line, at: int) -> bool:
    """Tell whether what follows "one was" happened to somebody who is counted."""
    if line.lower[at] == "of":
        return False
    return not line.grammar.cues["harmed"].isdisjoint(line.lower[at : at + 4])


def _tells_harm(line: Line, i: int, before: str) -> bool:
    return (
        before in line.grammar.cues["harmed"]
        or before in ("killing", "injuring", "wounding", "least")
        or not line.grammar.cues["harmed"].isdisjoint(line.lower[max(0, i - 4) : i + 1])
    )
