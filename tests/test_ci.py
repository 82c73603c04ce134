"""The gate where drafts are kept: changed lines, the hooks through pre-commit, and the scripts of the action."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from repository import git
from workflow import Runner, composite, environment

from numcheck.cli import main

ROOT = Path(__file__).parents[1]
SOURCE = "The flood killed 12 people in the Lorne valley. It wrecked 40 boats in Port Lorne.\n"
GOOD = "The flood killed 12 people in the Lorne valley.\n"
FALSE = "The flood killed 31 people in the Lorne valley.\n"
ALSO_FALSE = "It wrecked 60 boats in Port Lorne.\n"
FRONT = "---\nsources: ../wire\n---\n"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a git repository with a draft that names its source, in which we are."""
    place = tmp_path / "desk"
    place.mkdir()
    monkeypatch.chdir(place)
    for name in [name for name in os.environ if name.startswith(("NUMCHECK_", "GITHUB_", "GIT_"))]:
        monkeypatch.delenv(name)
    git("init", "-q", "-b", "main")
    write("wire/agency.md", SOURCE)
    write("drafts/flood.md", FRONT + FALSE)
    git("add", "-A")
    git("commit", "-q", "-m", "Begin")
    return place


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


SINCE = ["--changed-since", "main", "--width", "0"]


def test_unchanged_lines(desk: Path, capsys: Output) -> None:
    """What was at fault before does not count, and is told; the whole text is read all the same."""
    assert main(["gate", "drafts/flood.md"]) == 1
    assert main(["gate", "drafts/flood.md", *SINCE]) == 0
    assert "waived: 1 finding on what was there before (no changed line since main)" in capsys.readouterr().out


CHANGES = [
    ("a new fault below", FRONT + FALSE + "\n" + ALSO_FALSE, 1),
    ("a new line that is clean", f"{FRONT}{FALSE}\nThe river rose at night.\n", 0),
    ("lines above the old fault", f"{FRONT}The river rose at night.\n\nNobody slept.\n\n{FALSE}", 0),
    ("the old fault, changed", FRONT + FALSE.replace("31", "33"), 1),
    ("the old fault, mended", FRONT + GOOD, 0),
]


