"""A short name of what a figure measures, for a table's first column: the measure and what it is of, never a bare verb or unit.

The words of the tables name it where they can, else the words around the figure, in whole noun phrases and clauses; a name that
only quotes what stands beside the figure says so.
"""

from __future__ import annotations

from collections.abc import Callable

from numcheck.claims import clauses
from numcheck.claims.annotated import DASHES, Annotated
from numcheck.claims.figure import Figure, Told
from numcheck.claims.noun_phrase import Way
from numcheck.claims.words import Measure, Words
from numcheck.language.en import around
from numcheck.language.en.inflection import plural, singular
from numcheck.model.reading import Mention
from numcheck.model.value import value

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
_CHANGES = {"up": "rise", "down": "fall"}
_MORE = {"more": "rise", "higher": "rise", "less": "fall", "fewer": "fall", "lower": "fall"}
_FROM_NEAR, _TO_NEAR = 6, 2
"""Words from a distance to the "from" of a place at most, and from a way travelled."""
_AIM = 12
"""Words from "to" to the time that it takes at most."""
_WHOLE_AIM = 7
"""Words of an aim that is told whole."""
_SIZED = frozenset({"length", "width", "height", "depth", "weight", "area", "power_output"})


@value
class _Figure:
    """A figure with all that a name may be made of; `things` is the counted noun in the plural."""

    mention: Mention
    dimension: str
    direction: str | None
    things: str
    measure: Measure | None
    cue: str
    line: Annotated

    @property
    def words(self) -> Words:
        """The word tables."""
        return self.line.vocabulary

    @property
    def first(self) -> int:
        """The first token, words like "just" in front taken in."""
        return self.line.back_over(self.mention.first, around.BARELY)

    @property
    def last(self) -> int:
        """The token behind it."""
        return self.mention.last

    @property
    def before(self) -> str:
        """The word in front of it."""
        return self.line.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word behind it."""
        return self.line.word(self.last)

    @property
    def kind(self) -> str:
        """What a quantity of its dimension is called."""
        return _KINDS.get(self.dimension, self.dimension)

    @property
    def change(self) -> str:
        """Rise or fall, empty where neither is told."""
        return _CHANGES.get(self.direction or "", "")

    @property
    def name(self) -> str:
        """The measure's name: the text's own word for it where the table has it, else the table's."""
        if self.measure is None:
            return self.kind
        return self.measure.names.get(self.cue.lower()) or self.measure.label.replace("{}", self.kind)

    def thing(self, at: int) -> str:
        """Return the noun phrase that begins at token `at`, no time."""
        found = clauses.thing(at, self.line)
        return "" if found.rpartition(" ")[2].lower() in self.words.span_units else found


def label(figure: Figure, said: Told) -> str:
    """Return what a figure measures in a few words: "people killed", "fall in turnout", "price per litre", "length of dhow"."""
    mention, words, dimension = figure.mention, figure.line.vocabulary, figure.dimension
    measure, cue = said.said
    counted = said.counted.phrase or (measure.who if measure and dimension in ("count", "share") else None)
    if counted is not None and counted.lower() in words.casualty:  # "six dead" are people killed
        counted, cue = "people", ""
    mass = said.counted.way == Way.MASS and mention.interval.low != 1
    things = _things(counted, mass, words) if counted else ""
    told = _Figure(mention, dimension, figure.quantity.direction, things, measure, cue, figure.line)
    name = _NAMES.get(dimension, _size)(told)
    per = figure.quantity.dimension != dimension and mention.unit.partition("/")[2]
    return f"{name} per {per}" if per else name


def _of(name: str, what: str, otherwise: str, tie: str = "of") -> str:
    """Return a name with what it is of, where that is known."""
    return f"{name} {tie} {what}" if what else otherwise


def _things(phrase: str, mass: bool, words: Words) -> str:
    """Return a counted noun in the plural with the modifiers next to it."""
    first, *others = phrase.split(" ")
    # Of a headline, or at the head of a row; among people are nations.
    common = first.istitle() and words.classes.get(first.lower(), "person") != "person"
    *modifiers, head = [first.lower() if common else first, *others]
    kept = modifiers[1 - _MODIFIERS :] if len(phrase) > _LONGEST - len(head) else modifiers
    return " ".join([*kept, _plural(head, mass, words)])


