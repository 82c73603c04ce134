"""The one thread: articles are read, their figures normalised, aligned and judged, and a report comes out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from numcheck import load
from numcheck.claims import claims
from numcheck.claims.ties import ties
from numcheck.judge import Case, judge, settle
from numcheck.judge import load_rules as load_rules
from numcheck.judge.rules.adjust import adjusted
from numcheck.judge.rules.pages import prose
from numcheck.judge.rules.profiles import PROFILES
from numcheck.judge.waivers import baseline, decisions
from numcheck.judge.waivers.decisions import Decisions
from numcheck.judge.waivers.revisions import revise
from numcheck.judge.waivers.suppress import of_baseline, waivers
from numcheck.language import Lexicon, english, using
from numcheck.link import link
from numcheck.load import gather
from numcheck.load.gather import Gathered, Text, each
from numcheck.model.article import Article, Role
from numcheck.model.claim import Claim
from numcheck.model.decision import Decision
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import SEVERITIES, Entry, Finding
from numcheck.model.limits import FIGURES
from numcheck.model.origin import line_starts
from numcheck.model.read_article import ReadArticle
from numcheck.model.reading import Mark
from numcheck.model.report import Document, Job, Noted, Spoken
from numcheck.model.revision import Revision
from numcheck.model.rule import Rule
from numcheck.model.story import Story, Topic
from numcheck.model.ties import Tie
from numcheck.normalise import normalise
from numcheck.normalise.rates import rate
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.reading.quantulum import opinion
from numcheck.reading.superlatives import superlatives
from numcheck.reading.text_words import text_words
from numcheck.report.notebook import Shown
from numcheck.settings import Settings

Item = TypeVar("Item")
Step = Callable[[str, int, int], None]
"""What a run tells how far it is: the step in words, how much of it is done, and of how much (0: not known)."""


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def extract(text: str) -> list[Claim]:
    """Return every figure of one text, in order."""
    return list(_taken_in(Article("text", text, "text"), "d1", english()).claims)


def compare(
    articles: Text | Iterable[Text], settings: Settings | None = None, step: Step = silent, told: Decisions | None = None
) -> Shown:
    """Return where the articles of one story disagree: Articles, paths of files or folders, or (name, text) pairs.

    `told` are decisions in the place of those that the settings name.
    Raises NumcheckError for an article that cannot be read, for two of one name, and for a bad rule or table.
    """
    chosen = settings or Settings()
    given = list(each(articles))
    if any(isinstance(text, str) for text in given):
        raise NumcheckError("a bare string is no article", hint="pathlib.Path(...) for a file, (outlet, text) for a text")
    found, reference = _with_reference(_gathered(given, "article", step, chosen), chosen)
    return _run(_Run("compare", found, chosen, rules_of(chosen), reference, step=step, told=told))


def take_in(article: Article, lexicon: Lexicon) -> ReadArticle:
    """Return what is read of one article alone: kept, it can be compared later without reading it again."""
    return _taken_in(article, "d1", lexicon)


def compare_read(known: Sequence[ReadArticle], settings: Settings | None = None) -> Shown:
    """Return where articles that were taken in disagree, as `compare` does."""
    chosen = settings or Settings()
    found = Gathered(tuple(taken.article for taken in known))
    return _run(_Run("compare", found, chosen, rules_of(chosen), known=known))


def gate(
    draft: Text | Sequence[Text],
    sources: Text | Sequence[Text] = (),
    settings: Settings | None = None,
    step: Step = silent,
    told: Decisions | None = None,
) -> Shown:
    """Return how each figure of the draft (or drafts) stands to the sources; a string is a text, a path a file or folder.

    A draft is held against the `sources` and those that its front matter names, never against another draft's own. `told` are
    decisions in the place of those that the settings name. Raises
    NumcheckError for a text that cannot be read, for a draft without a source, for a file given as both, and for a bad rule or
    table.
    """
    chosen = settings or Settings()
    drafts = _gathered(each(draft), "draft", step, chosen)
    given = list(each(sources))
    named = _gathered(given, "source", step, chosen) if given else None
    with using(lexicon_of(chosen)):
        held = gather.sources(drafts.articles, named, _tree(chosen))
    groups: dict[frozenset[str], list[str]] = {}
    for article in drafts.articles:
        groups.setdefault(held.of(article), []).append(article.path)
    beside = held.all()
    skipped = tuple(dict.fromkeys((*drafts.skipped, *beside.skipped)))
    together = Gathered((*drafts.articles, *beside.articles), skipped)
    meeting = tuple(frozenset((*others, *own)) for others, own in groups.items())
    return _run(_Run("gate", together, chosen, rules_of(chosen), groups=meeting, step=step, told=told))


def names_sources(texts: Iterable[Path]) -> bool:
    """Tell whether one of these files says in its front matter what it was written from."""
    return any(article.sources for path in texts if path.is_file() for article in load.articles(path).articles)


def survey(texts: Text | Iterable[Text], settings: Settings | None = None, step: Step = silent) -> Shown:
    """Return every figure and every other numeral of each text on its own: nothing is aligned, nothing judged."""
    chosen = settings or Settings()
    return _run(_Run("extract", _gathered(each(texts), "article", step, chosen), chosen, step=step))


def diff(old: Text, new: Text, settings: Settings | None = None) -> Revision:
    """Return which figures changed between two versions of one article; raise NumcheckError as `survey` does."""
    was, now = (survey(text, settings) for text in (old, new))
    for report, text, name in ((was, old, "the old version"), (now, new, "the new version")):
        if len(report.documents) != 1:
            where = str(text) if isinstance(text, Path) else ""
            raise NumcheckError(
                f"{name} is {len(report.documents)} articles", where=where, hint="give one file for each version"
            )
    told = decided_of(settings or Settings())
    return revise(was.documents[0], now.documents[0], was.claims, now.claims, told.between(was.claims, now.claims))


def second_opinion(texts: Text | Iterable[Text]) -> Shown:
    """Return what quantulum3 reads in the same texts, in its own names of units; it keeps no account of what it leaves out."""
    found = _gathered(each(texts), "article", silent, Settings())
    claims = tuple(claim for at, article in enumerate(found.articles, 1) for claim in opinion(article, f"d{at}"))
    return Shown("extract", {"engine": "quantulum3"}, _documents(found.articles), claims, skipped=found.skipped)


def spoken(texts: Iterable[tuple[str, str, Role]], rules: Sequence[Rule]) -> frozenset[str]:
    """Return the names of the rules that speak of these texts (outlet, text, role): an example of a rule's page."""
    articles = [load.from_text(outlet, text, role) for outlet, text, role in texts]
    job: Job = "gate" if any(article.role == "draft" for article in articles) else "compare"
    return frozenset(finding.rule for finding in _run(_Run(job, Gathered(tuple(articles)), Settings(), rules)).findings)


