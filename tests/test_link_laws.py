"""Laws of aligning: order does not matter, strangers do not matter, twice is once, and the work is bounded."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st
from tellings import told

from numcheck.language import english
from numcheck.language.tokens import placed, words
from numcheck.link import compare, link
from numcheck.link.candidate import candidates, vocabulary
from numcheck.link.score import alone, table
from numcheck.model.claim import Claim
from numcheck.model.story import Story

NOUNS = ("people", "soldiers", "houses", "boats", "firefighters", "refugees")
SAID = ("were killed", "were injured", "were evacuated", "were destroyed", "arrived", "were arrested", "marched")
PLACES = ("Alphaton", "Betaburg", "Gammaport")
NUMBERS = ("two", "three", "12", "at least 24", "about 60", "more than 180", "1,280", "thousands of", "no")

SENTENCES = st.builds(
    lambda number, noun, said, place: f"{number} {noun} {said} in {place}.".capitalize(),
    st.sampled_from(NUMBERS),
    st.sampled_from(NOUNS),
    st.sampled_from(SAID),
    st.sampled_from(PLACES),
)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=4)
STRANGER = "Zebu quotas: forty-one zebu herds grazed quietly beside Xylia. Nine yurts stood empty."


def parts(story: Story, made: Sequence[Claim]) -> set[frozenset[tuple[str, int]]]:
    """Return the topics as sets of places, which do not depend on ids."""
    place = {c.id: (c.document, c.start) for c in made}
    return {frozenset(place[i] for i in topic.claims) for topic in story.topics}


@given(TEXTS, st.randoms(use_true_random=False))
def test_order_of_articles_does_not_matter(texts: list[str], rng: random.Random) -> None:
    """The topics are the same whatever the order of the articles."""
    named = {f"{i}.txt": text for i, text in enumerate(texts)}
    shuffled = list(named.items())
    rng.shuffle(shuffled)
    one, two = told(named), told(dict(shuffled))
    assert parts(link(*one, english()), one[0]) == parts(link(*two, english()), two[0])


@given(TEXTS)
def test_names_of_articles_do_not_matter(texts: list[str]) -> None:
    """The topics, and the probability of each pair, are the same whatever the articles are called."""
    made, articles = told({f"{i}.txt": text for i, text in enumerate(texts)})
    assume(len(set(texts)) == len(texts))
    other = {path: f"{len(texts) - i}-{path}" for i, path in enumerate(articles)}
    renamed = [replace(c, document=other[c.document]) for c in made]
    one = link(made, articles, english())
    two = link(renamed, {other[path]: replace(a, path=other[path]) for path, a in articles.items()}, english())
    assert {frozenset(t.claims) for t in one.topics} == {frozenset(t.claims) for t in two.topics}
    assert all(one.probability(x.id, y.id) == two.probability(x.id, y.id) for x in made for y in made)


@given(TEXTS)
def test_a_stranger_does_not_matter(texts: list[str]) -> None:
    """An article that shares no word with the others does not change their topics."""
    named = {f"{i}.txt": text for i, text in enumerate(texts)}
    one, two = told(named), told({**named, "z.txt": STRANGER})
    with_stranger = {part for part in parts(link(*two, english()), two[0]) if "z.txt" not in {document for document, _ in part}}
    assert with_stranger == parts(link(*one, english()), one[0])


@given(TEXTS)
def test_topics_part_the_claims(texts: list[str]) -> None:
    """A claim is on one topic at most, a topic has two claims or more, and no two of one sentence."""
    made, articles = told({f"{i}.txt": text for i, text in enumerate(texts)})
    found = link(made, articles, english())
    seen = [i for topic in found.topics for i in topic.claims]
    assert len(seen) == len(set(seen))
    by_id = {c.id: c for c in made}
    for topic in found.topics:
        assert len(topic.claims) > 1
        own = [(by_id[i].document, by_id[i].sentence_start) for i in topic.claims if by_id[i].converts is None]
        assert len(own) == len(set(own))
        assert 0 <= topic.confidence <= 1


@given(TEXTS)
def test_contrary_measures_are_never_one(texts: list[str]) -> None:
    """Killed, injured and evacuated people never share a topic of two."""
    made, articles = told({f"{i}.txt": text for i, text in enumerate(texts)})
    by_id = {c.id: c for c in made}
    for topic in link(made, articles, english()).topics:
        said = {by_id[i].measure for i in topic.claims}
        assert not {"killed", "injured"} <= said


@given(TEXTS)
def test_comparing_is_symmetric(texts: list[str]) -> None:
    """A pair has the same points from either side."""
    made, articles = told({f"{i}.txt": text for i, text in enumerate(texts)})
    look = vocabulary(english())
    every = candidates(made, articles, look)
    for a in every:
        for b in every:
            if a.dimension == b.dimension:
                assert alone(a, b, look, table()) == alone(b, a, look, table())
    desk = compare(made, articles, english())
    for x in made:
        for y in made:
            assert desk.probability(x.id, y.id) == desk.probability(y.id, x.id)


def test_the_same_input_gives_the_same_story() -> None:
    """Aligning twice gives equal stories, evidence and all."""
    made, articles = told({"a": "The blast killed 24 people. It hurt 90.", "b": "At least 30 people were killed in the blast."})
    assert link(made, articles, english()) == link(made, articles, english())


def test_nothing_to_align() -> None:
    """No claims make an empty story."""
    assert link([], {}, english()) == Story()


def test_thousands_of_claims_take_seconds() -> None:
    """A story of thousands of claims is aligned in bounded time."""
    rng = random.Random(7)
    lines = [
        " ".join(f"{rng.randint(2, 400)} {rng.choice(NOUNS)} {rng.choice(SAID)} in {rng.choice(PLACES)}." for _ in range(25))
        for _ in range(8)
    ]
    made, articles = told({f"{i}.txt": line for i, line in enumerate(lines)})
    many, files = [], {}
    for copy in range(20):
        for path, article in articles.items():
            files[f"{copy}-{path}"] = replace(article, path=f"{copy}-{path}")
        many += [
            replace(c, id=f"{copy}-{c.id}", document=f"{copy}-{c.document}", position=(c.position + copy / 100) % 1)
            for c in made
        ]
    assert len(many) > 2000
    start = time.process_time()
    link(many, files, english())
    assert time.process_time() - start < 30


@given(st.text(alphabet="ab'’_ A9-é", max_size=20), st.integers(0, 22), st.integers(0, 22))
def test_cut_words(text: str, start: int, length: int) -> None:
    """The words cut from a text that was split as a whole are those of the part, but for what the cut goes through."""
    cut = placed(text)
    whole = [at for at, end in zip(cut.starts, cut.ends, strict=True) if start <= at and end <= start + length]
    assert cut.between(start, start + length) == tuple(words(text[at:])[0] for at in whole)
