"""Read TOML with the line of every key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Hashable
from typing import Any

from numcheck.model.errors import NumcheckError

_KEY = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_DOTTED})\s*\]")
_PAIR = re.compile(rf"\s*({_DOTTED})\s*=")


def read(text: str, where: str, first_line: int = 1) -> dict[str, Any]:
    """Return the values of a text; `where` names the file in errors, `first_line` the line it begins at.

    Raises NumcheckError, with the line where it is known, for what is no TOML, or none that can be read.
    """
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        problem = str(error).partition(" (at ")[0]
        place = f"{where}:{int(line[1]) + first_line - 1}" if line else where
        raise NumcheckError(f"this is not TOML: {problem}", where=place, hint="check quotes and brackets") from None
    except (ValueError, RecursionError):
        raise NumcheckError("a number is too long, or the TOML is nested too deep", where=where, hint="write it flat") from None


def lines(text: str, first_line: int = 1) -> dict[tuple[Hashable, ...], int]:
    """Return the line of each key of a valid TOML text; keys of a table inside a line have the line of the table."""
    table: tuple[str, ...] = ()
    found: list[tuple[tuple[Hashable, ...], int]] = []
    quote = ""
    for number, line in enumerate(text.splitlines(), first_line):
        if quote:
            quote = "" if quote in line else quote
            continue
        if header := _HEADER.match(line):
            table = _names(header[1])
            found.append((table, number))
        elif pair := _PAIR.match(line):
            found.append(((*table, *_names(pair[1])), number))
            quote = next((q for q in ('"""', "'''") if line.count(q) == 1), "")
    # The first line of a table or key is its place.
    return dict(reversed(found))


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_KEY, dotted))