@dataclass(frozen=True, slots=True)
class _Run:
    """What one run is about: its job, the texts it was given, what was chosen, and the rules to judge by.

    `reference` is the path of the article that is quoted first; `groups` are the paths of the articles that meet each other,
    where not all do: findings and topics come group by group. `known` is what was read of each article, where it was before;
    `told` are decisions in the place of those of the settings.
    """

    job: Job
    found: Gathered
    settings: Settings
    rules: Sequence[Rule] = ()
    reference: str | None = None
    groups: Sequence[frozenset[str]] = ()
    known: Sequence[ReadArticle] = ()
    step: Step = silent
    told: Decisions | None = None

    def decided(self) -> Decisions:
        """Return the decisions of the run."""
        return decided_of(self.settings) if self.told is None else self.told


def _gathered(texts: Iterable[Text], role: Role, step: Step, settings: Settings) -> Gathered:
    """Return the articles of these texts, telling of each that it is opened."""

    def opened() -> Iterator[Text]:
        for number, text in enumerate(texts, 1):
            step("opening", number, 0)
            yield text

    with using(lexicon_of(settings)):
        return gather.gather(opened(), role, _tree(settings))


def _tree(settings: Settings) -> Path | None:
    """Return the folder out of which neither a link nor front matter may lead; None where they may lead anywhere."""
    return None if settings.outside else settings.root


def _with_reference(found: Gathered, settings: Settings) -> tuple[Gathered, str | None]:
    """Return the articles with the reference among them, read in where it was not, and its path; None where none was chosen."""
    chosen = settings.reference
    if chosen is None:
        return found, None
    own = next((a.path for a in found.articles if Path(a.path) == chosen or gather.file_of(a) == chosen.resolve()), None)
    if own is not None:
        return found, own
    with using(lexicon_of(settings)):
        more = load.load(chosen, "article")
    return Gathered((*found.articles, more), found.skipped), more.path


