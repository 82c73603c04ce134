"""A short name of what a figure measures, for a table's first column: the measure and what it is of, never a bare verb or unit.

A measure names it only where its words are tied to the figure or its noun. What no table names surely is quoted: the article's
own words around the figure, with a gap where it stands ("time in “would take … to rebuild”").
"""

from __future__ import annotations

from collections.abc import Callable

from numcheck.claims import clauses, level_noun
from numcheck.claims.annotated import DASHES, Annotated
from numcheck.claims.figure import Figure, Told
from numcheck.claims.noun_phrase import Counted, Way
from numcheck.claims.sure_measure import is_sure
from numcheck.claims.vocabulary import Measure, Vocabulary
from numcheck.language.en import around
from numcheck.language.en.change import FALLING, FALLS, RISES, RISING
from numcheck.language.en.inflection import plural, singular, stem
from numcheck.model.frozen import frozen
from numcheck.model.reading import Mention

_LONGEST = 40
"""Characters from which a name does without what it is of."""
_MODIFIERS = 3
"""Words of a counted noun in a name at most."""
_OWNER = 4
"""Words of an owner with its article at most."""
_JOINED = 5
"""Words of a noun whose adjectives "and" joins at most."""
_SHORT, _TITLED = 3, 0.7
"""Letters of words that a headline leaves small, and the part of the others that it writes with a capital."""
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
_MORE |= dict.fromkeys(RISES, "rise") | dict.fromkeys(FALLS, "fall")
_FROM_NEAR, _TO_NEAR = 6, 2
"""Words from a distance to the "from" of a place at most, and from a way travelled."""
_SIZED = frozenset({"length", "width", "height", "depth", "weight", "area", "power_output"})
_HARM = frozenset({"killed", "injured", "casualties", "missing", "displaced", "infected"})
"""Measures that are called by the table's word for them, whatever the text's is."""
_TIMES = frozenset({"since", "until", "response", "duration"})
"""Measures of time that name little without the words of the text."""


@frozen
class _Figure:
    """A figure with all that a name may be made of; `things` is the counted noun in the plural, `measure` a sure one.

    `likely` is a measure of it that may be less sure.
    """

    mention: Mention
    dimension: str
    direction: str | None
    things: str
    measure: Measure | None
    cue: str
    line: Annotated
    likely: Measure | None

    @property
    def words(self) -> Vocabulary:
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
    def names_itself(self) -> bool:
        """Whether the counted noun is a word of the measure: "deaths"."""
        noun = self.things.rpartition(" ")[2].lower()
        return bool(noun and self.cue) and (self.cue.lower() in self.things.lower() or stem(noun) == stem(self.cue.lower()))

    @property
    def says_all(self) -> bool:
        """Whether its noun needs no word of the measure: "deaths", and "cases" that are infected."""
        return self.names_itself or self.are_no_people

    @property
    def is_half_told(self) -> bool:
        """Whether it is a change of what nobody names, or a verb stands behind it: "64 percent considered"."""
        acts = self.after.endswith("ed") and clauses.is_verb(self.last, self.line)
        return bool(self.change) or self.before == "by" or acts

    @property
    def are_no_people(self) -> bool:
        """Whether something else is counted than the people of whom the measure is said: "cases" that are infected."""
        noun = singular(self.things.rpartition(" ")[2].lower(), self.words.nouns.plurals)
        said_of_people = self.measure is not None and self.measure.who == "people"
        return said_of_people and self.words.classes.get(noun, "person") not in ("person", "group")

    @property
    def name(self) -> str:
        """The measure's name: the text's own word for it where the table has it, else the table's."""
        if self.measure is None:
            return self.kind
        return self.measure.names.get(self.cue.lower()) or self.measure.label.replace("{}", self.kind)

    @property
    def sum(self) -> str:
        """The measure's name in money: the text's own word first."""
        own = None if self.measure is None else self.measure.names.get(self.cue.lower()) or self.measure.sum
        return own or self.name

    def thing(self, at: int) -> str:
        """Return the noun phrase that begins at token `at`, no time, day or month."""
        found = clauses.thing(at, self.line)
        front, _, last = found.rpartition(" ")
        if last.istitle() and front.islower() and front.endswith("s"):  # "the worst riots Greece has seen"
            found, last = front, front.rpartition(" ")[2]
        last = last.lower()
        times = (self.words.span_units, self.words.calendar.months, self.words.weekdays)
        return "" if any(last in words for words in times) else found

    def quoted(self) -> str:
        """Return the words around it as a quote; where it stands alone, that nothing names it."""
        near = clauses.around(self.mention.first, self.last, self.line)
        kind = self.change if self.change and self.dimension not in ("duration", "age") else self.kind
        return f"{kind} in “{near}”" if near else self._unquoted(kind)

    def _unquoted(self, kind: str) -> str:
        """Name a figure that no words stand beside: by a measure of it, else as a period, or that nothing names it."""
        likely = self.likely
        if likely is not None and "{}" not in likely.label and likely.name not in _TIMES:
            return likely.label
        return "period" if self.dimension == "duration" else f"unnamed {kind}"


