"""What the reports for people say, before it is laid out: clashes, agreements, the ledger and the coverage in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Entry, Finding, Support
from numcheck.model.interval import Interval, meets
from numcheck.model.outlets import OF_NUMBERS
from numcheck.model.quantity import Quantity
from numcheck.model.report import Noted, Report, shared
from numcheck.model.story import Evidence, Pair, Topic

MARKED = ("\ue000", "\ue001")
"""Private signs before and behind a figure in its sentence; a layout puts its own in their place."""

_CONTEXT = 320
_UNREAD = 5
_POSSIBLE = 8
_LOUDNESS = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_STATES = {"contradicted": 0, "unsupported": 1, None: 2, "supported": 3}
_SELF_EVIDENT = ("arithmetic",)
"""The kinds whose message tells more than what is measured: an article against itself."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One way to put a figure: the words, the outlets that put it so, and the first of their claims."""

    words: str
    outlets: tuple[str, ...]
    claim: Claim

    def __str__(self) -> str:
        return f"{quoted(self.words)} ({', '.join(self.outlets)})"


@dataclass(frozen=True, slots=True)
class Clash:
    """A quantity the outlets disagree on: its two quoted sides, how far apart they are, the findings, the worst first."""

    label: str
    topic: Topic | None
    sides: tuple[Statement, ...]
    apart: str
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the gate's ledger: a figure or mark of a draft, its state, what the sources say, and the rules that spoke."""

    state: str | None
    words: str
    document: str
    start: int
    source: Statement | None
    how: str
    findings: tuple[Finding, ...]
    subject: Claim | Noted


class Index:
    """A report's claims, topics and documents by id, looked up while it is put into words."""

    __slots__ = ("claims", "documents", "report", "topics")

    def __init__(self, report: Report) -> None:
        self.report = report
        self.claims = {claim.id: claim for claim in report.claims}
        self.topics = {topic.id: topic for topic in report.topics}
        self.documents = {document.path: document for document in report.documents}

    def place(self, document: str, offset: int) -> str:
        """Return `path:line` of a character, or "path, page 3"."""
        spot = self.documents[document].spot(offset)
        return f"{tidy(document)}, {spot}" if spot else f"{tidy(document)}:{self.documents[document].place(offset)[0]}"

    def line(self, document: str, offset: int) -> str:
        """Return the line of a character, from 1, or "page 3"."""
        paper = self.documents[document]
        return paper.spot(offset) or str(paper.place(offset)[0])

    def within(self, document: str, offset: int) -> str:
        """Return "line 12" or "page 3" of a character."""
        return self.documents[document].spot(offset) or f"line {self.line(document, offset)}"

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """Return the different ways in which these claims put a figure, each with all its outlets, in the claims' order."""
        ways: dict[object, list[Claim]] = {}
        for name in ids:
            ways.setdefault(way(self.claims[name]), []).append(self.claims[name])
        return tuple(_statement(same) for same in ways.values())


def _statement(claims: Sequence[Claim]) -> Statement:
    return Statement(tidy(claims[0].text), tuple(dict.fromkeys(tidy(claim.outlet) for claim in claims)), claims[0])


def way(claim: Claim) -> object:
    """Return what two claims share that say the same: bounds, hedge and unit, or the words where there are no bounds."""
    q = claim.quantity
    return (claim.text.casefold(),) if q.stated.is_unbounded else (q.stated, q.hedge, q.unit)


def clashes(index: Index) -> list[Clash]:
    """Return what the findings say, one clash a topic (or a finding that has none), the worst first."""
    groups: dict[str, list[Finding]] = {}
    for finding in spoken(index.report):
        if finding.claims or finding.at is not None:
            groups.setdefault(finding.topic or finding.fingerprint, []).append(finding)
    found = [_clash(index, sorted(findings, key=_weight)) for findings in groups.values()]
    return sorted(found, key=lambda clash: _weight(clash.findings[0]))