def lexicon_of(settings: Settings) -> Lexicon:
    """Return the lexicon of a run: English, with the tables that were put in the place of its own."""
    return Lexicon(replaced=settings.lexicon) if settings.lexicon else english()


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of a run, as its profile and then the user adjusts them.

    The built-in ones alone are read once, a user's folders each time.
    """
    read = load_rules(settings.rules) if settings.rules else _built_in_rules()
    changes = {**PROFILES[settings.profile], **settings.adjust}
    return adjusted(read, changes) if changes else read


def explained(name: str, settings: Settings) -> Spoken:
    """Return a rule and its page; raise NumcheckError, with a pack or rules of like names, where there is none of this."""
    (rule,) = named_rules(load_rules(settings.rules), [name])
    return Spoken(rule, prose(rule))


def named_rules(rules: Sequence[Rule], names: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules of these names, in their own order; raise NumcheckError, with what is like it, for a name of none."""
    known = [rule.name for rule in rules]
    for name in names:
        if name not in known:
            near = _like(name, known)
            hint = f"did you mean {' or '.join(near)}?" if near else "`numcheck rules` lists them"
            raise NumcheckError(f"there is no rule {name!r}", hint=hint)
    return tuple(rule for rule in rules if rule.name in names)


def _like(name: str, known: Sequence[str]) -> Sequence[str]:
    """Return the names of rules that may be meant: of a name without its pack those in any pack, or the packs like it."""
    if "/" in name:
        return get_close_matches(name, known, 1)
    packs = sorted({full.partition("/")[0] for full in known})
    of_any_pack = [full for full in known if full.rpartition("/")[2] == name]
    return of_any_pack or get_close_matches(name, packs, 1) or get_close_matches(name, known, 3, 0.5)


def decided_of(settings: Settings) -> Decisions:
    """Return the decisions of a run: those of the file that is named; raise NumcheckError for a file that is none."""
    return decisions.read(settings.decisions) if settings.decisions is not None else Decisions()


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
def _run(run: _Run) -> Shown:
    """Take all articles through the stages; `extract` ends before they meet."""
    settings = run.settings
    lexicon = lexicon_of(settings)
    report = _surveyed(run, lexicon)
    if run.job == "extract":
        return report
    by_path, told = _by_path(run.found.articles), run.decided()
    applied = told.applied(report.claims)
    groups = run.groups or [frozenset(by_path)]
    parts = []
    for number, group in enumerate(groups, 1):
        run.step("comparing", number, len(groups))
        parts.append(_met(run, report, {path: a for path, a in by_path.items() if path in group}, lexicon, applied))
    together = parts[0] if len(parts) == 1 else _joined(parts)
    findings = _settled(run, together, lexicon)
    spoken = {finding.rule for finding in findings}
    return replace(
        together,
        findings=findings,
        rules=tuple(Spoken(r, prose(r)) for r in run.rules if r.name in spoken),
        decisions=tuple(sorted(set(applied.values()), key=lambda answer: answer.pair)),
        stale=tuple(told.stale(report.claims, by_path)),
    )


def _surveyed(run: _Run, lexicon: Lexicon) -> Shown:
    """Return the report of what is read in each article alone."""
    articles, settings = run.found.articles, run.settings
    told: list[Claim] = []
    marks: list[Noted] = []
    unread: list[Noted] = []
    tables = [column for article in articles if article.role == "source" for column in article.columns]
    for number, article in enumerate(articles, 1):
        run.step("reading", number, len(articles))
        taken = run.known[number - 1].numbered(f"d{number}") if run.known else _taken_in(article, f"d{number}", lexicon)
        told += taken.claims
        ranks = superlatives(article.readable(), tables) if article.role == "draft" else ()
        noted = sorted((*taken.marks, *ranks), key=attrgetter("start"))
        marks += (Noted(article.path, article.role, mark) for mark in noted)
        unread += (Noted(article.path, article.role, left) for left in taken.unread)
    return Shown(
        run.job,
        settings=replace(settings, as_of=_as_of(run)).to_dict(),
        documents=_documents(articles, settings.root),
        claims=tuple(told),
        marks=tuple(marks),
        unread=tuple(unread),
        skipped=run.found.skipped,
    )


def _as_of(run: _Run) -> date | None:
    """Return the day to judge by: the one that was given, else that of the newest text."""
    return run.settings.as_of or max((a.published.day for a in run.found.articles if a.published), default=None)


def _met(
    run: _Run, report: Shown, met: Mapping[str, Article], lexicon: Lexicon, applied: Mapping[tuple[str, str], Decision]
) -> Shown:
    """Return the report with what comes of it where the articles of one group meet, the decisions `applied` to its pairs."""
    told = [claim for claim in report.claims if claim.document in met]
    story = _told_from(link(told, met, lexicon, told=applied), run.settings.at_least)
    places = [at for at, mark in enumerate(report.marks) if mark.document in met]
    case = _case(run, report, story, lexicon).among(met)
    texts = {path: text_words(article) for path, article in met.items()}
    judgement = judge(replace(case, ties=_tied(case), texts=texts), run.rules)
    words = {claim.id: claim.text for claim in told}
    ledger = tuple(_of_run(entry, places, words, report.marks) for entry in judgement.ledger)
    return replace(
        report,
        topics=story.topics,
        rivals=story.rivals,
        possible=story.possible,
        findings=judgement.findings,
        to_check=judgement.to_check,
        ledger=ledger,
    )


