"""Waivers: comments in a text and entries of a baseline that let a finding stay, each with its reason.

    <!-- numcheck: ignore-next-line hedging/lost-floor reason="the agency confirmed 500" until=2026-12-31 -->

ignore-line, ignore-next-line, ignore-start ... ignore-end and ignore-file name rules (`hedging/lost-floor`, a family
`hedging/`, or all); ignore-topic also names words of the topic's label in quotes; own-reporting says that the figures of the
paragraph need no source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import accumulate, groupby
from operator import itemgetter

from numcheck import yamlfile
from numcheck.judge.waivers.baseline import Entry
from numcheck.model.article import Article, Note
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import Finding, Place, WaivedBy
from numcheck.model.frozen import frozen
from numcheck.model.origin import line_starts
from numcheck.model.report import Report
from numcheck.model.story import Topic

_guess = partial(yamlfile.guess, likeness=0.5, shown=12)
"""Comments are typed by hand and short, so that what is less like a name still counts, and not all names are listed."""
OWN = "own reporting"
OWN_RULES = ("sourcing/unsupported", "sourcing/unsupported-detail")
"""What own reporting may lack: a source. What a source contradicts is told all the same."""

_TOKEN = re.compile(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)'|“([^”]*)”|([^\s,]+))|\"([^\"]*)\"|“([^”]*)”|([^\s,]+)")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\r?\n")
_EVERYTHING = "all"
_MOST_MISTAKES = 50
"""So many mistakes are told at once; who has more has not meant these comments."""


@frozen
class Waiver:
    """One waiver: who says it and where, the rules it names, why, until which day, and what it covers.

    `covers` are characters of the document of `at`; where it is None the waiver holds for the whole run: for the topics whose
    label has all the words of `topic`, or for the finding that `entry` knows.
    """

    by: WaivedBy
    where: str
    what: str
    rules: tuple[str, ...]
    reason: str
    until: date | None = None
    at: Place | None = None
    covers: tuple[int, int] | None = None
    topic: tuple[str, ...] = ()
    entry: Entry | None = None

    def names(self, rule: str) -> bool:
        """Tell whether the waiver is for a rule."""
        return any(name in (rule, _EVERYTHING) or (name.endswith("/") and rule.startswith(name)) for name in self.rules)

    def expired(self, as_of: date | None) -> bool:
        """Tell whether its last day is over; without a day to judge by it is not."""
        return self.until is not None and as_of is not None and as_of > self.until


def waivers(articles: Sequence[Article], rules: Collection[str], *, gate: bool) -> list[Waiver]:
    """Return the waivers in the texts, beside sources the draft's alone. Raises NumcheckError with all mistakes at once."""
    mistakes: list[NumcheckError] = []
    found = [
        waiver
        for article in articles
        if article.notes and (article.role == "draft" or not gate)
        for waiver in _Reader(article, rules, mistakes).read()
    ]
    if len(mistakes) == 1:
        raise mistakes[0]
    if mistakes:
        raise NumcheckError("\n".join(map(str, mistakes)))
    return found


