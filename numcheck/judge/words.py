"""What the judge asks of the lexicon: how words of size rank, which class a noun is of, which measures exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from numcheck.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """`ranks` orders the words of size; `classes` has the class of a noun's last word, `sets` the contrast set of a measure."""

    ranks: Mapping[str, int] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """Read the words off the tables of vague words, nouns and measures."""
    vague, nouns, measures = (lexicon.table(name) for name in ("vague", "nouns", "measures"))
    return Words(
        ranks={**{row["word"]: row["rank"] for row in vague["words"] if "rank" in row}, **vague["sizes"]},
        classes={noun.rpartition(" ")[2]: name for name, listed in nouns["classes"].items() for noun in listed},
        sets={name: row["set"] for name, row in measures.items() if "set" in row},
    )
