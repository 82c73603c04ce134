"""The class of a noun: person, vessel, building and so on, by the tables of nouns and of people."""

from __future__ import annotations

from collections.abc import Mapping

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.tables import Nouns, People


@once_a_lexicon
def classes(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the class of each known noun (singular, lower case, of one word or two); `nouns` goes before `people`."""
    listed = lexicon.table(Nouns).classes
    named = {noun: name for name, members in reversed(tuple(listed.items())) for noun in members}
    return dict.fromkeys(lexicon.table(People).person.split(), "person") | named
