"""The one thread: articles are read, their figures normalised, aligned and judged, and a report comes out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from numcheck import load
from numcheck.claims import claims
from numcheck.judge import judge, settle
from numcheck.judge import load_rules as load_rules
from numcheck.judge.rules.adjust import adjusted
from numcheck.judge.rules.pages import prose
from numcheck.judge.waivers import baseline
from numcheck.judge.waivers.revisions import revise
from numcheck.judge.waivers.suppress import of_baseline, waivers
from numcheck.language import Lexicon, english
from numcheck.link import align
from numcheck.model.article import Article, Role
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.origin import line_starts
from numcheck.model.reading import Reading
from numcheck.model.report import Document, Job, Noted, Report, Skipped, Spoken
from numcheck.model.revision import Revision
from numcheck.model.rule import Rule
from numcheck.model.story import Topic
from numcheck.model.unit import Units
from numcheck.normalise import normalise
from numcheck.normalise.rates import rate
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.reading.quantulum import opinion
from numcheck.settings import Settings

Text = str | Path | Article | tuple[str, str]
"""A text in any form: a string, a file or folder, an Article, or a (name, text) pair."""

Step = Callable[[str, int, int], None]
"""What a run tells how far it is: the step in words, how much of it is done, and of how much (0: not known)."""


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def extract(text: str) -> list[Claim]:
    """Return every figure of one text, in order."""
    lexicon = english()
    return _read(Article("text", text, "text"), "d1", lexicon, catalogue(lexicon))[1]


def compare(articles: Text | Iterable[Text], settings: Settings | None = None, step: Step = silent) -> Report:
    """Return where the articles of one story disagree: Articles, paths of files or folders, or (name, text) pairs.

    Raises NumcheckError for an article that cannot be read, for two of one name, and for a bad rule or table.
    """
    chosen = settings or Settings()
    given = list(_each(articles))
    if any(isinstance(text, str) for text in given):
        raise NumcheckError("a bare string is no article", hint="pathlib.Path(...) for a file, (outlet, text) for a text")
    found = _gather(given, "article", step)
    reference = None
    if chosen.reference is not None:
        reference = next((a.path for a in found.articles if _same_file(a.path, chosen.reference)), None)
        if reference is None:
            found.articles.append(load.load(chosen.reference, "article"))
            reference = found.articles[-1].path
    return _run("compare", found, chosen, rules_of(chosen), reference, step=step)


def gate(
    draft: Text | Sequence[Text],
    sources: Text | Sequence[Text] = (),
    settings: Settings | None = None,
    step: Step = silent,
) -> Report:
    """Return how each figure of the draft (or drafts) stands to the sources; a string is a text, a path a file or folder.

    A draft is held against the `sources` and those that its front matter names, never against another draft's own. Raises
    NumcheckError for a text that cannot be read, for a draft without a source, for a file given as both, and for a bad rule or
    table.
    """
    chosen = settings or Settings()
    drafts = _gather(_each(draft), "draft", step)
    given = list(_each(sources))
    own = list(dict.fromkeys(path for article in drafts.articles for path in article.sources))
    bare = next((article.path for article in drafts.articles if not given and not article.sources), None)
    if bare is not None:
        hint = "give --sources PATH, or write `sources:` into its front matter"
        raise NumcheckError("this draft has no source to be held against", where=bare, hint=hint)
    shared = _gather(given, "source", step) if given else _Gathered([], [])
    named = {path: _gather([Path(path)], "source", step) for path in own}
    originals = {Path(a.path).resolve(): a for found in (*named.values(), shared) for a in found.articles}
    more = [a for a in originals.values() if a not in shared.articles]
    files = {Path(article.path).resolve() for article in drafts.articles}
    both = next((article.path for file, article in originals.items() if file in files), None)
    if both is not None:
        hint = "name each text once: DRAFT... --sources PATH"
        raise NumcheckError("this is given as a draft and as a source", where=both, hint=hint)
    skipped = [left for found in (drafts, shared, *named.values()) for left in found.skipped]
    together = _Gathered([*drafts.articles, *shared.articles, *more], list(dict.fromkeys(skipped)))
    groups: dict[frozenset[str], list[str]] = {}
    for article in drafts.articles:
        held = (shared, *(named[path] for path in article.sources))
        sources_of = frozenset(originals[Path(a.path).resolve()].path for found in held for a in found.articles)
        groups.setdefault(sources_of, []).append(article.path)
    return _run("gate", together, chosen, rules_of(chosen), groups=[frozenset((*s, *d)) for s, d in groups.items()], step=step)


def names_sources(texts: Iterable[Path]) -> bool:
    """Tell whether one of these files says in its front matter what it was written from."""
    return any(article.sources for path in texts if path.is_file() for article in load.articles(path).articles)


def survey(texts: Text | Iterable[Text], settings: Settings | None = None, step: Step = silent) -> Report:
    """Return every figure and every other numeral of each text on its own: nothing is aligned, nothing judged."""
    return _run("extract", _gather(_each(texts), "article", step), settings or Settings(), (), step=step)


def diff(old: Text, new: Text, settings: Settings | None = None) -> Revision:
    """Return which figures changed between two versions of one article; raise NumcheckError as `survey` does."""
    was, now = (survey(text, settings) for text in (old, new))
    for report, text, name in ((was, old, "the old version"), (now, new, "the new version")):
        if len(report.documents) != 1:
            where = str(text) if isinstance(text, Path) else ""
            raise NumcheckError(
                f"{name} is {len(report.documents)} articles", where=where, hint="give one file for each version"
            )
    return revise(was.documents[0], now.documents[0], was.claims, now.claims)


def second_opinion(texts: Text | Iterable[Text]) -> Report:
    """Return what quantulum3 reads in the same texts, in its own names of units; it keeps no account of what it leaves out."""
    found = _gather(_each(texts), "article")
    claims = tuple(claim for at, article in enumerate(found.articles, 1) for claim in opinion(article, f"d{at}"))
    return Report("extract", {"engine": "quantulum3"}, _documents(found.articles), claims, skipped=tuple(found.skipped))


def spoken(texts: Iterable[tuple[str, str, Role]], rules: Sequence[Rule]) -> frozenset[str]:
    """Return the names of the rules that speak of these texts (outlet, text, role): an example of a rule's page."""
    articles = [load.from_text(outlet, text, role) for outlet, text, role in texts]
    job: Job = "gate" if any(article.role == "draft" for article in articles) else "compare"
    return frozenset(finding.rule for finding in _run(job, _Gathered(articles, []), Settings(), rules).findings)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The articles of a run in order, and the files that were left out, each with the reason."""

    articles: list[Article]
    skipped: list[Skipped]


def _each(texts: Text | Iterable[Text]) -> Iterator[Text]:
    if isinstance(texts, str | Path | Article):
        yield texts
    else:
        yield from texts


def _gather(texts: Iterable[Text], role: Role, step: Step = silent) -> _Gathered:
    found = _Gathered([], [])
    seen: set[Path] = set()
    nameless = 0
    for at, text in enumerate(texts, 1):
        step("opening", at, 0)
        if isinstance(text, Path):
            loaded = load.articles(text, role)
            found.skipped.extend(loaded.skipped)
            for article in loaded.articles:
                file = Path(article.path).resolve()
                if file in seen:
                    found.skipped.append(Skipped(article.path, "given twice, read once"))
                else:
                    seen.add(file)
                    found.articles.append(article)
        elif isinstance(text, Article):
            found.articles.append(text if text.role == role else replace(text, role=role))
        elif isinstance(text, str):
            nameless += 1
            found.articles.append(load.from_text(role if nameless == 1 else f"{role} {nameless}", text, role))
        else:
            name, words = text
            found.articles.append(load.from_text(name, words, role))
    if not found.articles:
        raise NumcheckError(f"there is no {role} to read", hint="give files, or a folder that holds .txt or .md articles")
    return found


def _same_file(path: str, other: Path) -> bool:
    return Path(path) == other or Path(path).resolve() == other.resolve()


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of a run, adjusted; the built-in ones alone are read once, a user's folders each time."""
    read = load_rules(settings.rules) if settings.rules else _built_in_rules()
    return adjusted(read, settings.adjust) if settings.adjust else read


