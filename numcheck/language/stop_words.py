"""The words that say nothing of what a sentence is about: the one stop list of the house."""

from __future__ import annotations

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.tables import Nouns, Speech


@once_a_lexicon
def stop_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the small words of a language in lower case, its adverbs and verbs of saying among them."""
    nouns = lexicon.table(Nouns)
    ends = nouns.ends
    small = (ends.prepositions, ends.conjunctions, ends.pronouns, ends.auxiliaries, ends.adverbs, lexicon.table(Speech).verbs)
    return nouns.small.union(*small)
