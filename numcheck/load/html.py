"""HTML: trafilatura tells which text is the article; headline, standfirst, captions, lists and tables are found beside it.

Before trafilatura sees the page, each piece of text is marked with a number in signs that no article has. What comes back
tells by these numbers which pieces it kept, so that every character keeps its place in the file.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from numcheck.load import dates, plain_text
from numcheck.load.comments import in_markup
from numcheck.load.decode import decode
from numcheck.load.html_metadata import page_metadata
from numcheck.load.loader import Page, Span, headline_of, needed, opening
from numcheck.load.markup import INLINE, Element, Markup, Run, parse
from numcheck.load.markup_text import Block, build, words
from numcheck.load.metadata import Metadata
from numcheck.model.article import Part, Section
from numcheck.model.errors import Unreadable
from numcheck.model.frozen import frozen
from numcheck.model.limits import ELEMENTS, PAGE, PIECES

_LIGHT = 3
"""An element with less than one in so many of the characters of a page is light: it is not the article."""
SUFFIXES = (".html", ".htm", ".xhtml")

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
    PAGE.hold(len(text), where)
    markup = parse(text)
    ELEMENTS.hold(len(markup.elements), where)
    runs = [run for run in markup.runs if run.of(text).strip()]
    PIECES.hold(len(runs), where)
    said = page_metadata(text, markup)
    parts = _parts(text, markup, runs, _survivors(text, runs, where), said) if runs else {}
    if not parts:
        raise Unreadable("there is no article in this page", where=where, hint="save the article's text alone")
    built = build(text, markup, parts)
    sections = tuple(_sections(built.blocks, built.text))
    return Page(
        text=built.text,
        said=Metadata(outlet=said.outlet, url=said.url),
        title=headline_of(built.text, sections) or said.title,
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
        piece = run.of(text)
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


@frozen
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

    def siblings(self) -> Element | None:
        """Return the element whose children are the paragraphs and items beside this one; None where it is none itself."""
        return self.holder.parent if self.holder is not None and self.holder.name in _SIBLINGS else None


_NOWHERE = _Around()


def _around(markup: Markup, survivors: Iterable[Run], heading: Element | None) -> Mapping[Element, _Around]:
    """Return what stands around each element; `survivors` weigh against a class that calls half of the article furniture."""
    weight: Counter[Element] = Counter()
    for run in survivors:
        weight[run.element] += run.length
    total = sum(weight.values())
    for element in reversed(markup.elements):
        if element.parent is not None:
            weight[element.parent] += weight[element]
    spared = set(heading.above()) if heading is not None else set()
    found: dict[Element, _Around] = {}
    for element in markup.elements:
        above = _NOWHERE if element.parent is None else found.get(element.parent, _NOWHERE)
        light = element not in spared and weight[element] * _LIGHT <= total
        found[element] = _within(element, above, light=light)
    return found


def _within(element: Element, above: _Around, *, light: bool) -> _Around:
    """Return what stands around the content of an element; of one that is not `light` the class says nothing."""
    said = element.attributes() if element.written else {}
    called = f"{said.get('class', '')} {said.get('id', '')}"
    furniture = element.name in _OUTSIDE or said.get("role", "").lower() in _OUTSIDE_ROLES
    described = said.get("itemprop", "").lower() in ("description", "alternativeheadline")
    return _Around(
        outside=above.outside or furniture or (light and _OUTSIDE_CLASS.search(called) is not None),
        linked=above.linked or element.name == "a",
        caption=above.caption or element.name == "figcaption",
        standfirst=above.standfirst or described or _STANDFIRST.search(called) is not None,
        heading=element if element.name == "h1" else above.heading,
        table=element if element.name == "table" else above.table,
        frame=element if element.name in ("article", "main") else above.frame,
        holder=above.holder if element.name in INLINE else element,
    )


@frozen
class _Story:
    """The article in a page: its runs of text, its headline, the places it goes from and to, and the elements that frame it."""

    body: Set[Run]
    heading: Element | None
    first: int
    last: int
    frames: Set[Element | None]

    def part(self, run: Run, here: _Around) -> Part | None:
        """Return the part that a run stands in; None for what is no part of the article."""
        amid = self.first < run.start < self.last
        if self.heading is not None and here.heading is self.heading:
            return "headline"
        if here.caption:
            return "caption" if amid or here.frame in self.frames else None
        if run in self.body:
            return "lead" if here.standfirst else "body"
        return "lead" if here.standfirst and amid and run.length < _LONGEST_STANDFIRST else None


def _parts(text: str, markup: Markup, runs: Sequence[Run], survivors: frozenset[Run], said: Metadata) -> Mapping[Run, Part]:
    """Return the runs of the article, each with the part it stands in."""
    heading = _heading(text, runs, _around(markup, (), None), said)
    around = _around(markup, survivors, heading)
    where = {run: around.get(run.element, _NOWHERE) for run in runs}
    inside = _inside(text, runs, where)
    body = _body(inside, survivors, where, heading)
    if not body:
        return {}
    first, last = min(run.start for run in body), max(run.start for run in body)
    frames = {where[run].frame for run in body} - {None}
    story = _Story(body, heading, min(first, heading.start) if heading is not None else first, last, frames)
    parts = {run: part for run in inside if (part := story.part(run, where[run]))}
    # The headline is the article's, even where furniture holds it.
    whole: dict[Run, Part] = {run: "headline" for run in runs if heading is not None and where[run].heading is heading}
    return {**parts, **whole}


def _inside(text: str, runs: Sequence[Run], where: Mapping[Run, _Around]) -> list[Run]:
    """Return the runs that are no furniture, without the paragraphs that are nothing but links."""
    told = {run.block for run in runs if not where[run].linked and any(c.isalnum() for c in run.of(text))}
    return [run for run in runs if not where[run].outside and (run.block in told or where[run].table)]


def _body(inside: Sequence[Run], survivors: frozenset[Run], where: Mapping[Run, _Around], heading: Element | None) -> Set[Run]:
    """Return the runs of the article's paragraphs and tables; what stands above the headline is left out, unless most does."""
    body = survivors.intersection(inside) or _framed(inside, where)
    if not body:
        return body
    whole = body.union(_beside(inside, body, where))
    below = {run for run in whole if heading is None or run.start > heading.start}
    return below if 2 * sum(run.length for run in below) > sum(run.length for run in whole) else whole


