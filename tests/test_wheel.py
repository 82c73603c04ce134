"""The wheel and the sdist: what is in them, and that the rules and the corpus are found from each."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from numcheck.judge import load_rules

ROOT = Path(__file__).parents[1]
WHAT_IS_FOUND = """
import numcheck
from numcheck.judge import load_rules
from numcheck.judge.rules import builtin
print(numcheck.__file__)
print(*[rule.name for rule in load_rules()])
print(*sorted(story.name for story in builtin.folder("corpus").iterdir() if story.is_dir()))
told = [("A", "Thousands of dockers are unemployed."), ("B", "Hundreds of thousands of dockers are unemployed.")]
report = numcheck.compare(told)
print(*[finding.rule for finding in report.findings])
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and from it the wheel, without a network; return the folder with both and what they unpack to."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with tarfile.open(next(out.glob("*.tar.gz"))) as archive:
        archive.extractall(out / "sdist", filter="data")
    with ZipFile(next(out.glob("*.whl"))) as archive:
        archive.extractall(out / "wheel")
    return out


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def in_tree(*tops: str) -> set[str]:
    """Return the files of the source tree under `tops`, without what Python and editors leave there."""
    files = (path for top in tops for path in (ROOT / top).rglob("*") if path.is_file())
    return {p.relative_to(ROOT).as_posix() for p in files if "__pycache__" not in p.parts and not p.name.startswith(".")}


def test_the_wheel_holds_everything(built: Path) -> None:
    """The wheel holds the package with its tables, the rules with their pages and the corpus, and no tests."""
    inside = names(built / "wheel")
    packed = {f"numcheck/_data/{name}" for name in in_tree("rules", "corpus")}
    assert in_tree("numcheck") | packed | {"numcheck/py.typed"} <= inside
    rest = {name for name in inside - in_tree("numcheck") - packed if not name.endswith("/.keep")}
    assert all(".dist-info/" in name for name in rest), rest
    assert any(name.endswith("licenses/LICENSE") for name in rest)


def test_the_sdist_holds_everything(built: Path) -> None:
    """The sdist holds what is needed to build, to test and to read about it."""
    (top,) = (built / "sdist").iterdir()
    inside = names(top)
    assert in_tree("numcheck", "rules", "corpus", "tests", "bench", "docs") <= inside
    assert {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"} <= inside


@pytest.mark.parametrize("kind", ["wheel", "sdist", "tree"])
def test_rules_and_corpus_are_found(built: Path, tmp_path: Path, kind: str) -> None:
    """The rules and the corpus are found from an installed wheel, an unpacked sdist and the source tree alike."""
    place = {"wheel": built / "wheel", "sdist": next((built / "sdist").iterdir()), "tree": ROOT}[kind]
    done = subprocess.run(
        [sys.executable, "-c", WHAT_IS_FOUND],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
    )
    assert done.returncode == 0, done.stderr
    home, rules, stories, findings = done.stdout.splitlines()
    assert Path(home).is_relative_to(place)
    assert rules.split() == [rule.name for rule in load_rules()]
    assert stories.split() == sorted(p.parent.name for p in (ROOT / "corpus").glob("*/gold.json"))
    assert "inflation/order-of-magnitude" in findings.split()


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_the_demo_runs(built: Path, tmp_path: Path, kind: str) -> None:
    """From an installed wheel and an unpacked sdist the demo runs, and finds the templates of its page."""
    place = {"wheel": built / "wheel", "sdist": next((built / "sdist").iterdir())}[kind]
    command = [sys.executable, "-m", "numcheck", "demo", "--format", "html", "--isolated"]
    environment = {**os.environ, "PYTHONPATH": str(place)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("<!doctype html>") and "hundreds of thousands" in done.stdout
