"""What speaks for and against two figures being one quantity: each file of this folder is one family of evidence.

A member has `NAME`; `LEVELS`, what each of its levels may say (for, against, or either, which the fit finds out) and an
example of it; and `spoken(a, b, look)`, which yields the levels that two claims reach, each with an amount: 1 for what is or
is not, else a measure. All are pure and take two claims in either order. `competition` alone looks at the other figures too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.features import (
    articles,
    competition,
    hedge,
    kind,
    measure,
    names,
    noun,
    place,
    scope,
    speaker,
    times,
    value,
    words,
)

Sign = Literal["for", "against", "either"]
Spoken = Iterable[tuple[str, float]]

SLOTS: Mapping[str, Callable[[Candidate, Candidate, Vocabulary], Spoken]] = {
    member.NAME: member.spoken for member in (value, kind, noun, measure, hedge, scope, times, speaker, place)
}
"""What is read off two claims at once."""
WORDS: Mapping[str, Callable[[Candidate, Candidate, Vocabulary], Spoken]] = {
    member.NAME: member.spoken for member in (words, names, articles)
}
"""What compares the words around two claims: asked only where the slots leave room for it."""
LEVELS: Mapping[str, Mapping[str, tuple[Sign, str]]] = {
    member.NAME: member.LEVELS
    for member in (value, kind, noun, measure, hedge, scope, times, speaker, place, words, names, articles, competition)
}
"""Every level of every family: its sign, and an example of it."""
