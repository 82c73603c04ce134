"""What a rule can be about, one row each: the subjects it runs over, and the words its message may quote of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from numcheck.judge.derive import STEPS
from numcheck.judge.relations import disjoint, order, same_number
from numcheck.judge.subjects import (
    DraftMark,
    Figure,
    OneArticle,
    OneClaim,
    OneDocument,
    OneTopic,
    OneWaiver,
    Rates,
    Reckoning,
    Run,
    Sides,
    Subject,
    in_order,
)
from numcheck.judge.support import SAME_NUMBER
from numcheck.judge.wording import baseline, is_ambiguous, wording
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.finding import Entry
from numcheck.model.moment import Moment
from numcheck.model.reading import Mark, Unread
from numcheck.model.report import Noted
from numcheck.model.rule import About
from numcheck.model.story import Story, Topic

MOST_STATEMENTS = 80
"""Different statements of one topic that are held against each other; of more, the lowest and the highest are taken."""

UNSURE = 0.5
"""The confidence of what is said of a draft's figure that no topic holds."""

_LONGEST_QUOTE = 90
_QUOTES = 5
"""Numerals of a document that a message quotes at most."""


@dataclass(frozen=True, slots=True)
class World:
    """All that rules run over: the documents, their claims by id, what align made of them, and the gate's ledger."""

    articles: tuple[Article, ...]
    claims: Mapping[str, Claim]
    story: Story
    ledger: tuple[Entry, ...] = ()
    ranks: Mapping[str, int] = field(default_factory=dict)
    reference: str | None = None
    gate: bool = False
    topic_of: Mapping[str, Topic] = field(default_factory=dict)
    days: Mapping[str, Moment] = field(default_factory=dict)
    reckonings: tuple[Reckoning, ...] = ()
    said: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    numerals: Sequence[Noted] = ()
    as_of: date | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[OneWaiver, ...] = ()
    order: Mapping[str, int] = field(default_factory=dict)
    rate: Rates | None = None
    cites: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def told(self, topic: Topic) -> tuple[Claim, ...]:
        """Return the claims of a topic, in its order."""
        return tuple(self.claims[i] for i in topic.claims if i in self.claims)


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of thing a rule can be about: its subjects, their type, and the fields of a message with their values."""

    subject: type[Subject]
    subjects: Callable[[World], Iterator[Subject]]
    fields: tuple[str, ...]
    values: Callable[..., Mapping[str, str]]


def _claims(world: World) -> Iterator[OneClaim]:
    """Yield every claim; beside sources only the draft's."""
    for claim in world.claims.values():
        if not world.gate or claim.role == "draft":
            yield OneClaim((claim,), world.topic_of.get(claim.id), original=world.claims.get(claim.converts or ""))


def _articles(world: World) -> Iterator[OneArticle]:
    """Yield every document with its claims; beside sources only the drafts."""
    for article in world.articles:
        if not world.gate or article.role == "draft":
            yield OneArticle(tuple(world.said.get(article.path, ())), article=article)


def _pairs(world: World) -> Iterator[Sides]:
    """Yield each two different statements of a firm topic by two documents; beside a draft, its own with the sources'.

    A figure of the draft that follows from the sources' by arithmetic is not held against the figures it comes from; a
    bracketed conversion is judged through the figure that it converts.
    """
    derived = {e.subject for e in world.ledger if e.support and e.support[0].relation in STEPS}
    for topic in world.story.topics:
        if not topic.firm:
            continue
        judged = [c for c in world.told(topic) if c.id not in derived]
        told = _by_document(_statements(judged))
        statements = _statements([c for c in judged if c.converts not in topic.claims])
        for x, y in combinations(statements, 2):
            pair = _two_documents(x, y, gate=world.gate)
            if pair is not None:
                ordered = in_order(*pair, world.ranks, world.reference)
                yield Sides(
                    ordered, topic, topic.confidence, told, world.ranks, days=world.days, rate=world.rate, said=world.said
                )
    yield from _held(world)


