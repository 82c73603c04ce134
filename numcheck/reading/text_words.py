"""The words of a whole text, its names and its clauses, read once for those who hold two texts against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numcheck.language.en import around, rule_words
from numcheck.language.sentences import bounds
from numcheck.language.tokens import placed
from numcheck.model.article import Article
from numcheck.model.text_words import Name, TextWords

MOST_LISTED = 12
"""Names of a row in front of the last."""

_STOP = re.compile(rf"(?P<comma>(?<!\d),|,(?!\d))|{rule_words.CLAUSE_END.pattern}")


def text_words(article: Article) -> TextWords:
    """Return the words of an article, cut into sentences and clauses, its names and its columns."""
    text = article.text
    words, names = placed(text), [Name(*found.span(), found[0]) for found in rule_words.NAME.finditer(text)]
    stops = list(_STOP.finditer(text))
    return TextWords(
        starts=[start for start, _ in bounds(text)] or [0],
        end=len(text),
        words=words,
        names=names,
        rows=list(_rows(text, names)),
        articles=[at for at, word in enumerate(words.words) if word.lower() in around.ARTICLES],
        stops=[stop.span() for stop in stops if stop["comma"] is None],
        columns=article.columns,
        commas=[stop.start() for stop in stops if stop["comma"] is not None],
    )


def _rows(text: str, names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    """Yield the names told in a row, "Ivo Lang, Ada Holm and Peter Ruiz"."""
    row: list[Name] = []
    for name in names:
        joint = rule_words.BETWEEN_NAMES.fullmatch(text, row[-1].end, name.start) if row else None
        row = [*row[-MOST_LISTED:], name] if joint else [name]
        if joint and joint[1]:
            yield row
            row = [name]
