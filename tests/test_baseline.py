"""The baseline: what was accepted stays quiet with its reason, what is new counts, and what is over is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from repository import git

from numcheck.cli import main

SOURCE = "The flood killed 12 people in the Lorne valley. It wrecked 40 boats in Port Lorne.\n"
FALSE = "The flood killed 31 people in the Lorne valley.\n"
NEW = "\nIt wrecked 60 boats in Port Lorne.\n"
FILE = Path(".numcheck-baseline.json")
GATE = ["gate", "drafts/flood.md", "--sources", "wire", "--baseline", str(FILE), "--width", "0"]
MAKE = ["drafts/flood.md", "--sources", "wire", "--reason", "told by phone"]

Output = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a git repository with a draft, its source and a baseline, in which we are."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    for name, text in (("drafts/flood.md", FALSE), ("wire/agency.md", SOURCE)):
        Path(name).parent.mkdir()
        Path(name).write_text(text, encoding="utf-8")
    assert main(["baseline", "create", *MAKE, "--as-of", "2024-05-16"]) == 0
    git("add", "-A")
    git("commit", "-q", "-m", "Accept what is there")
    return tmp_path


def entries() -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = json.loads(FILE.read_text(encoding="utf-8"))["entries"]
    return found


def test_second_run(desk: Path, capsys: Output) -> None:
    """With the baseline the gate exits 0 and says what is waived and why."""
    assert main([word for word in GATE if word not in ("--baseline", str(FILE))]) == 1
    capsys.readouterr()
    assert main(GATE) == 0
    out = capsys.readouterr().out
    assert "waived: sourcing/contradicted" in out
    assert "(told by phone)" in out


def test_entry(desk: Path) -> None:
    """An entry says which rule, in which file, what it quotes, why and since when."""
    (entry,) = entries()
    assert entry["rule"] == "sourcing/contradicted"
    assert entry["path"] == "drafts/flood.md"
    assert entry["quote"] == FALSE.strip()
    assert (entry["reason"], entry["added"], entry["expires"]) == ("told by phone", "2024-05-16", None)


def test_new_findings_count(desk: Path, capsys: Output) -> None:
    """What is not in the baseline counts, also above what is."""
    Path("drafts/flood.md").write_text(f"{NEW}\n{FALSE}", encoding="utf-8")
    assert main(GATE) == 1
    assert "waived: sourcing/contradicted" in capsys.readouterr().out
    assert main(["baseline", "update", *MAKE]) == 0
    assert len(entries()) == 2
    assert main(GATE) == 0


def test_no_churn(desk: Path) -> None:
    """Nothing is written where nothing changed, whatever day it is; what is there keeps its reason."""
    before = FILE.read_bytes()
    assert main(["baseline", "update", *MAKE[:-1], "another reason", "--as-of", "2025-01-01"]) == 0
    assert main(["baseline", "prune", *MAKE[:-2]]) == 0
    assert FILE.read_bytes() == before


def test_stale(desk: Path, capsys: Output) -> None:
    """An entry whose finding is gone is told, and prune takes it out."""
    Path("drafts/flood.md").write_text(FALSE.replace("31", "12"), encoding="utf-8")
    assert main(GATE) == 0
    assert "run/unused-suppression" in capsys.readouterr().out
    assert main(["baseline", "prune", *MAKE[:-2]]) == 0
    assert entries() == []
    assert main(GATE) == 0
    assert "run/unused-suppression" not in capsys.readouterr().out


def test_another_draft(desk: Path, capsys: Output) -> None:
    """A run on one draft says nothing of the entries of others, and prune leaves them."""
    Path("drafts/other.md").write_text("The flood killed 12 people in the Lorne valley.\n", encoding="utf-8")
    assert main(["gate", "drafts/other.md", "--sources", "wire", "--baseline", str(FILE)]) == 0
    assert "unused" not in capsys.readouterr().out
    assert main(["baseline", "prune", "drafts/other.md", "--sources", "wire"]) == 0
    assert len(entries()) == 1


def test_renamed(desk: Path, capsys: Output) -> None:
    """A draft that git renamed is known by its content; prune writes the new path; a copy is not known."""
    git("mv", "drafts/flood.md", "drafts/the-flood.md")
    moved = [word.replace("flood", "the-flood") for word in GATE]
    assert main(moved) == 0
    assert "waived: sourcing/contradicted" in capsys.readouterr().out
    assert main(["baseline", "prune", "drafts/the-flood.md", "--sources", "wire"]) == 0
    assert [entry["path"] for entry in entries()] == ["drafts/the-flood.md"]
    assert main(moved) == 0
    Path("drafts/copy.md").write_text(FALSE, encoding="utf-8")
    assert main([word.replace("flood", "copy") for word in GATE]) == 1


def test_expired(desk: Path, capsys: Output) -> None:
    """After its last day an entry lets nothing stay."""
    FILE.unlink()
    assert main(["baseline", "create", *MAKE, "--expires", "2024-06-30"]) == 0
    assert main([*GATE, "--as-of", "2024-06-30"]) == 0
    assert main([*GATE, "--as-of", "2024-07-01"]) == 1
    assert "run/expired-suppression" in capsys.readouterr().out


def test_show(desk: Path, capsys: Output) -> None:
    """Show lists what is accepted."""
    capsys.readouterr()
    assert main(["baseline", "show"]) == 0
    out = capsys.readouterr().out
    assert "told by phone" in out
    assert "2024-05-16" in out


def test_across_outlets(desk: Path) -> None:
    """A story's findings are accepted as a draft's are; the order of the articles does not matter."""
    for name, number in (("a", 12), ("b", 800)):
        Path(f"wire/{name}.md").write_text(f"The storm wrecked {number} boats in Exampleville.\n", encoding="utf-8")
    story = ["wire/a.md", "wire/b.md"]
    assert main(["baseline", "create", *story, "--baseline", "story.json", "--reason", "two counts of two offices"]) == 0
    again = ["--baseline", "story.json", "--fail-on", "note"]
    assert main(["compare", *story, "--fail-on", "note"]) == 1
    assert main(["compare", *story, *again]) == 0
    assert main(["compare", *reversed(story), *again]) == 0


BAD = [
    ("no JSON", "{", "this is no baseline"),
    ("no entries", "{}", "it has no entries"),
    ("another form", '{"schema_version": "2.0", "entries": []}', "its form '2.0' is not read"),
    (
        "no reason",
        '{"schema_version": "1.0", "entries": [{"fingerprint": "a"}]}',
        "entry 1: its content_fingerprint is missing",
    ),
    ("too deep", "[" * 100_000, "this is no baseline"),
    ("unknown key", '{"schema_version": "1.0", "entries": [{"rul": "a"}]}', "entry 1: there is no key 'rul'"),
]


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad(desk: Path, capsys: Output, text: str, told: str) -> None:
    """A baseline that cannot be read exits 2 and says why."""
    FILE.write_text(text, encoding="utf-8")
    assert main(GATE) == 2
    assert told in capsys.readouterr().err


def test_half_a_sign(desk: Path, capsys: Output) -> None:
    """An entry that quotes half of a sign, which no file can hold, keeps its number."""
    Path("half.jsonl").write_text('{"outlet": "Half", "text": "The flood \\ud83d killed 31 people in the Lorne valley."}\n')
    create = ["baseline", "update", "half.jsonl", "--sources", "wire", "--baseline", str(FILE), "--reason", "so"]
    for _ in range(2):
        assert main(create) == 0, capsys.readouterr().err
    assert "\\ud83d" in FILE.read_text(encoding="utf-8")
    assert main(["gate", "half.jsonl", "--sources", "wire", "--baseline", str(FILE)]) == 0


def test_reason_is_needed(desk: Path, capsys: Output) -> None:
    """Nothing is accepted without a reason, and nothing is written over."""
    FILE.unlink()
    assert main(["baseline", "create", *MAKE[:-2]]) == 2
    assert "say why" in capsys.readouterr().err
    assert main(["baseline", "create", *MAKE]) == 0
    assert main(["baseline", "create", *MAKE]) == 2


def test_own_sources(desk: Path, capsys: Output) -> None:
    """A draft names its sources, seen from where it stands; it is not held against those of another draft."""
    Path("drafts/flood.md").write_text(f"---\nsources: [../wire/agency.md]\n---\n{FALSE}", encoding="utf-8")
    Path("drafts/storm.md").write_text("---\nsources: storm/mayor.md\n---\nThe storm wrecked 31 sheds.\n", encoding="utf-8")
    Path("drafts/storm").mkdir()
    Path("drafts/storm/mayor.md").write_text("The storm wrecked 31 sheds, the mayor said.\n", encoding="utf-8")
    assert main(["gate", "drafts/flood.md", "drafts/storm.md", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    states = {c["document"]: c["state"] for c in report["claims"] if c["role"] == "draft"}
    assert states == {"drafts/flood.md": "contradicted", "drafts/storm.md": "supported"}
    assert [d["path"] for d in report["documents"]] == [
        "drafts/flood.md",
        "drafts/storm.md",
        "wire/agency.md",
        "drafts/storm/mayor.md",
    ]