def _held(world: World) -> Iterator[Sides]:
    """Yield a draft's figure with the source's that holds it, where it is the same number and no topic joins the two."""
    for entry in world.ledger:
        if entry.subject is None or not entry.support or entry.support[0].relation != SAME_NUMBER:
            continue
        draft, source = world.claims[entry.subject], world.claims[entry.support[0].claim]
        topic = world.topic_of.get(draft.id)
        if topic is None or not topic.firm or source.id not in topic.claims:
            told = {draft.document: [draft], source.document: [source]}
            ordered = in_order(draft, source, world.ranks, world.reference)
            yield Sides(ordered, None, UNSURE, told, world.ranks, days=world.days, held=True, said=world.said)


def _rivals(world: World) -> Iterator[Sides]:
    """Yield the pairs that are one quantity but for one named slot."""
    for rival in world.story.rivals:
        x, y = (world.claims[i] for i in rival.claims)
        if not world.gate or (x.role == "draft") != (y.role == "draft"):
            ordered = in_order(x, y, world.ranks, world.reference)
            told = _of_both(x, y, world)
            yield Sides(ordered, None, rival.confidence, told, world.ranks, rival.differs_in, world.days, said=world.said)


def _of_both(x: Claim, y: Claim, world: World) -> dict[str, list[Claim]]:
    """Return what each document states of the topics of two claims."""
    topics = dict.fromkeys(topic for c in (x, y) if (topic := world.topic_of.get(c.id)) is not None)
    told = [c for topic in topics for c in world.told(topic)]
    return _by_document(_statements([*told, *(c for c in (x, y) if c.id not in world.topic_of)]))


def _alike(world: World) -> Iterator[Sides]:
    """Yield the pairs of one topic and the rivals: two figures that are one quantity, or are taken for one."""
    yield from _pairs(world)
    yield from _rivals(world)
    yield from _parts(world)


def _parts(world: World) -> Iterator[Sides]:
    """Yield a part of one document beside the same number in the place of its whole in another: rivals that share no noun."""
    parts: dict[tuple[str, int], list[Claim]] = {}
    for claim in world.claims.values():
        if claim.scope.subset_of is not None:
            parts.setdefault((claim.document, claim.sentence_start), []).append(claim)
    for topic in world.story.topics:
        told = world.told(topic) if topic.firm else ()
        wholes = [claim for claim in told if claim.scope.subset_of is None]
        for head in told:
            beside = [p for p in parts.get((head.document, head.sentence_start), ()) if p.id not in topic.claims]
            for other, part in product(wholes, beside):
                if head.document == other.document or not same_number(part.quantity, other.quantity):
                    continue
                if world.gate and (head.role == "draft" or other.role != "draft"):
                    continue
                ordered = in_order(part, other, world.ranks, world.reference)
                near = _by_document(_statements(told))
                yield Sides(ordered, None, topic.confidence, near, world.ranks, "subset", world.days, said=world.said)


def _topics(world: World) -> Iterator[OneTopic]:
    for topic in world.story.topics:
        yield OneTopic(world.told(topic), topic, topic.confidence, days=world.days)


def _figures(world: World) -> Iterator[Figure]:
    """Yield the ledger's rows that are figures of the draft."""
    for entry in world.ledger:
        if entry.subject is not None:
            named = (entry.subject, *(s.claim for s in entry.support))
            topic = world.topic_of.get(entry.subject)
            sure = UNSURE if topic is None else topic.confidence
            yield Figure(tuple(world.claims[i] for i in named), topic, sure, entry=entry, copies=world.story.copies)


def _reckonings(world: World) -> Iterator[Reckoning]:
    """Yield the arithmetic that each article states; beside sources that of the drafts."""
    yield from world.reckonings


def _documents(world: World) -> Iterator[OneDocument]:
    """Yield every document, beside a draft its sources too."""
    numerals: dict[str, list[Mark | Unread]] = {}
    for noted in world.numerals:
        numerals.setdefault(noted.document, []).append(noted.item)
    for article in world.articles:
        own = numerals.get(article.path, [])
        published = article.published.day if article.published else None
        yield OneDocument(
            (),
            article=article,
            marks=[item for item in own if isinstance(item, Mark)],
            unread=[item for item in own if isinstance(item, Unread)],
            age=(world.as_of - published).days if world.as_of and published else None,
        )


