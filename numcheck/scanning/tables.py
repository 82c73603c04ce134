"""The tables of a run: which columns each has, and how they are written so that the same rows give the same bytes.

pyarrow is named in this room only.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from numcheck.model.errors import NumcheckError

SCHEMA_VERSION = "1.0"
"""Of the tables below; a column that is added keeps 1.x."""

_TEXT, _WHOLE, _REAL, _YES = pa.string(), pa.int64(), pa.float64(), pa.bool_()

_OF_AN_ARTICLE = (
    ("id", _TEXT),
    ("outlet", _TEXT),
    ("title", _TEXT),
    ("published", _TEXT),
    ("url", _TEXT),
    ("text_hash", _TEXT),
    ("characters", _WHOLE),
)
"""What is known of an article before it is read."""

_COLUMNS: Mapping[str, Sequence[tuple[str, pa.DataType]]] = {
    "articles": (
        *_OF_AN_ARTICLE,
        ("figures", _WHOLE),
        ("copy_of", _TEXT),
        ("story", _TEXT),
    ),
    "claims": (
        ("story", _TEXT),
        ("article", _TEXT),
        ("outlet", _TEXT),
        ("claim", _TEXT),
        ("start", _WHOLE),
        ("end", _WHOLE),
        ("text", _TEXT),
        ("low", _REAL),
        ("high", _REAL),
        ("hedge", _TEXT),
        ("unit", _TEXT),
        ("dimension", _TEXT),
        ("counted", _TEXT),
        ("measure", _TEXT),
        ("what", _TEXT),
        ("topic", _TEXT),
    ),
    "stories": (
        ("story", _TEXT),
        ("title", _TEXT),
        ("first", _TEXT),
        ("last", _TEXT),
        ("articles", _WHOLE),
        ("outlets", _WHOLE),
        ("figures", _WHOLE),
        ("topics", _WHOLE),
        ("errors", _WHOLE),
        ("warnings", _WHOLE),
        ("notes", _WHOLE),
        ("gross", _WHOLE),
    ),
    "topics": (
        ("story", _TEXT),
        ("topic", _TEXT),
        ("label", _TEXT),
        ("unit", _TEXT),
        ("confidence", _REAL),
        ("claims", pa.list_(_TEXT)),
        ("outlets", _WHOLE),
    ),
    "findings": (
        ("story", _TEXT),
        ("rule", _TEXT),
        ("kind", _TEXT),
        ("severity", _TEXT),
        ("confidence", _REAL),
        ("gross", _YES),
        ("topic", _TEXT),
        ("claims", pa.list_(_TEXT)),
        ("ratio", _REAL),
        ("message", _TEXT),
        ("fingerprint", _TEXT),
        ("moved", _TEXT),
        ("direction", _TEXT),
        ("measure", _TEXT),
        ("day", _TEXT),
    ),
    "outlets": (
        ("outlet", _TEXT),
        ("measure", _TEXT),
        ("day", _TEXT),
        ("articles", _WHOLE),
        ("shared", _WHOLE),
        ("departures", _WHOLE),
        ("larger", _WHOLE),
        ("smaller", _WHOLE),
        ("rate", _REAL),
        ("rate_low", _REAL),
        ("rate_high", _REAL),
    ),
    "rejected": (("where", _TEXT), ("why", _TEXT)),
}


def _schema(name: str) -> pa.Schema:
    return pa.schema(list(_COLUMNS[name]), metadata={"numcheck.table": name, "numcheck.schema_version": SCHEMA_VERSION})


SCHEMAS: Mapping[str, pa.Schema] = {name: _schema(name) for name in _COLUMNS}
"""The published tables of a run, by the name of their file: `findings.parquet` and so on."""

ROWS = pa.schema(
    [
        ("key", _TEXT),
        *_OF_AN_ARTICLE,
        ("text", _TEXT),
        ("article", pa.binary()),
    ]
)
"""An article on its way to be read; `article` holds it packed where a file was loaded, and not made from the columns."""

READ = pa.schema(
    [
        ("text_hash", _TEXT),
        ("packed", pa.binary()),
        ("figures", _WHOLE),
        ("terms", pa.list_(_WHOLE)),
        ("weights", pa.list_(_REAL)),
        ("opening", pa.list_(_WHOLE)),
        ("signature", pa.list_(_WHOLE)),
        ("failed", _TEXT),
    ]
)
"""What was read of one text: its claims packed, its terms as hashes with their weights, and those that it opens with, its
MinHash signature, and why nobody could read it, if so."""

TOLD = pa.schema(
    [(name, _TEXT) for name in ("story", "digest", "key", "id", "outlet", "url", "published", "copy_of")]
    + [("packed", pa.binary())]
)
"""The articles of stories on their way to be compared; `digest` knows the story by all that comparing it depends on."""

OF_STORY = pa.schema([("story", _TEXT), ("digest", _TEXT), ("table", _TEXT), ("at", _WHOLE), ("row", _TEXT)])
"""What comparing a story gives: rows of the published tables, each as JSON, numbered by table."""

PLACED = pa.schema([("key", _TEXT), ("id", _TEXT), ("story", _TEXT), ("copy_of", _TEXT)])
"""The story of each article, and the id of the article whose text it copies."""


_ROW_GROUP = 8192


def write(path: Path, batches: Iterable[pa.Table], schema: pa.Schema) -> int:
    """Write the tables to one Parquet file and return how many rows; the file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    rows = 0
    try:
        with pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
            for batch in _even(batches, schema):
                rows += batch.num_rows
                writer.write_table(batch)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise NumcheckError(f"cannot write here: {error.strerror or error}", where=str(path), hint="free some space") from None
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return rows


def _even(batches: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield the same rows in tables of one size, however they came: the file must not show how."""
    waiting: list[pa.Table] = []
    rows = 0
    for batch in batches:
        waiting.append(batch.cast(schema))
        rows += batch.num_rows
        while rows >= _ROW_GROUP:
            together = pa.concat_tables(waiting).combine_chunks()
            yield together.slice(0, _ROW_GROUP)
            waiting, rows = [together.slice(_ROW_GROUP)], rows - _ROW_GROUP
    if rows:
        yield pa.concat_tables(waiting).combine_chunks()


def table(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Return the rows as a table of that schema; what a row does not name is null."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)


def parts(folder: Path) -> list[Path]:
    """Return the whole files of a table that is a folder of parts, by name."""
    return sorted(folder.glob("part-*.parquet")) if folder.is_dir() else []


def batches(path: Path, columns: Sequence[str] | None = None, rows: int = 1024) -> Iterator[pa.Table]:
    """Yield the rows of a Parquet file some at a time."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=rows, columns=None if columns is None else list(columns)):
            yield pa.Table.from_batches([batch])


def column(path: Path, name: str) -> list[Any]:
    """Return one column of a Parquet file."""
    found: list[Any] = pq.read_table(path, columns=[name])[name].to_pylist()
    return found


def as_file(rows: Any, out: Path) -> Path:
    """Write rows that are in memory, a pyarrow Table or a pandas DataFrame, as a Parquet file of the run, and return it."""
    found = rows if isinstance(rows, pa.Table) else pa.Table.from_pandas(rows, preserve_index=False)
    path = out / "work" / "given.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(found, path)
    return path