def _heading(text: str, runs: Iterable[Run], around: Mapping[Element, _Around], said: Metadata) -> Element | None:
    """Return the h1 that is the headline: the one that the page's title repeats, else the first one inside of the article."""
    told = _headings(text, runs, around, _letters(said.outlet or ""))
    titled = _letters(said.title or "")
    same = [element for element, letters in told.items() if titled and (letters in titled or titled in letters)]
    if same:
        return max(same, key=lambda element: len(told[element]))
    framed = [element for element in told if around[element].frame is not None]
    return next(iter(framed or told), None)


def _headings(text: str, runs: Iterable[Run], around: Mapping[Element, _Around], outlet: str) -> Mapping[Element, str]:
    """Return the letters of each h1 that says more than the outlet's name."""
    held: dict[Element, list[Run]] = {}
    for run in runs:
        here = around.get(run.element, _NOWHERE)
        if here.heading is not None and not here.outside:
            held.setdefault(here.heading, []).append(run)
    told = {element: _letters(words(text, found)) for element, found in held.items()}
    return {element: letters for element, letters in told.items() if letters not in ("", outlet)}


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _framed(inside: Sequence[Run], where: Mapping[Run, _Around]) -> frozenset[Run]:
    """Return what is read where trafilatura finds nothing: all of the article element, or of the page."""
    return frozenset(run for run in inside if where[run].frame is not None) or frozenset(inside)


def _beside(inside: Sequence[Run], body: Set[Run], where: Mapping[Run, _Around]) -> Iterator[Run]:
    """Yield what trafilatura passed over in the midst of the article: the rest of a paragraph, its siblings, and tables."""
    blocks = {run.block for run in body}
    parents = {where[run].siblings() for run in body} - {None}
    tables = {where[run].table for run in body} - {None}
    first, last = min(run.start for run in body), max(run.start for run in body)
    yield from (run for run in inside if run.block in blocks or where[run].table in tables)
    amid = [run for run in inside if first < run.start < last]
    yield from (run for run in amid if where[run].table is not None or where[run].siblings() in parents)


def _sections(blocks: Sequence[Block], text: str) -> Iterator[Section]:
    """Yield headline, captions, standfirst, and the first paragraph of the story as its lead."""
    marked = [Section(block.part, block.start, block.end) for block in blocks if block.part != "body"]
    lead = None
    if all(section.name != "headline" for section in marked):
        headline, lead = plain_text.top(text, 0, tuple(section for section in marked if section.name == "caption"))
        yield from opening(headline, lead)
    yield from marked
    if lead is None:
        yield from opening(None, next((span for block in blocks if (span := _paragraph(block, text))), None))


def _paragraph(block: Block, text: str) -> Span | None:
    """Return the characters of a block that is a paragraph of the story, no row, heading or byline."""
    if block.part != "body" or block.row or block.element.name in _HEADINGS:
        return None
    return None if plain_text.is_furniture(text[block.start : block.end]) else (block.start, block.end)