def _plural(head: str, mass: bool, words: Words) -> str:
    if head.lower() in around.LIVES:
        return "people"
    if mass or head.endswith("ese"):
        return head
    many = words.many.get(head.lower())
    if many is not None:
        return many
    abbreviation = head.isupper() and len(head) > 1 and head[-1] != "S"
    return f"{head}s" if abbreviation else plural(head)


def _count(told: _Figure) -> str:
    measure, things = told.measure, told.things
    if not things and (measure is None or measure.label == "{}"):
        return _bare(told)
    named = told.things and told.cue and told.cue.lower() in told.things.lower()  # "deaths" need no "killed"
    if measure is None or named:
        return _of(told.change, things, "", "in") if told.change else things
    return measure.label.replace("{}", things or "number")


def _share(told: _Figure) -> str:
    """Name a share: "fall in turnout", "share of sales", "share of people vaccinated", "margin"."""
    measure = told.measure
    if measure is None:
        return _share_of(told)
    if "{}" in measure.label:
        share = _of("share", told.things, "share")
        named = told.things and told.cue.lower() in told.things.lower()
        return share if named else measure.label.replace("{}", share)
    change = told.change or _MORE.get(told.after)
    if change:
        return told.name if measure.name in around.CHANGING else f"{change} in {told.name}"
    return f"change in {told.name}" if told.before == "by" else _share_measured(told, measure)


def _share_measured(told: _Figure, measure: Measure) -> str:
    """Name a share by its measure: what is measured in sums or counts has shares, the rest is measured in percent."""
    money, counts = ("currency" in measure.dimensions), ("count" in measure.dimensions)
    if told.after == "of" and (money or counts):
        return f"share of {told.thing(told.last + 1) or told.name}"
    if told.dimension == "share" and counts and measure.name != "stocks":
        return f"share of {told.name}"
    return f"{told.name} in percent" if money else told.name


def _share_of(told: _Figure) -> str:
    """Name a share of which no table says what it is: by what grew, what it is of, or whose it is."""
    after, last = told.after, told.last
    if told.change:
        return _of(told.change, clauses.subject(told.first, told.line), f"unnamed {told.change}", "in")
    if told.things:
        return f"share of {told.things}"
    if after in told.words.nouns.skip_of and told.thing(last):
        return f"share of {told.thing(last)}"
    whole = (told.thing(last + 1) or clauses.run(last + 1, told.line)) if after in ("of", "for") else ""
    return f"share {after} {whole}" if whole else _bare(told)


def _money(told: _Figure) -> str:
    """Name a sum: "price per litre", "spending on boats", "value of diamonds", "sum the hull is insured for"."""
    after, last = told.after, told.last
    if told.line.says(last, ("worth", "of")):
        after, last = "of", last + 1
    one = _each(told, after, last)
    if told.measure is not None:
        return f"{told.measure.sum or told.name} per {one}" if one else _priced(told, told.measure, after, told.thing(last + 1))
    if one:
        return f"sum per {one}"
    of = told.thing(last + 1)
    named = {"of": f"value of {of}", "for": f"money for {of}", "in": of}.get(after, "") if of else ""
    if named:
        return named
    sized = told.thing(told.line.skip(last, *DASHES)) if told.before in told.words.nouns.skip_of else ""
    return _of("value", sized, "") or _bare(told)


def _each(told: _Figure, after: str, last: int) -> str:
    """Return the one thing that a sum is told for: "a litre", "for each boat"; no measure of it."""
    if after in around.EACH:
        one = told.thing(last + 1)
    elif after == "for" and told.line.word(last + 1) in ("each", "every"):
        one = told.thing(last + 2)
    else:
        return ""
    return "" if " " in one or one == "time" or one in told.cue.lower() else one


def _priced(told: _Figure, measure: Measure, after: str, of: str) -> str:
    """Return the measure's name with what it is of, which stands behind `after`; of what is worth so much, in front."""
    name, line = measure.sum or told.name, told.line
    if told.before == "of":
        whole = clauses.thing_before(told.first - 1, line)
        if whole.lower().endswith(told.cue.lower()):  # "a net loss of"
            name = whole
    if measure.name == "worth":
        of = of if after in ("of", "in") else clauses.thing_before(_worth(told), line)
        after = "of"
    joined = f"{name} {after} {of}"
    fits = of and after in ("of", "for", "on") and len(joined) <= _LONGEST
    return joined if fits and not _is_said(of, name, told) else name


