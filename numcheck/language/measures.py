"""How measures stand to each other: told for one another, excluding each other, or too loose for either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.tables import Measures
from numcheck.model.frozen import frozen


@frozen
class Relations:
    """The contrast set of each measure, the measure it is told for, and the measures of which an article tells many things."""

    sets: Mapping[str, str] = field(default_factory=dict)
    like: Mapping[str, str] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()

    def told_alike(self, one: str, other: str) -> bool:
        """Tell whether outlets tell one thing by two measures: what is spent is what it costs."""
        return self.like.get(one, one) == self.like.get(other, other)

    def exclude(self, one: str, other: str) -> bool:
        """Tell whether two measures stand in one contrast set; two loose ones (a delay, a time since) exclude nothing."""
        return one in self.sets and self.sets[one] == self.sets.get(other) and not {one, other} <= self.loose


@once_a_lexicon
def relations(lexicon: Lexicon) -> Relations:
    """Read the relations off the table of measures."""
    rows = lexicon.table(Measures).rows
    return Relations(
        sets={name: row.set for name, row in rows.items()},
        like={name: row.like for name, row in rows.items() if row.like is not None},
        loose=frozenset(name for name, row in rows.items() if row.loose),
    )