@dataclass
class _Reader:
    """Reads the comments of one article, and collects every mistake on the way."""

    article: Article
    rules: Collection[str]
    mistakes: list[NumcheckError]
    opened: list[Waiver] = field(default_factory=list)

    def read(self) -> Iterator[Waiver]:
        """Yield the waivers of the article's comments."""
        for note in self.article.notes:
            if len(self.mistakes) >= _MOST_MISTAKES:
                return
            words, options = _tokens(note.text)
            verb = words[0] if words else ""
            if verb == "as-of":
                continue
            if verb not in VERBS:
                self.wrong(note, f"numcheck does not know {verb!r}", _guess(verb, [*VERBS, "as-of"]))
                continue
            for key in options:
                if key not in ("reason", "until"):
                    self.wrong(note, f"{verb} has no {key!r}", 'write reason="...", and until=2026-12-31 where it is to end')
            yield from VERBS[verb](self, note, verb, words[1:], options)
        for waiver in self.opened:
            self.mistakes.append(
                NumcheckError(
                    "ignore-start has no end", where=waiver.where, hint="write <!-- numcheck: ignore-end --> behind it"
                )
            )

    def wrong(self, note: Note, what: str, hint: str) -> None:
        """Note a mistake in a comment, with the comment's place."""
        self.mistakes.append(NumcheckError(what, where=self.where(note), hint=hint))

    def where(self, note: Note) -> str:
        """Return `file:line` of a comment."""
        origin = self.article.origin
        at = origin.at(note.start) if origin else note.start
        return f"{self.article.path}:{bisect_right(self.lines, at)}"

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """Return where the lines of the file begin."""
        origin = self.article.origin
        return origin.line_starts if origin else line_starts(self.article.text)

    @cached_property
    def readable(self) -> str:
        """Return the text without what is hidden."""
        return self.article.readable()

    def waiver(
        self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str], covers: tuple[int, int] | None
    ) -> Waiver:
        """Return a waiver, and note what it lacks."""
        reason, until = options.get("reason", "").strip(), None
        if not reason:
            self.wrong(note, f"{verb} gives no reason", 'write reason="..." behind the rules')
        if not names:
            self.wrong(note, f"{verb} names no rule", "name the rules it is for, as in hedging/lost-floor")
        for name in names:
            if not self.known(name):
                self.wrong(note, f"there is no rule {name!r}", _guess(name, sorted(self.rules)))
        if "until" in options:
            try:
                until = date.fromisoformat(options["until"])
            except ValueError:
                self.wrong(note, f"until is no date: {options['until']!r}", "write it like 2026-12-31")
        at = Place(self.article.path, note.start, note.end)
        what = " ".join([verb, *names])
        return Waiver("comment", self.where(note), what, tuple(names), reason, until, at, covers)

    def known(self, name: str) -> bool:
        """Tell whether a name stands for a rule or more."""
        return name == _EVERYTHING or name in self.rules or (name.endswith("/") and any(r.startswith(name) for r in self.rules))

    def line(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Yield the waiver for the line the comment stands on."""
        yield self.waiver(note, verb, names, options, _line(self.article.text, note.start))

    def next_line(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Yield the waiver for the next line that is not blank."""
        text = self.readable
        end = _line(text, note.end)[1]
        behind = re.compile(r"\S").search(text, end)
        yield self.waiver(note, verb, names, options, _line(text, behind.start()) if behind else (end, end))

    def file(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Yield the waiver for the whole text."""
        yield self.waiver(note, verb, names, options, (0, len(self.article.text)))

    def start(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Open a waiver, which the next ignore-end closes."""
        self.opened.append(self.waiver(note, verb, names, options, (note.end, note.end)))
        yield from ()

    def end(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Yield the open waivers for the named rules, or all that are open."""
        closed = [w for w in self.opened if not names or set(names) & set(w.rules)]
        if not closed:
            self.wrong(note, "ignore-end ends nothing", "write ignore-start with its rules and reason before it")
        self.opened = [w for w in self.opened if w not in closed]
        for waiver in closed:
            yield replace(waiver, covers=((waiver.covers or (0, 0))[0], note.start))

    def topic(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Yield the waiver for all topics whose label has these words."""
        label, rules = names[:1], names[1:] or [_EVERYTHING]
        if not label:
            self.wrong(note, f"{verb} names no topic", 'write words of its label in quotes: ignore-topic "boats wrecked"')
        waiver = self.waiver(note, verb, rules, options, None)
        what = f'{verb} "{" ".join(label)}" {" ".join(names[1:])}'.strip()
        yield replace(waiver, what=what, topic=tuple(" ".join(label).casefold().split()))

    def own(self, note: Note, verb: str, names: Sequence[str], options: Mapping[str, str]) -> Iterator[Waiver]:
        """Yield the waiver for the figures of a paragraph that the house found out itself: they need no source."""
        if names:
            self.wrong(note, f"{verb} names no rule", "a figure that a source contradicts is waived by ignore-line")
        text = self.readable
        rules = [name for name in OWN_RULES if name in self.rules]
        covers = _paragraph(text, note)
        yield replace(self.waiver(note, verb, rules, {"reason": OWN, **options}, covers), what=verb)


_Verb = Callable[[_Reader, Note, str, Sequence[str], Mapping[str, str]], Iterator[Waiver]]
VERBS: Mapping[str, _Verb] = {
    "ignore-line": _Reader.line,
    "ignore-next-line": _Reader.next_line,
    "ignore-start": _Reader.start,
    "ignore-end": _Reader.end,
    "ignore-file": _Reader.file,
    "ignore-topic": _Reader.topic,
    "own-reporting": _Reader.own,
}
"""What reads the comments of each verb; `as-of` is read where articles are loaded."""


def _tokens(text: str) -> tuple[list[str], dict[str, str]]:
    """Cut a comment into its words and its key=value options; a text in quotes is one word."""
    words: list[str] = []
    options: dict[str, str] = {}
    for found in _TOKEN.finditer(text):
        value = next((group for group in found.groups()[1:] if group is not None), "")
        if found[1]:
            options[found[1]] = " ".join(value.split())
        else:
            words.append(value)
    return words, options


def _line(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, len(text) if end < 0 else end


def _paragraph(text: str, note: Note) -> tuple[int, int]:
    """Return the paragraph a comment stands in, or the next one where it stands alone."""
    start, end = _line(text, note.start)
    if not text[start:end].strip():
        behind = re.compile(r"\S").search(text, note.end)
        start = behind.start() if behind else len(text)
    else:
        while start > 0 and text[(above := text.rfind("\n", 0, start - 1) + 1) : start].strip():
            start = above
    stop = _PARAGRAPH_END.search(text, start)
    return start, stop.start() if stop else len(text)


def of_baseline(entries: Sequence[Entry], where: str) -> list[Waiver]:
    """Return the entries of a baseline as waivers."""
    return [
        Waiver(
            "baseline",
            where,
            f"{entry.rule} in {entry.path or 'this folder'}",
            (entry.rule,),
            entry.reason,
            date.fromisoformat(entry.expires) if entry.expires else None,
            entry=entry,
        )
        for entry in entries
    ]


@frozen
class Waived:
    """The findings with their waivers put to them, and how many findings each waiver let stay."""

    findings: tuple[Finding, ...]
    used: tuple[int, ...]


def suppress(
    findings: Sequence[Finding],
    given: Sequence[Waiver],
    claims: Mapping[str, Claim],
    topics: Mapping[str, Topic],
    as_of: date | None,
    missing: Collection[str] = (),
) -> Waived:
    """Return the findings, each with the reason of the first waiver that covers it; an expired one covers nothing.

    An entry of the baseline whose path is in `missing` (a file that is no more: renamed) is known by its content.
    """
    held = [waiver for waiver in given if not waiver.expired(as_of)]
    accepting = _accepting(held, missing)
    comments = _Comments([waiver for waiver in held if waiver.entry is None])
    used: Counter[int] = Counter()
    out = []
    for finding in findings:
        covering = [*filter(None, (comments.over(finding, claims, topics), accepting(finding)))]
        used.update(map(id, covering))
        for waiver in covering[:1]:
            finding = replace(finding, suppressed=waiver.reason, suppressed_by=waiver.by, suppressed_at=waiver.where)
        out.append(finding)
    return Waived(tuple(out), tuple(used[id(waiver)] for waiver in given))


def _accepting(held: Sequence[Waiver], missing: Collection[str]) -> Callable[[Finding], Waiver | None]:
    """Return what finds the baseline's waiver of a finding: by its fingerprint, in a renamed file by its content."""
    entries = [(waiver.entry, waiver) for waiver in held if waiver.entry]
    by_print = {entry.fingerprint: waiver for entry, waiver in entries}
    moved = {entry.content_fingerprint: waiver for entry, waiver in entries if entry.path in missing}
    return lambda finding: by_print.get(finding.fingerprint) or moved.get(finding.content_fingerprint)


def unchanged(report: Report, lines: Mapping[str, Sequence[tuple[int, int]]], since: str) -> Report:
    """Return the report with each finding waived of which no figure stands on a changed line.

    `lines` are the changed ones, by the document's path from the root; what is said of the run itself always counts.
    """
    claims = {claim.id: claim for claim in report.claims}
    papers = {document.path: document for document in report.documents}

    def touched(claim: Claim) -> bool:
        paper = papers[claim.document]
        first, last = paper.place(claim.start)[0], paper.place(claim.end - 1)[0]
        changed = lines.get(paper.uri, ())
        return bool(changed) if paper.spots else any(start <= last and first <= end for start, end in changed)

    findings = tuple(
        f
        if f.suppressed is not None or not f.claims or any(touched(claims[name]) for name in f.claims)
        else replace(f, suppressed=f"no changed line since {since}", suppressed_by="unchanged")
        for f in report.findings
    )
    return replace(report, findings=findings)


class _Comments:
    """The waivers in texts, by the rules they name and by where they hold, so that thousands of them cost little."""

    def __init__(self, waivers: Sequence[Waiver]) -> None:
        self._waivers = waivers
        self._by_rule: dict[str, tuple[list[int], dict[str, _Stretches]]] = {}

    def over(self, finding: Finding, claims: Mapping[str, Claim], topics: Mapping[str, Topic]) -> Waiver | None:
        """Return the first waiver that covers a finding: of its topic, or where all its words in one text stand."""
        if finding.rule not in self._by_rule:
            self._by_rule[finding.rule] = self._naming(finding.rule)
        of_topics, of_texts = self._by_rule[finding.rule]
        found: list[int] = []
        topic = topics.get(finding.topic or "")
        if topic is not None:
            label = set(topic.label.casefold().split())
            found += (number for number in of_topics if label.issuperset(self._waivers[number].topic))
        for document, start, end in _spans(finding, claims):
            if document in of_texts:
                found += of_texts[document].around(start, end)
        return self._waivers[min(found)] if found else None

    def _naming(self, rule: str) -> tuple[list[int], dict[str, _Stretches]]:
        """Return the waivers that name a rule, by number: those of topics, and those of each document."""
        of_topics: list[int] = []
        stretches: dict[str, list[tuple[int, int, int]]] = {}
        for number, waiver in enumerate(self._waivers):
            if not waiver.names(rule):
                continue
            if waiver.topic:
                of_topics.append(number)
            elif waiver.at is not None and waiver.covers is not None:
                stretches.setdefault(waiver.at.document, []).append((*waiver.covers, number))
        return of_topics, {document: _Stretches(rows) for document, rows in stretches.items()}


def _spans(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[tuple[str, int, int]]:
    """Yield each document that a finding speaks of, and from where to where its words there stand."""
    places = [(claims[name].document, claims[name].start, claims[name].end) for name in finding.claims]
    places += [(place.document, place.start, place.end) for place in (finding.at, finding.against) if place is not None]
    for document, held in groupby(sorted(places), key=itemgetter(0)):
        here = list(held)
        yield document, here[0][1], max(end for _, _, end in here)


class _Stretches:
    """Stretches of a text with a number each: from, to, number."""

    def __init__(self, rows: Sequence[tuple[int, int, int]]) -> None:
        self._rows = sorted(rows)
        self._starts = [start for start, _, _ in self._rows]
        self._farthest = list(accumulate((end for _, end, _ in self._rows), max))

    def around(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers of the stretches that hold the text from `start` up to `end`."""
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._farthest[at] >= end:
            if self._rows[at][1] >= end:
                yield self._rows[at][2]
            at -= 1
