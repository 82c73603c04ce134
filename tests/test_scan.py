"""Scanning a stream: the same tables whatever the engine, the workers, the order of input and what was cut before."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import numcheck
from bench.newsroom import articles
from numcheck.cli import main
from numcheck.language import Lexicon
from numcheck.model.article import Article
from numcheck.model.errors import NumcheckError
from numcheck.model.read_article import ReadArticle
from numcheck.pipeline import take_in
from numcheck.scanning import packing, reading
from numcheck.scanning.likelihood import Alike, likelihood
from numcheck.scanning.stories import MOST, Known, place

pa = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")
pytest.importorskip("rensa")
import pyarrow.parquet as pq  # noqa: E402

from numcheck.scanning import run as thread  # noqa: E402
from numcheck.scanning.tables import SCHEMAS  # noqa: E402

STORIES = 12
ROWS = [{name: value for name, value in row.items() if name != "story"} for row in articles(STORIES, seed=4, length=900)]
ROOT = Path(__file__).parents[1]


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def tables(run: Path) -> dict[str, bytes]:
    """Return the bytes of all that a run leaves for its reader."""
    left = {path.name: path.read_bytes() for path in run.glob("*.*")}
    return left | {f"stories/{path.name}": path.read_bytes() for path in (run / "stories").glob("*")}


def rows(run: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(run / f"{name}.parquet").to_pylist()
    return found


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over the generated stories, in one process."""
    folder = tmp_path_factory.mktemp("scan")
    numcheck.scan(write(folder / "news.jsonl", ROWS), folder / "run", jobs=1, reports=3)
    return folder / "run"


def test_two_workers_give_the_same_bytes(done: Path, tmp_path: Path) -> None:
    """The number of processes leaves no trace."""
    numcheck.scan(write(tmp_path / "news.jsonl", ROWS), tmp_path / "run", jobs=2, reports=3)
    assert tables(tmp_path / "run") == tables(done)


def test_order_of_input_leaves_no_trace(done: Path, tmp_path: Path) -> None:
    """Shuffled rows, in two files of two kinds, give the same tables."""
    shuffled = random.Random(5).sample(ROWS, len(ROWS))
    one = write(tmp_path / "b.jsonl", shuffled[:20])
    two = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(shuffled[20:]), two)
    numcheck.scan([one, two], tmp_path / "run", jobs=1, reports=3)
    assert tables(tmp_path / "run") == tables(done)


