"""Tables as JSON: a list of objects with the same keys, an object of lists, or an object of such tables by name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.load import sheet
from numcheck.load.decode import decode
from numcheck.load.loader import Page
from numcheck.load.sheet import Rows, Table, words
from numcheck.model.errors import Unreadable

SUFFIXES = (".json",)


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the page of the tables."""
    try:
        value = json.loads(decode(data, where), parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        said = f"{error.msg} (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
        raise Unreadable(f"this is not JSON: {said}", where=where, hint="give a list of objects, one for each row") from None
    return (sheet.page(_tables("", value), where),)


def _tables(name: str, value: Any) -> Iterator[Table]:
    """Yield the tables in a value, those inside others under their keys."""
    if isinstance(value, list):
        yield name, _of_list(value)
    elif isinstance(value, dict):
        columns = {key: column for key, column in value.items() if _is_column(column)}
        yield name, _of_columns(columns)
        yield name, _of_values({key: told for key, told in value.items() if not isinstance(told, list | dict)})
        for key, inner in value.items():
            if key not in columns:
                yield from _tables(str(key), inner)


def _of_list(rows: list[Any]) -> Rows:
    """Return the table of a list of objects, or of a list of lists; none where it is a list of something else."""
    if all(isinstance(row, dict) for row in rows):
        heads = list(dict.fromkeys(key for row in rows for key in row))
        rows = [heads, *([row.get(head) for head in heads] for row in rows)]
    return [list(map(_cell, row)) for row in rows] if all(isinstance(row, list) for row in rows) else []


def _of_columns(columns: Mapping[str, list[Any]]) -> Rows:
    """Return the table of columns by name; none where they are not of one length."""
    if len({len(column) for column in columns.values()}) != 1:
        return []
    return [list(columns), *([_cell(cell) for cell in row] for row in zip(*columns.values(), strict=True))]


def _of_values(values: Mapping[str, Any]) -> Rows:
    """Return the table of single values by name."""
    return [["", "value"], *([key, _cell(told)] for key, told in values.items())] if len(values) > 1 else []


def _is_column(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(cell, list | dict) for cell in value)


def _cell(value: Any) -> str:
    return "" if isinstance(value, list | dict) else words(value)
