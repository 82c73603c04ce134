"""A short name of what a figure measures, for a table's first column: the measure and what it is of, never a bare verb or unit.

The words of the tables name it where they can, else the words around the figure, in whole noun phrases and clauses; a name that
only quotes what stands beside the figure says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numcheck.claims import nearby
from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.noun import Subject, Way
from numcheck.claims.words import Measure, Words
from numcheck.language.en.inflection import plural, singular
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mention

_LONGEST = 40
"""Characters from which a name does without what it is of."""
_MODIFIERS = 3
"""Words of a counted noun in a name at most."""
_KINDS = {
    "count": "number",
    "currency": "sum",
    "duration": "time",
    "points": "share",
    "mass": "weight",
    "volume": "amount",
    "data": "amount",
    "multiple": "multiple",
}
"""How a name calls a quantity of a dimension where no table says what is measured; else by the dimension itself."""
_BARELY = frozenset({"just", "only", "barely", "merely", "another", "even", "still", "already", "about"})
"""Words in front of a figure that belong to it: "in just one day"."""
_THEM = frozenset({"them", "those", "these", "whom", "us"})
_LIVES = frozenset({"person", "life", "soul"})
_CHANGES = {"up": "rise in", "down": "fall in"}
_CHANGING = frozenset({"growth", "cuts", "subsidy"})
"""Measures whose name is a change already."""
_FROM = frozenset({"from", "of", "off", "to"})
_AFTER = frozenset({"after", "since"})
_EACH = frozenset({"a", "an", "per", "each", "every"})
_SITUATED = frozenset({"in", "on", "at", "behind", "under", "without"})
_COPULAS = frozenset({"is", "was", "are", "were"})
_LONG = frozenset({"long", "wide", "high", "tall", "deep", "broad", "across", "thick", "old"})
_PERIODS = frozenset({"last", "past", "previous", "next", "first", "these"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MORE = {"more": "rise in", "higher": "rise in", "less": "fall in", "fewer": "fall in", "lower": "fall in"}
_SIZED = frozenset({"length", "width", "height", "depth", "weight", "area", "power_output"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with all that a name may be made of; `first` and `last` are its tokens."""

    mention: Mention
    dimension: str
    direction: str | None
    things: str
    measure: Measure | None
    cue: str
    frame: Frame
    words: Words

    @property
    def first(self) -> int:
        at = self.mention.first
        while at and self.frame.sentence.lower[at - 1] in _BARELY:
            at -= 1
        return at

    @property
    def last(self) -> int:
        return self.mention.last

    @property
    def kind(self) -> str:
        return _KINDS.get(self.dimension, self.dimension)

    @property
    def name(self) -> str:
        """The measure's name: the text's own word for it where the table has it, else the table's."""
        if self.measure is None:
            return self.kind
        return self.measure.names.get(self.cue.lower()) or self.measure.label.replace("{}", self.kind)

    def lower(self, at: int) -> str:
        """Return the word at token `at` in lower case; empty outside the sentence."""
        lower = self.frame.sentence.lower
        return lower[at] if 0 <= at < len(lower) else ""

    def thing(self, at: int) -> str:
        """Return the noun phrase that begins at token `at`, no time."""
        found = nearby.thing(at, self.frame, self.words)
        return "" if found.rpartition(" ")[2].lower() in self.words.span_units else found


def label(
    mention: Mention, quantity: Quantity, subject: Subject, said: tuple[Measure | None, str], frame: Frame, words: Words
) -> str:
    """Return what a figure measures in a few words: "people killed", "fall in turnout", "price per litre", "length of dhow"."""
    dimension, _, per = quantity.dimension.partition("/")
    measure, cue = said
    counted = subject.phrase or (measure.who if measure and dimension in ("count", "share") else None)
    if counted is not None and counted.lower() in words.casualty:  # "six dead" are people killed
        counted, cue = "people", ""
    things = _things(counted, subject.way == Way.MASS and mention.interval.low != 1, words) if counted else ""
    told = _Figure(mention, dimension, quantity.direction, things, measure, cue, frame, words)
    name = _NAMES.get(dimension, _size)(told)
    return f"{name} per {mention.unit.partition('/')[2]}" if per and "/" in mention.unit else name