def _clash(index: Index, findings: Sequence[Finding]) -> Clash:
    worst = findings[0]
    topic = index.topics.get(worst.topic or "")
    told = topic.claims if topic else tuple(dict.fromkeys(name for finding in findings for name in finding.claims))
    ways = {way(s.claim): s for s in index.statements(told)}
    quoted_sides = [index.claims[name] for name in worst.claims[:2]]
    sides = [ways.get(way(claim)) or _statement([claim]) for claim in quoted_sides]
    if len(sides) == 2 and sides[0] is sides[1]:
        # The same words on both sides: what parts them is said of them (a scope, a place), so each keeps its own outlet.
        sides = [_statement([claim]) for claim in quoted_sides]
    label = tidy(topic.label) if topic else tidy(worst.message) if worst.kind in _SELF_EVIDENT else label_of(quoted_sides[0])
    claims = tuple(index.claims[name] for name in told)
    return Clash(label, topic, tuple(sides), apart(worst, quoted_sides), tuple(findings), claims)


def spoken(report: Report) -> list[Finding]:
    """Return the findings on figures, without those that are waived and those on the run itself."""
    return [finding for finding in report.findings if finding.suppressed is None and finding.kind != "run"]


def on_the_run(report: Report) -> list[Finding]:
    """Return the findings on the run itself: what could not be checked."""
    return [finding for finding in report.findings if finding.suppressed is None and finding.kind == "run"]


def waived(report: Report) -> list[str]:
    """Return a line for each finding that a waiver keeps from counting."""
    kept = [finding for finding in report.findings if finding.suppressed is not None]
    old = [finding for finding in kept if finding.suppressed_by == "unchanged"]
    lines = [f"waived: {f.rule}: {tidy(f.message)} ({tidy(f.suppressed or '')})" for f in kept if f not in old]
    if old:
        lines.append(f"waived: {count(len(old), 'finding')} on what was there before ({tidy(old[0].suppressed or '')})")
    return lines


NOTED = "Worth knowing"
"""What stands over the quantities on which rules have no more than a note."""


def parted(found: Sequence[Clash]) -> tuple[list[Clash], list[Clash]]:
    """Return the disagreements (errors and warnings), and what is only worth a note."""
    noted = [clash for clash in found if clash.findings[0].severity == "note"]
    return [clash for clash in found if clash not in noted], noted


def headline(index: Index, found: Sequence[Clash]) -> str:
    """Return in a line what a comparison comes to; what was not compared is never called fine."""
    disputed, noted = parted(found)
    if disputed:
        return f"{count(len(disputed), 'quantity', 'quantities')} on which the articles disagree"
    if noted:
        return f"No disagreement found, {count(len(noted), 'thing')} worth knowing"
    if len(index.report.documents) < 2:
        return "Nothing was compared"
    if not told_twice(index.report):
        return "Nothing was compared: no figure of one article was found in another"
    return "No disagreement found"


def verdict(report: Report) -> str:
    """Return in a line what a gate comes to; what was not checked is never called fine."""
    drafted = [claim.id for claim in report.claims if claim.role == "draft"]
    states = {entry.subject: entry.state for entry in report.ledger}
    told = [states.get(name) for name in drafted]
    bad, good = sum(state in ("contradicted", "unsupported") for state in told), told.count("supported")
    figures = count(len(drafted), "figure")
    if not drafted:
        return "No figure was found in the draft"
    if bad:
        return f"{bad} of {figures} in the draft {'is' if bad == 1 else 'are'} not supported by the sources"
    if good < len(drafted):
        return f"{good} of {figures} in the draft supported, {len(drafted) - good} not checked"
    return "The one figure of the draft is supported" if good == 1 else f"All {figures} of the draft are supported"


def _weight(finding: Finding) -> tuple[int, bool]:
    return _LOUDNESS[finding.severity], not finding.gross


def label_of(claim: Claim) -> str:
    """Return in a few words what a claim's figure is of."""
    return tidy(claim.what or claim.counted or claim.measure or claim.quantity.unit)


def apart(finding: Finding, sides: Sequence[Claim]) -> str:
    """Say how far the two sides of a finding stand from each other: "about 55x", "1 more", "the hedge"."""
    if finding.kind not in OF_NUMBERS or len(sides) < 2:
        return f"the {finding.kind}" if finding.kind in ("hedge", "unit", "scope") else ""
    low, high = sides[0].quantity, sides[1].quantity
    about = "" if low.hedge == high.hedge == "exact" else "about "
    if finding.ratio is not None and finding.ratio >= 1.95:
        return f"{about}{times(finding.ratio)}x"
    if low.stated.is_point and high.stated.is_point and low.unit == high.unit:
        by = _point(high.stated) - _point(low.stated)
        more = "more" if by > 0 else "fewer" if low.unit == "count" else "less"
        return f"{about}{_amount(abs(by), low)} {more}" if by else ""
    if low.size is None and high.size is None:
        return "in words"
    if low.size is None or high.size is None or low.size * high.size <= 0:
        return ""
    share = (max(low.size, high.size) / min(low.size, high.size) - 1) * 100
    return f"about {share:.0f} % more" if share >= 1 else ""