def test_parts_leave_no_trace(done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that are written away five at a time, the last part short, give the same tables."""
    monkeypatch.setattr(thread, "_ROWS_IN_A_PART", 5)
    numcheck.scan(write(tmp_path / "news.jsonl", ROWS), tmp_path / "run", jobs=1, reports=3)
    assert len(list((tmp_path / "run" / "work" / "rows").iterdir())) == -(-len(ROWS) // 5)
    assert tables(tmp_path / "run") == tables(done)


def test_spark_gives_the_same_bytes(done: Path, tmp_path: Path) -> None:
    """The engine leaves no trace: Spark, in local mode, leaves the tables that processes leave."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("there is no Java here")
    numcheck.scan(write(tmp_path / "news.jsonl", ROWS), tmp_path / "run", engine="spark", master="local[2]", reports=3)
    assert tables(tmp_path / "run") == tables(done)


KILLED = """
import os, signal, sys
import numcheck
def step(what, done, total):
    if what == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)
numcheck.scan(sys.argv[1], sys.argv[2], jobs=1, reports=3, step=step)
"""


@pytest.mark.parametrize("stage", ["reading", "finding stories", "comparing stories", "writing the tables"])
def test_a_killed_run_goes_on(done: Path, tmp_path: Path, stage: str) -> None:
    """A run that was killed in a stage leaves the tables of an undisturbed one when it is started again."""
    source, run = write(tmp_path / "news.jsonl", ROWS), tmp_path / "run"
    killed = subprocess.run([sys.executable, "-c", KILLED, source, run, stage], cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode < 0, killed.stderr.decode()
    numcheck.scan(source, run, jobs=1, reports=3)
    assert tables(run) == tables(done)


def test_nothing_is_read_twice(done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run with more articles reads only the new ones, and compares only stories that changed."""
    source, run = write(tmp_path / "news.jsonl", ROWS[:-4]), tmp_path / "run"
    numcheck.scan(source, run, jobs=1, reports=3)
    taken: list[str] = []

    def counted(article: Article, lexicon: Lexicon) -> ReadArticle:
        taken.append(article.path)
        return take_in(article, lexicon)

    monkeypatch.setattr(reading, "take_in", counted)
    numcheck.scan(write(source, ROWS), run, jobs=1, reports=3)
    assert set(taken) <= {row["id"] for row in ROWS[-4:]}
    assert tables(run) == tables(done)


def test_the_stories_are_found(done: Path) -> None:
    """The generated stories come out as they were written, and each article stands in one."""
    found = Counter((row["id"].split("-")[0], row["story"]) for row in rows(done, "articles"))
    assert sum(found.values()) == len(ROWS)
    assert len(found) == len({story for _, story in found}) == STORIES


def test_findings_are_those_of_compare(done: Path) -> None:
    """What a story's findings say is what `compare` says of the same articles."""
    told = {row["id"]: row["story"] for row in rows(done, "articles")}
    copies = {row["id"] for row in rows(done, "articles") if row["copy_of"]}
    story = next(name for name, _ in Counter(told.values()).most_common() if not copies & {i for i in told if told[i] == name})
    own = [row for row in ROWS if told[str(row["id"])] == story]
    found = [row["message"] for row in rows(done, "findings") if row["story"] == story]
    own.sort(key=lambda row: (row["published"], row["id"]))
    report = numcheck.compare([reading.article_of(row | {"article": None, "url": None}) for row in own])
    assert found
    assert found == [finding.message for finding in report.findings if finding.kind != "run"]


def test_rows_in_memory_are_scanned(tmp_path: Path) -> None:
    """A pyarrow Table is a source too, and a story alone in its run is found."""
    told = numcheck.scan(pa.Table.from_pylist(ROWS[:4]), tmp_path / "run", jobs=1, reports=0)
    assert list(told.stories["articles"]) == [4]


def test_tables_have_the_published_columns(done: Path) -> None:
    """Each table of a run has the columns that docs/scale.md tells, in that order."""
    told = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    for name, schema in SCHEMAS.items():
        assert pq.read_schema(done / f"{name}.parquet").names == schema.names
        assert f"`{name}`: {', '.join(schema.names)}" in told, name


def test_what_cannot_be_read_is_listed(tmp_path: Path) -> None:
    """Rows without text or outlet, broken lines, wrong days, ids given twice and broken files are told with their place."""
    source = tmp_path / "in"
    source.mkdir()
    lines = [
        json.dumps({"outlet": "Post", "text": "Five people died."}),
        json.dumps({"outlet": "Post"}),
        json.dumps({"text": "Six people died."}),
        "{broken",
        "[1]",
        json.dumps({"outlet": "Post", "text": "Seven died.", "published": "yesterday"}),
        json.dumps({"outlet": "Post", "text": "Eight died.", "id": "x"}),
        json.dumps({"outlet": "Herald", "text": "Nine died.", "id": "x"}),
        json.dumps({"outlet": "Post", "text": "Five people died."}),
        json.dumps({"outlet": "Post", "text": "Half a sign \ud83d is no sign, nor are 12."}),
        json.dumps({"outlet": "P\udc00st", "text": "Eleven died."}),
    ]
    (source / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (source / "b.parquet").write_bytes(b"PAR1 no more")
    (source / "c.jsonl.gz").write_bytes(gzip.compress(b'{"outlet": "Post", "text": "Ten died."}\n')[:-9])
    (source / "d.xyz").write_text("?", encoding="utf-8")
    numcheck.scan(source, tmp_path / "run", jobs=1)
    why = {row["where"].rpartition("/")[2]: row["why"] for row in rows(tmp_path / "run", "rejected")}
    assert why["a.jsonl:2"].startswith("there is no text")
    assert why["a.jsonl:3"].startswith("there is no outlet")
    assert why["a.jsonl:4"].startswith("this is not JSON")
    assert why["a.jsonl:5"] == "this is no JSON object"
    assert "'yesterday' is no day" in why["a.jsonl:6"]
    assert why["a.jsonl:10"] == why["a.jsonl:11"] == "half of a sign stands in it, which no table can hold"
    assert why["x"] == "another article has this id"
    assert {"b.parquet", "c.jsonl.gz", "d.xyz"} <= set(why)
    assert "given twice, read once" in why.values()
    assert len(rows(tmp_path / "run", "articles")) >= 2


def test_columns_have_other_names(tmp_path: Path) -> None:
    """`--map` takes a source's own names of columns, `--since` and `--limit` leave rows out."""
    source = write(
        tmp_path / "news.jsonl",
        [
            {"body": f"In {year} {year - 2000} boats sank.", "site": "Post", "day": f"{year}-01-02"}
            for year in (2021, 2022, 2023)
        ],
    )
    names = {"text": "body", "outlet": "site", "published": "day"}
    numcheck.scan(source, tmp_path / "run", jobs=1, names=names, since=date(2022, 1, 1), limit=2)
    assert [row["published"] for row in rows(tmp_path / "run", "articles")] == ["2022-01-02"]


def known(number: int, terms: Sequence[int], published: str | None = None) -> Known:
    return Known(f"{published or ''}\t{number:06}", str(number), published, terms, [1] * len(terms), terms, [])


def placed(articles: Sequence[Known]) -> list[str]:
    seen = Counter(term for article in articles for term in article.terms)
    return [found.story for found in place(articles, {t: n for t, n in seen.items() if n > 1}, len(articles))]


def test_a_story_ends_with_its_window() -> None:
    """Articles with the same words tell one story within three days, and two stories a week apart."""
    near = placed([known(1, [1, 2, 3], "2026-03-01"), known(2, [1, 2, 3], "2026-03-03"), known(3, [8, 9])])
    far = placed([known(1, [1, 2, 3], "2026-03-01"), known(2, [1, 2, 3], "2026-03-09"), known(3, [8, 9])])
    assert near[0] == near[1]
    assert far[0] != far[1]


@pytest.mark.parametrize(
    ("likelier", "than"),
    [
        ((Alike(0.4, rarest=0.8), 0.0, 500), (Alike(0.3, rarest=0.8), 0.0, 500)),  # more words in common
        ((Alike(0.3, numbers=0.2, rarest=0.8), 0.0, 500), (Alike(0.3, rarest=0.8), 0.0, 500)),  # numbers too
        ((Alike(0.3, opening=0.2, rarest=0.8), 0.0, 500), (Alike(0.3, rarest=0.8), 0.0, 500)),  # words of both beginnings too
        ((Alike(0.3, rarest=0.8), 0.0, 500), (Alike(0.3, rarest=0.4), 0.0, 500)),  # a rarer word
        ((Alike(0.3, rarest=0.8), 0.5, 500), (Alike(0.3, rarest=0.8), 2.5, 500)),  # nearer in time
        ((Alike(0.4, rarest=0.8), 2.5, 500), (Alike(0.4, rarest=0.8), 3.0, 500)),  # the last hours of the window
        ((Alike(0.3, rarest=0.8), 0.0, 500), (Alike(0.3, rarest=0.8), None, 500)),  # a day that is known
        ((Alike(0.3, rarest=0.8), 1.0, 500), (Alike(0.3, rarest=0.8), 1.0, 5000)),  # fewer articles around
    ],
)
def test_what_makes_one_story_likelier(
    likelier: tuple[Alike, float | None, int], than: tuple[Alike, float | None, int]
) -> None:
    """Two articles are the likelier of one story the more they share, the nearer in time, and the fewer there are."""
    assert likelihood().of(*likelier) > likelihood().of(*than)


def test_few_articles_make_nothing_likely() -> None:
    """Among ten articles two are no likelier of one story than among the fewest that the weights were fitted on."""
    assert likelihood().of(Alike(0.2), 1.0, 10) == likelihood().of(Alike(0.2), 1.0, likelihood().fewest)


def test_a_story_has_a_most() -> None:
    """The article behind the five-hundredth opens a new story."""
    many = [known(number, [1, 2, 3]) for number in range(MOST + 1)] + [known(9000 + n, [10 + n]) for n in range(20 * MOST)]
    found = placed(many)
    assert Counter(found[: MOST + 1]).most_common() == [(found[0], MOST), (found[MOST], 1)]


def test_rates_have_wilson_intervals(done: Path) -> None:
    """An outlet's rate lies in its interval, which is Wilson's."""
    for row in rows(done, "outlets"):
        if row["shared"]:
            n, p, z = row["shared"], row["departures"] / row["shared"], 1.959964
            middle = (p + z * z / (2 * n)) / (1 + z * z / n)
            reach = z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5 / (1 + z * z / n)
            assert row["rate_low"] == pytest.approx(max(0, middle - reach), abs=1e-9)
            assert row["rate_high"] == pytest.approx(min(1, middle + reach), abs=1e-9)


def test_what_was_kept_makes_nouns_only(tmp_path: Path) -> None:
    """A file of a run that somebody changed can run no code: nothing but numcheck's nouns is made of it."""
    import zlib

    class Evil:
        def __reduce__(self) -> tuple[Any, tuple[str]]:
            return os.system, (f"touch {tmp_path}/done",)

    with pytest.raises(NumcheckError, match="no noun"):
        packing.unpack(zlib.compress(pickle.dumps(Evil())))
    assert not (tmp_path / "done").exists()


def test_the_page_leads_to_the_stories(done: Path) -> None:
    """The page lists the stories with the gravest first, and its links lead to reports that are there."""
    page = (done / "report.html").read_text(encoding="utf-8")
    links = [part.partition('"')[0] for part in page.split('href="stories/')[1:]]
    assert 0 < len(links) <= 3
    assert all((done / "stories" / link).is_file() for link in links)


def test_the_command_shows_a_run(done: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`numcheck scan --show` prints the stories and outlets of a run that is done."""
    assert main(["scan", "--out", str(done), "--show"]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert f"{len(ROWS)} articles, {STORIES} stories" in out
    assert "95 % interval" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.jsonl", "--out", "run"], "gone.jsonl: there is no such file or folder"),
        (["news.jsonl"], "--out"),
        (["news.jsonl", "--out", "full"], "holds something else than a run"),
        (["news.jsonl", "--out", "news.jsonl"], "the run's folder is a file"),
        (["news.jsonl", "--out", "run", "--map", "words=body"], "--map"),
        (["news.jsonl", "--out", "run", "--engine", "abacus"], "abacus"),
        (["news.jsonl", "--out", "run", "--since", "monday"], "monday"),
        (["empty.jsonl", "--out", "run"], "no article in these sources"),
        (["--out", "full", "--show"], "no finished run"),
    ],
)
def test_mistakes_are_told(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What cannot be done ends in status 2 and says what is wrong, and where."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "news.jsonl", ROWS[:2])
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    assert main(["scan", *arguments]) == 2
    assert said in capfdbinary.readouterr().err.decode()
