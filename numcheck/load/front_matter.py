"""Front matter at the top of a file: YAML between two lines of dashes, or TOML between two lines of plus signs."""

from __future__ import annotations

import re

from numcheck import tomlfile, yamlfile
from numcheck.load.loader import Span
from numcheck.load.metadata import KEYS, NOTHING, Metadata, of_page
from numcheck.model.errors import NumcheckError
from numcheck.model.frozen import frozen
from numcheck.model.limits import FRONT_MATTER

_OPEN = re.compile(r"\ufeff?---[ \t]*\r?\n")
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.M | re.S)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M)
_YAML = re.compile(r"\s*(?:#.*\n\s*)*(?:[-\[{&*!?\"'|>%]|[^\s:]+\s*:(?:\s|$)|---[ \t]*\r?$|\Z)", re.M)
_OURS = re.compile(rf"\s*(?:{'|'.join(KEYS)})\s*:")
_TITLE = re.compile(r"^(['\"]?)title\1[ \t]*[:=]", re.M)
_NEXT_KEY = re.compile(r"^[^\s#][^\n:=]{0,80}[:=](?:\s|$)|^\[", re.M)


@frozen
class Front:
    """What the front matter says, the place behind it (0 where there is none), and the characters of its title."""

    said: Metadata = NOTHING
    end: int = 0
    title: Span | None = None

    def hidden(self) -> tuple[Span, ...]:
        """Return the characters of the block without those of the title."""
        if self.title is None:
            return ((0, self.end),) if self.end else ()
        return (0, self.title[0]), (self.title[1], self.end)


def front_matter(text: str, where: str) -> Front:
    """Return the front matter of `text`; raise NumcheckError with file and line for a fault in it.

    A line of dashes with prose under it, or that no second one closes, is a rule across the page.
    """
    if toml := _TOML.match(text[: FRONT_MATTER.most]):
        values = yamlfile.Yaml(tomlfile.read(toml[1], where, 2), lambda: tomlfile.lines(toml[1], 2), where)
        return _read(values, toml[1], toml.start(1), toml.end())
    opening = _OPEN.match(text)
    if opening is None:
        return Front()
    start = opening.end()
    head = text[start : start + FRONT_MATTER.most]
    closing = _CLOSE.search(head)
    if closing is None:
        if _OURS.match(head):
            raise NumcheckError("the front matter is not closed", where=f"{where}:1", hint="end it with a line of three dashes")
        return Front()
    block = head[: closing.start()]
    if not _YAML.match(block):
        return Front()
    end = start + closing.end()
    end += text.startswith("\n", end)
    return _read(yamlfile.read(block, where, first_line=2), block, start, end)


def _read(yaml: yamlfile.Yaml, block: str, start: int, end: int) -> Front:
    """Return what a block says that begins at `start`; `end` is the place behind it and its last line."""
    if yaml.value is None:
        return Front(end=end)
    said = of_page(yaml)
    return Front(said, end, _title_span(block, start) if said.title else None)


def _title_span(block: str, offset: int) -> Span | None:
    """Find the characters of the title's value, without its quotes; `offset` is the place of the block in the text."""
    key = _TITLE.search(block)
    if key is None:
        return None
    following = _NEXT_KEY.search(block, key.end())
    end = following.start() if following else len(block)
    value = block[key.end() : end]
    start = key.end() + len(value) - len(value.lstrip())
    sign = block[start : start + 1]
    if sign in ("'", '"'):
        start += 1
        end = block.rfind(sign, start, end)
    elif sign in ("|", ">"):
        start = block.find("\n", start, end) + 1
    else:
        comment = re.search(r"\s#", block[start:end])
        end = start + comment.start() if comment else end
    shown = block[start:end]
    start += len(shown) - len(shown.lstrip())
    return (offset + start, offset + start + len(shown.strip())) if shown.strip() else None