def _run(world: World) -> Iterator[Run]:
    yield Run(tuple(world.claims.values()), articles=world.articles, withheld=tuple(_withheld(world)))


def _withheld(world: World) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of two documents that may be one quantity, cannot both be true, and are not judged."""
    for pair in world.story.possible:
        x, y = (world.claims[i] for i in pair.claims)
        if x.document != y.document and disjoint(x.quantity, y.quantity):
            yield in_order(x, y, world.ranks, world.reference)


def _marks(world: World) -> Iterator[DraftMark]:
    """Yield the ledger's rows that are no figures."""
    outlets = {a.path: a.outlet for a in world.articles}
    for entry in world.ledger:
        if entry.mark is not None:
            other = None if entry.nearest is None else world.numerals[entry.nearest]
            nearest = None if other is None else (other.item.text, outlets.get(other.document, other.document))
            yield DraftMark((), confidence=UNSURE, entry=entry, noted=world.numerals[entry.mark], nearest=nearest)


def _waivers(world: World) -> Iterator[OneWaiver]:
    yield from world.waivers


def statement(claim: Claim) -> tuple[object, ...]:
    """Return what makes two claims of a topic one statement: the figure with its hedge, and every slot."""
    q = claim.quantity
    return (q.written, q.hedge, q.side, q.direction, q.word, q.unit, claim.speaker, claim.modality, claim.as_of, claim.scope)


def _statements(told: Sequence[Claim]) -> list[list[Claim]]:
    """Group the claims of a topic by what they state, in order; of too many, keep the lowest and the highest."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in told:
        groups.setdefault((*statement(claim), *wording(claim)), []).append(claim)
    found = list(groups.values())
    if len(found) <= MOST_STATEMENTS:
        return found
    found.sort(key=lambda g: order(g[0].quantity))
    return found[: MOST_STATEMENTS // 2] + found[-MOST_STATEMENTS // 2 :]


def _by_document(statements: Sequence[Sequence[Claim]]) -> dict[str, list[Claim]]:
    """Return what each document states, each statement once."""
    told: dict[str, list[Claim]] = {}
    for group in statements:
        for claim in {c.document: c for c in reversed(group)}.values():
            told.setdefault(claim.document, []).append(claim)
    return told


def _two_documents(x: Sequence[Claim], y: Sequence[Claim], *, gate: bool) -> tuple[Claim, Claim] | None:
    """Return the first claim of each statement such that two documents speak: beside a draft, the draft and a source."""
    if gate:
        for drafts, sources in ((x, y), (y, x)):
            draft = next((c for c in drafts if c.role == "draft"), None)
            source = next((c for c in sources if c.role != "draft"), None)
            if draft is not None and source is not None:
                return (draft, source) if drafts is x else (source, draft)
        return None
    for one in x[:2]:
        for other in y:
            if one.document != other.document:
                return one, other
    return None


# What messages may quote.

_SIDE: Mapping[str, Callable[[Claim], str | None]] = {
    "outlet": lambda c: c.outlet,
    "text": lambda c: c.text,
    "what": lambda c: c.what,
    "measure": lambda c: c.measure,
    "counted": lambda c: c.counted,
    "speaker": lambda c: c.speaker,
    "direction": lambda c: c.quantity.direction,
    "window": lambda c: c.scope.window,
    "place": lambda c: c.scope.place,
    "whole": lambda c: c.scope.subset_of,
    "base": baseline,
    "modality": lambda c: c.modality,
    "sentence": lambda c: c.sentence,
}


_RECKONED = ("outlet", "said", "working", "gives")
_TWO: Mapping[tuple[str, str], Callable[[Claim], bool]] = {
    ("change", "level"): lambda c: c.quantity.direction is not None,
    ("draft", "source"): lambda c: c.role == "draft",
    ("part", "whole"): lambda c: c.scope.subset_of is not None,
    ("unsure", "sure"): lambda c: c.modality is not None,
    ("named", "nameless"): lambda c: c.speaker is not None,
}
"""Names for the two sides by what the first of them has and the second has not."""

SIDES = ("a", "b", "full", "bare", "older", "newer", *(name for names in _TWO for name in names))
"""The sides that a message on two figures may quote."""

_DAYS = ("older.day", "newer.day")


def _names(*sides: str) -> tuple[str, ...]:
    return tuple(f"{side}.{part}" for side in sides for part in _SIDE)


def _quote(**sides: Claim) -> dict[str, str]:
    return {f"{side}.{part}": shorten(read(claim) or "") for side, claim in sides.items() for part, read in _SIDE.items()}


def shorten(text: str) -> str:
    """Return the words of `text` on one line, cut where they are too many to quote."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"