def shift(old: Claim, new: Claim) -> str:
    """Say how a figure changed from one version to the next: "4 more", "about 3x", "the hedge", "the unit"."""
    was, now = old.quantity, new.quantity
    if was.unit != now.unit:
        return "the unit"
    if was.stated == now.stated or (was.hedge != now.hedge and was.size == now.size):
        return "the hedge"
    ends = [
        (x, y)
        for x, y in ((was.stated.low, now.stated.low), (was.stated.high, now.stated.high))
        if x is not None and y is not None
    ]
    by = {y - x for x, y in ends}
    if len(by) == 1 and (step := by.pop()):
        return f"{_amount(abs(step), was)} {'more' if step > 0 else 'fewer' if was.unit == 'count' else 'less'}"
    if was.size is None or now.size is None:
        return "in words" if was.size is now.size else "changed"
    ratio = float(max(was.size, now.size) / min(was.size, now.size)) if was.size * now.size > 0 else 0
    return f"about {times(ratio)}x" if ratio >= 1.95 else "changed"


_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_LARGE = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_BARE = {"count": "", "ratio": "", "magnitude": "", "percent": "point", "percentage_point": "point"}
_ALWAYS_ONE = {"percent", "magnitude", "ratio", "times", "hertz", "horsepower", "pence"}
_SEVERAL = {"foot": "feet", "inch": "inches", "degree_celsius": "degrees Celsius", "degree_fahrenheit": "degrees Fahrenheit"}
_ALIKE_WITHIN = Decimal("0.05")
"""How far two figures of two units may be apart, as a share, and still be one figure converted."""


def times(ratio: float) -> str:
    """Return a ratio in two digits, or whole below a hundred: 2.7, 14, 1,300."""
    if ratio < 9.95:
        return f"{ratio:.2g}"
    return f"{ratio:,.0f}" if ratio < 100 else f"{float(f'{ratio:.2g}'):,.0f}"


def _amount(by: Decimal, q: Quantity) -> str:
    """Return a difference as a newspaper prints it: "$15 billion", "9 years", "2 points", "7"."""
    if q.dimension == "currency" or q.unit in _SIGNS:
        large, word = next(((size, f" {word}") for size, word in _LARGE if by >= size), (Decimal(1), ""))
        return f"{_SIGNS.get(q.unit, q.unit + ' ')}{number(by / large)}{word}"
    return f"{number(by)} {unit_name(_BARE.get(q.unit, q.unit), one=by == 1)}".strip()


def unit_name(unit: str, *, one: bool = False) -> str:
    """Return a unit's name as it is said: "1 kilometer", "5 kilometers/hour", "12 degrees Celsius", "34 percent"."""
    name, slash, per = unit.partition("/")
    if name and not one and not name.isupper() and name not in _ALWAYS_ONE:
        name = _SEVERAL.get(name, f"{name}s")
    return f"{name}{slash}{per}".replace("_", " ")


def _point(interval: Interval) -> Decimal:
    return interval.low if interval.low is not None else Decimal(0)


def agreements(index: Index) -> tuple[list[str], list[str]]:
    """Return a line for each topic that no rule speaks of: first those put alike by all, then those put differently."""
    alike, differently = quiet(index)
    return [_told(index, topic) for topic in alike], [_told(index, topic) for topic in differently]


def quiet(index: Index) -> tuple[list[Topic], list[Topic]]:
    """Return the topics that no rule speaks of: first those put alike by all, then those put differently."""
    disputed = {finding.topic for finding in spoken(index.report)}
    alike: list[Topic] = []
    differently: list[Topic] = []
    for topic in told_twice(index.report):
        if topic.firm and topic.id not in disputed:
            (alike if _one_figure(index.statements(topic.claims)) else differently).append(topic)
    return alike, differently


