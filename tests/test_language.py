"""What is English stands in language/, or beside the one phrase that asks for it: the words elsewhere are counted."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from numcheck.language import english, sentences
from numcheck.language.tables import Measures, Nouns, Units
from numcheck.link.features import LEVELS

PACKAGE = Path(__file__).parents[1] / "numcheck"
AT_HOME = ("language", "reading/phrases", "reading/decoys")
"""Where English words belong."""
READERS = ("claims", "link", "normalise", "reading", "judge", "load")
"""The rooms that read text."""
FORMATS = (
    "load/asciidoc",
    "load/html",
    "load/mark",
    "load/docx",
    "load/files",
    "load/jsonl",
    "load/meta",
    "load/rst",
    "load/story",
    "judge/rules",
    "judge/waivers",
)
"""What reads a format, whose words are no English."""
CEILING = 430
"""English words in Python elsewhere, each counted once a file (0.1 had 1,596 by this count); they are to become fewer."""

_WORD = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w-])")
_SYNTAX = re.compile(r"\\[a-zA-Z]|\(\?P?<\w+>|\(\?[a-zA-Z]+[:)]|\[[^\]]*\]")
"""What in a regular expression is letters and no word."""


@lru_cache(maxsize=1)
def our_names() -> frozenset[str]:
    """Return the words that name something of ours: what model says, measures, classes of nouns, units."""
    said = {
        node.value
        for path in (PACKAGE / "model").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    lexicon = english()
    units = {name for row in lexicon.table(Units).units for name in (row.name, row.dimension, "currency")}
    nouns = lexicon.table(Nouns)
    return frozenset({*said, *units, *lexicon.table(Measures).rows, *nouns.classes, *nouns.roles})


def texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts of an expression: one, or those of a list, tuple or set."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def asked(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that a text is held against: in sets, split lists, regular expressions and comparisons."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Set):
            yield from (text for item in node.elts for text in texts(item))
        elif isinstance(node, ast.Compare):
            yield from (text for side in node.comparators for text in texts(side))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "split" and isinstance(node.func.value, ast.Constant):
                yield from texts(node.func.value)
            elif node.func.attr in ("startswith", "endswith", "removeprefix", "removesuffix", "isdisjoint", "intersection"):
                yield from (text for given in node.args for text in texts(given))
            elif isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
                yield from (_SYNTAX.sub(" ", text) for text in texts(node.args[0]))
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple) and ast.unparse(node.targets[0]) != "__slots__":
            yield from (text for item in node.value.elts if isinstance(item, ast.Constant) for text in texts(item))


def words_of(path: Path) -> set[str]:
    """Return the English words that a module holds texts against; the comparer's levels are labels of ours, not words read."""
    labels = {level for levels in LEVELS.values() for level in levels}
    told = [text for text in asked(ast.parse(path.read_text(encoding="utf-8"))) if text not in labels]
    found = {word for text in told for word in _WORD.findall(text)}
    return {word for word in found if word not in our_names()}


def counted() -> dict[str, set[str]]:
    """Return the words of each module that reads text, outside the rooms where they belong."""
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
    return {
        name: words
        for name, path in modules.items()
        if name.startswith(READERS) and not name.startswith((*AT_HOME, *FORMATS)) and (words := words_of(path))
    }


def test_english_stands_in_language() -> None:
    """Words of English in Python outside language/ and the phrases do not become more."""
    found = counted()
    assert sum(map(len, found.values())) <= CEILING, {name: len(words) for name, words in found.items()}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The boats were Lorne's. Eastmere had none.", 2),
        ("The boats were Lorne’s. Eastmere had none.", 2),
        ("J. Lorne came. He left.", 2),
    ],
)
def test_a_possessive_ends_a_sentence(text: str, count: int) -> None:
    """The one letter behind an apostrophe is no initial."""
    assert len(list(sentences.bounds(text))) == count