@lru_cache(maxsize=1)
def _built_in_rules() -> tuple[Rule, ...]:
    return load_rules()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the search for cycles of garbage: a run makes none, and keeps what it makes to its end."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@_uncollected()
def _run(
    job: Job,
    found: _Gathered,
    settings: Settings,
    rules: Sequence[Rule],
    reference: str | None = None,
    groups: Sequence[frozenset[str]] = (),
    step: Step = silent,
) -> Report:
    """Take all articles through the stages; `extract` ends before they meet.

    `groups` are the paths of the articles that meet each other, where not all do; findings and topics come group by group.
    """
    articles = found.articles
    by_path = _by_path(articles)
    lexicon = Lexicon(replaced=settings.lexicon) if settings.lexicon else english()
    units = catalogue(lexicon)
    told: list[Claim] = []
    marks: list[Noted] = []
    unread: list[Noted] = []
    for number, article in enumerate(articles, 1):
        step("reading", number, len(articles))
        reading, figures = _read(article, f"d{number}", lexicon, units)
        told += figures
        marks += (Noted(article.path, article.role, mark) for mark in reading.marks)
        unread += (Noted(article.path, article.role, left) for left in reading.unread)
    as_of = settings.as_of or max((article.published.day for article in articles if article.published), default=None)
    report = Report(
        job,
        settings=replace(settings, as_of=as_of).to_dict(),
        documents=_documents(articles, settings.root),
        claims=tuple(told),
        marks=tuple(marks),
        unread=tuple(unread),
        skipped=tuple(found.skipped),
    )
    if job == "extract":
        return report
    names = {document.path: document.uri for document in report.documents}
    parts = []
    for number, group in enumerate(groups or [frozenset(by_path)], 1):
        step("comparing", number, max(len(groups), 1))
        parts.append(_met(job, report, by_path, group, rules, lexicon, reference, as_of))
    together = parts[0] if len(parts) == 1 else _joined(parts)
    given = waivers(articles, [rule.name for rule in rules], gate=job == "gate")
    entries = baseline.read(settings.baseline) if settings.baseline else ()
    given += of_baseline(entries, str(settings.baseline))
    missing = baseline.missing(entries, settings.root)
    findings = settle(
        together.findings, given, articles, told, together.topics, rules, job=job, as_of=as_of, names=names, missing=missing
    )
    spoken = {finding.rule for finding in findings}
    return replace(together, findings=findings, rules=tuple(Spoken(rule, prose(rule)) for rule in rules if rule.name in spoken))


