"""What each figure says: the counted noun, the measure, the scope, the speaker, the time, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from numcheck.claims.annotated import Annotated
from numcheck.claims.as_of import as_of
from numcheck.claims.figure import Before, Figure, Told, read
from numcheck.claims.label import label
from numcheck.claims.modality import modality
from numcheck.claims.occasion import Occasion, occasion
from numcheck.claims.saying import beside
from numcheck.claims.scope import scope
from numcheck.claims.single_words import Cues, cues
from numcheck.claims.superseded import outdated, settled
from numcheck.claims.vocabulary import compiled
from numcheck.language import Lexicon
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mention, Reading
from numcheck.model.saying import Beside

_NEXT = 4
"""Characters between a sentence and the next at most."""


def claims(article: Article, prefix: str, reading: Reading, quantities: Sequence[Quantity], lexicon: Lexicon) -> list[Claim]:
    """Return one claim a mention of `reading`, with ids "`prefix`.1", "`prefix`.2" ... by place."""
    words = compiled(lexicon)
    day = None if article.published is None else article.published.day
    made: list[Claim] = []
    old: set[int] = set()
    before = Before()
    told = zip(reading.mentions, quantities, strict=True)
    for _, sentence in groupby(told, key=lambda pair: pair[0].sentence.start):
        group = list(sentence)
        line = Annotated(group[0][0].sentence, [mention for mention, _ in group], day, words)
        before = before.carried_over() if made and _comes_next(made[-1], line) else Before()
        for mention, quantity in group:
            name = f"{prefix}.{len(made) + 1}"
            if mention.converts is not None and mention.converts < len(made):
                made.append(_converted(made[mention.converts], name, mention, quantity, article))
                continue
            figure = Figure(mention, quantity, before, line)
            said = read(figure)
            if outdated(mention, _end(figure, said), said.said[0], line):
                old.add(len(made))
            made.append(_claim(article, name, figure, said))
            before = said.then(figure, made[-1])
    year = None if day is None else day.year
    return list(_told_beside(settled(made, old, words), year, cues(lexicon)))


def _comes_next(last: Claim, line: Annotated) -> bool:
    """Tell whether a sentence comes right behind that of the last claim."""
    return line.sentence.start - last.sentence_end <= _NEXT


def _end(figure: Figure, said: Told) -> int:
    """Return the token behind a figure and its noun."""
    return max(figure.mention.last, said.counted.last)


def _claim(article: Article, name: str, figure: Figure, said: Told) -> Claim:
    """Return the claim of a figure by what was read of it."""
    mention, line = figure.mention, figure.line
    measure, cue = said.said
    counted = said.counted.phrase or (measure.who if measure is not None else None)
    trail = [*mention.trail]
    if figure.counts:
        trail.append(f"noun: {said.counted.way.value}")
    if measure is not None:
        trail.append(f"measure: {measure.name}, by {cue!r}")
    end = _end(figure, said)
    return Claim(
        id=name,
        document=article.path,
        outlet=article.outlet,
        role=article.role,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        quantity=figure.quantity,
        counted=counted if figure.counts else None,
        measure=measure.name if measure is not None else None,
        what=label(figure, said),
        scope=scope(mention, said.counted, said.whole, line),
        speaker=said.speaker,
        modality=modality(mention, end, line),
        as_of=as_of(mention, end, line),
        section=article.section_at(mention.start),
        sentence=article.text[line.sentence.start : line.sentence.end],
        sentence_start=line.sentence.start,
        position=mention.start / max(1, len(article.text)),
        trail=tuple(trail),
        hedges=mention.hedges,
    )


def _told_beside(made: Iterable[Claim], year: int | None, words: Cues) -> Iterator[Claim]:
    """Let the words beside the claims of an article of a `year` be read when they are asked for, and yield the claims.

    A conversion is told of no occasion.
    """
    of: Occasion | None = None
    for claim in made:
        if claim.converts is None:
            of = occasion(claim, of, year)
        claim.beside.read = partial(beside, claim, None if claim.converts is not None else of, words)
        yield claim


def _converted(origin: Claim, name: str, mention: Mention, quantity: Quantity, article: Article) -> Claim:
    """Return the claim of a bracketed conversion: all but the number is that of the figure it repeats."""
    return replace(
        origin,
        id=name,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        quantity=quantity,
        converts=origin.id,
        position=mention.start / max(1, len(article.text)),
        trail=(*mention.trail, f"conversion of {origin.id}"),
        hedges=mention.hedges,
        beside=Beside(),
    )
