"""The one thread: articles are read, their figures normalised, aligned and judged, and a report comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from numcheck import load
from numcheck.align import align
from numcheck.claims import claims
from numcheck.extract import read
from numcheck.extract.quantulum import opinion
from numcheck.judge import judge
from numcheck.judge import load_rules as load_rules
from numcheck.lexicon import Lexicon, english
from numcheck.model.article import Article, Role
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.origin import line_starts
from numcheck.model.reading import Reading
from numcheck.model.report import Document, Job, Noted, Report, Skipped
from numcheck.model.rule import Rule
from numcheck.model.unit import Units
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.settings import Settings

Text = str | Path | Article | tuple[str, str]
"""A text in any form: a string, a file or folder, an Article, or a (name, text) pair."""


def extract(text: str) -> list[Claim]:
    """Return every figure of one text, in order."""
    lexicon = english()
    return _read(Article("text", text, "text"), "d1", lexicon, catalogue(lexicon))[1]


def compare(articles: Text | Iterable[Text], settings: Settings | None = None) -> Report:
    """Return where the articles of one story disagree: Articles, paths of files or folders, or (name, text) pairs.

    Raises NumcheckError for an article that cannot be read, for two of one name, and for a bad rule or table.
    """
    chosen = settings or Settings()
    given = list(_each(articles))
    if any(isinstance(text, str) for text in given):
        raise NumcheckError("a bare string is no article", hint="pathlib.Path(...) for a file, (outlet, text) for a text")
    found = _gather(given, "article")
    reference = None
    if chosen.reference is not None:
        reference = next((a.path for a in found.articles if _same_file(a.path, chosen.reference)), None)
        if reference is None:
            found.articles.append(load.load(chosen.reference, "article"))
            reference = found.articles[-1].path
    return _run("compare", found, chosen, _rules(chosen), reference)


def gate(draft: Text | Sequence[Text], sources: Text | Sequence[Text], settings: Settings | None = None) -> Report:
    """Return how each figure of the draft (or drafts) stands to the sources; a string is a text, a path a file or folder.

    Raises NumcheckError for a text that cannot be read, for a file given as both, and for a bad rule or table.
    """
    chosen = settings or Settings()
    drafts = _gather(_each(draft), "draft")
    originals = _gather(_each(sources), "source")
    files = {Path(article.path).resolve() for article in drafts.articles}
    both = next((article.path for article in originals.articles if Path(article.path).resolve() in files), None)
    if both is not None:
        hint = "name each text once: DRAFT... --sources PATH"
        raise NumcheckError("this is given as a draft and as a source", where=both, hint=hint)
    together = _Gathered(drafts.articles + originals.articles, drafts.skipped + originals.skipped)
    return _run("gate", together, chosen, _rules(chosen))


def survey(texts: Text | Iterable[Text], settings: Settings | None = None) -> Report:
    """Return every figure and every other numeral of each text on its own: nothing is aligned, nothing judged."""
    return _run("extract", _gather(_each(texts), "article"), settings or Settings(), ())


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


def _gather(texts: Iterable[Text], role: Role) -> _Gathered:
    found = _Gathered([], [])
    seen: set[Path] = set()
    nameless = 0
    for text in texts:
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


def _rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of a run; the built-in ones alone are read once, a user's folders each time."""
    return load_rules(settings.rules) if settings.rules else _built_in_rules()


@lru_cache(maxsize=1)
def _built_in_rules() -> tuple[Rule, ...]:
    return load_rules()


def _run(job: Job, found: _Gathered, settings: Settings, rules: Sequence[Rule], reference: str | None = None) -> Report:
    """Take all articles through the stages; `extract` ends before they meet."""
    articles = found.articles
    by_path = _by_path(articles)
    lexicon = Lexicon(replaced=settings.lexicon) if settings.lexicon else english()
    units = catalogue(lexicon)
    told: list[Claim] = []
    marks: list[Noted] = []
    unread: list[Noted] = []
    for number, article in enumerate(articles, 1):
        reading, figures = _read(article, f"d{number}", lexicon, units)
        told += figures
        marks += (Noted(article.path, article.role, mark) for mark in reading.marks)
        unread += (Noted(article.path, article.role, left) for left in reading.unread)
    as_of = settings.as_of or max((article.published.day for article in articles if article.published), default=None)
    report = Report(
        job,
        settings=replace(settings, as_of=as_of).to_dict(),
        documents=_documents(articles),
        claims=tuple(told),
        marks=tuple(marks),
        unread=tuple(unread),
        skipped=tuple(found.skipped),
    )
    if job == "extract":
        return report
    story = align(told, by_path, lexicon)
    judgement = judge(articles, told, marks, story, rules, job=job, lexicon=lexicon, reference=reference)
    return replace(
        report,
        topics=story.topics,
        rivals=story.rivals,
        possible=story.possible,
        findings=judgement.findings,
        ledger=judgement.ledger,
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


def _documents(articles: Iterable[Article]) -> tuple[Document, ...]:
    return tuple(_document(f"d{number}", article) for number, article in enumerate(articles, 1))


def _document(name: str, article: Article) -> Document:
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
    )