def _things(phrase: str, mass: bool, words: Words) -> str:
    """Return a counted noun in the plural with the modifiers next to it."""
    first, *others = phrase.split(" ")
    # Of a headline, or at the head of a row; among people are nations.
    common = first.istitle() and words.classes.get(first.lower(), "person") != "person"
    *modifiers, head = [first.lower() if common else first, *others]
    kept = modifiers[1 - _MODIFIERS :] if len(phrase) > _LONGEST - len(head) else modifiers
    if head.lower() in _LIVES:
        return " ".join([*kept, "people"])
    if mass or head.endswith("ese"):
        return " ".join([*kept, head])
    many = words.many.get(head.lower())
    if many is None:
        many = f"{head}s" if head.isupper() and len(head) > 1 and head[-1] != "S" else plural(head)
    return " ".join([*kept, many])


def _count(told: _Figure) -> str:
    measure, things = told.measure, told.things
    if measure is None or (things and told.cue and told.cue.lower() in things.lower()):  # "deaths" need no "killed"
        if not things:
            return _bare(told)
        return f"{_CHANGES[told.direction]} {things}" if told.direction else things
    if not things and measure.label == "{}":
        return _bare(told)
    return measure.label.replace("{}", things or "number")


def _share(told: _Figure) -> str:
    """Name a share: "fall in turnout", "share of sales", "share of people vaccinated", "margin"."""
    measure, things, name = told.measure, told.things, told.name
    after, before = told.lower(told.last), told.lower(told.first - 1)
    if measure is None:
        return _share_of(told)
    if "{}" in measure.label:
        share = f"share of {things}" if things else "share"
        return share if things and told.cue.lower() in things.lower() else measure.label.replace("{}", share)
    change = _CHANGES.get(told.direction or "") or _MORE.get(after)
    if change is not None:
        return name if measure.name in _CHANGING else f"{change} {name}"
    if before == "by":
        return f"change in {name}"
    if after == "of" and ("currency" in measure.dimensions or "count" in measure.dimensions):
        return f"share of {told.thing(told.last + 1) or name}"
    if told.dimension == "share" and "count" in measure.dimensions and measure.name != "stocks":
        return f"share of {name}"
    return f"{name} in percent" if "currency" in measure.dimensions else name


def _share_of(told: _Figure) -> str:
    """Name a share of which no table says what it is: by what grew, what it is of, or whose it is."""
    after, last = told.lower(told.last), told.last
    if told.direction:
        grown = nearby.subject(told.first, told.frame, told.words)
        return f"{_CHANGES[told.direction]} {grown}" if grown else f"unnamed {_CHANGES[told.direction].split()[0]}"
    if told.things:
        return f"share of {told.things}"
    if after in told.words.skip_of and told.thing(last):
        return f"share of {told.thing(last)}"
    if after in ("of", "for"):
        whole = told.thing(last + 1) or nearby.run(last + 1, told.frame, told.words)
        if whole:
            return f"share {after} {whole}"
    return _bare(told)


def _money(told: _Figure) -> str:
    """Name a sum: "price per litre", "spending on boats", "value of diamonds", "sum the hull is insured for"."""
    after, last = told.lower(told.last), told.last
    if after == "worth" and told.lower(last + 1) == "of":
        after, last = "of", last + 1
    each = last + 1 if after in _EACH else last + 2 if after == "for" and told.lower(last + 1) in ("each", "every") else 0
    one = told.thing(each) if each else ""
    one = "" if " " in one or one == "time" or one in told.cue.lower() else one
    if told.measure is not None:
        return f"{told.measure.sum or told.name} per {one}" if one else _priced(told, told.measure, after, told.thing(last + 1))
    if one:
        return f"sum per {one}"
    of = told.thing(last + 1)
    if of and after in ("of", "for"):
        return f"{'value of' if after == 'of' else 'money for'} {of}"
    if of and after == "in":
        return of
    sized = told.thing(last + (after in DASHES)) if told.lower(told.first - 1) in told.words.skip_of else ""
    return f"value of {sized}" if sized else _bare(told)


