"""Superlatives beside a table: "the most boats" is a rank like "the second most"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numcheck.language.en import rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.sentences import bounds
from numcheck.language.tokens import telling, words
from numcheck.model.article import Column
from numcheck.model.reading import Mark


def superlatives(text: str, columns: Iterable[Column]) -> Iterator[Mark]:
    """Yield "the most", "the lowest" of a draft as ordinals, where their sentence has a row's name and a word of its column.

    Beside a table they are ranks like "the second most"; without one there is nothing to ask of them.
    """
    told = [(_stems(column.name), [name for name, _ in column.cells]) for column in columns]
    for start, end in bounds(text) if told else ():
        sentence = text[start:end]
        said = _stems(sentence)
        if any(said & stems and any(name in sentence for name in names) for stems, names in told):
            for found in rule_words.SUPERLATIVE.finditer(sentence):
                yield Mark(start + found.start(1), start + found.end(1), found[1], "ordinal", "1")


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, telling(words(text))))
