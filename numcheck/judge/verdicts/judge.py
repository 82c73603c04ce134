"""Run the rules over claims, pairs, topics, the draft and the run, and fold what they say to one finding a topic and rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, takewhile

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.abouts import ABOUTS
from numcheck.judge.verdicts.departure import departure
from numcheck.judge.verdicts.docket import Case, Docket, docket
from numcheck.judge.verdicts.explanations import explains
from numcheck.judge.verdicts.inquiry import Inquiry, Spoken, clearness
from numcheck.judge.verdicts.quotes import filled
from numcheck.judge.verdicts.statements import said_alike
from numcheck.judge.verdicts.subjects import Figure, OneClaim, OneWaiver, Run, Sides
from numcheck.judge.verdicts.tiers import to_check, told_of
from numcheck.judge.waivers.fingerprint import Key, key, numbered
from numcheck.judge.waivers.suppress import Waiver, suppress
from numcheck.model.article import by_words
from numcheck.model.claim import Claim
from numcheck.model.decimals import to_places
from numcheck.model.finding import SEVERITIES, Check, Entry, Explanation, Finding, Severity
from numcheck.model.frozen import frozen
from numcheck.model.rule import Rule
from numcheck.model.story import Story

_OF_NUMBERS = ("contradiction", "inflation")
"""The kinds of fault in which two numbers disagree, and something may make both true."""


@frozen
class Judgement:
    """What the rules found, the most important first, and the ledger of a draft's figures and marks, the worst first."""

    findings: tuple[Finding, ...]
    ledger: tuple[Entry, ...] = ()
    to_check: tuple[Check, ...] = ()


def judge(case: Case, rules: Sequence[Rule]) -> Judgement:
    """Return the findings and, for a gate, the ledger; for a comparison, what is for somebody to check."""
    laid = docket(case)
    inquiry = Inquiry(laid)
    spoken = inquiry.spoken(rules)
    shown = _one_a_fault(_without_hidden(spoken), laid) if case.gate else _without_hidden(told_of(spoken, case.story))
    findings = _numbered(shown, laid)
    asked = () if case.gate else to_check(inquiry.subjects("pair"), shown, laid)
    return Judgement(findings, laid.ledger, asked)


