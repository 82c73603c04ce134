"""Files: what is written is there whole or not at all, nothing of the user's is written over, and only files are read."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import numcheck
from numcheck import disk
from numcheck.cli import main
from numcheck.judge.waivers.decisions import parsed
from numcheck.model.decision import pair_print
from numcheck.model.limits import LIMITS, Limit
from numcheck.settings import DECISIONS

SOURCE = "The flood killed 12 people in the Lorne valley. It wrecked 40 boats in Port Lorne.\n"
DRAFT = "The flood killed 31 people in the Lorne valley.\n"
OLD = {
    "report": "an old report\n",
    "baseline": json.dumps({"schema_version": "1.0", "entries": []}),
    "decisions": "version: 1\ndecisions: []\n",
}

Output = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a draft and its source, in which we are."""
    monkeypatch.chdir(tmp_path)
    Path("wire.md").write_text(SOURCE)
    Path("draft.md").write_text(DRAFT)
    return tmp_path


def test_written_whole(tmp_path: Path) -> None:
    """A file is replaced, with the rights of the old one; a link stays a link; nothing is left beside it."""
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    disk.write(link, b"new")
    assert real.read_bytes() == b"new" and link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.txt", "real.txt"]


KINDS = {
    "report": ("report.md", ["compare", "wire.md", "draft.md", "--format", "markdown", "-o", "report.md"]),
    "baseline": ("base.json", ["baseline", "update", "draft.md", "-s", "wire.md", "--baseline", "base.json", "--reason", "so"]),
    "decisions": (DECISIONS, ["review", "wire.md", "draft.md", "--by", "Ann", "--answer", "PAIR=no"]),
}
"""Each kind of file that is kept, and what writes it."""


def started(words: Sequence[str], prepare: Callable[[], None] = lambda: None) -> tuple[int, int]:
    """Start a run of numcheck in a process of its own, a copy of this one; return its number and what it says of mistakes."""
    told, tell = os.pipe()
    child = os.fork()
    if child:
        os.close(tell)
        return child, told
    status = 3
    try:
        sys.stdout, sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"), os.fdopen(tell, "w")
        prepare()
        status = main(list(words))
        sys.stderr.flush()
    finally:
        os._exit(status)


def ended(child: int, told: int) -> tuple[int, str]:
    """Wait for a run; return its status, or the signal that it died of as a negative number, and what it said of mistakes."""
    with os.fdopen(told) as stream:
        said = stream.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def pairs(*drafts: str) -> list[str]:
    """Return the pair of the first figure of each draft and that of the source."""
    told = numcheck.compare([Path("wire.md")]).claims[0]
    return [pair_print(numcheck.compare([Path(draft)]).claims[0], told) for draft in drafts]


@pytest.mark.parametrize(("ending", "status"), [(signal.SIG_IGN, 2), (signal.SIG_DFL, -signal.SIGXFSZ)], ids=["full", "killed"])
@pytest.mark.parametrize("kind", KINDS)
def test_cut_off(desk: Path, runs: int, kind: str, ending: signal.Handlers, status: int) -> None:
    """Where there is no room for a report, baseline or decisions, or a kill ends the writing, the old file is whole."""
    file, words = KINDS[kind]
    Path(file).write_text(OLD[kind])
    words = [word.replace("PAIR", pairs("draft.md")[0]) for word in words]
    for run in range(runs):

        def limited(most: int = 1 + 3 * run) -> None:
            signal.signal(signal.SIGXFSZ, ending)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        done, said = ended(*started(words, limited))
        assert done == status and "Traceback" not in said
        assert Path(file).read_text() == OLD[kind]


def test_full_device(desk: Path, capsys: Output) -> None:
    """A report that finds no room exits 2 and says so."""
    assert main(["compare", "wire.md", "draft.md", "-o", "/dev/full"]) == 2
    assert "cannot write here: No space left on device" in capsys.readouterr().err


def test_killed_at_any_moment(tmp_path: Path, runs: int) -> None:
    """Whoever is killed in the midst of a writing leaves the old file or the new one, never a part."""
    file = tmp_path / "report.json"
    old, new = b"o" * 3_000_000, b"n" * 3_000_000
    disk.write(file, old)
    program = (
        "import sys; from pathlib import Path; from numcheck import disk\n"
        f"while True:\n    for sign in (b'n', b'o'): disk.write(Path({str(file)!r}), sign * 3_000_000); print(1, flush=True)"
    )
    for run in range(5 * runs):
        writer = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.003 * (run % 17))
        writer.kill()
        writer.wait()
        writer.stdout.close()
        assert file.read_bytes() in (old, new)