def _priced(told: _Figure, measure: Measure, after: str, of: str) -> str:
    """Return the measure's name with what it is of, which stands behind `after`."""
    name, frame, words, first = measure.sum or told.name, told.frame, told.words, told.first
    if told.lower(first - 1) == "of":
        whole = nearby.thing_before(first - 1, frame, words)
        if whole.lower().endswith(told.cue.lower()):  # "a net loss of"
            name = whole
    if measure.name == "worth" and after not in ("of", "in"):
        end = first - 1 if told.lower(first - 1) == "worth" else first - 2 if told.lower(first - 2) == "valued" else 0
        after, of = "of", nearby.thing_before(end, frame, words)
    after = "of" if measure.name == "worth" and after == "in" else after
    joined = f"{name} {after} {of}"
    tells = (
        of
        and after in ("of", "for", "on")
        and told.cue.lower() not in of.lower()
        and singular(of.lower(), words.plurals) not in name
    )
    return joined if tells and len(joined) <= _LONGEST else name


def _size(told: _Figure) -> str:
    """Name a length, a weight, a magnitude ...: "distance from Exampleton", "length of dhow"."""
    if told.measure is None:
        of = told.thing(told.last + 1) if told.lower(told.last) == "of" else _adjective_of(told)
        return f"{told.kind} of {of}" if of else _bare(told)
    if told.measure.name in ("distance", "travelled"):
        return _distance(told)
    of = (_adjective_of(told) or _sized(told)) if told.measure.name in _SIZED else ""
    return f"{told.name} of {of}" if of else told.name


def _distance(told: _Figure) -> str:
    near, ways = (6, _FROM) if told.measure and told.measure.name == "distance" else (2, _FROM - {"to"})
    place = next((i + 1 for i in range(told.last, told.last + near) if told.lower(i) in ways), None)
    far = "" if place is None else nearby.landmark(place, told.frame, told.words)
    return f"distance from {far}" if far else told.name


def _adjective_of(told: _Figure) -> str:
    """Return the noun that a figure is the adjective of: "a 10-metre dhow", "the 60 kg statue"."""
    at = told.last
    hyphened = told.lower(at) in DASHES
    while told.lower(at) in DASHES or (hyphened and told.lower(at) in _LONG):
        at += 1
    tied = hyphened or "-" in told.mention.text or told.lower(told.first - 1) in ("a", "an", "the")
    return told.thing(at) if tied and told.lower(at) not in _LONG else ""


def _sized(told: _Figure) -> str:
    """Return what a size is told of: the noun in front ("a crater two metres wide"), or the subject of "is"."""
    first, words = told.first, told.words
    if told.lower(first - 1) in _COPULAS:
        return nearby.subject(first, told.frame, words)
    return nearby.thing_before(first, told.frame, words) if told.lower(told.last) in (*_LONG, "(") else ""


def _age(told: _Figure) -> str:
    frame, words = told.frame, told.words
    at = told.last + (told.lower(told.last) in DASHES)
    name = nearby.person(at, frame, words) or (nearby.person_before(told.first, frame, words) if told.first else "")
    name = name or told.thing(at)
    return f"{told.name} of {name}" if name else told.name


def _time(told: _Figure) -> str:
    """Name a time: by its measure, by what it is the time to, since or until, or by the clause that lasts so long."""
    name = told.measure.name if told.measure else ""
    if told.measure is not None and name not in _TIMES:
        return told.name
    return (_TIMES[name](told) if name else _since(told)) or _lasting(told) or _bare(told)


def _since(told: _Figure) -> str:
    frame, words, first, last = told.frame, told.words, told.first, told.last
    after, before = told.lower(last), told.lower(first - 1)
    if after in _AFTER:
        event = nearby.run(last + 1, frame, words)
        return f"time since {event}" if event else ""
    if after in ("ago", "earlier"):
        event = nearby.event(first, frame, words)
        return f"time since {event}" if event else ""
    if after == "later":
        event = nearby.event(first, frame, words) or nearby.behind(last + 1, frame, words)
        return f"time until {event}" if event else ""
    event = nearby.before(first - 1, frame, words) if before in _AFTER else ""
    return f"time until {event}" if event else ""


