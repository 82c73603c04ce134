"""Read YAML strictly: no duplicate keys, no anchors, YAML 1.2 booleans, and the line of every value.

PyYAML is named in this file only.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import yaml

from numcheck.model.errors import NumcheckError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,39})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,40}\.[0-9]{0,40}|\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?[eE][-+]?[0-9]{1,3})")
_WORDS: dict[str, Any] = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}
_DEEPEST = 40

Path = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML document as plain values; `lines` gives the line (from 1) of each value and of each key by its path."""

    value: Any
    lines: dict[Path, int]
    where: str

    def place(self, path: Path = ()) -> str:
        """Return `file:line` of the value at `path`, or of the nearest one above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.where}:{self.lines.get(path, 1)}"


def read(text: str, where: str, first_line: int = 1) -> Yaml:
    """Return the document in `text`; `where` names the file in errors, `first_line` the line at which the text begins.

    Raises NumcheckError, with the line, for bad syntax, a duplicate key, an anchor or alias, or nesting that is too deep.
    """
    lines: dict[Path, int] = {}
    try:
        loader = _Loader(text)
        try:
            _refuse_aliases(text, where, first_line)
            node = loader.get_single_node()
        finally:
            loader.dispose()
        value = None if node is None else _plain(node, (), lines, where, first_line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise NumcheckError(
            f"this is not YAML: {problem}", where=f"{where}:{line}", hint="check quotes, colons and indents"
        ) from None
    except RecursionError:
        raise NumcheckError("the YAML is nested too deep", where=where, hint="write it flat") from None
    return Yaml(value, lines, where)


def _refuse_aliases(text: str, where: str, first_line: int) -> None:
    """Raise at the first anchor or alias: none of our files needs one, and a chain of them fills the memory."""
    if "&" not in text and "*" not in text:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise NumcheckError("the YAML is nested too deep", where=where, hint="write it flat")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            line = first_line + (event.start_mark.line if event.start_mark else 0)
            raise NumcheckError(
                "anchors (&) and aliases (*) are not read", where=f"{where}:{line}", hint="write the value out, or quote it"
            )


def _plain(node: Any, path: Path, lines: dict[Path, int], where: str, first_line: int) -> Any:
    line = first_line + node.start_mark.line
    lines.setdefault(path, line)
    if len(path) > _DEEPEST:
        raise NumcheckError("the YAML is nested too deep", where=f"{where}:{line}", hint="write it flat")
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), lines, where, first_line) for i, item in enumerate(node.value)]
    out: dict[Any, Any] = {}
    for key_node, item in node.value:
        key_line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise NumcheckError("a key must be a plain word", where=f"{where}:{key_line}", hint="write `key: value`")
        key = _scalar(key_node)
        if key in out:
            raise NumcheckError(f"the key {key!r} stands twice", where=f"{where}:{key_line}", hint="keep one of them")
        lines[(*path, key)] = key_line
        out[key] = _plain(item, (*path, key), lines, where, first_line)
    return out


def _scalar(node: Any) -> Any:
    text = node.value
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
