"""Passages that several outlets carry word for word: one wire text, and so one source, however many print it.

The method is that of near-duplicate detection by shingles (Broder 1997): two passages are one text where half of the
four-word sequences of the shorter stand in the other. Numbers count as one word, so that a copied sentence with a changed
figure is still a copy.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from numcheck.language.tokens import words
from numcheck.model.article import Article, by_words
from numcheck.model.claim import Claim

_SHARED = 5
"""Sequences two passages share at least: eight words in a row."""
_HALF = 0.5
"""Share of the shorter passage's sequences that stand in the longer one."""
_SHORT = 14
"""A sentence of fewer words is widened on both sides, or nothing could tell it from another."""
_WIDER = 80
"""Characters a short sentence is widened by."""
_MOST = 4
"""Earlier passages that each sequence is looked up in: what stands in more of them is found through the first."""

Passage = tuple[str, int]
Shingle = tuple[str, str, str, str]


def copies(claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of claims that stand in copies of one passage, of two documents at least.

    `articles` maps each claim's document to its article. A group holds the ids of all claims in its passages, in the order of
    the claims given; a claim is in one group at most. A rule that counts sources counts a group once, and each claim in no
    group once. The cost grows with the number of passages that hold a figure.
    """
    passages: dict[Passage, list[Claim]] = {}
    at = by_words(articles.values())
    for claim in sorted(claims, key=lambda c: at.get(c.document, 0)):
        passages.setdefault((claim.document, claim.sentence_start), []).append(claim)
    keys = list(passages)
    texts = {path: article.readable() for path, article in articles.items()}
    parent = list(range(len(keys)))
    length: list[int] = []
    having: defaultdict[Shingle, list[int]] = defaultdict(list)
    for i, own in enumerate(passages.values()):
        found = [having[shingle] for shingle in _shingles(own[0], texts.get(own[0].document))]
        length.append(len(found))
        for j, count in Counter(chain.from_iterable(found)).items():
            enough = count >= _SHARED and count >= _HALF * min(length[i], length[j])
            if enough and keys[i][0] != keys[j][0]:
                _join(parent, i, j)
        for places in found:
            if len(places) < _MOST:
                places.append(i)
    groups: dict[int, list[int]] = {}
    for i in range(len(keys)):
        groups.setdefault(_root(parent, i), []).append(i)
    order = {claim.id: place for place, claim in enumerate(claims)}
    return tuple(
        tuple(sorted((claim.id for i in members for claim in passages[keys[i]]), key=order.__getitem__))
        for members in groups.values()
        if len({keys[i][0] for i in members}) > 1
    )


def _shingles(claim: Claim, text: str | None) -> Iterable[Shingle]:
    """Return the different sequences of four words of a claim's sentence; a short one goes on into its article's `text`."""
    written = claim.wording.sentence
    if text is not None and len(written) < _SHORT:
        written = words(text[max(0, claim.sentence_start - _WIDER) : claim.sentence_end + _WIDER])
    told = ["0" if w[0].isdigit() else w.lower() for w in written]
    return dict.fromkeys(zip(told, told[1:], told[2:], told[3:], strict=False))


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _join(parent: list[int], i: int, j: int) -> None:
    a, b = sorted((_root(parent, i), _root(parent, j)))
    parent[b] = a
