"""Who does what a verb says: whether the counted things act, or something is done to them."""

from __future__ import annotations

from numcheck.claims.annotated import Annotated, Hit
from numcheck.language.en import around
from numcheck.model.reading import Mention

_BACK = 4
"""Words from "by" to the figure at most."""
_NOT_ENDINGS = ("n't", "n’t")


def acts(hit: Hit, mention: Mention, line: Annotated) -> bool | None:
    """Tell whether what a figure counts does what the verb says; None where nothing tells."""
    if hit.last <= mention.first:
        return agent(mention, line)
    if hit.first < mention.last:
        return None
    between = range(hit.first - 1, mention.last - 1, -1)
    adverbs = line.vocabulary.nouns.ends.adverbs
    before = next((word for word in map(line.word, between) if word not in adverbs and not word.endswith("ly")), "")
    doing = line.word(hit.first).endswith("ing")
    if before in around.BE:
        return doing
    return True if doing or before in line.vocabulary.nouns.ends.auxiliaries or takes_object(hit.last, line) else None


def agent(mention: Mention, line: Annotated) -> bool:
    """Tell whether a figure is who does what a passive verb says ("carried off by a gang of five")."""
    for at in range(mention.first - 1, mention.first - 1 - _BACK, -1):
        if line.word(at) == "by":
            return True
        if line.word(at) not in around.BY:
            return False
    return False


def takes_object(at: int, line: Annotated) -> bool:
    """Tell whether the object of a verb begins at token `at`: a figure, an article with no time behind it, "them"."""
    words = line.vocabulary
    if at in line.figures or line.word(at) in around.SOMEBODY:
        return True
    following = line.word(at + 1)
    return (
        line.word(at) in around.DETERMINERS and following not in words.scope.window_words and following not in words.span_units
    )


def denied(hit: Hit, mention: Mention, line: Annotated) -> bool:
    """Tell whether a verb behind the figure is said not to hold of it ("three failed to explode", "two did not open")."""
    if hit.cue.noun:
        return False
    helping = line.vocabulary.helping
    before = next((word for at in range(hit.first - 1, mention.last - 1, -1) if (word := line.word(at)) not in helping), "")
    return before in around.NOT or before.endswith(_NOT_ENDINGS)
