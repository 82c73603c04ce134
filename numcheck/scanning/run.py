"""The thread of a run: intake and reading, stories and copies, comparing, tables. Each stage goes on where it was left.

RUN/work keeps what was made: the articles as they came (rows), what was read of each text by its hash (read), the stories, and
what comparing each story found by its digest (compared). A run that is cut, by a key or by a kill, loses the batch in work; the
next run with the same folder makes only what is missing. The published tables are sorted by what the articles say, so that
engine, number of workers and order of input leave no trace in them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from numcheck import disk
from numcheck.model import VERSION
from numcheck.model.errors import NumcheckError
from numcheck.scanning import queries
from numcheck.scanning.comparing import compare_story
from numcheck.scanning.engines import Engine
from numcheck.scanning.packing import digest
from numcheck.scanning.reading import read_batch
from numcheck.scanning.sources import Rejected, Row, rows, together
from numcheck.scanning.stories import Known, place
from numcheck.scanning.tables import OF_STORY, PLACED, READ, ROWS, SCHEMA_VERSION, SCHEMAS, TOLD, column, parts, table, write
from numcheck.settings import Settings

_STEP = 256
"""Articles between two words on how far it is."""
T = TypeVar("T")
Step = Callable[[str, int, int], None]

_KEPT = ("key", "id", "outlet", "title", "published", "url", "text_hash", "characters")
_ROWS_KEPT = pa.schema([ROWS.field(name) for name in _KEPT])
_ROWS_IN_A_PART = 4096
_ARTICLES_IN_A_BATCH = 192
"""Articles of whole stories that are compared in one piece of work."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a run was asked for.

    `names` are the source's own names of columns; `since` leaves older articles out, `limit` takes so many rows at most.
    """

    sources: Sequence[Path]
    out: Path
    settings: Settings
    names: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None
    since: date | None = None
    step: Step = lambda what, done, total: None


def run(job: Job, engine: Engine) -> None:
    """Take the sources through all stages and leave the tables in `job.out`; raise NumcheckError where that cannot be done."""
    work = job.out / "work"
    missing = next((source for source in job.sources if not source.exists()), None)
    if missing is not None:
        raise NumcheckError(
            "there is no such file or folder", where=str(missing), hint="give .jsonl or .parquet files, or folders"
        )
    _take_in(job, engine, work)
    with queries.connected(work) as base:
        total = queries.order(base, work)
        if not total:
            raise NumcheckError(
                "there is no article in these sources", hint="see rejected.parquet in the run for each row's reason"
            )
        _place(job, work, base, total)
        _compare(job, engine, work, base)
        job.step("writing the tables", 0, 0)
        queries.publish(base, work, job.out)
    _write_run(job, total)


def open_folder(out: Path) -> None:
    """Make the folder of a run; raise NumcheckError for one that holds something else, or that cannot be written."""
    if out.exists() and not out.is_dir():
        raise NumcheckError("the run's folder is a file", where=str(out), hint="name a new folder")
    if out.is_dir() and any(out.iterdir()) and not (out / "work").is_dir():
        raise NumcheckError("this folder holds something else than a run", where=str(out), hint="name a new or empty folder")
    try:
        (out / "work").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NumcheckError(f"cannot write here: {error.strerror}", where=str(out), hint="name another folder") from None


def _take_in(job: Job, engine: Engine, work: Path) -> None:
    """Read each article whose text was not read before, and keep the rows as they came."""
    folder = work / "read" / digest(VERSION, *_tables_of(job.settings))
    known = {name for part in parts(folder) for name in column(part, "text_hash")}
    coming = work / "rows-coming"
    shutil.rmtree(coming, ignore_errors=True)
    intake = _Intake(job, known, coming)
    stage = partial(read_batch, settings=job.settings)
    number = _next(folder)
    for made in engine.over_batches(stage, intake.unread(), ROWS, READ):
        write(folder / f"part-{number:06}.parquet", [made], READ)
        number += 1
        job.step("reading", intake.seen, 0)
    intake.close()
    shutil.rmtree(work / "rows", ignore_errors=True)
    coming.rename(work / "rows")
    if not known:
        write(folder / "part-000000.parquet", [], READ)
    rejected = sorted(intake.rejected, key=lambda left: (left.where, left.why))
    schema = SCHEMAS["rejected"]
    write(work / "rejected.parquet", [table([{"where": r.where, "why": r.why} for r in rejected], schema)], schema)
    (work / "reading").write_text(folder.name, encoding="utf-8")


class _Intake:
    """The rows of the sources as they come: kept without their text, and those whose text is new handed on to be read.

    What is kept goes to a folder a part at a time, so that a long stream needs no more memory than a short one but for the
    hash of each text.
    """

    def __init__(self, job: Job, known: set[str], folder: Path) -> None:
        self._job, self._known, self._folder = job, known, folder
        self._part: list[dict[str, object]] = []
        self._written = 0
        self.rejected: list[Rejected] = []
        self.seen = 0

    def unread(self) -> Iterator[pa.Table]:
        yield from together(self._new())

    def close(self) -> None:
        """Write the last part, which is empty where there was no row at all."""
        if self._part or not self._written:
            self._write()

    def _new(self) -> Iterator[Row]:
        found = (row for source in self._job.sources for row in rows(source, self._job.names))
        for row in islice(found, self._job.limit):
            self.seen += 1
            if isinstance(row, Rejected):
                self.rejected.append(row)
                continue
            if self._job.since and row.published and row.published[:10] < self._job.since.isoformat():
                continue
            text_hash = row.text_hash
            self._keep(row, text_hash)
            if text_hash not in self._known:
                self._known.add(text_hash)
                yield row

    def _keep(self, row: Row, text_hash: str) -> None:
        said = (row.key(text_hash), row.id, row.outlet, row.title, row.published, row.url, text_hash, len(row.text))
        self._part.append(dict(zip(_KEPT, said, strict=True)))
        if len(self._part) == _ROWS_IN_A_PART:
            self._write()

    def _write(self) -> None:
        path = self._folder / f"part-{self._written:06}.parquet"
        write(path, [table(self._part, _ROWS_KEPT)], _ROWS_KEPT)
        self._part, self._written = [], self._written + 1


def _place(job: Job, work: Path, base: queries.Base, total: int) -> None:
    """Find the story of each article, and the copies."""
    seen = queries.terms(base)
    known = (Known(**row) for row in queries.known(base))
    placed: Iterable[dict[str, object]] = (
        {"key": p.key, "id": p.id, "story": p.story, "copy_of": p.copy_of}
        for p in _counted(job, place(known, seen, total), total)
    )
    write(work / "placed.parquet", (table(some, PLACED) for some in _some(placed, _ROWS_IN_A_PART)), PLACED)


def _counted(job: Job, items: Iterable[T], total: int) -> Iterator[T]:
    for number, item in enumerate(items, 1):
        if number % _STEP == 0 or number == total:
            job.step("finding stories", number, total)
        yield item


def _compare(job: Job, engine: Engine, work: Path, base: queries.Base) -> None:
    """Compare the articles of each story that was not compared before as it stands now."""
    folder = work / "compared"
    said = digest(
        VERSION, (work / "reading").read_text(encoding="utf-8"), json.dumps(job.settings.to_dict(), sort_keys=True, default=str)
    )
    digests = queries.digests(base, work, said)
    known = {name for part in parts(folder) for name in column(part, "digest")}
    wanted = [story for story, digest in digests.items() if digest not in known]
    done, number = len(digests) - len(wanted), _next(folder)
    stage = partial(compare_story, settings=job.settings)
    for made in engine.over_stories(stage, queries.told(base, wanted, _ARTICLES_IN_A_BATCH), TOLD, OF_STORY):
        write(folder / f"part-{number:06}.parquet", [made], OF_STORY)
        number += 1
        done += len(set(made["story"].to_pylist()))
        job.step("comparing stories", done, len(digests))


def _write_run(job: Job, total: int) -> None:
    """Leave a word on what the run is, without anything that hangs on the machine or the hour."""
    said = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "numcheck", "version": VERSION},
        "settings": job.settings.to_dict(),
        "articles": total,
        "tables": sorted(SCHEMAS),
    }
    disk.write(job.out / "run.json", (json.dumps(said, indent=2, sort_keys=True, default=str) + "\n").encode())


def _tables_of(settings: Settings) -> list[str]:
    """Return what knows the tables of words that were put in the place of ours."""
    return [f"{name}:{hashlib.blake2b(path.read_bytes()).hexdigest()}" for name, path in sorted(settings.lexicon.items())]


def _next(folder: Path) -> int:
    """Return the number of the next part of a folder."""
    return max((int(part.stem.removeprefix("part-")) + 1 for part in parts(folder)), default=0)


def _some(items: Iterable[T], many: int) -> Iterator[list[T]]:
    coming = iter(items)
    while some := list(islice(coming, many)):
        yield some
