"""What the judge asks of the lexicon: how words of size rank, which class a noun is of, which measures exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.classes import classes
from numcheck.language.en import rule_words
from numcheck.language.measures import Relations, relations
from numcheck.language.stop_words import stop_words
from numcheck.language.tables import Nouns, Vague
from numcheck.model.frozen import frozen


@frozen
class Vocabulary:
    """What the lexicon says of single words.

    `ranks` orders the words of size; `classes` has the class of a noun; `plurals` the singular of an irregular plural;
    `measures` says how measures stand to each other;
    `small` are words that tell nothing of what is counted, but for those that say which time is meant.
    """

    ranks: Mapping[str, int] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    measures: Relations = field(default_factory=Relations)
    small: frozenset[str] = frozenset()


@once_a_lexicon
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Read the words off the tables of vague words, nouns and measures."""
    return Vocabulary(
        ranks=lexicon.table(Vague).ranks(),
        classes=classes(lexicon),
        plurals=lexicon.table(Nouns).plurals,
        measures=relations(lexicon),
        small=stop_words(lexicon) - rule_words.BEGINNINGS,
    )
