"""What each figure says: the counted noun, the measure, the scope, the speaker, the time, by the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from numcheck.claims.frame import Frame, frame
from numcheck.claims.label import label
from numcheck.claims.measure import measure
from numcheck.claims.scope import scope
from numcheck.claims.speaker import speaker
from numcheck.claims.subject import INHERITED, Subject, subject
from numcheck.claims.when import as_of, modality
from numcheck.claims.words import Measure, Words, compiled
from numcheck.lexicon import Lexicon
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mention, Reading

Said = tuple[Measure | None, str]
"""What is said of a figure, and the word that says so."""


def claims(article: Article, prefix: str, reading: Reading, quantities: Sequence[Quantity], lexicon: Lexicon) -> list[Claim]:
    """Return one claim a mention of `reading`, with ids "`prefix`.1", "`prefix`.2" ... by place."""
    words = compiled(lexicon)
    day = None if article.published is None else article.published.day
    made: list[Claim] = []
    for first, group in _sentences(reading.mentions):
        view = frame(group[0].sentence, group, day, words)
        before: Subject | None = None
        told: Said = (None, "")
        for i, mention in enumerate(group, first):
            if mention.converts is not None and mention.converts < len(made):
                made.append(_converted(made[mention.converts], f"{prefix}.{i + 1}", mention, quantities[i], article))
                continue
            name = f"{prefix}.{i + 1}"
            claim, found, said = _claim(article, name, mention, quantities[i], before, told, view, words)
            made.append(claim)
            part = before is not None and claim.scope.subset_of is not None  # a list goes on with its head, not with its parts
            if claim.counted is not None and mention.unit == "count" and not part:
                before = replace(found, phrase=claim.counted, head=claim.counted.split()[-1].lower())
                told = said
    return made


def _sentences(mentions: Sequence[Mention]) -> Iterator[tuple[int, list[Mention]]]:
    """Yield the mentions of each sentence with the place of the first."""
    start = 0
    for i in range(1, len(mentions) + 1):
        if i == len(mentions) or mentions[i].sentence.start != mentions[start].sentence.start:
            yield start, list(mentions[start:i])
            start = i


def _claim(
    article: Article,
    name: str,
    mention: Mention,
    quantity: Quantity,
    before: Subject | None,
    told: Said,
    view: Frame,
    words: Words,
) -> tuple[Claim, Subject, Said]:
    """Return the claim of one mention with what it counts and what is said of it.

    `before` and `told` are those of the count in front of it in the sentence: a bare figure takes over both.
    """
    found = subject(mention, view, before, words)
    dimension = quantity.dimension.partition("/")[0]
    said, cue = measure(mention, dimension, found, view, words)
    if said is None and found.how == INHERITED:
        said, cue = told
    counts = mention.unit == "count" or mention.unit.startswith("count/")
    counted = found.phrase if counts else None
    whole = quantity.stated.low is None or quantity.stated.low == quantity.stated.low.to_integral_value()
    if counts and counted is None and said is not None and whole:
        counted = said.who
    end = max(mention.last, found.last)
    trail = [*mention.trail, f"noun: {found.how}"] if counts else list(mention.trail)
    if said is not None:
        trail.append(f"measure: {said.name}, by {cue!r}")
    sentence = mention.sentence
    claim = Claim(
        id=name,
        document=article.path,
        outlet=article.outlet,
        role=article.role,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        quantity=quantity,
        counted=counted,
        measure=said.name if said else None,
        what=label(mention, dimension, found, (said, cue), view, words),
        scope=scope(mention, found, before.phrase if before else None, view, words),
        speaker=speaker(mention, view, words),
        modality=modality(mention, end, view, words),
        as_of=as_of(mention, end, view),
        section=article.section_at(mention.start),
        sentence=article.text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        position=mention.start / max(1, len(article.text)),
        trail=tuple(trail),
    )
    return claim, found, (said, cue)


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
    )
