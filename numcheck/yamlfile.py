"""Read YAML strictly: no duplicate keys, no anchors, YAML 1.2 booleans, and the line of every value.

PyYAML is named in this file only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import NoneType
from typing import Any

import yaml

from numcheck.model.errors import NumcheckError
from numcheck.model.limits import YAML_DEPTH

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc]
    """The parser alone: what a plain word means is told by `_scalar`, so no tag is sought for it."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, node: object, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,39})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,40}\.[0-9]{0,40}|\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?[eE][-+]?[0-9]{1,3})")
_NUMERIC = frozenset("+-.0123456789")
_WORDS: dict[str, Any] = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}

Path = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML document as plain values; `lines` tells the line (from 1) of each value and of each key by its path."""

    value: Any
    lines: Callable[[], Mapping[Path, int]]
    where: str

    def place(self, path: Path = ()) -> str:
        """Return `file:line` of the value at `path`, or of the nearest one above it."""
        lines = self.lines()
        while path and path not in lines:
            path = path[:-1]
        return f"{self.where}:{lines.get(path, 1)}"


@dataclass(slots=True)
class Mistakes:
    """Collects what is wrong with one file, each mistake with its place, what to try and the user's own line."""

    yaml: Yaml
    lines: Sequence[str]
    mistakes: list[str] = field(default_factory=list)

    def wrong(self, keys: Path, what: str, advice: str = "") -> None:
        """Note a mistake at the value under `keys`."""
        place = self.yaml.place(keys)
        line = int(place.rpartition(":")[2])
        shown = self.lines[line - 1].strip() if line <= len(self.lines) else ""
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        self.mistakes.append(f"{place}: {what}{f'; {advice}' if advice else ''}{f'{chr(10)}    {shown}' if shown else ''}")


_SHOWN = 200
"""Characters of the user's own line that are shown; a row of a table may be far longer."""

_SAID: Mapping[type, Callable[[Any], str]] = {
    str: lambda v: repr(v if len(v) <= 60 else v[:59] + "…"),
    bool: lambda v: "true" if v else "false",
    NoneType: lambda v: "empty",
    list: lambda v: "a list",
    dict: lambda v: "a mapping",
}


def said(value: Any) -> str:
    """Name a value as its writer would."""
    return _SAID.get(type(value), str)(value)


def either(names: Sequence[str], joint: str = "or") -> str:
    """Return names as a list in words: "a, b or c"."""
    return f"{', '.join(names[:-1])} {joint} {names[-1]}" if len(names) > 1 else "".join(names)


def guess(word: Any, known: Sequence[str], *, likeness: float = 0.6, shown: int | None = None) -> str:
    """Return a near guess, from a likeness of 0 to 1 on, or the list of what is known, as many as are shown."""
    near = get_close_matches(str(word), known, n=1, cutoff=likeness)
    return f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(known[:shown])}"


def read(text: str, where: str, first_line: int = 1) -> Yaml:
    """Return the document in `text`; `where` names the file in errors, `first_line` the line at which the text begins.

    Raises NumcheckError, with the line, for bad syntax, a duplicate key, an anchor or alias, or nesting that is too deep.
    """
    try:
        loader = _Loader(text)
        try:
            _refuse_aliases(text, where, first_line)
            node = loader.get_single_node()
        finally:
            loader.dispose()
        value = None if node is None else _plain(node, 0, where, first_line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise NumcheckError(
            f"this is not YAML: {problem}", where=f"{where}:{line}", hint="check quotes, colons and indents"
        ) from None
    except RecursionError:
        raise NumcheckError("the YAML is nested too deep", where=where, hint="write it flat") from None
    return Yaml(value, lambda: {} if node is None else dict(_lines(node, (), first_line)), where)


def _refuse_aliases(text: str, where: str, first_line: int) -> None:
    """Raise at the first anchor or alias: none of our files needs one, and a chain of them fills the memory."""
    if "&" not in text and "*" not in text:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > YAML_DEPTH.most:
                raise NumcheckError("the YAML is nested too deep", where=where, hint="write it flat")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            line = first_line + (event.start_mark.line if event.start_mark else 0)
            raise NumcheckError(
                "anchors (&) and aliases (*) are not read", where=f"{where}:{line}", hint="write the value out, or quote it"
            )


def _plain(node: Any, depth: int, where: str, first_line: int) -> Any:
    if depth > YAML_DEPTH.most:
        line = first_line + node.start_mark.line
        raise NumcheckError("the YAML is nested too deep", where=f"{where}:{line}", hint="write it flat")
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, depth + 1, where, first_line) for item in node.value]
    out: dict[Any, Any] = {}
    for key_node, item in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            line = first_line + key_node.start_mark.line
            raise NumcheckError("a key must be a plain word", where=f"{where}:{line}", hint="write `key: value`")
        key = _scalar(key_node)
        if key in out:
            line = first_line + key_node.start_mark.line
            raise NumcheckError(f"the key {key!r} stands twice", where=f"{where}:{line}", hint="keep one of them")
        out[key] = _plain(item, depth + 1, where, first_line)
    return out


def _lines(node: Any, path: Path, first_line: int) -> Iterator[tuple[Path, int]]:
    """Yield the line of every value by its path; behind it that of its key, where it has one."""
    yield path, first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield from _lines(item, (*path, i), first_line)
    elif isinstance(node, yaml.MappingNode):
        for key_node, item in node.value:
            below = (*path, _scalar(key_node))
            yield from _lines(item, below, first_line)
            yield below, first_line + key_node.start_mark.line


def _scalar(node: Any) -> Any:
    text = node.value
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:  # most are words
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