def _is_said(of: str, name: str, told: _Figure) -> bool:
    """Tell whether a name says already what it is of."""
    return told.cue.lower() in of.lower() or singular(of.lower(), told.words.nouns.plurals) in name


def _worth(told: _Figure) -> int:
    """Return where what is worth so much ends: in front of "worth" or "valued at"; 0 where neither stands."""
    if told.before == "worth":
        return told.first - 1
    return told.first - 2 if told.line.word(told.first - 2) == "valued" else 0


def _size(told: _Figure) -> str:
    """Name a length, a weight, a magnitude ...: "distance from Exampleton", "length of dhow"."""
    if told.measure is None:
        of = told.thing(told.last + 1) if told.after == "of" else _adjective_of(told)
        return _of(told.kind, of, "") or _bare(told)
    if told.measure.name in ("distance", "travelled"):
        return _distance(told)
    return _of(told.name, (_adjective_of(told) or _sized(told)) if told.measure.name in _SIZED else "", told.name)


def _distance(told: _Figure) -> str:
    away = told.measure is not None and told.measure.name == "distance"
    near, ways = (_FROM_NEAR, around.AWAY_FROM) if away else (_TO_NEAR, around.AWAY_FROM - {"to"})
    way = told.line.first_of(range(told.last, told.last + near), ways)
    return _of("distance", "" if way is None else clauses.landmark(way + 1, told.line), told.name, "from")


def _adjective_of(told: _Figure) -> str:
    """Return the noun that a figure is the adjective of: "a 10-metre dhow", "the 60 kg statue"."""
    hyphened = told.after in DASHES
    at = told.line.over(told.last, (*DASHES, *around.LONG)) if hyphened else told.last
    tied = hyphened or "-" in told.mention.text or told.before in ("a", "an", "the")
    return told.thing(at) if tied and told.line.word(at) not in around.LONG else ""


def _sized(told: _Figure) -> str:
    """Return what a size is told of: the noun in front ("a crater two metres wide"), or the subject of "is"."""
    if told.before in around.COPULAS:
        return clauses.subject(told.first, told.line)
    return clauses.thing_before(told.first, told.line) if told.after in around.LONG or told.after == "(" else ""


def _age(told: _Figure) -> str:
    at = told.line.skip(told.last, *DASHES)
    name = clauses.person(at, told.line) or clauses.person_before(told.first, told.line) or told.thing(at)
    return _of(told.name, name, told.name)


def _time(told: _Figure) -> str:
    """Name a time: by its measure, by what it is the time to, since or until, or by the clause that lasts so long."""
    name = told.measure.name if told.measure else ""
    if told.measure is not None and name not in _TIMES:
        return told.name
    return (_TIMES[name](told) if name else _since(told)) or _lasting(told) or _bare(told)


def _since(told: _Figure) -> str:
    line, first, last = told.line, told.first, told.last
    if told.after in around.AFTER:
        return _of("time", clauses.run(last + 1, line), "", "since")
    if told.after in ("ago", "earlier"):
        return _of("time", clauses.event(first, line), "", "since")
    if told.after == "later":
        return _of("time", clauses.event(first, line) or clauses.behind(last + 1, line), "", "until")
    return _of("time", clauses.before(first - 1, line) if told.before in around.AFTER else "", "", "until")


def _until(told: _Figure) -> str:
    line, first = told.line, told.first
    reach = range(first - 2, max(-1, first - _AIM), -1)
    to = next((i for i in reach if line.word(i) == "to" and line.word(i + 1) not in told.words.stops), None)
    if to is not None and line.word(to - 1) not in around.COPULAS:
        last = first - 2 if line.word(first - 2) in ("within", "in") else first - 1
        return f"time to {clauses.span(to + 1, last, line) if last - to < _WHOLE_AIM else clauses.run(to + 1, line)}"
    if told.before != "within":
        return ""
    if told.after == "of":
        return _of("time", clauses.run(told.last + 1, line), "", "after")
    return _of("time", clauses.act(first - 1, line), "", "within which")