def settle(
    case: Case, findings: Sequence[Finding], given: Sequence[Waiver], rules: Sequence[Rule], missing: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return the findings with the waivers put to them, and behind them what the rules say of the waivers.

    An entry of the baseline is judged only where its file was read, or is in `missing`: another run may need it.
    """
    claims, topics = {c.id: c for c in case.claims}, {t.id: t for t in case.story.topics}
    waived = suppress(findings, given, claims, topics, case.as_of, missing)
    read = [case.names[article.path] for article in case.judged()]
    judged = tuple(
        OneWaiver((), waiver=waiver, used=used, expired=waiver.expired(case.as_of))
        for waiver, used in zip(given, waived.used, strict=True)
        if waiver.entry is None or waiver.entry.path in missing or waiver.entry.speaks_of(read)
    )
    laid = Docket(replace(case, story=Story()), waivers=judged)
    told = Inquiry(laid).spoken(rule for rule in rules if rule.about == "waiver")
    return (*waived.findings, *_numbered(told, laid))


def _without_hidden(spoken: Spoken) -> Spoken:
    """Leave out what a more telling rule has said of the same topic, or of the same two documents on one of its topics."""
    slots: set[tuple[str, object]] = set()
    topicless: defaultdict[str, set[object]] = defaultdict(set)
    for rule, subjects in spoken:
        figures = set(chain.from_iterable(map(_without_topic, subjects)))
        for name in rule.instead_of:
            slots.add((name, subjects[0].slot))
            topicless[name] |= figures
    return _kept(
        (item for item in spoken if (item[0].name, item[1][0].slot) not in slots),
        lambda rule, s: topicless[rule.name].isdisjoint(_figures(s)),
    )


def _kept(spoken: Iterable[tuple[Rule, list[Subject]]], stays: Callable[[Rule, Subject], bool]) -> Spoken:
    """Return what rules speak of without the subjects that do not stay, and without the rules that keep none."""
    left = ((rule, [s for s in subjects if stays(rule, s)]) for rule, subjects in spoken)
    return [(rule, subjects) for rule, subjects in left if subjects]


def _without_topic(subject: Subject) -> list[object]:
    """Return what tells the figures of two sides that no topic joins, by their documents and by their ids."""
    if not isinstance(subject, Sides) or subject.topic is not None:
        return []
    return [*_figures(subject), *(c.id for c in subject.claims)]


def _figures(subject: Subject) -> list[object]:
    """Return what tells a subject's figures: a draft's by its id alone, two sides' by their documents too."""
    if isinstance(subject, Figure):
        return [subject.claim.id]
    documents = frozenset(c.document for c in subject.claims[:2])
    return [(documents, c.id) for c in subject.claims[:2]]


_BESIDE_THE_NUMBER = ("hedge", "unit")
"""The kinds of faults that are told beside one of the number."""


def _one_a_fault(shown: Spoken, laid: Docket) -> Spoken:
    """Let only the gravest rule tell that a draft's figure is not a source's, that its hedge was lost, or of its unit."""
    gravest = sorted(
        shown, key=lambda s: (SEVERITIES.index(_severity(s[0], s[1][0], laid)), -(s[1][0].ratio or Decimal(0)), s[0].name)
    )
    told: dict[tuple[str, str], str] = {}
    for rule, subjects in gravest:
        for fault in filter(None, (_fault(rule, s) for s in subjects)):
            told.setdefault(fault, rule.name)
    return _kept(shown, lambda rule, s: told.get(_fault(rule, s) or ("", ""), rule.name) == rule.name)


def _fault(rule: Rule, subject: Subject) -> tuple[str, str] | None:
    """Return the draft's claim, and what of it is at fault but its number; None for what is not of a draft and a source."""
    if isinstance(subject, Figure) and rule.about == "draft":
        return subject.claim.id, ""
    draft = next((c for c in subject.claims if c.role == "draft"), None) if isinstance(subject, Sides) else None
    return None if draft is None or subject.topic is None else (draft.id, rule.kind if rule.kind in _BESIDE_THE_NUMBER else "")


def _keyed(rule: Rule, subjects: list[Subject], laid: Docket) -> tuple[Finding, Key]:
    """Return a finding and what it is known by, which no choice among equally clear cases changes."""
    clearest = clearness(subjects[0], laid)
    alike = takewhile(lambda subject: clearness(subject, laid) == clearest, subjects)  # the clearest come first
    quoted = [() if isinstance(s, Run) else s.claims[:2] for s in alike]
    known_by = key(rule.name, quoted, laid.case.names, gate=laid.case.gate)
    own = subjects[0].known_by(laid.case.names)
    if own is not None:
        place, words = own
        known_by = replace(known_by, place=place, sides=known_by.sides if words is None else words)
    return _finding(rule, subjects, laid), known_by


def _finding(rule: Rule, subjects: list[Subject], laid: Docket) -> Finding:
    """Fold all that one rule says of one topic to a finding that quotes the clearest case."""
    clearest = subjects[0]
    values = ABOUTS[rule.about].values(clearest)
    ratio = clearest.ratio
    moved, direction = departure(clearest, laid.case.reference, laid.cites, hedge=rule.kind == "hedge")
    gross = rule.gross.always or (rule.gross.ratio is not None and ratio is not None and ratio >= rule.gross.ratio)
    return Finding(
        rule=rule.name,
        kind=rule.kind,
        severity=_severity(rule, clearest, laid),
        confidence=clearest.confidence,
        probability=clearest.confidence if isinstance(clearest, Sides) else None,
        gross=gross,
        topic=clearest.topic.id if clearest.topic is not None else None,
        claims=() if isinstance(clearest, Run) else _taking_part(rule, subjects, laid),
        ratio=float(to_places(ratio, 3)) if ratio is not None and ratio > 1 else None,
        message=filled(rule.message, values),
        help=filled(rule.help, values),
        fingerprint="",
        at=clearest.at,
        against=clearest.against,
        moved=moved,
        direction=direction,
        explains=_explained(rule, clearest),
    )


def _explained(rule: Rule, clearest: Subject) -> tuple[Explanation, ...]:
    """Return what may make both sides true where two numbers disagree."""
    return explains(clearest) if isinstance(clearest, Sides) and rule.kind in _OF_NUMBERS else ()


def _severity(rule: Rule, clearest: Subject, laid: Docket) -> Severity:
    """Return what the rule's page says; an error about what is not surely one quantity is a warning."""
    severity = rule.severity["draft" if laid.case.gate else "across"]
    return "warning" if severity == "error" and clearest.confidence < rule.sure else severity


def _taking_part(rule: Rule, subjects: list[Subject], laid: Docket) -> tuple[str, ...]:
    """Return the quoted claims, then all others that state the same as one that the rule spoke of, by place."""
    first = [c.id for c in subjects[0].claims]
    if isinstance(subjects[0], OneClaim) and subjects[0].original is not None and "{original." in rule.message:
        first.insert(0, subjects[0].original.id)
    topic, told = subjects[0].topic, list(chain.from_iterable(s.claims for s in subjects))
    if topic is None or not isinstance(subjects[0], Sides):
        return tuple(dict.fromkeys([*first, *_in_place(told, laid)]))
    stated = set(map(said_alike, told))
    return tuple(dict.fromkeys([*first, *(c.id for c in laid.told(topic) if said_alike(c) in stated)]))


def _in_place(told: Iterable[Claim], laid: Docket) -> list[str]:
    """Return the ids of claims in the order of the documents, each once."""
    ids = {claim.id for claim in told}
    return [name for name in laid.claims if name in ids]


def _numbered(shown: Spoken, laid: Docket) -> tuple[Finding, ...]:
    """Return what rules speak of as findings, sorted by importance, each with its fingerprints.

    Those that are alike are counted by the words of their documents, so that each has its own whatever the order of these.
    """
    found = [_keyed(rule, subjects, laid) for rule, subjects in shown]
    place = {topic.id: i for i, topic in enumerate(laid.case.story.topics)}

    def importance(keyed: tuple[Finding, Key]) -> tuple[object, ...]:
        f = keyed[0]
        return (
            SEVERITIES.index(f.severity),
            not f.gross,
            -(f.ratio or 0),
            -f.confidence,
            place.get(f.topic or "", len(place)),
            f.rule,
            f.claims,
        )

    at = by_words(laid.case.articles)

    def in_words(keyed: tuple[Finding, Key]) -> list[tuple[int, int]]:
        f = keyed[0]
        places = [f.at] if f.at else [laid.claims[name] for name in f.claims]
        return sorted((at.get(place.document, -1), place.start) for place in places)

    found.sort(key=in_words)
    prints = numbered(known_by for _, known_by in found)
    told = [
        (replace(finding, fingerprint=whole, content_fingerprint=content), known_by)
        for (finding, known_by), (whole, content) in zip(found, prints, strict=True)
    ]
    return tuple(finding for finding, _ in sorted(told, key=importance))