def label(figure: Figure, said: Told) -> str:
    """Return what a figure measures in a few words: "people killed", "fall in turnout", "price per litre", "length of dhow"."""
    told = _told(figure, said)
    name = _NAMES.get(told.dimension, _size)(told)
    per = figure.quantity.dimension != told.dimension and told.mention.unit.partition("/")[2]
    return f"{name} per {per}" if per else name


def _told(figure: Figure, said: Told) -> _Figure:
    """Return a figure with its noun in the plural and its measure, if that is sure."""
    mention, counted = figure.mention, said.counted
    measure, cue = said.said if is_sure(figure, said) else (None, "")
    inside = mention.noun is not None  # "one post in five"
    named = counted.phrase is not None and (figure.dimension == "count" or counted.last > mention.last or inside)
    phrase, inherited = counted.phrase or "", counted.way == Way.INHERITED
    owner = figure.dimension == "share" and figure.line.word(counted.last) in around.POSSESSIVE  # half of the country's output
    named = named and not owner
    things = _things(phrase.removeprefix("new ") if inherited else phrase, counted, mention, figure.line) if named else ""
    harmed = named and (cue if inherited else phrase).lower() in figure.line.vocabulary.casualty
    if harmed or (measure is not None and measure.who == "people" and not named):  # "six dead" are people killed
        measure, things, cue = said.said[0], "people", ""
    return _Figure(mention, figure.dimension, figure.quantity.direction, things, measure, cue, figure.line, said.said[0])


def _of(name: str, what: str, otherwise: str, tie: str = "of") -> str:
    """Return a name with what it is of, where that is known and another word."""
    return f"{name} {tie} {what}" if what and what.partition(" ")[0] != name else otherwise


def _things(phrase: str, counted: Counted, mention: Mention, line: Annotated) -> str:
    """Return a counted noun in the plural with the modifiers next to it; empty where it is no sure noun."""
    at = mention.last
    if (line.glued(at) and line.word(at)[:1].isalpha()) or "'" in phrase or "’" in phrase:  # "20170Fort", "one we'd like"
        return ""
    written = _as_written(at, counted, line)
    if written:
        return written
    words = phrase.split(" ")
    if counted.way == Way.OF_ONE and len(words) > 1 and clauses.is_verb(counted.last - 1, line):  # "one institution reflects"
        words = words[:-1]
    *modifiers, head = _in_small_letters(words, counted, line)
    if words[0] in line.vocabulary.stops or not _is_noun(head, counted, line, alone=not modifiers):
        return ""
    kept = modifiers[1 - _MODIFIERS :] if len(phrase) > _LONGEST - len(head) else modifiers
    return " ".join([*kept, _plural(head, counted.way == Way.MASS and mention.interval.low != 1, line.vocabulary)])


def _as_written(at: int, counted: Counted, line: Annotated) -> str:
    """Return a noun behind token `at` in the text's words, where an owner or a hanging hyphen is in it; else nothing."""
    owner = line.first_of(range(at, counted.last), around.POSSESSIVE)
    if owner is not None:  # "the two parties' agendas", "all 40 of the state's towns"
        return clauses.span(owner + 1, counted.last, line) if line.word(at) == "of" else clauses.span(at, owner, line)
    inside = range(counted.first, counted.last)
    hanging = any(line.word(i) in DASHES and not line.glued(i + 1) for i in inside)
    joined = len(inside) <= _JOINED and any(line.word(i) in around.JOINING for i in inside)
    # "low- and middle-income countries", "current and former members"
    return clauses.span(counted.first, counted.last, line) if hanging or joined else ""


