"""What others install, installed as they do it: the hooks by pre-commit, the action by its first step, a release by its script.

Each takes a minute and an index of packages, so they are run where `pytest --install` asks for them, and skipped elsewhere.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from pdfs import pdf
from repository import git
from workflow import ROOT, Runner, composite

WIRE = "The flood killed 12 people in the Lorne valley.\n"
FALSE, GOOD = "The flood killed 31 people in the Lorne valley.", "The flood killed 12 people in the Lorne valley."
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "dist", "build", "site")


@pytest.fixture(autouse=True)
def asked(request: pytest.FixtureRequest) -> None:
    """Skip the test where nobody asked for it."""
    if not request.config.getoption("--install"):
        pytest.skip("installs from an index; run with --install")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh clone of a repository that holds this tree as a tagged version."""
    tree, found = tmp_path / "tree", tmp_path / "clone"
    shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    monkeypatch.chdir(tree)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "Release")
    git("tag", "v0.1.0")
    git("clone", "-q", str(tree), str(found))
    return found


@pytest.fixture
def desk(tmp_path: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a newsroom's repository, in which we are, with a source that the settings name."""
    place = tmp_path / "desk"
    (place / "wire").mkdir(parents=True)
    (place / "drafts").mkdir()
    (place / "wire" / "agency.txt").write_text(WIRE)
    (place / "numcheck.yaml").write_text("version: 1\nsources: [wire]\n")
    monkeypatch.chdir(place)
    git("init", "-q", "-b", "main")
    return place


def bare() -> dict[str, str]:
    """Return an environment in which nothing of ours is found but what is installed."""
    hidden = ("NUMCHECK", "GITHUB", "GIT_", "PYTHONPATH", "PRE_COMMIT", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    here = str(Path(sys.executable).parent)
    return {**kept, "PATH": os.pathsep.join(part for part in kept["PATH"].split(os.pathsep) if part != here)}


def html(text: str) -> bytes:
    return f"<!doctype html><html lang='en'><title>Flood</title><article><h1>Flood</h1><p>{text}</p></article></html>".encode()


def word(text: str) -> bytes:
    documents = pytest.importorskip("documents", reason="python-docx is not installed")
    data: bytes = documents.Draft().write(text).data()
    return data


def page(text: str) -> bytes:
    return pdf([[(72, 700, 12, text)]])


KINDS: list[tuple[str, str, Callable[[str], bytes]]] = [
    ("numcheck", "md", str.encode),
    ("numcheck", "html", html),
    ("numcheck-docx", "docx", word),
    ("numcheck-pdf", "pdf", page),
]


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_hooks(desk: Path, clone: Path) -> None:
    """Each hook, installed by pre-commit from a tag, stops a wrong draft of its kind and lets the mended one pass."""
    hooks = [{"id": name, "files": "^drafts/"} for name in dict.fromkeys(kind[0] for kind in KINDS)]
    repos = {"repos": [{"repo": str(clone), "rev": "v0.1.0", "hooks": hooks}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(repos))
    run = [sys.executable, "-m", "pre_commit", "run", "--verbose"]
    env = {**bare(), "PRE_COMMIT_HOME": str(desk.parent / "pre-commit")}
    for name, suffix, made in KINDS:
        told = []
        shutil.rmtree("drafts")
        Path("drafts").mkdir()
        for text in (FALSE, GOOD):
            Path(f"drafts/flood.{suffix}").write_bytes(made(text))
            git("add", "-A")
            done = subprocess.run([*run, name], env=env, capture_output=True, text=True, check=False)
            told.append((done.returncode, "sourcing/contradicted" in done.stdout, "1 supported" in done.stdout))
        assert told == [(1, True, False), (0, False, True)], (suffix, done.stdout, done.stderr)


def test_action(desk: Path, clone: Path) -> None:
    """Where numcheck is not installed, the action installs it with what it needs for Word, and goes on with it."""
    (desk / "drafts" / "flood.docx").write_bytes(word(FALSE))
    action = yaml.safe_load((clone / "action.yml").read_text(encoding="utf-8"))
    runner = Runner(desk, desk.parent / "runner", env={**bare(), "PYTHONPATH": ""})
    passed, outputs = composite(action, clone)(runner, {"drafts": "drafts/*.docx"})
    assert (passed, outputs["findings"]) == (False, "1"), runner.printed
    assert runner.path == (str(runner.temp / "numcheck" / "bin"),)


def test_release(clone: Path) -> None:
    """The release script builds what is uploaded, holds it against the index's rules, and tries it in a new environment."""
    script = [str(clone / ".ci" / "release")]
    env = {**bare(), "PYTHON": sys.executable}

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*script, *options], cwd=clone, env=env, capture_output=True, text=True, check=False)

    done = run("--draft")
    assert done.returncode == 0, done.stdout + done.stderr
    built = sorted(path.name for path in (clone / "dist").iterdir())
    assert built == ["numcheck-0.1.0-py3-none-any.whl", "numcheck-0.1.0.tar.gz"]
    assert done.stdout.splitlines()[-1].startswith("good: ")
    log, card = clone / "CHANGELOG.md", clone / "CITATION.cff"
    told = log.read_text(encoding="utf-8")
    assert "calls 0.1.0 unreleased" in run().stderr
    log.write_text(told.replace("## 0.1.0 (unreleased)", "## 0.1.0 (2031-03-05)"), encoding="utf-8")
    assert "changes that are not committed" in run().stderr
    log.write_text(told.replace("## 0.1.0", "## 0.0.9"), encoding="utf-8")
    assert "tells nothing of 0.1.0" in run("--draft").stderr
    log.write_text(told, encoding="utf-8")
    card.write_text(re.sub("^version: .*", "version: 0.0.9", card.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    assert "another version" in run("--draft").stderr
