"""A table of words says what is wrong with it, at its line; the built-in ones are right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import numcheck
from numcheck import Settings, yamlfile
from numcheck.language import COMMON, Lexicon, english
from numcheck.language.tables import TABLES, Measures
from numcheck.model.errors import BadTable, NumcheckError

FOLDER = resources.files("numcheck.language")
MAY_BE_EMPTY = {"words", "plural"}
"""Lists of a unit that may hold nothing."""


def built_in(name: str) -> Any:
    """Return a built-in table as plain values."""
    file = (FOLDER if name in COMMON else FOLDER / "en") / f"{name}.yaml"
    return yamlfile.read(file.read_text(encoding="utf-8"), str(file)).value


def shapes(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield each value with its keys; of like ones that stand in one list or mapping only the first."""
    yield keys, value
    inside = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    alike = isinstance(value, list) or len(inside) > (8 if keys else 40)
    for key, item in inside[:1] if alike else inside:
        yield from shapes(item, (*keys, key))


def breakages(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every way in which a value can be broken mechanically, by name."""
    if isinstance(value, dict):
        yield from (("a list", ["x"]), ("a word", "x"), ("empty", None), ("an empty mapping", {}))
    elif isinstance(value, list):
        yield from (
            ("a mapping", {"x": "y"}),
            ("a word", "x"),
            ("a mapping in the list", [*value, {"x": ["y"]}]),
            ("twice", [*value, *value[:1]]),
        )
    elif isinstance(value, bool):
        yield from (("a word", "perhaps"), ("a number", 1), ("a list", [True]))
    elif isinstance(value, int | float):
        yield from (("a word", "x"), ("a list", [1]), ("a mapping", {"x": 1}), ("too large", 10.0**39), ("true", True))
    elif isinstance(value, str):
        yield from (("a list", [value]), ("a mapping", {value: value}), ("blank", " "), ("true", True))


def changed(value: Any, keys: tuple[Any, ...], new: Any) -> Any:
    """Return a copy with `new` at `keys`."""
    if not keys:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[keys[0]] = changed(value[keys[0]], keys[1:], new)
    return copy


def broken(name: str) -> Iterator[tuple[str, Any]]:
    """Yield each broken form of a table."""
    table = built_in(name)
    if name == "measures":
        row = {key: value for row in table.values() for key, value in row.items()}
        table = {"all": {**row, "like": "all", "part_of": "all"}}
    for keys, value in shapes(table):
        for how, new in breakages(value):
            yield f"{'.'.join(map(str, keys)) or 'all'} is {how}", changed(table, keys, new)
        if isinstance(value, list) and keys[-1] not in MAY_BE_EMPTY:
            yield f"{'.'.join(map(str, keys))} is empty", changed(table, keys, [])
    if name != "measures":
        for key in table:
            yield f"{key} is missing", {k: v for k, v in table.items() if k != key}
        yield "a key is misspelt", {f"{k}s" if i == 0 else k: v for i, (k, v) in enumerate(table.items())}


def wrong(name: str, value: Any, tmp_path: Path) -> str:
    """Return what is said of a table that holds `value`."""
    file = tmp_path / f"{name}.yaml"
    file.write_text(json.dumps(value, ensure_ascii=False, indent=0), encoding="utf-8")
    with pytest.raises(NumcheckError) as told:
        Lexicon(replaced={name: file})
    return str(told.value).replace(str(tmp_path), "")


@pytest.mark.parametrize("name", TABLES)
def test_a_broken_table_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    """However a table is broken, the mistake has file and line."""
    for how, value in broken(name):
        assert f"/{name}.yaml:" in wrong(name, value, tmp_path), how


@pytest.mark.parametrize("name", TABLES)
def test_a_built_in_table_is_right(name: str) -> None:
    """Each built-in table is read, and so is a copy of it in a user's file."""
    assert english().table(TABLES[name])


TOLD = [
    ("vague", "words:\n  - {word: few, low: 9, high: 2, rank: 10, example: x}\n", ":2: low is 9 and high 2; give the smaller number first"),  # noqa: E501
    ("vague", "wrods: []\n", ":1: there is no key 'wrods'; did you mean 'words'?"),
    ("cues", "harmed: [killed]\n", ":1: the key 'ends_a_noun' is missing; it needs ends_a_noun, "),
    ("cues", "harmed: [killed, on, killed]\n", ":1: 'killed' stands twice; keep one of them"),
    ("cues", "harmed: [killed, no, 12]\n", ":1: this must be a text, not 12; put a number or a word such as no between quotes"),
    ("people", "person: yes\nperson: no\n", ":2: the key 'person' stands twice"),
    ("people", "", ":1: the table must be a mapping, not empty; write `key: value` lines"),
    ("measures", "spent: {set: money, label: x, example: x, like: coost}\n", ":1: there is no measure 'coost'; name a row of this table"),  # noqa: E501
    ("measures", "spent: {set: money, label: x, example: x, beside: {polise: [pay]}}\n", ":1: there is no company 'polise' in the scope; did you mean 'police'?"),  # noqa: E501
    ("units", "units:\n  - {name: mile, dimension: length, factor: 0}\n", ":2: 'factor' must be in its bounds, not 0; write a number from 1e-30 to 1e+30"),  # noqa: E501
    ("units", "units:\n  - {name: mile, dimension: length, factor: far}\n", ":2: 'factor' must be a number, not 'far'; write it in digits"),  # noqa: E501
    ("currencies", "signs:\n  $: US\n", ":1: the key 'codes' is missing"),
    ("hedges", "before:\n  - {say: [over], hedge: more, example: x}\n", ":2: 'hedge' must be one of a few words, not 'more'; did you mean 'more_than'?"),  # noqa: E501
    ("calendar", "months: {smarch: 13}\n", ":1: 'smarch' must be in its bounds, not 13; write a number from 1 to 12"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "said"), TOLD, ids=lambda x: x[:30].strip())
def test_a_mistake_in_a_table_is_told(name: str, text: str, said: str, tmp_path: Path) -> None:
    """A mistake is told with its line, what is wrong and what to try."""
    file = tmp_path / "own.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NumcheckError) as told:
        Lexicon(replaced={name: file})
    assert f"{file}{said}" in str(told.value)


def test_all_mistakes_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    """Two broken tables are told together, before anything is read."""
    for name in ("vague", "cues"):
        (tmp_path / f"{name}.yaml").write_text("nothing: here\n", encoding="utf-8")
    with pytest.raises(BadTable) as told:
        numcheck.compare(
            [("a", "Nothing."), ("b", "Nothing.")], Settings(lexicon={n: tmp_path / f"{n}.yaml" for n in ("vague", "cues")})
        )
    assert f"{tmp_path / 'vague.yaml'}:1: " in str(told.value)
    assert f"{tmp_path / 'cues.yaml'}:1: " in str(told.value)


def test_a_scope_lists_the_company_that_measures_ask_for(tmp_path: Path) -> None:
    """A scope of one's own without a company of the measures is a mistake of the scope."""
    scope = built_in("scope")
    del scope["company"]["police"]
    assert "the company 'police' is missing" in wrong("scope", scope, tmp_path)
    assert any("police" in row.beside for row in english().table(Measures).rows.values())


def test_an_unknown_table_is_told(tmp_path: Path) -> None:
    """A table that nobody asks for is a mistake, with a near guess."""
    with pytest.raises(NumcheckError, match="there is no table 'vauge'\n  try: did you mean 'vague'"):
        Lexicon(replaced={"vauge": tmp_path / "x.yaml"})