def _told(index: Index, topic: Topic) -> str:
    return f"{tidy(topic.label)}: {'; '.join(map(str, index.statements(topic.claims)))}"


def _one_figure(ways: Sequence[Statement]) -> bool:
    """Tell whether all ways to put a figure are one, if in other units: "10 kilometers" and "6.2 miles"."""
    told = [way.claim.quantity for way in ways]
    if len({q.unit for q in told}) < len(told) or len({(q.hedge, q.side) for q in told}) > 1:
        return len(told) == 1
    return all(_converted(told[0], q) for q in told[1:])


def _converted(x: Quantity, y: Quantity) -> bool:
    if x.dimension != y.dimension or x.dimension == "currency" or x.size is None or y.size is None:
        return False
    return meets(x.base, y.base) and abs(x.size - y.size) <= _ALIKE_WITHIN * max(abs(x.size), abs(y.size))


def unsure(index: Index, *, everything: bool) -> list[str]:
    """Return a line for each topic and pair that may be one quantity and was not judged, the likeliest first."""
    rows = [(topic.confidence, _told(index, topic)) for topic in told_twice(index.report) if not topic.firm]
    rows += [(pair.confidence, pair_line(index, pair)) for pair in index.report.possible]
    lines = [line for _, line in sorted(rows, key=lambda row: -row[0])]
    if everything or len(lines) <= _POSSIBLE:
        return lines
    return [*lines[:_POSSIBLE], f"and {len(lines) - _POSSIBLE} more (--all lists them)"]


def pair_line(index: Index, pair: Pair) -> str:
    """Return a pair of claims as one line: what the first is of, and both statements."""
    claims = [index.claims[name] for name in pair.claims]
    sides = " and ".join(f"{quoted(c.text)} ({tidy(c.outlet)})" for c in claims)
    return f"{label_of(claims[0])}: {sides}"


def together(index: Index, link: Pair) -> str:
    """Return what put two claims together in a line: both with their outlets, how sure it is, and the reasons with weights."""
    first, second = (f"{name} ({tidy(index.claims[name].outlet)})" for name in link.claims)
    return f"{first} and {second}, {link.confidence:.2f}: {', '.join(map(reason, link.evidence)) or 'no evidence kept'}"


def reason(evidence: Evidence) -> str:
    """Return a reason for or against two claims being one quantity, with its weight: "measure same (killed) +1.3"."""
    return f"{evidence.feature} {evidence.level} {evidence.weight:+.2g}"


def told_once(index: Index) -> list[str]:
    """Return a line for each claim that no other document tells; a bracketed conversion stands with the figure it repeats."""
    told = shared(index.report)
    claims = [claim for claim in index.report.claims if claim.id not in told and claim.converts is None]
    return [f"{label_of(c)}: {quoted(c.text)} ({tidy(c.outlet)}, {index.place(c.document, c.start)})" for c in claims]


def told_twice(report: Report) -> list[Topic]:
    """Return the topics that hold figures of two documents or more."""
    told = shared(report)
    return [topic for topic in report.topics if topic.claims and topic.claims[0] in told]


def ledger(index: Index) -> list[Line]:
    """Return a line for each figure of a draft, and each of its marks that was checked, the worst first."""
    of_claim: dict[str, list[Finding]] = {}
    for finding in spoken(index.report):
        for name in finding.claims:
            of_claim.setdefault(name, []).append(finding)
    order = {document.path: at for at, document in enumerate(index.report.documents)}
    states = {entry.subject: entry for entry in index.report.ledger if entry.subject is not None}
    lines = [
        _line(index, states.get(claim.id), claim, sorted(of_claim.get(claim.id, ()), key=_weight))
        for claim in index.report.claims
        if claim.role == "draft"
    ]
    checked = [entry for entry in index.report.ledger if entry.mark is not None]
    of_place = {(f.at.document, f.at.start): f for f in spoken(index.report) if f.at is not None}
    for entry in checked:
        noted = index.report.marks[entry.mark or 0]
        found = of_place.get((noted.document, noted.item.start))
        lines.append(_line(index, entry, noted, () if found is None else (found,)))
    return sorted(lines, key=lambda line: (_STATES[line.state], _worst(line.findings), order[line.document], line.start))


