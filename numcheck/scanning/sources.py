"""The articles of a run as they come: rows of JSON Lines or Parquet, or files of a folder, one batch after the other.

Nothing is dropped in silence: what cannot be read is yielded as a rejection with its place.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from numcheck import load
from numcheck.load.article import known_suffix
from numcheck.model.errors import NumcheckError
from numcheck.model.moment import Moment
from numcheck.scanning.packing import digest, pack
from numcheck.scanning.tables import ROWS, batches

_MILLION = 1_000_000
COLUMNS = ("text", "outlet", "title", "published", "url", "id")
"""What a row may say; the first two it must."""

JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
LONGEST = 5_000_000
"""Characters of a text, or of a line that holds it, at most."""

_HALF_A_SIGN = re.compile("[\ud800-\udfff]")

BATCH = 64
"""Articles that are read in one piece of work."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row or file that no article came of: where it is, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article as it came. `article` holds it packed where a file was loaded; `key` orders the articles of a run."""

    id: str
    outlet: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    article: bytes | None = None

    @property
    def text_hash(self) -> str:
        """Know the words, and what reading them needs beside: the title and the day."""
        return digest(self.text, self.title, (self.published or "")[:10], length=16)

    def key(self, text_hash: str) -> str:
        """Return what the article is ordered by: its moment, then its id and its words."""
        return f"{self.published or ''}\t{self.id}\t{text_hash}"


def rows(source: Path, names: Mapping[str, str]) -> Iterator[Row | Rejected]:
    """Yield the articles of one source in its order; `names` are the source's own names of COLUMNS."""
    if source.is_dir():
        yield from _of_folder(source, names)
    elif source.name.endswith(".parquet"):
        yield from _of_parquet(source, names)
    elif source.name.endswith(JSON_LINES):
        yield from _of_json_lines(source, names)
    else:
        yield from _of_file(source)


def together(found: Iterable[Row]) -> Iterator[pa.Table]:
    """Yield the rows as tables of at most BATCH."""
    waiting = iter(found)
    while batch := list(islice(waiting, BATCH)):
        yield pa.Table.from_pylist([_columns(row) for row in batch], schema=ROWS)


def _columns(row: Row) -> dict[str, object]:
    text_hash = row.text_hash
    return {
        "key": row.key(text_hash),
        "id": row.id,
        "outlet": row.outlet,
        "title": row.title,
        "published": row.published,
        "url": row.url,
        "text_hash": text_hash,
        "characters": len(row.text),
        "text": row.text,
        "article": row.article,
    }


def _of_folder(folder: Path, names: Mapping[str, str]) -> Iterator[Row | Rejected]:
    """Yield what stands in a folder and the folders in it, by name; what has no known suffix is listed."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path.name.startswith(".") or path.name in ("story.yaml", "gold.json"):
            continue
        yield from rows(path, names)


def _of_file(path: Path) -> Iterator[Row | Rejected]:
    if not known_suffix(path.name):
        yield Rejected(str(path), f"{path.suffix or 'a file without a suffix'} is not read")
        return
    try:
        loaded = load.articles(path).articles
    except NumcheckError as error:
        yield Rejected(str(path), str(error))
        return
    for article in loaded:
        published = article.published.isoformat() if article.published else None
        yield Row(article.path, article.outlet, article.text, article.title, published, article.url, pack(article))


def _of_json_lines(path: Path, names: Mapping[str, str]) -> Iterator[Row | Rejected]:
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST + 1), b""), 1):
                where = f"{path}:{number}"
                if len(line) > LONGEST and not line.endswith(b"\n"):
                    while (rest := file.readline(LONGEST + 1)) and not rest.endswith(b"\n"):
                        pass
                    yield Rejected(where, f"this line is longer than {LONGEST // _MILLION} million bytes")
                elif line.strip():
                    yield _of_line(line, where, names)
    except (OSError, EOFError) as error:
        yield Rejected(str(path), f"this file could not be read to its end: {error}")


def _of_line(line: bytes, where: str, names: Mapping[str, str]) -> Row | Rejected:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Rejected(where, f"this is not JSON: {error}")
    return _row(said, where, names) if isinstance(said, dict) else Rejected(where, "this is no JSON object")


def _of_parquet(path: Path, names: Mapping[str, str]) -> Iterator[Row | Rejected]:
    number = 0
    try:
        for batch in batches(path):
            for said in batch.to_pylist():
                number += 1
                yield _row(said, f"{path}:{number}", names)
    except (OSError, pa.ArrowException) as error:
        yield Rejected(str(path), f"this file could not be read to its end: {error}")


def _row(said: Mapping[str, Any], where: str, names: Mapping[str, str]) -> Row | Rejected:
    """Return the article that a row's columns tell."""
    told: dict[str, Any] = {name: said.get(names.get(name, name)) for name in COLUMNS}
    why = _refused(told, names)
    if why:
        return Rejected(where, why)
    text, outlet = told["text"], told["outlet"]
    published, title, url = _moment(told["published"]), *(_text(told[name]) for name in ("title", "url"))
    row = Row("", outlet.strip(), text, title, published, url)
    return Row(_text(told["id"]) or _name(row), row.outlet, text, title, published, url)


def _refused(told: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Say why no article comes of what a row tells; nothing where one does."""
    bare = next((name for name in ("text", "outlet") if not isinstance(told[name], str) or not told[name].strip()), None)
    if bare is not None:
        return f"there is no {bare} (column {names.get(bare, bare)!r})"
    if any(map(_is_broken, told.values())):
        return "half of a sign stands in it, which no table can hold"
    if len(told["text"]) > LONGEST:
        return f"this text is longer than {LONGEST // _MILLION} million characters"
    day = told["published"]
    if day not in (None, "") and _moment(day) is None:
        return f"{day!r} is no day or moment in ISO form (column {names.get('published', 'published')!r})"
    return ""


def _is_broken(value: object) -> bool:
    return isinstance(value, str) and _HALF_A_SIGN.search(value) is not None


def _name(row: Row) -> str:
    """Return an id for an article that came without one: by what it says, not by where it stood."""
    return digest(row.outlet, row.published, row.url, row.text_hash)


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _moment(value: object) -> str | None:
    """Return a moment in ISO form; None for what is none."""
    if isinstance(value, datetime):
        value = value.isoformat(timespec="seconds")
    elif isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str):
        return None
    moment = Moment.parse(value)
    return None if moment is None else moment.isoformat()