def _is_noun(head: str, counted: Counted, line: Annotated, *, alone: bool) -> bool:
    """Tell whether a word is a noun for all that is known: of a class, or not just what stands there; written as one word."""
    cut = alone and line.word(counted.last) in line.vocabulary.verbs  # "the prior work"
    guessed = counted.way == Way.MASS or (cut and counted.way == Way.WHOLE)
    whole = head[1:].islower() or head.isupper() or len(head) == 1 or not head.isalpha()
    return whole and (not guessed or head.lower() in line.vocabulary.classes)


def _in_small_letters(words: list[str], counted: Counted, line: Annotated) -> list[str]:
    """Return words without the capitals that a headline or the head of a row gives common ones; among people are nations."""
    long = [word for word in line.words if len(word) > _SHORT and word[0].isalpha()]
    loud = len(long) > 1 and all(map(str.isupper, long))
    if not loud and counted.way != Way.LABEL and sum(word[0].isupper() for word in long) < max(2, _TITLED * len(long)):
        return words
    return [word.lower() if loud or (word.istitle() and not _is_person(word, line)) else word for word in words]


def _is_person(word: str, line: Annotated) -> bool:
    return line.vocabulary.classes.get(word.lower()) == "person"


def _plural(head: str, mass: bool, words: Vocabulary) -> str:
    if head.lower() in around.LIVES:
        return "people"
    if mass or head.endswith("ese"):
        return head
    many = words.many.get(head.lower())
    if many is not None:
        return many
    name = head.istitle() and head.endswith("y")
    abbreviation = head.isupper() and len(head) > 1 and head[-1] != "S"
    return f"{head}s" if name or abbreviation else plural(head)


def _count(told: _Figure) -> str:
    """Name a count: its noun, with what is said of it where the text's own word says it, or people come to harm."""
    measure, things = told.measure, told.things
    if not things or told.mention.text.lower() in ("once", "twice"):
        return told.quoted()
    if measure is None or not measure.label.startswith("{} ") or told.says_all:
        return _of(told.change, things, "", "in") if told.change else things
    cue = told.cue.lower()
    if not cue or " " in cue or measure.name in _HARM or stem(cue) in map(stem, measure.label.split()):
        return measure.label.replace("{}", things)
    own = cue.endswith("ed") and len(cue) >= len("landed") and len(measure.label.split()) == len(("{}", "arrested"))
    return f"{things} {cue}" if own else things


def _share(told: _Figure) -> str:
    """Name a share: "fall in turnout", "share of sales", "share of people vaccinated", "margin"."""
    measure = told.measure
    if measure is None or (told.mention.noun is not None and "{}" not in measure.label):
        return _share_of(told)
    share = _of("share", told.things, "share")
    if "{}" in measure.label:
        return share if told.names_itself else measure.label.replace("{}", share)
    if told.things and "count" in measure.dimensions and not told.change:
        return share
    change = told.change or _MORE.get(told.after)
    if change:
        return told.name if measure.name in around.CHANGING and told.name == measure.label else f"{change} in {told.name}"
    by = told.before == "by" and told.line.word(told.first - 2) in RISING | FALLING
    return f"change in {told.name}" if by else _share_measured(told, measure)


def _share_measured(told: _Figure, measure: Measure) -> str:
    """Name a share by its measure: what is measured in sums or counts has shares, the rest is measured in percent."""
    money, counts = ("currency" in measure.dimensions), ("count" in measure.dimensions)
    if told.after == "of" and (money or counts):
        return f"share of {_whole(told, told.last + 1) or told.name}"
    if told.dimension == "share" and counts and measure.name != "stocks":
        return told.quoted()
    return f"{told.name} in percent" if money else told.name


def _share_of(told: _Figure) -> str:
    """Name a share of which no table says what it is by what it is of; "a 24 per cent share of the market" is one of it."""
    last = told.line.over(told.last, (told.kind,))
    after = told.line.word(last)
    if told.is_half_told or after in _MORE:
        return told.quoted()
    if told.things and last == told.last:
        return f"share of {told.things}"
    if after in ("of", "for"):
        return _of("share", _whole(told, last + 1), told.quoted(), after)
    whole = _whole(told, last) if after in told.words.nouns.skip_of or told.mention.word or told.mention.unit == "ratio" else ""
    return _of("share", whole, "") or told.quoted()