def _taken(told: _Figure) -> str:
    aim = clauses.run(told.last + 1, told.line) if told.after in ("to", "for") else ""
    if aim:
        return f"time {'needed ' if told.after == 'for' else ''}{told.after} {aim}"
    opened = told.before in around.AFTER or told.before == "in"
    return (_since(told) or _lasting(told) if opened else "") or "time taken"


def _delayed(told: _Figure) -> str:
    return told.name if told.after == "late" or told.before in ("of", "by") else _lasting(told)


def _lasting(told: _Figure) -> str:
    """Name a time by what lasts so long: "how long staff have worked", "length of strike", "time in a cell"."""
    line, before, last = told.line, told.before, told.last
    if before in around.NEXT_PERIODS or (before == "the" and line.word(told.first - 2) in told.words.stops):
        return "period"
    if told.after == "before":
        return _of("time", clauses.run(last + 1, line), "", "before")
    of = _length_of(told)
    if of:
        return f"length of {of}"
    if before in ("in", "over", "within"):
        return _of("time", clauses.act(told.first - 1, line), "", f"{before} which")
    if before != "for" and told.after in around.SITUATED and clauses.thing(last + 1, line):
        return f"time {clauses.run(last, line)}"
    return f"how long {clause}" if (clause := _what_lasts(told)) else ""


def _length_of(told: _Figure) -> str:
    """Return what has a length of so much time: "a three-day strike", "two weeks of rain"."""
    joined = told.after == "of" or told.after in DASHES or told.after in around.POSSESSIVE
    if not joined and "-" not in told.mention.text:
        return ""
    return told.thing(told.last + 1 if joined else told.last)


def _what_lasts(told: _Figure) -> str:
    """Return the clause that lasts so long: in front of "for" or behind the figure, or in front of a verb."""
    line, first = told.line, told.first
    if told.before != "for":
        return clauses.before(first, line) if first and clauses.is_verb(first - 1, line) else ""
    clause = clauses.act(first - 1, line)
    if not clause and clauses.opens_clause(first - 1, line):
        return clauses.behind(line.skip(told.last, ","), line)
    return clause


_TIMES: dict[str, Callable[[_Figure], str]] = {
    "since": _since,
    "until": _until,
    "response": _taken,
    "duration": _lasting,
    "delay": _delayed,
}
"""Measures of time that name little without the words of the text."""


def _multiple(told: _Figure) -> str:
    return _of("multiple", clauses.run(told.last, told.line), "") or _bare(told)


def _bare(told: _Figure) -> str:
    """Name a figure without a noun or measure by what its clause says of it, else by the words beside it, as a quote."""
    line, first, last = told.line, told.first, told.last
    passive = clauses.passive(last, line) if told.dimension == "count" else ""
    if passive:
        return f"{told.kind} {passive}"
    if told.after == "of" and line.word(last + 1) in around.WHOM_OF:
        return f"{told.kind} of {line.word(last + 1)}"
    head = _heading(told)
    if head:
        return head
    clause = _told_by_clause(told)
    if clause:
        return f"{told.kind} {clause}"
    near = clauses.beside(first, last, line)
    return f"{told.kind} beside “{near}”" if near else f"unnamed {told.kind}"


def _heading(told: _Figure) -> str:
    """Return what a colon, "of" or "is" in front of a figure says that it is."""
    line, first, before = told.line, told.first, told.before
    if before in (":", "|"):
        return clauses.heading(first - 1, line)
    if before == "of":
        return clauses.thing_before(first - 1, line)
    return clauses.subject(first, line) if before in around.COPULAS else ""


def _told_by_clause(told: _Figure) -> str:
    """Return the clause in front of a figure where it goes on to it: by a preposition, an infinitive or a verb."""
    line, first, before = told.line, told.first, told.before
    goes_on = before in told.words.stops or line.word(first - 2) == "to" or clauses.is_verb(first - 1, line)
    return clauses.before(first, line) if goes_on and before not in around.COPULAS else ""


_NAMES: dict[str, Callable[[_Figure], str]] = {
    "count": _count,
    "share": _share,
    "points": _share,
    "currency": _money,
    "age": _age,
    "duration": _time,
    "multiple": _multiple,
}