def support(index: Index, claim: Claim) -> tuple[Support, ...]:
    """Return the sources' figures that the ledger names beside a draft's, the best first."""
    return next((entry.support for entry in index.report.ledger if entry.subject == claim.id), ())


def mark_why(index: Index, noted: Noted) -> str:
    """Return how a draft's mark was read, and what the sources have in its place."""
    marks = index.report.marks
    kind, value = numeral(index, noted)[-2:]
    near = next((e.nearest for e in index.report.ledger if e.mark is not None and marks[e.mark] is noted), None)
    if near is None:
        return f"read as {kind} {value}"
    other = marks[near]
    return f"read as {kind} {value}; the nearest is {quoted(other.item.text)}, {index.place(other.document, other.item.start)}"


def links(index: Index, claim: Claim) -> list[tuple[str, list[Pair]]]:
    """Return the pairs of a draft's figure with others, by what align made of them."""
    report = index.report
    told = [pair for topic in report.topics for pair in topic.evidence]
    titled = (("Put together", told), ("Parted by one slot", report.rivals), ("Possibly the same, not judged", report.possible))
    found = [(title, [pair for pair in pairs if claim.id in pair.claims]) for title, pairs in titled]
    return [(title, pairs) for title, pairs in found if pairs]


def _worst(findings: Sequence[Finding]) -> int:
    return min((_LOUDNESS[finding.severity] for finding in findings), default=len(SEVERITIES))


def _line(index: Index, entry: Entry | None, subject: Claim | Noted, findings: Sequence[Finding]) -> Line:
    item = subject.item if isinstance(subject, Noted) else subject
    best = entry.support[0] if entry and entry.support else None
    source = index.claims.get(best.claim) if best else None
    how = (best.derivation or best.relation) if best else subject.item.reason if isinstance(subject, Noted) else ""
    return Line(
        entry.state if entry else None,
        tidy(item.text),
        subject.document,
        item.start,
        _statement([source]) if source else None,
        tidy(how),
        tuple(findings),
        subject,
    )


def coverage(report: Report) -> str:
    """Return the line that ends every report: what was read, what was checked, and what was not."""
    covered = report.coverage()
    marks = count(covered.marks, "date or other numeral", "dates and other numerals")
    numerals = f"{marks}, {covered.not_understood} not understood"
    if report.job == "gate":
        return f"{_checked(report)}; in all {count(covered.figures, 'figure')}, {numerals}"
    teller = "outlet" if len({document.outlet for document in report.documents}) == covered.documents else "article"
    told = f", {covered.aligned} aligned, {covered.unverified} told by one {teller} only" if report.job == "compare" else ""
    return f"{count(covered.documents, teller)} read, {count(covered.figures, 'figure')}, {numerals}{told}"


def _checked(report: Report) -> str:
    roles = [document.role for document in report.documents]
    drafted = [claim.id for claim in report.claims if claim.role == "draft"]
    states = {entry.subject: entry.state for entry in report.ledger}
    told = [states.get(name) for name in drafted]
    parts = ", ".join(f"{told.count(state)} {state}" for state in ("contradicted", "unsupported", "supported"))
    missed = f", {told.count(None)} not checked" if None in told else ""
    marks = [entry.state for entry in report.ledger if entry.mark is not None]
    if marks:
        missed += f"; {len(marks)} of its dates and other numerals checked, {marks.count('unsupported')} unsupported"
    against = f"{count(roles.count('draft'), 'draft')} against {count(roles.count('source'), 'source')}"
    return f"{against}: {count(len(drafted), 'figure')} in the draft{'s' if roles.count('draft') > 1 else ''}, {parts}{missed}"


def gaps(index: Index) -> list[str]:
    """Return a line for each thing the run could not check and no rule speaks of."""
    report = index.report
    unread = report.unread if report.job != "extract" else ()
    lines = [
        f"not understood: {quoted(n.item.text)} in {index.place(n.document, n.item.start)} ({tidy(n.item.reason)})"
        for n in unread[:_UNREAD]
    ]
    if len(unread) > _UNREAD:
        lines.append(f"not understood: {len(unread) - _UNREAD} more (numcheck extract lists them)")
    if report.job == "compare" and len(report.documents) == 1:
        lines.append("one article alone: there was nothing to compare it with")
    if report.job != "extract" and report.settings.get("as_of") is None:
        lines.append("no publish date in any text and no --as-of: what depends on the day was not judged")
    return [*lines, *(f"not read: {tidy(skipped.path)}: {tidy(skipped.reason)}" for skipped in report.skipped)]


