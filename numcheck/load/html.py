"""HTML: trafilatura tells which text is the article; headline, standfirst, captions, lists and tables are found beside it.

Before trafilatura sees the page, each piece of text is marked with a number in signs that no article has. What comes back
tells by these numbers which pieces it kept, so that every character keeps its place in the file.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from numcheck.load import dates, plain_text
from numcheck.load.comments import in_markup
from numcheck.load.decode import decode
from numcheck.load.html_metadata import page_metadata
from numcheck.load.loader import Page, needed
from numcheck.load.markup import INLINE, Element, Markup, Run, parse
from numcheck.load.markup_text import Block, build, words
from numcheck.load.metadata import Metadata
from numcheck.model.article import Part, Section
from numcheck.model.errors import Unreadable

SUFFIXES = (".html", ".htm", ".xhtml")

LARGEST, MOST_RUNS = 10_000_000, 20_000
"""Characters of a page, and pieces of text in it, at most: no article comes near them, and trafilatura takes its time."""

_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)
_LATIN = frozenset(("iso8859-1", "ascii", "utf-8", "cp1252"))

_MARK, _DIGITS = "\u28ff", [chr(code) for code in range(0x2801, 0x28FF)]
"""Braille signs: they pass through trafilatura as they are, and are no letters to it."""
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_MARKED = re.compile(f"{_MARK}([{_DIGITS[0]}-{_DIGITS[-1]}]{{3}})")
_SPANS = re.compile(r"\b(?:col|row)span\s*=", re.I)
"""Trafilatura writes out each column that a cell spans, however many; which text it keeps does not hang on them."""
_NO_BRAILLE = dict.fromkeys(range(10240, 10496), "x")

_OUTSIDE = frozenset("nav footer aside menu".split())
_OUTSIDE_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog menu".split())
_OUTSIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|related|recommended|newsletter|promo|advert(?:isement)?|ads?|share|sharing|social|comments?"
    r"|disqus|bylines?|authors?|datelines?|timestamps?|(?:post|entry|article)-meta|breadcrumbs?|sidebar|nav|navbar|navigation|menu|masthead|site-header|subscribe|subscription|paywall|trending"
    r"|most-?(?:read|popular)|more-(?:on|stories)|read-?more|outbrain|taboola|footer|skip-?link|sr-only|screen-reader(?:-text)?"
    r"|visually-?hidden)(?:$|[\s_-])",
    re.I,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|dek|deck|sub-?title|sub-?head(?:line|ing)?|strap-?line|summary|lede|intro(?:duction)?"
    r"|article-?description)(?:$|[\s_-])",
    re.I,
)
_SIBLINGS = frozenset("p li blockquote dd dt h2 h3 h4".split())
_LONGEST_STANDFIRST = 600
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the article of a page; raise Unreadable where there is none."""
    declared = _CHARSET.search(data[:4096])
    return (read(decode(data, where, _codec(declared[1].decode("ascii", "ignore")) if declared else None), where),)


def read(text: str, where: str) -> Page:
    """Return the article in the markup `text`."""
    hint = "save the article alone"
    if len(text) > LARGEST:
        raise Unreadable(f"this page is larger than {LARGEST // 1_000_000} million characters", where=where, hint=hint)
    markup = parse(text)
    runs = [run for run in markup.runs if text[run.start : run.end].strip()]
    if len(runs) > MOST_RUNS:
        raise Unreadable(f"this page has more than {MOST_RUNS:,} pieces of text", where=where, hint=hint)
    said = page_metadata(text, markup)
    parts = _parts(text, markup, runs, _survivors(text, runs, where), said) if runs else {}
    if not parts:
        raise Unreadable("there is no article in this page", where=where, hint="save the article's text alone")
    built = build(text, markup, parts)
    sections = tuple(_sections(built.blocks, built.text))
    title = next((built.text[s.start : s.end] for s in sections if s.name == "headline"), None)
    return Page(
        text=built.text,
        said=Metadata(outlet=said.outlet, url=said.url),
        title=title or said.title,
        published=said.published or dates.printed(built.text),
        sections=sections,
        origin=built.origin,
        notes=in_markup(text, built.origin),
    )


