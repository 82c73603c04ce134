"""What the judge asks of the lexicon: how words of size rank, which class a noun is of, which measures exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from numcheck.lexicon import Lexicon
from numcheck.lexicon.classes import classes


@dataclass(frozen=True, slots=True)
class Words:
    """What the lexicon says of single words.

    `ranks` orders the words of size; `classes` has the class of a noun's last word, `sets` the contrast set of a measure.
    `loose` are the measures of which an article tells many, of different things; `like` has the measure that one is told for.
    """

    ranks: Mapping[str, int] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    like: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """Read the words off the tables of vague words, nouns and measures."""
    vague, measures = lexicon.table("vague"), lexicon.table("measures")
    return Words(
        ranks={**{row["word"]: row["rank"] for row in vague["words"] if "rank" in row}, **vague["sizes"]},
        classes=classes(lexicon),
        sets={name: row["set"] for name, row in measures.items() if "set" in row},
        like={name: row["like"] for name, row in measures.items() if "like" in row},
        loose=frozenset(name for name, row in measures.items() if row.get("loose")),
    )