def reads_as(claim: Claim) -> str:
    """Return a claim's bounds and unit in words: "2,000 to 99,999", "more than 50 percent", "about 12 kilometers"."""
    stated, unit = claim.quantity.stated, claim.quantity.unit.removeprefix("count")
    one = stated.low == 1 and stated.high in (None, 1)
    return f"{bounds(claim)} {unit_name(unit, one=one)}".strip()


def bounds(claim: Claim) -> str:
    """Return the bounds of a claim as it states them, with its hedge."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    if low is None and high is None:
        return "no bounds"
    if low is None or high is None:
        strict = claim.quantity.hedge in ("more_than", "less_than")
        lower, upper = ("more than", "less than") if strict else ("at least", "at most")
        return f"{lower} {number(low)}" if low is not None else f"{upper} {number(high)}"
    about = "about " if claim.quantity.hedge == "about" else ""
    return f"{about}{number(low)}" if low == high else f"{number(low)} to {number(high)}"


def finished(text: str) -> str:
    """Return a text from outside as a sentence: with a full stop where it has no end of its own."""
    told = tidy(text)
    return told if not told or told[-1] in ".!?…" else f"{told}."


def number(value: Decimal | None) -> str:
    """Return a number with its thousands parted and no idle zeros."""
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count(amount: int, one: str, many: str = "") -> str:
    """Return an amount with its noun."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def quoted(text: str) -> str:
    """Return the text between quotation marks."""
    return f"“{tidy(text)}”"


def sentence(claim: Claim) -> str:
    """Return the claim's sentence in one line with the figure between the MARKED signs, shortened where it is very long."""
    if not claim.sentence:
        return f"{MARKED[0]}{tidy(claim.text)}{MARKED[1]}"
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, behind = claim.sentence[:start], claim.sentence[end:]
    if len(before) > _CONTEXT:
        before = f"…{before[-_CONTEXT:]}"
    if len(behind) > _CONTEXT:
        behind = f"{behind[:_CONTEXT]}…"
    left = " " if before[-1:].isspace() and tidy(before) else ""
    right = " " if behind[:1].isspace() and tidy(behind) else ""
    return f"{tidy(before)}{left}{MARKED[0]}{tidy(claim.sentence[start:end])}{MARKED[1]}{right}{tidy(behind)}"


def tidy(text: str) -> str:
    """Return a text from outside in one line: blanks run together, and nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """Return a text without the signs that a terminal or a page would obey instead of showing; blanks stay blanks."""
    if text.isascii() and text.isprintable():
        return text
    signs = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text))
    return "".join(c for c in signs if unicodedata.category(c) not in _OBEYED)


def escaped(json: str) -> str:
    """Return JSON with the signs that a terminal would obey written as JSON's own escapes, so that no value is changed."""
    if json.isascii():
        return json.replace("\x7f", "\\u007f")
    return _OBEYED_SIGN.sub(_escape, json)


def _escape(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code - 0x10000 & 0x3FF):04x}"


def link(url: str | None) -> str | None:
    """Return an address that a reader may follow: http or https with a host and nothing that hides where it leads."""
    return url if url is not None and _LINK.fullmatch(url) else None


_LINK = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!-~]*)?", re.IGNORECASE)


_OBEYED = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Control, format (the signs that turn the writing round among them), private and surrogate characters."""
_OBEYED_SIGN = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
"""The same characters above the ones that JSON always escapes, with the two line ends that only Unicode knows."""


def figure(index: Index, claim: Claim) -> list[str]:
    """Return a claim as a row: its line, its words, its bounds, and what it is of."""
    return [index.line(claim.document, claim.start), tidy(claim.text), reads_as(claim), label_of(claim)]


def numeral(index: Index, noted: Noted) -> list[str]:
    """Return a numeral that is no figure as a row: its line, its words, the reason, and what it was read as."""
    return [
        index.line(noted.document, noted.item.start),
        tidy(noted.item.text),
        tidy(noted.item.reason),
        tidy(noted.value or ""),
    ]