def kept(kind: str) -> set[str]:
    """Return what stands in a file: the drafts of the entries, the pairs decided on, or the draft that a report is on."""
    text = Path(KINDS[kind][0]).read_text()
    if kind == "baseline":
        return {entry["path"] for entry in json.loads(text)["entries"]}
    return {entry.pair for entry in parsed(text).entries} if kind == "decisions" else {text}


@pytest.mark.parametrize("kind", KINDS)
def test_six_at_once(desk: Path, runs: int, kind: str) -> None:
    """Six who add to one baseline, or to one file of decisions, at once all keep what they add; of six reports one is there."""
    drafts = [f"draft{number}.md" for number in range(6)]
    for number, draft in enumerate(drafts):
        Path(draft).write_text(f"The flood killed {60 + number} people in the Lorne valley.\n")
    file, words = KINDS[kind]
    told = [
        [word.replace("draft.md", draft).replace("PAIR", pair) for word in words]
        for draft, pair in zip(drafts, pairs(*drafts), strict=True)
    ]
    alone = set()
    for words in told:
        Path(file).write_text(OLD[kind])
        assert main(words) == 0
        alone |= kept(kind)
    assert len(alone) == 6
    for _ in range(runs):
        Path(file).write_text(OLD[kind])
        running = [started(words) for words in told]
        assert [ended(*run)[0] for run in running] == [0] * 6
        assert kept(kind) <= alone if kind == "report" else kept(kind) == alone


KEPT = {
    "the draft": ("draft.md", None),
    "a source": ("wire.md", None),
    "settings": ("numcheck.yaml", "version: 1\n"),
    "a story's file": ("story.yaml", "title: Flood\n"),
    "another article": ("other.md", "---\noutlet: The Post\n---\nThe flood killed 9 people.\n"),
    "a rule": ("rules/desk/jump.yaml", "title: x\n"),
}


@pytest.mark.parametrize("name", KEPT)
def test_nothing_is_written_over(desk: Path, capsys: Output, name: str) -> None:
    """A report is not written over a text, a rule or a file of settings."""
    file, text = KEPT[name]
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    if text is not None:
        Path(file).write_text(text)
    before = Path(file).read_text()
    for way in (["-o", file], ["--format", f"markdown:{file}"]):
        assert main(["gate", "draft.md", "--sources", "wire.md", *way]) == 2
        assert "a report is not written over it" in capsys.readouterr().err
    assert Path(file).read_text() == before


def test_a_report_is_written_again(desk: Path) -> None:
    """The report of yesterday is written over."""
    for _ in range(2):
        assert main(["compare", "wire.md", "draft.md", "-o", "report.md", "--format", "markdown"]) == 0


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [pipe, device])
@pytest.mark.parametrize(
    "words",
    [
        ["compare", "odd.md", "wire.md"],
        ["gate", "draft.md", "--sources", "odd.md"],
        ["gate", "draft.md", "--sources", "wire.md", "--baseline", "odd.md"],
        ["gate", "draft.md", "--sources", "wire.md", "--lexicon", "hedges=odd.md"],
        ["gate", "draft.md", "--sources", "wire.md", "--config", "odd.md"],
        ["compare", "wire.md", "draft.md", "--reference", "odd.md"],
        ["diff", "draft.md", "odd.md"],
    ],
    ids=lambda words: " ".join(words),
)
def test_files_alone_are_read(desk: Path, capsys: Output, make: Callable[[Path], None], words: list[str]) -> None:
    """A pipe or a device in the place of a file is refused, and nobody waits for it."""
    make(Path("odd.md"))
    assert main([*words, "--allow-outside"]) == 2
    assert "not a file" in capsys.readouterr().err


def test_an_odd_story(desk: Path, capsys: Output) -> None:
    """A pipe in the place of story.yaml is refused too."""
    os.mkfifo("story.yaml")
    assert main(["compare", "."]) == 2
    assert "not a file" in capsys.readouterr().err


def test_a_limit_is_named(tmp_path: Path) -> None:
    """A file that is too large is refused with the limit."""
    (tmp_path / "a.txt").write_bytes(b"34 men")
    with pytest.raises(OSError, match="it has more than 5 bytes in a test, which is the limit"):
        disk.read(tmp_path / "a.txt", Limit(5, "bytes in a test"))


def test_the_page_tells_all_limits() -> None:
    """docs/security.md has a row for each limit, and no other."""
    page = (Path(__file__).parents[1] / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{name}` | {limit} |" for name, limit in LIMITS.items()]
