"""The first stage: read each article alone, and keep what it says, the words it is found by, and a signature of its text."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
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
from numcheck.model.read_article import ReadArticle
from numcheck.pipeline import lexicon_of, take_in
from numcheck.scanning.packing import pack, unpack
from numcheck.scanning.tables import READ, table
from numcheck.settings import Settings

PERMUTATIONS = 64
"""Numbers of a MinHash signature: shares of equal ones tell the share of equal shingles within .06 or so."""

_SHINGLE = 5
"""Words of a shingle: two texts share many only where one was written from the other."""

_MOST_TERMS = 160
"""Names, words and numbers that an article can be found by, the weightiest."""

_WORD, _NAME, _NUMBER, _TITLE = 1.0, 2.0, 1.5, 4.0
"""What a word, a name and a number weigh beside their rarity, and what a word of the title weighs more.

Found on real events: of many settings these found most pairs at nine of ten right.
"""

_OPENING = 60
"""Words at the beginning of a text that tell what it is about."""

NUMBER = 2**32
"""From here on a term is the hash of a number: below, of a name or another word."""

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
        taken = ReadArticle(article, (), (), ())
    told = words(article.readable())
    found, opening = terms(words(article.title or ""), told)
    return {
        "text_hash": row["text_hash"],
        "packed": pack(taken),
        "figures": len(taken.claims),
        "terms": list(found),
        "weights": list(found.values()),
        "opening": opening,
        "signature": _signature(told),
        "failed": failed,
    }


def terms(title: Iterable[str], told: Sequence[str]) -> tuple[dict[int, float], list[int]]:
    """Return the hashes of the names, longer words and numbers of an article with their weights, and those it opens with.

    Both are in order of the hash; `told` are the words of its text as written.
    """
    weights = _words(told) | dict.fromkeys(filter(_is_number, told), _NUMBER)
    for word in {word.lower() for word in title if len(word) > _SHORT and word.isalpha()}:
        weights[word] = weights.get(word, 0.0) + _TITLE
    heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_TERMS]
    found = dict(sorted((_hash(word), weights[word]) for word in heaviest))
    return found, sorted(map(_hash, {word.lower() for word in told[:_OPENING]}.intersection(heaviest)))


def _is_number(word: str) -> bool:
    """Tell whether a word is a number of two digits or more, and no year."""
    return word[0].isdecimal() and len(word) > 1 and not _YEAR.fullmatch(word)


def _hash(word: str) -> int:
    """Return the hash of a word or a number."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) + NUMBER * word[0].isdecimal()


def _words(told: Iterable[str]) -> dict[str, float]:
    """Return the names and longer words of a text with their weights; one told often weighs more, by the logarithm.

    A name is a word with a capital that the text has nowhere without one.
    """
    counts = Counter([word for word in told if word[0].isalpha()])
    small = {word for word in counts if word.islower()}
    weights: dict[str, float] = {}
    for word, count in counts.items():
        if len(word) >= _SHORT + word.islower():
            lower = word.lower()
            kind = _NAME if word[0].isupper() and lower not in small else _WORD
            weights[lower] = max(weights.get(lower, 0.0), kind * (1 + log(count)))
    return weights


def _signature(told: Iterable[str]) -> list[int]:
    """Return the MinHash signature of a text's shingles (Broder 1997); nothing where it has too few words for one."""
    said = [word.lower() for word in told if word[0].isalpha()]
    if len(said) < 2 * _SHINGLE:
        return []
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=7)
    hashed.update([" ".join(said[at : at + _SHINGLE]) for at in range(len(said) - _SHINGLE + 1)])
    signature: list[int] = hashed.digest()
    return signature
