"""A claim: a quantity with what it says, of what, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from numcheck.model import plain
from numcheck.model.article import Part, Role
from numcheck.model.plain import Value
from numcheck.model.quantity import Quantity
from numcheck.model.saying import Beside, Saying, Wording


def last_word(phrase: str | None) -> str:
    """Return the last word of a noun phrase in lower case; empty where there is none."""
    return phrase.rpartition(" ")[2].lower() if phrase else ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What bounds a claim, each slot in a form that two outlets' claims can be compared by.

    `subset_of` is the singular noun of the whole the figure is a part of ("people" of the dead, "total" where none is
    named). `place` is a name as written, or worldwide, nationwide, home or abroad. `window` is the time counted over:
    "past 7 days", a calendar span in ISO form ("2021", "2021-Q1", "2021-05", "2021-W19", "2021-05-14"), "since 2021-03",
    "in all" (so far, the toll), or "new" (new ones only); in words as written where it could not be resolved. `base` is what
    a change is measured against ("a year earlier", "a quarter earlier", "a month earlier", "a week earlier", "another
    figure") or what a rate is per ("per month", "per 100,000 people").
    """

    subset_of: str | None = None
    place: str | None = None
    window: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of one article and what it says.

    `text` is the number with its hedge and unit words; `start` and `end` are its characters in the article. `counted` is
    the singular noun phrase of a count, its last word the head; `measure` what is said of it (killed, injured,
    unemployed, spent ...); `what` a short label for people. `speaker` is who is said to tell the figure, without article and
    as written, but for the capital of a sentence's first word where it is a common noun. `modality` is possible, expected,
    planned, feared, demanded, offered, or None for a plain statement. `as_of` is the time the figure is said to hold for, in
    ISO form as exact as the words (a day, week, month, quarter or year); None where nothing is said, so that the article's own
    day counts. `converts` is the id of the claim a bracketed conversion repeats. `superseded_by` is the id of
    the claim of the same article that gives the value which holds now ("17" of "put at 23, correcting an earlier count of
    17"), None for a value that stands. `position` is how far into the article it stands, from 0 to 1. `hedges` are the words of
    its hedges ("as little as", "nearly"), `beside` reads what stands beside it when it is first asked for.
    """

    id: str
    document: str
    outlet: str
    role: Role
    start: int
    end: int
    text: str
    quantity: Quantity
    counted: str | None = None
    measure: str | None = None
    what: str = ""
    scope: Scope = field(default_factory=Scope)
    speaker: str | None = None
    modality: str | None = None
    as_of: str | None = None
    section: Part = "body"
    sentence: str = ""
    sentence_start: int = 0
    converts: str | None = None
    superseded_by: str | None = None
    position: float = 0.0
    trail: tuple[str, ...] = ()
    hedges: frozenset[str] = frozenset()
    beside: Beside = field(default_factory=Beside, repr=False, compare=False)

    @property
    def saying(self) -> Saying:
        """What the words beside the figure say of it."""
        return self.beside.told[1]

    @property
    def wording(self) -> Wording:
        """The words of its sentence, for what compares them."""
        return self.beside.told[0]

    @property
    def sentence_end(self) -> int:
        """The character of the article behind its sentence."""
        return self.sentence_start + len(self.sentence)

    @property
    def head(self) -> str:
        """The head of the counted noun in lower case; empty where nothing is counted."""
        return last_word(self.counted)

    def to_dict(self) -> dict[str, Value]:
        """Return the claim in plain values, as the JSON report has it."""
        return plain.of_claim(self)
