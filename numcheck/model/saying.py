"""What the words beside a figure say of it, read once from its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Certainty = Literal["fact", "doubted"]
Earlier = Literal["said", "state"]
Limit = Literal["barred", "drawn"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a figure's sentence as written, without signs: all, those in front and behind, those of its own clause."""

    sentence: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()


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

    `greatest` tells that it is the most there was or can be ("gusts of 140 km/h"), `limit` that a rule bars it
    ("gatherings of more than 50 are banned") or draws its line there ("must win over 50 percent"), `of_a_group` that it is
    bounded to a group ("138 in the placebo group"),
    `includes_one` that it takes in one more ("five died, including the gunman"), `tells_one_apart` that its sentence tells
    of one himself, `added` that it comes on top of the figure before ("another 12"), `a_whole` that it is what others are a
    part of ("12 of its 24 boats"), `scored` that a verb of scoring stands in front, `remainder` that it counts others than
    one before ("12 others"), `own_count` that the speaker counts his own alone ("we have received 50"), `difference` that
    it is how far two others are apart ("outnumbered births by 900"), `names_its_whole` that a part names what it is a part
    of ("two of the four exits"), `has_its_noun` that the counted noun stands in the sentence.

    `occasion` is the time of another event that it is told of ("in 2009, when 200 died"), `occasion_before` that only the
    sentence before says so. `names` are the beginnings of names beside an age, `landmark` that of the place a length is
    measured from, `width` how wide its scope is: world, nation, abroad ...
    `points_back` tells that a count is one that was told before ("the 12 boats"), `with_noun` has the words of the figure with
    the counted noun behind it ("14 tankers").
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
    limit: Limit | None = None
    of_a_group: bool = False
    includes_one: bool = False
    tells_one_apart: bool = False
    added: bool = False
    a_whole: bool = False
    scored: bool = False
    remainder: bool = False
    own_count: bool = False
    difference: bool = False
    names_its_whole: bool = False
    has_its_noun: bool = False
    occasion: str | None = None
    occasion_before: bool = False
    names: frozenset[str] = frozenset()
    landmark: str | None = None
    width: str | None = None
    points_back: bool = False
    with_noun: str = ""


class Beside:
    """The words of a figure's sentence and what they say of it, read when they are first asked for.

    `read` is what reads them; without it nothing stands beside the figure.
    """

    __slots__ = ("_told", "read")

    def __init__(self, read: Callable[[], tuple[Wording, Saying]] | None = None) -> None:
        """Let `read` read them."""
        self.read = read
        self._told: tuple[Wording, Saying] | None = None

    def __getstate__(self) -> tuple[Wording, Saying]:
        """Keep what is told, and not what reads it: a claim that is put away is a noun alone."""
        return self.told

    def __setstate__(self, told: tuple[Wording, Saying]) -> None:
        """Tell what was kept."""
        self.read, self._told = None, told

    @property
    def told(self) -> tuple[Wording, Saying]:
        """The words, and what they say."""
        if self._told is None:
            self._told = (Wording(), Saying()) if self.read is None else self.read()
            self.read = None
        return self._told
