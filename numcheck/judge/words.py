"""What the judge asks of the lexicon: how words of size rank, which class a noun is of, which measures exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from numcheck.language import Lexicon
from numcheck.language.classes import classes
from numcheck.language.measures import Measures, measures


@dataclass(frozen=True, slots=True)
class Words:
    """What the lexicon says of single words.

    `ranks` orders the words of size; `classes` has the class of a noun; `measures` says how measures stand to each other.
    """

    ranks: Mapping[str, int] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    measures: Measures = field(default_factory=Measures)


@lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """Read the words off the tables of vague words, nouns and measures."""
    vague = lexicon.table("vague")
    return Words(
        ranks={**{row["word"]: row["rank"] for row in vague["words"] if "rank" in row}, **vague["sizes"]},
        classes=classes(lexicon),
        measures=measures(lexicon),
    )