def times(ratio: Decimal | None) -> str:
    """Return a ratio in words a reader takes in at once: "1.5", "4.8", "32", "1,200"."""
    if ratio is None:
        return "many"
    if ratio >= 100:
        return f"{Decimal(f'{ratio:.2g}'):,.0f}"
    if ratio >= Decimal("9.95"):
        return f"{ratio:.0f}"
    return f"{ratio:.1f}".removesuffix(".0")


def apart(ratio: Decimal | None) -> str:
    """Return ", about 3 times apart" where it is worth saying, else nothing."""
    return f", about {times(ratio)} times apart" if ratio is not None and ratio >= Decimal("1.5") else ""


def _label(topic: Topic | None, claim: Claim) -> str:
    return shorten((topic.label if topic is not None else "") or claim.what)


def _side_values(s: Sides) -> Mapping[str, str]:
    older, newer = s.by_day or (s.a, s.b)
    sides = dict(zip(SIDES, (s.a, s.b, s.full, s.bare, older, newer), strict=False))
    for names, is_first in _TWO.items():
        sides |= zip(names, (s.a, s.b) if is_first(s.a) else (s.b, s.a), strict=True)
    return {
        **_quote(**sides),
        **_days(s.day(older), s.day(newer)),
        "ratio": times(s.ratio),
        "apart": apart(s.ratio),
        "topic": _label(s.topic, s.a),
        "differs_in": s.differs_in or "",
        "rate": _rate(s),
    }


def _rate(s: Sides) -> str:
    """Say what the first sum is in the currency of the second, at the rate of its day; where there is no rate, say that."""
    p, q = s.a.quantity, s.b.quantity
    if p.dimension != "currency" or q.dimension != "currency" or p.unit == q.unit:
        return ""
    moment = s.day(s.a) or s.day(s.b)
    if moment is None:
        return "no publish date, so no rate is taken"
    worth = None if s.rate is None or p.size is None else s.rate(p.unit, q.unit, moment.day)
    if worth is None or p.size is None:
        return f"no rate of {p.unit} to {q.unit} is known for {moment.day.isoformat()}"
    return f"at the rate of {moment.day.isoformat()} “{shorten(s.a.text)}” is about {_rounded(p.size * worth)} {q.unit}"


def _rounded(amount: Decimal) -> str:
    """Return an amount to three digits in the words of a newsroom: 126 million."""
    for size, word in ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million")):
        if amount >= size:
            return f"{Decimal(f'{amount / size:.3g}'):,f}{word}"
    return f"{Decimal(f'{amount:.3g}'):,f}"


def _days(older: Moment | None, newer: Moment | None) -> Mapping[str, str]:
    """Return the days in words, with the clock where both are of one day."""
    one = older is not None and newer is not None and older.day == newer.day
    told = [("undated" if m is None else m.isoformat().replace("T", " ") if one else m.day.isoformat()) for m in (older, newer)]
    return dict(zip(_DAYS, told, strict=True))


def _claim_values(s: OneClaim) -> Mapping[str, str]:
    return _quote(claim=s.claim, original=s.original or s.claim)


def _figure_values(f: Figure) -> Mapping[str, str]:
    best = f.sources[0] if f.sources else None
    nearest = "no source has a like figure" if best is None else f"the nearest is “{shorten(best.text)}” in {best.outlet}"
    return {
        **_quote(draft=f.claim, source=best or f.claim),
        "nearest": nearest,
        "apart": apart(f.ratio),
        "ratio": times(f.ratio),
        "topic": _label(f.topic, f.claim),
    }


