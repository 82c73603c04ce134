"""Read markup: the pieces of text between the tags of an HTML document, each with its place and the elements around it.

No tree is built and nothing recurses, so that any depth and any broken tag ends in time proportional to the length.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from numcheck.model.frozen import frozen, unlike_others
from numcheck.model.limits import TAGS

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]{0,100}+)(?P<attributes>(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|["'=])*+)>"""
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
RAW = frozenset("script style iframe noembed noframes noscript xmp textarea title".split())
"""Elements whose content is not markup, up to their own end tag."""
UNSEEN = frozenset(
    "script style iframe noembed noframes noscript xmp textarea title template svg math select option button "
    "object audio video canvas map dialog head del s strike rp rt code pre kbd samp".split()
)
"""Elements of which a reader sees no prose."""
_CLOSES: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "thead": frozenset({"tr", "td", "th", "thead", "tbody", "caption"}),
    "tbody": frozenset({"tr", "td", "th", "thead", "tbody", "caption"}),
    "tfoot": frozenset({"tr", "td", "th", "thead", "tbody", "caption"}),
}
"""What an opening tag ends where the end tag was left out, up to the list or table around it."""
_FENCES = frozenset({"ul", "ol", "dl", "table", "menu"})


@unlike_others
class Element:
    """An open element: its name, its attributes as written, and the element around it."""

    name: str
    written: str
    parent: Element | None
    start: int
    unseen: bool

    def attributes(self) -> Mapping[str, str]:
        """Return the attributes by lower-case name, with their entities read."""
        return attributes(self.written)

    def above(self) -> Iterator[Element]:
        """Yield this element and those around it, from the inside out."""
        at: Element | None = self
        while at is not None:
            yield at
            at = at.parent


@unlike_others
class Run:
    """Text from `start` up to `end` inside of `element`; runs of one `block` are one paragraph, of one `line` one line."""

    start: int
    end: int
    element: Element
    block: int
    line: int

    @property
    def length(self) -> int:
        """Return how many characters it has in the file."""
        return self.end - self.start

    def of(self, source: str) -> str:
        """Return its characters as the file `source` has them."""
        return source[self.start : self.end]


@frozen
class Markup:
    """The runs of text in order, the elements in order, and the raw content (from, to) of scripts and titles by element."""

    runs: tuple[Run, ...]
    elements: tuple[Element, ...]
    raw: Mapping[Element, tuple[int, int]]


@lru_cache(maxsize=4096)
def attributes(written: str) -> Mapping[str, str]:
    """Return the attributes in the words of a tag; the first of one name counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written[:20_000]):
        found.setdefault(name.lower(), html.unescape(next((v for v in values if v), "")))
    return found


def parse(text: str) -> Markup:
    """Return the markup of `text`. A tag that is never closed hides what follows, as it does in a browser."""
    return _Reader(text).read()


class _Reader:
    """The state of one pass over a document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Element("", "", None, 0, False)
        self.stack = [self.root]
        self.open: Counter[str] = Counter()
        self.runs: list[Run] = []
        self.elements: list[Element] = []
        self.raw: dict[Element, tuple[int, int]] = {}
        self.block = self.line = 0

    def read(self) -> Markup:
        text, at = self.text, 0
        while at < len(text):
            begin = text.find("<", at)
            if begin < 0:
                self._words(at, len(text))
                break
            after = text[begin + 1 : begin + 2]
            if not (after.isalpha() or after in ("/", "!", "?")):
                following = text.find("<", begin + 1)
                following = len(text) if following < 0 else following
                self._words(at, following)
                at = following
                continue
            self._words(at, begin)
            at = self._markup(begin)
        return Markup(tuple(self.runs), tuple(self.elements), self.raw)

    def _words(self, start: int, end: int) -> None:
        if start < end and not self.stack[-1].unseen:
            self.runs.append(Run(start, end, self.stack[-1], self.block, self.line))

    def _markup(self, start: int) -> int:
        """Take in the tag, comment or declaration at `start`, and return the place behind it."""
        text = self.text
        if text.startswith("<!--", start):
            return _behind(text, "-->", start + 4)
        if text[start + 1] in "!?":
            return _behind(text, "]]>" if text.startswith("<![CDATA[", start) else ">", start)
        tag = _TAG.match(text, start)
        if tag is None:
            return _behind(text, ">", start) if text[start + 1] == "/" else len(text)
        name = tag["name"].lower()
        if tag["close"]:
            self._close(name)
            return tag.end()
        self._open(name, tag)
        if name in RAW:
            end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.I).search(text, tag.end())
            stop = end.start() if end else len(text)
            self.raw[self.elements[-1]] = (tag.end(), stop)
            return stop
        return tag.end()

    def _open(self, name: str, tag: re.Match[str]) -> None:
        if name == "br":
            self.line += 1
            return
        if name not in INLINE:
            self._break()
            self._imply(name)
        parent = self.stack[-1]
        unseen = parent.unseen or name in UNSEEN or _is_hidden(tag["attributes"])
        element = Element(name, tag["attributes"], parent, tag.start(), unseen)
        self.elements.append(element)
        if name not in VOID and len(self.stack) < TAGS.most:
            self.stack.append(element)
            self.open[name] += 1

    def _imply(self, name: str) -> None:
        """Close what the opening of a block ends without a tag of its own: a paragraph, the last item, row or cell."""
        if self.open["p"] and self.stack[-1].name in INLINE | {"p"}:
            depth = next(depth for depth in range(len(self.stack) - 1, -1, -1) if self.stack[depth].name not in INLINE)
            if self.stack[depth].name == "p":
                self._cut(depth)
        closing = _CLOSES.get(name, frozenset())
        if not any(self.open[other] for other in closing):
            return
        depth = len(self.stack) - 1
        cut = None
        while depth > 0 and self.stack[depth].name not in _FENCES:
            cut = depth if self.stack[depth].name in closing else cut
            depth -= 1
        if cut is not None:
            self._cut(cut)

    def _close(self, name: str) -> None:
        if name not in INLINE:
            self._break()
        if not self.open[name]:
            return
        depth = len(self.stack) - 1
        while self.stack[depth].name != name:
            depth -= 1
        self._cut(depth)

    def _cut(self, depth: int) -> None:
        for element in self.stack[depth:]:
            self.open[element.name] -= 1
        del self.stack[depth:]

    def _break(self) -> None:
        self.block += 1
        self.line += 1


def _behind(text: str, mark: str, start: int) -> int:
    end = text.find(mark, start)
    return len(text) if end < 0 else end + len(mark)


def _is_hidden(written: str) -> bool:
    if "hid" not in written.lower() and "none" not in written.lower():
        return False
    said = attributes(written)
    return "hidden" in said or said.get("aria-hidden", "").lower() == "true" or bool(_HIDING.search(said.get("style", "")))