def _tied(case: Case) -> dict[str, Sequence[Tie]]:
    """Return how each article that is judged ties its own figures."""
    told: dict[str, list[Claim]] = {}
    marks: dict[str, list[Mark]] = {}
    for claim in case.claims:
        told.setdefault(claim.document, []).append(claim)
    for noted in case.marks:
        if isinstance(noted.item, Mark):
            marks.setdefault(noted.document, []).append(noted.item)
    return {a.path: ties(a, told.get(a.path, ()), marks.get(a.path, ()), case.lexicon) for a in case.judged()}


def _told_from(story: Story, least: float | None) -> Story:
    """Return the story with the probability from which pairs are told, where one was chosen."""
    return story if least is None else replace(story, told=least, disputed=min(least, story.disputed))


def _of_run(entry: Entry, places: Sequence[int], words: Mapping[str, str], marks: Sequence[Noted]) -> Entry:
    """Return an entry of one group as it stands in the whole run: its marks numbered as there, and with its words."""
    if entry.mark is None:
        return replace(entry, text=words[entry.subject or ""])
    at = places[entry.mark]
    return replace(entry, mark=at, nearest=None if entry.nearest is None else places[entry.nearest], text=marks[at].item.text)


def _settled(run: _Run, report: Shown, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return the findings with the waivers of the texts and the baseline put to them, and what the rules say of these."""
    settings, articles = run.settings, run.found.articles
    entries = baseline.read(settings.baseline) if settings.baseline else ()
    given = waivers(articles, [rule.name for rule in run.rules], gate=run.job == "gate")
    case = _case(run, report, Story(report.topics), lexicon)
    given += of_baseline(entries, str(settings.baseline))
    return settle(case, report.findings, given, run.rules, baseline.missing(entries, settings.root))


def _case(run: _Run, report: Shown, story: Story, lexicon: Lexicon) -> Case:
    """Return what the judge is given of a report."""
    return Case(
        run.found.articles,
        report.claims,
        report.marks,
        report.unread,
        story,
        gate=run.job == "gate",
        lexicon=lexicon,
        reference=run.reference,
        names={document.path: document.uri for document in report.documents},
        as_of=_as_of(run),
        rate=rate,
    )


def _joined(parts: Sequence[Shown]) -> Shown:
    """Return the report of all groups: the topics of the later ones are numbered on, what is said of the run is said once."""
    topics: list[Topic] = []
    findings: dict[Finding, None] = {}
    for part in parts:
        new = {topic.id: f"t{len(topics) + at}" for at, topic in enumerate(part.topics, 1)}
        topics += (replace(topic, id=new[topic.id]) for topic in part.topics)
        findings.update(dict.fromkeys(replace(f, topic=new.get(f.topic or "")) for f in part.findings if f not in findings))
    return replace(
        parts[0],
        topics=tuple(topics),
        rivals=_all(parts, attrgetter("rivals")),
        possible=_all(parts, attrgetter("possible")),
        to_check=_all(parts, attrgetter("to_check")),
        findings=tuple(sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), not f.gross))),
        ledger=_all(parts, attrgetter("ledger")),
    )


def _all(parts: Iterable[Shown], told: Callable[[Shown], Iterable[Item]]) -> tuple[Item, ...]:
    """Return what all parts of a report tell of one kind."""
    return tuple(chain.from_iterable(map(told, parts)))


def _by_path(articles: Sequence[Article]) -> dict[str, Article]:
    by_path: dict[str, Article] = {}
    for article in articles:
        if article.path in by_path:
            raise NumcheckError("two texts have this name", where=article.path, hint="give each text a name of its own")
        by_path[article.path] = article
    return by_path


@_uncollected()
def _taken_in(article: Article, prefix: str, lexicon: Lexicon) -> ReadArticle:
    """Take one article alone from its text to its claims."""
    units = catalogue(lexicon)
    reading = read(article.readable(), lexicon, units)
    quantities = [normalise(mention, units) for mention in reading.mentions]
    FIGURES.hold(len(quantities), article.path)
    told = claims(article, prefix, reading, quantities, lexicon)
    return ReadArticle(article, tuple(told), reading.marks, reading.unread)


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
        text=article.readable() if article.role == "draft" else "",
    )


def _uri(path: str, root: Path | None) -> str:
    """Return the path from the root of the repository, or as it was given where it lies outside."""
    if root is None:
        return path
    file = Path(path).resolve()
    return file.relative_to(root.resolve()).as_posix() if file.is_relative_to(root.resolve()) else path