@pytest.mark.parametrize(("text", "status"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_changed_lines(desk: Path, text: str, status: int) -> None:
    """What stands on a changed line counts, committed or not."""
    git("checkout", "-q", "-b", "edit")
    write("drafts/flood.md", text)
    assert main(["gate", "drafts/flood.md", *SINCE]) == status
    git("commit", "-q", "-a", "-m", "Edit")
    assert main(["gate", "drafts/flood.md", *SINCE]) == status


def test_new_and_renamed_files(desk: Path) -> None:
    """A file that git does not know is new in all lines; a renamed one is not."""
    git("mv", "drafts/flood.md", "drafts/über flood.md")
    assert main(["gate", "drafts/über flood.md", *SINCE]) == 0
    write("drafts/other flood.md", FRONT + FALSE)
    assert main(["gate", "drafts/other flood.md", *SINCE]) == 1


def test_the_source_changed(desk: Path) -> None:
    """Where the source's figure is what changed, the finding counts."""
    write("wire/agency.md", SOURCE.replace("12", "13"))
    assert main(["gate", "drafts/flood.md", *SINCE]) == 1


def test_main_went_on(desk: Path) -> None:
    """What others changed on the branch meanwhile does not count as ours."""
    git("checkout", "-q", "-b", "edit")
    git("checkout", "-q", "main")
    write("drafts/flood.md", FRONT + GOOD)
    git("commit", "-q", "-a", "-m", "Mend")
    git("checkout", "-q", "edit")
    assert main(["gate", "drafts/flood.md", *SINCE]) == 0


@pytest.mark.parametrize("ref", ["nowhere", "--output=x"])
def test_no_such_commit(desk: Path, capsys: Output, ref: str) -> None:
    """A commit that is not there exits 2 and says what to try."""
    assert main(["gate", "drafts/flood.md", f"--changed-since={ref}"]) == 2
    assert "try: name a" in capsys.readouterr().err
    assert not Path("x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """Outside of a repository there are no changed lines to ask for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write("draft.md", FALSE)
    write("wire.md", SOURCE)
    assert main(["gate", "draft.md", "--sources", "wire.md", *SINCE]) == 2
    assert "git says: " in capsys.readouterr().err


SETTINGS = "version: 1\nbaseline: base.json\nadjust:\n  hedging/lost-floor: warning\n"
WAIVED = '<!-- numcheck: ignore-next-line all reason="by phone" -->\n'
LOOSENED = [
    ("exit_zero", {"numcheck.yaml": SETTINGS + "exit_zero: true\n"}, "exit_zero: true (numcheck.yaml:5)"),
    ("allow_unread", {"numcheck.yaml": SETTINGS + "allow_unread: true\n"}, "allow_unread: true (numcheck.yaml:5)"),
    ("fail_on", {"numcheck.yaml": SETTINGS + "fail_on: never\n"}, "fail_on: never (numcheck.yaml:5)"),
    (
        "off",
        {"numcheck.yaml": SETTINGS + "  sourcing/contradicted: off\n"},
        "adjust: sourcing/contradicted is off (numcheck.yaml:3)",
    ),
    ("lower", {"numcheck.yaml": SETTINGS.replace("warning", "note")}, "adjust: hedging/lost-floor is note (numcheck.yaml:3)"),
    ("a waiver", {"drafts/flood.md": FRONT + WAIVED + FALSE}, "a waiver of sourcing/contradicted (drafts/flood.md:4)"),
    ("the baseline", {}, "1 new in the baseline (base.json)"),
    ("stricter", {"numcheck.yaml": SETTINGS.replace("warning", "error") + "fail_on: note\nstrict: true\n"}, ""),
    ("a draft", {"drafts/flood.md": FRONT + GOOD}, ""),
    (
        "settings not read before",
        {"numcheck.yaml": SETTINGS.replace("warning", "off"), ".": "version: 9\n"},
        "adjust: hedging/lost-floor is off (numcheck.yaml:3)",
    ),
]


@pytest.mark.parametrize(("edits", "told"), [row[1:] for row in LOOSENED], ids=[row[0] for row in LOOSENED])
def test_loosened_here(desk: Path, capsys: Output, edits: dict[str, str], told: str) -> None:
    """What a change allows itself is told in the first line, with its place, and fails where the run is strict."""
    write("base.json", '{"schema_version": "1.0", "entries": []}')
    write("numcheck.yaml", edits.pop(".", SETTINGS))
    git("add", "-A")
    git("commit", "-q", "-m", "Set up")
    for name, text in edits.items():
        write(name, text)
    if told.endswith("(base.json)"):
        write("drafts/flood.md", FRONT + FALSE.replace("31", "32"))
        assert main(["baseline", "update", "drafts/flood.md", "--baseline", "base.json", "--reason", "old"]) == 0
    capsys.readouterr()
    status = main(["gate", "drafts/flood.md", *SINCE, "--strict"])
    out = capsys.readouterr().out
    assert ("LOOSENED HERE: " in out.splitlines()[0]) == bool(told)
    assert told in out
    assert status == bool(told)


# The hooks


def hooked(desk: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Run a hook of our manifest through pre-commit, with the numcheck that is installed in the place of a new environment."""
    (row,) = [row for row in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()) if row["id"] == hook]
    here = {key: value for key, value in row.items() if key != "additional_dependencies"} | {"language": "system"}
    local = {"repos": [{"repo": "local", "hooks": [here]}]}
    write(".pre-commit-config.yaml", yaml.safe_dump(local))
    git("add", "-A")
    command = [sys.executable, "-m", "pre_commit", "run", "--verbose", hook]
    home = {"PRE_COMMIT_HOME": str(desk.parent / "pre-commit")}
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)


needs_pre_commit = pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")


@needs_pre_commit
def test_manifest(desk: Path) -> None:
    """pre-commit takes the manifest as one."""
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@needs_pre_commit
def test_hook(desk: Path) -> None:
    """The hook holds a staged draft against the sources it names, and stops the commit of a wrong one."""
    write("drafts/flood.md", FRONT + FALSE + "\n")
    done = hooked(desk, "numcheck")
    assert done.returncode == 1
    assert "sourcing/contradicted" in done.stdout
    write("drafts/flood.md", FRONT + GOOD)
    done = hooked(desk, "numcheck")
    assert done.returncode == 0, done.stdout
    assert "1 supported" in done.stdout


@needs_pre_commit
def test_rules_hook(desk: Path) -> None:
    """The hook on rules runs the examples of the house's rules."""
    assert main(["rules", "new", "house/fivefold", "--rules", "rules"]) == 0
    write("numcheck.yaml", "version: 1\nrules: rules\n")
    assert hooked(desk, "numcheck-rules").returncode == 0
    page = Path("rules/house/fivefold.md")
    write(str(page), page.read_text(encoding="utf-8").replace("speaks -->", "quiet -->"))
    done = hooked(desk, "numcheck-rules")
    assert done.returncode == 1
    assert "house/fivefold" in done.stdout


# The action

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def act(desk: Path, **given: str) -> tuple[bool, Runner, dict[str, str]]:
    """Run the action as GitHub does; return whether it passed, the runner, and the outputs."""
    runner = Runner(desk, desk.parent / "runner")
    passed, outputs = composite(ACTION, ROOT)(runner, {name.replace("_", "-"): value for name, value in given.items()})
    return passed, runner, outputs


needs_numcheck = pytest.mark.skipif(
    shutil.which("numcheck", path=str(Path(sys.executable).parent)) is None, reason="numcheck is not installed beside Python"
)


@needs_numcheck
def test_action_stops_a_wrong_draft(desk: Path) -> None:
    """The step fails, annotates the figure, writes the page, and gives the number of findings and the SARIF log."""
    passed, runner, outputs = act(desk, drafts="drafts/*.md")
    assert not passed
    assert "::error file=drafts/flood.md,line=4,col=18" in runner.printed
    assert outputs["findings"] == "1"
    assert '"version": "2.1.0"' in Path(outputs["sarif"]).read_text(encoding="utf-8")
    assert runner.page.startswith("## 1 figure: 0 supported, 1 contradicted; 1 error\n")


@needs_numcheck
def test_action_passes_a_clean_draft(desk: Path) -> None:
    """The step passes, and says how many findings there are: none."""
    write("drafts/flood.md", GOOD)
    passed, runner, outputs = act(desk, drafts="drafts/*.md", sources="wire/agency.md\nwire/agency.md")
    assert (passed, outputs["findings"]) == (True, "0"), runner.printed


@needs_numcheck
@pytest.mark.parametrize(("text", "passes"), [(FALSE, False), (GOOD, True)])
def test_action_reads_word_files(desk: Path, text: str, passes: bool) -> None:
    """A draft in Word is held against its sources as any other."""
    documents = pytest.importorskip("documents", reason="python-docx is not installed")
    Path("drafts/flood.docx").write_bytes(documents.Draft().write(text.strip()).data())
    passed, runner, outputs = act(desk, drafts="drafts/*.docx", sources="wire")
    assert (passed, outputs["findings"]) == (passes, str(int(not passes))), runner.printed


@needs_numcheck
def test_action_takes_its_inputs(desk: Path) -> None:
    """Baseline, changed lines, level and settings are taken as the options take them."""
    assert main(["baseline", "create", "drafts/flood.md", "--baseline", "base.json", "--reason", "told by phone"]) == 0
    write("mine.yaml", "version: 1\nfail_on: never\n")
    for given in ({"baseline": "base.json"}, {"changed_since": "main"}, {"fail_on": "never"}, {"config": "mine.yaml"}):
        passed, runner, _ = act(desk, drafts="drafts/*.md", **given)
        assert passed, runner.printed


@needs_numcheck
def test_action_runs_no_input(desk: Path) -> None:
    """What stands in an input is a path or a value, never a command; a pattern without a draft is no clean draft."""
    write("drafts/$(touch hit).md", FRONT + GOOD)
    assert act(desk, drafts="drafts/$(touch hit).md")[0]
    for drafts in ("--help; touch hit", "none/*.md"):
        passed, _, outputs = act(desk, drafts=drafts)
        assert not passed and outputs == {"findings": "", "sarif": "", "comment": ""}
    assert not Path("hit").exists()


def test_action_reads_inputs_from_the_environment() -> None:
    """No script of the action holds an expression, which would run what an input says."""
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])
    used = re.findall(r"inputs\.([a-z-]+)", str(ACTION["runs"]))
    assert set(used) == set(ACTION["inputs"])
