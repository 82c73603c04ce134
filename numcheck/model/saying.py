"""What the words beside a figure say of it, read once from its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["fact", "doubted"]
Earlier = Literal["said", "state"]


@dataclass(frozen=True, slots=True)
class Saying:
    """What the words beside a figure say of it.

    `certainty` is fact where no word of its sentence is one of doubt, plan or forecast, doubted where such a word is about
    the figure, None where nobody can tell. `earlier` is said where the figure is told as one that was said before ("first
    put at nine"), state where as the state before a change ("up from 11"). `base` is what a change is measured against, a
    year or a time before by its name.

    `word_before` is the word in front of the figure in small letters; `degree` tells that an adjective behind makes it one
    of degree ("12 percent more"), `names_a_change` that a word in front names a change ("growth of 2%"), `course` that two
    ends are where something began and came to ("fell from 31 to 23"), `behind_from` that "from" stands right in front.

    `greatest` tells that it is the most there was or can be ("gusts of 140 km/h"), `of_a_group` that it is bounded to a
    group ("138 in the placebo group"), `includes_one` that it takes in one more ("five died, including the gunman"),
    `tells_one_apart` that its sentence tells of one himself, `added` that it comes on top of the figure before ("another
    12"), `a_whole` that it is what others are a part of ("12 of its 24 boats"), `scored` that a verb of scoring stands in
    front.
    """

    certainty: Certainty | None = None
    earlier: Earlier | None = None
    base: str | None = None
    word_before: str = ""
    degree: bool = False
    names_a_change: bool = False
    course: bool = False
    behind_from: bool = False
    greatest: bool = False
    of_a_group: bool = False
    includes_one: bool = False
    tells_one_apart: bool = False
    added: bool = False
    a_whole: bool = False
    scored: bool = False
