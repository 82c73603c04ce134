"""The joins, sorts and counts of a run, in DuckDB, which spills what memory does not hold. duckdb is named here only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from numcheck.scanning.tables import SCHEMAS, TOLD, parts, table, write

Base = duckdb.DuckDBPyConnection

_MEMORY = "256MB"
_ROWS = 2048
_Z = 1.959964
"""Of the normal distribution at 97.5 %: the interval holds 95 %."""

_WILSON = """
    (({d} / {n} + {zz} / (2 * {n}) {sign} {z} * sqrt(({d} / {n}) * (1 - {d} / {n}) / {n} + {zz} / (4 * {n} * {n})))
     / (1 + {zz} / {n}))
"""
"""An end of the Wilson score interval (Wilson 1927) of `d` among `n`."""


@contextmanager
def connected(work: Path) -> Iterator[Base]:
    """Give a database without a file of its own, with room to spill in the run's work."""
    spill = work / "spill"
    with duckdb.connect(":memory:") as base:
        base.execute(f"SET memory_limit = '{_MEMORY}'; SET threads = 2; SET enable_progress_bar = false")
        base.execute("SET temp_directory = ?", [str(spill)])
        yield base
    for left in spill.glob("*") if spill.is_dir() else ():
        left.unlink(missing_ok=True)


def order(base: Base, work: Path) -> int:
    """Lay out the rows and what was read of them, an article a row; return how many articles there are.

    Of several rows with one id the first by key stays, the others are added to the rejected.
    """
    base.execute(f"CREATE VIEW came AS {_of_parts(work / 'rows')}")
    base.execute(f"CREATE VIEW read AS {_of_parts(work / 'read' / (work / 'reading').read_text(encoding='utf-8'))}")
    base.execute(
        """CREATE TABLE numbered AS
        SELECT *, row_number() OVER (PARTITION BY id ORDER BY key, outlet, url) AS nth FROM came"""
    )
    base.execute("CREATE TABLE articles AS SELECT * EXCLUDE (nth) FROM numbered WHERE nth = 1")
    base.execute(
        """CREATE TABLE twice AS
        SELECT n.id AS "where", CASE WHEN n.key = a.key AND n.outlet = a.outlet THEN 'given twice, read once'
               ELSE 'another article has this id' END AS why
        FROM numbered n JOIN articles a USING (id) WHERE n.nth > 1"""
    )
    base.execute("DROP TABLE numbered")
    return _one(base, "SELECT count(*) FROM articles")


def terms(base: Base) -> dict[int, int]:
    """Return how many articles have each term that more than one has."""
    found = base.execute(
        """SELECT term, count(*) FROM (SELECT unnest(terms) AS term FROM articles JOIN read USING (text_hash))
        GROUP BY term HAVING count(*) > 1"""
    ).fetchall()
    return dict(found)


def known(base: Base) -> Iterator[dict[str, Any]]:
    """Yield what finding stories needs of each article, by key."""
    yield from _rows(
        base,
        """SELECT key, id, published, terms, weights, opening, signature
        FROM articles JOIN read USING (text_hash) ORDER BY key""",
    )


def digests(base: Base, work: Path, said: str) -> dict[str, str]:
    """Return a digest of each story: of its articles in order, and of `said`."""
    base.execute("CREATE OR REPLACE TABLE placed AS SELECT * FROM read_parquet(?)", [str(work / "placed.parquet")])
    base.execute(
        """CREATE OR REPLACE TABLE digests AS
        SELECT story, md5(string_agg(concat_ws(chr(0), key, id, outlet, coalesce(url, ''), text_hash, coalesce(copy_of, '')),
                          chr(1) ORDER BY key, id) || ?) AS digest
        FROM placed JOIN articles USING (key, id) GROUP BY story""",
        [said],
    )
    return dict(base.execute("SELECT story, digest FROM digests ORDER BY story").fetchall())