def _until(told: _Figure) -> str:
    frame, words, first = told.frame, told.words, told.first
    reach = range(first - 2, max(-1, first - 12), -1)
    to = next((i for i in reach if told.lower(i) == "to" and told.lower(i + 1) not in words.stops), None)
    if to is not None and told.lower(to - 1) not in _COPULAS:
        last = first - 2 if told.lower(first - 2) in ("within", "in") else first - 1
        return f"time to {nearby.span(to + 1, last, frame, words) if last - to < 7 else nearby.run(to + 1, frame, words)}"
    if told.lower(first - 1) != "within":
        return ""
    if told.lower(told.last) == "of":
        event = nearby.run(told.last + 1, frame, words)
        return f"time after {event}" if event else ""
    event = nearby.act(first - 1, frame, words)
    return f"time within which {event}" if event else ""


def _taken(told: _Figure) -> str:
    after = told.lower(told.last)
    aim = nearby.run(told.last + 1, told.frame, told.words) if after in ("to", "for") else ""
    if aim:
        return f"time {'needed ' if after == 'for' else ''}{after} {aim}"
    opened = told.lower(told.first - 1) in _AFTER | {"in"}
    return (opened and (_since(told) or _lasting(told))) or "time taken"


def _delayed(told: _Figure) -> str:
    return told.name if told.lower(told.last) == "late" or told.lower(told.first - 1) in ("of", "by") else _lasting(told)


def _lasting(told: _Figure) -> str:
    """Name a time by what lasts so long: "how long staff have worked", "length of strike", "time in a cell"."""
    frame, words, first, last = told.frame, told.words, told.first, told.last
    before, after = told.lower(first - 1), told.lower(last)
    if before in _PERIODS or (before == "the" and told.lower(first - 2) in words.stops):
        return "period"
    if after == "before":
        event = nearby.run(last + 1, frame, words)
        return f"time before {event}" if event else ""
    joined = after == "of" or after in DASHES or after in _POSSESSIVE
    of = told.thing(last + joined) if joined or "-" in told.mention.text else ""
    if of:
        return f"length of {of}"
    if before == "for":
        clause = nearby.act(first - 1, frame, words)
        if not clause and nearby.opens_clause(first - 1, frame):
            clause = nearby.behind(last + (after == ","), frame, words)
        return f"how long {clause}" if clause else ""
    if before in ("in", "over", "within"):
        clause = nearby.act(first - 1, frame, words)
        return f"time {before} which {clause}" if clause else ""
    if after in _SITUATED and nearby.thing(last + 1, frame, words):
        return f"time {nearby.run(last, frame, words)}"
    clause = nearby.before(first, frame, words) if first and nearby.is_verb(first - 1, frame, words) else ""
    return f"how long {clause}" if clause else ""


_TIMES: dict[str, Callable[[_Figure], str]] = {
    "since": _since,
    "until": _until,
    "response": _taken,
    "duration": _lasting,
    "delay": _delayed,
}
"""Measures of time that name little without the words of the text."""


def _multiple(told: _Figure) -> str:
    other = nearby.run(told.last, told.frame, told.words)
    return f"multiple of {other}" if other else _bare(told)


def _bare(told: _Figure) -> str:
    """Name a figure without a noun or measure by what its clause says of it, else by the words beside it, as a quote."""
    frame, words, first = told.frame, told.words, told.first
    before = told.lower(first - 1)
    passive = nearby.passive(told.last, frame, words) if told.dimension == "count" else ""
    if passive:
        return f"{told.kind} {passive}"
    if told.lower(told.last) == "of" and told.lower(told.last + 1) in _THEM:
        return f"{told.kind} of {told.lower(told.last + 1)}"
    if before in (":", "|"):
        head = nearby.heading(first - 1, frame, words)
    elif before == "of":
        head = nearby.thing_before(first - 1, frame, words)
    else:
        head = nearby.subject(first, frame, words) if before in _COPULAS else ""
    if head:
        return head
    clause = nearby.before(first, frame, words) if before not in _COPULAS else ""
    if clause and (before in words.stops or told.lower(first - 2) == "to" or nearby.is_verb(first - 1, frame, words)):
        return f"{told.kind} {clause}"
    near = nearby.beside(first, told.last, frame, words)
    return f"{told.kind} beside “{near}”" if near else f"unnamed {told.kind}"


_NAMES: dict[str, Callable[[_Figure], str]] = {
    "count": _count,
    "share": _share,
    "points": _share,
    "currency": _money,
    "age": _age,
    "duration": _time,
    "multiple": _multiple,
}
