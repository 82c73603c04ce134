"""The first stage: read each article alone, and keep what it says, the words it is found by, and a signature of its text."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from math import log
from pathlib import Path

import pyarrow as pa
from rensa import RMinHash

from numcheck import load
from numcheck.language import Lexicon, using
from numcheck.language.tokens import words
from numcheck.model.article import Article
from numcheck.model.moment import Moment
from numcheck.model.taken_in import TakenIn
from numcheck.monitor.packing import pack, unpack
from numcheck.monitor.tables import READ, table
from numcheck.pipeline import lexicon_of, take_in
from numcheck.settings import Settings

PERMUTATIONS = 64
"""Numbers of a MinHash signature: shares of equal ones tell the share of equal shingles within .06 or so."""

_SHINGLE = 5
"""Words of a shingle: two texts share many only where one was written from the other."""

_MOST_TERMS = 160
"""Names, words and numbers that an article can be found by, the weightiest."""

_WORD, _NAME, _NUMBER, _TITLE = 1.0, 2.0, 1.5, 4.0
"""What a word, a name and a number weigh beside their rarity, and what a word of the title weighs more.

Found by `python -m bench.scan --stories` on real events: of many settings these found most pairs at nine of ten right.
"""

_NUMERAL = re.compile(r"(?<![\w.,])\d[\d,.]*\d(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT = 3
"""Letters of a word up to which it says little."""


def read_batch(batch: pa.Table, settings: Settings) -> pa.Table:
    """Return what was read of each article of a batch (ROWS), as READ; an article that nobody can read holds no figures."""
    lexicon = _lexicon(tuple(sorted(settings.lexicon.items())))
    return table([_read(row, lexicon) for row in batch.to_pylist()], READ)


@lru_cache(maxsize=1)
def _lexicon(replaced: tuple[tuple[str, Path], ...]) -> Lexicon:
    """Return one lexicon for all batches of a run: stages keep what they compile of it."""
    return lexicon_of(Settings(lexicon=dict(replaced)))


def article_of(row: dict[str, object]) -> Article:
    """Return the article of a row: as it was loaded, or made from the columns."""
    packed = row["article"]
    if isinstance(packed, bytes):
        loaded = unpack(packed)
        assert isinstance(loaded, Article)
        return loaded
    name, text, title, published = str(row["id"]), str(row["text"]), row["title"], row["published"]
    article = load.from_text(name, text)
    return replace(
        article,
        path=name,
        outlet=str(row["outlet"]),
        title=title if isinstance(title, str) else article.title,
        url=row["url"] if isinstance(row["url"], str) else article.url,
        published=Moment.parse(published) if isinstance(published, str) else article.published,
    )


def _read(row: dict[str, object], lexicon: Lexicon) -> dict[str, object]:
    failed = None
    try:
        with using(lexicon):
            article = article_of(row)
        taken = take_in(article, lexicon)
    except Exception as error:  # one text among a million must not end the run: it is listed
        failed = f"{type(error).__name__}: {error}"
        article = Article(str(row["id"]), str(row["text"]), str(row["outlet"]))
        taken = TakenIn(article, (), (), ())
    readable = article.readable()
    found = _terms(article.title or "", readable)
    return {
        "text_hash": row["text_hash"],
        "packed": pack(taken),
        "figures": len(taken.claims),
        "terms": list(found),
        "weights": list(found.values()),
        "signature": _signature(readable),
        "failed": failed,
    }


def _terms(title: str, text: str) -> dict[int, float]:
    """Return the hashes of the names, longer words and numbers of an article with their weights, in order of the hash."""
    weights = _words(text) | {number: _NUMBER for number in _NUMERAL.findall(text) if not _YEAR.fullmatch(number)}
    for word in {word.lower() for word in words(title) if len(word) > _SHORT and word.isalpha()}:
        weights[word] = weights.get(word, 0.0) + _TITLE
    told = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_TERMS]
    return dict(sorted((zlib.crc32(word.encode("utf-8", "surrogatepass")), weights[word]) for word in told))


def _words(text: str) -> dict[str, float]:
    """Return the names and longer words of a text with their weights; one told often weighs more, by the logarithm.

    A name is a word with a capital that the text has nowhere without one.
    """
    counts = Counter(word for word in words(text) if word[0].isalpha())
    small = {word for word in counts if word.islower()}
    weights: dict[str, float] = {}
    for word, count in counts.items():
        if len(word) >= _SHORT + word.islower():
            kind = _NAME if word[0].isupper() and word.lower() not in small else _WORD
            weights[word.lower()] = max(weights.get(word.lower(), 0.0), kind * (1 + log(count)))
    return weights


def _signature(text: str) -> list[int]:
    """Return the MinHash signature of a text's shingles (Broder 1997); nothing where it has too few words for one."""
    told = [word.lower() for word in words(text) if word[0].isalpha()]
    if len(told) < 2 * _SHINGLE:
        return []
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=7)
    hashed.update([" ".join(told[at : at + _SHINGLE]) for at in range(len(told) - _SHINGLE + 1)])
    signature: list[int] = hashed.digest()
    return signature
