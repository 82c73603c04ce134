"""Passages that several outlets carry word for word: one wire text, and so one source, however many print it.

The method is that of near-duplicate detection by shingles (Broder 1997): two passages are one text where half of the
four-word sequences of the shorter stand in the other. Numbers count as one word, so that a copied sentence with a changed
figure is still a copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from numcheck.model.article import Article
from numcheck.model.claim import Claim

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 4
"""Words of a sequence."""
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
Shingle = tuple[str, ...]


def copies(claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of claims that stand in copies of one passage, of two documents at least.

    `articles` maps each claim's document to its article. A group holds the ids of all claims in its passages, in the order of
    the claims given; a claim is in one group at most. A rule that counts sources counts a group once, and each claim in no
    group once. The cost grows with the number of passages that hold a figure.
    """
    passages: dict[Passage, list[Claim]] = {}
    for claim in claims:
        passages.setdefault((claim.document, claim.sentence_start), []).append(claim)
    keys = list(passages)
    shingles = [_shingles(_text(own[0], articles)) for own in passages.values()]
    parent = list(range(len(keys)))
    having: dict[Shingle, list[int]] = {}
    for i, own in enumerate(shingles):
        shared: dict[int, int] = {}
        for shingle in own:
            earlier = having.setdefault(shingle, [])
            for j in earlier:
                shared[j] = shared.get(j, 0) + 1
            if len(earlier) < _MOST:
                earlier.append(i)
        for j, count in shared.items():
            enough = count >= _SHARED and count >= _HALF * min(len(own), len(shingles[j]))
            if enough and keys[i][0] != keys[j][0]:
                _join(parent, i, j)
    groups: dict[int, list[int]] = {}
    for i in range(len(keys)):
        groups.setdefault(_root(parent, i), []).append(i)
    order = {claim.id: place for place, claim in enumerate(claims)}
    return tuple(
        tuple(sorted((claim.id for i in members for claim in passages[keys[i]]), key=order.__getitem__))
        for members in groups.values()
        if len({keys[i][0] for i in members}) > 1
    )


def _text(claim: Claim, articles: Mapping[str, Article]) -> str:
    """Return the sentence of a claim, with some of its neighbours where it is short."""
    article = articles.get(claim.document)
    if article is None or len(_WORD.findall(claim.sentence)) >= _SHORT:
        return claim.sentence
    start, end = claim.sentence_start, claim.sentence_start + len(claim.sentence)
    return article.readable()[max(0, start - _WIDER) : end + _WIDER]


def _shingles(text: str) -> list[Shingle]:
    """Return the different sequences of four words, in their order."""
    words = ["0" if w[0].isdigit() else w.lower() for w in _WORD.findall(text)]
    return list(dict.fromkeys(zip(*(words[i:] for i in range(_SHINGLE)), strict=False)))


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _join(parent: list[int], i: int, j: int) -> None:
    a, b = sorted((_root(parent, i), _root(parent, j)))
    parent[b] = a