def _met(
    job: Literal["compare", "gate"],
    report: Report,
    articles: Mapping[str, Article],
    group: frozenset[str],
    rules: Sequence[Rule],
    lexicon: Lexicon,
    reference: str | None,
    as_of: date | None,
) -> Report:
    """Return the report with what comes of it where the articles of one group meet."""
    met = {path: article for path, article in articles.items() if path in group}
    told = [claim for claim in report.claims if claim.document in met]
    story = align(told, met, lexicon)
    names = {document.path: document.uri for document in report.documents}
    places = [at for at, mark in enumerate(report.marks) if mark.document in met]
    judgement = judge(
        list(met.values()),
        told,
        [report.marks[at] for at in places],
        story,
        rules,
        job=job,
        lexicon=lexicon,
        reference=reference,
        names=names,
        unread=[noted for noted in report.unread if noted.document in met],
        as_of=as_of,
        rate=rate,
    )
    ledger = tuple(
        e if e.mark is None else replace(e, mark=places[e.mark], nearest=None if e.nearest is None else places[e.nearest])
        for e in judgement.ledger
    )
    return replace(
        report,
        topics=story.topics,
        rivals=story.rivals,
        possible=story.possible,
        findings=judgement.findings,
        ledger=ledger,
    )


def _joined(parts: Sequence[Report]) -> Report:
    """Return the report of all groups: the topics of the later ones are numbered on, what is said of the run is said once."""
    topics: list[Topic] = []
    findings: list[Finding] = []
    for part in parts:
        new = {topic.id: f"t{len(topics) + at}" for at, topic in enumerate(part.topics, 1)}
        topics += (replace(topic, id=new[topic.id]) for topic in part.topics)
        findings += (replace(f, topic=new[f.topic] if f.topic else None) for f in part.findings if f not in findings)
    return replace(
        parts[0],
        topics=tuple(topics),
        rivals=tuple(pair for part in parts for pair in part.rivals),
        possible=tuple(pair for part in parts for pair in part.possible),
        findings=tuple(sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), not f.gross))),
        ledger=tuple(entry for part in parts for entry in part.ledger),
    )


def _by_path(articles: Sequence[Article]) -> dict[str, Article]:
    by_path: dict[str, Article] = {}
    for article in articles:
        if article.path in by_path:
            raise NumcheckError("two texts have this name", where=article.path, hint="give each text a name of its own")
        by_path[article.path] = article
    return by_path


def _read(article: Article, prefix: str, lexicon: Lexicon, units: Units) -> tuple[Reading, list[Claim]]:
    """Take one article alone from its text to its claims."""
    reading = read(article.readable(), lexicon, units)
    quantities = [normalise(mention, units) for mention in reading.mentions]
    return reading, claims(article, prefix, reading, quantities, lexicon)


def _documents(articles: Iterable[Article], root: Path | None = None) -> tuple[Document, ...]:
    return tuple(_document(f"d{number}", article, root) for number, article in enumerate(articles, 1))


def _document(name: str, article: Article, root: Path | None) -> Document:
    published = article.published.isoformat() if article.published else None
    return Document(
        id=name,
        path=article.path,
        outlet=article.outlet,
        role=article.role,
        published=published,
        characters=len(article.text),
        line_starts=line_starts(article.text),
        title=article.title,
        url=article.url,
        origin=article.origin,
        spots=article.spots,
        uri=_uri(article.path, root),
    )


def _uri(path: str, root: Path | None) -> str:
    """Return the path from the root of the repository, or as it was given where it lies outside."""
    if root is None:
        return path
    file = Path(path).resolve()
    return file.relative_to(root.resolve()).as_posix() if file.is_relative_to(root.resolve()) else path