def _codec(name: str) -> str | None:
    """Return the codec that a page declares where it must be told; UTF-8 and Windows-1252 are recognised without."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return None if found in _LATIN or found.startswith("utf") else found


def _survivors(text: str, runs: Sequence[Run], where: str) -> frozenset[Run]:
    """Return the runs that trafilatura takes for the article."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise needed("HTML", "html", where) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    base = len(_DIGITS)
    parts, at = [], 0
    for number, run in enumerate(runs[: base**3]):
        piece = text[run.start : run.end]
        start = run.start + len(piece) - len(piece.lstrip())
        digits = _DIGITS[number // base**2] + _DIGITS[number // base % base] + _DIGITS[number % base]
        parts += [text[at:start].translate(_NO_BRAILLE), _MARK, digits]
        at = start
    marked = _SPANS.sub("data-x=", "".join([*parts, text[at:].translate(_NO_BRAILLE)]))
    try:
        found = bare_extraction(marked, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # a page that trafilatura stumbles over is read by its elements alone
        return frozenset()
    told = getattr(found, "text", None) or ""
    return frozenset(runs[(_VALUES[a] * base + _VALUES[b]) * base + _VALUES[c]] for a, b, c in _MARKED.findall(told))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an element: furniture, a link, a caption, a headline, a standfirst, a table, the article's frame."""

    outside: bool = False
    linked: bool = False
    caption: bool = False
    heading: Element | None = None
    standfirst: bool = False
    table: Element | None = None
    frame: Element | None = None
    holder: Element | None = None


_NOWHERE = _Around()


def _around(markup: Markup, survivors: Iterable[Run], heading: Element | None) -> Mapping[Element, _Around]:
    """Return what stands around each element; `survivors` weigh against a class that calls half of the article furniture."""
    weight: Counter[Element] = Counter()
    for run in survivors:
        weight[run.element] += run.end - run.start
    total = sum(weight.values())
    for element in reversed(markup.elements):
        if element.parent is not None:
            weight[element.parent] += weight[element]
    spared = set(heading.above()) if heading is not None else set()
    found: dict[Element, _Around] = {}
    for element in markup.elements:
        above = found.get(element.parent, _NOWHERE) if element.parent is not None else _NOWHERE
        said = element.attributes() if element.written else {}
        called = f"{said.get('class', '')} {said.get('id', '')}"
        furniture = element.name in _OUTSIDE or said.get("role", "").lower() in _OUTSIDE_ROLES
        light = element not in spared and weight[element] * 3 <= total
        found[element] = _Around(
            outside=above.outside or furniture or (light and _OUTSIDE_CLASS.search(called) is not None),
            linked=above.linked or element.name == "a",
            caption=above.caption or element.name == "figcaption",
            heading=element if element.name == "h1" else above.heading,
            standfirst=above.standfirst
            or _STANDFIRST.search(called) is not None
            or said.get("itemprop", "").lower() in ("description", "alternativeheadline"),
            table=element if element.name == "table" else above.table,
            frame=element if element.name in ("article", "main") else above.frame,
            holder=above.holder if element.name in INLINE else element,
        )
    return found


def _parts(text: str, markup: Markup, runs: Sequence[Run], survivors: frozenset[Run], said: Metadata) -> Mapping[Run, Part]:
    """Return the runs of the article, each with the part it stands in."""
    heading = _heading(text, runs, _around(markup, (), None), said)
    around = _around(markup, survivors, heading)
    where = {run: around.get(run.element, _NOWHERE) for run in runs}
    plain = {run.block for run in runs if not where[run].linked and any(c.isalnum() for c in text[run.start : run.end])}
    inside = [run for run in runs if not where[run].outside and (run.block in plain or where[run].table)]
    body = {run for run in inside if run in survivors} or _framed(inside, where)
    if not body:
        return {}
    body |= _beside(inside, body, where)
    if heading is not None:
        body = _below(body, heading)
    ends = min(run.start for run in body), max(run.start for run in body)
    first = min(ends[0], heading.start) if heading is not None else ends[0]
    frames = {where[run].frame for run in body} - {None}
    parts: dict[Run, Part] = {}
    for run in inside:
        here = where[run]
        if heading is not None and here.heading is heading:
            parts[run] = "headline"
        elif here.caption:
            if first < run.start < ends[1] or here.frame in frames:
                parts[run] = "caption"
        elif run in body:
            parts[run] = "lead" if here.standfirst else "body"
        elif here.standfirst and first < run.start < ends[1] and run.end - run.start < _LONGEST_STANDFIRST:
            parts[run] = "lead"
    if heading is not None:
        parts.update({run: "headline" for run in runs if where[run].heading is heading})
    return parts


def _heading(text: str, runs: Iterable[Run], around: Mapping[Element, _Around], said: Metadata) -> Element | None:
    """Return the h1 that is the headline: the one that the page's title repeats, else the first one inside of the article."""
    found: dict[Element, list[Run]] = {}
    for run in runs:
        here = around.get(run.element, _NOWHERE)
        if here.heading is not None and not here.outside:
            found.setdefault(here.heading, []).append(run)
    titled = _letters(said.title or "")
    told = {element: _letters(words(text, held)) for element, held in found.items()}
    told = {element: letters for element, letters in told.items() if letters and letters != _letters(said.outlet or "")}
    same = [e for e, letters in told.items() if titled and (letters in titled or titled in letters)]
    if same:
        return max(same, key=lambda e: len(told[e]))
    framed = [e for e in told if around[e].frame is not None]
    return next(iter(framed or told), None)


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _framed(inside: Sequence[Run], where: Mapping[Run, _Around]) -> set[Run]:
    """Return what is read where trafilatura finds nothing: all of the article element, or of the page."""
    framed = {run for run in inside if where[run].frame is not None}
    return framed or set(inside)


def _beside(inside: Sequence[Run], body: set[Run], where: Mapping[Run, _Around]) -> set[Run]:
    """Return what trafilatura passed over in the midst of the article: the rest of a paragraph, its siblings, and tables."""
    blocks = {run.block for run in body}
    parents = {h.parent for run in body if (h := where[run].holder) is not None and h.name in _SIBLINGS}
    tables = {where[run].table for run in body} - {None}
    first, last = min(run.start for run in body), max(run.start for run in body)
    found: set[Run] = set()
    for run in inside:
        here = where[run]
        among = first < run.start < last
        sibling = here.holder is not None and here.holder.name in _SIBLINGS and here.holder.parent in parents
        if run.block in blocks or here.table in tables or (among and (sibling or here.table is not None)):
            found.add(run)
    return found


def _below(body: set[Run], heading: Element) -> set[Run]:
    """Return the body without what stands above the headline, unless most of it does."""
    below = {run for run in body if run.start > heading.start}
    return below if 2 * sum(r.end - r.start for r in below) > sum(r.end - r.start for r in body) else body


def _sections(blocks: Sequence[Block], text: str) -> Iterator[Section]:
    """Yield headline, captions, standfirst, and the first paragraph of the story as its lead."""
    wanted = True
    if not any(block.part == "headline" for block in blocks):
        headline, lead = plain_text.top(
            text, 0, tuple(Section("caption", b.start, b.end) for b in blocks if b.part == "caption")
        )
        wanted = lead is None
        yield from (Section("headline", *headline),) if headline else ()
        yield from (Section("lead", *lead),) if lead else ()
    for block in blocks:
        if block.part != "body":
            yield Section(block.part, block.start, block.end)
            continue
        story = (
            not block.row and block.element.name not in _HEADINGS and not plain_text.is_furniture(text[block.start : block.end])
        )
        if wanted and story:
            wanted = False
            yield Section("lead", block.start, block.end)