def told(base: Base, stories: Sequence[str], articles: int) -> Iterator[pa.Table]:
    """Yield the articles of these stories as TOLD, whole stories together, about so many articles at a time."""
    base.register("given", pa.table({"story": pa.array(stories, pa.string())}))
    base.execute("CREATE OR REPLACE TABLE wanted AS SELECT * FROM given")
    base.unregister("given")
    columns = ", ".join(TOLD.names)
    rows = _rows(
        base,
        f"""SELECT {columns} FROM placed JOIN articles USING (key, id) JOIN read USING (text_hash) JOIN digests USING (story)
        WHERE story IN (SELECT story FROM wanted) ORDER BY story, key, id""",
    )
    waiting: list[dict[str, Any]] = []
    for _, story in groupby(rows, key=lambda row: row["story"]):
        waiting += story
        if len(waiting) >= articles:
            yield table(waiting, TOLD)
            waiting = []
    if waiting:
        yield table(waiting, TOLD)


def articles_of(work: Path, stories: Sequence[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each of these stories of a finished run with its articles, as TOLD."""
    with connected(work) as base:
        order(base, work)
        digests(base, work, "")
        for batch in told(base, stories, 1):
            rows = batch.to_pylist()
            yield rows[0]["story"], rows


def publish(base: Base, work: Path, out: Path) -> None:
    """Write the tables of the run."""
    base.execute(f"CREATE OR REPLACE VIEW compared AS {_of_parts(work / 'compared')}")
    for name in ("claims", "topics", "findings"):
        write(out / f"{name}.parquet", _of_stories(base, name), SCHEMAS[name])
    for name in ("claims", "topics", "findings"):
        base.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{_quoted(out / f'{name}.parquet')}')")
    rejected = f"""SELECT "where", why FROM read_parquet('{_quoted(work / "rejected.parquet")}') UNION ALL SELECT * FROM twice
        UNION ALL SELECT id, failed FROM articles JOIN read USING (text_hash) WHERE failed IS NOT NULL"""
    written: Mapping[str, str] = {
        "articles": _ARTICLES,
        "stories": _STORIES,
        "outlets": _outlets(),
        "rejected": f'{rejected} ORDER BY "where", why',
    }
    for name, query in written.items():
        write(out / f"{name}.parquet", _tables(base, query), SCHEMAS[name])


_ARTICLES = """
    SELECT id, outlet, title, published, url, text_hash, characters, figures, copy_of, story
    FROM placed JOIN articles USING (key, id) JOIN read USING (text_hash) ORDER BY key, id
"""

_STORIES = """
    WITH told AS (
        SELECT story, first(title ORDER BY key) FILTER (title IS NOT NULL) AS title, min(published) AS first,
               max(published) AS last,
               count(*) AS articles, count(DISTINCT outlet) AS outlets, sum(figures) AS figures
        FROM placed JOIN articles USING (key, id) JOIN read USING (text_hash) GROUP BY story),
    said AS (
        SELECT story, count(*) FILTER (severity = 'error') AS errors, count(*) FILTER (severity = 'warning') AS warnings,
               count(*) FILTER (severity = 'note') AS notes, count(*) FILTER (gross) AS gross
        FROM findings GROUP BY story),
    put AS (SELECT story, count(*) AS topics FROM topics GROUP BY story)
    SELECT story, title, first, last, articles, outlets, figures, coalesce(topics, 0) AS topics, coalesce(errors, 0) AS errors,
           coalesce(warnings, 0) AS warnings, coalesce(notes, 0) AS notes, coalesce(gross, 0) AS gross
    FROM told LEFT JOIN said USING (story) LEFT JOIN put USING (story)
    ORDER BY gross DESC, errors DESC, warnings DESC, outlets DESC, story
"""


def _outlets() -> str:
    """Return the query of who departs how often: of all measures and days, of each measure, of each day."""
    ends = {sign: _WILSON.format(d="departures", n="shared", z=_Z, zz=_Z * _Z, sign=sign) for sign in "-+"}
    return f"""
    WITH told AS (
        SELECT DISTINCT c.story, c.topic, c.outlet, c.measure, substr(a.published, 1, 10) AS day
        FROM claims c JOIN topics t USING (story, topic) JOIN articles a ON a.id = c.article WHERE t.outlets > 1),
    left_it AS (
        SELECT DISTINCT f.story, f.topic, f.moved AS outlet, f.direction FROM findings f
        WHERE f.moved IS NOT NULL AND f.topic IS NOT NULL AND f.severity <> 'note'
          AND f.kind IN ('contradiction', 'inflation', 'hedge')),
    one AS (
        SELECT told.*, l.outlet IS NOT NULL AS departed, coalesce(l.direction = 'up', false) AS up,
               coalesce(l.direction = 'down', false) AS down
        FROM told LEFT JOIN (
            SELECT story, topic, outlet, max(direction) AS direction FROM left_it GROUP BY ALL) l USING (story, topic, outlet)),
    kinds AS (
        SELECT outlet, measure, day, story, topic, departed, up, down, GROUPING_ID(measure, day) AS kind, count(*) AS n FROM one
        GROUP BY GROUPING SETS ((outlet, story, topic, departed, up, down), (outlet, measure, story, topic, departed, up, down),
                                (outlet, day, story, topic, departed, up, down))),
    counted AS (
        SELECT outlet, measure, day, kind, count(*) AS shared, count(*) FILTER (departed) AS departures,
               count(*) FILTER (up) AS larger, count(*) FILTER (down) AS smaller
        FROM kinds WHERE kind = 3 OR (kind = 1 AND measure IS NOT NULL) OR (kind = 2 AND day IS NOT NULL)
        GROUP BY outlet, measure, day, kind),
    held AS (SELECT outlet, count(*) AS articles FROM articles GROUP BY outlet)
    SELECT outlet, measure, day, articles, coalesce(shared, 0) AS shared, coalesce(departures, 0) AS departures,
           coalesce(larger, 0) AS larger, coalesce(smaller, 0) AS smaller, departures / shared AS rate,
           greatest(0, {ends["-"]}) AS rate_low, least(1, {ends["+"]}) AS rate_high
    FROM held LEFT JOIN counted USING (outlet)
    ORDER BY measure IS NOT NULL, day IS NOT NULL, outlet, measure, day
    """


def _of_stories(base: Base, name: str) -> Iterator[pa.Table]:
    """Yield the rows of a table that comparing made, by story and place."""
    waiting: list[dict[str, Any]] = []
    rows = _rows(
        base,
        f"""SELECT DISTINCT story, "at", "row" FROM compared SEMI JOIN digests USING (story, digest) WHERE "table" = '{name}'
        ORDER BY story, "at" """,
    )
    for row in rows:
        waiting.append(json.loads(row["row"]))
        if len(waiting) == _ROWS:
            yield table(waiting, SCHEMAS[name])
            waiting = []
    yield table(waiting, SCHEMAS[name])


def _rows(base: Base, query: str) -> Iterator[dict[str, Any]]:
    for found in _tables(base, query):
        yield from found.to_pylist()


def _tables(base: Base, query: str) -> Iterator[pa.Table]:
    for batch in base.cursor().sql(query).to_arrow_reader(_ROWS):
        yield pa.Table.from_batches([batch])


def _one(base: Base, query: str) -> int:
    row = base.execute(query).fetchone()
    return int(row[0]) if row else 0


def _of_parts(folder: Path) -> str:
    """Return a query of all rows of a folder of parts; raise nothing where it is empty: then there are no rows."""
    files = ", ".join(f"'{_quoted(part)}'" for part in parts(folder))
    return f"SELECT * FROM read_parquet([{files}])"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