def _topic_values(t: OneTopic) -> Mapping[str, str]:
    ranked = sorted(t.claims, key=lambda c: order(c.quantity))
    steps = ", ".join(f"“{shorten(c.text)}” ({c.outlet})" for c in t.climb)
    return {**_quote(lowest=ranked[0], highest=ranked[-1]), "topic": _label(t.topic, ranked[0]), "steps": shorten(steps)}


def _reckoning_values(r: Reckoning) -> Mapping[str, str]:
    return {name: shorten(value) for name, value in zip(_RECKONED, (r.outlet, r.said, r.working, r.gives), strict=True)}


def _run_values(r: Run) -> Mapping[str, str]:
    read = {c.document for c in r.claims}
    empty = [a.outlet for a in r.articles if a.path not in read]
    example = " and ".join(f"“{shorten(c.text)}” ({c.outlet})" for c in r.withheld[0]) if r.withheld else ""
    withheld = f"{len(r.withheld)} pair{'s' if len(r.withheld) > 1 else ''}"
    return {
        "documents": str(len(r.articles)),
        "without_figures": shorten(", ".join(empty)),
        "withheld": withheld,
        "example": example,
    }


def _document_values(d: OneDocument) -> Mapping[str, str]:
    return {
        "document.outlet": shorten(d.article.outlet),
        "age": str(d.age),
        "not_understood": _listed([item.text for item in d.unread]),
        "ambiguous": _listed([mark.text for mark in d.marks if is_ambiguous(mark)]),
    }


def _listed(texts: Sequence[str]) -> str:
    """Return the first of some texts in quotation marks, and how many more there are."""
    told = ", ".join(f"“{shorten(text)}”" for text in texts[:_QUOTES])
    return f"{told} and {len(texts) - _QUOTES} more" if len(texts) > _QUOTES else told


def _mark_values(m: DraftMark) -> Mapping[str, str]:
    nearest = "" if m.nearest is None else f"; {m.nearest[1]} has “{shorten(m.nearest[0])}”"
    return {"mark.text": shorten(m.noted.item.text), "mark.kind": m.noted.item.reason, "nearest": nearest}


def _waiver_values(w: OneWaiver) -> Mapping[str, str]:
    values = (w.waiver.where, w.waiver.what, w.waiver.reason, str(w.waiver.until or "no day"))
    return dict(zip(_OF_A_WAIVER, map(shorten, values), strict=True))


_OF_A_WAIVER = ("waiver.where", "waiver.what", "waiver.reason", "waiver.until")

ABOUTS: Mapping[About, Row] = {
    "claim": Row(OneClaim, _claims, _names("claim", "original"), _claim_values),
    "article": Row(OneArticle, _articles, ("article.outlet",), lambda s: {"article.outlet": shorten(s.article.outlet)}),
    "pair": Row(Sides, _pairs, (*_names(*SIDES), *_DAYS, "ratio", "apart", "topic", "rate"), _side_values),
    "rival": Row(Sides, _rivals, (*_names(*SIDES), *_DAYS, "ratio", "apart", "differs_in"), _side_values),
    "alike": Row(Sides, _alike, (*_names(*SIDES), *_DAYS, "ratio", "apart", "topic"), _side_values),
    "topic": Row(OneTopic, _topics, (*_names("lowest", "highest"), "topic", "steps"), _topic_values),
    "draft": Row(Figure, _figures, (*_names("draft", "source"), "nearest", "ratio", "apart", "topic"), _figure_values),
    "mark": Row(DraftMark, _marks, ("mark.text", "mark.kind", "nearest"), _mark_values),
    "document": Row(OneDocument, _documents, ("document.outlet", "age", "not_understood", "ambiguous"), _document_values),
    "waiver": Row(OneWaiver, _waivers, _OF_A_WAIVER, _waiver_values),
    "reckoning": Row(Reckoning, _reckonings, _RECKONED, _reckoning_values),
    "run": Row(Run, _run, ("documents", "without_figures", "withheld", "example"), _run_values),
}
