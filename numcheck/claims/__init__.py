"""What each figure says: the counted noun, the measure, the scope, the speaker, the time, by the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from numcheck.claims.beside import Cues, cues
from numcheck.claims.carry import across, fits, goes_on, goes_on_with, holds, in_list, is_had, verb_behind
from numcheck.claims.earlier import outdated, settled
from numcheck.claims.frame import Frame, frame
from numcheck.claims.label import label
from numcheck.claims.measure import measure
from numcheck.claims.noun import Subject, Way
from numcheck.claims.occasion import Occasion, occasion
from numcheck.claims.saying import with_its_saying
from numcheck.claims.scope import scope
from numcheck.claims.speaker import speaker
from numcheck.claims.subject import subject
from numcheck.claims.when import as_of, modality
from numcheck.claims.words import Measure, Words, compiled
from numcheck.language import Lexicon
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mention, Reading

_NEXT = 4
"""Characters between a sentence and the next at most."""

Said = tuple[Measure | None, str]
"""What is said of a figure, and the word that says so."""


def claims(article: Article, prefix: str, reading: Reading, quantities: Sequence[Quantity], lexicon: Lexicon) -> list[Claim]:
    """Return one claim a mention of `reading`, with ids "`prefix`.1", "`prefix`.2" ... by place."""
    words = compiled(lexicon)
    day = None if article.published is None else article.published.day
    made: list[Claim] = []
    old: set[int] = set()
    carried = _Before()
    for first, group in _sentences(reading.mentions):
        view = frame(group[0].sentence, group, day, words)
        near = bool(made) and view.sentence.start - made[-1].sentence_start - len(made[-1].sentence) <= _NEXT
        before = _Before(carried.subject, carried.said, count=carried.count) if near else _Before()
        opening = True
        for i, mention in enumerate(group, first):
            if mention.converts is not None and mention.converts < len(made):
                made.append(_converted(made[mention.converts], f"{prefix}.{i + 1}", mention, quantities[i], article))
                continue
            name = f"{prefix}.{i + 1}"
            claim, found, said = _claim(article, name, mention, quantities[i], before, opening, view, words)
            if outdated(mention, max(mention.last, found.last), said[0], view, words):
                old.add(len(made))
            made.append(claim)
            part = (
                before.subject is not None and claim.scope.subset_of is not None
            )  # a list goes on with its head, not its parts
            if opening:
                before = _Before()
            if claim.counted is not None and mention.unit == "count" and (not part or found.way == Way.ORIGIN):
                found = replace(found, phrase=claim.counted, head=claim.counted.split()[-1].lower())
                before = _Before(found, said, mention, said, mention)
            else:
                before = _Before(before.subject, before.said, mention, said, before.count)
            opening = False
        carried = before
    told = settled(made, old, words) if old else made
    return list(_with_sayings(told, None if day is None else day.year, cues(lexicon)))


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a figure: the last count's noun, figure and what is said of it; the last figure, with the same."""

    subject: Subject | None = None
    said: Said = (None, "")
    mention: Mention | None = None
    told: Said = (None, "")
    count: Mention | None = None


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
    before: _Before,
    opening: bool,
    view: Frame,
    words: Words,
) -> tuple[Claim, Subject, Said]:
    """Return the claim of one mention with what it counts and what is said of it.

    `before` tells of the figures in front of it in the sentence; at its `opening`, of those in the sentence before.
    """
    found = subject(mention, view, None if opening else before.subject, words)
    dimension = quantity.dimension.partition("/")[0]
    teller = speaker(mention, view, words)
    near = opening and before.subject is not None and dimension == "count"
    near = near and (holds(before.count, mention) or found.way == Way.PLURAL or is_had(mention, view))
    leans = near and across(found, teller, mention, view, words)
    bare = near and (is_had(mention, view) or goes_on_with(found, mention, view, words))
    if bare and found.way == Way.PLURAL:  # "three others"
        found = _named(found, before)
    said, cue = measure(mention, dimension, found, before.subject, view, words)
    whole_of = before.subject.phrase if before.subject and (leans or bare or not opening) else None
    if said is None or (found.way == Way.ORIGIN and before.said[0] is not None):  # a place says nothing of its own
        said, cue = _carried(before, opening, leans, mention, dimension, found, view, words)
    elif dimension == "count" and view.sentence.lower[found.last - 1] == cue.lower():
        said, cue = _gone_on(before, mention, view) or (said, cue)
    if (leans and said is not None and said == before.said[0]) or (bare and fits(said, before.subject, words)):
        found = _named(found, before)
    counts = mention.unit == "count" or mention.unit.startswith("count/")
    counted = found.phrase if counts else None
    whole = quantity.stated.low is None or quantity.stated.low == quantity.stated.low.to_integral_value()
    if counts and said is not None and said.who is not None and not whole:  # "a shock of 6.8 cost 200 lives"
        said, cue = None, ""
    if counts and counted is None and said is not None:
        counted = said.who
    end = max(mention.last, found.last)
    trail = [*mention.trail, f"noun: {found.way.value}"] if counts else list(mention.trail)
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
        what=label(mention, quantity, found, (said, cue), view, words),
        scope=scope(mention, found, whole_of, view, words),
        speaker=teller,
        modality=modality(mention, end, view, words),
        as_of=as_of(mention, end, view, words),
        section=article.section_at(mention.start),
        sentence=article.text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        position=mention.start / max(1, len(article.text)),
        trail=tuple(trail),
        hedges=mention.hedges,
    )
    return claim, found, (said, cue)


def _named(found: Subject, before: _Before) -> Subject:
    """Return the subject with the noun of the count before, where it names none of its own."""
    if found.phrase is not None or before.subject is None:
        return found
    return replace(found, phrase=before.subject.phrase, head=before.subject.head)


def _gone_on(before: _Before, mention: Mention, view: Frame) -> Said | None:
    """Return what is said of the figure before, which says more than a counted noun: "a lead of 7 points, or 9,000 votes"."""
    last, (told, cue) = before.mention, before.told
    return (told, cue) if last is not None and told is not None and goes_on(last, told, mention, "count", view) else None


def _carried(
    before: _Before, opening: bool, leans: bool, mention: Mention, dimension: str, found: Subject, view: Frame, words: Words
) -> Said:
    """Return what is said of a figure by the words of one before it, or nothing."""
    if leans or found.way == Way.ORIGIN:
        return before.said
    if found.way == Way.INHERITED:  # "eight were dropped and three failed to explode": a verb of its own says something new
        return (None, "") if verb_behind(mention.last, view.sentence.lower, words) else before.said
    last, (told, cue) = before.mention, before.told
    if opening or last is None or told is None:
        return None, ""
    if goes_on(last, told, mention, dimension, view):
        return told, cue
    listed = last.unit == "count" and mention.unit == "count" and in_list(last, told, mention, found, view, words)
    return (told, cue) if listed else (None, "")


def _with_sayings(told: Sequence[Claim], year: int | None, words: Cues) -> Iterator[Claim]:
    """Yield the claims of an article of a `year` with what the words beside them say; a conversion is told of no occasion."""
    of: Occasion | None = None
    for claim in told:
        if claim.converts is None:
            of = occasion(claim, of, year)
        yield with_its_saying(claim, None if claim.converts is not None else of, words)


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
    )