def _whole(told: _Figure, at: int) -> str:
    """Return what a share may be of: the output of "the country's output"; not "one" of several, nor what some do."""
    owner = told.line.first_of(range(at, at + _OWNER), around.POSSESSIVE)
    thing = told.thing(at) if owner is None else told.thing(owner + 1)
    doing = thing.endswith("ing") and " " not in thing and thing not in told.words.classes
    return "" if doing or thing == "one" else thing


def _money(told: _Figure) -> str:
    """Name a sum: "price per litre", "spending on boats", "value of diamonds"."""
    after, last = told.after, told.last
    if told.line.says(last, ("worth", "of")):
        after, last = "of", last + 1
    one = _each(told, after, last)
    if told.measure is not None:
        return f"{told.sum} per {one}" if one else _priced(told, told.measure, after, told.thing(last + 1))
    if one:
        return f"sum per {one}"
    of = told.thing(last + 1)
    named = {"of": f"value of {of}", "for": f"money for {of}", "in": _in_things(of, told)}.get(after, "") if of else ""
    if named:
        return named
    return _of("value", _sold_for(told, last), "") or told.quoted()


def _in_things(of: str, told: _Figure) -> str:
    """Return what a sum of things is called: "cash", but "sum in wire transfers"."""
    head = of.rpartition(" ")[2].lower()
    return of if singular(head, told.words.nouns.plurals) == head else f"{told.kind} in {of}"


def _sold_for(told: _Figure, last: int) -> str:
    """Return what a sum is the adjective of: "the $2 million yacht", not "the $2 million Democrats are talking about"."""
    adjective = told.before in told.words.nouns.skip_of and told.after not in around.DETERMINERS
    return told.thing(told.line.skip(last, *DASHES)) if adjective and told.line.word(last + 1) not in around.BE else ""


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
    name, line = told.sum, told.line
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
    """Tell whether a name says already what it is of, or another sum stands there: a profit on sales of so much."""
    return of.lower() in around.SUMS or told.cue.lower() in of.lower() or singular(of.lower(), told.words.nouns.plurals) in name


def _worth(told: _Figure) -> int:
    """Return where what is worth so much ends: in front of "worth" or "valued at"; 0 where neither stands."""
    if told.before == "worth":
        return told.first - 1
    return told.first - 2 if told.line.word(told.first - 2) == "valued" else 0


def _size(told: _Figure) -> str:
    """Name a length, a weight, a magnitude ...: "distance from Exampleton", "length of dhow"."""
    if told.measure is None:
        of = told.thing(told.last + 1) if told.after == "of" else _adjective_of(told)
        return _of(told.kind, of, "") or told.quoted()
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
    """Return what a size is told of: the noun in front ("a crater two metres wide", "the hole is")."""
    if told.before in around.COPULAS:
        subject = level_noun.subject(told.mention.first, told.line)
        return told.thing(subject.start) if subject else clauses.thing_before(told.first - 1, told.line)
    sized = clauses.thing_before(told.first, told.line) if told.after in around.LONG or told.after == "(" else ""
    return "" if told.cue.lower() in sized.lower().split() else sized  # "weighs 140lb (10st)"


def _age(told: _Figure) -> str:
    at = told.line.skip(told.last, *DASHES)
    name = clauses.person(at, told.line) or clauses.person_before(told.first, told.line) or told.thing(at)
    return _of(told.name, name, told.name)


def _time(told: _Figure) -> str:
    """Name a time by its measure, or by what is so long: "delay", "length of strike"; else by the words around it."""
    if told.measure is not None and told.measure.name not in _TIMES:
        return told.name
    if told.before in around.NEXT_PERIODS or (told.before == "the" and told.line.word(told.first - 2) in told.words.stops):
        return "period"
    thing = _so_long(told)
    somebody = told.words.classes.get(thing.rpartition(" ")[2].lower()) == "person"  # a 15-year veteran
    return _of("length", "" if somebody else thing, "") or told.quoted()


def _so_long(told: _Figure) -> str:
    """Return what has a length of so much time: "a three-day strike", "two weeks of rain", "a month-long siege"."""
    if told.after in DASHES:
        return told.thing(told.line.over(told.last, (*DASHES, *around.LONG)))
    if told.after == "of" or told.after in around.POSSESSIVE:
        return told.thing(told.last + 1)
    return told.thing(told.last) if "-" in told.mention.text else ""


_NAMES: dict[str, Callable[[_Figure], str]] = {
    "count": _count,
    "share": _share,
    "points": _share,
    "currency": _money,
    "age": _age,
    "duration": _time,
    "multiple": _Figure.quoted,
}
