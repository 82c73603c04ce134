"""Strict YAML: the line of every value, and a clear word for what is not read."""

from __future__ import annotations

import pytest

from numcheck import yamlfile
from numcheck.model.errors import NumcheckError

PLAIN = [
    ("yes: no", {"yes": "no"}),
    ("a: 1.5", {"a": 1.5}),
    ("a: 010", {"a": "010"}),
    ("a: 1:30", {"a": "1:30"}),
    ("a: true", {"a": True}),
    ("a: '1'", {"a": "1"}),
    ("- ~", [None]),
]


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_values_are_plain(text: str, value: object) -> None:
    """Words stay words: no surprise booleans, octals or base-60 numbers."""
    assert yamlfile.read(text, "x.yaml").value == value


REFUSED = [
    ("a: 1\na: 2\n", "x.yaml:2", "stands twice"),
    ("a: &x 1\nb: *x\n", "x.yaml:1", "anchors"),
    ("a: [1\nb: 2", "x.yaml:2", "not YAML"),
    ("? [a]\n: 1\n", "x.yaml:1", "plain word"),
    ("[" * 200 + "]" * 200, "x.yaml", "too deep"),
    ("\tx: 1", "x.yaml:1", "not YAML"),
]


@pytest.mark.parametrize(("text", "where", "what"), REFUSED)
def test_mistakes_have_their_line(text: str, where: str, what: str) -> None:
    """What is not read is named with file and line and something to try."""
    with pytest.raises(NumcheckError) as error:
        yamlfile.read(text, "x.yaml")
    assert error.value.where.startswith(where)
    assert what in error.value.what
    assert error.value.hint


def test_a_bomb_of_aliases_ends_at_once() -> None:
    """A chain of aliases is refused at its first anchor."""
    bomb = "a: &a [x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))
    with pytest.raises(NumcheckError, match="anchors"):
        yamlfile.read(bomb, "bomb.yaml")


def test_lines_are_kept_by_path() -> None:
    """A mistake found later can be told with its line."""
    found = yamlfile.read("a:\n  - b\n  - c: 1\n", "x.yaml", first_line=10)
    assert found.place(("a", 1, "c")) == "x.yaml:12"
    assert found.place(("a", 1, "missing")) == "x.yaml:12"
